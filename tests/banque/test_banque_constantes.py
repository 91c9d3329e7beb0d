"""La réponse toujours prudente ne paie pas : ni une constante, ni un seul mauvais choix, n'obtient plus de la moitié.

Une constante est ce que rend une bonne réponse pour une seule des données (ou rien, ou l'argument tel quel), rendu pour
toutes. Un mauvais choix est une bonne réponse sans code dont une seule décision change. Chaque exercice y passe ; les
exceptions sont nommées ici, pour qu'on les retire une à une.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from chatmairie.juge.exercice import Exercice, Productions
from outils import banque

pytestmark = pytest.mark.lent

RETENUES = 12
"""Valeurs d'une bonne réponse essayées comme constantes, par fonction, au plus."""

PLUS_DE_LA_MOITIE = {
    ("choix_ia.frugalite", "facon", "plus_exacte_suffisante"): "la ville paie plus gros, personne n'est mal servi",
    ("acte.minimiser", "pas_besoin", "demander_quand_meme"): "un formulaire pour rien, l'acte n'est pas en cause",
    **{
        ("acte.minimiser", ou, contact): "un contact de trop"
        for ou in ("toujours", "avec_filiation", "par_courrier", "en_ligne")
        for contact in ("telephone", "courriel")
    },
    ("acte.politique", "usage_sans_acte", "delivrer"): "une démarche pour rien",
    ("acte.politique", "extrait_sans_filiation", "comme_les_autres"): "une preuve pour rien",
    ("acte.politique", "lien_sans_droit", "guichet"): "un déplacement pour rien",
    ("acte.politique", "preuves_acceptees", "franceconnect_plus"): "un chemin sûr, et plus long",
    ("acte.politique", "prevenir", "contact_tape"): "l'attaque est arrêtée, la personne visée n'en sait rien",
    ("acte.politique", "prevenir", "personne"): "l'attaque est arrêtée, la personne visée n'en sait rien",
    ("acte.notifier", "garde", "toujours"): "une ligne sans donnée personnelle, gardée trop longtemps",
    ("acte.notifier", "garde", "rien"): "une ligne sans durée lisible",
    ("donnees.decider", "dossier_incomplet", "agent"): "un agent lit le dossier, et dira plus tard ce qui manque",
    ("donnees.decider", "dossier_incomplet", "rien_de_special"): "l'avis est défavorable : un agent lit le dossier",
    ("design.reformuler", "saluer", "rassurer"): "un ton pour enfants, et tout ce qu'il faut savoir",
    ("design.reformuler", "annoncer", "administratif"): "une phrase trop longue, et une personne à qui demander",
    ("design.interface", "annonce", "insistante"): "la réponse est entendue, en coupant la parole",
    ("design.interface", "erreur", "en_haut"): "l'erreur est dite en mots, loin du champ",
    ("campagne.consentir", "ecarter", "contacts_en_double"): "le même message, deux fois, à qui l'a demandé",
    ("campagne.composer", "pour", "tout"): "un message trop long, à qui l'a demandé",
    ("campagne.composer", "dire", "raison"): "un message qui n'est pas expliqué, et que l'on peut refuser",
    ("campagne.composer", "dire", "expediteur"): "un message que l'on prend pour une arnaque, et que l'on peut refuser",
    ("campagne.valider", "echantillon", "tous"): "tout est montré, et personne ne lira tout",
    ("campagne.incident", "etapes", "compter"): "les personnes sont prévenues, sans dire combien",
    ("campagne.incident", "etapes", "inscrire_au_registre"): "les personnes sont prévenues, et la mairie oubliera",
}
"""(exercice, décision, valeur) qui garde plus de la moitié, et ce qu'elle coûte."""

SE_VALENT = {
    *(("acte.minimiser", "avec_filiation", champ) for champ in ("nom", "prenoms", "date_naissance")),
    *(("acte.minimiser", "par_courrier", champ) for champ in ("nom", "prenoms", "date_naissance")),
    *(("acte.minimiser", "en_ligne", champ) for champ in ("nom", "prenoms", "date_naissance", "parents")),
    ("acte.politique", "preuves_acceptees", "piece_au_guichet"),
    ("acte.politique", "remise", "courrier"),
    ("acte.notifier", "garde", "six_mois"),
    ("design.reformuler", "ensuite", "en_ligne"),  # l'agent au téléphone reste l'autre voie
    *(("campagne.valider", "autres_canaux", canal) for canal in ("affiche", "site", "guichet")),
    ("campagne.incident", "etapes", "message_public_sans_nom"),
}
"""Décisions aussi bonnes que celle de la réponse juste : déjà prise ailleurs, ou un autre chemin sûr."""

EXERCICES = [i for i in banque.identifiants() if isinstance(catalogue.exercice(i), Exercice)]


def _points(exercice: Exercice, productions: Productions) -> float:
    return jugement.juger(exercice, productions, jugement.sujets_de_notation(exercice)).verdict.points


# --- les constantes -----------------------------------------------------------------------------------


class _Retenir:
    """Une fonction, et les valeurs différentes qu'elle a rendues."""

    def __init__(self, fonction: Callable[..., Any]) -> None:
        self.fonction, self.rendus = fonction, []

    def __call__(self, *arguments: Any) -> Any:
        rendu = self.fonction(*arguments)
        if len(self.rendus) < RETENUES and all(repr(rendu) != repr(deja) for deja in self.rendus):
            self.rendus.append(copy.deepcopy(rendu))
        return rendu


def _constantes(rendus: list[Any]) -> Iterator[tuple[str, Callable[..., Any]]]:
    for valeur in (*rendus, None, False, True, 0, 1, "", [], {}):
        yield f"toujours {valeur!r:.60}", lambda *_a, v=valeur: copy.deepcopy(v)
    yield "l'argument tel quel", lambda *a: a[0] if a else None


def reponses_constantes(identifiant: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Les fonctions de l'exercice, toutes constantes à la fois (la k-ième valeur de chacune)."""
    exercice = catalogue.exercice(identifiant)
    justes = banque.executer(banque.justes(identifiant)[0])
    fonctions = {n: _Retenir(p) for n, p in justes.items() if callable(p) and not isinstance(p, type)}
    if not fonctions:
        return
    jugement.repondre(exercice, {**justes, **fonctions}, jugement.sujet_public(exercice))
    listes = {nom: list(_constantes(f.rendus)) for nom, f in fonctions.items()}
    for rang in range(max(map(len, listes.values()))):
        choisies = {nom: liste[rang % len(liste)] for nom, liste in listes.items()}
        yield (
            " ; ".join(f"{nom} : {quoi}" for nom, (quoi, _) in choisies.items()),
            {**justes, **{nom: fonction for nom, (_, fonction) in choisies.items()}},
        )


@pytest.mark.parametrize("identifiant", EXERCICES)
def test_aucune_reponse_constante_n_obtient_plus_de_la_moitie(identifiant: str) -> None:
    exercice = catalogue.exercice(identifiant)
    riches = {
        quoi: points
        for quoi, productions in reponses_constantes(identifiant)
        if (points := _points(exercice, productions)) > exercice.points / 2
    }
    assert not riches, riches


# --- un seul mauvais choix ----------------------------------------------------------------------------


def decisions_justes(identifiant: str) -> dict[str, Any]:
    """Les décisions de la réponse juste sans code de la banque, lues dans son texte."""
    for reponse in banque.justes(identifiant):
        for noeud in ast.walk(ast.parse(reponse.texte)):
            if isinstance(noeud, ast.Call) and getattr(noeud.func, "id", "") == "choisir":
                return {k.arg: ast.literal_eval(k.value) for k in noeud.keywords if k.arg}
    return {}


def voisines(exercice: Exercice, justes: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str, Any], Productions]]:
    """La bonne réponse, une décision changée : une autre valeur, ou une de plus, une de moins."""
    for nom, option in exercice.choix.options.items():
        for valeur in option.valeurs:
            if option.plusieurs:
                prises = [v for v in justes[nom] if v != valeur] if valeur in justes[nom] else [*justes[nom], valeur]
            elif valeur == justes[nom]:
                continue
            else:
                prises = valeur
            yield (exercice.identifiant, nom, valeur), exercice.choix.produire({**justes, nom: prises})


SANS_CODE = [i for i in EXERCICES if catalogue.exercice(i).choix is not None]


@pytest.mark.parametrize("identifiant", SANS_CODE)
def test_un_seul_mauvais_choix_ne_garde_pas_plus_de_la_moitie(identifiant: str) -> None:
    exercice = catalogue.exercice(identifiant)
    justes = decisions_justes(identifiant)
    assert set(justes) == set(exercice.choix.options)
    points = {cle: _points(exercice, productions) for cle, productions in voisines(exercice, justes)}
    assert {cle for cle, p in points.items() if p == exercice.points} == {c for c in SE_VALENT if c[0] == identifiant}
    riches = {cle for cle, p in points.items() if exercice.points / 2 < p < exercice.points}
    assert riches == {c for c in PLUS_DE_LA_MOITIE if c[0] == identifiant}


def test_les_exceptions_parlent_d_exercices_qui_existent() -> None:
    nommes = {c[0] for c in (*PLUS_DE_LA_MOITIE, *SE_VALENT)}
    assert nommes <= set(EXERCICES)
