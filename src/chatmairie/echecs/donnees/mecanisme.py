"""Ce que la mairie a mis en service : les archives mises en forme, un arbre de décision entraîné, son avis.

`normaliser` est donnée aux apprenants, pour être lue. Elle ne dit pas quelles lignes sont de vraies décisions : une
archive bien rangée peut encore raconter n'importe quoi. Ce tri-là est leur travail (`ecarter`, `rapprocher`), que
`nettoyer` enchaîne. Le modèle est un `DecisionTreeClassifier` de graine fixe : les mêmes lignes donnent le même
modèle. scikit-learn n'est chargé qu'au premier entraînement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_entier
from chatmairie.echecs.donnees.archives import COLONNES_BRUTES, SAISIE
from chatmairie.echecs.donnees.monde import AGENTS_INSTRUCTEURS, JOURS, exiger_jour
from chatmairie.echecs.donnees.tirage import COLONNES_DOSSIER
from chatmairie.langue.mots import mettre_au_net

COLONNES_NORMALISEES = (*COLONNES_DOSSIER, "instruit_par", "decision", "motif")


def _sens(graphies: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Ce que l'on lit (sans accents, en majuscules) -> ce que l'on écrit."""
    return {mettre_au_net(v): usuelle for usuelle, variantes in graphies.items() for v in (usuelle, *variantes)}


_JOURS = {mettre_au_net(j)[:3]: j for j in JOURS}
_LUES = {colonne: _sens(graphies) for colonne, graphies in SAISIE["graphies"].items()}
_CANAUX, _ACTIVITES, _FAMILLES = _LUES["canal"], _LUES["activite"], _LUES["type_famille"]
_DECISIONS = {lu: "accepte" if usuelle == "ACCEPTE" else "refuse" for lu, usuelle in _LUES["decision"].items()}
_OUI_NON = {lu: usuelle == "oui" for lu, usuelle in _sens(SAISIE["oui_non"]).items()}
_PERSONNE = _sens(SAISIE["personne"]) | {code: code for code in AGENTS_INSTRUCTEURS}
_INCONNU = ("NC", "-1", "")


def normaliser(archives: pd.DataFrame) -> pd.DataFrame:
    """Met les archives brutes en forme, dans une nouvelle table (l'entrée n'est pas modifiée).

    Rend les colonnes `COLONNES_NORMALISEES`, dans l'ordre d'arrivée, numérotées de 0 à n-1 : `age` en années au
    1er septembre de `annee`, `heure` (8 à 20), `pieces_fournies` (0 à 5) et `quotient_familial` (euros par mois) en
    nombres, vides quand ils sont inconnus ; `parents_actifs` en vrai, faux ou vide ; `instruit_par` vide quand
    personne n'a instruit ; `decision` « accepte » ou « refuse » ; `motif` en majuscules, vide s'il n'y en a pas.
    Une table déjà normalisée est rendue telle quelle. Lève `ValueError` si une colonne manque ou si une
    valeur ne se lit pas.
    """
    exiger_colonnes(archives, (), "archives")
    if "naissance" not in archives and set(COLONNES_NORMALISEES) <= set(archives):
        return archives.copy()
    exiger_colonnes(archives, COLONNES_BRUTES, "archives")

    # 1. Les essais laissés par l'éditeur du logiciel ne sont des dossiers de personne.
    essais = archives["prenom"].map(mettre_au_net).eq("TEST TEST")
    table = archives[~essais].reset_index(drop=True)

    # 2. « Mercredi », « MERCREDI », « mer. » : un seul jour. Même chose pour le reste.
    table["jour_depot"] = _lire(table["jour_depot"], _JOURS, prefixe=3)
    table["canal"] = _lire(table["canal"], _CANAUX)
    table["activite"] = _lire(table["activite"], _ACTIVITES)
    table["type_famille"] = _lire(table["type_famille"], _FAMILLES)
    table["decision"] = _lire(table["decision"], _DECISIONS)
    table["instruit_par"] = _lire(table["instruit_par"], _PERSONNE)
    table["motif"] = table["motif"].map(mettre_au_net).replace({"-": "", "RAS": ""})

    # 3. Oui et non. « NC » et « -1 » veulent dire « on ne sait pas » : on le laisse vide, on n'invente rien.
    for colonne in ("scolarise_commune", "assurance_valide", "dans_les_delais", "pai_allergie"):
        table[colonne] = _lire(table[colonne], _OUI_NON).astype(bool)
    table["parents_actifs"] = _lire(table["parents_actifs"], _OUI_NON, inconnu=True).astype("boolean")
    for colonne in ("heure", "pieces_fournies", "quotient_familial"):
        table[colonne] = _nombre(table[colonne])

    # 4. Une date de naissance, écrite de deux façons, devient un âge : c'est tout ce dont le règlement a besoin.
    table["age"] = _age(table["naissance"], table["annee"])

    # 5. `naissance` et `note` (parfois un numéro de téléphone) ne servent à rien ici : on ne les garde pas.
    return table[list(COLONNES_NORMALISEES)]


def garder(table: pd.DataFrame) -> pd.DataFrame:
    """Garde les lignes dont `raison_ecart` est vide (texte vide, espaces ou valeur manquante).

    Rend une nouvelle table, colonnes et index inchangés. Lève `ValueError` si la colonne manque.
    """
    exiger_colonnes(table, ("raison_ecart",), "table à garder")
    raison = table["raison_ecart"]
    return table[raison.isna() | raison.astype(str).str.strip().eq("")].copy()


def raisons_en_texte(table: pd.DataFrame) -> pd.DataFrame:
    """La même table, où une raison absente, ou faite d'espaces, est un texte vide : `rapprocher` n'en voit pas d'autre.

    Ce qui n'est pas un texte reste tel quel.
    """
    raisons = table["raison_ecart"].astype(object)
    lues = [r.strip() if isinstance(r, str) else r for r in raisons.where(raisons.notna(), "")]
    return table.assign(raison_ecart=pd.Series(lues, index=table.index, dtype=object))


def nettoyer(
    archives: pd.DataFrame,
    ecarter: Callable[[pd.DataFrame], pd.DataFrame],
    rapprocher: Callable[[pd.DataFrame], pd.DataFrame],
) -> pd.DataFrame:
    """Enchaîne `normaliser`, `ecarter`, `rapprocher`, puis ne garde que les lignes sans raison d'écart.

    ecarter(archives_normalisees) rend la même table avec une colonne `raison_ecart` (texte vide : gardée) ;
    rapprocher(table) rend une ligne par (id_enfant, activite, annee) qui a une vraie décision.
    Lève `TypeError` ou `ValueError`, en disant laquelle des deux fonctions ne rend pas ce qu'il faut.
    """
    normalisees = normaliser(archives)
    ecartees = _appeler(ecarter, normalisees, "ecarter")
    if "raison_ecart" not in ecartees:
        raise ValueError("ecarter : la table rendue n'a pas de colonne « raison_ecart ».")
    if len(ecartees) != len(normalisees):
        raise ValueError(
            f"ecarter : la table rendue a {len(ecartees)} lignes au lieu de {len(normalisees)}. On écarte une ligne en "
            "écrivant pourquoi dans « raison_ecart », sans l'effacer : quelqu'un pourra relire vos raisons."
        )
    rapprochees = _appeler(rapprocher, raisons_en_texte(ecartees), "rapprocher")
    if "raison_ecart" in rapprochees:
        return garder(rapprochees)
    return rapprochees


def _appeler(fonction: Callable[[pd.DataFrame], pd.DataFrame], table: pd.DataFrame, nom: str) -> pd.DataFrame:
    if not callable(fonction):
        raise TypeError(f"{nom} : attendu une fonction, reçu {type(fonction).__name__}.")
    rendu = fonction(table.copy())
    if rendu is None:
        raise TypeError(f"{nom} : la fonction ne rend rien ; il manque peut-être un `return`.")
    if not isinstance(rendu, pd.DataFrame):
        raise TypeError(f"{nom} : la fonction rend {type(rendu).__name__} ; attendu une table (DataFrame).")
    return rendu


def _lire(colonne: pd.Series, sens: dict, prefixe: int | None = None, inconnu: bool = False) -> pd.Series:
    """Traduit chaque graphie connue ; `inconnu` : « NC », « -1 » et vide deviennent une valeur manquante."""
    nette = {v: mettre_au_net(str(v))[:prefixe] for v in colonne.unique()}
    illisibles = [v for v, lu in nette.items() if lu not in sens and not (inconnu and lu in _INCONNU)]
    if illisibles:
        raise ValueError(f"Colonne « {colonne.name} » : valeur illisible « {illisibles[0]} ».")
    return colonne.map({v: sens.get(lu) for v, lu in nette.items()})


def _nombre(colonne: pd.Series) -> pd.Series:
    connus = colonne.mask(colonne.astype(str).str.strip().isin(_INCONNU))
    nombres = pd.to_numeric(connus, errors="coerce").astype(float)
    illisibles = colonne[connus.notna() & nombres.isna()]
    if len(illisibles):
        raise ValueError(f"Colonne « {colonne.name} » : « {illisibles.iloc[0]} » n'est pas un nombre.")
    return nombres


def _age(naissance: pd.Series, annee: pd.Series) -> pd.Series:
    dates = pd.to_datetime(naissance, format="%d/%m/%Y", errors="coerce")
    dates = dates.fillna(pd.to_datetime(naissance, format="%Y-%m-%d", errors="coerce"))
    if dates.isna().any():
        raise ValueError(f"Colonne « naissance » : date illisible « {naissance[dates.isna()].iloc[0]} ».")
    pas_encore = (dates.dt.month * 100 + dates.dt.day) > 901  # anniversaire après le 1er septembre
    return (annee - dates.dt.year - pas_encore).astype(int)


# --- le modèle --------------------------------------------------------------------------------------------

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
