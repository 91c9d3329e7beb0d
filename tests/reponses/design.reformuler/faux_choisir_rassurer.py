reformuler = choisir(
    "design.reformuler",
    saluer="rassurer",
    annoncer="tout",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)
