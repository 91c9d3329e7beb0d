"""Ce que dit une table de décisions, et avec quelle assurance. Rien ici n'est une preuve de faute.

Un écart n'est dit que s'il ne s'explique pas par le hasard de tous les essais faits ensemble (Holm), et s'il compte
(`ECART_MIN`). Quand une règle lit certaines colonnes, les dossiers ne sont comparés qu'à réponses égales
(Cochran-Mantel-Haenszel).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.echecs.mes_decisions.lecture import JOURS, en_dates, est_un_jour, nu

SEUIL = 0.01
"""Une fausse alerte pour cent tables sans histoire, tous les essais d'une table compris."""
ECART_MIN = 0.05
"""Cinq refus de plus sur cent : en dessous, l'écart n'est pas dit."""
GROUPE_MIN = 30
"""Un groupe plus petit ne se juge pas."""
VALEURS_MAX = 40
TRANCHES = 4
REDITE = 0.85
"""Deux groupes sont presque les mêmes quand cette part des lignes de l'un ou de l'autre est dans les deux."""
SEMAINES_MIN, DOUBLES_MIN = 6, 6
_NOMS_DE_MOTIF = ("motif", "raison", "cause", "justif")


@dataclass(frozen=True)
class Ecart:
    """Un groupe et les autres. reste : part refusée du reste (à réponses égales, avec une règle).
    calendrier : vrai pour un jour, une heure, une semaine, ce qui ne devrait rien changer."""

    critere: str
    valeur: str
    refuses: int
    total: int
    reste: float
    calendrier: bool = False

    @property
    def en_trop(self) -> float:
        """Refus de plus que si ce groupe était traité comme les autres."""
        return self.refuses - self.reste * self.total


@dataclass
class Constats:
    """total, refuses : les décisions lues. sans_decision : lignes sans oui ni non. ecarts : du plus de refus en trop au
    moins. petits : groupes trop petits. redites : deux écarts qui sont presque les mêmes lignes. motifs :
    colonnes remplies surtout aux refus. fermetures : (colonne vide, lignes, refus). doubles, contraires : lignes qui se
    répètent, avec la même décision ou une autre."""

    total: int
    refuses: int
    sans_decision: int = 0
    ecarts: list[Ecart] = field(default_factory=list)
    petits: list[tuple[str, str, int]] = field(default_factory=list)
    redites: list[tuple[Ecart, Ecart]] = field(default_factory=list)
    motifs: list[str] = field(default_factory=list)
    fermetures: list[tuple[str, int, int]] = field(default_factory=list)
    doubles: int = 0
    contraires: int = 0


def constater(table: pd.DataFrame, decision: str, refuse: pd.Series, groupes: Any, regles: list[str]) -> Constats:
    """Tout ce qui se constate. refuse : vrai, faux ou absent. groupes : colonnes à regarder (`None` : toutes)."""
    dites = refuse.notna()
    table, non = table[dites].reset_index(drop=True), refuse[dites].astype(bool).to_numpy()
    faits = Constats(int(len(non)), int(non.sum()), int((~dites).sum()))
    autres = [c for c in table.columns if c != decision]
    faits.motifs = [c for c in autres if _est_un_motif(table[c], non)]
    faits.fermetures = [(c, *f) for c in autres if c not in faits.motifs and (f := _fermetures(table[c], non))]
    faits.doubles, faits.contraires = _doubles(table, decision, autres)
    criteres = {n: v for c in autres if c not in faits.motifs for n, v in _criteres(c, table[c]).items()}
    regardees = set(autres if groupes is None else groupes)
    strates = _strates(criteres, regles, len(non))
    essais = []
    for nom, (valeurs, calendrier, origine) in criteres.items():
        if origine in regardees and origine not in regles:
            essais += _essayer(nom, valeurs, calendrier, non, strates, faits)
    faits.ecarts = sorted(_retenir(essais), key=lambda e: -e.en_trop)
    faits.redites = _redites(faits.ecarts, criteres)
    return faits


def _criteres(nom: str, colonne: pd.Series) -> dict[str, tuple[pd.Series, bool, str]]:
    """Nom -> (groupe de chaque ligne, est-ce le calendrier, colonne) : valeurs, tranches, jour d'une date."""
    dates = en_dates(colonne)
    if dates is not None:
        jours = dates.dt.day_of_week.map(dict(enumerate(JOURS)))
        lundis = dates - pd.to_timedelta(dates.dt.day_of_week, unit="D")
        semaines = lundis.dt.strftime("semaine du %d/%m/%Y")
        faits = {f"{nom} (jour)": (jours, True, nom)}
        if SEMAINES_MIN <= semaines.nunique() <= 120:
            faits[f"{nom} (semaine)"] = (semaines, True, nom)
        return faits
    valeurs = colonne.map(nu, na_action="ignore")
    if 2 <= valeurs.nunique() <= VALEURS_MAX:
        if est_un_jour(valeurs.dropna().unique()):
            return {nom: (valeurs.str[:3].map({j[:3]: j for j in JOURS}), True, nom)}  # « mer. » et « mercredi »
        return {nom: (valeurs, nu(nom).startswith("heure"), nom)}
    nombres = pd.to_numeric(
        colonne.astype(str).str.replace(",", ".").str.replace(r"\s", "", regex=True), errors="coerce"
    )
    if nombres.notna().mean() > 0.9 and valeurs.nunique() < 0.95 * len(valeurs):
        return {
            nom: (
                pd.qcut(nombres, TRANCHES, duplicates="drop").cat.rename_categories(_tranche).astype(object),
                False,
                nom,
            )
        }
    return {}


def _tranche(intervalle: Any) -> str:
    return f"de {intervalle.left:g} à {intervalle.right:g}".replace(".", ",")


def _est_un_motif(colonne: pd.Series, non: np.ndarray) -> bool:
    """Vrai pour une colonne qui dit la décision : c'est son nom, ou elle n'est remplie qu'aux refus."""
    rempli = colonne.notna().to_numpy()
    if nu(colonne.name).startswith(_NOMS_DE_MOTIF):
        return True
    return bool(rempli[non].mean() > 0.5 and rempli[~non].mean() < 0.02)


def _fermetures(colonne: pd.Series, non: np.ndarray) -> tuple[int, int] | None:
    """Les lignes où cette case est vide, quand presque toutes sont des refus et que les autres ne le sont pas."""
    vide = colonne.isna().to_numpy()
    if vide.sum() < GROUPE_MIN or vide.mean() > 0.5:
        return None
    refus = int(non[vide].sum())
    return (int(vide.sum()), refus) if non[vide].mean() > 0.97 and non[~vide].mean() < 0.9 else None


def _doubles(table: pd.DataFrame, decision: str, autres: list[str]) -> tuple[int, int]:
    """Lignes identiques à une autre, numéros propres à une ligne mis à part : même décision, ou contraire."""
    communes = [c for c in autres if table[c].nunique() < 0.95 * len(table)]
    if not communes:
        return 0, 0
    ecrites = table[communes].astype(str)
    n = len(ecrites)
    hasard = math.prod(float((c.value_counts(normalize=True) ** 2).sum()) for _, c in ecrites.items())
    pareilles = ecrites.duplicated(keep=False)
    if pareilles.sum() < DOUBLES_MIN + 5 * n * (n - 1) * hasard:  # deux personnes peuvent avoir les mêmes réponses
        return 0, 0
    aussi = table[[*communes, decision]].astype(str).duplicated(keep=False)
    return int((pareilles & aussi).sum()), int((pareilles & ~aussi).sum())


def _redites(ecarts: list[Ecart], criteres: dict[str, Any]) -> list[tuple[Ecart, Ecart]]:
    """Les couples d'écarts qui sont presque les mêmes lignes : une colonne redit l'autre."""
    lignes = [criteres[e.critere][0].eq(e.valeur).fillna(value=False).to_numpy(dtype=bool) for e in ecarts]
    return [
        (ecarts[i], ecarts[j])
        for i in range(len(ecarts))
        for j in range(i + 1, len(ecarts))
        if criteres[ecarts[i].critere][2] != criteres[ecarts[j].critere][2]
        and (lignes[i] & lignes[j]).sum() >= REDITE * (lignes[i] | lignes[j]).sum()
    ]


def _strates(criteres: dict[str, Any], regles: list[str], n: int) -> np.ndarray:
    """Le numéro du groupe de réponses égales de chaque ligne (un seul groupe s'il n'y a pas de règle)."""
    lues = [criteres[c][0].fillna("vide") for c in regles if c in criteres]
    return pd.DataFrame(np.zeros(n)).groupby(lues).ngroup().to_numpy() if lues else np.zeros(n, int)


def _essayer(
    nom: str, valeurs: pd.Series, calendrier: bool, non: np.ndarray, strates: np.ndarray, faits: Constats
) -> list[tuple[float, Ecart]]:
    essais = []
    for valeur, total in valeurs.value_counts().items():
        if total < GROUPE_MIN:
            faits.petits.append((nom, str(valeur), int(total)))
            continue
        dedans = valeurs.eq(valeur).fillna(value=False).to_numpy(dtype=bool)
        dehors = valeurs.notna().to_numpy() & ~dedans
        if dehors.sum() < GROUPE_MIN:
            continue
        p, reste = _comparer(dedans, dehors, non, strates)
        essais.append((p, Ecart(nom, str(valeur), int(non[dedans].sum()), int(total), reste, calendrier)))
    return essais


def _comparer(dedans: np.ndarray, dehors: np.ndarray, non: np.ndarray, strates: np.ndarray) -> tuple[float, float]:
    """La probabilité d'un tel écart par hasard (CMH, corrigé de continuité), et la part attendue de refus."""
    n = strates.max() + 1
    n1, n2 = (np.bincount(strates[m], minlength=n).astype(float) for m in (dedans, dehors))
    a, c = (np.bincount(strates[m & non], minlength=n).astype(float) for m in (dedans, dehors))
    comparables = (n1 > 0) & (n2 > 0)
    n1, n2, a, c = (x[comparables] for x in (n1, n2, a, c))
    total, refus = n1 + n2, a + c
    variance = (n1 * n2 * refus * (total - refus) / (total**2 * np.maximum(total - 1, 1))).sum()
    if not variance:
        return 1.0, float(non[dedans].mean())
    ecart = abs(a.sum() - (n1 * refus / total).sum())
    p = math.erfc(max(0.0, ecart - 0.5) / math.sqrt(2 * variance))  # la queue d'un khi-deux à un degré
    attendus = float((n1 * c / n2).sum())
    return p, (attendus + float(non[dedans].sum() - a.sum())) / float(dedans.sum())


def _retenir(essais: list[tuple[float, Ecart]]) -> list[Ecart]:
    """Ceux qui passent le seuil de Holm, dont le groupe est le plus refusé, et dont l'écart compte."""
    retenus = []
    for rang, (p, ecart) in enumerate(sorted(essais, key=lambda e: e[0])):
        if p > SEUIL / (len(essais) - rang):
            break
        if ecart.refuses / ecart.total - ecart.reste >= ECART_MIN:
            retenus.append(ecart)
    return retenus
