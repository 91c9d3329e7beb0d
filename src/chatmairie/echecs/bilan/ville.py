"""La ville le soir où l'on décide d'éteindre ChatMairie, et les trente jours qui suivent. Données synthétiques.

Le temps se compte en heures depuis la décision (20 h, heure 0). Les gens viennent de 8 h à 18 h, soit les heures 12 à
22 de chaque jour ; une usurpation peut arriver à toute heure ; un envoi groupé part à une heure fixée d'avance, puis
chaque semaine. Tous les effectifs sont des **hypothèses du cours** : un ordre de grandeur, pas une mesure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_generateur
from chatmairie.echecs.commun.gabarit import textes

JOURS = 30
HEURES = 24 * JOURS
OUVERTES = (np.arange(HEURES) % 24 >= 12) & (np.arange(HEURES) % 24 < 22)
HEURES_PAR_JOUR = 10
SEMAINE = 24 * 7
ATTENTE_D_UNE_FRAUDE_H = 25 * 24

PUBLICS: dict[str, str] = textes(__file__).contenu["publics"]
CANAUX = {
    "guichet": ("ecran_et_voix", "sans_ecran", "sans_voix"),
    "telephone": ("ecran_et_voix", "sans_ecran", "sans_deplacement"),
    "ecrit": ("ecran_et_voix", "sans_voix", "sans_deplacement"),
}
"""Voie sans IA -> les publics qui peuvent s'en servir."""

DEMANDES = ("decisions", "actes", "conversation")
"""Les fonctions de ChatMairie auxquelles quelqu'un demande quelque chose (les envois, personne ne les demande)."""

DEMANDES_PAR_JOUR = ("inscriptions", "actes", "conversations")


@dataclass(frozen=True)
class Ville:
    """Les effectifs d'une ville. Par jour : inscriptions, actes, conversations, usurpations (tentatives réussies).

    part_refusee, part_mal_servie : de 0 à 1. envoi_h : heure du prochain envoi groupé ; destinataires : personnes qui
    n'avaient rien demandé. en_attente : dossiers déposés, sans réponse. refusees : familles refusées à tort.
    actes_partis : actes remis à quelqu'un d'autre que leur titulaire. rentree_h : après, une place rendue ne sert plus.
    journaux_h : âge où le prestataire efface ses journaux. parts : part de chaque public (somme 1).
    """

    inscriptions: float = 12.0
    actes: float = 14.0
    conversations: float = 45.0
    usurpations: float = 0.5
    part_refusee: float = 0.19
    part_mal_servie: float = 0.35
    envoi_h: int = 10
    destinataires: int = 310
    en_attente: int = 80
    refusees: int = 130
    actes_partis: int = 24
    rentree_h: int = 9 * 24
    journaux_h: int = 7 * 24
    reemploi_h: int = 20 * 24
    agents: int = 12
    parts: tuple[float, ...] = (0.58, 0.17, 0.07, 0.18)

    @property
    def demandes_par_jour(self) -> float:
        """Demandes d'un jour ordinaire, toutes fonctions comprises."""
        return self.inscriptions + self.actes + self.conversations

    @property
    def torts_par_jour(self) -> float:
        """Personnes lésées un jour ordinaire, sans compter les envois."""
        mal_servies = self.conversations * self.part_mal_servie
        return self.inscriptions * self.part_refusee + mal_servies + self.usurpations


VILLE_DU_COURS = Ville()


def autre_ville(hasard: Generator) -> Ville:
    """Une autre mairie : un envoi plus proche, la rentrée et l'effacement des journaux au plus tôt de ce qu'annonce
    l'énoncé. Un plan trop lent s'y voit toujours, et non par chance."""
    exiger_generateur(hasard)
    taille = float(hasard.uniform(0.6, 2.0))
    sans_ecran, sans_voix, sans_deplacement = (
        float(hasard.uniform(a, b)) for a, b in ((0.1, 0.3), (0.04, 0.12), (0.1, 0.3))
    )
    return Ville(
        inscriptions=12 * taille,
        actes=14 * taille,
        conversations=45 * taille,
        usurpations=0.5 * taille,
        part_refusee=float(hasard.uniform(0.1, 0.3)),
        part_mal_servie=float(hasard.uniform(0.2, 0.5)),
        envoi_h=int(hasard.integers(2, 6)),
        destinataires=int(310 * taille),
        en_attente=int(80 * taille),
        refusees=int(130 * taille),
        actes_partis=max(8, int(24 * taille)),
        rentree_h=24 * 4,
        journaux_h=24 * 2,
        reemploi_h=24 * 10,
        agents=max(6, int(12 * taille)),
        parts=(1 - sans_ecran - sans_voix - sans_deplacement, sans_ecran, sans_voix, sans_deplacement),
    )


def une_annee(hasard: Generator, ville: Ville = VILLE_DU_COURS) -> Ville:
    """La même ville, une autre année : les effectifs bougent de quelques personnes, l'envoi de quelques heures, les
    demandes d'un dixième au plus, et les parts des publics d'un peu."""
    exiger_generateur(hasard)
    annee = replace(
        ville,
        envoi_h=max(2, ville.envoi_h + int(hasard.integers(-2, 3))),
        destinataires=int(hasard.poisson(ville.destinataires)),
        en_attente=int(hasard.poisson(ville.en_attente)),
        refusees=int(hasard.poisson(ville.refusees)),
        actes_partis=max(8, int(hasard.poisson(ville.actes_partis))),
    )
    demandes = {nom: getattr(ville, nom) * float(hasard.uniform(0.9, 1.1)) for nom in DEMANDES_PAR_JOUR}
    parts = np.array(ville.parts) * hasard.uniform(0.85, 1.15, len(ville.parts))
    return replace(annee, **demandes, parts=tuple(float(p) for p in parts / parts.sum()))


def demandes_par_heure(ville: Ville) -> dict[str, np.ndarray]:
    """Fonction -> demandes attendues (heures × publics), en personnes."""
    par_jour = {"decisions": ville.inscriptions, "actes": ville.actes, "conversation": ville.conversations}
    parts = np.array(ville.parts)
    return {f: OUVERTES[:, None] * par_jour[f] / HEURES_PAR_JOUR * parts[None, :] for f in DEMANDES}


def torts_par_heure(ville: Ville) -> dict[str, np.ndarray]:
    """Fonction -> personnes lésées attendues par heure tant qu'elle reste allumée."""
    demandes = demandes_par_heure(ville)
    return {
        "decisions": demandes["decisions"].sum(axis=1) * ville.part_refusee,
        "actes": np.full(HEURES, ville.usurpations / 24),
        "conversation": demandes["conversation"].sum(axis=1) * ville.part_mal_servie,
    }


def envois_programmes(ville: Ville) -> list[int]:
    """Les heures des envois groupés déjà programmés : un par semaine."""
    return list(range(ville.envoi_h, HEURES, SEMAINE))


def fraudes(ville: Ville) -> np.ndarray:
    """Pour chaque acte parti, l'heure où l'on s'en sert contre son titulaire : les quantiles d'une attente de 25
    jours."""
    rangs = (np.arange(ville.actes_partis) + 0.5) / ville.actes_partis
    return -ATTENTE_D_UNE_FRAUDE_H * np.log(1 - rangs)
