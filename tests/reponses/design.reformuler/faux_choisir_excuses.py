reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="excuses",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)
