"""Le glossaire et le jeu de rôles : tout mot de métier des carnets est défini ; les faits des fiches sont ceux des
rejeux."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chatmairie.echecs.bilan import resultats

RACINE = Path(__file__).parents[1]
GLOSSAIRE = (RACINE / "guide" / "glossaire.md").read_text(encoding="utf-8").replace("\xa0", " ")
JEU = (RACINE / "guide" / "jeu_de_roles.md").read_text(encoding="utf-8").replace("\xa0", " ")
CARNETS = {s.stem: s for s in sorted((RACINE / "course").glob("*/[0-9][0-9]_*.py"))}

METIER = (
    "acte de naissance", "accessibilité", "algorithme", "apprentissage", "arbre de décision", "archive",
    "audit", "avis", "biais", "chatbot", "classifieur", "code unique", "condition d'arrêt", "consentement", "contraste",
    "contrat de données", "corpus", "curseur", "dataframe", "dictionnaire", "données personnelles",
    "discrimination indirecte", "données synthétiques", "empreinte", "équité", "état civil", "exactitude",
    "faux négatif", "faux positif", "finalité", "fonction", "franceconnect",
    "frugalité", "graine", "groupby", "indicateur", "langage ", "clair", "lecteur d'écran", "lisibilité",
    "manette", "marché public", "metricframe", "minimisation", "mode dégradé", "modèle", "noyau",
    "offre anormalement basse", "pondération", "prestataire", "preuve", "registre de langue", "rejeu",
    "réversibilité", "series", "seuil", "smart city", "sous-traitant", "substitut", "taux", "titulaire",
    "tiktok", "usurpation", "violation de données",
)  # fmt: skip
"""Les termes de métier cherchés dans les carnets (au pluriel près)."""

PAS_DES_SIGLES = {
    "ACTIVITE", "ARRET", "AUDIT", "BCCRT", "BEGIN", "CADRAGE", "CITY", "COLONNES", "CONDITIONS", "DOCTYPE",
    "DPD", "END", "EN", "ETAPES", "EXEMPLE", "GRAINE", "HIDDEN", "LEXIQUE", "MARK", "MER", "PARENTS",
    "PERSONNES", "PLANCHER", "PLOS", "PLUS", "PONDERATION", "SANS", "SCHEME", "SOLUTION", "TEST", "TESTS",
    "THE", "CHAT", "VOTRE", "RÉPONSE", "ICI",
}  # fmt: skip
"""Des noms de variables, de journaux, ou des mots écrits en majuscules dans une archive."""


def plat(texte: str) -> str:
    return re.sub(r"\s+", " ", texte.replace("’", "'").replace("\u00a0", " ")).lower()


def entrees() -> str:
    """Ce que le glossaire définit : les mots en gras qui ouvrent une définition."""
    return plat(" | ".join(re.findall(r"\*\*(.+?)\*\*", GLOSSAIRE)))


def _textes(source: Path) -> str:
    """Les cellules de texte d'un carnet."""
    return "\n".join(re.findall(r'r"""\n(.*?)"""', source.read_text(encoding="utf-8"), re.DOTALL))


@pytest.mark.parametrize("carnet", CARNETS)
def test_chaque_sigle_d_un_carnet_est_defini(carnet: str) -> None:
    texte = re.sub(r"`[^`]*`", " ", _textes(CARNETS[carnet]))
    sigles = set(re.findall(r"(?<![\w-])[A-ZÉ]{2,}(?![\w-])", texte)) - PAS_DES_SIGLES
    definis = set(re.findall(r"[A-ZÉ0-9]{2,}", " ".join(re.findall(r"\*\*(.+?)\*\*", GLOSSAIRE)))) | {"ONU"}
    assert sigles <= definis, f"À définir dans guide/glossaire.md : {sorted(sigles - definis)}"


@pytest.mark.parametrize("carnet", CARNETS)
def test_chaque_terme_de_metier_d_un_carnet_est_defini(carnet: str) -> None:
    texte, definis = plat(_textes(CARNETS[carnet])), entrees()
    employes = [t for t in METIER if re.search(rf"\b{re.escape(t)}", texte)]
    absents = [t for t in employes if t.rstrip("s") not in definis and _au_singulier(t) not in definis]
    assert employes and not absents, f"À définir dans guide/glossaire.md : {absents}"


def _au_singulier(terme: str) -> str:
    return " ".join(m.rstrip("s") for m in terme.split())


def test_chaque_definition_est_une_phrase() -> None:
    lignes = [x for x in re.split(r"\n(?=- )", GLOSSAIRE) if x.startswith("- ")]
    assert len(lignes) > 90
    for ligne in lignes:
        mot, _, definition = ligne.split("\n\n")[0].partition(" : ")
        assert mot.startswith("- **") and definition.rstrip().endswith((".", "?", ")")), ligne
    mots = re.findall(r"^- \*\*(.+?)\*\*", GLOSSAIRE, re.MULTILINE)
    assert len(mots) == len(set(mots))


# --- le jeu de rôles ----------------------------------------------------------------------------------


def fiches() -> dict[str, str]:
    morceaux = re.split(r"^### \d+\. ", JEU, flags=re.MULTILINE)[1:]
    return {m.split("\n", 1)[0]: m.split("\n## ")[0] for m in morceaux}


def test_dix_roles_avec_un_but_deux_faits_et_un_silence() -> None:
    assert len(fiches()) == 10
    for nom, fiche in fiches().items():
        assert fiche.count("**But.**") == 1 and fiche.count("**Ne dira pas**") == 1, nom
        assert len(re.findall(r"^- Fait : ", fiche, re.MULTILINE)) == 2, nom


def test_aucun_role_n_a_d_age_d_origine_ni_d_accent_a_jouer() -> None:
    for nom, fiche in fiches().items():
        assert not re.search(
            r"\b(vieux|vieille|\d+ ans|accent|immigré|étrang|banlieue|handicap|cité)\b", fiche, re.I
        ), nom


def test_les_nombres_des_fiches_sont_ceux_des_resultats_enregistres() -> None:
    lus = resultats.charger()
    tous = plat(JEU).replace("\u202f", " ")
    choix, donnees = lus["choix_ia"], lus["donnees"]
    assert f"{choix.avant:,} demandes sur {choix.sur:,}".replace(",", " ") in tous
    assert f"{donnees.avant} enfants" in tous and f"sur {donnees.sur}" in tous
    assert f"numéro {resultats.graine()}" in tous
    retrait = re.search(r"retrait vient au jour (\d+)", resultats.paris()["choix_ia.quand"])
    assert retrait and f"au jour {retrait[1]}" in tous


def test_le_deroule_dure_quarante_cinq_minutes() -> None:
    temps = re.findall(r"^\| (\d+) – (\d+) \|", JEU, re.MULTILINE)
    assert temps[0][0] == "0" and temps[-1][1] == "45"
    assert all(avant[1] == apres[0] for avant, apres in zip(temps, temps[1:], strict=False))
