"""Les archives brutes 2018-2024 : ce que le logiciel a écrit, avec ses clôtures, reprises, envois en double et saletés.

Deux étages : la décision (agents, critère abandonné, clôtures automatiques, reprises), puis la saisie (graphies,
valeurs inconnues, essais laissés dans la base, dates en deux formats, notes libres). Toutes les parts de la saisie
sont des hypothèses du cours. Nettoyer ces saletés ne répare pas l'archive, c'est tout l'intérêt. Les téléphones des
notes sont pris dans la plage 06 39 98 xx xx, réservée aux œuvres de fiction par le plan de numérotation français.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_generateur, exiger_lignes, exiger_monde
from chatmairie.echecs.donnees import monde as m
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, Monde
from chatmairie.echecs.donnees.tirage import appliquer_reglement, champs_du_jour, numeroter, tirer_demandes
from chatmairie.langue.phrases import lire

PART_GRAPHIE = 0.20  # part des cellules écrites autrement que la forme usuelle
PART_DATE_ISO = 0.35  # part des dates de naissance écrites « 2016-03-12 »
PART_ESSAIS = 0.005  # part des lignes « TEST TEST », laissées par l'éditeur du logiciel
PART_NOTES = 0.15  # part des lignes qui portent une note libre
PART_TELEPHONE = 0.15  # part des notes qui contiennent un téléphone
PART_INCONNU = {"heure": 0.04, "parents_actifs": 0.03, "quotient_familial": 0.04, "pieces_fournies": 0.006}
SANS_AVIS_D_IMPOSITION = {"couple": 0.06, "monoparentale": 0.16}  # sous le seuil ci-dessous : « NC » en plus
QUOTIENT_MODESTE = 650  # euros par mois : sous ce quotient, l'avis d'imposition manque plus souvent
PART_MOINS_UN = 0.35  # part des valeurs inconnues écrites « -1 » plutôt que « NC »

SAISIE = lire(Path(__file__).with_name("saisie.yaml"))
_OUI_NON = ("scolarise_commune", "assurance_valide", "dans_les_delais", "parents_actifs", "pai_allergie")
COLONNES_BRUTES = (
    "num_dossier", "id_enfant", "id_famille", "prenom", "naissance", "annee", "jour_depot", "heure", "canal",
    "code_file", "num_ticket", "activite", "scolarise_commune", "pieces_fournies", "assurance_valide",
    "dans_les_delais", "parents_actifs", "quotient_familial", "pai_allergie", "type_famille", "note",
    "instruit_par", "decision", "motif",
)  # fmt: skip


def tirer_archives(hasard: Generator, monde: Monde = MONDE_DU_COURS, lignes: int = 8000) -> pd.DataFrame:
    """Tire `lignes` lignes d'archives brutes, telles qu'elles sortent du logiciel.

    Toutes les colonnes sont du texte, sauf `annee` et `num_ticket` (entiers) : num_dossier, id_enfant,
    id_famille, prenom, naissance, annee, jour_depot, heure, canal, code_file, num_ticket, activite,
    scolarise_commune, pieces_fournies, assurance_valide, dans_les_delais, parents_actifs,
    quotient_familial, pai_allergie, type_famille, note, instruit_par, decision, motif.
    Lève `TypeError` ou `ValueError` si les arguments sont absurdes. Données synthétiques.
    """
    exiger_generateur(hasard)
    exiger_monde(monde, m.Monde)
    exiger_lignes(lignes, minimum=100)
    return salir(hasard, tirer_registre(hasard, monde, lignes))


def tirer_registre(hasard: Generator, monde: Monde, lignes: int) -> pd.DataFrame:
    """Les mêmes archives avant les saletés de saisie : valeurs exactes, une ligne par passage dans le logiciel.

    Sert aux mesures et aux tests, qui ont besoin des vraies valeurs. `naissance` est une date, `age` est
    présent, `decision` vaut « ACCEPTE » ou « REFUS », `cloture` (booléen) dit si c'est le logiciel qui a clôturé,
    `instruit_par` est vide dans ce cas et porte sinon le code de l'agent.
    """
    demandes = tirer_demandes(hasard, monde, m.ANNEES_ARCHIVES, lignes, boite_de_l_ecole=True)
    n = len(demandes)
    sale = demandes["jour_depot"].eq(monde.jour_sale).to_numpy()
    cloture = sale & (hasard.random(n) < m.PART_CLOTURE_AUTO)
    reprise = cloture & (hasard.random(n) < m.PART_REPRISE)
    premier = _decider(hasard, demandes, monde)
    premier["cloture"] = cloture
    premier.loc[cloture, "decision"] = "REFUS"
    premier.loc[cloture, "motif"] = monde.motif_cloture
    premier.loc[cloture, "instruit_par"] = ""
    double_clic = premier[hasard.random(n) < m.PART_ENVOYES_DEUX_FOIS]  # mêmes champs, même suite, autre numéro
    seconde = _decider(hasard, _reprendre(hasard, demandes[reprise], monde), monde)
    seconde["cloture"] = False
    # On garde les `lignes` premières lignes, famille par famille ; une reprise ne reste jamais sans sa clôture.
    tout = pd.concat([premier, double_clic, seconde]).sort_index(kind="stable").head(lignes).reset_index(drop=True)
    tout.insert(0, "num_dossier", numeroter(tout))
    return tout.sort_values("num_dossier").drop(columns="semaine").reset_index(drop=True)


def _reprendre(hasard: Generator, clotures: pd.DataFrame, monde: Monde) -> pd.DataFrame:
    """Le même dossier, ressaisi par un agent un jour de reprise : nouveau ticket, nouvelle heure."""
    reprises = clotures.copy()
    jours = hasard.choice(np.array(monde.jours_reprise, dtype=object), len(reprises))
    canal, heure, code, ticket = champs_du_jour(hasard, monde, jours)
    rang = {j: i for i, j in enumerate(m.JOURS)}
    semaine_suivante = np.array([rang[j] < rang[monde.jour_sale] for j in jours], dtype=float)
    return reprises.assign(
        jour_depot=jours,
        canal=canal,
        heure=heure,
        code_file=code,
        num_ticket=ticket,
        semaine=reprises["semaine"] + semaine_suivante,
    )


def _decider(hasard: Generator, demandes: pd.DataFrame, monde: Monde) -> pd.DataFrame:
    """La décision d'un agent : le règlement, le critère abandonné jusqu'en 2020, et 2 % d'erreurs."""
    n = len(demandes)
    regles = appliquer_reglement(demandes, monde.reglement)
    recevable = regles["recevable"].to_numpy()
    abandonne = (demandes["annee"].le(m.DERNIERE_ANNEE_CRITERE_ABANDONNE) & ~demandes["parents_actifs"]).to_numpy()
    accepte = (recevable & ~abandonne) ^ (hasard.random(n) < m.ERREUR_AGENT)
    age_hors = ~demandes["age"].between(monde.reglement.age_min, monde.reglement.age_max).to_numpy()
    motif = np.select(
        [age_hors, ~demandes["scolarise_commune"], ~demandes["dans_les_delais"], ~regles["complet"], abandonne],
        [*m.MOTIFS_DU_REGLEMENT, m.MOTIF_ABANDONNE],
        default="",
    ).astype(object)
    au_hasard = hasard.choice(np.array(m.MOTIFS_DU_REGLEMENT, dtype=object), n)
    motif = np.where(motif == "", au_hasard, motif)  # refus par erreur : un motif qui ne correspond à rien
    return demandes.assign(
        instruit_par=hasard.choice(np.array(m.AGENTS_INSTRUCTEURS, dtype=object), n),
        decision=np.where(accepte, "ACCEPTE", "REFUS"),
        motif=np.where(accepte, "", motif),
    )


# --- la saisie --------------------------------------------------------------------------------------------


def salir(hasard: Generator, registre: pd.DataFrame) -> pd.DataFrame:
    """Rend la table telle qu'elle a été saisie (colonnes `COLONNES_BRUTES`, même nombre de lignes).

    registre : la sortie de `tirer_registre`. Quelques lignes y sont remplacées par des essais.
    """
    n = len(registre)
    brut = pd.DataFrame({c: registre[c] for c in COLONNES_BRUTES if c in registre})
    jours = registre["naissance"]
    brut["naissance"] = np.where(
        hasard.random(n) < PART_DATE_ISO, jours.dt.strftime("%Y-%m-%d"), jours.dt.strftime("%d/%m/%Y")
    )
    for colonne in _OUI_NON:
        brut[colonne] = _oui_non(hasard, registre[colonne].to_numpy())
    for colonne in ("heure", "pieces_fournies", "quotient_familial"):
        brut[colonne] = registre[colonne].astype(str).to_numpy(dtype=object)
    for colonne, part in PART_INCONNU.items():
        probabilite = np.full(n, part)
        if colonne == "quotient_familial":
            modeste = registre[colonne].lt(QUOTIENT_MODESTE)
            sans_avis = registre["type_famille"].map(SANS_AVIS_D_IMPOSITION)
            probabilite = probabilite + np.where(modeste, sans_avis, 0.0)
        inconnu = hasard.random(n) < probabilite
        marque = np.where(hasard.random(n) < PART_MOINS_UN, "-1", "NC")
        brut[colonne] = np.where(inconnu, marque, brut[colonne].to_numpy(dtype=object))
    for colonne, graphies in SAISIE["graphies"].items():
        brut[colonne] = _varier(hasard, registre[colonne].to_numpy(dtype=object), graphies)
    brut["jour_depot"] = _varier(hasard, registre["jour_depot"].to_numpy(dtype=object), _graphies_des_jours())
    brut["motif"] = _varier(hasard, registre["motif"].to_numpy(dtype=object), _graphies_des_motifs(registre["motif"]))
    brut["instruit_par"] = _varier(hasard, registre["instruit_par"].to_numpy(dtype=object), SAISIE["personne"], 0.6)
    brut["note"] = _notes(hasard, n)
    return _essais(hasard, brut)[list(COLONNES_BRUTES)]


def _varier(
    hasard: Generator, valeurs: np.ndarray, graphies: Mapping[str, Sequence[str]], part: float = PART_GRAPHIE
) -> np.ndarray:
    sortie = valeurs.copy()
    autrement = hasard.random(len(valeurs)) < part
    for usuelle, variantes in graphies.items():
        ou = np.flatnonzero(autrement & (valeurs == usuelle))
        sortie[ou] = hasard.choice(np.array(variantes, dtype=object), len(ou))
    return sortie


def _oui_non(hasard: Generator, valeurs: np.ndarray) -> np.ndarray:
    usuel = np.where(valeurs, "oui", "non").astype(object)
    return _varier(hasard, usuel, SAISIE["oui_non"])


def _graphies_des_jours() -> dict[str, tuple[str, ...]]:
    return {j: (j.capitalize(), j.upper(), f"{j} ", f"{j[:3]}.") for j in m.JOURS}


def _graphies_des_motifs(motifs: pd.Series) -> dict[str, tuple[str, ...]]:
    graphies = {t: (t.capitalize(), t.lower(), t.replace(" ", "  "), f"{t} ") for t in motifs.unique() if t}
    return graphies | {"": ("-", "RAS")}


def _notes(hasard: Generator, n: int) -> np.ndarray:
    notes = np.full(n, "", dtype=object)
    ou = np.flatnonzero(hasard.random(n) < PART_NOTES)
    notes[ou] = hasard.choice(np.array(SAISIE["notes"], dtype=object), len(ou))
    for i in ou[hasard.random(len(ou)) < PART_TELEPHONE]:
        a, b = hasard.integers(0, 100, 2)
        notes[i] = f"{notes[i]}, 06 39 98 {a:02d} {b:02d}"
    return notes


def _essais(hasard: Generator, brut: pd.DataFrame) -> pd.DataFrame:
    """Remplace quelques lignes isolées par des essais (« TEST TEST ») sans toucher aux clôtures ni aux reprises."""
    isolees = brut.index[~brut["id_enfant"].duplicated(keep=False)]
    ou = hasard.choice(isolees, min(max(1, round(PART_ESSAIS * len(brut))), len(isolees)), replace=False)
    brut.loc[ou, "prenom"] = hasard.choice(SAISIE["essais"], len(ou))
    brut.loc[ou, "note"] = "essai"
    brut.loc[ou, "quotient_familial"] = "-1"
    return brut
