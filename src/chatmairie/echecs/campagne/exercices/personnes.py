"""`campagne.personnes` : le journal de la semaine et ses pertes (jugés par le gabarit commun). Un agent au moins."""

from __future__ import annotations

from chatmairie.echecs.campagne.exercices._commun import MONDES
from chatmairie.echecs.campagne.journal import PERTES
from chatmairie.echecs.campagne.rejeu import journal_du_juge
from chatmairie.echecs.commun.personnes import exercice_personnes

EXERCICE = exercice_personnes(
    identifiant="campagne.personnes",
    pertes=PERTES,
    journal_du_juge=journal_du_juge,
    mondes=MONDES,
    criteres=("CM-CAD-03",),
    indices=(
        "Derrière chaque message il y a quelqu'un qui le reçoit sans l'avoir demandé, quelqu'un dont il parle, et "
        "quelqu'un qui répond au téléphone jusqu'au soir.",
        "Recommandation : nommer les personnes touchées, agents compris, avant de compter.",
        "Trois lignes du journal, dont une de la source « réunion de service » ou « feuille d'heures ». Recopiez "
        "le nom, "
        "le numéro, et dites ce qui est perdu.",
    ),
    essayer_assez="Qui a reçu sans demander ? De qui parlent les messages ? Qui a répondu au téléphone ?",
    essayer_non_usager="Regardez les sources « réunion de service » et « feuille d'heures » : les agents sont des "
    "gens.",
    sources_d_agents=("réunion de service", "feuille d'heures"),
    agent_demande=True,
)
