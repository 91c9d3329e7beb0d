"""`design.reformuler` sans code : les phrases possibles, les tentantes comprises, et la réponse qu'elles font."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chatmairie.exercice import CheminSansCode, Option, Productions

_SALUER = {
    "bonjour": "« Bonjour, »",
    "comme_la_personne": "reprendre les premiers mots de la personne",
    "selon_l_age": "« Salut {prénom}, » avant 25 ans, « Bonjour, » après",
    "rassurer": "« Bonjour, ne vous inquiétez pas, c'est très facile ! »",
}
_ANNONCER = {
    "tout": "« Pour {démarche}, il manque {pièce}. La date limite est le {date}. » et le montant, s'il y en a un",
    "sans_date": "« Pour {démarche}, il manque {pièce}. »",
    "administratif": "« Nous avons l'honneur de vous faire connaître que, {pièce} faisant défaut au titre de "
    "{démarche}… »",
    "excuses": "« Nous sommes désolés pour ce contretemps. »",
    "promettre": "« {Démarche} est acceptée, c'est bon ! » et les faits",
}
_ENSUITE = {
    "apporter_ou_envoyer": "« Vous pouvez l'apporter au {lieu}, ou l'envoyer à {courriel}. »",
    "en_ligne": "« Vous pouvez l'envoyer à {courriel}. »",
    "appeler": "« Appelez le {téléphone}. »",
    "rien": "rien : la personne sait quoi faire",
}
_PERSONNE = {
    "agent": "« {Agent}, une agente ou un agent, vous répond au {téléphone}. »",
    "assistant": "« Je reste à votre disposition. »",
}
_DIRE = {
    "assistant_ia": "« Je suis un assistant automatique (une IA). »",
    "signer_agent": "signer du prénom de l'agent",
    "rien": "rien",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def reformuler(message: str, contexte: Mapping[str, Any]) -> str:
        c, d = contexte, decisions
        jeune = c["age"] < 25
        saluer = {
            "bonjour": "Bonjour,",
            "comme_la_personne": " ".join(str(message).split()[:4]) + ", bonjour,",
            "selon_l_age": f"Salut {c['prenom']}, t'inquiète." if jeune else "Bonjour,",
            "rassurer": "Bonjour, ne vous inquiétez pas, c'est très facile !",
        }[d["saluer"]]
        montant = f" Le montant est de {c['montant']}." if c["montant"] else ""
        faits = f"Pour {c['demarche']}, il manque {c['piece']}. La date limite est le {c['date_limite']}.{montant}"
        annoncer = {
            "tout": faits,
            "sans_date": f"Pour {c['demarche']}, il manque {c['piece']}.",
            "administratif": f"Nous avons l'honneur de vous faire connaître que, {c['piece']} faisant défaut au titre "
            f"de "
            f"{c['demarche']}, il vous appartient d'y pourvoir dans le délai imparti, fixé au {c['date_limite']}, "
            f"moyennant le cas échéant {c['montant'] or 'les droits dus'}.",
            "excuses": "Nous sommes désolés pour ce contretemps.",
            "promettre": f"{c['demarche'].capitalize()} est acceptée, c'est bon ! {faits}",
        }[d["annoncer"]]
        ensuite = {
            "apporter_ou_envoyer": f"Vous pouvez l'apporter au {c['lieu']}. Vous pouvez aussi l'envoyer à "
            f"{c['courriel']}.",
            "en_ligne": f"Vous pouvez l'envoyer à {c['courriel']}.",
            "appeler": f"Appelez le {c['telephone']}.",
            "rien": "",
        }[d["ensuite"]]
        quelqu_un = {
            "agent": f"Pour parler à une personne, {c['agent']} vous répond au {c['telephone']}.",
            "assistant": "Je reste à votre disposition.",
        }[d["personne"]]
        dire = {"assistant_ia": "Je suis un assistant automatique (une IA).", "signer_agent": "", "rien": ""}[d["dire"]]
        fin = f"Cordialement, {c['agent']}." if d["dire"] == "signer_agent" else "Cordialement."
        return " ".join(p for p in (saluer, dire, annoncer, ensuite, quelqu_un, fin) if p)

    return {"reformuler": reformuler}


CHEMIN = CheminSansCode(
    options={
        "saluer": Option("Comment commencer ?", _SALUER),
        "annoncer": Option("Que dire de la demande ?", _ANNONCER),
        "ensuite": Option("Quelle suite donner ?", _ENSUITE),
        "personne": Option("Qui joindre ?", _PERSONNE),
        "dire": Option("Dire qui répond ?", _DIRE),
    },
    produire=_produire,
    exemple='reformuler = choisir("design.reformuler", saluer="…", annoncer="…", ensuite="…", personne="…", dire="…")',
)
