CONDITIONS = [
    {"indicateur": "satisfaction", "seuil": 7, "qui": "comite"},
    {"indicateur": "score_archive", "seuil": 0.95, "qui": "therese"},
    {"indicateur": "ouvertures", "seuil": 0.4, "qui": "dpo"},
]
