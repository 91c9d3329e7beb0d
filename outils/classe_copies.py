"""La classe miniature, côté élèves : qui rend quoi, et la fabrique des copies.

`eleves.yaml` :

    devoirs: [02_donnees]
    eleves:
      - identifiant: prenom-nom
        prenom: Prénom
        nom: Nom
        copie: ce que montre cette copie, en quelques mots
        par_defaut: juste            # ou « vide »
        sauf: {donnees.taux: faux_idee}
        ouvertes: {donnees.ouverte: "Le texte rendu."}
        devoirs: [02_donnees]        # ce que cet élève rend (défaut : tout)
        accident: renommee           # ce qui est arrivé à sa copie (outils/classe_accidents.py)

« juste » : la première réponse `juste_*` de chaque exercice. « vide » : la cellule telle qu'elle a été distribuée.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from chatmairie.carnets.banque import fichier, reponses
from chatmairie.juge.exercice import depuis_grade_id
from outils.classe_accidents import ACCIDENTS

JUSTE, VIDE = "juste", "vide"
_IDENTIFIANT = re.compile(r"[a-z][a-z0-9-]*")
_CLES = {"identifiant", "prenom", "nom", "copie", "par_defaut", "sauf", "ouvertes", "devoirs", "accident"}


class ClasseInjouable(Exception):
    """La classe ne peut pas être jouée ; le message dit pourquoi, et qui est concerné."""


@dataclass(frozen=True)
class Eleve:
    """Un élève fictif et ce qu'il rend.

    sauf : exercice -> nom de réponse. ouvertes : question -> texte. devoirs : ce qu'il rend, `None` pour tout.
    accident : nom d'`outils.classe_accidents.ACCIDENTS`, ou rien.
    """

    identifiant: str
    prenom: str
    nom: str
    copie: str
    par_defaut: str
    sauf: Mapping[str, str] = field(default_factory=dict)
    ouvertes: Mapping[str, str] = field(default_factory=dict)
    devoirs: tuple[str, ...] | None = None
    accident: str = ""

    def rend(self, devoir: str) -> bool:
        """Vrai si cet élève rend ce devoir."""
        return self.devoirs is None or devoir in self.devoirs


@dataclass(frozen=True)
class Scenario:
    devoirs: tuple[str, ...]
    eleves: tuple[Eleve, ...]


def lire_scenario(chemin: Path) -> Scenario:
    """Lit `eleves.yaml`. Lève `ClasseInjouable` (fichier absent ou illisible, clé inconnue, élève en double)."""
    try:
        lu = yaml.safe_load(chemin.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as erreur:
        raise ClasseInjouable(f"« {chemin} » ne se lit pas : {erreur}") from erreur
    if not isinstance(lu, dict) or not lu.get("devoirs") or not lu.get("eleves"):
        raise ClasseInjouable(f"« {chemin} » : il faut une liste « devoirs » et une liste « eleves ».")
    eleves = tuple(_eleve(numero, e, chemin) for numero, e in enumerate(lu["eleves"], start=1))
    identifiants = [e.identifiant for e in eleves]
    if doubles := sorted({i for i in identifiants if identifiants.count(i) > 1}):
        raise ClasseInjouable(f"« {chemin} » : deux élèves s'appellent « {doubles[0]} ».")
    connus = set(map(str, lu["devoirs"]))
    for eleve in eleves:
        if inconnus := sorted(set(eleve.devoirs or ()) - connus):
            raise ClasseInjouable(f"« {chemin} », élève {eleve.identifiant} : aucun devoir « {inconnus[0]} ».")
    return Scenario(tuple(map(str, lu["devoirs"])), eleves)


def _eleve(numero: int, lu: Any, chemin: Path) -> Eleve:
    if not isinstance(lu, dict):
        raise ClasseInjouable(f"« {chemin} », élève {numero} : il faut des clés, comme « identifiant: … ».")
    ici = f"« {chemin} », élève {lu.get('identifiant', numero)}"
    if inconnues := sorted(set(lu) - _CLES):
        raise ClasseInjouable(f"{ici} : clé inconnue « {inconnues[0]} » (connues : {', '.join(sorted(_CLES))}).")
    if not _IDENTIFIANT.fullmatch(str(lu.get("identifiant", ""))):
        raise ClasseInjouable(f"{ici} : l'identifiant est fait de minuscules sans accent, de chiffres et de tirets.")
    if lu.get("par_defaut") not in (JUSTE, VIDE):
        raise ClasseInjouable(f"{ici} : « par_defaut » vaut « {JUSTE} » ou « {VIDE} ».")
    accident = str(lu.get("accident") or "")
    if accident and accident not in ACCIDENTS:
        raise ClasseInjouable(f"{ici} : aucun accident « {accident} » (connus : {', '.join(ACCIDENTS)}).")
    devoirs = tuple(map(str, lu["devoirs"])) if lu.get("devoirs") is not None else None
    textes = {cle: str(lu.get(cle, "")) for cle in ("identifiant", "prenom", "nom", "copie", "par_defaut")}
    sauf, ouvertes = dict(lu.get("sauf") or {}), dict(lu.get("ouvertes") or {})
    return Eleve(**textes, sauf=sauf, ouvertes=ouvertes, devoirs=devoirs, accident=accident)


def choisir_reponse(eleve: Eleve, exercice: str, banque: Path) -> str | None:
    """Le texte que cet élève met dans la cellule de cet exercice ; `None` s'il la laisse telle quelle.

    Lève `ClasseInjouable` si la banque n'a pas la réponse demandée, en disant celles qu'elle a.
    """
    nom = eleve.sauf.get(exercice, eleve.par_defaut)
    if nom == VIDE:
        return None
    lu = fichier(banque, exercice)
    connues = {s.nom: s.texte for s in reponses(lu)} if lu.is_file() else {}
    if nom == JUSTE:
        nom = next((c for c in connues if c.startswith("juste_")), nom)
    if nom not in connues:
        raise ClasseInjouable(
            f"Élève {eleve.identifiant} : la banque n'a pas de réponse « {nom} » pour {exercice} "
            f"(elle a : {', '.join(connues) or 'rien'})."
        )
    return connues[nom]


def remplir(carnet: Any, eleve: Eleve, banque: Path) -> set[str]:
    """Met les réponses de cet élève dans un carnet distribué. Rend les exercices et questions du carnet."""
    presents = set()
    for cellule in carnet.cells:
        meta = cellule.metadata.get("nbgrader", {})
        if not meta.get("solution"):
            continue
        exercice = depuis_grade_id(meta["grade_id"])
        presents.add(exercice)
        if cellule.cell_type == "markdown":
            cellule.source = eleve.ouvertes.get(exercice, cellule.source)
        elif (reponse := choisir_reponse(eleve, exercice, banque)) is not None:
            cellule.source = reponse
    return presents


def fabriquer_copie(classe: Path, devoir: str, eleve: Eleve, banque: Path) -> Path:
    """Dépose dans classe/submitted/ ce que rend cet élève, à partir de ce qui lui a été distribué. Rend le dossier."""
    import nbformat

    distribue, rendu = classe / "release" / devoir, classe / "submitted" / eleve.identifiant / devoir
    shutil.copytree(distribue, rendu)
    presents: set[str] = set()
    for chemin in sorted(rendu.glob("*.ipynb")):
        carnet = nbformat.read(chemin, as_version=4)
        presents |= remplir(carnet, eleve, banque)
        nbformat.write(carnet, chemin)
    modules = {p.split(".")[0] for p in presents}
    voulus = {e for e in (*eleve.sauf, *eleve.ouvertes) if e.split(".")[0] in modules}
    if absents := sorted(voulus - presents):
        raise ClasseInjouable(f"Élève {eleve.identifiant}, devoir {devoir} : aucun exercice « {absents[0]} » à rendre.")
    if eleve.accident:
        ACCIDENTS[eleve.accident].abimer(rendu)
    return rendu
