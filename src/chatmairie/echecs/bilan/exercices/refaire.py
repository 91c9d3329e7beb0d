"""`bilan.refaire` : trois conditions pour rouvrir, chacune avec un indicateur, un seuil, et quelqu'un qui peut dire
non.

Une condition se juge sur ce qu'elle laisse passer : des services qui ont gardé leur défaut, d'autres à moitié réparés
qui lèsent encore, et des services sains. Être plus prudent qu'il ne faut n'est pas une faute : tant qu'un service est
fermé, le guichet, le téléphone et le courrier servent. Fermer à jamais en est une : trois conditions dont l'une ferme
tout ne protègent personne de plus.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.bilan.indicateurs import ETATS, INDICATEURS, MESURES, Indicateur, tirer
from chatmairie.echecs.commun.exigences import le_code
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import Constat, Entrees, Mondes, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
CONDITIONS = 3
OUVERTS_MIN = 0.10
"""Part des services sains qui doivent pouvoir rouvrir, avec une condition comme avec les trois (dite par l'énoncé)."""

QUI, PERSONNES = F.mots["qui"], F.mots["personnes"]
NOMS = {code: indicateur.nom for code, indicateur in INDICATEURS.items()}
SANS_POUVOIR = {"personne"}
JUGE_ET_PARTIE = {"chef_projet", "prestataire", "communication"}


def _monde_mute(hasard: Generator) -> str:
    return f"autre-{int(hasard.integers(1_000_000))}"


def _sujet(hasard: Generator, _monde: Any) -> Sujet:
    mesures = {code: {etat: tirer(hasard, i, etat).tolist() for etat in ETATS} for code, i in INDICATEURS.items()}
    return Sujet(entrees={}, verite={"mesures": mesures})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    lignes = formes.liste(formes.lignes_de_table(productions["CONDITIONS"]), "CONDITIONS")
    if len(lignes) != CONDITIONS:
        raise F.refus("pas_trois", n=len(lignes), demandees=CONDITIONS)
    return {"conditions": [_lire(rang, ligne) for rang, ligne in enumerate(lignes, 1)]}


def _lire(rang: int, ligne: Any) -> dict[str, Any]:
    if isinstance(ligne, list) and len(ligne) == 3:
        ligne = dict(zip(("indicateur", "seuil", "qui"), ligne, strict=True))
    if not isinstance(ligne, dict):
        raise F.refus("ligne", rang=rang)
    if manques := [f"« {c} »" for c in ("indicateur", "seuil", "qui") if ligne.get(c) is None]:
        raise F.refus("manque", rang=rang, cles=", ".join(manques))
    code, seuil = _code(ligne["indicateur"], INDICATEURS, rang, "indicateur"), ligne["seuil"]
    bas, haut = INDICATEURS[code].echelle
    if isinstance(seuil, str):
        raise F.refus("seuil_entre_guillemets", rang=rang)
    if not est_nombre(seuil) or not bas <= seuil <= haut:
        raise F.refus("seuil_hors_echelle", rang=rang, code=code, bas=bas, haut=haut, seuil=str(seuil)[:20])
    return {"indicateur": code, "seuil": float(seuil), "qui": _code(ligne["qui"], QUI, rang, "qui")}


def _code(valeur: Any, connus: Iterable[str], rang: int, cle: str) -> str:
    trouve = le_code(valeur, connus)
    if trouve is None:
        raise F.refus("code_inconnu", rang=rang, valeur=str(valeur)[:40], cle=cle, codes=", ".join(connus))
    return trouve


def rouvrent(sujet: Sujet, condition: Mapping[str, Any], etat: str) -> int:
    """Combien de services dans cet état (un de `ETATS`) cette condition laisse rouvrir, sur `MESURES`."""
    valeurs = sujet.verite["mesures"][condition["indicateur"]][etat]
    return sum(bool(_indicateur(condition).tient(v, condition["seuil"])) for v in valeurs)


def lesent_encore(sujet: Sujet, condition: Mapping[str, Any]) -> int:
    """Combien de services malades, ou à moitié réparés, cette condition laisse rouvrir."""
    return rouvrent(sujet, condition, "malade") + rouvrent(sujet, condition, "moitie")


def part_ouverte(sujet: Sujet, conditions: Iterable[Mapping[str, Any]]) -> float:
    """Part (0 à 1) des services sains que ces conditions, ensemble, laissent rouvrir (leurs mesures sont sans lien)."""
    return math.prod(rouvrent(sujet, c, "sain") / MESURES for c in conditions)


def tient(sujet: Sujet, condition: Mapping[str, Any]) -> bool:
    """Vrai si la condition arrête tous les services qui lèsent encore, et laisse rouvrir des services sains."""
    return not lesent_encore(sujet, condition) and part_ouverte(sujet, [condition]) >= OUVERTS_MIN


def _indicateur(condition: Mapping[str, Any]) -> Indicateur:
    return INDICATEURS[condition["indicateur"]]


@F.controle
def trois_echecs(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    vus = {_indicateur(c).echec for c in reponse["conditions"]}
    if len(vus) == CONDITIONS:
        return None
    oubliee = next(qui for echec, qui in PERSONNES.items() if echec not in vus)
    return F.tort("memes_echecs/un" if len(vus) == 1 else "memes_echecs/deux", qui=oubliee)


@F.controle
def un_service_sain_rouvre(sujet: Sujet, reponse: Reponse) -> Constat | None:
    if part_ouverte(sujet, reponse["conditions"]) >= OUVERTS_MIN:
        return None
    fermee = min(reponse["conditions"], key=lambda c: part_ouverte(sujet, [c]))
    fermes = MESURES - rouvrent(sujet, fermee, "sain")
    return F.tort("rien_ne_rouvre", nom=_indicateur(fermee).nom, fermes=fermes, sur=MESURES)


@F.controle
def une_condition_tient(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _tiennent(sujet, reponse, 1)


@F.controle
def deux_conditions_tiennent(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _tiennent(sujet, reponse, 2)


@F.controle
def trois_conditions_tiennent(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _tiennent(sujet, reponse, 3)


def _tiennent(sujet: Sujet, reponse: Reponse, combien: int) -> Constat | None:
    conditions = {c["indicateur"]: c for c in reponse["conditions"]}.values()
    autres = [c for c in conditions if not tient(sujet, c)]
    if len(conditions) - len(autres) >= combien:
        return None
    if not autres:
        return F.tort("condition_repetee")
    pire = max(autres, key=lambda c: lesent_encore(sujet, c))
    return _ce_qui_ne_tient_pas(sujet, pire, len(conditions) - len(autres))


def _ce_qui_ne_tient_pas(sujet: Sujet, condition: Mapping[str, Any], tenues: int) -> Constat:
    indicateur = _indicateur(condition)
    dite = F.dire(
        "condition",
        sens=F.mots["sens"]["au_plus" if indicateur.au_plus else "au_moins"],
        seuil=f"{condition['seuil']:g}".replace(".", ","),
        tenues=F.mots["tenues"][str(tenues)],
    )
    malades, moitie = (rouvrent(sujet, condition, etat) for etat in ("malade", "moitie"))
    if not malades and not moitie:
        fermes = MESURES - rouvrent(sujet, condition, "sain")
        return F.tort("jamais_rouvert", nom=indicateur.nom, fermes=fermes, sur=MESURES, condition=dite)
    if indicateur.malade[0] > indicateur.sain[1] or indicateur.malade[1] < indicateur.sain[0]:
        famille = "seuil_trop_large" if malades else "moitie_reparee"
    else:
        famille = "indicateur_sourd/malades" if malades else "indicateur_sourd/moitie"
    qui = PERSONNES[indicateur.echec]
    laisses = malades or moitie
    return F.tort(famille, malades + moitie, nom=indicateur.nom, laisses=laisses, sur=MESURES, qui=qui, condition=dite)


@F.controle
def quelqu_un_peut_dire_non(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    qui = {c["qui"] for c in reponse["conditions"]}
    if qui & SANS_POUVOIR:
        return F.tort("personne_ne_dit_non")
    return F.tort("le_maire_seul") if qui == {"maire"} else None


@F.controle
def pas_juge_et_partie(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    parties = [c["qui"] for c in reponse["conditions"] if c["qui"] in JUGE_ET_PARTIE]
    return F.tort("juge_et_partie", qui=QUI[parties[0]]) if parties else None


EXERCICE = F.exercice(mondes=Mondes(public="cours", mute=_monde_mute), sujet=_sujet, repondre=_repondre)
