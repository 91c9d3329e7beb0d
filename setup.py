"""Copie `referential/` dans le paquet au moment de la construction : les données n'ont qu'un seul original.

Les carnets distribués, s'ils sont là (`carnets/`, que fait `make roue`), deviennent `chatmairie/cours/`.

L'extension de `labextension/` va où JupyterLab et Notebook la cherchent. Tout le reste est dans pyproject.toml.

En installation éditable, rien n'est copié : le paquet lit l'original.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ICI = Path(__file__).resolve().parent


class AvecReferentiel(build_py):
    """La construction ordinaire, plus `chatmairie/referentiel/donnees/` (les .yaml de referential/)."""

    def _copies(self):
        paquet = Path(self.build_lib) / "chatmairie"
        for source, motif, cible in (
            (ICI / "referential", "*.yaml", paquet / "referentiel" / "donnees"),
            (ICI / "carnets", "*", paquet / "cours"),
        ):
            for original in sorted(f for f in source.rglob(motif) if f.is_file()):
                yield original, cible / original.relative_to(source)

    def run(self):
        super().run()
        if not getattr(self, "editable_mode", False):
            for original, copie in self._copies():
                copie.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(original, copie)

    def get_outputs(self, include_bytecode=True):
        return super().get_outputs(include_bytecode) + [str(copie) for _, copie in self._copies()]


EXTENSION = Path("share") / "jupyter" / "labextensions" / "chatmairie-formulaires"
FICHIERS = {
    EXTENSION: ["labextension/package.json", "labextension/install.json"],
    EXTENSION / "static": sorted(str(f.relative_to(ICI)) for f in (ICI / "labextension" / "static").iterdir()),
}

setup(cmdclass={"build_py": AvecReferentiel}, data_files=[(d.as_posix(), f) for d, f in FICHIERS.items()])
