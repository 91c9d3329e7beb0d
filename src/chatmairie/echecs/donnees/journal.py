"""Le journal du service : ce que les décisions ont fait aux gens, usagers ou non, ligne par ligne.

Il se déduit des décisions : un service qui ne refuse personne à tort donne un journal sans tort. Les
colonnes `tort`, `perte` et `pertes` sont la vérité du juge ; `pour_apprenant` les retire.
Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import personne, presenter
from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_generateur, exiger_monde
from chatmairie.echecs.commun.journal import LigneDeJournal, numeroter, pertes_de
from chatmairie.echecs.donnees.monde import JOURS, MONDE_DU_COURS, Monde, Reglement
from chatmairie.langue.mots import de
from chatmairie.langue.phrases import lire, remplir

TEXTES = lire(Path(__file__).with_name("textes.yaml"))
T = TEXTES["journal"]
PERTES = pertes_de("place", "temps", "revenu", "explication", "travail_bien_fait")
_COLONNES = ("prenom", "age", "jour_depot", "activite", "num_dossier", "id_famille", "scolarise_commune",
             "dans_les_delais", "eligible", "complet", "recevable", "decision")  # fmt: skip
# Première semaine de la campagne (hypothèse du cours) : quatre semaines sans jour férié, d'où mai et juin évités.
_PREMIER_LUNDI = date(2025, 6, 16)
_RENTREE = date(2025, 9, 1)


def tirer_journal(hasard: Generator, decisions: pd.DataFrame, monde: Monde = MONDE_DU_COURS) -> pd.DataFrame:
    """Tire le journal qui suit ces décisions (une ligne par dossier ; voir `rejeu.Rejeu`).

    Rend, par date : ligne (« J-0137 », numéros propres au tirage), date (texte « 2025-06-05 »), source,
    personne, usager (a déposé une demande pour soi ou son enfant), texte, tort (booléen), perte (une clé de
    `PERTES`, texte vide sans tort) et pertes (toutes celles que le texte permet de lire). Une centaine de lignes.
    Lève `TypeError` ou `ValueError` si les arguments sont absurdes.
    """
    exiger_generateur(hasard)
    exiger_colonnes(decisions, _COLONNES, "decisions")
    exiger_monde(monde, Monde)
    decisions = decisions.assign(depot=_dates_de_depot(decisions))
    lignes = [*_courriers(hasard, decisions, monde.reglement), *_appels(hasard, decisions, monde.reglement)]
    lignes += [*_agents(hasard, decisions, monde), *_ordinaires(hasard)]
    return numeroter(hasard, lignes)


def _refuses_a_tort(decisions: pd.DataFrame) -> pd.DataFrame:
    return decisions[decisions["recevable"] & decisions["decision"].eq("refuser")]


def _refuses_avec_raison(decisions: pd.DataFrame) -> pd.DataFrame:
    # Seulement des dossiers complets : un dossier incomplet appelle une demande de pièces, pas un refus.
    return decisions[~decisions["eligible"] & decisions["complet"] & decisions["decision"].eq("refuser")]


def _courriers(hasard: Generator, decisions: pd.DataFrame, reglement: Reglement) -> list[LigneDeJournal]:
    acceptes = decisions[decisions["recevable"] & decisions["decision"].eq("accepter")]
    lots = (
        (_choisir(hasard, _refuses_a_tort(decisions), 24), T["refus_a_tort"], ("place", "explication")),
        (_choisir(hasard, _refuses_avec_raison(decisions), 12), T["refus_justifie"], ()),
        (_choisir(hasard, acceptes, 14), T["acceptation"], ()),
    )
    lignes = []
    for dossiers, textes, pertes in lots:
        for dossier in dossiers:
            depot = dossier.depot
            texte = _dire(hasard, textes, dossier, depot, reglement)
            lignes.append(
                LigneDeJournal(_ouvre(depot, 1), "courrier", f"les parents {de(dossier.prenom)}", True, texte, pertes)
            )
    return lignes


def _appels(hasard: Generator, decisions: pd.DataFrame, reglement: Reglement) -> list[LigneDeJournal]:
    tort = _refuses_a_tort(decisions)
    lignes = []
    sortes = (
        (T["garde"], T["gardiens"], False, "temps"),
        (T["revenu"], T["parents"], True, "revenu"),
        (T["explication"], T["parents"], True, "explication"),
    )
    for textes, roles, usager, perte in sortes:
        for dossier in _choisir(hasard, tort, min(9, -(-len(tort) // 4))):
            appel = _ouvre(dossier.depot, int(hasard.integers(2, 12)))
            qui = f"{hasard.choice(roles)} {de(dossier.prenom)}"
            if perte == "temps" and dossier.prenom == personne("lea").prenom:
                voisin = personne("karim")
                qui = f"{voisin.prenom}, {voisin.age} ans, voisin {de(dossier.prenom)}"
            texte = _dire(hasard, textes, dossier, dossier.depot, reglement)
            pertes = (perte, "temps") if T["encore_un_appel"] in texte else (perte,)
            lignes.append(LigneDeJournal(appel, "standard", qui, usager, texte, pertes))
    for dossier in _choisir(hasard, _refuses_avec_raison(decisions), 5):
        appel = _ouvre(dossier.depot, int(hasard.integers(2, 12)))
        texte = _dire(hasard, T["appels_regle_comprise"], dossier, dossier.depot, reglement)
        qui = f"{hasard.choice(T['parents'])} {de(dossier.prenom)}"
        lignes.append(LigneDeJournal(appel, "standard", qui, True, texte))
    return lignes


def _agents(hasard: Generator, decisions: pd.DataFrame, monde: Monde) -> list[LigneDeJournal]:
    """Ce que les refus à tort coûtent à celles et ceux qui travaillent : rien s'il n'y en a pas."""
    tort = _refuses_a_tort(decisions)
    par_semaine = len(tort) // 4
    if not par_semaine:
        return []
    lignes = []
    for i in range(6):
        qui = presenter(("gaspard", "therese")[i % 2])
        nombre = int(hasard.integers(max(2, par_semaine // 4), max(3, par_semaine // 2) + 1))
        texte = remplir(str(hasard.choice(T["heures_agent"])), nombre=nombre)
        lignes.append(LigneDeJournal(_jour_de_campagne(hasard), "feuille d'heures", qui, False, texte, ("temps",)))
    for cle, texte in zip(("therese", "gaspard", "solange"), T["travail"], strict=True):
        phrase = remplir(texte, nombre=max(2, par_semaine + int(hasard.integers(-6, 7))))
        lignes.append(LigneDeJournal(_jour_de_campagne(hasard), "réunion de service", presenter(cle), False, phrase,
                             ("travail_bien_fait",)))  # fmt: skip
    animations = int(tort["activite"].eq("animations").sum())
    if animations >= 2:
        jour = _RENTREE + timedelta((JOURS.index(monde.jour_sale) - _RENTREE.weekday()) % 7)
        for i, texte in enumerate(T["vacataire"]):
            phrase = remplir(texte, jour=monde.jour_sale, nombre=animations)
            quand = jour + timedelta(7 * i)
            lignes.append(LigneDeJournal(quand, "animations", presenter("sofiane"), False, phrase, ("revenu",)))
    return lignes


def _ordinaires(hasard: Generator) -> list[LigneDeJournal]:
    """La vie du service, où personne n'est lésé."""
    zofia, etienne = personne("zofia"), personne("etienne")
    voix = ("une famille", "un parent d'élève", *(f"{p.prenom}, {p.role}" for p in (zofia, etienne)))
    lignes = []
    for texte in [*T["appels_ordinaires"], *hasard.choice(T["appels_ordinaires"], 8)]:
        lignes.append(LigneDeJournal(_jour_de_campagne(hasard), "standard", str(hasard.choice(voix)), True, str(texte)))
    for cle, textes, source in (
        ("therese", T["feuilles_ordinaires"], "feuille d'heures"),
        ("sofiane", T["animations_ordinaires"], "animations"),
    ):
        lignes += [LigneDeJournal(_jour_de_campagne(hasard), source, presenter(cle), False, texte) for texte in textes]
    return lignes


def _choisir(hasard: Generator, dossiers: pd.DataFrame, combien: int) -> list:
    """Au plus `combien` dossiers au hasard ; Léa en tête si elle en fait partie."""
    choisis = dossiers.iloc[hasard.permutation(len(dossiers))]
    lea = choisis["prenom"].eq(personne("lea").prenom)
    return list(pd.concat([choisis[lea], choisis[~lea]]).head(combien).itertuples())


def _dire(hasard: Generator, textes: list[str], dossier: Any, depot: date, reglement: Reglement) -> str:
    return remplir(
        str(hasard.choice(textes)),
        prenom=dossier.prenom,
        age=dossier.age,
        activite=dossier.activite,
        place=TEXTES["places"][dossier.activite],
        jour=dossier.jour_depot,
        date=f"{depot:%d/%m}",
        dossier=dossier.num_dossier,
        moment=TEXTES["moments"][dossier.activite],
        regle=_regle(dossier, reglement),
    )


def _regle(dossier: Any, reglement: Reglement) -> str:
    """La règle qui n'est pas remplie, la première dans l'ordre du règlement."""
    if not reglement.age_min <= dossier.age <= reglement.age_max:
        return remplir(T["regle"]["age"], age=dossier.age, age_min=reglement.age_min, age_max=reglement.age_max)
    return T["regle"]["dans_les_delais" if dossier.scolarise_commune else "scolarise_commune"]


def _dates_de_depot(decisions: pd.DataFrame) -> pd.Series:
    """La date de dépôt : les numéros se suivent sur trois semaines ; les demandes hors délai, la quatrième."""
    semaine = (decisions["num_dossier"].rank(method="first") - 1) * 3 // max(1, len(decisions))
    semaine = semaine.where(decisions["dans_les_delais"].astype(bool), 3)
    jour = decisions["jour_depot"].map({nom: i for i, nom in enumerate(JOURS)})
    return pd.Series([_PREMIER_LUNDI + timedelta(int(d)) for d in 7 * semaine + jour], index=decisions.index)


def _jour_de_campagne(hasard: Generator) -> date:
    """Un jour de bureau (du lundi au vendredi), une fois parties les premières réponses."""
    return _PREMIER_LUNDI + timedelta(7 * int(hasard.integers(1, 5)) + int(hasard.integers(0, 5)))


def _ouvre(depart: date, jours: int) -> date:
    """`jours` plus tard ; un jour de fin de semaine est reporté au lundi."""
    jour = depart + timedelta(jours)
    return jour + timedelta(max(0, 7 - jour.weekday())) if jour.weekday() >= 5 else jour
