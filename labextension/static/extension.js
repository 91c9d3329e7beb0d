/* Les formulaires dans JupyterLab et Notebook : un par cellule qui porte `chatmairie_formulaire`, et « Continuer ».

   Rien n'est importé de JupyterLab. Ce qui sert : docRegistry.addWidgetExtension, le carnet et ses cellules,
   cell.model.sharedModel (getSource, setSource, updateSource, undo, redo), la commande notebook:run-cell, et
   kernel.requestExecute pour un indice. Un essai vérifie que chacun existe. */

import { Formulaire, bouton, element, lireLaDescription } from './formulaire.js';
import { aLancer, ecrire } from './grammaire.js';

const CLE = 'chatmairie_formulaire';
const DU_COURS = '__import__("chatmairie")';
const MEMOIRE = 'chatmairie-vue';
const VISIBLE = { block: 'nearest' };

/* Une touche tapée dans un formulaire n'est pas un raccourci du carnet ; avec Ctrl ou Alt, elle en reste un. */
window.addEventListener('keydown', e => {
  if (!e.target?.closest?.('.cmf, .cmf-barre, .cmf-bouton')) return;
  if (e.ctrlKey || e.metaKey || e.altKey) delete e.target.dataset.lmSuppressShortcuts;
  else e.target.dataset.lmSuppressShortcuts = 'true';
}, true);

class Seance {
  constructor(app, panneau) {
    this.app = app;
    this.panneau = panneau;
    this.carnet = panneau.content;
    this.parCellule = new Map();
    this.executees = new WeakMap();
    this.ici = -1;
    this.isDisposed = false;
  }

  async commencer() {
    await this.panneau.context.ready;
    if (this.isDisposed || !this.cellules.some(c => this.description(c))) return;
    this.poserLaBarre();
    this.vue(localStorage.getItem(MEMOIRE) !== 'code');
    this.suivre = () => { for (const cellule of this.cellules) this.equiper(cellule); };
    this.carnet.model.cells.changed.connect(() => queueMicrotask(this.suivre));
    this.suivre();
    const oublier = () => { this.executees = new WeakMap(); };
    this.panneau.sessionContext.kernelChanged.connect(oublier);
    this.panneau.sessionContext.statusChanged.connect((_s, etat) => { if (/restarting/.test(etat)) oublier(); });
    const proposer = () => { this.proposerDeRetenir(); this.proposerDeLancer(); };
    this.journal = new MutationObserver(proposer);
    this.journal.observe(this.carnet.node, { childList: true, subtree: true });
    proposer();
  }

  dispose() {
    this.isDisposed = true;
    this.journal?.disconnect();
    this.mesure?.disconnect();
    this.barre?.remove();
  }

  get cellules() { return this.carnet.widgets; }

  description(cellule) {
    const brute = cellule.model.sharedModel.getMetadata?.(CLE) ?? cellule.model.getMetadata?.(CLE);
    return brute ? lireLaDescription(brute) : null;
  }

  /* --- une cellule --- */

  async equiper(cellule) {
    if (this.parCellule.has(cellule)) return;
    this.parCellule.set(cellule, null);
    cellule.disposed.connect(() => this.parCellule.delete(cellule));
    const modele = cellule.model, description = this.description(cellule);
    modele.stateChanged.connect((_m, change) => {
      if (change.name === 'executionCount' && change.newValue) this.executees.set(modele, modele.sharedModel.getSource());
    });
    const formulaire = description ? new Formulaire(description, this.acces(cellule)) : null;
    if (formulaire) {
      modele.sharedModel.changed.connect(() => { formulaire.actualiser(); this.compter(); });
      formulaire.node.addEventListener('focusin', () => { this.ici = this.cellules.indexOf(cellule); });
      formulaire.outils.append(...this.outils(cellule, description, formulaire));
      if (description.noeud.fonction === 'choisir') this.poserLePython(formulaire);
      cellule.node.classList.toggle('cmf-muet', formulaire.enUnClic);
      this.parCellule.set(cellule, formulaire);
      this.compter();
    }
    await cellule.ready;  // une cellule loin de l'écran n'a pas encore d'intérieur
    const entree = () => cellule.node.querySelector(':scope > .jp-Cell-inputWrapper');
    if (cellule.isDisposed || !entree()) return;
    if (formulaire) cellule.node.insertBefore(formulaire.node, entree());
    if (modele.type === 'code' && !this.seRepondEnPython(cellule)) cellule.node.classList.add('cmf-repliable');
    if (description && modele.type === 'markdown') cellule.node.classList.add('cmf-repliable');
    if (!description && modele.type === 'code') cellule.node.insertBefore(this.boutonDuCode(cellule, 'Code'), entree());
  }

  /* Une cellule de réponse sans formulaire : un programme à écrire, qui se montre toujours. */
  seRepondEnPython(cellule) {
    const note = cellule.model.sharedModel.getMetadata('nbgrader');
    return !this.description(cellule) && note?.solution === true && cellule.model.type === 'code';
  }

  boutonDuCode(cellule, texte) {
    const b = bouton(texte, () => {
      const ouvert = cellule.node.classList.toggle('cmf-ouvert');
      b.setAttribute('aria-expanded', String(ouvert));
    }, 'code', { 'aria-expanded': 'false' });
    return b;
  }

  acces(cellule) {
    const partage = cellule.model.sharedModel;
    return {
      lire: () => partage.getSource(),
      ecrire: c => (c.tout === undefined ? partage.updateSource(c.debut, c.fin, c.texte) : partage.setSource(c.tout)),
      annuler: () => partage.undo(),
      refaire: () => partage.redo(),
      valider: () => this.valider(cellule),
    };
  }

  outils(cellule, description, formulaire) {
    const { exercice, cible } = description, faits = [];
    const demander = (nom, [fonction, arguments_]) =>
      bouton(nom, () => this.demander(`${DU_COURS}.${fonction}(${arguments_})`, formulaire.annexe), 'second');
    if (exercice && cible) {
      const productions = cible.split(', ').map(p => `${p}=${p}`).join(', ');
      faits.push(demander('Un indice', ['indice', `"${exercice}"`]));
      faits.push(demander('Essayer dans vingt autres mondes', ['eprouver', `"${exercice}", ${productions}`]));
      faits.push(demander('Le corrigé', ['corrige', `"${exercice}", confirmer=True`]));
    }
    if (cellule.model.type === 'code') faits.push(this.boutonDuCode(cellule, 'Code Python'));
    return faits;
  }

  /* « La même réponse en Python », repliée : elle se montre après une réussite, et se demande quand on l'ouvre. */
  poserLePython(formulaire) {
    const reponse = element('div', { class: 'cmf-annexe' });
    formulaire.python = element('details', {
      class: 'cmf-python', hidden: true,
      ontoggle: e => {
        const appel = ecrire({ ...formulaire.valeur, f: 'montrer_en_python' });
        if (e.target.open) this.demander(`from chatmairie.atelier.en_python import montrer_en_python\n${appel}`, reponse);
      },
    }, element('summary', {}, 'La même réponse en Python'), reponse);
    formulaire.annexe.before(formulaire.python);
  }

  proposerLePython({ python, etat }, juge) {
    if (!python) return;
    const cartes = juge.model.outputs.toJSON().map(s => [s.data?.['text/plain']].flat().join(''));
    python.open = false;
    python.hidden = etat.etat !== 'rempli' || !cartes.some(c => c.startsWith('Réussi'));
  }

  /* --- exécuter --- */

  async executer(rang) {
    const modele = this.cellules[rang].model;
    this.carnet.deselectAll();
    this.carnet.activeCellIndex = rang;
    await this.app.commands.execute('notebook:run-cell');
    this.executees.set(modele, modele.sharedModel.getSource());
    return !modele.outputs.toJSON().some(s => s.output_type === 'error');
  }

  aJour(cellule) {
    return this.executees.get(cellule.model) === cellule.model.sharedModel.getSource();
  }

  /* Ce que « Continuer » n'exécute pas : un pari qui n'est pas fait, une cellule de texte. */
  aExecuter(cellule) {
    if (cellule.model.type !== 'code' || !cellule.model.sharedModel.getSource().trim()) return false;
    const formulaire = this.parCellule.get(cellule);
    return !formulaire || formulaire.d.cible !== '' || formulaire.avancement !== 'à faire';
  }

  /* La réponse, ce dont elle a besoin avant elle, puis la cellule qui la juge. */
  async valider(cellule) {
    const rang = this.cellules.indexOf(cellule), formulaire = this.parCellule.get(cellule);
    const jeton = formulaire.d.juge ? this.suivante(rang) : rang;
    if (cellule.model.type === 'markdown') await this.app.commands.execute('docmanager:save');
    else this.executees.delete(cellule.model);
    if (formulaire.d.juge && jeton > rang) this.executees.delete(this.cellules[jeton].model);
    const bien = await this.executerJusqua(Math.max(rang, jeton) + 1);
    this.compter();
    this.proposerLePython(formulaire, this.cellules[jeton]);
    const vers = bien && jeton > rang ? this.cellules[jeton] : cellule;
    vers.node.querySelector('.jp-Cell-outputWrapper')?.scrollIntoView(VISIBLE);
    formulaire.valider.hidden ? formulaire.focus() : formulaire.valider.focus({ preventScroll: true });
  }

  suivante(rang) {
    const trouve = this.cellules.findIndex((c, i) => i > rang && c.model.type === 'code');
    return trouve < 0 ? rang : trouve;
  }

  /* Exécute, dans l'ordre, depuis la première cellule qui n'est pas à jour. Rend faux si l'une s'arrête sur une erreur. */
  async executerJusqua(fin) {
    const rangs = [...Array(fin).keys()].filter(i => this.aExecuter(this.cellules[i]));
    const debut = rangs.findIndex(i => !this.aJour(this.cellules[i]));
    if (debut < 0) return true;
    this.premierNouveau = rangs[debut];
    const aFaire = rangs.slice(debut);
    // Exécuter avant que le noyau soit choisi ouvrirait « Select Kernel » devant quelqu'un qui n'a rien demandé.
    this.dire('Le noyau démarre…');
    await this.panneau.sessionContext.ready;
    for (const [n, rang] of aFaire.entries()) {
      this.dire(`Un instant… ${n + 1} sur ${aFaire.length}`);
      if (!(await this.executer(rang))) {
        this.dire('Une cellule s’est arrêtée sur une erreur : la voici.');
        await this.montrer(rang);
        return false;
      }
    }
    this.dire('');
    return true;
  }

  /* Demande quelque chose au noyau, et montre sa réponse dans `ou` ; rien n'est ajouté au carnet. */
  async demander(code, ou) {
    const noyau = this.panneau.sessionContext.session?.kernel;
    if (!noyau) return ou.replaceChildren(element('p', {}, 'Le noyau n’est pas prêt : réessayez dans un instant.'));
    ou.replaceChildren(element('p', { role: 'status' }, 'Un instant…'));
    const echange = noyau.requestExecute({ code, store_history: false, silent: false });
    const recus = [];
    echange.onIOPub = message => {
      const { content } = message;
      if (content.data) recus.push([content.data, content.metadata]);
      else if (content.text) recus.push([{ 'text/plain': content.text }, {}]);
      else if (content.ename) recus.push([{ 'text/plain': `${content.ename} : ${content.evalue}` }, {}]);
    };
    await echange.done;
    const { rendermime } = this.carnet, nodes = [];
    for (const [data, metadata] of recus) {
      const genre = rendermime.preferredMimeType(data, 'any');
      const rendu = rendermime.createRenderer(genre);
      await rendu.renderModel(rendermime.createModel({ data, metadata, trusted: true }));
      nodes.push(rendu.node);
    }
    const fermer = bouton('Fermer', () => ou.replaceChildren(), 'discret');
    ou.replaceChildren(element('div', { role: 'status' }, ...nodes), fermer);
    ou.scrollIntoView(VISIBLE);
  }

  /* --- « Continuer » --- */

  poserLaBarre() {
    this.etatDit = element('span', { class: 'cmf-etat', role: 'status' });
    this.compte = element('span', { class: 'cmf-compte' });
    this.continuer = bouton('Continuer', () => this.avancer(), 'premier', {
      'aria-keyshortcuts': 'Alt+Shift+C', title: 'Alt + Maj + C',
    });
    this.relire = bouton('Lire depuis où j’étais', () => this.carnet.scrollToItem(this.premierNouveau, 'start'), 'second', { hidden: true });
    this.changerDeVue = bouton('', () => this.vue(!this.enVue), 'second');
    this.annexe = element('div', { class: 'cmf-annexe' });
    const autre = (nom, appel) => bouton(nom, () => this.demander(`${DU_COURS}.${appel}`, this.annexe), 'second');
    const plus = element('details', { class: 'cmf-plus' }, element('summary', {}, 'Plus'),
      element('div', { class: 'cmf-menu' }, this.changerDeVue, autre('Ma progression', 'progression()'),
        autre('Sauvegarder mon travail', 'sauvegarder()'), autre('Reprendre un travail sauvegardé', 'reprendre()'),
        autre('Lettres plus grandes', 'confort_de_lecture()'), autre('Lettres ordinaires', 'confort_de_lecture(False)'),
        this.annexe));
    plus.addEventListener('keydown', e => {
      if (e.key === 'Escape') { plus.open = false; plus.querySelector('summary').focus(); }
    });
    this.barre = element('div', { class: 'cmf-barre', role: 'region', 'aria-label': 'Avancer dans le carnet' },
      this.continuer, this.relire, this.etatDit, this.compte, plus);
    this.barre.addEventListener('keydown', e => { if (!e.ctrlKey && !e.metaKey && !e.altKey) e.stopPropagation(); });
    this.panneau.node.append(this.barre);
    this.panneau.node.classList.add('cmf-panneau');
    this.mesure = new ResizeObserver(() => this.panneau.node.style.setProperty('--cmf-barre', `${this.barre.offsetHeight}px`));
    this.mesure.observe(this.barre);
  }

  vue(formulaires) {
    this.enVue = formulaires;
    localStorage.setItem(MEMOIRE, formulaires ? 'formulaires' : 'code');
    this.carnet.node.classList.toggle('cmf-vue', formulaires);
    this.changerDeVue.textContent = formulaires ? 'Montrer tout le code' : 'Montrer les formulaires';
  }

  get aFaire() {
    const rangs = [];
    for (const [i, cellule] of this.cellules.entries()) {
      const formulaire = this.parCellule.get(cellule);
      if (formulaire ? !formulaire.d.suite && formulaire.avancement === 'à faire' : this.seRepondEnPython(cellule)) rangs.push(i);
    }
    return rangs;
  }

  get questions() { return [...this.parCellule.values()].filter(f => f && !f.d.suite); }

  /* Un carnet où rien n'est à répondre (express) s'avance scène par scène. */
  get scenes() {
    return [...this.cellules.keys()].filter(i => this.cellules[i].model.sharedModel.getMetadata('tags')?.includes('replie'));
  }

  compter() {
    const { questions, scenes } = this, faits = questions.filter(f => f.avancement !== 'à faire').length;
    this.compte.textContent = questions.length
      ? `Fait : ${faits} sur ${questions.length}`
      : `Scène ${scenes.filter(i => i <= this.ici).length} sur ${scenes.length}`;
  }

  dire(phrase) { this.etatDit.textContent = phrase; }

  async avancer() {
    if (this.enCours) return;
    this.enCours = true;
    this.continuer.setAttribute('aria-disabled', 'true');
    try {
      const enScenes = !this.questions.length, aFaire = enScenes ? this.scenes : this.aFaire;
      const prochain = aFaire.find(i => i > this.ici) ?? this.cellules.length;
      this.premierNouveau = undefined;
      if (!(await this.executerJusqua(Math.min(prochain + enScenes, this.cellules.length)))) return;
      if (prochain < this.cellules.length) {
        this.ici = prochain;
        await this.montrer(prochain);
        if (enScenes) this.compter();
      } else {
        const reste = enScenes ? 0 : aFaire.length;
        this.ici = -1;
        await this.carnet.scrollToItem(this.cellules.length - 1, 'end');
        this.dire(reste ? `Vous êtes au bout. Il reste ${reste} chose${reste > 1 ? 's' : ''} à faire plus haut.` : 'Vous êtes au bout : tout est fait.');
      }
      this.relire.hidden = this.premierNouveau === undefined;
    } finally {
      this.enCours = false;
      this.continuer.removeAttribute('aria-disabled');
    }
  }

  /* Amène cette cellule à l'écran, sa consigne au-dessus d'elle, et y met le clavier. */
  async montrer(rang) {
    const cellule = this.cellules[rang];
    let consigne = rang;
    while (consigne > 0 && rang - consigne < 3 && this.cellules[consigne].model.type !== 'markdown') consigne--;
    if (this.cellules[consigne].model.type !== 'markdown') consigne = rang;
    await this.carnet.scrollToItem(consigne, 'start');
    await cellule.ready;
    await new Promise(fait => requestAnimationFrame(() => requestAnimationFrame(fait)));
    this.carnet.activeCellIndex = rang;
    const formulaire = this.parCellule.get(cellule);
    const lieu = formulaire && this.enVue ? formulaire.node : cellule.node;
    const cadre = this.carnet.node.getBoundingClientRect(), haut = lieu.getBoundingClientRect().top - cadre.top;
    if (haut > 0.55 * cadre.height || haut < 0) {
      const defile = this.carnet.node.querySelector('.jp-WindowedPanel-outer') ?? this.carnet.node;
      defile.scrollTop += haut - 0.3 * cadre.height;
    }
    if (formulaire && this.enVue) formulaire.focus();
    else cellule.editor?.focus();
  }

  /* --- « Voir », à côté d'un appel nommé dans un texte --- */

  proposerDeLancer() {
    for (const ici of this.carnet.node.querySelectorAll('.jp-MarkdownOutput code:not([data-cmf-vu])')) {
      const appel = ici.textContent.trim(), code = aLancer(appel);
      ici.dataset.cmfVu = 'oui';
      if (code) ici.after(' ', bouton('Voir', e => this.lancer(code, e.target), 'lancer', { 'aria-label': `Voir ce que donne ${appel}` }));
    }
  }

  async lancer(code, b) {
    const rang = this.cellules.findIndex(c => c.node.contains(b)), { node } = this.cellules[rang];
    if (!(await this.executerJusqua(rang))) return;
    const annexe = node.querySelector(':scope > .cmf-annexe') ?? element('div', { class: 'cmf-annexe' });
    node.append(annexe);
    await this.demander(code, annexe);
  }

  /* --- « Retenir », à côté du numéro d'une ligne de journal --- */

  proposerDeRetenir() {
    const preneur = () => [...this.parCellule.values()].find(f => f?.d.noeud.champs?.some(
      c => c.noeud?.ligne?.champs.some(x => x.noeud?.retenir)));
    if (!preneur()) return;
    for (const ici of this.carnet.node.querySelectorAll(':is(.jp-OutputArea, .cmf-annexe) :is(td, th)')) {
      if (ici.dataset.cmfVu || !/^J-\d{4}$/.test(ici.textContent.trim())) continue;
      ici.dataset.cmfVu = 'oui';
      const ligne = ici.textContent.trim();
      ici.append(' ', bouton('Retenir', e => {
        const rangee = e.target.closest('tr'), tetes = [...rangee.closest('table').querySelectorAll('thead th')];
        const place = tetes.findIndex(t => /^personne/i.test(t.textContent.trim()));
        const personne = place >= 0 ? rangee.children[place]?.textContent.trim() : '';
        this.dire(preneur().retenir(ligne, personne) ?? 'Cette réponse est écrite en Python : rien n’est retenu.');
      }, 'retenir', { 'aria-label': `Retenir la ligne ${ligne}` }));
    }
  }
}

function poserLeStyle() {
  const adresse = new URL('formulaire.css', import.meta.url).href;
  document.head.append(element('link', { rel: 'stylesheet', href: adresse }));
}

const seances = new Set();

/* Au clavier, de n'importe où : le carnet que l'on a devant soi avance. */
function poserLeRaccourci(app) {
  const devant = () => [...seances].find(s => s.barre?.isConnected && s.panneau === app.shell.currentWidget);
  app.commands.addCommand('chatmairie:continuer', {
    label: 'ChatMairie : continuer',
    isEnabled: () => devant() !== undefined,
    execute: () => devant()?.avancer(),
  });
  app.commands.addKeyBinding({ command: 'chatmairie:continuer', keys: ['Alt Shift C'], selector: 'body' });
}

/* Sur un écran étroit, le carnet a toute la largeur : les panneaux de côté se ferment ; un clic sur leur icône les rouvre. */
function faireDeLaPlace(app) {
  const etroit = window.matchMedia('(max-width: 760px)');
  const fermer = () => {
    if (!etroit.matches) return;
    app.shell.collapseLeft?.();
    app.shell.collapseRight?.();
  };
  etroit.addEventListener('change', fermer);
  app.restored.then(fermer);
}

export default {
  id: 'chatmairie-formulaires:formulaires',
  autoStart: true,
  activate: app => {
    poserLeStyle();
    poserLeRaccourci(app);
    faireDeLaPlace(app);
    app.docRegistry.addWidgetExtension('Notebook', {
      createNew: panneau => {
        const seance = new Seance(app, panneau);
        seances.add(seance);
        panneau.disposed.connect(() => seances.delete(seance));
        seance.commencer();
        return seance;
      },
    });
  },
};
