# %% [markdown]
r"""
# La campagne culturelle

**Le cadrage d'une fonctionnalité : un numéro donné pour un papier peut-il servir à autre chose ?**

Une mairie fictive annonce ses sorties avec un assistant, ChatMairie. Vous allez rejouer ce qui s'est passé,
dire qui a été lésé, réparer, et voir qui l'est encore. Données synthétiques, personnes fictives.
"""

# %% [markdown]
r"""
## Objectifs

À la fin de ce carnet, vous saurez :

- distinguer ce que l'on a de ce que l'on a le droit d'employer, et pour quoi ;
- refuser par défaut : ne publier que ce que quelqu'un a décidé de rendre public ;
- lire des accords qui changent : un but, un canal, une date, une preuve, le dernier mot ;
- prévoir un autre chemin pour les personnes qui n'ont pas de téléphone, ou qui ne voient pas ;
- dire quoi faire, dans quel ordre, quand c'est parti, et s'excuser.
"""

# %% [markdown]
r"""
## Durée, prérequis, niveau

Environ 60 minutes (41 d'exercices, 19 de lecture ; estimation du cours), plus 15 minutes « pour aller plus loin ». Niveaux 1 à 3 (choisir, compléter trois lignes, écrire une fonction).
Il faut connaître les fonctions, les dictionnaires et un peu pandas. Sinon,
**tous les exercices se font sans code** : un formulaire, sous l'énoncé, écrit la réponse pour vous. C'est le même juge que pour le code.

Ce carnet parle de santé, de discipline et d'une adresse dévoilées par erreur. Les paris ne sont jamais notés. Les indices ne coûtent rien.
Une cellule de note peut s'exécuter autant de fois que vous voulez.
"""

# %%
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
from chatmairie.echecs.acte.tirage import fichier_collecte
from chatmairie.echecs.campagne.exercices.incident import ETAPES
from chatmairie.echecs.campagne.exercices.valider import bon_moment
from chatmairie.echecs.campagne.mecanisme import ecrire_le_message, longueur_sms, phrases_possibles, pour_sms
from chatmairie.echecs.campagne.rejeu import rejouer
from chatmairie.echecs.campagne.remedes import essayer_les_remedes, rejouer_avec
from chatmairie.echecs.campagne.scenes import envoyer, la_suite_des_messages, le_dernier_ecran
from chatmairie.echecs.campagne.tirage import ages
from chatmairie.echecs.campagne.vues import (
    figure_avant_apres,
    figure_qui_avait_demande,
    figure_remedes,
    manette_canaux,
    manette_regles,
    manette_telephone,
    montrer_accords,
    montrer_agenda,
    montrer_collecte,
    montrer_etapes,
    montrer_fuites,
    montrer_origines,
    montrer_personnes,
)
from chatmairie.echecs.commun.recit import criteres_appliques, le_maire_demande, purement_fortuite
from chatmairie.echecs.commun.ria31 import montrer_criteres
from chatmairie.echecs.commun.journal import montrer_journal

GRAINE = 2026  # votre numéro : un nombre entier positif, rien qu'à vous

sommaire("campagne")

# %% [markdown]
r"""
## Ce qu'on voulait
"""

# %% tags=["montre"]
le_maire_demande("campagne")

# %% [markdown]
r"""
« Mettre en place une campagne de communication sur les événements culturels de la ville et si possible de manière personnalisée. »

L'idée est bonne : la ville prépare des dizaines de sorties, et beaucoup de gens les apprennent trop tard.
Pour cela, il faut des gens à qui écrire. Voici le fichier que ChatMairie a gardé quand on lui demandait un acte de naissance (carnet 41).
"""

# %% tags=["montre"]
montrer_collecte(fichier_collecte(GRAINE))

# %% [markdown]
r"""
## Avant de regarder

« Quelle bonne idée … utilisons l'IA pour cette campagne de communication, et on a déjà tout ce qu'il nous faut ! »

Pariez, puis regardez. Répondez dans le formulaire ; ou en Python : `prevoir("campagne.combien", 80)`.
"""

# %% tags=["montre"]
prevoir("campagne.combien")

# %% [markdown]
r"""
## Ce qu'on a fait

On a réuni les fichiers, « notamment grâce aux données recueillies par ChatMairie pour les nouvelles démarches en ligne »,
lu ensemble tous les calendriers de la ville, et envoyé chaque entrée à chaque numéro. La cellule suivante rejoue l'envoi avec votre numéro :
rien n'est écrit d'avance, chaque message vient d'une entrée de l'agenda et d'un numéro du fichier.
"""

# %% tags=["montre"]
rejeu = rejouer(GRAINE)
montrer_origines(rejeu)

# %% [markdown]
r"""
## Ce qu'on a obtenu

« Non seulement l'IA a envoyé tous les événements de la ville par SMS à tous les citoyens qui se sont enregistrés et n'avaient rien demandé… »
"""

# %% tags=["montre"]
envoyer(rejeu)

# %% [markdown]
r"""
Ouvrez un téléphone. Fatoumata voulait un acte de naissance ; Linh, une place pour Léa ; Rayan écoute son écran ; Karim n'a pas de téléphone portable.
"""

# %% tags=["montre"]
manette_telephone(GRAINE)

# %% [markdown]
r"""
« … mais EN PLUS, les citoyens ont reçu les entrées de l'agenda des agents de la ville, comme le pot de départ de Jean-Mi au 2e étage
ou le billard prévu dans 1 mois avec le service voirie. »

On sourit à la première. Pariez, lisez la suite, puis **lisez dix lignes avant de compter**.
"""

# %% tags=["montre"]
prevoir("campagne.agents")

# %% tags=["montre"]
la_suite_des_messages(rejeu)

# %% tags=["montre"]
montrer_agenda(rejeu.evenements, 10)

# %%
devoiler("campagne.agents", rejeu)

# %% tags=["montre"]
montrer_fuites(rejeu)

# %% [markdown]
r"""
Jean-Mi n'avait pas encore dit à son équipe qu'il partait. À la quatrième ligne, on ne sourit plus.

Avant d'autres chiffres, lisez ce qui est arrivé à des gens. Voici un extrait du journal de la semaine : appels reçus, réunions de service,
feuilles d'heures, courriers. Tout n'y est pas un tort. `montrer_journal(rejeu, "réunion de service")` montre une source en entier.
"""

# %% tags=["montre"]
montrer_journal(rejeu)

# %% [markdown]
r"""
### Exercice 1 : qui est lésé ? (2 points, à remplir)

Nommez au moins trois personnes lésées, **dont une qui travaille pour la mairie**. Pour chacune : `"qui"`, comme dans le journal ; `"preuve"`, le numéro de la ligne qui
le montre ; `"perd"`, un de ces mots :

- `"tranquillite"` : ne pas être dérangé ;
- `"choix"` : décider à quoi sert son numéro ;
- `"vie_privee"` : ce que d'autres n'avaient pas à savoir de sa vie ;
- `"securite"` : être en sécurité chez soi ;
- `"temps"` : du temps à soi : une matinée, une soirée, une attente ;
- `"information"` : savoir à temps ce que l'on voulait savoir.

Les numéros de ligne dépendent de votre `GRAINE` : ceux du voisin ne montrent rien chez vous.
"""

# %% exercice="campagne.personnes" role="reponse"
PERSONNES = (
    ### BEGIN SOLUTION
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "l'équipe de la voirie", "perd": "temps", "preuve": "J-0943"},
            {"qui": "Thérèse, responsable du service", "perd": "vie_privee", "preuve": "J-0210"},
            {"qui": "Karim Lambert", "perd": "information", "preuve": "J-0929"},
        ],
    }
    ### END SOLUTION
)
# PERSONNES = {"graine": GRAINE, "personnes": [
#     {"qui": "à compléter", "perd": "choix", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "choix", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "choix", "preuve": "J-0000"},
# ]}

# %% exercice="campagne.personnes" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("campagne.personnes", PERSONNES=PERSONNES, sujets=sujets)

# %% [markdown]
r"""
Maintenant, les chiffres : parmi les gens dont le téléphone a sonné, qui avait demandé quoi ?
"""

# %% tags=["montre"]
figure_qui_avait_demande(rejeu)

# %%
devoiler("campagne.combien", rejeu)

# %% [markdown]
r"""
## Diagnostic

Deux remèdes viennent à l'esprit. Retirer de l'agenda les entrées où figure le prénom d'un agent. Et ajouter « STOP » à chaque message,
sans plus écrire aux personnes qui ont dit non. Cela suffira-t-il ?
"""

# %% tags=["montre"]
prevoir("campagne.retirer_les_noms")

# %% tags=["montre"]
prevoir("campagne.stop")

# %% tags=["montre"]
essai = essayer_les_remedes(GRAINE)
figure_remedes(essai)

# %%
devoiler("campagne.retirer_les_noms", essai)

# %%
devoiler("campagne.stop", essai)

# %% [markdown]
r"""
Les deux remèdes partent de ce que l'on a, et en retirent un peu. **Un accord ne se déduit pas de l'absence de refus, et « public » ne se déduit pas
d'une case vide.** Essayez d'autres règles : qui est encore lésé, et qui n'a plus l'agenda qu'il avait demandé ?
"""

# %% tags=["montre"]
manette_regles(GRAINE)

# %% [markdown]
r"""
## Ce qu'on aurait pu faire : et pour notre projet ?

**La règle.** Une donnée recueillie pour une démarche ne sert pas à autre chose sans examen ni accord ; un accord est libre, précis, prouvable, et se retire aussi facilement
qu'il se donne (RGPD, articles 5, 6 et 7 ; loi « Informatique et libertés », article 45 : à partir de 15 ans pour les services en ligne proposés aux enfants). Un doute existe : un agenda gratuit n'est pas
commercial, et certains y voient une mission d'intérêt public. Le cours retient la règle sûre : demander.

**Pour vous.** « On a déjà tout ce qu'il nous faut » est la phrase qui déclenche l'examen.

À faire valider par votre DPO et votre service juridique.
"""

# %% tags=["montre"]
montrer_criteres("campagne.ria31")

# %% [markdown]
r"""
### Exercice 2 : ce que le référentiel aurait demandé (3 points, à remplir)

Choisissez **trois** critères parmi les douze (quatre n'ont rien à voir avec cette histoire). Pour chacun : la `"phrase"` du récit qui l'enfreint,
la `"personne"` lésée, et la `"preuve"` que vous demanderiez. Les codes sont dans le tableau ci-dessus.
"""

# %% exercice="campagne.ria31" role="reponse"
RIA31 = (
    ### BEGIN SOLUTION
    [
        {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
        {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "calendriers"},
        {"critere": "CM-CAD-04", "phrase": "R2", "personne": "demarche", "preuve": "finalites"},
    ]
    ### END SOLUTION
)
# RIA31 = [
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
# ]

# %% exercice="campagne.ria31" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("campagne.ria31", RIA31=RIA31, sujets=sujets)

# %% [markdown]
r"""
### Exercice 3 : ce qui peut sortir (4 points ; critère CM-SOC-05)

Écrivez `evenements_publiables(evenements)` : les lignes de l'agenda que l'on peut envoyer. Ce qu'il faut savoir :

- `visibilite` vaut `"public"` pour une sortie publique ; les autres mots changent d'une mairie à l'autre, et beaucoup de cases sont vides (`""`) ;
- le logiciel des agents écrit `"public"` tout seul : le mot ne prouve pas que quelqu'un l'a décidé ;
- `valide_par` dit qui a validé l'entrée, parfois pour le service seulement ; `""` si personne.
"""

# %% exercice="campagne.publier" role="reponse"
def evenements_publiables(evenements):
    """Les lignes de `evenements` que l'on peut envoyer (un DataFrame)."""
    ### BEGIN SOLUTION
    public = evenements["visibilite"] == "public"
    decide = evenements["valide_par"] != ""
    return evenements[public & decide]
    ### END SOLUTION


# evenements_publiables = choisir("campagne.publier", regle=...)

# %% exercice="campagne.publier" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("campagne.publier", evenements_publiables=evenements_publiables, sujets=sujets)

# %% [markdown]
r"""
### Exercice 4 : à qui écrire (4 points ; critère CM-CAD-06)

On tient à part ce que chacun a dit : une ligne par événement (`id_personne`, `finalite`, `canal`, `accord` vrai ou faux, `date`, `preuve`). On n'efface jamais, on ajoute.
Les formulaires papier sont saisis en retard : **l'ordre des lignes n'est pas celui des dates**. Voici Aurélie.
"""

# %% tags=["montre"]
montrer_accords(rejeu, "aurelie")

# %% tags=["montre"]
montrer_personnes(rejeu)

# %% [markdown]
r"""
Écrivez `destinataires(personnes, consentements, campagne)` : les lignes de `personnes` à qui l'on écrit. `campagne` dit tout de cet envoi, et change d'une mairie à l'autre :
`finalite`, `canal`, `contact` (la colonne à employer : `"telephone"` ou `"courriel"`), `date`, `age_minimum`, `preuves_valables` (une liste).

- un oui vaut pour **cette** finalité et **ce** canal, au moment de l'envoi, avec une preuve valable ; le dernier mot l'emporte ;
- n'écrivez pas aux personnes trop jeunes (`ages(personnes, campagne["date"])` donne les âges), parties ou décédées, ni à un contact vide ou qui n'est plus le leur (`telephone_verifie`, `courriel_verifie`) ;
- un seul message par contact ; toute personne qui a dit oui, et que rien n'écarte, le reçoit. Les dates s'écrivent « 2026-03-10 10:00 » : `<=` les compare telles quelles.
"""

# %% tags=["montre"]
rejeu.campagne

# %% exercice="campagne.consentir" role="reponse"
def destinataires(personnes, consentements, campagne):
    """Les lignes de `personnes` à qui l'on peut écrire, une par contact (un DataFrame avec `id_personne`)."""
    ### BEGIN SOLUTION
    c, contact = consentements, campagne["contact"]
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"]) & (c["date"] <= campagne["date"])]
    dernier = ici.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    gens = gens[gens[f"{contact}_verifie"] & ~gens["parti_ou_decede"] & (gens[contact] != "")]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)
    ### END SOLUTION


# destinataires = choisir(
#     "campagne.consentir",
#     accord=...,
#     ordre=...,
#     preuve=...,
#     ecarter=[...],
# )

# %% exercice="campagne.consentir" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("campagne.consentir", destinataires=destinataires, sujets=sujets)

# %% [markdown]
r"""
### Qui n'a pas de téléphone, et qui ne voit pas l'affiche

Un agenda public est pour tout le monde. Cochez des canaux (le message ne part qu'aux personnes qui l'ont demandé ; « appel » : une liste d'appel où l'on s'inscrit) : qui l'apprend, parmi les gens que cela intéresse ?
"""

# %% tags=["montre"]
manette_canaux(GRAINE)

# %% [markdown]
r"""
### Exercice 5 : le jour où c'est parti (4 points ; critère CM-SOC-10)

**La règle.** Toute violation de données s'inscrit au registre ; la CNIL est prévenue dans les 72 heures, sauf risque improbable ; les personnes le sont quand le risque est élevé pour elles.

**Pour vous.** Les 72 heures partent du moment où vous savez, pas de la fin de l'enquête. Les agents sont des personnes (RGPD, articles 33 et 34).

Écrivez `plan_incident(incident)` : une liste d'étapes dans l'ordre, chacune `{"etape": "un code du tableau", "heures": 3}` (heures depuis que la mairie a su).
Pour `"prevenir_les_personnes"`, ajoutez `"personnes"`, la liste des noms. Toutes les étapes du tableau ne sont pas bonnes à prendre.
L'arrêt vient dans l'heure ; les personnes sont prévenues en trois jours au plus (hypothèses du cours). L'enquête dure plus d'une semaine : n'attendez pas sa fin pour prévenir.
"""

# %% tags=["montre"]
montrer_etapes(ETAPES)

# %% tags=["montre"]
sujet_public("campagne.incident")["incident"]

# %% exercice="campagne.incident" role="reponse"
def plan_incident(incident):
    """[{"etape": "…", "heures": 0}, …]"""
    ### BEGIN SOLUTION
    exposes = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 4},
        {"etape": "inscrire_au_registre", "heures": 6},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": exposes},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]
    ### END SOLUTION


# plan_incident = choisir(
#     "campagne.incident",
#     etapes=[...],
#     cnil=...,
#     qui_prevenir=...,
# )

# %% exercice="campagne.incident" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("campagne.incident", plan_incident=plan_incident, sujets=sujets)

# %% [markdown]
r"""
## Rejouons

La même ville, les mêmes sorties, avec **vos** réponses. Le message, lui, est tout fait : une sortie choisie d'après les goûts déclarés, qui écrit, pourquoi, et « STOP » ; une personne habilitée l'a relu, et l'agenda s'affiche, se lit au guichet, s'écoute au téléphone.
Qui est encore dérangé ? Qui apprend l'agenda ? Et que lisent Fatoumata et Margaux ?
"""

# %%
reprise = rejouer_avec(
    GRAINE,
    evenements_publiables=evenements_publiables,
    destinataires=destinataires,
)
figure_avant_apres(reprise)

# %%
criteres_appliques("campagne", reprise)

# %% tags=["montre"]
purement_fortuite("campagne")

# %% [markdown]
r"""
Votre réponse tient-elle ailleurs ? `eprouver("campagne.consentir", destinataires=destinataires)` la rejoue dans vingt mondes tirés au hasard, le pire d'abord.

Complétez enfin le tableau du référentiel : pour chacun de vos trois critères, quel résultat de ce carnet sert maintenant de preuve ?
"""

# %%
completer("campagne.ria31", {"votre premier critère": ..., "votre deuxième critère": ..., "votre troisième critère": ...})

# %% [markdown]
r"""
## À deux, trois minutes

« L'agenda culturel rend service : pourquoi demander ? »

Chacun défend un côté, puis on échange. Seul devant l'écran : écrivez la réponse de quelqu'un qui n'est pas de votre avis.
"""

# %% [markdown] exercice="campagne.ouverte" role="question"
r"""
## Question ouverte

**Écrivez le message d'excuses (120 mots au plus, 3 points)** : quelques lignes publiques, puis quelques lignes à Jean-Mi, à part. Dites ce qui est parti et à combien de gens, avec un chiffre de
**votre** rejeu et sans redonner la donnée ; ce qui est arrêté et depuis quand ; ce que chacun peut faire.
"""

# %% [markdown] exercice="campagne.ouverte" role="ouverte"
r"""
### BEGIN SOLUTION
Message public. Mardi, la mairie a envoyé des messages que la plupart d'entre vous n'aviez pas demandés, à 3 090 numéros. Certains montraient l'agenda de nos agents. C'est notre faute.
Nous vous présentons nos excuses. L'envoi est arrêté depuis mardi midi. Vous pouvez effacer ces messages, retirer votre numéro au guichet ou au 01 99 00 12 34, et y parler à Solange.

À vous, Jean-Mi, à part. Vous vouliez choisir le moment. Nous vous l'avons pris, et nous vous en demandons pardon. Votre agenda n'est plus lu par aucun programme depuis mardi.
Dites-nous ce qui vous aiderait ; Ingrid vous appelle ce soir.
### END SOLUTION
"""

# %%
relire("campagne.ouverte")

# %% [markdown]
r"""
## À retenir

- Avoir un numéro n'est pas avoir un accord. Un oui vaut pour un but et un canal ; le dernier mot l'emporte.
- Une case vide ne dit pas « public ». On refuse par défaut, et l'on sépare les calendriers.
- Personnaliser, oui : par ce que la personne a déclaré pour cela, et rien d'autre.
- Un essai à blanc lu par une personne qui peut dire non aurait tout arrêté à la quatrième ligne.
- Les agents sont des personnes. Le jour où c'est parti : arrêter, garder, compter, prévenir, réparer.
"""

# %% [markdown]
r"""
## Et pour votre projet ?

Trois lignes, gardées pour le bilan et jamais notées : où ce risque existe-t-il chez vous ? Qui le saurait en premier ? Que lui demanderez-vous demain ?
"""

# %%
pour_votre_projet("campagne", ..., ..., ...)

# %%
le_dernier_ecran(reprise)

# %% [markdown]
r"""
## Pour aller plus loin

**En plus.** Ce qui suit ne compte pas dans les 20 points. Le juge est le même ; prenez ce qui vous intéresse.
"""

# %% [markdown]
r"""
### Exercice en plus : un message que l'on peut expliquer (2 points, en plus des 20 ; critère CM-UX-07)

« Si possible de manière personnalisée » : oui, par ce que la personne a **déclaré pour cela**. Écrivez `composer(personne, evenements)`, qui choisit ce que dit un message : une liste, dans l'ordre de la lecture, de sorties (leur `id`) et de phrases du tableau (leur nom ; certaines ne devraient jamais partir).
`personne` est un dictionnaire ; `personne["interets"]` vaut `"concert, lecture"`, ou `""` si rien n'est déclaré. `evenements` ne contient que des sorties publiques, dont le `theme` porte les mêmes mots.
"""

# %% tags=["montre"]
phrases_possibles()

# %% [markdown]
r"""
Le message dit :

- au moins une sortie ; pour un goût déclaré s'il y en a une, sinon une autre ;
- qui écrit (la mairie), pourquoi cette personne le reçoit (son accord à l'agenda, ou les goûts qu'elle a déclarés), et « STOP » ; deux SMS au plus ;
- rien que l'agenda, cet accord ou ses goûts ne disent : ni ce que la mairie sait d'elle par ailleurs (le prénom, si vous voulez), ni promesse, ni demande. Saluer et remercier est libre.

`ecrire_le_message(liste, personne, evenements)` montre le texte. Les accents que les SMS ne connaissent pas sont remplacés à l'envoi ; `longueur_sms(pour_sms(texte))` compte.
"""

# %% tags=["montre"]
a_composer = sujet_public("campagne.composer")  # pour essayer : des personnes, et les sorties du mois
une_personne, sorties = a_composer["personnes"][1], a_composer["evenements"]
print(une_personne["prenom"], "aime :", une_personne["interets"])
texte = ecrire_le_message(["bonjour", sorties["id"].iloc[0]], une_personne, sorties)
print(texte, longueur_sms(pour_sms(texte)))
sorties[["id", "titre", "date", "heure", "lieu", "theme"]].head(3)

# %% exercice="campagne.composer" role="reponse"
def composer(personne, evenements):
    """Les sorties et les phrases du message pour cette personne (une liste)."""
    ### BEGIN SOLUTION
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "stop"]
    ### END SOLUTION


# composer = choisir(
#     "campagne.composer",
#     pour=...,
#     dire=[...],
# )

# %%
verifier("campagne.composer", composer=composer)

# %% [markdown]
r"""
### Exercice en plus : l'essai à blanc (1 point, en plus des 20 ; critère CM-SOC-08)

Écrivez `plan_denvoi(messages, contexte)`. `messages` : une ligne par message (`id_personne`, `genre`, `texte`). `contexte["approbation"]` vaut `None`,
ou `{"par": "une personne habilitée", "nombre": 312}`. Elle rend un dictionnaire :

- `"combien"` : le nombre de messages ; `"echantillon"` : au plus 20 `id_personne`, qui montrent **chaque genre** de message (les genres changent d'une mairie à l'autre, et les plus rares ne sont pas en tête) ;
- `"envoyer"` : `True` si « une personne habilitée » a approuvé **ce nombre-là**, ni plus ni moins, et si `bon_moment(contexte)` ; sinon `False` ;
- `"autres_canaux"` : une liste parmi `"affiche"`, `"site"`, `"guichet"`, `"appel"`, qui joigne au moins une personne sur trois parmi celles qui n'ont pas de téléphone, et parmi celles qui ne voient pas.

`bon_moment` applique la règle de la maison (pas une loi) : de 8 h à 20 h, jamais le dimanche, quinze jours au moins entre deux envois.
"""

# %% exercice="campagne.valider" role="reponse"
def plan_denvoi(messages, contexte):
    """{"combien": …, "echantillon": […], "envoyer": …, "autres_canaux": […]}"""
    ### BEGIN SOLUTION
    accord = contexte["approbation"] or {"par": "personne", "nombre": 0}
    approuve = accord["par"] == "une personne habilitée" and accord["nombre"] == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": approuve and bon_moment(contexte),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }
    ### END SOLUTION


# plan_denvoi = choisir(
#     "campagne.valider",
#     echantillon=...,
#     depart=...,
#     autres_canaux=[...],
# )

# %%
verifier("campagne.valider", plan_denvoi=plan_denvoi)

# %% [markdown]
r"""
La même campagne, avec **votre** message et **votre** plan, à la place de ceux du carnet.
"""

# %%
figure_avant_apres(
    rejouer_avec(
        GRAINE,
        evenements_publiables=evenements_publiables,
        destinataires=destinataires,
        composer=composer,
        plan_denvoi=plan_denvoi,
    )
)

# %% [markdown]
r"""
Le droit vu dans ce carnet (droit vérifié le 22 novembre 2026 ; sources et degré de certitude dans `referential/droit.yaml`, articles à relire avant usage) :

- RGPD, articles 5 (finalités), 6(4) (nouvel usage), 7 (accord), 13 et 21 (informer, s'opposer) ; 33 et 34 (violation). Code pénal, article 226-21 : le détournement de finalité d'un fichier est puni.
- CNIL, délibération 99-24 du 8 avril 1999 : l'état civil ne sert pas à la communication municipale.
- Code des postes et des communications électroniques, article L34-5 : accord préalable pour la prospection par SMS ou courriel. **Ce qui est discuté** : un agenda gratuit n'est pas de la prospection ; un spectacle municipal payant peut en être.
  Un message sur la demande en cours d'une personne, ou une alerte de sécurité, ne demande pas cet accord (lecture du cours).
- RGPD, article 8, et loi « Informatique et libertés », article 45 : 15 ans, pour les services en ligne proposés aux enfants.
"""

# %%
progression("campagne")  # progression() : tout le cours
