"""Les archives brutes 2018-2024 : ce que le logiciel a écrit, avec ses clôtures, reprises, envois en double et saletés.

Deux étages : la décision (agents, critère abandonné, clôtures automatiques, reprises), puis la saisie
(graphies, valeurs inconnues, essais laissés dans la base, dates en deux formats, notes libres).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_generateur, exiger_lignes
from chatmairie.echecs.donnees import monde as m
from chatmairie.echecs.donnees.dossiers import appliquer_reglement
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, Monde
from chatmairie.echecs.donnees.salete import salir
from chatmairie.echecs.donnees.tirage import champs_du_jour, numeroter, tirer_demandes


def tirer_archives(rng: Generator, monde: Monde = MONDE_DU_COURS, lignes: int = 8000) -> pd.DataFrame:
    """Tire `lignes` lignes d'archives brutes, telles qu'elles sortent du logiciel.

    Toutes les colonnes sont du texte, sauf `annee` et `num_ticket` (entiers) : num_dossier, id_enfant,
    id_famille, prenom, naissance, annee, jour_depot, heure, canal, code_file, num_ticket, activite,
    scolarise_commune, pieces_fournies, assurance_valide, dans_les_delais, parents_actifs,
    quotient_familial, pai_allergie, type_famille, note, instruit_par, decision, motif.
    Lève `TypeError` ou `ValueError` si les arguments sont absurdes. Données synthétiques.
    """
    exiger_generateur(rng)
    m.exiger_monde(monde)
    exiger_lignes(lignes, minimum=100)
    return salir(rng, tirer_registre(rng, monde, lignes))


def tirer_registre(rng: Generator, monde: Monde, lignes: int) -> pd.DataFrame:
    """Les mêmes archives avant les saletés de saisie : valeurs exactes, une ligne par passage dans le logiciel.

    Sert aux mesures et aux tests, qui ont besoin des vraies valeurs. `naissance` est une date, `age` est
    présent, `decision` vaut « ACCEPTE » ou « REFUS », `cloture` (booléen) dit si c'est le logiciel qui a clôturé,
    `instruit_par` est vide dans ce cas et porte sinon le code de l'agent.
    """
    demandes = tirer_demandes(rng, monde, m.ANNEES_ARCHIVES, lignes, boite_de_l_ecole=True)
    n = len(demandes)
    sale = demandes["jour_depot"].eq(monde.jour_sale).to_numpy()
    cloture = sale & (rng.random(n) < m.PART_CLOTURE_AUTO)
    reprise = cloture & (rng.random(n) < m.PART_REPRISE)
    premier = _decider(rng, demandes, monde)
    premier["cloture"] = cloture
    premier.loc[cloture, "decision"] = "REFUS"
    premier.loc[cloture, "motif"] = monde.motif_cloture
    premier.loc[cloture, "instruit_par"] = ""
    double_clic = premier[rng.random(n) < m.PART_ENVOYES_DEUX_FOIS]  # mêmes champs, même suite, autre numéro
    seconde = _decider(rng, _reprendre(rng, demandes[reprise], monde), monde)
    seconde["cloture"] = False
    # On garde les `lignes` premières lignes, famille par famille ; une reprise ne reste jamais sans sa clôture.
    tout = pd.concat([premier, double_clic, seconde]).sort_index(kind="stable").head(lignes).reset_index(drop=True)
    tout.insert(0, "num_dossier", numeroter(tout))
    return tout.sort_values("num_dossier").drop(columns="semaine").reset_index(drop=True)


def _reprendre(rng: Generator, clotures: pd.DataFrame, monde: Monde) -> pd.DataFrame:
    """Le même dossier, ressaisi par un agent un jour de reprise : nouveau ticket, nouvelle heure."""
    reprises = clotures.copy()
    jours = rng.choice(np.array(monde.jours_reprise, dtype=object), len(reprises))
    canal, heure, code, ticket = champs_du_jour(rng, monde, jours)
    rang = {j: i for i, j in enumerate(m.JOURS)}
    semaine_suivante = np.array([rang[j] < rang[monde.jour_sale] for j in jours], dtype=float)
    return reprises.assign(
        jour_depot=jours,
        canal=canal,
        heure=heure,
        code_file=code,
        num_ticket=ticket,
        semaine=reprises["semaine"] + semaine_suivante,
    )


def _decider(rng: Generator, demandes: pd.DataFrame, monde: Monde) -> pd.DataFrame:
    """La décision d'un agent : le règlement, le critère abandonné jusqu'en 2020, et 2 % d'erreurs."""
    n = len(demandes)
    regles = appliquer_reglement(demandes, monde.reglement)
    recevable = regles["recevable"].to_numpy()
    abandonne = (demandes["annee"].le(m.DERNIERE_ANNEE_CRITERE_ABANDONNE) & ~demandes["parents_actifs"]).to_numpy()
    accepte = (recevable & ~abandonne) ^ (rng.random(n) < m.ERREUR_AGENT)
    age_hors = ~demandes["age"].between(monde.reglement.age_min, monde.reglement.age_max).to_numpy()
    motif = np.select(
        [age_hors, ~demandes["scolarise_commune"], ~demandes["dans_les_delais"], ~regles["complet"], abandonne],
        [*m.MOTIFS_DU_REGLEMENT, m.MOTIF_ABANDONNE],
        default="",
    ).astype(object)
    au_hasard = rng.choice(np.array(m.MOTIFS_DU_REGLEMENT, dtype=object), n)
    motif = np.where(motif == "", au_hasard, motif)  # refus par erreur : un motif qui ne correspond à rien
    return demandes.assign(
        instruit_par=rng.choice(np.array(m.AGENTS_INSTRUCTEURS, dtype=object), n),
        decision=np.where(accepte, "ACCEPTE", "REFUS"),
        motif=np.where(accepte, "", motif),
    )
