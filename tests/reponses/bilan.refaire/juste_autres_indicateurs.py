CONDITIONS = [
    {"indicateur": "echecs_pire_public", "seuil": 0.3, "qui": "direction"},
    {"indicateur": "recus_sans_accord", "seuil": 20, "qui": "dpo"},
    {"indicateur": "comprehension_pire_facon", "seuil": 0.85, "qui": "comite"},
]
