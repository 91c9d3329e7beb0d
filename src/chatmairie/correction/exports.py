"""Sortir les notes : un tableur français, et le carnet de notes de Moodle (greffons d'export de nbgrader).

    nbgrader export --exporter=chatmairie.correction.exports.NotesPourTableur --to classe/notes.csv
    nbgrader export --exporter=chatmairie.correction.exports.NotesPourMoodle --to classe/moodle.csv

    python -m chatmairie.correction rendre 02_donnees

« rendre » refait chaque retour avec les notes d'aujourd'hui, puis écrit dans le dossier de la classe un zip des retours
(aux noms de dossiers de Moodle pour une classe qui en vient : `recueil`) et une liste pour un publipostage.
`--assignment` et `--student` choisissent les devoirs et les élèves, comme pour l'export ordinaire de nbgrader.
Une question que personne n'a encore lue n'est jamais écrite comme un zéro, ni une copie qui ne se lit pas.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Unicode

from chatmairie.carnets.reglages import DOSSIER_CLASSE
from chatmairie.correction import dates
from chatmairie.correction.carnet_de_notes import CarnetDeNotes
from chatmairie.correction.commande import (
    DEVOIRS,
    NON_DISTRIBUE,
    CorrectionImpossible,
    application,
    classe,
    commande,
    sous_verrou,
    zipper,
)
from chatmairie.correction.etats import ETATS
from chatmairie.correction.notes_de_classe import A_LIRE, NON_RENDU, CopieNotee, eleves_du_devoir, lire_la_classe
from chatmairie.correction.recueil import lire_le_registre
from chatmairie.langue.mots import accorder
from chatmairie.parcours.fichiers import ecrire_atomiquement, pourquoi

A_COMPLETER = "à compléter"
SANS_NOTE_MOODLE = "-"
"""Ce que Moodle lit comme « pas de note » ; un mot à sa place annulerait tout l'import."""

_DEBUTS_DE_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class ExportImpossible(CorrectionImpossible):
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
    qui: tuple[str, ...] = ("Nom", "Prénom", "Identifiant", "Courriel")

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
        """Les titres, puis une ligne par élève, dans l'ordre alphabétique."""
        devoirs = list(dict.fromkeys(c.devoir for c in copies))
        eleves: dict[str, dict[str, CopieNotee]] = {}
        for copie in sorted(copies, key=lambda c: (c.nom.casefold(), c.prenom.casefold(), c.eleve)):
            eleves.setdefault(copie.eleve, {})[copie.devoir] = copie
        du_devoir = {d: [c for c in copies if c.devoir == d] for d in devoirs}
        yield [en_texte(t) for t in (*self.qui, *(titre for d in devoirs for titre in self._titres(du_devoir[d])))]
        for par_devoir in eleves.values():
            cases = (case for d in devoirs for case in self._cases(par_devoir[d], self._exercices(du_devoir[d])))
            yield [*map(en_texte, self._identite(next(iter(par_devoir.values())))), *cases]

    def _identite(self, copie: CopieNotee) -> tuple[str, ...]:
        return copie.nom, copie.prenom, copie.eleve, copie.courriel

    def _titres(self, copies: list[CopieNotee]) -> list[str]:
        """Ceux des colonnes d'un devoir."""
        raise NotImplementedError

    def _cases(self, copie: CopieNotee, exercices: dict[str, float]) -> list[str]:
        """Ce qu'elles disent de cette copie. exercices : ceux que l'on détaille, et sur combien."""
        raise NotImplementedError

    def _exercices(self, copies: list[CopieNotee]) -> dict[str, float]:
        return {}

    def _dire_ce_qui_est_inconnu(self, copies: list[CopieNotee]) -> None:
        for demandes, connus, genre in (
            (self.assignment, {c.devoir for c in copies}, "devoir"),
            (self.student, {c.eleve for c in copies}, "élève"),
        ):
            for nom in demandes:
                if str(nom) not in connus:
                    self.log.warning("Aucun %s « %s » dans le carnet de notes.", genre, nom)


class NotesPourTableur(_Export):
    """Pour un tableur français : une ligne par élève, `;`, virgule décimale, accents lus par Excel.

    Par devoir : la note, ou « à compléter » s'il reste une réponse à lire (les points acquis sont à côté),
    ou « non rendu », ou l'état d'une copie qui ne se lit pas ; puis ce qui reste à lire, et l'état à regarder.
    """

    detail = Bool(False, help="Ajouter une colonne par exercice.").tag(config=True)
    defaut = f"{DOSSIER_CLASSE}/notes.csv"

    def _titres(self, copies: list[CopieNotee]) -> list[str]:
        devoir, sur = copies[0].devoir, en_nombre(copies[0].sur)
        titres = [f"note sur {sur}", "points acquis", "reste à lire", "état"]
        titres += [f"{nom} sur {en_nombre(points)}" for nom, points in self._exercices(copies).items()]
        return [f"{devoir} : {titre}" for titre in titres]

    def _exercices(self, copies: list[CopieNotee]) -> dict[str, float]:
        return {e.exercice: e.sur for c in copies for e in c.exercices} if self.detail else {}

    def _cases(self, copie: CopieNotee, exercices: dict[str, float]) -> list[str]:
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
    qui = ("Prénom", "Nom", "Numéro d'identification", "Adresse de courriel")

    def _identite(self, copie: CopieNotee) -> tuple[str, ...]:
        return copie.prenom, copie.nom, copie.eleve if self.identifiant == "eleve" else "", copie.courriel

    def _titres(self, copies: list[CopieNotee]) -> list[str]:
        return [copies[0].devoir, f"{copies[0].devoir} (commentaire)"]

    def _cases(self, copie: CopieNotee, exercices: dict[str, float]) -> list[str]:
        note = SANS_NOTE_MOODLE if copie.note is None else en_nombre(copie.note, ".")
        return [note, en_texte(self._commentaire(copie))]

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


# --- rendre les retours ---


class PourPublipostage(NotesPourTableur):
    """Une ligne par élève : à qui écrire, sa note, et le chemin de ses retours. retours : élève -> ses pages."""

    retours: Mapping[str, Sequence[Path]] = {}

    def lignes(self, copies: list[CopieNotee]) -> Iterable[list[str]]:
        combien = max(map(len, self.retours.values()), default=1)
        suite = ["Retour", *(f"Retour {n}" for n in range(2, combien + 1))]
        yield [*self.qui, "Devoir", "Note", "Points acquis", "Reste à lire", "État", "Sur", *suite]
        for copie in copies:
            pages = [str(p) for p in self.retours.get(copie.eleve, ())]
            yield [
                *map(en_texte, (*self._identite(copie), copie.devoir)),
                *self._cases(copie, {}), en_nombre(copie.sur), *pages, *[""] * (combien - len(pages)),
            ]  # fmt: skip


def rendre(app: Any, notes: Any, devoir: str) -> list[str]:
    """Écrit le zip et la liste d'un devoir ; rend les phrases à dire. Lève `OSError`, `ExportImpossible`."""
    ici, carnet = classe(app.coursedir), CarnetDeNotes(app, app.coursedir, notes)
    retours: dict[str, list[Path]] = {}
    for eleve in eleves_du_devoir(app.coursedir, devoir, "autograded"):
        carnet.refaire_le_retour(eleve, devoir)
        dossier = Path(app.coursedir.format_path(app.coursedir.feedback_directory, eleve, devoir))
        retours[eleve] = sorted(dossier.resolve().glob("*.html"))
    if not retours:
        return [f"{devoir} : aucune copie corrigée, rien à rendre."]
    de_moodle = lire_le_registre(app.coursedir).get(devoir, {})
    dans_le_zip = {e: de_moodle.get(e, "") if de_moodle else e for e in retours}
    archive = ici / f"retours-{devoir}.zip"
    zipper(archive, ((page, f"{nom}/{page.name}") for e, nom in dans_le_zip.items() if nom for page in retours[e]))
    liste = ici / f"publipostage-{devoir}.csv"
    exporteur = PourPublipostage(parent=app)
    exporteur.to, exporteur.assignment, exporteur.retours = str(liste), [devoir], retours
    exporteur.export(notes)
    noms = "aux noms de dossiers de Moodle" if de_moodle else "un dossier par élève"
    phrases = [
        f"{devoir} : {accorder(len(retours), 'retour', 'retours')}.",
        f"  {archive} ({noms})",
        f"  {liste} (pour un publipostage)",
    ]
    if sans := sorted(e for e, nom in dans_le_zip.items() if not nom):
        phrases.append(f"  Pas venu(s) de Moodle, donc pas dans le zip : {', '.join(sans)}.")
    a_lire = sum(1 for c in lire_la_classe(notes, [devoir]) if c.a_lire)
    if a_lire:
        phrases.append(f"  Encore à compléter (une réponse à lire) : {accorder(a_lire, 'copie', 'copies')}.")
    return phrases


@commande(
    "rendre",
    "Fait le zip des retours (aux noms de Moodle si elles en viennent) et une liste de publipostage.",
    DEVOIRS,
    "Impossible d'écrire{cite} ({raison}).",
)
def principal(choix: argparse.Namespace) -> int:
    """La commande `rendre`."""
    app = application(choix.racine)
    with sous_verrou(app.coursedir) as notes:
        connus = sorted(d.name for d in notes.assignments)
        if inconnus := sorted(set(choix.devoirs) - set(connus)):
            raise CorrectionImpossible(NON_DISTRIBUE.format(inconnus[0], ", ".join(connus) or "aucun"))
        devoirs = choix.devoirs or [d for d in connus if eleves_du_devoir(app.coursedir, d, "autograded")]
        if not devoirs:
            raise CorrectionImpossible("Aucune copie n'est corrigée : il n'y a rien à rendre.")
        dates.appliquer(app.coursedir, CarnetDeNotes(app, app.coursedir, notes))
        for devoir in devoirs:
            print("\n".join(rendre(app, notes, devoir)))
    return 0
