"""La figure du carnet compte les torts par `groupby` ; fairlearn dit la même chose."""

from __future__ import annotations

import pytest
from fairlearn.metrics import MetricFrame, false_negative_rate

from chatmairie.echecs.donnees.rejeu import rejouer
from chatmairie.echecs.donnees.remedes import par_jour


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
