def interface_html(reponse):
    """La page entière, de <!DOCTYPE html> à </html> (un texte)."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("design.interface").
# interface_html = choisir(
#     "design.interface",
#     champ=...,
#     envoyer=...,
#     annonce=...,
#     erreur=...,
#     couleurs=...,
#     mesures=...,
#     dire_ia=...,
#     contact=...,
# )
