"""Les paris du carnet : une question avant de regarder, ce qui s'est passé ensuite. Jamais notés."""

from __future__ import annotations

from typing import Any

from chatmairie.juge.exercice import Prevision

_JE_NE_SAIS_PAS = {"je ne sais pas": "Je ne sais pas."}


def _combien(rejeu: Any) -> str:
    d = rejeu.deroule.demandes
    proches = d[d["demandeur"].eq("proche")]
    return (
        f"sur {len(proches)} demandes faites par quelqu'un qui connaît les proches de la personne, "
        f"{int(proches['a_tort'].sum())} ont obtenu l'acte. Il suffisait de savoir ; le code s'affichait à l'écran."
    )


def _plus_long(avec_4: Any, avec_8: Any) -> str:
    """Les mêmes demandes, passées deux fois par le service : ce qui change avec la longueur du code."""
    (obtenus_4, bloques_4), (obtenus_8, bloques_8) = (_obtenus_et_bloques(x) for x in (avec_4, avec_8))
    demandes = int(avec_4.demandes["demandeur"].eq("proche").sum())
    return (
        f"sur {demandes} demandes, {obtenus_4} actes obtenus avec 4 chiffres, {obtenus_8} avec 8 : le code se lit "
        "dans le chat et se retape. Les honnêtes gens, eux, ont le double à taper dans la minute : "
        f"{bloques_4} bloqués avec 4 chiffres, {bloques_8} avec 8."
    )


def _obtenus_et_bloques(deroule: Any) -> tuple[int, int]:
    """(actes obtenus par qui connaît les proches, personnes bloquées devant leur propre acte)."""
    d = deroule.demandes
    elle = d["demandeur"].eq("la personne")
    return int((d["demandeur"].eq("proche") & d["a_tort"]).sum()), int((elle & d["etat"].eq("bloque")).sum())


def _questions(mesures: Any) -> str:
    table = mesures.set_index("Remède")
    apres = table.loc["plus de questions : les noms des parents"]
    return (
        f"{int(apres.iloc[0])} actes sur 100 partent encore chez quelqu'un qui connaît les proches, "
        f"{int(apres.iloc[2])} chez quelqu'un qui a acheté un fichier volé. Demander ces noms est pourtant la règle "
        "nationale (réponse du ministre de la justice, "
        "31 août 2006) : elle ne tient plus quand des fichiers circulent. Et la mairie garde maintenant une "
        "information de plus sur tout le monde."
    )


def _dehors(rejeu: Any) -> str:
    d = rejeu.deroule.demandes
    elle = d[d["demandeur"].eq("la personne")]
    bloques = elle[elle["etat"].eq("bloque")]["situation"].value_counts()
    lents = int(bloques.get("tape_lentement", 0))
    lecteurs = int(bloques.get("lecteur_ecran", 0))
    sans = int(elle[elle["etat"].eq("abandon")].shape[0])
    voleurs = int((d["demandeur"].ne("la personne") & d["etat"].eq("bloque")).sum())
    return (
        f"{lents} personnes qui tapent lentement et {lecteurs} qui lisent l'écran avec un lecteur d'écran ont "
        "été bloquées "
        f"par le code d'une minute ; {sans} ont renoncé devant le numéro obligatoire. Voleurs bloqués par le "
        f"code : {voleurs or 'aucun'} (hypothèse du cours : ils tapent à une vitesse ordinaire)."
    )


PARIS = (
    Prevision(
        "acte.combien",
        "Quelqu'un connaît bien les proches d'une personne. Sur 100 demandes faites à sa place, combien obtiennent "
        "l'acte de naissance ?",
        None,
        _combien,
    ),
    Prevision(
        "acte.qui_dehors",
        "Le code ne vit qu'une minute, « pour plus de sécurité ». Qui bloque-t-il ?",
        {
            "les voleurs": "Les voleurs : ils n'ont pas le temps.",
            "d'honnêtes gens": "D'honnêtes gens, et pas les voleurs.",
            "personne": "Personne : une minute suffit.",
            **_JE_NE_SAIS_PAS,
        },
        _dehors,
    ),
    Prevision(
        "acte.code_plus_long",
        "Code à 8 chiffres au lieu de 4 : que devient l'attaquant qui connaît ses proches ?",
        {
            "arrêté": "Il est arrêté.",
            "freiné": "Il réussit deux fois moins.",
            "rien": "Rien ne change pour lui.",
            **_JE_NE_SAIS_PAS,
        },
        _plus_long,
    ),
    Prevision(
        "acte.questions",
        "On demande aussi les noms des parents. Cela suffira-t-il contre quelqu'un qui connaît les proches ?",
        {"oui": "Oui.", "non": "Non.", **_JE_NE_SAIS_PAS},
        _questions,
    ),
)
