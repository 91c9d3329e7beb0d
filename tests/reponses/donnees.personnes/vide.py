PERSONNES = (
    # VOTRE CODE ICI
    ...
)
# La forme attendue :
# PERSONNES = {"graine": GRAINE, "personnes": [{"qui": "…", "perd": "temps", "preuve": "J-…"}, {…}, {…}]}
