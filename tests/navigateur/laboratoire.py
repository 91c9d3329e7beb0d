"""Piloter JupyterLab dans un vrai navigateur, comme le ferait une personne.

Un serveur et un Chromium par session d'essais. Rien ne sort de la machine.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

RACINE = Path(__file__).parents[2]
DEMARRAGE_S = 90


@contextmanager
def serveur(travail: Path, journal: Path) -> Iterator[str]:
    """JupyterLab sur `travail`, avec les réglages de l'élève ; rend son adresse locale."""
    sys.path.insert(0, str(RACINE))
    from outils.cours import variables_jupyter

    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        port = prise.getsockname()[1]
    commande = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", "--port-retries=0",
        f"--ServerApp.root_dir={travail}", "--IdentityProvider.token=", "--ServerApp.password=",
        "--LabApp.expose_app_in_browser=True",
    ]  # fmt: skip
    variables = {
        c: v for c, v in variables_jupyter().items() if c not in ("PYTHONDONTWRITEBYTECODE", "CHATMAIRIE_PROGRESSION")
    }
    with journal.open("w") as sortie:
        processus = subprocess.Popen(commande, cwd=travail, env=variables, stdout=sortie, stderr=subprocess.STDOUT)
        try:
            adresse = f"http://127.0.0.1:{port}"
            _attendre(adresse, processus, journal)
            yield adresse
        finally:
            processus.terminate()
            processus.wait(timeout=20)


def _attendre(adresse: str, processus: subprocess.Popen, journal: Path) -> None:
    fin = time.monotonic() + DEMARRAGE_S
    while time.monotonic() < fin:
        if processus.poll() is not None:
            break
        try:
            with urlopen(f"{adresse}/api/status", timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"JupyterLab n'a pas démarré :\n{journal.read_text()[-3000:]}")


class Carnet:
    """Un carnet ouvert dans JupyterLab."""

    def __init__(self, page, adresse: str, chemin: str) -> None:
        self.page = page
        page.goto(f"{adresse}/lab/tree/{chemin}?reset")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=DEMARRAGE_S * 1000)
        self._attendre_le_noyau()

    def _js(self, corps: str, *arguments):
        return self.page.evaluate(
            "([corps, args]) => { const app = window.jupyterapp; const doc = app.shell.currentWidget;"
            " return (new Function('app', 'doc', 'args', corps))(app, doc, args); }",
            [corps, list(arguments)],
        )

    def _attendre_le_noyau(self) -> None:
        self.page.wait_for_function(
            "() => window.jupyterapp && "
            "window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
            timeout=DEMARRAGE_S * 1000,
        )

    def tout_executer(self, secondes: float = 120) -> None:
        """Le menu « Exécuter toutes les cellules », et attend la fin."""
        self._js("app.commands.execute('notebook:run-all-cells');")
        self.attendre_fin(secondes)

    def attendre_fin(self, secondes: float = 60) -> None:
        """Attend que le noyau ait tout exécuté."""
        self.page.wait_for_timeout(600)
        self.page.wait_for_function(
            "() => { const d = window.jupyterapp.shell.currentWidget;"
            " return d.sessionContext.session.kernel.status === 'idle' &&"
            " ![...d.content.widgets].some(c => c.model.type === 'code' && c.model.executionState === 'running'); }",
            timeout=secondes * 1000,
        )
        self.page.wait_for_timeout(400)

    def rang(self, grade_id: str) -> int:
        """Le rang de la cellule de ce grade_id."""
        return self._js(
            "return doc.content.widgets.findIndex(c => (c.model.sharedModel.getMetadata().nbgrader || "
            "{}).grade_id === args[0]);",
            grade_id,
        )

    def rang_du_texte(self, texte: str) -> int:
        """Le rang de la première cellule de code qui contient ce texte."""
        return self._js(
            "return doc.content.widgets.findIndex(c => c.model.type === 'code' && "
            "c.model.sharedModel.source.includes(args[0]));",
            texte,
        )

    def rang_exact(self, source: str) -> int:
        """Le rang de la cellule de code qui n'est que cette ligne."""
        return self._js(
            "return doc.content.widgets.findIndex(c => c.model.type === 'code' && "
            "c.model.sharedModel.source.trim() === args[0]);",
            source,
        )

    def aller(self, rang: int):
        """Amène la cellule à l'écran et rend son élément."""
        self._js("doc.content.activeCellIndex = args[0]; return doc.content.scrollToItem(args[0], 'start');", rang)
        self.page.wait_for_timeout(300)
        return self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{rang}"]').first

    def ecrire(self, rang: int, texte: str) -> None:
        """Efface la cellule au clavier et y tape `texte`."""
        cellule = self.aller(rang)
        cellule.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        # `insert_text` arrive d'un bloc, comme un collage : l'éditeur ne réindente rien
        self.page.keyboard.insert_text(texte)

    def executer(self, rang: int, secondes: float = 60) -> str:
        """Exécute la cellule (Maj+Entrée) et rend le texte montré."""
        cellule = self.aller(rang)
        cellule.locator(".cm-content").click()
        self.page.keyboard.press("Shift+Enter")
        self.attendre_fin(secondes)
        return self.sortie(rang)

    def sortie(self, rang: int) -> str:
        """Le texte montré sous la cellule."""
        cellule = self.aller(rang)
        sorties = cellule.locator(".jp-Cell-outputWrapper")
        return sorties.inner_text() if sorties.count() else ""

    def erreurs(self) -> list[str]:
        """Les cellules en erreur, ou qui ont écrit sur la sortie d'erreur (leur source)."""
        return self._js(
            "return doc.content.widgets.filter(c => c.model.type === 'code' && c.model.outputs.toJSON().some("
            "o => o.output_type === 'error' || (o.output_type === 'stream' && o.name === 'stderr')))"
            ".map(c => c.model.sharedModel.source);"
        )

    def photo(self, fichier: Path) -> None:
        """Une capture de l'écran."""
        fichier.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(fichier))


def lire_progres(travail: Path) -> dict:
    """Le progrès enregistré dans la copie de travail."""
    return json.loads((travail / ".chatmairie" / "progression.json").read_text(encoding="utf-8"))
