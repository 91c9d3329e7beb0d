"""Les dates limites d'une classe : reports, points par jour de retard, ce qui ne se lit pas. Rien n'est exécuté ici."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from chatmairie.correction import classe_gardee, dates, exports
from chatmairie.correction.carnet_de_notes import CarnetDeNotes
from chatmairie.correction.commande import CorrectionImpossible, application
from chatmairie.correction.devoir import lire_le_devoir, lire_le_rendu
from chatmairie.correction.notes_de_classe import lire_la_classe
from chatmairie.correction.reconstruction import rebatir
from tests.correction.court import DEVOIR, Classe, Copie

ENTETE = "devoir;date;élève;retire\n"
RENDU = "2027-03-14 09:00:00 UTC"


@pytest.fixture(scope="module", autouse=True)
def _a_paris() -> Iterator[None]:
    """Une date limite est à l'heure de la machine : ici, celle de Paris."""
    with pytest.MonkeyPatch.context() as ici:
        ici.setenv("TZ", "Europe/Paris")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture(scope="module")
def classe(tmp_path_factory: pytest.TempPathFactory) -> Classe:
    """Zoé et Ana ont rendu le 14 mars au matin ; leur copie est corrigée."""
    faite = Classe(tmp_path_factory.mktemp("classe"))
    (faite.classe / "eleves.csv").write_text("id,first_name,last_name\nzoe,Zoé,Petit\nana,Ana,Roux\n", encoding="utf-8")
    faite.nbgrader("db", "student", "import", "classe/eleves.csv")
    with pytest.MonkeyPatch.context() as ici:
        ici.chdir(faite.racine)
        app = application(faite.racine)
        with Gradebook(app.coursedir.db_url) as notes:
            devoir = lire_le_devoir(app.coursedir, notes, DEVOIR)
            for eleve in ("zoe", "ana"):
                faite.deposer(eleve, Copie())
                (faite.classe / "submitted" / eleve / DEVOIR / "timestamp.txt").write_text(RENDU)
                rendu = lire_le_rendu(app.coursedir, eleve, devoir)
                carnets = {}
                for nom, (lu, _etat, _dits) in rendu.carnets.items():
                    points = {m.grade_id: 1.0 for m in devoir.carnets[nom] if m.role == "note"}
                    nb = rebatir(devoir.carnets[nom], lu).carnet
                    carnets[nom] = {"nb": nbformat.writes(nb), "points": points, "secondes": 1}
                CarnetDeNotes(app, app.coursedir, notes).ecrire(eleve, devoir, rendu, carnets, "e")
    return faite


def _appliquer(classe: Classe, texte: str) -> tuple[list[str], dict[str, float]]:
    """Ce que dit la commande, et ce que chaque copie perd."""
    (classe.classe / dates.FICHIER).write_text(texte, encoding="utf-8")
    with pytest.MonkeyPatch.context() as ici:
        ici.chdir(classe.racine)
        app = application(classe.racine)
        with Gradebook(app.coursedir.db_url) as notes:
            dit = dates.appliquer(app.coursedir, CarnetDeNotes(app, app.coursedir, notes))
            return dit, {c.eleve: c.penalite for c in lire_la_classe(notes, [DEVOIR])}


def _retour(classe: Classe, eleve: str) -> str:
    page = classe.classe / "feedback" / eleve / DEVOIR / f"{DEVOIR}.html"
    return page.read_text(encoding="utf-8").replace("\u202f", " ").replace("\xa0", " ")


def test_un_jour_commence_compte_et_un_report_ne_vaut_que_pour_la_personne(classe: Classe) -> None:
    texte = f"{ENTETE}{DEVOIR};12/03/2027 18:00;;0,5\n{DEVOIR};20/03/2027;ana;\n"
    dit, perdus = _appliquer(classe, texte)
    assert perdus == {"zoe": 1.0, "ana": 0.0}
    assert len(dit) == 1 and "zoe, 2 jours de retard, 1 retiré à la note" in dit[0].replace("\xa0", " ")
    assert "Retard : 1 point retiré." in _retour(classe, "zoe") and "Retard" not in _retour(classe, "ana")
    assert exports.principal([f"--racine={classe.racine}", DEVOIR]) == 0
    octets = (classe.classe / f"publipostage-{DEVOIR}.csv").read_bytes().decode("utf-8-sig")
    acquis = {e["Identifiant"]: e["Points acquis"] for e in csv.DictReader(octets.splitlines(), delimiter=";")}
    assert float(acquis["ana"].replace(",", ".")) - float(acquis["zoe"].replace(",", ".")) == 1.0


def test_une_date_repoussee_rend_les_points_et_le_retour(classe: Classe) -> None:
    _appliquer(classe, f"{ENTETE}{DEVOIR};2027-03-01;;1\n")
    dit, perdus = _appliquer(classe, f"{ENTETE}{DEVOIR};2027-03-14;;1\n")
    assert dit == [] and perdus == {"zoe": 0.0, "ana": 0.0}, "sans heure : la fin du jour"
    assert "Retard" not in _retour(classe, "zoe")


def test_sans_points_le_retard_se_dit_seulement(classe: Classe) -> None:
    dit, perdus = _appliquer(classe, f"{ENTETE}{DEVOIR};2027-03-01;;\n")
    assert len(dit) == 2 and "retiré" not in "".join(dit) and set(perdus.values()) == {0.0}


@pytest.mark.parametrize(
    ("ligne", "phrase"),
    [
        ("99_rien;12/03/2027;;", "« 99_rien » n'est pas un devoir distribué"),
        (f"{DEVOIR};12 mars;;", "« 12 mars » n'est pas une date"),
        (f"{DEVOIR};31/02/2027;;", "n'est pas une date"),
        (f"{DEVOIR};12/03/2027;inconnue;", "« inconnue » n'est pas un identifiant"),
        (f"{DEVOIR};12/03/2027;;beaucoup", "n'est pas un nombre de points"),
        (f"{DEVOIR};12/03/2027;;-1", "n'est pas un nombre de points"),
    ],
)
def test_une_ligne_qui_ne_se_comprend_pas_est_montree(tmp_path: Path, ligne: str, phrase: str) -> None:
    (tmp_path / dates.FICHIER).write_text(f"{ENTETE}{ligne}\n", encoding="utf-8")
    with pytest.raises(CorrectionImpossible, match="ligne 2") as refus:
        dates.lire_les_dates(tmp_path / dates.FICHIER, {DEVOIR}, {"zoe"})
    assert phrase in str(refus.value)


def test_sans_fichier_ou_sans_date_de_remise_rien_n_est_en_retard(tmp_path: Path) -> None:
    aucune = dates.lire_les_dates(tmp_path / dates.FICHIER, {DEVOIR}, set())
    assert aucune.jours_de_retard(DEVOIR, "zoe", datetime(2027, 3, 14)) == 0
    une = dates.Dates({(DEVOIR, ""): datetime(2027, 3, 1, tzinfo=UTC)}, {})
    assert une.jours_de_retard(DEVOIR, "zoe", None) == 0


def test_effacer_quelqu_un_efface_aussi_son_report(classe: Classe) -> None:
    _appliquer(classe, f"{ENTETE}{DEVOIR};12/03/2027;;1\n{DEVOIR};20/03/2027;ana;\n")
    with pytest.MonkeyPatch.context() as ici:
        ici.chdir(classe.racine)
        assert (
            classe_gardee.principal_effacer([f"--racine={classe.racine}", "--eleve", "ana", "--confirmer", "ana"]) == 0
        )
    ecrit = (classe.classe / dates.FICHIER).read_text(encoding="utf-8")
    assert "ana" not in ecrit and f"{DEVOIR};12/03/2027;;1" in ecrit
    assert _appliquer(classe, ecrit)[1]["zoe"] == 2.0
