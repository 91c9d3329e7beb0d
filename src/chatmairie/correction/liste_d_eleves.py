"""Une liste d'élèves telle qu'elle vient (tableur, Moodle, Pronote, nbgrader), mise une fois dans une seule forme.

Encodages, séparateurs et accents : `referentiel.fichiers.lire_table`. Ici : les titres de colonnes français ou anglais,
le nom et le prénom dans une seule case, les identifiants à fabriquer. Une ligne qui ne tient pas dans les colonnes est
montrée, jamais décalée.

Une seule forme pour tous les noms (`mots`) ; « Nom Prénom » ou « Prénom Nom ». Un nom incomplet n'est pris que s'il ne
reste aucun mot inconnu et s'il ne désigne qu'une personne ; il est alors à vérifier.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from chatmairie.referentiel.fichiers import FichierIllisible, lire_table

TITRES = {
    "id": (
        "id", "identifiant", "nomdutilisateur", "username", "login", "numerodidentification", "idnumber",
    ),
    "first_name": ("firstname", "prenom", "prenoms", "prenomdeleleve"),
    "last_name": ("lastname", "nom", "nomdefamille", "surname", "nomdusage", "nomdeleleve"),
    "email": (
        "email", "courriel", "mail", "adressedecourriel", "adresseemail", "adressemail", "adresseelectronique",
        "emailaddress", "courrieldeleleve", "emaildeleleve",
    ),
    "lms_user_id": ("lmsuserid",),
    "complet": ("nomcomplet", "fullname", "prenomnom", "prenometnom", "eleve", "eleves", "nomprenom", "nometprenom"),
}  # fmt: skip
"""Colonne de nbgrader -> titres reconnus, du plus sûr au moins sûr, sans accents, espaces ni majuscules."""

_PRENOM_D_ABORD = ("nomcomplet", "fullname", "prenomnom", "prenometnom")
_IDENTIFIANT = re.compile(r"[^\W_][\w@+-]*(\.[\w@+-]+)*")
_ANONYME = re.compile(r"participant(e)? \d+", re.IGNORECASE)
"""Ce que Moodle écrit dans « Identifiant » : un numéro de copie, pas un élève."""


class ListeImpossible(ValueError):
    """La liste ne peut pas être prise ; le message montre les lignes en cause."""


@dataclass(frozen=True)
class Liste:
    """Les élèves (colonnes de nbgrader), et les phrases sur ce qui est à vérifier."""

    eleves: list[dict[str, str]]
    avis: list[str]

    def en_csv(self) -> str:
        """Le texte que `nbgrader db student import` attend."""
        colonnes = [c for c in TITRES if c == "id" or any(e.get(c) for e in self.eleves)]
        return pd.DataFrame(self.eleves, columns=colonnes).to_csv(index=False, lineterminator="\n")


def lire_la_liste(chemin: Path) -> Liste:
    """La liste, normalisée. Lève `ListeImpossible` ; le message montre toutes les lignes en cause."""
    try:
        titres, lignes = lire_table(chemin, lambda titre: bool(_colonne(titre)))
    except FichierIllisible as illisible:
        raise ListeImpossible(f"{illisible} Titres attendus : « Prénom » et « Nom », ou « id ».") from illisible
    ou = _places(titres)
    if not {"id", "last_name", "first_name", "complet", "email"} & set(ou):
        raise ListeImpossible(f"« {chemin.name} » : aucune colonne ne dit qui est l'élève (« Prénom » et « Nom »).")
    refus: list[str] = []
    avis: list[str] = []
    eleves: list[tuple[int, dict[str, str]]] = []
    for numero, brutes in lignes:
        cellules = [" ".join(c.split()) for c in brutes]
        eleve = {c: next((cellules[p] for p in ps if p < len(cellules) and cellules[p]), "") for c, ps in ou.items()}
        raison = _ce_qui_ne_tient_pas(titres, cellules, eleve)
        if raison:
            refus.append(f"ligne {numero} : {raison} : {' | '.join(cellules)}")
            continue
        avis += [f"Ligne {numero} : {phrase}" for phrase in _separer_le_nom(eleve, titres, ou)]
        if eleve.get("email") and "@" not in eleve["email"]:
            avis.append(f"Ligne {numero} : « {eleve['email']} » n'est pas une adresse. Une colonne est-elle décalée ?")
        eleves.append((numero, eleve))
    refus += _donner_les_identifiants(eleves, avis)
    if refus:
        raise ListeImpossible(
            f"« {chemin.name} » : des lignes sont à corriger ; rien n'a été pris." + "".join(f"\n- {r}" for r in refus)
        )
    if not eleves:
        raise ListeImpossible(f"« {chemin.name} » : il n'y a aucun élève sous les titres de colonnes.")
    return Liste([eleve for _, eleve in eleves], avis)


_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"})


def mots(texte: str) -> list[str]:
    """Les mots d'un nom dans la seule forme où l'on compare : sans accents (composés ou non), majuscules ni tirets.

    « Éloïse D'Arc » -> « eloise », « d », « arc ».
    """
    plat = unicodedata.normalize("NFKD", texte.translate(_LIGATURES)).casefold()
    return re.findall(r"[^\W_]+", "".join(c for c in plat if not unicodedata.combining(c)))


def _cle(texte: str) -> str:
    """Sans accents, majuscules, espaces ni ponctuation."""
    return "".join(mots(texte))


def _colonne(titre: str) -> str:
    return next((colonne for colonne, connus in TITRES.items() if _cle(titre) in connus), "")


def _places(titres: Sequence[str]) -> dict[str, list[int]]:
    """Colonne -> ses places, la plus sûre d'abord. Un « Nom » sans « Prénom » porte les deux."""
    ou = {}
    for colonne, connus in TITRES.items():
        trouvees = [p for connu in connus for p, titre in enumerate(titres) if _cle(titre) == connu]
        if trouvees:
            ou[colonne] = trouvees
    if "first_name" not in ou and "last_name" in ou and "complet" not in ou:
        ou["complet"] = ou.pop("last_name")
    return ou


def _ce_qui_ne_tient_pas(titres: Sequence[str], cellules: Sequence[str], eleve: dict[str, str]) -> str:
    """Pourquoi cette ligne est sans doute décalée ; vide si elle tient dans les colonnes."""
    if any(c and (p >= len(titres) or not titres[p]) for p, c in enumerate(cellules)):
        return f"plus de cases que les {sum(map(bool, titres))} titres (un séparateur dans un nom ?)"
    if any("@" in eleve.get(c, "") for c in ("first_name", "last_name", "complet")):
        return "une adresse de courriel à la place d'un nom"
    if not any(eleve.get(c) for c in ("id", "first_name", "last_name", "complet", "email")):
        return "ni identifiant, ni nom"
    return ""


def _separer_le_nom(eleve: dict[str, str], titres: Sequence[str], ou: dict[str, list[int]]) -> list[str]:
    """Remplit nom et prénom quand ils sont dans une seule case ; dit ce qui est deviné."""
    complet = eleve.pop("complet", "")
    if not complet or eleve.get("last_name") or eleve.get("first_name"):
        return []
    mots = complet.replace(",", " ").split()
    nom = [m for m in mots if m.isupper() and len(m) > 1]
    prenom = [m for m in mots if m not in nom]
    avis = []
    if not nom or not prenom:
        d_abord = any(_cle(titres[p]) in _PRENOM_D_ABORD for p in ou["complet"])
        prenom, nom = (mots[:1], mots[1:]) if d_abord else (mots[-1:], mots[:-1])
        if len(mots) != 2:
            avis.append(f"« {complet} » : où finit le prénom ? Pris : prénom « {mots[0 if d_abord else -1]} ».")
    eleve["first_name"], eleve["last_name"] = " ".join(prenom), " ".join(nom)
    return avis


def _donner_les_identifiants(eleves: Sequence[tuple[int, dict[str, str]]], avis: list[str]) -> list[str]:
    """Vérifie les identifiants donnés, fabrique ceux qui manquent (« zoe-petit »). Rend les refus."""
    refus, pris = [], set()
    for numero, eleve in eleves:
        donne = eleve["id"] = "" if _ANONYME.fullmatch(eleve.get("id", "")) else eleve.get("id", "")
        if donne and not _IDENTIFIANT.fullmatch(donne):
            refus.append(f"ligne {numero} : « {donne} » ne peut pas nommer un dossier (lettres, chiffres, tirets)")
        elif donne.casefold() in pris:
            refus.append(f"ligne {numero} : l'identifiant « {donne} » est en double")
        pris |= {donne.casefold()} - {""}
    fabriques = 0
    for numero, eleve in eleves:
        if eleve["id"]:
            continue
        nom = " ".join(filter(None, (eleve.get("first_name"), eleve.get("last_name"))))
        base = _identifiant(nom or eleve.get("email", "").partition("@")[0])
        if not base:
            refus.append(f"ligne {numero} : ni identifiant, ni nom dont on puisse en faire un")
            continue
        choisi = next(c for c in (base, *(f"{base}-{rang}" for rang in range(2, len(pris) + 3))) if c not in pris)
        if choisi != base:
            avis.append(f"Ligne {numero} : « {nom} » est aussi le nom d'un autre élève ; identifiant donné : {choisi}.")
        pris.add(choisi)
        eleve["id"] = choisi
        fabriques += 1
    if fabriques:
        avis.append(f"Identifiants fabriqués à partir des noms : {fabriques}. Ils nommeront les dossiers des élèves.")
    return refus


def _identifiant(nom: str) -> str:
    """« Éloïse D'Arc » -> « eloise-d-arc »."""
    return "-".join(filter(None, (re.sub(r"[^a-z0-9]", "", mot) for mot in mots(nom))))


# --- de qui est ce fichier ? les noms de ses dossiers et le sien, comparés à la liste de la classe ---

MOODLE = re.compile(r"(?P<nom>.+?)_(?P<numero>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<reste>.*)")
"""Ce que Moodle écrit : un dossier par élève, ou le même début collé au nom du fichier."""

_MOTS_ORDINAIRES = frozenset(
    "copie copy de du le la les et mon ma mes carnet carnets devoir devoirs tp td exercice rendu rendus travail final "
    "finale definitif corrige version v fichier module cours reponse reponses chatmairie sauvegarde nouveau nouvelle "
    "bis ipynb json txt py pdf zip html docx odt notebook untitled".split()
)
_NUMERO = re.compile(r"v?\d+")


@dataclass(frozen=True)
class Inscrit:
    """Un élève de la classe."""

    identifiant: str
    prenom: str = ""
    nom: str = ""
    courriel: str = ""

    @property
    def complet(self) -> str:
        return f"{self.prenom} {self.nom}".strip() or self.identifiant


Qui = tuple[Inscrit | None, str]
"""L'élève trouvé, ou rien ; pourquoi il faut vérifier, ou pourquoi personne n'est trouvé."""


class Annuaire:
    """La liste de la classe, prête à reconnaître. a_ignorer : les mots des devoirs (« donnees »)."""

    def __init__(self, inscrits: Iterable[Inscrit], a_ignorer: Iterable[str] = ()) -> None:
        self.inscrits = list(inscrits)
        self._noms = {i: frozenset(mots(f"{i.prenom} {i.nom}") or mots(i.identifiant)) for i in self.inscrits}
        self._colles = {
            i: {c for a, b in ((i.prenom, i.nom), (i.nom, i.prenom)) if a and b and len(c := "".join(mots(a + b))) >= 6}
            for i in self.inscrits
        }
        self._exacts: dict[str, set[Inscrit]] = {}
        for i in self.inscrits:
            for ecrit in {i.identifiant, i.courriel, i.courriel.partition("@")[0]} - {""}:
                self._exacts.setdefault(ecrit.casefold(), set()).add(i)
        self._ordinaires = _MOTS_ORDINAIRES | {mot for texte in a_ignorer for mot in mots(texte)}

    def reconnaitre(self, parties: Sequence[str]) -> Qui:
        """À qui est le fichier de ce chemin ; le dossier le plus haut l'emporte."""
        surs: list[Inscrit] = []
        doutes: list[Qui] = []
        for partie in parties:
            eleve, doute = self._une_partie(partie)
            if eleve and not doute:
                surs.append(eleve)
            elif eleve or doute:
                doutes.append((eleve, doute))
        if surs:
            autres = [s for s in surs if s != surs[0]]
            return surs[0], f"un nom de ce chemin est celui de {autres[0].complet}" if autres else ""
        return next((q for q in doutes if q[0]), doutes[0] if doutes else (None, "aucun nom de la liste"))

    def _une_partie(self, partie: str) -> Qui:
        moodle = MOODLE.fullmatch(partie)
        texte = moodle["nom"] if moodle else partie
        tels_quels = mots(texte)
        if moodle and tels_quels[:1] == ["participant"]:
            return None, "Moodle cache les noms de ce devoir : montrez-les, puis téléchargez de nouveau"
        lus = tels_quels if moodle else mots(re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", " ", texte))
        exacts = self._exacts.get(texte.casefold()) or self._exacts.get(texte.rpartition(".")[0].casefold())
        if exacts and len(exacts) == 1:
            return next(iter(exacts)), ""
        ensemble, colle = {*lus, *tels_quels}, "".join(tels_quels)
        entiers = {i: noms for i, noms in self._noms.items() if noms <= ensemble and (len(noms) > 1 or len(lus) == 1)}
        if not entiers:
            entiers = {i: self._noms[i] for i, colles in self._colles.items() if any(c in colle for c in colles)}
        # « Ana Roux Martin » contient aussi le nom d'Ana Roux : le plus long l'emporte, s'il contient tous les autres.
        for i, noms in entiers.items():
            if all(autres < noms for autre, autres in entiers.items() if autre != i):
                return i, ""
        if entiers:
            return None, "plusieurs élèves possibles : " + ", ".join(sorted(i.complet for i in entiers))
        return self._incomplet(lus)

    def _incomplet(self, lus: Sequence[str]) -> Qui:
        reste = {m for m in lus if m not in self._ordinaires and not _NUMERO.fullmatch(m)}
        longs = {m for m in reste if len(m) > 1}
        if not longs:
            return None, ""
        possibles = [
            i for i, noms in self._noms.items()
            if longs <= noms and all(any(n.startswith(m) for n in noms) for m in reste - longs)
        ]  # fmt: skip
        if len(possibles) == 1:
            return possibles[0], f"reconnu à « {' '.join(sorted(longs))} » seulement"
        if possibles:
            return None, "plusieurs élèves possibles : " + ", ".join(sorted(i.complet for i in possibles))
        return None, ""
