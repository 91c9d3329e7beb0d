"""Sauvegarder, tout perdre, reprendre : rien de ce qui est plus récent n'est jamais écrasé."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import nbformat
import pytest

from chatmairie import reprendre, sauvegarder
from chatmairie.carnets.livraison import livrer
from chatmairie.parcours import progres, travail
from chatmairie.parcours.sauvegarde import reprendre_dans

RACINE = Path(__file__).resolve().parents[2]
CARNET = "02_donnees/02_donnees.ipynb"
REPONSE = "def taux_de_refus(archives, par):\n    return 12"


@pytest.fixture(scope="module")
def neuf(tmp_path_factory) -> Path:
    """Une copie de travail du module 02, telle que livrée."""
    cours = tmp_path_factory.mktemp("cours") / "course"
    shutil.copytree(RACINE / "course" / "02_donnees", cours / "02_donnees")
    dossier = tmp_path_factory.mktemp("livre") / "travail"
    livrer(cours, dossier)
    return dossier


@pytest.fixture
def ici(neuf, tmp_path, monkeypatch) -> Path:
    """Une copie neuve, où l'on travaille."""
    dossier = tmp_path / "travail"
    shutil.copytree(neuf, dossier)
    return entrer(dossier, monkeypatch)


@pytest.fixture
def ailleurs(neuf, tmp_path, monkeypatch):
    """Ouvre une autre copie neuve, comme une nouvelle session Binder ; rend son dossier."""

    def ouvrir() -> Path:
        dossier = tmp_path / "ailleurs" / "travail"
        shutil.copytree(neuf, dossier)
        return entrer(dossier, monkeypatch)

    return ouvrir


def entrer(dossier: Path, monkeypatch) -> Path:
    monkeypatch.chdir(dossier / "02_donnees")
    monkeypatch.setenv("CHATMAIRIE_PROGRESSION", str(dossier / ".chatmairie" / "progression.json"))
    return dossier


def ecrire(dossier: Path, grade_id: str, source: str, carnet: str = CARNET) -> None:
    lu = travail.lire_carnet(dossier / carnet)
    travail.reponses(lu)[grade_id]["source"] = source
    (dossier / carnet).write_text(json.dumps(lu), encoding="utf-8")


def lire(dossier: Path, grade_id: str, carnet: str = CARNET) -> str:
    return travail.texte(travail.reponses(travail.lire_carnet(dossier / carnet))[grade_id])


def vu(capsys) -> str:
    return capsys.readouterr().out.replace("\u00a0", " ")


def sauvegarde(dossier: Path) -> Path:
    (fichier,) = dossier.glob("sauvegarde-chatmairie-*.json")
    return fichier


def test_tout_revient_dans_une_session_neuve(ici, ailleurs, capsys):
    ecrire(ici, "donnees-taux", REPONSE)
    lu = travail.lire_carnet(ici / CARNET)
    lu["cells"].insert(1, nbformat.v4.new_markdown_cell("Mes notes à moi."))
    (ici / CARNET).write_text(json.dumps(lu), encoding="utf-8")
    (ici / "02_donnees" / "mon_aide.py").write_text("x = 1\n", encoding="utf-8")
    progres.courant().ecrire("paris", "donnees.combien", 12)
    progres.courant().ecrire("exercices", "donnees.taux", {"statut": "réussi", "points": 1.0, "essais": 2})
    sauvegarder()
    dit = vu(capsys)
    assert "1 réponse écrite" in dit and "Télécharger" in dit and CARNET in dit
    fichier = sauvegarde(ici)
    la = ailleurs()
    shutil.copy2(fichier, la)
    reprendre()
    dit = vu(capsys)
    assert f"`{CARNET}` : repris." in dit and "paris ajoutés" in dit
    assert lire(la, "donnees-taux") == REPONSE
    assert travail.textes(travail.lire_carnet(la / CARNET)) == travail.textes(lu)
    assert (la / "02_donnees" / "mon_aide.py").read_text(encoding="utf-8") == "x = 1\n"
    assert progres.courant().lire("paris", "donnees.combien") == 12
    assert progres.courant().etat("donnees.taux")["statut"] == "réussi"
    assert not list(la.rglob("*avant-reprise*")) and not list(la.rglob("*.sauvegarde*"))
    nbformat.validate(nbformat.read(la / CARNET, as_version=4))
    reprendre()
    assert "déjà le même" in vu(capsys), "reprendre deux fois ne change rien"


def test_un_travail_plus_recent_n_est_jamais_ecrase(ici, ailleurs, capsys):
    ecrire(ici, "donnees-taux", REPONSE)
    sauvegarder()
    fichier, la = sauvegarde(ici), ailleurs()
    shutil.copy2(fichier, la)
    ecrire(la, "donnees-taux", "def taux_de_refus(archives, par):\n    return 'plus récent'")
    os.utime(la / CARNET, (2**31 - 1, 2**31 - 1))
    avant = (la / CARNET).read_bytes()
    reprendre()
    assert "plus récent que la sauvegarde" in vu(capsys)
    assert (la / CARNET).read_bytes() == avant
    assert lire(la, "donnees-taux", "02_donnees/02_donnees.sauvegarde.ipynb") == REPONSE


def test_un_travail_plus_ancien_est_remplace_et_garde_a_cote(ici, ailleurs, capsys):
    ecrire(ici, "donnees-taux", REPONSE)
    sauvegarder()
    fichier, la = sauvegarde(ici), ailleurs()
    shutil.copy2(fichier, la)
    ecrire(la, "donnees-taux", "ancien = 1")
    os.utime(la / CARNET, (1_000_000, 1_000_000))
    reprendre(fichier.name)
    assert lire(la, "donnees-taux") == REPONSE
    assert lire(la, "donnees-taux", "02_donnees/02_donnees.avant-reprise.ipynb") == "ancien = 1"


def test_un_carnet_seulement_execute_n_est_pas_un_travail_plus_recent(ici, ailleurs):
    ecrire(ici, "donnees-taux", REPONSE)
    sauvegarder()
    fichier, la = sauvegarde(ici), ailleurs()
    shutil.copy2(fichier, la)
    lu = travail.lire_carnet(la / CARNET)
    for cellule in lu["cells"]:
        if cellule["cell_type"] == "code":
            cellule["execution_count"] = 3
    (la / CARNET).write_text(json.dumps(lu), encoding="utf-8")
    os.utime(la / CARNET, (2**31 - 1, 2**31 - 1))
    reprendre()
    assert lire(la, "donnees-taux") == REPONSE


def test_le_cours_a_change_les_reponses_vont_dans_le_nouveau_carnet(ici, ailleurs, capsys):
    ecrire(ici, "donnees-taux", REPONSE)
    ecrire(ici, _ouverte(ici), "Madame, Monsieur,")
    sauvegarder()
    fichier, la = sauvegarde(ici), ailleurs()
    shutil.copy2(fichier, la)
    lu = travail.lire_carnet(la / CARNET)
    note = next(c for c in lu["cells"] if travail.nbgrader(c).get("grade_id") == "donnees-enqueter-note")
    note["source"] = travail.texte(note) + "\n# une version nouvelle"
    (la / CARNET).write_text(json.dumps(lu), encoding="utf-8")
    os.utime(la / CARNET, (1_000_000, 1_000_000))
    reprendre()
    assert "le cours a changé depuis" in vu(capsys)
    assert lire(la, "donnees-taux") == REPONSE
    assert "une version nouvelle" in (la / CARNET).read_text(encoding="utf-8")
    assert lire(la, _ouverte(la)) == "Madame, Monsieur,"
    assert (la / "02_donnees/02_donnees.sauvegarde.ipynb").is_file()


def _ouverte(dossier: Path) -> str:
    cellules = travail.reponses(travail.lire_carnet(dossier / CARNET))
    return next(i for i, c in cellules.items() if c["cell_type"] == "markdown")


def test_les_paris_et_reussites_d_ici_l_emportent(ici, ailleurs):
    progres.courant().ecrire("paris", "donnees.combien", 12)
    progres.courant().ecrire("exercices", "donnees.taux", {"statut": "réussi", "points": 1.0, "essais": 1, "indices": 2,
                                                           "reussi_une_fois": True})  # fmt: skip
    sauvegarder()
    fichier, _ = sauvegarde(ici), ailleurs()
    suivi = progres.courant()
    suivi.ecrire("paris", "donnees.combien", 99)
    suivi.ecrire("exercices", "donnees.taux", {"statut": "à revoir", "points": 0.0, "essais": 4})
    reprendre(str(fichier))
    assert suivi.lire("paris", "donnees.combien") == 99
    etat = suivi.etat("donnees.taux")
    assert (etat["statut"], etat["essais"], etat["indices"], etat["reussi_une_fois"]) == ("à revoir", 4, 2, True)


def test_rien_a_sauvegarder_se_dit_et_n_ecrit_rien(ici, capsys):
    sauvegarder()
    assert "Rien à sauvegarder" in vu(capsys)
    assert not list(ici.glob("sauvegarde*"))


def test_une_sauvegarde_n_en_remplace_pas_une_autre(ici, capsys):
    ecrire(ici, "donnees-taux", REPONSE)
    sauvegarder()
    sauvegarder()
    assert len(list(ici.glob("sauvegarde-chatmairie-*.json"))) == 2
    capsys.readouterr()
    reprendre()
    assert "plusieurs sauvegardes" in vu(capsys)


@pytest.mark.parametrize(
    ("abimer", "phrase"),
    [
        (lambda s: "pas du json", "abîmé"),
        (lambda s: "[]", "n'est pas une sauvegarde de ce cours"),
        (lambda s: s.replace('"version": 1', '"version": 9'), "autre version"),
        (lambda s: s.replace(CARNET, "../../dehors.ipynb"), "abîmé ou a été modifié"),
        (lambda s: s.replace(CARNET, "/tmp/dehors.ipynb"), "abîmé ou a été modifié"),
        (lambda s: s.replace(CARNET, ".chatmairie/x.ipynb"), "abîmé ou a été modifié"),
        (lambda s: s.replace(CARNET, "C:\\\\dehors.ipynb"), "abîmé ou a été modifié"),
        (lambda s: s.replace('"nbformat": 4', '"nbformat": 2'), "abîmé ou a été modifié"),
        (lambda s: s.replace('"cell_type": "markdown"', '"cell_type": 3'), "abîmé ou a été modifié"),
    ],
)
def test_un_fichier_abime_ou_hostile_ne_touche_a_rien(ici, capsys, abimer, phrase):
    ecrire(ici, "donnees-taux", REPONSE)
    sauvegarder()
    fichier = sauvegarde(ici)
    change = abimer(fichier.read_text(encoding="utf-8"))
    assert change != fichier.read_text(encoding="utf-8")
    fichier.write_text(change, encoding="utf-8")
    avant = {p: p.read_bytes() for p in ici.parent.rglob("*") if p.is_file() and "progression" not in p.name}
    capsys.readouterr()
    reprendre()
    assert phrase in vu(capsys)
    assert avant == {p: p.read_bytes() for p in ici.parent.rglob("*") if p.is_file() and "progression" not in p.name}


@pytest.mark.parametrize("demande", ["absente.json", 12, "", None])
def test_un_fichier_introuvable_se_dit(ici, capsys, demande):
    reprendre(demande)
    assert "Rien n'a été repris" in vu(capsys)


def test_un_lien_symbolique_ne_fait_pas_ecrire_dehors(ici, tmp_path):
    ecrire(ici, "donnees-taux", REPONSE)
    sauvegarder()
    contenu = json.loads(sauvegarde(ici).read_text(encoding="utf-8"))
    dehors = tmp_path / "dehors"
    dehors.mkdir()
    la = tmp_path / "la"
    la.mkdir()
    (la / "02_donnees").symlink_to(dehors)
    with pytest.raises(ValueError, match="sortirait"):
        reprendre_dans(la, contenu, progres.Progres(None))
    assert list(dehors.iterdir()) == []


def test_pendant_une_correction_rien_n_est_ecrit(ici, monkeypatch, capsys):
    ecrire(ici, "donnees-taux", REPONSE)
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    sauvegarder()
    reprendre()
    assert "Pendant une correction" in vu(capsys)
    assert not list(ici.glob("sauvegarde*"))


def test_un_disque_qui_refuse_se_dit(ici, monkeypatch, capsys):
    ecrire(ici, "donnees-taux", REPONSE)

    def refuser(*_):
        raise OSError(28, "plus de place")

    monkeypatch.setattr("chatmairie.parcours.sauvegarde.ecrire_atomiquement", refuser)
    sauvegarder()
    assert "n'a pas pu être écrite" in vu(capsys)


def test_un_carnet_illisible_est_signale_pas_perdu(ici, capsys):
    ecrire(ici, "donnees-taux", REPONSE)
    (ici / "02_donnees" / "brouillon.ipynb").write_text("{", encoding="utf-8")
    sauvegarder()
    assert "brouillon.ipynb" in vu(capsys)


def test_la_fin_d_un_module_dit_de_sauvegarder(capsys):
    from chatmairie import progression

    progression()
    dit = vu(capsys)
    assert "sauvegarder()" in dit and "Binder" in dit


def test_appeler_sans_importer_dit_la_ligne_a_ecrire():
    from chatmairie.affichage.montrer import _phrases_du_nom

    titre, corps = _phrases_du_nom(NameError("x", name="sauvegarder"))
    assert "pas encore importé" in titre and "from chatmairie import sauvegarder" in corps
    assert "n'existe pas encore" in _phrases_du_nom(NameError("x", name="rejeu"))[0]
