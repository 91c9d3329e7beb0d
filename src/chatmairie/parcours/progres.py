"""Le progrès d'une personne : un fichier JSON local, écrit d'un seul coup, jamais envoyé nulle part.

Contenu : pour chaque exercice le statut, les points visibles et les indices lus ; les paris ; les
notes libres. Un fichier abîmé est mis de côté (jamais effacé) et l'on repart d'un fichier neuf.
Pendant une correction par nbgrader, rien n'est écrit sur le disque.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from chatmairie.affichage import confort
from chatmairie.parcours.fichiers import pourquoi

VARIABLE_FICHIER = "CHATMAIRIE_PROGRESSION"
DOSSIER = ".chatmairie"
NOM = "progression.json"
SECTIONS = ("exercices", "paris", "notes")
NIVEAUX_REMONTES = 3
ATTENTE_DU_VERROU_S = 2.0

Donnees = dict[str, dict[str, Any]]


def cle_du_devoilement(identifiant: str) -> str:
    """Sous quelle clé de la section « notes » est gardée la phrase dévoilée par ce pari (relue au bilan)."""
    return f"devoile.{identifiant}"


class _Abime(Exception):
    """Le fichier existe, mais ce n'est pas un progrès lisible."""


class Progres:
    """Lit et écrit le progrès. `avis` : phrases à montrer (fichier mis de côté, disque en lecture seule)."""

    def __init__(self, fichier: Path | None) -> None:
        self.fichier = fichier
        self.avis: list[str] = []
        self._memoire: Donnees | None = None if fichier is not None else _vide()

    def lire(self, section: str, cle: str) -> Any:
        """La valeur rangée, ou None. Lève `KeyError` pour une section inconnue."""
        return self._charger()[section].get(cle)

    def tout(self, section: str) -> dict[str, Any]:
        """Une copie de toute une section."""
        return dict(self._charger()[section])

    def etat(self, identifiant: str) -> dict[str, Any]:
        """L'état d'un exercice : statut, points, essais, indices, reussi_une_fois ; valeurs sûres s'il a été abîmé."""
        lu = self.lire("exercices", identifiant)
        lu = lu if isinstance(lu, dict) else {}
        points, statut = lu.get("points", 0.0), lu.get("statut")
        return {
            "statut": statut if statut in ("à revoir", "réussi") else "non traité",
            "points": float(points) if type(points) in (int, float) and math.isfinite(points) and points >= 0 else 0.0,
            "essais": _compte(lu.get("essais")),
            "indices": min(3, _compte(lu.get("indices"))),
            "reussi_une_fois": lu.get("reussi_une_fois") is True,
        }

    def ecrire(self, section: str, cle: str, valeur: Any) -> None:
        """Range `valeur` (donnée JSON). Sur un disque qui refuse l'écriture, garde en mémoire et le dit.

        Lève `TypeError` si `valeur` n'est pas une donnée JSON ; rien n'est alors changé.
        """
        try:
            json.dumps(valeur, allow_nan=False)
        except (TypeError, ValueError, RecursionError):
            raise TypeError("Le progrès garde des textes, des nombres, des listes et des dictionnaires.") from None
        with self._verrou():
            donnees = self._charger(verrouille=True)
            donnees[section][str(cle)] = valeur
            self._memoire = donnees if self.fichier is None or not self._deposer(donnees) else None

    def _charger(self, verrouille: bool = False) -> Donnees:
        """Le contenu : la mémoire si le disque a refusé la dernière écriture, sinon le fichier."""
        if self._memoire is not None:
            return {s: dict(self._memoire[s]) for s in SECTIONS}
        try:
            return self._lire_le_fichier()
        except _Abime:
            if verrouille:
                return self._mettre_de_cote()
        with self._verrou():  # un autre carnet vient peut-être de le remettre en ordre : relire, verrou pris
            try:
                return self._lire_le_fichier()
            except _Abime:
                return self._mettre_de_cote()

    def _lire_le_fichier(self) -> Donnees:
        assert self.fichier is not None
        try:
            lu = json.loads(self.fichier.read_text(encoding="utf-8"))
            return {s: dict(lu.get(s, {})) for s in SECTIONS}
        except FileNotFoundError:
            return _vide()
        except (OSError, ValueError, AttributeError, TypeError, RecursionError) as erreur:
            raise _Abime from erreur

    def _mettre_de_cote(self) -> Donnees:
        assert self.fichier is not None
        moment = datetime.now().strftime("%Y%m%d-%H%M%S")
        noms = (f"progression.abimee-{moment}{f'-{i}' if i else ''}.json" for i in range(1000))
        ecarte = next(lieu for n in noms if not (lieu := self.fichier.with_name(n)).exists())
        try:
            os.replace(self.fichier, ecarte)
        except OSError:
            self._memoire = _vide()
            self._dire(
                f"Votre fichier de progression est illisible, et ne peut pas être mis de côté : « {self.fichier} ». "
                "Il n'est pas touché ; ce que vous faites maintenant reste en mémoire jusqu'à la fermeture du carnet."
            )
        else:
            self._dire(
                f"Votre fichier de progression était illisible. Il est gardé sous le nom « {ecarte.name} » ; "
                "un nouveau a été commencé. Vos carnets, eux, ne sont pas touchés."
            )
        return _vide()

    def _deposer(self, donnees: Donnees) -> bool:
        """Écrit le fichier d'un seul coup ; faux (et une phrase) si le disque refuse."""
        assert self.fichier is not None
        texte = json.dumps({"version": 1, **donnees}, ensure_ascii=False, indent=1)
        provisoire = None
        try:
            self._lire_le_fichier()  # jamais par-dessus un fichier que l'on ne sait pas lire
            self.fichier.parent.mkdir(parents=True, exist_ok=True)
            descripteur, provisoire = tempfile.mkstemp(dir=self.fichier.parent, prefix=".progression-")
            with os.fdopen(descripteur, "w", encoding="utf-8") as flux:
                flux.write(texte)
                flux.flush()
                os.fsync(flux.fileno())
            os.replace(provisoire, self.fichier)
            return True
        except _Abime:
            return False
        except OSError as erreur:
            self._dire(
                f"Votre progression ne peut pas être enregistrée ici ({pourquoi(erreur)}) : elle reste en "
                "mémoire jusqu'à la fermeture du carnet. Vos réponses, elles, sont dans le carnet."
            )
            return False
        finally:
            if provisoire is not None:
                with contextlib.suppress(OSError):
                    os.unlink(provisoire)

    def _dire(self, phrase: str) -> None:
        if phrase not in self.avis:
            self.avis.append(phrase)

    @contextlib.contextmanager
    def _verrou(self) -> Iterator[None]:
        """Deux carnets ouverts ensemble n'effacent pas leurs écritures (là où le système sait verrouiller)."""
        flux = None
        try:
            from fcntl import LOCK_EX, LOCK_NB, flock  # un système peut avoir `fcntl` sans savoir verrouiller

            if self.fichier is not None:
                self.fichier.parent.mkdir(parents=True, exist_ok=True)
                flux = open(self.fichier.with_name(".verrou"), "w")  # fermé plus bas
                fin = time.monotonic() + ATTENTE_DU_VERROU_S
                while time.monotonic() < fin:
                    with contextlib.suppress(BlockingIOError):
                        flock(flux, LOCK_EX | LOCK_NB)
                        break
                    time.sleep(0.01)
        except (ImportError, OSError):
            pass  # sans verrou, l'écriture reste faite d'un seul coup
        try:
            yield
        finally:
            if flux is not None:
                flux.close()


def _vide() -> Donnees:
    return {s: {} for s in SECTIONS}


def _compte(valeur: Any) -> int:
    return valeur if type(valeur) is int and valeur >= 0 else 0


def emplacement() -> Path | None:
    """Où ranger le progrès, ou None (mémoire seule) pendant une correction nbgrader.

    Dans l'ordre : la variable CHATMAIRIE_PROGRESSION, le dossier `.chatmairie` le plus proche au-dessus
    (trois niveaux), sinon un nouveau ici.
    """
    if os.environ.get("NBGRADER_EXECUTION"):
        return None
    if os.environ.get(VARIABLE_FICHIER):
        return Path(os.environ[VARIABLE_FICHIER])
    try:
        ici = Path.cwd()
    except OSError:  # le dossier courant a été supprimé
        return None
    for dossier in [ici, *ici.parents][: NIVEAUX_REMONTES + 1]:
        if (dossier / DOSSIER).is_dir():
            return dossier / DOSSIER / NOM
    return ici / DOSSIER / NOM


_ouverts: dict[Path | None, Progres] = {}


def courant() -> Progres:
    """Le progrès de la personne qui travaille ici."""
    lieu = emplacement()
    return _ouverts.setdefault(lieu, Progres(lieu))


confort.suivre(lambda: courant().lire("notes", confort.CLE) is True)
