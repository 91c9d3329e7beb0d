"""Lire la table d'un service, telle qu'un tableur l'a faite. Ce qui ne se lit pas se dit en une phrase."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from chatmairie.langue.texte import enumerer
from chatmairie.parcours.fichiers import pourquoi
from chatmairie.referentiel.audit import sans_accents

LIGNES_MAX, OCTETS_MAX = 500_000, 200_000_000
REFUS = ("refus", "rejet", "defavorable", "non", "n", "ko", "no", "0", "faux", "false", "exclu", "ecarte")
ACCORDS = ("accept", "accord", "favorable", "oui", "o", "ok", "yes", "1", "vrai", "true", "admis", "valid", "retenu")
"""Les débuts des mots d'une décision, en minuscules et sans accent ; ceux d'une ou deux lettres valent en entier."""

_VIDES = ("", "-", "--", "—", "?", "n/a", "na", "nc", "nr", "neant", "null", "nan", "none")
_SEPARATEURS = ";,\t|"
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_DATES = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y %H:%M", "%Y-%m-%d %H:%M:%S", "%d/%m/%y", "%Y-%m-%dT%H:%M:%S")


class TableRefusee(ValueError):
    """La table ne se lit pas, ou il y manque de quoi répondre ; le message dit quoi faire."""


def nu(valeur: Any) -> str:
    """« Refusé » et « REFUSE » : la même écriture, sans casse, accents ni espaces en trop."""
    return sans_accents(str(valeur))


def lire(table: Any) -> pd.DataFrame:
    """La table : un `DataFrame` (une copie), ou le chemin d'un fichier CSV. Une case vide y est une absence.

    Ni lignes vides, ni colonnes vides, ni ligne de total. Lève `TableRefusee`.
    """
    if isinstance(table, pd.DataFrame):
        lue = table.copy()
    elif isinstance(table, (str, Path)):
        lue = _du_fichier(Path(table))
    else:
        raise TableRefusee("Donnez le nom d'un fichier CSV entre guillemets, ou une table déjà lue (`DataFrame`).")
    lue.columns = _noms_distincts(" ".join(str(c).split()) for c in lue.columns)
    ecrites = lue.select_dtypes(exclude=["number", "bool", "datetime"]).columns
    lue[ecrites] = lue[ecrites].apply(lambda c: c.astype(object).where(c.notna()).map(_case).astype(object))
    lue = lue.dropna(axis=1, how="all").dropna(axis=0, how="all")
    if len(lue) and len(lue.columns) and nu(lue.iloc[-1, 0]).startswith("total"):
        lue = lue.iloc[:-1]
    if len(lue) < 2 or len(lue.columns) < 2:
        raise TableRefusee("La table n'a pas au moins deux lignes et deux colonnes : est-ce le bon fichier ?")
    if len(lue) > LIGNES_MAX:
        raise TableRefusee(f"La table a plus de {LIGNES_MAX} lignes : gardez une année, ou un service.")
    return lue.reset_index(drop=True)


def _case(valeur: Any) -> Any:
    if isinstance(valeur, str):
        return None if nu(valeur) in _VIDES else valeur.strip()
    return None if pd.isna(valeur) else valeur


def _du_fichier(chemin: Path) -> pd.DataFrame:
    if chemin.suffix.lower() in (".xlsx", ".xls", ".ods", ".xlsm"):
        raise TableRefusee(
            f"« {chemin.name} » est un classeur. Dans le tableur : Fichier, Enregistrer sous, « CSV UTF-8 » ; donnez "
            "ce fichier-là."
        )
    try:
        if chemin.stat().st_size > OCTETS_MAX:
            raise TableRefusee(f"« {chemin.name} » dépasse {OCTETS_MAX // 10**6} Mo : gardez une année, ou un service.")
        texte = _decoder(chemin.read_bytes())
    except OSError as erreur:
        raise TableRefusee(f"« {chemin} » ne s'ouvre pas ({pourquoi(erreur)}).") from erreur
    lignes = texte.splitlines()
    if not any(ligne.strip() for ligne in lignes):
        raise TableRefusee(f"« {chemin.name} » est vide.")
    separateur = max(_SEPARATEURS, key=lambda s: sum(s in ligne for ligne in lignes[:200]) * 1000 + texte.count(s))
    largeurs = [len(ligne) for ligne in csv.reader(io.StringIO(texte), delimiter=separateur)]
    large = max(set(largeurs), key=lambda n: (largeurs.count(n), n))
    if large < 2:
        raise TableRefusee(
            f"« {chemin.name} » n'a qu'une colonne : les cases doivent être séparées par « ; » ou « , »."
        )
    try:  # avant l'en-tête, un titre ou une date d'édition n'ont pas autant de cases que le reste
        return pd.read_csv(
            io.StringIO(texte), sep=separateur, dtype=str, skiprows=largeurs.index(large), keep_default_na=False,
            engine="python", on_bad_lines="skip",
        )  # fmt: skip
    except (ValueError, csv.Error) as erreur:
        raise TableRefusee(f"« {chemin.name} » ne se lit pas comme un CSV ({erreur}).") from erreur


def _decoder(octets: bytes) -> str:
    for marque, encodage in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if octets.startswith(marque):
            return octets.decode(encodage, "replace")
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")


def _noms_distincts(noms: Iterable[str]) -> list[str]:
    vus: dict[str, int] = {}
    faits = []
    for nom in noms:
        vus[nom] = vus.get(nom, 0) + 1
        faits.append(nom if vus[nom] == 1 else f"{nom} ({vus[nom]})")
    return faits


def colonne(table: pd.DataFrame, nom: Any) -> str:
    """Le vrai nom de cette colonne, écrite à peu près. Lève `TableRefusee` en donnant les noms."""
    trouvees = [c for c in table.columns if nu(c) == nu(nom)]
    if not trouvees:
        raise TableRefusee(f"Aucune colonne « {nom} ». Celles de la table : {enumerer(table.columns)}.")
    return trouvees[0]


def refusees(table: pd.DataFrame, decision: str, refus: Any = None) -> pd.Series:
    """Vrai pour un refus, faux pour un accord, absent pour le reste (en attente, annulé…).

    refus : les valeurs qui sont des refus, quand elles ne se devinent pas. Lève `TableRefusee`.
    """
    ecrites = table[decision].map(nu, na_action="ignore")
    if refus is None:
        sens = {v: _sens(v) for v in ecrites.dropna().unique()}
    else:
        voulues = {nu(v) for v in ([refus] if isinstance(refus, (str, bool, int)) else refus)}
        sens = {v: v in voulues for v in ecrites.dropna().unique()}
    lues = ecrites.map(sens).astype("boolean")
    if not lues.any() or lues.fillna(value=True).all():
        vues = enumerer(f"« {v} »" for v in list(dict.fromkeys(table[decision].dropna().astype(str)))[:8])
        raise TableRefusee(
            f"Dans « {decision} », je ne trouve pas à la fois des refus et des accords ({vues}). Dites lesquelles sont "
            'des refus : refus=["…"].'
        )
    return lues


def _sens(ecrite: str) -> bool | None:
    for mots, refus in ((REFUS, True), (ACCORDS, False)):
        if any(ecrite == m or (len(m) > 3 and ecrite.startswith(m)) for m in mots):
            return refus
    return None


def en_dates(valeurs: pd.Series) -> pd.Series | None:
    """Les dates de cette colonne, ou `None` si elle n'en contient pas (moins de neuf cases sur dix)."""
    if pd.api.types.is_datetime64_any_dtype(valeurs):
        return valeurs
    if not (valeurs.dtype == object or pd.api.types.is_string_dtype(valeurs)):
        return None
    essai = valeurs.dropna().astype(str)
    for forme in _DATES:
        if pd.to_datetime(essai.iloc[:50], format=forme, errors="coerce").notna().mean() < 0.5:
            continue
        lues = pd.to_datetime(essai, format=forme, errors="coerce")
        if len(essai) and lues.notna().mean() >= 0.9:
            return lues.reindex(valeurs.index)
    return None


def est_un_jour(valeurs: Iterable[str]) -> bool:
    """Vrai si ce sont des jours de la semaine."""
    debuts = {j[:3] for j in JOURS}
    return all(v[:3] in debuts and len(v) <= len(JOURS[2]) + 1 for v in valeurs)
