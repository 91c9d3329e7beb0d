"""Les commandes : chaque refus est une phrase en français, avec un code de sortie."""

import pytest

from chatmairie.referentiel.__main__ import main


def test_grille_puis_auditer(tmp_path, capsys):
    grille = tmp_path / "grille.csv"
    assert main(["grille", "--sortie", str(grille)]) == 0
    assert main(["auditer", str(grille), "--csv", str(tmp_path / "bilan.csv"), "--nom", "École d'été"]) == 0
    sortie = capsys.readouterr().out
    assert "Bilan : École d'été" in sortie.replace("\u00a0", " ")
    page = (tmp_path / "grille.bilan.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>") and 'lang="fr"' in page and "<script" not in page
    assert (tmp_path / "bilan.csv").exists()


def test_auditer_deux_fois_n_ecrase_rien(tmp_path, capsys):
    grille = tmp_path / "grille.csv"
    main(["grille", "--sortie", str(grille)])
    assert main(["auditer", str(grille)]) == 0
    page = tmp_path / "grille.bilan.html"
    page.write_text("mes notes", encoding="utf-8")
    assert main(["auditer", str(grille)]) == 2
    assert "rien n'est écrasé" in capsys.readouterr().err and page.read_text(encoding="utf-8") == "mes notes"
    assert main(["auditer", str(grille), "--remplacer"]) == 0


def test_le_rapport_ne_prend_jamais_la_place_de_la_grille(tmp_path, capsys):
    grille = tmp_path / "grille.csv"
    main(["grille", "--sortie", str(grille)])
    avant = grille.read_bytes()
    for option in ("--html", "--csv"):
        assert main(["auditer", str(grille), option, str(grille), "--remplacer"]) == 2
        assert grille.read_bytes() == avant
    assert "la grille elle-même" in capsys.readouterr().err


def test_un_refus_n_ecrit_rien_a_moitie(tmp_path, capsys):
    grille, bilan = tmp_path / "grille.csv", tmp_path / "bilan.csv"
    main(["grille", "--sortie", str(grille)])
    bilan.write_text("mon bilan", encoding="utf-8")
    assert main(["auditer", str(grille), "--csv", str(bilan)]) == 2
    assert "--remplacer" in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bilan.csv", "grille.csv"]


def test_des_anomalies_donnent_le_code_1_et_le_rapport(tmp_path, capsys):
    grille = tmp_path / "g.csv"
    grille.write_text("Identifiant;Réponse;Preuve\nCM-ZZ-01;oui;perdue ?\nSTR-2_01;oui;registre\n", encoding="utf-8")
    assert main(["auditer", str(grille)]) == 1
    erreurs = capsys.readouterr().err
    assert "Ligne 2" in erreurs and "perdue ?" in erreurs
    assert "perdue" in (tmp_path / "g.bilan.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "attendu"),
    [
        (["auditer", "rien.csv"], 2, "n'existe pas"),
        (["carte", "CM-UX-1"], 2, "CM-UX-01"),
        (["grille", "--sortie", "absent/grille.csv"], 2, "dossier"),
        (["importer", "rien.csv"], 2, "n'existe pas"),
        (["valider", "--dossier", "rien"], 2, "fichier absent"),
    ],
)
def test_un_refus_est_une_phrase(arguments, code, attendu, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == code
    erreurs = capsys.readouterr().err
    assert attendu in erreurs and "Traceback" not in erreurs


@pytest.mark.parametrize("arguments", [[], ["danser"], ["grille"], ["grille", "--couleur"]])
def test_une_commande_mal_ecrite(arguments, capsys):
    with pytest.raises(SystemExit) as fin:
        main(arguments)
    assert fin.value.code == 2
    erreurs = capsys.readouterr().err
    assert "--help" in erreurs and "required" not in erreurs and "invalid" not in erreurs


def test_aide_carte_valider_chercher(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    aide = capsys.readouterr().out
    assert "Emploi" in aide and "options:" not in aide and "positional" not in aide
    assert main(["valider"]) == 0 and "41 critères" in capsys.readouterr().out
    assert main(["carte", "cm-r-soc-1"]) == 0 and "CM-SOC-04" in capsys.readouterr().out
    assert main(["carte", "STR-2_01"]) == 0 and "mot pour mot" in capsys.readouterr().out
    assert main(["chercher", "billard"]) == 0 and "CM-SOC-05" in capsys.readouterr().out


def test_importer_par_la_commande(copie, tmp_path, capsys):
    fichier = tmp_path / "t.csv"
    fichier.write_text(
        "identifiant;identifiant_officiel;enonce;adresse;date\n"
        "CM-UX-01;UX-1_01;Un énoncé fictif d'essai est-il recopié ?;https://ref-ia.isit-europe.org/x;20/11/2026\n",
        encoding="utf-8",
    )
    assert main(["importer", str(fichier), "--dossier", str(copie)]) == 0
    assert "CM-UX-01" in capsys.readouterr().out
    assert main(["valider", "--dossier", str(copie)]) == 0
