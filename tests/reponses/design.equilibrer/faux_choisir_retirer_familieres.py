equilibrer = choisir(
    "design.equilibrer",
    questions="toutes",
    reponses="retirer_familieres",
)
