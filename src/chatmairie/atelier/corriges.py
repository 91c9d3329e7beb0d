"""Les corrigés, pour qui travaille seul : deux solutions, et l'erreur la plus courante.

Ils sont tirés de la banque (`carnets.banque`). Ils voyagent fermés (`corriges.json`, un texte par exercice, qu'un
double-clic ne donne pas à lire), et seulement avec les carnets de qui apprend seul : ni dans les copies d'une classe,
ni dans le paquet installé.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from chatmairie.juge.exercice import Exercice
from chatmairie.parcours.fichiers import pourquoi

NOM = "corriges.json"


class CorrigesIllisibles(ValueError):
    """Le fichier des corrigés existe, mais il ne se lit pas."""


def carte_du_corrige(exercice: Exercice, etat: Mapping[str, Any], confirmer: bool) -> Any:
    """La carte du corrigé, ou ce qu'il reste à faire pour le voir."""
    from chatmairie.affichage.cartes import CarteCorrige, CarteTexte

    try:
        corriges = lire_les_corriges(Path.cwd())
    except OSError as erreur:
        return CarteTexte("Corrigé illisible", f"Le fichier `{NOM}` ne s'ouvre pas ({pourquoi(erreur)}).")
    except CorrigesIllisibles:
        return CarteTexte(
            "Corrigé illisible",
            f"Le fichier `{NOM}` est là, mais il est abîmé. Reprenez-le dans une copie neuve du cours ; "
            "vos carnets ne sont pas touchés.",
        )
    if corriges is None:
        return CarteTexte(
            "Corrigé", "Le corrigé n'est pas distribué ici : demandez à la personne qui anime la formation."
        )
    corrige = _complet(corriges.get(exercice.identifiant))
    if corrige is None:
        return CarteTexte(
            "Corrigé",
            f"Le fichier `{NOM}` n'a pas de corrigé complet pour « {exercice.identifiant} ». "
            f'Les indices, eux, sont là : indice("{exercice.identifiant}").',
        )
    if not etat["reussi_une_fois"]:
        lus = etat["indices"]
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
    """Les corrigés du module, ou None s'ils ne sont pas là.

    Lève `CorrigesIllisibles` si le fichier est abîmé, `OSError` s'il ne s'ouvre pas.
    """
    for fichier in (dossier / NOM, dossier.parent / NOM):
        if fichier.is_file():
            try:
                return {i: _ouvrir(ferme) for i, ferme in json.loads(fichier.read_text(encoding="utf-8")).items()}
            except (ValueError, TypeError, AttributeError, RecursionError, zlib.error) as erreur:
                raise CorrigesIllisibles(str(fichier)) from erreur
    return None


def fermer(corriges: Mapping[str, Any]) -> str:
    """Le contenu de `corriges.json`, à partir de ceux de la banque."""
    fermes = {i: base64.b85encode(zlib.compress(json.dumps(c).encode())).decode() for i, c in corriges.items()}
    return json.dumps(fermes, indent=1) + "\n"


def _ouvrir(ferme: str) -> Any:
    return json.loads(zlib.decompress(base64.b85decode(ferme)))


def _complet(corrige: Any) -> dict[str, Any] | None:
    """Le corrigé s'il a au moins une solution avec son code, et une idée reçue ; None sinon."""
    if not isinstance(corrige, dict):
        return None
    solutions, idee = corrige.get("solutions"), corrige.get("idee_recue")
    if not isinstance(solutions, list) or not solutions or not idee:
        return None
    if not all(isinstance(s, dict) and isinstance(s.get("code"), str) and s["code"].strip() for s in solutions):
        return None
    return {"solutions": [_carte(s) for s in solutions], "idee_recue": idee}


def _carte(solution: dict[str, Any]) -> dict[str, str]:
    return {
        "titre": str(solution.get("titre", "")),
        "code": solution["code"],
        "commentaire": str(solution.get("commentaire", "")),
    }
