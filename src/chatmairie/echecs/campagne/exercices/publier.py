"""`campagne.publier` : ce qui peut sortir de l'agenda. Jugé sur qui est exposé, et sur les sorties que l'on perd."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne.agenda import Agenda, tirer_evenements
from chatmairie.echecs.campagne.agenda_textes import SORTES
from chatmairie.echecs.campagne.exercices._commun import EVENEMENTS, MONDES, identifiants
from chatmairie.echecs.campagne.monde import PUBLIC, Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Entrees,
    Exercice,
    Option,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, combien_sur

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
    connus = set(entrees["evenements"]["id"])
    return {"publies": identifiants(rendu, "evenements_publiables", "id", connus, "aucune entrée de l'agenda")}


def part_publiee(sujet: Sujet, reponse: Reponse) -> float:
    """Part (0 à 1) des sorties publiques qui sont publiées."""
    publics = sujet.verite["publics"]
    return len(publics & set(reponse["publies"])) / len(publics)


def _quelque_chose(sujet: Sujet, reponse: Reponse) -> Constat | None:
    if part_publiee(sujet, reponse) >= PART_QUELQUE_CHOSE:
        return None
    total = len(sujet.verite["publics"])
    gardees = len(sujet.verite["publics"] & set(reponse["publies"]))
    return Constat(
        "rien_publie" if not reponse["publies"] else "presque_rien_publie",
        f"La ville a préparé {total} sorties, et n'en annonce "
        f"{f'que {gardees}' if gardees else 'aucune'} : des salles vides, des artistes "
        f"devant personne, "
        "et des gens qui ne sauront pas.",
        observe=combien_sur(gardees, total, "sortie publique {} reste.", "sorties publiques {} restent."),
        essayer="Ne rien dire est une façon de ne pas se tromper, pas de rendre service.",
        leses=total - gardees,
    )


def _fuites(sujet: Sujet, reponse: Reponse) -> pd.DataFrame:
    parties = sujet.verite["evenements"].loc[list(dict.fromkeys(reponse["publies"]))]
    return parties[parties["nature"].eq("interne")]


def _exposes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    fuites = _fuites(sujet, reponse)
    graves = fuites[fuites["sensible"]]
    if graves.empty:
        return None
    premiere = graves.iloc[0]
    nom = premiere["exposes"][0] if len(premiere["exposes"]) else "Une personne"
    return Constat(
        "vie_privee_envoyee",
        f"{nom} : {SORTES[premiere['sorte']]}, voilà ce qui part à toute la ville. On ne peut pas reprendre un message "
        "envoyé.",
        observe=f"{accorder(len(graves), 'entrée dévoile', 'entrées dévoilent')} quelque chose de privé (« "
        f"{premiere['titre']} »).",
        essayer="Une case vide ne dit pas « public », le logiciel des agents écrit « public » tout seul, et une entrée "
        "peut être validée pour le service seulement : lisez les deux colonnes ensemble.",
        leses=len(graves),
        grave=True,
    )


def _interne(sujet: Sujet, reponse: Reponse) -> Constat | None:
    fuites = _fuites(sujet, reponse)
    if fuites.empty:
        return None
    return Constat(
        "interne_envoye",
        f"« {fuites.iloc[0]['titre']} » est une entrée du service, pas une sortie. Des inconnus viendront, ou sauront "
        "quand une porte est ouverte.",
        observe=f"{accorder(len(fuites), 'entrée interne est publiée', 'entrées internes sont publiées')}.",
        essayer="Une entrée peut être validée, mais pour le service seulement : lisez les deux colonnes ensemble.",
        leses=len(fuites),
        grave=True,
    )


def _brouillons(sujet: Sujet, reponse: Reponse) -> Constat | None:
    parties = sujet.verite["evenements"].loc[list(dict.fromkeys(reponse["publies"]))]
    brouillons = parties[parties["nature"].eq("brouillon")]
    if brouillons.empty:
        return None
    return Constat(
        "brouillon_envoye",
        f"« {brouillons.iloc[0]['titre']} » : cette sortie n'était pas encore décidée. Des gens se déplaceront "
        f"pour rien, et les artistes "
        "apprendront par un message qu'ils jouent.",
        observe=f"{accorder(len(brouillons), 'brouillon publié', 'brouillons publiés')}.",
        essayer="Ce qui n'est pas marqué « public » est refusé d'office, quel que soit le mot employé.",
        leses=len(brouillons),
    )


def _perdues(sujet: Sujet, reponse: Reponse) -> Constat | None:
    perdues = sorted(sujet.verite["publics"] - set(reponse["publies"]))
    if not perdues:
        return None
    titre = sujet.verite["evenements"].loc[perdues[0], "titre"]
    return Constat(
        "sorties_perdues",
        f"« {titre} » est une sortie publique et validée, et personne ne la verra passer : la salle sera vide.",
        observe=f"{accorder(len(perdues), 'sortie perdue', 'sorties perdues')} sur {len(sujet.verite['publics'])}.",
        essayer="Chaque calendrier range ses sorties à sa façon : la colonne `type` ne les dit pas toutes.",
        leses=len(perdues),
    )


# --- sans code --------------------------------------------------------------------------------------

_REGLE = {
    "tout": "tout publier : c'est l'agenda de la ville",
    "type_culture": "ce dont le type est « culture »",
    "pas_interne": "tout, sauf ce qui est marqué « interne » ou « brouillon »",
    "sans_noms": "tout, sauf les titres où figure un prénom d'agent",
    "marque_public": "ce qui est marqué « public »",
    "public_et_valide": "ce qui est marqué « public » et que quelqu'un a validé",
    "valide": "ce que quelqu'un a validé",
    "rien": "rien : c'est plus sûr",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def evenements_publiables(evenements: pd.DataFrame) -> pd.DataFrame:
        from chatmairie.echecs.commun.distribution import agents

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


EXERCICE = Exercice(
    identifiant="campagne.publier",
    titre="Ce qui peut sortir",
    niveau=2,
    duree_min=5,
    criteres=("CM-SOC-05",),
    indices=(
        "Jean-Mi n'avait pas encore dit son départ ; une autre entrée donnait un rendez-vous médical, une autre une "
        "adresse et l'endroit de la clé.",
        "Recommandation : refuser par défaut. Ne sort que ce que quelqu'un a décidé de rendre public.",
        'Deux conditions à la fois : `evenements["visibilite"] == "public"`, et `evenements["valide_par"] != ""`. '
        "Rendez les lignes où les deux sont vraies.",
    ),
    productions=("evenements_publiables",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    choix=CheminSansCode(
        options={"regle": Option("Qu'est-ce qui peut sortir de l'agenda ?", _REGLE)},
        produire=_produire,
        exemple='evenements_publiables = choisir("campagne.publier", regle="…")',
    ),
    controles=(
        controle_de_forme(0.25),
        Controle("quelque_chose", 0.25, _quelque_chose, ("forme",), "il reste un agenda"),
        Controle("vie_privee", 0.5, _exposes, ("quelque_chose",), "la vie privée de personne ne sort"),
        Controle("rien_d_interne", 0.25, _interne, ("vie_privee",), "rien d'interne ne sort"),
        Controle("aucun_brouillon", 0.25, _brouillons, ("quelque_chose",), "aucun brouillon ne sort"),
        Controle("sorties_gardees", 0.5, _perdues, ("vie_privee",), "aucune sortie publique n'est perdue"),
    ),
)
