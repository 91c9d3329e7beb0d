"""Des figures qui se lisent aussi sans les voir : titre, résumé en une phrase, tableau des chiffres.

Le dessin est un PNG stable (mêmes données, mêmes octets avec la même version de matplotlib) ; les
couleurs ne portent jamais seules le sens : motifs, marques et étiquettes écrites les doublent.
"""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from chatmairie.affichage.html import Affichage, attribut, en_ligne, exiger_texte
from chatmairie.affichage.style import MARQUES, MOTIFS, SERIES, TRAITS
from chatmairie.affichage.tableaux import Tableau
from chatmairie.langue.texte import est_nombre, nombre, typographier

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

POINTS_PAR_POUCE = 110
_REGLAGES: dict[RcKeyType, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 11.0,
    "axes.labelsize": 11.0,
    "xtick.labelsize": 10.5,
    "ytick.labelsize": 11.0,
    "legend.fontsize": 10.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#4d5968",
    "text.color": "#1b2430",
    "axes.labelcolor": "#1b2430",
    "xtick.color": "#1b2430",
    "ytick.color": "#1b2430",
    "hatch.linewidth": 1.2,
    "text.parse_math": False,
}


class Figure(Affichage):
    """Une figure, son résumé et ses chiffres.

    dessiner : reçoit un `Axes` matplotlib et y dessine (pas de `plt`, pas de titre : il est au-dessus).
    titre : ce que montre la figure. resume : ce qu'il faut y lire, en une phrase (c'est aussi l'alternative textuelle).
    tableau : un `Tableau`, ou de quoi en faire un (table pandas, liste de dictionnaires).
    taille : largeur et hauteur en pouces. Lève `TypeError`/`ValueError` en français.
    """

    classes = "cm-large"
    avec_tableau = True
    avec_figure = True

    def __init__(
        self,
        dessiner: Callable[[Any], object],
        titre: str,
        resume: str,
        tableau: Any,
        taille: tuple[float, float] = (7.2, 3.4),
    ) -> None:
        if not callable(dessiner):
            raise TypeError("`dessiner` est une fonction qui reçoit les axes de la figure.")
        self.dessiner, self.taille = dessiner, taille
        self.titre, self.resume = exiger_texte(titre, "titre"), exiger_texte(resume, "resume")
        self.tableau = tableau if isinstance(tableau, Tableau) else Tableau(tableau, "Les chiffres de la figure")
        self._png: bytes | None = None

    def png(self) -> bytes:
        """L'image, dessinée une seule fois, sans date ni nom de logiciel."""
        if self._png is None:
            import matplotlib
            from matplotlib.backends.backend_agg import FigureCanvasAgg
            from matplotlib.figure import Figure as Feuille

            with matplotlib.rc_context(_REGLAGES):
                feuille = Feuille(figsize=self.taille, dpi=POINTS_PAR_POUCE, layout="constrained", facecolor="white")
                FigureCanvasAgg(feuille)
                self.dessiner(feuille.add_subplot())
                sortie = io.BytesIO()
                feuille.savefig(sortie, format="png", metadata={"Software": None})
            self._png = sortie.getvalue()
        return self._png

    def nom_accessible(self) -> str:
        return f"Figure : {self.titre}"

    def corps_texte(self) -> str:
        return f"{typographier(self.nom_accessible())}\n{typographier(self.resume)}\n\n{self.tableau.corps_texte()}"

    def corps_html(self) -> str:
        image = base64.b64encode(self.png()).decode("ascii")
        return (
            f"<figure><figcaption>{en_ligne(self.titre)}</figcaption>"
            f'<img alt="{attribut(self.resume)}" src="data:image/png;base64,{image}"></figure>'
            f'<p aria-hidden="true">{en_ligne(self.resume)}</p>'
            f"<details open><summary>Les chiffres en tableau</summary>{self.tableau.table_html()}</details>"
        )


# --- barres ---------------------------------------------------------------------------------------


def barres(
    valeurs: Mapping[str, float] | Mapping[str, Mapping[str, float]],
    *,
    titre: str,
    resume: str,
    unite: str = "sur 100",
    maxi: float | None = None,
    prevision: float | Mapping[str, float] | None = None,
    decimales: int = 0,
    quoi: str = "Groupe",
    legende: str = "",
) -> Figure:
    """Des barres horizontales, chacune avec sa valeur écrite ; une ou plusieurs séries (avant, après).

    valeurs : étiquette -> nombre, ou série -> (étiquette -> nombre) ; nombres positifs ou nuls, finis.
    unite : écrite sur l'axe et dans le tableau. maxi : fin de l'axe (100 si l'unité est « sur 100 »).
    prevision : « votre prévision », un nombre pour toutes les barres ou étiquette -> nombre ; marquée d'un
    losange et d'un trait, et dans le tableau. quoi : en-tête des étiquettes. Lève `TypeError`/`ValueError`.
    """
    series = _en_series(valeurs)
    etiquettes = list(dict.fromkeys(e for serie in series.values() for e in serie))
    paris = _previsions(prevision, etiquettes)
    plus_grand = max([v for s in series.values() for v in s.values()] + list(paris.values()))
    fin = maxi if maxi is not None else (100.0 if unite == "sur 100" else plus_grand or 1.0)
    if fin < plus_grand:
        raise ValueError(f"`maxi` vaut {nombre(fin)}, moins que la plus grande valeur ({nombre(plus_grand)}).")

    def dessiner(axes: Any) -> None:
        _dessiner_barres(axes, series, etiquettes, paris, unite, fin, decimales)

    lignes = []
    for e in etiquettes:
        ligne: dict[str, Any] = {quoi: e}
        ligne |= {_colonne(nom, unite): serie.get(e) for nom, serie in series.items()}
        if paris:
            ligne[f"votre prévision ({unite})"] = paris.get(e)
        lignes.append(ligne)
    tableau = Tableau(
        lignes,
        legende or f"{titre} : les chiffres",
        decimales=max(decimales, 2),
        max_lignes=None,
        manquant="pas de valeur",
    )
    rangs = len(etiquettes) * (len(series) + 0.5)
    return Figure(
        dessiner, titre, resume, tableau, (7.2, min(9.0, 1.1 + 0.36 * rangs + (0.35 if len(series) > 1 else 0)))
    )


def _dessiner_barres(
    axes: Any, series: Any, etiquettes: Any, paris: Any, unite: str, fin: float, decimales: int
) -> None:
    epaisseur = 0.8 / len(series)
    for rang, (nom, serie) in enumerate(series.items()):
        couleur, motif = _aspect(rang)
        places = [i - 0.4 + epaisseur * (rang + 0.5) for i, e in enumerate(etiquettes) if e in serie]
        longueurs = [serie[e] for e in etiquettes if e in serie]
        axes.barh(
            places,
            longueurs,
            epaisseur * 0.9,
            color=couleur if not motif else "white",
            edgecolor=couleur,
            hatch=motif,
            linewidth=1.4,
            label=nom or None,
        )
        for place, longueur in zip(places, longueurs, strict=True):
            axes.annotate(
                nombre(longueur, decimales),
                (longueur, place),
                xytext=(5, 0),
                textcoords="offset points",
                va="center",
                fontweight="bold",
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0},
                zorder=3,
            )
    for i, e in enumerate(etiquettes):
        if e in paris:
            axes.plot(
                [paris[e]] * 2, [i - 0.46, i + 0.46], color="#1b2430", linewidth=2, linestyle=(0, (3, 1.5)), zorder=4
            )
            axes.plot(
                [paris[e]],
                [i - 0.46],
                marker="D",
                color="#1b2430",
                markersize=6,
                linestyle="none",
                zorder=5,
                clip_on=False,
                label="votre prévision" if e == next(iter(paris)) else None,
            )
    axes.set_yticks(range(len(etiquettes)), [_replier(e) for e in etiquettes])
    axes.set_ylim(len(etiquettes) - 0.45, -0.6)
    axes.set_xlim(0, fin * 1.1)
    axes.set_xticks([t for t in axes.get_xticks() if 0 <= t <= fin])
    axes.set_xlabel(unite)
    axes.xaxis.set_major_formatter(lambda x, _: nombre(x))
    if len(series) > 1 or paris:
        _legende(axes)


# --- courbes --------------------------------------------------------------------------------------


def courbe(
    x: Sequence[Any],
    series: Mapping[str, Sequence[float]],
    *,
    titre: str,
    resume: str,
    etiquette_x: str,
    etiquette_y: str,
    maxi: float | None = None,
    decimales: int = 2,
    legende: str = "",
) -> Figure:
    """Une ou plusieurs courbes (au plus cinq), chacune avec sa marque, son trait et son nom écrit au bout.

    x : nombres ou textes (des jours, des mois), dans l'ordre. series : nom -> valeurs, autant que dans `x` ;
    une valeur manquante (None, NaN) interrompt la courbe. Lève `TypeError`/`ValueError` en français.
    """
    abscisses = list(x)
    if not abscisses or not isinstance(series, Mapping) or not series:
        raise ValueError("Une courbe a au moins un point et une série.")
    if len(series) > len(SERIES):
        raise ValueError(f"Au plus {len(SERIES)} courbes par figure : au-delà, on ne les distingue plus.")
    propres: dict[str, list[float]] = {}
    for nom, valeurs in series.items():
        if len(valeurs) != len(abscisses):
            raise ValueError(f"La série « {nom} » a {len(valeurs)} valeurs pour {len(abscisses)} abscisses.")
        propres[nom] = [math.nan if v is None else _fini(v, nom, manquant=True) for v in valeurs]

    def dessiner(axes: Any) -> None:
        numeriques = all(est_nombre(v) for v in abscisses)
        places = abscisses if numeriques else list(range(len(abscisses)))
        for rang, (nom, valeurs) in enumerate(propres.items()):
            axes.plot(
                places,
                valeurs,
                color=SERIES[rang],
                marker=MARQUES[rang],
                linestyle=TRAITS[rang],
                linewidth=2,
                markersize=6,
                label=nom,
            )
        if not numeriques:
            axes.set_xticks(places, [_replier(str(v), 12) for v in abscisses])
        else:
            if len(places) <= 12:
                axes.set_xticks(places)
            axes.xaxis.set_major_formatter(lambda v, _: nombre(v))
        axes.set_xlabel(etiquette_x)
        axes.set_ylabel(etiquette_y)
        axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]), top=maxi)
        axes.yaxis.set_major_formatter(lambda v, _: nombre(v))
        axes.grid(axis="y", color="#d5dae1", linewidth=0.8)
        axes.set_axisbelow(True)
        _noms_au_bout(axes, places, propres)

    lignes = [{etiquette_x: v} | {nom: valeurs[i] for nom, valeurs in propres.items()} for i, v in enumerate(abscisses)]
    tableau = Tableau(
        lignes, legende or f"{titre} : les chiffres ({etiquette_y})", decimales=decimales, manquant="pas de valeur"
    )
    return Figure(dessiner, titre, resume, tableau, (7.2, 3.8))


def _noms_au_bout(axes: Any, places: Sequence[float], series: Mapping[str, Sequence[float]]) -> None:
    """Écrit chaque nom à droite de sa courbe, sans chevauchement."""
    derniers = []
    for rang, (nom, valeurs) in enumerate(series.items()):
        vus = [(p, v) for p, v in zip(places, valeurs, strict=True) if not math.isnan(v)]
        if vus:
            derniers.append((*vus[-1], nom, SERIES[rang]))
    bas, haut = axes.get_ylim()
    ecart, precedent = (haut - bas) * 0.085, -math.inf
    for x, y, nom, couleur in sorted(derniers, key=lambda d: d[1]):
        hauteur = max(y, precedent + ecart)
        precedent = hauteur
        axes.annotate(
            _replier(nom, 20),
            (x, hauteur),
            xytext=(9, 0),
            textcoords="offset points",
            va="center",
            color=couleur,
            fontweight="bold",
            annotation_clip=False,
        )


# --- aides ----------------------------------------------------------------------------------------


def _aspect(rang: int) -> tuple[str, str]:
    return SERIES[rang % len(SERIES)], MOTIFS[rang % len(MOTIFS)]


def _legende(axes: Any) -> None:
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False, handlelength=2, borderaxespad=0.2)


def _replier(texte: str, largeur: int = 26) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(str(texte), largeur)) or " "


def _colonne(serie: str, unite: str) -> str:
    return f"{serie} ({unite})" if serie else unite


def _en_series(valeurs: Any) -> dict[str, dict[str, float]]:
    if hasattr(valeurs, "to_dict"):
        valeurs = valeurs.to_dict()
    if not isinstance(valeurs, Mapping) or not valeurs:
        raise ValueError("`barres` attend un dictionnaire non vide : étiquette -> nombre, ou série -> dictionnaire.")
    emboite = [isinstance(v, Mapping) for v in valeurs.values()]
    if any(emboite) and not all(emboite):
        raise TypeError("Toutes les séries sont des dictionnaires, ou aucune.")
    series = valeurs if all(emboite) else {"": valeurs}
    if len(series) > len(SERIES) or any(not s for s in series.values()):
        raise ValueError(f"De une à {len(SERIES)} séries, chacune avec au moins une barre.")
    return {str(n): {str(e): _fini(v, str(e)) for e, v in s.items()} for n, s in series.items()}


def _previsions(prevision: Any, etiquettes: Sequence[str]) -> dict[str, float]:
    if prevision is None:
        return {}
    if isinstance(prevision, Mapping):
        inconnues = [str(e) for e in prevision if str(e) not in etiquettes]
        if inconnues:
            raise ValueError(f"Prévision donnée pour « {inconnues[0]} », qui n'est pas dans la figure.")
        return {str(e): _fini(v, str(e)) for e, v in prevision.items()}
    return {e: _fini(prevision, "votre prévision") for e in etiquettes}


def _fini(valeur: Any, nom: str, manquant: bool = False) -> float:
    if not est_nombre(valeur):
        raise TypeError(f"« {nom} » : on attend un nombre, pas {valeur!r}.")
    reel = float(valeur)
    if manquant:
        if math.isinf(reel):
            raise ValueError(f"« {nom} » : une valeur est infinie.")
        return reel
    if not math.isfinite(reel) or reel < 0:
        raise ValueError(f"« {nom} » : on attend un nombre fini, positif ou nul, pas {nombre(reel)}.")
    return reel
