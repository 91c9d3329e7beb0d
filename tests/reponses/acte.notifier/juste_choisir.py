notifier, journaliser = choisir(
    "acte.notifier",
    message="neutre",
    journal=["demande_id", "type", "date"],
    garde="un_an",
)
