reformuler = choisir(
    "design.reformuler",
    saluer="comme_la_personne",
    annoncer="tout",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)
