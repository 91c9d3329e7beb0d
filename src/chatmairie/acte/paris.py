"""Les paris du carnet : une question avant de regarder, ce qui s'est passé ensuite. Jamais notés."""

from __future__ import annotations

from typing import Any

from chatmairie.exercice import Prevision

_JE_NE_SAIS_PAS = {"je ne sais pas": "Je ne sais pas."}
_NAIF = "code de 4 chiffres dans le chat (le service naïf)"


def _combien(rejeu: Any) -> str:
    d = rejeu.deroule.demandes
    proches = d[d["demandeur"].eq("proche")]
    return (
        f"sur {len(proches)} demandes faites par quelqu'un qui connaît les proches de la personne, "
        f"{int(proches['a_tort'].sum())} ont obtenu l'acte. Il suffisait de savoir ; le code s'affichait à l'écran."
    )


def _plus_long(mesures: Any) -> str:
    table = mesures.set_index("Remède")
    avant = int(table.loc[_NAIF].iloc[0])
    apres = int(table.loc["code de 8 chiffres dans le chat"].iloc[0])
    return (
        f"{avant} actes sur 100 avec 4 chiffres, {apres} avec 8. Rien n'est deviné : le code se lit dans le chat et se "
        "retape. Un code long n'arrête que les gens qui n'ont pas le code."
    )


def _questions(mesures: Any) -> str:
    table = mesures.set_index("Remède")
    apres = table.loc["plus de questions : les noms des parents"]
    return (
        f"{int(apres.iloc[0])} actes sur 100 partent encore chez qui connaît les proches, {int(apres.iloc[2])} "
        "chez qui a "
        "acheté un fichier volé. Et la mairie garde maintenant une information de plus sur tout le monde."
    )


def _dehors(rejeu: Any) -> str:
    d = rejeu.deroule.demandes
    elle = d[d["demandeur"].eq("la personne")]
    bloques = elle[elle["etat"].eq("bloque")]["situation"].value_counts()
    lents = int(bloques.get("tape_lentement", 0))
    lecteurs = int(bloques.get("lecteur_ecran", 0))
    sans = int(elle[elle["etat"].eq("abandon")].shape[0])
    return (
        f"{lents} personnes qui tapent lentement et {lecteurs} qui lisent l'écran avec un lecteur d'écran ont "
        "été bloquées "
        f"par le code d'une minute ; {sans} ont renoncé devant le numéro obligatoire. Aucun voleur n'a été "
        "bloqué par le "
        "code."
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
        "On demande aussi les noms des parents. Cela suffira-t-il contre qui connaît les proches ?",
        {"oui": "Oui.", "non": "Non.", **_JE_NE_SAIS_PAS},
        _questions,
    ),
)
