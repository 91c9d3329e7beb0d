"""Un module de plus, c'est son dossier, son carnet, sa banque, et son nom dans le catalogue.

Le module neuf est celui de « Choisir son IA », entier, sous un autre nom : simulation, exercices, paris, réponses.
Dans une copie du dépôt, il est relu, listé, distribué, corrigé et raconté dans le retour, à côté de l'ancien.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.maison.depot import RACINE, copier_le_depot, lancer

pytestmark = pytest.mark.complet
ANCIEN, NEUF, DEVOIR = "choix_ia", "second_choix", "07_second_choix"
DOSSIERS = {
    f"src/chatmairie/echecs/{ANCIEN}": f"src/chatmairie/echecs/{NEUF}",
    f"course/01_{ANCIEN}": f"course/{DEVOIR}",
    f"banque/{ANCIEN}": f"banque/{NEUF}",
}
"""Ce que l'on écrit à la main pour un module. S'y ajoute une ligne du catalogue."""
EXERCICE = "eliminer"


@pytest.fixture(scope="module")
def copie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Le dépôt, le module neuf en plus."""
    depot = copier_le_depot(tmp_path_factory.mktemp("module") / "depot")
    for ancien, neuf in DOSSIERS.items():
        for fichier in [f for f in (depot / ancien).rglob("*.*") if f.suffix in (".py", ".yaml", ".csv")]:
            relatif = str(fichier.relative_to(depot / ancien)).replace(f"01_{ANCIEN}", DEVOIR)
            (depot / neuf / relatif).parent.mkdir(parents=True, exist_ok=True)
            texte = fichier.read_text(encoding="utf-8").replace(f"01_{ANCIEN}", DEVOIR).replace(ANCIEN, NEUF)
            (depot / neuf / relatif).write_text(texte, encoding="utf-8")
    catalogue = depot / "src/chatmairie/echecs/catalogue.py"
    texte, fois = re.subn(r'"bilan"\)', f'"bilan", "{NEUF}")', catalogue.read_text(encoding="utf-8"))
    assert fois == 1
    catalogue.write_text(texte, encoding="utf-8")
    lancer(depot, "-m", "chatmairie.carnets", "construire", DEVOIR)
    return depot


def test_les_carnets_et_les_fleches_sont_sans_faute(copie: Path) -> None:
    lancer(copie, "-m", "chatmairie.carnets", "linter")
    lancer(copie, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())")


def test_il_est_liste_et_joue(copie: Path) -> None:
    dit = lancer(copie, "-c", f"import chatmairie; print(repr(chatmairie.sommaire('{NEUF}')))")
    assert "en plus" in dit and "20 points" in dit
    voir = f"from chatmairie.echecs.{NEUF}.rejeu import rejouer; print(len(rejouer(7).journal))"
    assert int(lancer(copie, "-c", voir)) > 20
    essais = ("exactitude", "mutation", "en_python", "constantes")
    fichiers = [f"tests/banque/test_banque_{nom}.py" for nom in essais]
    fini = lancer(
        copie, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "-k", f"{NEUF}.{EXERCICE}", *fichiers
    )
    assert " passed" in fini and " skipped" not in fini


CORRIGER = """
import json, sys
from pathlib import Path
from outils import banque
from tests.banque import copies
carnet = banque.carnet_de(sys.argv[2])
rendues = {r.nom.replace("_", "-"): {r.exercice: r} for r in banque.charger(sys.argv[2])}
distribues = {carnet: banque.copie_de_l_eleve(carnet)}
notes = copies.corriger_tout(Path(sys.argv[1]), carnet.parent.name, rendues, distribues)
print(json.dumps({e: [notes[e, x], r.points] for e, les in rendues.items() for x, r in les.items()}))
"""


@pytest.mark.classe
def test_il_est_distribue_corrige_et_raconte_dans_le_retour(copie: Path, tmp_path: Path) -> None:
    notes = json.loads(lancer(copie, "-c", CORRIGER, str(tmp_path), f"{NEUF}.{EXERCICE}").splitlines()[-1])
    assert len(notes) >= 6
    assert all(obtenus == attendus for obtenus, attendus in notes.values()), notes
    assert len({obtenus for obtenus, _ in notes.values()}) > 2, "des justes, des fausses"
    retours = list(tmp_path.glob(f"*/classe/feedback/*/{DEVOIR}/*.html"))
    assert len(retours) == len(notes) and all("liminer" in r.read_text(encoding="utf-8") for r in retours)


def test_rien_d_autre_n_a_ete_ecrit(copie: Path) -> None:
    """Hors de ses dossiers et de ce que la fabrique en tire, seul le catalogue diffère."""

    def neuf_ou_change(fichier: Path) -> bool:
        ici = RACINE / fichier.relative_to(copie)
        return not ici.is_file() or ici.read_bytes() != fichier.read_bytes()

    lus = (f for f in copie.rglob("*.*") if f.suffix in (".py", ".yaml", ".toml", ".md") and neuf_ou_change(f))
    a_lui = (*DOSSIERS.values(), "src/chatmairie/echecs/catalogue.py")
    assert [f for f in lus if not str(f.relative_to(copie)).startswith(a_lui)] == []
