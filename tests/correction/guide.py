"""Jouer le guide du formateur : ses blocs `bash`, dans l'ordre, dans un même terminal, sur une classe miniature."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat

from outils.classe_copies import Eleve, fabriquer_copie

RACINE = Path(__file__).resolve().parents[2]
GUIDE = RACINE / "guide" / "formateur.md"
DEVOIR = "02_donnees"
_BLOC = re.compile(r"^```(bash[^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

PIEGE = "<script>document.title='PIRATE'</script><img src=x onerror=\"document.title='PIRATE'\">"
LETTRE_PIEGEE = f"""# Madame, Monsieur

{PIEGE}
La mairie s'est trompée. [Ici](javascript:document.title='PIRATE') <svg onload="document.title='PIRATE'"></svg>
"""
LETTRE = """Madame, Monsieur,

La mairie s'est trompée : le dossier de Léa, complet, a été refusé à tort. **Léa est inscrite** ; vous recevrez la
confirmation sous trois jours. 136 autres familles ont reçu la même réponse, et nous leur écrivons aussi.

Vous pouvez obtenir les règles du tri en nous les demandant par écrit. Thérèse, responsable du service, vous répond au
01 99 00 12 34 ou au guichet.
"""
CODE_PIEGE = f'''from IPython.display import HTML, Javascript, display
display(HTML("""{PIEGE}"""), Javascript("document.title='PIRATE'"))


def decider(avis, dossiers):
    return dossiers["une_colonne_absente"]
'''
ELEVES = (
    Eleve("sokhna-lemoine", "Sokhna", "Lemoine", "juste", "juste", ouvertes={"donnees.ouverte": LETTRE}),
    Eleve("anh-petit", "Anh", 'D\'Arc "Müller"', "des fautes", "juste",
          sauf={"donnees.decider": "faux_mercredi_a_l_agent", "donnees.enqueter": "faux_mercredi_en_dur"}),
    Eleve("tiago-benali", "=Tiago", "Benali", "un piège", "juste", ouvertes={"donnees.ouverte": LETTRE_PIEGEE}),
    Eleve("maelle-traore", "Maëlle", "Traoré", "vide", "vide"),
)  # fmt: skip
PARIS = {"sokhna-lemoine": 10, "anh-petit": 60, "tiago-benali": 15}


@dataclass(frozen=True)
class Bloc:
    """Un bloc de commandes du guide. genre : « bash » (rejoué tel quel) ou « bash navigateur » (un serveur)."""

    genre: str
    commandes: str


def blocs(texte: str) -> Iterator[Bloc]:
    """Les blocs de commandes, dans l'ordre du guide."""
    for genre, commandes in _BLOC.findall(texte):
        yield Bloc(genre.strip(), commandes)


def _copier_le_depot(cible: Path) -> None:
    """Le clone du guide : les fichiers du dépôt, sans ce qui se fabrique ; l'environnement est celui des essais."""
    partout = shutil.ignore_patterns("__pycache__", ".pytest_cache", ".ruff_cache", ".ipynb_checkpoints")
    a_la_racine = {".git", "classe", "classes", "travail", "artefacts", "build", "dist"}

    def ignorer(dossier: str, noms: list[str]) -> set[str]:
        racine = {n for n in noms if n in a_la_racine or n.startswith(".venv")} if Path(dossier) == RACINE else set()
        return racine | set(partout(dossier, noms))

    shutil.copytree(RACINE, cible, ignore=ignorer)
    (cible / ".venv").symlink_to(sys.prefix)


class Terminal:
    """Un terminal : chaque bloc garde le dossier et les variables laissés par le précédent."""

    def __init__(self, dossier: Path) -> None:
        self.dossier, self.etat = dossier, dossier / ".etat"
        self.journal: list[tuple[str, str]] = []
        gardees = (
            "PYTHONDONTWRITEBYTECODE",
            "CHATMAIRIE_SECRET",
            "CHATMAIRIE_CLASSE",
            "MAKEFLAGS",
            "MAKELEVEL",
            "VENV",
            "VIRTUAL_ENV",
        )
        self.variables = {n: v for n, v in os.environ.items() if n not in gardees}
        self.lieu = dossier / ".lieu"
        self.lieu.write_text(str(dossier), encoding="utf-8")
        self.etat.write_text("", encoding="utf-8")

    def jouer(self, commandes: str) -> str:
        """Joue un bloc. Lève `AssertionError`, avec tout ce qui s'est affiché, si une commande échoue."""
        etat, lieu = shlex.quote(str(self.etat)), shlex.quote(str(self.lieu))
        script = (
            f'. {etat}\ncd "$(cat {lieu})"\nset -e\n{commandes}\nset +e\n'
            f'printf %s "$PWD" > {lieu}\nexport -p > {etat}\n'
        )
        fini = subprocess.run(
            ["bash", "-c", script], env=self.variables, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        self.journal.append((commandes, fini.stdout + fini.stderr))
        assert fini.returncode == 0, f"Le guide dit :\n{commandes}\n{fini.stdout[-1500:]}\n{fini.stderr[-3000:]}"
        return fini.stdout

    @property
    def ici(self) -> Path:
        return Path(self.lieu.read_text(encoding="utf-8"))


def jouer_le_guide(dossier: Path, avant: Callable[[str, Terminal], None]) -> Terminal:
    """Joue tous les blocs « bash ». `avant(commandes, terminal)` est appelé avant chacun (rendre les copies…)."""
    terminal = Terminal(dossier)
    for bloc in blocs(GUIDE.read_text(encoding="utf-8")):
        if bloc.genre != "bash":
            continue
        commandes = bloc.commandes
        if "git clone ADRESSE_DU_DEPOT chatmairie" in commandes:
            _copier_le_depot(dossier / "chatmairie")
            commandes = commandes.replace("git clone ADRESSE_DU_DEPOT chatmairie\n", "")
        # 1 : corrigé, et il y a des copies à regarder (la classe miniature en a)
        commandes = re.sub(r"^(.*correction corriger[^|\n]*)$", r"\1 || [ $? -eq 1 ]", commandes, flags=re.M)
        avant(commandes, terminal)
        terminal.jouer(commandes)
    return terminal


def ecrire_la_liste(chemin: Path) -> None:
    lignes = ["id,first_name,last_name,email"]
    for e in ELEVES:
        nom = '"' + e.nom.replace('"', '""') + '"'
        lignes.append(f"{e.identifiant},{e.prenom},{nom},{e.identifiant}@exemple.fr")
    chemin.write_text("\n".join(lignes) + "\n", encoding="utf-8")


def rendre_les_copies(classe: Path, envoi: Path) -> None:
    """Le zip que Moodle donnerait des copies, paris compris ; elles viennent du devoir distribué."""
    for eleve in ELEVES:
        dossier = fabriquer_copie(classe, DEVOIR, eleve, RACINE / "banque")
        fichier = dossier / f"{DEVOIR}.ipynb"
        carnet = nbformat.read(fichier, as_version=4)
        for cellule in carnet.cells:
            if eleve.identifiant in PARIS and cellule.source.startswith('prevoir("donnees.combien"'):
                cellule.source = f'prevoir("donnees.combien", {PARIS[eleve.identifiant]})'
            if (
                eleve.identifiant == "tiago-benali"
                and cellule.metadata.get("nbgrader", {}).get("grade_id") == "donnees-decider"
            ):
                cellule.source = CODE_PIEGE
        nbformat.write(carnet, fichier)
    with zipfile.ZipFile(envoi, "w") as archive:
        for numero, eleve in enumerate(ELEVES, 1001):
            fichier = classe / "submitted" / eleve.identifiant / DEVOIR / f"{DEVOIR}.ipynb"
            archive.write(fichier, f"{eleve.prenom} {eleve.nom}_{numero}_assignsubmission_file/{DEVOIR} (1).ipynb")
    shutil.rmtree(classe / "submitted")
