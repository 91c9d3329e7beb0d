# %% [markdown]
r"""
# ChatMairie

**Une mairie va lancer un assistant. Qu'est-ce qui pourrait échouer ?** Pour commencer : cliquez trois fois sur **▶**, en haut du carnet.
"""

# %% tags=["replie"]
# ▶ ChatMairie vous écrit
from chatmairie import carte, recommandation
from chatmairie import corrige, devoiler, eprouver, indice, options, prevoir, choisir, reprendre, sauvegarder, verifier
from chatmairie.echecs.accueil.couverture import Couverture, ouvrir_le_service
from chatmairie.echecs.commun.recit import craindre, montrer_souhaits
from chatmairie.echecs.accueil.demandes import dix_demandes
from chatmairie.affichage.tableaux import Tableau
from chatmairie.parcours.numero import choisir_numero

ouvrir_le_service()

# %% tags=["montre", "replie"]
# ▶ La carte de l'histoire
Couverture()

# %% [markdown]
r"""
Ce premier carnet raconte ce que la mairie voulait, garde vos craintes, vous donne un numéro, et vous apprend en cinq minutes
à parier, à demander un indice et à lire un verdict. Rien n'y est noté. Données synthétiques, personnes fictives.

<details><summary>Objectifs, durée, votre machine (à ouvrir si vous le souhaitez)</summary>

## Objectifs

À la fin de ce carnet, vous saurez :

- nommer une crainte par souhait, avant de savoir ce qui s'est passé ;
- dire ce qu'est le RIA31, et distinguer ce qui en vient de ce qui est du cours ;
- répondre à un exercice, avec ou sans code, et lire son verdict ;
- retrouver votre travail, et votre numéro, d'un carnet à l'autre.

## Durée, prérequis, niveau

Environ 20 minutes (estimation du cours). Niveau 1 : lire et choisir. Aucun prérequis : tout se fait sans programmer.

Un carnet se lit de haut en bas. Cliquez dans une cellule grise, puis **Maj+Entrée** : elle s'exécute, et la suivante attend.
L'état de votre machine est replié au bas de la carte de l'histoire (avec les chiffres, dans un terminal : `python -m chatmairie verifier-environnement`).

</details>
"""

# %% [markdown]
r"""
## L'histoire

« Tous nos clients veulent de l'IA. »

On présente une situation fictive et on regarde ce qui se passe !
Toute ressemblance avec des projets existants ou ayant existé serait purement fortuite ou pas.

L'IA s'invite partout. **Et si on se précipitait sans réfléchir ?**

### Le projet ChatMairie

L'IA s'invite aussi dans les collectivités. Une Mairie ambitieuse veut lancer son assistant IA révolutionnaire pour ses administrés : ChatMairie. Voici ce qu'on voulait.
"""

# %% tags=["montre"]
montrer_souhaits()

# %% [markdown]
r"""
Aucun de ces souhaits n'est ridicule : beaucoup de mairies les ont. Un carnet pour chacun, puis un bilan.
"""

# %% [markdown]
r"""
## Qu'est-ce qui pourrait échouer ?

Le Maire est un optimiste …

> « L'IA ça va plaire à tout le monde et nous faire gagner un temps fou ! Qu'est-ce qui pourrait échouer ? »

Il le demande en riant. Répondez-lui pour de bon : **une crainte par souhait**. Une phrase à vous, ou un mot de la liste.
Personne ne la note ; le bilan la mettra à côté de ce qui s'est passé. Répondez dans le formulaire ; ou en Python : remplacez les `...` par vos mots entre guillemets, puis Maj+Entrée.
"""

# %%
craindre(
    specialiste=...,
    inscriptions=...,
    interface=...,
    acte=...,
    campagne=...,
)

# %% [markdown]
r"""
Et sa promesse, « gagner un temps fou » ? C'est votre premier **pari**. Répondez dans le formulaire ; ou en Python :
`prevoir("accueil.temps_fou", "pareil")`. Un pari n'est jamais noté. Celui-ci sera dévoilé dans le tout dernier carnet.
"""

# %% tags=["montre"]
prevoir("accueil.temps_fou")

# %% [markdown]
r"""
## Le RIA31

L'Institut du Numérique Responsable (INR) a réuni un groupe de travail : 80 contributeurs et contributrices, 2 ans d'élaboration, et le RIA31, son référentiel
pour une IA éthique et responsable, publié en juin 2024. D'après le support dont part ce cours : 5 familles de métiers, 13 recommandations, 41 critères, reliés aux
objectifs de développement durable de l'ONU. (Le nom dit 31 : nous ne savons pas pourquoi les deux nombres diffèrent. « RIA31 » n'est pas le règlement européen sur l'IA.)

Chaque carnet vous demandera : *qu'est-ce que le référentiel aurait exigé, et quelle preuve demander ?* Nous n'avons pas pu lire son texte entier :
la grille du cours a sa forme, et **chaque fiche dit ce qui vient de l'INR, ce qui est rapporté par un tiers, et ce qui est de nous**. Le texte qui fait foi est sur le [site officiel du RIA31](https://ref-ia.isit-europe.org/).

### Un exemple de critère
"""

# %% tags=["montre"]
carte("STR-2_01")

# %% [markdown]
r"""
« Reliés aux objectifs de développement durable » : suivez le lien de cette fiche jusqu'au bout. Le critère demande **qui répond** des données. L'objectif 16 demande des institutions
responsables et transparentes (cible 16.6). Une mairie où personne ne répond d'un fichier d'habitants répond « non » au critère : c'est l'objectif 16 qu'elle manque, et ce sont ces habitants
qui n'auront personne à qui écrire. L'INR raconte une collectivité qui répond « oui » : une personne experte y valide la première réponse à chaque question, avant qu'elle entre dans la base de l'assistant.

### Un exemple de recommandation

Une recommandation réunit plusieurs critères. De celle-ci, seul le thème est rapporté ; regardez le pied de la fiche.
"""

# %% tags=["montre"]
recommandation("CM-R-STR-3")

# %% [markdown]
r"""
## Votre numéro

Chaque carnet rejoue l'histoire avec un hasard qui vous est propre : les prénoms, les lignes et les chiffres seront les vôtres, la leçon sera la même.
Choisissez un nombre entier (pas votre date de naissance), ou tirez-le au hasard, dans le formulaire ; ou en Python : `choisir_numero("au hasard")`. Vous l'écrirez dans chaque carnet, à la place de 2026 :
la personne qui corrige retrouvera ainsi vos chiffres.
"""

# %%
choisir_numero(...)

# %% [markdown]
r"""
## Premier exercice

Dix demandes, trois guichets. Lisez-les, puis pariez : quel guichet refuse **le plus souvent** ?
"""

# %% tags=["montre"]
demandes = dix_demandes()
Tableau(demandes, legende="Dix demandes. Données synthétiques, personnes fictives.")

# %% tags=["montre"]
prevoir("accueil.guichet")

# %% [markdown]
r"""
### La part de refus de chaque guichet (non noté)

Écrivez `part_de_refus(demandes)` : pour chaque guichet, la part de ses demandes qui ont été refusées, entre 0 et 1. Par exemple, 1 refus sur 4 demandes : 0,25.

- **Sans code** : répondez dans le formulaire ; ou par `choisir(…)`, sous la réponse (`options("accueil.guichets")` montre les choix). Le même juge les lit.
- **Avec code** : `groupby` regroupe les lignes, `mean` fait la moyenne ; la moyenne d'une colonne de vrai et de faux est une part.

Tant que rien n'est écrit, le verdict dit « Non traité ». Essayez d'abord une réponse fausse : c'est sans risque, et vous verrez ce qu'il vous dit.
"""

# %% exercice="accueil.guichets" role="reponse"
def part_de_refus(demandes):
    """Pour chaque guichet, la part de ses demandes qui ont été refusées : un nombre entre 0 et 1."""
    ### BEGIN SOLUTION
    return (demandes["decision"] == "refuse").groupby(demandes["guichet"]).mean()
    ### END SOLUTION


# part_de_refus = choisir("accueil.guichets", calcul=...)

# %%
verifier("accueil.guichets", part_de_refus=part_de_refus)

# %% [markdown]
r"""
**Lire un verdict.** D'abord un mot : *non traité*, *à revoir* ou *réussi*. Puis une phrase qui dit qui est lésé, ce qui a été mesuré, et où regarder. Il juge ce que
votre réponse fait à des gens, pas la façon dont elle est écrite.

Sous le formulaire, des boutons ; ou en Python, dans une cellule de plus :

- « Un indice », ou `indice("accueil.guichets")` : trois indices, l'un après l'autre ; ils ne coûtent jamais de points ;
- « Essayer dans vingt autres mondes », ou `eprouver("accueil.guichets", part_de_refus=part_de_refus)` : votre réponse dans vingt villes, la pire d'abord ;
- « Le corrigé », ou `corrige("accueil.guichets")` : après une réussite ou trois indices, pour une personne qui travaille seule.
"""

# %%
devoiler("accueil.guichet", demandes)

# %% [markdown]
r"""
## À retenir

- On parie avant de regarder ; on dit qui est lésé avant de compter ; on compte avant de réparer.
- Un nombre ne dit rien sans le nombre de personnes auquel il se rapporte.
- Dans les carnets suivants, la cellule qui suit votre réponse est verrouillée et s'appelle `noter` : c'est le même juge, et ses points comptent.
- Votre travail est dans le carnet : **Ctrl+S** l'enregistre. Sur Binder, une session qui se ferme efface tout : avant de partir, « Sauvegarder mon travail », dans « Plus » (ou `sauvegarder()`), met tout dans un fichier à télécharger ; « Reprendre » (ou `reprendre()`) le remet en place.

La suite : `01_choix_ia`, « Le choix de l'IA » (dans le panneau de gauche, un clic sur le dossier, puis un double-clic sur le carnet).
"""

# %% [markdown]
r"""
## Pour aller plus loin

- Explorer toute la grille du cours, en Python : `from chatmairie import explorer`, puis `explorer()`.
- Un mot vous échappe ? Le glossaire est dans `guide/glossaire.md` (dossier du cours, à côté de `travail/`). Seul chez vous : `guide/autodidacte.md`.
- À plusieurs et sans ordinateur : `guide/jeu_de_roles.md`, un conseil municipal de 45 minutes. Gardez-le pour la fin : il raconte l'histoire entière.
"""
