"""Livrer dans `travail/` : rejouable, et rien de ce qu'un élève a écrit n'est jamais perdu."""

from __future__ import annotations

import errno
import json
import os
import random

import pytest

from chatmairie.atelier.corriges import lire_les_corriges
from chatmairie.carnets import livraison
from chatmairie.carnets.livraison import LivraisonImpossible, livrer
from chatmairie.parcours import fichiers

CARNET = "02_essai/02_essai.ipynb"
DONNEES = "02_essai/archives.csv"
A_COTE = "02_essai/archives.nouvelle-version.csv"
BANQUE = """# %% [markdown] corrige=juste_somme
# La somme
#
# On ajoute
# tout.

# %% [markdown] idee_recue=faux_maximum
# Le plus grand suffit.
#
# Les autres disparaissent.

# %% juste_somme tient=tout
sum(refus)

# %% faux_maximum tient=rien famille=forme mot="les autres"
max(refus)
"""


@pytest.fixture
def cours(copie_du_cours):
    return copie_du_cours


@pytest.fixture
def travail(tmp_path):
    return tmp_path / "travail"


def contenu(dossier):
    """Chemin relatif -> octets, hors réglages."""
    return {
        p.relative_to(dossier).as_posix(): p.read_bytes()
        for p in sorted(dossier.rglob("*"))
        if p.is_file() and ".chatmairie" not in p.parts
    }


def test_premiere_livraison(cours, travail):
    bilan = livrer(cours, travail)
    assert set(contenu(travail)) == {CARNET, DONNEES, "02_essai/factice.py"}
    assert sorted(bilan.poses) == sorted(contenu(travail)) and bilan.phrases == []
    assert b"BEGIN SOLUTION" not in (travail / CARNET).read_bytes()
    assert (travail / ".chatmairie").is_dir()


def test_avec_les_corriges_pour_qui_apprend_seul(cours, travail):
    (cours.parent / "banque" / "essai").mkdir(parents=True)
    (cours.parent / "banque" / "essai" / "compter.py").write_text(BANQUE, encoding="utf-8")
    livrer(cours, travail, avec_corriges=True)
    fermes = (travail / "02_essai" / "corriges.json").read_text(encoding="utf-8")
    assert "essai.compter" in fermes and "sum" not in fermes
    corrige = lire_les_corriges(travail / "02_essai")["essai.compter"]
    assert corrige["solutions"] == [{"titre": "La somme", "commentaire": "On ajoute tout.", "code": "sum(refus)"}]
    assert corrige["idee_recue"] == {"idee": "Le plus grand suffit.", "effet": "Les autres disparaissent."}
    assert not any(nom.endswith("02_essai.py") for nom in contenu(travail))


def test_recommencer_ne_change_rien(cours, travail):
    livrer(cours, travail)
    avant = {p: p.stat().st_mtime_ns for p in travail.rglob("*") if p.is_file() and p.name != "livraison.json"}
    bilan = livrer(cours, travail)
    assert bilan.phrases == [] and bilan.poses == [] and bilan.mis_a_jour == []
    assert avant == {p: p.stat().st_mtime_ns for p in avant}


def test_un_fichier_non_modifie_est_mis_a_jour(cours, travail):
    livrer(cours, travail)
    (cours / DONNEES).write_text("nouveau\n", encoding="utf-8")
    bilan = livrer(cours, travail)
    assert (travail / DONNEES).read_text(encoding="utf-8") == "nouveau\n"
    assert bilan.mis_a_jour == [DONNEES] and "mis à jour" in bilan.phrases[0]


def test_un_fichier_modifie_est_garde_et_la_nouvelle_version_posee_a_cote_une_fois(cours, travail):
    livrer(cours, travail)
    (travail / DONNEES).write_text("à moi\n", encoding="utf-8")
    assert livrer(cours, travail).phrases == []
    (cours / DONNEES).write_text("nouveau\n", encoding="utf-8")
    bilan = livrer(cours, travail)
    assert (travail / DONNEES).read_text(encoding="utf-8") == "à moi\n"
    assert (travail / A_COTE).read_text(encoding="utf-8") == "nouveau\n"
    assert bilan.a_cote == [A_COTE] and "gardé tel quel" in bilan.phrases[0] and A_COTE in bilan.phrases[0]
    (travail / A_COTE).unlink()
    assert livrer(cours, travail).phrases == []
    assert not (travail / A_COTE).exists()


def test_un_carnet_modifie_est_garde(cours, travail):
    livrer(cours, travail)
    mien = (travail / CARNET).read_text(encoding="utf-8").replace("# VOTRE CODE ICI", "return 12")
    (travail / CARNET).write_text(mien, encoding="utf-8")
    lu = json.loads((cours / CARNET).read_text(encoding="utf-8"))
    lu["cells"][0]["source"] = ["# Un nouveau titre ?"]
    (cours / CARNET).write_text(json.dumps(lu), encoding="utf-8")
    livrer(cours, travail)
    assert (travail / CARNET).read_text(encoding="utf-8") == mien
    nouvelle = (travail / "02_essai/02_essai.nouvelle-version.ipynb").read_text(encoding="utf-8")
    assert "Un nouveau titre" in nouvelle and "total_secret" not in nouvelle


def test_une_proposition_modifiee_est_gardee_une_intacte_remplacee(cours, travail):
    livrer(cours, travail)
    (travail / DONNEES).write_text("à moi\n", encoding="utf-8")
    (cours / DONNEES).write_text("deux\n", encoding="utf-8")
    livrer(cours, travail)
    (cours / DONNEES).write_text("trois\n", encoding="utf-8")
    livrer(cours, travail)
    assert (travail / A_COTE).read_text(encoding="utf-8") == "trois\n"
    (travail / A_COTE).write_text("à moi aussi\n", encoding="utf-8")
    (cours / DONNEES).write_text("quatre\n", encoding="utf-8")
    bilan = livrer(cours, travail)
    assert (travail / A_COTE).read_text(encoding="utf-8") == "à moi aussi\n"
    assert bilan.a_cote == ["02_essai/archives.nouvelle-version-2.csv"]
    assert (travail / bilan.a_cote[0]).read_text(encoding="utf-8") == "quatre\n"


def test_un_fichier_supprime_ou_renomme_est_remis(cours, travail):
    livrer(cours, travail)
    neuf = (travail / CARNET).read_bytes()
    (travail / CARNET).rename(travail / "02_essai/mon_essai.ipynb")
    bilan = livrer(cours, travail)
    assert (travail / CARNET).read_bytes() == neuf and bilan.remis == [CARNET]
    assert (travail / "02_essai/mon_essai.ipynb").read_bytes() == neuf


def test_un_fichier_cree_par_l_eleve_puis_livre_par_le_cours_est_garde(cours, travail):
    livrer(cours, travail)
    (travail / "02_essai/notes.csv").write_text("à moi\n", encoding="utf-8")
    (cours / "02_essai/notes.csv").write_text("au cours\n", encoding="utf-8")
    livrer(cours, travail)
    assert (travail / "02_essai/notes.csv").read_text(encoding="utf-8") == "à moi\n"
    assert (travail / "02_essai/notes.nouvelle-version.csv").read_text(encoding="utf-8") == "au cours\n"


def test_prendre_la_nouvelle_version_a_la_main(cours, travail):
    livrer(cours, travail)
    (travail / DONNEES).write_text("à moi\n", encoding="utf-8")
    (cours / DONNEES).write_text("deux\n", encoding="utf-8")
    livrer(cours, travail)
    os.replace(travail / A_COTE, travail / DONNEES)
    assert livrer(cours, travail).phrases == []
    (cours / DONNEES).write_text("trois\n", encoding="utf-8")
    assert livrer(cours, travail).mis_a_jour == [DONNEES]


@pytest.mark.parametrize(
    "abime",
    ["", "{", "[]", '{"fichiers": 3}', '{"fichiers": {"a": 1}}', '{"fichiers": {"a": {"livre": 1}}}', "[" * 99999],
)
def test_un_registre_abime_est_mis_de_cote_et_rien_n_est_ecrase(cours, travail, abime):
    livrer(cours, travail)
    (travail / DONNEES).write_text("à moi\n", encoding="utf-8")
    registre = travail / ".chatmairie" / "livraison.json"
    registre.write_text(abime, encoding="utf-8")
    (cours / DONNEES).write_text("nouveau\n", encoding="utf-8")
    bilan = livrer(cours, travail)
    assert (travail / DONNEES).read_text(encoding="utf-8") == "à moi\n"
    assert (travail / ".chatmairie" / "livraison.abimee-1.json").read_text(encoding="utf-8") == abime
    assert "abîmé" in bilan.phrases[0] and bilan.a_cote == [A_COTE]
    assert livrer(cours, travail).phrases == []


def test_un_registre_qui_n_est_pas_du_texte_est_mis_de_cote(cours, travail):
    livrer(cours, travail)
    (travail / ".chatmairie" / "livraison.json").write_bytes(b"\xff\xfe\x00")
    assert "abîmé" in livrer(cours, travail).phrases[0]


def test_un_fichier_remplace_par_un_lien_n_est_ni_suivi_ni_remplace(cours, travail, tmp_path):
    livrer(cours, travail)
    ailleurs = tmp_path / "ailleurs.csv"
    ailleurs.write_bytes((travail / DONNEES).read_bytes())
    (travail / DONNEES).unlink()
    (travail / DONNEES).symlink_to(ailleurs)
    avant = ailleurs.read_bytes()
    (cours / DONNEES).write_text("nouveau\n", encoding="utf-8")
    bilan = livrer(cours, travail)
    assert (travail / DONNEES).is_symlink() and ailleurs.read_bytes() == avant
    assert "lien symbolique" in bilan.phrases[0] and bilan.a_cote == [A_COTE]


def test_un_lien_vers_rien_est_garde(cours, travail):
    livrer(cours, travail)
    (travail / DONNEES).unlink()
    (travail / DONNEES).symlink_to("nulle-part")
    (cours / DONNEES).write_text("nouveau\n", encoding="utf-8")
    livrer(cours, travail)
    assert (travail / DONNEES).is_symlink() and not (travail / "02_essai/nulle-part").exists()


@pytest.mark.parametrize("dossier", ["02_essai", ".chatmairie"])
def test_un_dossier_remplace_par_un_lien_est_refuse_avant_d_ecrire(cours, travail, tmp_path, dossier):
    travail.mkdir()
    ailleurs = tmp_path / "ailleurs"
    ailleurs.mkdir()
    (travail / dossier).symlink_to(ailleurs)
    with pytest.raises(LivraisonImpossible, match="lien symbolique"):
        livrer(cours, travail)
    assert list(ailleurs.iterdir()) == [] and [p.name for p in travail.iterdir()] == [dossier]


def test_un_fichier_a_la_place_d_un_dossier_est_refuse(cours, travail):
    travail.mkdir()
    (travail / "02_essai").write_text("à moi", encoding="utf-8")
    with pytest.raises(LivraisonImpossible, match="n'est pas un dossier"):
        livrer(cours, travail)
    assert (travail / "02_essai").read_text(encoding="utf-8") == "à moi"


def test_les_lieux_absurdes_sont_refuses(cours, travail, tmp_path):
    for destination in (cours, cours / "travail"):
        with pytest.raises(LivraisonImpossible, match="dans le cours"):
            livrer(cours, destination)
    with pytest.raises(LivraisonImpossible, match="n'existe pas"):
        livrer(tmp_path / "rien", travail)
    (tmp_path / "fichier").write_text("x", encoding="utf-8")
    with pytest.raises(LivraisonImpossible, match="n'est pas un dossier"):
        livrer(cours, tmp_path / "fichier")
    (tmp_path / "lien").symlink_to("nulle-part")
    with pytest.raises(LivraisonImpossible, match="nulle part"):
        livrer(cours, tmp_path / "lien")
    (tmp_path / "vide").mkdir()
    with pytest.raises(LivraisonImpossible, match="Aucun module"):
        livrer(tmp_path / "vide", travail)


def test_un_lien_dans_le_cours_est_refuse(cours, travail):
    (cours / "02_essai" / "lien.csv").symlink_to(cours / DONNEES)
    with pytest.raises(LivraisonImpossible, match="lien symbolique"):
        livrer(cours, travail)
    assert not travail.exists()


def test_un_carnet_non_construit_est_dit(cours, travail):
    (cours / CARNET).unlink()
    with pytest.raises(LivraisonImpossible, match="Construisez-le"):
        livrer(cours, travail)
    assert not travail.exists()


@pytest.mark.parametrize("erreur", [errno.EACCES, errno.EROFS, errno.ENOSPC])
@pytest.mark.parametrize("rang", [1, 2, 3, 4])
def test_un_disque_qui_refuse_ne_perd_rien(cours, travail, monkeypatch, erreur, rang):
    """L'écriture échoue au premier, deuxième… fichier : phrase claire, et la fois suivante finit le travail."""
    livrer(cours, travail)
    (travail / DONNEES).write_text("à moi\n", encoding="utf-8")
    for nom in (DONNEES, "02_essai/factice.py"):
        (cours / nom).write_text("# nouveau\n", encoding="utf-8")
    (cours / "02_essai" / "autre.csv").write_text("a\n", encoding="utf-8")
    avant = contenu(travail)
    vrai, appels = os.replace, []

    def refuser(source, cible):
        appels.append(cible)
        if len(appels) == rang:
            raise OSError(erreur, os.strerror(erreur), str(cible))
        return vrai(source, cible)

    monkeypatch.setattr(fichiers.os, "replace", refuser)
    with pytest.raises(LivraisonImpossible, match="Impossible d'écrire") as refus:
        livrer(cours, travail)
    assert "ni perdu" in str(refus.value)
    monkeypatch.undo()
    apres = contenu(travail)
    assert apres[DONNEES] == b"\xc3\xa0 moi\n" and set(avant) <= set(apres)
    assert not [p for p in travail.rglob("*.brouillon")]
    livrer(cours, travail)
    assert (travail / DONNEES).read_text(encoding="utf-8") == "à moi\n"
    assert (travail / "02_essai/factice.py").read_text(encoding="utf-8") == "# nouveau\n"
    assert (travail / A_COTE).read_text(encoding="utf-8") == "# nouveau\n"


@pytest.mark.skipif(os.name != "posix", reason="droits POSIX")
def test_un_dossier_protege_donne_une_phrase(cours, travail):
    if os.geteuid() == 0:  # l'administrateur passe outre les droits : /proc, lui, refuse tout le monde
        with pytest.raises(LivraisonImpossible, match="Impossible d'écrire"):
            livrer(cours, "/proc/travail")
        return
    travail.mkdir(mode=0o500)
    with pytest.raises(LivraisonImpossible, match="Impossible d'écrire"):
        livrer(cours, travail)


def test_une_longue_vie_ne_perd_rien(cours, travail):
    """Cent livraisons où l'élève et le cours changent au hasard : tout ce que l'élève écrit reste lisible."""
    hasard = random.Random(7)
    noms = ["archives.csv", "factice.py"]
    livrer(cours, travail)
    ecrits: dict[str, str] = {}
    for tour in range(100):
        nom = hasard.choice(noms)
        if hasard.random() < 0.5:
            (cours / "02_essai" / nom).write_text(f"# cours {tour}\n", encoding="utf-8")
        if hasard.random() < 0.5:
            choisi = hasard.choice([p for p in (travail / "02_essai").iterdir() if p.suffix in (".csv", ".py")])
            choisi.write_text(f"# élève {tour}\n", encoding="utf-8")
            ecrits[choisi.name] = f"# élève {tour}\n"
        if hasard.random() < 0.1:
            (travail / ".chatmairie" / "livraison.json").write_text("{", encoding="utf-8")
        livrer(cours, travail)
        for fichier, voulu in ecrits.items():
            assert (travail / "02_essai" / fichier).read_text(encoding="utf-8") == voulu


def test_le_registre_est_lisible_et_sans_rien_de_personnel(cours, travail):
    livrer(cours, travail)
    lu = json.loads((travail / ".chatmairie" / livraison.MANIFESTE).read_text(encoding="utf-8"))
    assert set(lu) == {"lisez-moi", "version", "fichiers"}
    assert set(lu["fichiers"]) == {CARNET, DONNEES, "02_essai/factice.py"}
