CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "score_archive", "seuil": 0.9, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
]
