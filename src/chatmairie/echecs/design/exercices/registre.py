"""`design.registre` : repérer, dans ce que dit la mairie, un registre inadapté à un service public, et sa place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, SupportsInt, TypeGuard

import numpy as np
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import prenoms
from chatmairie.echecs.design.monde import MONDES, TEXTES, Monde
from chatmairie.echecs.design.registre import LEXIQUE, PHRASES
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
MARGE_DE_PLACE = 8
"""Lettres de trop admises de chaque côté de l'expression (« mon » devant « reuf », une virgule)."""
RAPPEL, FAUSSES = 0.95, 0.1
"""Part des fautes à trouver, part de fausses alertes admise sur les textes honnêtes. Mesuré : les bonnes réponses
trouvent tout et n'accusent personne ; la fausse la plus proche manque une faute sur neuf, ou accuse un texte sur
six."""

_SANS_ACCENTS = str.maketrans("éèêàôîç", "eeeaoic")


def _deguiser(hasard: Generator, mot: str, facon: int) -> str:
    """Le même mot, sans accents s'il en a ; sinon en capitales, avec une lettre répétée ou un chiffre (0 à 2)."""
    if mot.translate(_SANS_ACCENTS) != mot:
        return mot.translate(_SANS_ACCENTS)
    if facon == 1:
        voyelles = [i for i, c in enumerate(mot) if c in "aeiouéèêy"]
        i = int(hasard.choice(voyelles)) if voyelles else len(mot) - 1
        return mot[:i] + mot[i] * int(hasard.integers(3, 6)) + mot[i + 1 :]
    lettres = [i for i, c in enumerate(mot) if c in "eaoi" and i > 0]
    if facon == 0 or not lettres:
        return mot.upper()
    i = int(hasard.choice(lettres))
    return mot[:i] + {"e": "3", "a": "4", "o": "0", "i": "1"}[mot[i]] + mot[i + 1 :]


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    connus = list(LEXIQUE if monde.argot else LEXIQUE[:48])  # ailleurs, on emploie plus de mots
    accentues = [m for m in connus if m.translate(_SANS_ACCENTS) != m]
    mots = [str(m) for m in hasard.permutation([m for m in connus if m not in accentues])]
    d_ailleurs = [m for m in mots if m not in LEXIQUE[:48]][:8]  # la moitié des mots demandés ailleurs ne l'est que là
    mots = [*d_ailleurs, *(m for m in mots if m not in d_ailleurs)]
    simples, deguises = mots[:16], [*accentues, *(m for m in mots[16:38] if len(m) > 3)]
    a_dire = TEXTES["registre"]
    cas = [
        ("simple", *_poser(PHRASES[mot], _en_tete(mot) if PHRASES[mot].startswith("{}") else mot)) for mot in simples
    ]
    cas += [("tu", *_poser(*_sans_la_marque(str(phrase)))) for phrase in hasard.permutation(a_dire["tutoyer"])]
    for rang, mot in enumerate(deguises):  # chaque façon, dans chaque monde
        cas.append(("deguise", *_poser(PHRASES[mot], _deguiser(hasard, mot, rang % 3))))
    noms = hasard.permutation(a_dire["noms"])
    cites = hasard.permutation([m for m in connus if m not in ("wsh", "yo")])
    for i, phrase in enumerate(a_dire["honnetes"]):
        cas.append(("honnete", phrase.format(nom=noms[i % len(noms)], mot=cites[i % len(cites)]), []))
    genres, textes, fautes = zip(*(cas[i] for i in hasard.permutation(len(cas))), strict=True)
    qui = [str(p) for p in hasard.choice(prenoms(), len(cas), replace=False)]
    return Sujet(
        entrees={"textes": list(textes)},
        verite={"fautes": list(fautes), "genres": list(genres), "textes": list(textes), "qui": qui},
    )


def _en_tete(mot: str) -> str:
    return mot[0].upper() + mot[1:]


def _sans_la_marque(phrase: str) -> tuple[str, str]:
    """« Ce dossier est à {toi}. » : la phrase à trou, et le mot qui tutoie."""
    avant, marque, apres = re.split(r"[{}]", phrase)
    return f"{avant}{{}}{apres}", marque


def _poser(phrase: str, mot: str) -> tuple[str, list[tuple[int, int, str]]]:
    debut = phrase.index("{}")
    texte = phrase.replace("{}", mot)
    places = [(debut, debut + len(mot), mot)]
    for autre in re.finditer(r"\bte plaît", texte):  # « s'il te plaît » tutoie aussi
        places.append((autre.start(), autre.start() + 2, "te"))
    return texte, places


# --- la réponse -----------------------------------------------------------------------------------------


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    reperer = formes.fonction(productions["reperer_familiarite"], "reperer_familiarite")
    return {"places": [_lire(reperer(texte), texte) for texte in entrees["textes"]]}


def _lire(rendu: Any, texte: str) -> list[list[int]]:
    rendu = formes.rendu(rendu, "reperer_familiarite")
    if isinstance(rendu, (Mapping, str, type)) or not hasattr(rendu, "__iter__"):
        raise F.refus("pas_une_liste", recu=formes.decrire(rendu))
    return [_place(element, texte) for element in list(rendu)]


def _place(element: Any, texte: str) -> list[int]:
    if isinstance(element, re.Match):
        return [element.start(), element.end()]
    if isinstance(element, Mapping):
        debut, fin = element.get("debut", element.get("début")), element.get("fin")
        mot = next((v for v in element.values() if isinstance(v, str)), None)
    elif isinstance(element, (list, tuple, np.ndarray)):
        nombres = [x for x in element if _entier(x)]
        mot = next((x for x in element if isinstance(x, str)), None)
        debut, fin = (nombres + [None, None])[:2]
    else:
        raise F.refus("pas_une_place", recu=formes.decrire(element))
    if fin is None and _entier(debut) and mot:
        fin = int(debut) + len(mot)
    if not _entier(debut) or not _entier(fin) or not 0 <= int(debut) < int(fin) <= len(texte):
        raise F.refus("place_impossible")
    return [int(debut), int(fin)]


def _entier(valeur: Any) -> TypeGuard[SupportsInt]:
    return est_nombre(valeur.item() if isinstance(valeur, np.generic) else valeur) and float(valeur) == int(valeur)


# --- les contrôles ----------------------------------------------------------------------------------------


def _couvre(place: Sequence[int], faute: Sequence[Any]) -> bool:
    return place[0] < faute[1] and faute[0] < place[1]


def manquees(sujet: Sujet, reponse: Reponse, genres: tuple[str, ...]) -> list[tuple[int, str]]:
    """(rang du texte, expression) de chaque faute de ces genres que personne n'a vue."""
    return [
        (rang, faute[2])
        for rang, (genre, fautes) in enumerate(zip(sujet.verite["genres"], sujet.verite["fautes"], strict=True))
        if genre in genres
        for faute in fautes
        if not any(_couvre(p, faute) for p in reponse["places"][rang])
    ]


def total(sujet: Sujet, genres: tuple[str, ...]) -> int:
    return sum(len(f) for g, f in zip(sujet.verite["genres"], sujet.verite["fautes"], strict=True) if g in genres)


def accuses(sujet: Sujet, reponse: Reponse, genres: tuple[str, ...] = ("honnete",)) -> list[int]:
    """Les rangs des textes où une place ne recouvre aucune faute."""
    return [
        rang
        for rang, (genre, fautes) in enumerate(zip(sujet.verite["genres"], sujet.verite["fautes"], strict=True))
        if genre in genres and any(not any(_couvre(p, f) for f in fautes) for p in reponse["places"][rang])
    ]


def honnetes_de(sujet: Sujet) -> int:
    return sum(genre == "honnete" for genre in sujet.verite["genres"])


def _trouve(sujet: Sujet, reponse: Reponse, genres: tuple[str, ...], famille: str) -> Constat | None:
    perdues, combien = manquees(sujet, reponse, genres), total(sujet, genres)
    if len(perdues) <= (1 - RAPPEL) * combien:
        return None
    rang, mot = perdues[0]
    return F.tort(famille, len(perdues), **_recu(sujet, rang), mot=mot, sur=combien)


def _recu(sujet: Sujet, rang: int) -> dict[str, str]:
    return {"qui": sujet.verite["qui"][rang], "texte": sujet.verite["textes"][rang]}


@F.controle
def mots_et_tutoiement(sujet: Sujet, reponse: Reponse) -> Constat | None:
    fautifs = ("simple", "tu")
    de_trop, combien = accuses(sujet, reponse, fautifs), sum(g in fautifs for g in sujet.verite["genres"])
    honnetes = honnetes_de(sujet)
    if len(accuses(sujet, reponse)) > honnetes / 2 and len(de_trop) <= combien / 4:
        de_trop, combien = accuses(sujet, reponse), honnetes
    if len(de_trop) > combien / 4:
        return F.tort("tout_est_suspect", len(de_trop), **_recu(sujet, de_trop[0]), sur=combien)
    return _trouve(sujet, reponse, fautifs, "registre_manque")


@F.controle
def deguisements(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _trouve(sujet, reponse, ("deguise",), "deguisement_manque")


@F.controle
def polis_epargnes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    de_trop, combien = accuses(sujet, reponse), honnetes_de(sujet)
    if len(de_trop) <= FAUSSES * combien:
        return None
    rang = de_trop[0]
    vu = sujet.verite["textes"][rang][slice(*reponse["places"][rang][0])]
    return F.tort("polis_accuses", len(de_trop), **_recu(sujet, rang), vu=vu, sur=combien)


@F.controle
def places(sujet: Sujet, reponse: Reponse) -> Constat | None:
    larges = 0
    for rang, fautes in enumerate(sujet.verite["fautes"]):
        for faute in fautes:
            vues = [p for p in reponse["places"][rang] if _couvre(p, faute)]
            etroites = [p for p in vues if p[0] >= faute[0] - MARGE_DE_PLACE and p[1] <= faute[1] + MARGE_DE_PLACE]
            larges += bool(vues) and not etroites
    return F.tort("place_floue", textes=larges) if larges > 2 else None


# --- sans code ------------------------------------------------------------------------------------------

_TUTOIEMENTS = ("tu", "te", "toi", "ton", "ta", "tes", "t'")
_SANS_AUCUN_ACCENT = str.maketrans("éèêëàâôöîïûùç", "eeeeaaooiiuuc")
_CHIFFRES = str.maketrans("01345", "oieas")


def _produire(decisions: Mapping[str, Any]) -> Productions:
    mots = {
        "quatre_mots": ("mon reuf", "wesh", "thune", "relou"),
        "lexique": LEXIQUE,
        "lexique_et_tu": (*LEXIQUE, *_TUTOIEMENTS),
    }
    meme, sauf = decisions["meme_si"], decisions["sauf"]
    repete = "+" if "repetitions" in meme else ""

    def en_motif(mot: str) -> str:
        net = mot.translate(_SANS_AUCUN_ACCENT) if "accents" in meme else mot
        return "".join((re.escape(c) + repete) if c.isalpha() else re.escape(c) for c in net)

    def borne(mot: str) -> str:
        if "morceaux" not in sauf:
            return en_motif(mot)
        return r"\b" + en_motif(mot) + ("" if mot.endswith("'") else r"\b")

    motif = re.compile("|".join(borne(m) for m in sorted(mots[decisions["chercher"]], key=len, reverse=True)))
    proteges = [
        r"«[^»]*»|“[^”]*”" if "citations" in sauf else "",
        r"\b(?:M\.|Mme|Madame|Monsieur)\s+\w+" if "noms" in sauf else "",
    ]

    def reperer_familiarite(texte: str) -> list[tuple[int, int]]:
        if "phrases_polies" in sauf and re.search(r"bonjour|merci", texte, re.I):
            return []
        lu = texte
        for protege in filter(None, proteges):
            lu = re.sub(protege, lambda m: "." * len(m[0]), lu)
        lu = lu.lower() if "majuscules" in meme else lu
        lu = lu.translate(_SANS_AUCUN_ACCENT) if "accents" in meme else lu
        lu = lu.translate(_CHIFFRES) if "chiffres" in meme else lu
        return [m.span() for m in motif.finditer(lu)]

    return {"reperer_familiarite": reperer_familiarite}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
