"""Ce qui dépend de la machine : réglages de git, terminal, disque qui ne sait pas verrouiller."""

from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from chatmairie.correction import lot_verrou
from chatmairie.langue.terminal import sortie_sure

RACINE = Path(__file__).resolve().parents[1]


def test_les_fins_de_ligne_ne_dependent_pas_des_reglages_de_git(tmp_path: Path) -> None:
    depot, clone = tmp_path / "depot", tmp_path / "clone"
    depot.mkdir()
    textes = (".gitattributes", "Makefile", "outils/python_convenable.sh", "postBuild")
    for nom in (*textes, "course/00_accueil/00_accueil.ipynb"):
        (depot / nom).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(RACINE / nom, depot / nom)
    (depot / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    git = ["git", "-c", "user.name=essai", "-c", "user.email=essai@exemple.fr", "-c", "core.autocrlf=true"]
    for commande in (["init", "-q"], ["add", "."], ["commit", "-qm", "essai"]):
        subprocess.run([*git, *commande], cwd=depot, check=True, capture_output=True)
    subprocess.run(["git", "clone", "-q", "-c", "core.autocrlf=true", depot, clone], check=True, capture_output=True)
    for fichier in (f.relative_to(depot) for f in depot.rglob("*") if f.is_file() and ".git" not in f.parts):
        assert (clone / fichier).read_bytes() == (depot / fichier).read_bytes(), fichier


@pytest.mark.parametrize("encodage", ["cp850", "latin-1", "ascii"])
@pytest.mark.parametrize(
    "commande",
    [["chatmairie", "aide"], ["chatmairie", "progression"], ["chatmairie.correction", "--help"],
     ["chatmairie.carnets", "linter", "--cours", "absent"], ["chatmairie.referentiel", "resume"]],
)  # fmt: skip
def test_un_terminal_sans_nos_caracteres_les_remplace(tmp_path: Path, commande: list[str], encodage: str) -> None:
    fini = subprocess.run(
        [sys.executable, "-m", *commande], cwd=tmp_path, capture_output=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": encodage, "PYTHONPATH": str(RACINE / "src")},
    )  # fmt: skip
    assert b"Traceback" not in fini.stderr and fini.stdout + fini.stderr


def test_une_carte_s_ecrit_dans_tout_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.affichage.montrer import montrer

    monkeypatch.setattr("chatmairie.affichage.montrer.noyau", lambda: None)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="cp850", errors="strict"))
    montrer(CarteTexte("L'œuvre…", "« Là »"))
    sys.stdout.flush()
    assert b"uvre" in sys.stdout.buffer.getvalue()
    monkeypatch.setattr(sys, "stdout", None)  # sous Windows, un programme sans fenêtre
    sortie_sure()


@pytest.mark.parametrize("numero", [errno.ENOLCK, errno.ENOTSUP, errno.EIO])
def test_un_disque_qui_ne_sait_pas_verrouiller_le_dit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, numero: int
) -> None:
    def refuser(*_: object) -> None:
        raise OSError(numero, os.strerror(numero))

    monkeypatch.setattr("fcntl.flock", refuser)
    with pytest.raises(lot_verrou.VerrouImpossible, match="ne sait pas verrouiller"), lot_verrou.verrou(tmp_path):
        pass
    with pytest.raises(lot_verrou.VerrouImpossible):
        lot_verrou.est_tenu(tmp_path)


def test_un_verrou_tenu_par_un_autre_est_le_seul_deja_en_cours(tmp_path: Path) -> None:
    import fcntl

    with (tmp_path / lot_verrou.NOM).open("a+") as autre:
        fcntl.flock(autre, fcntl.LOCK_EX)
        assert lot_verrou.est_tenu(tmp_path)
        with pytest.raises(lot_verrou.DejaEnCours), lot_verrou.verrou(tmp_path):
            pass
    assert not lot_verrou.est_tenu(tmp_path)


def test_fcntl_sans_flock_n_empeche_pas_de_garder_sa_progression(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from chatmairie.parcours.progres import Progres

    monkeypatch.delattr("fcntl.flock")
    suivi = Progres(tmp_path / "progression.json")
    suivi.ecrire("notes", "a", 1)
    assert Progres(tmp_path / "progression.json").tout("notes") == {"a": 1} and not suivi.avis
