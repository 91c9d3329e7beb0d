"""Parler à l'assistant, dans le carnet : un champ, un bouton, et la conversation, qui reste lisible.

Tout se fait au clavier (Entrée envoie, Tabulation passe au bouton). La réponse est annoncée : elle arrive dans une zone
`role="status"`, et tout l'échange reste dans une zone `role="log"`. Sans navigateur, `dire(…)` fait la même chose.
"""

from __future__ import annotations

import asyncio
import warnings
from typing import Any

from chatmairie.affichage.cartes import CarteTexte
from chatmairie.affichage.html import Affichage, AffichageAvecVue, echapper, en_ligne, entete
from chatmairie.affichage.style import feuille
from chatmairie.echecs.design.mecanisme import Assistant, entrainer
from chatmairie.juge.execution import executer
from chatmairie.juge.formes import non_traitee
from chatmairie.juge.jugement import LIMITE_S
from chatmairie.juge.temps_limite import Compteur
from chatmairie.langue.texte import typographier

VIDE = "Écrivez votre question avant d'envoyer."
TROP_LONG = "Votre question dépasse 500 signes : raccourcissez-la."
LONGUEUR = 500
DELAI_S = 0.5
"""Après Entrée, temps laissé au texte pour arriver, s'il a changé."""


class Discussion(AffichageAvecVue):
    """Une conversation avec un assistant. `dire(question)` rend la réponse et l'ajoute à l'historique."""

    def __init__(self, assistant: Assistant, titre: str = "Parler à ChatMairie", depart: str = "") -> None:
        self.assistant, self.titre = assistant, titre
        self.historique: list[tuple[str, str]] = []
        self.erreur = ""
        self._vue: Any = None
        self._champ: Any = None
        self._sortie: Any = None
        self._attend = False
        if depart:
            self.dire(depart)

    def dire(self, question: str) -> str:
        """Envoie une question ; une question vide ou trop longue reçoit une phrase, et rien n'est perdu."""
        question = str(question).strip()
        self.erreur = VIDE if not question else TROP_LONG if len(question) > LONGUEUR else ""
        reponse = ""
        if not self.erreur:
            reponse = self.assistant.repondre(question).texte
            self.historique += [("Vous", question), ("ChatMairie (IA)", reponse)]
        if self._sortie is not None:
            self._sortie.value = self._html()
        return reponse or self.erreur

    def nom_accessible(self) -> str:
        return self.titre

    def corps_texte(self) -> str:
        lignes = [
            typographier(self.titre),
            "Un assistant automatique (une IA) répond. Rien n'est envoyé hors de ce carnet.",
        ]
        lignes += [f"{qui} : {dit}" for qui, dit in self.historique]
        return "\n".join([*lignes, self.erreur] if self.erreur else lignes)

    def corps_html(self) -> str:
        return entete(self.titre) + self._echanges()

    def _echanges(self) -> str:
        messages = "".join(
            f"<p><strong>{echapper(qui)}&nbsp;:</strong> {en_ligne(dit)}</p>" for qui, dit in self.historique
        )
        return (
            "<p>Un assistant automatique (une IA) répond. Rien n'est envoyé hors de ce carnet.</p>"
            f'<div role="log" aria-live="polite" aria-label="Conversation">{messages}</div>'
        )

    def _html(self) -> str:
        derniere = f"Réponse : {self.historique[-1][1]}" if self.historique else ""
        etat = f'<p role="status" lang="fr" class="cm-doux">{en_ligne(self.erreur or derniere)}</p>'
        return f"{feuille(False, False)}{self.cadre()}{etat}"

    def vue(self) -> Any:
        """Le widget (construit une seule fois) : la conversation, puis le champ et le bouton."""
        if self._vue is None:
            import ipywidgets as w

            self._sortie = w.HTML(self._html())
            self._champ = w.Text(
                description="Votre question",
                continuous_update=False,
                style={"description_width": "initial"},
                layout=w.Layout(width="30em", max_width="100%"),
            )
            bouton = w.Button(description="Envoyer", layout=w.Layout(width="max-content"))
            bouton.on_click(lambda _b: self._envoyer())
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # la seule façon qu'offre ipywidgets d'entendre la touche Entrée
                self._champ.on_submit(lambda _c: self._entree())
            self._champ.observe(lambda _c: self._valeur_arrivee(), names="value")
            rang = w.HBox([self._champ, bouton], layout=w.Layout(flex_flow="row wrap", align_items="center"))
            self._vue = w.VBox([self._sortie, rang])
        return self._vue

    def _entree(self) -> None:
        """La touche Entrée : elle est dite avant le texte lui-même, qui arrive l'instant d'après (ou pas, s'il n'a pas
        changé)."""
        self._attend = True
        try:
            asyncio.get_running_loop().call_later(DELAI_S, self._valeur_arrivee)
        except RuntimeError:  # hors d'un noyau, il n'y a rien à attendre
            self._valeur_arrivee()

    def _valeur_arrivee(self) -> None:
        if self._attend:
            self._envoyer()

    def _envoyer(self) -> None:
        self._attend = False
        self.dire(self._champ.value)
        if not self.erreur:  # une question refusée reste dans le champ
            self._champ.value = ""


def discuter_avec(equilibrer: Any, rejeu: Any, depart: str = "") -> Affichage:
    """Parler à l'assistant entraîné sur le corpus que rend `equilibrer`, ou une phrase s'il manque quelque chose."""
    if non_traitee(equilibrer):
        return CarteTexte("Votre assistant", "Écrivez d'abord `equilibrer`, à l'exercice 5.")
    compteur = Compteur(LIMITE_S)  # l'apprentissage de l'assistant est au cours, il n'est pas compté
    execution = executer(lambda: entrainer(compteur.appeler(equilibrer, rejeu.corpus.copy())), compteur=compteur)
    if execution.temps_depasse:
        return CarteTexte("Votre assistant", f"`equilibrer` n'avait pas fini après {LIMITE_S:.0f} secondes de calcul.")
    if execution.erreur is not None:
        return CarteTexte("Votre assistant", f"L'assistant n'a pas pu apprendre : {execution.erreur}")
    return Discussion(execution.valeur, "Votre assistant", depart)
