"""Les offres d'une consultation sont tirées : ce que la mairie lit, et la qualité qu'elle ne voit pas.

Prix = estimation / 2 + lien × qualité + hasard : **hypothèse du cours**. Les notes des critères sont la qualité à
dix points près, sauf les références, qui disent seulement ce que l'on a déjà fait voir.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.monde import MONDE_DU_COURS, Monde
from chatmairie.echecs.commun.exigences import exiger_generateur

COLONNES = (
    "nom", "prix_k_eur", "methodo", "rgpd_ethique", "accessibilite", "environnement", "references",
    "plan_reversibilite", "agents_formes_jours", "abonnes_tiktok",
)  # fmt: skip
NOTES = ("methodo", "rgpd_ethique", "accessibilite", "environnement", "references")
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


def tirer_marche(hasard: Generator, monde: Monde = MONDE_DU_COURS, candidats: int = CANDIDATS) -> Marche:
    """Tire une consultation. Une offre par ligne, dans un ordre quelconque.

    Colonnes de `offres` : nom ; prix_k_eur ; methodo, rgpd_ethique, accessibilite, environnement, references
    (0 à 100, NaN si la pièce n'a pas été fournie) ; plan_reversibilite (booléen : peut-on changer de prestataire
    et reprendre ses données ?) ; agents_formes_jours (jours de formation des agents) ; abonnes_tiktok.
    """
    colonnes, buzz, petite = tirer_colonnes(hasard, monde, candidats)
    offres = pd.DataFrame({c: colonnes[c] for c in COLONNES})
    return Marche(offres, pd.Series(colonnes["qualite"], index=offres["nom"], name="qualite"), buzz, petite)


def tirer_colonnes(
    hasard: Generator, monde: Monde, candidats: int = CANDIDATS
) -> tuple[dict[str, np.ndarray], str, str]:
    """Les colonnes d'une consultation (NumPy, `qualite` comprise), le candidat très suivi, la petite entreprise.

    Lève `TypeError` ou `ValueError` si les arguments sont absurdes.
    """
    exiger_generateur(hasard)
    if not 3 <= candidats <= len(_NOMS):
        raise ValueError(f"candidats : attendu un entier de 3 à {len(_NOMS)}, reçu {candidats}.")
    noms = [_NOMS[i] for i in hasard.permutation(len(_NOMS))[:candidats]]
    qualite = np.clip(hasard.normal(60, 18, candidats), 0, 100)
    prix = monde.estimation / 2 + monde.lien * qualite + hasard.normal(0, 8, candidats)
    abonnes = hasard.lognormal(7, 1.5, candidats)
    references = np.clip(qualite + hasard.normal(0, 18, candidats), 0, 100)
    plan, jours = hasard.random(candidats) < 0.85, hasard.integers(1, 12, candidats)
    buzz, petite = "", ""
    if hasard.random() < monde.buzz:
        buzz = noms[0] = monde.nom_buzz
        qualite[0], prix[0] = hasard.uniform(5, 15), 0.35 * np.median(prix)
        abonnes[0], references[0], plan[0], jours[0] = hasard.lognormal(14.5, 0.5), hasard.uniform(0, 30), False, 0
    if hasard.random() < monde.moins_cher_meilleur:
        petite = noms[1]
        qualite = np.minimum(qualite, 93.0)  # personne n'égale la petite entreprise
        qualite[1] = max(88.0, float(np.delete(qualite, 1).max()) + 5)
        prix[1] = 0.8 * float(np.delete(prix, [0, 1]).min())
        if buzz:
            prix[0] = max(prix[0], prix[1] * 1.05)
        abonnes[1], references[1], plan[1], jours[1] = hasard.uniform(20, 300), hasard.uniform(25, 45), True, 8
    qualite = np.clip(qualite, 0, 100)
    colonnes = {"nom": np.array(noms, dtype=object), "prix_k_eur": np.round(np.maximum(prix, 8), 1)}
    for note in NOTES:
        vraie = references if note == "references" else qualite + hasard.normal(0, 10, candidats)
        colonnes[note] = np.clip(np.round(vraie), 0, 100)
    if petite:
        for note in NOTES[:4]:
            colonnes[note][1] = np.round(np.clip(qualite[1] + hasard.normal(0, 5), 70, 100))
    colonnes |= {
        "plan_reversibilite": plan,
        "agents_formes_jours": jours,
        "abonnes_tiktok": abonnes.astype(int),
        "qualite": qualite,
    }
    ordre = hasard.permutation(candidats)
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
