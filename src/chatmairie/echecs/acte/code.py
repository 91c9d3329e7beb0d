"""Ce qui est donné pour écrire `CodeUnique` : comparer et hacher, expliqués."""

from __future__ import annotations

import hashlib
import hmac


def comparer(a: str, b: str) -> bool:
    """Vrai si les deux textes sont égaux, en un temps qui ne dépend pas de l'endroit où ils diffèrent.

    `a == b` s'arrête à la première différence : en mesurant le temps, on devinerait un chiffre après l'autre.
    """
    return hmac.compare_digest(str(a).encode(), str(b).encode())


def hacher(code: str, sel: str) -> str:
    """Une empreinte du code : qui lit la mémoire ou la base n'y trouve pas le code lui-même.

    Un code de six chiffres n'a qu'un million de valeurs : l'empreinte gêne une lecture, elle n'arrête pas qui la
    copie et calcule. C'est la courte durée du code qui protège.
    """
    return hashlib.pbkdf2_hmac("sha256", str(code).encode(), str(sel).encode(), 1000).hex()
