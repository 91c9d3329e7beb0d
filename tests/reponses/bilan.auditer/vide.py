AUDIT = (
    # VOTRE CODE ICI
    ...
)
# La forme attendue (sélectionnez ces lignes, Ctrl+/ retire les #, puis complétez) :
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
