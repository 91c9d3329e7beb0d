"""Corriger beaucoup de copies à la fois : des ouvriers sur cette machine, ou une grappe Dask (`corriger --dask …`).

Les deux s'emploient de la même façon, et n'écrivent rien : les résultats reviennent ici, une seule main les inscrit.
Sur une grappe, une copie est un travail nommé par son contenu : une machine perdue en route ne fait ni perdre ni
compter deux fois une copie.
"""

from __future__ import annotations

import ipaddress
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent import futures
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from chatmairie.correction.devoir import Devoir, Rendu, empreinte, empreinte_du_juge
from chatmairie.correction.enclos import EnclosImpossible
from chatmairie.correction.ouvrier import Ouvrier, OuvrierPerdu, ouvrier_partage, rendre_l_ouvrier

TENTATIVES = 2
EN_VOL_PAR_MACHINE = 3
"""Copies confiées à chaque machine d'une grappe : de quoi ne pas attendre, sans charger toute la classe en mémoire."""

Cle = tuple[str, str]
"""(élève, devoir)."""

Preparer = Callable[[Cle], tuple[Devoir, Rendu]]
Fait = tuple[Cle, Rendu | None, dict[str, dict[str, Any]] | Exception]
"""Une copie, ce qui en a été lu, et ce que sa correction a rendu (ou ce qui l'a empêchée)."""


def _suivante(files: dict[str, deque[Cle]], devoir: str, en_vol: list[Cle]) -> Cle:
    """La copie suivante : de ce devoir, sinon de celui dont on s'occupe le moins, sinon du plus long."""
    occupes = Counter(d for _, d in en_vol)
    choisi = devoir if files.get(devoir) else max(filter(files.get, files), key=lambda d: (-occupes[d], len(files[d])))
    return files[choisi].popleft()


class Equipe:
    """Ce que toute équipe a : `couches`, ce que tient l'enclos ; `places`, le nombre de copies confiées à la fois."""

    couches: list[str]
    places: int

    def __init__(self, secret: str, reglages: dict[str, Any], duree_max: int) -> None:
        self.secret, self.reglages, self.duree_max = secret, reglages, duree_max

    def corriger(self, cles: Iterable[Cle], preparer: Preparer, pas: float = 0.5) -> Iterator[Fait | None]:
        """Chaque copie quand elle est corrigée, dans le désordre ; `None` de temps en temps (`pas`, en secondes).

        Une copie suit une copie du même devoir, s'il en reste : les mondes d'un devoir ne sont tirés qu'une fois.
        """
        files: dict[str, deque[Cle]] = {}
        for cle in cles:
            files.setdefault(cle[1], deque()).append(cle)
        en_vol: list[tuple[Any, Cle, Rendu]] = []
        a_dire: deque[Fait] = deque()
        devoir = ""
        while any(files.values()) or en_vol or a_dire:
            while any(files.values()) and len(en_vol) < self.places:
                cle = _suivante(files, devoir, [c for _, c, _ in en_vol])
                try:
                    lu, rendu = preparer(cle)
                except Exception as erreur:  # une copie qui ne se prépare pas n'arrête pas la classe
                    a_dire.append((cle, None, erreur))
                    continue
                en_vol.append((self._confier(lu, rendu), cle, rendu))
            if a_dire:
                yield a_dire.popleft()
            elif not (finie := next((une for une in en_vol if une[0].done()), None)):
                self._attendre([futur for futur, _, _ in en_vol], pas)
                yield None
            else:
                en_vol.remove(finie)
                futur, (_, devoir), _ = finie
                a_dire.append((*finie[1:], futur.exception() or futur.result()))

    def _confier(self, devoir: Devoir, rendu: Rendu) -> Any:
        """Le futur de cette copie."""
        raise NotImplementedError

    def _attendre(self, en_vol: list[Any], secondes: float) -> None:
        """Rend la main quand un de ces futurs est fini, ou après ce temps."""
        futures.wait(en_vol, secondes, futures.FIRST_COMPLETED)

    def fermer(self) -> None:
        """Arrête les ouvriers d'ici, et ce qu'ils exécutent ; laisse une grappe telle qu'elle était."""
        raise NotImplementedError


class EquipeDIci(Equipe):
    """Des ouvriers ; un ouvrier perdu est remplacé, et sa copie redemandée une fois.

    Ils sont lancés tout de suite. Lève `EnclosImpossible`, `OuvrierPerdu`.
    """

    def __init__(self, nombre: int, secret: str, reglages: dict[str, Any], duree_max: int, journal: Path) -> None:
        super().__init__(secret, reglages, duree_max)
        self._fils, self.places = futures.ThreadPoolExecutor(max(1, nombre)), max(1, nombre)
        journal.parent.mkdir(parents=True, exist_ok=True)
        self._journal = journal.open("ab")
        self._lances: list[Ouvrier] = []
        self._verrou, self._fini = threading.Lock(), False
        lancements = [self._fils.submit(self._lancer) for _ in range(self.places)]
        try:
            self._libres = [lancement.result() for lancement in lancements]
        except Exception:
            self.fermer()
            raise
        self.couches = self._libres[0].couches

    def _lancer(self) -> Ouvrier:
        ouvrier = Ouvrier(self.secret, self.reglages, self._journal)
        self._lances.append(ouvrier)
        return ouvrier

    def _confier(self, devoir: Devoir, rendu: Rendu) -> Any:
        return self._fils.submit(self._une_copie, devoir, rendu)

    def _une_copie(self, devoir: Devoir, rendu: Rendu) -> dict[str, Any]:
        for essai in range(TENTATIVES):
            with self._verrou:
                libres = sorted(self._libres, key=lambda o: o.devoir == devoir.empreinte)
                ouvrier = libres[-1] if libres else None
                self._libres = libres[:-1]
            ouvrier = ouvrier or self._lancer()  # il y a autant de fils que d'ouvriers
            try:
                return ouvrier.corriger(devoir, rendu, self.duree_max)
            except OuvrierPerdu:
                if essai + 1 == TENTATIVES or self._fini:
                    raise
            finally:
                if ouvrier.vivant:
                    with self._verrou:
                        self._libres.append(ouvrier)
        raise AssertionError

    def fermer(self) -> None:
        self._fini = True
        for ouvrier in list(self._lances):
            ouvrier.processus.kill()
        self._fils.shutdown(cancel_futures=True)
        for ouvrier in self._lances:  # ceux aussi qui viennent de démarrer
            ouvrier.processus.kill()
            ouvrier.fermer()
        self._journal.close()


class EquipeDask(Equipe):
    """Une grappe déjà lancée ; lève `EnclosImpossible` si aucune machine ne convient.

    Une machine convient si elle a la même version du cours et si son enclos tient. adresse : « tls://… », ou
    « tcp://… » sur cette machine seulement, parce que le secret de la classe y passe.
    """

    def __init__(self, adresse: str, secret: str, reglages: dict[str, Any], duree_max: int) -> None:
        from distributed import Client

        _refuser_le_clair(adresse)
        super().__init__(secret, reglages, duree_max)
        self.client = Client(adresse)
        vues = self.client.run(_se_presenter, secret, reglages)
        self.machines = [ou for ou, dit in vues.items() if dit["juge"] == empreinte_du_juge() and dit["couches"]]
        refusees = [f"{ou} : {dit['refus'] or 'une autre version du cours'}" for ou, dit in vues.items()
                    if ou not in self.machines]  # fmt: skip
        if not self.machines:
            self.fermer()
            raise EnclosImpossible("Aucune machine de la grappe ne peut corriger. " + " ; ".join(refusees) + ".")
        self.places = EN_VOL_PAR_MACHINE * len(self.machines)
        self.couches = [f"{len(self.machines)} machine(s)", *vues[self.machines[0]]["couches"]]
        self.couches += [f"refusée : {phrase}" for phrase in refusees]

    def _confier(self, devoir: Devoir, rendu: Rendu) -> Any:
        faire = partial(_corriger_la_bas, empreinte_du_juge(), self.secret, self.reglages, self.duree_max)
        nom = f"copie-{empreinte(devoir, rendu, self.reglages)}"
        return self.client.submit(faire, devoir, rendu, key=nom, workers=self.machines, allow_other_workers=False)

    def _attendre(self, en_vol: list[Any], secondes: float) -> None:
        from distributed import wait

        with suppress(TimeoutError):
            wait(en_vol, timeout=secondes, return_when="FIRST_COMPLETED")

    def fermer(self) -> None:
        self.client.close()


def _refuser_le_clair(adresse: str) -> None:
    lue = urlsplit(adresse)
    try:
        ici = lue.hostname == "localhost" or ipaddress.ip_address(lue.hostname or "").is_loopback
    except ValueError:
        ici = False
    if lue.scheme != "tls" and not ici:
        raise EnclosImpossible(
            f"« {adresse} » : le secret de la classe et les copies y passeraient en clair. Donnez une adresse "
            "« tls:// » (les certificats se règlent dans la configuration de Dask), ou une grappe de cette machine."
        )


def _se_presenter(secret: str, reglages: dict[str, Any]) -> dict[str, Any]:
    """Sur une machine de la grappe : sa version du cours, et ce que tient son enclos."""
    try:
        couches, refus = ouvrier_partage(secret, reglages).couches, ""
    except Exception as erreur:  # une machine qui ne convient pas le dit, et n'est pas prise
        couches, refus = [], str(erreur)
    return {"juge": empreinte_du_juge(), "couches": couches, "refus": refus}


def _corriger_la_bas(
    juge: str, secret: str, reglages: dict[str, Any], duree_max: int, devoir: Devoir, rendu: Rendu
) -> dict[str, dict[str, Any]]:
    """Sur une machine de la grappe : une copie, par l'ouvrier de ce processus."""
    if juge != empreinte_du_juge():
        raise RuntimeError("Cette machine n'a pas la même version du cours.")
    fait = ouvrier_partage(secret, reglages).corriger(devoir, rendu, duree_max)
    rendre_l_ouvrier()
    return fait
