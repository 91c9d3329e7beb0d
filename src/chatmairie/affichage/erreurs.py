"""Dire en français l'erreur du code d'une personne : sa ligne, ce que cela veut dire, où chercher."""

from __future__ import annotations

import linecache
import os
import sys
import sysconfig
from collections.abc import Sequence
from opcode import opmap
from types import FrameType, TracebackType

from chatmairie.langue.sens_des_erreurs import sens

_PAQUET = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
_BIBLIOTHEQUES = tuple(
    {os.path.abspath(sysconfig.get_paths()[c]) + os.sep for c in ("stdlib", "platstdlib", "purelib", "platlib")}
)
_LONGUEUR_MAX = 240
_RAISE = opmap["RAISE_VARARGS"]


class Explication:
    """Une erreur racontée.

    nom : le nom Python (« KeyError »). phrase : ce que cela veut dire. essayer : où chercher.
    ligne : numéro de ligne dans la cellule, ou None. code : le texte de cette ligne, ou "".
    message : celui de Python, raccourci (en anglais), ou "". fonction : nom de la fonction de la personne, ou "".
    """

    __slots__ = ("nom", "phrase", "essayer", "ligne", "code", "message", "fonction")

    def __init__(
        self,
        nom: str,
        phrase: str,
        essayer: str = "",
        ligne: int | None = None,
        code: str = "",
        message: str = "",
        fonction: str = "",
    ) -> None:
        self.nom, self.phrase, self.essayer, self.ligne = nom, phrase, essayer, ligne
        self.code, self.message, self.fonction = code, message, fonction

    def __repr__(self) -> str:
        ou = f" (ligne {self.ligne} : {self.code.strip()})" if self.ligne else ""
        return f"{self.nom} : {self.phrase}{ou} {self.essayer}".strip()


def expliquer_erreur(exc: BaseException | None, source: str | Sequence[str] | None = None) -> Explication:
    """Raconte `exc` : la dernière ligne écrite par la personne, et le sens de l'erreur.

    source : le texte de sa cellule (ou ses lignes) ; sans lui, ce que Python a gardé du fichier.
    Lève `TypeError` si `exc` n'est pas une exception.
    """
    if not isinstance(exc, BaseException):
        raise TypeError("On attend une exception, celle qu'a levée le code.")
    ligne, texte, fonction = _sa_ligne(exc, source)
    message = _message(exc)
    phrase, essayer = _deja_en_francais(exc, message) or sens(exc, message)
    return Explication(type(exc).__name__, phrase, essayer, ligne, texte, message, fonction)


def _deja_en_francais(exc: BaseException, message: str) -> tuple[str, str] | None:
    """Ce qu'une fonction du cours a refusé, avec sa propre phrase (le paquet lève ses erreurs en français)."""
    trace = exc.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None or not message or not isinstance(exc, (ValueError, TypeError)):
        return None
    # Ce que Python lève à un appel du cours (« takes 1 positional argument ») n'est pas une phrase du cours.
    if trace.tb_frame.f_code.co_code[trace.tb_lasti] != _RAISE:
        return None
    fichier = os.path.abspath(trace.tb_frame.f_code.co_filename)
    if not fichier.startswith(_PAQUET):
        return None
    return message, "Essayez une autre valeur."


def _message(exc: BaseException) -> str:
    try:
        message = " ".join(str(exc).split())
    except Exception:  # un message illisible ne doit pas cacher l'erreur
        return ""
    return message if len(message) <= _LONGUEUR_MAX else message[: _LONGUEUR_MAX - 1] + "…"


def _sa_ligne(exc: BaseException, source: str | Sequence[str] | None) -> tuple[int | None, str, str]:
    lignes = source.splitlines() if isinstance(source, str) else list(source or ())
    if isinstance(exc, SyntaxError):
        return exc.lineno, (exc.text or _extraire(lignes, exc.lineno)).rstrip(), ""
    trouvee: tuple[FrameType, int] | None = None
    trace: TracebackType | None = exc.__traceback__
    while trace is not None:
        if _est_a_la_personne(trace.tb_frame.f_code.co_filename):
            trouvee = trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next
    if trouvee is None:
        return None, "", ""
    cadre, numero = trouvee
    texte = _extraire(lignes, numero) or linecache.getline(cadre.f_code.co_filename, numero, cadre.f_globals)
    nom = cadre.f_code.co_name
    return numero, texte.rstrip(), "" if nom.startswith("<") else nom


def _extraire(lignes: Sequence[str], numero: int | None) -> str:
    return lignes[numero - 1] if numero and 1 <= numero <= len(lignes) else ""


def _est_a_la_personne(fichier: str) -> bool:
    # du code compilé donne un chemin relatif qui n'existe pas ici (« pandas/_libs/tslibs/strptime.pyx »)
    if fichier.startswith("<frozen") or fichier.endswith((".pyx", ".pxd", ".pxi")):
        return False
    complet = os.path.abspath(fichier)
    return not complet.startswith(_PAQUET) and not complet.startswith(_BIBLIOTHEQUES) and complet != sys.executable
