"""`donnees.enqueter` : quel jour, quel motif trahit la cause, quelles colonnes redonnent le jour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.exercices._commun import MONDES, archives_a_juger, sans_decision
from chatmairie.echecs.donnees.modele import predire_le_jour
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, Monde
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
from chatmairie.langue.mots import accorder, sans_accents

INDISPENSABLES = frozenset({"code_file", "num_ticket"})
"""Colonnes qui redonnent le jour presque à coup sûr une fois `jour_depot` retirée (`predire_le_jour` : 1, mesuré)."""

TRACE_MIN = 0.85
"""`predire_le_jour` à partir duquel citer une colonne n'accuse personne à tort ; l'énoncé annonce 0,9. Mesuré sur
34 mondes : 1 pour les indispensables, de 0,94 à 0,99 pour le motif, de 0,88 à 0,92 pour `instruit_par`, 0,80 au plus
ailleurs."""


PART_D_UN_AUTRE_JOUR = 0.25
"""Ailleurs, le jour où personne n'instruit reçoit quatre fois moins de dossiers que le plus chargé des autres : c'est
le plus refusé sans être celui qui compte le plus de refus, et son motif n'est pas le plus fréquent de l'archive."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    archives = archives_a_juger(hasard, monde)
    if monde.jour_sale != MONDE_DU_COURS.jour_sale:
        du_jour = archives.index[archives["jour_depot"].eq(monde.jour_sale)]
        plus_charge = archives["jour_depot"].drop(du_jour).value_counts().max()
        en_trop = hasard.permutation(du_jour)[int(PART_D_UN_AUTRE_JOUR * plus_charge) :]
        archives = archives.drop(en_trop).reset_index(drop=True)
    refus = archives["decision"].eq("refuse")
    return Sujet(
        entrees={"archives": archives},
        verite={
            "jour": monde.jour_sale,
            "motif": _motif_de_cloture(archives),
            "motifs": sorted(m for m in archives["motif"].unique() if m),
            "colonnes": list(archives.columns),
            "refus_par_jour": refus.groupby(archives["jour_depot"]).mean().to_dict(),
            "clos": int(sans_decision(archives).sum()),
            "archives": archives,
        },
    )


def _motif_de_cloture(archives: pd.DataFrame) -> str:
    return str(archives.loc[sans_decision(archives), "motif"].mode().iloc[0])


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    enqueter = formes.fonction(productions["enqueter"], "enqueter")
    rendu = formes.rendu(enqueter(entrees["archives"].copy()), "enqueter")
    if type(rendu) is dict:
        for cle in ("jour", "motif"):
            if type(rendu.get(cle)) is pd.Series:
                raise FormeInattendue(
                    f"« {cle} » est une colonne (`Series`) : prenez-en une seule valeur, par exemple avec `[0]`."
                )
        if type(rendu.get("substituts")) in (pd.Index, pd.Series):
            rendu = {**rendu, "substituts": rendu["substituts"].tolist()}
    constats = formes.dictionnaire(rendu, "enqueter(archives)", ("jour", "motif", "substituts"))
    for cle in ("jour", "motif"):
        if not isinstance(constats[cle], str):
            raise FormeInattendue(f"« {cle} » doit être un texte, un seul ; c'est {formes.decrire(constats[cle])}.")
    if not isinstance(constats["substituts"], list) or not all(isinstance(c, str) for c in constats["substituts"]):
        raise FormeInattendue("« substituts » doit être une liste de noms de colonnes.")
    return constats


def _jour(sujet: Sujet, reponse: Reponse) -> Constat | None:
    taux, donne = sujet.verite["refus_par_jour"], sans_accents(reponse["jour"])
    if donne == sujet.verite["jour"]:
        return None
    if donne in taux:
        sur_cent = round(100 * taux[donne])
        observe = f"Ce jour-là, {sur_cent} dossiers sur 100 sont refusés ; un autre jour, c'est bien plus."
    else:
        observe = "Ce n'est pas un jour de l'archive."
    return Constat(
        "mauvais_jour",
        f"Vous désignez « {reponse['jour'] or '(rien)'} ». "
        f"{accorder(sujet.verite['clos'], 'dossier a été clos', 'dossiers ont été clos')} sans être lus, et ces "
        "familles ont déposé un autre jour : elles restent hors de l'enquête.",
        observe=observe,
        essayer="Pour chaque jour, prenez la part de refus dans l'archive que la fonction reçoit : ailleurs, le "
        "jour n'est pas le même.",
        leses=sujet.verite["clos"],
        grave=True,
    )


def _motif(sujet: Sujet, reponse: Reponse) -> Constat | None:
    if sans_accents(reponse["motif"]) == sans_accents(sujet.verite["motif"]):
        return None
    if not reponse["motif"].strip():
        return Constat(
            "mauvais_motif",
            "Le motif que vous rendez est vide : c'est ce que portent les dossiers acceptés. L'enquête ne dit "
            "toujours pas "
            "pourquoi des familles ont été refusées sans que personne ne lise leur dossier.",
            observe=f"{sujet.verite['clos']} refus portent un motif, et aucun agent ne les a instruits.",
            essayer="Ne regardez que les refus du jour trouvé : quel motif y revient le plus ?",
            leses=sujet.verite["clos"],
            grave=True,
        )
    if sans_accents(reponse["motif"]) not in map(sans_accents, sujet.verite["motifs"]):
        return Constat(
            "mauvais_motif",
            f"Aucun refus de l'archive ne porte le motif « {reponse['motif'] or '(rien)'} » : on cherche une cause qui "
            f"n'y est pas, et {accorder(sujet.verite['clos'], 'famille attend', 'familles attendent')} que l'on trouve "
            "la vraie.",
            essayer="Recopier un motif lu chez soi ne suffit pas : ailleurs, le logiciel en écrit un autre. Faites-le "
            "chercher par la fonction, dans les refus du jour trouvé, parmi les dossiers qu'aucun agent n'a instruits.",
            leses=sujet.verite["clos"],
            grave=True,
        )
    return Constat(
        "mauvais_motif",
        f"Le motif « {reponse['motif']} » n'explique pas ce qui arrive : dès que quelqu'un ouvre leur "
        "dossier, ces familles sont traitées comme les autres. L'accuser détourne l'enquête de ce que fait le "
        "logiciel.",
        observe=f"{sujet.verite['clos']} refus portent un autre motif, et aucun agent ne les a instruits.",
        essayer="Croisez le jour et le motif, dans l'archive que la fonction reçoit, et regardez la colonne "
        "`instruit_par`.",
        leses=sujet.verite["clos"],
        grave=True,
    )


def _oubliees(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    donnees = {c.strip() for c in reponse["substituts"]}
    manque = len(INDISPENSABLES - donnees)
    if not manque:
        return None
    return Constat(
        "substitut_oublie",
        f"Il reste {'une colonne' if manque == 1 else 'des colonnes'} qui redonne{'' if manque == 1 else 'nt'} le "
        "jour presque à coup sûr : en retirant `jour_depot` seulement, la machine refuserait encore les mêmes "
        "familles.",
        observe=f"Colonnes citées : {', '.join(sorted(donnees)) or 'aucune'}.",
        essayer="`predire_le_jour(archives, colonnes, jour=…)` dit à quel point des colonnes trahissent un jour ; "
        "essayez-les une à une, avec le jour que vous avez trouvé.",
        grave=True,
    )


def _accusees(sujet: Sujet, reponse: Reponse) -> Constat | None:
    donnees = [c.strip() for c in reponse["substituts"]]
    inconnues = [c for c in donnees if c not in sujet.verite["colonnes"]]
    if inconnues:
        return Constat(
            "colonne_inconnue",
            f"« {inconnues[0]} » n'est pas une colonne de l'archive : vérifiez son nom.",
            essayer="Les noms exacts, sans espace ni accent, sont dans `archives.columns`.",
        )
    traces = {c: predire_le_jour(sujet.verite["archives"], [c], sujet.verite["jour"]) for c in donnees}
    fausses = {c: f"{trace:.2f}".replace(".", ",") for c, trace in traces.items() if trace < TRACE_MIN}
    if not fausses:
        return None
    return Constat(
        "colonne_accusee_a_tort",
        f"« {next(iter(fausses))} » ne redonne pas le jour presque à coup sûr. L'accuser, c'est chercher la cause du "
        "côté des familles, qui font la même demande que les autres.",
        observe="`predire_le_jour` : " + ", ".join(f"{c} {trace}" for c, trace in list(fausses.items())[:4]) + ".",
        essayer="Pour chaque colonne citée, regardez `predire_le_jour` : loin de 0,9, elle ne trahit pas le jour.",
        grave=True,
    )


# --- sans code --------------------------------------------------------------------------------------

_JOUR = {
    "plus_fort_taux": "le jour où la part de refus est la plus forte",
    "plus_de_refus": "le jour où l'on compte le plus de refus",
    "moins_de_dossiers": "le jour qui reçoit le moins de dossiers",
}
_MOTIF = {
    "personne_n_a_instruit": "le motif des lignes de ce jour-là qu'aucun agent n'a instruites",
    "plus_frequent_ailleurs": "le motif de refus le plus fréquent les autres jours",
    "dossier_incomplet": "le motif « DOSSIER INCOMPLET » : les familles déposent mal ce jour-là",
}
_COLONNES = {
    "code_file": "le code de la file d'attente",
    "num_ticket": "le numéro de ticket",
    "canal": "guichet, en ligne ou boîte aux lettres",
    "heure": "l'heure de dépôt",
    "assurance_valide": "l'assurance est valide",
    "type_famille": "couple ou monoparentale",
    "parents_actifs": "les parents travaillent",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def enqueter(archives: pd.DataFrame) -> dict[str, Any]:
        refus = archives["decision"].eq("refuse").groupby(archives["jour_depot"])
        jour = {
            "plus_fort_taux": lambda: refus.mean().idxmax(),
            "plus_de_refus": lambda: refus.sum().idxmax(),
            "moins_de_dossiers": lambda: refus.size().idxmin(),
        }[decisions["jour"]]()
        refuses = archives[archives["decision"].eq("refuse")]
        ce_jour = refuses["jour_depot"].eq(jour)
        motifs = {
            "personne_n_a_instruit": refuses.loc[ce_jour & refuses["instruit_par"].eq(""), "motif"],
            "plus_frequent_ailleurs": refuses.loc[~ce_jour & refuses["instruit_par"].ne(""), "motif"],
            "dossier_incomplet": pd.Series(["DOSSIER INCOMPLET"]),
        }[decisions["motif"]]
        motif = motifs.mode()
        return {
            "jour": jour,
            "motif": motif.iloc[0] if len(motif) else "",
            "substituts": list(decisions["substituts"]),
        }

    return {"enqueter": enqueter}


EXERCICE = Exercice(
    identifiant="donnees.enqueter",
    titre="Enquêter : qui a refusé ?",
    niveau=3,
    duree_min=6,
    criteres=("CM-SOC-01", "STR-2_01"),
    indices=(
        "Les familles d'un jour sont presque toutes refusées ; un autre jour, les mêmes enfants sont acceptés. Ce "
        "n'est donc pas elles que l'archive décrit.",
        "Recommandation : avant d'apprendre d'une donnée, demander qui l'a écrite et pourquoi. Relisez "
        "l'entretien avec l'agent, et la colonne `instruit_par`.",
        "Le jour : celui du plus fort taux de refus. Le motif : le plus fréquent parmi les refus de ce jour-là. "
        "Les substituts : les colonnes avec lesquelles `predire_le_jour` approche 1.",
    ),
    productions=("enqueter",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("jour", 0.5, _jour, ("forme",), "le jour où quelque chose ne va pas"),
        Controle("motif", 0.5, _motif, ("jour",), "le motif qui trahit la cause"),
        Controle("substituts_trouves", 0.5, _oubliees, ("forme",), "les colonnes qui redonnent le jour"),
        Controle("personne_accuse_a_tort", 0.25, _accusees, ("forme",), "aucune colonne accusée à tort"),
    ),
    choix=CheminSansCode(
        options={
            "jour": Option("Quel jour désigner ?", _JOUR),
            "motif": Option("Quel motif trahit la cause ?", _MOTIF),
            "substituts": Option("Quelles colonnes redonnent le jour ?", _COLONNES, plusieurs=True),
        },
        produire=_produire,
        exemple='enqueter = choisir("donnees.enqueter", jour="…", motif="…", substituts=["…"])',
    ),
)
