equilibrer = choisir(
    "design.equilibrer",
    questions="sans_argot",
    reponses="du_corpus",
)
