"""`design.reformuler` : répondre à quelqu'un, quoi qu'il écrive : les faits, la suite, une personne, l'IA dite.

La réponse est une liste de phrases choisies (`mecanisme.PHRASES`) : ce qu'elle dit se sait, et rien n'est deviné.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.commun.distribution import prenoms
from chatmairie.echecs.commun.phrases import assembler, lire_les_codes
from chatmairie.echecs.design.mecanisme import PHRASES
from chatmairie.echecs.design.monde import MONDES, TEXTES, Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
PHRASES_MAX = 12
"""Phrases d'une réponse, au plus (langage clair, hypothèse du cours) ; neuf suffisent."""
CONTACTS = {"telephone", "courriel", "lieu"}
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
MOIS = ("janvier", "février", "mars", "avril", "mai", "juin", "octobre", "novembre")


def _contexte(hasard: Generator, monde: Monde) -> dict[str, Any]:
    def tirer(parmi: tuple[str, ...]) -> str:
        return str(parmi[int(hasard.integers(len(parmi)))])

    jour, mois = tirer(JOURS), tirer(MOIS)
    *numero, boite = [int(n) for n in hasard.integers(10, 99, size=4)]
    return {
        "prenom": tirer(prenoms()),
        "age": int(hasard.integers(16, 90)),
        "demarche": tirer(monde.demarches),
        "piece": tirer(monde.pieces),
        "date_limite": f"{jour} {int(hasard.integers(2, 29))} {mois} 2026",
        "montant": f"{int(hasard.integers(4, 98))} euros" if hasard.random() < 0.6 else None,
        "lieu": tirer(monde.lieux),
        "telephone": "01 99 " + " ".join(map(str, numero)),
        "courriel": f"{tirer(('accueil', 'contact', 'demarches'))}{boite}@{monde.domaine}",
        "agent": tirer(monde.agents),
    }


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    phrases = [
        (str(p), genre) for genre in ("ordinaires", "pieges") for p in hasard.permutation(TEXTES["messages"][genre])
    ]
    cas = []
    for phrase, genre in phrases:
        contexte, piege = _contexte(hasard, monde), genre == "pieges"
        sienne = contexte["demarche"].replace("votre ", "ma " if piege else "mon dossier, ")
        cas.append({"message": phrase.format(d=sienne), "contexte": contexte, "piege": piege})
    montres = [{"message": c["message"], "contexte": c["contexte"]} for c in cas]
    return Sujet(entrees={"cas": montres}, verite={"cas": cas})


# --- la réponse ---------------------------------------------------------------------------------------------


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    reformuler = formes.fonction(productions["reformuler"], "reformuler")

    def choisies(cas: Mapping[str, Any], **change: Any) -> list[str]:
        return lire_les_codes(reformuler(cas["message"], {**cas["contexte"], **change}), "reformuler", PHRASES)

    return {
        "codes": [choisies(cas) for cas in entrees["cas"]],
        "autre_age": [choisies(cas, age=_autre_age(cas["contexte"]["age"])) for cas in entrees["cas"]],
    }


def _autre_age(age: int) -> int:
    return 84 if age < 50 else 17


# --- les contrôles --------------------------------------------------------------------------------------------

Vu = tuple[str, dict[str, Any]]
"""La famille du tort, et ce que dit sa phrase."""


def _premier(
    sujet: Sujet, reponse: Reponse, examen: Callable[[list[str], Mapping[str, Any]], Vu | None]
) -> Constat | None:
    """Le tort fait à la première personne dont la réponse est en défaut."""
    vus = [
        (cas["contexte"]["prenom"], *vu)
        for codes, cas in zip(reponse["codes"], sujet.verite["cas"], strict=True)
        if (vu := examen(codes, cas["contexte"]))
    ]
    if not vus:
        return None
    qui, famille, trous = vus[0]
    return F.tort(famille, len(vus), qui=qui, sur=len(reponse["codes"]), **trous)


def dits(codes: list[str]) -> set[str]:
    """Tout ce qu'apportent ces phrases."""
    return set().union(*(PHRASES[c].dit for c in codes))


def _lue(codes: list[str], contexte: Mapping[str, Any], tort: str) -> str:
    """La première de ces phrases qui fait ce tort, telle que la personne la lit ; vide s'il n'y en a pas."""
    return next((assembler([c], PHRASES, contexte) for c in codes if PHRASES[c].tort == tort), "")


@F.controle
def faits_gardes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    def examen(codes: list[str], contexte: Mapping[str, Any]) -> Vu | None:
        perdus = [nom for f, nom in F.mots["faits"].items() if contexte[f] is not None and f not in dits(codes)]
        return ("fait_perdu", {"fait": perdus[0]}) if perdus else None

    return _premier(sujet, reponse, examen)


@F.controle
def rien_d_invente(sujet: Sujet, reponse: Reponse) -> Constat | None:
    def examen(codes: list[str], contexte: Mapping[str, Any]) -> Vu | None:
        for tort, nom in F.mots["inventions"].items():
            if lu := _lue(codes, contexte, tort):
                return "fait_invente", {"lu": lu, "quoi": nom}
        inconnu = {"rien_a_payer", *(["montant"] if contexte["montant"] is None else [])}
        if dites := [c for c in codes if PHRASES[c].dit & inconnu]:
            return "fait_invente", {"lu": assembler(dites, PHRASES, contexte), "quoi": F.dire("hors_du_dossier")}
        return None

    return _premier(sujet, reponse, examen)


@F.controle
def registre(sujet: Sujet, reponse: Reponse) -> Constat | None:
    lues = [
        (cas, lu)
        for codes, cas in zip(reponse["codes"], sujet.verite["cas"], strict=True)
        if (lu := _lue(codes, cas["contexte"], "registre"))
    ]
    if not lues:
        return None
    (cas, lu), sur = lues[0], len(reponse["codes"])
    famille = "pris_au_piege" if cas["piege"] and len(lues) < sur / 2 else "registre_inadapte"
    return F.tort(famille, len(lues), qui=cas["contexte"]["prenom"], message=cas["message"], lu=lu, sur=sur)


@F.controle
def courtois_et_clair(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _premier(sujet, reponse, _ni_clair_ni_courtois)


def _ni_clair_ni_courtois(codes: list[str], contexte: Mapping[str, Any]) -> Vu | None:
    if "salut" not in PHRASES[codes[0]].dit:
        return "ni_clair_ni_courtois/sans_salut", {}
    if "fin" not in PHRASES[codes[-1]].dit:
        return "ni_clair_ni_courtois/sans_fin", {}
    if lu := _lue(codes, contexte, "enfantin"):
        return "ni_clair_ni_courtois/enfantin", {"lu": lu}
    if lu := _lue(codes, contexte, "administratif"):
        return "ni_clair_ni_courtois/administratif", {"mots": len(lu.split())}
    code, fois = Counter(codes).most_common(1)[0]
    if fois > 1:
        return "ni_clair_ni_courtois/repete", {"fois": fois, "lu": assembler([code], PHRASES, contexte)}
    return ("ni_clair_ni_courtois/trop_long", {"phrases": len(codes)}) if len(codes) > PHRASES_MAX else None


@F.controle
def suite_et_personne(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _premier(sujet, reponse, _sans_suite_ni_personne)


def _sans_suite_ni_personne(codes: list[str], _contexte: Mapping[str, Any]) -> Vu | None:
    donnes = dits(codes) & CONTACTS
    if "suite" not in dits(codes):
        return "sans_suite_ni_personne/sans_suite", {}
    if "personne" not in dits(codes):
        return "sans_suite_ni_personne/sans_personne", {}
    if donnes == {"telephone"}:
        return "sans_suite_ni_personne/telephone_seul", {}
    if donnes == {"courriel"}:
        return "sans_suite_ni_personne/ecran_seul", {}
    return ("sans_suite_ni_personne/un_seul_moyen", {}) if len(donnes) < 2 else None


@F.controle
def dit_ia(sujet: Sujet, reponse: Reponse) -> Constat | None:
    def examen(codes: list[str], contexte: Mapping[str, Any]) -> Vu | None:
        if lu := _lue(codes, contexte, "agente"):
            return "ia_cachee/agente", {"lu": lu}
        return None if "ia" in dits(codes) else ("ia_cachee/rien_ne_le_dit", {})

    return _premier(sujet, reponse, examen)


@F.controle
def meme_respect(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = zip(sujet.verite["cas"], reponse["codes"], reponse["autre_age"], strict=True)
    ecarts = [c["contexte"] for c, codes, autres in cas if codes != autres]
    if not ecarts:
        return None
    qui, age = ecarts[0]["prenom"], ecarts[0]["age"]
    return F.tort("deux_poids", len(ecarts), qui=qui, age=age, autre=_autre_age(age), sur=len(reponse["codes"]))


# --- sans code ------------------------------------------------------------------------------------------------

_PHRASES_DE: dict[str, dict[str, tuple[str, ...]]] = {
    "saluer": {
        "bonjour": ("bonjour",),
        "comme_la_personne": ("yo",),
        "selon_l_age": ("salut",),
        "rassurer": ("bonjour", "facile"),
    },
    "dire": {"assistant_ia": ("ia",), "signer_agent": ("agente",), "rien": ()},
    "annoncer": {
        "tout": ("manque", "avant_le", "montant"),
        "sans_date": ("manque", "montant"),
        "administratif": ("honneur", "montant"),
        "excuses": ("excuses",),
        "promettre": ("manque", "avant_le", "montant", "acceptee"),
    },
    "ensuite": {
        "apporter_ou_envoyer": ("apporter", "envoyer"),
        "en_ligne": ("envoyer",),
        "appeler": ("telephone",),
        "rien": ("deviner",),
    },
    "personne": {"agent": ("telephone", "guichet"), "assistant": ("disposition",)},
}
"""Décision, dans l'ordre de la réponse -> valeur -> les phrases qu'elle écrit."""


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def reformuler(message: str, contexte: Mapping[str, Any]) -> list[str]:
        jeune = decisions["saluer"] != "selon_l_age" or contexte["age"] < 25
        codes = [
            *(_PHRASES_DE["saluer"][decisions["saluer"]] if jeune else ("bonjour",)),
            *_PHRASES_DE["dire"][decisions["dire"]],
            *_PHRASES_DE["annoncer"][decisions["annoncer"]],
            *_PHRASES_DE["ensuite"][decisions["ensuite"]],
            *_PHRASES_DE["personne"][decisions["personne"]],
            "cordialement",
        ]
        return [c for c in dict.fromkeys(codes) if c != "montant" or contexte["montant"] is not None]

    return {"reformuler": reformuler}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
