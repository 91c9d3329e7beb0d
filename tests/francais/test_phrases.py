"""Les phrases à trous : leur syntaxe, et chaque phrase de chaque fiche, lue avec 0, 1, 12 et un nom à voyelle."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from chatmairie.langue.phrases import PhraseMalRemplie, lire, remplir, trous

RACINE = Path(__file__).resolve().parents[2]
FICHES = sorted((RACINE / "src" / "chatmairie" / "echecs").glob("*/exercices/*.yaml"))
NOM = "Irène"
NOMBRES, NOMS = (0, 1, 12), ([NOM], [NOM, "Léa"], [NOM, "Léa", "Ugo"])
ELISION = re.compile(rf"\b[Dd]e {NOM}")
FACULTATIF = re.compile(r"[.?!»] \{(\w+)\}(?=$| [A-ZÀÉ{])")
"""Un trou qui tient lieu de phrase entière : il peut rester vide."""

DES_NOMBRES = set("sur n mini maxi bas haut moins plus seuil essais mots obtenu pour_mille".split())
"""Les trous que « de » précède et qui sont des nombres ; devant un nom, écrivez `{qui:de}`."""


def _regles(phrase: str) -> dict[str, set[str]]:
    """Nom d'un trou -> les façons dont il s'écrit, celles d'un accord comprises."""
    lues: dict[str, set[str]] = {}
    for _, nom, regle, _ in string.Formatter().parse(phrase):
        if nom is not None:
            lues.setdefault(nom, set()).add(regle or "")
            for dedans, regles in _regles(regle or "").items():
                lues.setdefault(dedans, set()).update(regles)
    return lues


def _valeurs(phrase: str, nom: str, regles: set[str]) -> tuple[Any, ...]:
    if any("|" in r for r in regles):
        return NOMBRES
    if regles & {"et", "ou"}:
        return NOMS
    if nom in FACULTATIF.findall(phrase):
        return ("", f"{NOM} attend.")
    return NOMBRES if nom in DES_NOMBRES else (NOM, *NOMBRES) if regles == {""} else (NOM,)


def _lectures(phrase: str) -> Iterator[str]:
    regles = _regles(phrase)
    listes = [_valeurs(phrase, nom, r) for nom, r in regles.items()]
    for valeurs in product(*listes):
        yield remplir(phrase, **dict(zip(regles, valeurs, strict=True)))


def _faute(phrase: str, lue: str) -> bool:
    """Vrai si ce qui se lit est devenu vide, garde une accolade ou une double espace, ou ne fait pas l'élision."""
    hors_code = re.sub(r"`[^`]*`", "`", lue)
    accolade = "{{" not in phrase and re.search(r"[{}]", hors_code)
    return bool((phrase and not lue) or accolade or "  " in hors_code or ELISION.search(lue))


def _phrases(fiche: Path) -> Iterator[tuple[str, str]]:
    lue = lire(fiche)
    for nom, tort in lue.get("torts", {}).items():
        yield from ((f"{nom}, {cle}", tort[cle]) for cle in ("phrase", "observe", "essayer") if cle in tort)
    yield from lue.get("phrases", {}).items()


def test_un_accord_une_elision_une_liste() -> None:
    accord = "{n:dossier|dossiers} sur {sur}, {n:=tient|tiennent}"
    assert remplir(accord, n=0, sur=12_000).replace("\u00a0", " ") == "0 dossier sur 12 000, tient"
    assert remplir(accord, n=12, sur=12) == "12 dossiers sur 12, tiennent"
    assert remplir("le dossier {qui:de} ; {quoi:Maj}, {quoi:min}", qui=NOM, quoi="Oui") == (
        "le dossier d'Irène ; Oui, oui"
    )
    assert remplir("{noms:et} ; {noms:ou}", noms=["Léa", "Ugo", NOM]) == "Léa, Ugo et Irène ; Léa, Ugo ou Irène"
    assert (
        remplir("{n:dossier sur {sur} change|dossiers sur {sur} changent}", n=2, sur=3) == "2 dossiers sur 3 changent"
    )
    assert remplir("une {{accolade}}") == "une {accolade}"


@pytest.mark.parametrize("phrase", ["{n.real}", "{n:>10}", "{0}", "{n!r:de}{", "{n:inconnue}"])
def test_ce_qui_n_est_pas_une_regle_est_refuse(phrase: str) -> None:
    with pytest.raises(PhraseMalRemplie):
        trous(phrase)


def test_un_trou_sans_valeur_est_refuse() -> None:
    with pytest.raises(PhraseMalRemplie, match="« qui »"):
        remplir("{qui} attend.")


def test_la_lecture_verrait_une_faute() -> None:
    for phrase in ("Le dossier de {qui} attend.", "Il attend. {pourquoi} Longtemps.", "Il  attend."):
        assert any(_faute(phrase, lue) for lue in _lectures(phrase)), phrase
    for phrase in ("Il attend. {pourquoi}", "Une place sur {sur}, et l'avis {qui:de}.", "La clé est {{qui}}."):
        assert not any(_faute(phrase, lue) for lue in _lectures(phrase)), phrase


@pytest.mark.parametrize("fiche", FICHES, ids=lambda f: f"{f.parent.parent.name}.{f.stem}")
def test_chaque_phrase_d_une_fiche_se_lit_quoi_qu_on_y_mette(fiche: Path) -> None:
    for nom, phrase in _phrases(fiche):
        for lue in _lectures(phrase):
            assert not _faute(phrase, lue), f"{nom} : {lue}"


def test_les_fichiers_se_lisent_pareil_avec_et_sans_la_bibliotheque_en_c() -> None:
    """Dans un navigateur, la bibliothèque en C n'est pas là."""
    for fichier in sorted((RACINE / "src" / "chatmairie").rglob("*.yaml")):
        texte = fichier.read_text(encoding="utf-8")
        assert yaml.load(texte, yaml.SafeLoader) == yaml.load(texte, yaml.CSafeLoader), fichier
