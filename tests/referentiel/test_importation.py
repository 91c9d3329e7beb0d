"""Le chemin des textes officiels : recopiés par une personne, pris tous ou aucun."""

import datetime as dt

import pytest

from chatmairie.referentiel.fichiers import FichierIllisible
from chatmairie.referentiel.importation import ImportRefuse, importer
from chatmairie.referentiel.lecture import lire

TITRES = "identifiant;identifiant_officiel;enonce;adresse;date"
SITE = "https://ref-ia.isit-europe.org/crit.php?id=1"


def _csv(tmp_path, *lignes, titres=TITRES, codage="utf-8-sig"):
    fichier = tmp_path / "textes.csv"
    fichier.write_bytes("\r\n".join([titres, *lignes, ""]).encode(codage))
    return fichier


def _ligne(
    ident="CM-UX-01",
    officiel="UX-1_01",
    enonce="Un énoncé fictif d'essai est-il recopié ici ?",
    adresse=SITE,
    date="2026-11-20",
):
    return f"{ident};{officiel};{enonce};{adresse};{date}"


def test_un_texte_importe_devient_cite_et_garde_celui_du_cours(copie, tmp_path):
    avant = lire(copie).criteres["CM-UX-01"]
    assert importer(_csv(tmp_path, _ligne()), copie) == ["CM-UX-01"]
    apres = lire(copie).criteres["CM-UX-01"]
    assert apres.enonce == "Un énoncé fictif d'essai est-il recopié ici ?"
    assert apres.provenance.statut == "cité" and apres.provenance.source == "inr-site-ria31"
    assert apres.provenance.date == dt.date(2026, 11, 20) and apres.provenance.adresse == SITE
    assert apres.identifiant == "CM-UX-01" and apres.identifiant_officiel == "UX-1_01"
    assert apres.formulation_du_cours == avant.enonce and apres.tests == avant.tests


def test_un_second_import_complete_le_premier(copie, tmp_path):
    importer(_csv(tmp_path, _ligne()), copie)
    importer(_csv(tmp_path, _ligne("CM-UX-02", "UX-1_02"), _ligne(enonce="Une version corrigée est-elle là ?")), copie)
    criteres = lire(copie).criteres
    assert criteres["CM-UX-01"].enonce == "Une version corrigée est-elle là ?"
    assert criteres["CM-UX-02"].identifiant_officiel == "UX-1_02"
    assert criteres["CM-UX-01"].formulation_du_cours.startswith("Des personnes concernées")


def test_un_enonce_rapporte_peut_recevoir_son_identifiant(copie, tmp_path):
    importer(_csv(tmp_path, _ligne("CM-STR-05", "STR-1_03"), codage="cp1252"), copie)
    assert lire(copie).criteres["CM-STR-05"].officiel
    assert "énoncé" in lire(copie).criteres["CM-STR-05"].enonce


@pytest.mark.parametrize(
    ("mauvaise", "attendu"),
    [
        (_ligne(ident="CM-UX-99"), "CM-UX-99.*pas dans la grille"),
        (_ligne(officiel="UX1"), "forme d'un identifiant officiel"),
        (_ligne(officiel="STR-2_01"), "déjà l'identifiant officiel de « STR-2_01"),
        (_ligne(ident="STR-2_01", officiel="STR-2_02"), "déjà un identifiant officiel"),
        (_ligne(enonce=""), "enonce.*vide"),
        (_ligne(enonce="Trop court ?"), "caractères"),
        (_ligne(enonce="a" * 800 + " ?"), "l'énoncé seul"),
        (_ligne(enonce="Cet énoncé affirme et ne demande rien."), "pas une question"),
        (_ligne(enonce="<p>Un énoncé avec des balises ?</p>"), "balises"),
        (_ligne(enonce="Un �nonc� ab�m� est-il accepté ?"), "UTF-8"),
        (_ligne(adresse="https://exemple.fr/crit"), "site officiel"),
        (_ligne(adresse="http://ref-ia.isit-europe.org/"), "https"),
        (_ligne(adresse="https://ref-ia.isit-europe.org.exemple.fr/"), "site officiel"),
        (_ligne(date="hier"), "pas une date"),
        (_ligne(date="2020-01-01"), "entre juin 2024"),
        (_ligne(date="2999-01-01"), "entre juin 2024"),
        (_ligne(ident="CM-UX-02"), "déjà ligne 2"),
        (_ligne(enonce="Un ; glissé dans l'énoncé est-il vu ?"), "cellules"),
    ],
)
def test_tout_ou_rien_avec_la_ligne_et_la_raison(copie, tmp_path, mauvaise, attendu):
    avant = (copie / "textes_officiels.yaml").read_bytes()
    fichier = _csv(tmp_path, _ligne(), mauvaise)
    with pytest.raises(ImportRefuse, match=rf"(?s)Ligne 3 : .*{attendu}.*Rien n'est écrit"):
        importer(fichier, copie)
    assert (copie / "textes_officiels.yaml").read_bytes() == avant


def test_plusieurs_refus_sont_tous_dits(copie, tmp_path):
    with pytest.raises(ImportRefuse) as refus:
        importer(_csv(tmp_path, _ligne(date="x"), _ligne("CM-ZZ", "UX-1_09"), _ligne("CM-UX-03", "UX-1_03")), copie)
    assert "Ligne 2" in str(refus.value) and "Ligne 3" in str(refus.value) and "Ligne 4" not in str(refus.value)


def test_un_fichier_sans_colonne_ou_sans_texte(copie, tmp_path):
    with pytest.raises(ImportRefuse, match="colonne « date »"):
        importer(_csv(tmp_path, "a;b;c;d", titres=TITRES.removesuffix(";date")), copie)
    with pytest.raises(ImportRefuse, match="aucun texte"):
        importer(_csv(tmp_path), copie)
    with pytest.raises(FichierIllisible, match="n'existe pas"):
        importer(tmp_path / "rien.csv", copie)


def test_un_dossier_protege_ne_perd_rien(copie, tmp_path, monkeypatch):
    from chatmairie.referentiel import importation

    def refuser(*_, **__):
        raise PermissionError("Impossible d'écrire dans ce dossier.")

    avant = (copie / "textes_officiels.yaml").read_bytes()
    monkeypatch.setattr(importation, "ecrire", refuser)
    with pytest.raises(PermissionError):
        importer(_csv(tmp_path, _ligne()), copie)
    assert (copie / "textes_officiels.yaml").read_bytes() == avant
