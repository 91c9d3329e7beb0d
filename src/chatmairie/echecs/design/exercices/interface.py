"""`design.interface` : une page où chacun peut écrire, recevoir la réponse et la relire.

Le juge lit la page comme la reçoivent des personnes (dossier `page`), sur trois conversations fraîches : une
qui s'est bien passée, une où le champ est en erreur, une où l'on a écrit des signes que HTML prend pour lui.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.design.mecanisme import composer_page
from chatmairie.echecs.design.monde import MONDES, TEXTES, Monde
from chatmairie.echecs.design.page import (
    Defaut,
    annonce,
    defauts,
    relie_a_un_champ,
    texte_ecrit,
    texte_lu,
    texte_vu,
    vu,
)
from chatmairie.echecs.design.page.lecture import lire
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents

F = Fiche(__file__)
TAILLE_MAX = 60_000
"""Longueur maximale d'une page, en caractères : au-delà, un téléphone ancien peine (hypothèse du cours)."""

ELEMENTS_MAX = 300
"""Balises d'une page, au plus (hypothèse du cours ; une bonne page en compte une soixantaine)."""

Scene = Mapping[str, Any]
"""Une conversation : ce que reçoit `interface_html`."""


def _conversation(hasard: Generator, monde: Monde, difficile: bool = False, erreur: bool = False) -> dict[str, Any]:
    dits, messages = TEXTES["conversations"], []
    for rang in hasard.permutation(len(dits["echanges"]))[:2]:
        faits = {
            "p": hasard.choice(dits["proches"]),
            "d": f"{hasard.integers(2, 29)} {hasard.choice(dits['mois'])}",
            "piece": hasard.choice(monde.pieces),
        }
        question, reponse = (texte.format(**faits) for texte in dits["echanges"][rang])
        messages += [{"qui": "Vous", "texte": question}, {"qui": "ChatMairie", "texte": reponse}]
    if difficile:
        messages[-2]["texte"] = str(hasard.choice(dits["signes"]))
    return {
        "historique": messages,
        "erreur": str(hasard.choice(dits["erreurs"])) if erreur else "",
        "contact": {
            "telephone": " ".join(f"{n:02d}" for n in (1, 99, 0, *hasard.integers(10, 99, 2))),
            "courriel": f"{hasard.choice(('accueil', 'contact', 'bonjour'))}@{monde.domaine}",
            "guichet": str(hasard.choice(monde.lieux)),
        },
    }


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    scenes = {
        "ordinaire": _conversation(hasard, monde),
        "erreur": _conversation(hasard, monde, erreur=True),
        "signes": _conversation(hasard, monde, difficile=True),
    }
    return Sujet({"scenes": scenes}, {"scenes": scenes})


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    interface = formes.fonction(productions["interface_html"], "interface_html")
    return {"pages": {nom: _page(interface(scene)) for nom, scene in entrees["scenes"].items()}}


def _page(rendu: Any) -> str:
    page = formes.rendu(rendu, "interface_html")
    if type(page).__name__ in ("HTML", "SafeString", "Markup"):
        page = getattr(page, "data", page)
    if not isinstance(page, str):
        raise F.refus("pas_un_texte", recu=formes.decrire(page))
    page = str(page)
    if len(page) > TAILLE_MAX:
        raise F.refus("trop_longue", signes=len(page), maxi=TAILLE_MAX)
    if page.count("<") > ELEMENTS_MAX:
        raise F.refus("trop_de_balises", maxi=ELEMENTS_MAX)
    if not any(b in page.lower() for b in ("<html", "<body", "<main")):
        raise F.refus("un_morceau")
    return page


def _scenes(sujet: Sujet, reponse: Reponse) -> list[tuple[str, Scene, str]]:
    return [(nom, scene, reponse["pages"][nom]) for nom, scene in sujet.verite["scenes"].items()]


def _chaque_page(sujet: Sujet, reponse: Reponse, *examens: Callable[[Scene, str], Constat | None]) -> Constat | None:
    """Le premier tort que voit un de ces examens, page par page."""
    torts = (examen(scene, page) for _nom, scene, page in _scenes(sujet, reponse) for examen in examens)
    return next(filter(None, torts), None)


def _premier(sujet: Sujet, reponse: Reponse, codes: tuple[str, ...]) -> Constat | None:
    """Le premier défaut de ces codes, dans l'ordre des codes, sur les trois pages."""
    trouves = [
        d
        for nom, _scene, page in _scenes(sujet, reponse)
        for d in defauts(page)
        # un « < » qui n'est pas protégé invente des éléments : c'est `signes_gardes` qui le dit
        if d.code in codes and not (nom == "signes" and d.code in ("element_inconnu", "attribut_inconnu"))
    ]
    return _dire(min(trouves, key=lambda d: codes.index(d.code))) if trouves else None


def _dire(defaut: Defaut) -> Constat:
    return F.tort(defaut.code, phrase=defaut.phrase, ou=defaut.ou)


def _plat(texte: str) -> str:
    return " ".join(sans_accents(texte).replace("’", "'").split())


_INCONNUS = ("style_inconnu", "attribut_inconnu")
_ANNONCES = ("coupe_la_parole", "muet", "curseur_deplace", "reponse_non_annoncee")
_COMMANDES = (
    "champ_sans_etiquette", "commande_sans_nom", "souris_seule", "rien_ne_part", "ordre_force", "focus_invisible",
    "reference_perdue", "role_inconnu", "ids_en_double",
)  # fmt: skip
_ECRAN = ("contraste", "deborde", "zoom_interdit", "petit_ecran", "lien_invisible")
_PAGE = (
    "element_inconnu", "langue", "titre_de_page", "titres", "principal", "image_sans_texte", "rien_ne_presse",
    "exterieur",
)  # fmt: skip


# --- ce qui se lit ------------------------------------------------------------------------------------


@F.controle
def reponse_lue(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """La dernière question et sa réponse : en texte, entières, à l'écran et à l'oreille."""
    inconnu = _premier(sujet, reponse, _INCONNUS)  # alors, on ne sait pas ce qui se voit
    return inconnu or _chaque_page(sujet, reponse, _derniers_messages)


def _derniers_messages(scene: Scene, page: str) -> Constat | None:
    entendu = texte_lu(page)
    for texte in (m["texte"] for m in scene["historique"][-2:]):
        if _plat(texte) in _plat(entendu):
            if not vu(page, texte):
                return F.tort("texte_escamote", texte=texte)
        elif "<" in texte:
            continue  # examiné à part : `signes_gardes`
        elif _plat(texte) not in _plat(texte_ecrit(page)):
            return F.tort("message_absent", texte=texte, entendu=entendu[:160])
        else:
            cache = any(_plat(texte) in _plat(c.get_text(" ")) for c in lire(page).arbre.select("[hidden]"))
            return F.tort("texte_muet/cache" if cache else "texte_muet/muet", texte=texte)
    return None


@F.controle
def signes_gardes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    ecrit = sujet.verite["scenes"]["signes"]["historique"][-2]["texte"]
    garde = _plat(ecrit) in _plat(texte_lu(reponse["pages"]["signes"]))
    return None if garde else F.tort("signes_avales", ecrit=ecrit)


_AUTEURS = {
    "Vous": r"\b(?:vous|question|habitante?|usagere?|moi)\b",
    "ChatMairie": r"\b(?:chatmairie|reponse|assistant|ia)\b",
}


def _dans_l_ordre(visible: str, textes: list[str]) -> bool:
    reste = visible
    for texte in textes:
        _avant, trouve, reste = reste.partition(_plat(texte))
        if not trouve:
            return False
    return True


def _qui_parle(page: str, historique: list[dict[str, str]]) -> bool:
    """Vrai si l'auteur de chaque message se lit juste avant lui, ou juste après, chaque fois du même côté."""
    entendu, morceaux = _plat(texte_lu(page)), []
    for message in historique:
        avant, trouve, entendu = entendu.partition(_plat(message["texte"]))
        morceaux.append(avant[-60:] if trouve else avant)
    morceaux.append(entendu)
    dits = [_AUTEURS[m["qui"]] for m in historique]
    return any(
        all(re.search(motif, morceau) for motif, morceau in zip(dits, cote, strict=True))
        for cote in (morceaux[:-1], [m[:60] for m in morceaux[1:]])
    )


@F.controle
def tout_y_est(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _chaque_page(sujet, reponse, _historique, _contact, _mention)


def _historique(scene: Scene, page: str) -> Constat | None:
    visible, historique = _plat(texte_vu(page)), scene["historique"]
    entiers = [m["texte"] for m in historique if "<" not in m["texte"]]  # les autres : `signes_gardes`
    if perdus := [texte for texte in entiers if _plat(texte) not in visible]:
        return F.tort("historique_perdu", perdus=len(perdus), sur=len(historique))
    if len(entiers) < len(historique):
        return None
    if not _dans_l_ordre(visible, entiers):
        return F.tort("ordre_perdu")
    return None if _qui_parle(page, historique) else F.tort("auteur_inconnu")


def _contact(scene: Scene, page: str) -> Constat | None:
    visible = _plat(texte_vu(page)).replace(" ", "")
    absents = {moyen: c for moyen, c in scene["contact"].items() if _plat(c).replace(" ", "") not in visible}
    dits = " ; ".join(f"« {c} »" for c in absents.values())
    if {"courriel", "guichet"} <= absents.keys():
        return F.tort("contact_absent/sans_la_voix", absents=dits)
    if {"telephone", "guichet"} <= absents.keys():
        return F.tort("contact_absent/sans_ecran", absents=dits)
    return None


# Dire que c'est une IA (règlement européen sur l'IA, article 50). Une mention niée ne compte pas (« pas un robot : une
# personne vous répond »), mais n'efface pas une vraie mention (« je suis une IA ; au téléphone, c'est une personne »).
_UNE_IA = (
    r"(?:\bia\b|\bi\. ?a\.|intelligence artificielle|\bassistante? "
    r"(?:automatique|informatique|virtuel|numerique|conversationnel|automatise)\w*|"
    r"\brobots?\b|\bbots?\b|\bautomates?\b|\bagent conversationnel|\bchatbots?\b|\bprogrammes?\b|\bmachines?\b|"
    r"\blogiciels?\b|\b(?:systeme|service|outil) (?:automatique|automatise|informatique))"
)
_DIT_IA = re.compile(
    _UNE_IA + r"|(?:reponse|message) (?:est )?(?:automatique|automatise)|automatiquement|"
    r"\bordinateur (?:qui )?(?:vous )?(?:repond|ecrit|parle)|\b(?:suis|par|est|parlez a) (?:un|l') ?ordinateur"
)
_NIE_IA = re.compile(r"\b(?:pas|ni|sans|non|aucune?|jamais)\s+(?:(?:a|par|avec|de|une?|la|le|d'|l')\s*)*" + _UNE_IA)
_HUMAIN = re.compile(r"\bje suis (?:une (?:vraie )?personne|(?:une? )?(?:etre )?humaine?)\b")


def place_de_la_mention(texte: str) -> int:
    """Où se lit la première mention de l'IA dans le texte sans accents ; -1 si rien ne le dit, ou si c'est nié."""
    net = sans_accents(texte.replace("’", "'"))
    if _HUMAIN.search(net):
        return -1
    dite = _DIT_IA.search(_NIE_IA.sub(lambda m: "." * len(m[0]), net))
    return -1 if dite is None else dite.start()


def _mention(scene: Scene, page: str) -> Constat | None:
    visible = _plat(texte_vu(page))
    dite = place_de_la_mention(visible)
    if dite > visible.find(_plat(scene["historique"][1]["texte"])):
        return F.tort("ia_dite_trop_tard/apres_la_reponse")
    if dite >= 0:
        return None
    entendue = place_de_la_mention(_plat(texte_lu(page))) >= 0
    return F.tort("ia_dite_trop_tard/invisible" if entendue else "ia_dite_trop_tard/absente")


@F.controle
def reponse_annoncee(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _chaque_page(sujet, reponse, _derniere_annonce) or _premier(sujet, reponse, _ANNONCES)


def _derniere_annonce(scene: Scene, page: str) -> Constat | None:
    texte = scene["historique"][-1]["texte"]  # celle qui vient d'arriver
    torts = {"off": "reponse_non_annoncee/la_derniere", "assertive": "coupe_la_parole/la_derniere"}
    famille = torts.get(annonce(page, texte))
    return F.tort(famille, texte=texte[:80]) if famille else None


@F.controle
def erreur_avec_son_champ(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _chaque_page(sujet, reponse, _erreur_dite)


def _erreur_dite(scene: Scene, page: str) -> Constat | None:
    erreur = scene["erreur"]
    if not erreur:
        sans_raison = any(str(c.attrs.get("aria-invalid", "")).lower() == "true" for c in lire(page).champs())
        return F.tort("erreur_sans_raison") if sans_raison else None
    if _plat(erreur) not in _plat(texte_lu(page)):
        return F.tort("erreur_non_dite", erreur=erreur)
    if not vu(page, erreur):
        return F.tort("erreur_invisible", erreur=erreur)
    return None if relie_a_un_champ(page, erreur) else F.tort("erreur_sans_champ", erreur=erreur)


# --- ce qui se commande, et toute la page ---------------------------------------------------------------


@F.controle
def commandes_au_clavier(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _chaque_page(sujet, reponse, _de_quoi_ecrire) or _premier(sujet, reponse, _COMMANDES)


_SANS_PHRASE = ("checkbox", "radio", "file", "range", "color", "date", "number", "select")
"""Les champs où l'on n'écrit pas une question."""


def _de_quoi_ecrire(_scene: Scene, page: str) -> Constat | None:
    lue = lire(page)
    ecrire = [c for c in lue.champs() if c.name == "textarea" or _type(c) not in _SANS_PHRASE]
    boutons = [
        e for e in lue.elements("button", "input") if e.name == "button" or _type(e) in ("submit", "button", "image")
    ]
    if not ecrire or not boutons:
        souris = [d for d in defauts(page) if d.code == "souris_seule"]
        return _dire(souris[0]) if souris else F.tort("rien_ou_ecrire")
    for semblables in (ecrire, boutons):
        if all(map(_inerte, semblables)):
            return F.tort("commande_inerte", ou=str(semblables[0]).split(">", 1)[0])
    return None


def _type(element: Any) -> str:
    return "select" if element.name == "select" else str(element.attrs.get("type", "")).lower()


def _inerte(element: Any) -> bool:
    attributs = element.attrs
    return "disabled" in attributs or "readonly" in attributs or str(attributs.get("tabindex", "")).strip() == "-1"


@F.controle
def page_pour_tous(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _premier(sujet, reponse, _ECRAN) or _premier(sujet, reponse, _PAGE)


# --- sans code ----------------------------------------------------------------------------------------


def _produire(decisions: Mapping[str, Any]) -> Productions:
    return {"interface_html": lambda reponse: composer_page(decisions, reponse)}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
