"""`donnees.personnes` : le journal de la rentrée et ses pertes (jugés par le gabarit commun)."""

from __future__ import annotations

from chatmairie.echecs.commun.personnes import exercice_personnes
from chatmairie.echecs.donnees.exercices._commun import MONDES
from chatmairie.echecs.donnees.journal import PERTES
from chatmairie.echecs.donnees.rejeu import journal_du_juge

EXERCICE = exercice_personnes(
    identifiant="donnees.personnes",
    pertes=PERTES,
    journal_du_juge=journal_du_juge,
    mondes=MONDES,
    criteres=("CM-CAD-03",),
    indices=(
        "Derrière chaque refus à tort il y a un enfant, quelqu'un qui le garde, et quelqu'un qui rappelle la famille.",
        "Recommandation : nommer les personnes touchées, y compris celles qui n'utilisent pas le service, avant "
        "de regarder les scores.",
        "Trois lignes du journal, dont une de la source « feuille d'heures », « animations » ou d'un proche au "
        "standard. Recopiez le nom, le numéro, et dites ce qui est perdu.",
    ),
    essayer_assez="Qui garde l'enfant refusé ? Qui rappelle les familles ? Qui avait un groupe à animer ?",
    essayer_non_usager="Regardez les sources « feuille d'heures », « animations » et les appels au standard.",
    sources_d_agents=("feuille d'heures", "animations", "réunion de service"),
    mots_vagues=("periscolaire", "centre", "loisirs"),
)
