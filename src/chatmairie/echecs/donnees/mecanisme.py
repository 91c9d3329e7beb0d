"""Le modèle : encoder des colonnes, entraîner un arbre de décision, demander un avis, repérer qui trahit le jour.

scikit-learn n'est chargé qu'au premier entraînement. Le modèle est un `DecisionTreeClassifier` de graine fixe :
les mêmes lignes donnent le même modèle.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_entier
from chatmairie.echecs.donnees.monde import exiger_jour
from chatmairie.echecs.donnees.nettoyage import COLONNES_NORMALISEES, normaliser

# Jamais encodées : elles désignent une personne, un dossier, ou sont du texte libre.
IDENTIFIANTS = ("num_dossier", "id_enfant", "id_famille", "prenom", "naissance", "note")
# Écrites après la décision : elles n'existent pas encore quand un dossier arrive.
APRES_LA_DECISION = ("instruit_par", "decision", "motif", "raison_ecart")
SEUIL = 0.5  # probabilité à partir de laquelle le modèle accepte (hypothèse du cours)


def encoder(table: pd.DataFrame, colonnes: Iterable[str], comme: Iterable[str] | None = None) -> pd.DataFrame:
    """Traduit des colonnes en nombres : une table de réels, même index, une colonne par nombre ou par catégorie.

    Un booléen devient 0 ou 1, un nombre reste un nombre, un texte devient autant de colonnes « canal=guichet ».
    Les identifiants et les textes libres (`IDENTIFIANTS`) sont ignorés ; une valeur inconnue reste vide (NaN).
    comme : colonnes encodées à l'entraînement ; les catégories absentes valent 0, les nouvelles sont ignorées.
    Lève `ValueError` si une colonne manque ou s'il ne reste rien à encoder.
    """
    noms = _liste(colonnes)
    exiger_colonnes(table, noms, "table à encoder")
    morceaux: dict[str, np.ndarray] = {}
    for nom in noms:
        if nom in IDENTIFIANTS:
            continue
        serie = table[nom]
        if pd.api.types.is_bool_dtype(serie) or pd.api.types.is_numeric_dtype(serie):
            morceaux[nom] = serie.astype("Float64").to_numpy(dtype=float, na_value=np.nan)
            continue
        textes = serie.astype(object).where(serie.notna(), "")
        codes, valeurs = pd.factorize(textes, sort=True)
        for i, valeur in enumerate(valeurs):
            if valeur != "":
                morceaux[f"{nom}={valeur}"] = (codes == i).astype(float)
    if comme is not None:
        vide = np.zeros(len(table))
        morceaux = {nom: morceaux.get(nom, vide) for nom in comme}
    if not morceaux:
        raise ValueError("Aucune colonne à encoder : il ne reste que des identifiants ou des textes libres.")
    return pd.DataFrame(morceaux, index=table.index)


@dataclass(frozen=True, eq=False)
class Modele:
    """Un modèle entraîné. `colonnes` : celles qu'il lit ; `encodees` : leur traduction en nombres."""

    colonnes: tuple[str, ...]
    encodees: tuple[str, ...]
    arbre: Any = field(repr=False)

    def avis(self, dossiers: pd.DataFrame) -> pd.Series:
        """Probabilité d'acceptation de chaque dossier, de 0 à 1, index des dossiers.

        Lève `ValueError` si une colonne apprise n'existe pas dans les dossiers.
        """
        apres = [c for c in self.colonnes if c in APRES_LA_DECISION]
        if apres and isinstance(dossiers, pd.DataFrame) and not set(apres) <= set(dossiers.columns):
            raise ValueError(
                f"Le modèle a appris sur « {', '.join(apres)} », qui s'écrit après la décision : cette information "
                "n'existe pas encore quand un dossier arrive."
            )
        nombres = encoder(dossiers, self.colonnes, comme=self.encodees)
        if nombres.empty:
            return pd.Series([], index=dossiers.index, name="avis", dtype=float)
        probabilites = self.arbre.predict_proba(nombres.to_numpy())
        classes = list(self.arbre.classes_)
        accepte = probabilites[:, classes.index(True)] if True in classes else np.zeros(len(nombres))
        return pd.Series(accepte, index=dossiers.index, name="avis", dtype=float)

    def accepte(self, dossiers: pd.DataFrame) -> pd.Series:
        """Vrai quand l'avis atteint une chance sur deux ; index des dossiers."""
        return self.avis(dossiers).ge(SEUIL).rename("accepte")


def entrainer(
    table: pd.DataFrame,
    colonnes: Iterable[str],
    profondeur: int = 7,
    feuille_min: int = 10,
    poids: Iterable[float] | None = None,
) -> Modele:
    """Entraîne un arbre de décision à reproduire la colonne `decision` (« accepte » ou « refuse ») de la table.

    colonnes : noms des colonnes que le modèle a le droit de lire (un dictionnaire convient : ses clés).
    profondeur : nombre de questions à la suite, au plus ; feuille_min : lignes par conclusion, au moins (10 par
    défaut : avec 5, l'arbre retient des exceptions ; avec 20, il manque d'exemples aux âges rares).
    Une valeur manquante reste dans la table : l'arbre apprend de quel côté l'envoyer, aucune ligne n'est perdue.
    poids : importance de chaque ligne (1 partout par défaut).
    Lève `ValueError` ou `TypeError`, en français, si la table ou les colonnes ne conviennent pas.
    """
    from sklearn.tree import DecisionTreeClassifier

    noms = _liste(colonnes)
    exiger_colonnes(table, ("decision",), "table d'entraînement")
    if "decision" in noms:
        raise ValueError("« decision » est ce que le modèle doit trouver : elle ne peut pas être dans ses colonnes.")
    if table.empty:
        raise ValueError("La table d'entraînement est vide : il n'y a rien à apprendre.")
    inconnues = sorted(set(table["decision"].astype(str)) - {"accepte", "refuse"})
    if inconnues:
        raise ValueError(f"Colonne « decision » : attendu « accepte » ou « refuse », lu « {inconnues[0]} ».")
    for nom, valeur in (("profondeur", profondeur), ("feuille_min", feuille_min)):
        exiger_entier(valeur, nom)
        if valeur < 1:
            raise ValueError(f"{nom} : attendu un entier à partir de 1, reçu {valeur}.")
    nombres = encoder(table, noms)
    arbre = DecisionTreeClassifier(max_depth=int(profondeur), min_samples_leaf=int(feuille_min), random_state=0)
    poids = None if poids is None else np.asarray(list(poids), dtype=float)
    if poids is not None and (len(poids) != len(table) or not np.isfinite(poids).all() or (poids < 0).any()):
        raise ValueError("poids : attendu un nombre positif ou nul par ligne de la table.")
    arbre.fit(nombres.to_numpy(), table["decision"].eq("accepte").to_numpy(dtype=bool), sample_weight=poids)
    return Modele(noms, tuple(nombres.columns), arbre)


def colonnes_brutes() -> tuple[str, ...]:
    """Tout ce que le modèle de la mairie a lu : chaque colonne de l'archive connue au moment du dépôt."""
    return tuple(c for c in COLONNES_NORMALISEES if c not in IDENTIFIANTS + APRES_LA_DECISION)


def entrainer_brut(archives: pd.DataFrame) -> Modele:
    """Ce qu'a fait la mairie : entraîner sur toutes les lignes et colonnes, sans demander d'où elles viennent.

    Seules les graphies sont mises en forme (`normaliser`), le strict nécessaire pour que l'entraînement tourne :
    clôtures automatiques, reprises, envois en double et critère abandonné sont appris comme des décisions.
    """
    return entrainer(normaliser(archives), colonnes_brutes())


def predire_le_jour(archives: pd.DataFrame, colonnes: Iterable[str], jour: str = "mercredi") -> float:
    """À quel point ces colonnes trahissent le jour : 0,5 environ, elles ne disent rien ; 1, elles disent tout.

    C'est une aire sous la courbe ROC, en validation croisée (trois parts), d'un petit arbre qui cherche à
    deviner si chaque dossier a été déposé ce jour-là. Archives brutes ou normalisées.
    Des identifiants seuls (`IDENTIFIANTS`) donnent 0,5 : la machine ne les lit pas.
    Lève `ValueError` si le jour, les colonnes ou la table ne conviennent pas.
    """
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.tree import DecisionTreeClassifier

    exiger_jour(jour)
    noms = _liste(colonnes)
    table = normaliser(archives) if isinstance(archives, pd.DataFrame) and "naissance" in archives else archives
    exiger_colonnes(table, (*noms, "jour_depot"), "archives")
    ce_jour = table["jour_depot"].eq(jour).to_numpy(dtype=bool)
    if min(ce_jour.sum(), (~ce_jour).sum()) < 3:
        raise ValueError(f"Trop peu de dossiers du {jour}, ou des autres jours, pour mesurer quoi que ce soit.")
    if set(noms) <= set(IDENTIFIANTS):  # la machine ne lit pas les identifiants : ils ne lui disent rien
        return 0.5
    nombres = encoder(table, noms).to_numpy()
    arbre = DecisionTreeClassifier(max_depth=5, min_samples_leaf=max(1, min(20, len(table) // 50)), random_state=0)
    parts = StratifiedKFold(3, shuffle=True, random_state=0)
    chances = cross_val_predict(arbre, nombres, ce_jour, cv=parts, method="predict_proba")[:, 1]
    return float(roc_auc_score(ce_jour, chances))


def _liste(colonnes: Iterable[str]) -> tuple[str, ...]:
    if isinstance(colonnes, str) or not isinstance(colonnes, Iterable):
        raise TypeError(f"colonnes : attendu une liste de noms de colonnes, reçu {colonnes!r}.")
    noms = tuple(dict.fromkeys(colonnes))
    if not noms:
        raise ValueError("colonnes : la liste est vide ; il en faut au moins une.")
    fautes = [c for c in noms if not isinstance(c, str)]
    if fautes:
        raise TypeError(f"colonnes : attendu des noms (textes), reçu {fautes[0]!r}.")
    return noms
