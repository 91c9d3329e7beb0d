"""Les corrigés, pour qui travaille seul : deux solutions, et l'erreur la plus courante.

Ils vivent dans `corriges.yaml`, à côté du carnet, et seulement là : ni dans les copies d'une
classe, ni dans le paquet installé.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from chatmairie.exercice import Exercice

NOM = "corriges.yaml"


def carte_du_corrige(exercice: Exercice, etat: Mapping[str, Any], confirmer: bool) -> Any:
    """La carte du corrigé, ou ce qu'il reste à faire pour le voir."""
    from chatmairie.affichage import CarteCorrige, CarteTexte

    corriges = lire_les_corriges(Path.cwd())
    if corriges is None:
        return CarteTexte("Corrigé", "Le corrigé n'est pas distribué ici : demandez à la personne qui anime la formation.")
    corrige = corriges.get(exercice.identifiant)
    if corrige is None:
        return CarteTexte("Corrigé", f"Il n'y a pas de corrigé pour « {exercice.identifiant} ».")
    if not etat.get("reussi_une_fois"):
        lus = etat.get("indices", 0)
        if lus < 3:
            return CarteTexte(
                "Pas encore",
                "Le corrigé s'ouvre après une réussite, ou après les trois indices "
                f'(vous en avez lu {lus}) : indice("{exercice.identifiant}").',
            )
        if not confirmer:
            return CarteTexte(
                "Vous pouvez l'ouvrir",
                "Encore cinq minutes avec le troisième indice ? Sinon : "
                f'corrige("{exercice.identifiant}", confirmer=True).',
            )
    return CarteCorrige(exercice.titre, corrige["solutions"], corrige["idee_recue"])


def lire_les_corriges(dossier: Path) -> dict[str, Any] | None:
    """Les corrigés du module, ou None s'ils ne sont pas là (ou illisibles)."""
    import yaml

    for lieu in (dossier, dossier.parent):
        fichier = lieu / NOM
        if fichier.is_file():
            try:
                lu = yaml.safe_load(fichier.read_text(encoding="utf-8"))
            except (OSError, ValueError, yaml.YAMLError):
                return None
            return lu if isinstance(lu, dict) else None
    return None
