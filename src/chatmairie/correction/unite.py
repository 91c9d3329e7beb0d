"""Corriger une copie : l'unité de travail, la même dans un lot, sous nbgrader ou sur une autre machine.

Entrent un devoir et une copie rendue (`devoir.py`), sortent des carnets corrigés et des points ; rien n'est lu ni
écrit ailleurs. Le code rendu tourne dans l'enclos, le jugement ici.
"""

from __future__ import annotations

from typing import Any

import nbformat
from nbformat.v4 import new_notebook

from chatmairie.correction import etats
from chatmairie.correction.devoir import Devoir, Rendu
from chatmairie.correction.enclos import Enclos
from chatmairie.correction.execution_carnet import Deroulement, Reglages
from chatmairie.correction.reconstruction import CelluleDuMaitre, cellule_distribuee, montrer_les_remarques, rebatir


class Unite:
    """De quoi corriger des copies, l'une après l'autre, dans un même enclos."""

    def __init__(self, enclos: Enclos, reglages: Reglages) -> None:
        self.enclos, self.reglages = enclos, reglages
        self._pannes: dict[tuple[str, str], frozenset[str]] = {}

    def corriger(self, devoir: Devoir, rendu: Rendu) -> dict[str, dict[str, Any]]:
        """Nom d'un carnet -> « nb » (le carnet corrigé), « points » (`grade_id` -> points ou `None`), « secondes »."""
        pieces = devoir.pieces_avec(rendu)
        return {
            nom: self._un_carnet(devoir, nom, lu, etat, dites, pieces)
            for nom, (lu, etat, dites) in rendu.carnets.items()
            if nom in devoir.carnets
        }

    def _un_carnet(self, devoir: Devoir, nom: str, lu: Any, etat: str, dites: list[str], pieces: Any) -> dict[str, Any]:
        maitre = devoir.carnets[nom]
        nb = reconstruire(maitre, lu, etat, dites)
        deroulement = Deroulement(nb, self.enclos, pieces, self.reglages)
        deroulement.tout(lambda identifiant: identifiant in self._qui_echouent(devoir, nom))
        montrer_les_remarques(nb)
        return {"nb": nbformat.writes(nb), "points": deroulement.points, "secondes": deroulement.secondes}

    def _qui_echouent(self, devoir: Devoir, nom: str) -> frozenset[str]:
        """Les `id` des cellules qui échouent dans le carnet distribué, exécuté tel quel (une fois par devoir)."""
        cle = devoir.empreinte, nom
        if cle not in self._pannes:
            cellules = [cellule_distribuee(m) for m in devoir.carnets[nom] if m.role != "note"]
            nb = new_notebook(cells=cellules)
            Deroulement(nb, self.enclos, list(devoir.pieces), self.reglages).tout()
            self._pannes[cle] = frozenset(
                c["id"] for c in nb.cells if any(s.output_type == "error" for s in c.get("outputs", ()))
            )
        return self._pannes[cle]


def reconstruire(maitre: tuple[CelluleDuMaitre, ...], lu: Any, etat_lu: str, dites: list[str]) -> Any:
    """La copie rebâtie à partir du carnet du formateur. lu : le carnet rendu, ou `None` s'il est illisible."""
    fait = rebatir(maitre, None if lu is None else nbformat.from_dict(lu), etat_lu)
    dites = [*dites, *fait.remarques]
    etat = "remise_en_ordre" if fait.etat == "corrigee" and dites else fait.etat
    etats.ecrire(fait.carnet, etat, dites)
    if fait.ordre:
        fait.carnet.metadata[etats.CLE]["ordre"] = list(fait.ordre)
    return fait.carnet
