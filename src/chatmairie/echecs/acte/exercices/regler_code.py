"""`acte.regler_code` : un code qui arrête qui devine sans mettre dehors qui tape lentement."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator

from chatmairie.echecs.acte.exercices._commun import MONDES, un_parmi
from chatmairie.echecs.acte.monde import NOMS_DES_SITUATIONS, PART_TELEPHONE_CONNU, Monde
from chatmairie.echecs.acte.reglage import (
    AUTRE_VOIE,
    DEMANDES,
    ENVOYE_A,
    LIE_A,
    SESSIONS,
    chance_du_devineur,
    chance_sans_telephone,
    part_bloquee,
    part_dehors,
    part_lue_en_passant,
)
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder

CLES = ("longueur", "essais", "duree_min", "envoye_a", "lie_a", "prolonger", "autre_voie")
DEVINER_MAX = 0.001
"""Chance de tomber juste au moins une fois sur cent demandes : un pour mille au plus. Valeurs exactes : 0,0005 pour
6 chiffres et 5 essais ; 0,001 pour 6 et 10 ; 0,049 pour 4 et 5."""
LU_MAX = 0.025
"""Part des codes lus en passant sur un téléphone posé. Valeurs exactes : 0,005 pour 10 minutes, 0,015 pour 30, 0,26
pour 10 heures."""
BLOQUES_MAX = 0.10
"""Part des gens de la situation la moins bien servie qui reçoivent le code sans pouvoir s'en servir. Mesuré sur 24
mondes : 0,015 au plus avec les bonnes réponses ; 0,21 et plus avec les fausses."""
PERSONNES = 400


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    graine = int(hasard.integers(1_000_000))
    noms = {s: f"quelqu'un parmi {nom}" for s, nom in NOMS_DES_SITUATIONS.items()}
    return Sujet(entrees={}, verite={"attaquants": monde.attaquants, "graine": graine, "noms": noms})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    return {"reglage": lire_le_reglage(productions["REGLAGE_CODE"])}


def lire_le_reglage(valeur: Any) -> dict[str, Any]:
    """Le réglage, en données simples. Lève `FormeInattendue`."""
    lu = formes.dictionnaire(valeur, "REGLAGE_CODE", CLES)
    for cle, mini, maxi in (("longueur", 1, 20), ("essais", 1, 10_000)):
        if not est_nombre(lu[cle]) or lu[cle] != int(lu[cle]) or not mini <= lu[cle] <= maxi:
            raise FormeInattendue(f"« {cle} » est un nombre entier, de {mini} à {maxi}.")
    if not est_nombre(lu["duree_min"]) or not 0 < lu["duree_min"] <= 100_000:
        raise FormeInattendue("« duree_min » est un nombre de minutes, plus grand que 0.")
    if type(lu["prolonger"]) is not bool:
        raise FormeInattendue("« prolonger » vaut True (on peut demander du temps) ou False, sans guillemets.")
    return {
        "longueur": int(lu["longueur"]),
        "essais": int(lu["essais"]),
        "duree_min": float(lu["duree_min"]),
        "envoye_a": un_parmi(lu["envoye_a"], ENVOYE_A, "envoye_a"),
        "lie_a": un_parmi(lu["lie_a"], LIE_A, "lie_a"),
        "prolonger": lu["prolonger"],
        "autre_voie": un_parmi(lu["autre_voie"], AUTRE_VOIE, "autre_voie"),
    }


def _qui_sait(sujet: Sujet, reponse: Reponse) -> Constat | None:
    reglage = reponse["reglage"]
    lit = max(sujet.verite["attaquants"], key=lambda a: chance_sans_telephone(reglage, a))
    chance = chance_sans_telephone(reglage, lit)
    if chance <= LU_MAX:
        return None
    if reglage["envoye_a"] == "contact_verifie":
        return Constat(
            "code_qui_traine",
            "Le code reste lisible sur un téléphone posé sur une table : quelqu'un de passage le lit, et il "
            "sert encore.",
            observe=f"Codes lus en passant : {round(1000 * part_lue_en_passant(reglage))} sur 1 000, pour une vie de "
            f"{_minutes(reglage)}.",
            essayer="Combien de temps faut-il vraiment à une personne pressée, à une personne lente ?",
            leses=chance,
            grave=True,
        )
    return Constat(
        "code_au_voleur",
        f"Le code va {ENVOYE_A[reglage['envoye_a']]} : c'est la personne qui « {lit.nom} » qui le reçoit et le "
        "retape. Il "
        "prouve que quelqu'un sait lire.",
        observe=f"Actes obtenus par cet attaquant : {round(100 * chance)} sur 100 demandes, quelle que soit la "
        "longueur du code.",
        essayer="À qui le code doit-il arriver pour prouver quelque chose ?",
        leses=chance,
        grave=True,
    )


def _qui_devine(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    reglage = reponse["reglage"]
    chance = chance_du_devineur(reglage)
    if chance <= DEVINER_MAX + 1e-9:
        return None
    if reglage["lie_a"] == "session" and chance_du_devineur({**reglage, "lie_a": "demande"}) <= DEVINER_MAX:
        return Constat(
            "essais_par_session",
            f"Quelqu'un ouvre {SESSIONS} fenêtres et recommence à zéro dans chacune : vos essais ne sont pas limités, "
            "et l'acte "
            "de Camille finit par s'ouvrir.",
            observe=f"Avec {SESSIONS} fenêtres, la chance de deviner est de {_pour_mille(chance)} sur 1 000, "
            f"sur {DEMANDES} demandes.",
            essayer="À quoi faut-il attacher le compte des essais ?",
            leses=chance,
            grave=True,
        )
    return Constat(
        "code_devine",
        f"Sans rien savoir, quelqu'un qui essaie sur {DEMANDES} demandes finit par ouvrir l'une d'elles : c'est l'acte "
        "d'une vraie personne.",
        observe=f"{reglage['longueur']} chiffres, {accorder(reglage['essais'], 'essai', 'essais')} : "
        f"la chance de deviner est de {_pour_mille(chance)} sur 1 000.",
        essayer="La chance est d'environ demandes × essais ÷ nombre de codes possibles.",
        leses=chance,
        grave=True,
    )


def _minutes(reglage: dict[str, Any]) -> str:
    duree = reglage["duree_min"]
    return f"{duree:g} minute{'s' if duree >= 2 else ''}".replace(".", ",")


def _pour_mille(part: float) -> str:
    return f"{1000 * part:.1f}".replace(".0", "").replace(".", ",")


def bloques(sujet: Sujet, reglage: dict[str, Any]) -> dict[str, float]:
    """Situation -> part de ceux qui reçoivent le code sans pouvoir s'en servir."""
    rng = np.random.default_rng(sujet.verite["graine"])
    return {s: part_bloquee(rng, reglage, s, PERSONNES) for s in sujet.verite["noms"]}


def _a_temps(sujet: Sujet, reponse: Reponse) -> Constat | None:
    parts = bloques(sujet, reponse["reglage"])
    pire = max(parts, key=lambda s: parts[s])
    if parts[pire] <= BLOQUES_MAX:
        return None
    reglage = reponse["reglage"]
    cause = _ce_qui_bloque(sujet, reglage, pire)
    return Constat(
        "honnetes_bloques",
        f"Le code arrive, et {sujet.verite['noms'][pire]} n'a pas pu s'en servir : {cause}. C'était son propre acte.",
        observe=f"{accorder(round(100 * parts[pire]), 'personne bloquée', 'personnes bloquées')} sur 100, pour "
        f"{NOMS_DES_SITUATIONS[pire]} ({_minutes(reglage)}, {accorder(reglage['essais'], 'essai', 'essais')}).",
        essayer="Pensez aux personnes qui tapent lentement, écoutent leur écran, ou attendent un SMS à l'étranger ; "
        "peut-on "
        "demander du temps ?",
        leses=parts[pire],
    )


def _ce_qui_bloque(sujet: Sujet, reglage: dict[str, Any], situation: str) -> str:
    """Ce qui, changé seul dans ce réglage, débloque ces personnes."""
    sans_limite: dict[str, dict[str, Any]] = {
        "un essai de trop, et c'est fini": {"essais": 1000},
        "le temps manque": {"duree_min": 100_000.0},
        "le code est trop long à retaper": {"longueur": min(reglage["longueur"], 6)},
    }
    for cause, change in sans_limite.items():
        if bloques(sujet, {**reglage, **change})[situation] <= BLOQUES_MAX:
            return cause
    return "le temps et les essais manquent"


def _sert_encore(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """Un code dont presque personne ne peut se servir n'arrête pas un attaquant : il ferme le service."""
    part = bloques(sujet, reponse["reglage"])["tout_venant"]
    if part <= 0.5:
        return None
    return Constat(
        "code_inutilisable",
        "Presque personne n'arrive à se servir de ce code, pas même qui tape vite : personne n'est volé, parce que "
        "personne n'est servi.",
        observe=f"{accorder(round(100 * part), 'personne bloquée', 'personnes bloquées')} sur 100, parmi "
        f"{NOMS_DES_SITUATIONS['tout_venant']} ({_minutes(reponse['reglage'])}, "
        f"{accorder(reponse['reglage']['essais'], 'essai', 'essais')}, "
        f"{accorder(reponse['reglage']['longueur'], 'chiffre', 'chiffres')}).",
        essayer="Recevoir le code, le lire, le taper, se tromper une fois : combien de temps, combien d'essais ?",
        leses=part,
        grave=True,
    )


def _autre_voie(sujet: Sujet, reponse: Reponse) -> Constat | None:
    rng = np.random.default_rng(sujet.verite["graine"])
    parts = {s: part_dehors(rng, reponse["reglage"], s, PERSONNES) for s in ("sans_telephone", "etranger")}
    pire = max(parts, key=lambda s: parts[s])
    if parts[pire] == 0:
        return None
    voie = "il n'existe aucun autre moyen"
    if reponse["reglage"]["autre_voie"] == "guichet":
        voie = "le seul autre moyen est un guichet trop loin"
    return Constat(
        "pas_d_autre_voie",
        f"Pour {NOMS_DES_SITUATIONS[pire]}, {voie} quand le code n'arrive pas : ces personnes "
        "n'auront jamais leur acte.",
        observe=f"N'obtiennent rien, ni par le code ni autrement : {round(100 * parts[pire])} sur 100 (la mairie n'a "
        f"vérifié un contact que pour {round(100 * PART_TELEPHONE_CONNU)} personnes sur 100).",
        essayer="Qui n'a pas de téléphone ? Qui ne peut pas venir au guichet ?",
        leses=parts[pire],
        grave=True,
    )


EXERCICE = Exercice(
    identifiant="acte.regler_code",
    titre="Régler un code",
    niveau=1,
    duree_min=6,
    criteres=("CM-SOC-06",),
    indices=(
        "Un code trop court s'ouvre au hasard ; un code trop bref laisse Rayan dehors ; un code qui va au "
        "voleur ne sert à "
        "personne d'autre.",
        "Recommandation : essayer le réglage contre des attaques et contre des gens lents, avant l'ouverture.",
        "Sept clés : longueur, essais, duree_min, envoye_a, lie_a, prolonger, autre_voie. La manette juste au-dessus "
        "montre les chances et les gens bloqués.",
    ),
    productions=("REGLAGE_CODE",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("sert_encore", 0.25, _sert_encore, ("forme",), "le code sert encore à quelqu'un"),
        Controle("qui_sait", 0.75, _qui_sait, ("sert_encore",), "le code n'arrive qu'à la bonne personne"),
        Controle("qui_devine", 0.75, _qui_devine, ("qui_sait",), "deviner ne paie pas"),
        Controle("a_temps", 0.5, _a_temps, ("sert_encore",), "chacun a le temps, et le droit à l'erreur"),
        Controle("autre_voie", 0.5, _autre_voie, ("sert_encore",), "une autre voie, ouverte à chacun"),
    ),
)
