CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]
