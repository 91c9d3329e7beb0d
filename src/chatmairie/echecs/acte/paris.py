"""Les paris du carnet : ce qui s'est passé ensuite."""

from __future__ import annotations

from typing import Any

from chatmairie.echecs.commun.paris import Paris

P = Paris(__file__)


@P.devoile
def combien(rejeu: Any) -> str:
    d = rejeu.deroule.demandes
    proches = d[d["demandeur"].eq("proche")]
    return P.dire("combien", demandes=len(proches), a_tort=int(proches["a_tort"].sum()))


@P.devoile
def qui_dehors(rejeu: Any) -> str:
    d = rejeu.deroule.demandes
    elle = d["demandeur"].eq("la personne")
    bloques = d[elle & d["etat"].eq("bloque")]["situation"].value_counts()
    voleurs = int((~elle & d["etat"].eq("bloque")).sum())
    return P.dire(
        "qui_dehors",
        lents=int(bloques.get("tape_lentement", 0)),
        lecteurs=int(bloques.get("lecteur_ecran", 0)),
        sans=int((elle & d["etat"].eq("abandon")).sum()),
        et_les_voleurs=P.dire("qui_dehors/voleurs", voleurs=voleurs) if voleurs else P.dire("qui_dehors/aucun_voleur"),
    )


@P.devoile
def code_plus_long(avec_4: Any, avec_8: Any) -> str:
    """Les mêmes demandes, passées deux fois par le service : ce qui change avec la longueur du code."""
    (obtenus_4, bloques_4), (obtenus_8, bloques_8) = (_obtenus_et_bloques(x) for x in (avec_4, avec_8))
    return P.dire(
        "code_plus_long",
        demandes=int(avec_4.demandes["demandeur"].eq("proche").sum()),
        obtenus_4=obtenus_4,
        obtenus_8=obtenus_8,
        bloques_4=bloques_4,
        bloques_8=bloques_8,
    )


def _obtenus_et_bloques(deroule: Any) -> tuple[int, int]:
    """(actes obtenus par qui connaît les proches, personnes bloquées devant leur propre acte)."""
    d = deroule.demandes
    elle = d["demandeur"].eq("la personne")
    return int((d["demandeur"].eq("proche") & d["a_tort"]).sum()), int((elle & d["etat"].eq("bloque")).sum())


@P.devoile
def questions(mesures: Any) -> str:
    apres = mesures.set_index("Remède").loc["plus de questions : les noms des parents"]
    return P.dire("questions", proches=int(apres.iloc[0]), fichier=int(apres.iloc[2]))


PARIS = P.tous()
