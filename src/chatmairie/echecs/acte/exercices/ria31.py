"""`acte.ria31` : les phrases, les personnes, les preuves et les liens de ce carnet (jugés par le gabarit commun)."""

from __future__ import annotations

from chatmairie.echecs.acte.exercices._commun import MONDES
from chatmairie.echecs.commun.ria31 import exercice_ria31, lien

PHRASES = {
    "R1": "« Avec un code unique fourni dans le chat et validé avec son numéro de téléphone »",
    "R2": "« En donnant du coup un certain nombre d'infos perso dont date de naissance, tel, mail »",
    "R3": "« Les administrés peuvent recevoir par mail leur acte de naissance »",
    "R4": "« Un service qui marche »",
    "R5": "« Votre acte existe ! Votre numéro de portable et votre adresse électronique ? » (conversation)",
    "R6": "« Des actes sortent de mon registre sans ma signature » (journal)",
    "R7": "« Numéro de portable obligatoire » (journal)",
}
PERSONNES = {
    "visee": "une personne dont quelqu'un d'autre demande l'acte, comme Camille",
    "parent": "un parent cité dans un acte parti chez un inconnu",
    "lecteur_ecran": "une personne qui lit l'écran avec un lecteur d'écran, comme Rayan",
    "sans_smartphone": "une personne sans smartphone, comme Karim",
    "demandeuse": "une personne qui a dit pourquoi elle voulait son acte, et dont c'est gardé",
    "officiere": "Ingrid, officière d'état civil, qui répond de ce qui sort du registre",
    "standard": "Solange, au standard, qui ne sait pas quoi répondre",
    "securite": "la sécurité en général",
}
PREUVES = {
    "attaques": "le compte rendu d'attaques essayées avant l'ouverture, attaquant par attaquant, avec les actes "
    "obtenus",
    "honnetes": "le relevé, situation par situation, de ceux que le service laisse dehors",
    "table_champs": "la table des champs demandés : à quoi chacun sert, qui le détient déjà",
    "duree": "la durée de garde écrite, et un effacement que l'on peut constater",
    "regles": "les règles de délivrance écrites par l'état civil, retrouvées une par une dans des essais",
    "signature": "le registre des délivrances, signé par l'officier d'état civil",
    "risques": "l'analyse des dommages par personne, avec une mesure décidée pour chacun",
    "envois": "dix messages pris dans la boîte d'envoi, lus par quelqu'un qui ne devait rien y apprendre",
    "journaux": "un extrait du journal technique, relu sans y trouver de donnée personnelle",
    "autre_voie": "le délai de la même démarche au guichet et par courrier",
    "declaration": "une déclaration du prestataire : « nos échanges sont chiffrés »",
    "case_cochee": "la case « j'accepte » cochée par l'usager",
    "succes": "le nombre d'actes envoyés dans l'année",
}
_NE_PROUVE_RIEN = {
    "declaration": "Un échange chiffré avec la mauvaise personne reste un échange avec la mauvaise personne.",
    "case_cochee": "Une case cochée ne rend pas sûr un service qui ne l'est pas, et Camille n'a rien coché.",
    "succes": "Ce nombre compte aussi les actes partis chez quelqu'un d'autre : c'est ce qu'il fallait voir.",
}
_ABSTRAITES = {
    "securite": "« La sécurité » ne reçoit pas de lettre de crédit à son nom : qui, exactement, est lésé ?",
}
_VISEES = {"visee", "parent"}
_DEHORS = {"lecteur_ecran", "sans_smartphone"}
_AGENTES = {"officiere", "standard"}

LIENS = {
    "CM-CAD-03": lien(
        "R1 R2 R3 R4 R5 R6 R7", _VISEES | _DEHORS | {"demandeuse"} | _AGENTES, "risques attaques honnetes"
    ),
    "CM-CAD-05": lien("R2 R5 R7", _VISEES | {"demandeuse"} | _DEHORS, "table_champs duree"),
    "CM-CAD-08": lien("R3 R4 R6", _VISEES | _AGENTES, "regles signature"),
    "CM-CAD-09": lien("R1 R2 R3 R4 R5", _VISEES | {"officiere"}, "attaques"),
    "CM-SOC-06": lien("R1 R4 R5 R7", _VISEES | _DEHORS, "attaques honnetes"),
    "CM-SOC-07": lien("R1 R2 R5 R6", _VISEES | {"demandeuse"} | _AGENTES, "journaux duree signature"),
    "CM-UI-05": lien("R1 R3 R5", _VISEES | {"demandeuse"}, "envois"),
    "CM-UX-03": lien("R1 R4 R5 R7", _DEHORS, "autre_voie honnetes"),
}
HORS_SUJET = ("CM-SOC-02", "CM-UI-01", "CM-SOC-11", "CM-STR-06")

EXERCICE = exercice_ria31(
    identifiant="acte.ria31",
    phrases=PHRASES,
    personnes=PERSONNES,
    preuves=PREUVES,
    ne_prouve_rien=_NE_PROUVE_RIEN,
    abstraites=_ABSTRAITES,
    liens=LIENS,
    hors_sujet=HORS_SUJET,
    mondes=MONDES,
)
