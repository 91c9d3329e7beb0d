"""Ce que mesure `make mesures` pour le module 01 : les trois solutions, et ce que coûte chaque façon d'acheter.

La première table est enregistrée dans le paquet (`frugalite_mesures.csv`) : tout le monde lit les mêmes chiffres, avec
« chez vous » à côté dans le carnet.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from chatmairie.echecs.choix_ia.frugalite import ENREGISTREES, mesurer_les_solutions
from chatmairie.echecs.choix_ia.mecanisme import appliquer_les_planchers
from chatmairie.echecs.choix_ia.monde import Monde
from chatmairie.echecs.choix_ia.remedes import choisir_partout, par_les_poids
from chatmairie.echecs.choix_ia.tirage import tirer_marche

MAIRIES = 300
POIDS_DU_PRIX = (100, 60, 50, 40, 30, 0)
CRITERES = ("methodo", "rgpd_ethique", "accessibilite", "environnement")


def enregistrer_les_solutions() -> pd.DataFrame:
    """Mesure les trois solutions ici, et remplace la table que lit le carnet. Rend cette table."""
    mesures = mesurer_les_solutions()
    mesures.to_csv(ENREGISTREES, sep=";", index=False)
    return mesures


def table_des_poids() -> pd.DataFrame:
    """Par poids du prix, sans et avec planchers : ce que gagne le candidat très suivi, et le surcoût."""
    hasard = np.random.default_rng(2026)
    monde = Monde()
    marches = [tirer_marche(hasard, monde) for _ in range(MAIRIES)]
    lignes = []
    for prix in POIDS_DU_PRIX:
        poids = {"prix": prix, **dict.fromkeys(CRITERES, (100 - prix) / len(CRITERES))}
        ligne: dict[str, object] = {"poids du prix (%)": prix}
        for quoi, garder in (("sans plancher", lambda offres: offres), ("avec planchers", appliquer_les_planchers)):
            bilan = choisir_partout(marches, par_les_poids(poids, garder), monde)
            ligne[f"{quoi} : le très suivi gagne, sur 100"] = round(100 * float(bilan["buzz"].mean()), 1)
            ligne[f"{quoi} : coût complet sur le meilleur"] = round(
                float((bilan["cout_total"] / bilan["meilleur_cout"]).mean()), 2
            )
        lignes.append(ligne)
    return pd.DataFrame(lignes)


def en_markdown(table: pd.DataFrame) -> str:
    """La table, en Markdown, avec des virgules."""
    lignes = ["| " + " | ".join(map(str, table.columns)) + " |", "|" + "---|" * len(table.columns)]
    for valeurs in table.itertuples(index=False):
        lignes.append("| " + " | ".join(_fr(v) for v in valeurs) + " |")
    return "\n".join(lignes)


def _fr(valeur: object) -> str:
    return f"{valeur:g}".replace(".", ",") if isinstance(valeur, (int, float, np.number)) else str(valeur)


if __name__ == "__main__":
    print(en_markdown(table_des_poids()))
    print(en_markdown(enregistrer_les_solutions()))
