"""La première page du cours : ChatMairie vous écrit, puis l'image, la phrase du maire et la carte de l'histoire."""

from __future__ import annotations

from chatmairie.affichage import dessins
from chatmairie.affichage.cartes import Ensemble
from chatmairie.affichage.html import echapper, en_ligne
from chatmairie.affichage.jouer import Jeu, Pas
from chatmairie.affichage.scenes import ASSISTANT, Conversation, Guichet, Scene
from chatmairie.echecs.commun.recit import SOUHAITS
from chatmairie.environnement import carte, tout_verifier
from chatmairie.langue.texte import typographier

OUVRIR = "Ouvrir le service"
BONJOUR = "Bonjour ! Je suis ChatMairie, une IA. Je suis prêt, ouvrez-moi !"
PHRASE_DU_MAIRE = (
    "« L'IA ça va plaire à tout le monde et nous faire gagner un temps fou ! Qu'est-ce qui pourrait échouer ? »"
)
MAIRE_DEVANT_VOUS = Guichet("Le maire", "« Parfait. Je l'annonce ce soir. Qu'est-ce qui pourrait échouer ? »")
ETAPES = (
    ("00_accueil/00_accueil", "Accueil", "ce qu'on voulait, et vos craintes", 20),
    ("01_choix_ia/01_choix_ia", "Le choix de l'IA", SOUHAITS["specialiste"], 58),
    ("02_donnees/02_donnees", "Les données", SOUHAITS["inscriptions"], 60),
    ("03_design/03_design", "Le design", SOUHAITS["interface"], 60),
    ("04_communication/41_acte_de_naissance", "L'acte de naissance", SOUHAITS["acte"], 60),
    ("04_communication/42_campagne_culturelle", "La campagne", SOUHAITS["campagne"], 60),
    ("05_bilan/05_bilan", "Le bilan", "ce que tout cela a fait, et à quelles conditions recommencer", 70),
)
"""Carnet -> titre, ce qu'on voulait, et minutes (celles que le carnet annonce). Un essai compare aux carnets."""
EXPRESS = ("06_express/06_express", "ChatMairie express", "toute l'histoire en une heure, sans code, sans note")


class Couverture(Scene):
    """L'image, la phrase du maire, la carte de l'histoire ; l'état de la machine est replié, sauf s'il faut y faire
    quelque chose."""

    classes = "cm-scene cm-large"

    def __init__(self) -> None:
        faites = tout_verifier()
        self.machine, self.prete = carte(faites), all(v.bon is not False for v in faites)

    def nom_accessible(self) -> str:
        return "La carte de l'histoire"

    def corps_texte(self) -> str:
        lignes = [PHRASE_DU_MAIRE, "Le maire, optimiste.", ""]
        lignes += [f"{n}. {titre} : {quoi} ({minutes} minutes)" for n, (_, titre, quoi, minutes) in enumerate(ETAPES)]
        lignes += ["", f"Une heure seulement ? {EXPRESS[1]} : {EXPRESS[2]}.", ""]
        return "\n".join(typographier(x) for x in lignes) + "\n" + self.machine.corps_texte()

    def corps_html(self) -> str:
        etapes = "".join(
            f'<li><a href="../{echapper(chemin)}.ipynb">{en_ligne(titre)}</a><br>{en_ligne(quoi)}<br>'
            f'<span class="cm-minutes">{minutes} minutes</span></li>'
            for chemin, titre, quoi, minutes in ETAPES
        )
        return (
            f'<div class="cm-affiche">{dessins.couverture()}<div class="cm-dedans"><p class="cm-grand">ChatMairie</p>'
            f'<p class="cm-parole">{en_ligne(PHRASE_DU_MAIRE)}<br>Le maire, optimiste.</p>'
            f'<ol class="cm-etapes">{etapes}</ol><p><strong>Une heure seulement ?</strong> '
            f'<a href="../{echapper(EXPRESS[0])}.ipynb">{en_ligne(EXPRESS[1])}</a> {en_ligne(": " + EXPRESS[2])}.</p>'
            f"<details{'' if self.prete else ' open'}><summary>{en_ligne(self.machine.titre)}</summary>"
            f"{self.machine.corps_html()}</details></div></div>"
        )


def ouvrir_le_service() -> Jeu:
    """ChatMairie écrit le premier ; un seul bouton."""
    pas = {
        "bonjour": Pas(Conversation([(ASSISTANT, BONJOUR)]), {OUVRIR: "ouvert"}),
        "ouvert": Pas(
            Ensemble(
                Conversation([(ASSISTANT, BONJOUR), ("", "Vous avez ouvert le service.")]),
                MAIRE_DEVANT_VOUS,
                nom="Le service est ouvert",
            ),
            ecrit=MAIRE_DEVANT_VOUS,
        ),
    }
    return Jeu("Quelqu'un vous écrit", pas, list(pas))
