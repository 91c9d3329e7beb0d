"""Le code surveillé : quoi qu'il fasse, tout est remis en place et un second jugement passe."""

from __future__ import annotations

import builtins
import io
import logging
import os
import random
import signal
import subprocess
import sys
import threading
import time
import warnings
from pathlib import Path

import numpy as np
import pytest

from chatmairie.juge import flux_captes, temps_limite
from chatmairie.juge.execution import SaisieInterdite, TempsDepasse, executer
from chatmairie.juge.temps_limite import RAPPEL_S, Compteur
from tests.moteur.charge import calculer

COURT = 0.05
BORNE = 3.0
"""Secondes de processeur au-delà desquelles un code arrêté l'a été trop tard (quelques rappels)."""


@pytest.fixture(autouse=True)
def _comme_hors_de_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    """pytest pose son crochet de fils : un noyau n'en a pas."""
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)


def etat() -> dict:
    """Tout ce qu'un code peut déplacer dans le processus."""
    return {
        "flux": (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__),
        "descripteurs": [(os.fstat(n).st_dev, os.fstat(n).st_ino) for n in (1, 2)],
        "ouverts": len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0,
        "signaux": {n: signal.getsignal(n) for n in signal.valid_signals()},
        "alarmes posées": [signal.getitimer(m)[0] > 0 for m in (signal.ITIMER_REAL, signal.ITIMER_PROF)],
        "filtres": list(warnings.filters),
        "dossier": os.getcwd(),
        "saisie": builtins.input,
        "profondeur": sys.getrecursionlimit(),
        "trace": sys.gettrace(),
        "fils": (threading.excepthook, sys.excepthook),
        "hasard": (random.getstate(), np.random.get_state()[1].tolist()),
    }


def sans_fin():
    while True:
        pass


def sans_fin_qui_avale_exception():
    while True:
        try:
            sum(range(1000))
        except Exception:
            pass


def sans_fin_qui_avale_tout():
    while True:
        try:
            for _ in range(1000):
                pass
        except:  # noqa: E722
            pass


def borne_qui_avale_tout():
    fin = time.process_time() + COURT + 3 * RAPPEL_S
    while time.process_time() < fin:
        try:
            sum(range(1000))
        except:  # noqa: E722
            pass


def recursion():
    return recursion()


def leve(erreur):
    def fonction():
        raise erreur

    return fonction


def deplace_tout():
    sys.stdout = sys.stderr = io.StringIO()
    os.chdir("/")
    signal.setitimer(signal.ITIMER_REAL, 100)
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    sys.setrecursionlimit(5000)
    warnings.simplefilter("error")
    builtins.input = lambda: "oui"
    random.seed(1)
    np.random.seed(1)
    return "fini"


def ferme_les_flux():
    sys.stdout.close()
    sys.stderr.close()
    os.close(2)
    return "fini"


ABUS = {
    "boucle sans fin": (sans_fin, TempsDepasse),
    "boucle qui avale Exception": (sans_fin_qui_avale_exception, TempsDepasse),
    "boucle sans fin qui avale tout": (sans_fin_qui_avale_tout, TempsDepasse),
    "sommeil": (lambda: time.sleep(600), TempsDepasse),
    "sys.exit": (lambda: sys.exit(0), SystemExit),
    "input": (lambda: input("âge ?"), SaisieInterdite),
    "récursion": (recursion, RecursionError),
    "mémoire": (leve(MemoryError()), MemoryError),
    "erreur ordinaire": (leve(KeyError("age")), KeyError),
    "générateur arrêté": (leve(GeneratorExit()), GeneratorExit),
    "déplace tout": (deplace_tout, None),
    "ferme les flux": (ferme_les_flux, None),
    "rend une valeur": (lambda: 12, None),
}


@pytest.mark.parametrize("nom", ABUS)
def test_tout_est_remis_en_place(nom: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fonction, attendue = ABUS[nom]
    avant = etat()
    bilan = executer(fonction, COURT)
    assert etat() == avant
    assert bilan.limite == COURT and bilan.calcul < BORNE
    assert bilan.erreur is None if attendue is None else isinstance(bilan.erreur, attendue)
    assert bilan.temps_depasse == (attendue is TempsDepasse)
    assert executer(lambda: 12, COURT).valeur == 12


def test_une_boucle_bornee_qui_avale_tout_est_dite_trop_longue() -> None:
    avant = etat()
    bilan = executer(borne_qui_avale_tout, COURT)
    assert bilan.temps_depasse and etat() == avant


def test_l_arret_demande_par_la_personne_remonte() -> None:
    avant = etat()
    with pytest.raises(KeyboardInterrupt):
        executer(leve(KeyboardInterrupt()), COURT)
    assert etat() == avant


def test_un_temps_absurde_est_refuse() -> None:
    for absurde in (0, -1, float("nan")):
        with pytest.raises(ValueError, match="plus grand que 0"):
            executer(lambda: 1, absurde)


# --- ce qui s'écrit -----------------------------------------------------------------------------------------


def _par_un_manieur_deja_la():
    logging.getLogger("essai.ancien").warning("journal")


BAVARDS = {
    "print": (lambda: print("bonjour"), "sortie", "bonjour"),
    "print sur stderr": (lambda: print("aïe", file=sys.stderr), "sortie_erreur", "aïe"),
    "sys.__stderr__, sans fin de ligne": (lambda: sys.__stderr__.write("aïe"), "sortie_erreur", "aïe"),
    "sys.__stdout__": (lambda: sys.__stdout__.write("bonjour"), "sortie", "bonjour"),
    "os.write": (lambda: os.write(2, "aïe".encode()), "sortie_erreur", "aïe"),
    "os.write sur la sortie": (lambda: os.write(1, b"bonjour"), "sortie", "bonjour"),
    "processus fils": (lambda: subprocess.run("echo fils >&2", shell=True, check=True), "sortie_erreur", "fils"),
    "processus fils, flux donné": (
        lambda: subprocess.run(["echo", "fils"], stdout=sys.stderr),
        "sortie_erreur",
        "fils",
    ),
    "logging": (lambda: logging.warning("journal"), "sortie_erreur", "journal"),
    "logging nommé": (lambda: logging.getLogger("essai.neuf").error("journal"), "sortie_erreur", "journal"),
}


@pytest.mark.parametrize("nom", BAVARDS)
def test_ce_qui_s_ecrit_est_capte(nom: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.root, "handlers", [])  # pytest y pose les siens ; un noyau n'en a pas
    fonction, ou, quoi = BAVARDS[nom]
    avant = etat()
    bilan = executer(fonction, 5)
    assert quoi in getattr(bilan, ou)
    assert etat() == avant
    assert capfd.readouterr() == ("", "")


def test_un_manieur_deja_pose_par_l_eleve_ne_fuit_pas(capsys: pytest.CaptureFixture[str]) -> None:
    manieur = logging.StreamHandler(sys.stderr)
    journal = logging.getLogger("essai.ancien")
    journal.addHandler(manieur)
    try:
        bilan = executer(_par_un_manieur_deja_la, 5)
        assert "journal" in bilan.sortie_erreur and manieur.stream is sys.stderr
        assert journal.handlers == [manieur]
    finally:
        journal.removeHandler(manieur)
    assert capsys.readouterr().err == ""


def test_un_journal_ne_dans_l_appel_ecrit_ensuite_a_sa_place() -> None:
    journal = logging.getLogger("essai.cree_dedans")

    def fonction():
        journal.addHandler(logging.StreamHandler())
        journal.warning("dedans")

    assert "dedans" in executer(fonction, 5).sortie_erreur
    (manieur,) = journal.handlers
    try:
        assert manieur.stream is sys.stderr
        assert "encore" in executer(lambda: journal.warning("encore"), 5).sortie_erreur
    finally:
        journal.removeHandler(manieur)


def test_les_avertissements_sont_captes_une_fois_chacun() -> None:
    def fonction():
        for _ in range(3):
            warnings.warn("attention à l'index", stacklevel=1)

    avant = list(warnings.filters)
    assert executer(fonction, 5).avertissements == ("attention à l'index",)
    assert warnings.filters == avant


def test_un_avertissement_illisible_ne_casse_rien() -> None:
    class Muet(UserWarning):
        lu = False

        def __str__(self):
            if self.lu:
                raise RuntimeError("on ne me lit qu'une fois")
            self.lu = True
            return "lu par warnings.warn"

    bilan = executer(lambda: warnings.warn(Muet(), stacklevel=1), 5)
    assert bilan.erreur is None and "illisible" in bilan.avertissements[0]


def test_un_flot_de_texte_est_borne() -> None:
    def fonction():
        for _ in range(5_000):
            print("x" * 200)
        os.write(2, b"y" * 2_000_000)

    bilan = executer(fonction, 10)
    assert len(bilan.sortie) == len(bilan.sortie_erreur) == flux_captes.TAILLE_MAX


# --- les fils -----------------------------------------------------------------------------------------------


def test_un_fil_qui_leve_est_attendu_et_capte(capfd: pytest.CaptureFixture[str]) -> None:
    def fonction():
        threading.Thread(target=leve(ValueError("dans un fil")), name="fil-fautif").start()

    bilan = executer(fonction, 5)
    assert "dans un fil" in bilan.sortie_erreur and bilan.fils == ()
    assert capfd.readouterr().err == ""


def test_un_fil_qui_reste_est_nomme_et_se_tait_ensuite(capfd: pytest.CaptureFixture[str]) -> None:
    fin = threading.Event()

    def attendre_puis_lever():
        fin.wait(10)
        raise ValueError("trop tard")

    fil = threading.Thread(target=attendre_puis_lever, name="fil-qui-reste", daemon=True)
    avant = etat()
    bilan = executer(fil.start, 5)
    assert bilan.fils == ("fil-qui-reste",) and etat() == avant
    fin.set()
    fil.join(5)
    assert capfd.readouterr().err == ""


# --- le temps -----------------------------------------------------------------------------------------------


def sans_alarme(patch: pytest.MonkeyPatch) -> None:
    """Comme sous Windows ou dans un navigateur : rien ne peut interrompre."""
    patch.delattr(signal, "setitimer")


def test_le_temps_compte_est_celui_du_processeur() -> None:
    bilan = executer(lambda: (calculer(0.2), time.sleep(0.2)), 10)
    assert 0.2 <= bilan.calcul < 0.2 + BORNE and bilan.limite == 10 and bilan.erreur is None


def test_ce_qui_dort_est_arrete_par_l_horloge_sans_avoir_calcule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temps_limite, "ATTENTE_PAR_SECONDE", 0.05)
    avant = etat()
    bilan = executer(lambda: time.sleep(600), 4)
    assert bilan.temps_depasse and bilan.calcul < bilan.limite and etat() == avant


def test_rien_n_est_arrete_avant_sa_limite() -> None:
    """Le minuteur du système compte par à-coups : on relit avant d'arrêter."""
    for _ in range(5):
        assert executer(sans_fin, COURT).calcul >= COURT


def test_une_alarme_trop_tot_n_arrete_rien() -> None:
    garde = temps_limite._Garde(60.0)
    garde.cadre = sys._getframe()
    (lambda: garde.sonner(signal.SIGPROF, sys._getframe()))()
    with pytest.raises(TempsDepasse):
        (lambda: garde.sonner(signal.SIGALRM, sys._getframe()))()


def test_un_processus_fils_attendu_est_compte() -> None:
    corps = f"import time\nwhile time.process_time() < {2 * COURT + RAPPEL_S}: pass"
    bilan = executer(lambda: subprocess.run([sys.executable, "-c", corps], check=True), COURT)
    assert bilan.temps_depasse and bilan.calcul > COURT


def test_sans_alarme_le_temps_est_lu_apres_l_appel(monkeypatch: pytest.MonkeyPatch) -> None:
    avant = etat()
    with monkeypatch.context() as patch:
        sans_alarme(patch)
        trop = executer(lambda: calculer(COURT + 2 * RAPPEL_S), COURT)
        juste = executer(lambda: calculer(COURT / 2) or 12, COURT)
    assert isinstance(trop.erreur, TempsDepasse) and trop.calcul > COURT + RAPPEL_S
    assert (juste.valeur, juste.erreur) == (12, None) and etat() == avant


def test_hors_du_fil_principal_le_temps_est_lu_apres_l_appel() -> None:
    bilans = []

    def juger_dans_un_fil():
        bilans.extend([executer(lambda: calculer(COURT + 2 * RAPPEL_S), COURT), executer(lambda: 12, COURT)])

    fil = threading.Thread(target=juger_dans_un_fil)
    avant = etat()
    fil.start()
    fil.join()
    assert isinstance(bilans[0].erreur, TempsDepasse) and bilans[1].valeur == 12
    assert etat() == avant


def test_un_compteur_additionne_les_appels_et_eux_seuls() -> None:
    compteur = Compteur(10)
    bilan = executer(
        lambda: (compteur.appeler(calculer, 0.1), calculer(0.5), compteur.appeler(calculer, 0.1)), compteur=compteur
    )
    assert 0.2 <= bilan.calcul < 0.5 and bilan.limite == 10 and bilan.erreur is None


def test_un_compteur_epuise_arrete_l_appel_suivant() -> None:
    compteur = Compteur(COURT)
    compteur.utilise = 1.0
    with pytest.raises(TempsDepasse):
        compteur.appeler(lambda: 12)


def test_l_alarme_ne_sonne_pas_dans_le_rangement() -> None:
    avant = etat()
    for _ in range(50):
        bilan = executer(lambda: calculer(0.0049), 0.005)
        assert bilan.erreur is None or isinstance(bilan.erreur, TempsDepasse)
    assert etat() == avant


def test_l_alarme_qui_sonne_pendant_le_rangement_ne_leve_rien(monkeypatch: pytest.MonkeyPatch) -> None:
    poser_la_trace = sys.settrace

    def lentement(trace):
        calculer(0.02)
        poser_la_trace(trace)

    avant = etat()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "settrace", lentement)  # la première chose que fait le rangement
        bilan = executer(lambda: 12, 0.01)
    assert (bilan.valeur, bilan.erreur) == (12, None) and etat() == avant


@pytest.mark.parametrize(
    ("minuteur", "numero"), [(signal.ITIMER_REAL, signal.SIGALRM), (signal.ITIMER_PROF, signal.SIGPROF)]
)
def test_une_alarme_deja_posee_est_remise(minuteur: int, numero: int) -> None:
    sonneries = []
    ancien = signal.signal(numero, lambda *_: sonneries.append(1))
    reste = signal.setitimer(minuteur, 10_000)
    try:
        executer(sans_fin, COURT)
        assert 5_000 < signal.getitimer(minuteur)[0] < 10_000 and not sonneries
    finally:
        signal.setitimer(minuteur, *reste)
        signal.signal(numero, ancien)


def test_un_jugement_dans_un_jugement_garde_la_limite_du_premier() -> None:
    def imbrique():
        interne = executer(lambda: print("dedans"), 5)
        assert interne.sortie == "dedans\n"
        print("autour")
        sans_fin()

    avant = etat()
    bilan = executer(imbrique, COURT)
    assert isinstance(bilan.erreur, TempsDepasse) and bilan.calcul < BORNE and etat() == avant
    assert bilan.sortie == "autour\n"


def test_un_jugement_dans_un_jugement_est_compte_au_premier() -> None:
    avant = etat()
    bilan = executer(lambda: executer(lambda: calculer(0.2), 10), 10)
    assert 0.2 <= bilan.valeur.calcul <= bilan.calcul and etat() == avant


def test_le_hasard_global_est_le_meme_a_chaque_jugement() -> None:
    def tirer():
        return random.random(), float(np.random.rand())

    assert executer(tirer, 5).valeur == executer(tirer, 5).valeur


def test_un_dossier_supprime_ne_casse_rien(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = tmp_path / "ephemere"
    dossier.mkdir()
    monkeypatch.chdir(dossier)
    assert executer(lambda: os.rmdir(dossier), 5).erreur is None
    assert executer(lambda: 12, 5).valeur == 12
