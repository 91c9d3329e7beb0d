"""La même protection quand la personne qui corrige n'est pas root : limites, dossiers, traces d'une copie à l'autre."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.attaques.liste import TOUTES
from tests.attaques.test_attaques import (
    TEMOINS,
    Corrigee,
    ecarts,
    empreintes,
    preparer,
)
from tests.attaques.test_attaques import test_rien_n_a_ete_atteint as rien_n_a_ete_atteint
from tests.attaques.test_attaques import test_rien_ne_survit_ni_ne_traine as rien_ne_survit

pytestmark = [pytest.mark.attaque, pytest.mark.timeout(3600)]
PERSONNE = 61234
"""Un numéro d'utilisateur que rien n'emploie : ni compte, ni groupe, ni dossier à lui."""

COPIES = {
    nom: TOUTES[nom]
    for nom in ("bombe", "somme", "un-fichier", "limites", "memoire", "droits", "voisins", "espaces", "laisser-1",
                "laisser-2", "reseau", "environnement", "tuer", "chaine", "paquet-reecrit", "habitude")
}  # fmt: skip
_EN_PERSONNE = """
set -e
if [ -n "$CACHE" ]; then
    mkdir -p "$LIEU/python"
    mount --bind "$BASE" "$LIEU/python"
    mount -t tmpfs -o mode=755 tmpfs "$CACHE"
    mkdir -p "$BASE"
    mount --bind "$LIEU/python" "$BASE"
    umount "$LIEU/python"
fi
exec setpriv --reuid "$QUI" --regid "$QUI" --clear-groups --inh-caps=-all --bounding-set=-all "$@"
"""
"""Un Python installé sous un dossier fermé (/root) est montré, lui seul, dans un espace de montage à part."""


def en_personne(corrigee: Corrigee) -> subprocess.CompletedProcess:
    """Corrige la classe sous un utilisateur ordinaire (sous root ; sinon, on l'est déjà)."""
    classe, env = corrigee.classe, corrigee.classe.environnement()
    commande = classe.commande("--processus", "2")
    if os.getuid() == 0:
        for chemin in [classe.racine, *classe.racine.rglob("*")]:
            os.chown(chemin, PERSONNE, PERSONNE, follow_symlinks=False)
        base = Path(sys.base_prefix)
        fermes = [p for p in reversed(base.parents) if not p.stat().st_mode & 0o001]
        env |= {"BASE": str(base), "CACHE": str(fermes[0]) if fermes else "", "QUI": str(PERSONNE)}
        env |= {"LIEU": str(classe.racine), "HOME": str(classe.racine / "maison"), "TMPDIR": str(classe.racine)}
        commande = ["unshare", "--mount", "sh", "-c", _EN_PERSONNE, "sh", *commande]
    return subprocess.run(
        commande, cwd=classe.racine, env=env, capture_output=True, text=True, errors="replace", check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.fixture(scope="module")
def ordinaire():
    racine = Path(tempfile.mkdtemp(prefix="chatmairie-ordinaire-"))
    racine.chmod(0o755)
    try:
        with contextlib.ExitStack() as pile:
            corrigee = preparer(racine / "classe d'une personne", COPIES, pile)
            corrigee.avant = empreintes(corrigee.classe)
            corrigee.fini = en_personne(corrigee)
            assert corrigee.fini.returncode in (0, 1), corrigee.fini.stderr[-3000:] + corrigee.fini.stdout[-3000:]
            corrigee.notes, corrigee.lignes = corrigee.classe.notes(), corrigee.classe.lignes()
            yield corrigee
    finally:
        shutil.rmtree(racine, ignore_errors=True)


def test_les_copies_ont_le_meme_etat_et_la_meme_note_que_sous_root(ordinaire: Corrigee) -> None:
    assert ecarts(ordinaire, {**TEMOINS, **COPIES}) == {}


def test_toutes_les_couches_tiennent(ordinaire: Corrigee) -> None:
    for couche in ("fichiers enfermés", "réseau fermé", "processus à part", "espace neuf", "limités"):
        assert couche in ordinaire.fini.stdout


def test_rien_n_est_atteint_ni_ne_survit(ordinaire: Corrigee) -> None:
    rien_n_a_ete_atteint(ordinaire)
    rien_ne_survit(ordinaire)
    assert {c for c, e in empreintes(ordinaire.classe).items() if ordinaire.avant.get(c) != e} == set()
