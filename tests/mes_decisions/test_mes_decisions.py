"""Une personne donne la table de son service : ce qui se lit, ce qui se dit, ce qui ne se dit pas."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs.donnees.monde import JOURS, MONDE_DU_COURS
from chatmairie.echecs.donnees.rejeu import rejouer
from chatmairie.echecs.mes_decisions import lecture
from chatmairie.echecs.mes_decisions.constats import GROUPE_MIN
from chatmairie.echecs.mes_decisions.rapport import AILLEURS, Rapport, a_distance, auditer_mes_decisions, rapport

REGLES = ["scolarise_commune", "pieces_fournies", "assurance_valide", "dans_les_delais", "parents_actifs", "activite"]


def table_propre(graine: int) -> pd.DataFrame:
    """Des décisions tirées au sort : aucune colonne n'y est pour rien."""
    hasard = np.random.default_rng(graine)
    n = int(hasard.integers(300, 3000))
    table = pd.DataFrame({
        "Dossier": [f"D{i}" for i in range(n)],
        "Date de dépôt": pd.Timestamp("2025-01-06") + pd.to_timedelta(hasard.integers(0, 300, n), unit="D"),
        "Quartier": hasard.choice([f"Quartier {i}" for i in range(12)], n),
        "Âge": hasard.integers(18, 90, n),
        "Situation": hasard.choice(["couple", "seul", "autre"], n, p=[0.6, 0.35, 0.05]),
        "Agent": hasard.choice(["AG1", "AG2", "AG3", None], n),
        "Décision": np.where(hasard.random(n) < hasard.uniform(0.1, 0.6), "Refusé", "Accepté"),
    })  # fmt: skip
    return table


@pytest.mark.parametrize("graine", [1, 2026, 7001])
def test_l_archive_du_cours_montre_seule_son_mercredi_et_ses_fermetures(graine: int) -> None:
    faits = rapport(rejouer(graine).archives).constats
    jours = [e for e in faits.ecarts if e.critere == "jour_depot"]
    assert [e.valeur for e in jours] == [MONDE_DU_COURS.jour_sale] and jours[0].calendrier
    assert jours[0].en_trop > 500
    assert [c for c, _, _ in faits.fermetures] == ["instruit_par"]
    assert all(lignes == refus for _, lignes, refus in faits.fermetures)
    assert {"code_file", "jour_depot"} in [{a.critere, b.critere} for a, b in faits.redites]


def test_a_reponses_egales_la_regle_n_est_plus_un_ecart_et_le_mercredi_le_reste() -> None:
    archives = rejouer(2026).archives
    sans, avec = (rapport(archives, regles=r).constats.ecarts for r in ((), REGLES))
    assert {"dans_les_delais", "assurance_valide"} <= {e.critere for e in sans}
    assert not {e.critere for e in avec} & set(REGLES)
    assert MONDE_DU_COURS.jour_sale in {e.valeur for e in avec}
    familles = [next(e for e in es if e.valeur == "monoparentale").en_trop for es in (sans, avec)]
    assert familles[1] < familles[0], "une part de l'écart venait de la règle, pas toute"


def _fausses_alertes(graines: range) -> int:
    faits = [rapport(table_propre(g)).constats for g in graines]
    assert not any(f.fermetures or f.motifs or f.redites or f.doubles or f.contraires for f in faits)
    return sum(bool(f.ecarts) for f in faits)


def test_une_table_sans_histoire_ne_dit_rien() -> None:
    assert _fausses_alertes(range(12)) <= 1


@pytest.mark.complet
def test_sur_deux_cents_tables_sans_histoire_le_budget_de_fausses_alertes_est_tenu() -> None:
    assert (
        _fausses_alertes(range(1000, 1200)) <= 6
    )  # une pour cent attendue : au-delà de six, moins d'une chance sur 100


def _formes(table: pd.DataFrame) -> dict[str, bytes]:
    """La même table, telle que dix services l'enregistrent."""
    dates = table.assign(**{"Date de dépôt": table["Date de dépôt"].dt.strftime("%d/%m/%Y")})
    texte = dates.to_csv(index=False)
    points = dates.to_csv(index=False, sep=";")
    return {
        "virgules": texte.encode(),
        "points-virgules": points.encode(),
        "marque": points.encode("utf-8-sig"),
        "cp1252": points.encode("cp1252"),
        "utf-16": points.encode("utf-16"),
        "tabulations": dates.to_csv(index=False, sep="\t").encode(),
        "titre": f"Service enfance\nÉdité le 3 novembre 2026\n\n{points}".encode(),
        "total": f"{points}TOTAL;;;;;;\n".encode(),
        "windows": points.replace("\n", "\r\n").encode(),
        "colonnes-vides": dates.assign(**{"Unnamed: 7": "", "vide": " "}).to_csv(index=False, sep=";").encode(),
    }


@pytest.mark.parametrize("forme", sorted(_formes(table_propre(3))))
def test_dix_formes_de_fichiers_donnent_la_meme_lecture(forme: str, tmp_path: Path) -> None:
    table = table_propre(3)
    table["Décision"] = np.where(table["Date de dépôt"].dt.day_of_week == 2, "REFUSE ", table["Décision"])
    fichier = tmp_path / f"{forme}.csv"
    fichier.write_bytes(_formes(table)[forme])
    faits = rapport(fichier).constats
    assert faits.total == len(table)
    assert ("Date de dépôt (jour)", "mercredi") in {(e.critere, e.valeur) for e in faits.ecarts}


@pytest.mark.parametrize(
    ("contenu", "mot"),
    [
        (None, "ne s'ouvre pas"),
        (b"", "est vide"),
        (b"\x00\x01\x02" * 50, "une colonne"),
        (b"une seule colonne\na\nb\n", "une colonne"),
        (b"a;b\n1;2\n", "deux lignes"),
        (b"nom;age\nx;3\ny;4\n", "Quelle colonne dit oui ou non"),
        (b"nom;decision\nx;vert\ny;bleu\nz;rouge\n", "Quelle colonne dit oui ou non"),
        (b"nom;decision\nx;refus\ny;accord\nz;refus\n", "trop peu"),
    ],
)
def test_un_mauvais_fichier_est_dit_en_une_phrase(contenu: bytes | None, mot: str, tmp_path: Path) -> None:
    fichier = tmp_path / "table.csv"
    if contenu is not None:
        fichier.write_bytes(contenu)
    carte = auditer_mes_decisions(str(fichier))
    assert not isinstance(carte, Rapport) and mot in str(carte)


@pytest.mark.parametrize("donnee", [3, [1, 2], {"a": 1}, "table.xlsx"])
def test_ce_qui_n_est_pas_une_table_est_dit(donnee: object) -> None:
    assert "ne se lit pas encore" in str(auditer_mes_decisions(donnee))


def test_une_colonne_ou_un_refus_inconnu_propose_les_noms() -> None:
    table = table_propre(5)
    assert "Celles de la table" in str(auditer_mes_decisions(table, decision="avi"))
    assert "Celles de la table" in str(auditer_mes_decisions(table, groupes=["comune"]))
    assert "Celles de la table" in str(auditer_mes_decisions(table, regles="delai"))
    table["Décision"] = np.where(table["Décision"] == "Refusé", "classé sans suite", "transmis")
    assert 'refus=["…"]' in str(auditer_mes_decisions(table, decision="decision"))
    assert isinstance(auditer_mes_decisions(table, decision="decision", refus="Classé sans suite"), Rapport)


def test_un_petit_groupe_n_est_pas_juge_et_il_est_nomme() -> None:
    table = table_propre(5)
    table.loc[: GROUPE_MIN - 2, "Quartier"] = "Hameau"
    table.loc[: GROUPE_MIN - 2, "Décision"] = "Refusé"
    faits = rapport(table).constats
    assert ("Quartier", "hameau", GROUPE_MIN - 1) in faits.petits
    assert "hameau" not in {e.valeur for e in faits.ecarts}


def test_des_lignes_qui_se_repetent_sont_comptees() -> None:
    table = table_propre(6)
    encore = table.head(40).assign(Dossier=[f"X{i}" for i in range(40)])
    assert rapport(pd.concat([table, encore])).constats.doubles == 80
    contraire = encore.assign(Décision=encore["Décision"].map({"Refusé": "Accepté", "Accepté": "Refusé"}))
    assert rapport(pd.concat([table, contraire])).constats.contraires == 80


@pytest.mark.parametrize("nom", ["BINDER_SERVICE_HOST", "JUPYTERHUB_USER", "COLAB_RELEASE_TAG"])
def test_sur_la_machine_d_un_autre_seul_l_exemple_s_ouvre(nom: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not a_distance()
    monkeypatch.setenv(nom, "oui")
    assert AILLEURS in str(auditer_mes_decisions(table_propre(1)))
    assert AILLEURS in str(auditer_mes_decisions("table.csv"))
    assert AILLEURS in str(auditer_mes_decisions())
    assert isinstance(auditer_mes_decisions("exemple"), Rapport)


def test_le_formulaire_propose_les_fichiers_d_a_cote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    table_propre(4).to_csv("mes décisions.CSV", index=False)
    manette = auditer_mes_decisions().objets[1]
    assert "Choisissez une table" in str(manette.resultat)
    assert "mes décisions.CSV" in manette.commandes["table"].options.values()
    manette.regler(table=str(tmp_path / "mes décisions.CSV"))
    assert isinstance(manette.resultat, Rapport) and manette.erreur is None


def test_la_page_a_imprimer_commence_par_ses_limites_et_la_lettre_reste_a_remplir(tmp_path: Path) -> None:
    fait = rapport(table_propre(2))
    assert "prêt" in str(fait.enregistrer(tmp_path / "rapport.html"))
    assert "Rien n'a été écrit" in str(fait.enregistrer(tmp_path / "rapport.html"))
    page = (tmp_path / "rapport.html").read_text(encoding="utf-8")
    titres = [page.index(f"<h2>{t}</h2>") for t in fait.parties]
    assert titres == sorted(titres) and next(iter(fait.parties)) == "Ce que cette page ne peut pas dire"
    assert "À relire par une personne avant tout envoi" in page and "____________" in page
    assert "<script" not in page and "http-equiv" not in page


def test_un_texte_de_la_table_ne_devient_jamais_du_html() -> None:
    table = table_propre(8)
    table["Quartier"] = np.where(table["Décision"] == "Refusé", "<img src=x onerror=alert(1)>", table["Quartier"])
    html = rapport(table)._repr_html_()
    assert "<img" not in html and "&lt;img" in html


def test_les_decisions_se_reconnaissent_a_leurs_mots() -> None:
    table = pd.DataFrame({"avis": ["Favorable", "DÉFAVORABLE", "non", "Oui", "en attente", None, "Rejeté", "accord"]})
    assert list(lecture.refusees(table, "avis").astype(object).where(lambda s: s.notna(), None)) == [
        False, True, True, False, None, None, True, False,
    ]  # fmt: skip
    assert lecture.est_un_jour(lecture.nu(j) for j in JOURS)
