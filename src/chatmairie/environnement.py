"""Cette machine peut-elle suivre le cours ? Sept vérifications, et quoi faire pour chacune qui manque.

    python -m chatmairie verifier-environnement

Bibliothèque standard seulement, tant que rien d'autre n'est sûr d'être installé : la commande répond aussi quand
l'installation a échoué à moitié. Rien n'est envoyé nulle part, rien n'est gardé.
"""

from __future__ import annotations

import importlib.metadata as metadonnees
import importlib.util
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatmairie.parcours.fichiers import pourquoi

PYTHON_MIN = (3, 11)
MEMOIRE_MO = 600
"""Mémoire libre demandée, en Mo : une fois et demie le budget d'un carnet (400 Mo, voir guide/mesures.md)."""

DISQUE_MO = 100
"""Place demandée à côté des carnets, en Mo (hypothèse du cours : un carnet exécuté pèse moins de 2 Mo)."""

INUTILES_ICI = frozenset({"setuptools", "wheel"})
"""Ce qui ne sert qu'à installer le cours."""


@dataclass(frozen=True)
class Verification:
    """Une vérification. bon : vrai, faux, ou None si l'on n'a pas pu savoir. faire : quoi faire si ce n'est pas bon."""

    nom: str
    bon: bool | None
    constat: str
    faire: str = ""

    @property
    def etat(self) -> str:
        """« bon », « à régler » ou « non mesuré »."""
        return {True: "bon", False: "à régler", None: "non mesuré"}[self.bon]


def python(version: Iterable[int] = sys.version_info[:3]) -> Verification:
    """La version de Python."""
    lue = tuple(version)[:3]
    ecrite, voulue = ".".join(map(str, lue)), ".".join(map(str, PYTHON_MIN))
    return Verification(
        "Python",
        lue[:2] >= PYTHON_MIN,
        f"Python {ecrite} ; il faut {voulue} ou plus récent.",
        f"Installez Python {voulue} ou plus récent (python.org, ou le gestionnaire de votre système), puis refaites "
        "l'installation du cours avec lui.",
    )


def paquets(exigences: Iterable[str] | None = None) -> Verification:
    """Les paquets dont le cours a besoin, à leur version."""
    try:
        voulus = metadonnees.requires("chatmairie") or [] if exigences is None else list(exigences)
    except metadonnees.PackageNotFoundError:
        return Verification(
            "Paquets",
            False,
            "Le paquet chatmairie n'est pas installé dans ce Python.",
            "Dans le dossier du cours : make environnement (sans make, voir « Commencer » dans le README).",
        )
    voulus = [v for v in voulus if "extra ==" not in v and _nom(v) not in INUTILES_ICI]
    manques = [phrase for v in voulus if (phrase := _manque(v))]
    if not manques:
        return Verification("Paquets", True, f"{len(voulus)} paquets présents, aux versions voulues.")
    return Verification(
        "Paquets",
        False,
        " ; ".join(manques) + ".",
        "Dans le dossier du cours : make environnement (sans make, voir « Commencer » dans le README). Si vous l'avez "
        "déjà fait, c'est peut-être un autre Python qui répond : celui-ci est "
        f"« {sys.executable} ».",
    )


def _nom(exigence: str) -> str:
    return re.split(r"[\s<>=!~;\[(]", exigence.strip(), maxsplit=1)[0]


def _manque(exigence: str) -> str:
    """Ce qui manque à cette exigence (« pandas>=3.0 »), ou une chaîne vide."""
    nom = _nom(exigence)
    try:
        version = metadonnees.version(nom)
    except metadonnees.PackageNotFoundError:
        return f"{nom} manque"
    with suppress(ImportError):  # sans lui, la présence suffit
        from packaging.requirements import Requirement

        if not Requirement(exigence).specifier.contains(version, prereleases=True):
            return f"{nom} {version} ne convient pas (il faut {Requirement(exigence).specifier})"
    return ""


def fichiers(dossier: Path | None = None) -> Verification:
    """Un fichier posé à côté des carnets prend-il le nom, donc la place, d'une bibliothèque ?"""
    try:
        ici = sorted((dossier or Path.cwd()).iterdir())
    except OSError:
        ici = []
    noms = [f.name for f in ici if f.suffix == ".py" or (f / "__init__.py").is_file()]
    qui_cachent = [nom for nom in noms if nom.removesuffix(".py") in _noms_pris()] if noms else []
    if not qui_cachent:
        return Verification("Fichiers", True, "Aucun de vos fichiers ne prend la place d'une bibliothèque.")
    premier = qui_cachent[0]
    return Verification(
        "Fichiers",
        False,
        f"« {premier} », dans le dossier de votre carnet, porte le nom d'une bibliothèque : Python l'ouvre à sa place.",
        f"Renommez-le (« mon_{premier} », par exemple), puis redémarrez le noyau.",
    )


def _noms_pris() -> frozenset[str]:
    """Les modules de Python et des bibliothèques du cours ; les lire prend un tiers de seconde."""
    siens = {_nom(exigence) for exigence in metadonnees.requires("chatmairie") or ()}
    de_qui = metadonnees.packages_distributions().items()
    pris = frozenset(sys.stdlib_module_names) | {nom for nom, paquets in de_qui if siens & {p.lower() for p in paquets}}
    return pris - {"chatmairie", "test", "tests"}


def noyau() -> Verification:
    """Un noyau Jupyter « python3 » qui se sert de ce Python, ou celui dans lequel on est déjà."""
    faire = (
        f"Avec ce même Python : « {sys.executable} -m pip install ipykernel », puis "
        f"« {sys.executable} -m ipykernel install --sys-prefix ». Dans JupyterLab, menu Noyau, « Changer de noyau »."
    )
    if "ipykernel" in sys.modules and _dans_un_noyau():
        return Verification("Noyau", True, "Vous êtes dans un noyau qui répond.")
    if importlib.util.find_spec("jupyter_client") is None or importlib.util.find_spec("ipykernel") is None:
        return Verification("Noyau", False, "Les carnets ne peuvent pas s'exécuter : ipykernel manque.", faire)
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    try:
        commande = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except (NoSuchKernel, OSError, json.JSONDecodeError):
        return Verification("Noyau", False, "Aucun noyau « python3 » n'est déclaré à Jupyter.", faire)
    if not _meme_python(commande):
        return Verification(
            "Noyau", False, f"Le noyau « python3 » se sert d'un autre Python (« {commande} »), sans le cours.", faire
        )
    return Verification("Noyau", True, "Le noyau « python3 » se sert de ce Python.")


def _dans_un_noyau() -> bool:
    from IPython import get_ipython

    return getattr(get_ipython(), "kernel", None) is not None


def _meme_python(commande: str) -> bool:
    """Vrai si cette commande (« python », ou un chemin) est le Python qui tourne ici."""
    trouve = shutil.which(commande) if os.path.basename(commande) == commande else commande
    if os.path.basename(commande).removesuffix(".exe") in ("python", "python3") and trouve != commande:
        return True  # « python » tout court : Jupyter lance le sien
    with suppress(OSError):
        return trouve is not None and os.path.samefile(trouve, sys.executable)
    return False


def memoire(libre_mo: float | None = None) -> Verification:
    """La mémoire libre, limite d'un conteneur comprise."""
    libre = memoire_libre_mo() if libre_mo is None else libre_mo
    if libre is None:
        return Verification(
            "Mémoire", None, "La mémoire libre n'a pas pu être lue.", f"Gardez environ {MEMOIRE_MO} Mo de libre."
        )
    return Verification(
        "Mémoire",
        libre >= MEMOIRE_MO,
        f"{libre:.0f} Mo libres ; il en faut {MEMOIRE_MO}.",
        "Fermez d'autres programmes et d'autres carnets (menu Noyau, « Arrêter tous les noyaux »), puis recommencez.",
    )


def memoire_libre_mo() -> float | None:
    """Mo libres, ou None si le système ne le dit pas."""
    libres = [m for m in (_memoire_du_systeme(), _memoire_du_conteneur()) if m is not None]
    return min(libres) / 1e6 if libres else None


def _memoire_du_systeme() -> float | None:
    with suppress(ImportError, OSError, AttributeError):
        import psutil

        return float(psutil.virtual_memory().available)
    with suppress(OSError, ValueError):
        for ligne in Path("/proc/meminfo").read_text().splitlines():
            if ligne.startswith("MemAvailable:"):
                return float(ligne.split()[1]) * 1024
    return None


def _memoire_du_conteneur() -> float | None:
    """Ce que laisse la limite d'un conteneur (Binder en a une), ou None sans limite."""
    for limite, usage in (
        ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
        ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes"),
    ):
        with suppress(OSError, ValueError):
            return max(0.0, float(Path(limite).read_text()) - float(Path(usage).read_text()))
    return None


def ecriture(dossier: Path | None = None) -> Verification:
    """Peut-on écrire ici, et là où va la progression ?"""
    from chatmairie.parcours.progres import emplacement

    try:
        ici = Path.cwd() if dossier is None else dossier
        progression = emplacement() if dossier is None else None
    except OSError:
        return Verification(
            "Écriture", False, "Le dossier où vous êtes n'existe plus.", "Rouvrez le carnet depuis son dossier."
        )
    for lieu in dict.fromkeys([ici, *([_existant(progression.parent)] if progression else [])]):
        try:
            with tempfile.NamedTemporaryFile(dir=lieu, prefix=".essai-"):
                pass
        except OSError as erreur:
            return Verification(
                "Écriture",
                False,
                f"On ne peut pas écrire dans « {lieu} » ({pourquoi(erreur)}) : ni vos réponses ni votre "
                "progression n'y seraient gardées.",
                "Copiez le dossier travail/ dans un dossier à vous (Documents, par exemple) et ouvrez-le de là.",
            )
    return Verification("Écriture", True, "Vos réponses et votre progression peuvent être enregistrées ici.")


def _existant(lieu: Path) -> Path:
    return lieu if lieu.is_dir() or lieu == lieu.parent else _existant(lieu.parent)


def disque(libre_mo: float | None = None) -> Verification:
    """La place qui reste à côté des carnets."""
    if libre_mo is None:
        try:
            libre_mo = shutil.disk_usage(Path.cwd()).free / 1e6
        except OSError:
            return Verification("Disque", None, "La place libre n'a pas pu être lue.", "Vérifiez-la vous-même.")
    return Verification(
        "Disque",
        libre_mo >= DISQUE_MO,
        f"{libre_mo:.0f} Mo libres ; il en faut {DISQUE_MO}.",
        "Faites de la place : un disque plein empêche d'enregistrer un carnet.",
    )


VERIFICATIONS: tuple[Callable[[], Verification], ...] = (python, paquets, fichiers, noyau, memoire, ecriture, disque)


def tout_verifier() -> list[Verification]:
    """Les sept vérifications, dans l'ordre ; une vérification qui se trompe elle-même le dit."""
    faites = []
    for verification in VERIFICATIONS:
        try:
            faites.append(verification())
        except Exception as erreur:  # la machine de quelqu'un d'autre : on continue
            nom = verification.__name__.capitalize()
            faites.append(Verification(nom, None, f"Vérification impossible ({type(erreur).__name__} : {erreur})."))
    return faites


def en_texte(faites: Iterable[Verification]) -> str:
    """Une ligne par vérification, puis quoi faire, puis la conclusion."""
    faites = list(faites)
    lignes = [f"- {v.nom} : {v.etat}. {v.constat}" + _suite(v) for v in faites]
    return "\n".join([*lignes, "", conclusion(faites)])


def _suite(v: Verification) -> str:
    return f"\n  Quoi faire : {v.faire}" if v.faire and v.bon is not True else ""


def conclusion(faites: Iterable[Verification]) -> str:
    """La phrase qui dit si l'on peut commencer."""
    a_regler = [v.nom for v in faites if v.bon is False]
    if not a_regler:
        return "Tout est prêt : vous pouvez commencer."
    return f"À régler avant de commencer : {', '.join(a_regler)}. Puis relancez cette vérification."


def carte(faites: list[Verification]) -> Any:
    """La même chose dans un carnet : l'état de chaque vérification, et quoi faire ; les chiffres de la machine à part.

    Ce qui est bon se dit sans chiffre, pour que deux machines prêtes montrent la même chose.
    """
    from chatmairie.affichage.cartes import CarteTexte

    lignes = [f"- {v.nom} : {v.etat}." + ("" if v.bon else f" {v.constat} {v.faire}".rstrip()) for v in faites]
    return CarteTexte("Votre machine", "\n".join([*lignes, "", conclusion(faites)]))


def principal(arguments: list[str]) -> int:
    """Écrit le résultat. Rend 0 si tout est prêt, 1 sinon, 2 pour un argument qui n'existe pas."""
    if arguments:
        print("verifier-environnement ne prend aucun argument.", file=sys.stderr)
        return 2
    faites = tout_verifier()
    print(en_texte(faites))
    return int(any(v.bon is False for v in faites))
