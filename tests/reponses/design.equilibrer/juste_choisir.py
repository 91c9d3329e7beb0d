equilibrer = choisir(
    "design.equilibrer",
    questions="toutes",
    reponses="claire_du_besoin",
)
