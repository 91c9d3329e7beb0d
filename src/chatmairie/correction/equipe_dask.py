"""Corriger sur plusieurs machines : une grappe Dask (`corriger --dask adresse`), à la place des ouvriers d'ici.

Une copie y est un travail nommé par son contenu. La grappe n'écrit rien : les résultats reviennent ici, une seule main
les inscrit ; une machine perdue en route ne fait ni perdre ni compter deux fois une copie.
"""

from __future__ import annotations

import ipaddress
from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from chatmairie.correction.devoir import Devoir, Rendu, empreinte, empreinte_du_juge
from chatmairie.correction.enclos import EnclosImpossible
from chatmairie.correction.equipe import Cle, Fait, Preparer
from chatmairie.correction.ouvrier import ouvrier_partage, rendre_l_ouvrier

EN_VOL_PAR_MACHINE = 3
"""Copies confiées à chaque machine : de quoi ne pas attendre, sans charger toute la classe en mémoire."""


class EquipeDask:
    """Une grappe déjà lancée. Même usage qu'`equipe.Equipe` ; lève `EnclosImpossible` si aucune machine ne convient.

    Une machine convient si elle a la même version du cours et si son enclos tient. adresse : « tls://… », ou
    « tcp://… » sur cette machine seulement, parce que le secret de la classe y passe.
    """

    def __init__(self, adresse: str, secret: str, reglages: dict[str, Any], duree_max: int) -> None:
        from distributed import Client

        _refuser_le_clair(adresse)
        self.secret, self.reglages, self.duree_max = secret, reglages, duree_max
        self.client = Client(adresse)
        vues = self.client.run(_se_presenter, secret, reglages)
        self.machines = [ou for ou, dit in vues.items() if dit["juge"] == empreinte_du_juge() and dit["couches"]]
        refusees = [f"{ou} : {dit['refus'] or 'une autre version du cours'}" for ou, dit in vues.items()
                    if ou not in self.machines]  # fmt: skip
        if not self.machines:
            self.fermer()
            raise EnclosImpossible("Aucune machine de la grappe ne peut corriger. " + " ; ".join(refusees) + ".")
        self.couches = [f"{len(self.machines)} machine(s)", *vues[self.machines[0]]["couches"]]
        self.couches += [f"refusée : {phrase}" for phrase in refusees]

    def corriger(self, cles: Iterable[Cle], preparer: Preparer, pas: float = 0.5) -> Iterator[Fait | None]:
        """Voir `equipe.Equipe.corriger`."""
        from distributed import wait

        restent = deque(sorted(cles, key=lambda cle: cle[1]))
        en_vol: dict[str, tuple[Any, list[tuple[Cle, Rendu]]]] = {}
        while restent or en_vol:
            while restent and len(en_vol) < EN_VOL_PAR_MACHINE * len(self.machines):
                cle = restent.popleft()
                try:
                    devoir, rendu = preparer(cle)
                except Exception as erreur:  # une copie qui ne se prépare pas n'arrête pas la classe
                    yield cle, None, erreur
                    continue
                nom = f"copie-{empreinte(devoir, rendu, self.reglages)}"
                futur = en_vol[nom][0] if nom in en_vol else self._confier(nom, devoir, rendu)
                en_vol.setdefault(nom, (futur, []))[1].append((cle, rendu))
            try:
                wait([futur for futur, _ in en_vol.values()], timeout=pas, return_when="FIRST_COMPLETED")
            except TimeoutError:
                yield None
            for nom in [n for n, (futur, _) in en_vol.items() if futur.done()]:
                futur, copies = en_vol.pop(nom)
                fait = futur.exception() or futur.result()
                futur.release()
                yield from ((cle, rendu, fait) for cle, rendu in copies)

    def _confier(self, nom: str, devoir: Devoir, rendu: Rendu) -> Any:
        faire = partial(_corriger_la_bas, empreinte_du_juge(), self.secret, self.reglages, self.duree_max)
        return self.client.submit(
            faire, devoir.en_json(), rendu.en_json(), key=nom, workers=self.machines, allow_other_workers=False
        )

    def fermer(self) -> None:
        """Quitte la grappe, et la laisse telle qu'elle était."""
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
    juge: str, secret: str, reglages: dict[str, Any], duree_max: int, devoir: dict[str, Any], rendu: dict[str, Any]
) -> dict[str, dict[str, Any]]:
    """Sur une machine de la grappe : une copie, par l'ouvrier de ce processus."""
    if juge != empreinte_du_juge():
        raise RuntimeError("Cette machine n'a pas la même version du cours.")
    fait = ouvrier_partage(secret, reglages).corriger(Devoir.depuis_json(devoir), Rendu.depuis_json(rendu), duree_max)
    rendre_l_ouvrier()
    return fait
