"""`donnees.ria31` : relier trois critères du référentiel au récit, à une personne lésée et à une preuve.

Plusieurs réponses se défendent : pour chaque critère, le juge tient un ensemble de phrases, de personnes
et de preuves acceptables. Il dit combien des trois liens tiennent, jamais lesquels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numpy.random import Generator

from chatmairie import formes
from chatmairie.donnees.exercices._commun import MONDES, accorder, sans_accents
from chatmairie.donnees.monde import Monde
from chatmairie.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.jugement import controle_de_forme

DEMANDES = 3

PHRASES = {
    "R1": "« Des années d'archives !!! Une mine d'or. »",
    "R2": "« On a entraîné notre IA sur les bases de données existantes, sans trier ni nettoyer les données. »",
    "R3": "« ChatMairie refuse les dossiers déposés le mercredi … seulement le mercredi ! »",
    "R4": "« Ce que personne n'a ouvert, il le ferme. Il écrit “refus”. » (Mylène)",
    "R5": "« Vous l'aviez dit à l'équipe qui a fait l'IA ? — On ne me l'a pas demandé. » (Mylène)",
    "R6": "« Pas de place à la rentrée. Motif donné : aucun. » (journal)",
    "R7": "« Automatiser le traitement des dossiers d'inscription. » (ce qu'on voulait)",
}
PERSONNES = {
    "enfant": "un enfant refusé à tort, comme Léa",
    "famille": "ses parents, qui cherchent une garde ou une explication",
    "proche": "un proche qui garde l'enfant sans avoir rien demandé",
    "agente": "une agente qui annonce, reprend ou signe des refus qu'elle sait faux",
    "animatrice": "l'animatrice dont le groupe est supprimé",
    "avant_2021": "une famille refusée jusqu'en 2020 parce qu'un parent ne travaillait pas",
    "image": "l'image de la mairie",
}
PREUVES = {
    "entretien": "le compte rendu d'un entretien avec les agents qui saisissent, et ce que chaque valeur veut dire",
    "lignes_ecartees": "la table des lignes écartées, avec la raison de chacune",
    "finalites": "le tableau « une colonne, une finalité »",
    "taux_par_groupe": "les refus à tort comptés par jour, par âge et par situation, sur des dossiers récents",
    "decisions": "le relevé des décisions : aucun refus sans agent, et qui a décidé",
    "responsables": "la note qui nomme qui répond des données et des résultats, avec le pouvoir d'arrêter",
    "lettres": "des lettres envoyées, relues : le motif, l'aide d'un algorithme, la personne à joindre",
    "declaration": "une déclaration du prestataire : « notre IA est éthique »",
    "score": "le score du modèle sur l'archive : plus de neuf bonnes réponses sur dix",
    "sondage": "un sondage : 8 habitants sur 10 sont satisfaits",
}
_NE_PROUVE_RIEN = {
    "declaration": "Une déclaration du prestataire n'est pas une preuve : c'est justement ce qu'il faudrait prouver.",
    "score": "Un score mesuré sur l'archive monte avec le tort : plus la machine refuse le mercredi, plus elle « a "
    "raison ».",
    "sondage": "Un sondage n'entend pas les familles que le service a refusées : elles ne s'en servent plus.",
}

_TOUS = frozenset({"enfant", "famille", "proche", "agente", "animatrice"})


@dataclass(frozen=True)
class _Lien:
    """Ce qui est acceptable pour un critère : phrases, personnes, preuves."""

    phrases: frozenset[str]
    personnes: frozenset[str]
    preuves: frozenset[str]


def _lien(phrases: str, personnes: frozenset[str], preuves: str) -> _Lien:
    return _Lien(frozenset(phrases.split()), personnes, frozenset(preuves.split()))


LIENS = {
    "STR-2_01": _lien("R1 R2 R4 R5", _TOUS | {"avant_2021"}, "entretien lignes_ecartees finalites responsables"),
    "CM-STR-05": _lien("R3 R4 R5 R6 R7", _TOUS, "decisions responsables lettres"),
    "CM-CAD-05": _lien("R1 R2", _TOUS | {"avant_2021"}, "finalites"),
    "CM-CAD-07": _lien("R3 R4 R6 R7", _TOUS, "decisions responsables"),
    "CM-SOC-01": _lien("R1 R2 R3 R4 R5", _TOUS | {"avant_2021"}, "entretien"),
    "CM-SOC-02": _lien("R1 R2 R4", _TOUS | {"avant_2021"}, "lignes_ecartees"),
    "CM-SOC-04": _lien("R2 R3", _TOUS | {"avant_2021"}, "taux_par_groupe"),
    "CM-UX-05": _lien("R6", _TOUS, "lettres"),
}
HORS_SUJET = ("CM-CAD-06", "CM-CAD-09", "CM-UI-04", "CM-UI-05")
PROPOSES = tuple(sorted((*LIENS, *HORS_SUJET), key=lambda c: c[::-1]))
"""Les douze critères montrés, mêlés (huit que l'histoire enfreint, quatre hors sujet)."""


def _sujet(_hasard: Generator, _monde: Monde) -> Sujet:
    return Sujet(entrees={}, verite={})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    lignes = formes.liste(productions["RIA31"], "RIA31")
    if len(lignes) != DEMANDES or not all(isinstance(ligne, dict) for ligne in lignes):
        raise FormeInattendue(
            "`RIA31` est une liste de trois dictionnaires ; elle contient "
            f"{accorder(len(lignes), 'élément', 'éléments')}."
        )
    return {"liens": [_lire(i, ligne) for i, ligne in enumerate(lignes, 1)]}


def _lire(rang: int, ligne: dict[str, Any]) -> dict[str, str]:
    lus = {}
    for cle, connus in (("critere", PROPOSES), ("phrase", PHRASES), ("personne", PERSONNES), ("preuve", PREUVES)):
        valeur = ligne.get(cle)
        if not isinstance(valeur, str) or not valeur.strip():
            raise FormeInattendue(f"Critère n° {rang} : il manque « {cle} » (un code entre guillemets).")
        trouve = {sans_accents(c): c for c in connus}.get(sans_accents(valeur))
        if trouve is None:
            raise FormeInattendue(
                f"Critère n° {rang} : « {valeur} » n'est pas un code de « {cle} ». Les codes : {', '.join(connus)}."
            )
        lus[cle] = trouve
    return lus


def tient(lien: dict[str, str]) -> bool:
    """Vrai si ce critère, cette phrase, cette personne et cette preuve vont ensemble."""
    attendu = LIENS.get(lien["critere"])
    return (
        attendu is not None
        and lien["phrase"] in attendu.phrases
        and lien["personne"] in attendu.personnes
        and lien["preuve"] in attendu.preuves
    )


def _distincts(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if len({lien["critere"] for lien in reponse["liens"]}) == DEMANDES:
        return None
    return Constat(
        "critere_repete",
        "Le même critère revient deux fois : une seule faiblesse est regardée, et les personnes lésées par les "
        "autres attendront.",
        essayer="Trois critères différents.",
    )


def _recevables(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    vaines = [lien["preuve"] for lien in reponse["liens"] if lien["preuve"] in _NE_PROUVE_RIEN]
    if vaines:
        return Constat(
            "preuve_vaine",
            _NE_PROUVE_RIEN[vaines[0]],
            essayer="Que pourriez-vous vérifier vous-même, sans croire personne ?",
        )
    if any(lien["personne"] == "image" for lien in reponse["liens"]):
        return Constat(
            "personne_abstraite",
            "« L'image de la mairie » n'a pas de garde à trouver demain matin : qui, exactement, est lésé ?",
            essayer="Reprenez l'exercice 1.",
        )
    return None


def _tiennent(combien: int) -> Any:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        uniques = {lien["critere"]: lien for lien in reponse["liens"]}
        tenus = sum(tient(lien) for lien in uniques.values())
        if tenus >= combien:
            return None
        return Constat(
            f"{tenus}_sur_trois",
            f"{('Aucun des trois liens ne tient', 'Un lien sur trois tient', 'Deux liens sur trois tiennent')[tenus]} "
            ": un critère, la phrase qui l'enfreint, quelqu'un que cela lèse, et la preuve que l'on irait "
            "chercher.",
            essayer="Pour chaque ligne, lisez d'une traite : « cette phrase enfreint ce critère, cette personne "
            "en souffre, et ce document montrerait que c'est réparé ».",
        )

    return examiner


EXERCICE = Exercice(
    identifiant="donnees.ria31",
    titre="Ce que le référentiel aurait demandé",
    niveau=1,
    duree_min=6,
    criteres=tuple(LIENS),
    indices=(
        "Un critère n'est pas une étiquette : s'il avait été suivi, une personne précise n'aurait pas été lésée.",
        "Recommandation : pour chaque critère, demander la preuve que l'on pourrait vérifier soi-même, et se "
        "méfier des déclarations.",
        'Trois fois {"critere": "…", "phrase": "R…", "personne": "…", "preuve": "…"}. Quatre critères parlent '
        "d'autre chose : d'envois, d'identité, d'écran.",
    ),
    productions=("RIA31",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("trois_criteres_distincts", 0.25, _distincts, ("forme",), "trois critères différents"),
        Controle("preuves_recevables", 0.25, _recevables, ("forme",), "des preuves, et des personnes"),
        Controle("un_lien_tient", 0.75, _tiennent(1), ("forme",), "un lien tient"),
        Controle("deux_liens_tiennent", 0.75, _tiennent(2), ("un_lien_tient",), "deux liens tiennent"),
        Controle("trois_liens_tiennent", 0.75, _tiennent(3), ("deux_liens_tiennent",), "trois liens tiennent"),
    ),
)
