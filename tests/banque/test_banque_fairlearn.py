"""Le juge compte les torts par `groupby` ; le carnet les montre avec fairlearn : les deux disent la même chose."""

from __future__ import annotations

import pandas as pd
import pytest
from fairlearn.metrics import MetricFrame, false_negative_rate

from chatmairie import catalogue, jugement
from chatmairie.donnees.exercices import decider
from chatmairie.donnees.rejouons import par_jour
from chatmairie.donnees.simulation import rejouer
from tests.banque import banque


@pytest.mark.parametrize("colonne", decider.GROUPES)
@pytest.mark.parametrize("nom", ["faux_mercredi_a_l_agent", "faux_parents_actifs", "faux_les_grands_attendront"])
def test_la_part_de_recevables_qui_attendent_est_celle_de_metricframe(
    nom: str, colonne: str, enregistrees: dict[str, banque.Enregistrement]
) -> None:
    enregistre = enregistrees[f"donnees.decider/{nom}"]
    sujets = jugement.sujets_de_notation(catalogue.exercice("donnees.decider"))
    for sujet, execution in zip(sujets, enregistre.executions, strict=True):
        dossiers, recevable = sujet.verite["dossiers"], sujet.verite["regles"]["recevable"]
        accepte = pd.Series(execution.valeur["dossiers"], index=dossiers.index).eq("accepter")
        mesure = MetricFrame(
            metrics=false_negative_rate, y_true=recevable, y_pred=accepte, sensitive_features=dossiers[colonne]
        ).by_group
        notre = decider.parts_par_groupe(sujet, execution.valeur, colonne)["mean"]
        assert len(notre) >= 2 and notre.max() > 0
        for groupe, part in notre.items():
            assert mesure.loc[groupe] == pytest.approx(part, abs=1e-12)


def test_la_figure_du_carnet_compte_comme_metricframe() -> None:
    decisions = rejouer(2026).decisions
    mesure = MetricFrame(
        metrics=false_negative_rate,
        y_true=decisions["recevable"],
        y_pred=decisions["decision"].eq("accepter"),
        sensitive_features=decisions["jour_depot"],
    ).by_group
    table = par_jour(decisions.assign(avant=decisions["decision"], apres="accepter"))
    part = table["avant"] / table["recevables"]
    assert part["mercredi"] > 0.9
    for jour, valeur in part.items():
        assert mesure.loc[jour] == pytest.approx(valeur, abs=1e-12)
