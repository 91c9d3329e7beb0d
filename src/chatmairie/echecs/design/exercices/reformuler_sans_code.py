"""`design.reformuler` sans code : les phrases possibles, les tentantes comprises, et la réponse qu'elles font."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chatmairie.echecs.design.reponse import PHRASES
from chatmairie.juge.exercice import CheminSansCode, Option, Productions

_SALUER = {
    "bonjour": ("bonjour",),
    "comme_la_personne": ("yo",),
    "selon_l_age": ("salut",),
    "rassurer": ("bonjour", "facile"),
}
_ANNONCER = {
    "tout": ("manque", "avant_le", "montant"),
    "sans_date": ("manque", "montant"),
    "administratif": ("honneur", "montant"),
    "excuses": ("excuses",),
    "promettre": ("manque", "avant_le", "montant", "acceptee"),
}
_ENSUITE = {
    "apporter_ou_envoyer": ("apporter", "envoyer"),
    "en_ligne": ("envoyer",),
    "appeler": ("telephone",),
    "rien": ("deviner",),
}
_PERSONNE = {"agent": ("telephone", "guichet"), "assistant": ("disposition",)}
_DIRE = {"assistant_ia": ("ia",), "signer_agent": ("agente",), "rien": ()}
_PRECISIONS = {
    "comme_la_personne": "sur le ton de la personne : ",
    "selon_l_age": "avant 25 ans ; après, « Bonjour, » : ",
    "rien": "",
}


def _montrer(choix: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Ce qui se lit, pour chaque décision."""
    return {
        cle: _PRECISIONS.get(cle, "") + (" ".join(f"« {PHRASES[c].texte} »" for c in codes) or "rien")
        for cle, codes in choix.items()
    }


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def reformuler(message: str, contexte: Mapping[str, Any]) -> list[str]:
        jeune = decisions["saluer"] != "selon_l_age" or contexte["age"] < 25
        codes = [
            *(_SALUER[decisions["saluer"]] if jeune else ("bonjour",)),
            *_DIRE[decisions["dire"]],
            *_ANNONCER[decisions["annoncer"]],
            *_ENSUITE[decisions["ensuite"]],
            *_PERSONNE[decisions["personne"]],
            "cordialement",
        ]
        sans_double = dict.fromkeys(codes)
        return [c for c in sans_double if c != "montant" or contexte["montant"] is not None]

    return {"reformuler": reformuler}


CHEMIN = CheminSansCode(
    options={
        "saluer": Option("Comment commencer ?", _montrer(_SALUER)),
        "annoncer": Option("Que dire de la demande ? (le montant, seulement s'il y en a un)", _montrer(_ANNONCER)),
        "ensuite": Option("Quelle suite donner ?", _montrer(_ENSUITE)),
        "personne": Option("Qui joindre ?", _montrer(_PERSONNE)),
        "dire": Option("Dire qui répond ?", _montrer(_DIRE)),
    },
    produire=_produire,
    exemple='reformuler = choisir("design.reformuler", saluer="…", annoncer="…", ensuite="…", personne="…", dire="…")',
)
