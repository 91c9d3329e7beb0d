"""Les données : comptes, provenance, textes repris mot pour mot, couverture, revue, packaging."""

import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter

import pytest

from chatmairie.referentiel import lecture
from chatmairie.referentiel.cartes import carte, recommandation

from .conftest import RACINE

# Les quatre énoncés connus de RIA31, tels que trouvés (espaces insécables mises à part).
CONNUS = {
    "STR-2_01": "Une gouvernance des données est-elle mise en place sur l'ensemble du cycle de vie du projet IA ?",
    "CM-STR-03": "Un comité éthique & environnemental est-il mis en place ? Les référents pluridisciplinaire "
    "(juristes, RSE, métiers, data scientist, data ingénieur, sociologues, ...), sont-ils identifiés et "
    "intégrés dans une gouvernance RSE ? L'éthique, la déontologie, la tracabilité des sources et la "
    "finalité de l'IA sont-elles suivies ?",
    "CM-STR-04": "Est-ce qu'une matrice d'éligibilité aux 7 éléments essentiels pour qualifier une IA de confiance "
    "au regard de la commission européenne (IA Act - 2026) est instanciée ? La transparence, l'éthique, "
    "équitable, securité, explicabilité, robustesse, gouvernance de données et données privées "
    "sont-elles prises en compte ?",
    "CM-STR-05": "La responsabilité légale et éthique du résultat de l'IA, et les nécessités d'intervention humaine "
    "pour exploiter ce résultat sont-elles identifiées ?",
}


def test_cinq_familles_treize_recommandations_quarante_et_un_criteres(referentiel):
    assert len(referentiel.grille.familles) == 5
    assert len(referentiel.recommandations) == 13
    assert len(referentiel.criteres) == 41
    assert Counter(c.famille for c in referentiel.criteres.values()).total() == 41
    assert all(len(referentiel.de_famille(f)) >= 5 for f in referentiel.grille.familles)


@pytest.mark.parametrize("identifiant", CONNUS)
def test_les_enonces_connus_sont_mot_pour_mot(referentiel, identifiant):
    critere = referentiel.criteres[identifiant]
    assert critere.enonce.replace("\u00a0", " ") == CONNUS[identifiant]
    assert critere.provenance.statut == ("cité" if identifiant == "STR-2_01" else "rapporté")


def test_tout_le_reste_est_annonce_comme_formulation_du_cours(referentiel):
    autres = [c for i, c in referentiel.criteres.items() if i not in CONNUS]
    assert len(autres) == 37
    for c in autres:
        assert c.provenance.statut == "formulation du cours"
        assert c.identifiant.startswith("CM-") and not c.identifiant_officiel


def test_aucune_licence_libre_n_est_attribuee_a_ria31(referentiel):
    for cle in ("inr-ria31", "inr-site-ria31", "inr-decode-ia-1"):
        assert "Licence non trouvée" in referentiel.sources[cle].droits


def test_les_dix_sept_odd_et_seulement_ceux_qui_sont_adresses(referentiel):
    assert sorted(referentiel.odd) == list(range(1, 18))
    assert referentiel.odd[10].titre == "Inégalités réduites"
    assert referentiel.odd[17].titre == "Partenariats pour la réalisation des objectifs"
    relies = {n for c in referentiel.criteres.values() for n in c.odd}
    assert {8, 10, 12, 13, 16} <= relies and not relies & {2, 3, 6, 14, 15}
    assert any(not c.odd for c in referentiel.criteres.values())  # « si l'un des ODD est adressé », pas toujours


def test_chaque_echec_a_ses_criteres_et_l_audit_en_prend_deux_au_moins(referentiel):
    for echec, ids in referentiel.choix.audit_bilan.items():
        assert len(ids) >= 2
        assert all(echec in referentiel.criteres[i].echecs for i in ids)
    assert sum(len(ids) for ids in referentiel.choix.audit_bilan.values()) == 12


def test_l_accueil_ne_devoile_pas_l_histoire(referentiel):
    accueil = referentiel.choix.accueil
    montre = (repr(carte(accueil.critere)) + repr(recommandation(accueil.recommandation))).lower()
    assert not [
        mot for mot in ("mercredi", "reuf", "jean-mi", "billard", "tiktok", "léa", "acte de naissance") if mot in montre
    ]


def test_les_criteres_sont_distincts(referentiel):
    mots = {i: set(re.findall(r"\w{5,}", c.enonce.lower())) for i, c in referentiel.criteres.items()}
    proches = [(a, b) for a in mots for b in mots if a < b and len(mots[a] & mots[b]) / len(mots[a] | mots[b]) > 0.3]
    assert proches == []
    for champ in ("enonce", "argumentaire", "cas_usage", "limites"):
        textes = [getattr(c, champ) for c in referentiel.criteres.values()]
        assert len(set(textes)) == 41, champ


def test_chaque_paire_qui_partage_un_ancrage_dit_sa_difference(referentiel):
    communes = lecture.paires_a_ancrage_commun(referentiel.criteres.values())
    revues = {frozenset(p.paire) for p in referentiel.revue}
    assert communes and set(communes) <= revues


def test_le_droit_garde_ses_marques_et_ses_dates(referentiel):
    droit = referentiel.droit
    assert {t.certitude for t in droit.values()} == {"S", "K", "V"}
    assert str(droit["ccp-r2152-7"].valeurs["depuis"]) == "2026-08-21"
    assert str(droit["ria-50"].valeurs["depuis"]) == "2026-08-02"
    assert str(droit["ria-2026-1744"].valeurs["annexe_iii"]) == "2027-12-02"
    assert droit["ccp-r2122-8"].valeurs["seuil_eur_ht"] == 60000
    assert droit["rgpd-33"].valeurs["delai_heures"] == 72
    assert droit["rgpd-22"].certitude == "K" and droit["crpa-l312-1-3"].certitude == "S"
    for ident, texte in droit.items():
        assert texte.exige.count(".") <= 1 and texte.exige.endswith("."), f"{ident} : une seule phrase"


def test_la_typographie_est_francaise():
    for chemin in [*(RACINE / "referential").rglob("*.yaml"), RACINE / "referential" / "README.md"]:
        texte = re.sub(r"```.*?```", "", chemin.read_text(encoding="utf-8"), flags=re.DOTALL)
        texte = re.sub(r"`[^`]*`|#.*", "", texte)
        fautes = [ligne for ligne in texte.splitlines() if re.search(r"\S [?!»;]|« ", ligne) and "http" not in ligne]
        assert fautes == [], f"{chemin.name} : {fautes[:2]}"


def test_jamais_de_promesse_d_une_ia_neutre():
    interdits = re.compile(r"corriger le biais|ia neutre|débiais|sans biais", re.I)
    for chemin in (RACINE / "referential").rglob("*.yaml"):
        assert not interdits.search(chemin.read_text(encoding="utf-8")), chemin.name


@pytest.mark.lent
def test_les_donnees_sont_dans_le_paquet_construit(tmp_path):
    code = f"import setuptools.build_meta as b; print(b.build_wheel({str(tmp_path)!r}))"
    source = tmp_path / "source"
    source.mkdir()
    for nom in ("pyproject.toml", "setup.py", "MANIFEST.in", "LICENSE", "README.md"):
        if (RACINE / nom).exists():
            shutil.copy(RACINE / nom, source)
        else:
            (source / nom).write_text("", encoding="utf-8")
    for nom in ("src", "referential", "labextension"):
        shutil.copytree(RACINE / nom, source / nom, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    subprocess.run([sys.executable, "-c", code], cwd=source, check=True, capture_output=True)
    (roue,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(roue) as archive:
        extension = {n.split("labextensions/chatmairie-formulaires/")[-1] for n in archive.namelist() if "labext" in n}
        archive.extractall(tmp_path / "installe")
    essai = "from chatmairie.referentiel import lecture as l; print(l.dossier(), len(l.charger().criteres))"
    sortie = subprocess.run(
        [sys.executable, "-c", essai],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(tmp_path / "installe"), "PATH": ""},
        check=True,
    ).stdout
    assert sortie.split()[-1] == "41" and "installe" in sortie
    originaux = RACINE / "labextension"
    assert extension == {f.relative_to(originaux).as_posix() for f in originaux.rglob("*") if f.is_file()}
