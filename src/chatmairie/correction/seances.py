"""La copie d'un élève, vue par la correction : ses cellules, ses mondes, et ce qu'il en coûte quand elle s'arrête.

De l'autre côté du canal, tout est à l'élève (`dedans_copie.py`). Ce qui arrive ici est une donnée bornée, jamais un
verdict : le juge tourne dans ce processus, qui seul connaît les mondes cachés et la vérité.
"""

from __future__ import annotations

import contextlib
import itertools
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NoReturn

import numpy as np

from chatmairie.affichage.erreurs import Explication
from chatmairie.correction.enclos import Enclos
from chatmairie.correction.encodage import Canal
from chatmairie.correction.reconstruction_lecture import champ
from chatmairie.juge.appels import Horloge, Porte, doublure_de_classe, doublure_de_fonction
from chatmairie.juge.execution import Execution, code_ailleurs
from chatmairie.juge.exercice import FormeInattendue
from chatmairie.juge.flux_captes import TAILLE_MAX
from chatmairie.juge.temps_limite import ATTENTE_PAR_SECONDE, TempsDepasse

MARGE_CALCUL_S = 3.0
"""Au-delà de la limite, ce qu'un processus qui ignore son alarme peut encore calculer avant d'être arrêté."""

PAS_S = 1.0
"""Entre deux regards sur ce qui ne répond pas."""

ATTENTE_COPIE_S = 900.0
"""L'horloge d'un carnet entier : ce qui dort, ou parle sans fin, ne retient pas la correction plus longtemps."""

PARTS_D_ATTENTE = 3
"""Une cellule, ou un monde, n'en prend pas plus qu'une de ces parts : les autres ont encore la leur."""

A_REJOUER_S = 0.5
"""Secondes de cellules du cours après lesquelles l'état de la copie est remis en réserve."""

ENVOI_MAX, ENVOI_S = 50_000_000, 60.0
TEXTE_MAX = 1200


class CopieArretee(Exception):
    """Le processus de la copie n'est plus là (ou dit n'importe quoi) ; `etat` : code d'`etats.ETATS`."""

    def __init__(self, etat: str) -> None:
        super().__init__(etat)
        self.etat = etat


class ErreurAilleurs(Exception):
    """Ce qu'a levé le code de l'élève, raconté de l'autre côté : type, message, ses lignes, et qui l'a levé."""

    def __init__(self, message: str, explication: Explication, levee_par_la_personne: bool) -> None:
        super().__init__(message)
        self.explication, self.levee_par_la_personne = explication, levee_par_la_personne


class ArretBrutal(ErreurAilleurs):
    """Une fonction de l'élève a arrêté Python."""


class _PasEcrit(ErreurAilleurs, NotImplementedError):
    pass


@dataclass
class Processus:
    """Un des processus de la copie : son canal, la prise qui lui passe des canaux neufs, son numéro chez lui."""

    canal: Canal
    prises: socket.socket
    pid: int = 0

    def envoyer(self, quoi: str, **plus: Any) -> None:
        """Lève `CopieArretee` si ce processus n'est plus là, ou ne lit plus."""
        try:
            self.canal.envoyer({"quoi": quoi, **plus}, ENVOI_S)
        except OSError as erreur:
            raise CopieArretee("plantee") from erreur

    def demander(self, quoi: str, reponse: str = "", **plus: Any) -> Any:
        """Une demande courte à un processus qui attend ; rend ce nombre de sa réponse. Lève `CopieArretee`."""
        fin = time.monotonic() + ATTENTE_PAR_SECONDE * PAS_S
        self.envoyer(quoi, **plus)
        try:
            while "sortie" in (recu := self.canal.recevoir(max(0.01, fin - time.monotonic()))):
                if time.monotonic() > fin:  # un fil laissé derrière écrit encore : qu'il finisse
                    raise TimeoutError
            return _nombre(recu[reponse]) if reponse else None
        except (OSError, TypeError, ValueError, KeyError) as erreur:
            raise CopieArretee("plantee") from erreur

    def fermer(self) -> None:
        """Lâche ce processus : il s'arrête de lui-même, ou avec la copie."""
        self.canal.fermer()
        self.prises.close()


class Copie:
    """Le carnet d'un élève en cours d'exécution.

    pieces : (chemin, octets) de ce qui a été rendu à côté. du_cours : les cellules du carnet distribué.
    """

    def __init__(
        self,
        enclos: Enclos,
        pieces: Sequence[tuple[str, bytes]] = (),
        attente: float = ATTENTE_COPIE_S,
        du_cours: tuple[str, ...] = (),
    ) -> None:
        self.enclos, self.attente = enclos, attente
        self.actuel = Processus(*enclos.ouvrir(du_cours))
        self.fin = time.monotonic() + attente
        self.reserve: Processus | None = None
        self.faites: list[tuple[str, float]] = []
        self.depuis = 0.0
        self.actuel.pid = self.actuel.demander("qui", "pid")
        for lot in _par_lots(pieces):
            self.actuel.demander("fichiers", fichiers=[[c, np.frombuffer(o, np.uint8)] for c, o in lot])

    def fermer(self) -> None:
        """Tout s'arrête, démons et chaînes détachées compris."""
        for processus in (self.actuel, self.reserve):
            if processus is not None:
                processus.fermer()
        self.enclos.refermer()

    def copier(self) -> Processus:
        """Un autre processus, dans l'état de l'actuel. Lève `CopieArretee`."""
        canal, le_sien = socket.socketpair()
        prises, les_siennes = socket.socketpair()
        neuf = Processus(Canal(canal), prises)
        try:
            with le_sien, les_siennes:
                socket.send_fds(self.actuel.prises, [b"x"], [le_sien.fileno(), les_siennes.fileno()])
                neuf.pid = self.actuel.demander("copier", "pid")
            neuf.canal.recevoir(ATTENTE_PAR_SECONDE * PAS_S)
        except (CopieArretee, OSError, ValueError):
            neuf.fermer()
            raise CopieArretee("plantee") from None
        return neuf

    def cellule(
        self, source: str, calcul: float, recevoir: Callable[[dict[str, Any]], None], prudent: bool = True
    ) -> str:
        """Exécute une cellule ; `recevoir` a chaque sortie. Rend l'état : vide, « plantee » ou « delai ».

        Si la cellule arrête Python, ne rend pas la main, ou laisse un processus qui ne peut plus se copier (il a pris
        toute sa mémoire), la copie reprend dans l'état d'avant elle : celui qui est en réserve, où l'on rejoue ce qui a
        été fait depuis. prudent : le mettre en réserve tout de suite (sinon, de temps en temps).
        Lève `CopieArretee` quand il n'y a plus d'état d'avant.
        """
        if self.reserve is None:
            self.reserve = self.copier()
        try:
            self.actuel.envoyer("cellule", source=source, calcul=calcul)
            attente = self.attendre(self.actuel, self.reserve, calcul)
            recu: dict[str, Any] = {}
            while "fini" not in recu:
                recu = attente.suivant()
                recevoir(recu)
            self.depuis += time.monotonic() - attente.debut
            self.faites.append((source, calcul))
            if prudent or self.depuis > A_REJOUER_S:
                neuve = self.copier()
                self.arreter(self.reserve)
                self.reserve, self.faites, self.depuis = neuve, [], 0.0
        except CopieArretee as arret:
            self._reprendre(source)
            return arret.etat
        return ""

    def _reprendre(self, coupable: str) -> None:
        """L'état d'avant cette cellule."""
        assert self.reserve is not None
        self.actuel.fermer()
        self.actuel, self.reserve, faites = self.reserve, None, self.faites
        self.faites, self.depuis = [], 0.0
        for source, calcul in faites:
            if source != coupable:
                self.cellule(source, calcul, lambda _recu: None)

    def arreter(self, processus: Processus) -> None:
        """Arrête un processus copié de l'actuel."""
        with contextlib.suppress(CopieArretee):
            self.actuel.demander("arreter", pid=processus.pid)
        processus.fermer()

    def attendre(self, processus: Processus, temoin: Processus, calcul: float) -> Attente:
        """Ce qui se laisse attendre de ce processus : son calcul, et une part au plus de l'horloge de la copie."""
        patience = min(ATTENTE_PAR_SECONDE * calcul, self.attente / PARTS_D_ATTENTE)
        return Attente(processus, temoin, calcul, patience, self.fin)

    @contextmanager
    def monde(self, noms: list[str], limite: float) -> Iterator[SeanceAilleurs]:
        """Un monde : un processus dans l'état d'ici, qui répond pour les fonctions de l'élève, puis s'arrête."""
        processus = self.copier()
        try:
            yield SeanceAilleurs(processus, self.attendre(processus, self.actuel, limite), noms, limite)
        finally:
            self.arreter(processus)


def _par_lots(pieces: Sequence[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    lot: list[tuple[str, bytes]] = []
    for piece in pieces:
        if lot and sum(len(o) for _, o in lot) + len(piece[1]) > ENVOI_MAX:
            yield lot
            lot = []
        lot.append(piece)
    if lot:
        yield lot


@dataclass
class Attente:
    """Les messages d'un processus, un à un. S'il passe son calcul, ou l'horloge, `temoin` l'arrête.

    calcul : secondes de processeur. patience : secondes passées ici à l'attendre ; ce que fait le juge n'y est pas.
    fin : l'heure à laquelle toute la copie s'arrête.
    """

    processus: Processus
    temoin: Processus
    calcul: float
    patience: float
    fin: float
    depart: float | None = None
    debut: float = field(default_factory=time.monotonic)

    def suivant(self) -> dict[str, Any]:
        """Lève `CopieArretee` (« delai », ou « plantee » s'il a disparu ou envoyé autre chose qu'un message)."""
        debut = time.monotonic()
        try:
            while True:
                try:
                    recu = self.processus.canal.recevoir(PAS_S)
                except TimeoutError:
                    self._regarder()
                    recu = None
                ici = time.monotonic()
                self.patience, debut = self.patience - (ici - debut), ici
                if self.patience < 0 or ici > self.fin:
                    self._arreter("delai")
                if type(recu) is dict:
                    return recu
                if recu is not None:
                    self._arreter("plantee")
        except (OSError, ValueError):
            self._arreter("plantee")

    def _regarder(self) -> None:
        fait = self.temoin.demander("calcul", "calcul", pid=self.processus.pid)
        self.depart = fait if self.depart is None else self.depart
        if fait - self.depart > self.calcul + MARGE_CALCUL_S:
            self._arreter("delai")

    def _arreter(self, etat: str) -> NoReturn:
        with contextlib.suppress(CopieArretee):
            self.temoin.demander("arreter", pid=self.processus.pid)
        raise CopieArretee(etat) from None


def _nombre(valeur: Any) -> Any:
    """`valeur`, un nombre positif et fini. Lève `ValueError`."""
    if type(valeur) not in (int, float) or not 0 <= valeur < 2**40:
        raise ValueError("nombre")
    return valeur


class SeanceAilleurs:
    """Un monde jugé ici, dont les fonctions répondent ailleurs. Même usage que `appels.Seance`."""

    def __init__(self, processus: Processus, attente: Attente, noms: list[str], limite: float) -> None:
        self.processus, self.attente, self.limite = processus, attente, limite
        self._affiche, self.calcul = False, 0.0
        self._horloges: list[Horloge] = []
        processus.envoyer("monde", noms=noms, limite=limite)
        dit = self._recevoir()
        try:
            self.perimees = [_court(n) for n in dit["perimees"] if isinstance(n, str)]
            self.productions = {n: self._doubler(n, *d) for n, d in dit["productions"].items() if n in noms}
            self.s_appellent = any(d[0] in ("fonction", "classe") for d in dit["productions"].values())
        except Exception:  # un message que notre code n'envoie pas
            raise CopieArretee("plantee") from None

    def _recevoir(self) -> dict[str, Any]:
        while "sortie" in (recu := self.attente.suivant()):
            pass  # ce qu'une fonction affiche dans un jugement n'est pas gardé
        return recu

    def _doubler(self, nom: str, nature: str, genre: str, plus: Any) -> Any:
        if nature == "vide":
            return ...
        if nature == "fonction":
            return doublure_de_fonction(nom, self, _court(genre))
        if nature == "classe":
            return doublure_de_classe(nom, self, [m for m in plus if isinstance(m, str) and m.isidentifier()])
        return plus

    def appeler(self, cible: tuple[Any, ...], arguments: tuple[Any, ...], graine: int | None = None) -> Any:
        """Voir `appels.Passage`. Lève ce qu'a levé le code de l'élève, raconté (`ErreurAilleurs`)."""
        heures: list[list[Any]] = []
        for rang, argument in enumerate(arguments):
            if isinstance(argument, Horloge):
                self._horloges.append(argument)
                heures.append([len(self._horloges) - 1, rang, argument.secondes])
        heures += [[i, None, h.secondes] for i, h in enumerate(self._horloges)]
        envoyes = [None if isinstance(a, Horloge) else a for a in arguments]
        self.processus.envoyer("appeler", cible=list(cible), arguments=envoyes, graine=graine, horloges=heures)
        dit = self._recevoir()
        if dit.get("temps") is True:
            raise TempsDepasse
        self._affiche = self._affiche or dit.get("affiche") is True
        if "erreur" in dit:
            raise _erreur(dit["erreur"])
        return dit.get("rendu")

    def executer(self, appel: Callable[[], Any]) -> Execution:
        """Le bilan de `appel()`, qui se sert des productions. Lève `CopieArretee` si la copie s'y arrête."""
        bilan = Execution(limite=self.limite)
        with code_ailleurs(lambda: self._affiche):
            try:
                bilan.valeur = appel()
            except CopieArretee as arret:
                return _arreter(bilan, arret)
            except (Exception, TempsDepasse) as erreur:  # se raconte, comme chez l'élève
                bilan.erreur = erreur
        if not self.s_appellent:
            return bilan
        try:
            self.processus.envoyer("fin")
            _remplir(bilan, self._recevoir())
            self.calcul += bilan.calcul
        except CopieArretee as arret:
            return _arreter(bilan, arret)
        if isinstance(bilan.erreur, TempsDepasse):
            bilan.calcul = bilan.calcul or self.limite
        return bilan


def _arreter(bilan: Execution, arret: CopieArretee) -> Execution:
    """Le bilan d'un monde qui ne répond plus, même s'il avait tout rendu."""
    temps = arret.etat == "delai"
    bilan.calcul = bilan.limite if temps else 0.0
    bilan.erreur = bilan.erreur or (TempsDepasse() if temps else _arret_brutal())
    return bilan


def _remplir(bilan: Execution, dit: dict[str, Any]) -> None:
    bilan.sortie, bilan.sortie_erreur = (_texte(dit.get(n), TAILLE_MAX) for n in ("ecrit", "ecrit_erreur"))
    for nom in ("avertissements", "fils"):
        recues = dit.get(nom)
        valeurs = recues if isinstance(recues, list) else []
        setattr(bilan, nom, tuple(_court(v) for v in itertools.islice(valeurs, 20)))
    calcul = dit.get("calcul")
    bilan.calcul = float(calcul) if type(calcul) is float and 0 <= calcul < 1e6 else 0.0


def _texte(valeur: Any, longueur: int = TEXTE_MAX) -> str:
    return str.__str__(valeur)[:longueur] if isinstance(valeur, str) else ""


def _court(valeur: Any) -> str:
    return _texte(valeur, 100)


def _erreur(dite: Any) -> Exception:
    """L'erreur racontée, en exception d'ici ; aucun nom venu de l'élève ne choisit une classe."""
    message, genre = _texte(champ(dite, "message")), _court(champ(dite, "genre"))
    if genre == "FormeInattendue":
        return FormeInattendue(message)
    lue = {nom: champ(dite, "explication", nom) for nom in Explication.__slots__}
    ligne = lue.pop("ligne")
    textes = {nom: _court(dit) if nom in ("nom", "fonction") else _texte(dit) for nom, dit in lue.items()}
    nom = textes.pop("nom") or "Erreur"
    explication = Explication(nom, ligne=ligne if type(ligne) is int else None, **textes)
    classe = _PasEcrit if genre == "NotImplementedError" else ErreurAilleurs
    return classe(message, explication, champ(dite, "personne") is True)


def _arret_brutal() -> ArretBrutal:
    return ArretBrutal(
        "arrêt brutal",
        Explication(
            "Arrêt brutal", "Votre code a arrêté Python lui-même : rien n'a pu être lu de ce qu'il rendait.",
            "Cherchez `os._exit`, ou un appel qui demande toute la mémoire.",
        ),
        True,
    )  # fmt: skip


class PorteAilleurs(Porte):
    """Les productions d'une copie, prêtes à être jugées ; se ferme."""

    def __init__(self, copie: Copie, noms: tuple[str, ...], limite: float) -> None:
        self.copie, self._noms = copie, list(noms)
        self._premier = contextlib.ExitStack()  # le monde où l'on a lu les productions sert de premier monde
        self._prete: SeanceAilleurs | None = self._premier.enter_context(copie.monde(self._noms, limite))
        super().__init__(self._prete.productions, limite)
        self.perimees, self.calcul = self._prete.perimees, 0.0

    def __enter__(self) -> PorteAilleurs:
        return self

    def __exit__(self, *_: Any) -> None:
        self._premier.close()

    @property
    def absentes(self) -> list[str]:
        """Les noms que la copie ne définit pas."""
        return [n for n in self._noms if n not in self._productions]

    @contextmanager
    def monde(self) -> Iterator[Any]:
        """Un monde, dans un processus à lui ; des données, elles, sont les mêmes dans tous les mondes."""
        with contextlib.ExitStack() as pile:
            seance = self._prete or pile.enter_context(self.copie.monde(self._noms, self.limite))
            if self._prete is not None and seance.s_appellent:
                self._prete = None
                pile.push(self._premier.pop_all())
            yield seance
        self.calcul += seance.calcul
