# %% [markdown]
r"""
# Un essai de carnet

Qui est refusé, et pourquoi ?
"""

# %% [markdown]
r"""
## Objectifs

- Compter des refus.
- Écrire une règle.

## Durée, prérequis, niveau

60 minutes ; savoir lire une fonction ; niveau 2. Données synthétiques, personnes fictives.

## Ce qu'on voulait

Aller vite : « L'IA s'invite partout ! »
"""

# %%
import pandas as pd
from factice import Carte

archives = pd.read_csv("archives.csv")
Carte(f"{len(archives)} jours, données synthétiques.")

# %% [markdown]
r"""
## Avant de regarder

Pariez: combien de refus le mercredi?
"""

# %%
paris = []


def prevoir(*pari):
    """Un pari, gardé ici seulement."""
    paris.append(pari)


prevoir("essai.un", 10)
prevoir("essai.deux", "oui")
prevoir("essai.trois", "non")

# %% [markdown]
r"""
## Ce qu'on a fait

| Jour | Refus |
|:-----|------:|
| mercredi : tous | 97 % |

## Ce qu'on a obtenu

Léa, 3 ans, est refusée le mercredi.
"""


# %% exercice="essai.compter" role="reponse"
def compter(refus):
    """Le nombre de refus dans une liste de booléens."""
    ### BEGIN SOLUTION
    total_secret = sum(bool(r) for r in refus)
    return total_secret
    ### END SOLUTION


# %% exercice="essai.compter" role="note"
from chatmairie import noter

sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("essai.compter", compter=compter, sujets=sujets)

# %% [markdown]
r"""
## Diagnostic

La cause est dans l'archive.

## Ce qu'on aurait pu faire : et pour notre projet ?

Fixer un seuil, et dire qui décide.
"""

# %% exercice="essai.seuils" role="reponse"
SEUILS = (
    ### BEGIN SOLUTION
    {"mercredi": "reponse_confidentielle"}
    ### END SOLUTION
)

# %% exercice="essai.seuils" role="note"
from chatmairie import noter

sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("essai.seuils", SEUILS=SEUILS, sujets=sujets)

# %% [markdown]
r"""
## Rejouons

La même simulation, avec votre règle.
"""

# %%
print("Écrivez d'abord `SEUILS`." if SEUILS is ... else "Après : 0 refus.")

# %% [markdown]
r"""
## À deux, trois minutes

Faut-il un humain partout ?
"""

# %% [markdown] exercice="essai.ouverte" role="question"
r"""
## Question ouverte

Écrivez aux parents de Léa, en 120 mots.
"""

# %% [markdown] exercice="essai.ouverte" role="ouverte"
r"""
Madame, Monsieur, le refus de Léa est une erreur de la mairie.
"""

# %% [markdown]
r"""
## À retenir

L'archive dit ce que le logiciel a fait.

## Et pour votre projet ?

Où ce risque existe-t-il chez vous ?

## Pour aller plus loin

À faire valider par le DPO. Droit vérifié le 3 mars 2026. Voir [la page du RIA31](https://exemple.invalid/ria31).
"""
