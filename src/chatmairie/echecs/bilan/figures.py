"""Ce que le bilan montre : rien n'est calculé ici."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Encadre, Ensemble
from chatmairie.affichage.figures import barres, courbe
from chatmairie.affichage.tableaux import Tableau
from chatmairie.echecs.bilan import memoire, resultats
from chatmairie.echecs.bilan.arret import ETAPES, ROLES
from chatmairie.echecs.bilan.exercices.auditer import ATTENDUS, MANQUES, PREUVES
from chatmairie.echecs.bilan.exercices.refaire import QUI
from chatmairie.echecs.bilan.heures import MINUTES, Heures, compter
from chatmairie.echecs.bilan.indicateurs import INDICATEURS, SUPPOSES, Intervalle
from chatmairie.echecs.bilan.rejouons import Reprise, ville_de
from chatmairie.echecs.bilan.ville import PUBLICS
from chatmairie.echecs.commun.distribution import agents, habitants
from chatmairie.juge.exercice import Option
from chatmairie.juge.sans_code import melees
from chatmairie.langue.mots import accorder, combien_sur
from chatmairie.langue.texte import enumerer, nombre

SYNTHETIQUE = "Données synthétiques, personnes fictives."


# --- ce qui s'est passé -------------------------------------------------------------------------------


def montrer_reactions() -> Ensemble:
    """Les réactions fictives, en vrai texte."""
    cadres = []
    for r in memoire.reactions():
        legende = [f"Légende de la capture d'écran : « {r['legende']} »"] if "legende" in r else []
        cadres.append(Encadre(f"{r['qui']} ({r['ton']})", f"« {r['texte']} »", *legende))
    return Ensemble(*cadres, nom="Réactions fictives")


def montrer_budget(graine: int) -> Tableau:
    """Le prix de l'offre choisie par le maire, et son coût complet, dans la consultation de ce numéro."""
    from chatmairie.echecs.choix_ia.mecanisme import cout_total
    from chatmairie.echecs.choix_ia.rejeu import rejouer

    rejeu = rejouer(graine)
    prix = rejeu.offres.set_index("nom")["prix_k_eur"]
    couts = cout_total(rejeu.marche)
    mieux = str(couts.idxmin())
    return Tableau(
        [
            {"L'offre": f"{nom} ({pourquoi})", "Prix annoncé (k€)": round(float(prix[nom])),
             "Coût complet attendu (k€)": round(float(couts[nom]))}
            for nom, pourquoi in ((rejeu.gagnant, "le choix du maire"), (mieux, "la moins coûteuse à la fin"))
        ],
        legende="Le coût complet compte le risque d'un retrait : crise, rachat, heures d'agents (hypothèse du cours, "
        f"carnet 01). {SYNTHETIQUE}",
    )  # fmt: skip


def figure_echecs() -> Ensemble:
    """Les cinq échecs côte à côte : avant, après, sur 100, et les effectifs."""
    lus = resultats.charger()
    series = {
        "service de l'histoire": {r.titre: 100 * r.avant / r.sur for r in lus.values()},
        "service réparé": {r.titre: 100 * r.apres / r.sur for r in lus.values()},
    }
    restent = [r.titre for r in lus.values() if r.apres]
    figure = barres(
        series,
        titre="Ce qui a mal tourné, sur 100",
        resume="Dans chaque échec, les réparations du cours réduisent le tort. "
        + (f"Il en reste : {enumerer(restent)}. " if restent else "Il n'en reste pas dans ces mesures-là. ")
        + SYNTHETIQUE,
        decimales=1,
        quoi="Échec",
    )
    figure.tableau = Tableau(
        [
            {"Échec": r.titre, "Ce qui est compté": r.mesure, "Sur": r.sur, "Avant": r.avant, "Après": r.apres}
            for r in lus.values()
        ],
        legende=f"Les cinq échecs, avec le numéro {resultats.graine()} et les réponses du cours.",
        max_lignes=None,
    )
    absents = [titre for echec, titre in resultats.ECHECS.items() if echec not in lus]
    if not absents:
        return Ensemble(figure)
    return Ensemble(
        figure, CarteTexte("Ce qui manque ici", f"Pas encore de résultat enregistré : {', '.join(absents)}.")
    )


def montrer_devenirs(agents_de_la_ville: bool = False) -> Tableau:
    """Ce que chacun est devenu : les habitants, ou les agents."""
    gens = agents() if agents_de_la_ville else habitants()
    racontes = memoire.devenirs()
    lignes = [
        {
            "Qui": f"{p.prenom}, {p.role}",
            "Carnets": ", ".join(racontes[p.cle]["carnets"]),
            "Avant": racontes[p.cle]["avant"],
            "Après les réparations": racontes[p.cle]["apres"],
        }
        for p in gens
    ]
    quoi = "agents de la mairie" if agents_de_la_ville else "habitants"
    return Tableau(lignes, legende=f"Ce que chacun est devenu : {quoi}. {SYNTHETIQUE}", max_lignes=None)


# --- le temps fou -------------------------------------------------------------------------------------


def montrer_heures(heures: Heures, titre: str = "le service de l'histoire") -> Ensemble:
    """Les heures d'agents gagnées et passées à réparer, échec par échec."""
    lignes = [
        {
            "Échec": resultats.ECHECS[x.echec],
            "Gestes faits par la machine": x.gestes,
            "Heures gagnées": round(x.gagnees, 1),
            "Personnes lésées": x.leses,
            "Heures à réparer": round(x.passees, 1),
            "Solde": round(x.solde, 1),
            "Solde nul si réparer prend": "rien à réparer" if x.bascule == float("inf")
            else f"{nombre(x.bascule)} fois ce temps",
        }
        for x in heures.lignes
    ]  # fmt: skip
    return Ensemble(
        Tableau(
            lignes,
            legende=f"Heures d'agents, {titre}, chaque échec sur la durée de son carnet (quarante jours de service, "
            f"une rentrée, une semaine, une année, un envoi) : lisez ligne à ligne. {SYNTHETIQUE}",
            max_lignes=None,
        ),
        CarteTexte(
            combien_sur(
                heures.perdants,
                len(heures.lignes),
                "échec {} coûte plus d'heures qu'il n'en fait gagner",
                "échecs {} coûtent plus d'heures qu'ils n'en font gagner",
            ),
            "Les durées diffèrent : ne retenez pas de somme. Et ce ne sont pas les mêmes agents : la personne qui "
            "gagne "
            "du temps n'est pas celle qui répond au téléphone.",
        ),
    )


def _minutes(duree: float) -> str:
    return f"{nombre(duree)} minute{'s' if duree >= 2 else ''}"


def montrer_minutes() -> Tableau:
    """Les minutes supposées : ce qui en fait des hypothèses, et non des mesures."""
    lignes = [
        {
            "Échec": resultats.ECHECS[e],
            "Un geste gagné": f"{quoi} : {_minutes(gagne)}",
            "Une personne à réparer": f"{reparer} : {_minutes(passe)}",
        }
        for e, (gagne, passe, quoi, reparer) in MINUTES.items()
    ]
    return Tableau(lignes, legende="Minutes supposées (hypothèse du cours) : déplacez-les ci-dessous.", max_lignes=None)


def heures_deplacees(gain: float, reparation: float, service: str) -> Ensemble:
    """Le résultat de la manette."""
    return montrer_heures(compter(gain / 100, reparation / 100, service == "réparé"), f"service {service}")


# --- éteindre -----------------------------------------------------------------------------------------


def montrer_la_situation(graine: int) -> Tableau:
    """Ce que l'on sait ce soir, dans la ville de ce numéro, et dans d'autres."""
    v = ville_de(graine)
    lignes = [
        ("Il est 20 h : c'est l'heure 0. La mairie ouvre demain à 8 h, l'heure 12.", ""),
        (
            "Le prochain envoi de SMS est déjà programmé",
            f"heure {v.envoi_h} ({v.destinataires} destinataires) ; ailleurs, de 2 à 12",
        ),
        ("Demandes d'habitants un jour ordinaire", nombre(v.demandes_par_jour, 0)),
        ("Dossiers déposés, sans réponse", str(v.en_attente)),
        ("Familles refusées à tort", f"{v.refusees} ; rentrée à l'heure {v.rentree_h} (ailleurs, dans 4 à 12 jours)"),
        ("Actes partis chez quelqu'un d'autre", str(v.actes_partis)),
        ("Le prestataire efface ses journaux", f"à l'heure {v.journaux_h} (ailleurs, au bout de 2 à 7 jours)"),
        ("Numéros recueillis", "un autre service a déjà demandé la liste, « pour plus tard »"),
        ("Guichet et téléphone", "réduits à l'ouverture de ChatMairie : sans renfort, ils ne prennent plus personne"),
    ]
    return Tableau(
        [{"Ce que l'on sait ce soir": a, "Ici": b} for a, b in lignes],
        legende="La situation, ce soir. Votre plan servira aussi dans d'autres mairies. Les effectifs sont ceux d'une "
        f"ville inventée pour ce carnet (hypothèses du cours), non les comptes des carnets d'avant. {SYNTHETIQUE}",
        max_lignes=None,
    )


def montrer_etapes() -> Ensemble:
    """Les étapes possibles (dans un ordre mêlé) et les personnes à qui les confier."""
    return Ensemble(_codes("etape", "Ce que l'on peut faire", ETAPES), _codes("qui", "À qui le confier", ROLES))


def _codes(cle: str, titre: str, table: Mapping[str, str]) -> Tableau:
    lignes = [{"Code": code, titre: texte} for code, texte in melees(cle, Option("", table))]
    return Tableau(lignes, legende=f"{titre} (« {cle} »).", max_lignes=None)


def figure_arret(reprise: Reprise) -> Ensemble:
    """Trente jours avec le plan : personnes lésées et sans service, à côté de « ne rien faire »."""
    if reprise.avec is None:
        return Ensemble(CarteTexte("Rejouons", reprise.manque))
    rien, avec = reprise.sans_rien, reprise.avec

    def cumul(suite: Any, rang: int) -> list[int]:
        total, sortie = 0, []
        for jour in suite.par_jour:
            total += jour[rang]
            sortie.append(total)
        return sortie

    figure = courbe(
        [j for j, _, _ in avec.par_jour],
        {
            "lésées, sans rien faire": cumul(rien, 1),
            "lésées, votre plan": cumul(avec, 1),
            "sans service, votre plan": cumul(avec, 2),
        },
        titre="Trente jours : personnes lésées, et personnes sans service (cumul)",
        resume=f"Sans rien faire : {accorder(rien.nouveaux, 'personne lésée', 'personnes lésées')} en trente jours. "
        f"Avec "
        f"votre plan : {accorder(avec.nouveaux, 'personne lésée', 'personnes lésées')}, {avec.dehors} sans service. "
        f"{SYNTHETIQUE}",
        etiquette_x="jour",
        etiquette_y="personnes",
        decimales=0,
    )
    v = reprise.ville
    lignes = [
        ("Personnes lésées après la décision", rien.nouveaux, avec.nouveaux),
        *((f"Sans service : {texte}", rien.sans_service[p], avec.sans_service[p]) for p, texte in PUBLICS.items()),
        (f"Familles refusées à tort sans leur place (sur {v.refusees})", rien.refusees, avec.refusees),
        (f"Titulaires jamais prévenus (sur {v.actes_partis})", rien.non_prevenus, avec.non_prevenus),
        (f"Dossiers en attente restés sans réponse (sur {v.en_attente})", rien.dossiers_perdus, avec.dossiers_perdus),
        (f"Agents qui l'apprennent des habitants (sur {v.agents})", rien.agents_surpris, avec.agents_surpris),
        ("Personnes lésées sans preuve de ce qui leur est arrivé", rien.sans_preuve, avec.sans_preuve),
    ]
    tableau = Tableau(
        [{"Trente jours plus tard": a, "Sans rien faire": b, "Votre plan": c} for a, b, c in lignes],
        legende=f"Qui est encore lésé ? {SYNTHETIQUE}",
        max_lignes=None,
    )
    return Ensemble(figure, tableau)


# --- refaire, auditer ---------------------------------------------------------------------------------


def montrer_indicateurs() -> Ensemble:
    """Les indicateurs mesurés dans les carnets, et qui pourrait dire non."""
    lignes = [
        {
            "Code": code,
            "Indicateur": i.nom,
            "Carnet": resultats.ECHECS[i.echec],
            "Se lit": "au plus" if i.au_plus else "au moins",
            "Service qui a gardé le défaut": _intervalle(i.malade),
            "Service à moitié réparé": _intervalle(i.moitie),
            "Service sain": _intervalle(i.sain),
        }
        for code, i in INDICATEURS.items()
    ]
    return Ensemble(
        Tableau(
            lignes,
            legende="Les indicateurs : mesures des carnets, élargies pour d'autres villes (hypothèse du cours) ; "
            f"{enumerer([f'« {code} »' for code in SUPPOSES])} sont supposés, comme toute la colonne "
            f"« à moitié réparé ». {SYNTHETIQUE}",
            max_lignes=None,
        ),
        _codes("qui", "Qui peut dire non", QUI),
    )


def _intervalle(valeurs: Intervalle) -> str:
    bas, haut = valeurs
    return f"toujours {nombre(bas)}" if bas == haut else f"de {nombre(bas)} à {nombre(haut)}"


def montrer_criteres_audit() -> Ensemble:
    """Les douze critères de l'audit, et les preuves possibles."""
    from chatmairie.referentiel.lecture import charger

    grille = charger()
    echecs = {c: e for e, liste in grille.choix.audit_bilan.items() for c in liste}
    lignes = [
        {
            "Code": c,
            "Critère": grille.criteres[c].enonce,
            "Échec": resultats.ECHECS[echecs[c]],
            "Statut": grille.criteres[c].provenance.statut,
        }
        for c in ATTENDUS
    ]
    return Ensemble(
        Tableau(lignes, legende="Douze critères de la grille du cours, en forme de RIA31.", max_lignes=None),
        _codes("preuve", "Ce que l'on pourrait montrer", PREUVES),
        _codes("manque", "Ce qui manque, si c'est « partiel »", MANQUES),
    )


def montrer_audit(AUDIT: Any) -> Any:
    """Le bilan d'audit des douze critères, tel que le montre la grille ; une phrase s'il ne se lit pas encore."""
    from chatmairie.echecs.bilan.exercices.auditer import AUCUNE, EXERCICE
    from chatmairie.juge.exercice import FormeInattendue
    from chatmairie.juge.formes import non_traitee
    from chatmairie.referentiel.audit import auditer

    if non_traitee(AUDIT):
        return CarteTexte("Votre audit", "Écrivez d'abord : `AUDIT`.")
    try:
        lu = EXERCICE.repondre({"AUDIT": AUDIT}, {})["audit"]
    except FormeInattendue as probleme:
        return CarteTexte("Votre audit", f"Il ne se lit pas encore. {probleme}")
    reponses = {c: (x["reponse"], "" if x["preuve"] == AUCUNE else PREUVES[x["preuve"]]) for c, x in lu.items()}
    bilan = auditer(reponses, nom="ChatMairie réparé (douze critères sur quarante et un)")
    manques = [x for x in bilan.ecarts() if x.critere.identifiant in lu]
    lignes = [
        {
            "Critère": x.critere.identifiant,
            "Question": x.critere.enonce,
            "Retenu": x.retenue,
            "Pourquoi": x.remarque or f"preuve citée : {reponses[x.critere.identifiant][1] or 'aucune'}",
        }
        for x in manques
    ]
    oui = sum(x.retenue == "oui" for x in bilan.lignes)
    return Ensemble(
        CarteTexte(
            "Votre audit", combien_sur(oui, 12, "critère {} est tenu", "critères {} sont tenus") + ", preuve à l'appui."
        ),
        Tableau(
            lignes,
            legende="Ce qui manque avant de rouvrir.",
            max_lignes=None,
            vide="Rien ne manque ? Relisez les preuves.",
        ),
    )
