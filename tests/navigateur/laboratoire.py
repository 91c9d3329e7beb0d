"""Piloter JupyterLab dans un vrai navigateur, comme le ferait une personne.

Un serveur et un Chromium par session d'essais. Rien ne sort de la machine. Chaque geste attend son effet (la cellule
exécutée, le noyau qui a répondu, le texte montré), jamais un temps ; ce qui n'arrive pas se dit par une phrase.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import TimeoutError as PasArrive

from tests.patience import PATIENCE_MS, PATIENCE_S, serveur_jupyter

RACINE = Path(__file__).parents[2]

DANS_LE_CARNET = """([chemin, corps, args]) => {
    const app = window.jupyterapp;
    const doc = app && [...app.shell.widgets('main')].find(d => d.context?.path === chemin);
    return doc && new Function('app', 'doc', 'cellules', 'noyau', 'args', corps)(
        app, doc, doc.content.widgets, doc.sessionContext?.session?.kernel, args);
}"""
"""Exécute `corps` dans la page : `cellules` sont celles du carnet ouvert, `noyau` le sien. Rien tant qu'il s'ouvre."""


@contextmanager
def serveur(travail: Path, journal: Path) -> Iterator[str]:
    """JupyterLab sur `travail`, avec les réglages de l'élève ; rend son adresse locale."""
    from chatmairie.carnets.cours import variables_jupyter

    commande = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={travail}"]
    commande += ["--LabApp.expose_app_in_browser=True"]
    variables = {
        c: v for c, v in variables_jupyter().items() if c not in ("PYTHONDONTWRITEBYTECODE", "CHATMAIRIE_PROGRESSION")
    }
    variables["JUPYTERLAB_SETTINGS_DIR"] = str(journal.parent / "reglages")  # un thème changé le reste, mais là
    with serveur_jupyter(commande, travail, variables, journal) as adresse:
        yield adresse


class Carnet:
    """Un carnet ouvert dans JupyterLab, toutes ses cellules en place."""

    def __init__(self, page, adresse: str, chemin: str, vue: str = "code") -> None:
        """vue : « code » (on tape dans les cellules) ou « formulaires » (ce que voit une personne qui arrive)."""
        self.page, self.chemin = page, chemin
        page.add_init_script(f"localStorage.setItem('chatmairie-vue', localStorage['chatmairie-vue'] ?? '{vue}')")
        lu = page.request.get(f"{adresse}/api/contents/{chemin}", timeout=PATIENCE_MS)  # avec la session de la page
        self.nombre = len(lu.json()["content"]["cells"])
        page.goto(f"{adresse}/lab/tree/{chemin}?reset")
        self._attendre(
            "return doc.context.isReady && cellules.length === args[0] && noyau?.status === 'idle';",
            self.nombre,
            sinon=f"n'a pas ses {self.nombre} cellules et un noyau prêt",
        )

    def _js(self, corps: str, *arguments: Any) -> Any:
        """Ce que rend `corps` ; si c'est une promesse, une fois tenue."""
        course = (
            f"({DANS_LE_CARNET})(demande), new Promise((_, non) => "
            f"setTimeout(() => non(new Error('rien après {PATIENCE_S} secondes')), {PATIENCE_MS}))"
        )
        return self.page.evaluate(f"demande => Promise.race([{course}])", [self.chemin, corps, list(arguments)])

    def _attendre(self, corps: str, *arguments: Any, sinon: str) -> None:
        """Attend que `corps` rende quelque chose de vrai. Si cela n'arrive pas, le carnet « sinon »."""
        try:
            self.page.wait_for_function(
                DANS_LE_CARNET, arg=[self.chemin, corps, list(arguments)], timeout=PATIENCE_MS, polling=50
            )
        except PasArrive:
            raise AssertionError(f"{self.chemin} {sinon}, après {PATIENCE_S} secondes.") from None

    def tout_executer(self) -> None:
        """Le menu « Exécuter toutes les cellules », et attend la fin."""
        self._js("return app.commands.execute('notebook:run-all-cells').then(() => null);")
        self.attendre_le_noyau()

    def attendre_le_noyau(self) -> None:
        """Un aller-retour : le noyau répond après ce qu'on lui a demandé avant, et tout ce qu'il a dit est arrivé."""
        self._js("return noyau.requestKernelInfo().then(() => null);")
        self._attendre(
            "return noyau.status === 'idle' && cellules.every(c => c.model.executionState !== 'running');",
            sinon="n'a pas fini de s'exécuter",
        )

    def rang(self, grade_id: str) -> int:
        """Le rang de la cellule de ce grade_id."""
        return self._rang("(c.model.sharedModel.getMetadata().nbgrader || {}).grade_id === args[0]", grade_id)

    def rang_du_texte(self, texte: str) -> int:
        """Le rang de la première cellule de code qui contient ce texte."""
        return self._rang("c.model.type === 'code' && c.model.sharedModel.source.includes(args[0])", texte)

    def rang_exact(self, source: str) -> int:
        """Le rang de la cellule de code qui n'est que cette ligne."""
        return self._rang("c.model.type === 'code' && c.model.sharedModel.source.trim() === args[0]", source)

    def _rang(self, condition: str, cherche: str) -> int:
        rang = self._js(f"return cellules.findIndex(c => {condition});", cherche)
        assert rang >= 0, f"{self.chemin} : aucune cellule ne répond à « {cherche} »."
        return rang

    def aller(self, rang: int):
        """Amène la cellule à l'écran et rend son élément, une fois la cellule et ses sorties dessinées."""
        self._js("doc.content.activeCellIndex = args[0]; return doc.content.scrollToItem(args[0], 'start');", rang)
        self._attendre(
            "const c = cellules[args[0]], sorties = [...c.node.querySelectorAll('.jp-OutputArea-output')];"
            " return c.isAttached && c.inViewport && sorties.length >= (c.model.outputs?.length ?? 0)"
            " && sorties.every(s => s.childNodes.length);",
            rang,
            sinon=f"ne montre pas sa cellule de rang {rang} et ses sorties",
        )
        return self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{rang}"]').first

    def ecrire(self, rang: int, texte: str) -> None:
        """Efface la cellule au clavier et y tape `texte`."""
        self._cliquer(rang)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        # `insert_text` arrive d'un bloc, comme un collage : l'éditeur ne réindente rien
        self.page.keyboard.insert_text(texte)
        self._attendre(
            "return cellules[args[0]].model.sharedModel.source === args[1];", rang, texte,
            sinon=f"n'a pas pris le texte tapé dans sa cellule de rang {rang}",
        )  # fmt: skip

    def executer(self, rang: int) -> str:
        """Exécute la cellule (Maj+Entrée) et rend le texte montré."""
        self._cliquer(rang)
        avant = self._js("return Math.max(0, ...cellules.map(c => c.model.executionCount ?? 0));")
        self.page.keyboard.press("Shift+Enter")
        self._attendre(
            "return cellules[args[0]].model.executionCount > args[1];", rang, avant,
            sinon=f"n'a pas exécuté sa cellule de rang {rang}",
        )  # fmt: skip
        self.attendre_le_noyau()
        return self.sortie(rang)

    def _cliquer(self, rang: int) -> None:
        """Met le curseur dans l'éditeur de la cellule."""
        self.aller(rang).locator(".cm-content").click()
        self._attendre(
            "return cellules[args[0]].editor?.hasFocus();", rang,
            sinon=f"n'a pas le curseur dans sa cellule de rang {rang}",
        )  # fmt: skip

    def enregistrer(self) -> None:
        """Ctrl+S, et attend que le fichier soit écrit."""
        self.page.keyboard.press("Control+s")
        self._attendre("return !doc.context.model.dirty;", sinon="n'a pas été enregistré")

    def sortie(self, rang: int) -> str:
        """Le texte montré sous la cellule."""
        cellule = self.aller(rang)
        sorties = cellule.locator(".jp-Cell-outputWrapper")
        return sorties.inner_text() if sorties.count() else ""

    def eteindre(self) -> None:
        """Arrête le noyau : rouvert, le carnet en aura un neuf."""
        self._js("return app.serviceManager.sessions.shutdownAll();")

    def erreurs(self) -> list[str]:
        """Les cellules en erreur, ou qui ont écrit sur la sortie d'erreur (leur source)."""
        return self._js(
            "return cellules.filter(c => c.model.type === 'code' && c.model.outputs.toJSON().some("
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
