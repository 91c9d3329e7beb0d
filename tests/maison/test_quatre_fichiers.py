"""Un exercice de plus, c'est quatre fichiers : un vrai, neuf, prend la place d'un autre dans une copie du dépôt.

`exercice_neuf/` a les quatre : la fiche, le programme, les réponses, les cellules du carnet. Il est ensuite relu,
distribué, corrigé, raconté dans le retour, listé et mesuré.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path

import pytest

from outils import banque, lignes
from tests.maison.depot import copier_le_depot, lancer

ICI = Path(__file__).parent / "exercice_neuf"
RACINE = banque.RACINE
MODULE, ANCIEN, NEUF = "donnees", "personnes", "rappeler"
EXERCICES = f"src/chatmairie/echecs/{MODULE}/exercices"
CARNET = "course/02_donnees/02_donnees.py"
FICHIERS = {
    f"{EXERCICES}/{NEUF}.yaml": "fiche.yaml",
    f"{EXERCICES}/{NEUF}.py": "programme.py",
    f"banque/{MODULE}/{NEUF}.py": "banque.py",
    CARNET: "carnet.py",
}
"""Ce qui s'écrit à la main pour un exercice -> son texte, ici."""


def test_aucun_outil_ni_aucune_piece_n_importe_les_essais() -> None:
    importes = set()
    for fichier in (*lignes.PAQUET.rglob("*.py"), *(RACINE / "outils").rglob("*.py")):
        for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8"))):
            noms = [a.name for a in noeud.names] if isinstance(noeud, ast.Import) else []
            noms += [noeud.module or ""] if isinstance(noeud, ast.ImportFrom) else []
            importes |= {(fichier.name, n) for n in noms if n.partition(".")[0] == "tests"}
    assert importes == set()


@pytest.fixture(scope="module")
def copie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Le dépôt, l'exercice neuf à la place de l'ancien."""
    depot = copier_le_depot(tmp_path_factory.mktemp("quatre") / "depot")
    for nom in (f"{EXERCICES}/{ANCIEN}.py", f"{EXERCICES}/{ANCIEN}.yaml", f"banque/{MODULE}/{ANCIEN}.py"):
        (depot / nom).unlink()
    for nom, texte in FICHIERS.items():
        if nom != CARNET:
            shutil.copy(ICI / texte, depot / nom)
    cellules = (ICI / FICHIERS[CARNET]).read_text(encoding="utf-8")
    _remplacer(
        depot / CARNET, r"# %% \[markdown\]\nr\"\"\"\n### Exercice 1 : qui est lésé.*?sujets=sujets\)\n\n", cellules
    )
    return depot


def _remplacer(fichier: Path, motif: str, par: str) -> None:
    texte, fois = re.subn(motif, lambda _: par, fichier.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert fois, f"{fichier} ne parle plus de l'ancien exercice : retirez-le de la liste."
    fichier.write_text(texte, encoding="utf-8")


@pytest.mark.complet
def test_les_fiches_et_les_carnets_sont_sans_faute(copie: Path) -> None:
    assert len(FICHIERS) == 4
    lancer(copie, "-m", "chatmairie.carnets", "linter")


@pytest.mark.complet
def test_il_est_liste_et_aussi_bien_eprouve_que_les_autres(copie: Path) -> None:
    listes = "from chatmairie.echecs import catalogue; print(*catalogue.notes())"
    assert f"{MODULE}.{NEUF}" in lancer(copie, "-c", listes).split()
    assert "Rappeler les familles" in lancer(copie, "-c", f"import chatmairie; chatmairie.sommaire('{MODULE}')")
    essais = ("exactitude", "corriges", "mutation", "en_python", "constantes")
    fichiers = [f"tests/banque/test_banque_{nom}.py" for nom in essais]
    dit = lancer(copie, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", f"{MODULE}.{NEUF}", *fichiers)
    assert " passed" in dit and " skipped" not in dit


CORRIGER = f"""
import json, sys
from pathlib import Path
from outils import banque
from tests.banque import copies
carnet = banque.carnet_de("{MODULE}.{NEUF}")
rendues = {{r.nom.replace("_", "-"): {{r.exercice: r}} for r in banque.charger("{MODULE}.{NEUF}")}}
distribues = {{carnet: banque.copie_de_l_eleve(carnet)}}
notes = copies.corriger_tout(Path(sys.argv[1]), carnet.parent.name, rendues, distribues)
print(json.dumps({{e: [notes[e, x], r.points] for e, les in rendues.items() for x, r in les.items()}}))
"""


@pytest.mark.complet
@pytest.mark.classe
def test_il_est_distribue_corrige_et_raconte_dans_le_retour(copie: Path, tmp_path: Path) -> None:
    notes = json.loads(lancer(copie, "-c", CORRIGER, str(tmp_path)).splitlines()[-1])
    assert len(notes) == 8
    assert all(obtenus == attendus for obtenus, attendus in notes.values()), notes
    assert notes["juste-masque"] == notes["juste-choisir"] == [2.0, 2.0]
    (retour,) = tmp_path.glob("*/classe/feedback/faux-personne/*/*.html")
    dit = re.sub("[\u00a0\u202f]", " ", retour.read_text(encoding="utf-8"))
    assert "et personne n'appelle sa famille" in dit.replace("&#39;", "'").replace("&#x27;", "'")


@pytest.mark.complet
def test_il_est_mesure(copie: Path) -> None:
    mesurer = f"from outils.mesures_marges import _jouer; print(_jouer('{MODULE}.{NEUF}', 6)[2])"
    assert lancer(copie, "-c", mesurer).strip() == "[]"
