reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="tout",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="signer_agent",
)
