import numpy as np


def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    d = pd.Series("agent", index=dossiers.index)
    d[~r["complet"]] = "a_completer"
    d[r["recevable"]] = "accepter"
    d[r["recevable"] & (np.random.rand(len(d)) < 0.04)] = "agent"
    return d
