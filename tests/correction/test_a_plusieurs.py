"""Plus grand qu'une machine : une grappe Dask, un carnet de notes sur PostgreSQL. Les recettes du guide, jouées."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from chatmairie.correction.enclos import EnclosImpossible
from chatmairie.correction.lot import IMPOSSIBLE, RIEN_A_REGARDER
from tests.correction.court import DEVOIR, EXERCICES, POINTS, Classe, Copie

pytestmark = pytest.mark.complet
ELEVES = [f"eleve-{n}" for n in range(8)]
PATIENCE_S = 240


def _port() -> int:
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


def _attendre(vrai: Callable[[], object]) -> None:
    fin = time.monotonic() + PATIENCE_S
    while not vrai():
        assert time.monotonic() < fin, "trop long"
        time.sleep(0.2)


def _corrigees(classe: Classe) -> int:
    return len(list((classe.classe / "autograded").glob("*/*/.chatmairie/correction.json")))


def _notes_justes(classe: Classe) -> None:
    assert {classe.notes()[e, x] for e in ELEVES for x in EXERCICES} == set(POINTS.values())


# --- Dask -----------------------------------------------------------------------------------------


@pytest.fixture
def grappe(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """Une grappe de deux machines, et leurs processus."""
    env = {**os.environ, "DASK_LOGGING__DISTRIBUTED": "error"}
    env.pop("CHATMAIRIE_SECRET", None)
    adresse = f"tcp://127.0.0.1:{_port()}"
    commun = {"env": env, "cwd": tmp_path, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    chef = subprocess.Popen(
        [*dask, "--host", "127.0.0.1", "--port", adresse.rpartition(":")[2], "--no-dashboard"], **commun
    )
    machine = [sys.executable, "-m", "distributed.cli.dask_worker", adresse, "--nthreads", "1", "--no-dashboard"]
    machines = [subprocess.Popen([*machine, "--no-nanny", "--name", f"m{n}"], **commun) for n in (1, 2)]
    try:
        yield adresse, machines
    finally:
        for processus in (*machines, chef):
            processus.kill()
            processus.wait()


def _machines_pretes(adresse: str) -> int:
    from distributed import Client

    try:
        with Client(adresse, timeout=2, set_as_default=False) as client:
            return len(client.scheduler_info()["workers"])
    except OSError:
        return 0


def test_une_machine_perdue_en_route_ne_fait_rien_perdre_ni_compter_deux_fois(
    tmp_path: Path, grappe: tuple[str, list[subprocess.Popen]]
) -> None:
    adresse, machines = grappe
    classe = Classe(tmp_path / "cours")
    for eleve in ELEVES:
        classe.deposer(eleve, Copie())
    _attendre(lambda: _machines_pretes(adresse) == 2)
    en_cours = subprocess.Popen(
        classe.commande("--dask", adresse), cwd=classe.racine, env=classe.environnement(), stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    _attendre(lambda: _corrigees(classe) >= 1 or en_cours.poll() is not None)
    for enfant in psutil.Process(machines[0].pid).children(recursive=True):
        enfant.kill()
    machines[0].kill()
    dit, _ = en_cours.communicate(timeout=PATIENCE_S)
    assert en_cours.returncode == RIEN_A_REGARDER, dit
    assert f"{len(ELEVES)} copie(s) corrigée(s)" in dit and "2 machine(s)" in dit
    assert [dit.count(f"  {e}, {DEVOIR}\n") for e in ELEVES] == [1] * len(ELEVES)
    _notes_justes(classe)


def test_une_grappe_qui_ne_convient_pas_est_refusee(
    grappe: tuple[str, list[subprocess.Popen]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from chatmairie.correction import equipe
    from chatmairie.correction.autograde import Executer

    adresse, _ = grappe
    _attendre(lambda: _machines_pretes(adresse) == 2)
    with pytest.raises(EnclosImpossible, match="tls://"):
        equipe.EquipeDask("tcp://192.0.2.1:8786", "", Executer().reglages(), 60)
    juge = equipe.empreinte_du_juge()
    sans_enclos = {"juge": juge, "couches": [], "refus": "L'enclos ne tient pas le réseau"}
    with monkeypatch.context() as change:
        change.setattr(equipe, "_se_presenter", lambda _secret, _reglages: sans_enclos)
        with pytest.raises(EnclosImpossible, match="Aucune machine de la grappe.*ne tient pas le réseau"):
            equipe.EquipeDask(adresse, "", Executer().reglages(), 60)
    with monkeypatch.context() as change:
        change.setattr(equipe, "empreinte_du_juge", lambda: "une autre")
        with pytest.raises(EnclosImpossible, match="une autre version du cours"):
            equipe.EquipeDask(adresse, "", Executer().reglages(), 60)


# --- PostgreSQL -----------------------------------------------------------------------------------


@pytest.fixture
def serveur() -> Iterator[str]:
    """L'adresse d'une base vide, sur un serveur PostgreSQL lancé pour l'essai (Debian le range par version)."""
    commandes = max(Path("/usr/lib/postgresql").glob("*/bin"))
    qui = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="postgres-") as dossier:
        donnees, port = Path(dossier, "donnees"), _port()
        if qui:
            shutil.chown(dossier, "postgres")
        subprocess.run(
            [*qui, commandes / "initdb", "--auth=trust", "--username=cours", "--encoding=UTF8", "-D", donnees],
            check=True, capture_output=True, cwd=dossier,
        )  # fmt: skip
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={dossier}"
        demarrer = [*qui, commandes / "pg_ctl", "-D", donnees, "-o", options, "-l", Path(dossier, "journal"), "-w"]
        subprocess.run([*demarrer, "start"], check=True, capture_output=True, cwd=dossier)
        try:
            acces = ["-h", "127.0.0.1", "-p", str(port), "-U", "cours"]
            subprocess.run([commandes / "createdb", *acces, "bts_2027"], check=True, capture_output=True)
            yield f"postgresql+psycopg://cours@127.0.0.1:{port}/bts_2027"
        finally:
            arreter = [*qui, commandes / "pg_ctl", "-D", donnees, "-m", "immediate", "stop"]
            subprocess.run(arreter, check=False, capture_output=True, cwd=dossier)


def test_deux_dossiers_un_seul_carnet_de_notes_et_une_note_tapee_pendant_ce_temps(tmp_path: Path, serveur: str) -> None:
    from nbgrader.api import Gradebook

    reglage = f'c.CourseDirectory.db_url = "{serveur}"'
    classes = [Classe(tmp_path / nom, reglages=reglage) for nom in ("premier", "second")]
    for eleve in ELEVES:
        classes[0].deposer(eleve, Copie())
    classes[1].deposer("autre", Copie())
    en_cours = subprocess.Popen(
        classes[0].commande("--processus=1"), cwd=classes[0].racine, env=classes[0].environnement(),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    _attendre(lambda: _corrigees(classes[0]) >= 1 or en_cours.poll() is not None)
    en_cours.send_signal(signal.SIGSTOP)  # il tient les verrous aussi longtemps que l'on regarde
    refus = classes[1].corriger()
    par_nbgrader = classes[1].nbgrader("autograde", DEVOIR, reussite=False)
    (premiere,) = list((classes[0].classe / "autograded").glob("*/*/.chatmairie/correction.json"))[:1]
    corrige = premiere.parents[2].name
    with Gradebook(serveur) as carnet:  # ce que fait l'écran de correction
        note = carnet.find_grade("donnees-ouverte", DEVOIR, DEVOIR, corrige)
        note.manual_score, note.needs_manual_grade = 2.5, False
        carnet.db.commit()
    en_cours.send_signal(signal.SIGCONT)
    dit, _ = en_cours.communicate(timeout=PATIENCE_S)
    assert en_cours.returncode == RIEN_A_REGARDER, dit
    assert refus.returncode == IMPOSSIBLE and "depuis un autre dossier" in refus.stderr, refus.stdout + refus.stderr
    assert par_nbgrader.returncode == 1 and "déjà en cours" in par_nbgrader.stderr
    assert classes[1].corriger().returncode == RIEN_A_REGARDER
    with Gradebook(serveur) as carnet:
        copies = {s.student.id: s for s in carnet.assignment_submissions(DEVOIR)}
        assert set(copies) == {*ELEVES, "autre"}
        assert {s.score for e, s in copies.items() if e != corrige} == {sum(POINTS.values())}
        assert copies[corrige].score == sum(POINTS.values()) + 2.5
    export = classes[0].nbgrader("export", "--exporter=chatmairie.correction.exports.NotesPourTableur")
    assert export.returncode == 0 and (classes[0].classe / "notes.csv").stat().st_size > 0
    retour = classes[0].nbgrader("generate_feedback", DEVOIR, "--force", f"--student={corrige}")
    assert retour.returncode == 0
    html = (classes[0].classe / "feedback" / corrige / DEVOIR / f"{DEVOIR}.html").read_text(encoding="utf-8")
    assert "2,5" in html
