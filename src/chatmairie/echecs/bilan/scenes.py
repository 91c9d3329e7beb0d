"""Vous éteignez. Quelqu'un écrit encore, et personne ne répond. Les nombres sont ceux de la ville rejouée."""

from __future__ import annotations

from chatmairie.affichage.cartes import Ensemble
from chatmairie.affichage.dessins import telephone_pose
from chatmairie.affichage.jouer import Jeu, Pas
from chatmairie.affichage.scenes import Conversation, Ecran, Guichet
from chatmairie.echecs.bilan.rejouons import ville_de
from chatmairie.echecs.commun.journal import SYNTHETIQUE

MESSAGE = "Bonsoir, c'est pour inscrire mon fils, je suis de garde."
PORTE = "Quelle porte lui aviez-vous laissée ?"


def eteindre(graine: int) -> Jeu:
    """Le bouton « Éteindre », puis le message de 23 h 40."""
    ville = ville_de(graine)
    pas = {
        "allume": Pas(
            Ecran(
                "ChatMairie, 20 h",
                {
                    "Demandes, un jour ordinaire": str(round(ville.demandes_par_jour)),
                    "Personnes lésées, un jour ordinaire": str(round(ville.torts_par_jour)),
                    "Dossiers en attente": str(ville.en_attente),
                },
                f"Le maire : « On éteint. Ce soir. »\n\n{SYNTHETIQUE}",
                True,
            ),
            {"Éteindre": "eteint"},
        ),
        "eteint": Pas(
            Ecran("ChatMairie est éteint", phrase="« Il ne fera plus de mal à personne. » Bonne nuit.", eteint=True),
            {"23 h 40 : le téléphone s'allume": "message"},
        ),
        "message": Pas(
            Ensemble(
                Guichet("", "Un message arrive encore.", "23 h 40", telephone_pose()),
                Conversation(
                    [("Un infirmier de nuit", MESSAGE)],
                    precision="Ce service est arrêté.",
                    attend="Le curseur clignote. Personne ne répond.",
                ),
                Guichet("", PORTE, "Et vous ?", " "),
                nom="23 h 40",
            )
        ),
    }
    return Jeu("Vous éteignez ChatMairie", pas, list(pas))
