equilibrer = choisir(
    "design.equilibrer",
    questions="douze_par_facon",
    reponses="claire_du_besoin",
)
