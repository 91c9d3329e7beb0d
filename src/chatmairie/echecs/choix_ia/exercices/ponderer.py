"""`choix_ia.ponderer` : donner un poids à chaque critère, et voir ce que la mairie finit par payer.

Le juge applique les planchers (ceux de l'exercice précédent), puis classe avec ces poids sur beaucoup de
consultations. Il ne regarde que des conséquences : aucun poids n'a de limite à lui seul.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.couts import chance_de_retrait
from chatmairie.echecs.choix_ia.exercices._commun import MONDES
from chatmairie.echecs.choix_ia.monde import Monde
from chatmairie.echecs.choix_ia.offres import PONDERABLES, noter_les_colonnes, respecte_le_reglement, tirer_colonnes
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, sans_accents

CONSULTATIONS = 300
COLONNES = PONDERABLES
SURCOUT_MAX = 1.115
"""Coût total attendu du gagnant, divisé par celui du meilleur candidat admis (moyenne de 300 consultations). Mesuré :
au plus 1,09 avec 30 à 50 % de prix, 1,11 avec 60 % ; au moins 1,13 avec 90 ou 99 % de prix, 1,15 avec 50 à 95 %
d'environnement, 1,23 avec 60 % de références (le pire de quatre mondes, sous douze secrets)."""

PETITE_MIN = 0.75
"""Part des consultations où gagne la petite entreprise, la moins chère et la meilleure : au-dessous, c'est d'elle que
parle le message."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    ordinaires: list[dict[str, Any]] = []
    petites = []
    while len(ordinaires) < CONSULTATIONS:
        colonnes, _, petite = tirer_colonnes(hasard, monde)
        admises = respecte_le_reglement(colonnes)
        if admises.sum() < 2:
            continue
        admis = {nom: valeurs[admises] for nom, valeurs in colonnes.items()}
        if (
            not petite
        ):  # une offre très verte n'est ni meilleure, ni moins bonne : les notes ne disent pas toutes pareil
            admis["environnement"] = hasard.permutation(admis["environnement"])
        couts = admis["prix_k_eur"] + monde.cout_du_retrait * chance_de_retrait(admis["qualite"])
        consultation = {
            "noms": admis["nom"].tolist(),
            "notes": noter_les_colonnes(admis).tolist(),
            "couts": couts.tolist(),
            "petite": petite,
        }
        ordinaires.append(consultation)
        if petite:
            petites.append(consultation)
    return Sujet(entrees={}, verite={"ordinaires": ordinaires, "petites": petites})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    donnee = productions["PONDERATION"]
    lus = formes.dictionnaire(donnee.to_dict() if isinstance(donnee, pd.Series) else donnee, "PONDERATION")
    if not lus:
        raise FormeInattendue("`PONDERATION` est vide : donnez un poids à chaque critère qui compte.")
    poids: dict[str, float] = {}
    connus = {sans_accents(c): c for c in COLONNES}
    for critere, valeur in lus.items():
        nom = connus.get(sans_accents(str(critere)).replace(" ", "_"))
        if nom is None:
            raise FormeInattendue(
                f"« {critere} » n'est pas un critère que l'on sache noter. Les critères : {', '.join(COLONNES)}."
            )
        if isinstance(valeur, bool) or not isinstance(valeur, (int, float)) or not np.isfinite(valeur):
            raise FormeInattendue(
                f"Le poids de « {critere} » n'est pas un nombre : écrivez 40, sans guillemets ni signe %."
            )
        if valeur < 0:
            raise FormeInattendue(f"Le poids de « {critere} » est négatif : un critère ne peut pas enlever des points.")
        poids[nom] = float(valeur)
    if sum(poids.values()) == 0:
        raise FormeInattendue("Tous les poids sont à zéro : toutes les offres seraient à égalité.")
    return {"poids": [poids.get(c, 0.0) for c in COLONNES]}


def _gagnant(notes: Any, poids: Any) -> int:
    """Le rang du gagnant, comme `classer` (note arrondie au dixième, le premier du tableau à égalité)."""
    return int(np.argmax(np.round(np.asarray(notes) @ np.asarray(poids) / sum(poids), 1)))


def surcout(sujet: Sujet, reponse: Reponse) -> float:
    """Coût total attendu du gagnant, divisé par le meilleur possible (moyenne des consultations)."""
    rapports = [
        c["couts"][_gagnant(c["notes"], reponse["poids"])] / min(c["couts"]) for c in sujet.verite["ordinaires"]
    ]
    return float(np.mean(rapports))


def part_des_petites(sujet: Sujet, reponse: Reponse) -> float:
    """Part des consultations où la petite entreprise gagne, quand elle est la moins chère et la meilleure."""
    petites = sujet.verite["petites"]
    gagnees = [c["noms"][_gagnant(c["notes"], reponse["poids"])] == c["petite"] for c in petites]
    return float(np.mean(gagnees)) if petites else 1.0


def _somme(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    total = sum(reponse["poids"])
    if min(abs(total - 100), abs(total - 1)) < 1e-6:
        return None
    return Constat(
        "somme",
        "Les candidats liront ces poids dans le règlement, et leur somme n'est pas 100 : ils ne pourront pas vérifier "
        "leur note.",
        observe=f"Somme des poids : {total:g}.",
        essayer="Répartissez 100 points entre les critères.",
    )


def _environnement(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    # de 0 à 100, la note publiée (au dixième) doit bouger : sinon le critère n'est là que pour la forme
    if round(100 * reponse["poids"][COLONNES.index("environnement")] / sum(reponse["poids"]), 1) > 0:
        return None
    return Constat(
        "environnement_absent",
        "L'environnement ne compte pas : de 0 à 100, aucune note ne bouge. Le "
        "règlement de la consultation serait illégal, et les candidats évincés "
        "pourraient faire annuler le marché. Les habitants attendraient un service qui ne vient pas.",
        essayer="La règle est écrite au-dessus de l'exercice : au moins un critère environnemental.",
    )


def _invariance(sujet: Sujet, reponse: Reponse) -> Constat | None:
    suivi = COLONNES.index("abonnes_tiktok")
    changes = 0
    for consultation in sujet.verite["ordinaires"]:
        notes = np.array(consultation["notes"])
        avant = _gagnant(notes, reponse["poids"])
        notes[:, suivi] = notes[::-1, suivi]
        changes += avant != _gagnant(notes, reponse["poids"])
    if not changes:
        return None
    return Constat(
        "le_renom_change_le_gagnant",
        "On échange les abonnés des candidats, rien d'autre, et le gagnant change : ce n'est plus l'offre que l'on "
        "choisit.",
        observe=f"Le gagnant change dans {accorder(changes, 'consultation', 'consultations')} "
        f"sur {len(sujet.verite['ordinaires'])}.",
        essayer="Un critère doit parler de l'objet du marché.",
        leses=changes,
    )


def _moins_cher(sujet: Sujet, reponse: Reponse) -> Constat | None:
    prix = COLONNES.index("prix")
    perdus = 0
    for consultation in sujet.verite["ordinaires"]:
        notes = np.array(consultation["notes"])
        jumelle = notes[_gagnant(notes, reponse["poids"])].copy()
        jumelle[prix] /= 1.2  # la même offre, un cinquième plus chère, déposée avant les autres
        perdus += _gagnant(np.vstack([jumelle, notes]), reponse["poids"]) == 0
    if not perdus:
        return None
    return Constat(
        "prix_oublie",
        "Deux offres identiques, l'une un cinquième plus chère : rien ne les départage, et c'est la plus "
        "chère qui gagne. L'argent perdu aurait payé des heures de guichet.",
        observe=f"La plus chère gagne {accorder(perdus, 'consultation', 'consultations')} "
        f"sur {len(sujet.verite['ordinaires'])}.",
        essayer="À service égal, que doit-on aux contribuables ?",
        leses=perdus,
    )


def _cout(sujet: Sujet, reponse: Reponse) -> Constat | None:
    rapport = surcout(sujet, reponse)
    if rapport <= SURCOUT_MAX:
        return None
    if (part := part_des_petites(sujet, reponse)) < PETITE_MIN:
        return _petite(sujet, part, rapport)
    pires = [c["couts"][_gagnant(c["notes"], reponse["poids"])] - min(c["couts"]) for c in sujet.verite["ordinaires"]]
    return Constat(
        "cher_a_la_fin",
        "Avec ces poids, la mairie choisit trop souvent une offre qu'il faudra retirer et racheter : des habitants "
        "sans réponse, et la facture deux fois.",
        observe=f"Prix et risque de retrait compris, les gagnants coûtent {_pour_cent(rapport)} % de plus que le "
        f"meilleur candidat admis, en moyenne sur {len(pires)} consultations (au plus {_pour_cent(SURCOUT_MAX)} %).",
        essayer="Qu'est-ce qui annonce un service que l'on ne retirera pas ? Regardez ce que la manette des poids fait "
        "du coût total.",
        leses=float(sum(pires)),
    )


def _pour_cent(rapport: float) -> str:
    return f"{100 * (rapport - 1):.1f}".replace(".", ",")


def _petite(sujet: Sujet, part: float, rapport: float) -> Constat:
    petites = sujet.verite["petites"]
    return Constat(
        "petite_entreprise_perdante",
        "Une petite entreprise inconnue fait la meilleure offre, et la moins chère. Elle perd : la mairie paie plus, "
        "pour moins bien.",
        observe=f"Elle gagne {accorder(round(part * len(petites)), 'consultation', 'consultations')} sur "
        f"{len(petites)}, là où elle est la moins chère et la meilleure. Partout, les gagnants coûtent "
        f"{_pour_cent(rapport)} % de plus que le meilleur candidat admis (au plus {_pour_cent(SURCOUT_MAX)} %).",
        essayer="Quels critères mesurent le passé d'une entreprise plutôt que son offre ?",
        leses=round((1 - part) * len(petites)),
    )


_BIEN_ACHETE = ("environnement_present", "cout_complet")
"""Un marché annulé, ou un service qu'il faut retirer : le reste ne se gagne pas."""

EXERCICE = Exercice(
    identifiant="choix_ia.ponderer",
    titre="Donner un poids à chaque critère",
    niveau=1,
    duree_min=8,
    criteres=("CM-STR-06",),
    indices=(
        "Tout au prix, la mairie paie deux fois ; rien au prix, elle paie trop cher ce qu'elle aurait eu ailleurs.",
        "Recommandation : juger le coût complet (achat, retrait, départ), avec plusieurs critères liés à l'objet du "
        "marché, publiés avant la consultation.",
        'PONDERATION = {"prix": …, "methodo": …, "rgpd_ethique": …, "accessibilite": …, "environnement": …} : des '
        "nombres dont la somme fait 100. Aucun critère n'est obligatoire, sauf celui que demande la règle ci-dessus.",
    ),
    productions=("PONDERATION",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("somme_des_poids", 0.25, _somme, ("forme",), "des poids que l'on peut vérifier"),
        Controle(
            "environnement_present", 0.75, _environnement, ("forme",), "l'environnement compte : la règle le demande"
        ),
        Controle("moins_cher_a_service_egal", 0.75, _moins_cher, ("forme",), "à service égal, le moins cher gagne"),
        Controle("cout_complet", 1.25, _cout, ("forme",), "le coût complet reste près du meilleur"),
        Controle(
            "noms_et_abonnes_indifferents", 0.75, _invariance, _BIEN_ACHETE, "le nom et les abonnés ne changent rien"
        ),
    ),
)
