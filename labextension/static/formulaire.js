/* Le formulaire d'une cellule : des champs pour une valeur. Ni JupyterLab, ni noyau : celui qui l'affiche lui donne de
   quoi lire et changer le texte de la cellule. Tout ce qui vient d'un carnet est montré comme du texte. */

import { VIDE, attend, changement, compterLesMots, egales, etat, litteral, manques, neuve, noeudDe } from './grammaire.js';

const IDENTIFIANT = /^(?:[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*)?$/;
const CIBLE = /^(?:[A-Za-z_]\w*(?:, [A-Za-z_]\w*)*)?$/;
const FONCTION = /^[a-z_]+$/;
let compteur = 0;

/* Une description vient du carnet, donc de n'importe qui : ce qui deviendra du code a la forme attendue, ou rien. */
export function lireLaDescription(brute) {
  if (brute?.version !== 1 || typeof brute.noeud !== 'object' || typeof brute.depart !== 'string') return null;
  const { exercice, cible, noeud } = brute;
  if (!IDENTIFIANT.test(exercice) || !CIBLE.test(cible)) return null;
  return noeud.genre === 'appel' && !FONCTION.test(noeud.fonction) ? null : brute;
}

export function element(nom, attributs = {}, ...enfants) {
  const fait = document.createElement(nom);
  for (const [cle, valeur] of Object.entries(attributs)) {
    if (cle.startsWith('on')) fait.addEventListener(cle.slice(2), valeur);
    else if (valeur === true) fait.setAttribute(cle, '');
    else if (valeur !== false && valeur !== undefined && valeur !== null) fait.setAttribute(cle, String(valeur));
  }
  fait.append(...enfants.filter(e => e !== null && e !== undefined));
  return fait;
}

export const bouton = (texte, clic, genre = 'second', reste = {}) =>
  element('button', { type: 'button', class: `cmf-bouton cmf-${genre}`, onclick: clic, ...reste }, texte);

/* Un formulaire pour `description`. `cellule` sait : lire(), ecrire(changement), annuler(), refaire(), valider(). */
export class Formulaire {
  constructor(description, cellule) {
    this.d = description;
    this.cellule = cellule;
    this.corps = element('div', { class: 'cmf-corps' });
    this.dit = element('p', { class: 'cmf-dit', role: 'status' });
    this.valider = bouton(description.bouton, () => this.faireValider(), 'premier');
    this.outils = element('div', { class: 'cmf-outils' }, this.valider);
    this.annexe = element('div', { class: 'cmf-annexe' });
    this.node = element(
      'div', { class: 'cmf', role: 'group', 'aria-label': `${description.titre}, formulaire` },
      element('p', { class: 'cmf-titre' }, description.titre), this.corps, this.dit, this.outils, this.annexe);
    this.node.addEventListener('keydown', e => this.touche(e));
    this.actualiser();
  }

  touche(e) {
    if (!e.ctrlKey && !e.metaKey && !e.altKey) e.stopPropagation();
    if (!(e.ctrlKey || e.metaKey) || e.altKey) return;
    const refaire = e.key.toLowerCase() === 'y' || (e.shiftKey && e.key.toLowerCase() === 'z');
    if (!refaire && e.key.toLowerCase() !== 'z') return;
    e.preventDefault();
    e.stopPropagation();
    if (refaire) this.cellule.refaire();
    else this.cellule.annuler();
  }

  get etat() {
    const source = this.cellule.lire();
    return this.d.noeud.mots ? etatDuTexte(source, this.d) : etat(source, this.d);
  }

  /* « à faire », « fait » ou « libre » : ce que « Continuer » veut savoir. */
  get avancement() {
    const lu = this.etat;
    if (lu.etat === 'libre') return 'libre';
    return lu.etat === 'neuf' || manques(lu.valeur, this.d.noeud).length ? 'à faire' : 'fait';
  }

  /* Le texte de la cellule a changé ailleurs (au clavier, par une annulation) : les champs le suivent. */
  actualiser() {
    if (!this.enEcriture && this.cellule.lire() !== this.ecrit) this.dessiner();
  }

  dessiner() {
    const actif = document.activeElement?.closest?.('[data-cmf]');
    const ici = actif && this.node.contains(actif) ? actif.dataset.cmf : null;
    const lu = this.etat;
    this.ecrit = this.cellule.lire();
    this.valeur = lu.valeur;
    this.node.classList.toggle('cmf-libre', lu.etat === 'libre');
    this.valider.hidden = (lu.etat === 'libre' && !this.d.juge) || this.enUnClic;
    if (lu.etat === 'libre') {
      this.corps.replaceChildren(element('p', {},
        'Cette réponse est écrite en Python : le formulaire ne la change pas. Vous pouvez la lire sous « Code Python ».'));
    } else {
      this.corps.replaceChildren(this.champ(this.valeur, this.d.noeud, [], v => { this.valeur = v; }, ''));
    }
    this.dit.textContent = '';
    if (ici !== null) this.node.querySelector(`[data-cmf="${CSS.escape(ici)}"]`)?.focus({ preventScroll: true });
  }

  get enUnClic() {
    const { champs } = this.d.noeud;
    return champs?.length === 1 && champs[0].noeud?.clic === true;
  }

  /* Une valeur a changé : la cellule aussi, du plus petit changement possible. */
  noter(redessiner = false) {
    this.dit.textContent = '';
    const change = this.d.noeud.mots
      ? { tout: this.valeur.g === 'vide' ? this.d.depart : this.valeur.v }
      : changement(this.cellule.lire(), this.d, this.valeur);
    if (change) {
      this.enEcriture = true;
      this.cellule.ecrire(change);
      this.enEcriture = false;
      this.ecrit = this.cellule.lire();
    }
    if (redessiner) this.dessiner();
  }

  focus() {
    const premier = this.etat.etat === 'libre' ? this.valider : this.corps.querySelector('input, select, textarea, button');
    (premier && !premier.hidden ? premier : this.node.querySelector('button:not([hidden])'))?.focus({ preventScroll: true });
  }

  async faireValider() {
    const lu = this.etat;
    if (lu.etat !== 'libre') {
      const absents = manques(this.valeur, this.d.noeud);
      if (absents.length) return this.direCeQuiManque(absents);
    }
    await this.confier();
  }

  async confier() {
    this.valider.disabled = true;
    try { await this.cellule.valider(); } finally { this.valider.disabled = false; }
    if (this.d.noeud.fonction === 'prevoir') this.dit.textContent = 'Pari gardé. Il n’est pas noté.';
  }

  direCeQuiManque(absents) {
    const n = absents.length;
    this.dit.textContent = n > 1 ? `Il manque ${n} réponses. La première vous attend.` : 'Il manque une réponse.';
    const cle = absents[0].join('/');
    const champ = this.node.querySelector(`[data-cmf="${CSS.escape(cle)}"]`)
      ?? this.node.querySelector(`[data-cmf^="${CSS.escape(cle)}"]`);
    champ?.focus();
  }

  /* La ligne d'un journal, retenue d'un clic : la première place libre la reçoit. Rend la phrase à dire, ou null. */
  retenir(ligne, personne) {
    if (this.etat.etat === 'libre') return null;
    const champ = this.d.noeud.champs?.find(c => c.noeud?.genre === 'lignes');
    const cles = Object.fromEntries((champ?.noeud.ligne.champs ?? []).filter(c => c.noeud.retenir)
      .map(c => [c.noeud.retenir, c.cle]));
    if (!cles.ligne || !cles.personne) return null;
    const lignes = this.valeur.v.find(e => e[0] === champ.cle)[1].v;
    const deja = lignes.findIndex(l => entree(l, cles.ligne)?.v === ligne);
    if (deja >= 0) return `${ligne} est déjà retenue : ${champ.noeud.nom.toLowerCase()} ${deja + 1}.`;
    let place = lignes.findIndex(l => attend(entree(l, cles.ligne)));
    if (place < 0) place = lignes.push(neuve(champ.noeud.ligne)) - 1;
    mettre(lignes[place], cles.ligne, litteral(ligne));
    mettre(lignes[place], cles.personne, litteral(personne));
    this.noter(true);
    return `${ligne} retenue (${personne}) : ${champ.noeud.nom.toLowerCase()} ${place + 1} sur ${lignes.length}.`;
  }

  /* --- un champ par genre de nœud --- */

  champ(valeur, noeud, chemin, poser, question) {
    const genres = {
      nom: () => element('span', { hidden: true }), un: this.un, plusieurs: this.plusieurs, texte: this.texte,
      nombre: this.nombre, dict: this.dict, paires: this.paires, lignes: this.lignes, appel: this.appel,
    };
    return genres[noeud.genre].call(this, valeur, noeud, chemin, poser, question);
  }

  etiqueter(question, champ, note = null) {
    const id = `cmf-${++compteur}`;
    champ.id = id;
    return element('div', { class: 'cmf-champ' },
      question ? element('label', { for: id, class: 'cmf-question' }, question) : null, champ, note);
  }

  un(valeur, noeud, chemin, poser, question) {
    const choisir = v => { poser(v); this.noter(this.suit(chemin)); };
    const rang = noeud.choix.findIndex(([c]) => egales(litteral(c), valeur));
    if (noeud.clic) return this.enBoutons(noeud, rang, chemin, choisir, question);
    const court = noeud.choix.length <= 5 && !noeud.libre && chemin.length < 3 && !this.dansUneLigne;
    return court
      ? this.enRonds(noeud, rang, chemin, choisir, question)
      : this.enListe(noeud, rang, valeur, chemin, choisir, question);
  }

  enBoutons(noeud, rang, chemin, choisir, question) {
    const boutons = noeud.choix.map(([v, phrase], i) =>
      bouton(phrase, () => { choisir(litteral(v)); this.dessiner(); return this.confier(); }, 'choix',
        { 'aria-pressed': String(i === rang), 'data-cmf': [...chemin, i].join('/') }));
    return element('div', { class: 'cmf-champ', role: 'group', 'aria-label': question },
      element('p', { class: 'cmf-question' }, question), element('div', { class: 'cmf-choix' }, ...boutons));
  }

  enRonds(noeud, rang, chemin, choisir, question) {
    const nom = `cmf-${++compteur}`;
    const lignes = noeud.choix.map(([v, phrase], i) => element('label', { class: 'cmf-option' },
      element('input', {
        type: 'radio', name: nom, checked: i === rang, onchange: () => choisir(litteral(v)),
        'data-cmf': i === Math.max(rang, 0) ? chemin.join('/') : [...chemin, i].join('/'),
      }), element('span', {}, phrase)));
    return element('fieldset', { class: 'cmf-champ', 'data-champ': chemin.join('/') },
      element('legend', { class: 'cmf-question' }, question), ...lignes);
  }

  enListe(noeud, rang, valeur, chemin, choisir, question) {
    const libre = noeud.libre && rang < 0 && valeur.g === 'texte' && !attend(valeur);
    const options = noeud.choix.map(([, phrase], i) => element('option', { value: i, selected: i === rang }, phrase));
    if (noeud.libre) options.push(element('option', { value: 'libre', selected: libre }, 'Une phrase à moi…'));
    const note = element('p', { class: 'cmf-note' }, rang >= 0 ? noeud.choix[rang][1] : '');
    const phrase = noeud.libre && element('input', {
      type: 'text', class: 'cmf-saisie', hidden: !libre, 'aria-label': `${question} : votre phrase`,
      oninput: () => choisir(phrase.value.trim() ? litteral(phrase.value) : VIDE),
    });
    if (libre) phrase.value = valeur.v;
    const liste = element('select', {
      class: 'cmf-saisie', 'data-cmf': chemin.join('/'),
      onchange: () => {
        const choisie = liste.value;
        if (phrase) phrase.hidden = choisie !== 'libre';
        note.textContent = noeud.choix[choisie]?.[1] ?? '';
        if (choisie === 'libre') { choisir(phrase.value.trim() ? litteral(phrase.value) : VIDE); phrase.focus(); }
        else choisir(choisie === '' ? VIDE : litteral(noeud.choix[choisie][0]));
      },
    }, element('option', { value: '', selected: rang < 0 && !libre }, 'Choisissez…'), ...options);
    const longue = noeud.choix.some(([, p]) => p.length > 48);
    const champ = this.etiqueter(question, liste, longue ? note : null);
    champ.classList.toggle('cmf-long', longue);
    if (phrase) champ.append(phrase);
    return champ;
  }

  /* Vrai si un autre champ ne se montre que selon celui-ci. */
  suit(chemin) { return this.d.noeud.chacun?.champs.some(c => c.si?.[0] === chemin.at(-1)); }

  plusieurs(valeur, noeud, chemin, poser, question) {
    const choisis = () => (valeur.g === 'liste' ? valeur.v.filter(v => !attend(v)) : []);
    const cases = noeud.choix.map(([v, phrase], i) => {
      const un = litteral(v);
      const cochee = choisis().some(c => egales(c, un));
      const boite = element('input', {
        type: 'checkbox', checked: cochee, 'data-cmf': i ? [...chemin, i].join('/') : chemin.join('/'),
        onchange: () => {
          const garde = choisis().filter(c => !egales(c, un));
          const pris = boite.checked ? [...garde, un] : garde;
          const rang = c => noeud.choix.findIndex(([x]) => egales(litteral(x), c));
          valeur = { g: 'liste', v: noeud.ordre ? pris : pris.sort((a, b) => rang(a) - rang(b)) };
          poser(valeur);
          this.noter();
          numeroter();
        },
      });
      return element('label', { class: 'cmf-option' }, boite, element('b', { class: 'cmf-rang' }), element('span', {}, phrase));
    });
    const numeroter = () => {
      for (const [i, [v]] of noeud.ordre ? noeud.choix.entries() : []) {
        const rang = choisis().findIndex(c => egales(c, litteral(v)));
        cases[i].querySelector('.cmf-rang').textContent = rang < 0 ? '' : `${rang + 1}.`;
      }
    };
    numeroter();
    return element('fieldset', { class: 'cmf-champ', 'data-champ': chemin.join('/') },
      element('legend', { class: 'cmf-question' }, question, element('span', { class: 'cmf-doux' }, noeud.ordre ? ' (cochez-les dans l’ordre)' : ' (plusieurs réponses possibles)')),
      ...cases);
  }

  texte(valeur, noeud, chemin, poser, question) {
    const vide = valeur.g === 'vide';
    const champ = element(noeud.long ? 'textarea' : 'input', {
      class: 'cmf-saisie', 'data-cmf': chemin.join('/'), autocomplete: 'off', ...(noeud.long ? { rows: 8 } : { type: 'text' }),
      oninput: () => { poser(champ.value.trim() ? litteral(champ.value) : VIDE); this.noter(); compter(); },
    });
    champ.value = vide ? '' : valeur.v;
    const note = element('p', { class: 'cmf-note', 'aria-live': 'polite' });
    const compter = () => {
      const n = compterLesMots(champ.value), mots = `${n} mot${n > 1 ? 's' : ''}`;
      note.textContent = !noeud.mots ? mots : n > noeud.mots
        ? `${mots} : ${n - noeud.mots} de trop, la lecture s'arrête à ${noeud.mots}.` : `${mots} sur ${noeud.mots} au plus.`;
    };
    if (noeud.long) compter();
    return this.etiqueter(question || noeud.question || (noeud.long ? 'Votre texte' : ''), champ, noeud.long ? note : null);
  }

  nombre(valeur, noeud, chemin, poser, question) {
    const noter = () => {
      const lu = champ.value === '' || !Number.isFinite(champ.valueAsNumber) ? VIDE : litteral(champ.valueAsNumber);
      poser(lu);
      this.noter();
      this.compterLeTotal?.();
    };
    const champ = element('input', {
      type: 'number', class: 'cmf-saisie cmf-nombre', 'data-cmf': chemin.join('/'), min: noeud.mini, max: noeud.maxi,
      step: noeud.pas, inputmode: 'decimal', oninput: noter,
    });
    if (valeur.g === 'nombre') champ.value = String(valeur.v);
    const pas = sens => bouton(sens < 0 ? '−' : '+', () => {
      const va = (champ.value === '' ? 0 : champ.valueAsNumber) + sens * noeud.pas;
      champ.value = String(Math.min(noeud.maxi ?? Infinity, Math.max(noeud.mini ?? -Infinity, va)));
      noter();
    }, 'pas', { 'aria-label': `${question} : ${noeud.pas} de ${sens < 0 ? 'moins' : 'plus'}` });
    const reglable = this.enPoids;
    const hasard = noeud.ou && bouton('En tirer un au hasard', () => { poser(litteral(noeud.ou)); this.noter(true); return this.faireValider(); });
    const fait = this.etiqueter(question || noeud.question, champ), place = document.createComment('');
    champ.replaceWith(place);
    const dite = valeur.g === 'texte' ? element('span', { class: 'cmf-doux' }, 'tiré au hasard') : null;
    place.replaceWith(element('span', { class: 'cmf-avec' }, reglable ? pas(-1) : null, champ, reglable ? pas(1) : null,
      noeud.unite ? element('span', {}, noeud.unite) : null, hasard || null, dite));
    return fait;
  }

  dict(valeur, noeud, chemin, poser, question) {
    this.enPoids = noeud.total !== undefined;
    const champs = noeud.champs.map(c => {
      const lu = entree(valeur, c.cle);
      if (c.si && entree(valeur, c.si[0])?.v !== c.si[1]) return null;
      const n = noeudDe(noeud, c);
      return this.champ(lu ?? (c.zero ? VIDE : neuve(n)), n, [...chemin, c.cle], v => mettre(valeur, c.cle, v), c.question);
    });
    this.enPoids = false;
    poser(valeur);
    if (noeud.total !== undefined) champs.push(this.total(valeur, noeud));
    const genre = noeud.total === undefined ? '' : ' cmf-poids';
    if (!question) return element('div', { class: `cmf-groupe${genre}` }, ...champs);
    return element('fieldset', { class: `cmf-champ cmf-boite${genre}` }, element('legend', { class: 'cmf-question' }, question),
      ...champs);
  }

  total(valeur, noeud) {
    const dit = element('p', { class: 'cmf-total', role: 'status' });
    this.compterLeTotal = () => {
      const somme = Math.round(100 * valeur.v.reduce((s, [, v]) => s + (v.g === 'nombre' ? v.v : 0), 0)) / 100;
      const reste = noeud.total - somme, points = n => `${n} point${n > 1 ? 's' : ''}`;
      dit.textContent = reste > 0 ? `Il reste ${points(reste)} à répartir.`
        : reste < 0 ? `Il y a ${points(-reste)} de trop.` : `Le total fait ${noeud.total}.`;
      dit.classList.toggle('cmf-juste', reste === 0);
    };
    this.compterLeTotal();
    return dit;
  }

  lignes(valeur, noeud, chemin, poser) {
    poser(valeur);
    const dans = this.dansUneLigne;
    this.dansUneLigne = true;
    const rangees = valeur.v.map((ligne, i) => element('fieldset', { class: 'cmf-ligne' },
      element('legend', {}, `${noeud.nom} ${i + 1}`),
      this.champ(ligne, noeud.ligne, [...chemin, i], v => { valeur.v[i] = v; }, ''),
      bouton('Retirer', () => { valeur.v.splice(i, 1); this.noter(true); this.focus(); }, 'discret',
        { 'aria-label': `Retirer : ${noeud.nom.toLowerCase()} ${i + 1}` })));
    this.dansUneLigne = dans;
    const ajouter = bouton(`Ajouter : ${noeud.nom.toLowerCase()} ${valeur.v.length + 1}`, () => {
      valeur.v.push(neuve(noeud.ligne));
      this.noter(true);
      [...this.node.querySelectorAll('.cmf-ligne')].at(-1)?.querySelector('input, select')?.focus();
    });
    return element('div', { class: 'cmf-lignes', 'data-cmf': chemin.join('/'), tabindex: -1 }, ...rangees, ajouter);
  }

  paires(valeur, noeud, chemin, poser, question) {
    poser(valeur);
    const deja = valeur.v.length ? valeur.v : [[null, VIDE]];
    const rangees = deja.map(([cle, v], i) => {
      const paire = [cle, v];
      const noter = () => {
        if (paire[0] === null) valeur.v.splice(i, 1);
        else valeur.v[i] = paire;
        this.noter();
      };
      const choix = { ...noeud.cle, choix: noeud.cle.choix.filter(([c]) => c === cle || !valeur.v.some(e => e[0] === c)) };
      const dans = this.dansUneLigne;
      this.dansUneLigne = true;
      const rangee = element('div', { class: 'cmf-paire' },
        this.champ(cle === null ? VIDE : litteral(cle), choix, i ? [...chemin, i] : chemin, x => {
          paire[0] = x.g === 'vide' ? null : x.v;
          noter();
        }, 'L’indicateur'),
        this.champ(v, noeud.valeur, [...chemin, i, 'valeur'], x => { paire[1] = x; noter(); }, noeud.question));
      this.dansUneLigne = dans;
      return rangee;
    });
    const ajouter = valeur.v.length && valeur.v.length < noeud.cle.choix.length
      ? bouton('Ajouter un indicateur', () => {
          const [libre] = noeud.cle.choix.find(([c]) => !valeur.v.some(e => e[0] === c));
          valeur.v.push([libre, VIDE]);
          this.noter(true);
        })
      : null;
    return element('fieldset', { class: 'cmf-champ cmf-boite' }, element('legend', { class: 'cmf-question' }, question),
      ...rangees, ajouter);
  }

  appel(valeur, noeud, chemin) {
    let rang = noeud.fixes.length;
    const champs = noeud.champs.map((c, i) => {
      const n = noeudDe(noeud, c), ici = [...chemin, c.cle ?? i];
      if (c.cle !== null) {
        const lu = valeur.nommes.find(e => e[0] === c.cle)?.[1] ?? neuve(n);
        return this.champ(lu, n, ici, v => {
          const deja = valeur.nommes.find(e => e[0] === c.cle);
          if (deja) deja[1] = v;
          else valeur.nommes.push([c.cle, v]);
        }, c.question);
      }
      const place = rang++;
      while (valeur.pos.length <= place) valeur.pos.push(neuve(n));
      return this.champ(valeur.pos[place], n, ici, v => { valeur.pos[place] = v; }, c.question);
    });
    return element('div', { class: 'cmf-groupe' }, ...champs);
  }
}

const entree = (dict, cle) => dict.v.find(e => e[0] === cle)?.[1];

function mettre(dict, cle, valeur) {
  const deja = dict.v.find(e => e[0] === cle);
  if (deja) deja[1] = valeur;
  else dict.v.push([cle, valeur]);
}

/* Une question ouverte : la cellule entière est la réponse. */
function etatDuTexte(source, { depart }) {
  const neuf = source.trim() === depart.trim() || !source.trim();
  return { etat: neuf ? 'neuf' : 'rempli', valeur: neuf ? VIDE : { g: 'texte', v: source } };
}
