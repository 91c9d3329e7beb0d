"""Une faute dans les données donne une phrase qui nomme le fichier, l'entrée et le champ."""

import pytest

from chatmairie.referentiel import lecture
from chatmairie.referentiel.lecture import ReferentielInvalide


def test_la_copie_intacte_se_lit(copie):
    assert len(lecture.lire(copie).criteres) == 41


@pytest.mark.parametrize(
    ("fichier", "avant", "apres", "attendus"),
    [
        ("criteres/ux.yaml", "identifiant: CM-UX-02", "identifiant: CM-UX-01", ["CM-UX-01", "2 fois"]),
        ("criteres/ux.yaml", "identifiant: CM-UX-02", "identifiant: UX-2", ["ux.yaml", "UX-2", "attendu « CM-UX-01"]),
        ("criteres/ux.yaml", "difficulte: simple", "difficulte: facile", ["ux.yaml", "CM-UX-04", "difficulte"]),
        (
            "criteres/ui.yaml",
            'argumentaire: "Imiter',
            'argumentation: "Imiter',
            ["ui.yaml", "CM-UI-01", "argumentaire", "absent", "argumentation", "inconnu"],
        ),
        (
            "criteres/ui.yaml",
            "metiers: [redaction, donnees, service]",
            "metiers: []",
            ["ui.yaml", "CM-UI-01", "metiers", "vide"],
        ),
        (
            "criteres/ui.yaml",
            "metiers: [redaction, donnees, service]",
            "metiers: [magicien]",
            ["ui.yaml", "CM-UI-01", "metiers", "magicien"],
        ),
        ("criteres/socle.yaml", "odd: {10:", "odd: {18:", ["socle.yaml", "CM-SOC-03", "odd", "18"]),
        ("criteres/socle.yaml", "{ref: ria-10}", "{ref: ria-999}", ["CM-SOC-01", "ancrages", "ria-999"]),
        ("criteres/socle.yaml", 'partie: "fiche 7"', 'partie: "fiche 99"', ["CM-SOC-02", "cnil-ia", "fiche 99"]),
        ("criteres/socle.yaml", "source: cours-chatmairie", "source: nulle-part", ["nulle-part"]),
        ("criteres/socle.yaml", "{ref: rgpd-33}", "{ref: rgpd-32}", ["revue.yaml", "CM-SOC-06", "CM-SOC-10"]),
        (
            "criteres/strategie.yaml",
            "statut: cité",
            "statut: rapporté",
            ["STR-2_01", "ne se porte qu'avec un énoncé cité"],
        ),
        ("criteres/cadrage.yaml", "echecs: [campagne]", "echecs: [acte]", ["choix.yaml", "CM-CAD-06"]),
        ("criteres/ui.yaml", "tests:\n", "tests: []\n        autres:\n", ["ui.yaml", "CM-UI-01", "tests"]),
        ("ria31.yaml", "criteres: 41", "criteres: 31", ["ria31.yaml", "criteres", "31", "41"]),
        ("odd.yaml", "  17: {", "  18: {", ["odd.yaml", "17"]),
        ("droit.yaml", "certitude: S", "certitude: X", ["droit.yaml", "ccp-l2152-7", "certitude"]),
        ("droit.yaml", "criteres: [CM-STR-06]", "criteres: [CM-STR-66]", ["droit.yaml", "CM-STR-66"]),
        ("droit.yaml", "  rgpd-7:", "  rgpd-6-4:", ["droit.yaml", "rgpd-6-4", "2 fois"]),
        ("choix.yaml", "  CM-STR-04:", "  CM-STR-99:", ["choix.yaml", "non_travailles", "CM-STR-99"]),
        ("choix.yaml", "[CM-UX-02, CM-UI-04]", "[CM-UX-02]", ["choix.yaml", "douze"]),
        ("revue.yaml", "[CM-CAD-07, CM-UX-06]", "[CM-CAD-07, CM-UX-05]", ["revue.yaml", "lil-47"]),
        (
            "criteres/ui.yaml",
            "metiers: [redaction, donnees, service]",
            "metiers: [redaction, redaction]",
            ["metiers", "2 fois"],
        ),
        (
            "criteres/ui.yaml",
            'statut: "formulation du cours", source: cours-chatmairie',
            'statut: "formulation du cours", source: inr-ria31',
            ["provenance", "cours", "CM-"],
        ),
        ("criteres/ui.yaml", "demande autrement\u00a0?", "demande autrement.", ["CM-UI-01", "enonce", "question"]),
        ("criteres/ui.yaml", "{ref: rgpd-5-1-f}", "{ref: inr-ria31}", ["CM-UI-05", "inr-ria31"]),
        ("criteres/ui.yaml", "{ref: rgpd-5-1-f}", "{ref: rgpd-5-1-f, partie: x}", ["CM-UI-05", "pas de partie"]),
        ("criteres/ui.yaml", "{ref: rgpd-5-1-f}", "{ref: rgpd-5-1-d}", ["droit.yaml", "rgpd-5-1-f", "aucun critère"]),
        (
            "criteres/socle.yaml",
            "themes: [surveillance, equite]",
            "themes: [equite]",
            ["surveillance", "couvert par aucun"],
        ),
        (
            "droit.yaml",
            '    sources: ["https://juriblio.fr/codes',
            '    # ["https://juriblio.fr/codes',
            ["crpa-l111-2", "adresse"],
        ),
        ("criteres/ui.yaml", "identifiant: CM-R-UI-1", "identifiant: UI-1", ["ui.yaml", "UI-1", "CM-R-"]),
        (
            "criteres/strategie.yaml",
            "        identifiant_officiel: STR-2_01\n",
            "",
            ["STR-2_01", "identifiant_officiel"],
        ),
        ("criteres/ui.yaml", "famille: ui", "famille: ux", ["ui.yaml", "famille"]),
        ("ria31.yaml", "  ui:\n", "  interface:\n", ["ria31.yaml", "familles"]),
        ("choix.yaml", "critere: STR-2_01", "critere: STR-9_01", ["choix.yaml", "STR-9_01"]),
        ("revue.yaml", "[CM-STR-03, CM-STR-04]", "[CM-STR-04, CM-CAD-03]", ["revue.yaml", "2 fois"]),
        (
            "textes_officiels.yaml",
            "textes: []",
            "textes: [{identifiant: CM-ZZ-01, identifiant_officiel: UX-1_01, "
            'enonce: "Un essai est-il fait ?", adresse: x, date: 2026-11-01}]',
            ["textes_officiels.yaml", "CM-ZZ-01"],
        ),
        ("sources.yaml", "sources:", "sources: [", ["sources.yaml", "illisible"]),
    ],
)
def test_une_faute_est_nommee(abimer, fichier, avant, apres, attendus):
    dossier = abimer(fichier, avant, apres)
    with pytest.raises(ReferentielInvalide) as faute:
        lecture.lire(dossier)
    for mot in attendus:
        assert mot in str(faute.value)


def test_un_fichier_absent_ou_illisible_est_nomme(copie):
    (copie / "odd.yaml").write_bytes("odd: é".encode("latin-1"))
    with pytest.raises(ReferentielInvalide, match="odd.yaml : ce fichier n'est pas en UTF-8"):
        lecture.lire(copie)
    (copie / "odd.yaml").unlink()
    with pytest.raises(ReferentielInvalide, match="odd.yaml : fichier absent"):
        lecture.lire(copie)


def test_le_referentiel_ne_se_modifie_pas(referentiel):
    with pytest.raises(Exception, match="frozen"):
        referentiel.criteres["STR-2_01"].enonce = "autre"
