"""Ce que montre le carnet 01 : chaque figure a son résumé, ses chiffres et ses effectifs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from chatmairie.affichage.cartes import CarteTexte, Encadre, Ensemble
from chatmairie.affichage.figures import Figure, barres, courbe
from chatmairie.affichage.tableaux import Tableau
from chatmairie.echecs.choix_ia.couts import chance_de_retrait, cout_total
from chatmairie.echecs.choix_ia.exercices.cadrer import BESOINS
from chatmairie.echecs.choix_ia.mecanisme import INDICATEURS, derouler, mesurer
from chatmairie.echecs.choix_ia.monde import JOURS_DE_FORMATION, PLANCHER, PUBLICS
from chatmairie.echecs.choix_ia.rejeu import Rejeu
from chatmairie.echecs.choix_ia.remedes import Reprise
from chatmairie.echecs.choix_ia.tirage import COLONNES
from chatmairie.echecs.commun.distribution import habitants
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.langue.mots import accorder
from chatmairie.langue.texte import nombre
from chatmairie.parcours import progres

_ENTETES = {
    "nom": "Candidat",
    "prix_k_eur": "Prix (k€)",
    "methodo": "Méthode",
    "rgpd_ethique": "Données et éthique",
    "accessibilite": "Accessibilité",
    "environnement": "Environnement",
    "references": "Références",
    "plan_reversibilite": "Retour possible",
    "agents_formes_jours": "Formation (jours)",
    "abonnes_tiktok": "Abonnés",
}


def montrer_offres(offres: pd.DataFrame) -> Tableau:
    """Les offres reçues, telles que la mairie les lit (une note vide : la pièce n'a pas été fournie)."""
    table = offres[[c for c in COLONNES if c in offres]].rename(columns=_ENTETES).reset_index(drop=True)
    if "Retour possible" in table:
        table["Retour possible"] = table["Retour possible"].map({True: "oui", False: "non"})
    legende = f"Les offres reçues : notes sur 100, prix en milliers d'euros. Entreprises fictives. {SYNTHETIQUE}"
    return Tableau(table, legende=legende, max_lignes=None, manquant="non fournie")


def montrer_reglement() -> Tableau:
    """Le règlement de la consultation : ce que la mairie avait le droit d'exiger, et n'a pas exigé."""
    lignes = [
        {"Exigence": "Protection des données et éthique", "Colonne": "rgpd_ethique", "Au moins": f"{PLANCHER} sur 100"},
        {"Exigence": "Accessibilité", "Colonne": "accessibilite", "Au moins": f"{PLANCHER} sur 100"},
        {"Exigence": "Plan de réversibilité (reprendre ses données, changer de prestataire)",
         "Colonne": "plan_reversibilite", "Au moins": "oui"},
        {"Exigence": "Formation des agents", "Colonne": "agents_formes_jours",
         "Au moins": f"{JOURS_DE_FORMATION} jours"},
    ]  # fmt: skip
    return Tableau(lignes, legende="Le règlement de la consultation (hypothèse du cours). Rien d'autre n'élimine.")


def montrer_publics() -> Tableau:
    """Les codes à utiliser dans `CADRAGE` : besoins, publics, indicateurs."""
    lignes = [{"Clé": "besoin", "Code": c, "Ce que cela veut dire": t} for c, t in BESOINS.items()]
    lignes += [{"Clé": "publics", "Code": p.cle, "Ce que cela veut dire": p.nom} for p in PUBLICS]
    lignes += [{"Clé": "indicateurs, arret", "Code": c, "Ce que cela veut dire": t} for c, t in INDICATEURS.items()]
    lignes += [
        {"Clé": "arret : sur", "Code": "pire_public", "Ce que cela veut dire": "le public le moins bien servi"},
        {"Clé": "arret : sur", "Code": "moyenne", "Ce que cela veut dire": "tous les publics mélangés"},
    ]
    return Tableau(lignes, legende="Les codes que l'on peut écrire dans `CADRAGE`.", max_lignes=None)


def dessiner_l_affiche() -> Figure:
    """L'affiche de l'histoire, dessinée par le cours : un chat aux jeux olympiques."""
    from matplotlib.patches import Circle, Ellipse, Polygon, Rectangle

    def dessiner(axes: Any) -> None:
        axes.set(xlim=(0, 10), ylim=(0, 5))
        axes.axis("off")
        trait: dict[str, Any] = {"facecolor": "white", "edgecolor": "#1b1b35", "linewidth": 2}
        for x, haut, rang in ((1.2, 0.9, "2"), (3.6, 1.5, "1"), (6.0, 0.6, "3")):
            axes.add_patch(Rectangle((x, 0.2), 2.2, haut, **trait))
            axes.text(x + 1.1, 0.2 + haut / 2, rang, ha="center", va="center", fontsize=16)
        axes.add_patch(Ellipse((4.7, 2.5), 1.3, 1.7, **trait))
        axes.add_patch(Circle((4.7, 3.7), 0.62, **trait))
        for x in (4.2, 5.2):
            axes.add_patch(Polygon([(x - 0.22, 4.1), (x, 4.75), (x + 0.22, 4.1)], **trait))
        for x in (4.5, 4.9):
            axes.add_patch(Circle((x, 3.8), 0.06, color="#1b1b35"))
        for y in (3.5, 3.6):
            axes.plot([3.8, 4.4], [y, 3.55], color="#1b1b35")
            axes.plot([5.0, 5.6], [3.55, y], color="#1b1b35")
        axes.plot([5.3, 6.2, 6.0], [2.2, 2.8, 3.6], color="#1b1b35", linewidth=3)
        axes.add_patch(Circle((4.7, 2.4), 0.3, facecolor="#e8c547", edgecolor="#1b1b35", linewidth=2))
        axes.text(8.3, 3.6, "10\n10\n9,5", ha="center", va="center", fontsize=15)

    resume = (
        "Un chat dessiné salue du haut d'un podium, médaille au cou. Le jury, trois souris hors champ, lui met "
        "10, 10 et "
        "9,5 : l'une d'elles a failli dire ce qu'elle pensait. La vidéo est réussie ; elle ne dit rien d'un "
        "service public."
    )
    notes = [{"Jury": f"souris n° {n}", "Note": note} for n, note in enumerate(("10", "10", "9,5"), start=1)]
    return Figure(dessiner, "L'affiche aux deux millions d'abonnés", resume, notes, taille=(5.2, 2.6))


def figure_service(rejeu: Rejeu) -> Figure:
    """Jour après jour : demandes perdues et plaintes reçues, jusqu'au retrait."""
    jours = list(range(1, rejeu.retrait + 1))
    perdues = rejeu.deroule.echecs[: rejeu.retrait].sum(axis=1).cumsum()
    plaintes = rejeu.deroule.plaintes[: rejeu.retrait].sum(axis=1).cumsum()
    premier = int(np.argmax(plaintes > 0)) + 1
    return courbe(
        jours,
        {"demandes sans réponse": perdues.tolist(), "plaintes reçues": plaintes.tolist()},
        titre="Du premier jour au retrait : demandes sans réponse et plaintes, cumulées",
        resume=f"Le jour de la première plainte (jour {premier}), {int(perdues[premier - 1])} demandes étaient déjà "
        f"sans réponse. Au retrait, jour {rejeu.retrait} : {int(perdues[-1])} demandes perdues, "
        f"{accorder(int(plaintes[-1]), 'plainte', 'plaintes')}. {SYNTHETIQUE}",
        etiquette_x="jour",
        etiquette_y="nombre, depuis l'ouverture",
        decimales=0,
    )


def figure_publics(rejeu: Rejeu) -> Figure:
    """Par public : demandes sans réponse, sur 100, jusqu'au retrait."""
    table = rejeu.publics.sort_values("sur_100", ascending=False)
    lignes = [
        {
            "Public": ligne["public"],
            "Demandes": int(ligne["demandes"]),
            "Sans réponse": int(ligne["echecs"]),
            "Sur 100": int(ligne["sur_100"]),
            "Plaintes": int(ligne["plaintes"]),
        }
        for _, ligne in table.iterrows()
    ]
    perdues, demandes = int(table["echecs"].sum()), int(table["demandes"].sum())
    lignes.append(
        {
            "Public": "tous ensemble",
            "Demandes": demandes,
            "Sans réponse": perdues,
            "Sur 100": round(100 * perdues / demandes),
            "Plaintes": int(table["plaintes"].sum()),
        }
    )
    pari = progres.courant().lire("paris", "choix_ia.combien")
    figure = barres(
        {ligne["Public"]: ligne["Sur 100"] for ligne in lignes},
        titre="Demandes sans réponse, sur 100, par public",
        resume=f"Pire public : {lignes[0]['Public']}, {lignes[0]['Sans réponse']} demandes sans réponse sur "
        f"{lignes[0]['Demandes']}, et {accorder(lignes[0]['Plaintes'], 'plainte', 'plaintes')}. {SYNTHETIQUE}",
        maxi=100,
        prevision=None if pari is None else {"tous ensemble": pari},
    )
    if pari is not None:
        lignes[-1]["Votre prévision, sur 100"] = pari
    figure.tableau = Tableau(lignes, legende="Demandes sans réponse par public : les chiffres.", max_lignes=None)
    return figure


def montrer_un_besoin(rejeu: Rejeu) -> Encadre:
    """Un besoin resté sans réponse : la première ligne du journal où parle une personne du récit."""
    lignes = rejeu.journal[rejeu.journal["personne"].isin([p.prenom for p in habitants()])]
    besoin = lignes.iloc[0]
    return Encadre(f"{besoin['ligne']}, {besoin['source']}", besoin["texte"])


def montrer_couts(rejeu: Rejeu) -> Tableau:
    """Ce que chaque offre de l'histoire coûte, tout compris (la qualité, cachée à la mairie, est montrée ici)."""
    couts = cout_total(rejeu.marche)
    lignes = [
        {
            "Candidat": nom,
            "Prix (k€)": float(rejeu.offres.set_index("nom")["prix_k_eur"][nom]),
            "Qualité (cachée)": int(rejeu.marche.qualite[nom]),
            "Risque de retrait, sur 100": round(100 * float(chance_de_retrait(rejeu.marche.qualite[nom]))),
            "Coût complet attendu (k€)": round(float(couts[nom])),
        }
        for nom in rejeu.offres["nom"]
    ]
    return Tableau(
        lignes,
        legende="Prix, plus le risque de retrait (150 k€ : crise, rachat, heures d'agents). Hypothèse du cours.",
        max_lignes=None,
    )


def montrer_indicateurs(rejeu: Rejeu) -> Tableau:
    """Ce que vaut chaque indicateur au dixième jour : le service de l'histoire, et un service sain."""
    sain = derouler(np.random.default_rng([rejeu.graine, 1]))
    lignes = []
    for nom, texte in INDICATEURS.items():
        ligne: dict[str, Any] = {"Indicateur": nom, "Ce que c'est": texte}
        for quel, deroule in (("ChatMairie", rejeu.deroule), ("service sain", sain)):
            par_public, ensemble = mesurer(deroule, nom)
            publics = par_public[9][~np.isnan(par_public[9])]
            pire = (publics.min() if nom in ("satisfaction", "visites") else publics.max()) if len(publics) else np.nan
            ligne[f"{quel}, moyenne"] = round(float(ensemble[9]), 2)
            ligne[f"{quel}, pire public"] = round(float(pire), 2)
        lignes.append(ligne)
    return Tableau(
        lignes, legende=f"Au dixième jour, sur les sept derniers jours. {SYNTHETIQUE}", max_lignes=None, decimales=2
    )


def figure_avant_apres(reprise: Reprise) -> Any:
    """Le service de l'histoire, puis votre consultation et votre cadrage : qui est encore sans réponse ?"""
    if reprise.manque:
        return CarteTexte("Pas encore", reprise.manque)
    if reprise.gagnant is None:
        return CarteTexte(
            "Sans suite",
            "Avec votre règlement, aucune des cinq offres ne concourt : la consultation est déclarée « sans suite ». "
            "Personne n'est lésé par un mauvais service ; le guichet et le téléphone restent, et l'on revoit le "
            "besoin.",
        )
    return Ensemble(
        CarteTexte(
            f"Votre gagnant : {reprise.gagnant}",
            f"Prix : {reprise.prix:.0f} k€. Coût complet attendu : {reprise.cout:.0f} k€ (celui du maire : "
            f"{reprise.cout_du_maire:.0f} k€).\n\nSi, malgré tout, le service de l'histoire avait ouvert, votre "
            "condition "
            + (
                f"l'aurait arrêté au jour {reprise.jour}, "
                f"après {accorder(reprise.leses_avec, 'demande perdue', 'demandes perdues')} au lieu de "
                f"{reprise.leses_sans}."
                if reprise.jour is not None
                else f"ne l'aurait pas arrêté à temps : les plaintes le font retirer au jour {reprise.rejeu.retrait}, "
                f"après {reprise.leses_avec} demandes perdues, comme sans condition."
            )
            + (
                f"\n\nElle arrête aussi le service que vous avez choisi, au jour {reprise.arret} : un public au moins "
                "y reste trop souvent sans réponse, ou la condition est trop nerveuse."
                if reprise.arret is not None
                else ""
            ),
        ),
        Tableau(
            reprise.publics,
            legende=f"Demandes sans réponse en {reprise.rejeu.retrait} jours, par public"
            + (f" (votre choix : jusqu'à son arrêt, jour {reprise.arret})" if reprise.arret is not None else "")
            + f". {SYNTHETIQUE}",
            max_lignes=None,
        )
        if reprise.publics is not None
        else CarteTexte("", ""),
    )


def montrer_frugalite(mesures: pd.DataFrame, ou: str = "enregistrées par le cours") -> Tableau:
    """Les trois solutions côte à côte. ou : d'où viennent ces mesures (« chez vous »…)."""
    lignes = [
        {
            "Solution": ligne["solution"],
            "Bien dirigées, sur 100": round(100 * ligne["exactitude"]),
            "Pire manière d'écrire, sur 100": f"{round(100 * ligne['pire_public'])} ({ligne['quel_public']})",
            "Secondes pour 1 000 questions": f"{ligne['secondes_pour_1000']:.3f}".replace(".", ","),
            "Taille (Mo)": f"{ligne['memoire_mo']:.2f}".replace(".", ","),
            "Énergie pour 1 000 (Wh)": f"{ligne['energie_wh_pour_1000']:.6f}".replace(".", ","),
        }
        for _, ligne in mesures.iterrows()
    ]
    return Tableau(
        lignes,
        legende=f"Mesures {ou} : 320 questions fictives, tournures jamais vues. Énergie = durée × 15 W, à un facteur "
        "trois près (hypothèse du cours) ; écran, réseau et fabrication n'y sont pas. Le « gros classifieur » pèse "
        f"{nombre(mesures['memoire_mo'].max(), 1)} Mo : ce n'est pas un grand modèle de langue.",
        max_lignes=None,
    )
