reformuler = choisir(
    "design.reformuler",
    saluer="selon_l_age",
    annoncer="tout",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)
