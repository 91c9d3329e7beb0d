"""La fiche d'un exercice : `decider.yaml`, à côté de `decider.py`, dit tout ce qui se lit ; le programme juge.

    rang (dans le carnet), titre, niveau, minutes, criteres, indices, productions ; s'il le faut : essentiel, optionnel
    options      décision -> question, valeurs (valeur -> ce qu'elle fait), plusieurs, ordonnees
    formulaire   ce que l'on remplit, quand ce ne sont pas des options (les nœuds de `carnets/formulaires.py`)
    controles    code -> points, libelle, depend_de, dans l'ordre ; « forme » n'a pas besoin de fonction
    torts        famille -> phrase, observe, essayer, grave ; « famille/cas » : une famille dite de plusieurs façons
    phrases      nom -> ce qui se dit ailleurs : refus d'une forme, ce que l'on a essayé…
    mots         nom -> des mots par clé, pour nommer une colonne, une étape…

Les trous des phrases sont ceux de `langue.phrases`. La règle « fiches » du contrôle des carnets refuse une phrase que
rien ne dit, un trou que rien ne remplit et une valeur sans trou ; ici, rien n'est validé une seconde fois.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from chatmairie.juge.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Exercice,
    FormeInattendue,
    Mondes,
    Option,
    Productions,
    QuestionOuverte,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import FORME, controle_de_forme
from chatmairie.langue.phrases import lire, remplir

Examen = Callable[[Sujet, Reponse], Constat | None]


class Fiche:
    """Ce que dit un exercice. `Fiche(__file__)` lit le fichier `.yaml` qui porte le nom du programme."""

    def __init__(self, programme: str) -> None:
        chemin = Path(programme).with_suffix(".yaml")
        self.contenu: dict[str, Any] = lire(chemin)
        self.identifiant = f"{chemin.parent.parent.name}.{chemin.stem}"
        self.mots: dict[str, dict[str, str]] = self.contenu.get("mots", {})
        self._controles: dict[str, Examen] = {}

    def controle(self, examen: Examen) -> Examen:
        """Décore une fonction qui examine : elle porte le code d'un contrôle de la fiche."""
        self._controles[examen.__name__] = examen
        return examen

    def tort(self, famille: str, leses: float = 0, /, **trous: Any) -> Constat:
        """Le constat de cette famille (« famille/cas »). leses : personnes lésées, que les phrases appellent `n`."""
        dit = self.contenu["torts"][famille]
        tout = {"n": leses, **trous}
        phrases = {c: remplir(dit[c], **tout) for c in ("phrase", "observe", "essayer") if c in dit}
        return Constat(famille.partition("/")[0], **phrases, leses=leses, grave=dit.get("grave", False))

    def dire(self, nom: str, /, **trous: Any) -> str:
        """La phrase de ce nom."""
        return remplir(self.contenu["phrases"][nom], **trous)

    def refus(self, nom: str, /, **trous: Any) -> FormeInattendue:
        """La même phrase, à lever quand la réponse n'a pas la forme demandée."""
        return FormeInattendue(self.dire(nom, **trous))

    def exercice(
        self,
        *,
        mondes: Mondes,
        sujet: Callable[..., Any],
        repondre: Callable[..., Any],
        produire: Callable[[Mapping[str, Any]], Productions] | None = None,
    ) -> Exercice:
        """L'exercice, une fois ses contrôles décorés. produire : ce que rend le chemin sans code.

        Lève `ValueError` si une fonction manque ou est de trop.
        """
        lu = self.contenu
        if sans := self._controles.keys() ^ (lu["controles"].keys() - {FORME}):
            raise ValueError(
                f"{self.identifiant} : contrôles sans fonction, ou fonctions sans contrôle : {sorted(sans)}."
            )
        return Exercice(
            identifiant=self.identifiant,
            titre=lu["titre"],
            niveau=lu["niveau"],
            duree_min=lu["minutes"],
            criteres=tuple(lu["criteres"]),
            indices=tuple(lu["indices"]),
            productions=tuple(lu["productions"]),
            mondes=mondes,
            sujet=sujet,
            repondre=repondre,
            controles=tuple(
                controle_de_forme(dit["points"])
                if code == FORME
                else Controle(
                    code, dit["points"], self._controles[code], tuple(dit.get("depend_de", ())), dit["libelle"]
                )
                for code, dit in lu["controles"].items()
            ),
            choix=self._chemin_sans_code(produire) if produire is not None else None,
            essentiel=lu.get("essentiel", ""),
            optionnel=lu.get("optionnel", False),
            rang=lu["rang"],
        )

    def _chemin_sans_code(self, produire: Callable[[Mapping[str, Any]], Productions]) -> CheminSansCode:
        options = {nom: Option(**dit) for nom, dit in self.contenu["options"].items()}
        return CheminSansCode(options, produire, exemple(self.identifiant, self.contenu["productions"], options))


def question_ouverte(programme: str) -> QuestionOuverte:
    """La question ouverte que dit la fiche de ce nom : mots_max, et six indicateurs (`formateur`, `eleve`)."""
    fiche = Fiche(programme)
    lu = fiche.contenu
    return QuestionOuverte(
        identifiant=fiche.identifiant,
        titre=lu["titre"],
        mots_max=lu["mots_max"],
        duree_min=lu["minutes"],
        criteres=tuple(lu["criteres"]),
        indicateurs=tuple((i["formateur"], i["eleve"]) for i in lu["indicateurs"]),
        rang=lu["rang"],
    )


def exemple(identifiant: str, productions: Iterable[str], options: Mapping[str, Option]) -> str:
    """L'appel à `choisir`, à recopier et à compléter."""
    un, liste = '"…"', '["…"]'
    decisions = "".join(f", {nom}={liste if o.plusieurs else un}" for nom, o in options.items())
    return f'{", ".join(productions)} = choisir("{identifiant}"{decisions})'
