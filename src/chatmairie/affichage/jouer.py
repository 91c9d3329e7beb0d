"""Une scène que l'on joue : des pas, des boutons, et le déroulé écrit pour qui lit sans noyau.

Un `Jeu` est un graphe de pas. Tout se joue et se lit sans navigateur (`choisir`, `ecrire`, `ici`) ; dans JupyterLab ce
sont des boutons ordinaires, dont le premier garde sa place : le curseur du clavier ne se perd pas. Rien n'avance seul,
rien de ce qui est tapé n'est gardé.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.html import Affichage, AffichageAvecVue, en_ligne, entete, exiger_texte
from chatmairie.langue.texte import typographier

RECOMMENCER = "Recommencer"
_BOUTONS = (
    ".cm-jeu button{white-space:normal;height:auto;min-height:2.6em;max-width:100%;line-height:1.35;"
    "padding:.35em 1.1em;font-size:15px;border-radius:8px;border:1.5px solid currentColor;margin:.2em .5em .2em 0}"
    ".cm-jeu .widget-html-content{overflow:visible;line-height:1.5}"
)
"""Un bouton garde sa phrase entière, aussi sur un petit écran."""
JOUER, REGARDER, PASSER = "Jouer", "Regarder", "Passer cette scène"


@dataclass(frozen=True)
class Saisie:
    """Un champ à remplir avec ce qui est à l'écran. Casse, accents, espaces, ordre des nombres d'une date : peu
    importe."""

    etiquette: str
    attendu: str

    def juste(self, tape: str) -> bool:
        nombres = [sorted(re.findall(r"\d+", t)) for t in (tape, self.attendu)]
        return _nu(tape) == _nu(self.attendu) or (nombres[0] == nombres[1] and _nu(self.attendu).isdecimal())


def _nu(texte: str) -> str:
    from chatmairie.langue.mots import sans_accents  # charge numpy : seulement quand on joue

    return "".join(c for c in sans_accents(texte) if c.isalnum())


@dataclass(frozen=True)
class Pas:
    """Un moment. montre : ce que l'on voit (ou une fonction qui le fait). suites : bouton -> nom du pas suivant.

    saisie : tant que le champ n'est pas juste, le premier bouton ne mène nulle part. ecrit : ce que montre le déroulé
    écrit à la place, quand `montre` répète ce qui est déjà au-dessus.
    """

    montre: Affichage | Callable[[], Affichage]
    suites: Mapping[str, str] = field(default_factory=dict)
    saisie: Saisie | None = None
    ecrit: Affichage | None = None


class Jeu(AffichageAvecVue):
    """Des pas que l'on parcourt. deroule : les noms des pas que montre le déroulé écrit, dans l'ordre.

    avertir : ce que l'on dit avant une scène dure ; on peut alors la jouer, la regarder, ou la passer. resume : ce que
    doit savoir qui la passe. Lève `ValueError` si un bouton ne mène nulle part.
    """

    classes = "cm-scene"
    avec_scene = True
    avec_tableau = True

    def __init__(
        self, titre: str, pas: Mapping[str, Pas], deroule: Sequence[str], avertir: str = "", resume: str = ""
    ) -> None:
        self.titre, self.pas, self.deroule = exiger_texte(titre, "titre"), dict(pas), list(deroule)
        self.avertir, self.erreur = avertir, ""
        perdus = {s for p in self.pas.values() for s in p.suites.values()} | set(self.deroule)
        if not self.deroule or (perdus := perdus - set(self.pas)):
            raise ValueError(f"« {titre} » : pas introuvable(s) : {', '.join(sorted(perdus)) or 'aucun déroulé'}.")
        if avertir:
            self.pas |= {
                "seuil": Pas(CarteTexte(titre, avertir), {JOUER: self.deroule[0], REGARDER: "vue", PASSER: "passee"}),
                "vue": Pas(self._ecrit),
                "passee": Pas(CarteTexte(titre, exiger_texte(resume, "resume"))),
            }
        self.depart = self.courant = "seuil" if avertir else self.deroule[0]
        self.au_choix: Callable[[str], None] | None = None
        self._deroule: Ensemble | None = None
        self._vue: Any = None

    # --- l'état, sans navigateur

    @property
    def ici(self) -> Affichage:
        """Ce que l'on voit maintenant."""
        return _rendre(self.pas[self.courant].montre)

    @property
    def boutons(self) -> list[str]:
        """Ce que l'on peut faire maintenant. À la fin d'une scène, on peut la recommencer."""
        return list(self.pas[self.courant].suites) or [RECOMMENCER]

    def choisir(self, bouton: str, tape: str = "") -> None:
        """Appuie sur ce bouton (`tape` : ce qui est dans le champ). Lève `ValueError` s'il n'y est pas."""
        if bouton not in self.boutons:
            raise ValueError(f"Pas de bouton « {bouton} » ici. Boutons : {', '.join(self.boutons)}.")
        la = self.pas[self.courant]
        self.erreur = ""
        if la.saisie and bouton == self.boutons[0] and not la.saisie.juste(tape):
            self.erreur = f"Recopiez ce qui est à l'écran : {la.saisie.attendu}"
        else:
            self.courant = la.suites.get(bouton, self.depart)
            if self.au_choix:
                self.au_choix(bouton)
        if self._vue is not None:
            self._montrer()

    # --- le déroulé écrit

    def nom_accessible(self) -> str:
        return f"Scène : {self.titre}"

    def _moments(self) -> list[tuple[Affichage, str]]:
        """Chaque pas du déroulé, et le geste qui mène au suivant."""
        rendus = []
        for nom, suivant in zip(self.deroule, [*self.deroule[1:], ""], strict=True):
            un = self.pas[nom]
            geste = next((b for b, s in un.suites.items() if s == suivant), "") if suivant else ""
            rendus.append((_rendre(un.ecrit or un.montre), geste))
        return rendus

    def _ecrit(self) -> Affichage:
        if self._deroule is None:  # calculé une fois, pour le texte et pour le HTML
            objets: list[Affichage] = []
            for objet, geste in self._moments():
                objets += [objet, _Geste(geste)] if geste else [objet]
            self._deroule = Ensemble(*objets, nom=self.titre)
        return self._deroule

    def corps_texte(self) -> str:
        avant = [self.titre, self.avertir, "Vous pouvez passer cette scène." if self.avertir else ""]
        return "\n".join([*(typographier(x) for x in avant if x), "", self._ecrit().corps_texte()])

    def corps_html(self) -> str:
        avant = f"<p>{en_ligne(self.avertir)} Vous pouvez passer cette scène.</p>" if self.avertir else ""
        return entete(self.titre) + avant + self._ecrit().corps_html()

    # --- la vue dans JupyterLab

    def vue(self) -> Any:
        """Le widget (construit une seule fois) : le titre, ce que l'on voit, le champ s'il en faut un, les boutons."""
        if self._vue is None:
            import ipywidgets as w

            self._sortie, self._dit = w.HTML(), w.HTML()
            ligne = w.Layout(width="26em", max_width="100%")
            self._champ = w.Text(style={"description_width": "initial"}, layout=ligne)
            combien = max(len(p.suites) for p in self.pas.values()) or 1
            self._touches = [w.Button(layout=w.Layout(width="auto", min_height="2.4em")) for _ in range(combien)]
            for touche in self._touches:
                touche.on_click(lambda t: self.choisir(t.description, self._champ.value))
            titre = w.HTML(f'<style>{_BOUTONS}</style><strong lang="fr">{en_ligne(self.titre)}</strong>')
            rang = w.HBox(self._touches, layout=w.Layout(flex_flow="row wrap"))
            self._vue = w.VBox([titre, self._sortie, self._champ, self._dit, rang])
            self._vue.add_class("cm-jeu")
            self._montrer()
        return self._vue

    def _montrer(self) -> None:
        objet, saisie = self.ici, self.pas[self.courant].saisie
        self._dit.value = f'<p role="status" lang="fr">{en_ligne(self.erreur)}</p>'
        if not self.erreur:
            self._sortie.value = f'{objet.style()}<div lang="fr" role="status">{objet.cadre()}</div>'
            self._champ.value = ""
        self._champ.description = saisie.etiquette if saisie else ""
        self._champ.layout.display = None if saisie else "none"
        for rang, touche in enumerate(self._touches):
            la = rang < len(self.boutons)
            touche.description = self.boutons[rang] if la else ""
            touche.layout.display = None if la else "none"
            seul = rang == 0 and self.pas[self.courant].suites and len(self.boutons) < 3
            touche.button_style = "primary" if seul else ""


def _rendre(montre: Affichage | Callable[[], Affichage]) -> Affichage:
    return montre if isinstance(montre, Affichage) else montre()


class _Geste(Affichage):
    """Dans le déroulé écrit : le bouton sur lequel on a appuyé."""

    def __init__(self, bouton: str) -> None:
        self.bouton = bouton

    def nom_accessible(self) -> str:
        return self.bouton

    def corps_texte(self) -> str:
        return typographier(f"-> « {self.bouton} »")

    def corps_html(self) -> str:
        return f'<p class="cm-gestes">→ {en_ligne(f"« {self.bouton} »")}</p>'

    def cadre(self) -> str:
        return self.corps_html()
