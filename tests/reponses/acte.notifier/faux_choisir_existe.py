notifier, journaliser = choisir(
    "acte.notifier",
    message="existe",
    journal=["demande_id", "type", "date"],
    garde="un_an",
)
