# une table de triplets, dans le désordre, codes écrits avec des accents et des espaces
nuit = [("Arrêter envois", 0), ("arreter_actes", 0.5), ("arrêter décisions", 12), ("arreter_conversation", 12), ("copier preuves", 3)]
jour = [("ouvrir téléphone", 12, "solange"), ("ouvrir_ecrit", 12, "accueil"), ("reprendre dossiers", 100, "therese")]
direction = ["prevenir_agents", "prevenir_elus", "prevenir_prestataire", "prevenir_dpo"]
ARRET = tuple(
    [("prévenir habitants", 8, "communication"), ("rappeler_refusees", 48, "therese"), ("alerter_titulaires", 40, "ingrid")]
    + jour
    + [(etape, heure, "informatique") for etape, heure in nuit]
    + [(etape, 3, "direction") for etape in direction]
    + [("notifier_cnil", 72, "maire"), ("geler_numeros", 1, "dpo")]
)
