"""Une correction tuée se reprend sans perte ni double travail ; deux corrections à la fois ne s'abîment pas."""

from __future__ import annotations

import contextlib
import errno
import signal
import subprocess
import time

import psutil
import pytest

from chatmairie.correction import lot
from chatmairie.correction.carnet_de_notes import EMPREINTE
from chatmairie.correction.lot import IMPOSSIBLE, RIEN_A_REGARDER
from tests.correction.court import DEVOIR, EXERCICES, OUVERTS, POINTS, Classe, Copie, cellule

pytestmark = [pytest.mark.classe, pytest.mark.complet]
ELEVES = tuple(f"eleve-{n}" for n in range(1, 6))


@pytest.fixture
def classe(tmp_path) -> Classe:
    faite = Classe(tmp_path / "classe")
    for eleve in ELEVES:
        faite.deposer(eleve, Copie())
    return faite


def _lancer(classe: Classe, *options: str) -> subprocess.Popen:
    processus = subprocess.Popen(
        classe.commande(*options), cwd=classe.racine, env=classe.environnement(),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True,
        # lancés en arrière-plan, les essais hériteraient d'un Ctrl+C ignoré
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    OUVERTS.append(processus)
    return processus


def _finies(classe: Classe) -> dict[str, int]:
    """Élève -> quand sa correction s'est finie."""
    faites = {}
    for eleve in ELEVES:
        marque = classe.classe / "autograded" / eleve / DEVOIR / EMPREINTE
        if marque.is_file():
            faites[eleve] = marque.stat().st_mtime_ns
    return faites


def _attendre(condition, secondes: float = 120.0) -> None:
    fin = time.monotonic() + secondes
    while not condition():
        assert time.monotonic() < fin, "trop long"
        time.sleep(0.1)


def _descendance(numero: int) -> list[psutil.Process]:
    return psutil.Process(numero).children(recursive=True)


def test_une_correction_tuee_se_reprend_sans_perte_ni_double_travail(classe: Classe) -> None:
    premiere = _lancer(classe)
    _attendre(lambda: len(_finies(classe)) >= 2 and _une_copie_tourne(premiere))
    restes = _descendance(premiere.pid)
    premiere.send_signal(signal.SIGKILL)
    premiere.wait()
    finies = _finies(classe)
    assert 2 <= len(finies) < len(ELEVES)
    _attendre(lambda: not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in restes), 20)

    reprise = classe.corriger()
    assert reprise.returncode == RIEN_A_REGARDER, reprise.stdout + reprise.stderr
    assert f"{len(ELEVES) - len(finies)} copie(s) à corriger, {len(finies)} déjà corrigée(s)" in reprise.stdout
    assert {e: t for e, t in _finies(classe).items() if e in finies} == finies
    assert {classe.notes()[e, x] for e in ELEVES for x in EXERCICES} == set(POINTS.values())

    # deux copies rendues à nouveau, et elles seules, sont refaites ; une réponse ouverte déjà lue n'est à relire que si
    # son texte a changé
    import nbformat
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{classe.classe / 'gradebook.db'}") as carnet_de_notes:
        for eleve in ("eleve-2", "eleve-3"):
            note = carnet_de_notes.find_grade("donnees-ouverte", DEVOIR, DEVOIR, eleve)
            note.manual_score, note.needs_manual_grade = 2.0, False
        carnet_de_notes.db.commit()
    for eleve, grade_id, source in (
        ("eleve-3", "donnees-taux", "def taux_de_refus(archives, par):\n    return 0"),
        ("eleve-2", "donnees-ouverte", "Une autre lettre."),
    ):
        rendu = classe.dossier(eleve) / f"{DEVOIR}.ipynb"
        carnet = nbformat.read(rendu, as_version=4)
        cellule(carnet, grade_id).source = source
        nbformat.write(carnet, rendu)
    encore = classe.corriger()
    assert f"2 copie(s) à corriger, {len(ELEVES) - 2} déjà" in encore.stdout
    notes = classe.notes()
    assert notes["eleve-3", "donnees.taux"] == 0.0 and notes["eleve-2", "donnees.taux"] == 1.0
    assert (notes["eleve-3", "donnees.ouverte"], notes["eleve-2", "donnees.ouverte"]) == (2.0, None)


def _vivants(processus: subprocess.Popen) -> list[psutil.Process]:
    try:
        return [p for p in _descendance(processus.pid) if p.status() != psutil.STATUS_ZOMBIE]
    except psutil.NoSuchProcess:
        return []


def _une_copie_tourne(processus: subprocess.Popen) -> bool:
    mots = []
    for descendant in _vivants(processus):
        with contextlib.suppress(psutil.Error):
            mots += descendant.cmdline()
    return any("chatmairie.correction.dedans" in mot for mot in mots)


def test_deux_corrections_a_la_fois_ne_s_abiment_pas(classe: Classe) -> None:
    premiere = _lancer(classe)
    _attendre(lambda: len(_vivants(premiere)) > 0)
    premiere.send_signal(signal.SIGSTOP)  # elle tient le verrou aussi longtemps que l'on regarde
    seconde = classe.corriger()
    assert seconde.returncode == IMPOSSIBLE
    assert "déjà en cours" in seconde.stderr and str(premiere.pid) in seconde.stderr
    de_nbgrader = classe.nbgrader("autograde", DEVOIR, "--force", reussite=False)
    premiere.send_signal(signal.SIGCONT)
    assert de_nbgrader.returncode == 1 and "déjà en cours" in de_nbgrader.stderr
    sortie, _ = premiere.communicate(timeout=300)
    assert premiere.returncode == RIEN_A_REGARDER, sortie
    assert {classe.notes()[e, x] for e in ELEVES for x in EXERCICES} == set(POINTS.values())


def test_interrompre_garde_ce_qui_est_fait_et_le_dit(classe: Classe) -> None:
    premiere = _lancer(classe)
    _attendre(lambda: len(_finies(classe)) >= 1)
    premiere.send_signal(signal.SIGINT)
    sortie, _ = premiere.communicate(timeout=60)
    assert premiere.returncode == 130 and "Relancez la même commande" in sortie
    assert "Traceback" not in sortie


CTRL_C_AU_LANCEMENT = """
import os, signal, subprocess, sys
from chatmairie.correction import __main__ as correction
class Interrompu(subprocess.Popen):
    def __init__(self, *arguments, **options):
        os.kill(os.getpid(), signal.SIGINT)
        super().__init__(*arguments, **options)
subprocess.Popen = Interrompu
sys.exit(correction.main(sys.argv[1:]))
"""


def test_un_ctrl_c_recu_pendant_qu_un_ouvrier_se_lance_n_est_pas_perdu(classe: Classe) -> None:
    debut, module, *suite = classe.commande()
    assert (module, suite[0]) == ("-m", "chatmairie.correction")
    fini = subprocess.run(
        [debut, "-c", CTRL_C_AU_LANCEMENT, *suite[1:]], cwd=classe.racine, env=classe.environnement(),
        capture_output=True, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert fini.returncode == 130 and "0 copie(s) corrigée(s)" in fini.stderr, fini.stdout + fini.stderr


def test_un_disque_plein_est_dit_et_ne_perd_rien(
    classe: Classe, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def plein(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "notes.csv")

    monkeypatch.chdir(classe.racine)
    monkeypatch.setattr(lot.CarnetDeNotes, "ecrire", plein)
    assert lot.principal([f"--racine={classe.racine}", "--eleve=eleve-1"]) == lot.PANNE
    dit = capsys.readouterr().err
    assert "impossible d'écrire « notes.csv »" in dit and "relancez la même commande" in dit
    monkeypatch.undo()
    assert classe.corriger("--eleve=eleve-1").returncode == RIEN_A_REGARDER
