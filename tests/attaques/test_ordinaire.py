"""La même protection quand la personne qui corrige n'est pas root : limites, dossiers, traces d'une copie à l'autre."""

from __future__ import annotations

import contextlib
import os
import shlex
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


def _montrer(lieu: Path) -> str:
    """Les commandes qui montrent Python et ses paquets, eux seuls, dans un espace de montage à part.

    Sans elles, un compte ordinaire ne peut pas les lire quand ils sont sous un dossier fermé (`/root`, `mktemp -d`).
    """
    montres = [Path(p) for p in dict.fromkeys((sys.base_prefix, sys.prefix))]
    fermes = {next((p for p in reversed(m.parents) if not p.stat().st_mode & 0o001), None) for m in montres} - {None}
    a_cote = {m: shlex.quote(str(lieu / f"montre-{i}")) for i, m in enumerate(montres) if fermes & {*m.parents}}
    caches = [f"mount -t tmpfs -o mode=755 tmpfs {shlex.quote(str(f))}" for f in fermes]
    return "\n".join(
        ["set -e"]
        + [f"mkdir -p {a}; mount --bind {shlex.quote(str(m))} {a}" for m, a in a_cote.items()]
        + caches
        + [f"mkdir -p {(q := shlex.quote(str(m)))}; mount --bind {a} {q}; umount {a}" for m, a in a_cote.items()]
        + [
            f'exec setpriv --reuid {PERSONNE} --regid {PERSONNE} --clear-groups --inh-caps=-all --bounding-set=-all "$@"'
        ]
    )


def en_personne(corrigee: Corrigee) -> subprocess.CompletedProcess:
    """Corrige la classe sous un utilisateur ordinaire (sous root ; sinon, on l'est déjà)."""
    classe, env = corrigee.classe, corrigee.classe.environnement()
    commande = classe.commande("--processus", "2")
    if os.getuid() == 0:
        for chemin in [classe.racine, *classe.racine.rglob("*")]:
            os.chown(chemin, PERSONNE, PERSONNE, follow_symlinks=False)
        env |= {"HOME": str(classe.racine / "maison"), "TMPDIR": str(classe.racine)}
        commande = ["unshare", "--mount", "sh", "-c", _montrer(classe.racine), "sh", *commande]
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
            assert corrigee.fini.stdout, corrigee.fini.stderr[-3000:]
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
