"""Écrit `guide/securite.md` à partir des attaques essayées : `python -m tests.attaques.securite`.

Rien n'y est écrit à la main : chaque ligne vient d'une copie que ces essais corrigent, avec ce qu'elle obtient.
"""

from __future__ import annotations

from pathlib import Path

from chatmairie.correction import etats
from chatmairie.langue.typographie import poser_les_espaces
from tests.attaques.attaque import NON_ESSAYE, Attaque
from tests.attaques.liste import FAMILLES, TOUTES

PAGE = Path(__file__).resolve().parents[2] / "guide" / "securite.md"

_TETE = """# Ce qui protège la correction, et ce qui ne l'est pas

<!-- page faite par « python -m tests.attaques.securite », ne pas la changer à la main -->

Corriger une classe, c'est exécuter sur votre machine des programmes que vous n'avez pas écrits. Ici, **le code d'un élève
ne tourne jamais dans le processus qui le note** : il tourne dans un enclos, où le juge lui demande de répondre ; ce qui en
revient est une donnée bornée, jamais un verdict. Cette page dit ce qui a été essayé ({nombre} copies hostiles, corrigées
au milieu d'une classe par `pytest tests/attaques -m attaque`), ce qu'il en reste, et ce qui n'est pas protégé.

## Selon votre système

| système | ce qui tient |
|---|---|
| Linux, avec bubblewrap | Fichiers de la classe hors de vue ; ni réseau, ni prise locale ; processus à part, sans droits, arrêtés avec la copie ; Landlock en dessous (Linux 5.13) ; mémoire, calcul, processus et fichiers limités. `corriger` essaie chaque couche avant de commencer, le dit, et refuse s'il en manque une. |
| Linux, sans bubblewrap | `corriger` refuse. Installez-le : `sudo apt-get install bubblewrap`. |
| macOS | Pas d'enclos : `corriger` refuse, sauf `corriger --sans-enclos`, pour des copies que vous avez lues, sur une machine où rien n'est à protéger. |
| Windows | `corriger` refuse : passez par WSL, qui est un Linux. |

La commande `nbgrader autograde` et le bouton du formgrader passent par le même enclos.

## Ce qui a été essayé

« {non_essaye} » : personne ne l'a lancé contre nbgrader seul. « Ses points » : la copie garde ceux de ses réponses.
Dans tous les cas, les notes des autres sont, ligne à ligne, celles de la classe sans l'attaquant.

| attaque | nbgrader seul | ChatMairie |
|---|---|---|
"""

_PIED = """
## Ce qui n'est pas protégé

- **Une réponse recopiée** : les corrigés d'un cours publié se trouvent ; rien ne dit qui a écrit une fonction juste. L'oral y répond.
- **Une fonction qui reconnaît qu'elle est jugée** : elle voit les données qu'on lui donne, et peut répondre autrement que chez elle. Les mondes
  cachés l'empêchent de connaître d'avance la réponse, pas de se conduire autrement. Elle peut aussi recopier dans un message d'erreur, donc dans son
  retour, une partie des données d'un monde caché : changez le secret d'une année à l'autre.
- **Un élève qui refuse d'être corrigé** (processus figés ou tués, canal fermé, horloge épuisée) : ce qui n'a pas pu être jugé compte 0, ses cellules
  de note le disent, et l'état est « {arretee} », jamais « {en_panne} ».
- **La mémoire** est limitée pour un processus (4 Go), pas pour leur somme (64 processus) : une copie peut encore épuiser celle de la machine pendant
  sa correction. De même pour les fichiers gardés en mémoire sans nom (`memfd`).
- **Le noyau de Linux** : l'enclos repose sur lui, et une faute du noyau en ferait sortir. Pour une classe dont vous vous méfiez, corrigez sur une
  machine à part, à jour, sans rien d'autre dessus.
- **Le temps** : une copie peut prendre tout le sien (15 minutes d'horloge au plus), et ralentir la machine pendant ce temps.
- **Ce que l'énoncé montre** : rien n'empêche de lire, à deux, la même copie. La correction ne cherche pas les ressemblances.
"""


def page() -> str:
    """Le texte de la page."""
    titres = {code: etat.titre for code, etat in etats.ETATS.items()}
    texte = _TETE.format(nombre=len(TOUTES), non_essaye=NON_ESSAYE)
    for famille, attaques in FAMILLES.items():
        texte += f"| **{famille}** | | |\n"
        for dit, nu, ici in _lignes(list(attaques.values())):
            texte += f"| {dit} | {nu} | {ici} |\n"
    return poser_les_espaces(texte + _PIED.format(**titres))


def _lignes(attaques: list[Attaque]) -> list[tuple[str, str, str]]:
    """Une ligne par attaque essayée contre nbgrader seul ; les autres sont réunies par ce qu'elles obtiennent."""
    seules = [(a.dit, a.nu, obtenu(a)) for a in attaques if a.nu != NON_ESSAYE]
    ensemble: dict[str, dict[str, int]] = {}
    for attaque in attaques:
        if attaque.nu == NON_ESSAYE:
            dits = ensemble.setdefault(obtenu(attaque), {})
            dits[attaque.dit] = dits.get(attaque.dit, 0) + 1
    reunies = [
        (" ; ".join(dit + (f" ({n} façons)" if n > 1 else "") for dit, n in dits.items()), NON_ESSAYE, ici)
        for ici, dits in ensemble.items()
    ]
    return [(dit[:1].upper() + dit[1:], nu, ici) for dit, nu, ici in [*seules, *reunies]]


def obtenu(attaque: Attaque) -> str:
    """Ce qu'obtient la copie, en une phrase."""
    points = attaque.attendus()
    if points is None:
        note = "ne nuit qu'à elle-même"
    elif not any(points.values()):
        note = "0"
    else:
        note = "ses points" if all(points.values()) else "0 à cet exercice, le reste est noté"
    if attaque.etat in (None, "corrigee"):
        return note
    return f"{note} ; « {etats.ETATS[attaque.etat].titre} »"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE} : {len(page().splitlines())} lignes, {len(TOUTES)} attaques.")
