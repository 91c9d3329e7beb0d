"""La trace dans les deux sens : ce que citent les exercices, les carnets et le droit existe ; et chaque critère est
travaillé, ou écarté avec une raison.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from chatmairie.echecs.catalogue import tous
from chatmairie.langue.texte import compte, typographier
from chatmairie.referentiel import modeles as m
from chatmairie.referentiel.lecture import charger

CITATION = re.compile(r"\bCM-R-[A-Z]{2,3}-\d{1,2}\b|\bCM-(?:STR|CAD|UX|UI|SOC)-\d{1,3}\b|\b[A-Z]{2,4}-\d{1,2}_\d{2}\b")
COMMANDE = "python -m chatmairie.carnets tracabilite"


class Cite(Protocol):
    """Ce qu'il faut d'un exercice : les identifiants de critères qu'il travaille."""

    @property
    def criteres(self) -> tuple[str, ...]:
        """Ces identifiants."""


def citations_des_carnets(dossier: Path) -> dict[str, list[str]]:
    """Identifiant cité -> « fichier, ligne n » pour chaque source `.py` sous `dossier` (rien si le dossier manque)."""
    cites: dict[str, list[str]] = {}
    for chemin in sorted(dossier.rglob("*.py")) if dossier.is_dir() else ():
        for numero, ligne in enumerate(chemin.read_text(encoding="utf-8").splitlines(), 1):
            for ident in CITATION.findall(ligne):
                cites.setdefault(ident, []).append(f"{chemin.relative_to(dossier)}, ligne {numero}")
    return cites


def usages(catalogue: Mapping[str, Cite]) -> dict[str, list[str]]:
    """Critère -> exercices qui le citent, dans l'ordre du catalogue."""
    par_critere: dict[str, list[str]] = {}
    for ident, exercice in catalogue.items():
        for critere in exercice.criteres:
            par_critere.setdefault(critere, []).append(ident)
    return par_critere


def fautes_de_trace(
    catalogue: Mapping[str, Cite] | None = None,
    carnets: Mapping[str, list[str]] | None = None,
    referentiel: m.Referentiel | None = None,
) -> list[str]:
    """Ce qui ne se tient pas, une phrase par faute ; une liste vide quand tout se tient.

    catalogue : exercices par identifiant (par défaut, ceux du cours) ; carnets : voir `citations_des_carnets`.
    """
    r = referentiel or charger()
    catalogue = tous() if catalogue is None else catalogue
    connus = set(r.criteres) | set(r.recommandations) | {c.identifiant_officiel for c in r.criteres.values()}
    fautes = []
    for ident, exercice in catalogue.items():
        if not exercice.criteres:
            fautes.append(f"L'exercice « {ident} » ne cite aucun critère.")
        for critere in exercice.criteres:
            if critere not in r.criteres:
                fautes.append(f"L'exercice « {ident} » cite « {critere} », qui n'existe pas.")
    for ident, lieux in (carnets or {}).items():
        if ident not in connus:
            fautes.append(f"Le carnet {lieux[0]} cite « {ident} », qui n'existe pas.")
    for ident, texte in r.droit.items():
        fautes += [
            f"Le droit « {ident} » cite « {c} », qui n'existe pas." for c in texte.criteres if c not in r.criteres
        ]
    utilises = usages(catalogue)
    for ident in r.criteres:
        if ident in utilises and ident in r.choix.non_travailles:
            fautes.append(f"« {ident} » est dit non travaillé, mais « {utilises[ident][0]} » le cite : ôtez la raison.")
        if ident not in utilises and ident not in r.choix.non_travailles:
            fautes.append(f"« {ident} » : aucun exercice ne le cite. Citez-le, ou dites pourquoi dans choix.yaml.")
    return fautes


def en_markdown(catalogue: Mapping[str, Cite] | None = None, referentiel: m.Referentiel | None = None) -> str:
    """Le contenu de `guide/tracabilite.md` : critère × exercice, exercice × critère, droit × critère."""
    r = referentiel or charger()
    catalogue = tous() if catalogue is None else catalogue
    utilises = usages(catalogue)
    lignes = [
        "# Traçabilité : critères, exercices et droit",
        "",
        f"Table écrite par `{COMMANDE}` : ne pas la modifier à la main.",
        "",
        r.grille.avertissement,
        "",
        f"{compte(sum(i in utilises for i in r.criteres), 'critère travaillé', 'critères travaillés')} sur "
        f"{len(r.criteres)} par {compte(len(catalogue), 'exercice publié', 'exercices publiés')}. Les autres "
        "disent pourquoi aucun exercice ne les travaille.",
        "",
        "## De chaque critère vers les exercices",
        "",
        "| critère | famille | énoncé | statut | travaillé dans | audit du bilan |",
        "|---|---|---|---|---|---|",
    ]
    audites = {i: e for e, ids in r.choix.audit_bilan.items() for i in ids}
    for ident, c in r.criteres.items():
        ou = [f"`{e}`" for e in utilises.get(ident, ())]
        if raison := r.choix.non_travailles.get(ident):
            ou.append(f"non travaillé dans le cours : {raison}")
        audit = r.grille.echecs[audites[ident]] if ident in audites else "non"
        lignes.append(
            f"| {ident} | {r.grille.familles[c.famille].nom} | {c.enonce} | {c.provenance.statut} | "
            f"{' ; '.join(ou)} | {audit} |"
        )
    lignes += ["", "## De chaque exercice vers les critères", "", "| exercice | titre | critères |", "|---|---|---|"]
    for ident, exercice in catalogue.items():
        titre: Any = getattr(exercice, "titre", "")
        lignes.append(f"| `{ident}` | {titre} | {', '.join(exercice.criteres)} |")
    lignes += [
        "",
        "## Du droit vers les critères",
        "",
        "| texte | article | critères | certitude |",
        "|---|---|---|---|",
    ]
    for ident, t in r.droit.items():
        par_ancrage = [i for i, c in r.criteres.items() if any(a.ref == ident for a in c.ancrages)]
        relies = ", ".join(dict.fromkeys([*par_ancrage, *t.criteres]))
        lignes.append(f"| {t.texte} | {t.article} | {relies} | {t.certitude} |")
    lignes += ["", "Certitude : " + " ".join(f"{k} = {v}" for k, v in r.certitudes.items()), ""]
    return typographier("\n".join(lignes))
