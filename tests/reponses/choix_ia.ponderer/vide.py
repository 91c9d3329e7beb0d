PONDERATION = (
    # VOTRE CODE ICI
    ...
)
# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/).
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
