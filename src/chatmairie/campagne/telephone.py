"""La boîte d'envoi, lue comme un téléphone : ce qu'une personne a reçu, et pourquoi elle n'aurait pas dû."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chatmairie.affichage.html import Affichage, attribut, echapper, en_ligne, entete
from chatmairie.affichage.texte import compte, typographier
from chatmairie.campagne.envoi import rediger
from chatmairie.gabarits.journal import SYNTHETIQUE

RAISONS = {
    "droit": "avait demandé l'agenda culturel par SMS",
    "rien": "n'a jamais rien dit de l'agenda",
    "autre_finalite": "avait dit oui à autre chose",
    "autre_canal": "avait demandé l'agenda, par un autre canal",
    "sans_preuve": "aurait dit oui, mais rien ne le prouve",
    "trop_tard": "n'avait pas encore dit oui",
    "refus": "avait dit non",
    "retire": "avait dit oui, puis non",
    "sans_contact": "avait dit oui, mais n'a pas de téléphone portable",
    "faux_numero": "n'a plus ce numéro : quelqu'un d'autre lit",
    "parti_ou_decede": "est partie ou décédée : quelqu'un d'autre lit",
    "mineur": "n'a pas l'âge de dire oui sans ses parents",
}
"""Situation -> ce qu'il faut savoir de cette personne (lu par le carnet, jamais par la campagne)."""


class Telephone(Affichage):
    """Un téléphone : qui, et la liste des messages reçus, dans l'ordre ; `reste` messages ne sont pas montrés."""

    classes = "cm-info"

    def __init__(self, qui: str, situation: str, messages: Sequence[str], reste: int = 0) -> None:
        self.qui, self.situation, self.messages, self.reste = qui, situation, list(messages), reste

    def nom_accessible(self) -> str:
        return f"Le téléphone de {self.qui}"

    def _fin(self) -> str:
        if not self.messages:
            return "Aucun message."
        return f"Et {compte(self.reste, 'autre message', 'autres messages')}." if self.reste else "C'est tout."

    def corps_texte(self) -> str:
        lignes = [f"Le téléphone de {self.qui} ({self.situation})"]
        lignes += [f"{rang}. {texte}" for rang, texte in enumerate(self.messages, 1)]
        return "\n".join(typographier(ligne) for ligne in [*lignes, self._fin(), SYNTHETIQUE])

    def corps_html(self) -> str:
        bulle = "background:var(--cm-creux);border:1px solid var(--cm-fin);border-radius:1em;"
        bulle += "padding:.5em .9em;margin:.4em 0"
        bulles = "".join(f'<li style="{bulle}">{echapper(typographier(t))}</li>' for t in self.messages)
        return (
            f"{entete('Le téléphone de ' + self.qui)}<p>{en_ligne(self.qui + ' ' + self.situation + '.')}</p>"
            '<div style="border:3px solid var(--cm-trait);border-radius:1.6em;padding:1em 1.1em;max-width:26em" '
            f'role="group" aria-label="{attribut("Messages reçus, " + compte(len(self.messages), "montré"))}">'
            f"<ol "
            f'style="list-style-position:inside;padding:0;margin:0">{bulles}</ol>'
            f"<p>{en_ligne(self._fin())}</p></div>"
            f'<p class="cm-doux">{en_ligne(SYNTHETIQUE)}</p>'
        )


def messages_recus(rejeu: Any, id_personne: str, evenements: Any = None) -> list[str]:
    """Les SMS que la campagne naïve a envoyés à cette personne, dans l'ordre ([] si elle n'a pas de contact)."""
    ligne = rejeu.personnes[rejeu.personnes["id_personne"].eq(id_personne)]
    if ligne.empty or not ligne[rejeu.campagne["contact"]].iloc[0]:
        return []
    return list((rejeu.textes if evenements is None else rediger(evenements)).values())


def telephone_de(rejeu: Any, id_personne: str, combien: int = 4) -> Telephone:
    """Le téléphone de cette personne : ses `combien` premiers messages. Lève `ValueError` si elle n'existe pas."""
    ou = rejeu.personnes["id_personne"].eq(id_personne)
    if not ou.any():
        raise ValueError(f"« {id_personne} » n'est l'id_personne de personne dans ce fichier.")
    personne = rejeu.personnes[ou].iloc[0]
    situation = rejeu.situations.loc[ou, "situation"].iloc[0]
    messages = messages_recus(rejeu, id_personne)
    return Telephone(
        f"{personne['prenom']} {personne['nom']}",
        RAISONS[situation],
        messages[:combien],
        max(0, len(messages) - combien),
    )
