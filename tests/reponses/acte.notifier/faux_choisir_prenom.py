notifier, journaliser = choisir(
    "acte.notifier",
    message="prenom",
    journal=["demande_id", "type", "date"],
    garde="un_an",
)
