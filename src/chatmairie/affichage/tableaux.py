"""Un vrai tableau : légende, en-têtes de colonnes et de lignes, nombres alignés, et le même en texte."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from chatmairie.affichage.html import Affichage, attribut, echapper, en_ligne, exiger_texte
from chatmairie.langue.texte import (
    MANQUANT,
    compte,
    en_mots,
    est_manquant,
    est_nombre,
    nombre,
    pourcent,
    propre,
    sur_cent,
    typographier,
)

LARGEUR_TEXTE = 100
"""Au-delà de cette largeur (en caractères), le texte donne une fiche par ligne plutôt qu'une grille."""
COLONNES_SANS_DEFILEMENT = 3

Mise = str | Callable[[Any], str]
_MISES: dict[str, Callable[[Any], str]] = {
    "pourcent": pourcent,
    "sur_cent": sur_cent,
    "brut": propre,
    "entier": lambda x: nombre(x, 0),
    "texte": en_mots,
}


class Tableau(Affichage):
    """Un tableau lisible à l'œil, au lecteur d'écran et dans un terminal.

    donnees : `DataFrame` (son index devient la première colonne s'il porte un nom ou n'est pas 0, 1, 2…),
        `Series`, ou liste de dictionnaires (colonnes dans l'ordre de première apparition).
    legende : ce que montre le tableau, en une phrase.
    formats : colonne -> "pourcent", "sur_cent" (parts entre 0 et 1), "entier", "brut", "texte" ou une fonction.
    max_lignes : au-delà, une phrase dit combien de lignes ne sont pas montrées (`None` : tout montrer).
    decimales : chiffres après la virgule, au plus. entete_de_ligne : la première colonne nomme la ligne.
    vide : la phrase montrée quand il n'y a aucune ligne. manquant : ce qui remplace une valeur absente.
    Lève `TypeError`/`ValueError` en français si les données ou un format n'ont pas de sens.
    """

    classes = "cm-tableau cm-large"
    avec_tableau = True

    def __init__(
        self,
        donnees: Any,
        legende: str,
        *,
        formats: Mapping[str, Mise] | None = None,
        max_lignes: int | None = 20,
        decimales: int = 2,
        entete_de_ligne: bool = True,
        vide: str = "Aucune ligne.",
        manquant: str = MANQUANT,
    ) -> None:
        self.legende = exiger_texte(legende, "legende")
        if max_lignes is not None and (type(max_lignes) is not int or max_lignes < 1):
            raise ValueError("`max_lignes` est un nombre entier plus grand que 0, ou None.")
        colonnes, lignes = _lire(donnees, max_lignes)
        self.total = len(donnees)
        self.entete_de_ligne, self.vide = entete_de_ligne, vide
        self.colonnes = [en_mots(c) for c in colonnes]
        inconnues = set(formats or {}) - set(colonnes)
        if inconnues:
            raise ValueError(f"Format donné pour une colonne absente : {en_mots(inconnues)}.")
        habillees = [
            _habiller([ligne[i] for ligne in lignes], (formats or {}).get(c), decimales, manquant)
            for i, c in enumerate(colonnes)
        ]
        self.a_droite = [droite for _, droite in habillees]
        self.lignes = [list(ligne) for ligne in zip(*(textes for textes, _ in habillees), strict=True)]

    def nom_accessible(self) -> str:
        return self.legende

    def _reste(self) -> str:
        n = self.total - len(self.lignes)
        return f"… et {compte(n, 'autre ligne', 'autres lignes')}." if n > 0 else ""

    def corps_texte(self) -> str:
        if not self.lignes:
            return typographier(f"{self.legende}\n{self.vide}")
        largeurs = [max(len(t) for t in colonne) for colonne in zip(self.colonnes, *self.lignes, strict=True)]
        if sum(largeurs) + 2 * len(largeurs) > LARGEUR_TEXTE:
            corps = self._fiches()
        else:
            corps = self._grille(largeurs)
        return "\n".join(p for p in (typographier(self.legende), *corps, self._reste()) if p)

    def _grille(self, largeurs: Sequence[int]) -> list[str]:
        def ranger(cellules: Sequence[str]) -> str:
            places = zip(cellules, largeurs, self.a_droite, strict=True)
            return "  ".join(c.rjust(n) if droite else c.ljust(n) for c, n, droite in places).rstrip()

        return [ranger(self.colonnes), "  ".join("-" * n for n in largeurs), *(ranger(ligne) for ligne in self.lignes)]

    def _fiches(self) -> list[str]:
        sorties = []
        for ligne in self.lignes:
            paires = [f"{c} : {v}" for c, v in zip(self.colonnes, ligne, strict=True) if v]
            sorties.append(typographier("- " + "\n  ".join(paires)))
        return sorties

    def table_html(self) -> str:
        """La seule balise `<table>` (avec sa légende), et la phrase des lignes qui restent."""
        if not self.lignes:
            return f"<p><strong>{en_ligne(self.legende)}</strong></p><p>{en_ligne(self.vide)}</p>"
        tete = "".join(
            f'<th scope="col"{_droite(d)}>{en_ligne(c)}</th>' for c, d in zip(self.colonnes, self.a_droite, strict=True)
        )
        rangs = "".join(f"<tr>{self._cellules(ligne)}</tr>" for ligne in self.lignes)
        table = (
            f"<table><caption>{en_ligne(self.legende)}</caption><thead><tr>{tete}</tr></thead>"
            f"<tbody>{rangs}</tbody></table>"
        )
        if len(self.colonnes) > COLONNES_SANS_DEFILEMENT:
            nom = attribut(f"{self.legende} (tableau à faire défiler)")
            table = f'<div class="cm-defile" role="group" tabindex="0" aria-label="{nom}">{table}</div>'
        reste = self._reste()
        return table + (f'<p class="cm-doux">{echapper(reste)}</p>' if reste else "")

    def _cellules(self, ligne: Sequence[str]) -> str:
        html = ""
        for i, (texte, droite) in enumerate(zip(ligne, self.a_droite, strict=True)):
            if i == 0 and self.entete_de_ligne:
                html += f'<th scope="row"{_droite(droite)}>{en_ligne(texte)}</th>'
            else:
                html += f"<td{_droite(droite)}>{en_ligne(texte)}</td>"
        return html

    def corps_html(self) -> str:
        return self.table_html()


def _droite(vrai: bool) -> str:
    return ' class="cm-n"' if vrai else ""


def _lire(donnees: Any, max_lignes: int | None) -> tuple[list[Any], list[list[Any]]]:
    if hasattr(donnees, "columns") and hasattr(donnees, "itertuples"):
        return _lire_table(donnees, max_lignes)
    if hasattr(donnees, "to_frame"):
        nom = donnees.name if donnees.name is not None else "valeur"
        return _lire_table(donnees.to_frame(nom), max_lignes)
    if not isinstance(donnees, Sequence) or isinstance(donnees, str):
        raise TypeError("Un tableau se fait d'une table pandas ou d'une liste de dictionnaires.")
    if any(not isinstance(ligne, Mapping) for ligne in donnees):
        raise TypeError("Chaque ligne du tableau est un dictionnaire : colonne -> valeur.")
    colonnes = list(dict.fromkeys(c for ligne in donnees for c in ligne))
    if donnees and not colonnes:
        raise ValueError("Les lignes du tableau n'ont aucune colonne.")
    return colonnes, [[ligne.get(c) for c in colonnes] for ligne in donnees[:max_lignes]]


def _lire_table(table: Any, max_lignes: int | None) -> tuple[list[Any], list[list[Any]]]:
    import pandas as pd

    montree = table if max_lignes is None else table.head(max_lignes)
    banal = isinstance(table.index, pd.RangeIndex) and table.index.name is None
    if not banal:
        noms = [
            n if n is not None else ("" if len(table.index.names) == 1 else f"niveau {i}")
            for i, n in enumerate(table.index.names, 1)
        ]
        noms = [n or "Groupe" for n in noms]
        cles = [c if isinstance(c, tuple) else (c,) for c in montree.index]
    else:
        noms, cles = [], [()] * len(montree)
    colonnes = noms + [" / ".join(map(str, c)) if isinstance(c, tuple) else c for c in table.columns]
    if not colonnes:
        raise ValueError("Cette table n'a aucune colonne à montrer.")
    if len(set(colonnes)) != len(colonnes):
        raise ValueError("Deux colonnes de cette table portent le même nom.")
    valeurs = [list(v) for v in montree.itertuples(index=False, name=None)]
    return colonnes, [list(cle) + v for cle, v in zip(cles, valeurs, strict=True)]


def _habiller(valeurs: Sequence[Any], mise: Mise | None, decimales: int, manquant: str) -> tuple[list[str], bool]:
    """Les textes d'une colonne, et si elle s'aligne à droite."""
    presentes = [v for v in valeurs if not est_manquant(v)]
    nombres = bool(presentes) and all(est_nombre(v) for v in presentes)
    if mise is not None:
        dire = _MISES.get(mise) if isinstance(mise, str) else mise
        if dire is None:
            raise ValueError(f"Format « {mise} » inconnu. Formats : {', '.join(_MISES)}, ou une fonction.")
        return [manquant if est_manquant(v) else propre(dire(v)) for v in valeurs], nombres
    if nombres:
        utiles = max((len(nombre(v, decimales).partition(",")[2]) for v in presentes), default=0)
        return [manquant if est_manquant(v) else nombre(v, utiles, fixes=True) for v in valeurs], True
    return [manquant if est_manquant(v) else " ".join(en_mots(v).split("\n")) for v in valeurs], False
