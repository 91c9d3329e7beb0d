interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="polie",
    erreur="reliee",
    couleurs="sombres",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)
