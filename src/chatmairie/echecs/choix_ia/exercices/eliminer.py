"""`choix_ia.eliminer` : qui peut concourir, qui non et pourquoi, à qui demander une pièce."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.monde import JOURS_DE_FORMATION, MONDES, PLANCHER, PUBLICS, Monde
from chatmairie.echecs.choix_ia.tirage import COLONNES, NOTES, tirer_marche
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents

F = Fiche(__file__)
STATUTS = ("admise", "eliminee", "a_completer")
LETTRES_D_UNE_RAISON = 8
AGENTS = 3  # celles et ceux du journal, qui répondent de l'outil
DEVANT_UN_ECRAN = [p for p in PUBLICS if not p.sans_ecran]  # les publics dont les données passent par l'outil
_FORMES_ADMISES = {
    "admis": "admise", "admises": "admise", "elimine": "eliminee", "eliminees": "eliminee",
    "a_completer": "a_completer", "completer": "a_completer",
}  # fmt: skip
_REPETE_LE_STATUT = {nom.replace("_", " ") for nom in (*STATUTS, *_FORMES_ADMISES)}

_BONNES = ("bonne", "petite_inconnue", "modeste")
_INCOMPLETES = ("accessibilite_manquante", "rgpd_manquant")
_CAS = (
    *_BONNES, "juste_au_plancher", "inaccessible", "donnees_exposees", "sans_retour", "sans_formation", *_INCOMPLETES,
)  # fmt: skip
"""Le cas d'une offre : pourquoi elle est là."""

_AU_BORD = {
    "inaccessible": ("accessibilite", PLANCHER - 1.0),
    "donnees_exposees": ("rgpd_ethique", PLANCHER - 1.0),
    "sans_formation": ("agents_formes_jours", JOURS_DE_FORMATION - 1),
}
"""Les mêmes défauts, juste sous ce que le règlement demande."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    noms = tirer_marche(hasard, monde, candidats=10).offres["nom"]
    cas = ["bonne", *_CAS, *_AU_BORD]
    offres = _offres(hasard, monde, [*noms, *(f"Candidat {n}" for n in range(1, 20))][: len(cas)])
    etiquettes = pd.Series(cas, index=offres.index)
    for nom, colonne, valeur in _retouches(hasard, monde):
        offres.loc[etiquettes.eq(nom), colonne] = valeur
    # une bonne offre est aussi bon marché : qui écarte les petits prix écarte toujours l'une des bonnes
    offres.loc[offres.index[0], "prix_k_eur"] = round(0.6 * monde.estimation, 1)
    for nom, (colonne, valeur) in _AU_BORD.items():
        offres.loc[etiquettes[etiquettes.eq(nom)].index[-1], colonne] = valeur
    offres = offres.sample(frac=1, random_state=int(hasard.integers(1_000_000)))
    etiquettes = etiquettes.reindex(offres.index)
    personne = offres[etiquettes.isin(["inaccessible", "donnees_exposees"])]
    verite = {
        "cas": dict(zip(offres["nom"], etiquettes, strict=True)),
        "notes": offres.set_index("nom")[["rgpd_ethique", "accessibilite"]].to_dict("index"),
        "personne": list(personne["nom"]),
    }
    return Sujet({"offres": offres[list(COLONNES)], "personne": personne[list(COLONNES)]}, verite)


def _offres(hasard: Generator, monde: Monde, noms: list[str]) -> pd.DataFrame:
    """Des offres qui remplissent toutes le règlement."""
    combien = len(noms)
    offres = pd.DataFrame({"nom": noms}, index=hasard.permutation(combien) + 11)
    offres["prix_k_eur"] = np.round(hasard.uniform(0.7, 1.4, combien) * monde.estimation, 1)
    for note in NOTES:
        offres[note] = hasard.integers(52, 97, combien).astype(float)
    offres["plan_reversibilite"] = True
    offres["agents_formes_jours"] = hasard.integers(JOURS_DE_FORMATION + 1, 12, combien)
    offres["abonnes_tiktok"] = hasard.lognormal(7, 1.5, combien).astype(int)
    return offres


def _retouches(hasard: Generator, monde: Monde) -> tuple[tuple[str, str, Any], ...]:
    """Ce qui fait d'une offre le cas qu'elle est : (cas, colonne, valeur)."""
    return (
        ("petite_inconnue", "references", float(hasard.integers(0, 12))),
        ("petite_inconnue", "prix_k_eur", round(0.35 * monde.estimation, 1)),
        # faible partout où le règlement n'exige rien : elle peut perdre, elle a le droit de concourir
        ("modeste", "methodo", float(hasard.integers(8, 30))),
        ("modeste", "environnement", float(hasard.integers(8, 30))),
        ("modeste", "prix_k_eur", round(1.6 * monde.estimation, 1)),
        ("modeste", "abonnes_tiktok", int(hasard.integers(5, 30)) * 100_000),
        ("juste_au_plancher", "rgpd_ethique", float(PLANCHER)),
        ("juste_au_plancher", "accessibilite", float(PLANCHER)),
        ("juste_au_plancher", "agents_formes_jours", JOURS_DE_FORMATION),
        ("inaccessible", "accessibilite", float(hasard.integers(4, PLANCHER - 8))),
        ("inaccessible", "rgpd_ethique", 97.0),
        ("donnees_exposees", "rgpd_ethique", float(hasard.integers(4, PLANCHER - 8))),
        ("donnees_exposees", "accessibilite", 97.0),
        ("sans_retour", "plan_reversibilite", False),
        ("sans_formation", "agents_formes_jours", 0),
        ("accessibilite_manquante", "accessibilite", np.nan),
        ("rgpd_manquant", "rgpd_ethique", np.nan),
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    eliminer = formes.fonction(productions["eliminer"], "eliminer")
    return {nom: lire_les_statuts(eliminer(entrees[nom].copy())) for nom in ("offres", "personne")}


def lire_les_statuts(rendu: Any) -> list[dict[str, str]]:
    """Une ligne par offre rendue : nom, statut, raison. Lève `FormeInattendue`."""
    if isinstance(rendu, pd.DataFrame) and rendu.index.name == "nom" and "nom" not in rendu:
        rendu = rendu.reset_index()
    colonnes = ("nom", "statut", "raison")
    table = formes.table(rendu, "eliminer", colonnes)
    lues = []
    for nom, statut, raison in zip(*(formes.textes(table[c].tolist()) for c in colonnes), strict=True):
        net = sans_accents(statut or "").replace(" ", "_")
        net = _FORMES_ADMISES.get(net, net)
        if net not in STATUTS:
            raise F.refus("sans_statut" if statut is None else "statut_inconnu", offre=nom, statut=statut)
        lues.append({"nom": nom or "", "statut": net, "raison": raison or ""})
    return lues


def _statuts(reponse: Reponse) -> dict[str, str]:
    return {ligne["nom"]: ligne["statut"] for ligne in reponse["offres"]}


def _offres_de(sujet: Sujet, reponse: Reponse, cas: Iterable[str], statut: str) -> list[str]:
    """Les offres de ces cas qui ont reçu ce statut."""
    statuts = _statuts(reponse)
    return [n for n, c in sujet.verite["cas"].items() if c in cas and statuts.get(n) == statut]


@F.controle
def toutes_les_offres(sujet: Sujet, reponse: Reponse) -> Constat | None:
    noms = [ligne["nom"] for ligne in reponse["offres"]]
    attendus = list(sujet.verite["cas"])
    perdues = [n for n in attendus if n not in noms]
    if perdues:
        return F.tort("offre_disparue", len(perdues), offre=perdues[0], sur=len(attendus))
    if sorted(noms) != sorted(attendus):
        return F.tort("offre_en_double", n=len(noms), sur=len(attendus))
    return None


_EXIGENCE_AJOUTEE = {"petite_inconnue": "exigence_ajoutee/petite", "modeste": "exigence_ajoutee/modeste"}


@F.controle
def bonnes_offres_admises(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = sujet.verite["cas"]
    admises = _offres_de(sujet, reponse, _BONNES, "admise")
    bonnes = [n for n, c in cas.items() if c in _BONNES]
    ecartees = [n for n in bonnes if n not in admises]
    if not ecartees:
        return None
    seule = cas[ecartees[0]] if len(ecartees) == 1 else ""
    famille = _EXIGENCE_AJOUTEE.get(seule, "bonnes_offres_ecartees")
    return F.tort(famille, len(ecartees), offre=ecartees[0], sur=len(bonnes))


_ADMISE_A_TORT = {
    "inaccessible": ("inaccessible_admise", sum(p.exigence >= 0.75 for p in DEVANT_UN_ECRAN)),
    "donnees_exposees": ("donnees_exposees_admise", len(DEVANT_UN_ECRAN)),
    "sans_retour": ("prisonniers", len(DEVANT_UN_ECRAN)),
    "sans_formation": ("agents_non_formes", AGENTS),
}
"""Le cas d'une offre qui devait être éliminée -> son tort, et combien de personnes (ou de publics) il touche."""


@F.controle
def admises_sans_danger(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """Le plus grave de ce qu'une offre admise à tort fera à quelqu'un."""
    constats = (
        _admise_a_tort(sujet, reponse, "inaccessible", "donnees_exposees") or _repechage(sujet, reponse),
        _inconnue(sujet, reponse),
        _admise_a_tort(sujet, reponse, "sans_retour", "sans_formation"),
    )
    return max(filter(None, constats), key=lambda c: c.leses, default=None)


def _admise_a_tort(sujet: Sujet, reponse: Reponse, *cas: str) -> Constat | None:
    for un in cas:
        admises = _offres_de(sujet, reponse, (un,), "admise")
        if admises:
            famille, touches = _ADMISE_A_TORT[un]
            notes = sujet.verite["notes"][admises[0]]
            return F.tort(
                famille,
                len(admises) * touches,
                offre=admises[0],
                admises=len(admises),
                donnees=notes["rgpd_ethique"],
                accessibilite=notes["accessibilite"],
                plancher=PLANCHER,
                formation=JOURS_DE_FORMATION,
            )
    return None


def _repechage(sujet: Sujet, reponse: Reponse) -> Constat | None:
    if any(ligne["statut"] == "admise" for ligne in reponse["personne"]):
        return F.tort("repechage", len(PUBLICS), offres=len(sujet.verite["personne"]))
    return None


def _inconnue(sujet: Sujet, reponse: Reponse) -> Constat | None:
    admises = _offres_de(sujet, reponse, _INCOMPLETES, "admise")
    if not admises:
        return None
    # chaque public du service qu'elle rendrait
    return F.tort("inconnue_admise", len(admises) * len(PUBLICS), offre=admises[0], admises=len(admises))


@F.controle
def ni_trop_severe(sujet: Sujet, reponse: Reponse) -> Constat | None:
    eliminees = _offres_de(sujet, reponse, _INCOMPLETES, "eliminee")
    if eliminees:
        return F.tort("case_vide_zero", len(eliminees), offre=eliminees[0])
    statuts, cas = _statuts(reponse), sujet.verite["cas"]
    entieres = [n for n, s in statuts.items() if s == "a_completer" and cas.get(n) not in _INCOMPLETES]
    if entieres:
        return F.tort("piece_deja_fournie", len(entieres), offre=entieres[0])
    (limite,) = (n for n, c in cas.items() if c == "juste_au_plancher")
    if statuts.get(limite) != "admise":
        return F.tort("au_plancher_eliminee", 1, offre=limite, plancher=PLANCHER)
    return None


_MOTS = {
    "donnees": r"donnee|rgpd|ethique|vie privee|confidential|cnil|personnel",
    "accessibilite": r"accessib|handicap|inclus|rgaa|lecteur|malvoyant|aveugle|deficien|ecran",
    "retour": r"revers|repren|repris|retour|sortie|sortir|partir|quitter|chang|recuper|depart|portab|migr|rendre|rendu"
    r"|restitu|captif|dependan|fin (du|de) (contrat|marche)",
    "formation": r"\bform|agent|compet|transfert|accompagn|jours? d",
}
"""De quelle exigence parle une raison : des mots sans accents, au début d'un mot ou dedans."""

_EN_CAUSE = {
    "inaccessible": "accessibilite",
    "donnees_exposees": "donnees",
    "sans_retour": "retour",
    "sans_formation": "formation",
    "accessibilite_manquante": "accessibilite",
    "rgpd_manquant": "donnees",
}


def _nommees(raison: str) -> set[str]:
    """Les exigences dont parle cette raison."""
    return {nom for nom, mots in _MOTS.items() if re.search(mots, sans_accents(raison))}


def _parle_d_autre_chose(statut: str, en_cause: str, raison: str) -> bool:
    """Vrai si cette raison nomme des exigences, et pas celle qui manque à cette offre."""
    nommees = _nommees(raison)
    if statut == "a_completer":
        nommees &= {"donnees", "accessibilite"}  # les seules pièces que l'on redemande ; le reste est politesse
    return bool(nommees) and en_cause not in nommees


def _lettre(ligne: Mapping[str, str]) -> str:
    """La raison sans ce qui la rend propre à une entreprise : son nom, ses nombres."""
    nue = sans_accents(ligne["raison"]).replace(sans_accents(ligne["nom"]), "")
    return " ".join(re.sub(r"[^a-z]+", " ", nue).split())


@F.controle
def raisons_lisibles(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = sujet.verite["cas"]
    ecartees = [u for u in reponse["offres"] if u["statut"] != "admise" and cas.get(u["nom"]) in _EN_CAUSE]
    muettes = [u for u in ecartees if len(_lettre(u)) < LETTRES_D_UNE_RAISON or _lettre(u) in _REPETE_LE_STATUT]
    if muettes:
        return F.tort("sans_raison/muette", len(muettes), offre=muettes[0]["nom"])
    eliminees = [u for u in ecartees if u["statut"] == "eliminee"]
    causes: dict[str, dict[str, str]] = {}
    for u in eliminees:
        causes.setdefault(_lettre(u), {})[_EN_CAUSE[cas[u["nom"]]]] = u["nom"]
    communes = [list(noms.values()) for noms in causes.values() if len(noms) > 1]
    if communes:
        return F.tort("meme_raison", sum(map(len, communes)), offre=communes[0][0], autre=communes[0][1])
    fausses = [u for u in ecartees if _parle_d_autre_chose(u["statut"], _EN_CAUSE[cas[u["nom"]]], u["raison"])]
    if fausses:
        lue, combien = fausses[0], len(fausses)
        return F.tort("fausse_raison", 2 * combien, offre=lue["nom"], raison=lue["raison"][:60], fausses=combien)
    vagues = [u for u in eliminees if not _nommees(u["raison"])]
    if vagues:
        return F.tort("sans_raison/vague", len(vagues), offre=vagues[0]["nom"], raison=vagues[0]["raison"][:60])
    ecrites = {sans_accents(u["raison"]) for u in ecartees}
    trompees = [u["nom"] for u in reponse["offres"] if u["statut"] == "admise" and sans_accents(u["raison"]) in ecrites]
    if trompees:
        return F.tort("raison_a_une_admise", len(trompees), offre=trompees[0])
    return None


# --- sans code ----------------------------------------------------------------------------------------


def _produire(decisions: Mapping[str, Any]) -> Productions:
    raisons = F.mots["raisons"]

    def eliminer(offres: pd.DataFrame) -> pd.DataFrame:
        table = offres.assign(statut="admise", raison="")
        deux = table[["rgpd_ethique", "accessibilite"]]
        if decisions["piece_manquante"] == "zero":
            deux = deux.fillna(0.0)
        elif decisions["piece_manquante"] == "moyenne_des_autres":
            deux = deux.fillna(deux.mean())
        tenu = {
            "chacune": (deux >= PLANCHER).all(axis=1),
            "moyenne": deux.mean(axis=1) >= PLANCHER,
            "une_des_deux": (deux >= PLANCHER).any(axis=1),
            "plus_de": (deux > PLANCHER).all(axis=1),
        }[decisions["planchers"]]
        acces = deux["accessibilite"] < PLANCHER
        table.loc[~tenu, ["statut", "raison"]] = ["eliminee", raisons["donnees"]]
        table.loc[~tenu & acces, "raison"] = raisons["accessibilite"]
        formation = table["agents_formes_jours"] < JOURS_DE_FORMATION
        if decisions["transfert"] != "ignorer":
            table.loc[formation, ["statut", "raison"]] = ["eliminee", raisons["formation"]]
        if decisions["transfert"] == "exiger":
            sans = ~table["plan_reversibilite"].astype(bool)
            table.loc[sans, ["statut", "raison"]] = ["eliminee", raisons["retour"]]
        if decisions["piece_manquante"] == "demander":
            vide = deux.isna().any(axis=1)
            table.loc[vide, ["statut", "raison"]] = ["a_completer", raisons["piece"]]
        if decisions["si_personne"] == "repecher" and not table["statut"].eq("admise").any():
            table.loc[deux.mean(axis=1).idxmax(), ["statut", "raison"]] = ["admise", ""]
        return table

    return {"eliminer": eliminer}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
