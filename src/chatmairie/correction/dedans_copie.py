"""Le processus d'une copie : exécute les cellules de l'élève, et répond à la place de ses fonctions.

Il tourne dans l'enclos, avec le code de l'élève : tout ce qui en sort peut être forgé, et n'est lu que comme une donnée
(`seances.py`). Il se copie sur demande (`fork`) : avant une cellule, pour reprendre si elle tue Python ; à une cellule
de note, pour chaque monde, qui ne voit rien de ce que les autres changent.
"""

from __future__ import annotations

import builtins
import ctypes
import gc
import importlib
import io
import mmap
import os
import pkgutil
import signal
import socket
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

from chatmairie.correction.encodage import Canal, CanalFerme
from chatmairie.juge.execution import un_seul_fil
from chatmairie.juge.temps_limite import Compteur, TempsDepasse

DE_QUOI_JUGER = 100_000_000
"""Octets de mémoire qu'une cellule doit laisser à ce qui la suit."""

TAMPON = 16_000
"""Caractères d'un flux gardés avant d'être envoyés."""

TEXTE_CAPTE_MAX = 200_000
"""Octets gardés de ce qu'une cellule écrit sous Python (bibliothèques, processus fils)."""

BIBLIOTHEQUES = (
    "fairlearn.metrics", "ipywidgets", "matplotlib.pyplot", "pandera.pandas", "scipy.stats", "sklearn.ensemble",
    "sklearn.linear_model", "sklearn.metrics", "sklearn.model_selection", "sklearn.pipeline", "sklearn.tree",
)  # fmt: skip
"""Ce que toute copie a des chances d'importer : chargé une fois, partagé par toutes."""

_GRANDE_PAGE, _REUNIR = 2 << 20, 25
"""Octets d'une grande page (x86-64, ARM), et le numéro du conseil « réunir » de `madvise` (MADV_COLLAPSE)."""

_canal: Canal | None = None
_PERSONNE = "`input()` ne peut pas servir ici : personne n'est là pour répondre."
TEMPS_DEPASSE = "cette cellule a pris tout le temps de calcul permis, elle a été arrêtée."


def _dire(sortie: dict[str, Any]) -> None:
    if _canal is not None:
        _canal.envoyer(sortie)


# --- un carnet sans navigateur --------------------------------------------------------------------


class _Flux(io.TextIOBase):
    """`sys.stdout` ou `sys.stderr` d'un carnet."""

    encoding = "utf-8"

    def __init__(self, nom: str, descripteur: int) -> None:
        self.name, self._descripteur, self._garde = nom, descripteur, ""

    def write(self, texte: str) -> int:
        if not isinstance(texte, str):
            raise TypeError(f"write() argument must be str, not {type(texte).__name__}")
        self._garde += texte
        if len(self._garde) > TAMPON:
            self.flush()
        return len(texte)

    def flush(self) -> None:
        texte, self._garde = self._garde, ""
        if texte:
            _dire({"sortie": "stream", "name": self.name, "text": str(texte)})

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descripteur

    def close(self) -> None:
        self.flush()


def _vider() -> None:
    for flux in (sys.stdout, sys.stderr):
        with suppress(Exception):
            flux.flush()


class _Affichage(DisplayPublisher):
    def publish(self, data: Any, metadata: Any = None, source: Any = None, **options: Any) -> None:
        _vider()
        _dire({"sortie": "display_data", "data": data, "metadata": metadata or {}})

    def clear_output(self, wait: bool = False) -> None:
        _vider()
        _dire({"sortie": "effacer", "attendre": bool(wait)})


class _Resultat(DisplayHook):
    def write_output_prompt(self) -> None:
        """Le numéro est celui de la cellule."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        _vider()
        _dire({"sortie": "execute_result", "data": format_dict, "metadata": md_dict or {}})

    def finish_displayhook(self) -> None:
        _vider()


class Coquille(InteractiveShell):
    """L'interpréteur d'un carnet : celui d'IPython, dont les résultats partent par le canal."""

    display_pub_class = Type(_Affichage)
    displayhook_class = Type(_Resultat)

    def ask_exit(self) -> None:
        """`exit()` oublié dans une cellule : sans effet, comme dans un carnet qui n'a plus rien à exécuter."""

    def enable_gui(self, gui: Any = None) -> None:
        """Aucune fenêtre : les figures vont dans le carnet."""

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        _vider()
        nom, message, lignes = getattr(etype, "__name__", str(etype)), _texte(evalue), [_texte(ligne) for ligne in stb]
        if etype is TempsDepasse:
            _dire_le_temps()
            return
        _dire({"sortie": "error", "ename": nom, "evalue": message, "traceback": lignes})

    def system(self, cmd: str) -> None:
        """`!commande` : ce qu'elle écrit va dans le carnet."""
        super().system_piped(cmd)


def _dire_le_temps() -> None:
    lignes = [f"TempsDepasse : {TEMPS_DEPASSE}"]
    _dire({"sortie": "error", "ename": "TempsDepasse", "evalue": TEMPS_DEPASSE, "traceback": lignes})


def _texte(valeur: Any) -> str:
    try:
        return str(valeur)
    except Exception:  # une classe de l'élève
        return f"<{type(valeur).__name__}>"


def _pas_de_saisie(*_arguments: Any, **_options: Any) -> NoReturn:
    raise StdinNotImplementedError(_PERSONNE)


def chauffer() -> None:
    """Charge ce que toute copie importe, et prépare l'interpréteur ; rien ici ne lance de calcul ni de fil."""
    import chatmairie
    from chatmairie import affichage, echecs, referentiel

    for nom in BIBLIOTHEQUES:
        importlib.import_module(nom)
    for piece in (echecs, affichage, referentiel):  # ce qu'importent nos carnets
        for module in pkgutil.walk_packages(piece.__path__, f"{piece.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    reglages = Config()
    reglages.HistoryManager.enabled = False
    reglages.InteractiveShell.colors = "nocolor"
    coquille = Coquille.instance(config=reglages)
    coquille.user_ns["get_ipython"] = coquille.get_ipython
    builtins.input = _pas_de_saisie
    coquille.enable_matplotlib("inline")
    chatmairie._fonctions()
    with un_seul_fil():
        pass
    _figer()


def avancer(cellules: list[str]) -> None:
    """Exécute les cellules d'un carnet distribué : ce que le cours calcule et garde, les copies n'ont plus à le faire.

    Rien d'autre n'en reste : ni noms, ni fichiers, ni figures.
    """
    import matplotlib.pyplot as plt

    coquille, flux, ici = InteractiveShell.instance(), (sys.stdout, sys.stderr), os.getcwd()
    sys.stdout, sys.stderr = _Flux("stdout", 1), _Flux("stderr", 2)
    with tempfile.TemporaryDirectory() as dossier:
        os.environ["CHATMAIRIE_PROGRESSION"] = os.path.join(dossier, "progression.json")
        os.chdir(dossier)
        for source in cellules:
            coquille.run_cell(source)
        os.chdir(ici)
    sys.stdout, sys.stderr = flux
    plt.close("all")
    coquille.reset()
    _figer()


def _figer() -> None:
    """Rend ce processus facile à copier : le ramasse-miettes d'une copie ne touche pas à la mémoire partagée."""
    gc.collect()
    gc.freeze()
    _en_grandes_pages()


def _en_grandes_pages() -> None:
    """Réunit la mémoire de ce processus en pages de 2 Mo, là où Linux sait le faire (6.1) : le copier va plus vite."""
    if sys.platform != "linux":
        return
    conseiller = ctypes.CDLL(None).madvise
    conseiller.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    with suppress(OSError), open("/proc/self/maps") as zones:
        for zone in zones.readlines():
            adresses, droits, _, _, _, *nom = zone.split()
            debut, fin = (int(a, 16) for a in adresses.split("-"))
            if droits.startswith("rw") and (not nom or nom == ["[heap]"]):
                for page in range(-(-debut // _GRANDE_PAGE) * _GRANDE_PAGE, fin - _GRANDE_PAGE + 1, _GRANDE_PAGE):
                    conseiller(page, _GRANDE_PAGE, _REUNIR)


# --- servir ---------------------------------------------------------------------------------------


def servir(descripteurs: list[int]) -> NoReturn:
    """Répond aux demandes de la correction, jusqu'à la fin. descripteurs : le canal, puis la prise des canaux neufs."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if "" not in sys.path:
        # Les modules de l'élève s'importent, là où IPython les met : après ceux de Python, avant les autres.
        rang = next((i for i, c in enumerate(sys.path) if c.endswith(("site-packages", "dist-packages"))), 0)
        sys.path.insert(rang, "")
    with tempfile.TemporaryFile(dir=".") as fichier:
        capte = os.dup(fichier.fileno())
    for cible in (1, 2):
        os.dup2(capte, cible)
    sys.stdout, sys.stderr = _Flux("stdout", 1), _Flux("stderr", 2)
    _Copie(descripteurs, capte).tourner()


class _Copie:
    def __init__(self, descripteurs: list[int], capte: int) -> None:
        self.coquille = InteractiveShell.instance()
        self.capte, self.lu = capte, 0
        self._prendre(descripteurs)

    def _prendre(self, descripteurs: list[int]) -> None:
        global _canal
        _canal = self.canal = Canal(socket.socket(fileno=descripteurs[0]))
        self.prises = socket.socket(fileno=descripteurs[1])

    def tourner(self) -> NoReturn:
        while True:
            try:
                demande = self.canal.recevoir()
                try:
                    reponse = getattr(self, f"_{demande['quoi']}")(demande)
                except Exception as erreur:  # le code de l'élève a pu tout changer ici
                    reponse = {"casse": _texte(erreur)}
                self.canal.envoyer(reponse)  # après un `fork`, ce n'est plus le même canal
            except (CanalFerme, BrokenPipeError):
                os._exit(0)

    def _fichiers(self, demande: dict[str, Any]) -> dict[str, Any]:
        """Ce qui a été rendu avec le carnet, posé dans le dossier de travail."""
        for chemin, contenu in demande["fichiers"]:
            with suppress(OSError):
                Path(chemin).parent.mkdir(parents=True, exist_ok=True)
                Path(chemin).write_bytes(np.asarray(contenu, dtype=np.uint8).tobytes())
        return {}

    def _qui(self, _demande: dict[str, Any]) -> dict[str, Any]:
        return {"pid": os.getpid()}

    def _cellule(self, demande: dict[str, Any]) -> dict[str, Any]:
        compteur = Compteur(demande["calcul"])
        try:
            compteur.appeler(self.coquille.run_cell, demande["source"], True)
        except TempsDepasse:  # l'alarme est tombée hors du code de l'élève : IPython n'a rien pu en dire
            _dire_le_temps()
        _vider()
        self._rendre_le_capte()
        return {"fini": True, "numero": self.coquille.execution_count - 1, "calcul": compteur.utilise}

    def _rendre_le_capte(self) -> None:
        """Ce qui a été écrit sous Python : une bibliothèque compilée, `os.system`."""
        with suppress(OSError):
            taille = os.fstat(self.capte).st_size
            texte = os.pread(self.capte, min(taille - self.lu, TEXTE_CAPTE_MAX), self.lu)
            self.lu = taille
            if texte:
                _dire({"sortie": "stream", "name": "stdout", "text": texte.decode("utf-8", "replace")})

    def _copier(self, _demande: dict[str, Any]) -> dict[str, Any]:
        """Un autre processus, dans le même état, qui répond par les prises reçues ; échoue s'il n'a plus de place."""
        mmap.mmap(-1, DE_QUOI_JUGER).close()
        _, descripteurs, _, _ = socket.recv_fds(self.prises, 16, 2)
        pid = os.fork()
        if pid == 0:
            self.canal.fermer()
            self.prises.close()
            self._prendre(descripteurs)
            return {"pid": os.getpid()}
        for descripteur in descripteurs:
            os.close(descripteur)
        return {"pid": pid}

    def _arreter(self, demande: dict[str, Any]) -> dict[str, Any]:
        with suppress(OSError):
            os.kill(demande["pid"], signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(demande["pid"], 0)
        return {}

    def _calcul(self, demande: dict[str, Any]) -> dict[str, Any]:
        """Secondes de processeur d'un autre processus de la copie."""
        with suppress(OSError):
            return {"calcul": time.clock_gettime((~demande["pid"] << 3) | 2)}
        return {"calcul": 0.0}

    # --- un monde ---

    def _monde(self, demande: dict[str, Any]) -> dict[str, Any]:
        """Les productions, puis leurs appels, sous la même surveillance que chez l'élève ; rend le bilan à la fin."""
        from chatmairie.juge.appels import Ici
        from chatmairie.juge.execution import Execution, surveillance

        bilan = Execution()
        espace = self.coquille.user_ns
        productions = {nom: espace[nom] for nom in demande["noms"] if nom in espace}
        passage = Ici(productions, Compteur(demande["limite"]))
        horloges: dict[int, Any] = {}
        with surveillance(bilan):
            self.canal.envoyer(_decrire(productions))
            while (suite := self.canal.recevoir())["quoi"] == "appeler":
                self.canal.envoyer(_appeler(passage, suite, horloges))
        return {
            "ecrit": bilan.sortie, "ecrit_erreur": bilan.sortie_erreur, "avertissements": list(bilan.avertissements),
            "fils": list(bilan.fils), "calcul": passage.compteur.utilise,
        }  # fmt: skip


def _decrire(productions: dict[str, Any]) -> dict[str, Any]:
    """nom -> [nature, type, ce qu'il faut d'autre] ; et les réponses plus anciennes que la dernière écrite."""
    from chatmairie.affichage.montrer import reponses_perimees
    from chatmairie.juge.appels import methodes_de, nature

    dites = {}
    for nom, production in productions.items():
        quoi = nature(production)
        plus = methodes_de(production) if quoi == "classe" else production if quoi == "donnee" else None
        dites[nom] = [quoi, type(production).__name__, plus]
    return {"productions": dites, "perimees": reponses_perimees(productions)}


def _appeler(passage: Any, demande: dict[str, Any], horloges: dict[int, Any]) -> dict[str, Any]:
    from chatmairie.juge.appels import Horloge
    from chatmairie.juge.execution import a_affiche

    arguments = list(demande["arguments"])
    for numero, rang, secondes in demande["horloges"]:
        horloge = horloges.setdefault(numero, Horloge(secondes))
        horloge.secondes = secondes
        if rang is not None:
            arguments[rang] = horloge
    try:
        rendu = passage.appeler(tuple(demande["cible"]), tuple(arguments), demande["graine"])
    except TempsDepasse:
        return {"temps": True, "calcul": passage.compteur.utilise}
    except BaseException as erreur:  # tout ce que fait le code de l'élève se raconte
        return {"erreur": _raconter(erreur), "affiche": a_affiche()}
    return {"rendu": rendu, "affiche": a_affiche() if rendu is None else False}


def _raconter(erreur: BaseException) -> dict[str, Any]:
    from chatmairie.atelier.cartes_de_jugement import expliquer_le_code
    from chatmairie.juge.jugement import levee_par_la_personne

    dite = expliquer_le_code(erreur)
    return {
        "genre": type(erreur).__name__,
        "message": _texte(erreur),
        "personne": levee_par_la_personne(erreur),
        "explication": {nom: getattr(dite, nom) for nom in dite.__slots__},
    }
