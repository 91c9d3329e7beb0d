CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 1, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 1000, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 0, "qui": "comite"},
]
