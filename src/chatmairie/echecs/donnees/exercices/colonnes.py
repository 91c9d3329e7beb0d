"""`donnees.colonnes` : ce dont la machine a besoin, et à quoi chaque colonne sert."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.dossiers import appliquer_reglement, tirer_dossiers
from chatmairie.echecs.donnees.exercices._commun import MONDES, REGLES, archives_a_juger, enfant, vraies_decisions
from chatmairie.echecs.donnees.modele import entrainer, predire_le_jour
from chatmairie.echecs.donnees.monde import Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Entrees,
    Exercice,
    FormeInattendue,
    Option,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import combien_sur, sans_accents

TORT_MAX = 0.05
"""Part tolérée de refus (ou d'admissions) à tort. Mesuré sur 40 mondes (outils/mesures_marges.py) : aucun avec les
bonnes réponses ; une règle oubliée fait admettre à tort au moins un dossier irrecevable sur cinq."""

TRAHISON_MAX = 0.80
"""Aire sous la courbe au-delà de laquelle des colonnes redonnent le jour (0,5 : elles n'en disent rien). Mesuré sur
100 mondes : 0,67 au plus avec une colonne par règle (l'âge en dit un peu), 0,73 avec l'activité, 0,78 avec l'heure ;
0,89 pour toutes les colonnes sauf jour, file et ticket ; 1 avec la file ou le ticket."""

MOTS_D_UNE_FINALITE = 3
SENSIBLES = {
    "pai_allergie": "l'état de santé de l'enfant",
    "quotient_familial": "les revenus de la famille",
    "type_famille": "la situation de famille",
    "parents_actifs": "le travail des parents, un critère illégal",
}
UTILES = frozenset({*REGLES, "activite", "annee"})
"""Une colonne par règle, et ce qui dit à quoi l'enfant est inscrit : la consigne l'annonce."""

IDENTITE = frozenset({"num_dossier", "id_enfant", "id_famille", "prenom"})
APRES_COUP = frozenset({"decision", "motif", "instruit_par", "raison_ecart"})


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    archives = archives_a_juger(hasard, monde)
    propre = vraies_decisions(archives)
    dossiers = tirer_dossiers(hasard, monde, lignes=1500)
    return Sujet(
        entrees={"propre": propre, "archives": archives, "dossiers": dossiers, "jour": monde.jour_sale},
        verite={
            "recevable": appliquer_reglement(dossiers, monde.reglement)["recevable"].tolist(),
            "dossiers": dossiers,
        },
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    finalites = formes.dictionnaire(productions["COLONNES"], "COLONNES")
    connues = list(entrees["archives"].columns)
    if not finalites:
        raise FormeInattendue(
            "`COLONNES` est vide : sans aucune colonne, la machine répondrait la même chose à tout le monde."
        )
    for colonne, phrase in finalites.items():
        if colonne not in connues:
            raise FormeInattendue(
                f"« {colonne} » n'est pas une colonne de l'archive. Les colonnes : {', '.join(connues)}."
            )
        if not isinstance(phrase, str):
            raise FormeInattendue(f"La finalité de « {colonne} » doit être une phrase entre guillemets.")
    utiles = [c for c in finalites if c not in IDENTITE | APRES_COUP]
    if not utiles:
        return {"finalites": finalites, "accepte": [False] * len(entrees["dossiers"]), "trahison": 0.5}
    modele = entrainer(entrees["propre"], utiles)
    return {
        "finalites": finalites,
        "accepte": modele.accepte(entrees["dossiers"]).tolist(),
        "trahison": predire_le_jour(entrees["archives"], utiles, jour=entrees["jour"]),
    }


def _finalites(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    finalites = reponse["finalites"]
    muettes = [
        c for c, phrase in finalites.items() if len(set(re.findall(r"\w+", phrase.lower()))) < MOTS_D_UNE_FINALITE
    ]
    if muettes:
        ecrite = finalites[muettes[0]].strip()
        reponse_donnee = f"« {ecrite} » ne répondrait pas" if ecrite else "Rien n'est écrit, donc rien à répondre"
        return Constat(
            "finalite_muette",
            f"À quoi sert « {muettes[0]} » ? {reponse_donnee} à un parent qui le demande.",
            essayer="Une phrase d'au moins trois mots : ce que cette colonne permet de vérifier.",
        )
    if len({sans_accents(p) for p in finalites.values()}) < len(finalites):
        return Constat(
            "finalite_recopiee",
            "La même phrase sert pour plusieurs colonnes : on ne sait plus pourquoi la mairie demande chacune aux "
            "familles.",
            essayer="Une finalité par colonne.",
        )
    return None


def _lus(sujet: Sujet, reponse: Reponse) -> tuple[pd.Series, pd.Series]:
    index = sujet.verite["dossiers"].index
    return pd.Series(sujet.verite["recevable"], index=index), pd.Series(reponse["accepte"], index=index)


def parts_a_tort(sujet: Sujet, reponse: Reponse) -> tuple[float, float]:
    """Part des recevables refusés, part des irrecevables admis (0 à 1)."""
    recevable, accepte = _lus(sujet, reponse)
    return (
        float((recevable & ~accepte).sum() / max(1, recevable.sum())),
        float((~recevable & accepte).sum() / max(1, (~recevable).sum())),
    )


def _suffisantes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    dossiers = sujet.verite["dossiers"]
    recevable, accepte = _lus(sujet, reponse)
    refuses, admis = dossiers[recevable & ~accepte], dossiers[~recevable & accepte]
    part_refuses, part_admis = parts_a_tort(sujet, reponse)
    if part_admis > TORT_MAX:
        return Constat(
            "colonne_necessaire_absente",
            f"{enfant(admis.iloc[0])} : accueil hors du règlement. Ni l'encadrement ni l'assurance ne sont "
            "prévus pour cet enfant-là.",
            observe=combien_sur(
                len(admis),
                int((~recevable).sum()),
                "dossier irrecevable {} serait accepté.",
                "dossiers irrecevables {} seraient acceptés.",
            ),
            essayer="Relisez les cinq règles du règlement : pour chacune, quelle colonne permet de la vérifier ?",
            leses=len(admis),
            grave=True,
        )
    if part_refuses > TORT_MAX:
        return Constat(
            "recevables_refuses",
            f"{enfant(refuses.iloc[0])}, dossier complet : ce serait un refus. Avec ces colonnes, la machine ne "
            "sait pas distinguer.",
            observe=combien_sur(
                len(refuses),
                int(recevable.sum()),
                "dossier recevable {} serait refusé.",
                "dossiers recevables {} seraient refusés.",
            ),
            essayer="Relisez les cinq règles du règlement : pour chacune, quelle colonne permet de la vérifier ?",
            leses=len(refuses),
            grave=True,
        )
    return None


def _jour(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if reponse["trahison"] <= TRAHISON_MAX:
        return None
    return Constat(
        "le_jour_revient",
        "Avec ces colonnes, la machine devine le jour de dépôt. À la prochaine bizarrerie d'archive, les mêmes "
        "familles seront refusées ensemble, et personne n'aura écrit le mot « jour ».",
        observe=f"`predire_le_jour` vaut {reponse['trahison']:.2f}".replace(".", ",") + " (0,50 : ces colonnes n'en "
        "disent rien).",
        essayer="Retirez une colonne à la fois et regardez `predire_le_jour`.",
        grave=True,
    )


def _sensibles(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    de_trop = [c for c in reponse["finalites"] if c not in UTILES | IDENTITE | APRES_COUP]
    prises = [c for c in de_trop if c in SENSIBLES]
    if prises:
        return Constat(
            "donnees_sensibles",
            f"Vous donnez à la machine {SENSIBLES[prises[0]]} (« {prises[0]} »). Aucune règle d'admission n'en a "
            "besoin : une famille serait jugée, un jour, sur ce qu'elle est.",
            observe=f"Colonnes en trop : {', '.join(prises)}.",
            essayer="Une donnée que l'on n'a pas ne peut ni fuir ni servir à autre chose.",
            grave=True,
        )
    if not de_trop:
        return None
    return Constat(
        "colonne_inutile",
        f"« {de_trop[0]} » ne sert à vérifier aucune des cinq règles, ni à savoir à quoi l'enfant est inscrit. Le jour "
        "où elle décidera d'un refus, personne ne saura l'expliquer à la famille.",
        observe=f"Colonnes en trop : {', '.join(de_trop)}.",
        essayer="Prenez les règles du règlement une à une : laquelle regarde cette colonne ?",
    )


def _disponibles(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    apres = [c for c in reponse["finalites"] if c in APRES_COUP]
    if apres:
        return Constat(
            "connue_apres_coup",
            f"« {apres[0]} » n'existe pas encore quand une famille dépose son dossier : la machine paraîtrait "
            "parfaite à l'entraînement, et serait aveugle au guichet.",
            essayer="Ne gardez que ce que l'on sait le jour du dépôt.",
            grave=True,
        )
    noms = [c for c in reponse["finalites"] if c in IDENTITE]
    if noms:
        return Constat(
            "identite",
            f"« {noms[0]} » désigne une personne. Décider d'après qui l'on est, et non d'après son dossier, n'est "
            "dans aucune règle.",
            essayer="Un identifiant sert à retrouver un dossier, pas à le juger.",
            grave=True,
        )
    return None


# --- sans code --------------------------------------------------------------------------------------

_FINALITES = {
    "age": "vérifier que l'enfant a l'âge de l'activité",
    "scolarise_commune": "vérifier que l'enfant est scolarisé dans la commune",
    "pieces_fournies": "vérifier que le dossier a assez de pièces",
    "assurance_valide": "vérifier que l'enfant est assuré pendant l'activité",
    "dans_les_delais": "vérifier que la demande est arrivée à temps",
    "jour_depot": "savoir quel jour la famille est venue",
    "code_file": "savoir par quelle file la famille est passée",
    "num_ticket": "retrouver le numéro du ticket d'attente",
    "canal": "savoir comment la famille a déposé",
    "parents_actifs": "donner la priorité aux parents qui travaillent",
    "quotient_familial": "connaître les revenus de la famille",
    "pai_allergie": "prévoir les soins pendant l'activité",
    "motif": "apprendre des motifs de refus passés",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    return {"COLONNES": {c: _FINALITES[c] for c in decisions["garder"]}}


EXERCICE = Exercice(
    identifiant="donnees.colonnes",
    titre="Ne garder que ce qui sert",
    niveau=2,
    duree_min=4,
    criteres=("CM-CAD-05", "CM-CAD-04"),
    indices=(
        "Une colonne en trop, et le jour revient par la fenêtre : les mêmes familles sont refusées sans que l'on "
        "sache pourquoi.",
        "Recommandation : une donnée, une finalité. Ce qui ne sert à vérifier aucune règle ne se donne pas à la "
        "machine.",
        'Un dictionnaire `{"nom_de_colonne": "vérifier que …"}`, avec une entrée pour chacune des règles du '
        "règlement intérieur.",
    ),
    productions=("COLONNES",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("finalites_dites", 0.25, _finalites, ("forme",), "chaque colonne a une finalité"),
        Controle("colonnes_suffisantes", 0.75, _suffisantes, ("forme",), "les règles peuvent être vérifiées"),
        Controle("jour_introuvable", 0.25, _jour, ("forme",), "le jour ne se devine plus"),
        Controle("rien_de_sensible", 0.25, _sensibles, ("forme",), "rien n'est demandé de trop, rien d'intime"),
        Controle("connu_au_depot", 0.25, _disponibles, ("forme",), "tout est connu au dépôt, personne n'est désigné"),
    ),
    choix=CheminSansCode(
        options={"garder": Option("Quelles colonnes garder, et pour quoi faire ?", _FINALITES, plusieurs=True)},
        produire=_produire,
        exemple='COLONNES = choisir("donnees.colonnes", garder=["…", "…"])',
    ),
)
