"""« Purement fortuite ? » : ce qui est vraiment arrivé ailleurs, à côté de chaque échec de l'histoire.

Les histoires sont dans `ailleurs.yaml` : module -> (histoire, source).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from chatmairie.affichage.cartes import CarteTexte


@cache
def histoires() -> dict[str, list[dict[str, str]]]:
    """Module -> ses histoires vraies : `histoire` et `source`."""
    return yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))


def purement_fortuite(module: str) -> CarteTexte:
    """La carte du module. Lève `ValueError` pour un module qui n'en a pas."""
    if module not in histoires():
        raise ValueError(f"« {module} » n'a pas d'histoire vraie. Modules connus : {', '.join(histoires())}.")
    return CarteTexte(
        "Purement fortuite ?",
        "\n".join(f"- {h['histoire']} (Source : {h['source']}.)" for h in histoires()[module]),
        "Sources lues le 30 novembre 2026, souvent dans la presse : à relire avant de les citer.",
    )
