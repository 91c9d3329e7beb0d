"""Ce que le carnet montre : tableaux et figures, chacun avec son équivalent texte. On n'y calcule que
des effectifs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.figures import Figure, barres
from chatmairie.affichage.tableaux import Tableau
from chatmairie.echecs.acte.defenses import mesurer_les_defenses
from chatmairie.echecs.acte.mecanisme import CHAMPS_NAIFS, ETATS
from chatmairie.echecs.acte.monde import MONDE_DU_COURS, NOMS_DES_SITUATIONS
from chatmairie.echecs.acte.rejeu import Rejeu
from chatmairie.echecs.acte.remedes import Reprise, champs_avant
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.langue.mots import accorder
from chatmairie.parcours import progres


def montrer_traces(rejeu: Rejeu, lignes: int = 3) -> Ensemble:
    """La boîte d'envoi et le journal technique, tels qu'ils ont été laissés."""
    envois, technique = rejeu.deroule.envois, rejeu.deroule.technique
    return Ensemble(
        Tableau(
            [{"À": e.destinataire, "Objet": e.objet, "Pièce jointe": e.piece_jointe} for e in envois.itertuples()],
            legende=f"La boîte d'envoi : {len(envois)} messages.",
            max_lignes=lignes,
        ),
        Tableau(
            [{"Journal technique": t.texte} for t in technique.itertuples()],
            legende=f"Le journal technique : {len(technique)} lignes, en clair, codes compris. {SYNTHETIQUE}",
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
        resume=f"{accorder(total, 'acte est parti', 'actes sont partis')} chez quelqu'un d'autre. "
        "Qui connaît les proches en obtient "
        f"{lignes[0]['Actes obtenus']} sur {lignes[0]['Demandes']}. {SYNTHETIQUE}",
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
        resume=f"{int(elle['dehors'].sum())} personnes sur {len(elle)} n'ont pas obtenu leur propre acte. "
        f"{SYNTHETIQUE}",
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
            legende=f"Ce qui est gardé sur {len(fichier)} personnes, sans date d'effacement. {renonce} d'entre "
            "elles ont "
            f"renoncé en route : leurs réponses sont restées. Le carnet 42 s'ouvre sur ce fichier. {SYNTHETIQUE}",
            max_lignes=None,
        ),
        Tableau(
            fichier[["prenom", "nom", "date_naissance", "telephone", "motif"]],
            legende="Les premières lignes du fichier.",
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
        legende=f"Les {len(elle)} demandes de l'année, et comment elles finissent. {SYNTHETIQUE}",
        max_lignes=None,
    )


def mesurer(graine: int, tirages: int = 5000) -> pd.DataFrame:
    """La table des remèdes, pour cette graine (voir `defenses.mesurer_les_defenses`)."""
    return mesurer_les_defenses(np.random.default_rng([graine, 41, 3]), MONDE_DU_COURS, tirages)


def montrer_defenses(mesures: pd.DataFrame) -> Tableau:
    """Chaque remède, face à chaque attaquant."""
    return Tableau(
        mesures,
        legende="Actes obtenus à la place d'un autre, sur 100 demandes, selon le remède (5 000 tirages). Le "
        "guichet, le "
        "courrier et FranceConnect+ à 0 : hypothèse du cours ; en vrai, le risque y est réduit, pas nul.",
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
    reserve = d["acte"].ne("extrait sans filiation")  # celui-là est ouvert à toute personne : rien n'y est volé
    voles = int((d["apres"].eq("servi") & ~elle & reserve).sum())
    figure = _barres(
        {
            "avant": {x["Situation"]: _cent(x["Dehors avant"], x["Personnes"]) for x in situations},
            "après": {x["Situation"]: _cent(x["Dehors après"], x["Personnes"]) for x in situations},
        },
        situations,
        titre="Personnes sans leur propre acte, sur 100 : avant et après vos réponses",
        resume=f"Avant : {accorder(int(d['dehors'].sum()), 'personne', 'personnes')} dehors. "
        f"Après : {int(apres_dehors.sum())}. {SYNTHETIQUE}",
    )
    return Ensemble(figure, _bilan(reprise, d, voles), _messages(reprise), _camille(d))


def _bilan(reprise: Reprise, d: pd.DataFrame, voles: int) -> Tableau:
    elle = d["demandeur"].eq("la personne")
    servis_avant, servis_apres = d[elle & d["etat"].eq("remis")], d[elle & d["apres"].eq("servi")]
    sans = int((elle & d["apres"].eq("pas_besoin")).sum())
    reserve = d["acte"].ne("extrait sans filiation")
    renseignes = d[elle & d["apres"].isin(("servi", "pas_besoin"))]
    lignes = [
        ("Actes réservés partis chez quelqu'un d'autre", int((d["a_tort"] & reserve).sum()), voles),
        ("Personnes qui ont leur acte", len(servis_avant), len(servis_apres)),
        ("Personnes à qui l'on dit : pas besoin d'acte", 0, sans),
        ("Réponses gardées", champs_avant(d), int(d["champs"].sum())),
        (
            "Choses à fournir, par personne servie (en moyenne)",
            len(CHAMPS_NAIFS) + 1,
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
        legende=f"« Simplifiée », mesurée. Votre code : {_pour_mille(reprise.devine)} sur 1 000, la chance "
        f"d'être deviné sur cent demandes ; bloqués sur 100 : {bloques}. "
        "Minutes : hypothèses du cours, trajet au guichet compris.",
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
        legende="Ce que lit quelqu'un qui passe derrière l'écran.",
        max_lignes=None,
    )


def _camille(demandes: pd.DataFrame) -> CarteTexte:
    ligne = demandes[demandes["cle"].eq("camille")].iloc[0]
    prenom = personne("camille").prenom
    if ligne["apres"] == "servi":
        suite = f"l'acte de {prenom} part encore chez la personne qui l'a demandé à sa place."
    elif ligne["apres"] == "pas_besoin":
        suite = "aucun acte n'est remis : la personne qui demandait à sa place repart sans rien."
    else:
        suite = "la personne qui demandait à sa place n'obtient rien."
    return CarteTexte(
        f"Et {prenom} ?", f"Avant : son acte est parti chez quelqu'un qui connaît ses proches. Après : {suite}"
    )


def _cent(n: int, total: int) -> int:
    return round(100 * n / max(1, total))


def _moyenne(valeurs: pd.Series) -> Any:
    return round(float(valeurs.mean()), 1) if len(valeurs) else "personne"


def _mediane(valeurs: pd.Series) -> Any:
    return round(float(valeurs.median()), 1) if len(valeurs) else "personne"


def _propre(valeur: Any) -> str:
    return str(valeur).replace(".0", "").replace(".", ",") if isinstance(valeur, float) else str(valeur)


def _pour_mille(part: float) -> str:
    return f"{1000 * part:.2f}".rstrip("0").rstrip(".").replace(".", ",")


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
