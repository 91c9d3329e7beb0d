equilibrer = choisir(
    "design.equilibrer",
    questions="courantes",
    reponses="claire_du_besoin",
)
