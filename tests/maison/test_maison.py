"""La maison : où l'on importe par nom, ce que charge un exercice, ce que compte la table des lignes.

Les flèches entre pièces sont tenues par import-linter (`pyproject.toml`), que lance `make lint`.
"""

from __future__ import annotations

import ast

import pytest

from chatmairie.echecs import catalogue
from outils import lignes, mesures_maison

PAQUET = lignes.PAQUET
PAR_NOM = {"import_module", "__import__", "resolve_name", "walk_packages", "iter_modules"}
PERMIS = {
    "__init__.py": "la porte des carnets, qui ne charge rien avant d'en avoir besoin",
    "echecs/catalogue.py": "les exercices et les paris, par leur nom",
    "langue/terminal.py": "la commande demandée, et elle seule",
    "correction/dedans_copie.py": "tout ce qu'un carnet importe, chargé une fois avant la première copie",
}
SOURCES = {"campagne": {"acte", "donnees"}}
"""Ce qu'un échec déclare utiliser des autres."""

AU_PLUS, POUR_CAMPAGNE, REJEU_ENTIER = 45, 60, 66
"""Modules du paquet chargés par un premier `verifier` ; `personnes` juge un rejeu entier, journal compris."""


def test_peu_de_fichiers_importent_par_nom() -> None:
    trouves = set()
    for fichier in PAQUET.rglob("*.py"):
        for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8"))):
            nom = getattr(noeud, "attr", getattr(noeud, "id", ""))
            if isinstance(noeud, ast.Attribute | ast.Name) and nom in PAR_NOM:
                trouves.add(fichier.relative_to(PAQUET).as_posix())
    assert trouves == set(PERMIS)


@pytest.mark.lent
@pytest.mark.parametrize("identifiant", [i for i in catalogue.tous() if not i.endswith(".ouverte")])
def test_un_premier_verifier_ne_charge_que_son_echec(identifiant: str) -> None:
    modules = [m.split(".") for m in mesures_maison.modules_charges(identifiant)]
    echec = identifiant.partition(".")[0]
    echecs = {m[2] for m in modules if m[1:2] == ["echecs"] and len(m) > 2}
    assert echecs <= {echec, "commun", "catalogue", *SOURCES.get(echec, ())}
    assert ["pydantic"] not in modules, "la grille se lit sans que l'on ait rien demandé d'elle"
    permis = POUR_CAMPAGNE if echec == "campagne" else AU_PLUS
    if identifiant.endswith(".personnes"):
        permis = REJEU_ENTIER
    assert len(modules) <= permis, sorted(".".join(m) for m in modules)


def test_les_lignes_se_comptent_par_sorte() -> None:
    source = '''"""Une docstring
de deux lignes."""

import os  # un import
# un commentaire
PHRASE = (
    "Une phrase assez longue pour "
    f"être lue par {os.name}."
)
X = 1
'''
    comptes = lignes.compter(source)
    assert comptes == {"docstrings": 2, "imports": 1, "prose": 2, "code": 3}
