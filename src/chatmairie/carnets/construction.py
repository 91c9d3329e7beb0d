"""De la source au carnet : développer, exécuter, nettoyer, déposer ; ou vérifier ce qui est déposé."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from chatmairie.carnets.executer import executer
from chatmairie.carnets.metadonnees import Catalogue, developper
from chatmairie.carnets.sorties import ecarts, ecrire_texte, nettoyer, sans_png
from chatmairie.carnets.source import lire_source
from chatmairie.parcours.fichiers import ecrire_atomiquement


class ConstructionImpossible(ValueError):
    """Le carnet ne se construit pas ; le message a une ligne par cellule en cause."""


def construire(chemin: Path, catalogue: Catalogue) -> Any:
    """Le carnet exécuté, avec solutions et tests cachés, à partir de sa source (rien n'est écrit).

    Lève `SourceIllisible` (source) ou `ConstructionImpossible` (erreur, avertissement, temps dépassé,
    sortie qui ne serait pas deux fois la même).
    """
    import nbformat

    source = lire_source(chemin)
    nb = developper(source, catalogue)
    incidents = executer(nb, Path(chemin).parent)
    if incidents:
        lieux = [source.lieu(source.cellules[i.rang], 0) for i in incidents]
        raise ConstructionImpossible(
            "\n".join(f"{lieu} : {i.phrase}" for lieu, i in zip(lieux, incidents, strict=True))
        )
    nettoyer(nb)
    nbformat.validate(nb)
    return nb


def deposer(chemin: Path, catalogue: Catalogue) -> Path:
    """Construit le carnet et l'écrit à côté de sa source. Rend le chemin du `.ipynb`."""
    nb = construire(chemin, catalogue)
    cible = Path(chemin).with_suffix(".ipynb")
    ecrire_atomiquement(cible, ecrire_texte(nb).encode())
    return cible


def verifier(chemin: Path, catalogue: Catalogue) -> list[str]:
    """Les écarts entre le `.ipynb` déposé et ce que donne la source, images PNG mises à part."""
    import nbformat

    cible = Path(chemin).with_suffix(".ipynb")
    if not cible.is_file():
        return [f"{cible} n'existe pas : construisez-le."]
    try:
        texte = cible.read_text(encoding="utf-8")
        depose = nbformat.reads(texte, as_version=4)
    except Exception as erreur:
        return [f"{cible} ne se lit pas comme un carnet ({type(erreur).__name__}) : construisez-le de nouveau."]
    construit = construire(chemin, catalogue)
    phrases = [f"{cible}, {phrase}" for phrase in ecarts(depose, construit)]
    if not phrases and ecrire_texte(sans_png(depose)) != ecrire_texte(sans_png(construit)):
        phrases = [f"{cible} : le contenu diffère par un détail de format ; construisez-le de nouveau."]
    elif not phrases and texte != ecrire_texte(depose):
        phrases = [f"{cible} : réécrit par un autre outil (mise en forme) ; construisez-le de nouveau."]
    return phrases
