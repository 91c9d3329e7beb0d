"""Une liste d'élèves, telle que les formateurs la reçoivent : une seule forme en sort, rien n'est décalé en silence."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest

from chatmairie.correction.liste_d_eleves import Liste, ListeImpossible, lire_la_liste

TABLEUR = "Nom;Prénom;Courriel\nPetit;Zoé;zoe@exemple.fr\nLe Goff;Ana-Maria;ana@exemple.fr\n"
MOODLE_PARTICIPANTS = (
    'Prénom,"Nom de famille","Adresse de courriel",Groupes\n'
    "Zoé,Petit,zoe@exemple.fr,\nAna-Maria,Le Goff,ana@exemple.fr,BTS\n"
)
MOODLE_NOTES = (
    'Identifiant,"Nom complet","Adresse de courriel",Statut,Note\n'
    'Participant 12345,"Zoé Petit",zoe@exemple.fr,"Aucun travail remis",\n'
    'Participant 12346,"Ana-Maria LE GOFF",ana@exemple.fr,Remis,\n'
)
PRONOTE = "Élève;Né(e) le;Classe\nPETIT Zoé;01/02/2008;BTS1\nLE GOFF Ana-Maria;03/04/2008;BTS1\n"


def _lire(dossier: Path, texte: str, encodage: str = "utf-8") -> Liste:
    (dossier / "liste.csv").write_bytes(texte.encode(encodage))
    return lire_la_liste(dossier / "liste.csv")


@pytest.mark.parametrize(
    ("texte", "encodage"),
    [
        (TABLEUR, "cp1252"), (TABLEUR, "utf-8"), (TABLEUR.replace(";", "\t"), "utf-16"),
        (unicodedata.normalize("NFD", TABLEUR), "utf-8-sig"), (TABLEUR.replace(";", " ; ").upper(), "utf-8"),
        (MOODLE_PARTICIPANTS, "utf-8"), (MOODLE_NOTES, "utf-8"), (PRONOTE, "cp1252"),
    ],
)  # fmt: skip
def test_les_vraies_formes_donnent_les_memes_eleves(tmp_path: Path, texte: str, encodage: str) -> None:
    liste = _lire(tmp_path, texte, encodage)
    lus = list(csv.DictReader(liste.en_csv().splitlines()))
    assert [e["id"] for e in lus] == ["zoe-petit", "ana-maria-le-goff"]
    assert [e["first_name"].title() for e in lus] == ["Zoé", "Ana-Maria"]
    assert [e["last_name"].title() for e in lus] == ["Petit", "Le Goff"]
    assert len(liste.avis) == 1 and "fabriqués" in liste.avis[0]


def test_la_forme_de_nbgrader_est_gardee_sans_ses_espaces(tmp_path: Path) -> None:
    liste = _lire(tmp_path, "id , first_name,last_name,lms_user_id\n zoe-petit , Zo\u0065\u0301,  Petit ,7\n")
    assert liste.en_csv() == "id,first_name,last_name,lms_user_id\nzoe-petit,Zoé,Petit,7\n" and not liste.avis


@pytest.mark.parametrize(
    ("ligne", "raison"),
    [
        ("lea,Léa,Dupont, Martin,lea@exemple.fr", "plus de cases"),
        ("lea,Léa,lea@exemple.fr", "à la place d'un nom"),
        ("../lea,Léa,Dupont", "dossier"),
        ("le[a],Léa,Dupont", "dossier"),
        ("ANA,Léa,Dupont", "en double"),
    ],
)
def test_une_ligne_douteuse_est_montree_et_rien_n_est_pris(tmp_path: Path, ligne: str, raison: str) -> None:
    texte = f"id,prénom,nom,courriel\nana,Ana,Roux,ana@exemple.fr\n{ligne}\n,,,\n"
    with pytest.raises(ListeImpossible, match="ligne 3") as refus:
        _lire(tmp_path, texte)
    assert raison in str(refus.value) and "ligne 2" not in str(refus.value)


def test_des_homonymes_et_un_prenom_incertain_sont_dits(tmp_path: Path) -> None:
    liste = _lire(tmp_path, "Nom complet\nAna Roux\nAna Roux\nJean Paul Roux\n")
    assert [e["id"] for e in liste.eleves] == ["ana-roux", "ana-roux-2", "jean-paul-roux"]
    dits = "\n".join(liste.avis)
    assert "Ligne 3" in dits and "ana-roux-2" in dits and "Ligne 4" in dits and "prénom « Jean »" in dits
