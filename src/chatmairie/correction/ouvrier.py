"""Un ouvrier : le processus qui exécute et juge des carnets, lancé neuf (jamais un `fork` de qui corrige).

Lui connaît le secret et juge ; le code rendu tourne dans son enclos (`enclos.py`), pas ici. Il finit avec le lot, ou
quand on ne lui demande plus rien. La même porte sert `corriger`, `nbgrader autograde` et le bouton du formgrader.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from chatmairie.correction import enclos
from chatmairie.correction.encodage import Canal, CanalFerme

PIECE_MAX, PIECES_MAX, NOMBRE_MAX = 50_000_000, 200_000_000, 2000
"""Ce qui, rendu à côté du carnet, est donné à la copie : octets d'un fichier, de tous, et leur nombre."""

VEILLE_S = 20.0
"""Hors d'un lot, un ouvrier sans travail s'arrête de lui-même après ce temps."""

_DEPART = (
    "import sys, json; r = json.loads(sys.argv[2]); sys.path[:] = r['chemins'];"
    "from chatmairie.correction.ouvrier import servir; servir(int(sys.argv[1]), r)"
)
_MOURIR_AVEC_LE_PERE = 1


def _canal(prise: socket.socket) -> Canal:
    """Un carnet entier, résultats compris, passe : l'encodage fermé, lui, coupe les longs textes."""
    return Canal(prise, 2**30, (lambda valeur: json.dumps(valeur).encode(), json.loads))


class OuvrierPerdu(RuntimeError):
    """L'ouvrier s'est arrêté, ou n'a pas répondu à temps ; le message dit ce qu'il a écrit."""


# --- de ce côté : qui demande ---------------------------------------------------------------------


class Ouvrier:
    """Un ouvrier lancé, et ce qu'on lui demande, une chose à la fois.

    reglages : « sans_enclos », « limites », « execution » (champs d'`execution_carnet.Reglages`), « veille » (s).
    journal : où va ce qu'il écrit. Lève `EnclosImpossible` si l'enclos ne tient pas, sans que rien dise de s'en passer.
    """

    def __init__(self, secret: str, reglages: Mapping[str, Any], journal: Any = subprocess.DEVNULL) -> None:
        ici, la_bas = socket.socketpair()
        entier = {**reglages, "chemins": enclos._chemins()}
        commande = [sys.executable, "-I", "-c", _DEPART, str(la_bas.fileno()), json.dumps(entier)]
        with la_bas:
            self.processus = subprocess.Popen(
                commande, env=enclos.environnement(HOME=str(Path.home())), pass_fds=[la_bas.fileno()],
                stdin=subprocess.DEVNULL, stdout=journal, stderr=journal, start_new_session=True,
            )  # fmt: skip
        self.canal, self.verrou = _canal(ici), threading.Lock()
        dit = self.demander({"secret": secret}, enclos.ATTENTE_S * 2)
        self.couches: list[str] = dit.get("couches", [])
        if "impossible" in dit:
            self.fermer()
            raise enclos.EnclosImpossible(dit["impossible"])

    def demander(self, demande: dict[str, Any], secondes: float) -> dict[str, Any]:
        """La réponse de l'ouvrier. Lève `OuvrierPerdu`, et l'arrête, s'il ne répond pas en `secondes`."""
        try:
            with self.verrou:
                self.canal.envoyer(demande)
                return self.canal.recevoir(secondes)
        except (CanalFerme, TimeoutError, OSError, ValueError) as erreur:
            self.fermer()
            temps = isinstance(erreur, TimeoutError)
            raise OuvrierPerdu("l'ouvrier n'a pas répondu à temps" if temps else "l'ouvrier s'est arrêté") from erreur

    @property
    def vivant(self) -> bool:
        return self.processus.poll() is None

    def fermer(self) -> None:
        """L'arrête, avec son enclos et tout ce qui y tourne."""
        self.canal.fermer()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.processus.wait(5)
        self.processus.kill()
        self.processus.wait()


_partage: dict[str, Any] = {}
_verrou = threading.Lock()


def ouvrier_partage(secret: str, reglages: Mapping[str, Any]) -> Ouvrier:
    """L'ouvrier de ce processus (nbgrader, formgrader) : lancé à la première copie, il s'arrête seul ensuite."""
    cle = json.dumps([secret, reglages, os.environ.get("CHATMAIRIE_CLASSE")], sort_keys=True)
    with _verrou:
        ouvrier = _partage.get("ouvrier")
        if ouvrier is None or _partage["cle"] != cle or not ouvrier.vivant or time.monotonic() > _partage["fin"]:
            if ouvrier is not None:
                ouvrier.fermer()
            _partage.clear()
            ouvrier = Ouvrier(secret, {**reglages, "veille": VEILLE_S})
            threading.Thread(target=ouvrier.processus.wait, daemon=True).start()  # il finira sans qu'on l'attende
        # un peu avant lui : une demande ne croise pas son arrêt
        _partage.update(ouvrier=ouvrier, cle=cle, fin=time.monotonic() + VEILLE_S / 2)
        return ouvrier


def rendre_l_ouvrier() -> None:
    """Repousse l'arrêt de l'ouvrier partagé : il vient de servir."""
    with _verrou:
        if _partage:
            _partage["fin"] = time.monotonic() + VEILLE_S / 2


# --- de l'autre côté : l'ouvrier ------------------------------------------------------------------


def servir(descripteur: int, reglages: dict[str, Any]) -> None:
    """Répond jusqu'à ce qu'on ferme le canal, ou, avec « veille », qu'on ne demande plus rien."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_MOURIR_AVEC_LE_PERE, signal.SIGKILL, 0, 0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    canal = _canal(socket.socket(fileno=descripteur))
    travail = None
    try:
        travail = _Travail(canal.recevoir(enclos.ATTENTE_S)["secret"], reglages)
        canal.envoyer(travail.couches())
        while True:
            canal.envoyer(travail.carnet(canal.recevoir(reglages.get("veille"))))
    except (CanalFerme, TimeoutError):
        pass
    except enclos.EnclosImpossible as refus:
        with contextlib.suppress(OSError):
            canal.envoyer({"impossible": str(refus)})
    finally:
        if travail is not None:
            travail.enclos.fermer()


class _Travail:
    def __init__(self, secret: str, reglages: dict[str, Any]) -> None:
        from chatmairie.jugement import VARIABLE_SECRET

        os.environ.pop(VARIABLE_SECRET, None)
        if secret:
            os.environ[VARIABLE_SECRET] = secret
        self.reglages = reglages
        self.enclos = enclos.Enclos(bool(reglages.get("sans_enclos")), reglages.get("limites"))
        self._pannes: dict[str, frozenset[str]] = {}

    def couches(self) -> dict[str, Any]:
        """Ce que tient l'enclos. Lève `EnclosImpossible` s'il ne tient pas tout et que rien ne dit de s'en passer."""
        essai = enclos.essayer(self.enclos)
        if essai.manquent and not self.reglages.get("sans_enclos"):
            raise enclos.EnclosImpossible(
                f"L'enclos des copies ne tient pas {', ni '.join(essai.manquent)} sur cette machine : rien n'a été "
                "exécuté."
            )
        return {"couches": essai.details}

    def carnet(self, demande: dict[str, Any]) -> dict[str, Any]:
        """Le carnet rebâti, exécuté et jugé. demande : « nb » et « distribue » (textes), « dossiers » (des chemins)."""
        import nbformat

        from chatmairie.correction.execution_carnet import Deroulement, Reglages

        nb = nbformat.reads(demande["nb"], as_version=4)
        reglages = Reglages(**self.reglages.get("execution", {}))
        pieces = lire_les_pieces([Path(d) for d in demande["dossiers"]])
        distribue = demande.get("distribue") or ""
        Deroulement(nb, self.enclos, pieces, reglages).tout(
            lambda identifiant: identifiant in self._qui_echouent(distribue, pieces, reglages)
        )
        return {"nb": nbformat.writes(nb)}

    def _qui_echouent(self, distribue: str, pieces: list[tuple[str, bytes]], reglages: Any) -> frozenset[str]:
        """Les `id` des cellules qui échouent dans le carnet distribué, exécuté tel quel (une fois par devoir)."""
        import nbformat

        from chatmairie.correction.execution_carnet import Deroulement, est_une_note

        cle = hashlib.sha256(distribue.encode("utf-8", "replace")).hexdigest()
        if distribue and cle not in self._pannes:
            nb = nbformat.reads(distribue, as_version=4)
            nb.cells = [c for c in nb.cells if not est_une_note(c)]
            Deroulement(nb, self.enclos, [], reglages).tout()
            echecs = (c["id"] for c in nb.cells if any(s.output_type == "error" for s in c.get("outputs", ())))
            self._pannes[cle] = frozenset(echecs)
        return self._pannes.get(cle, frozenset())


def lire_les_pieces(dossiers: list[Path]) -> list[tuple[str, bytes]]:
    """(chemin relatif, octets) des fichiers ordinaires de ces dossiers, carnets exceptés ; ne suit aucun lien.

    À nom égal, le dernier dossier l'emporte. Ce qui dépasse `PIECE_MAX`, `PIECES_MAX` ou `NOMBRE_MAX` est laissé.
    """
    pieces: dict[str, bytes] = {}
    for dossier in dossiers:
        for chemin, octets in _fichiers(dossier):
            poids = sum(map(len, pieces.values()))
            if len(pieces) < NOMBRE_MAX and poids + len(octets) <= PIECES_MAX:
                pieces[chemin] = octets
    return list(pieces.items())


def _fichiers(dossier: Path) -> Iterator[tuple[str, bytes]]:
    if not dossier.is_dir():
        return
    for racine, dossiers, noms, descripteur in os.fwalk(dossier, follow_symlinks=False):
        dossiers[:] = sorted(d for d in dossiers if not d.startswith(".") and d != "__pycache__")
        for nom in sorted(noms):
            if nom.endswith(".ipynb") or nom == "timestamp.txt":
                continue
            with contextlib.suppress(OSError):
                ouvert = os.open(nom, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=descripteur)
                with os.fdopen(ouvert, "rb") as entree:
                    infos = os.fstat(ouvert)
                    if stat.S_ISREG(infos.st_mode) and infos.st_size <= PIECE_MAX:
                        yield Path(racine, nom).relative_to(dossier).as_posix(), entree.read(PIECE_MAX)
