"""Le tableau de bord du maire, jour après jour, puis ce qu'il ne montrait pas. Chaque nombre vient du rejeu."""

from __future__ import annotations

import math
from datetime import timedelta
from functools import partial

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.jouer import Jeu, Pas
from chatmairie.affichage.scenes import Ecran, Groupe, Personnes, milliers
from chatmairie.echecs.choix_ia.journal import OUVERTURE
from chatmairie.echecs.choix_ia.rejeu import Rejeu
from chatmairie.echecs.choix_ia.rejouons import Reprise
from chatmairie.echecs.choix_ia.service import en_table, jour_du_retrait, mesurer
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.journal import SYNTHETIQUE
from chatmairie.echecs.commun.recit import merci
from chatmairie.langue.mots import accorder
from chatmairie.langue.texte import nombre

_DE_CE_PUBLIC = {"lecteur_ecran": "rayan", "sans_ecran": "karim", "apprenants": "erin"}
"""Public -> la personne de la distribution qui en est."""
DEMAIN, SEMAINE, RIDEAU = "Jour suivant", "Une semaine plus tard", "Je ne suis plus tranquille : que se passe-t-il ?"


def jour_apres_jour(rejeu: Rejeu) -> Jeu:
    """« Jour suivant » tant que l'on est tranquille ; puis le rideau se lève sur qui ne pouvait pas se plaindre."""
    satisfaction = mesurer(rejeu.deroule, "satisfaction")[1]
    fin = rejeu.retrait
    pas: dict[str, Pas] = {}
    for jour in range(1, fin + 1):
        suites = {
            DEMAIN: f"jour {jour + 1}",
            SEMAINE: f"jour {min(jour + 7, fin)}",
            RIDEAU: f"rideau {jour}",
        }
        if jour == fin:
            suites = {"Lever le rideau": f"rideau {fin}"}
        pas[f"jour {jour}"] = Pas(partial(_ecran, rejeu, jour, satisfaction[jour - 1]), suites)
        pas[f"rideau {jour}"] = Pas(partial(derriere_le_tableau, rejeu, jour))
    vus = [f"jour {j}" for j in (1, 8, 15) if j < fin]
    return Jeu("Le tableau de bord du maire", pas, [*vus, f"jour {fin}", f"rideau {fin}"])


def _ecran(rejeu: Rejeu, jour: int, note: float) -> Ecran:
    plaintes = int(rejeu.deroule.plaintes[:jour].sum())
    dite = "pas encore de note" if math.isnan(note) else f"{_en_mot(note)} ({nombre(note, 1)} sur 10)"
    phrase = "« Aucun souci. » Personne ne vous appelle." if not plaintes else "« Rien d'alarmant. »"
    if jour == rejeu.retrait:
        phrase = (
            f"{accorder(plaintes, 'plainte', 'plaintes')}. « À retirer du site, et VIIIIITE ! »"
            if jour_du_retrait(rejeu.deroule)
            else "Le service tourne encore."
        )
    valeurs = {"Satisfaction": dite, "Plaintes reçues": str(plaintes)}
    return Ecran(f"Tableau de bord, jour {jour}", valeurs, phrase, visage=True)


def _en_mot(note: float) -> str:
    return "bonne" if note >= 7 else "correcte" if note >= 5 else "mauvaise"


def derriere_le_tableau(rejeu: Rejeu, jour: int) -> Ensemble:
    """Ce jour-là : le public le moins bien servi, en points, et quelques personnes que l'on connaît."""
    table = en_table(rejeu.deroule, jour)
    pire = table.sort_values(["sur_100", "demandes"], ascending=[False, False]).iloc[0]
    demandes, perdues, plaintes = int(pire["demandes"]), int(pire["echecs"]), int(pire["plaintes"])
    total, ensemble = int(table["echecs"].sum()), int(table["demandes"].sum())
    dites = "aucune plainte" if not plaintes else accorder(plaintes, "plainte", "plaintes")
    prenoms = {personne(cle).prenom for cle in _DE_CE_PUBLIC.values()}
    ce_soir = (OUVERTURE + timedelta(days=jour - 1)).isoformat()
    connus = rejeu.journal[rejeu.journal["personne"].isin(prenoms) & rejeu.journal["date"].le(ce_soir)]
    connus = connus.drop_duplicates("personne")
    return Ensemble(
        Personnes(
            f"Jour {jour} : celles et ceux que le tableau ne montrait pas",
            f"{pire['public'][0].upper()}{pire['public'][1:]} : {accorder(demandes, 'demande', 'demandes')}, "
            f"{accorder(perdues, 'perdue', 'perdues')}, {dites}. "
            f"Tous publics réunis : {milliers(total)} demandes perdues sur {milliers(ensemble)}. {SYNTHETIQUE}",
            [Groupe("Demandes perdues", perdues, "plein"), Groupe("Demandes servies", demandes - perdues)],
            nommees=[(str(x.personne), str(x.texte)) for x in connus.itertuples()],
            unite=("demande", "demandes"),
        ),
        nom="Derrière le tableau de bord",
    )


def le_dernier_ecran(reprise: Reprise) -> CarteTexte:
    """Le public le moins bien servi que vos réponses épargnent, et celui qui perd encore le plus de demandes."""
    if reprise.manque or reprise.publics is None:
        return merci("specialiste", reprise.manque or "La consultation est sans suite.")
    table = reprise.publics.set_index("Public")
    gagnent = table.index[table["Votre choix"] < table["Choix du maire"]]
    publics = reprise.rejeu.publics.set_index("public")
    epargne = publics.loc[gagnent, "sur_100"].idxmax() if len(gagnent) else ""
    reste = table.drop(index=epargne, errors="ignore")["Votre choix"]
    lese = reste.idxmax() if reste.max() > 0 else ""
    prenoms = {cle: personne(qui).prenom for cle, qui in _DE_CE_PUBLIC.items()}

    def dire(public: str) -> str:
        if not public:
            return ""
        prenom = prenoms.get(str(publics.loc[public, "cle"]))
        avant, apres = table.loc[public, ["Choix du maire", "Votre choix"]]
        return (
            f"{f'{prenom}, parmi ' if prenom else ''}{public}. Demandes perdues : {avant} avec le choix du maire, "
            f"{apres} avec le vôtre."
        )

    return merci("specialiste", "", dire(epargne), dire(lese))
