PONDERATION = (
    # VOTRE CODE ICI
    ...
)
# La forme attendue (sélectionnez ces lignes, Ctrl+/ retire les #, puis complétez) :
# PONDERATION = {
#     "prix": 0,
#     "methodo": 0,
#     "rgpd_ethique": 0,
#     "accessibilite": 0,
#     "environnement": 0,
#     "references": 0,
#     "transfert": 0,
#     "abonnes_tiktok": 0,
# }
