"""Ce que le bilan montre : rien n'est calculé ici."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from itertools import accumulate
from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Encadre, Ensemble
from chatmairie.affichage.figures import barres, courbe
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Choix, Curseur, Manette
from chatmairie.echecs.bilan import memoire, resultats
from chatmairie.echecs.bilan.arret import ETAPES, ROLES
from chatmairie.echecs.bilan.exercices.auditer import ATTENDUS, MANQUES, PREUVES
from chatmairie.echecs.bilan.exercices.refaire import QUI
from chatmairie.echecs.bilan.indicateurs import INDICATEURS, SUPPOSES, Intervalle
from chatmairie.echecs.bilan.remedes import Reprise, ville_de
from chatmairie.echecs.bilan.resultats import MINUTES, Heures, compter
from chatmairie.echecs.bilan.ville import PUBLICS
from chatmairie.echecs.commun.distribution import agents, habitants
from chatmairie.echecs.commun.gabarit import textes
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.juge.exercice import Option
from chatmairie.juge.sans_code import melees
from chatmairie.langue.phrases import remplir
from chatmairie.langue.texte import nombre

T = textes(__file__)

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
        legende=T.dire("budget"),
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
        resume=T.dire("echecs/restent", restent=restent) if restent else T.dire("echecs/rien"),
        decimales=1,
        quoi="Échec",
    )
    figure.tableau = Tableau(
        [
            {"Échec": r.titre, "Ce qui est compté": r.mesure, "Sur": r.sur, "Avant": r.avant, "Après": r.apres}
            for r in lus.values()
        ],
        legende=T.dire("cinq_echecs", graine=str(resultats.graine())),
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
    return Tableau(lignes, legende=T.dire("devenirs", qui=quoi), max_lignes=None)


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
            "Solde nul si réparer prend": T.dire("aucune_bascule")
            if x.bascule == float("inf")
            else T.dire("bascule", fois=x.bascule),
        }
        for x in heures.lignes
    ]  # fmt: skip
    return Ensemble(
        Tableau(
            lignes,
            legende=T.dire("heures", service=titre),
            max_lignes=None,
        ),
        CarteTexte(T.dire("perdants", n=heures.perdants, sur=len(heures.lignes)), T.dire("pas_de_somme")),
    )


def montrer_minutes() -> Tableau:
    """Les minutes supposées : ce qui en fait des hypothèses, et non des mesures."""
    lignes = [
        {
            "Échec": resultats.ECHECS[e],
            "Un geste gagné": T.dire("des_minutes", quoi=quoi, n=gagne),
            "Une personne à réparer": T.dire("des_minutes", quoi=reparer, n=passe),
        }
        for e, (gagne, passe, quoi, reparer) in MINUTES.items()
    ]
    return Tableau(lignes, legende=T.dire("minutes"), max_lignes=None)


def heures_deplacees(gain: float, reparation: float, service: str) -> Ensemble:
    """Le résultat de la manette."""
    return montrer_heures(compter(gain / 100, reparation / 100, service == "réparé"), f"service {service}")


def manette_heures() -> Manette:
    """« Et si la machine faisait gagner plus ? » : les minutes supposées bougent, le solde suit."""
    return Manette(
        {
            "gain": Curseur("Minutes gagnées par geste", 0, 300, 10, 100, "% de l'hypothèse"),
            "reparation": Curseur("Minutes pour réparer", 0, 300, 10, 100, "% de l'hypothèse"),
            "service": Choix("Service", ["de l'histoire", "réparé"], "de l'histoire"),
        },
        heures_deplacees,
        titre="Un temps fou ?",
    )


# --- éteindre -----------------------------------------------------------------------------------------


def montrer_la_situation(graine: int) -> Tableau:
    """Ce que l'on sait ce soir, dans la ville de ce numéro, et dans d'autres."""
    v = ville_de(graine)
    connu = {**asdict(v), "demandes": nombre(v.demandes_par_jour, 0)}
    return Tableau(
        [
            {"Ce que l'on sait ce soir": dit["sait"], "Ici": remplir(dit["ici"], **connu)}
            for dit in T.contenu["situation"]
        ],
        legende=T.dire("situation"),
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
        return list(accumulate(jour[rang] for jour in suite.par_jour))

    figure = courbe(
        [j for j, _, _ in avec.par_jour],
        {
            "lésées, sans rien faire": cumul(rien, 1),
            "lésées, votre plan": cumul(avec, 1),
            "sans service, votre plan": cumul(avec, 2),
        },
        titre="Trente jours : personnes lésées, et personnes sans service (cumul)",
        resume=T.dire("trente_jours", rien=rien.nouveaux, avec=avec.nouveaux, dehors=avec.dehors),
        etiquette_x="jour",
        etiquette_y="personnes",
        decimales=0,
    )
    dits, ville = T.contenu["bilans"], reprise.ville
    lignes = [
        (dits["nouveaux"], rien.nouveaux, avec.nouveaux),
        *(
            (remplir(dits["sans_service"], public=texte), rien.sans_service[p], avec.sans_service[p])
            for p, texte in PUBLICS.items()
        ),
        *(
            (remplir(dits[nom], sur=sur), getattr(rien, nom), getattr(avec, nom))
            for nom, sur in (
                ("refusees", ville.refusees),
                ("non_prevenus", ville.actes_partis),
                ("dossiers_perdus", ville.en_attente),
                ("agents_surpris", ville.agents),
                ("sans_preuve", 0),
            )
        ),
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
            legende=T.dire("indicateurs", supposes=[f"« {code} »" for code in SUPPOSES]),
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
        return CarteTexte("Votre audit", T.dire("audit_illisible", probleme=str(probleme)))
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
        CarteTexte("Votre audit", T.dire("criteres_tenus", n=oui)),
        Tableau(
            lignes,
            legende="Ce qui manque avant de rouvrir.",
            max_lignes=None,
            vide="Rien ne manque ? Relisez les preuves.",
        ),
    )
