notifier, journaliser = choisir(
    "acte.notifier",
    message="neutre",
    journal=["demande_id", "type", "date", "courriel"],
    garde="un_an",
)
