"""`campagne.publier` : ce qui peut sortir de l'agenda. Jugé sur qui est exposé, et sur les sorties que l'on perd."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne.exercices._commun import EVENEMENTS, MONDES, identifiants
from chatmairie.echecs.campagne.monde import PUBLIC, TEXTES, Monde
from chatmairie.echecs.campagne.tirage import Agenda, tirer_evenements
from chatmairie.echecs.commun.distribution import agents
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
PART_QUELQUE_CHOSE = 0.5
"""En dessous, il n'y a plus d'agenda (hypothèse du cours)."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    agenda = tirer_evenements(hasard, monde, EVENEMENTS)
    _valider_une_case_vide(agenda)
    verite = agenda.verite.assign(titre=agenda.evenements["titre"]).set_index("id")
    return Sujet(
        entrees={"evenements": agenda.evenements},
        verite={"evenements": verite, "publics": set(verite.index[verite["nature"].eq("public")])},
    )


def _valider_une_case_vide(agenda: Agenda) -> None:
    """Une entrée des agents sans visibilité est validée pour le service : une case vide ne dit pas « public »."""
    table = agenda.evenements
    vide = table["visibilite"].eq("") & agenda.verite["nature"].eq("interne")
    table.loc[table.index[vide][:1], "valide_par"] = "chef de service 1"


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    publiables = formes.fonction(productions["evenements_publiables"], "evenements_publiables")
    rendu = publiables(entrees["evenements"].copy())
    publies = identifiants(rendu, "evenements_publiables", "id")
    if inconnus := [i for i in publies if i not in set(entrees["evenements"]["id"])]:
        raise F.refus("numero_inconnu", vu=inconnus[0][:40])
    return {"publies": publies}


@F.controle
def quelque_chose(sujet: Sujet, reponse: Reponse) -> Constat | None:
    publics = sujet.verite["publics"]
    gardees, total = len(publics & set(reponse["publies"])), len(publics)
    if gardees >= PART_QUELQUE_CHOSE * total:
        return None
    cas = "presque_rien_publie/quelques" if gardees else "presque_rien_publie/aucune"
    return F.tort(cas if reponse["publies"] else "rien_publie", total - gardees, gardees=gardees, total=total)


def _partis(sujet: Sujet, reponse: Reponse, nature: str) -> pd.DataFrame:
    """Les entrées de cette nature que l'on publie."""
    partis = sujet.verite["evenements"].loc[list(dict.fromkeys(reponse["publies"]))]
    return partis[partis["nature"].eq(nature)]


@F.controle
def vie_privee(sujet: Sujet, reponse: Reponse) -> Constat | None:
    fuites = _partis(sujet, reponse, "interne")
    graves = fuites[fuites["sensible"]]
    if graves.empty:
        return None
    premiere = graves.iloc[0]
    nom = next(iter(premiere["exposes"]), F.dire("quelqu_un"))
    devoile = TEXTES["sortes"][premiere["sorte"]]
    return F.tort("vie_privee_envoyee", len(graves), nom=nom, devoile=devoile, titre=premiere["titre"])


@F.controle
def rien_d_interne(sujet: Sujet, reponse: Reponse) -> Constat | None:
    fuites = _partis(sujet, reponse, "interne")
    return None if fuites.empty else F.tort("interne_envoye", len(fuites), titre=fuites.iloc[0]["titre"])


@F.controle
def aucun_brouillon(sujet: Sujet, reponse: Reponse) -> Constat | None:
    brouillons = _partis(sujet, reponse, "brouillon")
    return None if brouillons.empty else F.tort("brouillon_envoye", len(brouillons), titre=brouillons.iloc[0]["titre"])


@F.controle
def sorties_gardees(sujet: Sujet, reponse: Reponse) -> Constat | None:
    perdues = sorted(sujet.verite["publics"] - set(reponse["publies"]))
    if not perdues:
        return None
    titre = sujet.verite["evenements"].loc[perdues[0], "titre"]
    return F.tort("sorties_perdues", len(perdues), titre=titre, total=len(sujet.verite["publics"]))


# --- sans code --------------------------------------------------------------------------------------


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def evenements_publiables(evenements: pd.DataFrame) -> pd.DataFrame:
        noms = "|".join(a.prenom for a in agents())
        public, valide = evenements["visibilite"].eq(PUBLIC), evenements["valide_par"].ne("")
        masques = {
            "tout": public | True,
            "type_culture": evenements["type"].eq("culture"),
            "pas_interne": ~evenements["visibilite"].isin(["interne", "brouillon"]),
            "sans_noms": ~evenements["titre"].str.contains(noms),
            "marque_public": public,
            "public_et_valide": public & valide,
            "valide": valide,
            "rien": public & False,
        }
        return evenements[masques[decisions["regle"]]]

    return {"evenements_publiables": evenements_publiables}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
