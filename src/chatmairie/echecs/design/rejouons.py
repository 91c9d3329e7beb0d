"""« Rejouons » : la même semaine, avec les réponses de l'apprenant. Rien n'est noté ici."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.echecs.commun.remedes import rejouer_avec_les_reponses
from chatmairie.echecs.design.exercices.reformuler import EXERCICE as REFORMULER
from chatmairie.echecs.design.modele import entrainer
from chatmairie.echecs.design.page import defauts
from chatmairie.echecs.design.pages import EXEMPLE
from chatmairie.echecs.design.public import USAGERS, lire, reussite
from chatmairie.echecs.design.rejeu import Rejeu, rejouer
from chatmairie.echecs.design.reponse import ecrire_la_reponse
from chatmairie.juge.jugement import sujet_public


@dataclass(frozen=True, eq=False)
class Reprise:
    """Le rejeu réparé. `manque` : phrase si quelque chose n'est pas écrit ou ne tourne pas ; sinon `personnes` : par
    personne, démarches réussies sur 100 (`avant`, `apres`, et `dossier` : avec la réponse écrite par `reformuler`),
    `defauts` : phrases des défauts restants de la page, `exemple` : ce que lirait la personne la moins bien servie."""

    rejeu: Rejeu
    manque: str = ""
    personnes: pd.DataFrame | None = field(default=None, repr=False)
    defauts: tuple[str, ...] = ()
    exemple: str = ""


def rejouer_avec(graine: int, *, reformuler: Any, interface_html: Any, equilibrer: Any) -> Reprise:
    """Rejoue la semaine de cette graine avec les trois réponses. Ne lève rien de ce que lève leur code."""
    rejeu = rejouer(graine)
    pieces = {"reformuler": reformuler, "interface_html": interface_html, "equilibrer": equilibrer}
    reprise, manque = rejouer_avec_les_reponses(pieces, lambda: _rejouer(rejeu, pieces))
    return reprise if reprise is not None else Reprise(rejeu, manque)


def _rejouer(rejeu: Rejeu, pieces: Mapping[str, Any]) -> Reprise:
    trouves = defauts(str(pieces["interface_html"](EXEMPLE)))
    codes = tuple(dict.fromkeys(d.code for d in trouves))
    assistant = entrainer(pieces["equilibrer"](rejeu.corpus.copy()))
    rendues = assistant.repondre_a(list(rejeu.echanges["question"]))
    lectures = {t: lire(t) for t in {r.texte for r in rendues}}
    compris = [r.besoin == b for r, b in zip(rendues, rejeu.echanges["besoin"], strict=True)]
    cas = sujet_public(REFORMULER).entrees["cas"]
    ecrites = [ecrire_la_reponse(pieces["reformuler"](c["message"], dict(c["contexte"])), c["contexte"]) for c in cas]
    lignes = []
    for u in USAGERS:
        siens = np.flatnonzero(rejeu.echanges["cle"].eq(u.cle))
        lignes.append(
            {
                "prenom": u.prenom,
                "situation": u.situation,
                "avant": round(100 * float(rejeu.echanges["chance"].iloc[siens].mean())),
                "apres": round(
                    100 * float(np.mean([reussite(u, lectures[rendues[i].texte], codes, compris[i]) for i in siens]))
                ),
                "dossier": round(100 * float(np.mean([reussite(u, lire(t), codes) for t in ecrites]))),
            }
        )
    table = pd.DataFrame(lignes).sort_values(["apres", "prenom"], ignore_index=True)
    return Reprise(rejeu, "", table, tuple(dict.fromkeys(d.phrase for d in trouves)), ecrites[0])
