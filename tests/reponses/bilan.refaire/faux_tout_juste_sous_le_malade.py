CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.54, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 11, "qui": "ingrid"},
    {"indicateur": "recus_sans_accord", "seuil": 249, "qui": "dpo"},
]
