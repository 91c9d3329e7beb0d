RIA31 = (
    # VOTRE CODE ICI
    ...
)
# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/).
# RIA31 = [
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
# ]
