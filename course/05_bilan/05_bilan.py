# %% [markdown]
r"""
# Bilan

**Que reste-t-il à faire quand tout a mal tourné, et à quelles conditions recommencer ?**

Dernier carnet. Vous allez voir les cinq échecs d'un seul regard, retrouver vos craintes et vos paris, éteindre ChatMairie sans laisser personne dehors,
et dire à quelles conditions rouvrir. Aucun programme à écrire. Données synthétiques, personnes fictives.
"""

# %% [markdown]
r"""
## Objectifs

À la fin de ce carnet, vous saurez :

- comparer ce que cinq échecs ont fait à des gens, avant et après les réparations ;
- écrire un plan d'arrêt : qui fait quoi, à quelle heure, et qui resterait dehors ;
- poser une condition pour rouvrir : un indicateur, un seuil, quelqu'un qui peut dire non ;
- auditer un service avec des preuves, et répondre « non » quand il le faut.
"""

# %% [markdown]
r"""
## Durée, prérequis, niveau

Environ 70 minutes (48 d'exercices, 22 de lecture ; estimation du cours). Niveau 1 : lire et choisir, sans code. Il vaut mieux avoir suivi les carnets 01 à 42 ;
sans eux, tout s'exécute quand même, mais vos paris et vos craintes manqueront.

Les paris ne sont jamais notés. Les indices ne coûtent rien. Une cellule de note peut s'exécuter autant de fois que vous voulez.
"""

# %%
import matplotlib

from chatmairie import (
    corrige,
    devoiler,
    eprouver,
    indice,
    prevoir,
    progression,
    relire,
    sommaire,
    verifier,
)
from chatmairie.echecs.bilan.attestation import attestation
from chatmairie.echecs.bilan.figures import (
    figure_arret,
    figure_echecs,
    manette_heures,
    montrer_audit,
    montrer_budget,
    montrer_criteres_audit,
    montrer_devenirs,
    montrer_etapes,
    montrer_heures,
    montrer_indicateurs,
    montrer_la_situation,
    montrer_minutes,
    montrer_reactions,
)
from chatmairie.echecs.bilan.memoire import montrer_vos_craintes, montrer_vos_paris
from chatmairie.echecs.bilan.remedes import essayer_deux_idees, rejouer_l_arret
from chatmairie.echecs.bilan.resultats import compter
from chatmairie.echecs.bilan.scenes import eteindre, le_dernier_ecran
from chatmairie.echecs.mes_decisions import auditer_mes_decisions

GRAINE = 2026  # votre numéro : un nombre entier positif, rien qu'à vous

sommaire("bilan")

# %% [markdown]
r"""
## Prenons du recul

On voulait un ChatBot, assistant de mairie attractif, qui peut traiter des demandes simples, qui peut s'adresser aux jeunes !
Un peu de modernité et des nouveaux services.

On a finalement un ChatMairie qui ne traite pas correctement les démarches, ne communique pas de manière adaptée,
qui utilise et diffuse des informations personnelles … **et CHAT chest pas bien !**
"""

# %% [markdown]
r"""
## Bravo pour ce résultat !

Des administrés entre déçus … consternés et furieux. Des élus en PLS (« position latérale de sécurité » : sonnés, et rattrapés par la presse). Des budgets explosés.
Et des captures d'écran sur les réseaux sociaux, avec la légende « C'est ça votre Smart City ? »

Voici huit réactions, fictives. Lisez la dernière deux fois : elle vient de quelqu'un que le service aidait. **Que perdrait cette personne si l'on éteignait tout ce soir ?**
"""

# %% tags=["montre"]
montrer_reactions()

# %% tags=["montre"]
eteindre(GRAINE)

# %% [markdown]
r"""
« Des budgets explosés », en euros : ce que la mairie croyait payer, et ce que cela coûte.
"""

# %% tags=["montre"]
montrer_budget(GRAINE)

# %% [markdown]
r"""
## Les cinq échecs côte à côte

Deux barres par échec : le service de l'histoire, puis le même avec les réparations du cours (vos propres réparations sont dans la partie « Rejouons » de chaque carnet).
Ce sont des résultats enregistrés. Les cinq barres ne comptent pas la même chose : ce que chacune compte, sur 100, est écrit dessous.
"""

# %% tags=["montre"]
figure_echecs()

# %% [markdown]
r"""
### Ce que chacun est devenu

Une réparation ne rend pas tout. Cherchez, dans la dernière colonne, ce qui est perdu pour de bon.
"""

# %% tags=["montre"]
montrer_devenirs()

# %% tags=["montre"]
montrer_devenirs(agents_de_la_ville=True)

# %% [markdown]
r"""
## Vos paris

D'abord vos craintes de l'accueil, souhait par souhait. Regardez la dernière colonne : aviez-vous prévu cela ?
"""

# %%
montrer_vos_craintes()

# %%
montrer_vos_paris()

# %% [markdown]
r"""
### « Nous faire gagner un temps fou »

Le maire l'avait promis, et vous aviez parié à l'accueil. Comptons en heures d'agents : celles que la machine
fait gagner, et celles qu'il faut pour réparer. Les nombres de gestes et de personnes viennent des carnets ; les minutes sont des hypothèses, que vous pouvez déplacer.
"""

# %% tags=["montre"]
heures = compter()
montrer_heures(heures)

# %%
devoiler("accueil.temps_fou", heures)

# %% tags=["montre"]
montrer_minutes()

# %% tags=["montre"]
manette_heures()

# %% [markdown]
r"""
## À désactiver d'urgence, et à refaire !

Il est 20 h. Le maire vous appelle : « On éteint. Ce soir. » Avant d'écrire le plan, deux idées que tout le monde a. Pariez.
"""

# %% tags=["montre"]
prevoir("bilan.une_porte")

# %% tags=["montre"]
prevoir("bilan.effacer")

# %%
idees = essayer_deux_idees(GRAINE)
devoiler("bilan.une_porte", idees)

# %%
devoiler("bilan.effacer", idees)

# %% [markdown]
r"""
### Exercice 1 : éteindre ce soir, sans laisser personne dehors (6 points, à remplir)

Écrivez `ARRET`, une étape par ligne : `"etape"` (un code), `"heure"` (depuis ce soir 20 h : demain 8 h, c'est 12), `"qui"` (un code). L'ordre est celui des heures.
Toutes les étapes ne sont pas bonnes. Doivent le savoir en un jour : les agents (avant le public), la personne déléguée à la protection des données (DPO), les élus, le prestataire ; et la CNIL,
dans le délai dit plus bas. Avant demain 8 h, une même personne mène six étapes au plus ; le prestataire ne conduit rien de ce qui le met en cause. Le plan est rejoué sur trente jours, ici et dans d'autres mairies : qui est encore lésé ? Qui reste sans service ? Qui ne sera jamais prévenu ?

**La règle.** Une violation de données personnelles se notifie à la CNIL dans les 72 heures après qu'on l'a apprise, sauf si elle ne crée pas de risque pour les personnes ; si le risque
est élevé, on prévient aussi les personnes elles-mêmes (RGPD, articles 33 et 34). **Pour vous.** L'horloge part ce soir. À faire valider par votre DPO et votre service juridique.
"""

# %% tags=["montre"]
montrer_la_situation(GRAINE)

# %% tags=["montre"]
montrer_etapes()

# %% exercice="bilan.desactiver" role="reponse"
ARRET = (
    ### BEGIN SOLUTION
    [
        {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
        {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
        {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
        {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
        {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
        {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
        {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
        {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
        {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
        {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
        {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
        {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
        {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
        {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
        {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
        {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
        {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
        {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
    ]
    ### END SOLUTION
)
# ARRET = [
#     {"etape": "...", "heure": 0, "qui": "..."},
#     {"etape": "...", "heure": 0, "qui": "..."},
#     {"etape": "...", "heure": 12, "qui": "..."},
# ]

# %% exercice="bilan.desactiver" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("bilan.desactiver", ARRET=ARRET, sujets=sujets)

# %%
reprise = rejouer_l_arret(GRAINE, ARRET)
figure_arret(reprise)

# %% [markdown]
r"""
### Exercice 2 : rouvrir, mais à trois conditions (5 points, à remplir)

Écrivez `CONDITIONS` : trois conditions, sur trois échecs différents. Pour chacune, un `"indicateur"` que les carnets ont mesuré, un `"seuil"`, et `"qui"` peut dire non.
Cent vingt services sont examinés pour chaque condition : ceux qui ont gardé leur défaut ne doivent pas rouvrir, ni ceux qui ne sont réparés qu'à moitié et lèsent encore des gens ;
avec vos trois conditions ensemble, un service sain sur dix au moins doit le pouvoir. Être plus prudent ne coûte rien : tant qu'un service est fermé, le guichet, le téléphone et le courrier servent.
"""

# %% tags=["montre"]
montrer_indicateurs()

# %% exercice="bilan.refaire" role="reponse"
CONDITIONS = (
    ### BEGIN SOLUTION
    [
        {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.10, "qui": "therese"},
        {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
        {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
    ]
    ### END SOLUTION
)
# CONDITIONS = [
#     {"indicateur": "...", "seuil": 0, "qui": "..."},
#     {"indicateur": "...", "seuil": 0, "qui": "..."},
#     {"indicateur": "...", "seuil": 0, "qui": "..."},
# ]

# %% exercice="bilan.refaire" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("bilan.refaire", CONDITIONS=CONDITIONS, sujets=sujets)

# %% [markdown]
r"""
### Exercice 3 : auditer ChatMairie réparé (6 points, à remplir)

Douze critères de la grille, au moins deux par échec. Pour chacun, sur le service **réparé** : `"reponse"` et `"preuve"` (un code : ce qu'un carnet a produit et que
l'on pourrait montrer). Certaines preuves ne prouvent rien ; et tout n'a pas été fait.

- `"oui"` : la preuve montre ce que demande le critère ;
- `"partiel"` : elle n'en montre qu'une partie. Ajoutez alors `"manque"` (un code) : ce que le critère demande, et qu'elle ne montre pas ;
- `"non"` : ce n'est pas fait, ou seulement préparé.
"""

# %% tags=["montre"]
montrer_criteres_audit()

# %% exercice="bilan.auditer" role="reponse"
AUDIT = (
    ### BEGIN SOLUTION
    {
        "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
        "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
        "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
        "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
        "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
        "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
        "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
        "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
        "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
        "CM-CAD-06": {"reponse": "oui", "preuve": "registre_accords"},
        "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
        "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
    }
    ### END SOLUTION
)
# AUDIT = {
#     "CM-STR-06": {"reponse": "...", "preuve": "..."},
#     "CM-CAD-02": {"reponse": "...", "preuve": "..."},
#     "CM-SOC-02": {"reponse": "...", "preuve": "..."},
#     "CM-SOC-04": {"reponse": "...", "preuve": "..."},
#     "CM-CAD-07": {"reponse": "...", "preuve": "..."},
#     "CM-UX-02": {"reponse": "...", "preuve": "..."},
#     "CM-UI-04": {"reponse": "...", "preuve": "..."},
#     "CM-CAD-05": {"reponse": "...", "preuve": "..."},
#     "CM-CAD-09": {"reponse": "...", "preuve": "..."},
#     "CM-CAD-06": {"reponse": "...", "preuve": "..."},
#     "CM-SOC-05": {"reponse": "...", "preuve": "..."},
#     "CM-SOC-10": {"reponse": "...", "preuve": "..."},
# }

# %% exercice="bilan.auditer" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("bilan.auditer", AUDIT=AUDIT, sujets=sujets)

# %%
montrer_audit(AUDIT)

# %% [markdown] exercice="bilan.ouverte" role="question"
r"""
## Question ouverte

**Trois décisions à garder (150 mots au plus, 3 points).** Pour votre mairie, ou pour votre propre projet : trois décisions. Pour chacune, une action que l'on pourra vérifier, qui en répond et
pour quand ; la preuve que vous demanderez, et qui peut dire non. Citez un chiffre de **votre** rejeu dans l'une des trois.
"""

# %% [markdown] exercice="bilan.ouverte" role="ouverte"
r"""
### BEGIN SOLUTION
1. Le guichet et la ligne téléphonique restent ouverts pendant tout le pilote. Thérèse en répond, dès lundi. Preuve : le relevé des demandes servies sans IA, chaque semaine. Le comité d'habitants peut
arrêter le pilote : avec un seul guichet, j'ai compté plus de 700 demandes sans réponse en un mois.

2. Aucun refus ne part sans le nom d'un agent. La direction en répond, avant la rentrée. Preuve : le relevé des décisions, par jour et par âge. Thérèse peut dire non.

3. Aucun numéro ne sert à autre chose que la démarche pour laquelle il a été donné. La personne déléguée à la protection des données en répond, au 1er du mois prochain. Preuve : le registre des accords,
et un essai à blanc relu avant chaque envoi. Elle peut bloquer l'envoi.
### END SOLUTION
"""

# %%
relire("bilan.ouverte")

# %% [markdown]
r"""
## Ce qu'il faut retenir du RIA 31, selon ce cours

- **Avant** : à quoi cela sert, pour qui (dont quelqu'un sans écran), que faire sans IA, et quand s'arrêter. C'est écrit avant d'acheter.
- **Les données** : savoir ce que dit chaque ligne, demander à qui l'a écrite, ne garder que ce qui sert, pour le but annoncé.
- **Les personnes** : compter qui est lésé, groupe par groupe, y compris celles et ceux qui n'ont rien demandé, et les agents.
- **La décision** : la machine aide ; une personne nommée répond, et peut dire non.
- **La sortie** : une autre porte, des preuves, quelqu'un à prévenir, toujours prêts avant d'en avoir besoin.

Les énoncés exacts sont sur le [site officiel du RIA31](https://ref-ia.isit-europe.org/). Ici, la grille est celle du cours, en forme de RIA31.
"""

# %% [markdown]
r"""
### Pour votre projet

Une page pour vous : ce que vous avez fait, vos trois lignes par module, et ce que cette page n'est pas. Elle reste sur votre machine.
"""

# %%
attestation(...)

# %% [markdown]
r"""
### Vos propres décisions

Votre service accepte et refuse des demandes ? Posez-en la table à côté de ce carnet (un fichier CSV). Le rapport commence par ce qu'il ne peut pas dire. Il montre ensuite qui est refusé plus souvent,
ce que les colonnes se répètent, et ce qui n'est pas une décision. Rien ne sort de votre machine.
"""

# %% tags=["montre"]
auditer_mes_decisions()

# %%
le_dernier_ecran(reprise)

# %% [markdown]
r"""
## Pour aller plus loin

- **Votre grille.** `ecrire_grille("ma_grille.csv")` l'écrit, avec les 41 critères ; elle s'ouvre dans un tableur. Une fois remplie : `auditer(lire_grille("ma_grille.csv").reponses, nom="Mon projet")`.
  (En Python, après `from chatmairie import auditer, ecrire_grille, lire_grille`.)
- **Rejouer autrement.** `eprouver("bilan.desactiver", ARRET=ARRET)` essaie votre plan dans vingt mairies, la pire d'abord.
- **En parler.** `guide/jeu_de_roles.md` : un conseil municipal de 45 minutes, sans ordinateur. « Faut-il éteindre ChatMairie ce soir ? »
- **Le droit** (droit vérifié le 22 novembre 2026 ; sources et degré de certitude dans `referential/droit.yaml`, articles à relire avant usage) : RGPD, articles 33 et 34 (violation de données).
  Prévoir un mode dégradé sans IA est une recommandation de l'ANSSI (2024, « Recommandations de sécurité pour un système d'IA générative », R15, citée d'après un tiers).
"""

# %%
progression()
