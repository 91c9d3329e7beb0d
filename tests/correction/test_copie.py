"""La copie dans son enclos : ce que le cours a calculé d'avance, ce qui reprend après un arrêt, qui corrige quoi."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import pytest

from chatmairie.correction.enclos import Enclos
from chatmairie.correction.equipe import Cle, _suivante
from chatmairie.correction.execution_carnet import Recueil
from chatmairie.correction.seances import Copie

REJEU = "from chatmairie.echecs.campagne.rejeu import rejouer\n"
DU_COURS = (REJEU + "rejouer(2026)", "import matplotlib.pyplot as plt\nreste = plt.plot([1])", "open('trace', 'w')")
REGARDER = REJEU + (
    "import os, matplotlib.pyplot as plt\n"
    "print(rejouer._garder.cache_info().currsize, 'reste' in globals(), os.listdir('.'), plt.get_fignums())"
)
ARRETE_PYTHON = "import os; os._exit(1)"


@pytest.fixture(scope="module")
def enclos() -> Iterator[Enclos]:
    fait = Enclos()
    yield fait
    fait.fermer()


def _executer(copie: Copie, source: str, prudent: bool = True) -> tuple[str, str, int | None]:
    """L'état, ce que la cellule a écrit, et son numéro."""
    recueil = Recueil(10_000)
    etat = copie.cellule(source, 20.0, recueil.ajouter, prudent)
    return etat, "".join(s.get("text", "") for s in recueil.sorties), recueil.numero


@pytest.mark.lent
def test_le_cours_calcule_une_fois_et_n_en_laisse_rien_d_autre(enclos: Enclos) -> None:
    for du_cours, gardes in (((), 0), (DU_COURS, 1), (DU_COURS, 1)):
        copie = Copie(enclos, du_cours=du_cours)
        assert _executer(copie, REGARDER) == ("", f"{gardes} False [] []\n", 1)
        copie.fermer()


@pytest.mark.lent
def test_des_cellules_du_cours_qui_arretent_python_n_empechent_aucune_copie(enclos: Enclos) -> None:
    copie = Copie(enclos, du_cours=(ARRETE_PYTHON,))
    assert _executer(copie, "print(1)") == ("", "1\n", 1)
    copie.fermer()


@pytest.mark.lent
@pytest.mark.parametrize("prudent", [True, False])
def test_apres_un_arret_la_copie_reprend_dans_l_etat_d_avant(enclos: Enclos, prudent: bool) -> None:
    copie = Copie(enclos)
    for source in ("fois = 1", "fois += 1", "fois += 1"):
        assert _executer(copie, source, prudent)[0] == ""
    assert _executer(copie, f"fois = 'abîmé'; {ARRETE_PYTHON}", prudent)[0] == "plantee"
    assert _executer(copie, "print(fois)", prudent)[1:] == ("3\n", 4)
    assert _executer(copie, "import os; os.fork = None; fois = 'abîmé'")[0] == "plantee"
    assert _executer(copie, "print(fois)") == ("", "3\n", 5)
    copie.fermer()


def test_un_ouvrier_garde_son_devoir_et_chacun_commence_par_un_autre() -> None:
    files: dict[str, deque[Cle]] = {d: deque((f"e{n}", d) for n in range(2)) for d in ("un", "deux")}
    assert _suivante(files, "", []) == ("e0", "un")
    assert _suivante(files, "", [("e0", "un")]) == ("e0", "deux")
    assert _suivante(files, "un", [("e0", "deux")]) == ("e1", "un")
    assert _suivante(files, "un", [("e0", "deux")]) == ("e1", "deux")
