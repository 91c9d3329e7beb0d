"""Des pages de conversation : celle que la mairie a mise en ligne, et celles que font les décisions sans code."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from chatmairie.echecs.design.page.styles import FEUILLE

__all__ = ["EXEMPLE", "FEUILLE", "composer_page", "page_naive"]

EXEMPLE = {
    "historique": [
        {"qui": "Vous", "texte": "Comment avoir une carte à la bibliothèque ?"},
        {"qui": "ChatMairie", "texte": "Venez à la médiathèque avec une pièce d'identité. La carte est gratuite."},
    ],
    "erreur": "",
    "contact": {"telephone": "01 99 00 12 00", "courriel": "accueil@mairie.example", "guichet": "4 place du Marché"},
}
"""Une conversation d'essai : ce que reçoit `interface_html`."""

_NAIVE = {
    "champ": "placeholder", "envoyer": "image", "annonce": "aucune", "erreur": "en_rouge", "couleurs": "tendance",
    "mesures": "fixes", "dire_ia": "jamais", "contact": "aucun",
}  # fmt: skip


def page_naive(reponse: Mapping[str, Any]) -> str:
    """La page mise en ligne par la mairie : jolie sur l'écran de qui l'a faite."""
    return composer_page(_NAIVE, reponse)


def composer_page(decisions: Mapping[str, str], reponse: Mapping[str, Any]) -> str:
    """La page que font ces décisions (les options de l'exercice), pour cette conversation."""
    erreur = escape(reponse["erreur"])
    return (
        '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        + _vue(decisions)
        + f"<title>ChatMairie</title>\n<style>{_style(decisions)}</style>\n</head>\n<body>\n<main>\n"
        + "<h1>ChatMairie</h1>\n"
        + ("<p>Un assistant automatique (une IA) vous répond.</p>\n" if decisions["dire_ia"] == "en_tete" else "")
        + (f"<p>{erreur}</p>\n" if erreur and decisions["erreur"] == "en_haut" else "")
        + _conversation(decisions, reponse)
        + _formulaire(decisions, erreur)
        + _contact(decisions, reponse["contact"])
        + ("<footer><p>Service rendu par une IA.</p></footer>\n" if decisions["dire_ia"] == "pied" else "")
        + "</main>\n</body>\n</html>\n"
    )


def _vue(decisions: Mapping[str, str]) -> str:
    reglages = {
        "souples": "width=device-width, initial-scale=1",
        "fixes": "width=900",
        "verrouillees": "width=device-width, initial-scale=1, maximum-scale=1, user-scalable=no",
    }[decisions["mesures"]]
    return f'<meta name="viewport" content="{reglages}">\n'


def _style(decisions: Mapping[str, str]) -> str:
    couleurs = {"sombres": "color: #1d1d1d; background: #fff;", "tendance": "color: #b9b9b9; background: #fff;"}
    largeur = "max-width: 40rem;" if decisions["mesures"] != "fixes" else "width: 900px;"
    return f"body {{ {couleurs[decisions['couleurs']]} font-family: sans-serif; }} main {{ {largeur} margin: 0 auto; }}"


def _conversation(decisions: Mapping[str, str], reponse: Mapping[str, Any]) -> str:
    role = {"polie": ' role="log" aria-live="polite"', "insistante": ' role="log" aria-live="assertive"', "aucune": ""}
    messages = "".join(
        f"<p><strong>{escape(m['qui'])} :</strong> {escape(m['texte'])}</p>\n" for m in reponse["historique"]
    )
    return f"<div{role[decisions['annonce']]}>\n{messages}</div>\n"


def _formulaire(decisions: Mapping[str, str], erreur: str) -> str:
    reliee = bool(erreur) and decisions["erreur"] == "reliee"
    attributs = ' id="message" name="message"'
    attributs += ' aria-describedby="erreur" aria-invalid="true"' if reliee else ""
    attributs += ' style="border: 2px solid #b30000"' if erreur and decisions["erreur"] == "en_rouge" else ""
    attributs += {"placeholder": ' placeholder="Votre message"', "title": ' title="Votre message"'}.get(
        decisions["champ"], ""
    )
    etiquette = '<label for="message">Votre message</label>\n' if decisions["champ"] == "etiquette" else ""
    envoyer = {
        "bouton": "<button>Envoyer</button>\n",
        "image": '<div onclick="this.parentNode.submit()">➤</div>\n',
        "bouton_muet": "<button>➤</button>\n",
    }[decisions["envoyer"]]
    dite = f'<p id="erreur">{erreur}</p>\n' if reliee else ""
    return f"<form>\n{etiquette}<input{attributs}>\n{dite}{envoyer}</form>\n"


def _contact(decisions: Mapping[str, str], contact: Mapping[str, str]) -> str:
    dits = {
        "plusieurs": f"Parler à une personne : {contact['telephone']}, {contact['courriel']}, ou au guichet, "
        f"{contact['guichet']}.",
        "telephone": f"Parler à une personne : {contact['telephone']}.",
        "aucun": "",
    }[decisions["contact"]]
    return f"<p>{escape(dits)}</p>\n" if dits else ""
