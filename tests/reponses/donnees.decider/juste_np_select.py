import numpy as np


def decider(avis, dossiers):
    dossiers["avis"] = avis
    regles = appliquer_reglement(dossiers)
    choix = np.select([~regles["complet"], dossiers["avis"] > 0.5], ["a_completer", "accepter"], default="agent")
    return pd.Series(choix, index=dossiers.index)
