"""Le gabarit des exercices `*.personnes` : nommer qui est lésé, preuve à l'appui, dans son propre rejeu.

La réponse porte la graine de son rejeu : le juge rejoue cette graine-là, et lit la ligne citée dans ce journal.
Chaque module apporte son journal, ses pertes et sa fiche (`exercices/personnes.yaml`) :

    essayer_assez, essayer_non_usager   où regarder s'il manque des personnes, ou quelqu'un qui n'avait rien demandé
    sources_d_agents                    celles où qui n'est pas usager travaille pour la mairie (« une agente » suffit)
    mots_vagues                         ceux de ce module, en plus des mots communs
    agent_demande                       il faut citer le tort de quelqu'un qui travaille pour la mairie
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from chatmairie.echecs.commun.gabarit import Gabarit
from chatmairie.echecs.commun.journal import defendues
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Exercice, Mondes, Productions, Reponse, Sujet
from chatmairie.langue.mots import sans_accents

GRAINES = range(0, 1_000_000_000)
MINIMUM = 3
MOTS_D_UNE_PERSONNE = 12
"""Au-delà, on ne nomme plus quelqu'un : on recopie la liste de tout le monde."""
PREUVES_CHOISIES = 12
"""Au-delà, si moins de la moitié des preuves tiennent, on n'a rien choisi : on recopie le journal."""

Lignes = Mapping[str, Mapping[str, Any]]
"""Numéro de ligne -> la ligne du journal."""


class Personnes(Gabarit):
    """La fiche `personnes` d'un module, ses pertes (clé -> définition) et son journal."""

    def __init__(self, programme: str, pertes: Mapping[str, str], journal: Callable[[int], pd.DataFrame]) -> None:
        super().__init__(programme, __file__)
        self.pertes, self.journal = pertes, journal
        self.agent_demande = self.contenu["agent_demande"]
        self.agents = frozenset(self.contenu["sources_d_agents"])
        self.communs = frozenset(self.contenu["vagues"].split())
        """Des mots qui ne désignent personne : seuls, ils ne disent pas qui est lésé."""
        self.vagues = self.communs | {sans_accents(m) for m in self.contenu["mots_vagues"]}
        del self.contenu["controles"]["au_dela_des_usagers" if self.agent_demande else "un_agent"]

    # --- lire la réponse --------------------------------------------------------------------------------

    def lire(self, productions: Productions, _entrees: Entrees) -> Reponse:
        donne = productions["PERSONNES"]
        if type(donne) is dict and "personnes" in donne:
            donne = {**donne, "personnes": formes.lignes_de_table(donne["personnes"])}
        reponse = formes.dictionnaire(donne, "PERSONNES", ("graine", "personnes"))
        graine, personnes = reponse["graine"], reponse["personnes"]
        if type(graine) is not int or graine not in GRAINES:
            raise self.refus("graine")
        if not isinstance(personnes, list) or not all(isinstance(p, dict) for p in personnes):
            raise self.refus("pas_une_liste")
        return {"graine": graine, "personnes": [self._lire_une(i, p) for i, p in enumerate(personnes, 1)]}

    def _lire_une(self, rang: int, personne: dict[str, Any]) -> dict[str, str]:
        if type(personne.get("preuve")) is int:
            personne = {**personne, "preuve": str(personne["preuve"])}
        for cle in ("qui", "perd", "preuve"):
            if not isinstance(personne.get(cle), str) or not personne[cle].strip():
                raise self.refus("manque", rang=rang, cle=cle)
        perd = sans_accents(personne["perd"]).replace(" ", "_")
        if perd not in self.pertes:
            raise self.refus("perte_inconnue", rang=rang, perd=personne["perd"], pertes=", ".join(self.pertes))
        return {"qui": personne["qui"].strip(), "perd": perd, "preuve": _numero(personne["preuve"])}

    # --- examiner ---------------------------------------------------------------------------------------

    def assez_de_personnes(self, _sujet: Sujet, reponse: Reponse) -> Constat | None:
        lignes, donnees = self._lignes(reponse), reponse["personnes"]
        if self._recopie(lignes, reponse):
            tenues = self._tenues(lignes, reponse)
            return self.tort("journal_recopie", preuves=len(donnees), tenues=tenues)
        nommees = len(self._citees(lignes, [p for p in donnees if not self._vague(p)]))
        if nommees >= MINIMUM:
            return None
        manque = {"nommees": nommees, "minimum": MINIMUM, "essayer_assez": self.contenu["essayer_assez"]}
        flous = [p["qui"] for p in donnees if self._vague(p)]
        if flous:
            return self.tort("trop_vague/pas_assez", qui=flous[0][:60], **manque)
        return self.tort("pas_assez", **manque)

    def preuves_existantes(self, _sujet: Sujet, reponse: Reponse) -> Constat | None:
        if not reponse["personnes"]:
            return self.tort("rien")
        lignes = self._lignes(reponse)
        absentes = [p for p in reponse["personnes"] if p["preuve"] not in lignes]
        return self.tort("preuve_introuvable", **absentes[0]) if absentes else None

    def preuves_qui_montrent(self, _sujet: Sujet, reponse: Reponse) -> Constat | None:
        lignes, donnees = self._lignes(reponse), reponse["personnes"]
        if not any(p["preuve"] in lignes for p in donnees):
            return Constat("preuve_introuvable", "")  # rien à lire : le contrôle précédent l'a dit
        if len(self._citees(lignes, donnees)) == 1:
            return Constat("pas_assez", "")  # une seule personne : le premier contrôle l'a dit
        constats = (self._examiner_une(p, lignes.get(p["preuve"])) for p in donnees)
        return next((c for c in constats if c is not None), None)

    def au_dela_des_usagers(self, _sujet: Sujet, reponse: Reponse) -> Constat | None:
        return self._autre_que_l_usager(reponse, "seulement_les_usagers")

    def un_agent(self, _sujet: Sujet, reponse: Reponse) -> Constat | None:
        return self._autre_que_l_usager(reponse, "aucun_agent")

    def _autre_que_l_usager(self, reponse: Reponse, famille: str) -> Constat | None:
        lignes, donnees = self._lignes(reponse), reponse["personnes"]
        if len(self._citees(lignes, donnees)) == 1 or self._recopie(lignes, reponse):
            return Constat("pas_assez", "")  # un contrôle précédent l'a dit
        lues = [(lignes[p["preuve"]], p) for p in donnees if p["preuve"] in lignes]
        demandees = [(p, ligne) for ligne, p in lues if self._demandee(ligne)]
        constats = [self._examiner_une(p, ligne) for p, ligne in demandees]
        if any(c is None or c.famille == "autre_perte" for c in constats):
            return None
        if demandees:
            return Constat("autre_personne", "")  # mal nommée : le contrôle précédent l'a dit
        return self.tort(famille, essayer_non_usager=self.contenu["essayer_non_usager"])

    def _demandee(self, ligne: Mapping[str, Any]) -> bool:
        return bool(ligne["tort"] and (ligne["agent"] if self.agent_demande else not ligne["usager"]))

    def _lignes(self, reponse: Reponse) -> Lignes:
        return {ligne["ligne"]: ligne for ligne in self.journal(reponse["graine"]).to_dict("records")}

    def _citees(self, lignes: Lignes, donnees: list[Mapping[str, str]]) -> set[str]:
        """Les personnes différentes : « Solange » et « l'agente Solange », citées par deux lignes, n'en font qu'une."""
        citees = set()
        for p in donnees:
            du_journal = lignes[p["preuve"]]["personne"] if p["preuve"] in lignes else ""
            meme = (_mots(p["qui"]) & _mots(du_journal)) - self.communs
            citees.add(sans_accents(du_journal if meme else p["qui"]))
        return citees

    def _tenues(self, lignes: Lignes, reponse: Reponse) -> int:
        return sum(
            p["preuve"] in lignes and self._examiner_une(p, lignes[p["preuve"]]) is None for p in reponse["personnes"]
        )

    def _recopie(self, lignes: Lignes, reponse: Reponse) -> bool:
        """Toutes les lignes, ou toutes les pertes de chaque ligne : le vrai y est, et ne désigne personne."""
        donnees = len(reponse["personnes"])
        return donnees > PREUVES_CHOISIES and 2 * self._tenues(lignes, reponse) < donnees

    def _examiner_une(self, p: Mapping[str, str], ligne: Mapping[str, Any] | None) -> Constat | None:
        """Ce qui ne va pas entre cette personne nommée et la ligne citée."""
        if ligne is None:
            return None
        if not ligne["tort"]:
            return self.tort("ligne_sans_tort", qui=p["qui"], preuve=p["preuve"])
        if self._vague(p):
            return self.tort("trop_vague", qui=p["qui"][:60])
        if not self._parle_de(ligne, _mots(p["qui"]) - self.vagues):
            return self.tort("autre_personne", qui=p["qui"], preuve=p["preuve"])
        if p["perd"] not in defendues(ligne, self.agents):
            return self.tort("autre_perte", qui=p["qui"], preuve=p["preuve"], perd=p["perd"].replace("_", " "))
        return None

    def _vague(self, p: Mapping[str, str]) -> bool:
        mots = _mots(p["qui"]) - self.vagues
        return not mots or len(mots) > MOTS_D_UNE_PERSONNE

    def _parle_de(self, ligne: Mapping[str, Any], mots: set[str]) -> bool:
        """Vrai si la ligne parle d'un de ces mots, au pluriel près ; « animateurs » désigne aussi l'animatrice."""
        texte = sans_accents(ligne["personne"] + " " + ligne["texte"])
        if not ligne["usager"] and ligne["source"] in self.agents:
            texte += " agente employee"
        debuts = {m[:6] for m in _mots(ligne["personne"]) if len(m) > 6}
        return any(m.rstrip("sx") in texte or (len(m) > 6 and m[:6] in debuts) for m in mots)


def exercice_personnes(
    programme: str, mondes: Mondes, pertes: Mapping[str, str], journal_du_juge: Callable[[int], pd.DataFrame]
) -> Exercice:
    """L'exercice `personnes` d'un module (2 points).

    pertes : clé -> phrase. journal_du_juge : graine -> journal avec `ligne`, `source`, `personne`, `usager`, `texte`,
    `tort` et `pertes` (voir `journal.py`), et `agent` si la fiche demande un agent.
    """
    fiche = Personnes(programme, pertes, journal_du_juge)
    return fiche.poser(mondes, fiche.lire)


def _numero(texte: str) -> str:
    """« j-12 », « J 0012 » et « J-0012 » désignent la même ligne."""
    chiffres = re.sub(r"\D", "", texte)
    return f"J-{int(chiffres):04d}" if chiffres and len(chiffres) < 9 else texte.strip()


def _mots(texte: str) -> set[str]:
    return {m for m in re.findall(r"[a-z0-9-]+", sans_accents(texte)) if len(m) > 2}
