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

from chatmairie.echecs.acte.code import hacher
from chatmairie.echecs.acte.exercices._commun import MONDES
from chatmairie.echecs.acte.monde import Monde
from chatmairie.juge import formes
from chatmairie.juge.appels import Horloge, avec_graine, textes_de
from chatmairie.juge.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder

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
        verite={"contact": contacts[0]},
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    classe = productions["CodeUnique"]
    if not isinstance(classe, type):
        raise FormeInattendue("`CodeUnique` est une classe : `class CodeUnique:`, avec emettre et verifier.")
    manquantes = [m for m in ("emettre", "verifier") if not callable(getattr(classe, m, None))]
    if manquantes:
        raise FormeInattendue(f"Dans `CodeUnique`, il manque : {', '.join(manquantes)}.")
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
            raise FormeInattendue(
                f"`emettre` rend le code, un texte de chiffres (« 004217 ») ; elle rend {formes.decrire(code)}."
            )
        return str(code)

    def verifier(self, objet: Any, contact: str, code: str, session: str) -> bool:
        rendu = formes.rendu(objet.verifier(contact, code, session), "verifier")
        if type(rendu) not in (bool, np.bool_):
            raise FormeInattendue(f"`verifier` rend True ou False ; elle rend {formes.decrire(rendu)}.")
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
    contact = jeu.contacts[0]
    acceptes = []
    for quoi in ("rien", "le début du code", "le numéro de téléphone", "une étoile"):
        objet, _ = jeu.neuf()
        code = jeu.emettre(objet, contact)
        tape = {"rien": "", "le début du code": code[:3], "le numéro de téléphone": contact}.get(quoi, "*")
        if jeu.ouvre(objet, contact, tape):
            acceptes.append(quoi)
    objet, _ = jeu.neuf()
    if jeu.ouvre(objet, jeu.contacts[1], ""):
        acceptes.append("rien, pour quelqu'un à qui aucun code n'a été envoyé")
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
    faciles = {code, code[::-1], code.encode().hex(), base64.b64encode(code.encode()).decode()}
    communs = sorted(set(textes) & set(textes_de(un_autre)), key=len)[:SELS_ESSAYES]  # ce qui sert pour deux codes
    return {
        "lu": code.lstrip("0") in textes or any(facile in texte for texte in textes for facile in faciles),
        "retrouve": any(_gardee(empreinte, textes) for empreinte in _empreintes_connues(code, ("", code))),
        "sel_commun": any(_gardee(empreinte, textes) for empreinte in _empreintes_connues(code, communs)),
    }


def _gardee(empreinte: str, textes: list[str]) -> bool:
    return any(empreinte in texte for texte in textes)


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


def _honnete(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if reponse["usage"]["bon"]:
        return None
    return Constat(
        "honnete_bloque",
        f"Rayan reçoit le code, se trompe {ESSAIS_D_UN_HONNETE} fois, prend presque cinq minutes, puis tape le bon "
        "code : refusé. C'était son acte.",
        observe="Le bon code, pour le bon contact, tapé dans une fenêtre rouverte, n'est pas accepté. Entre-temps, un "
        "code est parti à quelqu'un d'autre.",
        essayer="Laissez au moins trois essais et cinq minutes ; comparez le code tapé à celui de ce contact.",
    )


def _porte_fermee(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    acceptes = reponse["sans_le_code"]["acceptes"]
    if acceptes:
        return Constat(
            "porte_sans_code",
            "Quelqu'un qui n'a pas le code entre, et l'acte de Camille s'ouvre.",
            observe=f"Accepté à la place du code : {', '.join(acceptes)}.",
            essayer="False, sauf si le texte tapé est exactement le code de ce contact.",
        )
    if reponse["usage"]["croise"]:
        return Constat(
            "code_d_un_autre",
            "Le code reçu par une personne ouvre le dossier d'une autre.",
            observe="Un code émis pour un contact est accepté pour un autre contact.",
            essayer="Gardez un code par contact.",
        )
    return None


def _usage_unique(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if reponse["usage"]["rejoue"]:
        return Constat(
            "code_rejoue",
            "Le code a servi, et il sert encore : qui l'a lu sur l'écran de Camille ouvre son acte après elle.",
            observe="Le même code est accepté deux fois.",
            essayer="Un code accepté disparaît.",
            grave=True,
        )
    return None


def _horloge(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if not reponse["trop_tard"]["accepte"]:
        return None
    return Constat(
        "code_sans_fin",
        "Une heure plus tard, le code affiché sur un téléphone oublié ouvre toujours l'acte de Camille.",
        observe=f"Accepté {MINUTES_TROP_TARD} minutes après l'émission, après un essai faux et l'émission d'un code à "
        "quelqu'un d'autre.",
        essayer="Notez horloge() à l'émission de ce code-là, et comparez à la vérification.",
        grave=True,
    )


def _brute(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    lu = reponse["force_brute"]
    if lu["ouvert"]:
        return Constat(
            "force_brute",
            f"{ESSAIS_MAX} fenêtres, un essai dans chacune, puis le bon code : accepté. Rien n'arrête qui recommence.",
            observe=f"Le code vit encore après {ESSAIS_MAX} essais faux, venus de {ESSAIS_MAX} sessions.",
            essayer="Où comptez-vous les essais, et combien en permettez-vous en tout ?",
            grave=True,
        )
    if not lu["voisin"]:
        return Constat(
            "bloque_les_autres",
            "Quelqu'un essaie au hasard sur le numéro de Camille, et Rayan, qui n'y est pour rien, ne peut plus se "
            "servir de son code.",
            observe=f"Après {SESSIONS} essais faux sur un contact, le bon code d'un autre contact est refusé.",
            essayer="Un compte d'essais par contact.",
            grave=True,
        )
    if not lu["apres_reemission"]:
        return Constat(
            "bloque_pour_toujours",
            "Quelqu'un essaie au hasard sur le numéro de Camille, et Camille est bloquée pour toujours : un "
            "nouveau code n'y "
            "change rien.",
            observe="Après le blocage, un code neuf est refusé, même une heure plus tard.",
            essayer="Un nouveau code repart avec ses propres essais.",
            grave=True,
        )
    return None


def _deux_clefs(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if not reponse["ancien"]["vieux"]:
        return None
    return Constat(
        "deux_clefs",
        "Un nouveau code est demandé, et l'ancien ouvre encore : deux clés pour une porte, dont une que l'on "
        "croyait perdue.",
        observe="Le premier code est accepté après l'émission du second.",
        essayer="Émettre remplace.",
        grave=True,
    )


def _pauvre(lu: dict[str, Any]) -> str | None:
    """Ce qui rend ces codes faciles à deviner ou impossibles à taper, s'il y a quelque chose."""
    if lu["chiffres"] < lu["codes"]:
        return "Les codes ne sont pas tous des chiffres : on ne peut pas les taper au téléphone, et personne n'entre."
    if min(lu["longueurs"]) < 6:
        return "Les codes sont trop courts : on les devine, et l'acte de Camille s'ouvre."
    if lu["distincts"] < lu["codes"] - RENCONTRES_MAX:
        return "Les mêmes codes reviennent : il y en a trop peu, on les devine, et l'acte de Camille s'ouvre."
    return None


def _generateur(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    lu = reponse["hasard"]
    if lu["memes"] > 2:
        return Constat(
            "hasard_previsible",
            "Quelqu'un qui connaît l'état du générateur connaît le prochain code, donc l'acte de la prochaine "
            "personne.",
            observe="Générateurs ordinaires remis au même point de départ : "
            f"{accorder(lu['memes'], 'code identique', 'codes identiques')} sur 12.",
            essayer="Le module `secrets` est fait pour cela : secrets.randbelow(10**6).",
            grave=True,
        )
    if (defaut := _pauvre(lu)) is not None:
        return Constat(
            "code_pauvre",
            defaut,
            observe=f"{accorder(lu['distincts'], 'code différent', 'codes différents')} sur {lu['codes']} ; "
            f"longueurs : {lu['longueurs']}.",
            essayer='Six chiffres au moins, zéros devant compris : `f"{n:06d}"`.',
            grave=True,
        )
    if lu["ecarts"] < lu["codes"] - 1 - RENCONTRES_MAX:
        return Constat(
            "hasard_previsible",
            "Quelqu'un qui connaît un code connaît le suivant, donc l'acte de la prochaine personne.",
            observe=f"D'un code au suivant, {accorder(lu['ecarts'], 'seul écart', 'écarts différents')} sur "
            f"{lu['chiffres'] - 1}.",
            essayer="Tirez chaque code à neuf : secrets.randbelow(10**6).",
            grave=True,
        )
    return None


def _secret(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    lu = reponse["en_clair"]
    if lu["retrouve"] or lu["sel_commun"]:
        return Constat(
            "empreinte_sans_sel" if lu["retrouve"] else "sel_commun",
            "L'empreinte gardée est la même chaque fois que ce code revient : une table d'un million de lignes, faite "
            "d'avance, rend le code en cours.",
            observe="Une empreinte du code, calculée sans sel, a été retrouvée dans les attributs."
            if lu["retrouve"]
            else "L'empreinte se recalcule avec un sel qui sert aussi à un autre code.",
            essayer="Gardez hacher(code, sel), avec un sel tiré pour chaque code.",
        )
    if not reponse["en_clair"]["lu"]:
        return None
    return Constat(
        "code_en_clair",
        "Le code se lit tel quel dans l'objet : une sauvegarde, un journal d'erreur, et tous les codes en cours "
        "sont connus.",
        observe="Le code émis a été retrouvé dans les attributs.",
        essayer="Gardez hacher(code, sel), et comparez des empreintes avec comparer(…).",
    )


EXERCICE = Exercice(
    identifiant="acte.code",
    titre="Écrire le code, et le faire attaquer",
    niveau=3,
    duree_min=20,
    criteres=("CM-SOC-06",),
    indices=(
        "Un code qui sert deux fois, qui ne meurt pas ou que l'on peut essayer sans fin ouvre l'acte de quelqu'un.",
        "Recommandation : usage unique, courte vie, peu d'essais comptés sur le code, hasard imprévisible, "
        "empreinte gardée.",
        "Gardez, par contact : [sel, empreinte, heure d'émission, essais]. verifier : absent, trop vieux, trop "
        "d'essais → "
        "False ; sinon comptez l'essai, comparez les empreintes, et effacez si c'est bon.",
    ),
    productions=("CodeUnique",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("honnete_accepte", 0.25, _honnete, ("forme",), "une personne lente et maladroite entre"),
        Controle("porte_fermee", 0.25, _porte_fermee, ("honnete_accepte",), "sans le code, on n'entre pas"),
        Controle("usage_unique", 0.25, _usage_unique, ("porte_fermee",), "un code sert une fois"),
        Controle("expire", 0.5, _horloge, ("porte_fermee",), "un code meurt"),
        Controle("force_brute", 0.5, _brute, ("porte_fermee",), "cent fenêtres n'y font rien"),
        Controle("une_seule_clef", 0.25, _deux_clefs, ("porte_fermee",), "un nouveau code remplace l'ancien"),
        Controle("hasard", 0.5, _generateur, ("porte_fermee",), "un hasard que l'on ne prévoit pas"),
        Controle("empreinte", 0.25, _secret, ("porte_fermee",), "le code ne se lit pas dans l'objet"),
    ),
    optionnel=True,
)
