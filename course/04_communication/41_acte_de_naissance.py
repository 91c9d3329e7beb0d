# %% [markdown]
r"""
# L'acte de naissance

**Le cadrage d'une fonctionnalité : un service qui marche peut-il marcher pour la mauvaise personne ?**

*Ce carnet parle d'un proche qui abuse d'informations intimes. Vous pouvez vous arrêter quand vous voulez.*

Une mairie fictive fait envoyer des actes de naissance par ChatMairie. Vous allez rejouer une année, dire qui a été lésé, demander moins, vérifier
mieux, et voir qui reste dehors. Données synthétiques, personnes fictives.
"""

# %% [markdown]
r"""
## Objectifs

À la fin de ce carnet, vous saurez :

- distinguer ce qu'une personne sait et qui elle est, et mesurer ce qu'un remède change à chaque attaquant ;
- trier les données d'un formulaire : à quoi chacune sert, qui l'a déjà, qui pourrait s'en servir ;
- choisir une voie, une preuve et une remise qui n'oublient personne ;
- régler un code contre les personnes qui le devinent, sans bloquer celles qui tapent lentement ;
- dire d'un risque à qui il arrive, ce qui le réduit, et qui en décide.
"""

# %% [markdown]
r"""
## Durée, prérequis, niveau

Environ 60 minutes (45 d'exercices, 15 de lecture ; estimation du cours), plus 25 minutes « pour aller plus loin ». Niveaux 1 à 3 (choisir, compléter trois lignes, écrire une fonction).
Il faut connaître les fonctions, les dictionnaires et les ensembles. Sinon,
**tous les exercices notés se font sans code** : un formulaire, sous l'énoncé, écrit la réponse pour vous. C'est le même juge que pour le code.

Les paris ne sont jamais notés. Les indices ne coûtent rien. Une cellule de note peut s'exécuter autant de fois que vous voulez.
"""

# %%
import matplotlib
import pandas as pd

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
from chatmairie.echecs.acte.mecanisme import comparer, hacher
from chatmairie.echecs.acte.rejeu import avec_un_code_de, rejouer
from chatmairie.echecs.acte.remedes import mesurer, rejouer_avec
from chatmairie.echecs.acte.scenes import l_acte_de_camille, le_dernier_ecran
from chatmairie.echecs.acte.vues import (
    figure_attaquants,
    figure_avant_apres,
    figure_dehors,
    manette_champs,
    manette_code,
    montrer_champs,
    montrer_collecte,
    montrer_defenses,
    montrer_etats,
    montrer_fiche,
    montrer_moyens,
    montrer_traces,
)
from chatmairie.echecs.commun.recit import criteres_appliques, le_maire_demande, purement_fortuite
from chatmairie.echecs.commun.ria31 import montrer_criteres
from chatmairie.echecs.commun.journal import montrer_journal

GRAINE = 2026  # votre numéro : un nombre entier positif, rien qu'à vous

sommaire("acte")

# %% [markdown]
r"""
## Ce qu'on voulait
"""

# %% tags=["montre"]
le_maire_demande("acte")

# %% [markdown]
r"""
« Un chatbot qui permette d'envoyer sur un espace sécurisé aux citoyens, leur acte de naissance, de manière simplifiée. »

Deux souhaits légitimes : **sécurisé**, et **simplifié**. On ne sacrifie pas l'un à l'autre : nous allons mesurer les deux.
"""

# %% [markdown]
r"""
## Avant de regarder

Le service compare ce que l'on tape (nom, prénom, date de naissance, numéro) à ce que la mairie sait, puis affiche un code. Pariez, puis regardez.
Répondez dans le formulaire ; ou en Python : `prevoir("acte.combien", 12)`, `prevoir("acte.qui_dehors", "…")`.
"""

# %% tags=["montre"]
prevoir("acte.combien")

# %% tags=["montre"]
prevoir("acte.qui_dehors")

# %% [markdown]
r"""
## Ce qu'on a fait

À partir de ce que l'usager écrit, ChatMairie doit valider son identité et lui envoyer un acte de naissance
« avec un code unique fourni dans le chat et validé avec son numéro de téléphone ».

La cellule suivante rejoue l'année 2025 : 2 000 demandes passent une à une par le service. Voici comment elles finissent.
"""

# %% tags=["montre"]
rejeu = rejouer(GRAINE)
montrer_etats(rejeu)

# %% [markdown]
r"""
Une de ces demandes, mot à mot. Camille n'a rien demandé cette année-là.
"""

# %% tags=["montre"]
l_acte_de_camille(rejeu)

# %% [markdown]
r"""
Et ce qui reste derrière, pour tout le monde : la boîte d'envoi et le journal technique. Tout y est lisible.
"""

# %% tags=["montre"]
montrer_traces(rejeu)

# %% [markdown]
r"""
## Ce qu'on a obtenu

« Un service qui marche. » Les administrés peuvent recevoir par mail leur acte de naissance … « en donnant du coup un certain nombre d'infos perso dont date de naissance, tel, mail ».

« Oui mais … »

Avant tout chiffre, lisez ce que des gens ont dit. Tout n'y est pas un tort. `montrer_journal(rejeu, "courrier")` montre une source en entier.
"""

# %% tags=["montre"]
montrer_journal(rejeu, lignes=4)

# %% [markdown]
r"""
### Exercice 1 : qui est lésé ? (2 points, à remplir)

Nommez au moins trois personnes lésées, différentes, **dont une qui n'avait rien demandé**. Pour chacune : `"qui"`, comme dans le journal ; `"preuve"`, le numéro de la ligne qui
le montre ; `"perd"`, un de ces mots :

- `"papiers"` : la maîtrise de ses papiers et de son identité ;
- `"intimite"` : ce que d'autres n'avaient pas à savoir de sa vie ;
- `"acte"` : un acte auquel on avait droit, refusé ou arrivé trop tard ;
- `"temps"` : du temps à soi : une matinée, une soirée, une attente ;
- `"autonomie"` : faire seul ce que les autres font seuls ;
- `"travail_bien_fait"` : pouvoir faire correctement son travail.

Les numéros de ligne dépendent de votre `GRAINE` : ceux du voisin ne montrent rien chez vous.
"""

# %% exercice="acte.personnes" role="reponse"
PERSONNES = (
    ### BEGIN SOLUTION
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "Camille", "perd": "papiers", "preuve": "J-0839"},
            {"qui": "Karim", "perd": "temps", "preuve": "J-0075"},
            {"qui": "Ingrid, officière d'état civil", "perd": "travail_bien_fait", "preuve": "J-0398"},
        ],
    }
    ### END SOLUTION
)
# PERSONNES = {"graine": GRAINE, "personnes": [
#     {"qui": "à compléter", "perd": "papiers", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "papiers", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "papiers", "preuve": "J-0000"},
# ]}

# %% exercice="acte.personnes" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("acte.personnes", PERSONNES=PERSONNES, sujets=sujets)

# %% [markdown]
r"""
Maintenant, les chiffres. D'un côté, ceux qui ont obtenu l'acte d'un autre ; de l'autre, ceux qui n'ont pas obtenu le leur.
"""

# %% tags=["montre"]
figure_attaquants(rejeu)

# %%
devoiler("acte.combien", rejeu)

# %% tags=["montre"]
figure_dehors(rejeu)

# %%
devoiler("acte.qui_dehors", rejeu)

# %% [markdown]
r"""
## Diagnostic

Le service vérifie ce que l'on **sait**. Or quelqu'un qui connaît vos proches le sait aussi, et des fichiers volés en vendent la liste. Le code, lui, s'affiche
dans le chat et se retape dans le chat : il prouve que quelqu'un sait lire.

Deux remèdes auxquels tout le monde pense. Suffiront-ils ?
"""

# %% tags=["montre"]
prevoir("acte.code_plus_long")

# %% tags=["montre"]
prevoir("acte.questions")

# %% tags=["montre"]
mesures = mesurer(GRAINE)
montrer_defenses(mesures)

# %%
devoiler("acte.code_plus_long", rejeu.deroule, avec_un_code_de(GRAINE, 8))  # la même année, rejouée avec 8 chiffres

# %%
devoiler("acte.questions", mesures)

# %% [markdown]
r"""
Les noms des parents, c'est la règle nationale elle-même : les connaître suffit, « aucun texte n'impose » une pièce d'identité (réponse du ministre de la justice,
31 août 2006). Elle supposait que ces noms restent dans les familles. Devant des fichiers volés, elle ne vérifie plus rien.

« Plus de questions » a un autre prix : tout ce qui est demandé reste. Voici ce qui est gardé sur 2 000 personnes ; elles voulaient un papier.
"""

# %% tags=["montre"]
montrer_collecte(rejeu)

# %% [markdown]
r"""
## Ce qu'on aurait pu faire : et pour notre projet ?

Sur l'acte de naissance, le support n'en dit rien ; voici la proposition du cours. D'abord la règle : lisez-la ; inutile de l'apprendre.

**La règle.** Une mairie ne demande que les données nécessaires (RGPD, article 5), et pas celles que l'administration détient déjà (code des relations entre le public et l'administration, L114-8).

**Pour vous.** La première question est « à quoi servira l'acte ? » : souvent, il n'y a rien à demander.

À faire valider par votre DPO, votre officier d'état civil et votre service juridique.
"""

# %% tags=["montre"]
montrer_fiche()

# %% tags=["montre"]
montrer_criteres("acte.ria31")

# %% [markdown]
r"""
### Exercice 2 : ce que le référentiel aurait demandé (3 points, à remplir)

Choisissez **trois** critères parmi les douze (quatre n'ont rien à voir avec cette histoire). Pour chacun : la `"phrase"` du récit qui l'enfreint,
la `"personne"` lésée, et la `"preuve"` que vous demanderiez. Les codes sont dans le tableau ci-dessus.
"""

# %% exercice="acte.ria31" role="reponse"
RIA31 = (
    ### BEGIN SOLUTION
    [
        {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
        {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "table_champs"},
        {"critere": "CM-UX-03", "phrase": "R7", "personne": "sans_smartphone", "preuve": "autre_voie"},
    ]
    ### END SOLUTION
)
# RIA31 = [
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
# ]

# %% exercice="acte.ria31" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("acte.ria31", RIA31=RIA31, sujets=sujets)

# %% [markdown]
r"""
### Exercice 3 : ne demander que ce qui sert (4 points ; critère CM-CAD-05)

Voici les douze champs que le service demandait à tout le monde.
"""

# %% tags=["montre"]
montrer_champs()

# %% tags=["montre"]
manette_champs(GRAINE)

# %% [markdown]
r"""
Écrivez `champs_necessaires(demande)`, qui rend l'**ensemble** des champs à demander pour cette demande-là, d'après la fiche. Par exemple, pour un extrait sans filiation
qui part par courrier : `{"nom", "prenoms", "date_naissance", "adresse"}`. Un ensemble vide s'écrit `set()`.

Les clés de `demande` : `"besoin_d_un_acte"` (vrai ou faux, selon l'usage déjà choisi dans une liste), `"acte"`, `"lien"` (`"la personne elle-même"`, `"enfant"`…),
`"identification"` (`"FranceConnect+"` ou `"aucune"`), `"remise"` (`"courrier"`, ou `"espace sécurisé"` : il faut alors prévenir), `"contact"` (celui que la personne a choisi), `"usage"`.
"""

# %% tags=["montre"]
pd.DataFrame(sujet_public("acte.minimiser")["demandes"]).head(5)  # pour essayer

# %% exercice="acte.minimiser" role="reponse"
def champs_necessaires(demande):
    """L'ensemble des champs à demander : set(), ou {"nom", …}."""
    ### BEGIN SOLUTION
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})
    ### END SOLUTION


# champs_necessaires = choisir(
#     "acte.minimiser",
#     pas_besoin=...,
#     toujours=[...],
#     avec_filiation=[...],
#     par_courrier=[...],
#     en_ligne=[...],
#     franceconnect_plus=...,
# )

# %% exercice="acte.minimiser" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("acte.minimiser", champs_necessaires=champs_necessaires, sujets=sujets)

# %% [markdown]
r"""
### Exercice 4 : qui peut avoir quoi, et comment (5 points ; critère CM-CAD-08)

Écrivez `politique(demande)`, qui rend un dictionnaire :

- `"voie"` : `"en_ligne"`, `"guichet"`, `"courrier"`, `"pas_besoin"` ou `"refus"` ;
- `"identification"` : `"aucune"`, ou un des moyens de `demande["moyens"]` ;
- `"remise"` : `"espace_securise"`, `"courrier"`, `"guichet"`, `"courriel"`, `"chat"` ou `"aucune"` ;
- `"signe"` : `"officier"` ou `"chatmairie"` ; `"prevenir"` : `"moyen_verifie"`, `"contact_tape"` ou `"personne"` ;
- `"motif"` : la phrase que l'on dit à la personne.

La voie dit où donner la preuve demandée : le tableau ci-dessous le dit, preuve par preuve.
Le lien que dit la personne ne change pas la preuve à demander : l'officier d'état civil le vérifie avant de signer (hypothèse du cours).

La fiche de cette mairie est dans `demande["fiche"]` : deux listes, `"sans_acte"` (usages) et `"ayants_droit"` (liens). Votre fonction servira dans une autre mairie, où elles diffèrent.
"""

# %% tags=["montre"]
montrer_moyens()

# %% tags=["montre"]
essai_4 = sujet_public("acte.politique")["demandes"]  # pour essayer : des demandes honnêtes, et d'autres
essai_4[1]

# %% exercice="acte.politique" role="reponse"
def politique(demande):
    """{"voie": …, "identification": …, "remise": …, "signe": …, "prevenir": …, "motif": …}"""
    ### BEGIN SOLUTION
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}
    ### END SOLUTION


# politique = choisir(
#     "acte.politique",
#     usage_sans_acte=...,
#     extrait_sans_filiation=...,
#     lien_sans_droit=...,
#     preuves_acceptees=[...],
#     remise=...,
#     signe=...,
#     prevenir=...,
# )

# %% exercice="acte.politique" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("acte.politique", politique=politique, sujets=sujets)

# %% [markdown]
r"""
### Exercice 5 : régler un code (3 points, à remplir ; critère CM-SOC-06)

Un code peut garder la porte de l'espace sécurisé : il vient après l'identification, il ne la remplace pas. Cherchez un réglage qui arrête les personnes qui devinent le code, et celles
qui le reçoivent ou le lisent à la place du titulaire. Il ne doit pas bloquer celles qui tapent lentement. Sur dix personnes, la mairie n'a vérifié un contact que pour sept : les autres, dont certaines vivent
à l'étranger, passent par l'autre voie.
"""

# %% tags=["montre"]
manette_code(GRAINE)

# %% [markdown]
r"""
Remplissez `REGLAGE_CODE` : `"longueur"` (chiffres), `"essais"`, `"duree_min"` (minutes), `"envoye_a"` (`"chat"`, `"numero_tape"` ou `"contact_verifie"`),
`"lie_a"` (`"session"` ou `"demande"` : à quoi l'on attache le compte des essais), `"prolonger"` (`True` : la personne peut demander du temps, ou `False`),
`"autre_voie"` (`"aucune"`, `"guichet"` ou `"guichet_et_courrier"`). Le modèle donné en Python est le réglage du service naïf.
"""

# %% exercice="acte.regler_code" role="reponse"
REGLAGE_CODE = (
    ### BEGIN SOLUTION
    {
        "longueur": 6,
        "essais": 5,
        "duree_min": 10,
        "envoye_a": "contact_verifie",
        "lie_a": "demande",
        "prolonger": True,
        "autre_voie": "guichet_et_courrier",
    }
    ### END SOLUTION
)
# REGLAGE_CODE = {
#     "longueur": 4, "essais": 3, "duree_min": 1, "envoye_a": "chat",
#     "lie_a": "session", "prolonger": False, "autre_voie": "aucune",
# }

# %% exercice="acte.regler_code" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("acte.regler_code", REGLAGE_CODE=REGLAGE_CODE, sujets=sujets)

# %% [markdown]
r"""
## Rejouons

La même année, les mêmes 2 000 demandes, avec **vos** réponses. Qui obtient l'acte d'un autre ? Qui reste dehors ? Est-ce plus simple ?
"""

# %%
reprise = rejouer_avec(
    GRAINE,
    champs_necessaires=champs_necessaires,
    politique=politique,
    REGLAGE_CODE=REGLAGE_CODE,
)
figure_avant_apres(reprise)

# %%
criteres_appliques("acte", reprise)

# %% tags=["montre"]
purement_fortuite("acte")

# %% [markdown]
r"""
Votre réponse tient-elle ailleurs ? `eprouver("acte.politique", politique=politique)` la rejoue dans vingt mondes, le pire d'abord.

Complétez enfin le tableau du référentiel : pour chacun de vos trois critères, quel résultat de ce carnet sert maintenant de preuve ?
"""

# %%
completer("acte.ria31", {"votre premier critère": ..., "votre deuxième critère": ..., "votre troisième critère": ...})

# %% [markdown]
r"""
## À deux, trois minutes

« Combien d'honnêtes gens a-t-on le droit de gêner pour arrêter un voleur ? »

Chacun défend un côté, puis on échange. Seul devant l'écran : écrivez la réponse de quelqu'un qui n'est pas de votre avis.
"""

# %% [markdown] exercice="acte.ouverte" role="question"
r"""
## Question ouverte

**Trois risques, trois lignes (150 mots au plus, 3 points).** Pour chaque ligne : une **personne** et un dommage précis ; une **mesure** qui réduit ce dommage-là, et **qui la décide**
(le maire, responsable de traitement, après avis du DPO ; l'officier d'état civil…). La première ligne cite un chiffre de **votre** rejeu ; la deuxième parle de quelqu'un qui n'est pas l'usager.
"""

# %% [markdown] exercice="acte.ouverte" role="ouverte"
r"""
### BEGIN SOLUTION
1. Rayan, qui écoute son écran, est bloqué par un code d'une minute, comme 32 autres personnes dans mon rejeu ; il n'a pas son acte. Mesure : dix minutes, du temps en plus à la demande, et le guichet ; le maire décide, après avis du DPO.

2. Camille n'a rien demandé, et son acte est chez quelqu'un qui connaît ses proches : un crédit peut s'ouvrir à son nom. Mesure : FranceConnect+, guichet ou courrier seulement, et un message à un contact déjà vérifié ; l'officière d'état civil décide.

3. Une personne qui adopte l'a écrit dans le chat, et un prestataire l'a lu. Mesure : ne plus demander pourquoi, effacer les conversations au bout de trente jours ; le maire décide, après avis du DPO.
### END SOLUTION
"""

# %%
relire("acte.ouverte")

# %% [markdown]
r"""
## À retenir

- Savoir n'est pas être : ce que vous savez de vous, d'autres le savent.
- Un code prouve seulement que l'on tient ce à quoi il a été envoyé.
- Une donnée que l'on ne demande pas ne peut être ni volée, ni réutilisée.
- Souvent, la bonne réponse est : « pas besoin d'acte ».
- Un service sûr qui laisse dehors ceux qui y ont droit n'est pas sûr : il est fermé.
"""

# %% [markdown]
r"""
## Et pour votre projet ?

Trois lignes, gardées pour le bilan et jamais notées : où ce risque existe-t-il chez vous ? Qui le saurait en premier ? Que lui demanderez-vous demain ?
"""

# %%
pour_votre_projet("acte", ..., ..., ...)

# %%
le_dernier_ecran(reprise)

# %% [markdown]
r"""
## Pour aller plus loin

**En plus.** Ce qui suit ne compte pas dans les 20 points. Le juge est le même ; prenez ce qui vous intéresse.
"""

# %% [markdown]
r"""
### Exercice en plus : prévenir sans rien dire, noter sans rien garder (1 point, en plus des 20 ; critère CM-UI-05)

- `notifier(evenement)` rend le texte du message (SMS ou courriel) : rien de personnel, rien de faux, et `evenement["lien_espace"]` pour lire la suite ;
- `journaliser(evenement)` rend la ligne du journal technique : un dictionnaire avec `"demande_id"`, `"type"`, `"date"` et `"jours_de_garde"` (400 au plus, choix du cours).

Le juge compare deux personnes : quand seule la personne change, le message et la ligne ne changent pas. Ils ne changent pas non plus d'une fois à l'autre.
Le message ne dit pas non plus si la personne existe : essayer des noms ne doit rien apprendre. Le rejeu du carnet prenait un message et une ligne tout faits ; la dernière cellule prend les vôtres.
"""

# %% tags=["montre"]
sujet_public("acte.notifier")["evenements"][0]  # pour essayer : un événement, avec tout ce que le service sait

# %% exercice="acte.notifier" role="reponse"
def notifier(evenement):
    """Le texte du message."""
    ### BEGIN SOLUTION
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"
    ### END SOLUTION


def journaliser(evenement):
    """La ligne du journal technique : un dictionnaire."""
    ### BEGIN SOLUTION
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}
    ### END SOLUTION


# notifier, journaliser = choisir(
#     "acte.notifier",
#     message=...,
#     journal=[...],
#     garde=...,
# )

# %%
verifier("acte.notifier", notifier=notifier, journaliser=journaliser)

# %%
figure_avant_apres(
    rejouer_avec(
        GRAINE,
        champs_necessaires=champs_necessaires,
        politique=politique,
        REGLAGE_CODE=REGLAGE_CODE,
        notifier=notifier,
        journaliser=journaliser,
    )
)

# %% [markdown]
r"""
### Exercice en plus : écrire le code, et le faire attaquer (3 points, en plus des 20 ; critère CM-SOC-06)

Complétez `CodeUnique`. `horloge()` donne l'heure en secondes. `emettre(contact)` rend un code neuf, un texte d'au moins six chiffres, et remplace l'ancien ; `verifier(contact, code, session)` rend
vrai une fois, à temps, pour ce contact et ce code. Un code vit cinq minutes au moins et une heure au plus, et permet trois essais au moins et vingt au plus, d'où qu'ils viennent.
Votre classe recevra des rejeux, cent fenêtres, n'importe quel texte, une horloge qui avance, un hasard que l'on connaît, et des gens lents et maladroits. Elle ne garde ni le code, ni une empreinte faite sans sel, ou avec un sel qui sert à plusieurs codes.

Donnés : `comparer(a, b)` (en un temps qui ne dit rien) et `hacher(code, sel)` (une empreinte). Le module `secrets` tire un hasard que l'on ne prévoit pas.
"""

# %% exercice="acte.code" role="reponse"
import secrets


class CodeUnique:
    """Un code à usage unique par contact."""

    def __init__(self, horloge):
        """horloge() donne l'heure, en secondes."""
        ### BEGIN SOLUTION
        self.horloge, self.codes = horloge, {}
        ### END SOLUTION

    def emettre(self, contact):
        """Un code neuf pour ce contact : un texte de six chiffres au moins."""
        ### BEGIN SOLUTION
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code
        ### END SOLUTION

    def verifier(self, contact, code, session):
        """True une fois, à temps, pour ce contact et ce code ; False sinon."""
        ### BEGIN SOLUTION
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True
        ### END SOLUTION


# %%
verifier("acte.code", CodeUnique=CodeUnique)

# %% [markdown]
r"""
Le droit vu dans ce carnet (droit vérifié le 30 novembre 2026 pour les lignes marquées « relu », le 22 novembre pour le reste ; sources et degré de certitude dans `referential/droit.yaml`, articles à relire avant usage) :

- Code civil, article 101-1 ; décret 2017-890, article 29 (relu) : ni demande par courriel, ni envoi autrement que par la poste ou au guichet (réponse du ministre de la justice à la question 5111, 26 août 2025). Le conseil 20202302 de la CADA (24 septembre 2020), plus souple, porte sur un acte de décès, ouvert à tous.
- Décret 2017-890, article 30 (relu) : qui peut avoir quoi. La page nationale (service-public.fr, F1427) y compte le partenaire de PACS, des communes non : **à vérifier** auprès de votre officier d'état civil. Noms des parents : réponse du ministre au Sénat, 31 août 2006 (SEQ060322108), donnée sous un décret abrogé depuis, **à relire**.
- RGPD, articles 5, 25 et 32 ; 33 et 34 (violation de données). Code des relations entre le public et l'administration, article L114-8.
- Règlement eIDAS 910/2014, article 8 : FranceConnect est de niveau faible, FranceConnect+ substantiel ou élevé. CNIL, délibération 2025-019 : un code reçu par courriel ne fait pas un second facteur.
- Code pénal, articles 226-4-1 (usurpation d'identité) et 441-6.
"""

# %% [markdown]
r"""
Le fichier de ces 2 000 personnes existe toujours. Le carnet suivant, sur la campagne culturelle, s'ouvre dessus.
"""

# %%
progression("acte")  # progression() : tout le cours
