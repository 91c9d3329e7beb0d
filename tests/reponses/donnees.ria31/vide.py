RIA31 = (
    # VOTRE CODE ICI
    ...
)
# La forme attendue, trois fois :
# RIA31 = [{"critere": "CM-…", "phrase": "R…", "personne": "…", "preuve": "…"}, {…}, {…}]
