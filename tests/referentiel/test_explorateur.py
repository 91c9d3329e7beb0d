"""Explorer la grille : chaque filtre retire ce qu'il doit, et tout se lit sans navigateur."""

import pytest

from chatmairie.referentiel.explorateur import Mot, explorer, filtrer, tableau


def test_sans_filtre_tout_est_la(referentiel):
    assert len(filtrer()) == 41
    assert "41 critères sur 41" in repr(tableau()).replace("\u00a0", " ")


def test_chaque_filtre(referentiel):
    assert {c.famille for c in filtrer(famille="ui")} == {"ui"} and len(filtrer(famille="ui")) == 5
    assert all("dpo" in c.metiers for c in filtrer(metier="dpo")) and filtrer(metier="dpo")
    assert all(12 in c.odd for c in filtrer(odd=12)) and filtrer(odd=12)
    assert all(c.difficulte == "difficile" for c in filtrer(difficulte="difficile"))
    assert filtrer(famille="ui", odd=12) == ()


@pytest.mark.parametrize("mot", ["mercredi", "MERCREDI", " Mercredi "])
def test_un_mot_sans_souci_de_casse(mot):
    assert "CM-SOC-03" in {c.identifiant for c in filtrer(mot=mot)}


def test_les_accents_sont_pardonnes_et_les_mots_s_ajoutent():
    assert filtrer(mot="accessibilite") == filtrer(mot="accessibilité") != ()
    assert len(filtrer(mot="accord retrait")) < len(filtrer(mot="accord"))


@pytest.mark.parametrize("filtre", [{"famille": "uix"}, {"odd": 18}, {"difficulte": "dur"}, {"metier": "roi"}])
def test_un_filtre_inconnu_donne_une_phrase(filtre):
    with pytest.raises(ValueError, match="n'existe pas. Attendu"):
        filtrer(**filtre)


def test_un_mot_qui_n_est_pas_un_texte():
    with pytest.raises(TypeError, match="est un texte"):
        filtrer(mot=3)


def test_le_widget_se_regle_sans_navigateur():
    manette = explorer()
    assert "41 critères" in repr(manette).replace("\u00a0", " ")
    manette.vue()
    manette.regler(famille="ui", mot="argot")
    assert manette.erreur is None
    assert "CM-UI-01" in repr(manette) and "CM-SOC-03" not in repr(manette)
    assert "CM-UI-01" in manette._sortie.value
    manette.regler(mot="introuvable")
    assert "ôtez un filtre" in repr(manette)


def test_taper_un_mot_dans_le_champ_change_le_tableau():
    manette = explorer()
    manette.vue()
    (champ,) = manette._champs["mot"]
    champ.value = "billard"
    assert manette.valeurs["mot"] == "billard" and "CM-SOC-05" in manette._sortie.value


def test_tous_les_extremes_se_calculent():
    manette = explorer()
    for nom, commande in manette.commandes.items():
        for valeur in commande.extremes():
            manette.depart()
            manette.regler(**{nom: valeur})
            assert manette.resultat is not None and manette.erreur is None


def test_le_mot_a_des_bornes():
    with pytest.raises(ValueError, match="60 caractères"):
        Mot("Mot cherché").valider("a" * 61)
    with pytest.raises(TypeError, match="texte"):
        explorer().regler(mot=3)
