"""Dans quel état est une copie corrigée, et ce qui a été remis en ordre : les mots, à un seul endroit.

L'état d'un carnet corrigé et ses remarques sont rangés dans le carnet lui-même (`metadata.chatmairie`, voir
`lire` et `ecrire`) : ils suivent la copie dans autograded/, jusqu'aux retours et au tableau de bord.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

CLE = "chatmairie"
PAR_UNE_PERSONNE = "NoteDuFormateur"
"""Le nom d'erreur d'une cellule de note que le cours ne sait pas juger : une personne la note."""

Gravite = Literal["rien", "information", "a_regarder"]


@dataclass(frozen=True)
class Etat:
    """L'état d'un carnet rendu.

    titre : deux ou trois mots, pour un tableau. phrase : ce qui s'est passé et ce qui a été compté, pour le
    formateur. a_faire : le geste utile, ou rien.
    """

    code: str
    titre: str
    phrase: str
    a_faire: str = ""
    gravite: Gravite = "rien"


_ETATS = (
    Etat("corrigee", "corrigée", "La copie a été corrigée telle qu'elle a été rendue."),
    Etat(
        "remise_en_ordre", "remise en ordre",
        "La copie a été corrigée après remise en ordre : seules les réponses de l'élève ont été prises.",
        "Rien n'est perdu pour l'élève ; les remarques disent ce qui a été remis.", "information",
    ),
    Etat("sans_reponse", "sans réponse", "Aucune réponse n'a été écrite dans ce carnet : 0 point.",
         "Vérifier que l'élève a rendu le bon fichier, enregistré.", "a_regarder"),
    Etat("absente", "non rendue", "Ce carnet n'a pas été rendu : pas de note.",
         "Le demander à l'élève ; il sera corrigé dès qu'il sera déposé.", "a_regarder"),
    Etat("vide", "fichier vide", "Le fichier rendu ne contient rien (0 octet) : pas de note.",
         "Redemander le fichier : l'envoi a sans doute été interrompu.", "a_regarder"),
    Etat("coupee", "fichier coupé",
         "Le fichier rendu s'arrête au milieu : les réponses encore lisibles ont été corrigées, les autres comptent 0.",
         "Redemander le fichier entier.", "a_regarder"),
    Etat("abimee", "fichier abîmé",
         "Une partie du fichier rendu ne se lit pas : les réponses encore lisibles ont été corrigées, les autres "
         "comptent 0.",
         "Redemander le fichier ; devant des marques de conflit git, l'élève choisit d'abord une version.",
         "a_regarder"),
    Etat("illisible", "illisible", "Le fichier rendu n'est pas un carnet lisible : pas de note.",
         "Redemander le fichier, enregistré depuis JupyterLab (extension .ipynb).", "a_regarder"),
    Etat("etrangere", "autre carnet", "Ce carnet ne contient aucune cellule de ce devoir : pas de note.",
         "L'élève a sans doute rendu un autre fichier : le lui demander.", "a_regarder"),
    Etat("lien", "pas un fichier",
         "Ce qui a été rendu est un lien vers un autre endroit, pas un fichier : il n'a pas été suivi ; pas de note.",
         "Demander le fichier lui-même.", "a_regarder"),
    Etat("trop_grosse", "trop gros", "Le fichier rendu est trop gros pour être ouvert : pas de note.",
         "Demander le carnet sans ses résultats (menu Édition, « Effacer les résultats de toutes les cellules »).",
         "a_regarder"),
    Etat("plantee", "arrêt brutal",
         "Une cellule a arrêté Python, ou pris toute sa mémoire : elle compte comme une erreur, le reste de la copie "
         "a été corrigé.",
         "Lire la cellule nommée dans les remarques.", "a_regarder"),
    Etat("delai", "temps dépassé",
         "Une cellule n'a pas rendu la main à temps : elle compte comme une erreur, le reste a été corrigé.",
         "Lire la cellule nommée dans les remarques : une boucle sans fin, le plus souvent.", "a_regarder"),
    Etat("cours_abime", "cellule en échec",
         "Une cellule du cours échoue dans cette copie, et dans elle seule : ce que la copie a changé l'en empêche. "
         "Tout le reste a été jugé.",
         "Rien à refaire ; les remarques nomment la cellule.", "information"),
    Etat("arretee", "arrête sa correction",
         "Le code rendu a arrêté tout ce qui l'exécutait : ce qui n'a pas pu être jugé compte 0, le reste est noté.",
         "Lire le code rendu, et en parler avec l'élève.", "a_regarder"),
    Etat("en_panne", "panne de correction",
         "La correction de cette copie a échoué pour une raison qui n'est pas l'élève.",
         "Lire le journal de cette copie, puis relancer la correction.", "a_regarder"),
)  # fmt: skip

ETATS: dict[str, Etat] = {e.code: e for e in _ETATS}
"""Code -> état, du plus ordinaire au plus grave."""

PAS_LU = ("absente", "vide", "illisible", "etrangere", "lien", "trop_grosse", "en_panne")
"""Rien n'a été lu de ce qu'a fait l'élève : 0 n'est pas sa note tant que personne ne l'a décidé."""


def le_plus_grave(codes: Iterable[str]) -> str:
    """Parmi ces codes, celui qui compte le plus pour le formateur ; « corrigee » s'il n'y en a aucun."""
    ordre = list(ETATS)
    return max((c for c in codes if c in ETATS), key=ordre.index, default="corrigee")


def ecrire(carnet: Any, etat: str, remarques: Iterable[str]) -> None:
    """Range l'état et les remarques dans le carnet ; s'ajoute à ce qui y est déjà (le plus grave des états reste).

    Lève `KeyError` si l'état n'existe pas.
    """
    deja_etat, deja_dites = lire(carnet)
    garde = le_plus_grave([ETATS[etat].code, *([deja_etat] if deja_etat else [])])
    dites = list(dict.fromkeys([*deja_dites, *remarques]))
    range_ici = dict(carnet.metadata.get(CLE) or {})
    carnet.metadata[CLE] = {**range_ici, "etat": garde, "remarques": dites}


def lire(carnet: Any) -> tuple[str, list[str]]:
    """(état, remarques) rangés dans un carnet corrigé ; ("", []) s'il n'en porte pas."""
    range_ici = carnet.get("metadata", {}).get(CLE) or {}
    etat = range_ici.get("etat", "")
    return (etat if etat in ETATS else ""), [str(r) for r in range_ici.get("remarques", [])]
