equilibrer = choisir(
    "design.equilibrer",
    questions="toutes",
    reponses="une_seule",
)
