# %% [markdown]
r"""
### Exercice 1 : rappeler les familles (2 points ; critère CM-SOC-09)

Écrivez `rappeler(decisions)`, qui reçoit une ligne par dossier (`num_dossier`, `jour_depot`, `recevable`, `decision`) et rend les numéros des dossiers dont
la mairie doit appeler la famille : ceux qu'elle a refusés à tort, tous, et eux seuls.
"""

# %% exercice="donnees.rappeler" role="reponse"
def rappeler(decisions):
    """Les `num_dossier` des familles à rappeler."""
    ### BEGIN SOLUTION
    a_tort = decisions["recevable"] & (decisions["decision"] == "refuser")
    return decisions.loc[a_tort, "num_dossier"]
    ### END SOLUTION


# rappeler = choisir("donnees.rappeler", qui=...)

# %% exercice="donnees.rappeler" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("donnees.rappeler", rappeler=rappeler, sujets=sujets)

