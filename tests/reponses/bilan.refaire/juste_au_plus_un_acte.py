CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 1, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 10, "qui": "accessibilite"},
]
