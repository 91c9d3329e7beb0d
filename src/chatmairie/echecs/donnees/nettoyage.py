"""Mettre les archives en forme : lire des graphies différentes comme une seule, et rien d'autre.

`normaliser` est donnée aux apprenants, pour être lue. Elle ne dit pas quelles lignes sont de vraies
décisions : une archive bien rangée peut encore raconter n'importe quoi. Ce tri-là est leur travail
(`ecarter`, `rapprocher`), que `nettoyer` enchaîne.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pandas as pd

from chatmairie.echecs.commun.exigences import exiger_colonnes
from chatmairie.echecs.donnees.monde import AGENTS_INSTRUCTEURS, JOURS
from chatmairie.echecs.donnees.salete import COLONNES_BRUTES
from chatmairie.langue.mots import mettre_au_net

if TYPE_CHECKING:
    from chatmairie.echecs.donnees.contrat import CONTRAT, verifier_contrat

COLONNES_NORMALISEES = (
    "num_dossier", "id_enfant", "id_famille", "prenom", "annee", "age", "jour_depot", "heure", "canal",
    "code_file", "num_ticket", "activite", "scolarise_commune", "pieces_fournies", "assurance_valide",
    "dans_les_delais", "parents_actifs", "quotient_familial", "pai_allergie", "type_famille",
    "instruit_par", "decision", "motif",
)  # fmt: skip

# Ce que l'on lit (sans accents, en majuscules) -> ce que l'on écrit.
_JOURS = {mettre_au_net(j)[:3]: j for j in JOURS}
_CANAUX = {
    "GUICHET": "guichet", "ACCUEIL": "guichet",
    "EN LIGNE": "en ligne", "INTERNET": "en ligne",
    "BOITE AUX LETTRES": "boîte aux lettres", "BAL": "boîte aux lettres",
}  # fmt: skip
_ACTIVITES = {
    "GARDERIE DU MATIN": "garderie du matin", "GARDERIE DU SOIR": "garderie du soir",
    "ANIMATIONS": "animations", "ANIMATION": "animations",
}  # fmt: skip
_FAMILLES = {"COUPLE": "couple", "MONOPARENTALE": "monoparentale", "MONO-PARENTALE": "monoparentale"}
_DECISIONS = {"ACCEPTE": "accepte", "REFUS": "refuse", "REFUSE": "refuse"}
_OUI_NON = {"OUI": True, "O": True, "NON": False, "N": False}
_PERSONNE = {"": "", "-": "", "AUTOMATE": ""} | {code: code for code in AGENTS_INSTRUCTEURS}
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


def __getattr__(nom: str):
    """`CONTRAT` et `verifier_contrat` se lisent d'ici ; pandera n'est chargé qu'à ce moment."""
    if nom in ("CONTRAT", "verifier_contrat"):
        from chatmairie.echecs.donnees import contrat

        return getattr(contrat, nom)
    raise AttributeError(f"module {__name__!r} has no attribute {nom!r}")


__all__ = ["COLONNES_NORMALISEES", "CONTRAT", "garder", "nettoyer", "normaliser", "raisons_en_texte",
           "verifier_contrat"]  # fmt: skip
