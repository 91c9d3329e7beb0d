"""Ce que l'élève lit : une phrase par conséquence, qui nomme qui est lésé, et ne donne ni réponse ni graine."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from functools import cache

import pytest

from chatmairie.echecs.commun.distribution import prenoms
from chatmairie.juge.exercice import Constat
from outils import banque

pytestmark = pytest.mark.lent

REPONSES = [r for r in banque.toutes() if r.genre in ("faux", "triche") and r.famille]
JARGON = r"\b(None|nan|NaN|undefined|inf|NaT)\b|Traceback|<class|np\."
AVEC_PHRASES = [r for r in REPONSES if r.famille not in (banque.ERREUR, banque.NON_TRAITE)]


def _constats(reponse: banque.Reponse, enregistrees: dict[str, banque.Enregistrement]) -> list[Constat]:
    rendu = banque.rejuger(enregistrees[str(reponse)])
    return [e.constat for e in rendu.verdict.echecs if e.constat.phrase]


def _textes(constat: Constat) -> Iterator[str]:
    yield from (t for t in (constat.phrase, constat.observe, constat.essayer) if t)


def _consequences(reponse: banque.Reponse, enregistrees: dict[str, banque.Enregistrement]) -> tuple:
    """Ce qui arrive : les contrôles manqués, de quelle façon, et combien de personnes sont lésées."""
    rendu = banque.rejuger(enregistrees[str(reponse)])
    return tuple((e.controle, e.constat.famille, e.constat.leses) for e in rendu.verdict.echecs)


@pytest.mark.parametrize("identifiant", banque.identifiants())
def test_deux_consequences_differentes_deux_messages(
    identifiant: str, enregistrees: dict[str, banque.Enregistrement]
) -> None:
    messages: dict[str, tuple] = {}
    for reponse in AVEC_PHRASES:
        if reponse.exercice != identifiant:
            continue
        message = "\n".join(t for c in _constats(reponse, enregistrees) for t in _textes(c))
        consequences = _consequences(reponse, enregistrees)
        assert messages.setdefault(message, consequences) == consequences, f"{reponse} : {message}"


@pytest.mark.parametrize("identifiant", banque.identifiants())
def test_memes_consequences_meme_famille(identifiant: str, enregistrees: dict[str, banque.Enregistrement]) -> None:
    """Deux fausses réponses qui lèsent les mêmes personnes de la même façon portent le même nom."""
    familles: dict[tuple, tuple] = {}
    for reponse in AVEC_PHRASES:
        if reponse.exercice == identifiant:
            torts = [(c, f, n) for c, f, n in _consequences(reponse, enregistrees) if n]
            lesions, noms = tuple((c, n) for c, _f, n in torts), tuple(f for _c, f, _n in torts)
            assert familles.setdefault(lesions, noms) == noms, str(reponse)


def test_une_famille_est_partagee_par_plusieurs_facons_de_se_tromper() -> None:
    """Le juge regarde les conséquences, pas la méthode : par code ou sans code, l'erreur a le même nom."""
    par_code = {(r.exercice, r.famille) for r in REPONSES if "choisir(" not in r.texte}
    sans_code = [r for r in REPONSES if "choisir(" in r.texte and r.famille != "jour_entier_perdu"]
    assert sans_code and all((r.exercice, r.famille) in par_code for r in sans_code)


@cache
def _attendu(identifiant: str) -> frozenset[str]:
    """Ce qu'un message ne doit pas souffler : `A_TAIRE` de `tests/<module>/a_taire.py`."""
    module = importlib.import_module(f"tests.{identifiant.split('.')[0]}.a_taire")
    return frozenset(module.A_TAIRE.get(identifiant, lambda: ())())


@pytest.mark.parametrize("module", sorted({i.split(".")[0] for i in banque.identifiants()}))
def test_chaque_module_dit_ce_que_ses_messages_taisent(module: str) -> None:
    a_taire = importlib.import_module(f"tests.{module}.a_taire").A_TAIRE
    assert a_taire and set(a_taire) <= set(banque.identifiants())
    assert all(_attendu(i) for i in a_taire)


@pytest.mark.parametrize("reponse", AVEC_PHRASES, ids=str)
def test_un_message_ne_souffle_pas_la_reponse(
    reponse: banque.Reponse, enregistrees: dict[str, banque.Enregistrement]
) -> None:
    for constat in _constats(reponse, enregistrees):
        if constat.famille == "forme":
            continue  # il énumère les noms qui existent (toutes les colonnes, tous les codes), sans dire les bons
        for texte in _textes(constat):
            # ce que l'élève a écrit ou rendu lui-même peut lui être relu
            enregistree = enregistrees[str(reponse)]
            ecrit = reponse.texte + str(enregistree.productions) + str([e.valeur for e in enregistree.executions])
            souffles = {a for a in _attendu(reponse.exercice) if a in texte and a not in ecrit}
            assert not souffles, f"{reponse} : {texte}"


@pytest.mark.parametrize("reponse", AVEC_PHRASES, ids=str)
def test_un_message_est_une_phrase_entiere(
    reponse: banque.Reponse, enregistrees: dict[str, banque.Enregistrement]
) -> None:
    constats = _constats(reponse, enregistrees)
    assert constats
    for constat in constats:
        assert re.search(r"[.?]( »\.?)?\s*$", constat.phrase), constat.phrase
        for texte in _textes(constat):
            assert texte[0].isupper() or texte[0] in "«`0123456789", texte
            assert not re.search(JARGON, _hors_code(texte)), texte
            assert "graine" not in _hors_code(texte).lower(), texte
            assert not re.search(r"\{[a-z_]", _hors_code(texte)), f"une accolade jamais remplie : {texte}"
            assert not re.search(r"  | ,| \.(?!\.)", texte), texte


def _hors_code(texte: str) -> str:
    return re.sub(r"`[^`]*`|«[^»]*»", "", texte)


@pytest.mark.parametrize("reponse", AVEC_PHRASES, ids=str)
def test_un_dommage_nomme_une_personne_ou_un_effectif(
    reponse: banque.Reponse, enregistrees: dict[str, banque.Enregistrement]
) -> None:
    for constat in _constats(reponse, enregistrees):
        if constat.leses:
            nomme = any(p in constat.phrase for p in prenoms()) or re.search(r"\d", constat.phrase + constat.observe)
            assert nomme, constat.phrase
            assert constat.essayer, f"un dommage sans piste : {constat.phrase}"


@pytest.mark.parametrize("reponse", AVEC_PHRASES, ids=str)
def test_la_carte_entiere_reste_courte_et_dit_quoi_faire(
    reponse: banque.Reponse, enregistrees: dict[str, banque.Enregistrement]
) -> None:
    carte = banque.carte(banque.rejuger(enregistrees[str(reponse)]))
    assert len(carte) < 4000
    assert f'indice("{reponse.exercice}")' in carte
    for constat in _constats(reponse, enregistrees):
        if constat.famille != "forme":
            assert len(constat.phrase) <= 320, constat.phrase
            assert constat.essayer or constat.observe, constat.phrase
