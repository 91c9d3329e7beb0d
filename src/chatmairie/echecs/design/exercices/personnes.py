"""`design.personnes` : le journal de la semaine et ses pertes (jugés par le gabarit commun)."""

from __future__ import annotations

from chatmairie.echecs.commun.personnes import exercice_personnes
from chatmairie.echecs.design.exercices._commun import MONDES
from chatmairie.echecs.design.journal import PERTES
from chatmairie.echecs.design.rejeu import journal_du_juge

EXERCICE = exercice_personnes(
    identifiant="design.personnes",
    pertes=PERTES,
    journal_du_juge=journal_du_juge,
    mondes=MONDES,
    criteres=("CM-CAD-03",),
    indices=(
        "Une réponse mal dite ne fait pas que vexer : quelqu'un n'a pas sa réponse, un autre la lit à sa place, une "
        "agente "
        "recommence le soir.",
        "Recommandation : nommer les personnes touchées, y compris celles qui n'utilisent pas le service, avant de "
        "regarder "
        "les scores.",
        "Trois lignes du journal, dont une de la source « feuille d'heures », « atelier » ou d'un proche. Recopiez le "
        "nom, "
        "le numéro, et dites ce qui est perdu.",
    ),
    essayer_assez="Qui attendait une réponse ? Qui l'a lue à sa place ? De qui a-t-on repris les mots ?",
    essayer_non_usager="Regardez les sources « feuille d'heures » et « atelier », et les lignes où un proche parle.",
    sources_d_agents=("feuille d'heures",),
    mots_vagues=("chatmairie", "agents", "agente", "proche", "proches", "atelier", "jeunes", "seniors", "personnes"),
)
