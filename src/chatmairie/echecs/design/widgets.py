"""Ce que l'on bouge : deux manettes, minces. Tout est calculé ailleurs. La conversation est dans `discussion`."""

from __future__ import annotations

from typing import Any

from chatmairie.affichage.cartes import Ensemble
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Choix, Curseur, Manette
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.echecs.design.tirage import REGISTRES
from chatmairie.echecs.design.remedes import essayer_une_part
from chatmairie.echecs.design.vues import TROIS_REPONSES
from chatmairie.echecs.design.public import USAGERS, reussites
from chatmairie.echecs.design.rejeu import defauts_de_la_page_naive
from chatmairie.langue.mots import accorder


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
