equilibrer = choisir(
    "design.equilibrer",
    questions="sans_argot",
    reponses="claire_du_besoin",
)
