"""Le progrès d'une personne : un fichier JSON local, écrit d'un seul coup, jamais envoyé nulle part.

Contenu : pour chaque exercice le statut, les points visibles et les indices lus ; les paris ; les
notes libres. Un fichier abîmé est mis de côté (jamais effacé) et l'on repart d'un fichier neuf.
Pendant une correction par nbgrader, rien n'est écrit sur le disque.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

VARIABLE_FICHIER = "CHATMAIRIE_PROGRESSION"
DOSSIER = ".chatmairie"
NOM = "progression.json"
SECTIONS = ("exercices", "paris", "notes")
NIVEAUX_REMONTES = 3


class Progres:
    """Lit et écrit le progrès. `avis` : phrases à montrer (fichier mis de côté, disque en lecture seule)."""

    def __init__(self, fichier: Path | None) -> None:
        self.fichier = fichier
        self.avis: list[str] = []
        self._memoire: dict[str, dict[str, Any]] = {s: {} for s in SECTIONS}

    def lire(self, section: str, cle: str) -> Any:
        """La valeur rangée, ou None. Lève `KeyError` pour une section inconnue."""
        return self._charger()[section].get(cle)

    def tout(self, section: str) -> dict[str, Any]:
        """Une copie de toute une section."""
        return dict(self._charger()[section])

    def ecrire(self, section: str, cle: str, valeur: Any) -> None:
        """Range `valeur` (donnée JSON). Sur un disque qui refuse l'écriture, garde en mémoire et le dit."""
        with self._verrou():
            donnees = self._charger()
            donnees[section][cle] = valeur
            self._memoire = donnees
            self._deposer(donnees)

    def _charger(self) -> dict[str, dict[str, Any]]:
        if self.fichier is None:
            return self._memoire
        try:
            texte = self.fichier.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {s: dict(self._memoire[s]) for s in SECTIONS}
        except (OSError, UnicodeDecodeError):
            return self._mettre_de_cote()
        try:
            lu = json.loads(texte)
            return {s: dict(lu.get(s, {})) for s in SECTIONS}
        except (ValueError, AttributeError, TypeError):
            return self._mettre_de_cote()

    def _mettre_de_cote(self) -> dict[str, dict[str, Any]]:
        assert self.fichier is not None
        self._memoire = {s: {} for s in SECTIONS}
        moment = datetime.now().strftime("%Y%m%d-%H%M%S")
        ecarte = self.fichier.with_name(f"progression.abimee-{moment}-{os.getpid()}.json")
        with contextlib.suppress(OSError):
            os.replace(self.fichier, ecarte)
            self.avis.append(
                f"Votre fichier de progression était illisible. Il est gardé sous le nom « {ecarte.name} » ; "
                "un nouveau a été commencé. Vos carnets, eux, ne sont pas touchés."
            )
        return {s: {} for s in SECTIONS}

    def _deposer(self, donnees: dict[str, Any]) -> None:
        if self.fichier is None:
            return
        try:
            self.fichier.parent.mkdir(parents=True, exist_ok=True)
            descripteur, provisoire = tempfile.mkstemp(dir=self.fichier.parent, prefix=".progression-")
            with os.fdopen(descripteur, "w", encoding="utf-8") as flux:
                json.dump({"version": 1, **donnees}, flux, ensure_ascii=False, indent=1)
                flux.flush()
                os.fsync(flux.fileno())
            os.replace(provisoire, self.fichier)
        except OSError as erreur:
            phrase = (
                f"Votre progression ne peut pas être enregistrée ici ({erreur.strerror}) : elle reste en mémoire "
                "jusqu'à la fermeture du carnet. Vos réponses, elles, sont dans le carnet."
            )
            if phrase not in self.avis:
                self.avis.append(phrase)

    @contextlib.contextmanager
    def _verrou(self) -> Iterator[None]:
        """Deux carnets ouverts ensemble n'effacent pas leurs écritures (là où le système sait verrouiller)."""
        try:
            import fcntl
        except ImportError:
            yield
            return
        if self.fichier is None:
            yield
            return
        try:
            self.fichier.parent.mkdir(parents=True, exist_ok=True)
            flux = open(self.fichier.with_name(".verrou"), "w")  # noqa: SIM115 - fermé par le with ci-dessous
        except OSError:
            yield
            return
        with flux:
            fcntl.flock(flux, fcntl.LOCK_EX)
            yield


def emplacement() -> Path | None:
    """Où ranger le progrès : la variable CHATMAIRIE_PROGRESSION, sinon le dossier `.chatmairie` le plus
    proche au-dessus (trois niveaux), sinon ici. None (mémoire seule) pendant une correction nbgrader."""
    if os.environ.get(VARIABLE_FICHIER):
        return Path(os.environ[VARIABLE_FICHIER])
    if os.environ.get("NBGRADER_EXECUTION"):
        return None
    ici = Path.cwd()
    for dossier in [ici, *ici.parents][: NIVEAUX_REMONTES + 1]:
        if (dossier / DOSSIER).is_dir():
            return dossier / DOSSIER / NOM
    return ici / DOSSIER / NOM


_ouverts: dict[Path | None, Progres] = {}


def courant() -> Progres:
    """Le progrès de la personne qui travaille ici."""
    lieu = emplacement()
    return _ouverts.setdefault(lieu, Progres(lieu))
