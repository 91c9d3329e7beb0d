"""`design.registre` : repérer, dans ce que dit la mairie, un registre inadapté à un service public, et sa place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, SupportsInt, TypeGuard

import numpy as np
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import prenoms
from chatmairie.echecs.design.exercices._commun import MONDES
from chatmairie.echecs.design.exercices.registre_sans_code import CHEMIN
from chatmairie.echecs.design.monde import Monde
from chatmairie.echecs.design.registre import LEXIQUE, PHRASES
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, combien_sur

MARGE_DE_PLACE = 8
"""Lettres de trop admises de chaque côté de l'expression (« mon » devant « reuf », une virgule)."""
RAPPEL, FAUSSES = 0.95, 0.1
"""Part des fautes à trouver, part de fausses alertes admise sur les textes honnêtes. Mesuré : les bonnes réponses
trouvent tout et n'accusent personne ; la fausse la plus proche manque une faute sur neuf, ou accuse un texte sur
six."""

_TU = (
    "Apporte-nous {ta} carte, s'il te plaît.", "{Tu} dois venir au guichet avant vendredi.", "On {t'}attend à "
    "l'accueil.",
    "Ce dossier est à {toi}.", "{Tes} papiers sont prêts.", "{Ton} rendez-vous est confirmé lundi.", "Nous {te} "
    "rappelons "
    "demain.",
    "Est-ce que {tu} as reçu la lettre ?", "La carte est pour {toi}, gratuitement.",
)  # fmt: skip
_HONNETES = (
    "Votre statut est à jour, et ma demande aussi.", "Mon dossier, ma demande et mes papiers sont chez vous, dit la "
    "lettre.",
    "{nom} vous répondra sous huit jours.", "Le rendez-vous avec {nom} est confirmé.", "Madame la tutrice signe la "
    "demande de tutelle.",
    "Le test de la toiture, étoile comprise, est affiché.", "Vous nous avez écrit « {mot} » : nous avons compris "
    "votre demande.",
    "L'habitant a dit “{mot}”, et l'agente a répondu poliment.", "Merci de votre patience, le tableau des tarifs est "
    "à l'accueil.",
    "Vous pouvez apporter votre attestation au guichet.", "Cette tâche totale a été traitée en été.", "Le mont Tessier "
    "est "
    "ouvert.",
)  # fmt: skip
_NOMS = (
    "Mme Frérot", "M. Poto", "Mme Bled", "M. Tessier", "M. Frérot", "Mme Legars", "Mme Tutin", "M. Bled", "M. Toison",
)  # fmt: skip
"""« M. » et « Mme », comme dans la consigne : « Madame » devant un mot du lexique n'est pas jugé."""
_SANS_ACCENTS = str.maketrans("éèêàôîç", "eeeaoic")


def _deguiser(rng: Generator, mot: str, facon: int) -> str:
    """Le même mot, sans accents s'il en a ; sinon en capitales, avec une lettre répétée ou un chiffre (0 à 2)."""
    if mot.translate(_SANS_ACCENTS) != mot:
        return mot.translate(_SANS_ACCENTS)
    if facon == 1:
        voyelles = [i for i, c in enumerate(mot) if c in "aeiouéèêy"]
        i = int(rng.choice(voyelles)) if voyelles else len(mot) - 1
        return mot[:i] + mot[i] * int(rng.integers(3, 6)) + mot[i + 1 :]
    lettres = [i for i, c in enumerate(mot) if c in "eaoi" and i > 0]
    if facon == 0 or not lettres:
        return mot.upper()
    i = int(rng.choice(lettres))
    return mot[:i] + {"e": "3", "a": "4", "o": "0", "i": "1"}[mot[i]] + mot[i + 1 :]


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    connus = list(LEXIQUE if monde.argot else LEXIQUE[:48])  # ailleurs, on emploie plus de mots
    accentues = [m for m in connus if m.translate(_SANS_ACCENTS) != m]
    mots = [str(m) for m in hasard.permutation([m for m in connus if m not in accentues])]
    d_ailleurs = [m for m in mots if m not in LEXIQUE[:48]][:8]  # la moitié des mots demandés ailleurs ne l'est que là
    mots = [*d_ailleurs, *(m for m in mots if m not in d_ailleurs)]
    simples, deguises = mots[:16], [*accentues, *(m for m in mots[16:38] if len(m) > 3)]
    textes: list[str] = []
    fautes: list[list[tuple[int, int, str]]] = []
    genres: list[str] = []

    def ajouter(genre: str, texte: str, places: list[tuple[int, int, str]]) -> None:
        textes.append(texte)
        fautes.append(places)
        genres.append(genre)

    for mot in simples:
        ajouter("simple", *_poser(PHRASES[mot], mot if not PHRASES[mot].startswith("{}") else mot[0].upper() + mot[1:]))
    for phrase in hasard.permutation(_TU):
        marque = re.search(r"\{(.+?)\}", str(phrase))
        assert marque is not None
        ajouter("tu", *_poser(str(phrase).replace(marque[0], "{}"), marque[1]))
    for rang, mot in enumerate(deguises):  # chaque façon, dans chaque monde
        ajouter("deguise", *_poser(PHRASES[mot], _deguiser(hasard, mot, rang % 3)))
    noms, cites = hasard.permutation(_NOMS), hasard.permutation([m for m in connus if m not in ("wsh", "yo")])
    for i, phrase in enumerate(_HONNETES):
        ajouter("honnete", phrase.format(nom=noms[i % len(noms)], mot=cites[i % len(cites)]), [])
    ordre = hasard.permutation(len(textes))
    qui = [str(p) for p in hasard.choice(prenoms(), len(textes), replace=False)]
    return Sujet(
        entrees={"textes": [textes[i] for i in ordre]},
        verite={
            "fautes": [fautes[i] for i in ordre],
            "genres": [genres[i] for i in ordre],
            "textes": [textes[i] for i in ordre],
            "qui": qui,
        },
    )


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
    if (
        isinstance(rendu, Mapping)
        or isinstance(rendu, str)
        or not isinstance(rendu, (Sequence, set, frozenset, np.ndarray))
    ):
        if isinstance(rendu, (Mapping, str, type)) or not hasattr(rendu, "__iter__"):
            raise FormeInattendue(
                f"`reperer_familiarite` doit renvoyer une liste (vide si tout va bien) ; elle renvoie "
                f"{formes.decrire(rendu)}."
            )
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
        raise FormeInattendue(
            "Chaque élément de la liste dit où se trouve l'expression : un couple (début, fin), tel que "
            f"`texte[début:fin]` soit l'expression. Reçu : {formes.decrire(element)}."
        )
    if fin is None and _entier(debut) and mot:
        fin = int(debut) + len(mot)
    if not _entier(debut) or not _entier(fin) or not 0 <= int(debut) < int(fin) <= len(texte):
        raise FormeInattendue(
            "Un couple (début, fin) est fait de deux nombres entiers, avec 0 ≤ début < fin ≤ la longueur du texte."
        )
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


def _trouve(genres: tuple[str, ...], famille: str, essayer: str) -> Any:
    def examiner(sujet: Sujet, reponse: Reponse) -> Constat | None:
        perdues, combien = manquees(sujet, reponse, genres), total(sujet, genres)
        if len(perdues) <= (1 - RAPPEL) * combien:
            return None
        rang, mot = perdues[0]
        return Constat(
            famille,
            f"{sujet.verite['qui'][rang]} reçoit « {sujet.verite['textes'][rang]} », et votre fonction laisse passer "
            f"« {mot} » : sa mairie lui parle dans un registre inadapté à un service public.",
            observe=combien_sur(
                len(perdues), combien, "expression {} n'est pas vue.", "expressions {} ne sont pas vues."
            ),
            essayer=essayer,
            leses=len(perdues),
            grave=True,
        )

    return examiner


def _simples(sujet: Sujet, reponse: Reponse) -> Constat | None:
    fautifs = ("simple", "tu")
    de_trop, combien = accuses(sujet, reponse, fautifs), sum(g in fautifs for g in sujet.verite["genres"])
    honnetes = sum(g == "honnete" for g in sujet.verite["genres"])
    if len(accuses(sujet, reponse)) > honnetes / 2 and len(de_trop) <= combien / 4:
        de_trop, combien = accuses(sujet, reponse), honnetes
    if len(de_trop) > combien / 4:
        return Constat(
            "tout_est_suspect",
            f"Votre fonction montre du doigt des mots ordinaires dans {accorder(len(de_trop), 'phrase', 'phrases')} "
            f"sur {combien} : la personne qui relit "
            f"« {sujet.verite['textes'][de_trop[0]]} » pour {sujet.verite['qui'][de_trop[0]]} ne sait plus quoi "
            f"changer.",
            observe="Tout signaler ne signale rien.",
            essayer="Un mot du lexique n'est une faute que s'il est entier, et à sa place.",
            leses=len(de_trop),
            grave=True,
        )
    return _trouve(
        fautifs, "registre_manque", "Deux choses à chercher : les mots du lexique, et toutes les formes du tutoiement."
    )(sujet, reponse)


def _equite(sujet: Sujet, reponse: Reponse) -> Constat | None:
    de_trop = accuses(sujet, reponse)
    combien = sum(g == "honnete" for g in sujet.verite["genres"])
    if len(de_trop) <= FAUSSES * combien:
        return None
    rang = de_trop[0]
    vu = sujet.verite["textes"][rang][slice(*reponse["places"][rang][0])]
    return Constat(
        "polis_accuses",
        f"« {sujet.verite['textes'][rang]} » est une réponse correcte, et votre fonction y voit « {vu} ». Elle serait "
        f"bloquée, et {sujet.verite['qui'][rang]} attendrait.",
        observe=f"{accorder(len(de_trop), 'réponse correcte accusée', 'réponses correctes accusées')} sur {combien}.",
        essayer="Un mot entier n'est pas un morceau de mot ; un nom de famille et une citation ne sont pas les mots "
        "de la "
        "mairie.",
        leses=len(de_trop),
        grave=True,
    )


def _places(sujet: Sujet, reponse: Reponse) -> Constat | None:
    larges = 0
    for rang, fautes in enumerate(sujet.verite["fautes"]):
        for faute in fautes:
            vues = [p for p in reponse["places"][rang] if _couvre(p, faute)]
            etroites = [p for p in vues if p[0] >= faute[0] - MARGE_DE_PLACE and p[1] <= faute[1] + MARGE_DE_PLACE]
            larges += bool(vues) and not etroites
    if larges <= 2:
        return None
    return Constat(
        "place_floue",
        f"Dans {accorder(larges, 'texte', 'textes')}, la place rendue déborde de l'expression : l'agente qui doit "
        "reprendre la phrase ne "
        f"sait pas "
        "quels mots changer.",
        essayer="`texte[début:fin]` doit être l'expression, pas la phrase entière.",
    )


EXERCICE = Exercice(
    identifiant="design.registre",
    titre="Repérer un registre inadapté",
    niveau=2,
    duree_min=6,
    criteres=("CM-UI-01",),
    indices=(
        "« r3uf » passe, et Fatoumata est tutoyée ; « statut » est bloqué, et un habitant poli attend : les deux "
        "lèsent quelqu'un.",
        "Recommandation : le même respect pour tous, vérifié sur ce que dit la mairie, jamais sur ce qu'écrit "
        "l'habitant.",
        "Mettez le texte en minuscules, sans accents, chiffres lus comme des lettres, sans changer sa longueur : "
        "les places "
        "restent bonnes. Puis `re.finditer` avec des mots entiers (`\\b`), chaque lettre suivie de `+` ; sautez ce "
        "qui est "
        "entre « » et après « M. » ou « Mme ».",
    ),
    productions=("reperer_familiarite",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("mots_et_tutoiement", 0.5, _simples, ("forme",), "les mots familiers et le tutoiement sont vus"),
        Controle(
            "deguisements",
            0.5,
            _trouve(
                ("deguise",),
                "deguisement_manque",
                "Capitales, accents absents, lettres répétées, chiffres mis pour des lettres : le même mot se cache "
                "de quatre façons.",
            ),
            ("forme", "mots_et_tutoiement"),
            "les mêmes mots, déguisés",
        ),
        Controle(
            "polis_epargnes", 0.5, _equite, ("forme", "mots_et_tutoiement"), "une réponse correcte n'est pas accusée"
        ),
        Controle("places", 0.25, _places, ("forme", "mots_et_tutoiement"), "la place de chaque expression"),
    ),
    choix=CHEMIN,
)
