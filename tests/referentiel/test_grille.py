"""La grille dans un tableur : écrire, remplir à la main, relire ; rien n'est écrasé, rien n'est perdu."""

import csv
import io

import pytest

from chatmairie.referentiel.audit import auditer
from chatmairie.referentiel.fichiers import neutraliser, retablir
from chatmairie.referentiel.grille import COLONNES, GrilleIllisible, ecrire_grille, lire_grille


@pytest.fixture
def grille(tmp_path):
    return ecrire_grille(tmp_path / "grille.csv")


def _lignes(chemin):
    return list(csv.reader(io.StringIO(chemin.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))


def _enregistrer(chemin, lignes, separateur=";", codage="utf-8-sig", avant=""):
    sortie = io.StringIO()
    csv.writer(sortie, delimiter=separateur, lineterminator="\r\n").writerows(lignes)
    chemin.write_bytes((avant + sortie.getvalue()).encode(codage))
    return chemin


def _remplir(chemin, ident, reponse, preuve="", **ailleurs):
    lignes = _lignes(chemin)
    for ligne in lignes:
        if ligne[0] == ident:
            ligne[10:12] = [reponse, preuve]
    return lignes


def test_la_grille_vide_a_une_ligne_par_critere(grille):
    octets = grille.read_bytes()
    assert octets.startswith(b"\xef\xbb\xbf")
    lignes = _lignes(grille)
    assert tuple(lignes[0]) == COLONNES and len(lignes) == 42
    assert all(ligne[10:] == [""] * 5 for ligne in lignes[1:])
    lecture = lire_grille(grille)
    assert lecture.anomalies == () and len(lecture.reponses) == 41


def test_une_grille_deja_la_n_est_jamais_ecrasee(grille):
    avant = grille.read_bytes()
    with pytest.raises(FileExistsError, match="rien n'est écrasé"):
        ecrire_grille(grille)
    assert grille.read_bytes() == avant
    assert [p.name for p in grille.parent.iterdir()] == ["grille.csv"]


@pytest.mark.parametrize("separateur", [";", ",", "\t"])
@pytest.mark.parametrize("codage", ["utf-8-sig", "utf-8", "cp1252", "mac_roman", "utf-16"])
def test_separateurs_et_codages(grille, tmp_path, separateur, codage):
    lignes = _remplir(grille, "CM-UX-01", "Oui", "réunion à l'hôtel de ville, été 2026 ; très utile")
    lignes = [[c.replace("\u202f", " ") for c in ligne] for ligne in lignes]
    fichier = _enregistrer(tmp_path / "x.csv", lignes, separateur, codage)
    lecture = lire_grille(fichier)
    assert lecture.anomalies == ()
    assert lecture.reponses["CM-UX-01"].valeur == "Oui"
    assert lecture.reponses["CM-UX-01"].preuve == "réunion à l'hôtel de ville, été 2026 ; très utile"


def test_la_ligne_sep_d_excel_et_les_titres_retouches(grille, tmp_path):
    lignes = _remplir(grille, "CM-UX-01", "non")
    lignes[0][0], lignes[0][10], lignes[0][11] = "IDENTIFIANT", "reponse", "Preuve"
    fichier = _enregistrer(tmp_path / "x.csv", lignes, ";", avant="sep=;\r\n")
    assert lire_grille(fichier).reponses["CM-UX-01"].valeur == "non"


def test_rien_n_est_perdu_d_une_grille_malmenee(grille, tmp_path):
    lignes = _lignes(grille)
    lignes = [ligne for ligne in lignes if ligne[0] not in ("CM-SOC-12", "CM-UI-05")]
    lignes[1][10] = "ptet"
    lignes[1][11] = "un courriel de Sam"
    lignes.append(["CM-ZZ-01", *[""] * 9, "oui", "preuve orpheline"])
    lignes.append(["", *[""] * 9, "non", "sans nom"])
    lignes.append(["CM-STR-02", *[""] * 9, "oui", "deuxième avis"])
    lignes.append([""] * 15)
    lignes.append(["", "Un titre de section à moi", *[""] * 13])
    lecture = lire_grille(_enregistrer(tmp_path / "x.csv", lignes))
    dit = "\n".join(lecture.anomalies)
    assert "Ligne 2" in dit and "ptet" in dit and "un courriel de Sam" in dit
    assert "Ligne 41" in dit and "CM-ZZ-01" in dit and "preuve orpheline" in dit
    assert "Ligne 42 : pas d'identifiant" in dit and "sans nom" in dit
    assert "Ligne 44" not in dit and "Ligne 45" not in dit
    assert "Ligne 43" in dit and "CM-STR-02" in dit and "deuxième avis" in dit
    assert "2 critères absents" in dit.replace("\u00a0", " ") and "CM-SOC-12" in dit
    bilan = auditer(lecture.reponses, anomalies=lecture.anomalies)
    assert "preuve orpheline" in repr(bilan)
    (premiere,) = [x for x in bilan.lignes if x.critere.identifiant == lignes[1][0]]
    assert premiere.retenue == "sans réponse" and premiere.reponse.preuve == "un courriel de Sam"


@pytest.mark.parametrize(
    ("octets", "attendu"),
    [
        (b"", "est vide"),
        (b"\xef\xbb\xbf  \r\n", "est vide"),
        (b"PK\x03\x04 suite", "classeur de tableur"),
        (b"a;b;c\r\n1;2;3\r\n", "titres de colonnes"),
        (b"\x00\x01\x02", "pas un fichier de texte"),
        ('Identifiant;Réponse\r\nSTR-2_01;"oui\r\n'.encode(), "guillemet"),
        (b"Identifiant;Preuve\r\nSTR-2_01;oui\r\n", "Réponse » manque"),
        ("Identifiant;Réponse;Réponse\r\nSTR-2_01;oui;non\r\n".encode(), "en double"),
        (b"x" * 6_000_000, "Mo"),
    ],
)
def test_un_fichier_illisible_donne_une_phrase(tmp_path, octets, attendu):
    fichier = tmp_path / "x.csv"
    fichier.write_bytes(octets)
    with pytest.raises(GrilleIllisible, match=attendu):
        lire_grille(fichier)


def test_un_fichier_absent_ou_un_dossier(tmp_path):
    with pytest.raises(GrilleIllisible, match="n'existe pas"):
        lire_grille(tmp_path / "rien.csv")
    with pytest.raises(GrilleIllisible, match="est un dossier"):
        lire_grille(tmp_path)
    with pytest.raises(FileNotFoundError, match="dossier .* n'existe pas"):
        ecrire_grille(tmp_path / "absent" / "grille.csv")
    with pytest.raises(IsADirectoryError, match="est un dossier"):
        ecrire_grille(tmp_path)


@pytest.mark.parametrize("cellule", ["=1+1", "@SOMME(A1)", "+33", "-", "texte", "'guillemet", "", "'"])
def test_une_formule_est_neutralisee_et_retablie(cellule):
    assert not neutraliser(cellule).startswith(("=", "+", "-", "@"))
    assert retablir(neutraliser(cellule)) == cellule


def test_le_bilan_exporte_se_relit(tmp_path):
    bilan = auditer(
        {"CM-UX-01": ("oui", '=HYPERLINK("x")'), "CM-UX-02": "non", "CM-CAD-06": ("sans objet", "rien n'est envoyé")}
    )
    chemin = bilan.exporter_csv(tmp_path / "bilan.csv")
    cellules = {ligne[0]: ligne for ligne in _lignes(chemin)}
    assert cellules["CM-UX-01"][11].startswith("'=")
    assert cellules["CM-UX-01"][15] == "oui"
    relu = auditer(lire_grille(chemin).reponses)
    assert [(x.donnee, x.retenue) for x in relu.lignes] == [(x.donnee, x.retenue) for x in bilan.lignes]
    with pytest.raises(FileExistsError):
        bilan.exporter_csv(chemin)
    assert bilan.exporter_csv(chemin, remplacer=True) == chemin
