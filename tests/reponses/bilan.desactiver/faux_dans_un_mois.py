etapes = [
    ("arreter_envois", "informatique"), ("arreter_actes", "informatique"), ("arreter_decisions", "informatique"),
    ("arreter_conversation", "informatique"), ("ouvrir_guichet", "accueil"), ("ouvrir_telephone", "solange"),
]
ARRET = [{"etape": etape, "heure": 720, "qui": qui} for etape, qui in etapes]
