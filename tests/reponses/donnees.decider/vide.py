def decider(avis, dossiers):
    """Une décision par dossier : "accepter", "a_completer" ou "agent" (une Series, index des dossiers)."""
    # VOTRE CODE ICI
    ...


# Sans code : exécutez options("donnees.decider"), puis retirez le # de la ligne suivante et complétez-la.
# decider = choisir("donnees.decider", dossier_incomplet=..., avis_favorable=..., avis_defavorable=..., jour=...)
