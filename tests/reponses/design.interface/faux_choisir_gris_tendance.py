interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="polie",
    erreur="reliee",
    couleurs="tendance",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)
