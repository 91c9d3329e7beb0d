"""La longueur d'un SMS : combien de signes, et en combien de messages il part.

Alphabet par défaut GSM 7 bits (3GPP TS 23.038) : 160 signes, ou 153 par message s'il en faut plusieurs. Un seul signe
hors de cet alphabet (« ê », « œ », une espace insécable, un émoji) fait compter 70 ou 67 signes par message.
"""

from __future__ import annotations

import unicodedata
from typing import TypedDict

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_DOUBLES = frozenset("^{}\\[~]|€")
"""Les signes qui comptent pour deux."""


class Longueur(TypedDict):
    """Ce que rend `longueur_sms`."""

    signes: int
    messages: int
    hors_gsm: str


def longueur_sms(texte: str) -> Longueur:
    """{"signes": longueur comptée, "messages": nombre de SMS, "hors_gsm": les signes qui raccourcissent chaque SMS}.

    Lève `TypeError` si ce n'est pas un texte.
    """
    if not isinstance(texte, str):
        raise TypeError(f"longueur_sms attend un texte entre guillemets, reçu {type(texte).__name__}.")
    hors = "".join(dict.fromkeys(c for c in texte if c not in GSM and c not in GSM_DOUBLES))
    if hors:
        signes, seul, suite = len(texte.encode("utf-16-le")) // 2, 70, 67
    else:
        signes, seul, suite = len(texte) + sum(c in GSM_DOUBLES for c in texte), 160, 153
    messages = 0 if not signes else 1 if signes <= seul else -(-signes // suite)
    return {"signes": signes, "messages": messages, "hors_gsm": hors}


def pour_sms(texte: str) -> str:
    """Le même texte dans l'alphabet des SMS : « théâtre » devient « théatre », « œuvre » « oeuvre ».

    Lève `TypeError` si ce n'est pas un texte.
    """
    if not isinstance(texte, str):
        raise TypeError(f"pour_sms attend un texte entre guillemets, reçu {type(texte).__name__}.")
    for sans, avec in REMPLACEMENTS.items():
        texte = texte.replace(sans, avec)
    return "".join(c if c in GSM or c in GSM_DOUBLES else _au_plus_pres(c) for c in texte)


REMPLACEMENTS = {
    "\u00a0": " ", "\u202f": " ", "« ": '"', " »": '"', "«": '"', "»": '"', "’": "'", "œ": "oe", "Œ": "OE", "…": "...",
    "–": "-", "—": "-", "“": '"', "”": '"',
}  # fmt: skip


def _au_plus_pres(signe: str) -> str:
    proche = unicodedata.normalize("NFKD", signe)[0]
    return proche if proche in GSM else "?"
