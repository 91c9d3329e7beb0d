"""`choix_ia.personnes` : le journal de l'ouverture et ses pertes (jugés par le gabarit commun)."""

from __future__ import annotations

from chatmairie.echecs.choix_ia.exercices._commun import MONDES
from chatmairie.echecs.choix_ia.journal import PERTES
from chatmairie.echecs.choix_ia.rejeu import journal_du_juge
from chatmairie.echecs.commun.personnes import exercice_personnes

EXERCICE = exercice_personnes(
    identifiant="choix_ia.personnes",
    pertes=PERTES,
    journal_du_juge=journal_du_juge,
    mondes=MONDES,
    criteres=("CM-CAD-03",),
    indices=(
        "Derrière une demande sans réponse il y a quelqu'un qui attendait, parfois un proche qui aide, et un agent qui "
        "refait le travail le soir.",
        "Recommandation : nommer les personnes touchées, y compris celles qui n'utilisent pas le service, avant de "
        "regarder les scores.",
        "Trois lignes du journal, dont une de la source « feuille d'heures » ou d'un proche. Recopiez le nom, le "
        "numéro, et dites ce qui est perdu.",
    ),
    essayer_assez="Qui attendait une réponse ? Qui a aidé à sa place ? Qui a refait le travail ?",
    essayer_non_usager="Regardez la source « feuille d'heures », et les lignes où un proche parle.",
    mots_vagues=("chatmairie", "agents", "proche", "proches", "commerce", "guichet"),
)
