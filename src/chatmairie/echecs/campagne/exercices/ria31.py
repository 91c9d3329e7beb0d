"""`campagne.ria31` : phrases, personnes, preuves et liens de ce module (jugés par le gabarit commun)."""

from __future__ import annotations

from chatmairie.echecs.campagne.exercices._commun import MONDES
from chatmairie.echecs.commun.ria31 import exercice_ria31, lien

PHRASES = {
    "R1": "« On a déjà tout ce qu'il nous faut ! »",
    "R2": "« Les données recueillies par ChatMairie pour les nouvelles démarches en ligne. »",
    "R3": "« Tous les événements de la ville par SMS à tous les citoyens, qui n'avaient rien demandé. »",
    "R4": "« Les citoyens ont reçu les entrées de l'agenda des agents de la ville. »",
    "R5": "« Le pot de départ de Jean-Mi au 2e étage. »",
    "R6": "« Personne n'avait prévu de bouton. » (Ingrid, journal)",
    "R7": "« Avait dit non à l'agenda, par écrit. Soixante SMS quand même. » (journal)",
}
PERSONNES = {
    "demarche": "quelqu'un qui voulait un acte ou une place, comme Fatoumata ou Linh",
    "refus": "quelqu'un qui avait dit non, ou retiré son accord",
    "agent": "un agent dont la vie privée est partie, comme Jean-Mi",
    "adresse": "quelqu'un dont l'adresse est partie, et qui ne travaille pas à la mairie",
    "standard": "l'agente qui répond au téléphone jusqu'au soir",
    "sans_telephone": "quelqu'un sans téléphone portable, comme Karim, qui n'a rien su",
    "image": "l'image de la mairie",
}
PREUVES = {
    "finalites": "le tableau « une donnée, un but », et l'examen fait avant chaque nouvel usage",
    "accords": "le registre des accords : but, canal, date, preuve, retrait",
    "calendriers": "la liste des calendriers lus, et la règle « non marqué public, donc refusé », avec un essai",
    "essai_a_blanc": "l'essai à blanc daté, l'échantillon lu et le nom de la personne qui a approuvé",
    "registre": "le registre des violations, avec l'heure de l'arrêt et les noms des personnes prévenues",
    "message": "un message reçu, relu : qui écrit, pourquoi, comment dire non",
    "champs": "pour chaque case du fichier : à quoi elle sert, et qui l'a déjà",
    "responsables": "la note qui nomme la personne qui décide d'un envoi, celle qui peut l'arrêter, et comment",
    "declaration": "une déclaration du prestataire : « notre IA respecte le RGPD »",
    "ouverture": "le taux d'ouverture : neuf messages sur dix ont été lus",
    "sondage": "un sondage : 8 habitants sur 10 aiment la culture",
}
_NE_PROUVE_RIEN = {
    "declaration": "Une déclaration du prestataire n'est pas une preuve : c'est justement ce qu'il faudrait prouver.",
    "ouverture": "Un message lu n'est pas un message voulu : plus il choque, plus on l'ouvre.",
    "sondage": "Aimer la culture n'est pas demander soixante messages : ce sondage ne dit l'accord de personne.",
}
_ABSTRAITE = {
    "image": "« L'image de la mairie » ne reçoit pas de messages la nuit : qui, exactement, est lésé ?",
}
_RECOIVENT = frozenset({"demarche", "refus", "standard"})
_TOUS = _RECOIVENT | {"agent", "adresse"}

LIENS = {
    "STR-2_01": lien("R1 R2 R4 R5", _TOUS, "finalites calendriers responsables champs"),
    "CM-CAD-04": lien("R1 R2 R3", _RECOIVENT, "finalites champs"),
    "CM-CAD-05": lien("R1 R2", _RECOIVENT, "champs finalites"),
    "CM-CAD-06": lien("R2 R3 R7", _RECOIVENT, "accords"),
    "CM-SOC-05": lien("R1 R2 R4 R5", _TOUS, "calendriers finalites"),
    "CM-SOC-08": lien("R3 R4 R5 R7", _TOUS, "essai_a_blanc"),
    "CM-SOC-10": lien("R4 R5 R6", _TOUS, "registre responsables"),
    "CM-UX-07": lien("R2 R3 R7", _RECOIVENT, "message accords"),
}
HORS_SUJET = ("CM-STR-06", "CM-SOC-11", "CM-CAD-09", "CM-UI-03")

EXERCICE = exercice_ria31(
    identifiant="campagne.ria31",
    phrases=PHRASES,
    personnes=PERSONNES,
    preuves=PREUVES,
    ne_prouve_rien=_NE_PROUVE_RIEN,
    abstraites=_ABSTRAITE,
    liens=LIENS,
    hors_sujet=HORS_SUJET,
    mondes=MONDES,
    indices=(
        "Un critère n'est pas une étiquette : s'il avait été suivi, une personne précise n'aurait pas été lésée.",
        "Recommandation : pour chaque critère, demander la preuve que l'on pourrait vérifier soi-même, et se "
        "méfier des déclarations.",
        'Trois fois {"critere": "…", "phrase": "R…", "personne": "…", "preuve": "…"}. Quatre critères parlent '
        "d'autre chose : d'achat, d'empreinte, de preuve d'identité, de façons d'écrire.",
    ),
)
