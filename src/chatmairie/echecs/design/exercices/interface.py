"""`design.interface` : une page où chacun peut écrire, recevoir la réponse et la relire.

Le juge lit la page comme la reçoivent des personnes (dossier `page`), sur trois conversations fraîches : une
qui s'est bien passée, une où le champ est en erreur, une où l'on a écrit des signes que HTML prend pour lui.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.design.exercices._commun import MONDES
from chatmairie.echecs.design.ia_dite import place_de_la_mention
from chatmairie.echecs.design.monde import Monde
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
from chatmairie.echecs.design.pages import DECISIONS, composer_page
from chatmairie.juge import formes
from chatmairie.juge.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Entrees,
    Exercice,
    FormeInattendue,
    Option,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import combien_sur, sans_accents

TAILLE_MAX = 60_000
"""Longueur maximale d'une page, en caractères : au-delà, un téléphone ancien peine (hypothèse du cours)."""

ELEMENTS_MAX = 300
"""Balises d'une page, au plus (hypothèse du cours ; une bonne page en compte une soixantaine)."""

_ECHANGES = (
    ("Où déposer le dossier de {p} ?", "À l'accueil, avant le {d}. Il manque {piece}."),
    ("La salle est-elle libre le {d} ?", "Oui. Pour la réserver, apportez {piece} à l'accueil."),
    ("Quand passe le camion des encombrants ?", "Le {d}. Sortez vos affaires la veille, après 19 heures."),
    ("Puis-je inscrire {p} à la garderie du soir ?", "Oui, jusqu'au {d}. Il faudra fournir {piece}."),
    ("Ma carte d'identité est-elle prête ?", "Elle vous attend à l'accueil depuis le {d}. Prenez {piece}."),
    ("Comment signaler un lampadaire en panne ?", "C'est noté. Une équipe passera avant le {d}."),
)
_DIFFICILES = (
    'Le formulaire affiche "<erreur n° 4>" : que dois-je faire ?',
    "Dans la case <Nom de naissance>, que faut-il écrire ?",
    "Que veut dire <quotient familial> sur ma facture ?",
)
_PERSONNES = ("ma fille", "mon fils", "ma mère", "mon voisin", "mes jumeaux")
_MOIS = ("janvier", "mars", "avril", "juin", "septembre", "novembre")
_ERREURS = (
    "Votre message est vide : écrivez votre question, puis envoyez-la.",
    "Votre question dépasse 500 caractères : raccourcissez-la, rien n'est perdu.",
    "L'envoi n'a pas abouti : votre question est gardée, vous pouvez réessayer.",
)


def _conversation(hasard: Generator, monde: Monde, difficile: bool, erreur: bool) -> dict[str, Any]:
    messages = []
    for rang in hasard.permutation(len(_ECHANGES))[:2]:
        faits = {
            "p": hasard.choice(_PERSONNES),
            "d": f"{hasard.integers(2, 29)} {hasard.choice(_MOIS)}",
            "piece": hasard.choice(monde.pieces),
        }
        question, reponse = (texte.format(**faits) for texte in _ECHANGES[rang])
        messages += [{"qui": "Vous", "texte": question}, {"qui": "ChatMairie", "texte": reponse}]
    if difficile:
        messages[-2]["texte"] = str(hasard.choice(_DIFFICILES))
    return {
        "historique": messages,
        "erreur": str(hasard.choice(_ERREURS)) if erreur else "",
        "contact": {
            "telephone": " ".join(f"{n:02d}" for n in (1, 99, 0, *hasard.integers(10, 99, 2))),
            "courriel": f"{hasard.choice(('accueil', 'contact', 'bonjour'))}@{monde.domaine}",
            "guichet": str(hasard.choice(monde.lieux)),
        },
    }


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    scenes = {
        "ordinaire": _conversation(hasard, monde, difficile=False, erreur=False),
        "erreur": _conversation(hasard, monde, difficile=False, erreur=True),
        "signes": _conversation(hasard, monde, difficile=True, erreur=False),
    }
    return Sujet({"scenes": scenes}, {"scenes": scenes})


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    interface = formes.fonction(productions["interface_html"], "interface_html")
    pages = {}
    for nom, scene in entrees["scenes"].items():
        page = formes.rendu(interface(scene), "interface_html")
        if type(page).__name__ in ("HTML", "SafeString", "Markup"):
            page = getattr(page, "data", page)
        if not isinstance(page, str):
            raise FormeInattendue(
                f"`interface_html` doit renvoyer un texte (la page, entre guillemets) ; elle renvoie "
                f"{formes.decrire(page)}."
            )
        page = str(page)
        if len(page) > TAILLE_MAX:
            raise FormeInattendue(f"La page fait {len(page)} caractères : {TAILLE_MAX} au plus, ou un téléphone peine.")
        if page.count("<") > ELEMENTS_MAX:
            raise FormeInattendue(
                f"La page contient plus de {ELEMENTS_MAX} balises : une personne qui l'écoute n'en verra pas le bout."
            )
        if not any(b in page.lower() for b in ("<html", "<body", "<main")):
            raise FormeInattendue(
                "`interface_html` rend un morceau : c'est une page entière qui est attendue, de `<!DOCTYPE html>` à "
                "`</html>`."
            )
        pages[nom] = page
    return {"pages": pages}


def _scenes(sujet: Sujet, reponse: Reponse) -> list[tuple[str, dict[str, Any], str]]:
    return [(nom, scene, reponse["pages"][nom]) for nom, scene in sujet.verite["scenes"].items()]


def _plat(texte: str) -> str:
    return " ".join(sans_accents(texte).replace("’", "'").split())


def _lue(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """La dernière question et sa réponse : en texte, entières, à l'écran et à l'oreille."""
    if inconnu := _premier(sujet, reponse, _INCONNUS, "Nadège"):
        return inconnu  # on ne sait pas ce qui se voit
    for nom, scene, page in _scenes(sujet, reponse):
        entendu = _plat(texte_lu(page))
        for message in scene["historique"][-2:]:
            if _plat(message["texte"]) in entendu:
                if vu(page, message["texte"]):
                    continue
                return Constat(
                    "texte_escamote",
                    "La réponse est dans la page, et personne ne la voit : Fatoumata regarde un écran vide.",
                    observe=f"« {message['texte']} »",
                    essayer="Ce qui est dit doit se lire à l'écran comme à l'oreille : ne cachez pas l'un des deux.",
                )
            if nom == "signes" and "<" in message["texte"]:
                continue  # examiné à part : `_signes`
            if _plat(message["texte"]) in _plat(texte_ecrit(page)):
                cachee = any(_plat(message["texte"]) in _plat(c.get_text(" ")) for c in _caches(page))
                return Constat(
                    "texte_muet",
                    "La réponse est écrite dans la page, et elle y est "
                    + (
                        "cachée à tout le monde : Fatoumata ne la voit pas, et Rayan ne l'entend pas."
                        if cachee
                        else "rendue muette : Rayan, qui écoute l'écran, n'entend rien."
                    ),
                    observe=f"« {message['texte']} » est sous un `{'hidden' if cachee else 'aria-hidden'}`.",
                    essayer="Retirez `aria-hidden` et `hidden` de ce que l'on doit pouvoir lire.",
                )
            return Constat(
                "message_absent",
                f"« {message['texte']} » n'est pas dans la page : qui attend sa réponse ne la reçoit pas.",
                observe=f"Ce que l'on entend de la page : « {texte_lu(page)[:160]}… »",
                essayer='Mettez dans la page le texte de chaque message de `reponse["historique"]`, tel quel.',
            )
    return None


def _caches(page: str) -> list[Any]:
    return list(lire(page).arbre.find_all(lambda element: element.has_attr("hidden")))


def _signes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    ecrit = sujet.verite["scenes"]["signes"]["historique"][-2]["texte"]
    if _plat(ecrit) in _plat(texte_lu(reponse["pages"]["signes"])):
        return None
    return Constat(
        "signes_avales",
        "Une personne a écrit un signe « < » : le navigateur l'a pris pour du HTML, et un morceau de sa phrase "
        "a disparu. Elle croit que la mairie ne l'a pas lue.",
        observe=f"Elle avait écrit : « {ecrit} »",
        essayer="`html.escape(texte)` (module `html`) protège un texte avant de le mettre dans une page.",
    )


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


def _tout(sujet: Sujet, reponse: Reponse) -> Constat | None:
    for _nom, scene, page in _scenes(sujet, reponse):
        visible = _plat(texte_vu(page))
        entiers = [m["texte"] for m in scene["historique"] if "<" not in m["texte"]]  # les autres : `_signes`
        perdus = [texte for texte in entiers if _plat(texte) not in visible]
        if perdus:
            return Constat(
                "historique_perdu",
                "Les messages d'avant ont disparu : Zofia, qui relit deux fois, ne retrouve pas ce qu'on lui a dit.",
                observe=combien_sur(
                    len(perdus),
                    len(scene["historique"]),
                    "message {} n'est plus dans la page.",
                    "messages {} ne sont plus dans la page.",
                ),
                essayer='Gardez tous les messages de `reponse["historique"]`, du plus ancien au plus récent.',
            )
        if len(entiers) == len(scene["historique"]) and not _dans_l_ordre(visible, entiers):
            return Constat(
                "ordre_perdu",
                "Les messages ne sont pas dans l'ordre : Zofia lit une réponse avant la question, et s'y perd.",
                observe='Lus du haut en bas, ils ne suivent pas `reponse["historique"]`.',
                essayer='Gardez l\'ordre de `reponse["historique"]`, du plus ancien au plus récent.',
            )
        if len(entiers) == len(scene["historique"]) and not _qui_parle(page, scene["historique"]):
            return Constat(
                "auteur_inconnu",
                "On ne sait pas qui parle : Rayan, qui écoute, et qui ne distingue pas les couleurs entend ou lit des "
                "phrases sans auteur.",
                observe="Le nom écrit dans « qui » n'est pas à côté de chaque message.",
                essayer='Écrivez `message["qui"]` devant chaque message : une couleur ou un côté ne suffit pas.',
            )
        contact = scene["contact"]
        absents = {
            moyen: contact[moyen]
            for moyen in contact
            if _plat(contact[moyen]).replace(" ", "") not in visible.replace(" ", "")
        }
        sans_voix = "courriel" in absents and "guichet" in absents
        if sans_voix or ("telephone" in absents and "guichet" in absents):
            qui = "Aurélie, qui signe et ne téléphone pas," if sans_voix else "Karim, qui n'a pas d'écran,"
            return Constat(
                "contact_absent",
                f"{qui} n'a plus aucune façon de parler à une personne de la mairie.",
                observe="Absent de la page : " + " ; ".join(f"« {c} »" for c in absents.values()) + ".",
                essayer="Au moins deux contacts : l'un sans la voix, l'autre sans écran.",
                grave=True,
            )
        dite = place_de_la_mention(visible)
        if dite < 0 or dite > visible.find(_plat(scene["historique"][1]["texte"])):
            return Constat(
                "ia_dite_trop_tard",
                "On apprend trop tard, ou jamais, que c'est une IA qui répond : Fatoumata a déjà raconté sa vie.",
                observe="La mention se lit après la première réponse."
                if dite >= 0
                else "La mention s'entend, et ne se voit pas."
                if place_de_la_mention(_plat(texte_lu(page))) >= 0
                else "La mention est absente, ou contredite.",
                essayer="Dites-le en tête, avant la conversation : « une IA vous répond ».",
                grave=True,
            )
    return None


def _annonce(sujet: Sujet, reponse: Reponse) -> Constat | None:
    for _nom, scene, page in _scenes(sujet, reponse):
        for message in scene["historique"][-1:]:  # celle qui vient d'arriver
            comment = annonce(page, message["texte"])
            if comment in ("off", "assertive"):
                poli = comment == "off"
                return Constat(
                    "reponse_non_annoncee" if poli else "coupe_la_parole",
                    "La réponse arrive en silence : Rayan, qui lit l'écran avec un lecteur d'écran, attend devant une "
                    "page qui a déjà répondu."
                    if poli
                    else "La réponse coupe la parole au lecteur d'écran : Rayan perd la phrase qu'il écoutait.",
                    observe=f"« {message['texte'][:80]} » : {'aucune annonce' if poli else 'annonce assertive'}.",
                    essayer='La conversation entière va dans un élément qui a `role="log"` (ou `aria-live="polite"`).',
                    grave=poli,
                )
    return _premier(sujet, reponse, ("coupe_la_parole", "muet", "curseur_deplace", "reponse_non_annoncee"), "Rayan")


def _erreur(sujet: Sujet, reponse: Reponse) -> Constat | None:
    for _nom, scene, page in _scenes(sujet, reponse):
        if scene["erreur"]:
            if _plat(scene["erreur"]) not in _plat(texte_lu(page)):
                return Constat(
                    "erreur_non_dite",
                    "Le champ est en erreur, et rien ne dit pourquoi en mots : Rayan n'entend pas une bordure rouge, "
                    "et Zofia ne sait pas quoi corriger.",
                    observe=f"L'erreur à dire : « {scene['erreur']} »",
                    essayer='Écrivez `reponse["erreur"]` près du champ, et reliez-la à lui.',
                    grave=True,
                )
            if not vu(page, scene["erreur"]):
                return Constat(
                    "erreur_invisible",
                    "L'erreur s'entend et ne se voit pas : Zofia, qui regarde l'écran, ne sait pas quoi corriger.",
                    observe=f"« {scene['erreur']} » est hors de l'écran.",
                    essayer="Laissez le message d'erreur visible, près du champ.",
                    grave=True,
                )
            if not relie_a_un_champ(page, scene["erreur"]):
                return Constat(
                    "erreur_sans_champ",
                    "L'erreur est écrite loin du champ : dans le champ, Rayan n'entend pas ce qu'il faut corriger.",
                    observe=f"« {scene['erreur']} » n'est lue avec aucun champ.",
                    essayer="Donnez un `id` au message, et mettez cet `id` dans l'`aria-describedby` du champ.",
                )
        elif any(str(c.attrs.get("aria-invalid", "")).lower() == "true" for c in lire(page).champs()):
            return Constat(
                "erreur_sans_raison",
                "Le champ est annoncé en erreur alors que rien ne manque : Rayan cherche une faute qui n'existe pas.",
                essayer='`aria-invalid="true"` seulement quand `reponse["erreur"]` n\'est pas vide.',
            )
    return None


def _commandes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    for _nom, _scene, page in _scenes(sujet, reponse):
        lue = lire(page)
        ecrire = [c for c in lue.champs() if c.name == "textarea" or _type(c) not in _SANS_PHRASE]
        boutons = [
            e
            for e in lue.elements("button", "input")
            if e.name == "button" or _type(e) in ("submit", "button", "image")
        ]
        if not ecrire or not boutons:
            souris = [d for d in defauts(page) if d.code == "souris_seule"]
            if souris:
                return _dire(souris[0], "Étienne")
            return Constat(
                "rien_ou_ecrire",
                "La page répond, et l'on ne peut plus rien lui demander : ni champ, ni bouton. Étienne est bloqué là.",
                essayer="Un champ avec son étiquette, et un vrai `<button>` : le clavier les connaît déjà.",
                grave=True,
            )
        inertes = next((s for s in (ecrire, boutons) if all(map(_inerte, s))), None)
        if inertes:
            return Constat(
                "commande_inerte",
                "Le champ ou le bouton est là, et l'on ne peut pas s'en servir au clavier : Étienne est bloqué là.",
                observe=f"Endroit : {str(inertes[0]).split('>', 1)[0]}>",
                essayer='Retirez `disabled`, `readonly` et `tabindex="-1"` du champ et du bouton.',
                grave=True,
            )
    return _premier(sujet, reponse, _COMMANDES, "Étienne")


_SANS_PHRASE = ("checkbox", "radio", "file", "range", "color", "date", "number", "select")
"""Les champs où l'on n'écrit pas une question."""


def _type(element: Any) -> str:
    return "select" if element.name == "select" else str(element.attrs.get("type", "")).lower()


def _inerte(element: Any) -> bool:
    attributs = element.attrs
    return "disabled" in attributs or "readonly" in attributs or str(attributs.get("tabindex", "")).strip() == "-1"


_INCONNUS = ("style_inconnu", "attribut_inconnu")
_COMMANDES = (
    "champ_sans_etiquette", "commande_sans_nom", "souris_seule", "rien_ne_part", "ordre_force", "focus_invisible",
    "reference_perdue", "role_inconnu", "ids_en_double",
)  # fmt: skip
_DEHORS = frozenset(
    {
        "reponse_non_annoncee", "muet", "champ_sans_etiquette", "commande_sans_nom", "souris_seule", "rien_ne_part",
        "focus_invisible", "contraste", "deborde", "zoom_interdit",
    }
)  # fmt: skip
"""Ce qui empêche quelqu'un d'écrire ou de lire ; le reste gêne."""
_ECRAN = ("contraste", "deborde", "zoom_interdit", "petit_ecran", "lien_invisible")
_PAGE = (
    "element_inconnu", "langue", "titre_de_page", "titres", "principal", "image_sans_texte", "rien_ne_presse",
    "exterieur",
)  # fmt: skip

_ESSAYER = {
    "champ_sans_etiquette": 'Un `<label for="…">` relié à l\'`id` du champ, visible et qui reste.',
    "commande_sans_nom": "Écrivez un mot dans le bouton ou le lien : un dessin ne se prononce pas.",
    "souris_seule": "Un vrai `<button>` répond à la souris, au clavier et à la voix, sans rien ajouter.",
    "ordre_force": "Retirez `tabindex` : l'ordre de la page est le bon ordre.",
    "focus_invisible": "Retirez `outline: none`, ou remplacez le contour par un autre, bien visible.",
    "reference_perdue": "L'`id` désigné doit exister dans la page, une seule fois.",
    "role_inconnu": "Sans rôle connu, mieux vaut pas de rôle du tout.",
    "ids_en_double": "Un `id` par élément.",
    "contraste": "Des lettres foncées sur un fond clair ; ou rien : la feuille de la mairie s'en charge.",
    "deborde": "Remplacez `width` par `max-width`, et laissez les longs textes aller à la ligne.",
    "style_inconnu": "Retirez-le : la feuille de la mairie s'en charge. Pour un texte réservé à qui écoute, la classe "
    "`a-l-oreille`.",
    "attribut_inconnu": "Retirez-le, ou dites la même chose avec un élément ordinaire.",
    "element_inconnu": "Retirez-le, ou dites la même chose avec un élément ordinaire (`p`, `ul`, `form`…).",
    "rien_ne_part": 'Dans le même `<form>` : le champ, et un `<button>` sans `type="button"`.',
    "zoom_interdit": "Retirez `user-scalable=no` et `maximum-scale`.",
    "petit_ecran": '`<meta name="viewport" content="width=device-width, initial-scale=1">` dans l\'en-tête.',
    "lien_invisible": "Laissez le soulignement aux liens.",
    "langue": '`<html lang="fr">`.',
    "titre_de_page": "`<title>…</title>` dans l'en-tête.",
    "titres": "Un `<h1>` pour la page, puis des `<h2>`, sans sauter de niveau.",
    "principal": "Un seul `<main>` autour du contenu.",
    "image_sans_texte": "Un `alt` qui dit ce que l'image apporte, ou `alt=\"\"` si elle n'apporte rien.",
    "rien_ne_presse": "Laissez la personne décider quand la page change.",
    "exterieur": "Réparez la page elle-même : rien à charger d'ailleurs.",
    "muet": "Retirez `aria-hidden` de ce qui sert à quelque chose.",
    "curseur_deplace": "Laissez le curseur là où la personne l'a mis ; l'annonce suffit.",
    "coupe_la_parole": 'Remplacez `assertive` par `polite` (ou `role="log"`).',
    "reponse_non_annoncee": 'La conversation entière va dans un élément qui a `role="log"`.',
}
_POUR = {
    "Rayan": "Pour Rayan, qui lit l'écran avec un lecteur d'écran",
    "Étienne": "Pour Étienne, qui utilise le clavier seul, et pour Rayan",
    "Nadège": "Pour Nadège, qui agrandit à 200 %, et pour Teiva, sur son téléphone",
}


def _dire(defaut: Defaut, qui: str) -> Constat:
    return Constat(
        defaut.code,
        defaut.phrase,
        observe=f"{_POUR[qui]}. Endroit : {defaut.ou}",
        essayer=_ESSAYER[defaut.code],
        grave=defaut.code in _DEHORS,
    )


def _premier(sujet: Sujet, reponse: Reponse, codes: tuple[str, ...], qui: str) -> Constat | None:
    """Le premier défaut de ces codes, dans l'ordre des codes, sur les trois pages."""
    trouves = [
        d
        for nom, _scene, page in _scenes(sujet, reponse)
        for d in defauts(page)
        # un « < » qui n'est pas protégé invente des éléments : c'est `_signes` qui le dit
        if d.code in codes and not (nom == "signes" and d.code in ("element_inconnu", "attribut_inconnu"))
    ]
    return _dire(min(trouves, key=lambda d: codes.index(d.code)), qui) if trouves else None


def _page(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _premier(sujet, reponse, _ECRAN, "Nadège") or _premier(sujet, reponse, _PAGE, "Rayan")


# --- sans code ----------------------------------------------------------------------------------------

_QUESTIONS = {
    "champ": "Comment sait-on quoi écrire dans le champ ?",
    "envoyer": "Comment envoie-t-on sa question ?",
    "annonce": "Comment la réponse parvient-elle aux personnes qui écoutent l'écran ?",
    "erreur": "Comment une erreur se dit-elle ?",
    "couleurs": "Quelles couleurs ?",
    "mesures": "Quelles dimensions ?",
    "dire_ia": "Où dit-on que c'est une IA ?",
    "contact": "Comment joindre une personne ?",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    return {"interface_html": lambda reponse: composer_page(decisions, reponse)}


EXERCICE = Exercice(
    identifiant="design.interface",
    titre="Une page où chacun peut écrire et relire",
    niveau=2,
    duree_min=8,
    criteres=("CM-UI-04",),
    indices=(
        "Avec la page mise en ligne, Rayan n'entend jamais la réponse, Étienne ne peut pas envoyer, Nadège ne voit que "
        "la moitié des phrases.",
        "Recommandation : de vrais éléments (`label`, `button`, `main`, titres), une réponse annoncée sans couper la "
        "parole, une erreur dite en mots avec son champ, des tailles qui suivent l'écran.",
        'Partez de la page mise en ligne et réparez-la ligne par ligne : `<html lang="fr">`, `<main>`, `<h1>`, '
        '`<div role="log">` autour des messages, `<label for="q">`, `<button>`, `aria-describedby` vers l\'erreur ; '
        "`html.escape(…)` autour de chaque texte.",
    ),
    productions=("interface_html",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("reponse_lue", 0.25, _lue, ("forme",), "la réponse se lit, à l'écran et à l'oreille"),
        Controle("signes_gardes", 0.25, _signes, ("reponse_lue",), "ce que les gens écrivent reste entier"),
        Controle("tout_y_est", 0.25, _tout, ("reponse_lue",), "l'historique, deux contacts, et l'IA se dit IA"),
        Controle("reponse_annoncee", 0.5, _annonce, ("reponse_lue",), "la réponse est annoncée sans couper la parole"),
        Controle("erreur_avec_son_champ", 0.5, _erreur, ("reponse_lue",), "une erreur est dite avec son champ"),
        Controle("commandes_au_clavier", 0.5, _commandes, ("reponse_lue",), "le champ et le bouton servent à tous"),
        Controle("page_pour_tous", 0.5, _page, ("reponse_lue",), "une page que chacun peut lire"),
    ),
    choix=CheminSansCode(
        options={nom: Option(_QUESTIONS[nom], valeurs) for nom, valeurs in DECISIONS.items()},
        produire=_produire,
        exemple='interface_html = choisir("design.interface", ' + ", ".join(f"{nom}=..." for nom in DECISIONS) + ")",
    ),
)
