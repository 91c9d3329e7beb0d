CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
]
