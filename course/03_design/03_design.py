# %% [markdown]
r"""
# Le design

**Parler « comme les jeunes » : à qui la mairie parle-t-elle encore ?**

Une mairie fictive veut une interface attractive, et un assistant qui comprenne les plus jeunes. Vous allez rejouer sa première semaine,
dire qui n'a pas eu sa réponse, réparer les mots et la page, et voir qui reste dehors. Données synthétiques, personnes fictives.
"""

# %% [markdown]
r"""
## Objectifs

À la fin de ce carnet, vous saurez :

- distinguer comprendre toutes les façons d'écrire, et répondre à tout le monde de la même façon ;
- montrer qu'un score de lisibilité excellent ne dit pas qu'une réponse aide ;
- écrire une réponse courtoise, claire, qui garde les faits et mène à une personne ;
- réparer une page de conversation pour les personnes qui l'écoutent, l'agrandissent, ou n'ont que le clavier ;
- préparer un essai avec de vraies personnes.
"""

# %% [markdown]
r"""
## Durée, prérequis, niveau

Environ 60 minutes (39 d'exercices, 21 de lecture ; estimation du cours), plus 15 minutes « pour aller plus loin ». Niveaux 1 et 2 (lire et choisir, compléter trois lignes).
Il faut connaître les fonctions et les textes de Python. Sinon,
**tous les exercices notés se font sans code** : un formulaire, sous l'énoncé, écrit la réponse pour vous. C'est le même juge que pour le code.

Les paris ne sont jamais notés. Les indices ne coûtent rien. Une cellule de note peut s'exécuter autant de fois que vous voulez.
"""

# %%
import html
import re

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
from chatmairie.echecs.design.monde import COMPTE_RENDU
from chatmairie.echecs.design.discussion import Discussion, discuter_avec
from chatmairie.echecs.design.vues import (
    TROIS_REPONSES,
    figure_avant_apres,
    figure_familiarite,
    figure_personnes,
    figure_remedes,
    manette_part,
    manette_personnes,
    montrer_compte_rendu,
    montrer_corpus,
    montrer_lexique,
    montrer_page_en_ligne,
    montrer_scores,
)
from chatmairie.echecs.design.lisibilite import score
from chatmairie.echecs.design.mecanisme import EXEMPLE, ecrire_la_reponse, phrases_possibles
from chatmairie.echecs.design.page import FEUILLE
from chatmairie.echecs.design.registre import LEXIQUE
from chatmairie.echecs.design.rejeu import rejouer
from chatmairie.echecs.design.remedes import essayer_les_remedes, rejouer_avec
from chatmairie.echecs.design.scenes import avant_apres, ecouter_la_page, le_dernier_ecran
from chatmairie.echecs.commun.recit import criteres_appliques, le_maire_demande, purement_fortuite
from chatmairie.echecs.commun.ria31 import montrer_criteres
from chatmairie.echecs.commun.journal import montrer_journal

GRAINE = 2026  # votre numéro : un nombre entier positif, rien qu'à vous

sommaire("design")

# %% [markdown]
r"""
## Ce qu'on voulait
"""

# %% tags=["montre"]
le_maire_demande("design")

# %% [markdown]
r"""
« Une interface attractive pour les citoyens et adapter notre langage aux plus jeunes. »

Le vœu est bon : des gens de tous âges renoncent à leurs droits parce qu'un formulaire les décourage. Il reste à savoir ce qu'ils attendent.
"""

# %% [markdown]
r"""
## Avant de regarder

« On a été très clair sur le fait que nos jeunes fuient les démarches et les échanges avec la Mairie donc on doit savoir leur parler ! »
Très clair, en effet : à ce moment-là, personne ne leur avait encore posé la question. « On a même fait un atelier dans les “quartiers” » (le mot est du maire).
Pariez : qu'y ont-ils demandé ?
Répondez dans le formulaire ; ou en Python : `prevoir("design.atelier", "…")`.
"""

# %% tags=["montre"]
prevoir("design.atelier")

# %% tags=["montre"]
montrer_compte_rendu()

# %%
devoiler("design.atelier", COMPTE_RENDU)

# %% [markdown]
r"""
Le compte rendu a été classé sans être lu. On a gardé les enregistrements.
"""

# %% tags=["montre"]
prevoir("design.combien")

# %% [markdown]
r"""
## Ce qu'on a fait

On a principalement entraîné l'IA avec un langage de jeune : 85 réponses sur 100 sont familières. Le moteur est un vrai moteur
de recherche de scikit-learn : il cherche les questions qui ressemblent à la vôtre, et donne la réponse qui l'emporte parmi elles.
Deux registres sont notés à chaque ligne : celui de la question, et celui de la réponse.
"""

# %% tags=["montre"]
rejeu = rejouer(GRAINE)
montrer_corpus(rejeu.corpus)

# %% [markdown]
r"""
D'abord, prenez la place de quelqu'un qui écoute son écran.
"""

# %% tags=["montre"]
ecouter_la_page(rejeu)

# %% [markdown]
r"""
Parlez-lui : écrivez une question, puis Entrée (ou Tabulation et Espace sur « Envoyer »). Essayez poli, pressé, sans accents.
"""

# %%
Discussion(rejeu.assistant, depart="Bonjour, comment obtenir une carte à la bibliothèque ?")

# %% [markdown]
r"""
## Ce qu'on a obtenu

ChatMairie tutoie les gens et appelle les administrés « Mon REUF ». Pas d'accessibilité, pas d'inclusivité…
Oubli total des personnes âgées, des personnes en situation de handicap.

Avant tout chiffre, lisez ce qui est arrivé à des gens, la première semaine. Tout n'y est pas un tort.
`montrer_journal(rejeu, "standard")` montre une source en entier.
"""

# %% tags=["montre"]
montrer_journal(rejeu, lignes=4)

# %% [markdown]
r"""
### Exercice 1 : qui est lésé ? (2 points, à remplir)

Nommez au moins trois personnes lésées, **dont une qui n'avait rien demandé au service**. Pour chacune : `"qui"`, comme dans le journal ; `"preuve"`, le numéro de la ligne qui
le montre ; `"perd"`, un de ces mots :

- `"reponse"` : la réponse ou la démarche que l'on venait chercher ;
- `"respect"` : être traité comme n'importe qui ;
- `"autonomie"` : faire seul ce que les autres font seuls ;
- `"temps"` : du temps à soi : une matinée, une soirée, une attente ;
- `"parole"` : ce que l'on avait dit, repris sans son accord ;
- `"travail_bien_fait"` : pouvoir faire correctement son travail.

Les numéros de ligne dépendent de votre `GRAINE` : ceux du voisin ne montrent rien chez vous.
"""

# %% exercice="design.personnes" role="reponse"
PERSONNES = (
    ### BEGIN SOLUTION
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]}
            for ligne, perte in (
                (rejeu.journal[rejeu.journal["personne"].eq("Rayan")].iloc[0], "autonomie"),
                (rejeu.journal[rejeu.journal["source"].eq("atelier")].iloc[0], "parole"),
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

# %% exercice="design.personnes" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("design.personnes", PERSONNES=PERSONNES, sujets=sujets)

# %% [markdown]
r"""
Maintenant, les chiffres : dix personnes, trente demandes chacune (celles du corpus, à peine changées : un salut, une faute de frappe), la moins bien servie en premier.
"""

# %% tags=["montre"]
figure_personnes(rejeu)

# %% tags=["montre"]
figure_familiarite(rejeu)

# %%
devoiler("design.combien", rejeu)

# %% [markdown]
r"""
## Diagnostic

Ce modèle tient en quelques constantes, toutes des hypothèses du cours : ce que coûtent l'argot, les mots de métier, les longues phrases,
les défauts de la page. Il ne remplace pas un essai avec des gens. Déplacez-les : qui reste en bas, quelle que soit la constante ?
"""

# %% tags=["montre"]
manette_personnes()

# %% tags=["montre"]
manette_part(GRAINE)

# %% [markdown]
r"""
« Au moins, dit quelqu'un, l'argot est facile à lire : mesurons la lisibilité ! » La formule de Kandel et Moles compte les mots des phrases et les syllabes des mots.
Trois réponses à la même question : laquelle aura le meilleur score ?
"""

# %% tags=["montre"]
prevoir("design.score")

# %% tags=["montre"]
montrer_scores()

# %%
devoiler("design.score", TROIS_REPONSES)

# %% [markdown]
r"""
## Ce qu'on aurait pu faire : et pour notre projet ?

**La règle.** Un service public en ligne est accessible à tous (loi du 11 février 2005, article 47) ; une IA qui répond à des gens le dit, au plus tard au premier échange
(règlement européen sur l'IA, article 50).

**Pour vous.** Le vouvoiement n'est pas dans une loi pour une mairie : c'est une règle de respect, la même pour tous.

À faire valider par votre DPO et votre service juridique.
"""

# %% tags=["montre"]
montrer_criteres("design.ria31")

# %% [markdown]
r"""
### Exercice 2 : ce que le référentiel aurait demandé (3 points, à remplir)

Choisissez **trois** critères parmi les douze (quatre n'ont rien à voir avec cette histoire). Pour chacun : la `"phrase"` du récit qui l'enfreint,
la `"personne"` lésée, et la `"preuve"` que vous demanderiez. Les codes sont dans les tableaux ci-dessus.
"""

# %% exercice="design.ria31" role="reponse"
RIA31 = (
    ### BEGIN SOLUTION
    [
        {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
        {"critere": "CM-UI-01", "phrase": "R4", "personne": "agee", "preuve": "echantillon"},
        {"critere": "CM-UI-04", "phrase": "R5", "personne": "lecteur_ecran", "preuve": "audit_rgaa"},
    ]
    ### END SOLUTION
)
# RIA31 = [
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
# ]

# %% exercice="design.ria31" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("design.ria31", RIA31=RIA31, sujets=sujets)

# %% [markdown]
r"""
### Exercice 3 : répondre à quelqu'un (4 points ; critère CM-UI-01)

Il manque une pièce à un dossier. Écrivez `reformuler(message, contexte)`, qui choisit les phrases de la réponse : une liste de noms, dans l'ordre où la personne les lira, parmi celles du tableau (certaines ne devraient jamais partir).

- un salut d'abord, une formule de fin à la fin, douze phrases au plus, chacune une seule fois ;
- la pièce, la date, et le montant ; `contexte["montant"]` vaut parfois `None` : la mairie ne sait pas, n'en parlez pas ;
- quoi faire ensuite ; une personne, et deux moyens au moins de la joindre (téléphone, courriel, guichet) ; et dire que c'est une IA ;
- rien d'autre que ce que contient le `contexte`, et de quoi être aimable.

Le message peut être en argot, ou demander « parle-moi comme à un pote » : la réponse garde le même respect, à tout âge, et ne promet rien. Écrire avec ses propres mots se relit à deux : aucun programme ne sait si une phrase est juste.
"""

# %% tags=["montre"]
un_cas = sujet_public("design.reformuler")["cas"][0]  # pour essayer : un message, et ce que la mairie sait
print(un_cas["message"], un_cas["contexte"], sep="\n")
print(ecrire_la_reponse(["bonjour", "merci", "bonne_journee"], un_cas["contexte"]))
phrases_possibles()

# %% exercice="design.reformuler" role="reponse"
def reformuler(message, contexte):
    """Les noms des phrases à envoyer, dans l'ordre (une liste)."""
    ### BEGIN SOLUTION
    montant = ["montant"] if contexte["montant"] is not None else []
    faits = ["manque", "avant_le", *montant]
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]
    ### END SOLUTION


# reformuler = choisir(
#     "design.reformuler",
#     saluer=...,
#     annoncer=...,
#     ensuite=...,
#     personne=...,
#     dire=...,
# )

# %% exercice="design.reformuler" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("design.reformuler", reformuler=reformuler, sujets=sujets)

# %% [markdown]
r"""
### Exercice 4 : une page où chacun peut écrire et relire (4 points ; critère CM-UI-04)

Voici la page mise en ligne, et qui elle laisse dehors.
"""

# %% tags=["montre"]
montrer_page_en_ligne()

# %% [markdown]
r"""
Écrivez `interface_html(reponse)`, qui rend la page **entière**. `reponse["historique"]` liste les messages (`"qui"`, `"texte"`), `reponse["erreur"]` l'erreur du champ
(un texte vide s'il n'y en a pas), `reponse["contact"]` le `telephone`, le `courriel` et le `guichet`. Elle dit d'emblée que c'est une IA ; les messages sont dans l'ordre, chacun avec son auteur, écrit ;
la réponse est annoncée sans couper la parole ; tout se fait au clavier, et le bouton envoie le formulaire où l'on écrit ; l'erreur est reliée à son champ ; la page a sa langue, son titre, un seul `<main>`,
un `<h1>` puis des titres sans saut de niveau ; elle suit la largeur d'un téléphone et se laisse agrandir. `html.escape(texte)` protège un texte qui contient « < ».

Le style est donné : la mairie applique sa feuille (`FEUILLE`), avec trois classes au choix : `bulle`, `erreur`, `a-l-oreille` (un texte pour qui écoute). N'en écrivez pas d'autre : un style, un attribut ou un
élément que le juge ne connaît pas est nommé, et refusé. Il admet des lettres foncées, des fonds clairs, des marges et une largeur maximale.
"""

# %% tags=["montre"]
print(FEUILLE)
EXEMPLE  # pour essayer : ce que reçoit votre fonction

# %% exercice="design.interface" role="reponse"
def interface_html(reponse):
    """La page entière, de <!DOCTYPE html> à </html> (un texte)."""
    ### BEGIN SOLUTION
    messages = "".join(f"<p>{m['qui']} : {html.escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = html.escape(reponse["erreur"])
    lie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    dite = f'<p id="erreur">{erreur}</p>' if erreur else ""
    contact = " ou ".join(html.escape(c) for c in reponse["contact"].values())
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"></head>
    <body><main><h1>ChatMairie</h1>
    <p>Un assistant automatique (une IA) vous répond. Parler à une personne : {contact}.</p>
    <div role="log">{messages}</div>
    <form><label for="question">Votre question</label> <input id="question" name="question"{lie}>{dite}
    <button>Envoyer</button></form></main></body></html>"""
    ### END SOLUTION


# interface_html = choisir(
#     "design.interface",
#     champ=...,
#     envoyer=...,
#     annonce=...,
#     erreur=...,
#     couleurs=...,
#     mesures=...,
#     dire_ia=...,
#     contact=...,
# )

# %% exercice="design.interface" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("design.interface", interface_html=interface_html, sujets=sujets)

# %% [markdown]
r"""
### Apprendre autrement

Restent les mots de l'assistant. Le remède auquel tout le monde pense : retirer l'argot du corpus. Cela suffira-t-il ?
"""

# %% tags=["montre"]
prevoir("design.retirer")

# %% tags=["montre"]
essai = essayer_les_remedes(GRAINE)
figure_remedes(essai)

# %%
devoiler("design.retirer", essai)

# %% [markdown]
r"""
Deux essais, deux réponses. Une IA essayée sur ce qu'elle a déjà lu paraît bien meilleure qu'elle n'est : demandez toujours si les questions d'essai ont servi à apprendre.
Le dernier remède échoue pour tout le monde, dans les deux essais : il jette plus de huit questions sur dix.
"""

# %% [markdown]
r"""
### Exercice 5 : comprendre tout le monde, répondre clairement (4 points ; critère CM-UI-03)

Écrivez `equilibrer(corpus)`, qui rend le corpus à donner à l'assistant, avec les mêmes colonnes : `question`, `registre_question`, `besoin` (ce que l'on demande : plusieurs questions ont le même),
`reponse`, `registre_reponse` (`"clair"` ou `"familier"`). On y mesurera, dans cette mairie et dans d'autres, où l'argot n'est pas le même :
la compréhension dans **chaque** façon d'écrire (neuf questions sur dix), et les réponses familières (aucune). Les questions d'essai sont celles de la semaine suivante : celles du corpus, à peine changées. Une façon d'écrire que l'on retire du corpus n'y est plus comprise.
"""

# %% tags=["montre"]
montrer_corpus(sujet_public("design.equilibrer")["corpus"])

# %% exercice="design.equilibrer" role="reponse"
def equilibrer(corpus):
    """Le corpus à donner à l'assistant (un DataFrame, mêmes colonnes)."""
    ### BEGIN SOLUTION
    claires = corpus[corpus["registre_reponse"] == "clair"].drop_duplicates("besoin").set_index("besoin")["reponse"]
    return corpus.assign(reponse=corpus["besoin"].map(claires), registre_reponse="clair")
    ### END SOLUTION


# equilibrer = choisir(
#     "design.equilibrer",
#     questions=...,
#     reponses=...,
# )

# %% exercice="design.equilibrer" role="note"
from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("design.equilibrer", equilibrer=equilibrer, sujets=sujets)

# %% [markdown]
r"""
## Rejouons

La même semaine, les mêmes personnes, avec **vos** réponses. Qui est encore laissé de côté ?
"""

# %%
reprise = rejouer_avec(GRAINE, reformuler=reformuler, interface_html=interface_html, equilibrer=equilibrer)
figure_avant_apres(reprise)

# %%
avant_apres(interface_html)

# %%
criteres_appliques("design", reprise)

# %% tags=["montre"]
purement_fortuite("design")

# %% [markdown]
r"""
Votre réponse tient-elle ailleurs ? `eprouver("design.equilibrer", equilibrer=equilibrer)` la rejoue dans vingt mondes tirés au hasard, le pire d'abord.

Complétez enfin le tableau du référentiel : pour chacun de vos trois critères, quel résultat de ce carnet sert maintenant de preuve ?
"""

# %%
completer("design.ria31", {"votre premier critère": ..., "votre deuxième critère": ..., "votre troisième critère": ...})

# %% [markdown]
r"""
## À deux, trois minutes

« Parler comme les gens, est-ce les respecter ? »

Chacun défend un côté, puis on échange. Seul devant l'écran : écrivez la réponse de quelqu'un qui n'est pas de votre avis.
"""

# %% [markdown] exercice="design.ouverte" role="question"
r"""
## Question ouverte

**Préparez un essai avec de vraies personnes (150 mots au plus, 3 points).** Quelles personnes (cinq au moins, aux situations différentes), et avec qui les inviter ? Quelle vraie tâche ? Quel accord, quel
dédommagement, quel droit d'arrêter ? Que noterez-vous, sans nom ? Citez un chiffre de **votre** rejeu. Qu'est-ce qui vous ferait renoncer ? Que changerez-vous, et qui le leur dira ?
"""

# %% [markdown] exercice="design.ouverte" role="ouverte"
r"""
### BEGIN SOLUTION
Avec l'association d'usagers et le CCAS, nous invitons six personnes : une qui écoute l'écran, une qui agrandit, une qui signe, une qui apprend le français, une lycéenne, une sans smartphone.

Chacune essaie une vraie démarche : savoir quoi apporter pour la cantine, puis joindre quelqu'un. L'accord est écrit, la séance payée 40 euros, et l'on peut arrêter à tout moment.

Nous notons, sans nom : démarche finie ou non, minutes, mots demandés, aide reçue. Dans mon rejeu, la personne la moins bien servie ne réussissait qu'une démarche sur cinquante.

Si une seule personne ne peut pas finir seule, nous n'ouvrons pas.

Les blocages seront levés avant l'ouverture. Solange rappellera chaque personne sous quinze jours, par le moyen de son choix, pour dire ce qui a changé.
### END SOLUTION
"""

# %%
relire("design.ouverte")

# %% [markdown]
r"""
## À retenir

- Écouter les gens, c'est lire ce qu'ils demandent. Personne n'avait demandé « Mon REUF ».
- Comprendre toutes les façons d'écrire ; répondre à toutes avec le même respect : ce sont deux registres.
- Une majorité dans les données devient presque la totalité des réponses.
- Un score de lisibilité compte des syllabes. L'argot y bat la réponse claire.
- Une page se juge au clavier, à l'oreille, agrandie ; puis avec des personnes, et leur accord.
"""

# %% [markdown]
r"""
## Et pour votre projet ?

Trois lignes, gardées pour le bilan et jamais notées : où ce risque existe-t-il chez vous ? Qui le saurait en premier ? Que lui demanderez-vous demain ?
"""

# %%
pour_votre_projet("design", ..., ..., ...)

# %%
le_dernier_ecran(reprise)

# %% [markdown]
r"""
## Pour aller plus loin

**En plus.** Ce qui suit ne compte pas dans les 20 points. Le juge est le même ; prenez ce qui vous intéresse.
"""

# %% [markdown]
r"""
### Exercice en plus : faire mentir un score (2 points, en plus des 20, un texte à écrire ; critère CM-UI-02)

Écrivez un texte de 20 à 60 mots, dont douze différents, au score excellent (85 ou plus), et qui n'aide **aucune** des dix personnes : ni quoi faire, ni qui joindre.
`score("votre texte")` le mesure. C'est un contre-exemple : il servira le jour où l'on vous proposera de tout juger à un score.
"""

# %% tags=["montre"]
score("Merci pour ce mot. Nous en prenons note.")  # pour essayer : remplacez le texte

# %% exercice="design.contre_exemple" role="reponse"
CONTRE_EXEMPLE = (
    ### BEGIN SOLUTION
    "On a bien lu ce mot. C'est noté, c'est dit, c'est vu. Le jour va venir, il faut un peu de temps. Tout va bien. On pense à vous."
    ### END SOLUTION
)
# CONTRE_EXEMPLE = "Votre texte, entre guillemets."

# %%
verifier("design.contre_exemple", CONTRE_EXEMPLE=CONTRE_EXEMPLE)

# %% [markdown]
r"""
### Exercice en plus : repérer un registre inadapté (2 points, en plus des 20 ; critère CM-UI-01)

Aucune façon de parler n'est une faute ; certaines ne vont pas à une mairie qui parle à quelqu'un qu'elle ne connaît pas. Écrivez `reperer_familiarite(texte)`, qui rend une liste
de couples `(debut, fin)` : `texte[debut:fin]` est l'expression. Cherchez les mots de `LEXIQUE` et les formes du tutoiement (`tu`, `te`, `toi`, `ton`, `ta`, `tes`, `t'`),
même déguisés (`REUF`, `reuuuf`, `r3uf`, `frerot`). Votre règle ne doit signaler ni « statut », ni « ma demande », ni le nom de Mme Frérot ou de M. Bled, ni un texte cité entre guillemets (« » ou “ ”).
"""

# %% tags=["montre"]
montrer_lexique()

# %% tags=["montre"]
sujet_public("design.registre")["textes"][:6]  # pour essayer

# %% exercice="design.registre" role="reponse"
def reperer_familiarite(texte):
    """Une liste de couples (debut, fin). Par exemple "Salut mon pote" donne [(6, 14)]."""
    ### BEGIN SOLUTION
    protege = r"«[^»]*»|“[^”]*”|(?:M\.|Mme|Madame|Monsieur)\s+\w+"
    lu = re.sub(protege, lambda m: "." * len(m[0]), texte).lower()  # même longueur : les places restent bonnes
    table = str.maketrans("éèêàôîç01345", "eeeaoicoieas")
    lu = lu.translate(table)
    places = []
    for mot in [*LEXIQUE, "tu", "te", "toi", "ton", "ta", "tes"]:
        motif = "".join(re.escape(c) + "+" for c in mot.translate(table))
        places += [m.span() for m in re.finditer(rf"\b{motif}\b", lu)]
    return places + [m.span() for m in re.finditer(r"\bt'", lu)]
    ### END SOLUTION


# reperer_familiarite = choisir(
#     "design.registre",
#     chercher=...,
#     meme_si=[...],
#     sauf=[...],
# )

# %%
verifier("design.registre", reperer_familiarite=reperer_familiarite)

# %% [markdown]
r"""
### Reparler à l'assistant

Reparlez à l'assistant, entraîné cette fois sur votre corpus : comprend-il l'argot ? Comment répond-il ?
"""

# %%
discuter_avec(equilibrer, rejeu, depart="wesh c ou la karte de biblio")

# %% [markdown]
r"""
Ce que ce carnet ne montre pas : le facile à lire et à comprendre (FALC), qui se relit avec des personnes concernées et n'impose pas le « tu » ; une réponse en langue des signes ;
une page essayée avec un vrai lecteur d'écran. L'essai de compréhension est facile : les mots restent ceux du corpus. Sur des questions tout à fait neuves, ce petit moteur se trompe environ une fois sur cinq.
"""

# %% [markdown]
r"""
Le droit vu dans ce carnet (droit vérifié le 22 novembre 2026 ; sources et degré de certitude dans `referential/droit.yaml`, articles à relire avant usage) :

- Loi du 11 février 2005, article 47 : accessibilité des services en ligne, déclaration et schéma pluriannuel (référentiel RGAA).
- Règlement européen sur l'IA, article 50 : dire que l'on parle à une IA, de façon accessible.
- Engagements Services Publics+ : courtoisie, information claire et simple, essais avec des usagers.

L'enquête du Défenseur des droits (2019, puis 2022) : quand tout passe par l'écran, des personnes âgées, en situation de handicap ou de pauvreté perdent des droits.
"""

# %%
progression("design")  # progression() : tout le cours
