reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="tout",
    ensuite="appeler",
    personne="agent",
    dire="assistant_ia",
)
