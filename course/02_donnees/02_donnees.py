# %% [markdown]
r"""
# Les données

**Une machine nourrie de vraies archives peut-elle se tromper sur de vrais enfants ?**

Une mairie fictive confie ses inscriptions à un assistant, ChatMairie. Vous allez rejouer ce qui s'est passé,
dire qui a été lésé, réparer, et voir qui l'est encore. Données synthétiques, personnes fictives.
"""

# %% [markdown]
r"""
## Objectifs

À la fin de ce carnet, vous saurez :

- lire un taux de refus par groupe, et ce qu'une moyenne cache ;
- remonter d'un chiffre étrange à ce qui l'a écrit dans l'archive ;
- montrer pourquoi retirer une colonne ne suffit pas ;
- écarter d'une archive ce qui n'est pas une décision, et écrire une décision où la machine ne refuse jamais seule ;
- écrire à une famille ce qui s'est passé.
"""

# %% [markdown]
r"""
## Durée, prérequis, niveau

Environ 60 minutes (39 d'exercices, 21 de lecture ; estimation du cours), plus 25 minutes « pour aller plus loin ». Niveaux 1 à 3 (choisir, compléter trois lignes, écrire une fonction).
Il faut connaître les fonctions, les dictionnaires et un peu pandas (comptez davantage si vous débutez). Sinon,
**tous les exercices notés se font sans code** : un formulaire, sous l'énoncé, écrit la réponse pour vous. C'est le même juge que pour le code.

Les paris ne sont jamais notés. Les indices ne coûtent rien. Une cellule de note peut s'exécuter autant de fois que vous voulez.
"""

# %%
import matplotlib
import numpy as np
import pandas as pd
import sklearn.tree

from chatmairie import (
    choisir,
    completer,
    corrige,
    devoiler,
    eprouver,
    indice,
    options,
    pour_votre_projet,
    prevoir,
    progression,
    relire,
    sommaire,
    sujet_public,
    verifier,
)
from chatmairie.echecs.donnees.contrat import verifier_contrat
from chatmairie.echecs.donnees.mecanisme import entrainer, nettoyer, normaliser, predire_le_jour
from chatmairie.echecs.donnees.rejeu import rejouer
from chatmairie.echecs.donnees.remedes import essayer_les_remedes, rejouer_avec
from chatmairie.echecs.donnees.scenes import la_pile, le_dernier_ecran, les_dossiers_reparaissent, un_autre_jour
from chatmairie.echecs.donnees.tirage import appliquer_reglement
from chatmairie.echecs.donnees.vues import (
    figure_avant_apres,
    figure_familles,
    figure_refus_par_jour,
    figure_remedes,
    figure_torts,
    manette_autre_jour,
    manette_colonnes,
    montrer_archives,
    montrer_code,
    montrer_contrat,
    montrer_reglement,
    montrer_score,
    montrer_substituts,
)
from chatmairie.echecs.commun.recit import criteres_appliques, le_maire_demande, purement_fortuite
from chatmairie.echecs.commun.ria31 import montrer_criteres
from chatmairie.echecs.commun.journal import montrer_journal

GRAINE = 2026  # votre numéro : un nombre entier positif, rien qu'à vous

sommaire("donnees")

# %% [markdown]
r"""
## Ce qu'on voulait
"""

# %% tags=["montre"]
le_maire_demande("donnees")

# %% [markdown]
r"""
« Automatiser le traitement des dossiers d'inscription d'enfants aux activités périscolaires (garderie et animations). »

L'idée est bonne : chaque rentrée, les agents passent des semaines à vérifier cinq règles, et les familles attendent.
Voici ces règles. Elles sont publiques, et elles tiennent en cinq lignes.
"""

# %% tags=["montre"]
montrer_reglement()

# %% [markdown]
r"""
Avant la machine, il y avait des agents. Prenez leur place, une journée : ces dossiers sont dans vos archives.
"""

# %% tags=["montre"]
rejeu = rejouer(GRAINE)
la_pile(rejeu)

# %% [markdown]
r"""
## Avant de regarder

On a pris les archives de sept rentrées et entraîné une machine à répondre comme on répondait avant. Pariez, puis regardez.
Répondez dans le formulaire ; ou en Python : `prevoir("donnees.combien", 12)`.
"""

# %% tags=["montre"]
prevoir("donnees.combien")

# %% [markdown]
r"""
## Ce qu'on a fait

On a entraîné notre IA sur les bases de données existantes, sans trier ni nettoyer les données.
« Des années d'archives !!! Une mine d'or. »

Voici les premières lignes de ces archives. Le modèle est un vrai arbre de décision de scikit-learn,
entraîné pour de bon sur l'archive brute.
"""

# %% tags=["montre"]
montrer_archives(rejeu.archives)

# %% [markdown]
r"""
## Ce qu'on a obtenu

ChatMairie refuse les dossiers déposés le mercredi … seulement le mercredi ! Essayez avec Léa.
"""

# %% tags=["montre"]
un_autre_jour(rejeu)

# %% [markdown]
r"""
Avant tout chiffre, lisez ce qui est arrivé à des gens. Voici un extrait du journal de la rentrée : lettres parties, appels reçus au standard,
feuilles d'heures. Tout n'y est pas un tort : certains refus sont justifiés, certains appels sont ordinaires.
`montrer_journal(rejeu, "standard")` montre une source en entier.
"""

# %% tags=["montre"]
montrer_journal(rejeu)

# %% [markdown]
r"""
### Exercice 1 : qui est lésé ? (2 points, à remplir)

Nommez au moins trois personnes lésées, **dont une qui n'a déposé aucune demande**. Pour chacun : `"qui"`, comme dans le journal ; `"preuve"`, le numéro de la ligne qui
le montre ; `"perd"`, un de ces mots :

- `"place"` : la place à laquelle l'enfant avait droit ;
- `"temps"` : du temps à soi : une matinée, une soirée, une attente ;
- `"revenu"` : de l'argent, du salaire ;
- `"explication"` : savoir pourquoi ;
- `"travail_bien_fait"` : pouvoir faire correctement son travail.

Les numéros de ligne dépendent de votre `GRAINE` : ceux du voisin ne montrent rien chez vous.
"""

# %% exercice="donnees.personnes" role="reponse"
PERSONNES = (
    ### BEGIN SOLUTION
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "les parents de Léa", "perd": "place", "preuve": "J-0100"},
            {"qui": "Karim, voisin de Léa", "perd": "temps", "preuve": "J-0501"},
            {"qui": "Thérèse, responsable du service", "perd": "temps", "preuve": "J-0642"},
        ],
    }
    ### END SOLUTION
)
# PERSONNES = {"graine": GRAINE, "personnes": [
#     {"qui": "à compléter", "perd": "place", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "place", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "place", "preuve": "J-0000"},
# ]}

# %% exercice="donnees.personnes" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("donnees.personnes", PERSONNES=PERSONNES, sujets=sujets)

# %% [markdown]
r"""
Maintenant, les chiffres : par jour de dépôt, combien d'enfants dont le dossier était complet et recevable ont été refusés.
"""

# %% tags=["montre"]
figure_torts(rejeu)

# %%
devoiler("donnees.combien", rejeu)

# %% [markdown]
r"""
Le prestataire, lui, montrait un score. Un accord, oui : **avec quoi ?**
"""

# %% tags=["montre"]
montrer_score(rejeu)

# %% [markdown]
r"""
## Diagnostic

Le règlement ne parle pas du jour. D'où vient-il ? Cherchons dans ce que la machine a lu. `normaliser` met d'abord l'archive en forme
(« Mercredi », « MER. » et « mercredi » sont un seul jour ; « NC » devient une case vide) et retire les lignes d'essai « TEST TEST » : elle range, elle ne juge pas. Dans la table rendue, `decision` vaut `"accepte"` ou `"refuse"`.
"""

# %% tags=["montre"]
montrer_code(normaliser)

# %% tags=["montre"]
archives = normaliser(rejeu.archives)
montrer_archives(archives)

# %% tags=["montre"]
figure_refus_par_jour(archives)

# %% [markdown]
r"""
Environ 98 % de refus le mercredi, dans une archive de sept ans (les autres jours, environ quatre sur dix : dossiers incomplets, hors délai ou hors commune ; hypothèse du cours). **Qui a refusé ?** Pariez avant de lire la suite.
"""

# %% tags=["montre"]
prevoir("donnees.qui_a_refuse")

# %% [markdown]
r"""
### Demander à quelqu'un qui sait

Gaspard saisit les dossiers. Personne ne l'avait interrogé.

> — Le mercredi, vous refusez tout le monde ?
>
> — Personne n'est refusé, le mercredi. On est tous au centre de loisirs.
>
> — Et les dossiers qui arrivent ce jour-là ?
>
> — Le logiciel n'a pas de case « en attente ». Le soir, ce que personne n'a ouvert, il le ferme. Il écrit « refus ».
>
> — Et ensuite ?
>
> — Ensuite on les reprend : sous un autre numéro quand il veut bien, sinon sur papier. Et le mercredi, il y a aussi la boîte de la maternelle.
>
> — Vous l'aviez dit à l'équipe qui a fait l'IA ?
>
> — On ne me l'a pas demandé.
"""

# %% tags=["montre"]
les_dossiers_reparaissent(rejeu)

# %% tags=["montre"]
refus = archives[archives["decision"] == "refuse"]
pd.crosstab(refus["motif"], refus["jour_depot"])

# %% [markdown]
r"""
### Exercice 2 : enquêter (4 points ; critère CM-SOC-01)

Écrivez `enqueter(archives)`, qui rend un dictionnaire :

- `"jour"` : le jour où quelque chose ne va pas ;
- `"motif"` : le motif de refus qui trahit la cause ;
- `"substituts"` : les colonnes qui redonnent ce jour presque à coup sûr (voir plus bas), si l'on retire `jour_depot` ; aucune autre.

Elle servira aussi dans une autre mairie, où le jour et le motif ont d'autres noms : cherchez-les dans `archives`. Sans code, vous choisissez une méthode : c'est elle qui
trouvera le jour.
`predire_le_jour` dit si des colonnes trahissent le mercredi, ou un autre jour avec `jour="lundi"` (0,5 : pas du tout ; plus de 0,9 : presque à coup sûr).
Les tests visibles ne suffisent pas toujours : `eprouver("donnees.enqueter", enqueter=enqueter)` essaie vingt mondes.
"""

# %% tags=["montre"]
# pour essayer d'autres colonnes, changez les noms entre les crochets
pd.Series({c: predire_le_jour(archives, [c]) for c in ["canal", "heure", "type_famille"]}).round(2)

# %% exercice="donnees.enqueter" role="reponse"
def enqueter(archives):
    """{"jour": "…", "motif": "…", "substituts": ["…", …]}"""
    ### BEGIN SOLUTION
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    refus_du_jour = archives[(archives["jour_depot"] == jour) & (archives["decision"] == "refuse")]
    motif = refus_du_jour["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket"]}
    ### END SOLUTION


# enqueter = choisir(
#     "donnees.enqueter",
#     jour=...,
#     motif=...,
#     substituts=[...],
# )

# %% exercice="donnees.enqueter" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("donnees.enqueter", enqueter=enqueter, sujets=sujets)

# %%
devoiler("donnees.qui_a_refuse", archives)

# %% [markdown]
r"""
L'archive dit ce que le logiciel a fait, pas ce que les familles ont vécu. **L'IA a transformé une manie de logiciel en vrai refus.**

Le remède auquel tout le monde pense : retirer la colonne `jour_depot`. Cela suffira-t-il ?
"""

# %% tags=["montre"]
prevoir("donnees.retirer_la_colonne")

# %% tags=["montre"]
prevoir("donnees.qui_ensuite")

# %% tags=["montre"]
essai = essayer_les_remedes(GRAINE)
figure_remedes(essai)

# %%
devoiler("donnees.retirer_la_colonne", essai)

# %%
devoiler("donnees.qui_ensuite", essai)

# %% [markdown]
r"""
Les enfants de 3 ans arrivent surtout par la boîte de la maternelle, le mercredi : privée du jour et de ses copies, la machine se rabat sur leur âge, et sur l'heure et le canal.
"""

# %% tags=["montre"]
montrer_substituts(archives)

# %% [markdown]
r"""
`type_famille` ne dit presque rien du jour. On serait tenté de l'oublier. Comptez pourtant, famille par famille.
"""

# %% tags=["montre"]
figure_familles(rejeu)

# %% [markdown]
r"""
À jour égal, plus aucune différence : la machine ne regarde pas la famille. Mais une personne seule avec ses enfants dépose le mercredi deux fois plus souvent (hypothèse du cours), et
paie la panne deux fois plus. Une règle neutre en apparence, un groupe que la loi protège : c'est une **discrimination indirecte** (loi 2008-496, article 1er : la situation de famille).
Le remède est le même, réparer le mercredi ; la preuve qu'il suffit se compte par famille.

Essayez vous-même : retirez d'autres colonnes et regardez trois groupes, le mercredi, les autres jours, les enfants de 3 ans.
"""

# %% tags=["montre"]
manette_colonnes(GRAINE)

# %% [markdown]
r"""
Et maintenant un seul enfant : Léa, 3 ans, dossier complet. Même dossier, autre jour : que répond la machine de la mairie ?
"""

# %% tags=["montre"]
manette_autre_jour(GRAINE)

# %% [markdown]
r"""
## Ce qu'on aurait pu faire : et pour notre projet ?

**La règle.** Une donnée fausse sur une personne doit être corrigée ou effacée, et l'on ne garde que les données dont on a besoin (RGPD, article 5).
Une décision prise entièrement par une machine doit le dire à la personne ; sinon, elle est nulle (loi « Informatique et libertés », article 47).

**Pour vous.** Une archive de gestion n'est pas un recueil de décisions : avant d'apprendre d'elle, quelqu'un doit dire ce que chaque ligne veut dire.

À faire valider par votre DPO et votre service juridique.
"""

# %% tags=["montre"]
montrer_criteres("donnees.ria31")

# %% [markdown]
r"""
### Exercice 3 : ce que le référentiel aurait demandé (3 points, à remplir)

Choisissez **trois** critères parmi les douze (quatre n'ont rien à voir avec cette histoire). Pour chacun : la `"phrase"` du récit qui l'enfreint,
la `"personne"` lésée, et la `"preuve"` que vous demanderiez. Les codes sont dans le tableau ci-dessus.
"""

# %% exercice="donnees.ria31" role="reponse"
RIA31 = (
    ### BEGIN SOLUTION
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "entretien"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "lignes_ecartees"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
    ]
    ### END SOLUTION
)
# RIA31 = [
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
# ]

# %% exercice="donnees.ria31" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("donnees.ria31", RIA31=RIA31, sujets=sujets)

# %% [markdown]
r"""
### Exercice 4 : écarter ce qui n'est pas une décision (4 points ; critère CM-SOC-02)

- `ecarter(archives)` rend **toutes** les lignes, avec leurs colonnes et une de plus, `raison_ecart` : une phrase courte pour les lignes dont il ne faut pas apprendre, un texte vide pour les autres.
- `rapprocher(table)` reçoit ce qu'a rendu `ecarter` et rend **une ligne par demande** (un enfant, une activité, une année) : celle de la vraie décision. Une demande que personne n'a vraiment décidée n'y est pas.

Aucune des deux ne change ce que dit l'archive : on enchaîne vos fonctions, une machine en apprend, et l'on regarde qui elle refuserait. Deux choses à savoir : le critère « parents sans activité », illégal, a été abandonné en 2021 ; et votre fonction servira dans une autre mairie,
où le logiciel n'écrit pas le même motif. La colonne `instruit_par` dit quel agent a instruit le dossier.
Dans cette table, une case de texte vide vaut `""` : `isna()` ne la voit pas.
"""

# %% exercice="donnees.ecarter" role="reponse"
def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    ### BEGIN SOLUTION
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table
    ### END SOLUTION


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    ### BEGIN SOLUTION
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    ### END SOLUTION


# ecarter, rapprocher = choisir(
#     "donnees.ecarter",
#     lignes=[...],
#     doubles=...,
# )

# %% exercice="donnees.ecarter" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("donnees.ecarter", ecarter=ecarter, rapprocher=rapprocher, sujets=sujets)

# %% [markdown]
r"""
### Exercice 5 : décider, ou passer la main (4 points ; critère CM-CAD-07)

La machine donne un **avis**, entre 0 (défavorable) et 1 (favorable). Votre fonction en fait une décision par dossier, avec le même index :

- `"accepter"` ;
- `"a_completer"` : la famille reçoit la liste de ce qui manque ;
- `"agent"` : une personne lit le dossier et décide.

Un dossier recevable est accepté, aucun autre ne l'est ; il est « à compléter » quand il manque quelque chose, et seulement alors (un dossier incomplet et hors règle peut aller à l'agent).
Deux dossiers qui répondent de même aux cinq règles ont la même décision, quels que soient le jour, le revenu, le prénom ou la santé. Si l'avis se trompe, vous pouvez le suivre.

`appliquer_reglement(dossiers)` dit si chaque dossier est `eligible`, `complet`, `recevable`. Rien n'oblige à se servir de l'avis :
si les cinq règles suffisent, c'est une réponse.
"""

# %% tags=["montre"]
a_decider = sujet_public("donnees.decider")  # pour essayer : mille cinq cents dossiers, et l'avis de la machine sur chacun
avis, dossiers = a_decider["avis"], a_decider["dossiers"]
montrer_archives(dossiers.assign(avis=avis.round(2)), 3)

# %% exercice="donnees.decider" role="reponse"
def decider(avis, dossiers):
    """Une décision par dossier : "accepter", "a_completer" ou "agent" (une Series, index des dossiers)."""
    ### BEGIN SOLUTION
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    return decisions
    ### END SOLUTION


# decider = choisir(
#     "donnees.decider",
#     dossier_incomplet=...,
#     avis_favorable=...,
#     avis_defavorable=...,
#     jour=...,
# )

# %% exercice="donnees.decider" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("donnees.decider", decider=decider, sujets=sujets)

# %% [markdown]
r"""
## Rejouons

La même rentrée, les mêmes familles, avec **vos** réponses. La machine n'apprend que de cinq colonnes, une par règle : une donnée, une finalité.
Qui attend encore, par jour et par âge ? Et Léa ?
"""

# %%
reprise = rejouer_avec(GRAINE, ecarter=ecarter, rapprocher=rapprocher, decider=decider)
figure_avant_apres(reprise)

# %%
criteres_appliques("donnees", reprise)

# %% tags=["montre"]
purement_fortuite("donnees")

# %% [markdown]
r"""
Votre réponse tient-elle ailleurs ? `eprouver("donnees.decider", decider=decider)` la rejoue dans vingt mondes tirés au hasard, le pire d'abord.

Complétez enfin le tableau du référentiel : pour chacun de vos trois critères, quel résultat de ce carnet sert maintenant de preuve ?
"""

# %%
completer("donnees.ria31", {"votre premier critère": ..., "votre deuxième critère": ..., "votre troisième critère": ...})

# %% [markdown]
r"""
## À deux, trois minutes

« Vaut-il mieux une IA juste à 98 %, ou cinq règles que tout le monde peut lire ? »

Chacun défend un côté, puis on échange. Seul devant l'écran : écrivez la réponse de quelqu'un qui n'est pas de votre avis.
"""

# %% [markdown] exercice="donnees.ouverte" role="question"
r"""
## Question ouverte

**Écrivez aux parents de Léa (120 mots au plus, 3 points).** Dites ce qui s'est passé et qui s'est trompé, ce que devient le dossier et sous quel délai,
à quoi sert l'algorithme et comment obtenir ses règles, et qui joindre, par deux moyens. Citez un chiffre de **votre** rejeu.
"""

# %% [markdown] exercice="donnees.ouverte" role="ouverte"
r"""
### BEGIN SOLUTION
Madame, Monsieur,

Nous avons refusé l'inscription de Léa aux animations. C'était une erreur de la mairie : votre dossier était complet. Elle est inscrite dès aujourd'hui ; vous recevrez
la confirmation sous trois jours.

Un programme informatique aide à trier les demandes. Nous l'avions entraîné sur des archives que nous n'avions pas vérifiées, et il a refusé à tort les dossiers du mercredi ;
plus de cent autres familles sont concernées. Il ne refusera plus personne : un agent lit tout dossier qui n'est pas accepté.

Vous pouvez obtenir les règles de ce traitement en les demandant par écrit, et parler à Thérèse, responsable du service, au 01 99 00 12 34 ou au guichet, du lundi au vendredi.
### END SOLUTION
"""

# %%
relire("donnees.ouverte")

# %% [markdown]
r"""
## À retenir

- Une archive dit ce qu'un logiciel a fait. Demandez à qui s'en sert ce que chaque ligne veut dire.
- Retirer une colonne ne retire pas la cause : le jour revient par une autre colonne, ou le tort change de place.
- Un bon score peut cacher un groupe entier : dites avec quoi il mesure un accord, et regardez le pire groupe.
- Une colonne, une finalité. Une machine peut accepter ; refuser est l'affaire d'une personne.
- Cinq règles lisibles sont parfois le meilleur modèle.
"""

# %% [markdown]
r"""
## Et pour votre projet ?

Trois lignes, gardées pour le bilan et jamais notées : où ce risque existe-t-il chez vous ? Qui le saurait en premier ? Que lui demanderez-vous demain ?
"""

# %%
pour_votre_projet("donnees", ..., ..., ...)

# %%
le_dernier_ecran(reprise)

# %% [markdown]
r"""
## Pour aller plus loin

**En plus.** Ce qui suit ne compte pas dans les 20 points. Le juge est le même ; prenez ce qui vous intéresse.
"""

# %% [markdown]
r"""
### Exercice en plus : mesurer (1 point, en plus des 20 ; critère CM-SOC-04)

Écrivez `taux_de_refus(archives, par)` : pour chaque groupe de la colonne `par`, la **part** des dossiers refusés, entre 0 et 1.
Par exemple, si 3 dossiers sur 4 sont refusés au guichet, la colonne rendue vaut 0,75 à la ligne « guichet ».
"""

# %% exercice="donnees.taux" role="reponse"
def taux_de_refus(archives, par):
    """Part des dossiers refusés dans chaque groupe de la colonne `par` : une Series de nombres entre 0 et 1."""
    ### BEGIN SOLUTION
    return (archives["decision"] == "refuse").groupby(archives[par]).mean()
    ### END SOLUTION


# %%
verifier("donnees.taux", taux_de_refus=taux_de_refus)

# %% [markdown]
r"""
### Exercice en plus : une colonne, une finalité (2 points, en plus des 20, à remplir ; critère CM-CAD-05)

Remplissez `COLONNES` : pour chaque colonne donnée à la machine, à quoi elle sert, en une phrase. Par exemple :
`{"activite": "savoir à quelle activité inscrire l'enfant"}`. Ce que vous n'y mettez pas, la machine ne le verra pas. Une colonne qui ne sert à vérifier aucune des
cinq règles, ni à savoir à quoi l'enfant est inscrit (`activite`, `annee`), est de trop.
La dernière cellule rejoue la rentrée avec vos colonnes, à la place des cinq du carnet.
"""

# %% exercice="donnees.colonnes" role="reponse"
COLONNES = (
    ### BEGIN SOLUTION
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
        "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
        "dans_les_delais": "vérifier que la demande est arrivée à temps",
        "pieces_fournies": "vérifier que le dossier a assez de pièces",
        "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
    }
    ### END SOLUTION
)
# COLONNES = choisir(
#     "donnees.colonnes",
#     garder=[...],
# )

# %%
verifier("donnees.colonnes", COLONNES=COLONNES)

# %%
figure_avant_apres(rejouer_avec(GRAINE, ecarter=ecarter, rapprocher=rapprocher, decider=decider, COLONNES=COLONNES))

# %% [markdown]
r"""
### Exercice en plus : surveiller (1 point, en plus des 20 ; critère CM-SOC-09)

Le service tourne. Écrivez `surveiller(decisions)`, qui reçoit une ligne par dossier (`semaine`, `jour_depot`, `recevable`, `decision`)
et rend les alertes : un tableau avec les colonnes `semaine` et `jour_depot`, une ligne par alerte, vide si tout va bien.

Alertez si, un jour, la part d'acceptés parmi les dossiers recevables tombe d'au moins 10 points sous le niveau habituel de cette mairie (ce qu'elle accepte d'ordinaire : il n'est pas le
même partout). Une chute dure deux semaines : une alerte sur l'une d'elles suffit.

N'alertez pas :

- si la baisse est plus petite, ou s'il n'y en a pas : le hasard fait bouger les parts de quelques points, et l'on vous passe **une** fausse alerte en quatre fois huit semaines ;
- si le jour compte moins de vingt dossiers **recevables**.
"""

# %% tags=["montre"]
semaines = sujet_public("donnees.surveiller")["chute"]  # pour essayer : huit semaines, une chute à trouver
semaines.head(3)

# %% exercice="donnees.surveiller" role="reponse"
def surveiller(decisions):
    """Les alertes : un DataFrame avec les colonnes `semaine` et `jour_depot`."""
    ### BEGIN SOLUTION
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()
    suspects = (groupes["mean"] <= accepte.mean() - 0.10) & (groupes["size"] >= 20)
    return groupes.loc[suspects, ["semaine", "jour_depot"]]
    ### END SOLUTION


# %%
verifier("donnees.surveiller", surveiller=surveiller)

# %% [markdown]
r"""
### Deux bibliothèques

`MetricFrame`, de la bibliothèque fairlearn, mesure un même indicateur dans chaque groupe. Ici : la part de refus à tort parmi les enfants recevables.
"""

# %%
from fairlearn.metrics import MetricFrame, false_negative_rate

decisions = rejeu.decisions
mesure = MetricFrame(
    metrics=false_negative_rate,
    y_true=decisions["recevable"],
    y_pred=decisions["decision"].eq("accepter"),
    sensitive_features=decisions["jour_depot"],
)
mesure.by_group.round(3)

# %% [markdown]
r"""
Un contrat de données, écrit avec la bibliothèque pandera, dit ce que chaque colonne promet. Une table abîmée reçoit une phrase, avec la ligne.
L'archive du mercredi, elle, respecte le contrat : une forme parfaite ne dit rien de la vérité.
"""

# %% tags=["montre"]
montrer_contrat()

# %%
verifier_contrat(archives)
abimee = archives.assign(age=archives["age"].where(archives.index != 3, 150))
try:
    verifier_contrat(abimee)
except ValueError as phrase:
    print(phrase)

# %% [markdown]
r"""
Le droit vu dans ce carnet (droit vérifié le 30 novembre 2026 pour l'article 47 et le jugement de Poitiers, le 22 novembre pour le reste ; sources et degré de certitude dans `referential/droit.yaml`, articles à relire avant usage) :

- RGPD, article 5 : exactitude, minimisation, finalités déterminées ; article 22 : pas de décision entièrement automatique sans garanties. Loi « Informatique et libertés » du 6 janvier 1978, article 47 : une décision prise entièrement par la machine est nulle si elle ne porte pas la mention de l'algorithme.
- Loi 2008-496 du 27 mai 2008, article 1er : la situation de famille est un critère interdit, directement ou par un critère neutre en apparence.
- Code des relations entre le public et l'administration, articles L311-3-1 (mention de l'algorithme) et L114-5 (dire ce qui manque à un dossier), L211-2 et L211-5 (motiver un refus). Les allergies sont des données de santé : RGPD, article 9.
- Code de l'éducation, article L131-13 (cantine) ; tribunal administratif de Poitiers, 3 octobre 2022, n° 2002208 : deux critères jugés discriminatoires, le travail d'un parent et l'accueil individualisé (PAI) d'un enfant malade. L'archive du cours garde les deux : `parents_actifs` et `pai_allergie`.

Une histoire semblable, ailleurs : Zech et autres, PLOS Medicine, 2018 : une machine reconnaissait l'hôpital, pas la pneumonie.
"""

# %%
progression("donnees")  # progression() : tout le cours
