reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="sans_date",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)
