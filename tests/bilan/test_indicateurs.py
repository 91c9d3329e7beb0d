"""Les intervalles des indicateurs du bilan : les mesures des carnets, refaites, y tombent toutes."""

from __future__ import annotations

import numpy as np

from chatmairie.echecs.acte.remedes import rejouer_avec as rejouer_les_actes
from chatmairie.echecs.bilan import resultats
from chatmairie.echecs.bilan.indicateurs import INDICATEURS, SUPPOSES
from chatmairie.echecs.campagne.rejeu import rejouer as rejouer_la_campagne
from chatmairie.echecs.choix_ia.mecanisme import derouler, en_table, mesurer
from chatmairie.echecs.choix_ia.rejeu import rejouer as rejouer_le_service
from chatmairie.echecs.design.remedes import essayer_les_remedes
from chatmairie.echecs.donnees.rejeu import rejouer as rejouer_la_rentree
from outils import banque


def _mesures() -> dict[str, tuple[float, float | None]]:
    """Indicateur -> ce qu'il vaut (service qui a gardé le défaut, service réparé ou sain), refait ici."""
    graine, lus = resultats.graine(), resultats.charger()
    decisions = rejouer_la_rentree(graine).decisions
    recevables = decisions[decisions["recevable"]]
    service = rejouer_le_service(graine)
    sain = derouler(np.random.default_rng([graine, 1]))
    malade, bon = (en_table(d, service.retrait) for d in (service.deroule, sain))
    comprises = essayer_les_remedes(graine).comprises
    pieces = {}
    for identifiant in ("acte.minimiser", "acte.politique", "acte.regler_code", "acte.notifier"):
        pieces |= banque.executer(banque.justes(identifiant)[1])
    demandes = rejouer_les_actes(graine, **pieces).demandes
    elle = demandes["demandeur"].eq("la personne")
    campagne = rejouer_la_campagne(graine)
    return {
        "echecs_pire_public": tuple((t["echecs"] / t["demandes"]).max() for t in (malade, bon)),
        "satisfaction": tuple(float(mesurer(d, "satisfaction")[1][9]) for d in (service.deroule, sain)),
        "plaintes": tuple(d.plaintes[:30].sum() / 30 for d in (service.deroule, sain)),
        "refus_a_tort_pire_groupe": (
            recevables["decision"].eq("refuser").groupby(recevables["jour_depot"]).mean().max(),
            lus["donnees"].apres / lus["donnees"].sur,
        ),
        "comprehension_pire_facon": (
            min(comprises["retirer les questions en argot"].values()) / 100,
            min(comprises["tout garder"].values()) / 100,
        ),
        "parcours_reussis": tuple(10 * (1 - x / lus["design"].sur) for x in (lus["design"].avant, lus["design"].apres)),
        "actes_a_un_autre": tuple(1000 * x / len(demandes) for x in (lus["acte"].avant, lus["acte"].apres)),
        "delai_acte": (
            demandes.loc[elle & demandes["etat"].eq("remis"), "minutes"].mean(),
            demandes.loc[elle & demandes["apres"].isin(("servi", "pas_besoin")), "minutes_apres"].mean(),
        ),
        "recus_sans_accord": tuple(
            1000 * x / lus["campagne"].sur for x in (lus["campagne"].avant, lus["campagne"].apres)
        ),
        "entrees_internes": (campagne.verite["nature"].eq("interne").sum(), None),
    }


def test_les_indicateurs_contiennent_ce_que_les_rejeux_ont_mesure() -> None:
    mesures = _mesures()
    assert set(mesures) | set(SUPPOSES) == set(INDICATEURS) and not set(mesures) & set(SUPPOSES)
    for code, (malade, sain) in mesures.items():
        (bas, haut), (bas_sain, haut_sain) = INDICATEURS[code].malade, INDICATEURS[code].sain
        assert bas <= malade <= haut, (code, malade)
        assert sain is None or bas_sain <= sain <= haut_sain, (code, sain)
    assert {i.echec for i in INDICATEURS.values()} == set(resultats.ECHECS)
