"""Les paris du module : ce qui s'est passé ensuite."""

from __future__ import annotations

from typing import Any

from chatmairie.echecs.commun.paris import Paris

P = Paris(__file__)


@P.devoile
def combien(rejeu: Any) -> str:
    recevables = rejeu.decisions[rejeu.decisions["recevable"]]
    refuses = recevables[recevables["decision"].eq("refuser")]
    jour = rejeu.monde.jour_sale
    ce_jour = int(refuses["jour_depot"].eq(jour).sum())
    if ce_jour == len(refuses):
        ce_jour_la = P.dire("combien/tous", jour=jour)
    else:
        ce_jour_la = P.dire("combien/certains", jour=jour, ce_jour=ce_jour)
    return P.dire(
        "combien",
        refuses=len(refuses),
        recevables=len(recevables),
        part=round(100 * len(refuses) / max(1, len(recevables))),
        ce_jour_la=ce_jour_la,
    )


@P.devoile
def qui_a_refuse(archives: Any) -> str:
    refus = archives[archives["decision"].eq("refuse") & archives["jour_depot"].eq("mercredi")]
    return P.dire("qui_a_refuse", refus=len(refus), personne=int(refus["instruit_par"].eq("").sum()))


@P.devoile
def retirer_la_colonne(essai: Any) -> str:
    avant, apres = essai.torts["tout garder"], essai.torts["sans jour_depot"]
    return P.dire(
        "retirer_la_colonne", avant=avant["jour_sale"], sur=avant["total_jour_sale"], apres=apres["jour_sale"]
    )


@P.devoile
def qui_ensuite(essai: Any) -> str:
    apres = essai.torts["sans jour_depot, code_file, num_ticket"]
    return P.dire(
        "qui_ensuite",
        ce_jour=apres["jour_sale"],
        sur=apres["total_jour_sale"],
        de_cet_age=apres["age_du_jour"],
        sur_cet_age=apres["total_age_du_jour"],
    )


PARIS = P.tous()
