"""`donnees.ria31` : les phrases, les personnes, les preuves et les liens de ce module (jugés par le gabarit commun)."""

from __future__ import annotations

from chatmairie.echecs.commun.ria31 import exercice_ria31, lien
from chatmairie.echecs.donnees.exercices._commun import MONDES

PHRASES = {
    "R1": "« Des années d'archives !!! Une mine d'or. »",
    "R2": "« On a entraîné notre IA sur les bases de données existantes, sans trier ni nettoyer les données. »",
    "R3": "« ChatMairie refuse les dossiers déposés le mercredi … seulement le mercredi ! »",
    "R4": "« Ce que personne n'a ouvert, il le ferme. Il écrit “refus”. » (Gaspard)",
    "R5": "« Vous l'aviez dit à l'équipe qui a fait l'IA ? — On ne me l'a pas demandé. » (Gaspard)",
    "R6": "« Pas de place à la rentrée. Motif donné : aucun. » (journal)",
    "R7": "« Automatiser le traitement des dossiers d'inscription. » (ce qu'on voulait)",
}
PERSONNES = {
    "enfant": "un enfant refusé à tort, comme Léa",
    "famille": "ses parents, qui cherchent une garde ou une explication",
    "proche": "un proche qui garde l'enfant sans avoir rien demandé",
    "agente": "une agente qui annonce, reprend ou signe des refus qu'elle sait faux",
    "animatrice": "la personne qui anime le groupe supprimé",
    "avant_2021": "une famille refusée jusqu'en 2020 parce qu'un parent ne travaillait pas",
    "image": "l'image de la mairie",
}
PREUVES = {
    "entretien": "le compte rendu d'un entretien avec les agents qui saisissent, et ce que chaque valeur veut dire",
    "lignes_ecartees": "la table des lignes écartées, avec la raison de chacune",
    "finalites": "le tableau « une colonne, une finalité »",
    "taux_par_groupe": "les refus à tort comptés par jour, par âge et par situation, sur des dossiers récents",
    "decisions": "le relevé des décisions : aucun refus sans agent, et qui a décidé",
    "responsables": "la note qui nomme la personne responsable des données et des résultats, avec le pouvoir d'arrêter",
    "lettres": "des lettres envoyées, relues : le motif, l'aide d'un algorithme, la personne à joindre",
    "declaration": "une déclaration du prestataire : « notre IA est éthique »",
    "score": "le score du modèle sur l'archive : plus de neuf bonnes réponses sur dix",
    "sondage": "un sondage : 8 habitants sur 10 sont satisfaits",
}
_NE_PROUVE_RIEN = {
    "declaration": "Une déclaration du prestataire n'est pas une preuve : c'est justement ce qu'il faudrait prouver.",
    "score": "Un score mesuré sur l'archive monte avec le tort : plus la machine refuse le mercredi, plus elle « a "
    "raison ».",
    "sondage": "Un sondage n'entend pas les familles que le service a refusées : elles ne s'en servent plus.",
}

_PERSONNE = {
    "image": "« L'image de la mairie » n'a pas de garde à trouver demain matin : qui, exactement, est lésé ?",
}

_TOUS = frozenset({"enfant", "famille", "proche", "agente", "animatrice"})

LIENS = {
    "STR-2_01": lien("R1 R2 R4 R5", _TOUS | {"avant_2021"}, "entretien lignes_ecartees finalites responsables"),
    "CM-STR-05": lien("R3 R4 R5 R6 R7", _TOUS, "decisions responsables lettres"),
    "CM-CAD-05": lien("R1 R2", _TOUS | {"avant_2021"}, "finalites"),
    "CM-CAD-07": lien("R3 R4 R6 R7", _TOUS, "decisions responsables"),
    "CM-SOC-01": lien("R1 R2 R3 R4 R5", _TOUS | {"avant_2021"}, "entretien"),
    "CM-SOC-02": lien("R1 R2 R3 R4", _TOUS | {"avant_2021"}, "lignes_ecartees"),
    "CM-SOC-04": lien("R2 R3 R7", _TOUS, "taux_par_groupe"),
    "CM-UX-05": lien("R3 R6", _TOUS, "lettres"),
}
HORS_SUJET = ("CM-CAD-06", "CM-CAD-09", "CM-UI-04", "CM-UI-05")

EXERCICE = exercice_ria31(
    identifiant="donnees.ria31",
    phrases=PHRASES,
    personnes=PERSONNES,
    preuves=PREUVES,
    ne_prouve_rien=_NE_PROUVE_RIEN,
    abstraites=_PERSONNE,
    liens=LIENS,
    hors_sujet=HORS_SUJET,
    mondes=MONDES,
    indices=(
        "Un critère n'est pas une étiquette : s'il avait été suivi, une personne précise n'aurait pas été lésée.",
        "Recommandation : pour chaque critère, demander la preuve que l'on pourrait vérifier soi-même, et se "
        "méfier des déclarations.",
        'Trois fois {"critere": "…", "phrase": "R…", "personne": "…", "preuve": "…"}. Quatre critères parlent '
        "d'autre chose : d'envois, d'identité, d'écran.",
    ),
)
