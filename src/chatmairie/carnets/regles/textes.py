"""Règles des textes : accessibles, courts, et dans les mots du cours."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from chatmairie.carnets.metadonnees import REGION_BAREME
from chatmairie.carnets.regles.commun import Bloc, Contexte, Probleme, texte_sans_regions
from chatmairie.carnets.source import CelluleSource
from chatmairie.langue.typographie import lecteur

LIGNES_MAX = 12
"""Lignes de texte entre deux actions (cellules de code ou réponse à écrire)."""
SIGNES_PAR_LIGNE = 160

LIENS_MUETS = frozenset(
    "ici|là|lien|ce lien|le lien|cliquez ici|cliquer ici|voir|voir ici|lire|source|en savoir plus|lire la suite"
    "|plus|page|cette page|site".split("|")
)

_BIAIS = "(?:le|les|un|des|ce|ces|ses|tout|tous les) biais"
_OUTIL = "(?:IA|intelligence artificielle|algorithmes?|modèles?|données?)"
MOTS_INTERDITS = {
    rf"corrig\w+ {_BIAIS}": "dites « atténuer », « mesurer », et qui est lésé",
    r"correction (?:du|des) biais": "dites « atténuation », et qui est lésé",
    r"d[ée]biais\w*": "dites « atténuer », « mesurer », et qui est lésé",
    rf"(?:supprim|élimin|enlev|retir|effac)\w+ {_BIAIS}": "un biais s'atténue et se mesure",
    r"sans (?:aucun )?biais": "rien n'est sans biais : dites ce qui a été mesuré",
    rf"{_OUTIL} (?:est |sont )?(?:neutres?|objecti(?:f|ve)s?)": "dites pour qui elle a été essayée",
    rf"neutralité (?:technologique|(?:de l'|de la |du |des |d'un |d'une ){_OUTIL})": "dites pour qui cela a été essayé",
    r"garanti\w* (?:l'|une )?équité": "dites « évaluer » et donnez la mesure",
    r"tout est juste": "dites « tests visibles réussis »",
    r"cas marginal|cas marginaux": "dites de qui il s'agit, et ce que cette personne perd",
    r"l'ordinateur a (?:refusé|décidé|choisi)": "dites qui a décidé : la mairie, un agent, une règle",
    r"il suffi(?:t|ra) de": "dites l'étape, telle qu'elle est",
    r"simplement": "dites l'étape, telle qu'elle est",
    r"(?:les|des|aux) handicapés": "dites « personnes en situation de handicap »",
}
"""Expression (sans tenir compte des majuscules) -> ce qu'il vaut mieux dire. Admises entre guillemets « »."""

_POINT_MEDIAN = re.compile(r"\w[·•]\w")
_CITATION = re.compile(r"«[^»]*»")
_CODE_EN_LIGNE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
_TITRE_HTML = re.compile(r"<h[1-6]\b", re.I)
_IMAGE_HTML = re.compile(r"<img\b[^>]*>", re.I)
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.I)
_ALT_DE_FICHIER = re.compile(r"(?:image|figure|photo|capture|schéma)?\s*\d*|\S+\.(?:png|jpe?g|svg|gif)", re.I)


def verifier(contexte: Contexte) -> Iterator[Probleme]:
    """Toutes les règles des textes."""
    yield from _guillemets(contexte)
    yield from _titres(contexte)
    yield from _images_liens_tableaux(contexte)
    yield from _longueur(contexte)
    yield from _mots(contexte)


# --- la forme des blocs -----------------------------------------------------------------------------


def _guillemets(contexte: Contexte) -> Iterator[Probleme]:
    for cellule in contexte.textes:
        brut = "\n".join(cellule.brut).strip()
        if not brut.startswith('r"""') or not brut.endswith('"""') or len(brut) < 7:
            yield contexte.probleme(cellule, 'un texte s\'écrit dans un bloc r""" … """, seul dans sa cellule.')
        elif brut.count('"""') > 2:
            rang = next((i for i, x in enumerate(cellule.texte.split("\n")) if '"""' in x), 0)
            yield contexte.probleme(cellule, 'le texte contient """, qui referme le bloc : écrivez-le autrement.', rang)
        if re.match(r"\s*(?:[rR]?[\"'])", cellule.texte):
            yield contexte.probleme(cellule, "le texte commence par un guillemet droit, que jupytext a gardé.")
        if not cellule.texte.strip():
            yield contexte.probleme(cellule, "cette cellule de texte est vide.")
    for cellule in contexte.carnet.cellules:
        if cellule.genre == "raw":
            yield contexte.probleme(cellule, "pas de cellule « raw » : du texte ou du code.")


def titres(contexte: Contexte) -> Iterator[tuple[CelluleSource, int, int, str]]:
    """Les titres : cellule, décalage, niveau (1 à 6), texte."""
    for cellule in contexte.textes:
        blocs = contexte.blocs(cellule)
        for bloc, suivant in zip(blocs, blocs[1:], strict=False):
            if bloc.jeton.type == "heading_open":
                yield cellule, bloc.ligne, int(bloc.jeton.tag[1]), _texte_rendu(suivant.jeton).strip()


def _titres(contexte: Contexte) -> Iterator[Probleme]:
    precedent, deja_un = 0, False
    for cellule, ligne, niveau, texte in titres(contexte):
        if not texte:
            yield contexte.probleme(cellule, "titre vide.", ligne)
        if niveau == 1 and deja_un:
            yield contexte.probleme(cellule, "un carnet n'a qu'un titre de niveau 1.", ligne)
        elif precedent == 0 and niveau != 1:
            yield contexte.probleme(cellule, "le premier titre du carnet est de niveau 1.", ligne)
        elif niveau > precedent + 1:
            yield contexte.probleme(cellule, f"saut de titre : du niveau {precedent} au niveau {niveau}.", ligne)
        deja_un = deja_un or niveau == 1
        precedent = niveau
    if not deja_un:
        yield contexte.general("le carnet n'a pas de titre de niveau 1.")


def _texte_rendu(jeton) -> str:
    """Le texte d'un jeton « inline », alternatives d'images comprises, sans balises."""
    morceaux = []
    for enfant in jeton.children or []:
        if enfant.type in ("text", "code_inline"):
            morceaux.append(enfant.content)
        elif enfant.type == "image":
            morceaux.append(_texte_rendu(enfant))
        elif enfant.type in ("softbreak", "hardbreak"):
            morceaux.append(" ")
    return "".join(morceaux)


def _images_liens_tableaux(contexte: Contexte) -> Iterator[Probleme]:
    for cellule in contexte.textes:
        for bloc in contexte.blocs(cellule):
            jeton = bloc.jeton
            if jeton.type == "inline":
                yield from _dans_une_ligne(contexte, bloc)
            if jeton.type in ("inline", "html_block"):
                yield from _html(contexte, bloc)
            if jeton.type == "th_open":
                contenu = _suivant(contexte, bloc)
                if not _texte_rendu(contenu).strip():
                    yield contexte.probleme(cellule, "tableau : un en-tête de colonne est vide.", bloc.ligne)


def _suivant(contexte: Contexte, bloc: Bloc):
    blocs = contexte.blocs(bloc.cellule)
    return blocs[next(i for i, b in enumerate(blocs) if b is bloc) + 1].jeton


def _dans_une_ligne(contexte: Contexte, bloc: Bloc) -> Iterator[Probleme]:
    enfants = bloc.jeton.children or []
    for rang, enfant in enumerate(enfants):
        if enfant.type == "image":
            alternative = _texte_rendu(enfant).strip()
            if _ALT_DE_FICHIER.fullmatch(alternative):
                phrase = f"image sans alternative utile (« {alternative} ») : dites ce qu'elle montre."
                yield contexte.probleme(bloc.cellule, phrase, bloc.ligne)
        if enfant.type == "link_open":
            fin = next(i for i in range(rang, len(enfants)) if enfants[i].type == "link_close")
            dedans = type(bloc.jeton)("inline", "", 0, children=enfants[rang + 1 : fin])
            texte = _texte_rendu(dedans).strip()
            muet = re.sub(r"[\s.…»«:!]+", " ", texte.casefold()).strip() in LIENS_MUETS
            if not texte or muet or re.match(r"https?://|www\.", texte):
                phrase = f"le texte du lien (« {texte} ») ne dit pas où il mène."
                yield contexte.probleme(bloc.cellule, phrase, bloc.ligne)


def _html(contexte: Contexte, bloc: Bloc) -> Iterator[Probleme]:
    html = bloc.jeton.content
    if bloc.jeton.type == "inline":
        html = "".join(e.content for e in bloc.jeton.children or [] if e.type == "html_inline")
    if _TITRE_HTML.search(html):
        yield contexte.probleme(bloc.cellule, "écrivez les titres en markdown (##), pas en HTML.", bloc.ligne)
    for image in _IMAGE_HTML.findall(html):
        alternative = _ALT.search(image)
        if not alternative or _ALT_DE_FICHIER.fullmatch((alternative.group(1) or alternative.group(2) or "").strip()):
            yield contexte.probleme(bloc.cellule, "image HTML sans alternative utile (alt).", bloc.ligne)
    if re.search(r"<table\b", html, re.I) and not re.search(r"<th\b", html, re.I):
        yield contexte.probleme(bloc.cellule, "tableau HTML sans en-têtes (th).", bloc.ligne)


# --- la longueur ------------------------------------------------------------------------------------


def _longueur(contexte: Contexte) -> Iterator[Probleme]:
    """Au plus douze lignes entre deux actions ; avant la première et après la dernière, par partie."""
    actions = [c.numero for c in contexte.carnet.cellules if est_une_action(c)]
    premiere, derniere = (actions[0], actions[-1]) if actions else (math.inf, 0)
    total, debut, signale = 0, None, False
    for cellule in contexte.carnet.cellules:
        if est_une_action(cellule):
            total, debut, signale = 0, None, False
            continue
        if cellule.genre != "markdown":
            continue
        for ligne, nombre, nouvelle_partie in _lignes(contexte, cellule):
            if nouvelle_partie and not premiere < cellule.numero < derniere:
                total, debut, signale = 0, None, False
            debut = debut or cellule
            total += nombre
            if total > LIGNES_MAX and not signale:
                signale = True
                phrase = (
                    f"plus de {LIGNES_MAX} lignes de texte (de {SIGNES_PAR_LIGNE} signes) depuis la cellule "
                    f"{debut.numero} : coupez, ou faites agir (une cellule de code, un pari)."
                )
                yield contexte.probleme(cellule, phrase, ligne)


def est_une_action(cellule: CelluleSource) -> bool:
    """Vrai pour une cellule de code et pour la réponse d'une question ouverte."""
    return cellule.genre == "code" or cellule.role == "ouverte"


def _lignes(contexte: Contexte, cellule: CelluleSource) -> Iterator[tuple[int, int, bool]]:
    """(décalage, nombre de lignes, début d'une partie de niveau 2) ; un bloc replié compte pour une ligne."""
    texte = texte_sans_regions(REGION_BAREME.sub("", cellule.texte))
    plie, partie, rangees = 0, False, set()
    ligne = 0
    for jeton in lecteur().parse(texte):
        ligne = jeton.map[0] if jeton.map else ligne
        if jeton.type == "html_block":
            ouvre, ferme = len(re.findall(r"<details\b", jeton.content)), len(re.findall(r"</details>", jeton.content))
            if not plie:
                visible = re.sub(r"<!--.*?-->|</?details[^>]*>", "", jeton.content, flags=re.S)
                yield ligne, 1 if ouvre else sum(1 for x in visible.split("\n") if x.strip()), False
            plie = max(0, plie + ouvre - ferme)
        elif plie:
            continue
        elif jeton.type == "heading_open":
            partie = jeton.tag == "h2"
        elif jeton.type in ("fence", "code_block"):
            yield ligne, len(jeton.content.rstrip("\n").split("\n")), False
        elif jeton.type == "inline":
            if (ligne, jeton.level) in rangees:
                continue  # autre case de la même ligne d'un tableau
            rangees.add((ligne, jeton.level))
            signes = len(" ".join(jeton.content.split()))
            if signes:
                yield ligne, math.ceil(signes / SIGNES_PAR_LIGNE), partie
            partie = False


# --- les mots ---------------------------------------------------------------------------------------


def mots_a_eviter(texte: str, *, markdown: bool) -> Iterator[tuple[str, str, int]]:
    """Les mots que la charte écarte (CONTRIBUTING) : le mot, ce qu'il vaut mieux dire, la ligne (à partir de 0).

    Une citation, entre guillemets ou en retrait « > », n'est pas la parole du cours.
    """
    if markdown:
        texte = "\n".join("" if x.lstrip().startswith(">") else x for x in texte.split("\n"))
        texte = _CODE_EN_LIGNE.sub(_blancs, texte)
    texte = _CITATION.sub(_blancs, texte).replace("’", "'").replace("\u00a0", " ")
    for motif, conseil in MOTS_INTERDITS.items():
        motif = motif.replace(" ", r"\s+")
        for trouve in re.finditer(rf"(?<!\w){motif}(?!\w)", texte, re.I):
            yield " ".join(trouve.group().split()), conseil, texte.count("\n", 0, trouve.start())
    if markdown:
        for trouve in _POINT_MEDIAN.finditer(texte):
            yield trouve.group(), "choisissez un mot qui dit les deux", texte.count("\n", 0, trouve.start())


def _mots(contexte: Contexte) -> Iterator[Probleme]:
    for cellule in contexte.carnet.cellules:
        for mot, conseil, rang in mots_a_eviter(cellule.texte, markdown=cellule.genre == "markdown"):
            phrase = "pas de point médian : " if _POINT_MEDIAN.fullmatch(mot) else f"« {mot} » : "
            yield contexte.probleme(cellule, f"{phrase}{conseil}.", rang)


def _blancs(trouve: re.Match[str]) -> str:
    """Efface sans déplacer les lignes."""
    return re.sub(r"[^\n]", " ", trouve.group())
