"""Essayer des remèdes, puis rejouer les mêmes 2 000 demandes avec les réponses de l'apprenant. Rien n'est noté ici."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte.delivrance import SANS_REMISE, moyens_annonces, moyens_honnetes, suivre
from chatmairie.echecs.acte.exercices import notifier
from chatmairie.echecs.acte.exercices.minimiser import lire_les_champs
from chatmairie.echecs.acte.exercices.politique import copie_de, fiche_de, lire_la_decision
from chatmairie.echecs.acte.exercices.regler_code import lire_le_reglage
from chatmairie.echecs.acte.mecanisme import chance_du_devineur, part_bloquee
from chatmairie.echecs.acte.monde import CHAMPS, MONDE_DU_COURS, PART_TELEPHONE_CONNU, Monde
from chatmairie.echecs.acte.rejeu import Rejeu, rejouer
from chatmairie.echecs.acte.tirage import savoirs_tires
from chatmairie.echecs.commun.remedes import rejouer_avec_les_reponses
from chatmairie.juge.exercice import Productions

DEFENSES = {
    "code de 4 chiffres dans le chat (le service naïf)": ("etat_civil", "contact"),
    "code de 8 chiffres dans le chat": ("etat_civil", "contact"),
    "plus de questions : les noms des parents": ("etat_civil", "contact", "parents"),
    "photo de la pièce d'identité dans le chat": ("etat_civil", "photo_piece"),
    "FranceConnect (niveau faible)": ("mot_de_passe",),
    "code au numéro déjà vérifié": ("etat_civil", "telephone_en_main"),
    "FranceConnect+, guichet ou courrier": None,
}
"""Remède -> ce qu'il faut savoir pour le passer. Le service naïf ne compare le numéro que s'il en connaît un."""


def mesurer(graine: int, tirages: int = 5000) -> pd.DataFrame:
    """La table des remèdes, pour cette graine (voir `mesurer_les_defenses`)."""
    return mesurer_les_defenses(np.random.default_rng([graine, 41, 3]), MONDE_DU_COURS, tirages)


def mesurer_les_defenses(hasard: Generator, monde: Monde, tirages: int = 5000) -> pd.DataFrame:
    """Une ligne par remède, une colonne par attaquant (son nom) : actes obtenus sur 100 demandes."""
    tires = {a.nom: [savoirs_tires(hasard, a) for _ in range(tirages)] for a in monde.attaquants}
    connus = hasard.random(tirages) < PART_TELEPHONE_CONNU

    def obtenus(exige: tuple[str, ...] | None, savoirs: list[tuple[str, ...]]) -> int:
        if exige is None:
            return 0
        complet, sans_contact = set(exige), set(exige) - {"contact"}
        passes = [(complet if c else sans_contact) <= set(s) for c, s in zip(connus, savoirs, strict=True)]
        return round(100 * float(np.mean(passes)))

    return pd.DataFrame(
        {"Remède": remede, **{nom: obtenus(exige, savoirs) for nom, savoirs in tires.items()}}
        for remede, exige in DEFENSES.items()
    )


ABOUTIES = ("servi", "pas_besoin")  # la personne a son acte, ou sait qu'elle n'en a pas besoin
ETAPES = {"en_ligne": 2, "guichet": 2, "courrier": 2, "pas_besoin": 1, "refus": 1}
"""Étapes d'une demande, en plus des champs : choisir l'usage, puis se présenter (hypothèse du cours)."""


@dataclass(frozen=True, eq=False)
class Reprise:
    """Le rejeu réparé. `manque` : phrase si quelque chose n'est pas écrit ou ne tourne pas ; sinon `demandes` : celles
    du rejeu, avec `apres` (« servi », « pas_besoin », ou ce qui a manqué), `champs` (nombre), `minutes_apres`,
    `etapes_apres`. devine, bloques : ce que fait le code réglé. message, ligne : ce que rendent notifier et
    journaliser.
    """

    rejeu: Rejeu
    manque: str = ""
    demandes: pd.DataFrame | None = field(default=None, repr=False)
    devine: float = 0.0
    bloques: Mapping[str, float] = field(default_factory=dict)
    message: str = ""
    ligne: Mapping[str, Any] = field(default_factory=dict)

    @property
    def leses(self) -> tuple[int, int, int] | None:
        """Actes réservés partis chez quelqu'un d'autre : avant, après, et sur combien ; None si rien n'a été rejoué."""
        if (d := self.demandes) is None:
            return None
        # l'extrait sans filiation est ouvert à toute personne
        reserve = d["demandeur"].ne("la personne") & d["acte"].ne("extrait sans filiation")
        avant, apres = reserve & d["etat"].eq("remis"), reserve & d["apres"].eq("servi")
        return int(avant.sum()), int(apres.sum()), int(reserve.sum())


def rejouer_avec(graine: int, **pieces: Any) -> Reprise:
    """Rejoue l'année avec champs_necessaires, politique, REGLAGE_CODE ; et notifier, journaliser (l'exercice en plus),
    ou un message neutre et une ligne sobre. Ne lève rien de ce que lève leur code."""
    rejeu, pieces = rejouer(graine), {**_message_et_ligne(), **pieces}
    reprise, manque = rejouer_avec_les_reponses(pieces, lambda: _rejouer(rejeu, pieces))
    return reprise if reprise is not None else Reprise(rejeu, manque)


def _message_et_ligne() -> Productions:
    """`notifier` et `journaliser`, tels que le cours les donne."""
    assert notifier.EXERCICE.choix is not None
    return notifier.EXERCICE.choix.produire({"message": "neutre", "journal": notifier.UTILES, "garde": "un_an"})


def _rejouer(rejeu: Rejeu, pieces: Mapping[str, Any]) -> Reprise:
    hasard = np.random.default_rng([rejeu.graine, 41, 2])
    registre = rejeu.registre.set_index("personne_id")[["franceconnect", "telephone_connu"]].to_dict("index")
    fiche = fiche_de(MONDE_DU_COURS)
    apres, champs, minutes, etapes = [], [], [], []
    for d in rejeu.deroule.demandes.to_dict("records"):
        demande = _demande(hasard, d, registre[d["personne_id"]])
        decision = lire_la_decision(pieces["politique"](copie_de({**demande["vue"], "fiche": fiche})))
        issue = suivre(demande, decision)
        apres.append("servi" if issue.servi else issue.pourquoi)
        champs.append(len(_champs(pieces["champs_necessaires"], d, decision, fiche)))
        minutes.append(issue.minutes)
        etapes.append(ETAPES[decision["voie"]] + champs[-1])
    reglage = lire_le_reglage(pieces["REGLAGE_CODE"])
    evenement = _evenement(rejeu)
    return Reprise(
        rejeu,
        demandes=rejeu.deroule.demandes.assign(apres=apres, champs=champs, minutes_apres=minutes, etapes_apres=etapes),
        devine=chance_du_devineur(reglage),
        bloques={s: part_bloquee(hasard, reglage, s) for s in ("tape_lentement", "lecteur_ecran", "etranger")},
        message=str(pieces["notifier"](dict(evenement))),
        ligne=dict(pieces["journaliser"](dict(evenement))),
    )


def _demande(hasard: np.random.Generator, d: Mapping[str, Any], connu: Mapping[str, str]) -> dict[str, Any]:
    honnete = d["demandeur"] == "la personne"
    if honnete:
        moyens = moyens_honnetes(hasard, d["situation"], connu["franceconnect"], bool(connu["telephone_connu"]))
    else:
        moyens = moyens_annonces(hasard, d["savoirs"])
    vue = {"acte": d["acte"], "lien": "la personne elle-même", "usage": d["motif"], "moyens": moyens}
    genre = "ayant_droit" if honnete else "attaque"
    return {"genre": genre, "vue": vue, "situation": d["situation"], "savoirs": d["savoirs"]}


def _champs(fonction: Any, d: Mapping[str, Any], decision: Mapping[str, str], fiche: Mapping[str, Any]) -> list[str]:
    """Les champs demandés pour cette demande ; au guichet, rien n'est tapé."""
    if decision["voie"] in SANS_REMISE or decision["remise"] == "guichet":
        return []
    return lire_les_champs(
        fonction(
            {
                "acte": d["acte"],
                "usage": d["motif"],
                "besoin_d_un_acte": d["motif"] not in fiche["sans_acte"],
                "lien": "la personne elle-même",
                "identification": "FranceConnect+" if decision["identification"] == "franceconnect_plus" else "aucune",
                "remise": "espace sécurisé" if decision["remise"] == "espace_securise" else "courrier",
                "contact": "courriel",
            }
        )
    )


def _evenement(rejeu: Rejeu) -> dict[str, Any]:
    """L'événement « acte prêt » de la première demande, avec tout ce que le service naïf savait."""
    d = rejeu.deroule.demandes.iloc[0]
    pris = ("demande_id", "date", "prenom", "nom", "date_naissance", "telephone", "courriel", "motif", "adresse")
    fixes = {
        "type": "acte_pret",
        "lien_espace": "https://mairie.example/espace",
        "personne_existe": True,
        "code": "4821",
    }
    return {c: d[c] for c in pris} | fixes


def champs_avant(demandes: pd.DataFrame) -> int:
    """Réponses gardées par le service naïf : douze par demande, dix quand la personne a renoncé avant le téléphone."""
    return int((len(CHAMPS) - 2 * demandes["telephone"].eq("")).sum())
