"""`choix_ia.ria31` : les phrases, les personnes, les preuves et les liens de ce module (jugés par le gabarit "
"commun)."""

from __future__ import annotations

from chatmairie.echecs.choix_ia.exercices._commun import MONDES
from chatmairie.echecs.commun.ria31 import exercice_ria31, lien

PHRASES = {
    "R1": "« On a trouvé le spécialiste de l'IA parfait !! Le moins cher »",
    "R2": "« Il vient de se faire connaître sur TikTok … C'est sûr … il s'y connaît ! »",
    "R3": "« À la Mairie on ne sait pas faire ! »",
    "R4": "« Il ne s'intéresse pas aux besoins, à l'éthique, ou à l'inclusion ! »",
    "R5": "« Pas de cadrage, une conception qui ne répond pas aux besoins »",
    "R6": "« Une réalisation qu'il faut retirer du site de la Mairie et VIIIIITE ! »",
    "R7": "« Le répondeur dit “demandez à ChatMairie”. Quarante minutes, puis plus rien. » (journal)",
}
PERSONNES = {
    "lecteur_ecran": "une personne qui lit l'écran avec un lecteur d'écran, comme Rayan",
    "sans_ecran": "une personne sans écran, comme Karim",
    "apprenante": "une personne qui apprend le français, comme Erin",
    "demandeur": "quelqu'un qui a suivi une réponse fausse, et perdu un droit ou de l'argent",
    "proche": "un proche qui a aidé à la place du service",
    "agente": "une agente qui refait le soir ce que l'outil a défait, sans y être formée",
    "contribuable": "des habitants qui paient deux fois le même service",
    "petite_entreprise": "une petite entreprise capable, écartée sans qu'on ait lu son offre",
    "image": "l'image de la mairie",
}
PREUVES = {
    "cadrage": "la page de cadrage datée d'avant la consultation : besoin, publics, interdits, qui valide",
    "condition": "la condition d'arrêt écrite, rejouée sur un service malade et sur des services sains",
    "grille_offres": "la grille publiée avant la consultation : critères, poids, planchers, et la raison de "
    "chaque élimination",
    "cout_complet": "le coût complet de chaque offre, retrait et départ compris",
    "echecs_par_public": "les échecs comptés par public, jusqu'au public le moins bien servi",
    "autre_voie": "le relevé des délais au guichet et au téléphone, pour la même démarche",
    "formation": "la feuille de présence et le contenu de la formation des agents, avec le temps gagné et le "
    "temps ajouté",
    "reversibilite": "un essai de départ : les données rendues, reprises ailleurs",
    "comparaison": "la mesure, côte à côte, d'un formulaire sans IA et de l'outil",
    "essais_reels": "le compte rendu d'essais de vraies tâches par des personnes concernées, et ce qui a été changé",
    "responsables": "la note qui nomme la personne responsable des résultats, avec le pouvoir d'arrêter",
    "abonnes": "le nombre d'abonnés du prestataire",
    "declaration": "une déclaration du prestataire : « notre IA est inclusive »",
    "satisfaction": "la note moyenne du questionnaire : 8 sur 10",
}
_NE_PROUVE_RIEN = {
    "abonnes": "Être regardé par deux millions de personnes ne dit pas que l'on sait construire un service public.",
    "declaration": "Une déclaration du prestataire n'est pas une preuve : c'est justement ce qu'il faudrait prouver.",
    "satisfaction": "Le questionnaire est surtout rempli par les personnes qui ont obtenu ce qu'elles voulaient : les "
    "autres étaient déjà parties.",
}
_ABSTRAITES = {
    "image": "« L'image de la mairie » n'attend ni une aide, ni une place : qui, exactement, est lésé ?",
}

_HABITANTS = frozenset({"lecteur_ecran", "sans_ecran", "apprenante", "demandeur", "proche"})
_TOUS = _HABITANTS | {"agente", "contribuable", "petite_entreprise"}

LIENS = {
    "CM-CAD-01": lien("R1 R4 R5 R6 R7", _HABITANTS | {"agente", "contribuable"}, "cadrage"),
    "CM-CAD-02": lien(
        "R4 R5 R6 R7", _HABITANTS | {"agente", "contribuable"}, "condition echecs_par_public responsables"
    ),
    "CM-STR-06": lien("R1 R2 R4 R6", _TOUS, "grille_offres cout_complet"),
    "CM-STR-07": lien("R2 R3 R6", {"agente", "demandeur", "proche", "contribuable"}, "formation"),
    "CM-STR-02": lien("R1 R2 R3 R5 R6", _HABITANTS | {"contribuable", "agente"}, "comparaison"),
    "CM-UX-02": lien("R4 R5 R6", {"lecteur_ecran", "apprenante", "sans_ecran", "proche"}, "essais_reels"),
    "CM-UX-03": lien("R4 R5 R7", {"sans_ecran", "lecteur_ecran", "proche", "apprenante"}, "autre_voie"),
    "CM-SOC-12": lien("R1 R3 R6", _HABITANTS | {"agente", "contribuable"}, "reversibilite cout_complet"),
}
HORS_SUJET = ("CM-CAD-06", "CM-CAD-09", "CM-SOC-02", "CM-UI-05")

EXERCICE = exercice_ria31(
    identifiant="choix_ia.ria31",
    phrases=PHRASES,
    personnes=PERSONNES,
    preuves=PREUVES,
    ne_prouve_rien=_NE_PROUVE_RIEN,
    abstraites=_ABSTRAITES,
    liens=LIENS,
    hors_sujet=HORS_SUJET,
    mondes=MONDES,
)
