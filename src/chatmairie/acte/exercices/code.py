"""`acte.code` (facultatif) : la classe `CodeUnique`, attaquée par des scripts d'événements simples.

`repondre` joue les scripts et ne rend que du texte et des vrais ou faux : ce que la classe a répondu, et si un code se
lit dans l'objet. Les contrôles ne voient jamais la classe.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator

from chatmairie import formes
from chatmairie.acte.exercices._commun import MONDES
from chatmairie.acte.monde import Monde
from chatmairie.appels import Horloge, avec_graine, textes_de
from chatmairie.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.exigences import accorder
from chatmairie.jugement import controle_de_forme

ESSAIS_D_UN_HONNETE = 2  # fautes de frappe d'une personne honnête, avant le bon code
MINUTES_D_UN_LENT = 4  # minutes qu'il faut à une personne lente
MINUTES_TROP_TARD = 61
SESSIONS = 100
EMISSIONS = 60


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
    bon = jeu.verifier(objet, a, code, "s1")
    return {"bon": bon, "rejoue": jeu.verifier(objet, a, code, "s1"), "croise": croise}


def _trop_tard(jeu: _Jeu) -> dict[str, bool]:
    objet, horloge = jeu.neuf()
    code = jeu.emettre(objet, jeu.contacts[0])
    horloge.avancer(MINUTES_TROP_TARD)
    return {"accepte": jeu.verifier(objet, jeu.contacts[0], code, "s1")}


def _force_brute(jeu: _Jeu) -> dict[str, Any]:
    objet, horloge = jeu.neuf()
    contact = jeu.contacts[0]
    code = jeu.emettre(objet, contact)
    for i in range(SESSIONS):
        jeu.verifier(objet, contact, _faux(code, i), f"s{i}")
    ouvert = jeu.verifier(objet, contact, code, "s-fin")
    apres = jeu.verifier(objet, contact, jeu.emettre(objet, contact), "s-neuf")
    if not apres:  # un blocage qui finit protège aussi : Camille revient une heure plus tard
        horloge.avancer(MINUTES_TROP_TARD)
        apres = jeu.verifier(objet, contact, jeu.emettre(objet, contact), "s-plus-tard")
    return {"ouvert": ouvert, "apres_reemission": apres}


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
    return {
        "memes": sum(x == y for x, y in zip(premiere, seconde, strict=True)),
        "codes": len(codes),
        "distincts": len(set(codes)),
        "chiffres": sum(c.isdigit() for c in codes),
        "longueurs": sorted({len(c) for c in codes}),
    }


def _en_clair(jeu: _Jeu) -> dict[str, bool]:
    objet, _ = jeu.neuf()
    code = jeu.emettre(objet, jeu.contacts[0])
    faciles = {code, code[::-1], code.encode().hex(), base64.b64encode(code.encode()).decode()}
    return {"lu": any(facile in texte for texte in textes_de(objet) for facile in faciles)}


_SCRIPTS: dict[str, Callable[[_Jeu], dict[str, Any]]] = {
    "usage": _usage,
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
        f"Rayan reçoit le code, se trompe {ESSAIS_D_UN_HONNETE} fois, prend {MINUTES_D_UN_LENT} minutes, puis "
        "tape le bon "
        "code : refusé. C'était son acte.",
        observe="Le bon code, pour le bon contact, dans la même session, n'est pas accepté.",
        essayer="Laissez au moins trois essais et cinq minutes ; comparez le code tapé à celui de ce contact.",
    )


def _usage_unique(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if reponse["usage"]["croise"]:
        return Constat(
            "code_d_un_autre",
            "Le code reçu par une personne ouvre le dossier d'une autre.",
            observe="Un code émis pour un contact est accepté pour un autre contact.",
            essayer="Gardez un code par contact.",
        )
    if reponse["usage"]["rejoue"]:
        return Constat(
            "code_rejoue",
            "Le code a servi, et il sert encore : qui l'a lu sur l'écran de Camille ouvre son acte après elle.",
            observe="Le même code est accepté deux fois.",
            essayer="Un code accepté disparaît.",
        )
    return None


def _horloge(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if not reponse["trop_tard"]["accepte"]:
        return None
    return Constat(
        "code_sans_fin",
        "Une heure plus tard, le code affiché sur un téléphone oublié ouvre toujours l'acte de Camille.",
        observe=f"Accepté {MINUTES_TROP_TARD} minutes après l'émission.",
        essayer="Notez horloge() à l'émission, et comparez à la vérification.",
    )


def _brute(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    lu = reponse["force_brute"]
    if lu["ouvert"]:
        return Constat(
            "force_brute",
            f"{SESSIONS} fenêtres, un essai dans chacune, puis le bon code : accepté. Rien n'arrête qui recommence.",
            observe=f"Le code vit encore après {SESSIONS} essais faux, venus de {SESSIONS} sessions.",
            essayer="Comptez les essais sur le code du contact, pas sur la session.",
        )
    if not lu["apres_reemission"]:
        return Constat(
            "bloque_pour_toujours",
            "Quelqu'un essaie au hasard sur le numéro de Camille, et Camille est bloquée pour toujours : un "
            "nouveau code n'y "
            "change rien.",
            observe="Après le blocage, un code neuf est refusé, même une heure plus tard.",
            essayer="Un nouveau code repart avec ses propres essais.",
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
    )


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
        )
    if min(lu["longueurs"]) < 6 or lu["chiffres"] < lu["codes"] or lu["distincts"] < 0.9 * lu["codes"]:
        return Constat(
            "code_pauvre",
            "Les codes sont trop courts, se répètent, ou ne sont pas des chiffres : on les devine, ou l'on ne "
            "peut pas les "
            "taper au téléphone.",
            observe=f"{accorder(lu['distincts'], 'code différent', 'codes différents')} sur {lu['codes']} ; "
            f"longueurs : {lu['longueurs']}.",
            essayer='Six chiffres au moins, zéros devant compris : `f"{n:06d}"`.',
        )
    return None


def _secret(_sujet: Sujet, reponse: Reponse) -> Constat | None:
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
        Controle("usage_unique", 0.5, _usage_unique, ("honnete_accepte",), "un code sert une fois, à un contact"),
        Controle("expire", 0.5, _horloge, ("honnete_accepte",), "un code meurt"),
        Controle("force_brute", 0.5, _brute, ("honnete_accepte",), "cent fenêtres n'y font rien"),
        Controle("une_seule_clef", 0.25, _deux_clefs, ("honnete_accepte",), "un nouveau code remplace l'ancien"),
        Controle("hasard", 0.5, _generateur, ("honnete_accepte",), "un hasard que l'on ne prévoit pas"),
        Controle("empreinte", 0.25, _secret, ("honnete_accepte",), "le code ne se lit pas dans l'objet"),
    ),
    optionnel=True,
)
