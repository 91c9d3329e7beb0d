"""`acte.regler_code` : un code qui arrête qui devine sans mettre dehors qui tape lentement."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator

from chatmairie.echecs.acte.exercices._commun import MONDES, un_parmi
from chatmairie.echecs.acte.mecanisme import (
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
from chatmairie.echecs.acte.monde import NOMS_DES_SITUATIONS, PART_TELEPHONE_CONNU, Monde
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
ENTIERS = {"longueur": (1, 20), "essais": (1, 10_000)}
CHOIX = {"envoye_a": ENVOYE_A, "lie_a": LIE_A, "autre_voie": AUTRE_VOIE}
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
    return Sujet(entrees={}, verite={"attaquants": monde.attaquants, "graine": int(hasard.integers(1_000_000))})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    return {"reglage": lire_le_reglage(productions["REGLAGE_CODE"])}


def lire_le_reglage(valeur: Any) -> dict[str, Any]:
    """Le réglage, en données simples. Lève `FormeInattendue`."""
    lu = formes.dictionnaire(
        valeur, "REGLAGE_CODE", ("longueur", "essais", "duree_min", "envoye_a", "lie_a", "prolonger", "autre_voie")
    )
    for cle, (mini, maxi) in ENTIERS.items():
        if not est_nombre(lu[cle]) or lu[cle] != int(lu[cle]) or not mini <= lu[cle] <= maxi:
            raise F.refus("pas_un_entier", cle=cle, mini=mini, maxi=maxi)
    if not est_nombre(lu["duree_min"]) or not 0 < lu["duree_min"] <= 100_000:
        raise F.refus("pas_une_duree")
    if type(lu["prolonger"]) is not bool:
        raise F.refus("ni_vrai_ni_faux")
    return {
        **{cle: int(lu[cle]) for cle in ENTIERS},
        **{cle: un_parmi(lu[cle], connus, cle) for cle, connus in CHOIX.items()},
        "duree_min": float(lu["duree_min"]),
        "prolonger": lu["prolonger"],
    }


def bloques(sujet: Sujet, reglage: dict[str, Any]) -> dict[str, float]:
    """Situation -> part de ceux qui reçoivent le code sans pouvoir s'en servir."""
    hasard = np.random.default_rng(sujet.verite["graine"])
    return {s: part_bloquee(hasard, reglage, s, PERSONNES) for s in NOMS_DES_SITUATIONS}


@F.controle
def sert_encore(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """Un code dont presque personne ne peut se servir n'arrête pas un attaquant : il ferme le service."""
    reglage = reponse["reglage"]
    part = bloques(sujet, reglage)["tout_venant"]
    if part <= 0.5:
        return None
    return F.tort(
        "code_inutilisable",
        part,
        bloques=round(100 * part),
        situation=NOMS_DES_SITUATIONS["tout_venant"],
        minutes=reglage["duree_min"],
        essais=reglage["essais"],
        longueur=reglage["longueur"],
    )


@F.controle
def qui_sait(sujet: Sujet, reponse: Reponse) -> Constat | None:
    reglage = reponse["reglage"]
    lit = max(sujet.verite["attaquants"], key=lambda a: chance_sans_telephone(reglage, a))
    chance = chance_sans_telephone(reglage, lit)
    if chance <= LU_MAX:
        return None
    if reglage["envoye_a"] == "contact_verifie":
        lus = round(1000 * part_lue_en_passant(reglage))
        return F.tort("code_qui_traine", chance, lus=lus, minutes=reglage["duree_min"])
    ou = ENVOYE_A[reglage["envoye_a"]]
    return F.tort("code_au_voleur", chance, ou=ou, attaquant=lit.nom, obtenus=round(100 * chance))


@F.controle
def qui_devine(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    reglage = reponse["reglage"]
    chance = chance_du_devineur(reglage)
    if chance <= DEVINER_MAX + 1e-9:
        return None
    pour_mille = round(1000 * chance, 1)
    if reglage["lie_a"] == "session" and chance_du_devineur({**reglage, "lie_a": "demande"}) <= DEVINER_MAX:
        return F.tort("essais_par_session", chance, fenetres=SESSIONS, pour_mille=pour_mille, demandes=DEMANDES)
    return F.tort(
        "code_devine",
        chance,
        demandes=DEMANDES,
        longueur=reglage["longueur"],
        essais=reglage["essais"],
        pour_mille=pour_mille,
    )


@F.controle
def a_temps(sujet: Sujet, reponse: Reponse) -> Constat | None:
    reglage = reponse["reglage"]
    parts = bloques(sujet, reglage)
    pire = max(parts, key=lambda s: parts[s])
    if parts[pire] <= BLOQUES_MAX:
        return None
    return F.tort(
        "honnetes_bloques",
        parts[pire],
        situation=NOMS_DES_SITUATIONS[pire],
        cause=F.mots["causes"][_ce_qui_bloque(sujet, reglage, pire)],
        bloques=round(100 * parts[pire]),
        minutes=reglage["duree_min"],
        essais=reglage["essais"],
    )


def _ce_qui_bloque(sujet: Sujet, reglage: dict[str, Any], situation: str) -> str:
    """La clé du réglage qui, changée seule, débloque ces personnes ; « ensemble » si aucune n'y suffit."""
    large = {"essais": 1000, "duree_min": 100_000.0, "longueur": min(reglage["longueur"], 6)}
    for cle, valeur in large.items():
        if bloques(sujet, {**reglage, cle: valeur})[situation] <= BLOQUES_MAX:
            return cle
    return "ensemble"


@F.controle
def autre_voie(sujet: Sujet, reponse: Reponse) -> Constat | None:
    hasard = np.random.default_rng(sujet.verite["graine"])
    parts = {s: part_dehors(hasard, reponse["reglage"], s, PERSONNES) for s in ("sans_telephone", "etranger")}
    pire = max(parts, key=lambda s: parts[s])
    if parts[pire] == 0:
        return None
    loin = reponse["reglage"]["autre_voie"] == "guichet"
    return F.tort(
        "pas_d_autre_voie/guichet" if loin else "pas_d_autre_voie/aucune",
        parts[pire],
        situation=NOMS_DES_SITUATIONS[pire],
        dehors=round(100 * parts[pire]),
        verifies=round(100 * PART_TELEPHONE_CONNU),
    )


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre)
