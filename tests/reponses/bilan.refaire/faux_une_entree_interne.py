CONDITIONS = [
    {"indicateur": "entrees_internes", "seuil": 1, "qui": "dpo"},
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
]
