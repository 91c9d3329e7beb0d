decider = choisir(
    "donnees.decider",
    dossier_incomplet="a_completer",
    avis_favorable="accepter",
    avis_defavorable="agent",
    jour="jour_a_l_agent",
)
