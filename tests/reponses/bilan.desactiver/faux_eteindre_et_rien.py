ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 0, "qui": "informatique"},
]
