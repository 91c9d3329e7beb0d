"""Les saletés d'une vraie saisie : graphies, valeurs inconnues, essais oubliés, notes libres.

Toutes les parts sont des hypothèses du cours. Rien ici ne change une décision : nettoyer ces saletés ne
répare pas l'archive, c'est tout l'intérêt. Les téléphones des notes sont pris dans la plage 06 39 98 xx xx,
réservée aux œuvres de fiction par le plan de numérotation français.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees import monde as m

PART_GRAPHIE = 0.20  # part des cellules écrites autrement que la forme usuelle
PART_DATE_ISO = 0.35  # part des dates de naissance écrites « 2016-03-12 »
PART_ESSAIS = 0.005  # part des lignes « TEST TEST », laissées par l'éditeur du logiciel
PART_NOTES = 0.15  # part des lignes qui portent une note libre
PART_TELEPHONE = 0.15  # part des notes qui contiennent un téléphone
PART_INCONNU = {"heure": 0.04, "parents_actifs": 0.03, "quotient_familial": 0.04, "pieces_fournies": 0.006}
SANS_AVIS_D_IMPOSITION = {"couple": 0.06, "monoparentale": 0.16}  # sous le seuil ci-dessous : « NC » en plus
QUOTIENT_MODESTE = 650  # euros par mois : sous ce quotient, l'avis d'imposition manque plus souvent
PART_MOINS_UN = 0.35  # part des valeurs inconnues écrites « -1 » plutôt que « NC »

_GRAPHIES: dict[str, dict[str, tuple[str, ...]]] = {
    "canal": {
        "guichet": ("Guichet", "GUICHET", "guichet ", "accueil"),
        "en ligne": ("En ligne", "EN LIGNE", "internet", "en  ligne"),
        "boîte aux lettres": ("boite aux lettres", "BAL", "Boîte aux lettres", "BOITE AUX LETTRES"),
    },
    "activite": {
        "garderie du matin": ("Garderie du matin", "GARDERIE DU MATIN", "garderie du  matin"),
        "garderie du soir": ("Garderie du soir", "GARDERIE DU SOIR", "garderie du soir "),
        "animations": ("Animations", "ANIMATIONS", "animation"),
    },
    "decision": {
        "ACCEPTE": ("Accepté", "accepte", "ACCEPTE ", "ACCEPTÉ"),
        "REFUS": ("Refus", "refus", "REFUS ", "REFUSE", "Refusé"),
    },
    "type_famille": {
        "couple": ("Couple", "COUPLE"),
        "monoparentale": ("Monoparentale", "MONOPARENTALE", "mono-parentale"),
    },
}
_OUI = ("Oui", "OUI", "O", "oui ")
_NON = ("Non", "NON", "N", "non ")
_OUI_NON = ("scolarise_commune", "assurance_valide", "dans_les_delais", "parents_actifs", "pai_allergie")
_NOTES = (
    "vu avec la famille",
    "pièce apportée le lendemain",
    "demande à être rappelée",
    "fratrie, voir l'autre dossier",
    "doublon papier ?",
    "a laissé un message au standard",
)
COLONNES_BRUTES = (
    "num_dossier", "id_enfant", "id_famille", "prenom", "naissance", "annee", "jour_depot", "heure", "canal",
    "code_file", "num_ticket", "activite", "scolarise_commune", "pieces_fournies", "assurance_valide",
    "dans_les_delais", "parents_actifs", "quotient_familial", "pai_allergie", "type_famille", "note",
    "instruit_par", "decision", "motif",
)  # fmt: skip


def salir(rng: Generator, registre: pd.DataFrame) -> pd.DataFrame:
    """Rend la table telle qu'elle a été saisie (colonnes `COLONNES_BRUTES`, même nombre de lignes).

    registre : la sortie de `archives.tirer_registre`. Quelques lignes y sont remplacées par des essais.
    """
    n = len(registre)
    brut = pd.DataFrame({c: registre[c] for c in COLONNES_BRUTES if c in registre})
    jours = registre["naissance"]
    brut["naissance"] = np.where(
        rng.random(n) < PART_DATE_ISO, jours.dt.strftime("%Y-%m-%d"), jours.dt.strftime("%d/%m/%Y")
    )
    for colonne in _OUI_NON:
        brut[colonne] = _oui_non(rng, registre[colonne].to_numpy())
    for colonne in ("heure", "pieces_fournies", "quotient_familial"):
        brut[colonne] = registre[colonne].astype(str).to_numpy(dtype=object)
    for colonne, part in PART_INCONNU.items():
        probabilite = np.full(n, part)
        if colonne == "quotient_familial":
            modeste = registre[colonne].lt(QUOTIENT_MODESTE)
            sans_avis = registre["type_famille"].map(SANS_AVIS_D_IMPOSITION)
            probabilite = probabilite + np.where(modeste, sans_avis, 0.0)
        inconnu = rng.random(n) < probabilite
        marque = np.where(rng.random(n) < PART_MOINS_UN, "-1", "NC")
        brut[colonne] = np.where(inconnu, marque, brut[colonne].to_numpy(dtype=object))
    for colonne, graphies in _GRAPHIES.items():
        brut[colonne] = _varier(rng, registre[colonne].to_numpy(dtype=object), graphies)
    brut["jour_depot"] = _varier(rng, registre["jour_depot"].to_numpy(dtype=object), _graphies_des_jours())
    brut["motif"] = _varier(rng, registre["motif"].to_numpy(dtype=object), _graphies_des_motifs(registre["motif"]))
    personne = {"": ("-", "AUTOMATE", "automate")}
    brut["instruit_par"] = _varier(rng, registre["instruit_par"].to_numpy(dtype=object), personne, part=0.6)
    brut["note"] = _notes(rng, n)
    return _essais(rng, brut)[list(COLONNES_BRUTES)]


def _varier(
    rng: Generator, valeurs: np.ndarray, graphies: Mapping[str, tuple[str, ...]], part: float = PART_GRAPHIE
) -> np.ndarray:
    sortie = valeurs.copy()
    autrement = rng.random(len(valeurs)) < part
    for usuelle, variantes in graphies.items():
        ou = np.flatnonzero(autrement & (valeurs == usuelle))
        sortie[ou] = rng.choice(np.array(variantes, dtype=object), len(ou))
    return sortie


def _oui_non(rng: Generator, valeurs: np.ndarray) -> np.ndarray:
    usuel = np.where(valeurs, "oui", "non").astype(object)
    return _varier(rng, usuel, {"oui": _OUI, "non": _NON})


def _graphies_des_jours() -> dict[str, tuple[str, ...]]:
    return {j: (j.capitalize(), j.upper(), f"{j} ", f"{j[:3]}.") for j in m.JOURS}


def _graphies_des_motifs(motifs: pd.Series) -> dict[str, tuple[str, ...]]:
    graphies = {t: (t.capitalize(), t.lower(), t.replace(" ", "  "), f"{t} ") for t in motifs.unique() if t}
    return graphies | {"": ("-", "RAS")}


def _notes(rng: Generator, n: int) -> np.ndarray:
    notes = np.full(n, "", dtype=object)
    ou = np.flatnonzero(rng.random(n) < PART_NOTES)
    notes[ou] = rng.choice(np.array(_NOTES, dtype=object), len(ou))
    for i in ou[rng.random(len(ou)) < PART_TELEPHONE]:
        a, b = rng.integers(0, 100, 2)
        notes[i] = f"{notes[i]}, 06 39 98 {a:02d} {b:02d}"
    return notes


def _essais(rng: Generator, brut: pd.DataFrame) -> pd.DataFrame:
    """Remplace quelques lignes isolées par des essais (« TEST TEST ») sans toucher aux clôtures ni aux reprises."""
    isolees = brut.index[~brut["id_enfant"].duplicated(keep=False)]
    ou = rng.choice(isolees, min(max(1, round(PART_ESSAIS * len(brut))), len(isolees)), replace=False)
    brut.loc[ou, "prenom"] = rng.choice(["TEST TEST", "test test", "Test TEST"], len(ou))
    brut.loc[ou, "note"] = "essai"
    brut.loc[ou, "quotient_familial"] = "-1"
    return brut
