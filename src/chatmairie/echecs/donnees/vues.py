"""Ce que le module montre : tableaux, figures et réglages, chacun avec son équivalent texte.

Les nombres viennent de la simulation ; rien n'est calculé ici que des effectifs et des parts.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.figures import Figure, barres
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Cases, Choix, Manette
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.donnees.mecanisme import colonnes_brutes, entrainer, normaliser, predire_le_jour
from chatmairie.echecs.donnees.monde import JOURS, MONDE_DU_COURS, REGLEMENT, Reglement
from chatmairie.echecs.donnees.rejeu import Rejeu, rejouer
from chatmairie.echecs.donnees.remedes import Essai, Reprise, compter_les_torts, modele_sans, par_age, par_jour
from chatmairie.echecs.donnees.tirage import a_demander, autre_jour
from chatmairie.langue.texte import part_entre
from chatmairie.parcours import progres

SYNTHETIQUE = "Données synthétiques, personnes fictives."
ENTRE = "Entre parenthèses : l'intervalle où se trouve sans doute la vraie part (à 95 %)."


def montrer_reglement(reglement: Reglement = REGLEMENT) -> Tableau:
    """Les cinq règles du règlement intérieur."""
    return Tableau(
        [
            {"N°": 1, "Règle": f"L'enfant a de {reglement.age_min} à {reglement.age_max} ans"},
            {"N°": 2, "Règle": "Il est scolarisé dans la commune"},
            {"N°": 3, "Règle": "La demande arrive dans les délais"},
            {"N°": 4, "Règle": f"Au moins {reglement.pieces_min} pièces sur 5 sont fournies"},
            {"N°": 5, "Règle": "L'assurance est valide"},
        ],
        legende="Règlement intérieur du service périscolaire (fictif). Les trois premières règles font un "
        "dossier éligible, les deux dernières un dossier complet ; les cinq ensemble, un dossier recevable. "
        "On suppose ici assez de places pour tous (hypothèse du cours) : en vrai, la capacité compte aussi.",
    )


def montrer_archives(archives: pd.DataFrame, lignes: int = 4) -> Tableau:
    """Les premières lignes d'une archive, debout (une colonne par dossier), pour tenir à l'écran."""
    apercu = archives.head(lignes).T.map(lambda v: str(v) if isinstance(v, (bool, np.bool_)) else v)
    apercu.columns = [f"dossier {i}" for i in range(1, apercu.shape[1] + 1)]
    apercu = apercu.rename_axis("colonne").reset_index()
    annees = archives["annee"].astype(int)
    debut, fin = annees.min(), annees.max()
    quand = f"de {debut} à {fin}" if debut < fin else f"tous de {debut}"
    return Tableau(
        apercu,
        legende=f"Les {lignes} premiers dossiers d'une table de {_milliers(len(archives))} lignes, {quand}. "
        f"{SYNTHETIQUE}",
        max_lignes=len(apercu),
    )


def montrer_code(fonction: Any) -> CarteTexte:
    """Le texte d'une fonction donnée par le cours, pour la lire. Lève `TypeError` si ce n'en est pas une."""
    if not inspect.isfunction(fonction):
        raise TypeError("`montrer_code` attend une fonction, sans parenthèses : montrer_code(normaliser).")
    return CarteTexte(f"Le code de `{fonction.__name__}`", f"```\n{inspect.getsource(fonction).rstrip()}\n```")


def montrer_contrat() -> Tableau:
    """Le contrat de la table normalisée : ce que chaque colonne promet (vérifié par pandera)."""
    from chatmairie.echecs.donnees.contrat import CONTRAT

    lignes = [{"Colonne": nom, "Ce qu'elle promet": regle.description} for nom, regle in CONTRAT.columns.items()]
    return Tableau(
        lignes, legende="Le contrat de l'archive en forme. Il vérifie la forme, pas la vérité.", max_lignes=None
    )


def figure_torts(rejeu: Rejeu) -> Figure:
    """Par jour de dépôt : enfants recevables refusés par ChatMairie."""
    recevables = rejeu.decisions[rejeu.decisions["recevable"]]
    refuses = recevables["decision"].eq("refuser").groupby(recevables["jour_depot"]).sum()
    totaux = recevables.groupby("jour_depot").size()
    jours = [j for j in JOURS if j in totaux.index]
    lignes = [
        {"Jour": j, "Enfants recevables": int(totaux[j]), "Refusés à tort": int(refuses[j]),
         "Sur 100": round(100 * refuses[j] / totaux[j])}
        for j in jours
    ]  # fmt: skip
    pire = max(lignes, key=lambda ligne: ligne["Sur 100"])
    total = sum(ligne["Refusés à tort"] for ligne in lignes)
    semaine = {
        "Jour": "toute la semaine",
        "Enfants recevables": sum(ligne["Enfants recevables"] for ligne in lignes),
        "Refusés à tort": total,
    }
    semaine["Sur 100"] = round(100 * total / max(1, semaine["Enfants recevables"]))
    lignes.append(semaine)
    pari = progres.courant().lire("paris", "donnees.combien")
    return _barres(
        {ligne["Jour"]: ligne["Sur 100"] for ligne in lignes},
        lignes,
        prevision=None if pari is None else {"toute la semaine": pari},
        titre="Enfants recevables refusés à tort, sur 100, par jour de dépôt",
        resume=f"Le {pire['Jour']}, {pire['Refusés à tort']} enfants recevables sur "
        f"{pire['Enfants recevables']} sont refusés. "
        f"Les autres jours réunis, {total - pire['Refusés à tort']}. {SYNTHETIQUE}",
    )


def montrer_score(rejeu: Rejeu) -> Tableau:
    """Le score de la machine : accord avec quoi ? L'archive mise de côté, puis le règlement ; et qui est refusé."""
    archives = normaliser(rejeu.archives)
    derniere = archives["annee"].max()
    essai = archives[archives["annee"].eq(derniere)]
    modele = entrainer(archives[archives["annee"].lt(derniere)], colonnes_brutes())
    decisions = rejeu.decisions
    recevables = decisions[decisions["recevable"]]
    lignes = (
        (f"réponses conformes à l'archive (l'année {derniere}, mise de côté)",
         int(modele.accepte(essai).eq(essai["decision"].eq("accepte")).sum()), len(essai)),
        ("réponses conformes au règlement (la rentrée)",
         int(decisions["decision"].eq("accepter").eq(decisions["recevable"]).sum()), len(decisions)),
        ("enfants recevables refusés à tort (la rentrée)", int(recevables["refus_a_tort"].sum()), len(recevables)),
    )  # fmt: skip
    return Tableau(
        [{"Ce qui est compté": quoi, "Sur 100": part_entre(n, total), "Effectifs": f"{n} sur {total}"}
         for quoi, n, total in lignes],
        legende=f"Le score : accord avec quoi ? {ENTRE} {SYNTHETIQUE}",
    )  # fmt: skip


def figure_familles(rejeu: Rejeu) -> Ensemble:
    """Les refus à tort par situation de famille, puis à jour de dépôt égal."""
    recevables = rejeu.decisions[rejeu.decisions["recevable"]]
    jour = rejeu.monde.jour_sale
    ensemble, a_jour_egal = [], []
    for famille, enfants in recevables.groupby("type_famille"):
        ce_jour = enfants["jour_depot"].eq(jour)
        ensemble.append(
            {
                "Famille": famille,
                "Enfants recevables": len(enfants),
                "Refusés à tort": int(enfants["refus_a_tort"].sum()),
                "Refusés à tort, sur 100": part_entre(int(enfants["refus_a_tort"].sum()), len(enfants)),
                f"Dossiers déposés le {jour}, sur 100": part_entre(int(ce_jour.sum()), len(enfants)),
            }
        )
        a_jour_egal.append({"Famille": famille} | {
            quand: f"{int(groupe['refus_a_tort'].sum())} sur {len(groupe)}"
            for quand, groupe in ((f"Le {jour}", enfants[ce_jour]), ("Les autres jours", enfants[~ce_jour]))
        })  # fmt: skip
    return Ensemble(
        Tableau(ensemble, legende=f"Enfants recevables refusés à tort, par famille. {ENTRE} {SYNTHETIQUE}"),
        Tableau(a_jour_egal, legende="Les mêmes enfants, à jour de dépôt égal : refusés à tort."),
    )


def montrer_substituts(archives: pd.DataFrame) -> Tableau:
    """Ce qui redonne le jour : deux copies, un vrai substitut, et une colonne qui n'en dit presque rien."""
    return Tableau(
        [
            {"Colonnes": ", ".join(colonnes), "Trahit le mercredi": round(predire_le_jour(archives, colonnes), 2),
             "Ce que c'est": quoi}
            for colonnes, quoi in (
                (["code_file"], "une copie du jour : le logiciel l'écrit d'après lui"),
                (["num_ticket"], "une copie du jour : ce jour-là a ses propres numéros"),
                (["canal", "heure"], "un substitut : le guichet est fermé ce jour-là, on dépose autrement"),
                (["type_famille"], "presque rien : cette colonne ne dit pas le jour"),
            )
        ],
        legende="0,5 : ces colonnes ne disent rien du jour ; 1 : elles le redonnent à coup sûr (`predire_le_jour`).",
    )  # fmt: skip


def figure_refus_par_jour(archives: pd.DataFrame) -> Figure:
    """Dans l'archive : part de refus par jour."""
    refus = archives["decision"].eq("refuse").groupby(archives["jour_depot"]).agg(["sum", "size"])
    jours = [j for j in JOURS if j in refus.index]
    lignes = [
        {"Jour": j, "Dossiers": int(refus.loc[j, "size"]), "Refus": int(refus.loc[j, "sum"]),
         "Sur 100": round(100 * refus.loc[j, "sum"] / refus.loc[j, "size"])}
        for j in jours
    ]  # fmt: skip
    return _barres(
        {ligne["Jour"]: ligne["Sur 100"] for ligne in lignes},
        lignes,
        titre="Refus dans l'archive, sur 100 dossiers, par jour de dépôt",
        resume="Refus sur 100 dossiers : "
        + ", ".join(f"{x['Jour']} {x['Sur 100']}" for x in lignes)
        + f". {SYNTHETIQUE}",
    )


def figure_remedes(essai: Essai) -> Tableau:
    """Ce que change chaque remède : refus à tort le mercredi, les autres jours, chez les enfants de 3 ans."""
    return Tableau(
        [ligne_des_torts(nom, comptes) for nom, comptes in essai.torts.items()],
        legende="Enfants recevables refusés à tort selon ce que l'on retire à la machine (les groupes se "
        "recoupent : un enfant de "
        f"3 ans peut avoir déposé un mercredi). {SYNTHETIQUE}",
    )


def ligne_des_torts(nom: str, comptes: Mapping[str, int]) -> dict[str, Any]:
    """Une ligne de tableau : effectifs, même dénominateur de chaque côté."""
    return {
        "Remède": nom,
        "Le mercredi": f"{comptes['jour_sale']} sur {comptes['total_jour_sale']}",
        "Les autres jours": f"{comptes['autres_jours']} sur {comptes['total_autres_jours']}",
        "Enfants de 3 ans": f"{comptes['age_du_jour']} sur {comptes['total_age_du_jour']}",
    }


def figure_avant_apres(reprise: Reprise) -> Any:
    """Avant et après les réponses de l'apprenant : par jour, par âge, et pour Léa."""
    if reprise.decisions is None:
        return CarteTexte("Rejouons", reprise.manque)
    jours, ages = par_jour(reprise.decisions), par_age(reprise.decisions)
    avant, apres = int(jours["avant"].sum()), int(jours["apres"].sum())
    lignes = [_ligne("Jour", groupe, valeurs) for groupe, valeurs in jours.iterrows()]
    figure = _barres(
        {"avant": _sur_cent(jours, "avant"), "après": _sur_cent(jours, "apres")},
        lignes,
        titre="Enfants recevables qui n'obtiennent pas de place, sur 100 : avant et après vos réponses",
        resume=f"Enfants recevables refusés à tort, avant : {avant}. Enfants recevables qui ne sont pas acceptés "
        f"tout de suite, après : {apres}. {SYNTHETIQUE}",
    )
    lea = reprise.decisions[reprise.decisions["prenom"].eq(personne("lea").prenom)].iloc[0]
    suite = {"accepter": "acceptée", "agent": "en attente d'un agent", "a_completer": "à compléter"}
    return Ensemble(
        figure,
        Tableau(
            [_ligne("Âge", f"{groupe} ans", valeurs) for groupe, valeurs in ages.iterrows()],
            legende="La même chose, par âge.",
        ),
        _demandes_de_pieces(reprise.rejeu.dossiers[reprise.decisions["apres"].eq("a_completer").to_numpy()]),
        CarteTexte(
            "Et Léa ?",
            f"Avant : refusée, sans motif. Après : {suite.get(lea['apres'], lea['apres'])}.",
        ),
    )


def _demandes_de_pieces(dossiers: pd.DataFrame, combien: int = 3) -> Tableau:
    """Ce que reçoivent les premières familles dont le dossier est à compléter : la liste de ce qui manque."""
    manques = a_demander(dossiers)
    lignes = [
        {
            "Enfant": f"{d['prenom']}, {d['age']} ans",
            "Ce qu'on lui demande": manques[i] or "rien : ce dossier est complet",
        }
        for i, d in dossiers.head(combien).iterrows()
    ]
    return Tableau(
        lignes,
        legende=f"Dossiers à compléter : {len(dossiers)}. Ce que reçoivent les premières familles.",
        vide="Aucun dossier n'est à compléter : personne ne saura ce qui manque.",
    )


def _ligne(nom: str, groupe: Any, valeurs: pd.Series) -> dict[str, Any]:
    return {
        nom: groupe,
        "Enfants recevables": int(valeurs["recevables"]),
        "Refusés avant": int(valeurs["avant"]),
        "Non acceptés après": int(valeurs["apres"]),
    }


def _sur_cent(table: pd.DataFrame, colonne: str) -> dict[str, int]:
    return {str(g): round(100 * v[colonne] / max(1, v["recevables"])) for g, v in table.iterrows()}


def _barres(
    valeurs: Mapping[str, Any], lignes: list[dict[str, Any]], titre: str, resume: str, prevision: Any = None
) -> Figure:
    """Des barres « sur 100 », avec un tableau qui donne aussi les effectifs."""
    figure = barres(valeurs, titre=titre, resume=resume, unite="sur 100", maxi=100, prevision=prevision)
    if prevision is not None:
        premiere = next(iter(lignes[0]))
        lignes = [{**ligne, "Votre prévision, sur 100": prevision.get(ligne[premiere])} for ligne in lignes]
    figure.tableau = Tableau(lignes, legende=f"{titre} : les chiffres.", max_lignes=None)
    return figure


def _milliers(n: int) -> str:
    return f"{n:,}".replace(",", " ")


# --- ce que l'on bouge --------------------------------------------------------------------------------------


def manette_colonnes(graine: int) -> Manette:
    """« Quelles colonnes retirer ? » : mercredi, autres jours et enfants de 3 ans bougent."""
    possibles = list(colonnes_brutes())
    return Manette(
        {"retirees": Cases("Colonnes à retirer", possibles, ["jour_depot"])},
        lambda retirees: montrer_les_torts(graine, tuple(retirees)),
        titre="Quelles colonnes retirer ?",
    )


def montrer_les_torts(graine: int, retirees: tuple[str, ...]) -> Tableau:
    """Le tableau de la manette : avec tout, puis sans les colonnes choisies."""
    nom = "sans " + ", ".join(retirees) if retirees else "tout garder (encore)"
    essais = {"tout garder": compter_les_torts(graine, ()), nom: compter_les_torts(graine, retirees)}
    return Tableau(
        [ligne_des_torts(remede, comptes) for remede, comptes in essais.items()],
        legende=f"Enfants recevables refusés à tort. {SYNTHETIQUE}",
    )


def manette_autre_jour(graine: int) -> Manette:
    """« Même dossier, autre jour » : Léa, avec le modèle de la mairie ou sans `jour_depot`."""
    return Manette(
        {
            "jour": Choix("Jour de dépôt", list(JOURS), MONDE_DU_COURS.jour_sale),
            "machine": Choix("Machine", ["celle de la mairie", "sans jour_depot"], "celle de la mairie"),
        },
        lambda jour, machine: montrer_autre_jour(graine, jour, machine),
        titre="Même dossier, autre jour",
    )


def montrer_autre_jour(graine: int, jour: str, machine: str) -> Any:
    """La réponse faite à Léa ce jour-là, et tous les jours côte à côte."""
    retirees = () if machine == "celle de la mairie" else ("jour_depot",)
    reponses = reponses_a_lea(graine, retirees)
    lignes = [
        {"Jour de dépôt": j + (" (choisi)" if j == jour else ""), "Réponse à Léa": r} for j, r in reponses.items()
    ]
    return Ensemble(
        Tableau(
            lignes,
            legende=f"Léa, 3 ans, dossier complet, {machine}. Déposé le {jour} : {reponses[jour]}. {SYNTHETIQUE}",
        )
    )


def reponses_a_lea(graine: int, retirees: tuple[str, ...]) -> dict[str, str]:
    """Jour -> « acceptée » ou « refusée » : seuls le jour et ce qui en naît (file, ticket, canal, heure) changent."""
    rejeu = rejouer(graine)
    lea = rejeu.dossiers[rejeu.dossiers["prenom"].eq(personne("lea").prenom)].head(1)
    modele = modele_sans(graine, retirees)
    reponses = {}
    for rang, jour in enumerate(JOURS):
        dossier = autre_jour(lea, jour, MONDE_DU_COURS, np.random.default_rng([graine, rang]))
        reponses[jour] = "acceptée" if bool(modele.accepte(dossier).iloc[0]) else "refusée"
    return reponses
