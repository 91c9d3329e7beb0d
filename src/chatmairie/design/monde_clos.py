"""Ce qu'une réponse de la mairie peut dire : ce que le dossier contient, comment s'y prendre, et de quoi être aimable.

Une phrase est portée si chacun de ses mots l'est : par un fait du dossier, par la façon de faire la démarche, ou par
la politesse ; et, sans aucun fait, si elle n'affirme rien du dossier. Une phrase qui dit autre chose (une place
réservée, une autre pièce, un âge demandé) est rendue à qui l'a écrite, avec le mot qui ne tient pas. La liste est du
cours, et bornée : sur des phrases écrites sans la lire, elle a refusé une phrase aimable sur quatre ; `AIMABLES`,
donnée à l'élève, en contient qui passent toujours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import resources
from typing import Any

from chatmairie.design.lisibilite import mots, phrases
from chatmairie.design.public import JARGON
from chatmairie.design.registre import marques
from chatmairie.exigences import sans_accents

AIMABLES = (
    "Merci de votre patience.",
    "Nous vous prions de nous excuser pour cette attente.",
    "Nous comprenons que ce soit difficile.",
    "Prenez le temps qu'il vous faut.",
    "Vous n'êtes pas seul dans cette démarche.",
    "N'hésitez pas à nous écrire.",
    "Une personne peut vous aider à préparer votre dossier.",
    "Je ne peux pas promettre que votre demande sera acceptée.",
    "Nous restons à votre écoute.",
    "Bonne journée à vous.",
)
"""Des phrases qui n'annoncent rien que le dossier ne contienne : données à l'élève, admises telles quelles."""


def _radicaux() -> tuple[frozenset[str], tuple[str, ...]]:
    import yaml

    listes = yaml.safe_load(resources.files(__package__).joinpath("mots_portes.yaml").read_text(encoding="utf-8"))
    entiers = frozenset(listes.pop("entiers").split())
    debuts = {m for liste in listes.values() for m in liste.split()}
    metier = {m for locution in JARGON for m in re.findall(r"[a-z]+", locution)}  # jugé ailleurs : `courtois_et_clair`
    return entiers | metier | {m for m in debuts if len(m) < 4}, tuple(m for m in debuts if len(m) >= 4)


_EXACTS, _DEBUTS = _radicaux()
_SUITE = 7
"""Lettres qu'un début de mot peut recevoir de plus (« apport » : apporter, apporteriez)."""

_FAUSSES_NEGATIONS = re.compile(
    r"\b(?:ne|n')\s*(?:vous |lui |nous )?(?:manque|faut|coute|doit|devez)\b(?! (?:plus )?qu)"
)
_HORS = re.compile(
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|dix|quinze) (?:jours?|heures?|semaines?|mois|copies|euros?)\b|"
    r"\bpas besoin d|\ben regle\b|\bcopie suffit\b|\brien a (?!dire|craindre)\w+er\b"
)
_ETAT = re.compile(r"\b(?:est|sont|sera|seront|serez|etes|a ete|avez ete|ont ete|aurez)\b")
_SOI = re.compile(
    r"\b(?:je|j'|nous|on|il vous|ce n'est|ce sera|c'est|cela|ceci|cette|ce message|notre|ma|aucune question)\b|\?|"
    r"\bpas seule?s?\b|bonnes mains"
)
_CHIFFRE = re.compile(r"\d")
_LIMITE = re.compile(r"\b(?:dire|savoir|promettre|garantir|decider) (?:que|si) .*")


def non_portee(texte: str, contexte: Mapping[str, Any]) -> tuple[str, str]:
    """(phrase, mot) : la première phrase que rien ne porte, et le mot qui ne tient pas (vide : la phrase entière)."""
    portes = {m for cle, v in contexte.items() if v is not None and cle != "age" for m in _mots(str(v))}
    faits = portes - _EXACTS
    for phrase in phrases(_sans_contacts(texte, contexte)):
        if _net(phrase) in _NETTES:
            continue
        net = _LIMITE.sub("", _net(phrase))
        lus = _mots(phrase)
        inconnu = next((m for m in lus if not _connu(m) and m not in portes), "")
        fait = bool(faits & set(lus)) or "ici" in lus or _CHIFFRE.search(phrase)
        affirme = _ETAT.search(net) and not _SOI.search(net) and not fait
        if marques(phrase):
            continue  # un registre inadapté se juge ailleurs
        if inconnu or affirme or _FAUSSES_NEGATIONS.search(net) or _HORS.search(net):
            return " ".join(phrase.split()), inconnu
    return "", ""


def _net(phrase: str) -> str:
    return sans_accents(phrase.replace("’", "'")).strip(" .!?:")


_NETTES = frozenset(map(_net, AIMABLES))


def _sans_contacts(texte: str, contexte: Mapping[str, Any]) -> str:
    for fait in ("courriel", "telephone", "lieu"):
        texte = texte.replace(str(contexte[fait]), " ici ")
    return texte


def _mots(texte: str) -> list[str]:
    decoupes = (re.split(r"['’-]", m) for m in mots(texte))
    return [sans_accents(m) for morceaux in decoupes for m in morceaux if m and not m.isdigit()]


def _connu(mot: str) -> bool:
    return mot in _EXACTS or any(mot.startswith(d) and len(mot) - len(d) <= _SUITE for d in _DEBUTS)
