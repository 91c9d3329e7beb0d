"""Importer des énoncés officiels, recopiés du site par une personne : tout ou rien.

Le fichier CSV a cinq colonnes : identifiant (celui de la grille, stable), identifiant_officiel, enonce, adresse, date.
L'énoncé du cours n'est pas perdu : il reste dans `criteres/`, et la carte le montre encore.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from . import modeles as m
from .audit import sans_accents
from .fichiers import ecrire, lire_table
from .lecture import IDENTIFIANT_OFFICIEL, dossier, lire

COLONNES = ("identifiant", "identifiant_officiel", "enonce", "adresse", "date")
HOTES = ("ref-ia.isit-europe.org", "institutnr.org", "www.institutnr.org")
LONGUEUR_MAX = 700
"""Caractères : une citation brève ; au-delà, la fiche entière a sans doute été collée."""
_PARUTION = dt.date(2024, 6, 1)
_EN_TETE = """\
# Textes recopiés du site officiel par une personne (python -m chatmairie.referentiel importer fichier.csv).
# Ils remplacent, à la lecture, l'énoncé du cours, qui reste dans criteres/. Ce fichier est écrit par la commande.
"""


class ImportRefuse(ValueError):
    """Rien n'a été écrit ; le message dit, ligne par ligne, pourquoi."""


def _date(texte: str) -> dt.date | None:
    for forme in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return dt.datetime.strptime(texte, forme).date()
        except ValueError:
            continue
    return None


def _refus(ligne: dict[str, str], r: m.Referentiel, deja: dict[str, dict[str, int]]) -> list[str]:
    """Les raisons de refuser une ligne."""
    ident, officiel, enonce = ligne["identifiant"], ligne["identifiant_officiel"], ligne["enonce"]
    raisons = [f"« {c} » est vide" for c in COLONNES if not ligne[c]]
    if raisons:
        return raisons
    if ident not in r.criteres:
        raisons.append(
            f"« {ident} » n'est pas dans la grille (qui garde ses 41 entrées : dites laquelle ce texte remplace)"
        )
    if not IDENTIFIANT_OFFICIEL.fullmatch(officiel):
        raisons.append(f"« {officiel} » n'a pas la forme d'un identifiant officiel (comme STR-2_01)")
    elif any(c.identifiant_officiel == officiel and i != ident for i, c in r.criteres.items()):
        autre = next(i for i, c in r.criteres.items() if c.identifiant_officiel == officiel)
        raisons.append(f"« {officiel} » est déjà l'identifiant officiel de « {autre} »")
    if ident in r.criteres and IDENTIFIANT_OFFICIEL.fullmatch(ident) and officiel != ident:
        raisons.append(f"« {ident} » est déjà un identifiant officiel : « {officiel} » en est un autre")
    for colonne in ("identifiant", "identifiant_officiel"):
        if ligne[colonne] in deja[colonne]:
            raisons.append(f"« {ligne[colonne]} » est déjà ligne {deja[colonne][ligne[colonne]]}")
    if not 15 <= len(enonce) <= LONGUEUR_MAX:
        raisons.append(f"l'énoncé fait {len(enonce)} caractères (de 15 à {LONGUEUR_MAX} : l'énoncé seul, pas la fiche)")
    elif "?" not in enonce:
        raisons.append("l'énoncé n'est pas une question : est-ce bien le critère, et pas son argumentaire")
    if "�" in enonce:
        raisons.append("l'énoncé a des caractères abîmés (« � ») : enregistrez le fichier en UTF-8")
    if re.search(r"<[a-zA-Z/]", enonce):
        raisons.append("l'énoncé contient des balises : recopiez le texte, pas le code de la page")
    try:
        adresse = urlsplit(ligne["adresse"])
        permise = adresse.scheme == "https" and adresse.hostname in HOTES
    except ValueError:
        permise = False
    if not permise:
        raisons.append(f"« {ligne['adresse']} » n'est pas une adresse https du site officiel ({', '.join(HOTES[:2])})")
    jour = _date(ligne["date"])
    if jour is None:
        raisons.append(f"« {ligne['date']} » n'est pas une date (AAAA-MM-JJ ou JJ/MM/AAAA)")
    elif not _PARUTION <= jour <= dt.date.today():
        raisons.append(f"la date {ligne['date']} n'est pas entre juin 2024 (parution) et aujourd'hui")
    return raisons


def importer(fichier: str | Path, racine: str | Path | None = None) -> list[str]:
    """Pose les textes officiels du fichier CSV ; rend les identifiants changés, dans l'ordre.

    racine : le dossier du référentiel (par défaut, celui du cours). Un texte déjà importé pour le même identifiant est
    remplacé. Lève `ImportRefuse` (rien n'est écrit) ou `FichierIllisible`, avec la ligne et la raison.
    """
    racine = dossier() if racine is None else Path(racine)
    r = lire(racine)
    titres, brutes = lire_table(fichier, lambda t: sans_accents(t).replace(" ", "_") in COLONNES)
    cles = [sans_accents(t).replace(" ", "_") for t in titres]
    manquantes = [c for c in COLONNES if cles.count(c) != 1]
    if manquantes:
        raise ImportRefuse(
            f"« {Path(fichier).name} » : colonne « {manquantes[0]} » absente ou en double. Rien n'est écrit."
        )
    if not brutes:
        raise ImportRefuse(f"« {Path(fichier).name} » : aucun texte sous la ligne de titres. Rien n'est écrit.")
    refus: list[str] = []
    nouveaux: dict[str, m.TexteOfficiel] = {}
    deja: dict[str, dict[str, int]] = {"identifiant": {}, "identifiant_officiel": {}}
    for numero, cellules in brutes:
        ligne = {c: (cellules[i] if i < len(cellules) else "") for i, c in enumerate(cles) if c in COLONNES}
        raisons = _refus(ligne, r, deja)
        for colonne in deja:
            deja[colonne].setdefault(ligne[colonne], numero)
        if len(cellules) > len(cles):
            raisons.append("plus de cellules que de colonnes (un « ; » dans l'énoncé ? mettez-le entre guillemets)")
        if raisons:
            refus.append(f"Ligne {numero} : {' ; '.join(raisons)}.")
        else:
            jour = _date(ligne["date"])
            assert jour is not None
            nouveaux[ligne["identifiant"]] = m.TexteOfficiel.model_validate({**ligne, "date": jour})
    if refus:
        raise ImportRefuse("\n".join([*refus, "Rien n'est écrit : corrigez ces lignes, puis relancez."]))
    _poser(racine, nouveaux)
    return list(nouveaux)


def _poser(racine: Path, nouveaux: dict[str, m.TexteOfficiel]) -> None:
    chemin = racine / "textes_officiels.yaml"
    avant = chemin.read_text(encoding="utf-8")
    anciens = {t["identifiant"]: t for t in yaml.safe_load(avant)["textes"]}
    tous = anciens | {i: t.model_dump() for i, t in nouveaux.items()}
    corps = yaml.safe_dump({"textes": list(tous.values())}, allow_unicode=True, sort_keys=False, width=120)
    ecrire(chemin, _EN_TETE + corps, remplacer=True)
    try:
        lire(racine)
    except ValueError as erreur:
        ecrire(chemin, avant, remplacer=True)
        raise ImportRefuse(f"Le référentiel ne se lirait plus, rien n'est gardé :\n{erreur}") from None
