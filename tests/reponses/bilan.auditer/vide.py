AUDIT = (
    # VOTRE CODE ICI
    ...
)
# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/).
# AUDIT = {
#     "CM-STR-06": {"reponse": "...", "preuve": "..."},
#     "CM-CAD-02": {"reponse": "...", "preuve": "..."},
#     "CM-SOC-02": {"reponse": "...", "preuve": "..."},
#     "CM-SOC-04": {"reponse": "...", "preuve": "..."},
#     "CM-CAD-07": {"reponse": "...", "preuve": "..."},
#     "CM-UX-02": {"reponse": "...", "preuve": "..."},
#     "CM-UI-04": {"reponse": "...", "preuve": "..."},
#     "CM-CAD-05": {"reponse": "...", "preuve": "..."},
#     "CM-CAD-09": {"reponse": "...", "preuve": "..."},
#     "CM-CAD-06": {"reponse": "...", "preuve": "..."},
#     "CM-SOC-05": {"reponse": "...", "preuve": "..."},
#     "CM-SOC-10": {"reponse": "...", "preuve": "..."},
# }
