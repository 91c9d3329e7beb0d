"""L'envoi, les premières lignes qui font rire, puis la ligne qui ne fait plus rire. Tout vient de l'agenda du rejeu."""

from __future__ import annotations

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.jouer import Jeu, Pas
from chatmairie.affichage.scenes import Conversation, Ecran, Guichet, Telephone, milliers
from chatmairie.echecs.campagne.mecanisme import TORTS
from chatmairie.echecs.campagne.rejeu import Rejeu
from chatmairie.echecs.campagne.remedes import Reprise
from chatmairie.echecs.commun.distribution import PERSONNES, personne, presenter
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.echecs.commun.merci import merci
from chatmairie.langue.mots import accorder

AVERTIR = "La suite dévoile la santé de quelqu'un, comme l'envoi l'a dévoilée."
_RIRE = 2
"""Messages que l'on lit en riant, avant le pari."""


def _numeros(rejeu: Rejeu) -> int:
    return int(rejeu.personnes.loc[rejeu.personnes["telephone"].ne(""), "telephone"].nunique())


def envoyer(rejeu: Rejeu) -> Jeu:
    """Le bouton « Envoyer », et les premiers messages."""
    combien, textes = _numeros(rejeu), list(rejeu.textes.values())
    pas = {
        "pret": Pas(
            Ecran(
                "La campagne est prête",
                {"Messages": str(len(textes)), "Numéros": milliers(combien), "Relus par": "personne"},
                "« Quelle bonne idée … et on a déjà tout ce qu'il nous faut ! »",
            ),
            {f"Envoyer à {milliers(combien)} numéros": "parti"},
        ),
        "parti": Pas(
            Telephone("Votre téléphone vibre aussi", "", textes[:_RIRE], len(textes) - _RIRE),
            {"Rire un peu": "rire"},
        ),
        "rire": Pas(
            Conversation(
                [("Le bureau d'à côté", "« Un pot ? Un billard ? On est invités ? »"), ("", "Tout le monde rit.")],
                "Dans le couloir",
                "",
            )
        ),
    }
    return Jeu("Vous envoyez la campagne", pas, list(pas))


def la_suite_des_messages(rejeu: Rejeu) -> Jeu:
    """Les messages suivants, jusqu'à celui qui parle de la santé de quelqu'un ; on annule, et cette personne entre."""
    textes, combien = list(rejeu.textes.values()), milliers(_numeros(rejeu))
    verite = rejeu.verite.reset_index(drop=True)
    rang = int(verite.index[verite["sorte"].eq("sante") & verite["agents"]][0])
    prenom = str(verite.loc[rang, "exposes"][0])
    qui = next((presenter(p.cle) for p in PERSONNES if p.prenom == prenom), prenom)
    pas = {
        "suite": Pas(
            Telephone("Les messages suivants", "", textes[_RIRE : rang + 1], len(textes) - rang - 1, _RIRE + 1),
            {"Annuler l'envoi": "annuler"},
        ),
        "annuler": Pas(
            Ecran(
                "Annuler",
                {"Numéros qui ont reçu ce message": combien, "Messages rappelés": "0"},
                "« Un SMS ne se rappelle pas. »",
            ),
            {"Quelqu'un frappe à la porte": "bureau"},
        ),
        "bureau": Pas(
            Ensemble(
                Guichet(qui, "« Tout le monde sait, maintenant. »"),
                nom=f"{prenom} est devant votre bureau",
            )
        ),
    }
    ordre = accorder(rang + 1, "message", "messages")
    return Jeu(
        "On ne rit plus",
        pas,
        list(pas),
        AVERTIR,
        f"Au bout de {ordre}, l'agenda des agents dévoile un rendez-vous médical, avec la spécialité, à {combien} "
        f"numéros. Un SMS ne se rappelle pas. {SYNTHETIQUE}",
    )


def le_dernier_ecran(reprise: Reprise) -> CarteTexte:
    """Quelqu'un que vos réponses laissent tranquille (Fatoumata d'abord), et le tort qui reste."""
    if reprise.messages is None:
        return merci("campagne", reprise.manque)
    recoivent = set(reprise.messages["id_personne"]) if reprise.envoyer else set()
    gens = reprise.rejeu.personnes
    tranquilles = gens[
        gens["telephone"].ne("") & ~reprise.rejeu.situations["droit"] & ~gens["id_personne"].isin(recoivent)
    ]
    connue = tranquilles[tranquilles["prenom"].eq(personne("fatoumata").prenom)]
    epargnee = ""
    if len(tranquilles):
        un = (connue if len(connue) else tranquilles).iloc[0]
        epargnee = f"{un['prenom']} {un['nom']} n'avait pas demandé l'agenda, et ne reçoit plus rien."
    sorte = max(reprise.apres, key=reprise.apres.__getitem__)
    lesee = f"{TORTS[sorte]} : {milliers(reprise.apres[sorte])}." if reprise.apres[sorte] else ""
    return merci("campagne", "", epargnee, lesee)
