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
from chatmairie.echecs.acte.remedes import Reprise, champs_avant
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.parcours import progres


def montrer_traces(rejeu: Rejeu, lignes: int = 3) -> Ensemble:
    """La boîte d'envoi et le journal technique, tels qu'ils ont été laissés."""
    envois, technique = rejeu.deroule.envois, rejeu.deroule.technique
    return Ensemble(
        Tableau(
            [{"À": e.destinataire, "Objet": e.objet, "Pièce jointe": e.piece_jointe} for e in envois.itertuples()],
            legende=dire("envois", n=len(envois)),
            max_lignes=lignes,
        ),
        Tableau(
            [{"Journal technique": t.texte} for t in technique.itertuples()],
            legende=dire("technique", n=len(technique), synthetique=SYNTHETIQUE),
            max_lignes=lignes,
        ),
    )


def figure_attaquants(rejeu: Rejeu) -> Figure:
    """Actes obtenus par chaque attaquant, sur 100 demandes."""
    d = rejeu.deroule.demandes
    lignes: list[dict[str, Any]] = []
    for a in MONDE_DU_COURS.attaquants:
        les_siennes = d[d["demandeur"].eq(a.cle)]
        obtenus = int(les_siennes["a_tort"].sum())
        lignes.append(
            {
                "Qui demande à la place d'un autre": a.nom,
                "Demandes": len(les_siennes),
                "Actes obtenus": obtenus,
                "Sur 100": round(100 * obtenus / max(1, len(les_siennes))),
            }
        )
    pari = progres.courant().lire("paris", "acte.combien")
    total = sum(ligne["Actes obtenus"] for ligne in lignes)
    return _barres(
        {ligne["Qui demande à la place d'un autre"]: ligne["Sur 100"] for ligne in lignes},
        lignes,
        prevision=None if pari is None else {MONDE_DU_COURS.attaquants[0].nom: pari},
        titre="Actes obtenus à la place d'un autre, sur 100 demandes",
        resume=dire(
            "attaquants",
            total=total,
            n=lignes[0]["Actes obtenus"],
            sur=lignes[0]["Demandes"],
            synthetique=SYNTHETIQUE,
        ),
    )


def figure_dehors(rejeu: Rejeu) -> Figure:
    """Par situation, les personnes venues pour leur propre acte et restées dehors."""
    d = rejeu.deroule.demandes
    elle = d[d["demandeur"].eq("la personne")]
    lignes: list[dict[str, Any]] = []
    for situation, nom in NOMS_DES_SITUATIONS.items():
        les_leurs = elle[elle["situation"].eq(situation)]
        dehors = int(les_leurs["dehors"].sum())
        lignes.append(
            {
                "Situation": nom,
                "Personnes": len(les_leurs),
                "Abandons": int(les_leurs["etat"].eq("abandon").sum()),
                "Bloquées par le code": int(les_leurs["etat"].eq("bloque").sum()),
                "Sur 100": round(100 * dehors / max(1, len(les_leurs))),
            }
        )
    return _barres(
        {ligne["Situation"]: ligne["Sur 100"] for ligne in lignes},
        lignes,
        titre="Personnes sans leur propre acte, sur 100, par situation",
        resume=dire("dehors", n=int(elle["dehors"].sum()), sur=len(elle), synthetique=SYNTHETIQUE),
    )


def montrer_collecte(rejeu: Rejeu) -> Ensemble:
    """Ce qui a été gardé : par champ, combien de réponses, et combien de personnes sans acte en échange."""
    fichier = rejeu.collecte
    d = rejeu.deroule.demandes
    gardes = ("prenom", "nom", "date_naissance", "parents", "adresse", "telephone", "courriel", "motif")
    lignes = [{"Champ": c, "Réponses gardées": int(fichier[c].ne("").sum())} for c in gardes]
    renonce = int(d["etat"].eq("abandon").sum())
    return Ensemble(
        Tableau(
            lignes,
            legende=dire("collecte", sur=len(fichier), n=renonce, synthetique=SYNTHETIQUE),
            max_lignes=None,
        ),
        Tableau(
            fichier[["prenom", "nom", "date_naissance", "telephone", "motif"]],
            legende=dire("premieres_lignes"),
            max_lignes=3,
        ),
    )


def montrer_etats(rejeu: Rejeu) -> Tableau:
    """Ce que devient une demande, état par état."""
    comptes = rejeu.deroule.demandes["etat"].value_counts()
    elle = rejeu.deroule.demandes["demandeur"].eq("la personne")
    honnetes = rejeu.deroule.demandes[elle]["etat"].value_counts()
    return Tableau(
        [
            {
                "La demande finit par": nom,
                "Demandes": int(comptes.get(etat, 0)),
                "dont la personne elle-même": int(honnetes.get(etat, 0)),
                "dont quelqu'un d'autre": int(comptes.get(etat, 0) - honnetes.get(etat, 0)),
            }
            for etat, nom in ETATS.items()
        ],
        legende=dire("demandes_de_l_annee", n=len(elle), synthetique=SYNTHETIQUE),
        max_lignes=None,
    )


def montrer_defenses(mesures: pd.DataFrame) -> Tableau:
    """Chaque remède, face à chaque attaquant."""
    return Tableau(
        mesures,
        legende=dire("defenses"),
        max_lignes=None,
    )


def figure_avant_apres(reprise: Reprise) -> Any:
    """Avant et après les réponses de l'apprenant : actes partis, gens dehors, réponses gardées, minutes."""
    if reprise.demandes is None:
        return CarteTexte("Rejouons", reprise.manque)
    d = reprise.demandes
    elle = d["demandeur"].eq("la personne")
    apres_dehors = elle & ~d["apres"].isin(("servi", "pas_besoin"))
    situations: list[dict[str, Any]] = [
        {
            "Situation": nom,
            "Personnes": int((elle & d["situation"].eq(s)).sum()),
            "Dehors avant": int((d["dehors"] & d["situation"].eq(s)).sum()),
            "Dehors après": int((apres_dehors & d["situation"].eq(s)).sum()),
        }
        for s, nom in NOMS_DES_SITUATIONS.items()
    ]
    reserve = d["acte"].isin(AVEC_FILIATION)  # l'autre extrait est ouvert à toute personne : rien n'y est volé
    voles = int((d["apres"].eq("servi") & ~elle & reserve).sum())
    figure = _barres(
        {
            "avant": {x["Situation"]: _cent(x["Dehors avant"], x["Personnes"]) for x in situations},
            "après": {x["Situation"]: _cent(x["Dehors après"], x["Personnes"]) for x in situations},
        },
        situations,
        titre="Personnes sans leur propre acte, sur 100 : avant et après vos réponses",
        resume=dire(
            "dehors_avant_apres", n=int(d["dehors"].sum()), apres=int(apres_dehors.sum()), synthetique=SYNTHETIQUE
        ),
    )
    return Ensemble(figure, _bilan(reprise, d, voles), _messages(reprise), _camille(d))


def _bilan(reprise: Reprise, d: pd.DataFrame, voles: int) -> Tableau:
    elle = d["demandeur"].eq("la personne")
    servis_avant, servis_apres = d[elle & d["etat"].eq("remis")], d[elle & d["apres"].eq("servi")]
    sans = int((elle & d["apres"].eq("pas_besoin")).sum())
    reserve = d["acte"].isin(AVEC_FILIATION)
    renseignes = d[elle & d["apres"].isin(("servi", "pas_besoin"))]
    lignes = [
        ("Actes réservés partis chez quelqu'un d'autre", int((d["a_tort"] & reserve).sum()), voles),
        ("Personnes qui ont leur acte", len(servis_avant), len(servis_apres)),
        ("Personnes à qui l'on dit : pas besoin d'acte", 0, sans),
        ("Réponses gardées", champs_avant(d), int(d["champs"].sum())),
        (
            "Choses à fournir, par personne servie (en moyenne)",
            len(CHAMPS) + 1,
            _moyenne(servis_apres["etapes_apres"]),
        ),
        (
            "Minutes, par personne servie ou renseignée (médiane)",
            _mediane(servis_avant["minutes"]),
            _mediane(renseignes["minutes_apres"]),
        ),
        (
            "Minutes, pour la personne sur dix qui en passe le plus",
            round(float(servis_avant["minutes"].quantile(0.9)), 1),
            round(float(renseignes["minutes_apres"].quantile(0.9)), 1) if len(renseignes) else "personne",
        ),
    ]
    bloques = ", ".join(f"{NOMS_DES_SITUATIONS[s]} : {round(100 * p)}" for s, p in reprise.bloques.items())
    return Tableau(
        [{"": nom, "Avant": _propre(a), "Après": _propre(b)} for nom, a, b in lignes],
        legende=dire("bilan", devine=1000 * reprise.devine, bloques=bloques),
        max_lignes=None,
    )


def _messages(reprise: Reprise) -> Tableau:
    avant = reprise.rejeu.deroule.envois["objet"].iloc[0]
    return Tableau(
        [
            {"": "Le message", "Avant": avant, "Après": reprise.message[:160]},
            {
                "": "Le journal",
                "Avant": reprise.rejeu.deroule.technique["texte"].iloc[0],
                "Après": ", ".join(f"{c} = {v}" for c, v in reprise.ligne.items())[:160],
            },
        ],
        legende=dire("derriere_l_ecran"),
        max_lignes=None,
    )


def _camille(demandes: pd.DataFrame) -> CarteTexte:
    apres = demandes[demandes["cle"].eq("camille")].iloc[0]["apres"]
    prenom = personne("camille").prenom
    suite = TEXTES["camille"].get(apres, TEXTES["camille"]["arrete"])
    return CarteTexte(dire("camille_titre", qui=prenom), dire("camille", suite=suite.replace("{qui}", prenom)))


def _cent(n: int, total: int) -> int:
    return round(100 * n / max(1, total))


def _moyenne(valeurs: pd.Series) -> Any:
    return round(float(valeurs.mean()), 1) if len(valeurs) else "personne"


def _mediane(valeurs: pd.Series) -> Any:
    return round(float(valeurs.median()), 1) if len(valeurs) else "personne"


def _propre(valeur: Any) -> str:
    return str(valeur).replace(".0", "").replace(".", ",") if isinstance(valeur, float) else str(valeur)


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


# --- ce que l'on lit avant de décider -------------------------------------------------------------------


def montrer_champs() -> Tableau:
    """La table des douze champs : à quoi il sert, qui l'a déjà, ce que d'autres en feraient."""
    return Tableau(
        [
            {
                "Champ": cle,
                "À quoi il servirait": c.sert,
                "Qui l'a déjà": c.detenu or "personne n'en a besoin",
                "Ce qu'un autre en ferait": c.prise,
            }
            for cle, c in CHAMPS.items()
        ],
        legende=dire("champs"),
        max_lignes=None,
    )


def montrer_fiche(monde: Monde = MONDE_DU_COURS) -> Tableau:
    """La fiche de l'officier d'état civil : la question, la règle, et ce qui l'assure."""
    usages = ", ".join(f"« {u} »" for u in monde.sans_acte)
    return Tableau(
        [
            {
                "Question": x["question"],
                "Ce que dit la fiche": x["regle"].replace("{sans_acte}", usages),
                "C'est": x["assurance"],
            }
            for x in TEXTES["fiche"]
        ],
        legende=dire("fiche"),
        max_lignes=None,
    )


def montrer_moyens() -> Tableau:
    """Les moyens de dire qui l'on est : ce qui s'écrit dans `demande["moyens"]`, où le donner, ce que cela dure."""
    return Tableau(
        [
            {
                "Ce qui s'écrit": cle,
                "Ce que c'est": i.nom,
                "Où donner cette preuve": VOIES.get(i.voie, "nulle part"),
                "Minutes, pour une personne honnête": i.minutes,
            }
            for cle, i in IDENTIFICATIONS.items()
        ],
        legende=dire("moyens"),
        max_lignes=None,
    )


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
    return Ensemble(
        Tableau(
            attaques,
            legende=dire("deviner", chances=1000 * chance_du_devineur(reglage), demandes=DEMANDES),
            max_lignes=None,
        ),
        Tableau(
            gens,
            legende=dire("bloques", synthetique=SYNTHETIQUE),
            max_lignes=None,
        ),
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
        "fichier",
        champs=len(gardes),
        sur=personnes,
        reponses=str(len(gardes) * personnes),
        synthetique=SYNTHETIQUE,
    )
    return Ensemble(Tableau(lignes, legende=legende, max_lignes=None, vide=dire("fichier_vide")))
