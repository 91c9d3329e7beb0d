"""Ce que la mairie a mis en service : un assistant, sa page, et les phrases de ses réponses.

L'assistant est un petit moteur de recherche (scikit-learn), qui répond comme on lui a appris à répondre.

Chaque question est d'abord ramenée à peu près à ce que l'on entend (`a_l_oreille` : « kantine », « cantine » et
« cantinne » se rejoignent), puis à un compte de groupes de lettres (TF-IDF, 3 à 5 lettres). La réponse est celle qui
l'emporte parmi les questions les plus proches du même besoin : une majorité de réponses familières devient presque la
totalité des réponses données. Rien n'est inventé, rien n'est écrit d'avance : le même moteur, avec un autre corpus,
répond autrement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.echecs.commun import phrases
from chatmairie.echecs.commun.exigences import exiger_colonnes
from chatmairie.echecs.design.monde import TEXTES
from chatmairie.langue.mots import sans_accents

VOISINES = 6
"""Questions proches qui votent pour la réponse (hypothèse du cours)."""


_MOTS_VIDES = frozenset(
    "le la les l un une des du de d a au aux en et est c ce ca ces on je j tu il elle nous vous ils y que qu qui quoi "
    "quel "
    "quelle quels quelles comment koman ou pour pr par sur dans se s sa son ses mon ma mes ne n pas plus si faire fait "
    "fais avoir faut fo veux veu ve svp mairie ville ya va t cb kel koi com puis peut peux m me avec".split()
)
_SONS = tuple(
    (re.compile(motif), son)
    for motif, son in (
        (r"(.)\1+", r"\1"), ("eau|au", "o"), ("qu|ck", "k"), ("ph", "f"), ("c(?=[eiy])", "s"), ("c(?!h)", "k"),
        ("ai|ei", "e"), ("(?:er|ez)$", "e"), ("es$", ""), ("ent$", ""), ("[sxtd]$", ""), ("e$", ""), ("en", "an"),
        ("em", "am"), ("y", "i"), ("tion", "sion"), ("g(?=[eiy])", "j"), ("h", ""),
    )
)  # fmt: skip


def a_l_oreille(texte: str) -> str:
    """Les mots pleins, à peu près comme on les entend : « koman inscrir ma fille » devient « inskrir fil »."""
    mots = (m for m in re.findall(r"[a-z0-9]+", sans_accents(texte)) if m not in _MOTS_VIDES)
    return " ".join(_un_mot(m) for m in mots)


def _un_mot(mot: str) -> str:
    for motif, son in _SONS:
        mot = motif.sub(son, mot)
    return mot


@dataclass(frozen=True)
class ReponseDonnee:
    """Ce que l'assistant a compris (`besoin`), et ce qu'il répond (`texte`, `registre`)."""

    besoin: str
    texte: str
    registre: str


@dataclass(frozen=True, eq=False)
class Assistant:
    """Un assistant entraîné ; `repondre(question)` et `comprendre(questions)`."""

    corpus: pd.DataFrame = field(repr=False)
    _lettres: Any = field(repr=False)
    _matrice: Any = field(repr=False)

    def _proximites(self, questions: list[str]) -> np.ndarray:
        return (self._lettres.transform(questions) @ self._matrice.T).toarray()

    def comprendre(self, questions: list[str]) -> list[str]:
        """Le besoin compris, question par question."""
        return [self._choisir(ligne)[0] for ligne in self._proximites([str(q) for q in questions])]

    def repondre_a(self, questions: list[str]) -> list[ReponseDonnee]:
        """Une réponse par question."""
        choisies = [self._choisir(ligne) for ligne in self._proximites([str(q) for q in questions])]
        textes, registres = self.corpus["reponse"].to_numpy(), self.corpus["registre_reponse"].to_numpy()
        return [ReponseDonnee(besoin, str(textes[place]), str(registres[place])) for besoin, place in choisies]

    def repondre(self, question: str) -> ReponseDonnee:
        """La réponse à une question."""
        return self.repondre_a([question])[0]

    def _choisir(self, proximites: np.ndarray) -> tuple[str, int]:
        besoins = self.corpus["besoin"].to_numpy()
        voisines = np.argsort(-proximites, kind="stable")[:VOISINES]
        votes: dict[str, float] = {}
        for v in voisines:  # la plus proche compte le plus : ses voisines l'emportent si elles sont d'accord
            votes[besoins[v]] = votes.get(besoins[v], 0.0) + float(proximites[v]) ** 2
        besoin = max(votes, key=votes.__getitem__)
        du_besoin = np.flatnonzero(besoins == besoin)
        du_besoin = du_besoin[np.argsort(-proximites[du_besoin], kind="stable")][:VOISINES]
        registres = self.corpus["registre_reponse"].to_numpy()
        poids: dict[str, float] = {}
        for v in du_besoin:
            poids[registres[v]] = poids.get(registres[v], 0.0) + 0.05 + float(proximites[v])
        gagnant = max(poids, key=poids.__getitem__)
        return besoin, int(next(v for v in du_besoin if registres[v] == gagnant))


def entrainer(corpus: pd.DataFrame) -> Assistant:
    """L'assistant appris de ce corpus (colonnes `question`, `besoin`, `reponse` ; `registre_reponse` si on l'a).

    Lève `TypeError` ou `ValueError` si la table est vide ou incomplète.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    exiger_colonnes(corpus, ("question", "besoin", "reponse"), "corpus")
    if corpus.empty:
        raise ValueError("corpus : aucune ligne, l'assistant n'a rien à apprendre.")
    corpus = corpus.reset_index(drop=True)
    if "registre_reponse" not in corpus:
        corpus = corpus.assign(registre_reponse="")
    lettres = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), preprocessor=a_l_oreille, sublinear_tf=True)
    matrice = lettres.fit_transform(corpus["question"].astype(str))
    return Assistant(corpus, lettres, matrice)


def comprehension(assistant: Assistant, questions: pd.DataFrame) -> pd.DataFrame:
    """Par façon d'écrire (`registre_question`) : `questions`, `comprises` (effectifs)."""
    exiger_colonnes(questions, ("question", "registre_question", "besoin"), "questions")
    compris = assistant.comprendre(list(questions["question"]))
    juste = pd.Series([c == b for c, b in zip(compris, questions["besoin"], strict=True)], index=questions.index)
    par = juste.groupby(questions["registre_question"], sort=False)
    return pd.DataFrame({"questions": par.size(), "comprises": par.sum().astype(int)})


# --- les phrases de ses réponses ------------------------------------------------------------------------

PHRASES = {
    nom: phrases.phrase(p["texte"], *p.get("dit", ()), tort=p.get("tort", "")) for nom, p in TEXTES["reponses"].items()
}
"""Ce qu'une mairie peut répondre quand il manque une pièce : des phrases, les tentantes comprises."""


def ecrire_la_reponse(codes: Iterable[str], contexte: Mapping[str, Any]) -> str:
    """Le texte que lira la personne : ces phrases, dans cet ordre, avec les faits de son dossier."""
    return phrases.ecrire(codes, PHRASES, contexte)


def phrases_possibles() -> pd.DataFrame:
    """Une ligne par phrase : son nom, et ce qui se lit."""
    return phrases.en_table(PHRASES)


# --- sa page ----------------------------------------------------------------------------------------------

EXEMPLE = {
    "historique": [
        {"qui": "Vous", "texte": "Comment avoir une carte à la bibliothèque ?"},
        {"qui": "ChatMairie", "texte": "Venez à la médiathèque avec une pièce d'identité. La carte est gratuite."},
    ],
    "erreur": "",
    "contact": {"telephone": "01 99 00 12 00", "courriel": "accueil@mairie.example", "guichet": "4 place du Marché"},
}
"""Une conversation d'essai : ce que reçoit `interface_html`."""

_NAIVE = {
    "champ": "placeholder", "envoyer": "image", "annonce": "aucune", "erreur": "en_rouge", "couleurs": "tendance",
    "mesures": "fixes", "dire_ia": "jamais", "contact": "aucun",
}  # fmt: skip


def page_naive(reponse: Mapping[str, Any]) -> str:
    """La page mise en ligne par la mairie : jolie sur l'écran de qui l'a faite."""
    return composer_page(_NAIVE, reponse)


def composer_page(decisions: Mapping[str, str], reponse: Mapping[str, Any]) -> str:
    """La page que font ces décisions (les options de l'exercice), pour cette conversation."""
    erreur = escape(reponse["erreur"])
    return (
        '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        + _vue(decisions)
        + f"<title>ChatMairie</title>\n<style>{_style(decisions)}</style>\n</head>\n<body>\n<main>\n"
        + "<h1>ChatMairie</h1>\n"
        + ("<p>Un assistant automatique (une IA) vous répond.</p>\n" if decisions["dire_ia"] == "en_tete" else "")
        + (f"<p>{erreur}</p>\n" if erreur and decisions["erreur"] == "en_haut" else "")
        + _conversation(decisions, reponse)
        + _formulaire(decisions, erreur)
        + _contact(decisions, reponse["contact"])
        + ("<footer><p>Service rendu par une IA.</p></footer>\n" if decisions["dire_ia"] == "pied" else "")
        + "</main>\n</body>\n</html>\n"
    )


def _vue(decisions: Mapping[str, str]) -> str:
    reglages = {
        "souples": "width=device-width, initial-scale=1",
        "fixes": "width=900",
        "verrouillees": "width=device-width, initial-scale=1, maximum-scale=1, user-scalable=no",
    }[decisions["mesures"]]
    return f'<meta name="viewport" content="{reglages}">\n'


def _style(decisions: Mapping[str, str]) -> str:
    couleurs = {"sombres": "color: #1d1d1d; background: #fff;", "tendance": "color: #b9b9b9; background: #fff;"}
    largeur = "max-width: 40rem;" if decisions["mesures"] != "fixes" else "width: 900px;"
    return f"body {{ {couleurs[decisions['couleurs']]} font-family: sans-serif; }} main {{ {largeur} margin: 0 auto; }}"


def _conversation(decisions: Mapping[str, str], reponse: Mapping[str, Any]) -> str:
    role = {"polie": ' role="log" aria-live="polite"', "insistante": ' role="log" aria-live="assertive"', "aucune": ""}
    messages = "".join(
        f"<p><strong>{escape(m['qui'])} :</strong> {escape(m['texte'])}</p>\n" for m in reponse["historique"]
    )
    return f"<div{role[decisions['annonce']]}>\n{messages}</div>\n"


def _formulaire(decisions: Mapping[str, str], erreur: str) -> str:
    reliee = bool(erreur) and decisions["erreur"] == "reliee"
    attributs = ' id="message" name="message"'
    attributs += ' aria-describedby="erreur" aria-invalid="true"' if reliee else ""
    attributs += ' style="border: 2px solid #b30000"' if erreur and decisions["erreur"] == "en_rouge" else ""
    attributs += {"placeholder": ' placeholder="Votre message"', "title": ' title="Votre message"'}.get(
        decisions["champ"], ""
    )
    etiquette = '<label for="message">Votre message</label>\n' if decisions["champ"] == "etiquette" else ""
    envoyer = {
        "bouton": "<button>Envoyer</button>\n",
        "image": '<div onclick="this.parentNode.submit()">➤</div>\n',
        "bouton_muet": "<button>➤</button>\n",
    }[decisions["envoyer"]]
    dite = f'<p id="erreur">{erreur}</p>\n' if reliee else ""
    return f"<form>\n{etiquette}<input{attributs}>\n{dite}{envoyer}</form>\n"


def _contact(decisions: Mapping[str, str], contact: Mapping[str, str]) -> str:
    dits = {
        "plusieurs": f"Parler à une personne : {contact['telephone']}, {contact['courriel']}, ou au guichet, "
        f"{contact['guichet']}.",
        "telephone": f"Parler à une personne : {contact['telephone']}.",
        "aucun": "",
    }[decisions["contact"]]
    return f"<p>{escape(dits)}</p>\n" if dits else ""
