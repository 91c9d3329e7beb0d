"""De qui est ce fichier ? Les noms de ses dossiers et le sien, comparés à la liste de la classe.

Une seule forme pour tous les noms (`liste_d_eleves.mots`) ; « Nom Prénom » ou « Prénom Nom ». Un nom incomplet
n'est pris que s'il ne reste aucun mot inconnu et s'il ne désigne qu'une personne ; il est alors à vérifier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chatmairie.correction.liste_d_eleves import mots

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


@dataclass(frozen=True)
class Qui:
    """L'élève trouvé, ou rien. doute : pourquoi il faut vérifier, ou pourquoi personne n'est trouvé."""

    eleve: Inscrit | None
    doute: str = ""


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
            trouve = self._une_partie(partie)
            if trouve.eleve and not trouve.doute:
                surs.append(trouve.eleve)
            elif trouve.eleve or trouve.doute:
                doutes.append(trouve)
        if surs:
            autres = [s for s in surs if s != surs[0]]
            return Qui(surs[0], f"un nom de ce chemin est celui de {autres[0].complet}" if autres else "")
        return next((q for q in doutes if q.eleve), doutes[0] if doutes else Qui(None, "aucun nom de la liste"))

    def _une_partie(self, partie: str) -> Qui:
        moodle = MOODLE.fullmatch(partie)
        texte = moodle["nom"] if moodle else partie
        tels_quels = mots(texte)
        if moodle and tels_quels[:1] == ["participant"]:
            return Qui(None, "Moodle cache les noms de ce devoir : montrez-les, puis téléchargez de nouveau")
        lus = tels_quels if moodle else mots(re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", " ", texte))
        exacts = self._exacts.get(texte.casefold()) or self._exacts.get(texte.rpartition(".")[0].casefold())
        if exacts and len(exacts) == 1:
            return Qui(next(iter(exacts)))
        ensemble, colle = {*lus, *tels_quels}, "".join(tels_quels)
        entiers = {i: noms for i, noms in self._noms.items() if noms <= ensemble and (len(noms) > 1 or len(lus) == 1)}
        if not entiers:
            entiers = {i: self._noms[i] for i, colles in self._colles.items() if any(c in colle for c in colles)}
        # « Ana Roux Martin » contient aussi le nom d'Ana Roux : le plus long l'emporte, s'il contient tous les autres.
        for i, noms in entiers.items():
            if all(autres < noms for autre, autres in entiers.items() if autre != i):
                return Qui(i)
        if entiers:
            return Qui(None, "plusieurs élèves possibles : " + ", ".join(sorted(i.complet for i in entiers)))
        return self._incomplet(lus)

    def _incomplet(self, lus: Sequence[str]) -> Qui:
        reste = {m for m in lus if m not in self._ordinaires and not _NUMERO.fullmatch(m)}
        longs = {m for m in reste if len(m) > 1}
        if not longs:
            return Qui(None)
        possibles = [
            i for i, noms in self._noms.items()
            if longs <= noms and all(any(n.startswith(m) for n in noms) for m in reste - longs)
        ]  # fmt: skip
        if len(possibles) == 1:
            return Qui(possibles[0], f"reconnu à « {' '.join(sorted(longs))} » seulement")
        if possibles:
            return Qui(None, "plusieurs élèves possibles : " + ", ".join(sorted(i.complet for i in possibles)))
        return Qui(None)
