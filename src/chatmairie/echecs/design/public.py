"""Dix personnes de la distribution, ce qu'il leur faut pour réussir une démarche, et un modèle de cette réussite.

Toutes les constantes sont des **hypothèses du cours**, pas des mesures : elles disent dans quel sens va un obstacle, et
une manette les déplace. Limites : une vraie personne ne se résume pas à un réglage, deux personnes dans la même
situation ne se ressemblent pas, et seul un essai avec elles dit ce qui les arrête. Aucune n'y est l'exemple de son âge.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.design.lisibilite import mots, mots_par_phrase, phrases
from chatmairie.echecs.design.monde import TEXTES
from chatmairie.echecs.design.registre import marques
from chatmairie.langue.mots import sans_accents

DEPART = 2.6
"""Sans obstacle, une personne sur quatorze échoue quand même : σ(2,6) = 0,93."""

POIDS = {"longueur": 1.0, "familiarite": 1.0, "jargon": 1.0, "page": 1.0}
"""Ce que la manette multiplie, de 0 (l'obstacle n'existe pas) à 2."""

SANS_SUITE, SANS_CONTACT, PAS_COMPRISE = 2.0, 2.0, 0.05
"""Ce que coûtent une réponse sans suite, sans moyen utilisable de joindre une personne ; et la réussite si la question
n'a pas été comprise."""


@dataclass(frozen=True)
class Usager:
    """Une personne et ses réglages. longueur, familiarite, jargon : le poids de chaque obstacle pour elle.

    page : code de défaut (voir `page/regles.py`) -> poids. contacts : les moyens dont elle peut se servir.
    """

    cle: str
    longueur: float
    familiarite: float
    jargon: float
    contacts: frozenset[str]
    page: Mapping[str, float]

    @property
    def prenom(self) -> str:
        return personne(self.cle).prenom

    @property
    def situation(self) -> str:
        return personne(self.cle).situation


_TOUS = frozenset({"telephone", "guichet", "ecrit"})
_PETIT = {"petit_ecran": 1.0, "deborde": 0.8, "zoom_interdit": 0.5}


def _usager(
    cle: str, longueur: float, familiarite: float, jargon: float, contacts: Iterable[str] = _TOUS, /, **page: float
):
    return Usager(cle, longueur, familiarite, jargon, frozenset(contacts), page)


USAGERS = (
    _usager("teiva", 0.8, 0.8, 0.9, **_PETIT),
    _usager("margaux", 0.6, 1.3, 0.7),
    _usager("fatoumata", 0.4, 1.2, 0.5, souris_seule=0.8, curseur_deplace=0.6),
    _usager("karim", 0.8, 1.2, 0.8, ("telephone", "guichet")),
    _usager(
        "rayan", 0.5, 1.0, 0.6, champ_sans_etiquette=1.2, commande_sans_nom=1.0, reponse_non_annoncee=1.8,
        coupe_la_parole=1.2, image_sans_texte=0.6, langue=0.6, erreur_muette=0.8, muet=1.5,
    ),
    _usager(
        "nadege", 0.5, 1.0, 0.6, contraste=1.6, zoom_interdit=1.6, deborde=1.4, petit_ecran=0.8,
        style_inconnu=1.6,
    ),
    _usager("aurelie", 0.9, 1.4, 1.0, ("guichet", "ecrit")),
    _usager("etienne", 0.4, 1.0, 0.5, souris_seule=2.6, ordre_force=1.0, focus_invisible=1.2, curseur_deplace=0.8),
    _usager("zofia", 1.6, 1.6, 1.6, erreur_muette=0.8, rien_ne_presse=0.6),
    _usager("erin", 1.2, 2.0, 1.5, langue=0.3),
)  # fmt: skip
"""Les dix, dans l'ordre du carnet. L'argot coûte de la confiance à chacun (c'est une hypothèse, et elle se déplace)."""

_ACTION = re.compile(
    r"\b(?!(?:chez|assez|avez|nez|voyez|savez|pensez|allez|serez|aurez|verrez|lirez|etiez|aviez|soyez|croyez|sachez|"
    r"restez|dormez|comptez|rassurez|gardez)\b)"
    r"(?!pouvez (?:\w+ )?(?:compter|dormir|etre|rester|croire|souffler|respirer)\b)\w+ez\b|"
    r"\bil (?:vous )?(?:faut|faudra|suffit)\b(?! (?:un peu|y croire|attendre|du temps|de la patience)\b)|"
    r"\bmerci de (?!votre\b|vos\b|ce\b|cet\b|cette\b|tout\b|nous (?:lire|avoir)\b|avoir\b)(?:bien vouloir )?\w+|\ba "
    r"(?:apporter|fournir|envoyer|deposer|joindre)\b|"
    r"(?:^|[?!.,;:»\"(]\s*|\n\s*|\b(?:et|ou|puis|alors|donc|sinon)\s)"
    r"(?:apporte|envoie|passe|ramene|depose|appelle|ecris|viens|pose|balance|chope|inscris)\b"
)
"""Ce qui dit quoi faire : un verbe adressé à la personne (« apportez », « vous pouvez », « il faut », « passe à
l'accueil », en tête de phrase) ; « le temps passe » et « on appelle » ne lui disent rien."""


@dataclass(frozen=True)
class Lecture:
    """Ce qu'il y a dans une réponse : mots par phrase, marques familières pour dix mots, mots de métier pour cent mots,
    une suite à donner, et les moyens de joindre une personne."""

    longueur: float
    familiarite: float
    jargon: float
    suite: bool
    contacts: frozenset[str]


def passages_utiles(texte: str) -> list[str]:
    """Les phrases de ce texte qui disent quoi faire, ou qui joindre."""
    lues = ((phrase, lire(phrase)) for phrase in phrases(texte))
    return [phrase for phrase, lecture in lues if lecture.suite or lecture.contacts]


def lire(texte: str) -> Lecture:
    """Ce qu'une personne trouve dans cette réponse."""
    net, combien = sans_accents(texte.replace("’", "'")), max(1, len(mots(texte)))
    contacts = set()
    if re.search(r"\b0\d(?:[ .-]?\d\d){4}\b", net):
        contacts.add("telephone")
    if re.search(
        r"\b(?:guichet|accueil|sur place|mairie|permanence|mediatheque|ccas|gymnase|boutique|etat "
        r"civil|maison de|point information|entree|sur rendez-vous)\b|\bvenez\b|\bvous recoit\b",
        net,
    ):
        contacts.add("guichet")
    if "@" in net or re.search(r"\b(?:courriel|par courrier|par ecrit|ecrivez|sms|formulaire de contact)\b", net):
        contacts.add("ecrit")
    return Lecture(
        mots_par_phrase(texte),
        10 * len(marques(texte)) / combien,
        100 * sum(net.count(j) for j in TEXTES["jargon"]) / combien,
        bool(_ACTION.search(net)),
        frozenset(contacts),
    )


def reussite(
    usager: Usager,
    lecture: Lecture,
    defauts: Iterable[str] = (),
    comprise: bool = True,
    poids: Mapping[str, float] = POIDS,
) -> float:
    """La chance de réussir sa démarche (0 à 1), d'après ce que l'on a lu et les défauts de la page."""
    if not comprise:
        return PAS_COMPRISE
    z = DEPART
    z -= poids["longueur"] * usager.longueur * max(0.0, lecture.longueur - 12) / 10
    z -= poids["familiarite"] * usager.familiarite * min(2.0, lecture.familiarite)
    z -= poids["jargon"] * usager.jargon * min(2.0, lecture.jargon / 3)
    if usager.cle != "karim":  # la réponse est lue à Karim, au téléphone, par une agente
        z -= poids["page"] * sum(usager.page.get(d, 0.0) for d in set(defauts))
    if not lecture.suite:
        z -= SANS_SUITE
    if not lecture.contacts & usager.contacts:
        z -= SANS_CONTACT
    return 1 / (1 + math.exp(-z))


def reussites(texte: str, defauts: Iterable[str] = (), poids: Mapping[str, float] = POIDS) -> dict[str, float]:
    """Prénom -> chance de réussir avec cette réponse, la personne la moins bien servie en premier."""
    lecture, codes = lire(texte), tuple(defauts)
    chances = {u.prenom: reussite(u, lecture, codes, poids=poids) for u in USAGERS}
    return dict(sorted(chances.items(), key=lambda c: c[1]))
