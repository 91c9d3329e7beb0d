"""Sortir les notes : un tableur français, et le carnet de notes de Moodle (greffons d'export de nbgrader).

    nbgrader export --exporter=chatmairie.correction.exports.NotesPourTableur --to classe/notes.csv
    nbgrader export --exporter=chatmairie.correction.exports.NotesPourMoodle --to classe/moodle.csv

`--assignment` et `--student` choisissent les devoirs et les élèves, comme pour l'export ordinaire de nbgrader.
Une question que personne n'a encore lue n'est jamais écrite comme un zéro, ni une copie qui ne se lit pas.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Unicode

from chatmairie.carnets.reglages import DOSSIER_CLASSE
from chatmairie.correction.etats import ETATS
from chatmairie.correction.notes_de_classe import A_LIRE, NON_RENDU, CopieNotee, lire_la_classe
from chatmairie.parcours.fichiers import ecrire_atomiquement, pourquoi

A_COMPLETER = "à compléter"
SANS_NOTE_MOODLE = "-"
"""Ce que Moodle lit comme « pas de note » ; un mot à sa place annulerait tout l'import."""

_DEBUTS_DE_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class ExportImpossible(RuntimeError):
    """L'export n'a pas pu être écrit ; le message dit pourquoi, et que rien n'a changé."""


def en_texte(valeur: Any) -> str:
    """Un texte sûr pour un tableur : sur une ligne, et jamais lu comme une formule (une apostrophe le précède)."""
    brut = "" if valeur is None else str(valeur)
    propre = " ".join("".join(c if c.isprintable() else " " for c in brut).split())
    if propre.startswith(_DEBUTS_DE_FORMULE) or brut.startswith(_DEBUTS_DE_FORMULE):
        return "'" + propre
    return propre


def en_nombre(valeur: float, decimale: str = ",") -> str:
    """« 14,75 » : quatre décimales au plus, sans zéros inutiles."""
    return f"{valeur:.4f}".rstrip("0").rstrip(".").replace(".", decimale)


def _points(valeur: float) -> str:
    return f"{en_nombre(valeur)} point{'s' if valeur >= 2 else ''}"


class _Export(ExportPlugin):
    """Ce que les deux exports ont en commun : choisir les copies, écrire d'un seul coup."""

    defaut = ""
    separateur = ";"
    encodage = "utf-8-sig"

    def export(self, gradebook: Any) -> None:
        """Écrit le fichier. Lève `ExportImpossible` (dossier absent, fichier ouvert dans un tableur, disque plein)."""
        ici = getattr(self.parent, "coursedir", None)
        copies = lire_la_classe(gradebook, devoirs=self.assignment, eleves=self.student, coursedir=ici)
        self._dire_ce_qui_est_inconnu(copies)
        copies = [c for c in copies if c.sur > 0]  # l'accueil n'a pas de note
        tampon = io.StringIO(newline="")
        ecrivain = csv.writer(tampon, delimiter=self.separateur, lineterminator="\r\n")
        ecrivain.writerows(self.lignes(copies))
        cible = Path(self.to or self.defaut)
        try:
            if not self.to:
                cible.parent.mkdir(parents=True, exist_ok=True)
            ecrire_atomiquement(cible, tampon.getvalue().encode(self.encodage))
        except OSError as erreur:
            raise ExportImpossible(
                f"Impossible d'écrire « {cible} » ({pourquoi(erreur)}). Si le fichier est ouvert dans un "
                "tableur, fermez-le ; sinon, vérifiez le dossier et ses droits. Les notes sont intactes."
            ) from erreur
        self.log.info("Notes écrites dans %s (%d lignes d'élèves).", cible, len({c.eleve for c in copies}))
        restent = sum(len(c.a_lire) for c in copies)
        if restent:
            self.log.warning("Réponses encore à lire : %d (elles sont dites « %s », pas 0).", restent, A_COMPLETER)

    def lignes(self, copies: list[CopieNotee]) -> Iterable[list[str]]:
        raise NotImplementedError

    def _dire_ce_qui_est_inconnu(self, copies: list[CopieNotee]) -> None:
        for demandes, connus, genre in (
            (self.assignment, {c.devoir for c in copies}, "devoir"),
            (self.student, {c.eleve for c in copies}, "élève"),
        ):
            for nom in demandes:
                if str(nom) not in connus:
                    self.log.warning("Aucun %s « %s » dans le carnet de notes.", genre, nom)


def _par_eleve(copies: list[CopieNotee]) -> tuple[list[str], dict[str, dict[str, CopieNotee]]]:
    devoirs = list(dict.fromkeys(c.devoir for c in copies))
    eleves: dict[str, dict[str, CopieNotee]] = {}
    for copie in sorted(copies, key=lambda c: (c.nom.casefold(), c.prenom.casefold(), c.eleve)):
        eleves.setdefault(copie.eleve, {})[copie.devoir] = copie
    return devoirs, eleves


class NotesPourTableur(_Export):
    """Pour un tableur français : une ligne par élève, `;`, virgule décimale, accents lus par Excel.

    Par devoir : la note, ou « à compléter » s'il reste une réponse à lire (les points acquis sont à côté),
    ou « non rendu », ou l'état d'une copie qui ne se lit pas ; puis ce qui reste à lire, et l'état à regarder.
    """

    detail = Bool(False, help="Ajouter une colonne par exercice.").tag(config=True)
    defaut = f"{DOSSIER_CLASSE}/notes.csv"

    def lignes(self, copies: list[CopieNotee]) -> Iterable[list[str]]:
        devoirs, eleves = _par_eleve(copies)
        exercices = {d: self._exercices(copies, d) for d in devoirs}
        entete = ["Nom", "Prénom", "Identifiant", "Courriel"]
        for devoir in devoirs:
            sur = next(c.sur for c in copies if c.devoir == devoir)
            entete += [f"{devoir} : note sur {en_nombre(sur)}", f"{devoir} : points acquis", f"{devoir} : reste à lire"]
            entete.append(f"{devoir} : état")
            entete += [f"{devoir} : {nom} sur {en_nombre(points)}" for nom, points in exercices[devoir].items()]
        yield [en_texte(e) for e in entete]
        for par_devoir in eleves.values():
            une = next(iter(par_devoir.values()))
            ligne = [en_texte(t) for t in (une.nom, une.prenom, une.eleve, une.courriel)]
            for devoir in devoirs:
                ligne += self._cases(par_devoir[devoir], exercices[devoir])
            yield ligne

    def _exercices(self, copies: list[CopieNotee], devoir: str) -> dict[str, float]:
        if not self.detail:
            return {}
        return {e.exercice: e.sur for c in copies if c.devoir == devoir for e in c.exercices}

    @staticmethod
    def _cases(copie: CopieNotee, exercices: dict[str, float]) -> list[str]:
        if copie.etat == NON_RENDU:
            return [NON_RENDU, "", "", "", *("" for _ in exercices)]
        reste = ", ".join(f"{e.exercice} ({en_nombre(e.sur)} points)" for e in copie.a_lire)
        etat = ETATS[copie.constat].titre if copie.constat else ""
        sans_note = ETATS[copie.pas_lu].titre if copie.pas_lu else A_COMPLETER
        note = sans_note if copie.note is None else en_nombre(copie.note)
        par_nom = {e.exercice: e for e in copie.exercices}
        details = []
        for nom in exercices:
            trouve = par_nom.get(nom)
            points = trouve.points if trouve else None
            details.append("" if trouve is None else A_LIRE if points is None else en_nombre(points))
        return [note, en_nombre(copie.acquis), en_texte(reste), etat, *details]


class NotesPourMoodle(_Export):
    """Pour l'import CSV du carnet de notes de Moodle : une ligne par élève, virgules, UTF-8.

    Par devoir, deux colonnes : la note (« - » quand elle n'est pas encore donnée, ce que Moodle lit comme
    « pas de note ») et le commentaire. `identifiant` choisit ce que Moodle doit reconnaître.
    """

    identifiant = Unicode(
        "eleve", help="Ce qui va dans la colonne « Numéro d'identification » : eleve (l'identifiant nbgrader) ou vide."
    ).tag(config=True)
    defaut = f"{DOSSIER_CLASSE}/moodle.csv"
    separateur = ","
    encodage = "utf-8"

    def lignes(self, copies: list[CopieNotee]) -> Iterable[list[str]]:
        devoirs, eleves = _par_eleve(copies)
        entete = ["Prénom", "Nom", "Numéro d'identification", "Adresse de courriel"]
        for devoir in devoirs:
            entete += [devoir, f"{devoir} (commentaire)"]
        yield [en_texte(e) for e in entete]
        for par_devoir in eleves.values():
            une = next(iter(par_devoir.values()))
            numero = une.eleve if self.identifiant == "eleve" else ""
            ligne = [en_texte(t) for t in (une.prenom, une.nom, numero, une.courriel)]
            for devoir in devoirs:
                copie = par_devoir[devoir]
                note = SANS_NOTE_MOODLE if copie.note is None else en_nombre(copie.note, ".")
                ligne += [note, en_texte(self._commentaire(copie))]
            yield ligne

    @staticmethod
    def _commentaire(copie: CopieNotee) -> str:
        if copie.etat == NON_RENDU:
            return "Devoir non rendu."
        if copie.pas_lu:
            return f"Pas encore de note : {ETATS[copie.pas_lu].titre}."
        if copie.a_lire:
            combien = sum(e.sur for e in copie.a_lire)
            return (
                f"Note à compléter : {_points(copie.acquis)} acquis, {_points(combien)} encore à lire par une personne."
            )
        retard = f" Retard : {_points(copie.penalite)}." if copie.penalite else ""
        etat = f" À revoir : {ETATS[copie.constat].titre}." if copie.constat else ""
        return f"Note sur {en_nombre(copie.sur)}.{retard}{etat}"
