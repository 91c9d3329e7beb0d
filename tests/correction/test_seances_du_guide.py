"""Les fiches de séance disent vrai : minutes publiées, exercices, paris, appels du carnet, nombres, liens."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import chatmairie
from chatmairie.__main__ import COMMANDES
from chatmairie.echecs import catalogue
from chatmairie.echecs.accueil.couverture import ETAPES
from chatmairie.juge.exercice import Exercice
from outils import durees
from tests.correction import guide

SEANCES = guide.RACINE / "guide" / "seances"
FICHES = sorted(SEANCES.glob("*.md"))
CARNETS = {s.stem: s for s in (guide.RACINE / "course").glob("*/[0-9][0-9]_*.py") if s.stem[:2] not in ("00", "06")}
PARTIES = (
    "1. L'ouverture",
    "2. Le déroulé",
    "3. Ce que dit un pari faux",
    "4. Le tableau de mise en commun",
    "5. Les ennuis probables",
    "6. À deux",
    "7. La feuille à imprimer",
)
MOTS_MAX = 750
"""Deux pages imprimées en 10 points : une et demie pour qui anime, une demie pour la feuille."""
UN_QUART_D_HEURE = 15
"""Ce que les coupes doivent rendre à qui n'a pas de temps à part pour la mise en commun."""

_RANG = re.compile(r"^\| (\d+) – (\d+) \| (.+?) \| (.+?) \|$", re.M)
_COUPE = re.compile(r"^- \*\*(\d+) – (\d+)\*\*, (.+?) On perd (.+)$", re.M)


def plat(texte: str) -> str:
    """Espaces insécables et fines en espaces ordinaires."""
    return re.sub("[\u00a0\u202f]", " ", texte)


@cache
def texte(fiche: Path) -> str:
    return plat(fiche.read_text(encoding="utf-8"))


@cache
def parties(fiche: Path) -> dict[str, str]:
    """Titre -> texte, dans l'ordre de la fiche."""
    morceaux = texte(fiche).split("\n## ")[1:]
    return {m.split("\n", 1)[0]: m.split("\n", 1)[1] for m in morceaux}


@cache
def source(nom: str) -> str:
    return plat(CARNETS[nom].read_text(encoding="utf-8"))


@cache
def ce_que_dit_le_carnet(nom: str) -> str:
    """Les résultats enregistrés du carnet déposé, et ses phrases."""
    carnet = json.loads(CARNETS[nom].with_suffix(".ipynb").read_text(encoding="utf-8"))
    sorties = [s for c in carnet["cells"] for s in c.get("outputs", [])]
    textes = ["".join(x) for s in sorties for x in (s.get("text", ""), *_lisibles(s.get("data", {})))]
    return plat(html.unescape(re.sub(r"<[^>]+>", " ", " ".join(textes)))) + source(nom)


def _lisibles(donnees: dict[str, list[str]]) -> list[list[str]]:
    return [donnees.get("text/html", []), donnees.get("text/plain", [])]


def lignes(fiche: Path, partie: str) -> list[list[str]]:
    """Les lignes d'un tableau, sans son titre ni son trait."""
    tableau = [x for x in parties(fiche)[partie].splitlines() if x.startswith("| ")]
    return [[case.strip() for case in ligne.strip("|").split("|")] for ligne in tableau[1:]]


def paquet(fiche: Path) -> str:
    return durees.CARNETS[fiche.stem[:2]]


@pytest.fixture(params=FICHES, ids=lambda f: f.stem)
def fiche(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_une_fiche_par_carnet() -> None:
    assert {f.stem for f in FICHES} == set(CARNETS)


def test_les_sept_parties_sur_deux_pages_au_plus(fiche: Path) -> None:
    assert tuple(parties(fiche)) == PARTIES
    assert len(re.findall(r"[\w'’]+", texte(fiche))) <= MOTS_MAX
    assert re.findall(r"^(\d)\. .*_{8,}", parties(fiche)[PARTIES[6]], re.M) == list("1234")


# --- les minutes --------------------------------------------------------------------------------------


def test_le_deroule_dure_ce_que_le_carnet_et_la_couverture_publient(fiche: Path) -> None:
    publiees = next(minutes for chemin, _, _, minutes in ETAPES if Path(chemin).name == fiche.stem)
    assert publiees == next(d.principal for d in durees.lire() if d.numero == fiche.stem[:2])
    temps = [(int(a), int(b)) for a, b, _, _ in _RANG.findall(parties(fiche)[PARTIES[1]])]
    assert temps[0][0] == 0 and temps[-1][1] == publiees and f"{publiees} minutes" in texte(fiche)
    assert all(a < b for a, b in temps) and all(x[1] == y[0] for x, y in pairwise(temps)), temps


def test_chaque_exercice_note_a_son_temps_une_fois(fiche: Path) -> None:
    """Moins de minutes qu'annoncé : seulement pour ce que toute la salle fait ensemble, et c'est écrit."""
    vus = []
    for debut, fin, salle, _ in _RANG.findall(parties(fiche)[PARTIES[1]]):
        exercices = [i for i in re.findall(r"`(\w+\.\w+)`", salle) if i in catalogue.notes()]
        vus += exercices
        voulu = sum(catalogue.notes()[i].duree_min for i in exercices)
        assert int(fin) - int(debut) >= voulu or "Ensemble" in salle, (debut, exercices, voulu)
    attendus = [i for i, e in catalogue.notes().items() if i.startswith(f"{paquet(fiche)}.") and not _en_plus(e)]
    assert sorted(vus) == sorted(attendus)


def _en_plus(exercice: object) -> bool:
    return isinstance(exercice, Exercice) and exercice.optionnel


def test_les_coupes_sont_dans_le_deroule_et_rendent_un_quart_d_heure(fiche: Path) -> None:
    rangs = [(int(a), int(b)) for a, b, _, _ in _RANG.findall(parties(fiche)[PARTIES[1]])]
    coupes = [(int(a), int(b)) for a, b, _, _ in _COUPE.findall(parties(fiche)[PARTIES[1]])]
    assert len(coupes) == parties(fiche)[PARTIES[1]].count("\n- **"), "« - **de – à**, … On perd … »"
    for a, b in coupes:
        assert a < b and any(x <= a and b <= y for x, y in rangs), (a, b)
    assert sum(b - a for a, b in coupes) >= UN_QUART_D_HEURE


def test_on_change_de_souris_entre_deux_moments(fiche: Path) -> None:
    bornes = {a for motif in (_RANG, _COUPE) for a, *_ in motif.findall(parties(fiche)[PARTIES[1]])}
    echanges = re.search(r"échange aux minutes ([\d, et]+)\.", parties(fiche)[PARTIES[5]])[1]
    assert len(set(re.findall(r"\d+", echanges))) == 3 and set(re.findall(r"\d+", echanges)) <= bornes


# --- les paris ----------------------------------------------------------------------------------------


def test_chaque_pari_du_carnet_a_sa_reponse_tentante_et_sa_question(fiche: Path) -> None:
    rangs = {ligne[0].strip("`"): ligne[1:] for ligne in lignes(fiche, PARTIES[2])}
    faits = set(re.findall(r'^(?:prevoir|devoiler)\("([\w.]+)"', source(fiche.stem), re.M))
    assert set(rangs) == faits
    for identifiant, (tentante, croit, question) in rangs.items():
        reponses = catalogue.pari(identifiant).reponses
        if reponses is not None:
            choix = re.findall(r"« (.+?) »", tentante)
            assert choix and set(choix) <= set(reponses) - {"je ne sais pas"}, (identifiant, tentante)
        assert croit.endswith(".") and question.startswith("« ") and question.endswith("? »"), identifiant


# --- ce que l'on nomme --------------------------------------------------------------------------------


def codes(fiche: Path) -> list[str]:
    return re.findall(r"`([^`]+)`", texte(fiche))


def test_chaque_appel_nomme_est_dans_le_carnet(fiche: Path) -> None:
    """`nom(…)` veut dire « cet appel-là, quels que soient ses arguments » ; sinon, l'appel est recopié tel quel."""
    appels = [c for c in codes(fiche) if re.match(r"\w+\(", c)]
    assert any(a in parties(fiche)[PARTIES[0]] for a in appels), "l'ouverture nomme un appel du carnet"
    for appel in appels:
        nom, joue = appel.split("(")[0], appel.replace("(…)", "(")
        assert joue in source(fiche.stem) or (nom in chatmairie.__all__ and appel.endswith("(…)")), appel


def test_ce_que_l_on_projette_se_lit_a_l_ecran(fiche: Path) -> None:
    """Une phrase citée avant la question est une phrase du carnet, ou le nom d'un bouton."""
    a_projeter = parties(fiche)[PARTIES[0]].split("**La question.**")[0]
    dit = re.sub(r"\s+", " ", ce_que_dit_le_carnet(fiche.stem))
    for phrase in re.findall(r"« (.+?) »", a_projeter):
        assert phrase in dit, phrase


def test_chaque_nom_d_exercice_ou_de_pari_existe(fiche: Path) -> None:
    connus = set(catalogue.tous()) | set(re.findall(r'"(\w+\.\w+)"', source(fiche.stem)))
    for nom in codes(fiche):
        if re.fullmatch(r"[a-z_]+\.[a-z_]+", nom) and not nom.endswith((".md", ".csv")):
            assert nom in connus, nom


def test_chaque_commande_et_chaque_lien_existent(fiche: Path) -> None:
    cibles = re.findall(r"^([\w-]+):", (guide.RACINE / "Makefile").read_text(encoding="utf-8"), re.M)
    for code in codes(fiche):
        if code.startswith("make "):
            assert code.split()[1] in cibles, code
        if "-m chatmairie " in code:
            assert code.split("-m chatmairie ")[1].split()[0] in COMMANDES, code
    for lien in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", texte(fiche)):
        assert (SEANCES / lien).resolve().is_file(), lien


def test_les_nombres_d_une_histoire_sont_ceux_du_carnet_depose(fiche: Path) -> None:
    """Ouverture, paris, mise en commun : tout nombre de deux chiffres ou plus se lit dans le carnet, et c'est dit."""
    dits = re.sub(r"`[^`]*`|(?:carnets?|numéro) \d+", " ", "".join(parties(fiche)[PARTIES[n]] for n in (0, 2, 3)))
    lus = set(re.findall(r"\d+(?: \d{3})*(?:,\d+)?", ce_que_dit_le_carnet(fiche.stem)))
    nombres = {n for n in re.findall(r"\d+(?: \d{3})*(?:,\d+)?", dits) if len(n) > 1}
    assert nombres <= lus | {n.replace(" ", "") for n in lus}, nombres - lus
    assert not nombres or "au numéro 2026" in texte(fiche)


def test_le_guide_du_formateur_mene_a_chaque_fiche() -> None:
    accueil = guide.GUIDE.read_text(encoding="utf-8")
    assert all(f"](seances/{f.name})" in accueil for f in FICHES)
