"""`choix_ia.eliminer` : qui peut concourir, qui non et pourquoi, à qui demander une pièce."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.exercices._commun import MONDES
from chatmairie.echecs.choix_ia.monde import JOURS_DE_FORMATION, PLANCHER, PUBLICS, Monde
from chatmairie.echecs.choix_ia.offres import COLONNES, tirer_marche
from chatmairie.juge import formes
from chatmairie.juge.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Entrees,
    Exercice,
    FormeInattendue,
    Option,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, combien_sur, sans_accents

STATUTS = ("admise", "eliminee", "a_completer")
LETTRES_D_UNE_RAISON = 8
AGENTS = 3  # celles et ceux du journal, qui répondent de l'outil
DEVANT_UN_ECRAN = sum(not p.sans_ecran for p in PUBLICS)  # les publics dont les données passent par l'outil
_FORMES_ADMISES = {
    "admis": "admise", "admises": "admise", "elimine": "eliminee", "eliminees": "eliminee",
    "a_completer": "a_completer", "completer": "a_completer",
}  # fmt: skip
_REPETE_LE_STATUT = {nom.replace("_", " ") for nom in (*STATUTS, *_FORMES_ADMISES)}

# Le cas d'une offre : pourquoi elle est là, et ce que le règlement de la consultation en dit.
_CAS = {
    "bonne": "admise",
    "petite_inconnue": "admise",
    "modeste": "admise",
    "juste_au_plancher": "admise",
    "inaccessible": "eliminee",
    "donnees_exposees": "eliminee",
    "sans_retour": "eliminee",
    "sans_formation": "eliminee",
    "accessibilite_manquante": "a_completer",
    "rgpd_manquant": "a_completer",
}


# Les mêmes défauts, juste sous ce que le règlement demande.
_AU_BORD = {
    "inaccessible": ("accessibilite", PLANCHER - 1.0),
    "donnees_exposees": ("rgpd_ethique", PLANCHER - 1.0),
    "sans_formation": ("agents_formes_jours", JOURS_DE_FORMATION - 1),
}


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    table = tirer_marche(hasard, monde, candidats=10).offres
    cas = ["bonne", *_CAS, *_AU_BORD]
    noms = [*table["nom"][: len(cas)], *(f"Candidat {n}" for n in range(1, 20))][: len(cas)]
    lignes = pd.DataFrame({"nom": noms}, index=hasard.permutation(len(cas)) + 11)
    lignes["prix_k_eur"] = np.round(hasard.uniform(0.7, 1.4, len(cas)) * monde.estimation, 1)
    for note in ("methodo", "rgpd_ethique", "accessibilite", "environnement", "references"):
        lignes[note] = hasard.integers(52, 97, len(cas)).astype(float)
    lignes["plan_reversibilite"] = True
    lignes["agents_formes_jours"] = hasard.integers(JOURS_DE_FORMATION + 1, 12, len(cas))
    lignes["abonnes_tiktok"] = hasard.lognormal(7, 1.5, len(cas)).astype(int)
    etiquettes = pd.Series(cas, index=lignes.index)
    retouches = (
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
    for nom, colonne, valeur in retouches:
        lignes.loc[etiquettes.eq(nom), colonne] = valeur
    # une bonne offre est aussi bon marché : qui écarte les petits prix écarte toujours l'une des bonnes
    lignes.loc[etiquettes[etiquettes.eq("bonne")].index[0], "prix_k_eur"] = round(0.6 * monde.estimation, 1)
    for nom, (colonne, valeur) in _AU_BORD.items():
        lignes.loc[etiquettes[etiquettes.eq(nom)].index[-1], colonne] = valeur
    lignes = lignes.sample(frac=1, random_state=int(hasard.integers(1_000_000)))
    personne = lignes[etiquettes.reindex(lignes.index).isin(["inaccessible", "donnees_exposees"])]
    verite = {
        "cas": dict(zip(lignes["nom"], etiquettes.reindex(lignes.index), strict=True)),
        "notes": lignes.set_index("nom")[["rgpd_ethique", "accessibilite"]].to_dict("index"),
        "personne": list(personne["nom"]),
    }
    return Sujet({"offres": lignes[list(COLONNES)], "personne": personne[list(COLONNES)]}, verite)


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    eliminer = formes.fonction(productions["eliminer"], "eliminer")
    return {nom: lire_les_statuts(eliminer(entrees[nom].copy())) for nom in ("offres", "personne")}


def lire_les_statuts(rendu: Any) -> list[dict[str, str]]:
    """Une ligne par offre rendue : nom, statut, raison. Lève `FormeInattendue`."""
    if isinstance(rendu, pd.DataFrame) and rendu.index.name == "nom" and "nom" not in rendu:
        rendu = rendu.reset_index()
    table = formes.table(rendu, "eliminer", ("nom", "statut", "raison"))
    lues = []
    for nom, statut, raison in zip(
        formes.textes(table["nom"].tolist()),
        formes.textes(table["statut"].tolist()),
        formes.textes(table["raison"].tolist()),
        strict=True,
    ):
        net = sans_accents(statut or "").replace(" ", "_")
        net = _FORMES_ADMISES.get(net, net)
        if net not in STATUTS:
            raise FormeInattendue(
                f"L'offre « {nom} » a pour statut « {statut if statut is not None else 'rien'} ». Trois statuts "
                'existent : "admise", "eliminee", "a_completer".'
            )
        lues.append({"nom": nom or "", "statut": net, "raison": raison or ""})
    return lues


def _statuts(reponse: Reponse) -> dict[str, str]:
    return {ligne["nom"]: ligne["statut"] for ligne in reponse["offres"]}


def _toutes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    noms = [ligne["nom"] for ligne in reponse["offres"]]
    attendus = list(sujet.verite["cas"])
    perdues = [n for n in attendus if n not in noms]
    if perdues:
        return Constat(
            "offre_disparue",
            f"L'offre « {perdues[0]} » a disparu du tableau : cette entreprise a travaillé pour répondre, et personne "
            "ne lui dira pourquoi elle n'est pas retenue.",
            observe=combien_sur(len(perdues), len(attendus), "offre {} n'est plus", "offres {} ne sont plus")
            + " dans le tableau rendu.",
            essayer="Gardez toutes les lignes, et écrivez le statut et la raison à côté.",
            leses=len(perdues),
            grave=True,
        )
    if sorted(noms) != sorted(attendus):
        return Constat(
            "offre_en_double",
            "Une offre apparaît deux fois, ou porte un autre nom : deux décisions pour la même entreprise.",
            observe=f"{accorder(len(noms), 'ligne rendue', 'lignes rendues')} pour {len(attendus)} offres.",
            essayer="Une ligne par offre, avec son nom d'origine.",
        )
    return None


def _bonnes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    statuts = _statuts(reponse)
    bonnes = [n for n, c in sujet.verite["cas"].items() if c in ("bonne", "petite_inconnue", "modeste")]
    ecartees = [n for n in bonnes if statuts.get(n) != "admise"]
    if not ecartees:
        return None
    petites = [n for n in ecartees if sujet.verite["cas"][n] == "petite_inconnue"]
    if petites and len(ecartees) == len(petites):
        return Constat(
            "exigence_ajoutee",
            f"« {petites[0]} », une petite entreprise que personne ne connaît, remplit tout le règlement de la "
            "consultation. Elle est écartée, et la mairie perd peut-être son meilleur candidat.",
            observe="Ses notes en protection des données et en accessibilité dépassent 50 sur 100.",
            essayer="Le règlement demande quatre choses. Le nombre de références n'en est pas une, ni le prix.",
            leses=1,
            grave=True,
        )
    if [sujet.verite["cas"][n] for n in ecartees] == ["modeste"]:
        return Constat(
            "exigence_ajoutee",
            f"« {ecartees[0]} » remplit les quatre exigences publiées, et vous l'écartez pour une autre, qu'elle ne "
            "pouvait pas connaître : elle a préparé sa réponse pour rien.",
            observe="Ses notes en protection des données et en accessibilité dépassent 50 sur 100.",
            essayer="Relisez la légende du règlement. Ce qui n'élimine pas départagera peut-être, à l'exercice "
            "suivant.",
            leses=1,
            grave=True,
        )
    return Constat(
        "bonnes_offres_ecartees",
        f"« {ecartees[0]} » remplit tout le règlement et ne peut pas concourir : la mairie se prive d'un bon candidat, "
        "et cette entreprise est traitée autrement que les autres.",
        observe=combien_sur(
            len(ecartees), len(bonnes), "bonne offre {} n'est pas admise.", "bonnes offres {} ne sont pas admises."
        ),
        essayer="Qu'est-ce que le règlement exige, exactement, et rien de plus ?",
        leses=len(ecartees),
        grave=True,
    )


def _planchers(sujet: Sujet, reponse: Reponse) -> Constat | None:
    statuts, cas, notes = _statuts(reponse), sujet.verite["cas"], sujet.verite["notes"]
    for quel, famille, publics, phrase in (
        (
            "inaccessible",
            "inaccessible_admise",
            sum(p.exigence >= 0.75 and not p.sans_ecran for p in PUBLICS),
            "est admise : Rayan, qui lit l'écran avec un lecteur d'écran, ne pourra pas s'en servir.",
        ),
        (
            "donnees_exposees",
            "donnees_exposees_admise",
            DEVANT_UN_ECRAN,
            "est admise : ce que les habitants écriront à l'assistant n'y sera pas protégé.",
        ),
    ):
        admises = [n for n, c in cas.items() if c == quel and statuts.get(n) == "admise"]
        if admises:
            note = notes[admises[0]]
            return Constat(
                famille,
                f"« {admises[0]} » {phrase} Une autre note, excellente, n'y change rien.",
                observe=f"{accorder(len(admises), 'offre admise', 'offres admises')} sous ce plancher. Celle-ci, "
                f"protection des données : {note['rgpd_ethique']:.0f} sur 100 ; accessibilité : "
                f"{note['accessibilite']:.0f} sur 100. Plancher : {PLANCHER} pour chacune.",
                essayer="Un plancher se vérifie note par note : une moyenne laisse une vertu payer pour l'autre.",
                leses=len(admises) * publics,
                grave=True,
            )
    if any(ligne["statut"] == "admise" for ligne in reponse["personne"]):
        return Constat(
            "repechage",
            "Aucune offre ne remplit le règlement, et vous en repêchez une : ceux que le plancher protège paieront.",
            observe=f"{len(sujet.verite['personne'])} offres, toutes hors du règlement.",
            essayer="Personne : c'est une réponse. La consultation est déclarée « sans suite », et l'on revoit "
            "le besoin.",
            leses=len(PUBLICS),
            grave=True,
        )
    return None


def _inconnues(sujet: Sujet, reponse: Reponse) -> Constat | None:
    statuts = _statuts(reponse)
    admises = [n for n in _incompletes(sujet) if statuts.get(n) == "admise"]
    if not admises:
        return None
    return Constat(
        "inconnue_admise",
        f"« {admises[0]} » n'a pas fourni la pièce qui dirait si tout le monde pourra s'en servir, ou si les "
        "données sont protégées, et elle est admise : on signe sans savoir.",
        observe=f"{accorder(len(admises), 'offre incomplète admise', 'offres incomplètes admises')}.",
        essayer="Une case vide n'est ni un zéro ni une moyenne : c'est une question à poser.",
        leses=len(admises) * len(PUBLICS),  # chaque public du service qu'elle rendrait
        grave=True,
    )


def _incompletes(sujet: Sujet) -> list[str]:
    return [n for n, c in sujet.verite["cas"].items() if c in ("accessibilite_manquante", "rgpd_manquant")]


def _trop_severe(sujet: Sujet, reponse: Reponse) -> Constat | None:
    statuts, cas = _statuts(reponse), sujet.verite["cas"]
    manquantes = _incompletes(sujet)
    eliminees = [n for n in manquantes if statuts.get(n) == "eliminee"]
    if eliminees:
        return Constat(
            "case_vide_zero",
            f"« {eliminees[0]} » est éliminée pour une case vide : une petite structure peut avoir oublié une pièce, "
            "sans être mauvaise.",
            observe=f"{accorder(len(eliminees), 'offre éliminée', 'offres éliminées')} pour une pièce manquante.",
            essayer="Qu'enverriez-vous à quelqu'un dont il manque un papier ?",
            leses=len(eliminees),
            grave=True,
        )
    entieres = [n for n, s in statuts.items() if s == "a_completer" and n not in manquantes]
    if entieres:
        return Constat(
            "piece_deja_fournie",
            f"« {entieres[0]} » a fourni toutes ses pièces, et on lui en redemande : elle attendra une réponse qui "
            "était déjà connue.",
            observe=f"{accorder(len(entieres), 'offre complète', 'offres complètes')} à compléter.",
            essayer="Ce statut ne se dit que d'une note qui manque.",
            leses=len(entieres),
        )
    limite = [n for n, c in cas.items() if c == "juste_au_plancher" and statuts.get(n) != "admise"]
    if limite:
        return Constat(
            "au_plancher_eliminee",
            f"« {limite[0]} » a exactement {PLANCHER} partout : le règlement dit « au moins {PLANCHER} », et elle est "
            "écartée.",
            essayer="« Au moins » : comparez avec `>=`.",
            leses=1,
            grave=True,
        )
    return None


def _sans_danger(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """Le plus grave de ce qu'une offre admise à tort fera à quelqu'un."""
    constats = [c for juge in (_planchers, _inconnues, _souhait) if (c := juge(sujet, reponse)) is not None]
    return max(constats, key=lambda c: c.leses, default=None)


def _souhait(sujet: Sujet, reponse: Reponse) -> Constat | None:
    statuts = _statuts(reponse)
    for quel, famille, touches, phrase in (
        (
            "sans_retour",
            "prisonniers",
            DEVANT_UN_ECRAN,
            "sans plan de réversibilité : le jour où il faudra partir, les données et les habitudes resteront chez ce "
            "prestataire.",
        ),
        (
            "sans_formation",
            "agents_non_formes",
            AGENTS,
            "sans former les agents : Gaspard devra répondre d'un outil que personne ne lui a expliqué.",
        ),
    ):
        admises = [n for n, c in sujet.verite["cas"].items() if c == quel and statuts.get(n) == "admise"]
        if admises:
            return Constat(
                famille,
                f"« {admises[0]} » est admise {phrase}",
                observe=f"{accorder(len(admises), 'offre admise', 'offres admises')} ainsi. Le règlement demande un "
                f"plan de réversibilité et au moins {JOURS_DE_FORMATION} jours de formation des agents.",
                essayer="« À la Mairie on ne sait pas faire ! » : que restera-t-il à la mairie après le contrat ?",
                leses=len(admises) * touches,
                grave=True,
            )
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


def _raisons(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = sujet.verite["cas"]
    ecartees = [u for u in reponse["offres"] if u["statut"] != "admise" and cas.get(u["nom"]) in _EN_CAUSE]
    muettes = [u for u in ecartees if len(_lettre(u)) < LETTRES_D_UNE_RAISON or _lettre(u) in _REPETE_LE_STATUT]
    if muettes:
        return Constat(
            "sans_raison",
            f"« {muettes[0]['nom']} » ne saura pas pourquoi elle n'est pas retenue : la raison est vide, trop "
            "courte, ou répète le statut.",
            observe=f"{accorder(len(muettes), 'offre écartée', 'offres écartées')} sans raison lisible.",
            essayer="Une phrase courte par offre écartée : elle sera envoyée à l'entreprise.",
            leses=len(muettes),
        )
    causes: dict[str, dict[str, str]] = {}
    for u in ecartees:
        if u["statut"] == "eliminee":
            causes.setdefault(_lettre(u), {})[_EN_CAUSE[cas[u["nom"]]]] = u["nom"]
    communes = [list(noms.values()) for noms in causes.values() if len(noms) > 1]
    if communes:
        return Constat(
            "meme_raison",
            f"« {communes[0][0]} » et « {communes[0][1]} » n'ont pas le même défaut, et lisent la même raison : aucune "
            "ne sait ce qu'elle doit améliorer.",
            observe=f"{accorder(sum(map(len, communes)), 'entreprise', 'entreprises')} dont la raison, nom et nombres "
            "mis à part, est aussi celle d'une autre.",
            essayer="La raison dit ce qui manque à cette offre-là.",
            leses=sum(map(len, communes)),
        )
    fausses = [u for u in ecartees if _parle_d_autre_chose(u["statut"], _EN_CAUSE[cas[u["nom"]]], u["raison"])]
    if fausses:
        return Constat(
            "fausse_raison",
            f"« {fausses[0]['nom']} » lit : « {fausses[0]['raison'][:60]} ». Ce n'est pas ce qui lui manque : elle "
            "corrigera ce qui allait, et reviendra se faire refuser.",
            observe=f"{accorder(len(fausses), 'raison parle', 'raisons parlent')} d'une exigence que l'offre respecte.",
            essayer="Écrivez la raison au moment où vous vérifiez l'exigence, une par une.",
            leses=2 * len(fausses),  # refusée, puis refusée encore
        )
    vagues = [u for u in ecartees if u["statut"] == "eliminee" and not _nommees(u["raison"])]
    if vagues:
        return Constat(
            "sans_raison",
            f"« {vagues[0]['nom']} » lit : « {vagues[0]['raison'][:60]} ». Rien n'y dit laquelle des quatre exigences "
            "lui manque.",
            observe=f"{accorder(len(vagues), 'raison ne parle', 'raisons ne parlent')} d'aucune exigence du règlement.",
            essayer="Nommez l'exigence, comme le règlement la nomme.",
            leses=len(vagues),
        )
    ecrites = {sans_accents(u["raison"]) for u in ecartees}
    trompees = [u["nom"] for u in reponse["offres"] if u["statut"] == "admise" and sans_accents(u["raison"]) in ecrites]
    if trompees:
        return Constat(
            "raison_a_une_admise",
            f"« {trompees[0]} » est admise, et recevra la lettre écrite pour les autres : elle croira avoir perdu.",
            observe=f"{accorder(len(trompees), 'offre admise porte', 'offres admises portent')} une raison d'être "
            "écartée.",
            essayer="Un texte vide pour les offres admises.",
            leses=len(trompees),
        )
    return None


# --- sans code ----------------------------------------------------------------------------------------

_PLANCHERS = {
    "chacune": f"chaque note, protection des données et accessibilité, vaut au moins {PLANCHER}",
    "moyenne": f"la moyenne des deux notes vaut au moins {PLANCHER}",
    "une_des_deux": f"l'une des deux notes vaut au moins {PLANCHER}",
    "plus_de": f"chaque note dépasse {PLANCHER}",
}
_PIECES = {
    "demander": "demander la pièce",
    "zero": "compter zéro",
    "moyenne_des_autres": "compter la moyenne des autres offres",
}
_TRANSFERT = {
    "exiger": f"exiger un plan de réversibilité et au moins {JOURS_DE_FORMATION} jours de formation",
    "ignorer": "ne rien exiger : le prestataire s'occupera de tout",
    "formation_seule": "exiger la formation seulement",
}
_PERSONNE = {
    "sans_suite": "déclarer la consultation « sans suite »",
    "repecher": "repêcher la mieux notée",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
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
        table.loc[~tenu, ["statut", "raison"]] = ["eliminee", "protection des données insuffisante"]
        table.loc[~tenu & acces, "raison"] = "accessibilité insuffisante"
        formation = table["agents_formes_jours"] < JOURS_DE_FORMATION
        if decisions["transfert"] != "ignorer":
            table.loc[formation, ["statut", "raison"]] = ["eliminee", "agents trop peu formés"]
        if decisions["transfert"] == "exiger":
            sans = ~table["plan_reversibilite"].astype(bool)
            table.loc[sans, ["statut", "raison"]] = ["eliminee", "aucun plan de réversibilité"]
        if decisions["piece_manquante"] == "demander":
            vide = deux.isna().any(axis=1)
            table.loc[vide, ["statut", "raison"]] = ["a_completer", "pièce manquante, à fournir"]
        if decisions["si_personne"] == "repecher" and not table["statut"].eq("admise").any():
            table.loc[deux.mean(axis=1).idxmax(), ["statut", "raison"]] = ["admise", ""]
        return table

    return {"eliminer": eliminer}


EXERCICE = Exercice(
    identifiant="choix_ia.eliminer",
    titre="Dire qui peut concourir, et pourquoi",
    niveau=2,
    duree_min=8,
    criteres=("CM-STR-06",),
    indices=(
        "Une offre excellente et inaccessible laisse Rayan dehors ; une case vide, comptée zéro, laisse dehors une "
        "petite entreprise.",
        "Recommandation : quelques exigences non négociables, vérifiées une par une, avec une raison écrite pour "
        "chaque candidat.",
        'Partez de `offres.assign(statut="admise", raison="")`, puis changez statut et raison par '
        '`table.loc[condition, ["statut", "raison"]] = ["eliminee", "…"]`. `isna()` trouve les cases vides.',
    ),
    productions=("eliminer",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("toutes_les_offres", 0.25, _toutes, ("forme",), "chaque entreprise reçoit une réponse"),
        Controle("bonnes_offres_admises", 0.5, _bonnes, ("forme",), "les bonnes offres concourent"),
        Controle(
            "admises_sans_danger", 1.25, _sans_danger, ("bonnes_offres_admises",), "aucune admise ne lèse personne"
        ),
        Controle("ni_trop_severe", 0.5, _trop_severe, ("bonnes_offres_admises",), "une case vide est une question"),
        Controle("raisons_lisibles", 0.25, _raisons, ("admises_sans_danger",), "chaque refus a sa raison"),
    ),
    choix=CheminSansCode(
        options={
            "planchers": Option("Quand une offre respecte-t-elle les planchers ?", _PLANCHERS),
            "piece_manquante": Option("Que faire quand une note manque ?", _PIECES),
            "transfert": Option("Que restera-t-il à la mairie après le contrat ?", _TRANSFERT),
            "si_personne": Option("Et si personne ne remplit le règlement ?", _PERSONNE),
        },
        produire=_produire,
        exemple='eliminer = choisir("choix_ia.eliminer", planchers=..., piece_manquante=..., transfert=..., '
        "si_personne=...)",
    ),
)
