def decider(avis, dossiers):
    """Une décision par dossier : "accepter", "a_completer" ou "agent" (une Series, index des dossiers)."""
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    return decisions
