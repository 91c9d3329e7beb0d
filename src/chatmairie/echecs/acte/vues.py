"""Ce que le carnet montre et ce que l'on y bouge : tableaux, figures, manettes, chacun avec son équivalent texte.
On n'y calcule que des effectifs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.figures import Figure, barres
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Cases, Choix, Curseur, Manette
from chatmairie.echecs.acte.delivrance import IDENTIFICATIONS, VOIES
from chatmairie.echecs.acte.mecanisme import (
    DEMANDES,
    ENVOYE_A,
    ETATS,
    LIE_A,
    chance_du_devineur,
    chance_sans_telephone,
    part_bloquee,
)
from chatmairie.echecs.acte.monde import (
    AVEC_FILIATION,
    CHAMPS,
    MONDE_DU_COURS,
    NOMS_DES_SITUATIONS,
    TEXTES,
    Monde,
    dire,
)
from chatmairie.echecs.acte.rejeu import Rejeu, rejouer
from chatmairie.echecs.acte.remedes import ABOUTIES, Reprise, champs_avant
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.langue.phrases import remplir
from chatmairie.langue.texte import nombre
from chatmairie.parcours import progres


def montrer_traces(rejeu: Rejeu, lignes: int = 3) -> Ensemble:
    """La boîte d'envoi et le journal technique, tels qu'ils ont été laissés."""
    envois, technique = rejeu.deroule.envois, rejeu.deroule.technique
    colonnes = {"destinataire": "À", "objet": "Objet", "piece_jointe": "Pièce jointe"}
    return Ensemble(
        _tableau(envois[list(colonnes)].rename(columns=colonnes), "envois", lignes, n=len(envois)),
        _tableau(technique[["texte"]].set_axis(["Journal technique"], axis=1), "technique", lignes, n=len(technique)),
    )


def figure_attaquants(rejeu: Rejeu) -> Figure:
    """Actes obtenus par chaque attaquant, sur 100 demandes."""
    d = rejeu.deroule.demandes
    lignes: list[dict[str, Any]] = []
    for a in MONDE_DU_COURS.attaquants:
        a_tort = d.loc[d["demandeur"].eq(a.cle), "a_tort"]
        effectifs = {"Demandes": len(a_tort), "Actes obtenus": int(a_tort.sum())}
        lignes.append({"Qui demande à la place d'un autre": a.nom, **effectifs, "Sur 100": _cent(*effectifs.values())})
    pari = progres.courant().lire("paris", "acte.combien")
    return _barres(
        lignes,
        "attaquants",
        prevision=None if pari is None else {MONDE_DU_COURS.attaquants[0].nom: pari},
        total=sum(ligne["Actes obtenus"] for ligne in lignes),
        n=lignes[0]["Actes obtenus"],
        sur=lignes[0]["Demandes"],
    )


def figure_dehors(rejeu: Rejeu) -> Figure:
    """Par situation, les personnes venues pour leur propre acte et restées dehors."""
    d = rejeu.deroule.demandes
    elle = d[d["demandeur"].eq("la personne")]
    lignes: list[dict[str, Any]] = []
    for situation, nom in NOMS_DES_SITUATIONS.items():
        les_leurs = elle[elle["situation"].eq(situation)]
        lignes.append(
            {
                "Situation": nom,
                "Personnes": len(les_leurs),
                "Abandons": int(les_leurs["etat"].eq("abandon").sum()),
                "Bloquées par le code": int(les_leurs["etat"].eq("bloque").sum()),
                "Sur 100": _cent(len(les_leurs), int(les_leurs["dehors"].sum())),
            }
        )
    return _barres(lignes, "dehors", n=int(elle["dehors"].sum()), sur=len(elle))


def montrer_collecte(rejeu: Rejeu) -> Ensemble:
    """Ce qui a été gardé : par champ, combien de réponses, et combien de personnes sans acte en échange."""
    fichier = rejeu.collecte
    gardes = ("prenom", "nom", "date_naissance", "parents", "adresse", "telephone", "courriel", "motif")
    lignes = [{"Champ": c, "Réponses gardées": int(fichier[c].ne("").sum())} for c in gardes]
    renonce = int(rejeu.deroule.demandes["etat"].eq("abandon").sum())
    return Ensemble(
        _tableau(lignes, "collecte", sur=len(fichier), n=renonce),
        _tableau(fichier[["prenom", "nom", "date_naissance", "telephone", "motif"]], "premieres_lignes", 3),
    )


def montrer_etats(rejeu: Rejeu) -> Tableau:
    """Ce que devient une demande, état par état."""
    etats, elle = rejeu.deroule.demandes["etat"], rejeu.deroule.demandes["demandeur"].eq("la personne")
    lignes = [
        {
            "La demande finit par": nom,
            "Demandes": int(etats.eq(etat).sum()),
            "dont la personne elle-même": int((etats.eq(etat) & elle).sum()),
            "dont quelqu'un d'autre": int((etats.eq(etat) & ~elle).sum()),
        }
        for etat, nom in ETATS.items()
    ]
    return _tableau(lignes, "demandes_de_l_annee", n=len(elle))


def montrer_defenses(mesures: pd.DataFrame) -> Tableau:
    """Chaque remède, face à chaque attaquant."""
    return _tableau(mesures, "defenses")


def figure_avant_apres(reprise: Reprise) -> Any:
    """Avant et après les réponses de l'apprenant : actes partis, gens dehors, réponses gardées, minutes."""
    if reprise.demandes is None:
        return CarteTexte("Rejouons", reprise.manque)
    d = reprise.demandes
    elle = d["demandeur"].eq("la personne")
    dehors = {"avant": d["dehors"], "après": elle & ~d["apres"].isin(ABOUTIES)}
    lignes: list[dict[str, Any]] = []
    series: dict[str, dict[str, int]] = {quand: {} for quand in dehors}
    for situation, nom in NOMS_DES_SITUATIONS.items():
        ici = d["situation"].eq(situation)
        ligne: dict[str, Any] = {"Situation": nom, "Personnes": int((elle & ici).sum())}
        for quand, qui in dehors.items():
            ligne[f"Dehors {quand}"] = int((qui & ici).sum())
            series[quand][nom] = _cent(ligne["Personnes"], ligne[f"Dehors {quand}"])
        lignes.append(ligne)
    avant, apres = (int(qui.sum()) for qui in dehors.values())
    figure = _barres(lignes, "dehors_avant_apres", series, n=avant, apres=apres)
    return Ensemble(figure, _bilan(reprise, d), _messages(reprise), _camille(d))


def _bilan(reprise: Reprise, d: pd.DataFrame) -> Tableau:
    elle = d["demandeur"].eq("la personne")
    reserve = d["acte"].isin(AVEC_FILIATION)  # l'autre extrait est ouvert à toute personne : rien n'y est volé
    avant, apres = d[elle & d["etat"].eq("remis")], d[elle & d["apres"].eq("servi")]
    minutes, minutes_apres = avant["minutes"], d.loc[elle & d["apres"].isin(ABOUTIES), "minutes_apres"]
    mesures = (
        ((d["a_tort"] & reserve).sum(), (d["apres"].eq("servi") & ~elle & reserve).sum()),
        (len(avant), len(apres)),
        (0, (elle & d["apres"].eq("pas_besoin")).sum()),
        (champs_avant(d), d["champs"].sum()),
        (len(CHAMPS) + 1, apres["etapes_apres"].mean()),
        (minutes.median(), minutes_apres.median()),
        (minutes.quantile(0.9), minutes_apres.quantile(0.9)),
    )
    lignes = [
        {"": nom, "Avant": _propre(a), "Après": _propre(b)}
        for nom, (a, b) in zip(TEXTES["mesures"], mesures, strict=True)
    ]
    bloques = ", ".join(f"{NOMS_DES_SITUATIONS[s]} : {round(100 * p)}" for s, p in reprise.bloques.items())
    return _tableau(lignes, "bilan", devine=1000 * reprise.devine, bloques=bloques)


def _messages(reprise: Reprise) -> Tableau:
    avant, ligne = reprise.rejeu.deroule, ", ".join(f"{c} = {v}" for c, v in reprise.ligne.items())
    lignes = [
        {"": "Le message", "Avant": avant.envois["objet"].iloc[0], "Après": reprise.message[:160]},
        {"": "Le journal", "Avant": avant.technique["texte"].iloc[0], "Après": ligne[:160]},
    ]
    return _tableau(lignes, "derriere_l_ecran")


def _camille(demandes: pd.DataFrame) -> CarteTexte:
    apres, qui = demandes[demandes["cle"].eq("camille")].iloc[0]["apres"], personne("camille").prenom
    phrases = TEXTES["camille"]
    return CarteTexte(remplir(phrases["titre"], qui=qui), remplir(phrases.get(apres, phrases["arrete"]), qui=qui))


def _cent(total: int, n: int) -> int:
    return round(100 * n / max(1, total))


def _propre(valeur: Any) -> str:
    """Un effectif tel quel ; une moyenne, avec un chiffre après la virgule, s'il y avait quelqu'un."""
    if not isinstance(valeur, float):
        return str(valeur)
    return "personne" if np.isnan(valeur) else nombre(valeur, 1)


def _tableau(donnees: Any, phrase: str, lignes: int | None = None, **trous: Any) -> Tableau:
    """Un tableau, que présente cette phrase."""
    return Tableau(donnees, legende=dire(phrase, synthetique=SYNTHETIQUE, **trous), max_lignes=lignes)


def _barres(
    lignes: list[dict[str, Any]],
    phrase: str,
    valeurs: Mapping[str, Any] | None = None,
    prevision: Mapping[str, Any] | None = None,
    **trous: Any,
) -> Figure:
    """Des barres « sur 100 » (par défaut, la colonne de ce nom), avec un tableau qui donne aussi les effectifs."""
    titre, premiere = TEXTES["titres"][phrase], next(iter(lignes[0]))
    figure = barres(
        valeurs or {ligne[premiere]: ligne["Sur 100"] for ligne in lignes},
        titre=titre,
        resume=dire(phrase, synthetique=SYNTHETIQUE, **trous),
        unite="sur 100",
        maxi=100,
        prevision=prevision,
    )
    if prevision is not None:
        lignes = [{**ligne, "Votre prévision, sur 100": prevision.get(ligne[premiere])} for ligne in lignes]
    figure.tableau = _tableau(lignes, "les_chiffres", titre=titre)
    return figure


# --- ce que l'on lit avant de décider -------------------------------------------------------------------


def montrer_champs() -> Tableau:
    """La table des douze champs : à quoi il sert, qui l'a déjà, ce que d'autres en feraient."""
    lignes = [
        {
            "Champ": cle,
            "À quoi il servirait": c.sert,
            "Qui l'a déjà": c.detenu,
            "Ce qu'un autre en ferait": c.prise,
        }
        for cle, c in CHAMPS.items()
    ]
    return _tableau(lignes, "champs")


def montrer_fiche(monde: Monde = MONDE_DU_COURS) -> Tableau:
    """La fiche de l'officier d'état civil : la question, la règle, et ce qui l'assure."""
    usages = ", ".join(f"« {u} »" for u in monde.sans_acte)
    lignes = [
        {"Question": question, "Ce que dit la fiche": remplir(regle, sans_acte=usages), "C'est": assurance}
        for question, regle, assurance in (x.values() for x in TEXTES["fiche"])
    ]
    return _tableau(lignes, "fiche")


def montrer_moyens() -> Tableau:
    """Les moyens de dire qui l'on est : ce qui s'écrit dans `demande["moyens"]`, où le donner, ce que cela dure."""
    lignes = [
        {
            "Ce qui s'écrit": cle,
            "Ce que c'est": i.nom,
            "Où donner cette preuve": VOIES.get(i.voie, "nulle part"),
            "Minutes, pour une personne honnête": i.minutes,
        }
        for cle, i in IDENTIFICATIONS.items()
    ]
    return _tableau(lignes, "moyens")


# --- ce que l'on bouge ----------------------------------------------------------------------------------


def manette_code(graine: int) -> Manette:
    """« Quel code ? » : qui devine, qui sait, qui est bloqué."""
    return Manette(
        {
            "longueur": Curseur("Longueur", 4, 10, 1, 4, "chiffres"),
            "essais": Curseur("Essais avant blocage", 1, 50, 1, 5),
            "duree": Curseur("Durée de vie", 1, 60, 1, 1, ("minute", "minutes")),
            "envoye_a": Choix("Le code arrive", ENVOYE_A, "chat"),
            "lie_a": Choix("Les essais", LIE_A, "session"),
            "prolonger": Choix("Demander du temps", {"non": "impossible", "oui": "possible"}, "non"),
        },
        lambda **reglage: montrer_code(graine, **reglage),
        titre="Quel code ?",
    )


@lru_cache(maxsize=128)
def montrer_code(
    graine: int, longueur: float, essais: float, duree: float, envoye_a: str, lie_a: str, prolonger: str
) -> Any:
    """Ce que fait ce réglage aux attaquants, et aux gens."""
    reglage = {
        "longueur": int(longueur),
        "essais": int(essais),
        "duree_min": float(duree),
        "envoye_a": envoye_a,
        "lie_a": lie_a,
        "prolonger": prolonger == "oui",
        "autre_voie": "aucune",
    }
    hasard = np.random.default_rng([graine, 41, 4])
    attaques = [
        {
            "Qui": dire("sans_tenir_le_telephone", attaquant=a.nom),
            "Codes obtenus, sur 1 000 demandes": round(1000 * chance_sans_telephone(reglage, a)),
        }
        for a in MONDE_DU_COURS.attaquants
    ]
    gens = [
        {"Qui": nom, "Bloqués, sur 100": round(100 * part_bloquee(hasard, reglage, s))}
        for s, nom in NOMS_DES_SITUATIONS.items()
        if s != "sans_telephone"
    ]
    chances = 1000 * chance_du_devineur(reglage)
    return Ensemble(
        _tableau(attaques, "deviner", chances=chances, demandes=DEMANDES),
        _tableau(gens, "bloques"),
    )


def manette_champs(graine: int) -> Manette:
    """« Quels champs garder ? » : le fichier qui reste, et ce qu'un voleur de fichier en ferait."""
    noms = {cle: champ.nom for cle, champ in CHAMPS.items()}
    return Manette(
        {"gardes": Cases("Champs gardés", noms, list(noms))},
        lambda gardes: montrer_fichier(graine, tuple(gardes)),
        titre="Quels champs garder ?",
    )


def montrer_fichier(graine: int, gardes: tuple[str, ...]) -> Any:
    """Pour les champs gardés : combien de réponses, et ce que d'autres en feraient."""
    personnes = len(rejouer(graine).collecte)
    lignes = [
        {"Champ": CHAMPS[c].nom, "Réponses": personnes, "Ce qu'un autre en ferait": CHAMPS[c].prise} for c in gardes
    ]
    legende = dire(
        "fichier", champs=len(gardes), sur=personnes, reponses=str(len(gardes) * personnes), synthetique=SYNTHETIQUE
    )
    return Ensemble(Tableau(lignes, legende=legende, max_lignes=None, vide=dire("fichier_vide")))
