"""Vous éteignez. Quelqu'un écrit encore, et personne ne répond. Les nombres sont ceux de la ville rejouée."""

from __future__ import annotations

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.dessins import telephone_pose
from chatmairie.affichage.jouer import Jeu, Pas
from chatmairie.affichage.scenes import Conversation, Ecran, Guichet
from chatmairie.echecs.bilan.arret import Suite
from chatmairie.echecs.bilan.remedes import Reprise, ville_de
from chatmairie.echecs.commun import recit
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.echecs.commun.recit import merci
from chatmairie.langue.mots import accorder

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

_SORTS = (
    ("acte", "Camille", lambda s: s.non_prevenus, "titulaire d'un acte parti ailleurs le sait maintenant",
     "titulaires d'un acte parti ailleurs le savent maintenant",
     "titulaire d'un acte parti ailleurs ne le saura jamais",
     "titulaires d'un acte parti ailleurs ne le sauront jamais"),
    ("inscriptions", "Léa", lambda s: s.refusees, "enfant refusé à tort retrouve sa place",
     "enfants refusés à tort retrouvent leur place", "enfant refusé à tort n'a pas retrouvé sa place",
     "enfants refusés à tort n'ont pas retrouvé leur place"),
    ("specialiste", "peut-être Karim", lambda s: s.sans_service["sans_ecran"], "", "",
     "demande d'habitant sans écran reste sans service", "demandes d'habitants sans écran restent sans service"),
    ("specialiste", "peut-être Aurélie", lambda s: s.sans_service["sans_voix"], "", "",
     "demande d'habitant qui ne téléphone pas reste sans service",
     "demandes d'habitants qui ne téléphonent pas restent sans service"),
    ("specialiste", "peut-être l'infirmier de nuit", lambda s: s.sans_service["sans_deplacement"], "", "",
     "demande de quelqu'un qui ne peut pas venir reste sans service",
     "demandes de gens qui ne peuvent pas venir restent sans service"),
    ("acte", "une personne prévenue trop tard", lambda s: s.leses["fraudes"], "", "",
     "acte a servi contre son titulaire", "actes ont servi contre leur titulaire"),
    ("campagne", "Fatoumata", lambda s: sum(s.leses[c] for c in ("envois", "reemploi", "second_sms")),
     "SMS de trop n'est pas parti", "SMS de trop ne sont pas partis", "SMS de trop est parti",
     "SMS de trop sont partis"),
    ("inscriptions", "un enfant dont le dossier attendait", lambda s: s.leses["decisions"],
     "refus à tort n'est pas parti", "refus à tort ne sont pas partis", "refus à tort est encore parti",
     "refus à tort sont encore partis"),
    ("specialiste", "quelqu'un qui écrivait à ChatMairie", lambda s: s.leses["conversation"],
     "mauvaise réponse n'est pas partie", "mauvaises réponses ne sont pas parties",
     "mauvaise réponse est encore partie", "mauvaises réponses sont encore parties"),
    ("inscriptions", "Solange, du standard", lambda s: s.agents_surpris, "agent l'a su avant les habitants",
     "agents l'ont su avant les habitants", "agent l'apprend des habitants", "agents l'apprennent des habitants"),
)  # fmt: skip
"""Souhait, personne, combien sont lésés dans une suite ; ce que devient l'un d'eux, ou plusieurs : épargnés, lésés."""


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
    for souhait, qui, combien, *phrases in _SORTS:
        avant, apres = combien(sans_rien), combien(avec)
        if epargne and phrases[0] and apres == 0 < avant:
            return souhait, f"{qui}. {accorder(avant, *phrases[:2])}."
        if not epargne and apres:
            doute = "peut-être " if qui[0].isupper() and apres < avant else ""
            return souhait, f"{doute}{qui}. {accorder(apres, *phrases[2:])}."
    return "", ""
