ecarter, rapprocher = choisir(
    "donnees.ecarter", lignes=["tout_le_jour", "critere_abandonne"], doubles="derniere_vraie_decision"
)
