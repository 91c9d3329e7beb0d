def interface_html(reponse):
    """La page entière, de <!DOCTYPE html> à </html> (un texte)."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
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
