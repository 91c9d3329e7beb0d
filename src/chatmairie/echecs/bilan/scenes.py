"""Vous éteignez. Quelqu'un écrit encore, et personne ne répond. Les nombres sont ceux de la ville rejouée."""

from __future__ import annotations

from collections.abc import Callable

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.dessins import telephone_pose
from chatmairie.affichage.jouer import Jeu, Pas
from chatmairie.affichage.scenes import Conversation, Ecran, Guichet
from chatmairie.echecs.bilan.arret import Suite
from chatmairie.echecs.bilan.remedes import Reprise, ville_de
from chatmairie.echecs.commun import recit
from chatmairie.echecs.commun.gabarit import textes
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.echecs.commun.recit import merci
from chatmairie.langue.phrases import remplir

T = textes(__file__)
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


# --- le dernier écran -----------------------------------------------------------------------------

_LESES: dict[str, Callable[[Suite], int]] = {
    "titulaires": lambda s: s.non_prevenus,
    "places": lambda s: s.refusees,
    "sans_ecran": lambda s: s.sans_service["sans_ecran"],
    "sans_voix": lambda s: s.sans_service["sans_voix"],
    "sans_deplacement": lambda s: s.sans_service["sans_deplacement"],
    "fraudes": lambda s: s.leses["fraudes"],
    "sms": lambda s: sum(s.leses[c] for c in ("envois", "reemploi", "second_sms")),
    "refus": lambda s: s.leses["decisions"],
    "reponses": lambda s: s.leses["conversation"],
    "agents": lambda s: s.agents_surpris,
}
"""Combien sont lésés dans une suite ; qui, et ce que cette personne devient : « sorts », dans `textes.yaml`."""


def le_dernier_ecran(reprise: Reprise) -> CarteTexte:
    """Quelqu'un que votre plan épargne, quelqu'un qu'il laisse dehors, et une crainte du début qui parlait d'eux."""
    epargne, lese = ("", ""), ("", "")
    if reprise.avec is not None:
        epargne = _sort(reprise.sans_rien, reprise.avec, True)
        lese = _sort(reprise.sans_rien, reprise.avec, False)
    dites = recit.lire()
    souhait = next((s for s in (lese[0], epargne[0], *dites) if s in dites), "specialiste")
    return merci(souhait, reprise.manque, epargne[1], lese[1])


def _sort(sans_rien: Suite, avec: Suite, epargne: bool) -> tuple[str, str]:
    """(souhait, phrase) de la première personne que ce plan épargne, ou lèse. Rien n'est affirmé d'elle qui ne soit
    vrai de toutes celles qui étaient lésées comme elle."""
    for nom, combien in _LESES.items():
        dit, avant, apres = T.contenu["sorts"][nom], combien(sans_rien), combien(avec)
        if epargne and "epargne" in dit and apres == 0 < avant:
            return dit["souhait"], remplir(dit["epargne"], n=avant)
        if not epargne and apres:
            return dit["souhait"], remplir(dit["doute" if "doute" in dit and apres < avant else "lese"], n=apres)
    return "", ""
