"""Ce que l'on bouge : trois manettes, minces. Tout est calculé ailleurs."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from chatmairie.affichage.cartes import Ensemble
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Choix, Curseur, Manette
from chatmairie.echecs.choix_ia.couts import choisir_partout, cout_total
from chatmairie.echecs.choix_ia.mecanisme import (
    ALERTE_SI_PLUS,
    INDICATEURS,
    Condition,
    derouler,
    jour_d_arret,
    leses,
    risque_d_echec,
)
from chatmairie.echecs.choix_ia.monde import PUBLICS, Monde
from chatmairie.echecs.choix_ia.rejeu import rejouer
from chatmairie.echecs.choix_ia.tirage import (
    appliquer_les_planchers,
    choix_du_maire,
    classer,
    marche_de_l_histoire,
    tirer_marche,
)
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.langue.mots import accorder

MAIRIES = 80
CANDIDAT = {"partout": "répond dans chaque mairie", "nulle_part": "ne répond nulle part"}
SAINS = 20


def manette_poids() -> Manette:
    """« Quels poids ? » : le classement, les personnes sans réponse sur 100, et le coût complet."""
    return Manette(
        {
            "prix": Curseur("Poids du prix", 0, 100, 5, 100, "%"),
            "planchers": Choix("Planchers", {"sans": "sans planchers", "avec": "avec planchers"}, "sans"),
            "abonnes": Choix("Abonnés", {"non": "ne comptent pas", "oui": "comptent, 20 %"}, "non"),
        },
        montrer_poids,
        titre="Quels poids ?",
    )


def montrer_poids(prix: float, planchers: str, abonnes: str) -> Any:
    """Le classement des cinq offres de l'histoire, avec ces poids (le reste est partagé entre les autres critères)."""
    marche = marche_de_l_histoire()
    offres = appliquer_les_planchers(marche.offres) if planchers == "avec" else marche.offres
    reste = (100 - prix) / 5
    poids = {"prix": prix, **dict.fromkeys(
        ("methodo", "rgpd_ethique", "accessibilite", "environnement", "transfert"), reste
    )}  # fmt: skip
    if abonnes == "oui":
        poids = {c: 0.8 * p for c, p in poids.items()} | {"abonnes_tiktok": 20}
    classees = classer(offres, poids)
    couts = cout_total(marche)
    lignes = [
        {
            "Rang": rang,
            "Candidat": ligne["nom"],
            "Note": float(ligne["note"]),
            "Prix (k€)": float(ligne["prix_k_eur"]),
            "Coût complet attendu (k€)": round(float(couts[ligne["nom"]])),
            "Sans réponse, sur 100 demandes": _sans_reponse(float(marche.qualite[ligne["nom"]])),
        }
        for rang, (_, ligne) in enumerate(classees.iterrows(), start=1)
    ]
    premier = lignes[0]
    suivis = " (ramenés à " + _fr(0.8 * prix) + " %, les abonnés comptant pour 20 %)" if abonnes == "oui" else ""
    return Tableau(
        lignes,
        legende=f"Avec {_fr(prix)} % de prix{suivis}, {planchers} planchers : {premier['Candidat']} gagne, et "
        f"{premier['Sans réponse, sur 100 demandes']} demandes sur 100 restent sans réponse. Hypothèses du cours.",
        max_lignes=None,
    )


def _fr(nombre: float) -> str:
    """Le nombre avec une virgule, sans zéro inutile."""
    return f"{nombre:g}".replace(".", ",")


def _sans_reponse(qualite: float) -> int:
    poids = np.array([p.demandes for p in PUBLICS])
    risques = np.array([risque_d_echec(p, qualite) for p in PUBLICS])
    return round(100 * float((poids * risques).sum() / poids.sum()))


def manette_lien() -> Manette:
    """« Et si le prix ne disait rien de la qualité ? » : le lien, jusqu'à zéro, sur quatre-vingts mairies."""
    return Manette(
        {
            "lien": Curseur("Lien entre prix et qualité", 0.0, 1.0, 0.1, 0.5, "k€ par point"),
            "candidat": Choix("Candidat très suivi, sans expérience", CANDIDAT, "partout"),
        },
        montrer_lien,
        titre="Et si le prix ne disait rien de la qualité ?",
    )


@lru_cache(maxsize=32)
def montrer_lien(lien: float, candidat: str = "partout") -> Tableau:
    """Trois façons de choisir, sur les mêmes quatre-vingts mairies : coût complet moyen et retraits attendus.

    candidat : "partout" ou "nulle_part", là où répond le candidat très suivi, le moins cher et sans expérience.
    """
    monde = Monde(lien=float(lien), buzz=1.0 if candidat == "partout" else 0.0)

    def le_moins_cher_admis(offres: Any) -> str | None:
        admises = appliquer_les_planchers(offres)
        return None if admises.empty else choix_du_maire(admises)

    def plusieurs_criteres(offres: Any) -> str | None:
        admises = appliquer_les_planchers(offres)
        poids = {"prix": 40, "methodo": 20, "rgpd_ethique": 15, "accessibilite": 15, "environnement": 10}
        return None if admises.empty else str(classer(admises, poids)["nom"].iloc[0])

    facons = {
        "le moins cher, puis le plus suivi (le maire)": choix_du_maire,
        "le moins cher de ceux qui passent les planchers": le_moins_cher_admis,
        "planchers, puis plusieurs critères": plusieurs_criteres,
    }
    hasard = np.random.default_rng(2026)
    marches = [tirer_marche(hasard, monde) for _ in range(MAIRIES)]
    lignes = []
    for nom, choisir in facons.items():
        bilan = choisir_partout(marches, choisir, monde)
        lignes.append(
            {
                "Façon de choisir": nom,
                "Mairies": len(bilan),
                "Prix moyen (k€)": round(float(bilan["prix"].mean())),
                "Coût complet moyen (k€)": round(float(bilan["cout_total"].mean())),
                "Retraits attendus, sur 100": round(100 * float(bilan["retrait"].mean())),
            }
        )
    return Tableau(
        lignes,
        legende=f"Lien de {_fr(lien)} k€ par point de qualité, {MAIRIES} mairies tirées au sort (les « sans suite » ne "
        f"comptent pas) ; un candidat très suivi, le moins cher et sans expérience, {CANDIDAT[candidat]}. Hypothèses "
        "du cours.",
        max_lignes=None,
    )


def manette_arret(graine: int) -> Manette:
    """« Quand arrêter ? » : le jour de l'arrêt, les demandes perdues avant, et les services sains éteints à tort."""
    return Manette(
        {
            "indicateur": Choix("Indicateur", list(INDICATEURS), "satisfaction"),
            "sur": Choix("Lu sur", {"moyenne": "la moyenne", "pire_public": "le pire public"}, "moyenne"),
            "seuil": Curseur("Seuil", 0.0, 10.0, 0.05, 6.0),
            "jours": Curseur("Jours de suite", 1, 30, 1, 3),
        },
        lambda indicateur, sur, seuil, jours: montrer_arret(graine, indicateur, sur, seuil, jours),
        titre="Quand arrêter ?",
    )


def montrer_arret(graine: int, indicateur: str, sur: str, seuil: float, jours: int) -> Any:
    """Ce qu'aurait fait cette condition : sur ChatMairie, sur vingt services sains, sur un public oublié."""
    rejeu = rejouer(graine)
    condition = Condition(indicateur, float(seuil), int(jours), sur)
    jour = jour_d_arret(rejeu.deroule, condition)
    par_elle = jour is not None and jour <= rejeu.retrait
    perdues = int(leses(rejeu.deroule, jour if par_elle else rejeu.retrait).sum())
    sains = [derouler(np.random.default_rng([graine, 5, k])) for k in range(SAINS)]
    arrets = sum(jour_d_arret(d, condition) is not None for d in sains)
    oublie = derouler(np.random.default_rng([graine, 6]), oublie="sans_ecran")
    vu = jour_d_arret(oublie, condition)
    sens = "au-dessus" if ALERTE_SI_PLUS[indicateur] else "au-dessous"
    lignes = [
        {"Service": "ChatMairie",
         "Ce qui se passe": f"arrêté au jour {jour}" if par_elle
         else f"pas arrêté à temps : les plaintes le font retirer au jour {rejeu.retrait}",
         "Qui le paie": f"{accorder(perdues, 'demande', 'demandes')} sans réponse "
         f"(sans condition : {rejeu.publics['echecs'].sum()})"},
        {"Service": "vingt services sains",
         "Ce qui se passe": f"{accorder(arrets, 'éteint', 'éteints')} à tort" if arrets else "aucun éteint à tort",
         "Qui le paie": "les habitants qu'ils servaient" if arrets else "personne"},
        {"Service": "un service qui oublie les personnes sans écran",
         "Ce qui se passe": "jamais arrêté" if vu is None else f"arrêté au jour {vu}",
         "Qui le paie": f"{accorder(int(leses(oublie, vu)['sans_ecran']), 'demande', 'demandes')} "
         "de personnes sans écran"},
    ]  # fmt: skip
    return Ensemble(
        Tableau(
            lignes,
            legende=f"Arrêter si « {indicateur} » ({INDICATEURS[indicateur]}), lu sur "
            f"{'le pire public' if sur == 'pire_public' else 'la moyenne'}, reste {sens} de {_fr(seuil)} pendant "
            f"{accorder(jours, 'jour', 'jours')}. {SYNTHETIQUE}",
            max_lignes=None,
        )
    )
