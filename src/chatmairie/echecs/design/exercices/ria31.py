"""`design.ria31` : les phrases, les personnes, les preuves et les liens de ce module (jugés par le gabarit commun)."""

from __future__ import annotations

from chatmairie.echecs.commun.ria31 import exercice_ria31, lien
from chatmairie.echecs.design.exercices._commun import MONDES

PHRASES = {
    "R1": "« Nos jeunes fuient les démarches et les échanges avec la Mairie donc on doit savoir leur parler ! »",
    "R2": "« On a principalement entraîné l'IA avec un langage de jeune »",
    "R3": "« On a même fait un atelier dans les “quartiers” » (le mot est du maire)",
    "R4": "« ChatMairie tutoie les gens et appelle les administrés “Mon REUF” »",
    "R5": "« Pas d'accessibilité, pas d'inclusivité… Oubli total des personnes âgées, des personnes en situation de "
    "handicap »",
    "R6": "« Personne ne leur avait dit que leurs mots entraîneraient une machine. » (journal)",
    "R7": "« C'est vous qui écrivez ça ? » (journal)",
}
PERSONNES = {
    "lecteur_ecran": "une personne qui écoute l'écran, comme Rayan",
    "zoom": "une personne qui agrandit la page, comme Nadège",
    "clavier": "une personne qui n'utilise que le clavier, comme Étienne",
    "signes": "une personne qui s'exprime en langue des signes, comme Aurélie",
    "phrases_courtes": "une personne qui lit mieux des phrases courtes, comme Zofia",
    "apprenante": "une personne qui apprend le français, comme Erin",
    "jeune": "une jeune personne à qui l'on parle en argot, comme Margaux",
    "agee": "une habitante de 74 ans tutoyée par sa mairie, comme Fatoumata",
    "sans_ecran": "une personne sans smartphone, comme Karim",
    "atelier": "une participante de l'atelier dont on a repris les mots",
    "agente": "une agente qui s'excuse et recommence au guichet",
    "image": "l'image de la mairie",
}
PREUVES = {
    "compte_rendu": "le compte rendu de l'atelier, l'accord écrit des participants, et ce qu'on leur a répondu",
    "essais_reels": "le compte rendu d'essais de vraies tâches par des personnes aux situations différentes, et ce "
    "qui a été "
    "changé",
    "audit_rgaa": "l'audit RGAA de la page, avec l'essai au clavier et au lecteur d'écran, et la déclaration publiée",
    "premier_message": "la copie du premier message, lue et écoutée : il dit que c'est une IA",
    "echantillon": "cent réponses tirées au sort, relues : vouvoiement, registre, y compris quand on demande autre "
    "chose",
    "faits_gardes": "la table des faits gardés ou perdus dans les réponses, avec la suite à donner",
    "comprehension": "la compréhension mesurée par façon d'écrire, jusqu'à la moins bien comprise",
    "cadrage": "la page de cadrage datée d'avant le développement : besoin, publics, ce que l'IA ne fait jamais",
    "lisibilite": "un score de lisibilité excellent",
    "declaration": "une déclaration du prestataire : « notre IA est inclusive »",
    "likes": "le nombre de partages de la vidéo de lancement",
}
_NE_PROUVE_RIEN = {
    "lisibilite": "Un score de lisibilité compte des syllabes : l'argot fait mieux qu'une réponse claire, et n'aide "
    "personne.",
    "declaration": "Une déclaration du prestataire n'est pas une preuve : c'est justement ce qu'il faudrait prouver.",
    "likes": "Être partagé ne dit pas que quelqu'un a réussi sa démarche.",
}
_ABSTRAITES = {
    "image": "« L'image de la mairie » n'a pas de démarche à finir : qui, exactement, est lésé ?",
}

_ACCES = frozenset({"lecteur_ecran", "zoom", "clavier", "signes"})
_LECTURE = frozenset({"phrases_courtes", "apprenante", "signes"})
_HABITANTS = _ACCES | _LECTURE | {"jeune", "agee", "sans_ecran"}

LIENS = {
    "CM-UX-01": lien("R1 R2 R3 R6", _HABITANTS | {"atelier"}, "compte_rendu"),
    "CM-UX-02": lien("R3 R5 R1", _HABITANTS, "essais_reels"),
    "CM-UX-04": lien("R4 R7 R5", _HABITANTS | {"agente"}, "premier_message"),
    "CM-UI-01": lien("R2 R4 R7 R1", _HABITANTS | {"agente"}, "echantillon"),
    "CM-UI-02": lien("R4 R2 R5", _HABITANTS | {"agente"}, "faits_gardes echantillon"),
    "CM-UI-03": lien("R1 R2 R5", _LECTURE | {"jeune", "agee"}, "comprehension"),
    "CM-UI-04": lien("R5", _ACCES | {"phrases_courtes", "agee"}, "audit_rgaa essais_reels"),
    "CM-CAD-01": lien("R1 R2 R3 R5", _HABITANTS | {"atelier", "agente"}, "cadrage"),
}
HORS_SUJET = ("CM-CAD-09", "CM-SOC-12", "CM-STR-06", "CM-UI-05")

EXERCICE = exercice_ria31(
    identifiant="design.ria31",
    phrases=PHRASES,
    personnes=PERSONNES,
    preuves=PREUVES,
    ne_prouve_rien=_NE_PROUVE_RIEN,
    abstraites=_ABSTRAITES,
    liens=LIENS,
    hors_sujet=HORS_SUJET,
    mondes=MONDES,
)
