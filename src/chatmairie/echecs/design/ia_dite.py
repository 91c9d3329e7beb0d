"""Dire que c'est une IA : ce qui le dit en clair, et ce qui le nie (règlement européen sur l'IA, article 50).

Une mention niée ne compte pas (« pas un robot : une personne vous répond »), mais n'efface pas une vraie mention
(« je suis une IA ; au téléphone, c'est une personne, pas une machine »).
"""

from __future__ import annotations

import re

from chatmairie.langue.mots import sans_accents

_MOTS = (
    r"(?:\bia\b|\bi\. ?a\.|intelligence artificielle|\bassistante? "
    r"(?:automatique|informatique|virtuel|numerique|conversationnel|automatise)\w*|"
    r"\brobots?\b|\bbots?\b|\bautomates?\b|\bagent conversationnel|\bchatbots?\b|\bprogrammes?\b|\bmachines?\b|"
    r"\blogiciels?\b|\b(?:systeme|service|outil) (?:automatique|automatise|informatique))"
)
_DIT = re.compile(
    _MOTS + r"|(?:reponse|message) (?:est )?(?:automatique|automatise)|automatiquement|"
    r"\bordinateur (?:qui )?(?:vous )?(?:repond|ecrit|parle)|\b(?:suis|par|est|parlez a) (?:un|l') ?ordinateur"
)
_NIE = re.compile(r"\b(?:pas|ni|sans|non|aucune?|jamais)\s+(?:(?:a|par|avec|de|une?|la|le|d'|l')\s*)*" + _MOTS)
_HUMAIN = re.compile(r"\bje suis (?:une (?:vraie )?personne|(?:une? )?(?:etre )?humaine?)\b")


def place_de_la_mention(texte: str) -> int:
    """Où se lit la première mention de l'IA dans le texte sans accents ; -1 si rien ne le dit, ou si c'est nié."""
    net = sans_accents(texte.replace("’", "'"))
    if _HUMAIN.search(net):
        return -1
    dite = _DIT.search(_NIE.sub(lambda m: "." * len(m[0]), net))
    return -1 if dite is None else dite.start()
