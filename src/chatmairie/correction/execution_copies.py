"""Exécuter une copie sans qu'un accident en coûte plus que la cellule où il arrive.

`Executer` remplace `nbgrader.preprocessors.Execute` dans `Autograde.autograde_preprocessors` : même noyau, mêmes
réglages, et en plus : une horloge pour tout le carnet, un noyau qui meurt est relancé sans la cellule fautive (de même
si une cellule garde toute la mémoire), les résultats démesurés sont coupés à l'arrivée, la sortie d'erreur d'une
cellule de notation ne coûte rien, et une cellule de notation qui n'a pas rendu sa note compte 0 au lieu du maximum.
"""

from __future__ import annotations

import ast
import copy
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_output
from nbgrader import utils
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Bool, Dict, Integer, Type

from chatmairie.correction import etats, execution_enclos
from chatmairie.correction.execution_noyau import AU_DEPART, AVANT_LA_NOTE
from chatmairie.correction.reconstruction import montrer_les_remarques
from chatmairie.exercice import depuis_grade_id

SANS_CARNET_LISIBLE = ("vide", "illisible", "etrangere", "lien", "trop_grosse")
REPRISES_MAX = 12
MEMOIRE_REPRISES_MAX = 3
ATTENTE_SILENCIEUSE_S = 60
_COULEURS = re.compile(r"\x1b\[[0-9;]*m")


class NoyauEnclos(AsyncKernelManager):
    """Un noyau lancé par `execution_enclos.py`, avec un dossier de travail à lui, effacé ensuite."""

    enclos = Bool(True, help="Enfermer le noyau (Landlock), là où le système le permet.").tag(config=True)
    memoire_max = Integer(6_000_000_000, help="Mémoire d'un noyau, en octets (adressée, pas touchée).").tag(config=True)
    fichier_max = Integer(500_000_000, help="Taille du plus gros fichier qu'un noyau écrit, en octets.").tag(
        config=True
    )

    def __init__(self, **reglages: Any) -> None:
        super().__init__(**reglages)
        self._a_lui = Path(tempfile.mkdtemp(prefix="chatmairie-noyau-"))
        self.connection_file = str(self._a_lui / "noyau.json")

    async def _async_pre_start_kernel(self, **options: Any) -> tuple[list[str], dict[str, Any]]:
        # IPYTHONDIR à part : un fichier de démarrage écrit par une copie ne sert pas aux suivantes.
        lieu = str(options.get("cwd") or os.getcwd())
        environnement = dict(options.get("env") or os.environ)
        environnement |= {"IPYTHONDIR": str(self._a_lui / "ipython"), "TMPDIR": str(self._a_lui)}
        environnement.setdefault("OMP_NUM_THREADS", "2")
        environnement.setdefault("OPENBLAS_NUM_THREADS", "2")
        options["env"] = environnement
        commande, options = await super()._async_pre_start_kernel(**options)
        return self._dans_l_enclos(commande, lieu), options

    pre_start_kernel = _async_pre_start_kernel

    def _dans_l_enclos(self, commande: list[str], lieu: str) -> list[str]:
        if os.name != "posix" or not Path(commande[0]).is_absolute():
            return commande
        if commande[1:3] == ["-m", "ipykernel_launcher"]:
            # -P : un `ipykernel_launcher.py` rendu avec la copie ne prend pas la place du vrai.
            commande = [commande[0], "-P", *commande[1:]]
        reglages = {
            "enclos": self.enclos,
            "lisibles": lieux_lisibles(),
            "modifiables": [lieu, str(self._a_lui), "/dev/null", "/dev/shm", "/dev/tty"],
            "limites": {"RLIMIT_AS": self.memoire_max, "RLIMIT_FSIZE": self.fichier_max},
        }
        lanceur = [sys.executable, "-I", execution_enclos.__file__, json.dumps(reglages)]
        return [*lanceur, *commande]

    async def _async_cleanup_resources(self, restart: bool = False) -> None:
        await super()._async_cleanup_resources(restart=restart)
        if not restart:
            shutil.rmtree(self._a_lui, ignore_errors=True)

    cleanup_resources = _async_cleanup_resources


def lieux_lisibles() -> list[str]:
    """Ce qu'un noyau a le droit de lire : Python, ses bibliothèques, les réglages des bibliothèques, le système."""
    maison = Path.home()
    lieux = {sys.prefix, sys.base_prefix, sys.exec_prefix, str(Path(__file__).resolve().parents[1])}
    lieux |= {c for c in sys.path if c and os.path.isabs(c) and "site-packages" in c}
    lieux |= {"/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin", "/etc", "/opt", "/proc", "/sys", "/dev", "/run"}
    for nom in (".config/matplotlib", ".cache/matplotlib", ".cache/fontconfig", ".fonts", ".local/share/fonts",
                ".local/share/jupyter", ".local/lib", ".jupyter"):  # fmt: skip
        lieux.add(str(maison / nom))
    for variable in ("MPLCONFIGDIR", "JUPYTER_PATH", "CONDA_PREFIX"):
        lieux |= {p for p in os.environ.get(variable, "").split(os.pathsep) if p}
    return sorted(lieux)


def couches_actives() -> list[str]:
    """Ce qui protège la correction sur cette machine, en français ; le guide dit ce qui reste possible."""
    version = execution_enclos.version_de_landlock()
    couches = ["horloge par cellule et par carnet", "un processus par copie"]
    if os.name == "posix":
        couches.append("mémoire et taille des fichiers limitées")
    if version:
        couches.append("fichiers enfermés (Landlock) : ni carnet de notes, ni énoncés, ni copies des autres")
    if version >= 6:
        couches.append("signaux enfermés (Landlock)")
    return couches


class Executer(Execute):
    """`Execute` de nbgrader, qui ne perd jamais plus que la cellule fautive."""

    duree_max = Integer(900, help="Temps donné à un carnet entier, en secondes, toutes reprises comprises.").tag(
        config=True
    )
    a_blanc = Bool(
        False, help="N'exécute rien et compte 0 au code : pour une copie qui arrête la correction elle-même."
    ).tag(config=True)
    sortie_max = Integer(12_000_000, help="Résultats gardés pour une cellule, en caractères.").tag(config=True)
    kernel_manager_class = Type(NoyauEnclos, config=True)
    error_on_timeout = Dict(
        {
            "ename": "TempsDepasse",
            "evalue": "la cellule n'a pas rendu la main à temps",
            "traceback": ["TempsDepasse : cette cellule n'a pas rendu la main à temps, elle a été arrêtée."],
        }
    ).tag(config=True)

    def __init__(self, *arguments: Any, **reglages: Any) -> None:
        reglages.setdefault("kernel_manager_class", NoyauEnclos)
        reglages.setdefault("shutdown_kernel", "immediate")
        super().__init__(*arguments, **reglages)

    def preprocess(self, nb: Any, resources: Any = None, km: Any = None) -> tuple[Any, Any]:
        self._check_assign_resources(resources)
        etat, _ = etats.lire(nb)
        if self.a_blanc:
            etats.ecrire(nb, "arretee", [])
            return self._ne_rien_executer(nb, "Cette copie arrête la correction : rien n'y a été exécuté.")
        if etat in SANS_CARNET_LISIBLE:
            return self._ne_rien_executer(nb, etats.ETATS[etat].phrase)
        # L'horloge est commune aux deux ordres : une copie ne double pas son temps en changeant ses cellules de place.
        self._fin = time.monotonic() + self.duree_max
        ordre = nb.metadata.get(etats.CLE, {}).get("ordre") or []
        neuf = copy.deepcopy(nb)
        fait, ressources = self._executer(nb, resources, km)
        self._sans_celles_qui_remplissent_la_memoire(fait, neuf, resources)
        if ordre and any(_perd_des_points(c) for c in fait.cells):
            self._dans_l_ordre_de_l_eleve(fait, neuf, ordre, resources)
        montrer_les_remarques(fait)
        return fait, ressources

    def _ne_rien_executer(self, nb: Any, phrase: str) -> tuple[Any, Any]:
        for cellule in nb.cells:
            if cellule.cell_type == "code":
                cellule.outputs = [new_output("error", ename="NonExecutee", evalue=phrase, traceback=[phrase])]
        montrer_les_remarques(nb)
        return nb, self.resources

    def _executer(
        self, nb: Any, resources: Any, km: Any = None, sans: Mapping[int, str] | None = None
    ) -> tuple[Any, Any]:
        """Exécute le carnet entier ; un noyau perdu est relancé, sans la cellule qui l'a perdu.

        sans : les cellules à ne pas exécuter du tout (rang -> la phrase qui le dit).
        """
        self._sautees: dict[int, Any] = {rang: _sautee(phrase) for rang, phrase in (sans or {}).items()}
        self._deja_dites: set[int] = set()
        for _ in range(REPRISES_MAX):
            self._en_cours, self._taille = -1, 0
            try:
                resultat = super().preprocess(nb, resources, km)
                break
            except (DeadKernelError, CellTimeoutError) as arret:
                self._oublier_le_noyau()
                if self._en_cours < 0:
                    raise
                temps = isinstance(arret, CellTimeoutError)
                self._sauter(nb, self._en_cours, "delai" if temps else "plantee")
        else:
            for rang, cellule in enumerate(nb.cells):
                if cellule.cell_type == "code" and rang not in self._sautees:
                    self._sauter(nb, rang, "plantee", dire=False)
            resultat = nb, resources
            for rang, erreur in self._sautees.items():
                nb.cells[rang].outputs = [erreur]
        for rang, cellule in enumerate(nb.cells):
            self._adoucir(nb, rang, cellule)
        return resultat

    def _oublier_le_noyau(self) -> None:
        try:
            if self.km is not None:
                self._cleanup_kernel()
        except Exception as erreur:  # noqa: BLE001 - le noyau est déjà perdu, il ne faut que ne plus s'en servir
            self.log.warning("Noyau déjà fermé : %s", erreur)
        self.km = self.kc = None

    def _sauter(self, nb: Any, rang: int, etat: str, dire: bool = True) -> None:
        nom = _nom_de_la_cellule(nb, rang)
        phrases = {
            "plantee": f"{nom} a arrêté Python : elle n'a pas été exécutée, la suite l'a été.",
            "delai": f"{nom} n'a pas rendu la main à temps, même après une demande d'arrêt : elle a été sautée.",
        }
        self._sautees[rang] = _sautee(phrases[etat])
        if dire:
            etats.ecrire(nb, etat, [phrases[etat]])

    def preprocess_cell(self, cell: Any, resources: Any, index: int) -> tuple[Any, Any]:
        if cell.cell_type != "code" or not cell.source.strip():
            return cell, resources
        if self._en_cours < 0:
            self._en_silence(AU_DEPART)
        self._en_cours = index
        if index in self._sautees:
            cell.outputs = [self._sautees[index]]
            return cell, resources
        reste = self._fin - time.monotonic()
        if reste <= 1:
            phrase = f"Le carnet entier a dépassé le temps permis ({self.duree_max // 60} min) : la suite compte 0."
            cell.outputs = [new_output("error", ename="TempsDepasse", evalue=phrase, traceback=[phrase])]
            etats.ecrire(self.nb, "delai", [phrase])
            return cell, resources
        self._taille = 0
        maximum = self.timeout or reste
        self.timeout_func = lambda _cellule: max(1, int(min(maximum, reste)))
        if _est_une_note(cell):
            self._en_silence(AVANT_LA_NOTE)
        cell, resources = super().preprocess_cell(cell, resources, index)
        if any(s.output_type == "error" and s.ename == "TempsDepasse" for s in cell.outputs):
            phrase = f"{_nom_de_la_cellule(self.nb, index)} a été arrêtée : elle n'avait pas fini à temps."
            etats.ecrire(self.nb, "delai", [phrase])
        return cell, resources

    def _en_silence(self, code: str) -> None:
        """Exécute `code` dans le noyau, sans trace dans le carnet."""
        self.timeout_func = lambda _cellule: ATTENTE_SILENCIEUSE_S
        self.wait_for_reply(self.kc.execute(code, silent=True, store_history=False, allow_stdin=False))

    def output(self, outs: list, msg: dict, display_id: str, cell_index: int) -> Any:
        """Un résultat arrive : gardé s'il reste de la place."""
        contenu = msg.get("content", {})
        self._taille += len(str(contenu.get("text", ""))) or len(str(contenu.get("data", "")))
        if self._taille > self.sortie_max and msg.get("msg_type") in ("stream", "display_data"):
            if cell_index not in self._deja_dites:
                self._deja_dites.add(cell_index)
                outs.append(new_output("stream", name="stdout", text="\n… la suite, trop longue, n'est pas gardée.\n"))
            return None
        return super().output(outs, msg, display_id, cell_index)

    def _adoucir(self, nb: Any, rang: int, cellule: Any) -> None:
        """La sortie d'erreur d'une notation ne coûte rien ; une notation muette ne vaut pas le maximum."""
        if not _est_une_note(cellule):
            return
        for sortie in cellule.outputs:
            if sortie.output_type == "stream" and sortie.name == "stderr":
                sortie.name = "stdout"
        if not _rend_une_note(cellule.source) or any(s.output_type == "error" for s in cellule.outputs):
            return
        rendues = [s for s in cellule.outputs if s.output_type == "execute_result"]
        if len(rendues) == 1 and _note_valable(rendues[0], float(cellule.metadata["nbgrader"]["points"])):
            return
        phrase = f"{_nom_de_la_cellule(nb, rang)} n'a pas rendu une note lisible : elle compte 0."
        cellule.outputs = [s for s in cellule.outputs if s.output_type != "execute_result"]
        cellule.outputs.append(new_output("error", ename="NoteIllisible", evalue=phrase, traceback=[phrase]))
        etats.ecrire(nb, "note_illisible", [phrase])

    def _sans_celles_qui_remplissent_la_memoire(self, fait: Any, neuf: Any, resources: Any) -> None:
        """Une cellule qui garde toute la mémoire en prive les suivantes : la copie est rejouée sans elle.

        Seule la première est en cause (les autres ont pu manquer de ce qu'elle a pris) ; s'il en reste, on recommence.
        """
        essai, sans = fait, {}
        for _ in range(MEMOIRE_REPRISES_MAX):
            gourmande = next((rang for rang, c in enumerate(essai.cells) if _a_manque_de_memoire(c)), None)
            if gourmande is None or not any(_perd_des_points(c) for c in fait.cells):
                return
            nom = _nom_de_la_cellule(neuf, gourmande)
            sans[gourmande] = f"{nom} a pris toute la mémoire : la suite a été rejouée sans elle."
            essai, _ = self._executer(copy.deepcopy(neuf), resources, sans=sans)
            if _garder_le_meilleur(fait, essai):
                # ce que le premier essai disait des cellules privées de mémoire accuserait les mauvaises
                fait.metadata[etats.CLE] = copy.deepcopy(essai.metadata[etats.CLE])
                etats.ecrire(fait, "plantee", list(sans.values()))

    def _dans_l_ordre_de_l_eleve(self, fait: Any, autre: Any, ordre: list[str], resources: Any) -> None:
        """La même copie, dans l'ordre de l'élève : chaque note garde le meilleur des deux."""
        par_id = {c["id"]: c for c in autre.cells}
        autre.cells = [par_id.pop(i) for i in ordre if i in par_id] + list(par_id.values())
        changees = _garder_le_meilleur(fait, self._executer(autre, resources)[0])
        if changees:
            etats.ecrire(
                fait, "remise_en_ordre",
                [f"L'élève avait ses cellules dans un autre ordre : {changees} note(s) viennent de son ordre à lui."],
            )  # fmt: skip


def _sautee(phrase: str) -> Any:
    return new_output("error", ename="CelluleSautee", evalue=phrase, traceback=[phrase])


def _a_manque_de_memoire(cellule: Any) -> bool:
    """Vrai si une cellule de l'élève s'est arrêtée faute de mémoire."""
    return cellule.cell_type == "code" and not _est_une_note(cellule) and any(
        s.output_type == "error" and s.ename.endswith("MemoryError") for s in cellule.outputs
    )  # fmt: skip


def _garder_le_meilleur(fait: Any, essai: Any) -> int:
    """Chaque note de `fait` garde le meilleur des deux essais. Rend le nombre de notes relevées."""
    meilleures = {c["id"]: c for c in essai.cells if _est_une_note(c)}
    relevees = 0
    for cellule in fait.cells:
        autre = meilleures.get(cellule.get("id")) if _est_une_note(cellule) else None
        if autre is not None and _points(autre) > _points(cellule):
            cellule.outputs = autre.outputs
            relevees += 1
    return relevees


def _est_une_note(cellule: Any) -> bool:
    return cellule.cell_type == "code" and utils.is_grade(cellule) and not utils.is_solution(cellule)


def _points(cellule: Any) -> float:
    try:
        return float(utils.determine_grade(cellule)[0] or 0.0)
    except (ValueError, KeyError):
        return 0.0


def _perd_des_points(cellule: Any) -> bool:
    return _est_une_note(cellule) and _points(cellule) < float(cellule.metadata["nbgrader"]["points"])


def _rend_une_note(source: str) -> bool:
    """Vrai si la cellule finit par un calcul de points (l'appel à `noter`, le plus souvent)."""
    try:
        corps = ast.parse(source).body
    except SyntaxError:
        return False
    return bool(corps) and isinstance(corps[-1], ast.Expr) and not isinstance(corps[-1].value, ast.Constant)


def _note_valable(sortie: Any, maximum: float) -> bool:
    try:
        return 0.0 <= float(sortie["data"]["text/plain"]) <= maximum
    except (KeyError, TypeError, ValueError):
        return False


def _nom_de_la_cellule(nb: Any, rang: int) -> str:
    cellule = nb.cells[rang]
    grade_id = cellule.metadata.get("nbgrader", {}).get("grade_id", "")
    if _est_une_note(cellule):
        return f"La notation de {depuis_grade_id(grade_id)}"
    if grade_id:
        return f"La réponse de {depuis_grade_id(grade_id)}"
    debut = _COULEURS.sub("", cellule.source.strip().split("\n")[0])[:40]
    return f"Une cellule (« {debut} »)"


class DireEnFrancais(NbGraderPreprocessor):
    """Après la note : le commentaire automatique d'une réponse absente, en français."""

    SANS_REPONSE = "Sans réponse."

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        from nbgrader.api import Gradebook

        ici = resources["nbgrader"]
        with Gradebook(ici["db_url"]) as notes:
            rendu = notes.find_submission_notebook(ici["notebook"], ici["assignment"], ici["student"])
            for commentaire in rendu.comments:
                if commentaire.auto_comment == "No response.":
                    commentaire.auto_comment = self.SANS_REPONSE
            notes.db.commit()
        return nb, resources
