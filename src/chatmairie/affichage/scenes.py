"""Les scènes, et les personnes en points : conversation, écran, téléphone, lettre, guichet, page.

Chacune est faite de données et rien d'autre : du HTML et du SVG sans script et sans requête, un texte complet à côté.
Qui parle est toujours dit en mots ; une forme, jamais une couleur seule, distingue deux groupes de points.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chatmairie.affichage import dessins
from chatmairie.affichage.html import Affichage, attribut, corps, echapper, en_ligne, entete, exiger_texte
from chatmairie.langue.texte import INSECABLE, compte, typographier

ASSISTANT = "ChatMairie"
MOI = "Vous"
EST_UNE_IA = "Un assistant automatique (une IA) répond."
NOMS_MAX = 8
"""Personnes nommées, au plus, à côté d'une image."""
UN_POUR_UN = 200
"""Au-delà de ce nombre, un point compte pour dix."""


def _nom_du_parleur(qui: str) -> str:
    return f"{ASSISTANT} (IA)" if qui == ASSISTANT else qui


def fenetre(titre: str, precision: str, contenu: str, visage: bool = True) -> str:
    """Le cadre d'un écran : une barre qui dit où l'on est, puis le contenu (du HTML déjà échappé)."""
    tete = dessins.tete_du_chat(30) if visage else ""
    dit = f'<span class="cm-sous">{en_ligne(precision)}</span>' if precision else ""
    return (
        f'<div class="cm-fenetre"><div class="cm-barre">{tete}<p><strong>{en_ligne(titre)}</strong>{dit}</p></div>'
        f'<div class="cm-dedans">{contenu}</div></div>'
    )


class Scene(Affichage):
    """La base des scènes : elles ont besoin de leur feuille de style."""

    classes = "cm-scene"
    avec_scene = True


class Conversation(Scene):
    """Ce qui se dit, dans l'ordre. bulles : des couples (qui, ce qui est dit) ; qui vaut `ASSISTANT`, `MOI`, un nom,
    ou "" pour ce qui se passe entre deux phrases. attend : un curseur clignote, et personne ne répond.
    """

    def __init__(
        self, bulles: Iterable[tuple[str, str]], titre: str = ASSISTANT, precision: str = EST_UNE_IA, attend: str = ""
    ) -> None:
        self.bulles, self.titre = [(str(q), exiger_texte(d, "bulle")) for q, d in bulles], exiger_texte(titre, "titre")
        if not self.bulles:
            raise ValueError("Une conversation a au moins une phrase.")
        self.precision, self.attend = precision, attend

    def nom_accessible(self) -> str:
        return f"Conversation : {self.titre}"

    def corps_texte(self) -> str:
        lignes = [f"{_nom_du_parleur(q)} : {d}" if q else f"({d})" for q, d in self.bulles]
        lignes = [f"[{self.titre}]", self.precision, *lignes, f"({self.attend})" if self.attend else ""]
        return "\n".join(typographier(x) for x in lignes if x)

    def corps_html(self) -> str:
        bulles = "".join(map(_bulle, *zip(*self.bulles, strict=True)))
        if self.attend:
            bulles += f'<li class="cm-attend"><span class="cm-curseur"></span> {en_ligne(self.attend)}</li>'
        return fenetre(self.titre, self.precision, f'<ol class="cm-fil">{bulles}</ol>', self.titre == ASSISTANT)


def _bulle(qui: str, dit: str) -> str:
    genre = {ASSISTANT: "cm-ia", MOI: "cm-moi", "": "cm-geste"}.get(qui, "cm-autre")
    nom = f"<strong>{en_ligne(_nom_du_parleur(qui) + ' :')}</strong> " if qui else ""
    return f'<li class="{genre}">{nom}{en_ligne(dit)}</li>'


class Ecran(Scene):
    """Un écran de service : de grands nombres, chacun avec son nom, et une phrase.

    visage : c'est l'écran de ChatMairie. eteint : il est noir.
    """

    def __init__(
        self,
        titre: str,
        valeurs: Mapping[str, str] | None = None,
        phrase: str = "",
        visage: bool = False,
        eteint: bool = False,
    ) -> None:
        self.titre, self.phrase, self.visage = exiger_texte(titre, "titre"), phrase, visage
        self.eteint = eteint
        self.valeurs = dict(valeurs or {})
        if not self.valeurs and not phrase:
            raise ValueError("Un écran montre au moins une valeur ou une phrase.")

    def nom_accessible(self) -> str:
        return f"Écran : {self.titre}"

    def corps_texte(self) -> str:
        lignes = [f"[{self.titre}]", *(f"{n} : {v}" for n, v in self.valeurs.items()), self.phrase]
        return "\n".join(typographier(x) for x in lignes if x)

    def corps_html(self) -> str:
        cases = "".join(f"<div><dt>{en_ligne(n)}</dt><dd>{en_ligne(v)}</dd></div>" for n, v in self.valeurs.items())
        dedans = (f'<dl class="cm-cases">{cases}</dl>' if cases else "") + corps(self.phrase)
        noir = ' class="cm-eteint"' if self.eteint else ""
        return fenetre(self.titre, "", f"<div{noir}>{dedans}</div>", self.visage)


class Telephone(Scene):
    """Un téléphone et ses SMS, dans l'ordre ; `reste` messages ne sont pas montrés."""

    def __init__(self, qui: str, precision: str, messages: Sequence[str], reste: int = 0, debut: int = 1) -> None:
        self.qui, self.precision = exiger_texte(qui, "qui"), precision
        self.messages, self.reste, self.debut = list(messages), reste, debut

    def nom_accessible(self) -> str:
        return self.qui

    def _fin(self) -> str:
        if not self.messages:
            return "Aucun message."
        return f"Et {compte(self.reste, 'autre message', 'autres messages')}." if self.reste else "C'est tout."

    def corps_texte(self) -> str:
        recus = (f"{r}. {t}" for r, t in enumerate(self.messages, self.debut))
        lignes = [self.qui, self.precision, *recus, self._fin()]
        return "\n".join(typographier(x) for x in lignes if x)

    def corps_html(self) -> str:
        dit = f"<p>{en_ligne(self.precision)}</p>" if self.precision else ""
        depart = f' start="{self.debut}"' if self.debut != 1 else ""
        bulles = "".join(f"<li>{echapper(typographier(t))}</li>" for t in self.messages)
        return (
            f'{entete(self.qui)}{dit}<div class="cm-telephone" role="group" '
            f'aria-label="{attribut("Messages reçus, " + compte(len(self.messages), "montré"))}">'
            f'<ol class="cm-recus"{depart}>{bulles}</ol><p class="cm-doux">{en_ligne(self._fin())}</p></div>'
        )


class Lettre(Scene):
    """Un papier qui arrive : qui l'envoie, à qui, l'objet, le texte, et qui signe (personne, parfois)."""

    def __init__(self, de: str, a: str, objet: str, texte: str, signature: str) -> None:
        self.de, self.a, self.objet = de, a, exiger_texte(objet, "objet")
        self.texte, self.signature = exiger_texte(texte, "texte"), signature

    def nom_accessible(self) -> str:
        return f"Lettre : {self.objet}"

    def corps_texte(self) -> str:
        lignes = (f"De : {self.de}", f"À : {self.a}", f"Objet : {self.objet}", self.texte, self.signature)
        return "\n".join(typographier(x) for x in lignes if x)

    def corps_html(self) -> str:
        qui = f"{en_ligne('De : ' + self.de)}<br>{en_ligne('À : ' + self.a)}"
        return (
            f'<div class="cm-lettre"><p class="cm-doux">{qui}</p>'
            f"<p><strong>{en_ligne(self.objet)}</strong></p>{corps(self.texte)}"
            f'<p class="cm-signe">{en_ligne(self.signature)}</p></div>'
        )


class Guichet(Scene):
    """Quelqu'un est devant vous et vous parle. dessin : l'image au-dessus (un guichet, sauf autre chose)."""

    def __init__(self, qui: str, dit: str, ou: str = "Votre bureau", dessin: str = "") -> None:
        self.qui, self.dit, self.ou = qui, exiger_texte(dit, "dit"), exiger_texte(ou, "ou")
        self.dessin = dessin or dessins.guichet()

    def nom_accessible(self) -> str:
        return self.ou

    def corps_texte(self) -> str:
        parole = f"{self.qui} : {self.dit}" if self.qui else self.dit
        return typographier(f"[{self.ou}]\n{parole}")

    def corps_html(self) -> str:
        nom = f"<strong>{en_ligne(self.qui + ' :')}</strong> " if self.qui else ""
        return f'{entete(self.ou)}{self.dessin}<p class="cm-parole">{nom}{en_ligne(self.dit)}</p>'


class Page(Scene):
    """Une page, telle qu'elle se montre à qui l'ouvre, dans un cadre isolé : ni script, ni requête, ni navigation.

    grossir : la taille des lettres, en pour cent. entendu : ce qu'en dit un lecteur d'écran, écrit à côté.
    """

    def __init__(self, titre: str, html: str, largeur: int = 320, grossir: int = 100, entendu: str = "") -> None:
        self.titre, self.html = exiger_texte(titre, "titre"), exiger_texte(html, "html")
        self.largeur, self.grossir, self.entendu = largeur, grossir, entendu

    def nom_accessible(self) -> str:
        return self.titre

    def corps_texte(self) -> str:
        return typographier(f"[{self.titre}]") + (f"\n{typographier(self.entendu)}" if self.entendu else "")

    def corps_html(self) -> str:
        loupe = f"<style>html{{font-size:{self.grossir}%}}</style>" if self.grossir != 100 else ""
        tete = "<head>" if "<head>" in self.html else ""
        source = echapper(self.html.replace(tete, tete + loupe, 1) if tete else loupe + self.html)
        dit = f'<div class="cm-doux">{corps(self.entendu)}</div>' if self.entendu else ""
        return (
            f'{entete(self.titre)}<iframe class="cm-page" sandbox="" title="{attribut(self.titre)}" '
            f'style="width:{self.largeur}px" srcdoc="{source}"></iframe>{dit}'
        )


FORMES = ("plein", "barre", "creux", "carre")
"""Les formes des points, de la plus grave à la plus légère : on les distingue sans la couleur, et en noir et blanc."""


@dataclass(frozen=True)
class Groupe:
    """Des personnes ensemble. nombre : combien. forme : l'une de `FORMES`."""

    nom: str
    nombre: int
    forme: str = "creux"

    def __post_init__(self) -> None:
        if type(self.nombre) is not int or self.nombre < 0 or self.forme not in FORMES:
            raise ValueError(f"« {self.nom} » : on attend un nombre de personnes et une forme ({', '.join(FORMES)}).")


_POINTS = {"plein": ("cm-p1",), "barre": ("cm-p2", "cm-p0"), "creux": ("cm-p3", "cm-p0"), "carre": ("cm-p4",)}
"""Une rangée de points est un trait en pointillé : ses classes lui donnent sa forme, la dernière l'évide."""
_PAR_LIGNE, _PAS = 20, 12


class Personnes(Scene):
    """Une image, une phrase : un point est une personne, ou dix quand elles sont plus de deux cents.

    groupes : avant, ou seulement maintenant. apres : les mêmes personnes, ensuite. nommees : au plus huit couples
    (qui, ce qui lui est arrivé). unite : le mot au singulier et au pluriel. Lève `ValueError` si l'image est vide.
    """

    classes = "cm-scene cm-large"

    def __init__(
        self,
        titre: str,
        phrase: str,
        groupes: Sequence[Groupe],
        apres: Sequence[Groupe] = (),
        nommees: Sequence[tuple[str, str]] = (),
        unite: tuple[str, str] = ("personne", "personnes"),
        moments: tuple[str, str] = ("Avant", "Après"),
    ) -> None:
        self.titre, self.phrase = exiger_texte(titre, "titre"), exiger_texte(phrase, "phrase")
        self.groupes, self.apres, self.nommees = list(groupes), list(apres), list(nommees)
        self.unite, self.moments = unite, moments
        if not self.groupes or len(self.nommees) > NOMS_MAX:
            raise ValueError(f"Il faut au moins un groupe, et au plus {NOMS_MAX} personnes nommées.")
        total = max(sum(g.nombre for g in s) for s in (self.groupes, self.apres or self.groupes))
        self.par_point = 10 if total > UN_POUR_UN else 1

    def nom_accessible(self) -> str:
        return self.titre

    def _legende(self) -> str:
        if self.par_point == 1:
            return f"Un point : 1 {self.unite[0]}."
        return f"Un point : {self.par_point} {self.unite[1]}, ou moins pour le dernier d'un groupe."

    def _moments(self) -> list[tuple[str, list[Groupe]]]:
        if not self.apres:
            return [("", self.groupes)]
        return [(self.moments[0], self.groupes), (self.moments[1], self.apres)]

    def corps_texte(self) -> str:
        lignes = [self.titre, self.phrase]
        for moment, groupes in self._moments():
            lignes += [f"{moment} :"] if moment else []
            lignes += [f"- {g.nom} : {self._combien(g)}" for g in groupes]
        lignes += [f"- {qui} : {quoi}" for qui, quoi in self.nommees]
        return "\n".join(typographier(x) for x in lignes)

    def _combien(self, groupe: Groupe) -> str:
        return compte(groupe.nombre, *self.unite)

    def corps_html(self) -> str:
        colonnes = "".join(
            '<div class="cm-moment">'
            + (f"<p><strong>{en_ligne(moment)}</strong></p>" if moment else "")
            + "".join(self._groupe(g) for g in groupes)
            + "</div>"
            for moment, groupes in self._moments()
        )
        noms = "".join(f"<li><strong>{en_ligne(q)}</strong> {en_ligne(': ' + d)}</li>" for q, d in self.nommees)
        noms = f'<div class="cm-moment"><ul>{noms}</ul></div>' if noms else ""
        return (
            f'{entete(self.titre)}<p>{en_ligne(self.phrase)}</p><div class="cm-points">{colonnes}{noms}</div>'
            f'<p class="cm-doux" aria-hidden="true">{en_ligne(self._legende())}</p>'
        )

    def _groupe(self, groupe: Groupe) -> str:
        return (
            f'<div class="cm-groupe"><p>{en_ligne(groupe.nom)}&nbsp;: <strong>{en_ligne(self._combien(groupe))}'
            f"</strong></p>{points(-(-groupe.nombre // self.par_point), groupe.forme)}</div>"
        )


def points(combien: int, forme: str) -> str:
    """Les points d'un groupe : un dessin muet, le nombre est écrit à côté. Rien pour un groupe vide."""
    if not combien:
        return ""
    rangs = [min(_PAR_LIGNE, combien - i) for i in range(0, combien, _PAR_LIGNE)]
    debut, fin = (2.5, 9.5) if forme == "carre" else (6, 6.01)
    trait = "".join(f"M{debut} {6 + _PAS * y}H{fin + _PAS * (n - 1):g}" for y, n in enumerate(rangs))
    dessin = "".join(f'<path class="{classe}" d="{trait}"/>' for classe in _POINTS[forme])
    if forme == "barre":
        barres = "".join(f"M3 {9 + _PAS * y}" + "l6-6m6 6" * n for y, n in enumerate(rangs))
        dessin += f'<path class="cm-p5" d="{barres}"/>'
    largeur, hauteur = _PAS * min(combien, _PAR_LIGNE), _PAS * len(rangs)
    return (
        f'<svg viewBox="0 0 {largeur} {hauteur}" width="{1.5 * largeur:g}" height="{1.5 * hauteur:g}" '
        f'aria-hidden="true" focusable="false">{dessin}</svg>'
    )


def milliers(n: Any) -> str:
    """« 3 090 » : un nombre de personnes, lisible."""
    return f"{int(n):,}".replace(",", INSECABLE)
