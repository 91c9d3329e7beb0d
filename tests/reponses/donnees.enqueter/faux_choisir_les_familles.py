enqueter = choisir(
    "donnees.enqueter",
    jour="plus_fort_taux",
    motif="dossier_incomplet",
    substituts=["type_famille", "assurance_valide"],
)
