"""Un ouvrier : le processus qui exécute et juge des carnets, lancé neuf (jamais un `fork` de qui corrige).

Lui connaît le secret et juge ; le code rendu tourne dans son enclos (`enclos.py`), pas ici. Il finit avec le lot, ou
quand on ne lui demande plus rien. La même porte sert `corriger`, `nbgrader autograde` et le bouton du formgrader.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_notebook

from chatmairie.correction import enclos, etats
from chatmairie.correction.devoir import Devoir, Pieces, Rendu
from chatmairie.correction.encodage import Canal, CanalFerme
from chatmairie.correction.execution_carnet import Deroulement, Reglages, en_erreur, inutiles
from chatmairie.correction.reconstruction import CelluleDuMaitre, cellule_distribuee, montrer_les_remarques, rebatir
from chatmairie.juge.jugement import VARIABLE_SECRET

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
        entier = {**reglages, "chemins": enclos.chemins_d_import()}
        commande = [sys.executable, "-I", "-c", _DEPART, str(la_bas.fileno()), json.dumps(entier)]
        with la_bas:
            self.processus = subprocess.Popen(
                commande, env=enclos.environnement(HOME=str(Path.home())), pass_fds=[la_bas.fileno()],
                stdin=subprocess.DEVNULL, stdout=journal, stderr=journal, start_new_session=True,
            )  # fmt: skip
        self.canal, self.verrou, self.devoir = _canal(ici), threading.Lock(), ""
        dit = self._demander({"secret": secret}, enclos.ATTENTE_S * 2)
        self.couches: list[str] = dit.get("couches", [])
        if "impossible" in dit:
            self.fermer()
            raise enclos.EnclosImpossible(dit["impossible"])

    def corriger(self, devoir: Devoir, rendu: Rendu, secondes: float) -> dict[str, dict[str, Any]]:
        """Nom d'un carnet -> « nb » (corrigé), « points » (`grade_id` -> points ou `None`), « secondes ».

        Lève `OuvrierPerdu`, et l'arrête, s'il n'a pas fini à temps.
        """
        demande = {"rendu": rendu.en_json()}
        with self.verrou:
            if self.devoir != (neuf := devoir.empreinte):
                demande["devoir"], self.devoir = devoir.en_json(), neuf
            return self._demander(demande, secondes)

    def _demander(self, demande: dict[str, Any], secondes: float) -> dict[str, Any]:
        try:
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
            canal.envoyer(travail.copie(canal.recevoir(reglages.get("veille"))))
    except (CanalFerme, TimeoutError):
        pass
    except enclos.EnclosImpossible as refus:
        with contextlib.suppress(OSError):
            canal.envoyer({"impossible": str(refus)})
    finally:
        if travail is not None:
            travail.enclos.fermer()


class _Travail:
    """De quoi corriger des copies, l'une après l'autre, dans un même enclos."""

    def __init__(self, secret: str, reglages: dict[str, Any]) -> None:
        os.environ.pop(VARIABLE_SECRET, None)
        if secret:
            os.environ[VARIABLE_SECRET] = secret
        self.sans_enclos = bool(reglages.get("sans_enclos"))
        self.enclos = enclos.Enclos(self.sans_enclos, reglages.get("limites"))
        self.reglages = Reglages(**reglages.get("execution", {}))
        self.devoir = Devoir("", {})
        self._pannes: dict[str, frozenset[str]] = {}
        self._du_cours: dict[str, tuple[str, ...]] = {}

    def couches(self) -> dict[str, Any]:
        """Ce que tient l'enclos. Lève `EnclosImpossible` s'il ne tient pas tout et que rien ne dit de s'en passer."""
        essai = enclos.essayer(self.enclos)
        if essai.manquent and not self.sans_enclos:
            raise enclos.EnclosImpossible(
                f"L'enclos des copies ne tient pas {', ni '.join(essai.manquent)} sur cette machine : rien n'a été "
                "exécuté."
            )
        return {"couches": essai.details}

    def copie(self, demande: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Voir `Ouvrier.corriger`. demande : « rendu » et, quand il change, « devoir »."""
        if "devoir" in demande:
            self.devoir, self._pannes = Devoir.depuis_json(demande["devoir"]), {}
            self._du_cours = {nom: _qui_s_executent(maitre) for nom, maitre in self.devoir.carnets.items()}
        rendu = Rendu.depuis_json(demande["rendu"])
        pieces = self.devoir.pieces_avec(rendu)
        return {n: self._un_carnet(n, lu, pieces) for n, lu in rendu.carnets.items() if n in self.devoir.carnets}

    def _un_carnet(self, nom: str, lu: list[Any], pieces: Pieces) -> dict[str, Any]:
        nb = reconstruire(self.devoir.carnets[nom], *lu)
        deroulement = Deroulement(nb, self.enclos, pieces, self.reglages, self._du_cours[nom])
        deroulement.tout(lambda identifiant: identifiant in self._qui_echouent(nom))
        montrer_les_remarques(nb)
        return {"nb": nbformat.v4.writes(nb), "points": deroulement.points, "secondes": deroulement.secondes}

    def _qui_echouent(self, nom: str) -> frozenset[str]:
        """Les `id` des cellules qui échouent dans le carnet distribué, exécuté tel quel (une fois par devoir)."""
        if nom not in self._pannes:
            nb = new_notebook(cells=[cellule_distribuee(m) for m in self.devoir.carnets[nom] if m.role != "note"])
            Deroulement(nb, self.enclos, self.devoir.pieces, self.reglages).tout()
            self._pannes[nom] = frozenset(c["id"] for c in nb.cells if en_erreur(c))
        return self._pannes[nom]


def _qui_s_executent(maitre: tuple[CelluleDuMaitre, ...]) -> tuple[str, ...]:
    """Le texte des cellules d'un carnet distribué, sauf les notes et ce qui ne fait que montrer."""
    codes = [c for c in maitre if c.genre == "code" and c.role != "note"]
    montrees = {c.identifiant: c.distribuee for c in codes if c.montre}
    sautees = inutiles(montrees, [c.distribuee for c in codes if not c.montre])
    return tuple(c.distribuee for c in codes if c.identifiant not in sautees)


def reconstruire(maitre: tuple[CelluleDuMaitre, ...], lu: Any, etat_lu: str, dites: list[str]) -> Any:
    """La copie rebâtie à partir du carnet du formateur. lu : le carnet rendu, ou `None` s'il est illisible."""
    fait = rebatir(maitre, None if lu is None else nbformat.from_dict(lu), etat_lu)
    dites = [*dites, *fait.remarques]
    etat = "remise_en_ordre" if fait.etat == "corrigee" and dites else fait.etat
    etats.ecrire(fait.carnet, etat, dites)
    if fait.ordre:
        fait.carnet.metadata[etats.CLE]["ordre"] = list(fait.ordre)
    return fait.carnet
