"""`donnees.enqueter` : quel jour, quel motif trahit la cause, quelles colonnes redonnent le jour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.exercices._commun import MONDES, archives_a_juger, sans_decision
from chatmairie.echecs.donnees.mecanisme import predire_le_jour
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents
from chatmairie.langue.texte import nombre

F = Fiche(__file__)

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
                raise F.refus("une_colonne", cle=cle)
        if type(rendu.get("substituts")) in (pd.Index, pd.Series):
            rendu = {**rendu, "substituts": rendu["substituts"].tolist()}
    constats = formes.dictionnaire(rendu, "enqueter(archives)", ("jour", "motif", "substituts"))
    for cle in ("jour", "motif"):
        if not isinstance(constats[cle], str):
            raise F.refus("pas_un_texte", cle=cle, quoi=formes.decrire(constats[cle]))
    if not isinstance(constats["substituts"], list) or not all(isinstance(c, str) for c in constats["substituts"]):
        raise F.refus("pas_une_liste")
    return constats


@F.controle
def jour(sujet: Sujet, reponse: Reponse) -> Constat | None:
    taux, donne, clos = sujet.verite["refus_par_jour"], sans_accents(reponse["jour"]), sujet.verite["clos"]
    if donne == sujet.verite["jour"]:
        return None
    if donne in taux:
        return F.tort("mauvais_jour/un_jour", clos, jour=reponse["jour"], sur_cent=round(100 * taux[donne]))
    if not reponse["jour"]:
        return F.tort("mauvais_jour/rien", clos)
    return F.tort("mauvais_jour/pas_un_jour", clos, jour=reponse["jour"])


@F.controle
def motif(sujet: Sujet, reponse: Reponse) -> Constat | None:
    donne, clos = reponse["motif"], sujet.verite["clos"]
    if sans_accents(donne) == sans_accents(sujet.verite["motif"]):
        return None
    if not donne.strip():
        return F.tort("mauvais_motif/vide", clos)
    if sans_accents(donne) not in map(sans_accents, sujet.verite["motifs"]):
        return F.tort("mauvais_motif/absent", clos, motif=donne)
    return F.tort("mauvais_motif/autre", clos, motif=donne)


@F.controle
def substituts_trouves(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    donnees = {c.strip() for c in reponse["substituts"]}
    manque = len(INDISPENSABLES - donnees)
    if not manque:
        return None
    if citees := ", ".join(sorted(donnees)):
        return F.tort("substitut_oublie/citees", n=manque, citees=citees)
    return F.tort("substitut_oublie/aucune_citee", n=manque)


@F.controle
def personne_accuse_a_tort(sujet: Sujet, reponse: Reponse) -> Constat | None:
    donnees = [c.strip() for c in reponse["substituts"]]
    inconnues = [c for c in donnees if c not in sujet.verite["colonnes"]]
    if inconnues:
        return F.tort("colonne_inconnue", colonne=inconnues[0])
    traces = {c: predire_le_jour(sujet.verite["archives"], [c], sujet.verite["jour"]) for c in donnees}
    fausses = {c: nombre(trace, fixes=True) for c, trace in traces.items() if trace < TRACE_MIN}
    if not fausses:
        return None
    dites = ", ".join(f"{c} {trace}" for c, trace in list(fausses.items())[:4])
    return F.tort("colonne_accusee_a_tort", colonne=next(iter(fausses)), traces=dites)


# --- sans code --------------------------------------------------------------------------------------


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def enqueter(archives: pd.DataFrame) -> dict[str, Any]:
        refuses = archives[archives["decision"].eq("refuse")]
        refus = archives["decision"].eq("refuse").groupby(archives["jour_depot"])
        jour = {
            "plus_fort_taux": refus.mean().idxmax(),
            "plus_de_refus": refus.sum().idxmax(),
            "moins_de_dossiers": refus.size().idxmin(),
        }[decisions["jour"]]
        ce_jour, instruits = refuses["jour_depot"].eq(jour), refuses["instruit_par"].ne("")
        motif = {
            "personne_n_a_instruit": refuses.loc[ce_jour & ~instruits, "motif"],
            "plus_frequent_ailleurs": refuses.loc[~ce_jour & instruits, "motif"],
            "dossier_incomplet": pd.Series(["DOSSIER INCOMPLET"]),
        }[decisions["motif"]].mode()
        return {
            "jour": jour,
            "motif": motif.iloc[0] if len(motif) else "",
            "substituts": list(decisions["substituts"]),
        }

    return {"enqueter": enqueter}


EXERCICE = F.exercice(
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    produire=_produire,
)
