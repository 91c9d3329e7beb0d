"""Ce qu'obtient une réponse ne dépend pas des mondes cachés : la banque entière, sous trois secrets neufs par commit.

Les secrets sont tirés de l'arbre du commit : personne ne les choisit, et un échec se rejoue tant que rien ne change.
La famille peut changer d'un monde à l'autre : elle nomme le groupe le plus nombreux parmi les personnes lésées.
"""

from __future__ import annotations

import hashlib
import subprocess
from functools import cache

import pytest

from chatmairie.juge import jugement
from outils import banque

pytestmark = pytest.mark.complet

COMBIEN = 3


@cache
def secrets() -> list[str]:
    """Trois secrets tirés de l'arbre du commit ; sans dépôt, de ce que contient le paquet."""
    git = ["git", "-C", str(banque.RACINE), "rev-parse", "HEAD^{tree}"]
    try:
        arbre = subprocess.run(git, capture_output=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        sources = sorted((banque.RACINE / "src" / "chatmairie").rglob("*.py"))
        arbre = hashlib.sha256(b"".join(s.read_bytes() for s in sources)).hexdigest().encode()
    return [hashlib.sha256(arbre + bytes([rang])).hexdigest() for rang in range(COMBIEN)]


@pytest.mark.parametrize("rang", range(COMBIEN))
@pytest.mark.parametrize("identifiant", banque.identifiants())
def test_la_note_d_une_reponse_ne_depend_pas_du_secret(
    identifiant: str, rang: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(jugement.VARIABLE_SECRET, secrets()[rang])
    rendues = {r: banque.rejuger(banque.enregistrer(r)) for r in banque.charger(identifiant)}
    obtenus = {r.nom: (j.verdict.points, bool(banque.famille(j))) for r, j in rendues.items()}
    assert obtenus == {r.nom: (r.points, bool(r.famille)) for r in rendues}
