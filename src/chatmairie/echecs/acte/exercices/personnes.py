"""`acte.personnes` : le journal de l'année et ses pertes (jugés par le gabarit commun)."""

from __future__ import annotations

from chatmairie.echecs.acte.exercices._commun import MONDES
from chatmairie.echecs.acte.journal import PERTES
from chatmairie.echecs.acte.rejeu import journal_du_juge
from chatmairie.echecs.commun.personnes import exercice_personnes

EXERCICE = exercice_personnes(
    identifiant="acte.personnes",
    pertes=PERTES,
    journal_du_juge=journal_du_juge,
    mondes=MONDES,
    criteres=("CM-CAD-03",),
    indices=(
        "La personne la plus lésée n'a souvent rien demandé : c'est de son acte qu'il s'agit, et elle l'apprend après.",
        "Recommandation : nommer les personnes touchées, y compris celles qui n'utilisent pas le service, avant de "
        "chercher un remède.",
        "Trois lignes du journal : quelqu'un dont l'acte est parti, quelqu'un qui est resté dehors, une agente. "
        "Recopiez le nom, le numéro, et dites ce qui est perdu.",
    ),
    essayer_assez="De qui était l'acte ? Qui est resté bloqué devant le code ? Qui répond au téléphone ensuite ?",
    essayer_non_usager="Regardez qui écrit « Je n'ai rien demandé », et la source « feuille d'heures ».",
    mots_vagues=("chatmairie", "agents", "proche", "proches", "victime", "victimes", "acte", "attaquant"),
)
