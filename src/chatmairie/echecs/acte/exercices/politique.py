"""`acte.politique` : par quelle voie, sous quelle preuve, remis comment. Jugée en la suivant, demande par demande."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from numpy.random import Generator

from chatmairie.echecs.acte.delivrance import (
    IDENTIFICATIONS,
    REMISES,
    REMISES_OUVERTES,
    SANS_REMISE,
    VOIES,
    Issue,
    suivre,
)
from chatmairie.echecs.acte.exercices._commun import MONDES, demandes_a_juger, un_parmi
from chatmairie.echecs.acte.monde import AVEC_FILIATION, NOMS_DES_SITUATIONS, Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
CLES: dict[str, Iterable[str]] = {
    "voie": VOIES,
    "identification": IDENTIFICATIONS,
    "remise": REMISES,
    "signe": ("officier", "chatmairie"),
    "prevenir": ("moyen_verifie", "contact_tape", "personne"),
}
PRESQUE_PERSONNE = 1 / 4
"""En dessous, un service est fermé. Des liens écrits d'avance servent encore de 38 à 71 ayants droit sur 100 dans la
mairie qui en a d'autres (dix secrets)."""

MOTIF_MIN = 10  # lettres d'une raison qui dit quelque chose à quelqu'un


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    demandes = demandes_a_juger(hasard, monde)
    vues = [{**d["vue"], "fiche": fiche_de(monde)} for d in demandes]
    return Sujet(entrees={"demandes": vues}, verite={"demandes": demandes})


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    politique = formes.fonction(productions["politique"], "politique")
    return {"decisions": [lire_la_decision(politique(copie_de(vue))) for vue in entrees["demandes"]]}


def fiche_de(monde: Monde) -> dict[str, list[str]]:
    """Ce que la fiche de cette mairie dit : usages sans acte, liens qui ouvrent un droit."""
    return {"sans_acte": list(monde.sans_acte), "ayants_droit": list(monde.ayants_droit)}


def copie_de(vue: Mapping[str, Any]) -> dict[str, Any]:
    """La demande donnée au code de l'apprenant : y toucher ne change rien pour les autres."""
    return {**vue, "moyens": list(vue["moyens"]), "fiche": {c: list(v) for c, v in vue["fiche"].items()}}


def lire_la_decision(rendu: Any) -> dict[str, str]:
    """Une décision, en données simples. Lève `FormeInattendue` (clé absente, valeur inconnue)."""
    lu = formes.dictionnaire(formes.rendu(rendu, "politique"), "politique(demande)", (*CLES, "motif"))
    if not isinstance(lu["motif"], str):
        raise F.refus("motif_pas_un_texte")
    return {cle: un_parmi(lu[cle], connus, cle) for cle, connus in CLES.items()} | {"motif": lu["motif"].strip()}


class Cas(NamedTuple):
    """Une demande, ce que l'apprenant en décide, et ce qui s'ensuit."""

    demande: Mapping[str, Any]
    decision: Mapping[str, str]
    issue: Issue

    @property
    def qui(self) -> str:
        return self.demande["personne"]

    @property
    def lien(self) -> str:
        return self.demande["vue"]["lien"]

    @property
    def voie(self) -> str:
        return VOIES[self.decision["voie"]]

    @property
    def preuve(self) -> str:
        return IDENTIFICATIONS[self.decision["identification"]].nom


def _cas(sujet: Sujet, reponse: Reponse, *genres: str) -> list[Cas]:
    paires = zip(sujet.verite["demandes"], reponse["decisions"], strict=True)
    return [Cas(d, decision, suivre(d, decision)) for d, decision in paires if d["genre"] in genres]


def _par(cle: str, cas: list[Cas]) -> dict[str, list[Cas]]:
    """Les cas, rangés selon cette clé de la demande."""
    ranges: dict[str, list[Cas]] = {}
    for c in cas:
        ranges.setdefault(c.demande[cle], []).append(c)
    return ranges


def _part_servie(cas: list[Cas]) -> float:
    return sum(c.issue.servi for c in cas) / len(cas)


def _pourquoi(cas: Cas) -> str:
    if cas.issue.pourquoi == "moyen_absent":
        return F.dire("moyen_absent", preuve=cas.preuve)
    return F.mots["pourquoi"][cas.issue.pourquoi]


@F.controle
def presque_tous(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = _cas(sujet, reponse, "ayant_droit", "sans_filiation")
    if _part_servie(cas) < PRESQUE_PERSONNE:
        dehors = [c for c in cas if not c.issue.servi]
        return F.tort(
            "presque_personne",
            len(dehors),
            personne=dehors[0].qui,
            pourquoi=_pourquoi(dehors[0]),
            servis=len(cas) - len(dehors),
            sur=len(cas),
        )
    if len({tuple(d.values()) for d in reponse["decisions"]}) == 1:
        return F.tort("une_seule_reponse", len(reponse["decisions"]))
    return None


@F.controle
def attaques_arretees(sujet: Sujet, reponse: Reponse) -> Constat | None:
    par_attaquant = _par("attaquant", _cas(sujet, reponse, "attaque"))
    pire = max(par_attaquant, key=lambda a: _part_servie(par_attaquant[a]))
    voles = [c for c in par_attaquant[pire] if c.issue.servi]
    if not voles:
        return None
    return F.tort(
        "acte_vole",
        len(voles),
        personne=voles[0].qui,
        attaquant=pire,
        preuve=voles[0].preuve,
        sur=len(par_attaquant[pire]),
        acte=voles[0].demande["vue"]["acte"],
        lien=voles[0].lien,
    )


@F.controle
def sans_droit(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = _cas(sujet, reponse, "sans_droit")
    servis = [c for c in cas if c.issue.servi]
    if not servis:
        return None
    acte = servis[0].demande["vue"]["acte"]
    return F.tort("servi_sans_droit", len(servis), lien=servis[0].lien, sur=len(cas), acte=acte)


@F.controle
def chaque_situation(sujet: Sujet, reponse: Reponse) -> Constat | None:
    par_situation = _par("situation", _cas(sujet, reponse, "ayant_droit"))
    pire = min(par_situation, key=lambda s: _part_servie(par_situation[s]))
    dehors = [c for c in par_situation[pire] if not c.issue.servi]
    if not dehors:
        return _extraits_remis(_cas(sujet, reponse, "sans_filiation"))
    return F.tort(
        "situation_dehors",
        len(dehors),
        personne=dehors[0].qui,
        lien=dehors[0].lien,
        pourquoi=_pourquoi(dehors[0]),
        situation=NOMS_DES_SITUATIONS[pire],
        sur=len(par_situation[pire]),
    )


def _extraits_remis(cas: list[Cas]) -> Constat | None:
    """L'extrait sans filiation arrive à toute personne : un refus la prive d'un droit, quel que soit son lien."""
    perdus = [c for c in cas if not c.issue.servi]
    if not perdus:
        return None
    refuse = perdus[0].decision["voie"] in SANS_REMISE
    return F.tort(
        "extrait_pas_remis/refuse" if refuse else "extrait_pas_remis/en_route",
        len(perdus),
        personne=perdus[0].qui,
        pourquoi=_pourquoi(perdus[0]),
        sur=len(cas),
    )


@F.controle
def remise_fermee(sujet: Sujet, reponse: Reponse) -> Constat | None:
    servis = [c for c in _cas(sujet, reponse, "ayant_droit", "sans_filiation") if c.issue.servi]
    ouverts = [c for c in servis if c.decision["remise"] in REMISES_OUVERTES]
    if not ouverts:
        return None
    remise = F.mots["remises"][ouverts[0].decision["remise"]]
    return F.tort("remise_ouverte", len(ouverts), personne=ouverts[0].qui, remise=remise, sur=len(servis))


@F.controle
def refus_explique(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = _cas(sujet, reponse, "sans_droit")
    if traines := [c for c in cas if c.issue.pourquoi == "refuse_plus_tard"]:
        un = traines[0]
        return F.tort("deplace_pour_rien", len(traines), personne=un.qui, lien=un.lien, sur=len(cas))
    if flous := [c for c in cas if c.decision["voie"] != "refus"]:
        un = flous[0]
        return F.tort(
            "refus_sans_raison/jamais_dit", len(flous), personne=un.qui, lien=un.lien, voie=un.voie, sur=len(cas)
        )
    if muets := [c for c in cas if len(c.decision["motif"]) < MOTIF_MIN]:
        return F.tort("refus_sans_raison/muet", len(muets), personne=muets[0].qui)
    servis = [c for c in _cas(sujet, reponse, "ayant_droit", "sans_filiation") if c.issue.servi]
    promis = {c.decision["motif"] for c in servis}
    if trompes := [c for c in cas if c.decision["motif"] in promis]:
        motif = trompes[0].decision["motif"][:60]
        return F.tort("refus_sans_raison/meme_phrase", len(trompes), personne=trompes[0].qui, motif=motif)
    return None


@F.controle
def pas_besoin(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = _cas(sujet, reponse, "pas_besoin")
    inutiles = [c for c in cas if c.decision["voie"] != "pas_besoin"]
    if not inutiles:
        return None
    un = inutiles[0]
    usage = un.demande["vue"]["usage"]
    return F.tort("acte_inutile", len(inutiles), personne=un.qui, usage=usage, sur=len(cas), voie=un.voie)


@F.controle
def simple(sujet: Sujet, reponse: Reponse) -> Constat | None:
    extraits, ayants = _cas(sujet, reponse, "sans_filiation"), _cas(sujet, reponse, "ayant_droit")
    if forces := [c for c in extraits if c.decision["identification"] != "aucune"]:
        un = forces[0]
        return F.tort("preuve_inutile", len(forces), personne=un.qui, voie=un.voie, preuve=un.preuve)
    en_ligne = [c for c in ayants if "franceconnect_plus" in c.demande["vue"]["moyens"]]
    deplaces = [c for c in en_ligne if c.decision["identification"] != "franceconnect_plus"]
    if not deplaces:
        return _voie_contradictoire(_cas(sujet, reponse, "ayant_droit", "sans_filiation"))
    un, n, sur = deplaces[0], len(deplaces), len(en_ligne)
    if un.decision["identification"] == "aucune":
        return F.tort("moins_simple/ailleurs", n, personne=un.qui, sur=sur)
    return F.tort("moins_simple/autre_preuve", n, personne=un.qui, preuve=un.preuve, sur=sur)


def _voie_contradictoire(cas: list[Cas]) -> Constat | None:
    """La voie annoncée mène à la preuve demandée, et à la remise d'un extrait sans preuve."""
    remis = [c for c in cas if c.decision["voie"] not in SANS_REMISE]
    perdus = [c for c in remis if not _mene_a(c.decision)]
    if not perdus:
        return None
    un, n, sur = perdus[0], len(perdus), len(remis)
    if un.decision["identification"] == "aucune":
        return F.tort("voie_contradictoire/sans_preuve", n, personne=un.qui, voie=un.voie, sur=sur)
    return F.tort("voie_contradictoire/autre_preuve", n, personne=un.qui, voie=un.voie, preuve=un.preuve, sur=sur)


def _mene_a(decision: Mapping[str, str]) -> bool:
    preuve, voie, remise = decision["identification"], decision["voie"], decision["remise"]
    if preuve != "aucune":
        return IDENTIFICATIONS[preuve].voie == voie
    return not (voie == "guichet" and remise == "courrier")  # venir au guichet, et ne rien y recevoir


@F.controle
def main_humaine(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = _cas(sujet, reponse, "ayant_droit", "sans_filiation")
    remis = [c for c in cas if c.decision["voie"] not in SANS_REMISE]
    if seule := [c for c in remis if c.decision["signe"] != "officier"]:
        return F.tort("sans_officier", len(seule), personne=seule[0].qui)
    filiation = [c for c in remis if c.demande["vue"]["acte"] in AVEC_FILIATION]
    if muets := [c for c in filiation if c.decision["prevenir"] != "moyen_verifie"]:
        tape = muets[0].decision["prevenir"] == "contact_tape"
        famille = "personne_pas_prevenue/contact_tape" if tape else "personne_pas_prevenue/personne"
        return F.tort(famille, len(muets), personne=muets[0].qui)
    return None


# --- sans code ----------------------------------------------------------------------------------------

_CONFORT = (
    "code_numero_tape", "questions", "photo_piece", "code_numero_verifie", "franceconnect", "franceconnect_plus",
    "piece_au_guichet", "courrier_justifie",
)  # fmt: skip
"""Ce que l'on demande d'abord, parmi ce qui est accepté : le moins gênant pour qui demande."""


_MOTIFS, _VOIES = F.mots["motifs"], {cle: identification.voie for cle, identification in IDENTIFICATIONS.items()}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def repondre(voie: str, identification: str, remise: str, motif: str) -> dict[str, str]:
        suite = {"signe": decisions["signe"], "prevenir": decisions["prevenir"], "motif": _MOTIFS[motif]}
        return {"voie": voie, "identification": identification, "remise": remise, **suite}

    def politique(demande: Mapping[str, Any]) -> dict[str, str]:
        fiche, remise = demande["fiche"], decisions["remise"]
        if demande["usage"] in fiche["sans_acte"] and decisions["usage_sans_acte"] == "pas_besoin":
            return repondre("pas_besoin", "aucune", "aucune", "pas_besoin")
        if demande["acte"] not in AVEC_FILIATION and decisions["extrait_sans_filiation"] == "sans_preuve":
            return repondre("courrier", "aucune", "courrier" if remise == "espace_securise" else remise, "ouvert")
        if demande["lien"] not in fiche["ayants_droit"] and demande["acte"] in AVEC_FILIATION:
            if decisions["lien_sans_droit"] == "refus":
                return repondre("refus", "aucune", "aucune", "reserve")
            if decisions["lien_sans_droit"] == "guichet":
                return repondre("guichet", "piece_au_guichet", "guichet", "guichet")
        acceptes = [m for m in _CONFORT if m in decisions["preuves_acceptees"] and m in demande["moyens"]]
        if not acceptes:
            return repondre("refus", "aucune", "aucune", "sans_preuve")
        preuve, voie = acceptes[0], _VOIES[acceptes[0]]
        if remise == "espace_securise" and preuve != "franceconnect_plus":
            remise = "guichet" if voie == "guichet" else "courrier"
        return repondre(voie, preuve, remise, "recue")

    return {"politique": politique}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
