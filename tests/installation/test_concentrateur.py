"""Un JupyterHub sur cette machine, comme le dit le guide : deux élèves, l'échange de nbgrader, les formulaires.

Les comptes (`chatmairie-…`) et l'environnement, dans un dossier que tout le monde peut lire, sont faits pour l'essai et
retirés ensuite. Il faut les droits de la machine.
"""

from __future__ import annotations

import json
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import psutil
import pytest
from playwright.sync_api import expect

from outils import environnement
from tests.correction.test_a_plusieurs import _port
from tests.navigateur.laboratoire import Carnet
from tests.navigateur.parcours import Parcours
from tests.patience import PATIENCE_S

pytestmark = [pytest.mark.installation, pytest.mark.complet, pytest.mark.navigateur]
RACINE = Path(__file__).resolve().parents[2]
GUIDE = (RACINE / "guide" / "formateur.md").read_text(encoding="utf-8")
FORMATEUR, ELEVES = "chatmairie-formatrice", ("chatmairie-sokhna", "chatmairie-anh")
DEVOIR, CARNET = "01_choix_ia", "01_choix_ia.ipynb"
EXERCICE = "choix_ia.eliminer"
MOT = "un mot pour l'essai"


@dataclass
class Hub:
    """Un JupyterHub qui tourne, et la classe qu'il sert."""

    dossier: Path
    adresse: str
    classe: Path

    def formateur(self, *commande: str) -> str:
        """Ce que tape la formatrice, dans le dossier de sa classe."""
        return _en_tant_que(FORMATEUR, self.dossier, self.classe, *commande)


def _en_tant_que(compte: str, dossier: Path, ici: Path, *commande: str) -> str:
    maison = pwd.getpwnam(compte).pw_dir
    env = {"HOME": maison, "PATH": f"{dossier}/env/bin:/usr/bin:/bin", "LANG": "C.UTF-8"}
    fini = subprocess.run(
        ["setpriv", f"--reuid={compte}", f"--regid={compte}", "--clear-groups", "--", *commande],
        cwd=ici, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert fini.returncode == 0, f"{' '.join(commande)}\n{fini.stdout[-2000:]}{fini.stderr[-4000:]}"
    return fini.stdout + fini.stderr


def _faire(*commande: Any, **options: Any) -> None:
    fini = subprocess.run([str(c) for c in commande], capture_output=True, text=True, check=False, **options)
    assert fini.returncode == 0, f"{commande}\n{fini.stdout[-2000:]}{fini.stderr[-4000:]}"


def _reglages_du_guide(echange: Path) -> tuple[str, str]:
    """Les lignes que le guide donne, l'échange d'ici à la place du leur ; et les réglages de JupyterLab."""
    section = GUIDE.partition("## JupyterHub, PostgreSQL, plusieurs machines")[2]
    lignes = re.search(r"```python\n(c\.Exchange.*?)```", section, re.S)[1]
    assert "/srv/nbgrader/exchange" in lignes and '"bts-2027"' in lignes
    return lignes.replace("/srv/nbgrader/exchange", str(echange)), re.search(r"```json\n(.*?)```", section, re.S)[1]


@pytest.fixture(scope="module")
def dossier() -> Iterator[Path]:
    """L'environnement du cours et le JupyterHub, là où chaque compte peut lire, avec le Python de Debian."""
    assert os.geteuid() == 0, "Un JupyterHub à plusieurs comptes demande les droits de la machine."
    ici = Path(tempfile.mkdtemp(prefix="chatmairie-hub-", dir="/var/tmp"))
    ici.chmod(0o755)
    droits = os.umask(0o022)
    try:
        _faire("/usr/bin/python3", "-m", "venv", ici / "env")
        environnement.installer_verrou(ici / "env", RACINE / "requirements-essais.lock")
        depot = ici / "depot"
        suivis = subprocess.run(["git", "ls-files", "-z"], cwd=RACINE, capture_output=True, text=True, check=True)
        for nom in filter(None, suivis.stdout.split("\0")):
            (depot / nom).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(RACINE / nom, depot / nom)
        installer = (ici / "env" / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-deps")
        _faire(*installer, "--no-build-isolation", depot)
        noeud = ici / "noeud"
        shutil.copytree(Path(__file__).with_name("concentrateur"), noeud)
        _faire("npm", "ci", "--no-audit", "--no-fund", cwd=noeud)
        yield ici
    finally:
        os.umask(droits)
        shutil.rmtree(ici, ignore_errors=True)


@pytest.fixture(scope="module")
def comptes() -> Iterator[None]:
    noms = (FORMATEUR, *ELEVES)
    try:
        for nom in noms:
            _faire("useradd", "--create-home", "--shell", "/bin/bash", nom)
        yield
    finally:
        for processus in psutil.process_iter(["username"]):
            if processus.info["username"] in noms:
                with suppress(psutil.NoSuchProcess):
                    processus.kill()
        for nom in noms:
            subprocess.run(["userdel", "--force", "--remove", nom], capture_output=True, check=False)


@pytest.fixture(scope="module")
def hub(dossier: Path, comptes: None) -> Iterator[Hub]:
    """La classe est faite et le devoir distribué ; le hub répond."""
    echange = dossier / "echange"
    echange.mkdir()
    echange.chmod(0o777)
    (dossier / "classes").mkdir()
    shutil.chown(dossier / "classes", FORMATEUR)
    liste = dossier / "liste.csv"
    liste.write_text("id,first_name,last_name\n" + "".join(f"{e},{e[11:].title()},Essai\n" for e in ELEVES))
    faire_la_classe = "from pathlib import Path; from chatmairie.correction import classe_neuve as c; import sys; "
    faire_la_classe += "c.preparer('bts-2027', Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))"
    python = str(dossier / "env" / "bin" / "python")
    _en_tant_que(
        FORMATEUR, dossier, dossier, python, "-c", faire_la_classe,
        *map(str, (dossier / "depot", dossier / "classes", liste)),
    )  # fmt: skip
    hub = Hub(dossier, f"http://127.0.0.1:{_port()}", dossier / "classes" / "bts-2027")
    reglages, de_lab = _reglages_du_guide(echange)
    with (hub.classe / "nbgrader_config.py").open("a", encoding="utf-8") as suite:
        suite.write(f"\n{reglages}")
    communs = {"etc/jupyter/nbgrader_config.py": f"c = get_config()\n{reglages}"}
    for nom, texte in (communs | {"share/jupyter/lab/settings/overrides.json": de_lab}).items():
        (dossier / "env" / nom).parent.mkdir(parents=True, exist_ok=True)
        (dossier / "env" / nom).write_text(texte, encoding="utf-8")
    hub.formateur("nbgrader", "db", "student", "import", "classe/eleves.csv")
    hub.formateur("nbgrader", "generate_assignment", DEVOIR)
    hub.formateur("nbgrader", "release_assignment", DEVOIR)
    with _lance(hub) as journal:
        fin = time.monotonic() + PATIENCE_S
        while not _repond(f"{hub.adresse}/hub/login"):
            assert time.monotonic() < fin and journal[0].poll() is None, journal[1].read_text()[-4000:]
            time.sleep(0.2)
        yield hub


def _repond(adresse: str) -> bool:
    try:
        with urlopen(adresse, timeout=PATIENCE_S):
            return True
    except HTTPError:
        return False
    except (URLError, OSError):
        return False


class _lance:
    """Le hub et ses serveurs, arrêtés en sortant."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def __enter__(self) -> tuple[subprocess.Popen, Path]:
        ici, hub = self.hub.dossier / "hub", self.hub
        ici.mkdir()
        (ici / "config.py").write_text(
            f"c = get_config()\n"
            f"c.JupyterHub.bind_url = {hub.adresse!r}\n"
            f"c.JupyterHub.hub_bind_url = 'http://127.0.0.1:{_port()}'\n"
            f"c.ConfigurableHTTPProxy.api_url = 'http://127.0.0.1:{_port()}'\n"
            f"c.JupyterHub.authenticator_class = 'dummy'\n"
            f"c.DummyAuthenticator.password = {MOT!r}\n"
            f"c.Authenticator.allowed_users = {set(ELEVES)!r}\n"
            f"c.Spawner.default_url = '/lab'\n"
            f"c.Spawner.args = ['--LabApp.expose_app_in_browser=True']\n"
            f"c.Spawner.start_timeout = c.Spawner.http_timeout = {PATIENCE_S}\n",
            encoding="utf-8",
        )
        journal = ici / "journal.txt"
        chemin = f"{hub.dossier}/env/bin:{hub.dossier}/noeud/node_modules/.bin:{os.environ['PATH']}"
        self.processus = subprocess.Popen(
            [str(hub.dossier / "env/bin/jupyterhub"), "-f", "config.py"], cwd=ici,
            env={"PATH": chemin, "LANG": "C.UTF-8", "HOME": str(ici)}, stdin=subprocess.DEVNULL,
            stdout=journal.open("w"), stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        return self.processus, journal

    def __exit__(self, *_: object) -> None:
        if self.processus.poll() is None:
            self.processus.send_signal(signal.SIGTERM)
        try:
            self.processus.wait(timeout=PATIENCE_S)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(self.processus.pid, signal.SIGKILL)


class Eleve:
    """Une personne entrée dans le hub par son navigateur."""

    def __init__(self, hub: Hub, navigateur: Any, nom: str) -> None:
        self.nom, self.base = nom, f"{hub.adresse}/user/{nom}"
        self.contexte = navigateur.new_context(viewport={"width": 1280, "height": 900})
        self.page = self.contexte.new_page()
        self.page.set_default_timeout(1000 * PATIENCE_S)
        self.page.goto(f"{hub.adresse}/hub/login")
        self.page.get_by_label("Username").fill(nom)
        self.page.get_by_label("Password").fill(MOT)
        self.page.locator("#login_submit").click()
        self.page.wait_for_url(f"{self.base}/lab**")

    def demander(self, geste: str, **corps: Any) -> Any:
        """Le bouton du menu Nbgrader, Assignment List : la même demande, au même serveur."""
        jeton = next(c["value"] for c in self.contexte.cookies(f"{self.base}/") if c["name"] == "_xsrf")
        adresse = f"{self.base}/{geste}"
        entetes = {"X-XSRFToken": jeton, "Content-Type": "application/json"}
        if corps:
            rendu = self.contexte.request.post(adresse, headers=entetes, data=json.dumps(corps))
        else:
            rendu = self.contexte.request.get(adresse, headers=entetes)
        assert rendu.ok, rendu.text()
        lu = rendu.json()
        assert lu.get("success", True), lu
        return lu


def _maison(eleve: Eleve) -> Path:
    return Path(pwd.getpwnam(eleve.nom).pw_dir)


@pytest.fixture(scope="module")
def eleves(hub: Hub, navigateur: Any) -> Iterator[list[Eleve]]:
    ouverts = [Eleve(hub, navigateur, nom) for nom in ELEVES]
    yield ouverts
    for eleve in ouverts:
        eleve.contexte.close()


def test_du_devoir_distribue_au_retour_trouve(hub: Hub, eleves: list[Eleve]) -> None:
    for eleve in eleves:
        (propose,) = eleve.demander("assignments?course_id=bts-2027")["value"]
        assert (propose["assignment_id"], propose["status"]) == (DEVOIR, "released")
        eleve.demander("assignments/fetch", course_id="bts-2027", assignment_id=DEVOIR)
    sokhna, anh = eleves
    carnet = Carnet(sokhna.page, sokhna.base, f"{DEVOIR}/{CARNET}", "formulaires")
    parcours = Parcours(carnet)
    rang = carnet.rang(EXERCICE.replace(".", "-"))
    carnet.tout_executer()
    parcours.repondre(rang)
    assert "Réussi" in parcours.verdict(rang)
    carnet.enregistrer()
    carnet.eteindre()
    renomme = _maison(anh) / DEVOIR / "mon travail.ipynb"
    (_maison(anh) / DEVOIR / CARNET).rename(renomme)
    for eleve in eleves:
        eleve.demander("assignments/submit", course_id="bts-2027", assignment_id=DEVOIR)
    hub.formateur("nbgrader", "collect", DEVOIR)
    dit = hub.formateur("sh", "-c", f"python -m chatmairie.correction corriger {DEVOIR} || [ $? -eq 1 ]")
    assert "chatmairie-sokhna" in dit
    hub.formateur("nbgrader", "generate_feedback", DEVOIR)
    hub.formateur("nbgrader", "release_feedback", DEVOIR)
    for eleve, attendu in ((sokhna, "Réussi"), (anh, "Non traité")):
        eleve.demander("assignments/fetch_feedback", course_id="bts-2027", assignment_id=DEVOIR)
        (retour,) = _maison(eleve).rglob("feedback/*/*.html")
        assert attendu in retour.read_text(encoding="utf-8")
    assert retour.stem == renomme.stem, "un fichier renommé trouve aussi son retour"


def test_une_copie_rendue_a_nouveau_se_recueille_par_update(hub: Hub, eleves: list[Eleve]) -> None:
    eleves[1].demander("assignments/submit", course_id="bts-2027", assignment_id=DEVOIR)
    assert "--update" in GUIDE
    assert "Updating" in hub.formateur("nbgrader", "collect", "--update", DEVOIR)


def test_le_cours_est_en_francais_et_personne_ne_lit_chez_un_autre(hub: Hub, eleves: list[Eleve]) -> None:
    expect(eleves[1].page.locator("#jp-MainMenu")).to_contain_text("Fichier")
    with pytest.raises(AssertionError, match="denied"):
        _en_tant_que(ELEVES[1], hub.dossier, hub.dossier, "cat", str(hub.classe / "classe" / "secret.txt"))
