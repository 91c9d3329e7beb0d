"""Ce que l'on tape dans un terminal pour suivre le cours sans JupyterLab.

Chaque fonction prend les arguments de sa commande et rend un code de sortie : 0 si la commande a fait son travail (quel
que soit le verdict), 1 si elle n'a pas pu, 2 si elle est mal écrite.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from chatmairie.carnets.en_texte import fichier as texte
from chatmairie.carnets.source import CarnetSource, SourceIllisible
from chatmairie.parcours import progres, travail
from chatmairie.parcours.fichiers import pourquoi

DOSSIER_TRAVAIL = "travail"
A_RENDRE = "a_rendre"


class _Analyseur(argparse.ArgumentParser):
    """argparse, dont les phrases sont en français."""

    def __init__(self, nom: str, aide: str) -> None:
        super().__init__(prog=f"python -m chatmairie {nom}", description=aide, add_help=False)
        self.add_argument("-h", "--aide", action="help", help="montre cette aide")

    def format_help(self) -> str:
        anglais = {"usage:": "usage :", "positional arguments:": "à donner :", "options:": "options :"}
        aide = super().format_help()
        for avant, apres in anglais.items():
            aide = aide.replace(avant, apres)
        return aide

    def error(self, message: str) -> NoReturn:
        manque = message.partition("required: ")[2]
        dit = f"Il manque : {manque}." if manque else f"Cette commande n'est pas comprise ({message})."
        print(f"{dit}\n\n{self.format_help()}", file=sys.stderr)
        raise SystemExit(2)


class _Impossible(Exception):
    """La commande ne peut pas être faite ; le message dit pourquoi."""


# --- trouver le fichier et le carnet --------------------------------------------------------------


def _racine() -> Path:
    """Le dossier de travail d'ici, ou `travail/` juste en dessous."""
    racine = travail.racine()
    if not (racine / progres.DOSSIER).is_dir() and (racine / DOSSIER_TRAVAIL).is_dir():
        return racine / DOSSIER_TRAVAIL
    return racine


def _fichier(nom: str, demande: str | None) -> Path:
    if demande:
        return Path(demande).resolve()
    nom = nom.removesuffix(".py")
    candidats = (Path(f"{nom}.py"), _racine() / f"{nom}.py")
    return next((c for c in candidats if c.is_file()), candidats[1]).resolve()


def _carnet(nom: str, fichier: Path) -> Path:
    """Le carnet du même nom, près du fichier : c'est son dossier qui contient les données. Lève `_Impossible`."""
    nom = Path(nom).name.removesuffix(".py").removesuffix(".ipynb")
    for racine in dict.fromkeys((fichier.parent, _racine().resolve())):
        trouves = [c for c in travail.fichiers(racine, (".ipynb",)) if c.stem == nom and A_RENDRE not in c.parts]
        if trouves:
            return trouves[0]
    raise _Impossible(
        f"Aucun carnet ne s'appelle « {nom} » près de « {fichier} ». Préparez le cours (make cours), ou lancez la "
        "commande depuis le dossier qui contient travail/."
    )


def _lire(fichier: Path) -> CarnetSource:
    source = texte.lire(fichier)
    if not any(c.exercice for c in source.cellules):
        raise _Impossible(
            f"« {fichier.name} » n'a aucune cellule d'exercice. Prenez le fichier du cours (par exemple "
            "travail/02_donnees.py), et gardez ses lignes « # %% »."
        )
    return source


@contextlib.contextmanager
def _depuis(dossier: Path) -> Iterator[None]:
    avant = Path.cwd()
    os.chdir(dossier)
    try:
        yield
    finally:
        os.chdir(avant)


def _sans_trace(faire: Any) -> int:
    """Lance `faire()` ; une impossibilité se dit en une phrase."""
    try:
        return faire() or 0
    except (_Impossible, SourceIllisible, travail.CarnetIllisible) as probleme:
        print(probleme, file=sys.stderr)
    except OSError as erreur:
        lieu = f"« {erreur.filename} » : " if erreur.filename else ""
        print(f"{lieu}{pourquoi(erreur)}.", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nArrêté, à votre demande. Rien n'est perdu.", file=sys.stderr)
    return 1


# --- verifier, deposer ----------------------------------------------------------------------------


def verifier(arguments: list[str]) -> int:
    """`verifier 02_donnees [fichier.py]` : exécute le fichier et dit les verdicts."""
    analyse = _Analyseur("verifier", "Exécute un carnet en texte et dit les verdicts, les mêmes que dans JupyterLab.")
    analyse.add_argument("carnet", help="par exemple 02_donnees")
    analyse.add_argument("fichier", nargs="?", help="le fichier .py (par défaut : celui de travail/)")
    analyse.add_argument("--exercice", action="append", default=[], help="ne montre que cet exercice (répétable)")
    analyse.add_argument("--tout", action="store_true", help="montre aussi ce que donnent les autres cellules")
    return _sans_trace(lambda: _verifier(analyse.parse_args(arguments)))


def _verifier(choix: argparse.Namespace) -> int:
    from chatmairie.carnets.en_texte.execution import derouler
    from chatmairie.langue.texte import points as en_points

    fichier = _fichier(choix.carnet, choix.fichier)
    source, carnet = _lire(fichier), _carnet(choix.carnet, fichier)
    connus = {c.exercice for c in source.cellules if c.exercice}
    for demande in choix.exercice:
        if demande not in connus:
            raise _Impossible(f"« {demande} » n'est pas dans ce fichier. Exercices : {', '.join(sorted(connus))}.")
    print(f"Exécution de {fichier.name}…", flush=True)
    bilan = derouler(source, carnet.parent, montres=choix.exercice, tout=choix.tout)
    _questions_ouvertes(source, choix.exercice)
    maximum = _maximum(bilan.points)
    total = sum(bilan.points.values())
    if maximum:
        print(f"\nTotal aux tests visibles : {en_points(total)} sur {en_points(maximum)} points.")
    if bilan.lignes_fautives:
        lieux = ", ".join(map(str, bilan.lignes_fautives))
        print(f"Des cellules se sont arrêtées sur une erreur, aux lignes : {lieux}.")
    return 0


def _maximum(points: dict[str, float]) -> float:
    from chatmairie.echecs import catalogue

    return sum(catalogue.exercice(e).points for e in points if e in catalogue.tous())


def _questions_ouvertes(source: CarnetSource, montres: list[str]) -> None:
    from chatmairie.affichage.montrer import montrer
    from chatmairie.atelier.ouvertes import carte_de_relecture

    for cellule in source.cellules:
        if cellule.role == "ouverte" and (not montres or cellule.exercice in montres):
            print(f"\n=== {cellule.exercice} (ligne {cellule.ligne}) : lue par une personne ===")
            assert cellule.exercice is not None
            montrer(carte_de_relecture(cellule.exercice, cellule.texte))


def deposer(arguments: list[str]) -> int:
    """`deposer 02_donnees [fichier.py]` : fait le carnet à rendre."""
    analyse = _Analyseur("deposer", "Fait le carnet à rendre, avec les réponses écrites dans le fichier.")
    analyse.add_argument("carnet", help="par exemple 02_donnees")
    analyse.add_argument("fichier", nargs="?", help="le fichier .py (par défaut : celui de travail/)")
    analyse.add_argument("--vers", help="dossier où le poser (par défaut : a_rendre/, dans le dossier de travail)")
    return _sans_trace(lambda: _deposer(analyse.parse_args(arguments)))


def _deposer(choix: argparse.Namespace) -> int:
    import json

    from chatmairie.parcours.fichiers import ecrire_atomiquement

    fichier = _fichier(choix.carnet, choix.fichier)
    source, carnet = _lire(fichier), _carnet(choix.carnet, fichier)
    depot = texte.remplir(travail.lire_carnet(carnet), source)
    vers = Path(choix.vers) if choix.vers else _racine() / A_RENDRE
    cible = vers / carnet.parent.name / carnet.name
    octets = (json.dumps(depot.carnet, ensure_ascii=False, indent=1) + "\n").encode()
    if cible.exists() and cible.read_bytes() != octets:
        ancien = vers / "anciens" / f"{carnet.stem}-{datetime.now():%Y-%m-%d-%Hh%M-%S}.ipynb"
        ancien.parent.mkdir(parents=True, exist_ok=True)
        os.replace(cible, ancien)
        print(f"Le carnet d'avant est gardé : {ancien}")
    cible.parent.mkdir(parents=True, exist_ok=True)
    ecrire_atomiquement(cible, octets)
    for phrase in depot.avis:
        print(f"- {phrase}")
    rendues = travail.reponses(depot.carnet).values()
    remplies = sum(travail.est_remplie(c) for c in rendues)
    print(f"{remplies} réponse(s) sur {len(rendues)} dans le carnet à rendre :")
    print(cible)
    return 0


def en_texte(arguments: list[str]) -> int:
    """`en-texte carnet.ipynb` : pose à côté d'un carnet distribué son `.py` et sa page à lire."""
    analyse = _Analyseur("en-texte", "Fait, d'un carnet distribué, un fichier .py et une page HTML à lire.")
    analyse.add_argument("carnet", help="le chemin du carnet (.ipynb)")
    analyse.add_argument("--vers", help="dossier où les poser (par défaut : celui du carnet)")
    return _sans_trace(lambda: _en_texte(analyse.parse_args(arguments)))


def _en_texte(choix: argparse.Namespace) -> int:
    from chatmairie.carnets.en_texte.page import page
    from chatmairie.parcours.fichiers import ecrire_atomiquement

    chemin = Path(choix.carnet)
    carnet = travail.lire_carnet(chemin)
    vers = Path(choix.vers) if choix.vers else chemin.parent
    vers.mkdir(parents=True, exist_ok=True)
    faits = {".py": texte.en_texte(carnet, chemin.stem), ".html": page(carnet, chemin.stem)}
    for suffixe, contenu in faits.items():
        cible = vers / f"{chemin.stem}{suffixe}"
        if cible.exists() and cible.read_text(encoding="utf-8") != contenu:
            print(f"{cible} existe déjà et diffère : il n'est pas touché. Choisissez un autre dossier avec --vers.")
            continue
        ecrire_atomiquement(cible, contenu.encode())
        print(cible)
    return 0


# --- les aides ------------------------------------------------------------------------------------


def _aide(arguments: list[str], nom: str, quoi: str, faire: Any, confirmer: bool = False) -> int:
    analyse = _Analyseur(nom, quoi)
    analyse.add_argument("exercice", help="par exemple donnees.taux")
    if confirmer:
        analyse.add_argument("--confirmer", action="store_true", help="ouvre le corrigé après trois indices")
    choix = analyse.parse_args(arguments)

    def appeler() -> None:
        with _depuis(_module_de(choix.exercice)):
            faire(choix)

    return _sans_trace(appeler)


def _module_de(exercice: str) -> Path:
    """Le dossier du module qui contient cet exercice, sinon le dossier de travail."""
    racine = _racine()
    for carnet in travail.fichiers(racine, (".ipynb",)):
        with contextlib.suppress(travail.CarnetIllisible):
            if any((texte.role(c) or ("",))[0] == exercice for c in travail.lire_carnet(carnet)["cells"]):
                return carnet.parent
    return racine


def indice(arguments: list[str]) -> int:
    """`indice donnees.taux` : l'indice suivant."""
    from chatmairie.atelier import gestes as atelier

    return _aide(arguments, "indice", "Donne l'indice suivant d'un exercice.", lambda c: atelier.indice(c.exercice))


def options(arguments: list[str]) -> int:
    """`options donnees.ecarter` : les décisions possibles, sans code."""
    from chatmairie.atelier import gestes as atelier

    quoi = "Montre les décisions possibles du chemin sans code."
    return _aide(arguments, "options", quoi, lambda c: atelier.options(c.exercice))


def corrige(arguments: list[str]) -> int:
    """`corrige donnees.taux [--confirmer]` : le corrigé, pour qui travaille seul."""
    from chatmairie.atelier import gestes as atelier

    def faire(choix: argparse.Namespace) -> None:
        atelier.corrige(choix.exercice, confirmer=choix.confirmer)

    return _aide(arguments, "corrige", "Ouvre le corrigé, après une réussite ou trois indices.", faire, confirmer=True)


def progression(arguments: list[str]) -> int:
    """`progression` : où vous en êtes."""
    from chatmairie.atelier import gestes as atelier

    return _dans_le_travail(arguments, "progression", "Dit où vous en êtes.", lambda _: atelier.progression())


def sauvegarder(arguments: list[str]) -> int:
    """`sauvegarder` : tout votre travail dans un fichier."""
    from chatmairie.atelier import gestes as atelier

    quoi = "Met tout votre travail dans un seul fichier."
    return _dans_le_travail(arguments, "sauvegarder", quoi, lambda _: atelier.sauvegarder())


def reprendre(arguments: list[str]) -> int:
    """`reprendre [fichier.json]` : remet un travail sauvegardé."""
    from chatmairie.atelier import gestes as atelier

    def faire(choix: argparse.Namespace) -> None:
        atelier.reprendre(choix.fichier or ...)

    quoi = "Reprend un travail sauvegardé, sans écraser plus récent."
    return _dans_le_travail(arguments, "reprendre", quoi, faire, fichier=True)


def _dans_le_travail(arguments: list[str], nom: str, quoi: str, faire: Any, fichier: bool = False) -> int:
    analyse = _Analyseur(nom, quoi)
    if fichier:
        analyse.add_argument("fichier", nargs="?", help="le fichier sauvegardé (par défaut : le seul qui est là)")
    choix = analyse.parse_args(arguments)
    if fichier and choix.fichier and Path(choix.fichier).is_file():
        choix.fichier = str(Path(choix.fichier).resolve())

    def appeler() -> None:
        with _depuis(_racine()):
            faire(choix)

    return _sans_trace(appeler)
