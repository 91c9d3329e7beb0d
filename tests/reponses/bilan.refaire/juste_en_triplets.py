CONDITIONS = [
    ("echecs_pire_public", 0.3, "comite"),
    ("comprehension_pire_facon", 0.85, "accessibilite"),
    ("entrees_internes", 0, "dpo"),
]
