"""`acte.code` (facultatif) : la classe `CodeUnique`, attaquée par des scripts d'événements simples.

`repondre` joue les scripts et ne rend que du texte et des vrais ou faux : ce que la classe a répondu, et si un code se
lit dans l'objet. Les contrôles ne voient jamais la classe.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.random import Generator

from chatmairie.echecs.acte.exercices._commun import MONDES
from chatmairie.echecs.acte.mecanisme import hacher
from chatmairie.echecs.acte.monde import Monde
from chatmairie.juge import formes
from chatmairie.juge.appels import Horloge, avec_graine, textes_de
from chatmairie.juge.exercice import Constat, Entrees, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
ESSAIS_D_UN_HONNETE = 2  # fautes de frappe d'une personne honnête, avant le bon code
MINUTES_D_UN_LENT = 4.9  # minutes qu'il faut à une personne lente : un code vit cinq minutes au moins
MINUTES_TROP_TARD = 61
ESSAIS_MAX = 20
SESSIONS = 100
EMISSIONS = 400
SELS_ESSAYES = 200
RENCONTRES_MAX = 3
"""Codes qui reviennent par hasard, sur 400 : 0,08 en moyenne pour six chiffres ; quatre ou plus, deux fois sur un
million."""


def _sujet(hasard: Generator, _monde: Monde) -> Sujet:
    contacts = [f"06 39 98 {int(hasard.integers(100)):02d} {i:02d}" for i in range(12)]
    return Sujet(
        entrees={
            "contacts": contacts,
            "depart": float(hasard.integers(10**6, 10**9)),
            "graine": int(hasard.integers(10**6)),
        },
        verite={},
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    classe = productions["CodeUnique"]
    if not isinstance(classe, type):
        raise F.refus("pas_une_classe")
    manquantes = [m for m in ("emettre", "verifier") if not callable(getattr(classe, m, None))]
    if manquantes:
        raise F.refus("sans_methode", manquantes=", ".join(manquantes))
    jeu = _Jeu(classe, entrees)
    return {nom: script(jeu) for nom, script in _SCRIPTS.items()}


class _Jeu:
    def __init__(self, classe: type, entrees: Entrees) -> None:
        self.classe, self.contacts, self.depart = classe, entrees["contacts"], entrees["depart"]
        self.graine = entrees["graine"]

    def neuf(self, graine: int | None = None) -> tuple[Any, Horloge]:
        horloge = Horloge(self.depart)
        classe = self.classe if graine is None else avec_graine(self.classe, graine)
        return classe(horloge), horloge

    def emettre(self, objet: Any, contact: str) -> str:
        code = formes.rendu(objet.emettre(contact), "emettre")
        if not isinstance(code, str):
            raise F.refus("code_pas_un_texte", rendu=formes.decrire(code))
        return str(code)

    def verifier(self, objet: Any, contact: str, code: str, session: str) -> bool:
        rendu = formes.rendu(objet.verifier(contact, code, session), "verifier")
        if type(rendu) not in (bool, np.bool_):
            raise F.refus("ni_vrai_ni_faux", rendu=formes.decrire(rendu))
        return bool(rendu)

    def ouvre(self, objet: Any, contact: str, tape: str) -> bool:
        """Vrai si ce texte ouvre ; une erreur du code de la personne n'ouvre rien."""
        try:
            return self.verifier(objet, contact, tape, "s1")
        except (FormeInattendue, NotImplementedError):
            raise
        except Exception:  # `int("")` refuse, à sa façon
            return False


def _faux(code: str, rang: int) -> str:
    """Un code faux de même longueur, différent à chaque rang."""
    return "".join(str((int(c) + 1 + rang % 9) % 10) if c.isdigit() else "0" for c in code) or "0"


def _usage(jeu: _Jeu) -> dict[str, bool]:
    objet, horloge = jeu.neuf()
    a, b = jeu.contacts[:2]
    code = jeu.emettre(objet, a)
    autre = jeu.emettre(objet, b)
    croise = jeu.verifier(objet, b, code, "s1") if code != autre else False
    for i in range(ESSAIS_D_UN_HONNETE):
        jeu.verifier(objet, a, _faux(code, i), "s1")
    horloge.avancer(MINUTES_D_UN_LENT)
    bon = jeu.verifier(objet, a, code, "s2")  # la fenêtre s'est fermée : la personne en a rouvert une
    return {"bon": bon, "rejoue": jeu.verifier(objet, a, code, "s2"), "croise": croise}


def _sans_le_code(jeu: _Jeu) -> dict[str, list[str]]:
    """Ce que l'on tape sans connaître le code ; rend ce qui a été accepté."""
    a, b = jeu.contacts[:2]
    acceptes = []
    for quoi in F.mots["sans_le_code"]:
        objet, _ = jeu.neuf()
        code = jeu.emettre(objet, a)
        tape = {"debut": code[:3], "telephone": a, "etoile": "*"}.get(quoi, "")
        if jeu.ouvre(objet, b if quoi == "jamais_emis" else a, tape):
            acceptes.append(quoi)
    return {"acceptes": acceptes}


def _trop_tard(jeu: _Jeu) -> dict[str, bool]:
    objet, horloge = jeu.neuf()
    a, b = jeu.contacts[:2]
    code = jeu.emettre(objet, a)
    horloge.avancer(MINUTES_TROP_TARD - 10)
    jeu.verifier(objet, a, _faux(code, 0), "s1")  # ni un essai, ni le code d'un autre, ne rajeunit celui-ci
    jeu.emettre(objet, b)
    horloge.avancer(10)
    return {"accepte": jeu.verifier(objet, a, code, "s1")}


def _force_brute(jeu: _Jeu) -> dict[str, Any]:
    objet, horloge = jeu.neuf()
    contact, autre = jeu.contacts[:2]
    code = jeu.emettre(objet, contact)
    for i in range(ESSAIS_MAX):
        jeu.verifier(objet, contact, _faux(code, i), f"s{i}")
    ouvert = jeu.verifier(objet, contact, code, "s-fin")
    for i in range(ESSAIS_MAX, SESSIONS):
        jeu.verifier(objet, contact, _faux(code, i), f"s{i}")
    voisin = jeu.verifier(objet, autre, jeu.emettre(objet, autre), "s-autre")
    apres = jeu.verifier(objet, contact, jeu.emettre(objet, contact), "s-neuf")
    if not apres:  # un blocage qui finit protège aussi : Camille revient une heure plus tard
        horloge.avancer(MINUTES_TROP_TARD)
        apres = jeu.verifier(objet, contact, jeu.emettre(objet, contact), "s-plus-tard")
    return {"ouvert": ouvert, "apres_reemission": apres, "voisin": voisin}


def _ancien(jeu: _Jeu) -> dict[str, bool]:
    objet, _ = jeu.neuf()
    contact = jeu.contacts[0]
    vieux = jeu.emettre(objet, contact)
    neuf = jeu.emettre(objet, contact)
    return {"vieux": vieux != neuf and jeu.verifier(objet, contact, vieux, "s1")}


def _hasard(jeu: _Jeu) -> dict[str, Any]:
    def serie() -> list[str]:
        objet, _ = jeu.neuf(jeu.graine)  # c'est l'attaque : remettre à zéro les générateurs ordinaires
        return [jeu.emettre(objet, c) for c in jeu.contacts]

    premiere, seconde = serie(), serie()
    objet, _ = jeu.neuf()
    codes = [jeu.emettre(objet, jeu.contacts[i % len(jeu.contacts)]) for i in range(EMISSIONS)]
    nombres = [int(c) for c in codes if c.isdecimal()]
    return {
        "memes": sum(x == y for x, y in zip(premiere, seconde, strict=True)),
        "codes": len(codes),
        "distincts": len(set(codes)),
        "ecarts": len({b - a for a, b in pairwise(nombres)}),
        "chiffres": len(nombres),
        "longueurs": sorted({len(c) for c in codes}),
    }


def _en_clair(jeu: _Jeu) -> dict[str, bool]:
    """Ce qui se lit dans deux objets neufs de suite : les six chiffres d'un code sont, une fois sur cent mille, dans
    une empreinte ou un sel tirés au hasard."""
    lectures = [_lecture(jeu) for _ in range(2)]
    return {quoi: all(lecture[quoi] for lecture in lectures) for quoi in lectures[0]}


def _lecture(jeu: _Jeu) -> dict[str, bool]:
    objet, _ = jeu.neuf()
    code = jeu.emettre(objet, jeu.contacts[0])
    textes = textes_de(objet)  # avant toute autre émission : le code peut être gardé hors de l'objet
    un_autre, horloge = jeu.neuf()
    horloge.avancer(1)
    for contact in jeu.contacts[:2]:  # à quelqu'un d'autre, et à la même personne une autre fois
        jeu.emettre(un_autre, contact)
    faciles = {code, code[::-1], code.encode().hex(), _en_base64(code.encode())}
    communs = sorted(set(textes) & set(textes_de(un_autre)), key=len)[:SELS_ESSAYES]  # ce qui sert pour deux codes
    return {
        "lu": code.lstrip("0") in textes or _gardees(faciles, textes),
        "retrouve": _gardees(_empreintes_connues(code, ("", code)), textes),
        "sel_commun": _gardees(_empreintes_connues(code, communs), textes),
    }


def _gardees(cherches: set[str], textes: list[str]) -> bool:
    return any(cherche in texte for texte in textes for cherche in cherches)


def _empreintes_connues(code: str, sels: Iterable[str]) -> set[str]:
    """Les empreintes ordinaires de ce code avec ces sels, devant ou derrière : une table de tous les codes les
    retrouve."""
    sales = {texte for sel in sels for texte in (sel + code, code + sel)}
    crus = [hashlib.new(nom, texte.encode()).digest() for nom in _EMPREINTES for texte in sales]
    lisibles = {f(cru) for cru in crus for f in (bytes.hex, _en_base64, lambda cru: cru.decode("latin-1"))}
    return lisibles | {hacher(code, sel) for sel in sels}


def _en_base64(cru: bytes) -> str:
    return base64.b64encode(cru).decode()


_EMPREINTES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_256", "sha3_512")

_SCRIPTS: dict[str, Callable[[_Jeu], dict[str, Any]]] = {
    "usage": _usage,
    "sans_le_code": _sans_le_code,
    "trop_tard": _trop_tard,
    "force_brute": _force_brute,
    "ancien": _ancien,
    "hasard": _hasard,
    "en_clair": _en_clair,
}


@F.controle
def honnete_accepte(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if reponse["usage"]["bon"]:
        return None
    return F.tort("honnete_bloque", fois=ESSAIS_D_UN_HONNETE)


@F.controle
def porte_fermee(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if acceptes := reponse["sans_le_code"]["acceptes"]:
        return F.tort("porte_sans_code", acceptes=", ".join(F.mots["sans_le_code"][quoi] for quoi in acceptes))
    return F.tort("code_d_un_autre") if reponse["usage"]["croise"] else None


@F.controle
def usage_unique(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    return F.tort("code_rejoue") if reponse["usage"]["rejoue"] else None


@F.controle
def expire(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    return F.tort("code_sans_fin", minutes=MINUTES_TROP_TARD) if reponse["trop_tard"]["accepte"] else None


@F.controle
def force_brute(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    lu = reponse["force_brute"]
    if lu["ouvert"]:
        return F.tort("force_brute", essais=ESSAIS_MAX)
    if not lu["voisin"]:
        return F.tort("bloque_les_autres", essais=SESSIONS)
    return None if lu["apres_reemission"] else F.tort("bloque_pour_toujours")


@F.controle
def une_seule_clef(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    return F.tort("deux_clefs") if reponse["ancien"]["vieux"] else None


@F.controle
def hasard(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    lu = reponse["hasard"]
    if lu["memes"] > 2:
        return F.tort("hasard_previsible/generateur", memes=lu["memes"])
    if (pauvre := _pauvre(lu)) is not None:
        return F.tort(pauvre, distincts=lu["distincts"], codes=lu["codes"], longueurs=lu["longueurs"])
    if lu["ecarts"] < lu["codes"] - 1 - RENCONTRES_MAX:
        return F.tort("hasard_previsible/suite", ecarts=lu["ecarts"], sur=lu["chiffres"] - 1)
    return None


def _pauvre(lu: dict[str, Any]) -> str | None:
    """Ce qui rend ces codes faciles à deviner ou impossibles à taper, s'il y a quelque chose."""
    if lu["chiffres"] < lu["codes"]:
        return "code_pauvre/lettres"
    if min(lu["longueurs"]) < 6:
        return "code_pauvre/courts"
    return "code_pauvre/memes" if lu["distincts"] < lu["codes"] - RENCONTRES_MAX else None


@F.controle
def empreinte(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    lu = reponse["en_clair"]
    if lu["retrouve"]:
        return F.tort("empreinte_sans_sel")
    if lu["sel_commun"]:
        return F.tort("sel_commun")
    return F.tort("code_en_clair") if lu["lu"] else None


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre)
