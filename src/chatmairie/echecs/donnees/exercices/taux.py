"""`donnees.taux` : mesurer le taux de refus, par jour puis par n'importe quelle colonne."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.exercices._commun import MONDES, archives_a_juger
from chatmairie.echecs.donnees.monde import Monde
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder

ECART_ADMIS = 0.005 + 1e-9
"""Arrondir au centième est permis : un taux se lit « combien sur cent ». Les fausses réponses de la banque
s'écartent d'au moins 0,44 (outils/mesures_marges.py)."""

AUTRES = {"canal": "au téléphone", "type_famille": "famille d'accueil", "annee": 2017}
"""Une autre colonne, et le petit groupe que le juge y ajoute : il compte comme les autres."""

PETIT_GROUPE = {"accepte": 9, "refuse": 3}


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    archives = archives_a_juger(hasard, monde)
    autre = str(hasard.choice(list(AUTRES)))
    for decision, combien in PETIT_GROUPE.items():
        possibles = archives.index[archives["decision"].eq(decision)]
        archives.loc[hasard.choice(possibles, combien, replace=False), autre] = AUTRES[autre]
    refus = archives["decision"].eq("refuse")
    return Sujet(
        entrees={"archives": archives, "colonnes": ["jour_depot", autre]},
        verite={
            "autre": autre,
            "taux": {c: _par_groupe(refus.groupby(archives[c]).mean()) for c in ("jour_depot", autre)},
            "refus": {c: _par_groupe(refus.groupby(archives[c]).sum()) for c in ("jour_depot", autre)},
            "total": int(refus.sum()),
        },
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    taux_de_refus = formes.fonction(productions["taux_de_refus"], "taux_de_refus")
    reponse = {}
    for colonne in entrees["colonnes"]:
        serie = formes.colonne(taux_de_refus(entrees["archives"].copy(), colonne), "taux_de_refus")
        reponse[colonne] = {str(groupe): _nombre(valeur) for groupe, valeur in serie.items()}
    return reponse


def _nombre(valeur: Any) -> float:
    """Un nombre, ou NaN pour une case vide ; ni texte, ni vrai/faux."""
    valeur = valeur.item() if isinstance(valeur, np.generic) else valeur
    if valeur is None or valeur is pd.NA or (type(valeur) is float and math.isnan(valeur)):
        return math.nan
    if not est_nombre(valeur):
        raise FormeInattendue(
            "`taux_de_refus` doit renvoyer une colonne de nombres : pour chaque groupe, une part entre 0 et 1."
        )
    return float(valeur)


def _par_groupe(serie: Any) -> dict[str, float]:
    return {str(groupe): float(valeur) for groupe, valeur in serie.items()}


def ecart(sujet: Sujet, reponse: Reponse) -> float:
    """Le plus grand écart entre un taux rendu et le vrai (0 à 1 ; l'infini si un groupe manque)."""
    return max(
        abs(reponse[colonne].get(g, math.inf) - vrai) for colonne, taux in sujet.verite["taux"].items()
        for g, vrai in taux.items()
    )  # fmt: skip


def _examiner(sujet: Sujet, donne: dict[str, float], colonne: str) -> Constat | None:
    juste = sujet.verite["taux"][colonne]
    manquants = [g for g in juste if g not in donne]
    if manquants:
        return Constat(
            "groupes_absents",
            f"Votre colonne ne dit rien de {accorder(len(manquants), 'groupe', 'groupes')} sur {len(juste)} "
            f"({colonne}) : les familles que cela concerne n'existent plus dans la mesure, et personne ne verra ce qui "
            "leur arrive.",
            observe=f"Groupes rendus : {', '.join(list(donne)[:6]) or 'aucun'}.",
            essayer="Chaque groupe a sa ligne, même petit : lesquels n'en ont pas ?"
            if len(manquants) < len(juste)
            else f'Ici, `par` vaut "{colonne}" : l\'index de la colonne rendue porte le nom de chaque groupe.',
        )
    if all(abs(donne[g] - juste[g]) <= ECART_ADMIS for g in juste):
        return None
    return _erreur_reconnue(sujet, donne, colonne)


def _erreur_reconnue(sujet: Sujet, donne: dict[str, float], colonne: str) -> Constat:
    juste, refus = sujet.verite["taux"][colonne], sujet.verite["refus"][colonne]
    total = max(1, sujet.verite["total"])

    def vaut(calcul: Any, admis: float = ECART_ADMIS) -> bool:
        return all(abs(donne[g] - calcul(g)) <= admis for g in juste)

    if vaut(lambda g: refus[g]):
        pire = max(refus, key=refus.__getitem__)
        return Constat(
            "compter_au_lieu_de_rapporter",
            f"Vous comptez les refus. Le groupe « {pire} » paraît le pire ({refus[pire]:.0f} refus) alors qu'il "
            "est peut-être seulement le plus nombreux ; les familles d'un petit groupe très refusé disparaissent.",
            essayer="Rapportez les refus au nombre de dossiers du groupe.",
        )
    if vaut(lambda g: 100 * juste[g], admis=0.5):
        return Constat(
            "pourcentages",
            "Vos taux vont de 0 à 100. La suite du carnet attend des parts entre 0 et 1 : avec 97 au lieu de "
            "0,97, une alerte se déclencherait pour toutes les familles, tous les jours.",
            essayer="Une part, sans multiplier par 100.",
        )
    if vaut(lambda g: 1 - juste[g]):
        return Constat(
            "acceptations",
            "Vous mesurez les acceptations : le jour où les familles sont le plus refusées aurait le chiffre le "
            "plus bas, et passerait pour le plus clément.",
            essayer='Quelle valeur de `decision` voulez-vous compter ? Elle vaut "accepte" ou "refuse".',
        )
    if vaut(lambda g: refus[g] / total):
        return Constat(
            "part_de_tous_les_refus",
            "Vous donnez la part de chaque groupe dans tous les refus. Un petit groupe entièrement refusé y pèse "
            "peu : ses familles passent inaperçues.",
            essayer="Le total à diviser est celui du groupe, pas celui de la ville.",
        )
    if vaut(lambda g: 0.0):
        return Constat(
            "aucun_refus_trouve",
            "Vous trouvez 0 partout : aucune famille ne serait refusée, alors que l'archive en refuse des centaines.",
            essayer='La colonne `decision` contient les mots "accepte" et "refuse", sans accent : vérifiez le vôtre.',
        )
    pire = max(juste, key=lambda g: math.inf if math.isnan(donne[g]) else abs(donne[g] - juste[g]))
    dit = "rien (une case vide)" if math.isnan(donne[pire]) else f"{donne[pire]:.2f}".replace(".", ",")
    return Constat(
        "taux_faux",
        f"Pour le groupe « {pire} » ({colonne}), vous trouvez {dit}, et ce n'est pas ce que l'archive dit de ses "
        "familles : une mesure fausse protège ou accuse au hasard.",
        observe=f"Ce groupe compte {refus[pire]:.0f} refus dans l'archive.",
        essayer="Prenez ce groupe à la main : combien de dossiers, combien de refus ?",
    )


EXERCICE = Exercice(
    identifiant="donnees.taux",
    titre="Mesurer le taux de refus",
    niveau=2,
    duree_min=4,
    criteres=("CM-SOC-04",),
    indices=(
        "Un nombre de refus ne dit rien sans le nombre de dossiers : le lundi, on en reçoit bien plus que le samedi.",
        "Recommandation : mesurer par groupe, avant toute moyenne. Un taux se lit « combien sur cent familles de "
        "ce groupe ».",
        'La moyenne d\'une colonne de vrai/faux est une part. Regroupez `archives["decision"] == "refuse"` '
        "par `archives[par]`, puis prenez la moyenne.",
    ),
    productions=("taux_de_refus",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle(
            "par_jour",
            0.5,
            lambda s, r: _examiner(s, r["jour_depot"], "jour_depot"),
            depend_de=("forme",),
            libelle="le taux de refus par jour de dépôt",
        ),
        Controle(
            "par_autre_colonne",
            0.25,
            lambda s, r: _examiner(s, r[s.verite["autre"]], s.verite["autre"]),
            depend_de=("forme", "par_jour"),
            libelle="le taux de refus par une autre colonne",
        ),
    ),
)
