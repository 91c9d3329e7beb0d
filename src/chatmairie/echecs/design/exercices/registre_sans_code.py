"""`design.registre` sans code : les décisions possibles, les tentantes comprises, et ce qu'elles font."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from chatmairie.echecs.design.registre import LEXIQUE
from chatmairie.juge.exercice import CheminSansCode, Option, Productions

_CHERCHER = {
    "quatre_mots": "les quatre mots dont la presse a parlé",
    "lexique": "tous les mots du lexique",
    "lexique_et_tu": "tous les mots du lexique, et toutes les formes du tutoiement",
}
_MEME_SI = {
    "majuscules": "il est en capitales",
    "accents": "il a perdu ses accents",
    "repetitions": "une lettre est répétée",
    "chiffres": "un chiffre remplace une lettre",
}
_SAUF = {
    "morceaux": "un morceau d'un autre mot (« statut »)",
    "citations": "ce qui est cité entre guillemets",
    "noms": "un nom de famille, après M. ou Mme",
    "phrases_polies": "toute phrase qui contient « bonjour » ou « merci »",
}
_TU = ("tu", "te", "toi", "ton", "ta", "tes", "t'")
_ACCENTS = str.maketrans("éèêëàâôöîïûùç", "eeeeaaooiiuuc")
_CHIFFRES = str.maketrans("01345", "oieas")


def _produire(decisions: Mapping[str, Any]) -> Productions:
    mots = {
        "quatre_mots": ("mon reuf", "wesh", "thune", "relou"),
        "lexique": LEXIQUE,
        "lexique_et_tu": (*LEXIQUE, *_TU),
    }
    meme, sauf = decisions["meme_si"], decisions["sauf"]
    repete = "+" if "repetitions" in meme else ""

    def en_motif(mot: str) -> str:
        net = mot.translate(_ACCENTS) if "accents" in meme else mot
        return "".join((re.escape(c) + repete) if c.isalpha() else re.escape(c) for c in net)

    def borne(mot: str) -> str:
        if "morceaux" not in sauf:
            return en_motif(mot)
        return r"\b" + en_motif(mot) + ("" if mot.endswith("'") else r"\b")

    motif = re.compile("|".join(borne(m) for m in sorted(mots[decisions["chercher"]], key=len, reverse=True)))
    proteges = [
        r"«[^»]*»|“[^”]*”" if "citations" in sauf else "",
        r"\b(?:M\.|Mme|Madame|Monsieur)\s+\w+" if "noms" in sauf else "",
    ]

    def reperer_familiarite(texte: str) -> list[tuple[int, int]]:
        if "phrases_polies" in sauf and re.search(r"bonjour|merci", texte, re.I):
            return []
        lu = texte
        for protege in filter(None, proteges):
            lu = re.sub(protege, lambda m: "." * len(m[0]), lu)
        lu = lu.lower() if "majuscules" in meme else lu
        lu = lu.translate(_ACCENTS) if "accents" in meme else lu
        lu = lu.translate(_CHIFFRES) if "chiffres" in meme else lu
        return [m.span() for m in motif.finditer(lu)]

    return {"reperer_familiarite": reperer_familiarite}


CHEMIN = CheminSansCode(
    options={
        "chercher": Option("Que chercher ?", _CHERCHER),
        "meme_si": Option("Reconnaître un mot même si…", _MEME_SI, plusieurs=True),
        "sauf": Option("Ne pas accuser…", _SAUF, plusieurs=True),
    },
    produire=_produire,
    exemple='reperer_familiarite = choisir("design.registre", chercher="…", meme_si=["…"], sauf=["…"])',
)
