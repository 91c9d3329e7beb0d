"""Le tableau des durées du guide du formateur, tiré du catalogue des exercices et de l'annonce des carnets.

    python -m outils.durees            # récrit le tableau dans guide/formateur.md

Les minutes d'exercices, les points et les niveaux viennent du catalogue ; le parcours principal (`Environ N minutes`)
et « pour aller plus loin » sont ceux que chaque carnet annonce. Un essai refait le tableau et le compare au guide.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from chatmairie.atelier.bilan_personnel import sans_code
from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import Exercice
from chatmairie.langue.texte import points
from chatmairie.parcours.fichiers import ecrire_atomiquement

RACINE = Path(__file__).resolve().parent.parent
GUIDE = RACINE / "guide" / "formateur.md"
DEBUT = "<!-- durees : tableau fait par « python -m outils.durees », ne pas le changer à la main -->"
FIN = "<!-- durees : fin -->"
CARNETS = dict(zip(("00", "01", "02", "03", "41", "42", "05"), catalogue.PAQUETS, strict=True))
"""Le numéro de chaque carnet et le paquet de ses exercices, dans l'ordre du cours."""

_ANNONCE = re.compile(r"Environ (\d+) minutes")
_EN_PLUS = re.compile(r"plus (\d+) minutes « pour aller plus loin »")


@dataclass(frozen=True)
class Duree:
    """Un carnet, en minutes. principal : tout ce qui est noté, lecture comprise. en_plus : « pour aller plus loin »."""

    numero: str
    titre: str
    exercices: int
    principal: int
    en_plus: int
    points: float
    points_sans_code: float
    niveaux: tuple[int, ...]


def lire(racine: Path = RACINE) -> tuple[Duree, ...]:
    """Une ligne par carnet, dans l'ordre du cours. Lève `ValueError` si un carnet manque ou n'annonce pas sa durée."""
    return tuple(_duree(racine, numero, paquet) for numero, paquet in CARNETS.items())


def _duree(racine: Path, numero: str, paquet: str) -> Duree:
    sources = sorted((racine / "course").glob(f"[0-9][0-9]_*/{numero}_*.py"))
    texte = sources[0].read_text(encoding="utf-8").replace("\xa0", " ") if sources else ""
    annonce, en_plus = _ANNONCE.search(texte), _EN_PLUS.search(texte)
    if not annonce:
        raise ValueError(f"Carnet {numero} : absent, ou sa durée n'est pas annoncée (« Environ N minutes »).")
    comptes = [e for i, e in catalogue.notes().items() if i.split(".")[0] == paquet]
    return Duree(
        numero=numero,
        titre=re.search(r"^# (?!%)(.+)$", texte, re.M)[1],
        exercices=sum(e.duree_min for e in comptes),
        principal=int(annonce[1]),
        en_plus=int(en_plus[1]) if en_plus else 0,
        points=float(sum(e.points for e in comptes)),
        points_sans_code=float(sum(e.points for e in comptes if sans_code(e))),
        niveaux=tuple(sorted({e.niveau for e in comptes if isinstance(e, Exercice)})),
    )


def tableau(durees: tuple[Duree, ...]) -> str:
    """Le tableau en markdown, ses deux bornes comprises."""
    lignes = [
        "| carnet | parcours principal | dont exercices | dont lecture | aller plus loin "
        "| points | sans code | niveaux |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for d in durees:
        lignes.append(
            f"| {d.numero} {d.titre} | {d.principal} | {d.exercices} | {d.principal - d.exercices} | {d.en_plus or ''} "
            f"| {points(d.points)} | {points(d.points_sans_code)} | {', '.join(map(str, d.niveaux))} |"
        )
    lignes.append(
        f"| **ensemble** | {sum(d.principal for d in durees)} | {sum(d.exercices for d in durees)} "
        f"| {sum(d.principal - d.exercices for d in durees)} | {sum(d.en_plus for d in durees)} "
        f"| {points(sum(d.points for d in durees))} | {points(sum(d.points_sans_code for d in durees))} |  |"
    )
    return "\n".join((DEBUT, "", *(re.sub(r" {2,}", " ", ligne) for ligne in lignes), "", FIN))


def remplacer(texte: str, neuf: str) -> str:
    """Le guide avec ce tableau à la place du sien. Lève `ValueError` si les deux bornes n'y sont pas."""
    morceaux = re.split(f"{re.escape(DEBUT)}.*?{re.escape(FIN)}", texte, flags=re.S)
    if len(morceaux) != 2:
        raise ValueError(f"{GUIDE.name} : il faut une fois, et une seule, « {DEBUT} » puis « {FIN} ».")
    return neuf.join(morceaux)


def principal() -> int:
    ecrire_atomiquement(GUIDE, remplacer(GUIDE.read_text(encoding="utf-8"), tableau(lire())).encode("utf-8"))
    print(f"Le tableau des durées de {GUIDE.relative_to(RACINE)} est à jour.")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
