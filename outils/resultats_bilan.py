"""Les résultats que montre le bilan : les carnets résolus sont exécutés, et ce qu'ils ont fait à des gens est
enregistré.

    python -m outils.resultats_bilan [--verifier]

Écrit `src/chatmairie/echecs/bilan/resultats.yaml` : pour chaque échec, les personnes lésées avant et après les
réparations du carnet du formateur, et ce que chaque pari a dévoilé. Le paquet installé ne contient que ces nombres
et ces phrases. Un échec dont le module n'est pas encore dans le cours est laissé de côté.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from chatmairie.echecs import catalogue
from chatmairie.echecs.bilan.resultats import ECHECS, FICHIER
from outils import banque

GRAINE = 2026
RACINE = Path(__file__).resolve().parent.parent
DESTINATION = RACINE / "src" / "chatmairie" / "echecs" / "bilan" / FICHIER.name
Espace = Mapping[str, Any]


def _leses(reprise: Any) -> dict[str, int]:
    return dict(zip(("avant", "apres", "sur"), reprise.leses, strict=True))


def _choix_ia(e: Espace) -> dict[str, int]:
    from chatmairie.echecs.choix_ia.remedes import rejouer_avec

    reprise = rejouer_avec(GRAINE, eliminer=e["eliminer"], PONDERATION=e["PONDERATION"], CADRAGE=e["CADRAGE"])
    avant, apres, sur = reprise.leses
    return _leses(reprise) | {"gestes": sur - avant, "gestes_apres": sur - apres}


def _donnees(e: Espace) -> dict[str, int]:
    from chatmairie.echecs.donnees.remedes import rejouer_avec

    noms = ("ecarter", "rapprocher", "decider")
    reprise = rejouer_avec(GRAINE, **{n: e[n] for n in noms})
    faits = reprise.decisions["apres"].isin(["accepter", "a_completer"])
    return _leses(reprise) | {"gestes": len(faits), "gestes_apres": int(faits.sum())}


def _design(e: Espace) -> dict[str, int]:
    from chatmairie.echecs.design.remedes import rejouer_avec

    noms = ("reformuler", "interface_html", "equilibrer")
    reprise = rejouer_avec(GRAINE, **{n: e[n] for n in noms})
    avant, apres, sur = reprise.leses
    return _leses(reprise) | {"gestes": sur - avant, "gestes_apres": sur - apres}


def _acte(e: Espace) -> dict[str, int]:
    from chatmairie.echecs.acte.remedes import rejouer_avec

    noms = ("champs_necessaires", "politique", "REGLAGE_CODE")
    reprise = rejouer_avec(GRAINE, **{n: e[n] for n in noms})
    d = reprise.demandes
    elle = d["demandeur"].eq("la personne")
    return _leses(reprise) | {
        "gestes": int((elle & d["etat"].eq("remis")).sum()),
        "gestes_apres": int((elle & d["apres"].eq("servi")).sum()),
    }


def _campagne(e: Espace) -> dict[str, int]:
    from chatmairie.echecs.campagne.remedes import rejouer_avec

    noms = ("evenements_publiables", "destinataires")
    reprise = rejouer_avec(GRAINE, **{n: e[n] for n in noms})
    envoyes = len(reprise.messages) if reprise.envoyer else 0
    return _leses(reprise) | {"gestes": reprise.leses[2], "gestes_apres": envoyes}


EXTRAIRE: dict[str, Callable[[Espace], dict[str, int]]] = {
    "choix_ia": _choix_ia,
    "donnees": _donnees,
    "design": _design,
    "acte": _acte,
    "campagne": _campagne,
}
"""Échec -> de quoi lire son rejeu, avec les réponses du carnet du formateur."""


def _espace_resolu(carnet: Path) -> dict[str, Any]:
    """Ce que contient le carnet une fois les cellules de réponse du formateur exécutées."""
    espace = banque.espace_du_carnet(carnet, GRAINE)
    for cellule in banque.carnet_du_formateur(carnet).cells:
        if cellule.cell_type == "code" and cellule.metadata.get("nbgrader", {}).get("solution"):
            exec(compile(cellule.source, str(carnet), "exec"), espace)  # le texte du cours
    return espace


def _echecs() -> dict[str, dict[str, int]]:
    presents = {i.split(".")[0] for i in catalogue.tous()} & set(EXTRAIRE)
    lus = {}
    for echec in (e for e in ECHECS if e in presents):
        premier = next(i for i in banque.identifiants() if i.split(".")[0] == echec)
        lus[echec] = EXTRAIRE[echec](_espace_resolu(banque.carnet_de(premier)))
    return lus


def _paris() -> dict[str, str]:
    """Ce que chaque `devoiler(…)` a montré dans les carnets déposés."""
    import nbformat

    devoiles = {}
    for carnet in (c for c in banque.carnets() if c.stem != "05_bilan"):
        for cellule in nbformat.read(carnet.with_suffix(".ipynb"), as_version=4).cells:
            appel = (
                re.search(r'^devoiler\("([\w.]+)"', cellule.source, re.MULTILINE)
                if cellule.cell_type == "code"
                else None
            )
            textes = [s.get("data", {}).get("text/plain", "") for s in cellule.get("outputs", [])]
            dit = re.search(
                r"Ce qui s'est passé\s*:\s*(.+)", re.sub("[\u00a0\u202f]", " ", "\n".join(textes)), re.DOTALL
            )
            if appel and dit:
                devoiles[appel[1]] = " ".join(dit[1].split())
    return {i: devoiles[i] for i in catalogue.paris() if i in devoiles}


def fabriquer() -> str:
    """Le contenu du fichier."""
    contenu = {"graine": GRAINE, "echecs": _echecs(), "paris": _paris()}
    tete = "# Écrit par « python -m outils.resultats_bilan » : ne pas le modifier à la main.\n"
    return tete + yaml.safe_dump(contenu, allow_unicode=True, sort_keys=False, width=120)


def principal(arguments: list[str] | None = None) -> int:
    analyse = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    analyse.add_argument("--verifier", action="store_true", help="n'écrit rien : échoue si le fichier a dérivé")
    neuf = fabriquer()
    if analyse.parse_args(arguments).verifier:
        if neuf != DESTINATION.read_text(encoding="utf-8"):
            print(f"{DESTINATION.name} a dérivé : relancez python -m outils.resultats_bilan", file=sys.stderr)
            return 1
        return 0
    DESTINATION.write_text(neuf, encoding="utf-8")
    print(f"Écrit : {DESTINATION.relative_to(RACINE)} ({len(_echecs())} échecs sur {len(ECHECS)}).")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
