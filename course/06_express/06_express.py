# %% [markdown]
r"""
# ChatMairie express

**En une heure : qu'est-ce qui pouvait échouer, et qui en est lésé ?**

Toute l'histoire, sans une ligne de code et sans note. Vous pariez, vous jouez, vous décidez, et la simulation répond. Rien n'est gardé.
Données synthétiques, personnes fictives. Pour commencer : **Continuer**, en bas, qui mène d'une scène à l'autre (sans ce bouton : menu Exécution, « Exécuter toutes les cellules »). Ensuite, tout se fait avec des boutons.
"""

# %% tags=["replie"]
# ▶ ChatMairie vous écrit
from chatmairie.echecs.accueil.couverture import ouvrir_le_service
from chatmairie.echecs.express import Express

GRAINE = 2026  # le numéro de la séance : un autre nombre, d'autres gens
express = Express(GRAINE)

ouvrir_le_service()

# %% [markdown]
r"""
<details><summary>Objectifs, durée (à ouvrir si vous le souhaitez)</summary>

## Objectifs

- nommer, pour cinq échecs, une personne lésée qui n'avait rien demandé ;
- décider une réparation, et regarder ce qu'elle laisse de côté ;
- demander une preuve plutôt qu'une promesse.

## Durée, prérequis, niveau

Environ 60 minutes, à plusieurs ou seul. Aucun prérequis. Avec quelqu'un qui anime : la fiche minutée est `guide/express.md`.

</details>

Une mairie ambitieuse veut lancer son assistant IA. « L'IA ça va plaire à tout le monde et nous faire gagner un temps fou ! », dit le maire.
"""

# %% [markdown]
r"""
## 1. Le choix de l'IA

« Le moins cher. » « Il vient de se faire connaître sur TikTok … » Quelqu'un propose une règle pour arrêter à temps. Pariez, puis prenez la place du maire.
"""

# %% tags=["montre", "replie"]
# ▶ Votre pari
express.parier("choix_ia")

# %% tags=["montre", "replie"]
# ▶ La scène
express.scene("choix_ia")

# %% tags=["montre", "replie"]
# ▶ Votre décision
express.decider("choix_ia")

# %% [markdown]
r"""
## 2. Les données

« Des années d'archives !!! Une mine d'or. » La machine y apprend à répondre aux familles. D'abord, une journée à la place des agents.
"""

# %% tags=["montre", "replie"]
# ▶ La scène
express.scene("donnees")

# %% [markdown]
r"""
Puis la machine répond à leur place. ChatMairie refuse les dossiers déposés le mercredi … seulement le mercredi !
"""

# %% tags=["montre", "replie"]
# ▶ La scène
express.scene("donnees", 2)

# %% tags=["montre", "replie"]
# ▶ Votre pari
express.parier("donnees")

# %% tags=["montre", "replie"]
# ▶ La scène
express.scene("donnees", 3)

# %% tags=["montre", "replie"]
# ▶ Votre décision
express.decider("donnees")

# %% [markdown]
r"""
## 3. Le design

« Nos jeunes fuient les démarches […] donc on doit savoir leur parler ! » On a fait un atelier. Qu'y ont-ils demandé ?
"""

# %% tags=["montre", "replie"]
# ▶ Votre pari
express.parier("design")

# %% tags=["montre", "replie"]
# ▶ La scène
express.scene("design")

# %% tags=["montre", "replie"]
# ▶ Votre décision
express.decider("design")

# %% [markdown]
r"""
## 4. L'acte de naissance

« Un service qui marche. » « Oui mais … » Un code unique protège : faut-il seulement qu'il soit plus long ?
"""

# %% tags=["montre", "replie"]
# ▶ Votre pari
express.parier("acte")

# %% tags=["montre", "replie"]
# ▶ La scène
express.scene("acte")

# %% tags=["montre", "replie"]
# ▶ Votre décision
express.decider("acte")

# %% [markdown]
r"""
## 5. La campagne

« On a déjà tout ce qu'il nous faut ! » : les numéros donnés pour un acte ou une inscription. À vous d'envoyer.
"""

# %% tags=["montre", "replie"]
# ▶ La scène
express.scene("campagne")

# %% tags=["montre", "replie"]
# ▶ Votre pari
express.parier("campagne")

# %% tags=["montre", "replie"]
# ▶ La scène
express.scene("campagne", 2)

# %% tags=["montre", "replie"]
# ▶ Votre décision
express.decider("campagne")

# %% [markdown]
r"""
## 6. Éteindre

Des administrés entre déçus … consternés et furieux. « C'est ça votre Smart City ? » Le maire vous appelle.
"""

# %% tags=["montre", "replie"]
# ▶ Votre pari
express.parier("bilan")

# %% tags=["montre", "replie"]
# ▶ La scène
express.scene("bilan")

# %% tags=["montre", "replie"]
# ▶ Votre décision
express.decider("bilan")

# %% [markdown]
r"""
## Votre bilan

Relisez vos six paris et vos six décisions. Puis dites-le à votre voisin : qui est encore lésé, chez vous, par un service que tout le monde trouve moderne ?
"""

# %% tags=["montre", "replie"]
# ▶ Votre bilan
express.bilan()

# %% [markdown]
r"""
## Pour aller plus loin

- Le cours entier commence par l'accueil : `00_accueil`. On y mesure, on y répare, et un juge dit qui est encore lésé.
- À plusieurs et sans ordinateur : `guide/jeu_de_roles.md`, un conseil municipal de 45 minutes.
- Le texte qui fait foi : le [site officiel du RIA31](https://ref-ia.isit-europe.org/). La grille de ce cours en a la forme, pas le texte.
"""
