"""Le gabarit des exercices `*.ria31` : relier trois critères au récit, à une personne lésée et à une preuve.

Plusieurs réponses se défendent : pour chaque critère, le juge tient un ensemble de phrases, de personnes et de
preuves acceptables. Il dit combien des trois liens tiennent, et nomme la première ligne qui ne tient pas, avec ce qui
n'y tient pas ; jamais ce qui tiendrait. Chaque module apporte sa fiche (`exercices/ria31.yaml`) :

    recit, personnes, preuves   code -> texte
    ne_prouve_rien              code de preuve -> ce qu'elle ne montre pas
    abstraites                  code de personne -> pourquoi ce n'est personne
    liens                       critère enfreint (huit) -> les phrases, personnes et preuves acceptables
    hors_sujet                  les quatre critères proposés qui ne parlent pas de cette histoire
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from chatmairie.echecs import catalogue
from chatmairie.echecs.commun.gabarit import Gabarit
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Exercice, Mondes, Productions, Reponse, Sujet
from chatmairie.langue.mots import sans_accents

DEMANDES = 3


class Lien(NamedTuple):
    """Ce qui est acceptable pour un critère (des codes)."""

    phrases: list[str]
    personnes: list[str]
    preuves: list[str]


class Ria31(Gabarit):
    """La fiche `ria31` d'un module : ce que l'apprenant relie, et ce qui se défend."""

    def __init__(self, programme: str) -> None:
        super().__init__(programme, __file__)
        lu = self.contenu
        self.phrases, self.personnes, self.preuves = lu["recit"], lu["personnes"], lu["preuves"]
        self.liens = {critere: Lien(**codes) for critere, codes in lu["liens"].items()}
        lu["criteres"] = list(self.liens)
        # mêlés, toujours dans le même ordre
        self.criteres = tuple(sorted((*self.liens, *lu["hors_sujet"]), key=lambda c: c[::-1]))
        CODES[self.identifiant] = self

    def dans(self, mondes: Mondes) -> Exercice:
        """L'exercice (3 points)."""
        return self.poser(mondes, self._lire)

    def _lire(self, productions: Productions, _entrees: Entrees) -> Reponse:
        lignes = formes.liste(formes.lignes_de_table(productions["RIA31"]), "RIA31")
        for ligne in lignes:
            if not isinstance(ligne, dict):
                raise self.refus("pas_un_dictionnaire", decrite=formes.decrire(ligne))
        if len(lignes) != DEMANDES:
            raise self.refus("pas_trois", n=len(lignes))
        return {"liens": [self._lire_une(i, ligne) for i, ligne in enumerate(lignes, 1)]}

    def _lire_une(self, rang: int, ligne: dict[str, Any]) -> dict[str, str]:
        lus = {}
        connus = {
            "critere": self.criteres,
            "phrase": self.phrases,
            "personne": self.personnes,
            "preuve": self.preuves,
        }
        for cle, codes in connus.items():
            valeur = ligne.get(cle)
            if not isinstance(valeur, str) or not valeur.strip():
                raise self.refus("manque", rang=rang, cle=cle)
            trouve = {sans_accents(c): c for c in codes}.get(sans_accents(valeur))
            if trouve is None:
                raise self.refus("code_inconnu", rang=rang, valeur=valeur, cle=cle, codes=", ".join(codes))
            lus[cle] = trouve
        return lus

    def trois_criteres_distincts(self, _sujet: Sujet, reponse: Reponse) -> Constat | None:
        critere, fois = Counter(un["critere"] for un in reponse["liens"]).most_common(1)[0]
        if fois == 1:
            return None
        return self.tort("critere_repete/deux" if fois == 2 else "critere_repete/trois", critere=critere)

    def preuves_recevables(self, _sujet: Sujet, reponse: Reponse) -> Constat | None:
        for famille, part, a_ecarter in (
            ("preuve_vaine", "preuve", self.contenu["ne_prouve_rien"]),
            ("personne_abstraite", "personne", self.contenu["abstraites"]),
        ):
            for rang, un in enumerate(reponse["liens"], 1):
                if un[part] in a_ecarter:
                    return self.tort(famille, rang=rang, pourquoi=a_ecarter[un[part]])
        return None

    def un_lien_tient(self, _sujet: Sujet, reponse: Reponse) -> Constat | None:
        return self._tiennent(reponse, 1)

    def deux_liens_tiennent(self, _sujet: Sujet, reponse: Reponse) -> Constat | None:
        return self._tiennent(reponse, 2)

    def trois_liens_tiennent(self, _sujet: Sujet, reponse: Reponse) -> Constat | None:
        return self._tiennent(reponse, 3)

    def _tiennent(self, reponse: Reponse, combien: int) -> Constat | None:
        tenus = {un["critere"] for un in reponse["liens"] if not ne_tient_pas(self.liens, un)}
        if len(tenus) >= combien:
            return None
        return self.tort(f"{len(tenus)}_sur_trois", ligne=self._premiere_ligne_fausse(reponse))

    def _premiere_ligne_fausse(self, reponse: Reponse) -> str:
        vus: dict[str, int] = {}
        for rang, un in enumerate(reponse["liens"], 1):
            critere = un["critere"]
            if faux := ne_tient_pas(self.liens, un):
                dits = " ; ".join(self.dire(part, code=un[part]) for part in faux)
                return self.dire("ligne_fausse", rang=rang, critere=critere, faux=dits)
            if critere in vus:
                return self.dire("ligne_reprise", rang=rang, avant=vus[critere])
            vus[critere] = rang
        return ""


CODES: dict[str, Ria31] = {}
"""Par identifiant d'exercice : ce que montre le carnet."""


def ne_tient_pas(liens: Mapping[str, Lien], un: Mapping[str, str]) -> list[str]:
    """Ce qui, dans cette ligne, ne va pas avec son critère : « critere » s'il est hors sujet, sinon « phrase »,
    « personne », « preuve » ; vide si tout va ensemble."""
    attendu = liens.get(un["critere"])
    if attendu is None:
        return ["critere"]
    parts = {"phrase": attendu.phrases, "personne": attendu.personnes, "preuve": attendu.preuves}
    return [part for part, acceptables in parts.items() if un[part] not in acceptables]


def montrer_criteres(identifiant: str) -> Any:
    """Les douze critères à relier (`identifiant` : « donnees.ria31 »…), et les codes des phrases, personnes et preuves.

    Lève `IdentifiantInconnu` si l'exercice n'existe pas, `ValueError` si ce n'est pas un exercice de ce genre.
    """
    from chatmairie.affichage.cartes import Ensemble
    from chatmairie.affichage.tableaux import Tableau
    from chatmairie.referentiel.lecture import charger

    catalogue.exercice(identifiant)
    if identifiant not in CODES:
        raise ValueError(f"« {identifiant} » n'est pas un exercice sur le référentiel : essayez « donnees.ria31 ».")
    vus, grille = CODES[identifiant], charger().criteres
    criteres = [
        {"Code": code, "Critère": grille[code].enonce, "Statut": grille[code].provenance.statut}
        for code in vus.criteres
    ]
    legendes: Mapping[str, str] = vus.contenu["legendes"]
    tables = {"phrase": vus.phrases, "personne": vus.personnes, "preuve": vus.preuves}
    return Ensemble(
        Tableau(criteres, legende=legendes["criteres"]),
        *(
            Tableau(
                [{"Code": code, legendes[cle]: texte} for code, texte in table.items()],
                legende=f"{legendes[cle]} (« {cle} »).",
            )
            for cle, table in tables.items()
        ),
    )
