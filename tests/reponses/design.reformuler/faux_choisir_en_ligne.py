reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="tout",
    ensuite="en_ligne",
    personne="assistant",
    dire="assistant_ia",
)
