CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0, "qui": "therese"},
    {"indicateur": "conversations", "seuil": 10000, "qui": "dpo"},
    {"indicateur": "delai_acte", "seuil": 0, "qui": "ingrid"},
]
