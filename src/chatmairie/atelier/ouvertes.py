"""Les questions ouvertes : se relire avant de rendre."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path
from typing import Any

from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import QuestionOuverte, vers_grade_id

_MOT = re.compile(r"[^\W_]+(?:[-'’‑][^\W_]+|(?<=\d)[.,]\d+)*")
_CONSIGNE = "VOTRE RÉPONSE ICI"
_CONSIGNE_VIDE = re.compile(r"\A[\s*_]*(?:votre réponse ici)?[\s*_.…]*\Z", re.IGNORECASE)


def compter_les_mots(texte: str) -> int:
    """Nombre de mots ; « aujourd'hui », « rendez-vous », « l'agent » et « 3,5 » comptent pour un."""
    return len(_MOT.findall(unicodedata.normalize("NFC", texte)))


def verifier_longueur(texte: str, mots_max: int) -> int:
    """Nombre de mots ; montre une phrase qui dit la longueur. Lève `TypeError` hors d'un texte et d'un nombre."""
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.affichage.montrer import montrer

    if not isinstance(texte, str):
        raise TypeError("`verifier_longueur` attend un texte entre guillemets.")
    if type(mots_max) is not int or mots_max < 1:
        raise TypeError("`mots_max` est un nombre entier de mots, 1 ou plus.")
    mots = compter_les_mots(texte)
    montrer(CarteTexte("Longueur", _phrase_de_longueur(mots, mots_max)))
    return mots


def carte_de_relecture(identifiant: str, texte: str | None) -> Any:
    """La liste des six points, dits à qui écrit, et la longueur du texte s'il a pu être lu."""
    from chatmairie.affichage.cartes import CarteTexte

    try:
        question = catalogue.exercice(identifiant)
    except catalogue.IdentifiantInconnu as inconnu:
        return CarteTexte("Question introuvable", str(inconnu))
    if not isinstance(question, QuestionOuverte):
        return CarteTexte("Relecture", f'« {identifiant} » se vérifie tout seul : verifier("{identifiant}", …).')
    if texte is not None and not isinstance(texte, str):
        return CarteTexte(
            "Relecture", f'Un texte à relire s\'écrit entre guillemets : relire("{identifiant}", """votre texte""").'
        )
    lu = lire_dans_le_carnet(identifiant) if texte is None else texte
    if lu is None:
        longueur = (
            "Votre texte n'a pas pu être lu dans le carnet. Enregistrez-le (Ctrl+S) et recommencez, ou collez-le : "
            f'relire("{identifiant}", """votre texte""").'
        )
    elif _CONSIGNE_VIDE.match(lu):
        ou = "" if texte is not None else " dans le carnet enregistré (si vous avez écrit, Ctrl+S puis recommencez)"
        longueur = f"Rien n'est encore écrit{ou}. Voici ce que l'on cherchera dans votre texte."
    else:
        ecrit = lu.replace(_CONSIGNE, " ")
        longueur = _phrase_de_longueur(compter_les_mots(ecrit), question.mots_max)
        if ecrit != lu:
            longueur += f" Il y reste « {_CONSIGNE} » : effacez ces mots."
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
        for cellule in carnet.get("cells", []):
            if cellule.get("metadata", {}).get("nbgrader", {}).get("grade_id") == vers_grade_id(identifiant):
                source = cellule.get("source", "")
                return source if isinstance(source, str) else "".join(source)
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):  # absent, abîmé, ou pas un carnet
        return None
    return None


def _phrase_de_longueur(mots: int, mots_max: int) -> str:
    if mots <= mots_max:
        return f"Votre texte fait {_compte(mots)}, sur {mots_max} au plus."
    return f"Votre texte fait {_compte(mots)} : la lecture s'arrêtera au {mots_max}ᵉ. Qu'est-ce qui peut partir ?"


def _compte(mots: int) -> str:
    return f"{mots} mot{'s' if mots > 1 else ''}"
