"""`bilan.auditer` : douze critères, ChatMairie réparé, et les preuves que les carnets ont produites.

Auditer n'est pas cocher : une réponse vaut ce que vaut sa preuve, ce qui n'a pas été fait se dit « non », et
« partiel » dit ce qui manque.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.commun.exigences import le_code
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Mondes, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
REPONSES = ("oui", "partiel", "non")
AUCUNE = "aucune"
PREUVES, VAINES, MANQUES = F.mots["preuves"], F.mots["vaines"], F.mots["manques"]
MANQUES_VAINS = frozenset({"mieux", "budget"})
"""Ils se diraient de tout critère, tenu ou non : personne ne saurait quoi réparer."""


@dataclass(frozen=True)
class Attendu:
    """Pour un critère : les (réponse, preuve, manque) qui se défendent, et ce qu'il reste à faire s'il y a lieu.

    manque : un code de `MANQUES`, vide si la réponse n'est pas « partiel ».
    """

    reponses: frozenset[tuple[str, str, str]]
    reste: str = ""


def _attendu(montre: str = "", prepare: str = "", manque: str = "") -> Attendu:
    """montre : la preuve qui suffit ; prepare : celle qui ne suffit pas encore. manque : ce qu'elle ne montre pas."""
    if prepare:
        defendues = {("partiel", prepare, manque), ("non", prepare, ""), ("non", AUCUNE, "")}
        return Attendu(frozenset(defendues), MANQUES[manque])
    return Attendu(frozenset({("oui", montre, "")} | ({("partiel", montre, manque)} if manque else set())))


ATTENDUS = {critere: _attendu(**dit) for critere, dit in F.contenu["attendus"].items()}
"""Critère -> ce qui se défend. Les douze sont ceux de `referential/choix.yaml` (vérifié par un essai)."""


def _sujet(_hasard: Generator, _monde: Any) -> Sujet:
    return Sujet(entrees={}, verite={})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    audit = {}
    for critere, valeur in formes.dictionnaire(productions["AUDIT"], "AUDIT").items():
        code = le_code(str(critere), ATTENDUS)
        if code is None:
            raise F.refus("critere_inconnu", critere=str(critere), criteres=", ".join(ATTENDUS))
        audit[code] = _lire(code, valeur)
    if oublies := [c for c in ATTENDUS if c not in audit]:
        raise F.refus("critere_oublie", n=len(oublies), criteres=", ".join(oublies))
    return {"audit": audit}


def _lire(critere: str, valeur: Any) -> dict[str, str]:
    if isinstance(valeur, list) and len(valeur) in (2, 3):
        valeur = dict(zip(("reponse", "preuve", "manque"), valeur, strict=False))
    if not isinstance(valeur, dict) or not {"reponse", "preuve"} <= set(valeur):
        raise F.refus("ligne", critere=critere)
    reponse, preuve = (
        _code(critere, c, valeur[c], connus) for c, connus in (("reponse", REPONSES), ("preuve", PREUVES))
    )
    partiel = reponse == "partiel" and valeur.get("manque")
    manque = _code(critere, "manque", valeur["manque"], MANQUES) if partiel else ""
    return {"reponse": reponse, "preuve": preuve, "manque": manque}


def _code(critere: str, cle: str, valeur: Any, connus: Collection[str]) -> str:
    trouve = le_code(valeur, connus)
    if trouve is None:
        raise F.refus("code_inconnu", critere=critere, valeur=str(valeur)[:40], cle=cle, codes=", ".join(connus))
    return trouve


def ne_tient_pas(critere: str, ligne: Mapping[str, str]) -> str:
    """Ce qui, dans cette ligne, ne se défend pas (une phrase), ou vide si elle tient."""
    attendu = ATTENDUS[critere]
    reponse, preuve, manque = ligne["reponse"], ligne["preuve"], ligne["manque"]
    acceptees = {r: m for r, p, m in attendu.reponses if p == preuve}
    if not acceptees:
        return F.dire("preuve_oubliee") if preuve == AUCUNE else F.dire("preuve_a_cote", preuve=PREUVES[preuve])
    if reponse not in acceptees:
        if reponse == "oui":
            return F.dire("il_reste", reste=attendu.reste)
        if preuve == AUCUNE:
            return F.dire("partiel_sans_preuve")
        return F.dire("pourtant_fait") if reponse == "non" else F.dire("rien_ne_manque")
    if manque == acceptees[reponse]:
        return ""
    return F.dire("manque_a_cote", manque=MANQUES[manque]) if manque else F.dire("manque_tu")


def tiennent(audit: Mapping[str, Mapping[str, str]]) -> int:
    """Combien des douze lignes se défendent."""
    return sum(not ne_tient_pas(c, audit[c]) for c in ATTENDUS)


@F.controle
def preuves_recevables(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    for critere, ligne in reponse["audit"].items():
        if ligne["preuve"] in VAINES:
            return F.tort("preuve_vaine", critere=critere, pourquoi=VAINES[ligne["preuve"]])
        if ligne["manque"] in MANQUES_VAINS:
            return F.tort("manque_vain", critere=critere, manque=MANQUES[ligne["manque"]])
        if ligne["reponse"] == "oui" and ligne["preuve"] == AUCUNE:
            return F.tort("oui_sans_preuve", critere=critere)
    return None


@F.controle
def essai_a_faire(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _trop_tot("CM-UX-02", reponse)


@F.controle
def audit_a_faire(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _trop_tot("CM-UI-04", reponse)


def _trop_tot(critere: str, reponse: Reponse) -> Constat | None:
    if reponse["audit"][critere]["reponse"] != "oui":
        return None
    return F.tort("oui_trop_tot", critere=critere, reste=ATTENDUS[critere].reste)


def _palier(combien: int) -> None:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        tenues = tiennent(reponse["audit"])
        if tenues >= combien:
            return None
        dits = ((critere, ne_tient_pas(critere, reponse["audit"][critere])) for critere in ATTENDUS)
        critere, dit = next((c, d) for c, d in dits if d)
        constat = F.tort("lignes_sur_douze", critere=critere, dit=dit, tenues=tenues)
        return replace(constat, famille=f"{tenues}_sur_douze")

    examiner.__name__ = f"{combien}_lignes_tiennent"
    F.controle(examiner)


for _combien in (4, 7, 10, 12):
    _palier(_combien)

EXERCICE = F.exercice(mondes=Mondes(public="cours", mute=lambda hasard: "ailleurs"), sujet=_sujet, repondre=_repondre)
