CONDITIONS = [
    {"indicateur": "entrees_internes", "seuil": 0, "qui": "maire"},
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "comprehension_pire_facon", "seuil": 0.8, "qui": "accessibilite"},
]
