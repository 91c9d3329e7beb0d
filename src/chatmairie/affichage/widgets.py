"""Des commandes (curseur, liste, cases) reliées à une fonction qui calcule un objet d'affichage.

Une `Manette` n'est que des commandes et un `HTML` dont la valeur est `calculer(**valeurs)._repr_html_()` :
tout se règle et se lit sans navigateur (`regler`, `resultat`), et l'état de départ existe aussi en HTML
statique et en texte. Chaque curseur a un champ nombre à côté de lui, qui porte son nom : c'est le chemin
de qui n'utilise pas la souris ou écoute l'écran.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.html import Affichage, AffichageAvecVue, en_ligne, entete, exiger_texte
from chatmairie.affichage.tableaux import Tableau
from chatmairie.langue.texte import enumerer, est_nombre, nombre, typographier


class Curseur:
    """Un nombre entre `mini` et `maxi`, par pas de `pas`. Lève `ValueError` si les bornes sont absurdes.

    unite : un mot qui ne varie pas (« % »), ou un couple, au singulier et au pluriel (« minute », « minutes »).
    """

    def __init__(
        self,
        etiquette: str,
        mini: float,
        maxi: float,
        pas: float,
        valeur: float,
        unite: str | tuple[str, str] = "",
    ) -> None:
        self.etiquette = exiger_texte(etiquette, "etiquette")
        self.singulier, self.pluriel = (unite, unite) if isinstance(unite, str) else unite
        if not all(est_nombre(n) and math.isfinite(n) for n in (mini, maxi, pas, valeur)):
            raise TypeError(f"« {etiquette} » : bornes, pas et valeur sont des nombres finis.")
        if not (mini < maxi and 0 < pas <= maxi - mini):
            raise ValueError(f"« {etiquette} » : il faut mini < maxi, et un pas positif qui tienne entre les deux.")
        self.entier = all(type(n) is int for n in (mini, maxi, pas, valeur))
        self.mini, self.maxi, self.pas = mini, maxi, pas
        self.valeur = self.valider(valeur)

    def valider(self, valeur: Any) -> float:
        """La valeur, si elle est permise ; `ValueError` ou `TypeError` en français sinon."""
        if not est_nombre(valeur) or not math.isfinite(valeur):
            raise TypeError(f"« {self.etiquette} » : on attend un nombre, pas {valeur!r}.")
        if not self.mini <= valeur <= self.maxi:
            raise ValueError(
                f"« {self.etiquette} » va de {nombre(self.mini)} à {nombre(self.maxi)} : {nombre(valeur)} n'y est pas."
            )
        if self.entier and valeur != int(valeur):
            raise ValueError(f"« {self.etiquette} » : on attend un nombre entier, pas {nombre(valeur, 4)}.")
        return int(valeur) if self.entier else float(valeur)

    def extremes(self) -> list[Any]:
        return [self.mini, self.maxi]

    def en_phrase(self, valeur: Any) -> str:
        unite = self.singulier if abs(valeur) < 2 else self.pluriel
        return nombre(valeur, 4) + (f" {unite}" if unite else "")

    def possibles(self) -> str:
        return f"de {self.en_phrase(self.mini)} à {self.en_phrase(self.maxi)}"

    def construire(self, w: Any, largeur: str) -> tuple[Any, list[Any]]:
        genre = "Int" if self.entier else "Float"
        bornes = {"min": self.mini, "max": self.maxi, "step": self.pas, "value": self.valeur}
        nom = self.etiquette + (f" ({self.pluriel})" if self.pluriel else "")
        champ = getattr(w, f"Bounded{genre}Text")(
            **bornes,
            description=nom,
            continuous_update=False,
            style={"description_width": "initial"},
            layout=w.Layout(width=largeur),
        )
        curseur = getattr(w, f"{genre}Slider")(
            **bornes,
            description="",
            tooltip=f"{nom} (curseur)",
            readout=False,
            continuous_update=False,
            layout=w.Layout(width="16em"),
        )
        return w.HBox([champ, curseur], layout=w.Layout(flex_flow="row wrap", align_items="center")), [champ, curseur]


class Choix:
    """Une option parmi plusieurs. options : suite de textes, ou valeur -> phrase."""

    def __init__(self, etiquette: str, options: Sequence[str] | Mapping[Any, str], valeur: Any = None) -> None:
        self.etiquette = exiger_texte(etiquette, "etiquette")
        self.options = _options(etiquette, options)
        self.valeur = self.valider(next(iter(self.options)) if valeur is None else valeur)

    def valider(self, valeur: Any) -> Any:
        """La valeur, si c'est l'une des options ; `ValueError` en français sinon."""
        return _permise(self.etiquette, self.options, valeur)

    def extremes(self) -> list[Any]:
        return list(self.options)

    def en_phrase(self, valeur: Any) -> str:
        return self.options[valeur]

    def possibles(self) -> str:
        return enumerer(self.options.values(), "ou")

    def construire(self, w: Any, largeur: str) -> tuple[Any, list[Any]]:
        liste = w.Dropdown(
            options=[(phrase, valeur) for valeur, phrase in self.options.items()],
            value=self.valeur,
            description=self.etiquette,
            style={"description_width": "initial"},
            layout=w.Layout(width="max-content", max_width="100%"),
        )
        return liste, [liste]


class Cases:
    """Plusieurs options à la fois (aucune est permis). valeurs : celles cochées au départ."""

    def __init__(self, etiquette: str, options: Sequence[str] | Mapping[Any, str], valeurs: Sequence[Any] = ()) -> None:
        self.etiquette = exiger_texte(etiquette, "etiquette")
        self.options = _options(etiquette, options)
        self.valeur = self.valider(valeurs)

    def valider(self, valeurs: Any) -> list[Any]:
        """Les valeurs cochées, dans l'ordre des options ; `TypeError`/`ValueError` en français sinon."""
        if isinstance(valeurs, str) or not isinstance(valeurs, (list, tuple, set, frozenset)):
            raise TypeError(f"« {self.etiquette} » : on attend une liste d'options, entre crochets.")
        cochees = [_permise(self.etiquette, self.options, v) for v in valeurs]
        return [o for o in self.options if o in cochees]

    def extremes(self) -> list[Any]:
        return [[], list(self.options)]

    def en_phrase(self, valeurs: Any) -> str:
        return enumerer(self.options[v] for v in valeurs) or "aucune"

    def possibles(self) -> str:
        return "aucune, une ou plusieurs : " + ", ".join(self.options.values())

    def construire(self, w: Any, largeur: str) -> tuple[Any, list[Any]]:
        cases = [
            w.Checkbox(value=v in self.valeur, description=phrase, indent=False, layout=w.Layout(width="max-content"))
            for v, phrase in self.options.items()
        ]
        titre = w.HTML(f'<span lang="fr">{en_ligne(self.etiquette + " :")}</span>')
        rang = w.HBox(cases, layout=w.Layout(flex_flow="row wrap"))
        return w.VBox([titre, rang]), cases


Commande = Curseur | Choix | Cases


class Manette(AffichageAvecVue):
    """Des commandes et leur effet.

    commandes : nom d'argument -> commande. calculer : reçoit ces arguments, rend un objet d'affichage.
    Si elle lève une erreur, une phrase le dit à la place du résultat ; `erreur` la garde.
    Lève `TypeError`/`ValueError` en français si les commandes n'ont pas de sens.
    """

    classes = "cm-info cm-large"
    avec_tableau = True
    avec_figure = True

    def __init__(self, commandes: Mapping[str, Commande], calculer: Callable[..., Affichage], titre: str) -> None:
        self.titre = exiger_texte(titre, "titre")
        if not isinstance(commandes, Mapping) or not commandes:
            raise ValueError("Il faut au moins une commande : nom -> Curseur, Choix ou Cases.")
        for nom, commande in commandes.items():
            if not isinstance(commande, (Curseur, Choix, Cases)):
                raise TypeError(f"« {nom} » : une commande est un Curseur, un Choix ou des Cases.")
        if not callable(calculer):
            raise TypeError("`calculer` est une fonction qui rend un objet d'affichage.")
        self.commandes, self.calculer = dict(commandes), calculer
        self.valeurs: dict[str, Any] = {nom: c.valeur for nom, c in self.commandes.items()}
        self.erreur: Exception | None = None
        self._resultat: Affichage | None = None
        self._vue: Any = None
        self._sortie: Any = None
        self._champs: dict[str, list[Any]] = {}
        self._en_cours = False

    # --- l'état, sans navigateur

    @property
    def resultat(self) -> Affichage:
        """L'objet d'affichage pour les valeurs actuelles."""
        if self._resultat is None:
            self._resultat = self._calculer()
        return self._resultat

    def regler(self, **valeurs: Any) -> None:
        """Change des valeurs, comme le ferait la personne. Tout est refusé si une seule ne convient pas."""
        inconnues = [n for n in valeurs if n not in self.commandes]
        if inconnues:
            raise ValueError(f"Pas de commande « {inconnues[0]} ». Commandes : {', '.join(self.commandes)}.")
        permises = {n: self.commandes[n].valider(v) for n, v in valeurs.items()}
        self.valeurs.update(permises)
        self._resultat = None
        if self._vue is not None:
            self._recopier()
            self._sortie.value = self._html_du_resultat()

    def depart(self) -> None:
        """Revient aux valeurs de départ."""
        self.regler(**{nom: c.valeur for nom, c in self.commandes.items()})

    def extremes(self) -> Iterator[dict[str, Any]]:
        """Toutes les combinaisons de valeurs extrêmes : à parcourir dans les tests."""
        listes = [c.extremes() for c in self.commandes.values()]
        for combinaison in itertools.product(*listes):
            yield dict(zip(self.commandes, combinaison, strict=True))

    def _calculer(self) -> Affichage:
        self.erreur = None
        try:
            rendu = self.calculer(**self.valeurs)
            if not isinstance(rendu, Affichage):
                raise TypeError(f"`calculer` doit rendre un objet d'affichage, pas {type(rendu).__name__}.")
            rendu._repr_html_()  # le dessin d'une figure peut échouer : mieux vaut le savoir ici
            return rendu
        except Exception as erreur:  # l'erreur devient une phrase, et reste lisible dans `erreur`
            from chatmairie.affichage.erreurs import expliquer_erreur

            self.erreur = erreur
            dite = expliquer_erreur(erreur)
            return CarteTexte(
                "Ce réglage n'a pas pu être calculé",
                f"{dite.phrase} {dite.essayer}\nLes réglages restent utilisables : choisissez une autre valeur.",
                f"{dite.nom} : {dite.message}" if dite.message else dite.nom,
            )

    def _reglages(self) -> str:
        return " ; ".join(f"{c.etiquette} : {c.en_phrase(self.valeurs[n])}" for n, c in self.commandes.items())

    # --- équivalents statiques

    def nom_accessible(self) -> str:
        return self.titre

    def _statique(self) -> Ensemble:
        lignes = [
            {"Réglage": c.etiquette, "Valeur": c.en_phrase(self.valeurs[n]), "Possible": c.possibles()}
            for n, c in self.commandes.items()
        ]
        return Ensemble(Tableau(lignes, "Les réglages"), self.resultat)

    def corps_texte(self) -> str:
        return f"{typographier(self.titre)}\n{self._statique().corps_texte()}"

    def corps_html(self) -> str:
        return entete(self.titre) + self._statique().corps_html()

    # --- la vue dans JupyterLab

    def _html_du_resultat(self) -> str:
        etat = f'<p role="status" lang="fr">{en_ligne("Réglages : " + self._reglages() + ".")}</p>'
        return f"{self.resultat.style()}{etat}{self.resultat.cadre()}"

    def vue(self) -> Any:
        """Le widget (construit une seule fois) : les commandes, « Revenir au départ », puis le résultat."""
        if self._vue is None:
            import ipywidgets as w

            plus_long = max(
                (len(c.etiquette) + len(c.pluriel) for c in self.commandes.values() if isinstance(c, Curseur)),
                default=0,
            )
            rangs = []
            for nom, commande in self.commandes.items():
                boite, champs = commande.construire(w, f"{plus_long * 0.6 + 8:.0f}em")
                self._champs[nom] = champs
                rangs.append(boite)
            retour = w.Button(description="Revenir au départ", layout=w.Layout(width="max-content"))
            retour.on_click(lambda _bouton: self.depart())
            self._sortie = w.HTML(self._html_du_resultat())
            titre = w.HTML(f'<strong lang="fr">{en_ligne(self.titre)}</strong>')
            self._recopier()
            for nom, champs in self._champs.items():
                for champ in champs:
                    champ.observe(lambda change, n=nom: self._bouge(n, change), names="value")
            self._vue = w.VBox([titre, *rangs, retour, self._sortie])
        return self._vue

    def _bouge(self, nom: str, change: Mapping[str, Any]) -> None:
        if self._en_cours:
            return
        commande = self.commandes[nom]
        if isinstance(commande, Cases):
            options = list(commande.options)
            self.regler(**{nom: [o for o, case in zip(options, self._champs[nom], strict=True) if case.value]})
        else:
            self.regler(**{nom: change["new"]})

    def _recopier(self) -> None:
        """Met les champs d'accord avec `valeurs`, sans recalculer pour chacun."""
        self._en_cours = True
        try:
            for nom, champs in self._champs.items():
                commande, valeur = self.commandes[nom], self.valeurs[nom]
                if isinstance(commande, Cases):
                    for option, case in zip(commande.options, champs, strict=True):
                        case.value = option in valeur
                else:
                    for champ in champs:
                        champ.value = valeur
        finally:
            self._en_cours = False


def _options(etiquette: str, options: Any) -> dict[Any, str]:
    if isinstance(options, str) or not isinstance(options, (Mapping, list, tuple)):
        raise TypeError(f"« {etiquette} » : les options sont une liste de textes, ou valeur -> phrase.")
    faites = {v: str(p) for v, p in options.items()} if isinstance(options, Mapping) else {o: str(o) for o in options}
    if not faites or len(faites) != len(options) or any(not p.strip() for p in faites.values()):
        raise ValueError(f"« {etiquette} » : il faut au moins une option, sans répétition ni texte vide.")
    return faites


def _permise(etiquette: str, options: Mapping[Any, str], valeur: Any) -> Any:
    try:
        if valeur in options:
            return valeur
    except TypeError:
        pass
    raise ValueError(f"« {etiquette} » : {valeur!r} n'est pas une option. Options : {', '.join(map(repr, options))}.")
