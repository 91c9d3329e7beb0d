"""Les questions ouvertes : se relire avant de rendre."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from chatmairie import catalogue
from chatmairie.exercice import QuestionOuverte, vers_grade_id

_MOT = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_CONSIGNE_VIDE = re.compile(r"\A\s*(?:[*_]*votre réponse ici[*_ .…]*)?\s*\Z", re.IGNORECASE)


def compter_les_mots(texte: str) -> int:
    """Nombre de mots ; « aujourd'hui » et « rendez-vous » comptent pour un."""
    return len(_MOT.findall(texte))


def verifier_longueur(texte: str, mots_max: int) -> int:
    """Nombre de mots ; montre une phrase si la longueur est dépassée. Lève `TypeError` hors d'un texte."""
    from chatmairie.affichage import CarteTexte
    from chatmairie.montrer import montrer

    if not isinstance(texte, str):
        raise TypeError("`verifier_longueur` attend un texte entre guillemets.")
    mots = compter_les_mots(texte)
    montrer(CarteTexte("Longueur", _phrase_de_longueur(mots, mots_max)))
    return mots


def carte_de_relecture(identifiant: str, texte: str | None) -> Any:
    """La liste des six points, dits à qui écrit, et la longueur du texte s'il a pu être lu."""
    from chatmairie.affichage import CarteTexte

    try:
        question = catalogue.exercice(identifiant)
    except catalogue.IdentifiantInconnu as inconnu:
        return CarteTexte("Question introuvable", str(inconnu))
    if not isinstance(question, QuestionOuverte):
        return CarteTexte("Relecture", f'« {identifiant} » se vérifie tout seul : verifier("{identifiant}", …).')
    lu = texte if isinstance(texte, str) else lire_dans_le_carnet(identifiant)
    if lu is None:
        longueur = (
            "Votre texte n'a pas pu être lu dans le carnet. Enregistrez-le (Ctrl+S) et recommencez, ou collez-le : "
            f'relire("{identifiant}", """votre texte""").'
        )
    elif _CONSIGNE_VIDE.match(lu):
        longueur = "Rien n'est encore écrit. Voici ce que l'on cherchera dans votre texte."
    else:
        longueur = _phrase_de_longueur(compter_les_mots(lu), question.mots_max)
    points = "\n".join(f"{i}. {pour_soi}" for i, (_, pour_soi) in enumerate(question.indicateurs, 1))
    return CarteTexte(
        f"Avant de rendre : {question.titre}",
        f"{longueur}\n\nPour chaque point, montrez du doigt la phrase qui le dit (0,5 point chacun) :\n{points}",
    )


def lire_dans_le_carnet(identifiant: str) -> str | None:
    """Le texte de la réponse dans le carnet enregistré sur le disque, ou None s'il est introuvable."""
    chemin = os.environ.get("JPY_SESSION_NAME", "")
    try:
        carnet = json.loads(Path(chemin).read_text(encoding="utf-8")) if chemin.endswith(".ipynb") else {}
    except (OSError, ValueError):
        return None
    for cellule in carnet.get("cells", []):
        if cellule.get("metadata", {}).get("nbgrader", {}).get("grade_id") == vers_grade_id(identifiant):
            source = cellule.get("source", "")
            return source if isinstance(source, str) else "".join(source)
    return None


def _phrase_de_longueur(mots: int, mots_max: int) -> str:
    if mots <= mots_max:
        return f"Votre texte fait {mots} mots, sur {mots_max} au plus."
    return f"Votre texte fait {mots} mots : la lecture s'arrêtera au {mots_max}e. Qu'est-ce qui peut partir ?"
