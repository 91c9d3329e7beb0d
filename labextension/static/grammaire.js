/* Lire la réponse d'une cellule, et la récrire : du texte Python à un arbre, et retour. Ni page, ni JupyterLab.

   Une valeur est un arbre : {g: 'texte' | 'nombre' | 'bool' | 'nul' | 'vide' | 'nom' | 'liste' | 'dict' | 'appel', …}.
   « vide » est `...` : ce qui reste à remplir. Ce qui ne se lit pas ainsi est du code libre, que l'on n'écrit jamais. */

export const VIDE = Object.freeze({ g: 'vide' });
const NOM = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NOMBRE = /-?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y;
const ECHAPPES = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07', '\\': '\\', "'": "'", '"': '"', '\n': '' };

class Illisible extends Error {}

/* --- les instructions d'une cellule ------------------------------------------------------------- */

/* Ce que Python lit dans la cellule, une instruction logique après l'autre : {debut, fin, colonne}, sans commentaire.
   `sens` est le texte débarrassé de ses commentaires et de ses lignes blanches. */
export function decouper(source) {
  const instructions = [];
  let i = 0, profondeur = 0, debut = -1, fin = 0, sens = '';
  const clore = () => {
    if (debut >= 0) {
      const ligne = source.lastIndexOf('\n', debut - 1) + 1;
      instructions.push({ debut, fin, colonne: debut - ligne });
    }
    debut = -1;
  };
  while (i < source.length) {
    const c = source[i];
    if (c === '#') {
      while (i < source.length && source[i] !== '\n') i++;
      continue;
    }
    if (c === '\n' && profondeur === 0) clore();
    if (/\s/.test(c)) { sens += c; i++; continue; }
    if (debut < 0) debut = i;
    const depart = i;
    if (c === '"' || c === "'") i = finDuTexte(source, i);
    else if (c === '\\') i += 2;
    else i++;
    if ('([{'.includes(c)) profondeur++;
    if (')]}'.includes(c)) profondeur--;
    sens += source.slice(depart, i);
    fin = i;
  }
  clore();
  sens = sens.split('\n').map(l => l.trimEnd()).filter(l => l).join('\n');
  return { instructions, sens };
}

function finDuTexte(source, i) {
  const triple = source.slice(i, i + 3);
  const borne = triple === '"""' || triple === "'''" ? triple : source[i];
  for (i += borne.length; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source.startsWith(borne, i)) return i + borne.length;
    else if (borne.length === 1 && source[i] === '\n') break;
  }
  throw new Illisible('un texte n’est pas refermé');
}

/* --- lire une valeur ---------------------------------------------------------------------------- */

/* L'arbre de cette expression. Lève `Illisible` pour tout ce qui n'est pas une donnée simple, ou un appel qui en a. */
export function lire(texte) {
  const lecteur = new Lecteur(texte);
  const valeur = lecteur.expression();
  lecteur.blancs();
  if (lecteur.i < texte.length) throw new Illisible('autre chose suit la valeur');
  return valeur;
}

class Lecteur {
  constructor(texte) { this.texte = texte; this.i = 0; }

  blancs() {
    while (this.i < this.texte.length && /\s/.test(this.texte[this.i])) this.i++;
    if (this.texte[this.i] === '#') throw new Illisible('un commentaire serait perdu');
  }
  voir(signe) { this.blancs(); return this.texte.startsWith(signe, this.i); }
  prendre(signe) { if (!this.voir(signe)) return false; this.i += signe.length; return true; }
  exiger(signe) { if (!this.prendre(signe)) throw new Illisible(`il manque « ${signe} »`); }
  motif(regle) {
    this.blancs();
    regle.lastIndex = this.i;
    const lu = regle.exec(this.texte);
    if (lu) this.i = regle.lastIndex;
    return lu ? lu[0] : null;
  }

  expression() {
    if (this.prendre('...')) return VIDE;
    if (this.voir('"') || this.voir("'")) return { g: 'texte', v: this.textes() };
    if (this.prendre('(')) { const dedans = this.expression(); this.exiger(')'); return dedans; }
    if (this.prendre('[')) return { g: 'liste', v: this.suite(']', () => this.expression()) };
    if (this.prendre('{')) return { g: 'dict', v: this.entrees() };
    const nombre = this.motif(NOMBRE);
    if (nombre) return { g: 'nombre', v: Number(nombre.replaceAll('_', '')), brut: nombre };
    const nom = this.motif(NOM);
    if (nom === 'True' || nom === 'False') return { g: 'bool', v: nom === 'True' };
    if (nom === 'None') return { g: 'nul' };
    if (!nom) throw new Illisible('ce n’est pas une donnée simple');
    return this.prendre('(') ? this.appel(nom) : { g: 'nom', v: nom };
  }

  suite(fin, lire) {
    const lus = [];
    while (!this.prendre(fin)) {
      lus.push(lire());
      if (!this.prendre(',')) { this.exiger(fin); break; }
    }
    return lus;
  }

  entrees() {
    const lues = this.suite('}', () => {
      if (!this.voir('"') && !this.voir("'")) throw new Illisible('une clé n’est pas un texte');
      const cle = this.textes();
      this.exiger(':');
      return [cle, this.expression()];
    });
    if (new Set(lues.map(e => e[0])).size < lues.length) throw new Illisible('une clé est écrite deux fois');
    return lues;
  }

  appel(nom) {
    const appel = { g: 'appel', f: nom, pos: [], nommes: [] };
    this.suite(')', () => {
      const ici = this.i, cle = this.motif(NOM);
      if (cle && this.voir('=') && !this.voir('==')) {
        this.exiger('=');
        appel.nommes.push([cle, this.expression()]);
        return;
      }
      if (appel.nommes.length) throw new Illisible('un argument sans nom vient après les autres');
      this.i = ici;
      appel.pos.push(this.expression());
    });
    return appel;
  }

  textes() {
    let tout = '';
    while (this.voir('"') || this.voir("'")) tout += this.untexte();
    return tout;
  }

  untexte() {
    const fin = finDuTexte(this.texte, this.i), triple = this.texte.slice(this.i, this.i + 3);
    const n = triple === '"""' || triple === "'''" ? 3 : 1;
    const brut = this.texte.slice(this.i + n, fin - n);
    this.i = fin;
    return brut.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([\s\S]))/gi, (_tout, x, u, U, un) => {
      const code = x ?? u ?? U;
      if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
      if (!(un in ECHAPPES)) throw new Illisible('un signe échappé que l’on ne connaît pas');
      return ECHAPPES[un];
    });
  }
}

/* --- écrire une valeur -------------------------------------------------------------------------- */

/* Le texte Python de cet arbre : une ligne si elle tient, sinon un élément par ligne. */
export function ecrire(valeur, marge = '', large = 100) {
  const simple = {
    vide: () => '...',
    nul: () => 'None',
    texte: () => JSON.stringify(valeur.v).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'),
    nombre: () => valeur.brut ?? String(valeur.v),
    bool: () => (valeur.v ? 'True' : 'False'),
    nom: () => valeur.v,
  }[valeur.g];
  if (simple) return simple();
  const [ouvre, ferme, parts] = morceaux(valeur);
  const ligne = ouvre + parts.map(p => p[0] + ecrire(p[1], '', Infinity)).join(', ') + ferme;
  if (!parts.length || marge.length + ligne.length <= large) return ligne;
  const dedans = marge + '    ';
  return ouvre + '\n' + parts.map(p => dedans + p[0] + ecrire(p[1], dedans, large) + ',\n').join('') + marge + ferme;
}

function morceaux(valeur) {
  if (valeur.g === 'liste') return ['[', ']', valeur.v.map(v => ['', v])];
  if (valeur.g === 'dict') return ['{', '}', valeur.v.map(([c, v]) => [`${JSON.stringify(c)}: `, v])];
  return [`${valeur.f}(`, ')', [...valeur.pos.map(v => ['', v]), ...valeur.nommes.map(([c, v]) => [`${c}=`, v])]];
}

/* --- la valeur et son nœud ---------------------------------------------------------------------- */

export const litteral = v =>
  typeof v === 'boolean' ? { g: 'bool', v } : typeof v === 'number' ? { g: 'nombre', v } : { g: 'texte', v: String(v) };

export const noeudDe = (parent, champ) => champ.noeud ?? parent.chacun;

/* Un champ qui attend : `...`, ou les points de suspension d'un modèle recopié. */
export const attend = v => v === undefined || v.g === 'vide' || (v.g === 'texte' && /(?:…|\.\.\.)$|^\s*$/.test(v.v));

export const egales = (a, b) => a.g === b.g && a.v === b.v;

/* Une valeur neuve pour ce nœud : rien n'est choisi. */
export function neuve(noeud) {
  if (noeud.genre === 'nom') return { g: 'nom', v: noeud.nom };
  if (noeud.genre === 'plusieurs') return { g: 'liste', v: [] };
  if (noeud.genre === 'paires') return { g: 'dict', v: [] };
  if (noeud.genre === 'lignes') return { g: 'liste', v: Array.from({ length: noeud.depart }, () => neuve(noeud.ligne)) };
  if (noeud.genre === 'dict') {
    const champs = noeud.champs.filter(c => !c.si);
    return { g: 'dict', v: champs.map(c => [c.cle, c.zero ? litteral(0) : neuve(noeudDe(noeud, c))]) };
  }
  if (noeud.genre === 'appel') {
    const [sans, avec] = [noeud.champs.filter(c => c.cle === null), noeud.champs.filter(c => c.cle !== null)];
    return {
      g: 'appel', f: noeud.fonction,
      pos: [...noeud.fixes.map(litteral), ...sans.map(c => neuve(noeudDe(noeud, c)))],
      nommes: avec.map(c => [c.cle, neuve(noeudDe(noeud, c))]),
    };
  }
  return VIDE;
}

/* Vrai si le formulaire sait montrer cette valeur sans rien en perdre. */
export function convient(valeur, noeud) {
  const choix = v => noeud.choix.some(([c]) => egales(litteral(c), v));
  switch (noeud.genre) {
    case 'nom': return valeur.g === 'nom' && valeur.v === noeud.nom;
    case 'texte': return valeur.g === 'vide' || valeur.g === 'texte';
    case 'nombre':
      return valeur.g === 'vide' || valeur.g === 'nombre' || (valeur.g === 'texte' && valeur.v === noeud.ou);
    case 'un': return attend(valeur) || choix(valeur) || (noeud.libre === true && valeur.g === 'texte');
    case 'plusieurs':
      return valeur.g === 'vide' || (valeur.g === 'liste' && valeur.v.every(v => attend(v) || choix(v)));
    case 'paires':
      return valeur.g === 'dict' && valeur.v.every(
        ([c, v]) => convient(litteral(c), noeud.cle) && convient(v, noeud.valeur));
    case 'lignes': return valeur.g === 'liste' && valeur.v.every(v => convient(v, noeud.ligne));
    case 'dict':
      return valeur.g === 'dict' && valeur.v.every(([c, v]) => {
        const champ = noeud.champs.find(x => x.cle === c);
        return champ !== undefined && convient(v, noeudDe(noeud, champ));
      });
    case 'appel': return convientAppel(valeur, noeud);
    default: return false;
  }
}

function convientAppel(valeur, noeud) {
  if (valeur.g !== 'appel' || valeur.f !== noeud.fonction) return false;
  const sans = noeud.champs.filter(c => c.cle === null), n = noeud.fixes.length;
  if (valeur.pos.length < n || valeur.pos.length > n + sans.length) return false;
  return noeud.fixes.every((f, i) => egales(litteral(f), valeur.pos[i]))
    && valeur.pos.slice(n).every((v, i) => convient(v, noeudDe(noeud, sans[i])))
    && new Set(valeur.nommes.map(e => e[0])).size === valeur.nommes.length
    && valeur.nommes.every(([c, v]) => {
      const champ = noeud.champs.find(x => x.cle !== null && x.cle === c);
      return champ !== undefined && convient(v, noeudDe(noeud, champ));
    });
}

/* Ce qui manque encore : la liste des chemins (clés et rangs) des champs à remplir. */
export function manques(valeur, noeud, chemin = []) {
  const va = (v, n, pas) => manques(v ?? VIDE, n, [...chemin, pas]);
  switch (noeud.genre) {
    case 'nom': return [];
    case 'plusieurs': return valeur.g === 'vide' || valeur.v.some(attend) ? [chemin] : [];
    case 'lignes': return valeur.g === 'liste' ? valeur.v.flatMap((v, i) => va(v, noeud.ligne, i)) : [chemin];
    case 'paires':
      if (valeur.g !== 'dict' || !valeur.v.length) return [chemin];
      return valeur.v.flatMap(([c, v], i) => (attend(litteral(c)) || attend(v) ? [[...chemin, i]] : []));
    case 'dict': {
      if (valeur.g !== 'dict') return [chemin];
      const lue = new Map(valeur.v);
      return noeud.champs.flatMap(c => {
        if (c.facultatif || (c.zero && !lue.has(c.cle))) return [];
        if (c.si && !(lue.get(c.si[0])?.v === c.si[1])) return [];
        return va(lue.get(c.cle), noeudDe(noeud, c), c.cle);
      });
    }
    case 'appel': {
      const n = noeud.fixes.length, nommes = new Map(valeur.nommes);
      let rang = 0;
      return noeud.champs.flatMap(c => {
        const cle = c.cle ?? rang, lu = c.cle === null ? valeur.pos[n + rang++] : nommes.get(c.cle);
        return c.facultatif ? [] : va(lu, noeudDe(noeud, c), cle);
      });
    }
    default: return attend(valeur) ? [chemin] : [];
  }
}

/* --- un appel nommé dans un texte ---------------------------------------------------------------- */

/* Ce que l'on peut lancer d'un clic : le nom d'un appel, et le code qui le fait. */
const LANCES = {
  montrer_journal: appel => appel,
  montrer_frugalite: appel => appel,
  ecrire_grille: appel => `from chatmairie import ecrire_grille\nprint("Écrit à côté du carnet :", ${appel})`,
  auditer: appel => `from chatmairie import auditer, lire_grille\n${appel}`,
};
const UN_ARGUMENT = /(?:rejeu|mesurer_les_solutions\(\)|lire_grille\("[\w.]+"\)\.reponses|(?:nom=)?"[^"\\\n]*")/.source;
const APPEL = new RegExp(`^(\\w+)\\((?:${UN_ARGUMENT}(?:, ${UN_ARGUMENT})*)?\\)$`);

/* Le code à exécuter pour cet appel, ou null s'il n'est pas de ceux-là : rien d'autre ne se lance. */
export function aLancer(texte) {
  const [, nom] = APPEL.exec(texte) ?? [];
  return Object.hasOwn(LANCES, nom ?? '') ? LANCES[nom](texte) : null;
}

/* --- la cellule --------------------------------------------------------------------------------- */

/* L'état d'une cellule devant son formulaire.
   « neuf » : rien n'est écrit ; « rempli » : `valeur`, entre `debut` et `fin` ; « libre » : du code écrit à la main. */
export function etat(source, formulaire) {
  let lu;
  try { lu = decouper(source); } catch { return { etat: 'libre' }; }
  const place = placeDeLaReponse(source, lu.instructions, formulaire);
  const neuf = formulaire.depart && lu.sens === decouper(formulaire.depart).sens;
  if (neuf) return { etat: 'neuf', valeur: neuve(formulaire.noeud), ...(place ?? apres(source, lu.instructions)) };
  if (!place) return { etat: 'libre' };
  try {
    const valeur = lire(source.slice(place.debut, place.fin));
    return convient(valeur, formulaire.noeud) ? { etat: 'rempli', valeur, ...place } : { etat: 'libre' };
  } catch (erreur) {
    if (erreur instanceof Illisible) return { etat: 'libre' };
    throw erreur;
  }
}

/* Où est la réponse : la valeur de la dernière instruction, `cible = …` à la marge (ou l'appel lui-même). */
function placeDeLaReponse(source, instructions, { cible, suite }) {
  const commence = ({ debut, fin, colonne }) => {
    if (colonne) return null;
    if (!cible) return { debut, fin };
    const debutDe = new RegExp(`^${cible.split(', ').join('\\s*,\\s*')}\\s*=(?!=)\\s*`).exec(source.slice(debut, fin));
    return debutDe ? { debut: debut + debutDe[0].length, fin } : null;
  };
  if (suite) {
    const places = instructions.map(commence).filter(Boolean);
    return places.length === 1 ? places[0] : null;
  }
  const derniere = instructions.at(-1);
  return derniere ? commence(derniere) : null;
}

/* Après le bouchon : le modèle en commentaire laisse sa place à la réponse. */
function apres(source, instructions) {
  const fin = instructions.at(-1)?.fin ?? 0;
  return { debut: fin, fin: source.length, aCreer: true };
}

/* Le plus petit changement qui met `valeur` dans la cellule : {debut, fin, texte}, ou null si rien ne change. */
export function changement(source, formulaire, valeur) {
  const lu = etat(source, formulaire);
  if (lu.etat === 'libre') return null;
  const ecrite = ecrire(valeur);
  const nouveau = lu.aCreer ? `\n\n\n${formulaire.cible} = ${ecrite}` : ecrite;
  const ancien = source.slice(lu.debut, lu.fin);
  if (nouveau === ancien) return null;
  let a = 0, z = 0;
  while (a < ancien.length && a < nouveau.length && ancien[a] === nouveau[a]) a++;
  while (z < ancien.length - a && z < nouveau.length - a && ancien.at(-1 - z) === nouveau.at(-1 - z)) z++;
  return { debut: lu.debut + a, fin: lu.fin - z, texte: nouveau.slice(a, nouveau.length - z) };
}

export const appliquer = (source, c) => (c ? source.slice(0, c.debut) + c.texte + source.slice(c.fin) : source);

export const compterLesMots = texte =>
  (texte.normalize('NFC').match(/[\p{L}\p{N}]+(?:[-'’‑][\p{L}\p{N}]+|(?<=\d)[.,]\d+)*/gu) ?? []).length;
