"""Les verrous : la liste exacte des paquets, avec leurs empreintes.

    python outils/verrous.py              vérifie, sans réseau
    python outils/verrous.py regenerer    refait les deux verrous avec uv (réseau nécessaire)

Un verrou est à jour quand chaque dépendance directe de pyproject.toml y figure dans une version
qui convient, et sain quand chaque paquet a une empreinte et qu'aucune adresse ni aucun chemin n'y
paraît. Le verrou des essais contient celui du cours, aux mêmes versions.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

RACINE = Path(__file__).resolve().parent.parent
DU_COURS = ("lab", "formateur", "plus")
VERROUS = {"requirements.lock": DU_COURS, "requirements-essais.lock": (*DU_COURS, "essais", "dask", "postgresql")}
"""Nom du verrou -> groupes optionnels de pyproject.toml qu'il contient en plus du cours."""
_EMPREINTE = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def paquets(texte: str) -> list[tuple[Requirement, int]]:
    """Les paquets d'un verrou, chacun avec son nombre d'empreintes. Lève `ValueError` à la première ligne illisible."""
    trouves = []
    for ligne in texte.replace("\\\n", " ").splitlines():
        ligne = ligne.split("#", 1)[0].strip()
        if not ligne:
            continue
        try:
            exigence = Requirement(ligne.split("--hash", 1)[0].strip())
        except InvalidRequirement as erreur:
            raise ValueError(f"Ligne illisible dans le verrou : « {ligne[:80]} ».") from erreur
        trouves.append((exigence, len(_EMPREINTE.findall(ligne))))
    return trouves


def versions(texte: str) -> dict[str, set[str]]:
    """Nom de paquet -> versions verrouillées (plusieurs si elles dépendent de la machine)."""
    resultat: dict[str, set[str]] = {}
    for exigence, _ in paquets(texte):
        resultat.setdefault(canonicalize_name(exigence.name), set()).update(s.version for s in exigence.specifier)
    return resultat


def dependances_directes(pyproject: str, groupes: Iterable[str] = ()) -> list[Requirement]:
    """Les dépendances écrites dans un pyproject.toml, avec celles des groupes demandés."""
    projet = tomllib.loads(pyproject)["project"]
    lignes = list(projet["dependencies"])
    for groupe in groupes:
        lignes += projet["optional-dependencies"][groupe]
    return [Requirement(ligne) for ligne in lignes]


def defauts(texte: str, directes: Iterable[Requirement]) -> list[str]:
    """Ce qui ne va pas dans un verrou, en phrases ; vide si tout va."""
    fautes = []
    for numero, ligne in enumerate(texte.splitlines(), start=1):
        if "/" in ligne or "\\" in ligne.removesuffix("\\"):
            fautes.append(f"ligne {numero} : une adresse ou un chemin (« {ligne.strip()[:60]} »)")
    try:
        lus = paquets(texte)
    except ValueError as erreur:
        return [*fautes, str(erreur)]
    for exigence, empreintes in lus:
        precise = [s for s in exigence.specifier if s.operator == "=="]
        if len(precise) != 1 or len(list(exigence.specifier)) != 1:
            fautes.append(f"{exigence.name} : la version n'est pas fixée par ==")
        if not empreintes:
            fautes.append(f"{exigence.name} : aucune empreinte sha256")
    verrouillees = versions(texte)
    for directe in directes:
        gardees = verrouillees.get(canonicalize_name(directe.name))
        if not gardees:
            fautes.append(f"{directe.name} est dans pyproject.toml mais pas dans le verrou")
        elif inadaptees := sorted(v for v in gardees if not directe.specifier.contains(v, prereleases=True)):
            fautes.append(f"{directe.name} : {', '.join(inadaptees)} ne satisfait pas « {directe.specifier} »")
    return fautes


def desaccords(cours: str, essais: str) -> list[str]:
    """Les paquets du cours que le verrou des essais n'a pas aux mêmes versions."""
    autres = versions(essais)
    return [
        f"{nom} : {_lister(gardees)} pour le cours, {_lister(autres.get(nom, ()))} pour les essais"
        for nom, gardees in versions(cours).items()
        if autres.get(nom) != gardees
    ]


def _lister(numeros: Iterable[str]) -> str:
    return ", ".join(sorted(numeros)) or "absent"


def verifier(racine: Path = RACINE) -> list[str]:
    """Tous les défauts des deux verrous, avec leur fichier ; vide si tout va."""
    pyproject = (racine / "pyproject.toml").read_text(encoding="utf-8")
    textes = {nom: (racine / nom).read_text(encoding="utf-8") for nom in VERROUS}
    fautes = [
        f"{nom} : {faute}"
        for nom, groupes in VERROUS.items()
        for faute in defauts(textes[nom], dependances_directes(pyproject, groupes))
    ]
    return fautes + desaccords(*textes.values())


def regenerer(racine: Path = RACINE) -> int:
    """Refait les deux verrous avec uv. Rend 1, avec une phrase, si uv manque ou échoue ; rien n'est alors remplacé."""
    uv = shutil.which("uv")
    if uv is None:
        print("Il faut uv pour refaire les verrous : python -m pip install uv, puis relancez.", file=sys.stderr)
        return 1
    options = ["--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]
    options += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--upgrade"]
    neufs: list[Path] = []
    try:
        for nom, groupes in VERROUS.items():
            neuf = racine / f"{nom}.neuf"
            extras = [f"--extra={g}" for g in groupes] + [f"--constraint={n.name}" for n in neufs]
            commande = [uv, "pip", "compile", "pyproject.toml", *options, *extras, "--output-file", neuf.name]
            if subprocess.run(commande, cwd=racine, check=False).returncode:
                print(f"uv n'a pas pu refaire {nom} ; les verrous sont inchangés.", file=sys.stderr)
                return 1
            neufs.append(neuf)
        for neuf in neufs:
            neuf.replace(neuf.with_suffix(""))
    finally:
        for neuf in neufs:
            neuf.unlink(missing_ok=True)
    return 0


def principal(arguments: list[str]) -> int:
    if arguments not in ([], ["verifier"], ["regenerer"]):
        print("Usage : python outils/verrous.py [verifier | regenerer]", file=sys.stderr)
        return 2
    if arguments == ["regenerer"] and (code := regenerer()):
        return code
    fautes = verifier()
    for faute in fautes:
        print(faute, file=sys.stderr)
    if not fautes:
        print("Les deux verrous sont à jour, avec leurs empreintes, sans adresse.")
    return 1 if fautes else 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
