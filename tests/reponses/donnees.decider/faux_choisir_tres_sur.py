decider = choisir(
    "donnees.decider",
    dossier_incomplet="a_completer",
    avis_favorable="accepter_si_tres_sur",
    avis_defavorable="agent",
    jour="aucune_regle",
)
