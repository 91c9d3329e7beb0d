"""Le service naïf : une machine à états, qui tourne vraiment et laisse tout derrière elle.

    accueil -> identité -> téléphone -> code -> remis
                  |           |          |
             introuvable   abandon     bloqué
                           numéro refusé

Chaque passage écrit trois traces : la conversation, le journal technique, et (au bout) la boîte d'envoi.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte.reglage import temps_de_reponse
from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_generateur

CHAMPS_NAIFS = (
    "nom", "prenoms", "date_naissance", "lieu_naissance", "parents", "adresse", "telephone", "courriel", "nationalite",
    "situation_familiale", "motif", "photo_piece",
)  # fmt: skip
"""Ce que le service naïf demande à tout le monde (hypothèse du cours ; le support cite naissance, téléphone,
courriel)."""

CODE_NAIF = {"longueur": 4, "essais": 3, "duree_s": 60}
MINUTES_PAR_CHAMP = {"tape_lentement": 1.6, "lecteur_ecran": 1.4, "sans_smartphone": 1.0}
MINUTES_ORDINAIRES = 0.6  # minutes pour remplir un champ (hypothèse du cours)
ETATS = {
    "remis": "acte envoyé",
    "introuvable": "identité refusée",
    "numero_refuse": "numéro refusé",
    "abandon": "demande abandonnée",
    "bloque": "code manqué trois fois",
}


@dataclass(frozen=True, eq=False)
class Deroule:
    """Ce qu'a fait le service. demandes : la table reçue, plus `etat` (clé de `ETATS`), `minutes`, et deux vérités :
    `a_tort` (acte parti chez quelqu'un d'autre) et `dehors` (la personne elle-même n'a rien obtenu).

    chat : demande_id, qui, texte. envois : demande_id, destinataire, objet, corps, piece_jointe. technique : texte.
    """

    demandes: pd.DataFrame = field(repr=False)
    chat: pd.DataFrame = field(repr=False)
    envois: pd.DataFrame = field(repr=False)
    technique: pd.DataFrame = field(repr=False)


def derouler_naif(
    hasard: Generator, registre: pd.DataFrame, demandes: pd.DataFrame, longueur: int = CODE_NAIF["longueur"]
) -> Deroule:
    """Fait passer chaque demande par la machine à états, avec un code de `longueur` chiffres.

    Lève `TypeError` ou `ValueError` si une table est absurde.
    """
    exiger_generateur(hasard)
    exiger_colonnes(registre, ("personne_id", "date_naissance", "telephone_connu"), "registre")
    exiger_colonnes(demandes, ("demande_id", "personne_id", "telephone", "demandeur"), "demandes")
    connus = registre.set_index("personne_id")[["date_naissance", "telephone_connu"]].to_dict("index")
    chat: list[dict[str, str]] = []
    envois: list[dict[str, str]] = []
    technique: list[dict[str, str]] = []
    etats, minutes = [], []
    for d in demandes.to_dict("records"):
        traces = _Traces(d, chat, technique)
        etat = _passer(hasard, d, connus[d["personne_id"]], traces, longueur)
        if etat == "remis":
            envois.append(_courriel(d))
        etats.append(etat)
        minutes.append(_minutes(d, traces.secondes))
    table = demandes.assign(etat=etats, minutes=np.round(minutes, 1))
    elle = table["demandeur"].eq("la personne")
    table["a_tort"] = table["etat"].eq("remis") & ~elle
    table["dehors"] = table["etat"].ne("remis") & elle
    return Deroule(table, pd.DataFrame(chat), pd.DataFrame(envois), pd.DataFrame(technique))


class _Traces:
    """Ce qu'une demande laisse : la conversation et le journal technique. Rien n'y est caché : c'est le tort."""

    def __init__(self, demande: dict[str, Any], chat: list, technique: list) -> None:
        self.demande, self.chat, self.technique = demande, chat, technique
        self.secondes = 0.0

    def dire(self, qui: str, texte: str) -> None:
        self.chat.append({"demande_id": self.demande["demande_id"], "qui": qui, "texte": texte})

    def noter(self, texte: str) -> None:
        d = self.demande
        self.technique.append({"demande_id": d["demande_id"], "texte": f"{d['date']} {d['demande_id']} {texte}"})


def _passer(hasard: Generator, d: dict[str, Any], connu: dict[str, str], traces: _Traces, longueur: int) -> str:
    traces.dire(
        "ChatMairie", "Bonjour ! Pour votre acte de naissance, dites-moi tout : nom, prénom, date de naissance…"
    )
    traces.dire(
        "usager",
        f"{d['prenom']} {d['nom']}, le {d['date_naissance']}. Parents : {d['parents'] or '?'}. "
        f"J'habite {d['adresse']}. C'est pour : {d['motif']}.",
    )
    traces.noter(f"identite nom={d['nom']} prenom={d['prenom']} naissance={d['date_naissance']} motif={d['motif']}")
    if d["date_naissance"] != connu["date_naissance"]:
        traces.dire("ChatMairie", "Je ne trouve aucun acte à ce nom et à cette date.")
        return "introuvable"
    traces.dire("ChatMairie", "Votre acte existe ! Votre numéro de portable et votre adresse électronique ?")
    if not d["telephone"]:
        traces.noter("abandon (demande gardée)")
        return "abandon"
    traces.dire("usager", f"{d['telephone']}, {d['courriel']}")
    traces.noter(f"contact tel={d['telephone']} mail={d['courriel']}")
    if connu["telephone_connu"] and d["telephone"] != connu["telephone_connu"]:
        traces.dire("ChatMairie", "Ce n'est pas le numéro que nous connaissons.")
        return "numero_refuse"
    for _ in range(CODE_NAIF["essais"]):
        code = f"{int(hasard.integers(10**longueur)):0{longueur}d}"
        traces.dire("ChatMairie", f"Votre code unique : {code}. Retapez-le ici avec votre numéro, dans la minute.")
        traces.noter(f"code={code} tel={d['telephone']}")
        main = d["situation"] if d["demandeur"] == "la personne" else "tout_venant"
        secondes = temps_de_reponse(hasard, main, longueur)
        traces.secondes += secondes
        if secondes <= CODE_NAIF["duree_s"]:
            traces.dire("usager", f"{code}, {d['telephone']}")
            traces.dire("ChatMairie", f"Identité validée. L'acte part à {d['courriel']}.")
            return "remis"
        traces.dire("ChatMairie", "Trop tard, ce code n'est plus valable.")
    return "bloque"


def _courriel(d: dict[str, Any]) -> dict[str, str]:
    return {
        "demande_id": d["demande_id"],
        "destinataire": d["courriel"],
        "objet": f"Acte de naissance de {d['prenom']} {d['nom']}, le {d['date_naissance']}",
        "corps": f"Bonjour {d['prenom']}, voici votre {d['acte']}. Parents : {d['parents'] or 'voir la pièce jointe'}.",
        "piece_jointe": f"acte_{d['nom']}_{d['prenom']}_{d['date_naissance']}.pdf",
    }


def _minutes(d: dict[str, Any], secondes: float) -> float:
    return len(CHAMPS_NAIFS) * MINUTES_PAR_CHAMP.get(d["situation"], MINUTES_ORDINAIRES) + secondes / 60
