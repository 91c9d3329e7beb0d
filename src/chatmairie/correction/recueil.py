"""Recueillir des copies telles qu'elles arrivent : `python -m chatmairie.correction recueillir travaux.zip`.

Prend le zip de Moodle, un dossier de pièces jointes, les dossiers de Teams, un zip dans un zip, des fichiers renommés.
Le devoir est reconnu au contenu du carnet, l'élève aux noms (`liste_d_eleves`). Tout est montré, fichier par fichier,
avant que rien ne soit rangé ; la source n'est jamais touchée, et une copie déjà rendue est gardée à côté.
Code de sortie : 0 tout est reconnu, 1 des fichiers sont à regarder, 2 rien n'a pu être lu ou rangé.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from chatmairie.carnets.reglages import DOSSIER_CLASSE
from chatmairie.correction.commande import (
    AUCUN_DISTRIBUE,
    DOSSIER,
    NON_DISTRIBUE,
    CorrectionImpossible,
    application,
    chemin_entier,
    classe,
    commande,
    lire_json,
    sous_verrou,
)
from chatmairie.correction.devoir import DOSSIER_A_PART, Devoir, lire_le_devoir
from chatmairie.correction.liste_d_eleves import MOODLE, Annuaire, Inscrit, ListeImpossible, lire_la_liste, mots
from chatmairie.correction.reconstruction import est_un_autre_devoir, reconnaitre
from chatmairie.correction.reconstruction_dossier import HORODATAGE, copier, date_ecrite, libre, mettre_a_la_place
from chatmairie.correction.reconstruction_lecture import carnets_portes, lire_un_carnet, nettoyer
from chatmairie.correction.recueil_sources import Ouverture, Recu, nom_sur
from chatmairie.langue.mots import accorder
from chatmairie.parcours.fichiers import ecrire_atomiquement

TOUT_RECONNU, A_REGARDER = 0, 1
REGISTRE = "recueil.json"
"""Dans le dossier de la classe : d'où vient chaque copie (devoir -> élève -> son dossier chez Moodle)."""

_VERSION = re.compile(r"(?:(?<![a-z])v|version)[ _.-]*(\d{1,2})(?!\d)", re.IGNORECASE)
_CARNETS, _FORMES = (".ipynb", ".json", ".txt", ""), (".json", ".txt", ".py")
ILLISIBLE, ETRANGER = -1, -2
_DOUTES = {ILLISIBLE: "carnet vide ou illisible", ETRANGER: "carnet qu'aucun devoir distribué ne reconnaît"}
RETENU, DEJA_LA, A_COTE, JOINT = "retenu", "déjà là", "gardé à côté", "joint"


@dataclass
class Envoi:
    """Un fichier reçu, et ce qui en est compris. devoirs : ceux dont il porte les réponses, dans l'ordre.

    carnet : le carnet qu'il est ; vide, il est une pièce jointe ou une autre forme du cours. reponses : écrites dans ce
    carnet, ou `ILLISIBLE`, ou `ETRANGER`. doute : à vérifier. echec : pourquoi il n'est pas rangé.
    gestes : devoir -> ce qui en est fait.
    """

    recu: Recu
    eleve: Inscrit | None = None
    devoirs: list[str] = field(default_factory=list)
    carnet: str = ""
    reponses: int = 0
    doute: str = ""
    echec: str = ""
    gestes: dict[str, str] = field(default_factory=dict)

    @property
    def version(self) -> int:
        return max((int(n) for partie in self.recu.parties[-2:] for n in _VERSION.findall(partie)), default=0)


@dataclass
class Recueil:
    """Tout ce qui a été reçu, et où cela ira. dossiers : élève, devoir -> son dossier rendu."""

    coursedir: Any
    devoirs: dict[str, Devoir]
    inscrits: list[Inscrit]
    envois: list[Envoi] = field(default_factory=list)

    def dossier(self, eleve: str, devoir: str) -> Path:
        return Path(self.coursedir.format_path(self.coursedir.submitted_directory, eleve, devoir))

    # --- comprendre -------------------------------------------------------------------------------

    def comprendre(self, recus: Iterable[Recu], devoir: str = "") -> None:
        """Reconnaît chaque fichier. devoir : celui de ce que le contenu ne dit pas."""
        du_cours = [f.stem for f in Path(self.coursedir.root, self.coursedir.source_directory).glob("*/*.ipynb")]
        annuaire = Annuaire(self.inscrits, [*self.devoirs, *du_cours])
        for recu in _dater(list(recus)):
            envoi = Envoi(recu, echec=recu.refus)
            self.envois.append(envoi)
            envoi.eleve, doute = annuaire.reconnaitre(recu.parties)
            envoi.doute = " ; ".join(filter(None, (doute if envoi.eleve else "", recu.avis)))
            if not envoi.echec:
                self._lire(envoi)
            if not envoi.echec and not envoi.eleve:
                envoi.echec = doute
        compris = {d for e in self.envois if e.eleve for d in e.devoirs}
        for envoi in self.envois:
            if not envoi.echec and not envoi.devoirs:
                self._deviner(envoi, devoir, next(iter(compris)) if len(compris) == 1 else "")

    def _lire(self, envoi: Envoi) -> None:
        """Le devoir, par le contenu."""
        chemin = envoi.recu.chemin
        suffixe = Path(envoi.recu.parties[-1]).suffix.lower()
        if suffixe in _FORMES:
            for _quand, lu in carnets_portes(chemin):
                trouve = self._quel_carnet(nettoyer(lu))
                if trouve and trouve[2] and trouve[0] not in envoi.devoirs:
                    envoi.devoirs.append(trouve[0])
        if not envoi.devoirs and suffixe in _CARNETS:
            lu = lire_un_carnet(chemin)
            trouve = self._quel_carnet(lu.carnet)
            if trouve:
                envoi.devoirs, envoi.carnet, envoi.reponses = [trouve[0]], trouve[1], trouve[2]
            elif suffixe == ".ipynb":
                envoi.reponses = ILLISIBLE if lu.carnet is None else ETRANGER
                envoi.doute = envoi.doute or _DOUTES[envoi.reponses]

    def _quel_carnet(self, carnet: Any) -> tuple[str, str, int] | None:
        """(devoir, carnet, réponses écrites) du carnet du cours qu'il est."""
        trouves = []
        for devoir in self.devoirs.values() if carnet is not None else ():
            for nom, maitre in devoir.carnets.items():
                cellules, reponses = reconnaitre(maitre, carnet)
                if cellules >= 2 and not est_un_autre_devoir(maitre, carnet):
                    trouves.append((cellules, devoir.nom, nom, reponses))
        return max(trouves)[1:] if trouves else None

    def _deviner(self, envoi: Envoi, demande: str, seul: str) -> None:
        """Le devoir de ce que le contenu ne dit pas : celui du carnet d'à côté, du nom, ou de tout l'envoi."""
        parties = envoi.recu.parties
        freres = [e for e in self.envois if e.eleve == envoi.eleve and e.devoirs and not e.echec]
        proches = {len(os.path.commonprefix([e.recu.parties[:-1], parties[:-1]])): e.devoirs[0] for e in freres}
        dits = {m for p in parties for m in mots(p)}
        nommes = [d.nom for d in self.devoirs.values() if any(set(mots(n)) <= dits for n in (d.nom, *d.carnets))]
        devoir = demande
        if not devoir and envoi.reponses != ETRANGER:
            devoir = proches.get(max(proches, default=0), "") or "".join(nommes[:1]) or seul
        if not devoir:
            inconnu = envoi.reponses == ETRANGER
            envoi.echec = _DOUTES[ETRANGER] if inconnu else "devoir inconnu (ajoutez « --devoir » et son nom)"
        elif envoi.reponses < 0:
            carnets = list(self.devoirs[devoir].carnets)
            envoi.carnet = next((c for c in carnets if set(mots(c)) <= dits), carnets[0] if len(carnets) == 1 else "")
        envoi.devoirs = [devoir] if devoir else []

    # --- décider, puis ranger ---------------------------------------------------------------------

    def decider(self) -> None:
        """Ce que devient chaque fichier : retenu, gardé à côté, joint, ou déjà là."""
        for (eleve, devoir, carnet), envois in self._groupes().items():
            deja = _contenus(self.dossier(eleve, devoir))
            neufs = []
            for envoi in envois:
                contenu = _somme(envoi.recu.chemin)
                envoi.gestes[devoir] = DEJA_LA if contenu in deja else A_COTE if carnet else JOINT
                if contenu not in deja:
                    neufs.append(envoi)
                    deja.add(contenu)
            if not carnet or not neufs:
                continue
            en_place = self._en_place(eleve, devoir, carnet)
            dates = [*neufs, *([en_place] if en_place else [])]
            par_date = all(e.recu.date_sure and e.recu.quand for e in dates)
            meilleur = max(dates, key=lambda e: _preference(e, par_date))
            if meilleur is not en_place:
                meilleur.gestes[devoir] = RETENU

    def _groupes(self) -> dict[tuple[str, str, str], list[Envoi]]:
        groupes: dict[tuple[str, str, str], list[Envoi]] = defaultdict(list)
        for envoi in self.envois:
            if envoi.eleve and not envoi.echec:
                for devoir in envoi.devoirs:
                    groupes[envoi.eleve.identifiant, devoir, envoi.carnet].append(envoi)
        return groupes

    def _en_place(self, eleve: str, devoir: str, carnet: str) -> Envoi | None:
        """La copie déjà rendue, comparée aux nouvelles."""
        chemin = self.dossier(eleve, devoir) / f"{carnet}.ipynb"
        if not os.path.lexists(chemin):
            return None
        ecrite = date_ecrite(chemin.parent / HORODATAGE)
        lu = lire_un_carnet(chemin)
        reponses = ILLISIBLE if lu.carnet is None else reconnaitre(self.devoirs[devoir].carnets[carnet], lu.carnet)[1]
        recu = Recu(chemin, (chemin.name,), ecrite or chemin.lstat().st_mtime, bool(ecrite))
        return Envoi(recu, None, [devoir], carnet, reponses)

    def ranger(self) -> int:
        """Recopie ce qui est décidé. Rend le nombre de fichiers rangés ; rien n'est remplacé sans être gardé."""
        faits = 0
        for (eleve, devoir, carnet), envois in self._groupes().items():
            dossier = self.dossier(eleve, devoir)
            for envoi in envois:
                if envoi.gestes[devoir] == DEJA_LA:
                    continue
                dossier.mkdir(parents=True, exist_ok=True)
                if envoi.gestes[devoir] == RETENU:
                    self._retenir(envoi, dossier)
                elif carnet:
                    copier(envoi.recu.chemin, libre(dossier / f"{carnet} (écarté).ipynb"))
                else:
                    vers = libre(dossier / self._nom_de_la_piece(envoi, eleve, devoir))
                    vers.parent.mkdir(parents=True, exist_ok=True)
                    copier(envoi.recu.chemin, vers)
                faits += 1
        return faits

    def noter_la_provenance(self) -> None:
        """Retient le dossier que chaque élève a chez Moodle, pour lui rendre son retour."""
        registre = lire_le_registre(self.coursedir)
        for (eleve, devoir, _), envois in self._groupes().items():
            for moodle in filter(None, (_dossier_de_moodle(e.recu) for e in envois)):
                registre.setdefault(devoir, {})[eleve] = moodle
        chemin = classe(self.coursedir) / REGISTRE
        ecrire_atomiquement(chemin, (json.dumps(registre, ensure_ascii=False, indent=1) + "\n").encode())

    def _retenir(self, envoi: Envoi, dossier: Path) -> None:
        voulu, date = dossier / f"{envoi.carnet}.ipynb", dossier / HORODATAGE
        mettre_a_la_place(envoi.recu.chemin, voulu)
        if date.exists():
            ailleurs = libre(classe(self.coursedir) / DOSSIER_A_PART / dossier.parent.name / dossier.name / HORODATAGE)
            ailleurs.parent.mkdir(parents=True, exist_ok=True)
            os.replace(date, ailleurs)
        if envoi.recu.date_sure and envoi.recu.quand:
            quand = datetime.fromtimestamp(envoi.recu.quand, UTC)
            ecrire_atomiquement(date, f"{quand:%Y-%m-%d %H:%M:%S.%f} UTC\n".encode())

    def _nom_de_la_piece(self, envoi: Envoi, eleve: str, devoir: str) -> Path:
        """Le nom d'une pièce, sous le dossier du carnet auprès duquel elle était."""
        parties = envoi.recu.parties
        for autre in self.envois:
            ou = autre.recu.parties[:-1]
            if autre.eleve == envoi.eleve and devoir in autre.devoirs and autre.carnet and parties[: len(ou)] == ou:
                parties = parties[len(ou) :]
                break
        else:
            parties = parties[-1:]
        moodle = MOODLE.fullmatch(parties[-1])
        return Path(*parties[:-1], nom_sur(moodle["reste"]) if moodle and moodle["reste"] else parties[-1])


def _preference(envoi: Envoi, par_date: bool) -> tuple[Any, ...]:
    """Un carnet où l'on a écrit d'abord ; puis la date, si des archives la disent ; sinon, la version dite."""
    ordre = (envoi.recu.quand or 0.0, envoi.version)
    return envoi.reponses > 0, *(ordre if par_date else ordre[::-1]), envoi.reponses


def _dater(recus: list[Recu]) -> list[Recu]:
    """Les fichiers, sans les dates de nbgrader (`timestamp.txt`) : elles sont données aux carnets d'à côté."""
    dates = {r.parties[:-1]: quand for r in recus if r.parties[-1] == HORODATAGE and (quand := date_ecrite(r.chemin))}
    restent = [r for r in recus if not (r.parties[-1] == HORODATAGE and r.parties[:-1] in dates)]
    for recu in restent:
        if recu.parties[:-1] in dates:
            recu.quand, recu.date_sure = dates[recu.parties[:-1]], True
    return restent


def _contenus(dossier: Path) -> set[str]:
    return {_somme(f) for f in dossier.rglob("*") if f.is_file() and not f.is_symlink()}


def _somme(fichier: Path) -> str:
    with fichier.open("rb") as entree:
        return hashlib.file_digest(entree, "sha256").hexdigest()


def _dossier_de_moodle(recu: Recu) -> str:
    """Le dossier de cet élève chez Moodle, tel qu'un zip de retours doit le nommer ; vide s'il n'en vient pas."""
    for partie in recu.parties:
        if trouve := MOODLE.fullmatch(partie):
            entier = partie if not trouve["reste"] else f"{trouve['nom']}_{trouve['numero']}_assignsubmission_file_"
            return entier.replace("_assignsubmission_onlinetext", "_assignsubmission_file")
    return ""


def lire_le_registre(coursedir: Any) -> dict[str, dict[str, str]]:
    """D'où viennent les copies ; vide si rien n'a été recueilli."""
    return lire_json(classe(coursedir) / REGISTRE)


def lire_les_inscrits(coursedir: Any, notes: Any) -> list[Inscrit]:
    """Les élèves du carnet de notes, et ceux de la liste de la classe qui n'y sont pas encore."""
    inscrits = {e.id: Inscrit(e.id, e.first_name or "", e.last_name or "", e.email or "") for e in notes.students}
    with suppress(ListeImpossible):
        for e in lire_la_liste(classe(coursedir) / "eleves.csv").eleves:
            champs = (e.get(c) or "" for c in ("first_name", "last_name", "email"))
            inscrits.setdefault(e["id"], Inscrit(e["id"], *champs))
    return list(inscrits.values())


# --- la commande ----------------------------------------------------------------------------------


def tableau(recueil: Recueil) -> str:
    """Ce qui a été compris, fichier par fichier : ce qui est reconnu par élève, puis ce qui ne l'est pas."""
    communs = len(os.path.commonprefix([e.recu.parties[:-1] for e in recueil.envois]))
    lignes = []
    for devoir in sorted({d for e in recueil.envois for d in e.devoirs if e.eleve and not e.echec}):
        lignes.append(f"\n{devoir}")
        ici = [(e.eleve, e) for e in recueil.envois if devoir in e.devoirs and e.eleve and not e.echec]
        for eleve, envoi in sorted(ici, key=lambda e: mots(f"{e[0].nom} {e[0].prenom}")):
            dits = [envoi.gestes[devoir], *([f"à vérifier : {envoi.doute}"] if envoi.doute else [])]
            lignes.append(
                f"{'?' if envoi.doute else ' '} {_montre(envoi, communs)}  →  {eleve.complet}, {', '.join(dits)}"
            )
        presents = {eleve.identifiant for eleve, _ in ici}
        if sans := [i.complet for i in recueil.inscrits if i.identifiant not in presents]:
            lignes.append(f"  Rien dans cet envoi pour : {', '.join(sorted(sans))}.")
    perdus = [e for e in recueil.envois if e.echec]
    if perdus:
        lignes.append("\nPas reconnu, et laissé où il est")
        lignes += [f"! {_montre(e, communs)}  →  {e.echec}" for e in perdus]
    return "\n".join("".join(c if c.isprintable() or c == "\n" else "�" for c in ligne) for ligne in lignes)


def _montre(envoi: Envoi, communs: int) -> str:
    quand = f" ({datetime.fromtimestamp(envoi.recu.quand):%d/%m %H:%M})" if envoi.recu.quand else ""
    return "/".join(envoi.recu.parties[communs:]) + quand


@commande(
    "recueillir",
    "Range les copies reçues (zip de Moodle, pièces jointes, Teams…) dans le dossier de la classe, après les avoir "
    "montrées.",
    {
        "sources": {"nargs": "+", "type": chemin_entier, "metavar": "zip-ou-dossier", "help": "ce que vous avez reçu"},
        "--devoir": {"default": "", "help": "le devoir de ce que le contenu ne dit pas (un PDF, par exemple)"},
        "--oui": {"action": "store_true", "help": "range sans demander"},
    },
    "Le rangement s'est arrêté : {fichier} ({raison}). Ce qui est rangé l'est en entier ; relancez la même commande, "
    "elle ne refera que ce qui manque.",
)
def principal(choix: argparse.Namespace) -> int:
    """La commande `recueillir`."""
    ici = application(choix.racine).coursedir
    with sous_verrou(ici) as notes:
        distribues = sorted(d.name for d in notes.assignments)
        if not distribues:
            raise CorrectionImpossible(AUCUN_DISTRIBUE)
        if choix.devoir and choix.devoir not in distribues:
            raise CorrectionImpossible(NON_DISTRIBUE.format(choix.devoir, ", ".join(distribues)))
        recueil = Recueil(ici, {d: lire_le_devoir(ici, notes, d) for d in distribues}, lire_les_inscrits(ici, notes))
        if not recueil.inscrits:
            raise CorrectionImpossible(
                f"La liste des élèves est vide : importez-la d'abord (nbgrader db student import {DOSSIER_CLASSE}/"
                "eleves.csv)."
            )
        return _recueillir(recueil, choix)


def _recueillir(recueil: Recueil, choix: argparse.Namespace) -> int:
    travail = classe(recueil.coursedir) / DOSSIER
    for reste in travail.glob("recueil-*"):  # une commande tuée : le verrou est à nous
        shutil.rmtree(reste, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="recueil-", dir=travail, ignore_cleanup_errors=True) as brouillon:
        ouverture = Ouverture(Path(brouillon))
        recueil.comprendre([r for source in choix.sources for r in ouverture.recevoir(source)], choix.devoir)
        recueil.decider()
        print(tableau(recueil))
        bons = [e for e in recueil.envois if set(e.gestes.values()) - {DEJA_LA}]
        perdus = [e for e in recueil.envois if e.echec]
        code = A_REGARDER if perdus or any(e.doute for e in recueil.envois) else TOUT_RECONNU
        print(
            f"\n{accorder(len(bons), 'fichier à ranger', 'fichiers à ranger')}, "
            f"{sum(set(e.gestes.values()) == {DEJA_LA} for e in recueil.envois)} déjà là, {len(perdus)} pas reconnu(s)."
        )
        if any(e.echec and not e.eleve and not e.recu.refus for e in recueil.envois):
            print("Pour un fichier sans élève : mettez-le dans un dossier au nom de l'élève, et recueillez ce dossier.")
        if bons and not _d_accord(choix.oui):
            return A_REGARDER
        recueil.noter_la_provenance()
        if bons:
            print(
                f"Rangé : {accorder(recueil.ranger(), 'fichier', 'fichiers')}. Ce que vous avez reçu n'est pas touché."
            )
            devoirs = sorted({d for e in bons for d in e.devoirs})
            print(f"Ensuite : python -m chatmairie.correction corriger {' '.join(devoirs)}")
        return code


def _d_accord(oui: bool) -> bool:
    if oui:
        return True
    if not sys.stdin.isatty():
        print("Rien n'a été rangé : relancez la même commande avec « --oui ».")
        return False
    with suppress(EOFError):
        if input("Ranger ces fichiers ? (oui/non) ").strip().casefold() in ("o", "oui"):
            return True
    print("Rien n'a été rangé.")
    return False
