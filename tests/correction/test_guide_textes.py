"""Les textes du guide tombent juste : plans de séance, durées annoncées, copies notées, intitulés du barème."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

import pytest

from chatmairie.atelier.ouvertes import compter_les_mots
from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import Exercice, QuestionOuverte
from outils import durees
from tests.correction import guide

TEXTE = guide.GUIDE.read_text(encoding="utf-8").replace("\xa0", " ")
MODULES = (guide.RACINE / "guide" / "formateur_modules.md").read_text(encoding="utf-8").replace("\xa0", " ")
QUESTIONS = ("choix_ia", "donnees", "design", "acte", "campagne", "bilan")
_LIGNE = re.compile(r"^\| (\d+) \| (.+?) \| ?(.*?) ?\| (\d+) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Plan:
    titre: str
    lignes: tuple[tuple[int, str, str, int], ...]
    seances: int
    minutes: int


def _plans() -> list[Plan]:
    plans = []
    for titre, corps in re.findall(
        r"^### (.+?)\n(.*?)(?=^### |\Z)", TEXTE[TEXTE.index("## Des séances") :], re.M | re.S
    ):
        total = re.search(r"^Total : (\d+) séances? de (\d+) minutes", corps, re.M)
        lignes = tuple((int(s), e, c, int(m)) for s, e, c, m in _LIGNE.findall(corps))
        plans.append(Plan(titre, lignes, int(total[1]), int(total[2])))
    return plans


PLANS = _plans()


DUREES = {d.numero: d for d in durees.lire()}


def test_le_tableau_des_durees_est_celui_du_catalogue() -> None:
    assert durees.remplacer(TEXTE, durees.tableau(tuple(DUREES.values()))) == TEXTE, "« python -m outils.durees »"
    for d in DUREES.values():
        assert d.principal <= (70 if d.numero == "05" else 60) and d.en_plus <= 45, d
        assert d.principal > d.exercices and d.points == (0 if d.numero == "00" else 20), d


@pytest.mark.parametrize("numero", sorted(set(DUREES) - {"00"}))
def test_un_carnet_annonce_le_partage_et_les_niveaux_du_catalogue(numero: str) -> None:
    source = next((guide.RACINE / "course").glob(f"*/{numero}_*.py")).read_text(encoding="utf-8").replace("\xa0", " ")
    d, (exercices, lecture) = DUREES[numero], re.search(r"\((\d+) d'exercices, (\d+) de lecture", source).groups()
    assert (int(exercices), int(lecture)) == (d.exercices, d.principal - d.exercices)
    annonces = re.search(r"Niveaux? (\d)(?: (?:à|et) (\d))?", source).groups()
    assert {int(n) for n in annonces if n} == {min(d.niveaux), max(d.niveaux)}


@pytest.mark.parametrize(("numero", "module"), [*zip(("01", "02", "03", "41", "42", "05"), QUESTIONS, strict=True)])
def test_un_carnet_annonce_les_minutes_de_son_tableau(numero: str, module: str) -> None:
    source = next((guide.RACINE / "course").glob(f"*/{numero}_*.py")).read_text(encoding="utf-8").replace("\xa0", " ")
    total, exercices, lecture = map(
        int, re.search(r"Environ (\d+) minutes \((\d+) d'exercices, (\d+) de lecture", source).groups()
    )
    comptes = [e for i, e in catalogue.tous().items() if i.split(".")[0] == module and not e.optionnel]
    assert exercices == sum(e.duree_min for e in comptes) and total == exercices + lecture


def test_les_quatre_plans_demandes_y_sont() -> None:
    assert [(p.seances, p.minutes) for p in PLANS] == [(4, 180), (6, 90), (1, 450), (1, 120)]


@pytest.mark.parametrize("plan", PLANS, ids=lambda p: p.titre[:20])
def test_les_minutes_de_chaque_seance_font_le_compte(plan: Plan) -> None:
    somme: dict[int, int] = defaultdict(int)
    for seance, _, _, minutes in plan.lignes:
        somme[seance] += minutes
    assert dict(somme) == {n: plan.minutes for n in range(1, plan.seances + 1)}


@pytest.mark.parametrize("plan", PLANS[:3], ids=lambda p: p.titre[:20])
def test_chaque_carnet_a_le_temps_qu_il_annonce(plan: Plan) -> None:
    donne: dict[str, int] = defaultdict(int)
    for _, _, carnets, minutes in plan.lignes:
        for carnet in re.findall(r"\d\d", carnets):
            donne[carnet] += minutes
    assert set(donne) == {"00", "01", "02", "03", "41", "42", "05"}
    entier = "(entier)" in plan.titre
    for carnet, duree in DUREES.items():
        voulu = duree.principal + duree.en_plus if entier else duree.principal
        assert donne[carnet] >= voulu, (
            f"{plan.titre} : {donne[carnet]} min pour le carnet {carnet}, qui en annonce {voulu}"
        )


def test_le_plan_sans_code_ne_prend_que_ce_qui_se_fait_sans_code() -> None:
    prevus = 0
    for _, etape, _, minutes in PLANS[3].lignes:
        for identifiant in re.findall(r"`([a-z_]+\.[a-z_0-9]+)`", etape):
            exercice = catalogue.exercice(identifiant)
            assert isinstance(exercice, Exercice)
            assert exercice.choix is not None or exercice.niveau == 1, identifiant
            assert minutes >= exercice.duree_min, identifiant
            prevus += 1
    assert prevus >= 3


# --- les copies notées ------------------------------------------------------------------------------


def _question(module: str) -> str:
    debut = MODULES.index(f"**Question ouverte : `{module}.ouverte`")
    fin = MODULES.find("\n## ", debut)
    return MODULES[debut : fin if fin > 0 else None]


@pytest.mark.parametrize("module", QUESTIONS)
def test_trois_copies_notees_par_question_et_la_note_est_celle_des_cases(module: str) -> None:
    texte = _question(module)
    assert re.findall(r"^Copie ([A-Z])$", texte, re.M) == ["A", "B", "C"]
    notes = re.findall(r"^Cases : (aucune|[1-6](?:, [1-6])*) → ([\d,]+) sur 3\. .+", texte, re.M)
    assert len(notes) == 3
    for cases, note in notes:
        assert float(note.replace(",", ".")) == 0.5 * len(re.findall(r"[1-6]", cases)), (module, cases, note)
    valeurs = [float(n.replace(",", ".")) for _, n in notes]
    assert valeurs[0] == 3.0 and valeurs == sorted(valeurs, reverse=True) and valeurs[2] <= 1.0


@pytest.mark.parametrize("module", QUESTIONS)
def test_les_cases_et_la_longueur_sont_celles_du_bareme(module: str) -> None:
    texte = _question(module)
    cases = re.findall(r"^(\d)\. (.+)$", texte[: texte.index("Copie A")], re.M)
    longueur = int(re.search(r"\((\d+) mots\)", texte)[1])
    assert [rang for rang, _ in cases] == list("123456")
    for copie in re.findall(r"^Copie [A-Z]\n\n((?:> .*\n|>\n)+)", texte, re.M):
        assert compter_les_mots(re.sub(r"(?m)^> ?", "", copie)) <= longueur, copie[:60]
    question = catalogue.tous().get(f"{module}.ouverte")
    if question is None:
        return
    assert isinstance(question, QuestionOuverte)
    assert [phrase for _, phrase in cases] == [phrase for phrase, _ in question.indicateurs]
    assert longueur == question.mots_max


def test_cinq_questions_d_oral_par_module() -> None:
    modules = re.findall(r"^## (\d\d .+)$", MODULES, re.M)
    assert [m[:2] for m in modules] == ["00", "01", "02", "03", "04", "04", "05"]
    for morceau in MODULES.split("\n## ")[1:]:
        oral = morceau[morceau.index("**À l'oral.**") :].split("**Question ouverte")[0]
        assert re.findall(r"^(\d)\. .+[?.]$", oral, re.M) == list("12345"), morceau[:30]
        assert "**Avant.**" in morceau and "**À attendre.**" in morceau


def test_le_guide_compte_juste_les_points_que_le_secret_ne_protege_pas() -> None:
    from chatmairie.juge.jugement import sujet_public

    juges = {i: e for i, e in catalogue.notes().items() if isinstance(e, Exercice) and not i.endswith(".personnes")}
    sans_monde = {i: e.points for i, e in juges.items() if not (sujet_public(e).entrees or sujet_public(e).verite)}
    total = sum(e.points for e in catalogue.notes().values())
    assert len(sans_monde) == 6 and "six exercices n'ont pas de monde" in TEXTE
    assert f"{sum(sans_monde.values()):g} points sur {total:g}" in TEXTE


# --- les commandes ---------------------------------------------------------------------------------


def test_toute_commande_du_guide_est_dans_un_bloc_rejoue() -> None:
    """Un bloc est rejoué (bash), servi dans le navigateur, ou n'est pas une commande (text, python, json)."""
    genres = re.findall(r"^```(\S[^\n]*)$", TEXTE, re.M)
    assert set(genres) <= {"bash", "bash navigateur", "text", "python", "json"}
    joues = "\n".join(b.commandes for b in guide.blocs(TEXTE))
    commandes = (
        "make environnement make classe-neuve generate_assignment recueillir corriger rendre NotesPourTableur "
        "NotesPourMoodle tableau-de-bord sauvegarder archiver"
    )
    for commande in re.split(r" (?!environ|classe)", commandes):
        assert commande in joues, commande


def test_le_guide_compte_juste_les_commandes_d_un_devoir() -> None:
    etapes = TEXTE[TEXTE.index("### 4. ") : TEXTE.index("### 8. ")]
    commandes = [ligne for bloc in guide.blocs(etapes) for ligne in bloc.commandes.splitlines() if ligne.strip()]
    assert len(commandes) == 6 and "six commandes (étapes 4 à 7)" in TEXTE, commandes


def test_les_liens_du_guide_menent_quelque_part() -> None:
    for texte in (TEXTE, MODULES):
        for lien in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", texte):
            if not lien.startswith("http"):
                assert (guide.RACINE / "guide" / lien).exists() or lien.startswith("javascript"), lien
    for ancre in re.findall(r"\]\(#([^)]+)\)", TEXTE):
        assert f'id="{ancre}"' in TEXTE, ancre
