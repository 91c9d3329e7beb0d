"""Les offres d'une consultation : ce que la mairie lit, et la qualité qu'elle ne voit pas.

Prix = estimation / 2 + lien × qualité + hasard : **hypothèse du cours**. Les notes des critères sont la qualité à
dix points près, sauf les références, qui disent seulement ce que l'on a déjà fait voir.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.monde import CRITERES, JOURS_DE_FORMATION, MONDE_DU_COURS, PLANCHER, Monde
from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_generateur

COLONNES = (
    "nom", "prix_k_eur", "methodo", "rgpd_ethique", "accessibilite", "environnement", "references",
    "plan_reversibilite", "agents_formes_jours", "abonnes_tiktok",
)  # fmt: skip
NOTES = ("methodo", "rgpd_ethique", "accessibilite", "environnement", "references")
PONDERABLES = (*CRITERES, "abonnes_tiktok")
CANDIDATS = 6
_NOMS = (
    "ScopIA", "Data&Co", "MegaConseil", "LowCostAI", "Atelier Numérique", "Mutualia Services", "Clair & Net",
    "NordTech", "Civitas Conseil", "Les Artisans du Code", "Hexa Systèmes", "Passerelle", "AgorIA", "Bureau 42",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Marche:
    """Une consultation : `offres` (ce que l'on lit), `qualite` (0 à 100, cachée), et le nom du candidat connu.

    petite : le nom de la petite entreprise inconnue, la moins chère et la meilleure, s'il y en a une (sinon "").
    """

    offres: pd.DataFrame = field(repr=False)
    qualite: pd.Series = field(repr=False)
    buzz: str = ""
    petite: str = ""


def tirer_marche(rng: Generator, monde: Monde = MONDE_DU_COURS, candidats: int = CANDIDATS) -> Marche:
    """Tire une consultation. Une offre par ligne, dans un ordre quelconque.

    Colonnes de `offres` : nom ; prix_k_eur ; methodo, rgpd_ethique, accessibilite, environnement, references
    (0 à 100, NaN si la pièce n'a pas été fournie) ; plan_reversibilite (booléen : peut-on changer de prestataire
    et reprendre ses données ?) ; agents_formes_jours (jours de formation des agents) ; abonnes_tiktok.
    """
    colonnes, buzz, petite = tirer_colonnes(rng, monde, candidats)
    offres = pd.DataFrame({c: colonnes[c] for c in COLONNES})
    return Marche(offres, pd.Series(colonnes["qualite"], index=offres["nom"], name="qualite"), buzz, petite)


def tirer_colonnes(rng: Generator, monde: Monde, candidats: int = CANDIDATS) -> tuple[dict[str, np.ndarray], str, str]:
    """Les colonnes d'une consultation (NumPy, `qualite` comprise), le candidat très suivi, la petite entreprise.

    Lève `TypeError` ou `ValueError` si les arguments sont absurdes.
    """
    exiger_generateur(rng)
    if not 3 <= candidats <= len(_NOMS):
        raise ValueError(f"candidats : attendu un entier de 3 à {len(_NOMS)}, reçu {candidats}.")
    noms = [_NOMS[i] for i in rng.permutation(len(_NOMS))[:candidats]]
    qualite = np.clip(rng.normal(60, 18, candidats), 0, 100)
    prix = monde.estimation / 2 + monde.lien * qualite + rng.normal(0, 8, candidats)
    abonnes = rng.lognormal(7, 1.5, candidats)
    references = np.clip(qualite + rng.normal(0, 18, candidats), 0, 100)
    plan, jours = rng.random(candidats) < 0.85, rng.integers(1, 12, candidats)
    buzz, petite = "", ""
    if rng.random() < monde.buzz:
        buzz = noms[0] = monde.nom_buzz
        qualite[0], prix[0] = rng.uniform(5, 15), 0.35 * np.median(prix)
        abonnes[0], references[0], plan[0], jours[0] = rng.lognormal(14.5, 0.5), rng.uniform(0, 30), False, 0
    if rng.random() < monde.moins_cher_meilleur:
        petite = noms[1]
        qualite = np.minimum(qualite, 93.0)  # personne n'égale la petite entreprise
        qualite[1] = max(88.0, float(np.delete(qualite, 1).max()) + 5)
        prix[1] = 0.8 * float(np.delete(prix, [0, 1]).min())
        if buzz:
            prix[0] = max(prix[0], prix[1] * 1.05)
        abonnes[1], references[1], plan[1], jours[1] = rng.uniform(20, 300), rng.uniform(25, 45), True, 8
    qualite = np.clip(qualite, 0, 100)
    colonnes = {"nom": np.array(noms, dtype=object), "prix_k_eur": np.round(np.maximum(prix, 8), 1)}
    for note in NOTES:
        vraie = references if note == "references" else qualite + rng.normal(0, 10, candidats)
        colonnes[note] = np.clip(np.round(vraie), 0, 100)
    if petite:
        for note in NOTES[:4]:
            colonnes[note][1] = np.round(np.clip(qualite[1] + rng.normal(0, 5), 70, 100))
    colonnes |= {
        "plan_reversibilite": plan,
        "agents_formes_jours": jours,
        "abonnes_tiktok": abonnes.astype(int),
        "qualite": qualite,
    }
    ordre = rng.permutation(candidats)
    return {nom: valeurs[ordre] for nom, valeurs in colonnes.items()}, buzz, petite


def marche_de_l_histoire() -> Marche:
    """Les cinq offres de l'histoire (fixes) : Chat'GPT Studio, LowCostAI, ScopIA, Data&Co, MegaConseil."""
    lignes = [
        ("Chat'GPT Studio", 18.0, 12, 8, 10, 14, 15, False, 0, 2_100_000, 10),
        ("LowCostAI", 31.0, 48, 45, 34, 40, 52, True, 4, 1_900, 44),
        ("ScopIA", 47.0, 90, 88, 91, 78, 66, True, 8, 640, 93),
        ("Data&Co", 52.0, 74, 70, np.nan, 61, 80, True, 6, 5_200, 72),
        ("MegaConseil", 89.0, 84, 80, 79, 70, 95, True, 10, 11_000, 82),
    ]
    table = pd.DataFrame([ligne[:-1] for ligne in lignes], columns=list(COLONNES))
    table[list(NOTES)] = table[list(NOTES)].astype(float)
    cachee = pd.Series([float(ligne[-1]) for ligne in lignes], index=table["nom"], name="qualite")
    return Marche(table, cachee, "Chat'GPT Studio", "")


def choix_du_maire(offres: pd.DataFrame) -> str:
    """La règle du maire : le moins cher, et à prix égal le plus suivi. Rend son nom."""
    exiger_colonnes(offres, ("nom", "prix_k_eur", "abonnes_tiktok"), "offres")
    return str(offres.sort_values(["prix_k_eur", "abonnes_tiktok"], ascending=[True, False])["nom"].iloc[0])


def noter_les_offres(offres: pd.DataFrame) -> pd.DataFrame:
    """Chaque critère sur 100 : le prix (le moins cher a 100, les autres au prorata), `transfert` (formation et plan).

    `abonnes_tiktok` y est aussi, au prorata du plus suivi. Une note manquante vaut 0 : la pièce n'est pas là.
    """
    exiger_colonnes(offres, COLONNES, "offres")
    notes = noter_les_colonnes({c: offres[c].to_numpy() for c in COLONNES})
    return pd.DataFrame(notes, columns=list(PONDERABLES), index=offres.index)


def noter_les_colonnes(colonnes: Mapping[str, np.ndarray]) -> np.ndarray:
    """Les notes (offres × `PONDERABLES`), comme `noter_les_offres`, à partir de colonnes NumPy."""
    prix, abonnes = colonnes["prix_k_eur"].astype(float), colonnes["abonnes_tiktok"].astype(float)
    notes = {c: np.nan_to_num(colonnes[c].astype(float)) for c in NOTES}
    notes["prix"] = 100 * prix.min() / prix
    notes["transfert"] = 50.0 * colonnes["plan_reversibilite"].astype(float) + 5.0 * np.clip(
        colonnes["agents_formes_jours"], 0, 10
    )
    notes["abonnes_tiktok"] = 100 * abonnes / max(1.0, abonnes.max())
    return np.column_stack([notes[c] for c in PONDERABLES])


def classer(offres: pd.DataFrame, ponderation: Mapping[str, float]) -> pd.DataFrame:
    """Les offres, de la mieux notée à la moins bien notée, avec leur `note` sur 100 (somme pondérée).

    ponderation : critère -> poids (positifs ; seules leurs proportions comptent). Une table vide reste vide :
    personne à classer, la consultation est « sans suite ». Lève `ValueError` si un critère ou un poids est absurde.
    """
    inconnus = [c for c in ponderation if c not in PONDERABLES]
    if inconnus:
        raise ValueError(f"Critère inconnu : {inconnus[0]}. Les critères : {', '.join(CRITERES)}.")
    total = float(sum(ponderation.values()))
    if total <= 0 or any(p < 0 for p in ponderation.values()):
        raise ValueError("Les poids sont positifs, et l'un d'eux au moins n'est pas nul.")
    if offres.empty:
        return offres.assign(note=pd.Series(dtype=float))
    notes = noter_les_offres(offres)
    note = sum((notes[c] * p for c, p in ponderation.items()), pd.Series(0.0, index=offres.index)) / total
    return offres.assign(note=note.round(1)).iloc[np.argsort(-note.to_numpy(), kind="stable")].reset_index(drop=True)


def respecte_le_reglement(offres: pd.DataFrame | Mapping[str, np.ndarray]) -> Any:
    """Vrai là où une offre remplit le règlement de la consultation : planchers, plan de réversibilité, formation."""
    return (
        (offres["rgpd_ethique"] >= PLANCHER)
        & (offres["accessibilite"] >= PLANCHER)
        & offres["plan_reversibilite"].astype(bool)
        & (offres["agents_formes_jours"] >= JOURS_DE_FORMATION)
    )


def appliquer_les_planchers(offres: pd.DataFrame) -> pd.DataFrame:
    """Les offres que le règlement de la consultation laisse concourir (toutes leurs pièces sont là). Peut être vide."""
    return offres[respecte_le_reglement(offres)].reset_index(drop=True)
