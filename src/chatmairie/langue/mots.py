"""Accorder un nom à son nombre, élider, et comparer des mots sans chicaner."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def mettre_au_net(texte: str) -> str:
    """Majuscules, sans accents, espaces simples : « Clôture  auto » devient « CLOTURE AUTO »."""
    sans_accents = unicodedata.normalize("NFKD", texte).encode("ascii", "ignore").decode()
    return " ".join(sans_accents.upper().split())


def sans_accents(texte: object) -> str:
    """Minuscules, sans accents ni espaces en trop : pour comparer des mots sans chicaner."""
    return mettre_au_net(str(texte)).lower()


def accorder(nombre: int, singulier: str, pluriel: str) -> str:
    """« 1 dossier », « 27 dossiers »."""
    return f"{nombre} {singulier if nombre < 2 else pluriel}"


def combien_sur(nombre: int, total: int, singulier: str, pluriel: str) -> str:
    """« 1 dossier sur 40 change », « 27 dossiers sur 40 changent » : `{}` est la place de « sur 40 »."""
    return f"{nombre} {(singulier if nombre < 2 else pluriel).format(f'sur {total}')}"


def de(nom: str) -> str:
    """« de Léa », « d'Irène »."""
    return f"d'{nom}" if nom[:1] in "AEÉIOUÂÎ" or nom.split(" ")[0] in ("Héloïse", "Hugo") else f"de {nom}"


def avec_insecables(texte: str) -> str:
    """Pose les espaces insécables devant « : ; ? ! » et dans les guillemets."""
    return re.sub(r" (?=[:;?!»])", "\u00a0", texte).replace("« ", "«\u00a0")
