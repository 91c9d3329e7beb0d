"""Ce que montre le carnet 03, et ce que l'on y bouge. Chaque figure a son résumé, ses chiffres et ses effectifs."""

from __future__ import annotations

from typing import Any

import pandas as pd

from chatmairie.affichage.cartes import CarteTexte, Encadre, Ensemble
from chatmairie.affichage.figures import Figure, barres
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Choix, Curseur, Manette
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.echecs.design.lisibilite import mots_par_phrase, score
from chatmairie.echecs.design.mecanisme import EXEMPLE, page_naive
from chatmairie.echecs.design.monde import COMPTE_RENDU, TEXTES
from chatmairie.echecs.design.page import defauts
from chatmairie.echecs.design.public import USAGERS, reussites
from chatmairie.echecs.design.registre import LEXIQUE, marques
from chatmairie.echecs.design.rejeu import Rejeu, defauts_de_la_page_naive
from chatmairie.echecs.design.remedes import Essai, Reprise, essayer_une_part
from chatmairie.echecs.design.tirage import REGISTRES, besoin
from chatmairie.langue.mots import accorder
from chatmairie.parcours import progres

TROIS_REPONSES = {
    "claire": besoin("bibliotheque").claire,
    "argot": besoin("bibliotheque").familiere,
    "administrative": TEXTES["administrative"],
}
"""Trois réponses à « Comment avoir une carte à la bibliothèque ? »."""


def montrer_compte_rendu() -> Ensemble:
    """Le compte rendu de l'atelier, en une page."""
    demandes = [
        {"Ce qui a été demandé": quoi, "Participants": f"{n} sur {COMPTE_RENDU.participants}"}
        for quoi, n in COMPTE_RENDU.demandes.items()
    ]
    demandes.append(
        {"Ce qui a été demandé": "qu'on leur parle en argot", "Participants": f"0 sur {COMPTE_RENDU.participants}"}
    )
    return Ensemble(
        Tableau(
            demandes,
            legende="Compte rendu de l'atelier (fictif) : 14 participants de 16 à 25 ans, aux situations différentes.",
        ),
        Encadre(
            "Ce qu'ils ont dit, et ce qu'on ne leur a pas dit",
            "\n".join(f"- {p}" for p in COMPTE_RENDU.paroles),
            "Rien n'indique qu'on leur ait demandé leur accord pour enregistrer l'atelier, ni qu'on leur ait dit que "
            "leurs phrases "
            "entraîneraient une IA. Personne n'est revenu leur dire ce qui en avait été fait.",
        ),
    )


def montrer_corpus(corpus: pd.DataFrame, lignes: int = 5) -> Tableau:
    """Quelques lignes du corpus donné à l'assistant, une par façon d'écrire."""
    apercu = corpus.groupby("registre_question", sort=False).head(1).head(lignes)
    return Tableau(
        [
            {
                "Question": x.question,
                "Façon d'écrire": REGISTRES.get(x.registre_question, x.registre_question),
                "Réponse": x.reponse,
                "Registre de la réponse": x.registre_reponse,
            }
            for x in apercu.itertuples()
        ],
        legende=f"Le corpus : {len(corpus)} questions et leurs réponses, écrites pour ce cours. Une ligne par façon "
        f"d'écrire.",
    )


def figure_personnes(rejeu: Rejeu) -> Figure:
    """Les dix personnes, la moins bien servie en premier : démarches réussies, sur 100."""
    par = rejeu.echanges.groupby("cle", sort=False).agg(
        chance=("chance", "mean"), reussies=("reussi", "sum"), demandes=("reussi", "size"), comprises=("compris", "sum")
    )
    lignes = [
        {
            "Personne": u.prenom,
            "Situation": u.situation,
            "Demandes": int(par.loc[u.cle, "demandes"]),
            "Comprises": int(par.loc[u.cle, "comprises"]),
            "Démarches réussies": int(par.loc[u.cle, "reussies"]),
            "Réussies, sur 100 (attendu)": round(100 * float(par.loc[u.cle, "chance"])),
        }
        for u in USAGERS
    ]
    lignes.sort(key=lambda x: (x["Réussies, sur 100 (attendu)"], x["Personne"]))
    reussies, demandes = sum(x["Démarches réussies"] for x in lignes), sum(x["Demandes"] for x in lignes)
    pire = lignes[0]
    figure = barres(
        {x["Personne"]: x["Réussies, sur 100 (attendu)"] for x in lignes},
        titre="Démarches réussies avec ChatMairie, sur 100, par personne",
        resume=f"{reussies} démarches réussies sur {demandes}, alors que presque toutes les questions sont comprises. "
        f"La moins bien servie : "
        f"{pire['Personne']} ({pire['Situation']}). Modèle et constantes : hypothèses du cours. {SYNTHETIQUE}",
        unite="sur 100",
        maxi=100,
        quoi="Personne",
    )
    figure.tableau = Tableau(
        lignes, legende="Par personne, la moins bien servie en premier : les chiffres.", max_lignes=None
    )
    return figure


def figure_familiarite(rejeu: Rejeu) -> Figure:
    """Réponses familières données, par façon d'écrire la question, à côté du corpus."""
    lignes = []
    for r, nom in REGISTRES.items():
        siennes = rejeu.echanges[rejeu.echanges["registre_question"].eq(r)]
        corpus = rejeu.corpus[rejeu.corpus["registre_question"].eq(r)]
        familieres = int(siennes["registre_reponse"].eq("familier").sum())
        lignes.append(
            {
                "Question": nom,
                "Réponses données": len(siennes),
                "Dont familières": familieres,
                "Données, sur 100": round(100 * familieres / max(1, len(siennes))),
                "Dans le corpus, sur 100": round(100 * corpus["registre_reponse"].eq("familier").mean()),
            }
        )
    total = int(rejeu.echanges["registre_reponse"].eq("familier").sum())
    pari = progres.courant().lire("paris", "design.combien")
    figure = barres(
        {
            "dans le corpus": {x["Question"]: x["Dans le corpus, sur 100"] for x in lignes},
            "données": {x["Question"]: x["Données, sur 100"] for x in lignes},
        },
        titre="Réponses familières, sur 100, selon la façon d'écrire la question",
        resume=f"{total} réponses familières sur {len(rejeu.echanges)}, à tout le monde, même aux personnes qui "
        f"écrivent en français courant. {SYNTHETIQUE}",
        unite="sur 100",
        maxi=100,
        prevision=pari,
        quoi="Question",
    )
    figure.tableau = Tableau(lignes, legende="Réponses familières : les chiffres.", max_lignes=None)
    return figure


def _reussites(chance: float) -> str:
    return f"{accorder(round(100 * chance), 'réussite', 'réussites')} sur 100"


def montrer_scores() -> Tableau:
    """Les trois réponses : leur score, et ce qu'elles font aux dix personnes."""
    lignes = []
    for nom, texte in TROIS_REPONSES.items():
        chances = reussites(texte)
        pire = min(chances, key=chances.__getitem__)
        lignes.append(
            {
                "Réponse": nom,
                "Score de lisibilité": round(score(texte)),
                "Mots par phrase": round(mots_par_phrase(texte)),
                "Marques familières": len(marques(texte)),
                "La moins bien servie": f"{pire}, {_reussites(chances[pire])}",
            }
        )
    return Tableau(
        lignes,
        legende="Score de Kandel et Moles (plus haut : phrases et mots plus courts), compté par textstat. Les "
        "réussites viennent du modèle "
        "du cours.",
    )


def montrer_lexique() -> CarteTexte:
    """Les mots du lexique donné."""
    return CarteTexte(
        "Le lexique du cours",
        ", ".join(LEXIQUE) + ".",
        "Ces mots sont vivants, et bien à leur place entre amis. Le lexique est discutable, et il vieillira.",
    )


def montrer_page_en_ligne() -> Ensemble:
    """La page de la mairie : son code, et ce qui y arrête quelqu'un."""
    trouves = {d.code: d for d in defauts(page_naive(EXEMPLE))}
    return Ensemble(
        CarteTexte("La page mise en ligne", f"```\n{page_naive(EXEMPLE)}```"),
        Tableau(
            [{"RGAA 4.1": d.critere, "Qui reste dehors, et comment": d.phrase} for d in trouves.values()],
            legende="Ce que le juge y trouve. Un juge automatique n'en voit qu'une partie : des personnes doivent "
            "essayer.",
            max_lignes=None,
        ),
    )


def figure_remedes(essai: Essai) -> Ensemble:
    """Ce que change chaque remède : questions comprises par façon d'écrire, réponses familières ; puis la compréhension
    seule, sur des tournures jamais vues."""
    semaine = [
        {"Remède": nom, "Lignes": essai.lignes[nom]} | _comprises(c) | {"Réponses familières": essai.familieres[nom]}
        for nom, c in essai.comprises.items()
    ]
    return Ensemble(
        Tableau(
            semaine,
            legende="Sur 100 questions de la semaine suivante : celles du corpus, à peine changées (un salut, un mot "
            f"en moins, une faute de frappe). C'est un essai facile. {SYNTHETIQUE}",
        ),
        Tableau(
            [{"Remède": nom} | _comprises(c) for nom, c in essai.neuves.items()],
            legende="Sur 100 tournures jamais vues : mises à part avant d'apprendre (une sur trois, trois fois). C'est "
            f"un essai difficile. {SYNTHETIQUE}",
        ),
    )


def _comprises(par_facon: dict[str, int]) -> dict[str, int]:
    return {f"Comprises : {REGISTRES[r]}": n for r, n in par_facon.items()}


def figure_avant_apres(reprise: Reprise) -> Any:
    """Avant et après les réponses de l'apprenant : par personne, la moins bien servie d'abord."""
    if reprise.personnes is None:
        return CarteTexte("Rejouons", reprise.manque)
    table = reprise.personnes
    avant = {x.prenom: x.avant for x in table.itertuples()}
    apres = {x.prenom: x.apres for x in table.itertuples()}
    pire = table.iloc[0]
    figure = barres(
        {"avant": avant, "après": apres},
        titre="Démarches réussies, sur 100, par personne : avant et après vos réponses",
        resume=f"La moins bien servie, après : {pire['prenom']}, démarches réussies : {pire['apres']} sur 100 "
        f"(avant : {pire['avant']}). {SYNTHETIQUE}",
        unite="sur 100",
        maxi=100,
        quoi="Personne",
    )
    figure.tableau = Tableau(
        [
            {
                "Personne": x.prenom,
                "Situation": x.situation,
                "Avant": x.avant,
                "Après": x.apres,
                "Avec un dossier à compléter": x.dossier,
            }
            for x in table.itertuples()
        ],
        legende="Démarches réussies sur 100. « Avec un dossier à compléter » : la réponse est celle de votre "
        "`reformuler`.",
        max_lignes=None,
    )
    restes = (
        "\n".join(f"- {d}" for d in reprise.defauts)
        or "Le juge n'y trouve plus rien. Des personnes doivent encore l'essayer."
    )
    return Ensemble(
        figure,
        CarteTexte("Ce qui reste dans votre page", restes),
        CarteTexte("Ce que lirait quelqu'un", reprise.exemple),
    )


# --- ce que l'on bouge ----------------------------------------------------------------------------------


def manette_part(graine: int) -> Manette:
    """« Quelle part de réponses familières ? » : ce que devient le ton, et qui y perd."""
    return Manette(
        {"part": Curseur("Réponses familières dans le corpus", 0, 100, 5, 85, "sur 100")},
        lambda part: montrer_part(graine, part),
        titre="Quelle part de réponses familières ?",
    )


def montrer_part(graine: int, part: int) -> Any:
    """Les réponses données, les questions comprises et les démarches réussies, pour cette part."""
    comprises, familieres, reussies = essayer_une_part(graine, int(part))
    return Ensemble(
        Tableau(
            [{"Dans le corpus, sur 100": part, "Réponses familières données, sur 100": familieres}
             | {f"Comprises : {REGISTRES[r]}": n for r, n in comprises.items()}],
            legende=f"Avec {part} réponses familières sur 100 dans le corpus, l'assistant en donne {familieres}. "
                f"Questions : celles du corpus, à peine changées. {SYNTHETIQUE}",
        ),
        Tableau(
            [{"Personne": nom, "Démarches réussies, sur 100": n} for nom, n in reussies.items()],
            legende="Sur une page sans défaut : on ne regarde ici que les mots. La moins bien servie en premier.",
            max_lignes=None,
        ),
    )  # fmt: skip


def manette_personnes() -> Manette:
    """« Et si les constantes étaient autres ? » : le poids de chaque obstacle, jusqu'à zéro."""
    return Manette(
        {
            "reponse": Choix(
                "Réponse", {"argot": "en argot", "claire": "claire", "administrative": "administrative"}, "argot"
            ),
            "page": Choix(
                "Page", {"en_ligne": "celle de la mairie", "sans_defaut": "une page sans défaut"}, "en_ligne"
            ),
            "familiarite": Curseur("Ce que coûte l'argot", 0.0, 2.0, 0.25, 1.0, "fois"),
            "obstacle": Curseur("Ce que coûtent les défauts de la page", 0.0, 2.0, 0.25, 1.0, "fois"),
            "jargon": Curseur("Ce que coûtent les mots de métier", 0.0, 2.0, 0.25, 1.0, "fois"),
            "longueur": Curseur("Ce que coûtent les longues phrases", 0.0, 2.0, 0.25, 1.0, "fois"),
        },
        montrer_personnes,
        titre="Et si les constantes étaient autres ?",
    )


def montrer_personnes(
    reponse: str, page: str, familiarite: float, obstacle: float, jargon: float = 1.0, longueur: float = 1.0
) -> Any:
    """Les dix personnes, la moins bien servie en premier, avec ces constantes."""
    codes = defauts_de_la_page_naive() if page == "en_ligne" else ()
    poids = {"longueur": longueur, "familiarite": familiarite, "jargon": jargon, "page": obstacle}
    chances = reussites(TROIS_REPONSES[reponse], codes, poids)
    situations = {u.prenom: u.situation for u in USAGERS}
    pire, mieux = (round(100 * c) for c in (min(chances.values()), max(chances.values())))
    qui = f"La moins bien servie : {next(iter(chances))}, {accorder(pire, 'réussite', 'réussites')} sur 100."
    if pire == mieux:
        qui = f"Aucune n'est moins bien servie : {accorder(pire, 'réussite', 'réussites')} sur 100 pour chacune."
    return Tableau(
        [
            {"Personne": nom, "Situation": situations[nom], "Réussites, sur 100": round(100 * c)}
            for nom, c in chances.items()
        ],
        legende=f"{qui} Une seule réponse est jouée ici, comprise et toujours la même : le rejeu mêlait toutes celles "
        "de la semaine. Toutes les constantes sont des hypothèses du cours.",
        max_lignes=None,
    )
