"""Le journal du service : ce que les décisions ont fait aux gens, usagers ou non, ligne par ligne.

Il se déduit des décisions : un service qui ne refuse personne à tort donne un journal sans tort. Les
colonnes `tort`, `perte` et `pertes` sont la vérité du juge ; `pour_apprenant` les retire.
Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import personne, presenter
from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_generateur
from chatmairie.echecs.commun.journal import LigneDeJournal, numeroter, pertes_de
from chatmairie.echecs.donnees import journal_textes as t
from chatmairie.echecs.donnees.monde import JOURS, MONDE_DU_COURS, Monde, Reglement, exiger_monde
from chatmairie.langue.mots import de

PERTES = pertes_de("place", "temps", "revenu", "explication", "travail_bien_fait")
_COLONNES = ("prenom", "age", "jour_depot", "activite", "num_dossier", "id_famille", "scolarise_commune",
             "dans_les_delais", "eligible", "complet", "recevable", "decision")  # fmt: skip
# Première semaine de la campagne (hypothèse du cours) : quatre semaines sans jour férié, d'où mai et juin évités.
_PREMIER_LUNDI = date(2025, 6, 16)
_RENTREE = date(2025, 9, 1)


def tirer_journal(rng: Generator, decisions: pd.DataFrame, monde: Monde = MONDE_DU_COURS) -> pd.DataFrame:
    """Tire le journal qui suit ces décisions (une ligne par dossier ; voir `rejeu.Rejeu`).

    Rend, par date : ligne (« J-0137 », numéros propres au tirage), date (texte « 2025-06-05 »), source,
    personne, usager (a déposé une demande pour soi ou son enfant), texte, tort (booléen), perte (une clé de
    `PERTES`, texte vide sans tort) et pertes (toutes celles que le texte permet de lire). Une centaine de lignes.
    Lève `TypeError` ou `ValueError` si les arguments sont absurdes.
    """
    exiger_generateur(rng)
    exiger_colonnes(decisions, _COLONNES, "decisions")
    exiger_monde(monde)
    decisions = decisions.assign(depot=_dates_de_depot(decisions))
    lignes = [*_courriers(rng, decisions, monde.reglement), *_appels(rng, decisions, monde.reglement)]
    lignes += [*_agents(rng, decisions, monde), *_ordinaires(rng)]
    return numeroter(rng, lignes)


def _refuses_a_tort(decisions: pd.DataFrame) -> pd.DataFrame:
    return decisions[decisions["recevable"] & decisions["decision"].eq("refuser")]


def _refuses_avec_raison(decisions: pd.DataFrame) -> pd.DataFrame:
    # Seulement des dossiers complets : un dossier incomplet appelle une demande de pièces, pas un refus.
    return decisions[~decisions["eligible"] & decisions["complet"] & decisions["decision"].eq("refuser")]


def _courriers(rng: Generator, decisions: pd.DataFrame, reglement: Reglement) -> list[LigneDeJournal]:
    acceptes = decisions[decisions["recevable"] & decisions["decision"].eq("accepter")]
    lots = (
        (_choisir(rng, _refuses_a_tort(decisions), 24), t.REFUS_A_TORT, ("place", "explication")),
        (_choisir(rng, _refuses_avec_raison(decisions), 12), t.REFUS_JUSTIFIE, ()),
        (_choisir(rng, acceptes, 14), t.ACCEPTATION, ()),
    )
    lignes = []
    for dossiers, textes, pertes in lots:
        for dossier in dossiers:
            depot = dossier.depot
            texte = _dire(rng, textes, dossier, depot, reglement)
            lignes.append(
                LigneDeJournal(_ouvre(depot, 1), "courrier", f"les parents {de(dossier.prenom)}", True, texte, pertes)
            )
    return lignes


def _appels(rng: Generator, decisions: pd.DataFrame, reglement: Reglement) -> list[LigneDeJournal]:
    tort = _refuses_a_tort(decisions)
    lignes = []
    sortes = (
        (t.GARDE, t.GARDIENS, False, "temps"),
        (t.REVENU, t.PARENTS, True, "revenu"),
        (t.EXPLICATION, t.PARENTS, True, "explication"),
    )
    for textes, roles, usager, perte in sortes:
        for dossier in _choisir(rng, tort, min(9, -(-len(tort) // 4))):
            appel = _ouvre(dossier.depot, int(rng.integers(2, 12)))
            qui = f"{rng.choice(roles)} {de(dossier.prenom)}"
            if perte == "temps" and dossier.prenom == personne("lea").prenom:
                voisin = personne("karim")
                qui = f"{voisin.prenom}, {voisin.age} ans, voisin {de(dossier.prenom)}"
            texte = _dire(rng, textes, dossier, dossier.depot, reglement)
            pertes = (perte, "temps") if t.ENCORE_UN_APPEL in texte else (perte,)
            lignes.append(LigneDeJournal(appel, "standard", qui, usager, texte, pertes))
    for dossier in _choisir(rng, _refuses_avec_raison(decisions), 5):
        appel = _ouvre(dossier.depot, int(rng.integers(2, 12)))
        texte = _dire(rng, t.APPELS_REGLE_COMPRISE, dossier, dossier.depot, reglement)
        qui = f"{rng.choice(t.PARENTS)} {de(dossier.prenom)}"
        lignes.append(LigneDeJournal(appel, "standard", qui, True, texte))
    return lignes


def _agents(rng: Generator, decisions: pd.DataFrame, monde: Monde) -> list[LigneDeJournal]:
    """Ce que les refus à tort coûtent à celles et ceux qui travaillent : rien s'il n'y en a pas."""
    tort = _refuses_a_tort(decisions)
    par_semaine = len(tort) // 4
    if not par_semaine:
        return []
    lignes = []
    for i in range(6):
        qui = presenter(("gaspard", "therese")[i % 2])
        nombre = int(rng.integers(max(2, par_semaine // 4), max(3, par_semaine // 2) + 1))
        texte = str(rng.choice(t.HEURES_AGENT)).format(nombre=nombre)
        lignes.append(LigneDeJournal(_jour_de_campagne(rng), "feuille d'heures", qui, False, texte, ("temps",)))
    for cle, texte in zip(("therese", "gaspard", "solange"), t.TRAVAIL, strict=True):
        phrase = texte.format(nombre=max(2, par_semaine + int(rng.integers(-6, 7))))
        lignes.append(LigneDeJournal(_jour_de_campagne(rng), "réunion de service", presenter(cle), False, phrase,
                             ("travail_bien_fait",)))  # fmt: skip
    animations = int(tort["activite"].eq("animations").sum())
    if animations >= 2:
        jour = _RENTREE + timedelta((JOURS.index(monde.jour_sale) - _RENTREE.weekday()) % 7)
        for i, texte in enumerate(t.VACATAIRE):
            phrase = texte.format(jour=monde.jour_sale, nombre=animations)
            quand = jour + timedelta(7 * i)
            lignes.append(LigneDeJournal(quand, "animations", presenter("sofiane"), False, phrase, ("revenu",)))
    return lignes


def _ordinaires(rng: Generator) -> list[LigneDeJournal]:
    """La vie du service, où personne n'est lésé."""
    zofia, etienne = personne("zofia"), personne("etienne")
    voix = ("une famille", "un parent d'élève", *(f"{p.prenom}, {p.role}" for p in (zofia, etienne)))
    lignes = []
    for texte in [*t.APPELS_ORDINAIRES, *rng.choice(t.APPELS_ORDINAIRES, 8)]:
        lignes.append(LigneDeJournal(_jour_de_campagne(rng), "standard", str(rng.choice(voix)), True, str(texte)))
    for cle, textes, source in (
        ("therese", t.FEUILLES_ORDINAIRES, "feuille d'heures"),
        ("sofiane", t.ANIMATIONS_ORDINAIRES, "animations"),
    ):
        lignes += [LigneDeJournal(_jour_de_campagne(rng), source, presenter(cle), False, texte) for texte in textes]
    return lignes


def _choisir(rng: Generator, dossiers: pd.DataFrame, combien: int) -> list:
    """Au plus `combien` dossiers au hasard ; Léa en tête si elle en fait partie."""
    choisis = dossiers.iloc[rng.permutation(len(dossiers))]
    lea = choisis["prenom"].eq(personne("lea").prenom)
    return list(pd.concat([choisis[lea], choisis[~lea]]).head(combien).itertuples())


def _dire(rng: Generator, textes: tuple[str, ...], dossier: Any, depot: date, reglement: Reglement) -> str:
    place = t.PLACES[dossier.activite]
    return str(rng.choice(textes)).format(
        enfant=f"{dossier.prenom}, {dossier.age} an{'s' if dossier.age > 1 else ''}",
        prenom=dossier.prenom,
        de=de(dossier.prenom),
        activite=dossier.activite,
        place=place,
        Place=place[0].upper() + place[1:],
        jour=dossier.jour_depot,
        date=f"{depot:%d/%m}",
        dossier=dossier.num_dossier,
        moment=t.MOMENTS[dossier.activite],
        regle=_regle(dossier, reglement),
    )


def _regle(dossier: Any, reglement: Reglement) -> str:
    if not reglement.age_min <= dossier.age <= reglement.age_max:
        return f"l'enfant a {dossier.age} ans, le service accueille de {reglement.age_min} à {reglement.age_max} ans"
    if not dossier.scolarise_commune:
        return "l'enfant est scolarisé dans une autre commune"
    return "la demande est arrivée après la date limite"


def _dates_de_depot(decisions: pd.DataFrame) -> pd.Series:
    """La date de dépôt : les numéros se suivent sur trois semaines ; les demandes hors délai, la quatrième."""
    semaine = (decisions["num_dossier"].rank(method="first") - 1) * 3 // max(1, len(decisions))
    semaine = semaine.where(decisions["dans_les_delais"].astype(bool), 3)
    jour = decisions["jour_depot"].map({nom: i for i, nom in enumerate(JOURS)})
    return pd.Series([_PREMIER_LUNDI + timedelta(int(d)) for d in 7 * semaine + jour], index=decisions.index)


def _jour_de_campagne(rng: Generator) -> date:
    """Un jour de bureau (du lundi au vendredi), une fois parties les premières réponses."""
    return _PREMIER_LUNDI + timedelta(7 * int(rng.integers(1, 5)) + int(rng.integers(0, 5)))


def _ouvre(depart: date, jours: int) -> date:
    """`jours` plus tard ; un jour de fin de semaine est reporté au lundi."""
    jour = depart + timedelta(jours)
    return jour + timedelta(max(0, 7 - jour.weekday())) if jour.weekday() >= 5 else jour
