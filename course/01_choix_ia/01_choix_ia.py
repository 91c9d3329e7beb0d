# %% [markdown]
r"""
# Le choix de l'IA

**Comment choisir un prestataire quand on ne sait pas faire soi-même, et comment savoir à temps que l'on s'est trompé ?**

Une mairie fictive achète un assistant, ChatMairie. Vous allez rejouer son choix et l'ouverture du service, dire qui a été lésé,
choisir autrement, et écrire quand il faudra arrêter. Données synthétiques, personnes et entreprises fictives.
"""

# %% [markdown]
r"""
## Objectifs

À la fin de ce carnet, vous saurez :

- dire pourquoi le prix seul, ou la renommée seule, choisit mal, et ce que coûte un mauvais choix ;
- écrire des exigences qui protègent des personnes, avec une raison pour chaque candidat écarté ;
- donner des poids à des critères, et les juger sur ce qu'ils font payer ;
- écrire, avant l'ouverture, une condition d'arrêt qui voit le public le moins bien servi ;
- résumer tout cela à un maire.
"""

# %% [markdown]
r"""
## Durée, prérequis, niveau

Environ 58 minutes (46 d'exercices, 12 de lecture ; estimation du cours), plus 20 minutes « pour aller plus loin ». Niveaux 1 et 2 (lire et choisir, compléter trois lignes).
**Tous les exercices se font sans code** : un formulaire, sous l'énoncé, écrit la réponse pour vous. C'est le même juge que pour le code.

Les paris ne sont jamais notés. Les indices ne coûtent rien. Une cellule de note peut s'exécuter autant de fois que vous voulez.
"""

# %%
import matplotlib
import numpy as np
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
from chatmairie.echecs.choix_ia.vues import (
    dessiner_l_affiche,
    figure_avant_apres,
    figure_publics,
    figure_service,
    manette_arret,
    manette_lien,
    manette_poids,
    montrer_couts,
    montrer_frugalite,
    montrer_indicateurs,
    montrer_offres,
    montrer_publics,
    montrer_reglement,
    montrer_un_besoin,
)
from chatmairie.echecs.choix_ia.frugalite import mesurer_les_solutions, mesures_enregistrees
from chatmairie.echecs.choix_ia.remedes import rejouer_avec
from chatmairie.echecs.choix_ia.scenes import jour_apres_jour, le_dernier_ecran
from chatmairie.echecs.choix_ia.monde import PLANCHER
from chatmairie.echecs.choix_ia.mecanisme import classer
from chatmairie.echecs.choix_ia.rejeu import rejouer
from chatmairie.echecs.commun.recit import criteres_appliques, le_maire_demande, purement_fortuite
from chatmairie.echecs.commun.ria31 import montrer_criteres
from chatmairie.echecs.commun.journal import montrer_journal

GRAINE = 2026  # votre numéro : un nombre entier positif, rien qu'à vous

sommaire("choix_ia")

# %% [markdown]
r"""
## Ce qu'on voulait
"""

# %% tags=["montre"]
le_maire_demande("choix_ia")

# %% [markdown]
r"""
« Un spécialiste de l'IA, à la Mairie on ne sait pas faire ! »

Le souhait est juste : personne ne sait tout faire. Encore faut-il qu'il reste quelque chose à la mairie après le contrat :
des agents formés, et la possibilité de changer de prestataire. La mairie reçoit cinq offres.
"""

# %% tags=["montre"]
rejeu = rejouer(GRAINE)
montrer_offres(rejeu.offres)

# %% [markdown]
r"""
## Avant de regarder

Pariez, puis regardez. Répondez dans le formulaire ; ou en Python : `prevoir("choix_ia.combien", 12)`, `prevoir("choix_ia.quand", "…")`.
"""

# %% tags=["montre"]
prevoir("choix_ia.combien")

# %% tags=["montre"]
prevoir("choix_ia.quand")

# %% [markdown]
r"""
Quelqu'un propose déjà une règle pour arrêter à temps : « si la satisfaction moyenne passe sous 6 sur 10 ».
"""

# %% tags=["montre"]
prevoir("choix_ia.satisfaction")

# %% [markdown]
r"""
## Ce qu'on a fait

« On a trouvé le spécialiste de l'IA parfait !! »

« Le moins cher. »

« Il vient de se faire connaître sur TikTok … quelqu'un en phase avec son temps. Il a lancé la tendance des vidéos générées par IA de chats qui font les jeux olympiques. »

« C'est sûr … il s'y connaît ! »
"""

# %% tags=["montre"]
dessiner_l_affiche()

# %% [markdown]
r"""
Faire rire deux millions de personnes est un vrai métier. La mairie en cherchait un autre, et il manquait ici des **preuves de compétence**.
Un prix plus élevé n'en serait pas une.

La règle du maire : le moins cher ; à prix égal, le plus suivi.
"""

# %% tags=["montre"]
print(rejeu.gagnant)

# %% [markdown]
r"""
## Ce qu'on a obtenu

« Une catastrophe … Il ne s'intéresse pas aux besoins, à l'éthique, ou à l'inclusion ! »

« Pas de cadrage, une conception qui ne répond pas aux besoins et une réalisation qu'il faut retirer du site de la Mairie et VIIIIITE ! »

Le service ouvre. Voici l'écran que le maire regarde chaque matin, avec votre numéro. Continuez tant que vous êtes tranquille.
"""

# %% tags=["montre"]
jour_apres_jour(rejeu)

# %% [markdown]
r"""
« Ne répond pas aux besoins » : en voici un, tiré de votre rejeu.
"""

# %% tags=["montre"]
montrer_un_besoin(rejeu)

# %% [markdown]
r"""
Avant tout chiffre, lisez ce qui est arrivé à d'autres gens. `montrer_journal(rejeu, "guichet")` montre une source en entier. Tout n'y est pas un tort.
"""

# %% tags=["montre"]
montrer_journal(rejeu)

# %% [markdown]
r"""
### Exercice 1 : qui est lésé ? (2 points, à remplir)

Nommez au moins trois personnes lésées, différentes, **dont une qui n'avait rien demandé au service**. Pour chacune : `"qui"`, comme dans le journal ; `"preuve"`, le numéro de la ligne qui
le montre ; `"perd"`, un de ces mots :

- `"droit"` : une aide, une place ou une démarche à laquelle on avait droit ;
- `"temps"` : du temps à soi : une matinée, une soirée, une attente ;
- `"argent"` : de l'argent, du salaire ;
- `"autonomie"` : faire seul ce que les autres font seuls ;
- `"travail_bien_fait"` : pouvoir faire correctement son travail.

Les numéros de ligne dépendent de votre `GRAINE` : ceux du voisin ne montrent rien chez vous.
"""

# %% exercice="choix_ia.personnes" role="reponse"
PERSONNES = (
    ### BEGIN SOLUTION
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]}
            for ligne, perte in (
                (rejeu.journal[rejeu.journal["personne"].eq("Rayan")].iloc[0], "autonomie"),
                (rejeu.journal[rejeu.journal["personne"].eq("Karim")].iloc[0], "temps"),
                (rejeu.journal[rejeu.journal["source"].eq("feuille d'heures")].iloc[0], "travail_bien_fait"),
            )
        ],
    }
    ### END SOLUTION
)
# PERSONNES = {"graine": GRAINE, "personnes": [
#     {"qui": "à compléter", "perd": "temps", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "temps", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "temps", "preuve": "J-0000"},
# ]}

# %% exercice="choix_ia.personnes" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("choix_ia.personnes", PERSONNES=PERSONNES, sujets=sujets)

# %% [markdown]
r"""
Maintenant, les chiffres. Combien de personnes avant que quelqu'un s'en aperçoive ?

Ce que ce rejeu suppose (hypothèses du cours) : sur cent échecs, six deviennent une plainte écrite chez les petits commerces, une ou moins chez celles et ceux qui ne peuvent pas du tout s'en servir ;
une plainte arrive une à trois semaines plus tard ; le maire retire le service à la quarantième.
"""

# %% tags=["montre"]
figure_service(rejeu)

# %%
devoiler("choix_ia.quand", rejeu)

# %% tags=["montre"]
figure_publics(rejeu)

# %%
devoiler("choix_ia.combien", rejeu)

# %% [markdown]
r"""
## Diagnostic

Chaque service retiré se paie deux fois : la crise et le rachat. Ici, un retrait coûte 150 k€, et il est d'autant plus probable que la qualité est basse.
**Le prix et la qualité sont liés ici par hypothèse du cours** ; la qualité, la mairie ne la voyait pas.
"""

# %% tags=["montre"]
montrer_couts(rejeu)

# %% [markdown]
r"""
Changez le poids du prix, ajoutez des planchers, faites compter les abonnés : qui gagne, qui reste sans réponse, combien paie-t-on à la fin ?
"""

# %% tags=["montre"]
manette_poids()

# %% [markdown]
r"""
« Vous avez supposé que le cher est bon ! » L'objection est juste. Amenez ce lien à zéro, puis retirez le candidat très suivi et sans expérience (lui aussi est une hypothèse) :
que devient chaque façon de choisir, sur quatre-vingts mairies ?
"""

# %% tags=["montre"]
manette_lien()

# %% [markdown]
r"""
## Ce qu'on aurait pu faire : et pour notre projet ?

**La règle.** Le besoin s'écrit avant l'achat. Pour 50 k€, aucune procédure n'est imposée : le seuil est de 60 000 € hors taxes depuis le 1er avril 2026. Ici, la mairie a choisi de consulter.
Qui consulte publie ses critères à l'avance, tous liés à l'objet du marché ; depuis le 21 août 2026, l'un au moins porte sur l'environnement
(code de la commande publique, articles L2111-1, R2122-8, L2152-7 et R2152-7 ; à vérifier avant usage). L'accessibilité est une obligation, pas un bonus (loi du 11 février 2005, article 47).

**Pour vous.** « Le moins cher » ne suffit pas comme règle ; « le plus connu », « d'ici » ou « coup de cœur du maire » n'en sont pas.

À faire valider par votre service des marchés et votre DPO.
"""

# %% tags=["montre"]
montrer_criteres("choix_ia.ria31")

# %% [markdown]
r"""
### Exercice 2 : ce que le référentiel aurait demandé (3 points, à remplir)

Choisissez **trois** critères parmi les douze (quatre n'ont rien à voir avec cette histoire). Pour chacun : la `"phrase"` du récit qui l'enfreint,
la `"personne"` lésée, et la `"preuve"` que vous demanderiez. Les codes sont dans les tableaux ci-dessus.
"""

# %% exercice="choix_ia.ria31" role="reponse"
RIA31 = (
    ### BEGIN SOLUTION
    [
        {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
        {"critere": "CM-STR-06", "phrase": "R1", "personne": "contribuable", "preuve": "cout_complet"},
        {"critere": "CM-UX-03", "phrase": "R7", "personne": "sans_ecran", "preuve": "autre_voie"},
    ]
    ### END SOLUTION
)
# RIA31 = [
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
# ]

# %% exercice="choix_ia.ria31" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("choix_ia.ria31", RIA31=RIA31, sujets=sujets)

# %% [markdown]
r"""
### Exercice 3 : qui peut concourir ? (4 points ; critère CM-STR-06)

Voici le règlement que la mairie aurait pu publier. Écrivez `eliminer(offres)`, qui rend **toutes** les offres avec deux colonnes de plus :

- `statut` : `"admise"`, `"eliminee"`, ou `"a_completer"` quand la note d'un plancher manque (une pièce à redemander) ;
- `raison` : une phrase courte pour chaque offre qui n'est pas admise, un texte vide sinon. La phrase sera envoyée à l'entreprise : elle nomme l'exigence qui lui manque, à elle.

Les noms des colonnes sont dans le règlement ; celui du candidat est `nom`. `plan_reversibilite` vaut `True` ou `False` ; une note manquante est une case vide, que `pd.isna(…)` reconnaît.
Votre fonction servira à d'autres consultations, avec d'autres candidats. Une offre à la fois insuffisante et incomplète peut recevoir l'un ou l'autre statut. Il se peut que personne ne soit admis : on déclare alors la consultation « sans suite ».
"""

# %% tags=["montre"]
montrer_reglement()

# %% tags=["montre"]
offres = sujet_public("choix_ia.eliminer")["offres"]  # pour essayer : quatorze offres, deux pièces manquantes
montrer_offres(offres)

# %% exercice="choix_ia.eliminer" role="reponse"
def eliminer(offres):
    """Toutes les offres, avec `statut` et `raison`."""
    ### BEGIN SOLUTION
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1) & table["statut"].eq("admise")
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return table
    ### END SOLUTION


# eliminer = choisir(
#     "choix_ia.eliminer",
#     planchers=...,
#     piece_manquante=...,
#     transfert=...,
#     si_personne=...,
# )

# %% exercice="choix_ia.eliminer" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("choix_ia.eliminer", eliminer=eliminer, sujets=sujets)

# %% [markdown]
r"""
### Exercice 4 : donner un poids à chaque critère (4 points, à remplir ; critère CM-STR-06)

Parmi les offres admises, laquelle ? `classer(offres, PONDERATION)` note chaque critère sur 100, pondère, et range. Remplissez `PONDERATION` : des poids dont la somme fait 100.

- Les critères : `"prix"`, `"methodo"`, `"rgpd_ethique"`, `"accessibilite"`, `"environnement"`, `"references"`, `"transfert"` (ce qui reste à la mairie), `"abonnes_tiktok"`. Un critère absent compte zéro.
- La mairie a choisi de consulter : un critère au moins porte donc sur l'environnement (règle ci-dessus). Aucun autre poids n'a de limite.

Vos poids seront jugés sur leurs conséquences, dans des centaines de consultations, les planchers appliqués : le coût complet de qui gagne (prix et risque de retrait, 11,5 % de plus que le meilleur, au plus).
Les notes n'y disent pas toutes la même chose : l'offre la plus verte, ou la plus connue, n'y est ni meilleure, ni moins bonne qu'une autre. Dans d'autres mairies, il arrive que **l'offre la moins chère soit la meilleure** : une petite entreprise que personne ne connaît.
"""

# %% tags=["montre"]
classer(rejeu.offres, {"prix": 100})[["nom", "prix_k_eur", "note"]]  # changez les poids, et regardez

# %% exercice="choix_ia.ponderer" role="reponse"
PONDERATION = (
    ### BEGIN SOLUTION
    {"prix": 40, "methodo": 20, "rgpd_ethique": 15, "accessibilite": 15, "environnement": 10}
    ### END SOLUTION
)
# PONDERATION = {
#     "prix": 0,
#     "methodo": 0,
#     "rgpd_ethique": 0,
#     "accessibilite": 0,
#     "environnement": 0,
#     "references": 0,
#     "transfert": 0,
#     "abonnes_tiktok": 0,
# }

# %% exercice="choix_ia.ponderer" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("choix_ia.ponderer", PONDERATION=PONDERATION, sujets=sujets)

# %% [markdown]
r"""
### Avant d'ouvrir

Un bon choix peut mal tourner. Vous aviez parié sur une règle : « on arrêtera si la satisfaction moyenne passe sous 6 sur 10 ». Essayez-la, et d'autres.
"""

# %% tags=["montre"]
manette_arret(GRAINE)

# %%
devoiler("choix_ia.satisfaction", rejeu)

# %% tags=["montre"]
montrer_indicateurs(rejeu)

# %% [markdown]
r"""
### Exercice 5 : cadrer (4 points, à remplir ; critère CM-CAD-01)

Remplissez `CADRAGE` avec les codes du tableau :

- `"besoin"` : à quoi sert le service ;
- `"publics"` : trois au moins, **dont un sans écran** ;
- `"indicateurs"` : un indicateur et son seuil d'alerte ; l'alerte vient avant l'arrêt, et se lit sur la moyenne ou sur le pire public ;
- `"arret"` : un indicateur, lu sur `"pire_public"` ou sur la `"moyenne"`, un seuil, et un nombre de jours de suite.

Votre condition sera **rejouée**, dans cette mairie et dans d'autres, sur trois sortes de services. Ceux qui vont mal, un peu ou beaucoup : elle évite au moins les trois quarts des demandes perdues.
Soixante services sains : elle en éteint quatre à tort, au plus. Ceux qui n'oublient qu'un seul public, dont une demande sur deux échoue : cela se voit en trois semaines, quel que soit ce public.
La manette ci-dessus montre ce que fait une condition.
"""

# %% tags=["montre"]
montrer_publics()

# %% exercice="choix_ia.cadrer" role="reponse"
CADRAGE = (
    ### BEGIN SOLUTION
    {
        "besoin": "repondre",
        "publics": ["parents", "lecteur_ecran", "apprenants", "sans_ecran"],
        "indicateurs": {"echecs": 0.3},
        "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
    }
    ### END SOLUTION
)
# CADRAGE = {
#     "besoin": "...",
#     "publics": ["...", "...", "..."],
#     "indicateurs": {"...": 0.0},
#     "arret": {"indicateur": "...", "sur": "...", "seuil": 0.0, "jours": 0},
# }

# %% exercice="choix_ia.cadrer" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("choix_ia.cadrer", CADRAGE=CADRAGE, sujets=sujets)

# %% [markdown]
r"""
## Rejouons

La même consultation, le même service, avec **vos** réponses. Qui reste sans réponse ?
"""

# %%
reprise = rejouer_avec(GRAINE, eliminer=eliminer, PONDERATION=PONDERATION, CADRAGE=CADRAGE)
figure_avant_apres(reprise)

# %%
criteres_appliques("choix_ia", reprise)

# %% tags=["montre"]
purement_fortuite("choix_ia")

# %% [markdown]
r"""
Votre réponse tient-elle ailleurs ? `eprouver("choix_ia.cadrer", CADRAGE=CADRAGE)` la rejoue dans vingt mondes tirés au hasard, le pire d'abord.

Complétez enfin le tableau du référentiel : pour chacun de vos trois critères, quel résultat de ce carnet sert maintenant de preuve ?
"""

# %%
completer("choix_ia.ria31", {"votre premier critère": ..., "votre deuxième critère": ..., "votre troisième critère": ...})

# %% [markdown]
r"""
### Et si l'IA n'était pas nécessaire ?

Diriger une question d'habitant vers le bon service : trois solutions, mesurées pour de bon. Le plus gros modèle sera-t-il nettement plus exact ?
"""

# %% tags=["montre"]
prevoir("choix_ia.frugalite")

# %% tags=["montre"]
mesures = mesures_enregistrees()
montrer_frugalite(mesures)

# %%
devoiler("choix_ia.frugalite", mesures)

# %% [markdown]
r"""
## À deux, trois minutes

« Peut-on refuser l'offre la moins chère à des contribuables ? »

Chacun défend un côté, puis on échange. Seul devant l'écran : écrivez la réponse de quelqu'un qui n'est pas de votre avis.
"""

# %% [markdown] exercice="choix_ia.ouverte" role="question"
r"""
## Question ouverte

**Écrivez une note au maire (150 mots au plus, 3 points).** Que faut-il décider ? Appuyez-vous sur un chiffre de **votre** rejeu, nommez un public lésé et comment,
donnez la condition d'arrêt et qui décide, comparez avec une solution sans IA ou plus simple. Aucun mot de métier sans explication.
"""

# %% [markdown] exercice="choix_ia.ouverte" role="ouverte"
r"""
### BEGIN SOLUTION
Monsieur le Maire,

Je vous propose de retirer ChatMairie et de relancer la consultation avec quatre exigences publiées.

En 41 jours, 2 418 demandes sur 4 199 sont restées sans réponse. Les plus touchées sont les personnes qui lisent l'écran avec un lecteur d'écran
(un logiciel qui le dit à voix haute) : 224 demandes perdues sur 231, et aucune plainte.

Avant toute réouverture, écrivons quand arrêter : si, pour le public le moins bien servi, plus de trois demandes sur dix échouent pendant trois jours, la directrice de l'accueil
arrête le service, sans attendre.

Une solution sans IA existe : un formulaire à choix. Mesuré sur nos questions, il ne dirige bien qu'une question d'apprenant du français sur trois : je ne le retiens pas seul,
je le garde au guichet, avec le téléphone.
### END SOLUTION
"""

# %%
relire("choix_ia.ouverte")

# %% [markdown]
r"""
## À retenir

- Ce qui manquait : des preuves de compétence. Ni un prix élevé, ni la renommée n'en sont.
- Un plancher se vérifie note par note ; une case vide est une question ; « sans suite » est une réponse.
- Le moins cher à l'achat peut être le plus cher à la fin ; il peut aussi être le meilleur : on regarde l'offre.
- Ceux qui ne peuvent pas se servir du service ne se plaignent pas. On lit l'indicateur sur le public le moins bien servi.
- Une condition d'arrêt s'écrit avant l'ouverture, et se rejoue : sur un service malade **et** sur un service sain.
"""

# %% [markdown]
r"""
## Et pour votre projet ?

Trois lignes, gardées pour le bilan et jamais notées : où ce risque existe-t-il chez vous ? Qui le saurait en premier ? Que lui demanderez-vous demain ?
"""

# %%
pour_votre_projet("choix_ia", ..., ..., ...)

# %%
le_dernier_ecran(reprise)

# %% [markdown]
r"""
## Pour aller plus loin

**En plus.** Ce qui suit ne compte pas dans les 20 points. Le juge est le même ; prenez ce qui vous intéresse.
"""

# %% [markdown]
r"""
### Exercice en plus : demander qu'un prix très bas soit justifié (1 point, en plus des 20 ; critère CM-STR-06)

Un prix très bas n'est pas une faute : c'est une question à poser. Écrivez `offres_a_justifier(offres, estimation)`, qui rend la **liste des noms** à qui écrire ;
`estimation` est ce que la mairie pensait payer, en k€. Personne n'est rejeté d'office. Un prix seulement un peu plus bas que les autres (moins d'un quart sous l'estimation) ne se justifie pas.
"""

# %% tags=["montre"]
montrer_offres(sujet_public("choix_ia.alerter")["deux_basses"][["nom", "prix_k_eur"]])  # estimation : 50 k€

# %% exercice="choix_ia.alerter" role="reponse"
def offres_a_justifier(offres, estimation):
    """Les noms des candidats à qui demander de justifier leur prix (une liste)."""
    ### BEGIN SOLUTION
    return offres.loc[offres["prix_k_eur"] < 0.5 * estimation, "nom"].tolist()
    ### END SOLUTION


# offres_a_justifier = choisir(
#     "choix_ia.alerter",
#     comparer_a=...,
#     ecart=...,
# )

# %%
verifier("choix_ia.alerter", offres_a_justifier=offres_a_justifier)

# %% [markdown]
r"""
Les mesures des trois solutions, **chez vous** : `montrer_frugalite(mesurer_les_solutions(), "chez vous")`, une dizaine de secondes. Les durées changent d'une machine à l'autre ; l'ordre, rarement.
"""

# %%
# montrer_frugalite(mesurer_les_solutions(), "chez vous")

# %% [markdown]
r"""
### Exercice en plus : prendre la plus petite solution qui suffit (3 points, en plus des 20 ; critère CM-STR-02)

Écrivez `choisir_solution(mesures, besoin)`. `mesures` est une table comme celle de « Et si l'IA n'était pas nécessaire ? » (colonnes `solution`, `exactitude`, `pire_public`, `energie_wh_pour_1000`…),
`besoin` un dictionnaire `{"exactitude_min": …, "pire_public_min": …}`. Rendez le nom de la solution à prendre, ou `"aucune"`. La plus petite, ici, est celle qui consomme le moins d'énergie. Votre fonction servira dans douze autres villes.
"""

# %% exercice="choix_ia.frugalite" role="reponse"
def choisir_solution(mesures, besoin):
    """Le nom de la solution à prendre, ou "aucune"."""
    ### BEGIN SOLUTION
    suffit = (mesures["exactitude"] >= besoin["exactitude_min"]) & (mesures["pire_public"] >= besoin["pire_public_min"])
    if not suffit.any():
        return "aucune"
    return mesures[suffit].sort_values("energie_wh_pour_1000")["solution"].iloc[0]
    ### END SOLUTION


# choisir_solution = choisir("choix_ia.frugalite", facon=...)

# %%
verifier("choix_ia.frugalite", choisir_solution=choisir_solution)

# %% [markdown]
r"""
Le droit vu dans ce carnet (droit vérifié le 30 novembre 2026 pour les articles R2122-8 et R2152-7, le 22 novembre pour le reste ; sources et degré de certitude dans `referential/droit.yaml`, articles à relire avant usage) :

- Code de la commande publique : besoin défini avant la consultation (L2111-1) ; sous 60 000 € hors taxes, ni publicité ni mise en concurrence obligatoires (R2122-8, depuis le 1er avril 2026) ; dans une procédure à critères, plusieurs critères liés à l'objet du marché (L2152-7), dont un environnemental (R2152-7, depuis le 21 août 2026) ; prix anormalement bas : justifications d'abord (L2152-5, L2152-6, R2152-3 à R2152-5). Un simple écart de prix ne suffit pas.
- RGPD, article 28 : un sous-traitant qui présente des garanties suffisantes, et un contrat écrit. Loi du 11 février 2005, article 47 : accessibilité.
- Règlement européen sur l'IA, article 4 : développer la maîtrise de l'IA chez celles et ceux qui s'en servent (réécrit en 2026 ; **à vérifier**).
"""

# %%
progression("choix_ia")  # progression() : tout le cours
