"""Le journal du service : ce que des gens ont dit après le passage de ChatMairie.

Il se déduit du déroulé : chaque tort raconté est tiré parmi ceux qui ont eu lieu. Un service qui n'a rien remis à tort
donne un journal sans vol d'acte. Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte.service import Deroule
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.journal import LigneDeJournal, jour_ouvert, numeroter, pertes_de
from chatmairie.langue.mots import de

PERTES = pertes_de("papiers", "intimite", "acte", "temps", "autonomie", "travail_bien_fait")
_VOLES = (
    ("standard", "{q} : « Un crédit a été ouvert à mon nom, avec une copie de mon acte de naissance. Je ne l'ai jamais "
     "demandée. »", ("papiers", "temps", "intimite")),
    ("courrier", "{q} : « Votre service écrit que mon acte est parti. À qui ? Je n'ai rien demandé. »",
     ("papiers", "intimite")),
    ("guichet", "{q} apprend que son acte de naissance est parti à une adresse qui n'est pas la sienne. On ne peut pas "
     "le reprendre.", ("papiers", "intimite")),
)  # fmt: skip
_PARENTS = (
    "courrier",
    "{q}, cité comme parent dans un acte parti chez un inconnu : « Ma date de naissance et mon ancienne adresse y "
    "sont. Je n'ai rien demandé à personne. »",
    ("intimite", "papiers"),
)
_DEHORS = {
    "lecteur_ecran": (
        "standard",
        "{q} lit l'écran avec un lecteur d'écran : le code s'efface avant d'avoir été lu. Trois essais, puis "
        "bloqué. Un "
        "voisin a dû faire la demande à sa place.",
        ("autonomie", "acte", "temps", "intimite"),
    ),
    "tape_lentement": (
        "standard",
        "{q} tape lentement : « Trop tard » trois fois. Le dossier ({motif}) est parti sans l'acte.",
        ("acte", "temps", "autonomie"),
    ),
    "sans_telephone": (
        "guichet",
        "{q} n'a pas de téléphone : ChatMairie en exige un. Une matinée pour venir demander ici.",
        ("temps", "autonomie", "acte"),
    ),
    "sans_smartphone": (
        "guichet",
        "{q} n'a pas de smartphone : « numéro de portable obligatoire ». Deux bus pour venir.",
        ("temps", "autonomie", "acte"),
    ),
    "etranger": (
        "courrier",
        "{q} vit à l'étranger : le formulaire refuse son numéro. Démarche repoussée ({motif}), faute d'acte.",
        ("acte", "autonomie", "temps"),
    ),
}
_INTIMES = (
    "conversations",
    "Un prestataire a relu des conversations « pour améliorer le service ». Celle {de_q} disait pourquoi : {motif}.",
    ("intimite",),
)
_AGENTS = (
    ("ingrid", "Des actes sortent de mon registre sans ma signature. J'en réponds, et je ne les ai pas vus passer.",
     ("travail_bien_fait",)),
    ("ingrid", "Repris un par un les envois de la semaine pour savoir lesquels sont partis ailleurs. Trois soirées.",
     ("temps", "travail_bien_fait")),
    ("solange", "Encore des appels « qui a demandé mon acte ? ». Je ne sais pas quoi répondre. Deux heures de plus ce "
     "soir.", ("temps", "travail_bien_fait")),
)  # fmt: skip
_ORDINAIRES = (
    ("standard", "{q} a reçu son acte en dix minutes, et remercie."),
    ("standard", "{q} demande les horaires du service d'état civil. Réponse donnée."),
    ("guichet", "{q} vient chercher un livret de famille. Remis."),
    ("boîte d'envoi", "Avis de lecture : {q} a ouvert l'acte qui lui était destiné."),
    ("conversations", "{q} demande à quoi sert un extrait sans filiation. Réponse juste."),
)


def tirer_journal(rng: Generator, deroule: Deroule) -> pd.DataFrame:
    """Le journal de l'année, avec ce que seul le juge regarde (voir `gabarits/journal.py`)."""
    d = deroule.demandes
    lignes: list[LigneDeJournal] = []
    voles = _quelques(rng, d[d["a_tort"]], 9, "camille")
    for rang, (_, ligne) in enumerate(voles.iterrows()):
        lignes.append(_dire(ligne, *_VOLES[rang % len(_VOLES)], usager=False))
    cites = _quelques(rng, d[d["a_tort"] & d["parents"].ne("")], len(d))
    for _, ligne in cites[cites["acte"].ne("extrait sans filiation")].head(3).iterrows():
        parent = ligne["parents"].split(" et ")[0]
        lignes.append(_dire(ligne, *_PARENTS, usager=False, qui=parent))
    for situation, modele in _DEHORS.items():
        for _, ligne in _quelques(rng, d[d["dehors"] & d["situation"].eq(situation)], 4, "rayan", "karim").iterrows():
            lignes.append(_dire(ligne, *modele, usager=True))
    elle = d["demandeur"].eq("la personne")
    intimes = d[elle & d["motif"].isin(("adoption", "PACS", "succession chez un notaire")) & d["etat"].eq("remis")]
    for _, ligne in _quelques(rng, intimes, 3).iterrows():
        lignes.append(_dire(ligne, *_INTIMES, usager=True))
    if len(voles):
        for _, ligne in _quelques(rng, d[d["a_tort"]], 6).iterrows():
            cle, texte, pertes = _AGENTS[int(rng.integers(len(_AGENTS)))]
            agent = personne(cle)
            lignes.append(
                _dire(ligne, "feuille d'heures", texte, pertes, usager=False, qui=f"{agent.prenom}, {agent.role}")
            )
    servis = d[elle & d["etat"].eq("remis") & d["cle"].eq("")]
    for rang, (_, ligne) in enumerate(_quelques(rng, servis, 15).iterrows()):
        source, texte = _ORDINAIRES[rang % len(_ORDINAIRES)]
        lignes.append(_dire(ligne, source, texte, (), usager=True))
    return numeroter(rng, lignes)


def _quelques(rng: Generator, table: pd.DataFrame, combien: int, *cles: str) -> pd.DataFrame:
    """`combien` lignes au hasard ; celles de ces habitants de la distribution en font partie."""
    melee = table.iloc[rng.permutation(len(table))]
    dabord = melee["cle"].isin(cles)
    return pd.concat([melee[dabord], melee[~dabord]]).head(combien)


def _dire(
    ligne: pd.Series, source: str, texte: str, pertes: tuple[str, ...], *, usager: bool, qui: str = ""
) -> LigneDeJournal:
    qui = qui or f"{ligne['prenom']} {ligne['nom']}"
    quand = jour_ouvert(date.fromisoformat(ligne["date"]) + timedelta(days=9))
    return LigneDeJournal(quand, source, qui, usager, texte.format(q=qui, de_q=de(qui), motif=ligne["motif"]), pertes)
