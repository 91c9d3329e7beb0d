"""De bonnes réponses écrites autrement, et des triches qui ne sont pas dans la banque."""

from __future__ import annotations

import pytest

from chatmairie.echecs import catalogue
from chatmairie.echecs.design.registre import LEXIQUE, marques
from chatmairie.juge import jugement
from outils import banque


def juger(identifiant: str, texte: str) -> jugement.Jugement:
    exercice = catalogue.exercice(identifiant)
    reponse = banque.Reponse(identifiant, "essai", texte, 0, 0, "", "")
    return jugement.juger(exercice, banque.executer(reponse), jugement.sujets_de_notation(exercice))


MODELE = next(r.texte for r in banque.justes("design.registre") if r.nom == "juste_masque")
FORMES = {
    "match": "return _matchs(texte)",
    "ensemble": "return {p for p in _places(texte)}",
    "numpy": "import numpy as np\n    return np.array(_places(texte))",
    "mot_et_debut": "return [(texte[a:b], a) for a, b in _places(texte)]",
    "mot_debut_fin": "return [[texte[a:b], a, b] for a, b in _places(texte)]",
    "dictionnaires": "return [{'debut': a, 'fin': b} for a, b in _places(texte)]",
    "generateur": "return (p for p in _places(texte))",
}


@pytest.mark.lent
@pytest.mark.parametrize("forme", FORMES)
def test_la_place_peut_se_dire_de_plusieurs_facons(forme: str) -> None:
    texte = MODELE.replace("def reperer_familiarite", "def _places")
    texte += "\n\n\ndef _matchs(texte):\n"
    texte += "    return [re.compile('.' * (b - a), re.S).match(texte, a) for a, b in _places(texte)]\n"
    texte += f"\n\ndef reperer_familiarite(texte):\n    {FORMES[forme]}\n"
    rendu = juger("design.registre", texte)
    assert rendu.verdict.points == 2.0, banque.carte(rendu)


@pytest.mark.parametrize(
    "poli",
    [
        "Votre statut est à jour, et ma demande aussi.",
        "Le tuteur a été contacté ; l'étoile du quartier brille toujours.",
        "M. Frérot et Mme Poto vous répondront.",
        "Vous écrivez « mon reuf, tkt » : nous avons compris.",
        "Il s'est tu. Le ton de la lettre est courtois.",
        "Un gros dossier, une grave erreur, votre cousin, dix balles de foin exceptées.",
        "Avez-vous reçu la carte ? A-t-elle été tamponnée ?",
    ],
)
def test_le_juge_n_accuse_pas_ce_qui_est_poli(poli: str) -> None:
    assert marques(poli) == []


@pytest.mark.parametrize(
    "brut", ["Salut mon reuf", "MON REUF !", "mon r3uf", "reuuuf", "frerot", "t'inquiète", "Tes papiers"]
)
def test_le_juge_voit_ce_qui_ne_l_est_pas(brut: str) -> None:
    assert marques(brut)


def test_le_lexique_n_a_que_des_mots_que_l_on_peut_voir() -> None:
    assert len(LEXIQUE) == len(set(LEXIQUE)) >= 60
    assert all(m == m.lower() for m in LEXIQUE)


REFORMULER = {
    "autre_ordre": "['Bonjour prénom', 'manque avant le', *m, 'guichet', 'envoyer', 'ia', 'merci', 'bonne journée']",
    "serie": "__import__('pandas').Series(['bonjour', 'ia', 'manque', 'avant_le', *m, 'envoyer', 'telephone', "
    "'cordialement'])",
}


@pytest.mark.parametrize("facon", REFORMULER)
def test_une_reponse_bien_faite_passe_quelle_que_soit_sa_forme(facon: str) -> None:
    montant = "m = ['montant'] if contexte['montant'] else []"
    texte = f"def reformuler(message, contexte):\n    {montant}\n    return {REFORMULER[facon]}"
    rendu = juger("design.reformuler", texte)
    assert rendu.verdict.points == rendu.verdict.points_max, banque.carte(rendu)


TRICHES = {
    "design.equilibrer": "def equilibrer(corpus):\n    return corpus.assign(question='a')",
    "design.reformuler": "def reformuler(message, contexte):\n    return message.split()",
    "design.registre": "def reperer_familiarite(texte):\n    return [(0, len(texte))]",
    "design.contre_exemple": "CONTRE_EXEMPLE = 'la ' * 25",
}


@pytest.mark.parametrize("identifiant", TRICHES)
def test_une_reponse_bon_marche_perd_l_essentiel(identifiant: str) -> None:
    rendu = juger(identifiant, TRICHES[identifiant])
    assert rendu.verdict.points <= rendu.verdict.points_max / 4, banque.carte(rendu)


ABSURDES = {
    "design.registre": [
        "[(5, 2)]",
        "[(-1, 3)]",
        "[('a', 'b')]",
        "[None]",
        "3",
        "{'a': 1}",
        "[(0, 10000)]",
        "[(0.5, 2)]",
    ],
    "design.reformuler": ["3", "''", "['a']", "[]", "[['bonjour']]"],
    "design.equilibrer": [
        "3",
        "corpus[['question']]",
        "corpus.assign(reponse=None)",
        "corpus.assign(question=3)",
    ],
}
CAS = [(i, v) for i, valeurs in ABSURDES.items() for v in valeurs]


@pytest.mark.parametrize(("identifiant", "valeur"), CAS)
def test_une_sortie_absurde_recoit_une_phrase(identifiant: str, valeur: str) -> None:
    nom = catalogue.exercice(identifiant).productions[0]
    arguments = {"reformuler": "message, contexte", "equilibrer": "corpus"}.get(nom, "texte")
    exercice = catalogue.exercice(identifiant)
    reponse = banque.Reponse(identifiant, "absurde", f"def {nom}({arguments}):\n    return {valeur}", 0, 0, "", "")
    rendu = jugement.juger(exercice, banque.executer(reponse), [jugement.sujet_public(exercice)])
    assert rendu.erreur is None and rendu.verdict.points == 0
    assert rendu.verdict.echecs[0].constat.famille == "forme"
    assert len(rendu.verdict.echecs[0].constat.phrase) > 30
