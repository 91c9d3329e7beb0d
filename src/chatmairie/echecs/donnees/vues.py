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
from chatmairie.echecs.donnees.journal import TEXTES
from chatmairie.echecs.donnees.mecanisme import colonnes_brutes, entrainer, normaliser, predire_le_jour
from chatmairie.echecs.donnees.monde import JOURS, MONDE_DU_COURS, REGLEMENT, Reglement
from chatmairie.echecs.donnees.rejeu import Rejeu, rejouer
from chatmairie.echecs.donnees.remedes import Essai, Reprise, compter_les_torts, modele_sans, par_age, par_jour
from chatmairie.echecs.donnees.tirage import a_demander, autre_jour
from chatmairie.langue.phrases import remplir
from chatmairie.langue.texte import part_entre
from chatmairie.parcours import progres

SUITES = TEXTES["vues"]["suites"]


def _dire(nom: str, /, **trous: Any) -> str:
    return remplir(TEXTES["vues"][nom], **trous)


def montrer_reglement(reglement: Reglement = REGLEMENT) -> Tableau:
    """Les cinq règles du règlement intérieur."""
    seuils = {"age_min": reglement.age_min, "age_max": reglement.age_max, "pieces_min": reglement.pieces_min}
    regles = [remplir(regle, **seuils) for regle in TEXTES["vues"]["regles"]]
    return Tableau([{"N°": i, "Règle": regle} for i, regle in enumerate(regles, 1)], legende=_dire("reglement"))


def montrer_archives(archives: pd.DataFrame, lignes: int = 4) -> Tableau:
    """Les premières lignes d'une archive, debout (une colonne par dossier), pour tenir à l'écran."""
    apercu = archives.head(lignes).T.map(lambda v: str(v) if isinstance(v, (bool, np.bool_)) else v)
    apercu.columns = [f"dossier {i}" for i in range(1, apercu.shape[1] + 1)]
    apercu = apercu.rename_axis("colonne").reset_index()
    debut, fin = int(archives["annee"].min()), int(archives["annee"].max())
    legende = _dire(
        "archives" if debut < fin else "archives_d_un_an", n=lignes, sur=_milliers(len(archives)), debut=debut, fin=fin
    )
    return Tableau(apercu, legende=legende, max_lignes=len(apercu))


def montrer_code(fonction: Any) -> CarteTexte:
    """Le texte d'une fonction donnée par le cours, pour la lire. Lève `TypeError` si ce n'en est pas une."""
    if not inspect.isfunction(fonction):
        raise TypeError(_dire("pas_une_fonction"))
    return CarteTexte(_dire("code", nom=fonction.__name__), f"```\n{inspect.getsource(fonction).rstrip()}\n```")


def montrer_contrat() -> Tableau:
    """Le contrat de la table normalisée : ce que chaque colonne promet (vérifié par pandera)."""
    from chatmairie.echecs.donnees.contrat import CONTRAT

    lignes = [{"Colonne": nom, "Ce qu'elle promet": regle.description} for nom, regle in CONTRAT.columns.items()]
    return Tableau(lignes, legende=_dire("contrat"), max_lignes=None)


def figure_torts(rejeu: Rejeu) -> Figure:
    """Par jour de dépôt : enfants recevables refusés par ChatMairie."""
    recevables = rejeu.decisions[rejeu.decisions["recevable"]]
    lignes = _par_jour(recevables, recevables["decision"].eq("refuser"), "Enfants recevables", "Refusés à tort")
    pire = max(lignes, key=lambda ligne: ligne["Sur 100"])
    dont, sur = pire["Refusés à tort"], pire["Enfants recevables"]
    n, tous = sum(ligne["Refusés à tort"] for ligne in lignes), len(recevables)
    semaine = _dire("toute_la_semaine")
    lignes.append({"Jour": semaine, "Enfants recevables": tous, "Refusés à tort": n, "Sur 100": round(100 * n / tous)})
    pari = progres.courant().lire("paris", "donnees.combien")
    return _barres(
        {ligne["Jour"]: ligne["Sur 100"] for ligne in lignes},
        lignes,
        prevision=None if pari is None else {semaine: pari},
        titre=_dire("torts"),
        resume=_dire("resume_des_torts", jour=pire["Jour"], n=dont, sur=sur, ailleurs=n - dont),
    )


def montrer_score(rejeu: Rejeu) -> Tableau:
    """Le score de la machine : accord avec quoi ? L'archive mise de côté, puis le règlement ; et qui est refusé."""
    archives = normaliser(rejeu.archives)
    derniere = archives["annee"].max()
    essai = archives[archives["annee"].eq(derniere)]
    modele = entrainer(archives[archives["annee"].lt(derniere)], colonnes_brutes())
    decisions = rejeu.decisions
    comptes = {
        "conformes_a_l_archive": modele.accepte(essai).eq(essai["decision"].eq("accepte")),
        "conformes_au_reglement": decisions["decision"].eq("accepter").eq(decisions["recevable"]),
        "refuses_a_tort": decisions.loc[decisions["recevable"], "refus_a_tort"],
    }
    lignes = [
        {
            "Ce qui est compté": _dire(quoi, annee=int(derniere)),
            "Sur 100": part_entre(int(vrais.sum()), len(vrais)),
            "Effectifs": f"{int(vrais.sum())} sur {len(vrais)}",
        }
        for quoi, vrais in comptes.items()
    ]
    return Tableau(lignes, legende=_dire("score"))


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
        Tableau(ensemble, legende=_dire("familles")), Tableau(a_jour_egal, legende=_dire("familles_a_jour_egal"))
    )


def montrer_substituts(archives: pd.DataFrame) -> Tableau:
    """Ce qui redonne le jour : deux copies, un vrai substitut, et une colonne qui n'en dit presque rien."""
    lignes = [
        {
            "Colonnes": colonnes,
            "Trahit le mercredi": round(predire_le_jour(archives, colonnes.split(", ")), 2),
            "Ce que c'est": quoi,
        }
        for colonnes, quoi in TEXTES["vues"]["colonnes"].items()
    ]
    return Tableau(lignes, legende=_dire("substituts"))


def figure_refus_par_jour(archives: pd.DataFrame) -> Figure:
    """Dans l'archive : part de refus par jour."""
    lignes = _par_jour(archives, archives["decision"].eq("refuse"), "Dossiers", "Refus")
    parts = {ligne["Jour"]: ligne["Sur 100"] for ligne in lignes}
    resume = _dire("resume_des_refus", jours=", ".join(f"{jour} {part}" for jour, part in parts.items()))
    return _barres(parts, lignes, titre=_dire("refus"), resume=resume)


def _par_jour(table: pd.DataFrame, comptees: pd.Series, tous: str, quoi: str) -> list[dict[str, Any]]:
    """Par jour de dépôt : combien de lignes, combien de comptées, et leur part sur 100."""
    groupes = comptees.groupby(table["jour_depot"]).agg(["sum", "size"])
    return [
        {"Jour": jour, tous: int(total), quoi: int(n), "Sur 100": round(100 * n / total)}
        for jour, n, total in groupes.reindex([j for j in JOURS if j in groupes.index]).itertuples()
    ]


def figure_remedes(essai: Essai) -> Tableau:
    """Ce que change chaque remède : refus à tort le mercredi, les autres jours, chez les enfants de 3 ans."""
    return _tableau_des_torts(essai.torts, _dire("remedes"))


def _tableau_des_torts(torts: Mapping[str, Mapping[str, int]], legende: str) -> Tableau:
    """Une ligne par remède : effectifs, même dénominateur de chaque côté."""
    groupes = TEXTES["vues"]["groupes"]
    lignes = [
        {"Remède": remede} | {nom: f"{comptes[g]} sur {comptes[f'total_{g}']}" for g, nom in groupes.items()}
        for remede, comptes in torts.items()
    ]
    return Tableau(lignes, legende=legende)


def figure_avant_apres(reprise: Reprise) -> Any:
    """Avant et après les réponses de l'apprenant : par jour, par âge, et pour Léa."""
    if reprise.decisions is None:
        return CarteTexte("Rejouons", reprise.manque)
    jours, ages = par_jour(reprise.decisions), par_age(reprise.decisions)
    figure = _barres(
        {"avant": _sur_cent(jours, "avant"), "après": _sur_cent(jours, "apres")},
        [_ligne("Jour", groupe, valeurs) for groupe, valeurs in jours.iterrows()],
        titre=_dire("avant_apres"),
        resume=_dire("resume_avant_apres", avant=int(jours["avant"].sum()), apres=int(jours["apres"].sum())),
    )
    lea = reprise.decisions[reprise.decisions["prenom"].eq(personne("lea").prenom)].iloc[0]
    return Ensemble(
        figure,
        Tableau(
            [_ligne("Âge", f"{groupe} ans", valeurs) for groupe, valeurs in ages.iterrows()], legende=_dire("par_age")
        ),
        _demandes_de_pieces(reprise.rejeu.dossiers[reprise.decisions["apres"].eq("a_completer").to_numpy()]),
        CarteTexte(_dire("et_lea"), _dire("lea_apres", suite=SUITES.get(lea["apres"], lea["apres"]))),
    )


def _demandes_de_pieces(dossiers: pd.DataFrame, combien: int = 3) -> Tableau:
    """Ce que reçoivent les premières familles dont le dossier est à compléter : la liste de ce qui manque."""
    manques, rien = a_demander(dossiers), _dire("rien_a_demander")
    lignes = [
        {"Enfant": f"{d['prenom']}, {d['age']} ans", "Ce qu'on lui demande": manques[i] or rien}
        for i, d in dossiers.head(combien).iterrows()
    ]
    return Tableau(lignes, legende=_dire("demandes", n=len(dossiers)), vide=_dire("aucune_demande"))


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
        lignes = [{**ligne, _dire("prevision"): prevision.get(ligne[premiere])} for ligne in lignes]
    figure.tableau = Tableau(lignes, legende=_dire("chiffres", titre=titre), max_lignes=None)
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
        titre=_dire("quelles_colonnes"),
    )


def montrer_les_torts(graine: int, retirees: tuple[str, ...]) -> Tableau:
    """Le tableau de la manette : avec tout, puis sans les colonnes choisies."""
    nom = _dire("sans", colonnes=", ".join(retirees)) if retirees else _dire("tout_encore")
    essais = {_dire("tout"): compter_les_torts(graine, ()), nom: compter_les_torts(graine, retirees)}
    return _tableau_des_torts(essais, _dire("essais"))


def manette_autre_jour(graine: int) -> Manette:
    """« Même dossier, autre jour » : Léa, avec le modèle de la mairie ou sans `jour_depot`."""
    machines = TEXTES["vues"]["machines"]
    return Manette(
        {
            "jour": Choix("Jour de dépôt", list(JOURS), MONDE_DU_COURS.jour_sale),
            "machine": Choix("Machine", machines, machines[0]),
        },
        lambda jour, machine: montrer_autre_jour(graine, jour, machine),
        titre=_dire("autre_jour"),
    )


def montrer_autre_jour(graine: int, jour: str, machine: str) -> Any:
    """La réponse faite à Léa ce jour-là, et tous les jours côte à côte."""
    reponses = reponses_a_lea(graine, () if machine == TEXTES["vues"]["machines"][0] else ("jour_depot",))
    choisi = _dire("jour_choisi", jour=jour)
    lignes = [{"Jour de dépôt": choisi if j == jour else j, "Réponse à Léa": r} for j, r in reponses.items()]
    return Ensemble(Tableau(lignes, legende=_dire("lea", machine=machine, jour=jour, reponse=reponses[jour])))


def reponses_a_lea(graine: int, retirees: tuple[str, ...]) -> dict[str, str]:
    """Jour -> « acceptée » ou « refusée » : seuls le jour et ce qui en naît (file, ticket, canal, heure) changent."""
    rejeu = rejouer(graine)
    lea = rejeu.dossiers[rejeu.dossiers["prenom"].eq(personne("lea").prenom)].head(1)
    modele = modele_sans(graine, retirees)
    reponses = {}
    for rang, jour in enumerate(JOURS):
        dossier = autre_jour(lea, jour, MONDE_DU_COURS, np.random.default_rng([graine, rang]))
        reponses[jour] = SUITES["accepter" if modele.accepte(dossier).iloc[0] else "refuser"]
    return reponses
