reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="administratif",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)
