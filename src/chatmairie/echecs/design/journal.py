"""Le journal de la semaine : conversations, standard, feuilles d'heures, lettre des participants de l'atelier.

Chaque tort raconté est tiré parmi ceux qui ont eu lieu : une semaine sans réponse familière ni échec donne un journal
sans tort. Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import personne, prenoms, presenter
from chatmairie.echecs.commun.journal import LigneDeJournal, numeroter, pertes_de
from chatmairie.echecs.design.corpus import besoin

PERTES = pertes_de("reponse", "respect", "autonomie", "temps", "parole", "travail_bien_fait")
OUVERTURE = date(2025, 11, 3)
"""Le jour de l'ouverture (hypothèse du cours : un lundi)."""

# personne -> (source, texte, pertes) quand la réponse était familière et la démarche a échoué ; {b} : le besoin.
_ECHECS = {
    "teiva": ("conversation", "Teiva a demandé {b}. Réponse en argot, qui ne dit pas la suite. Il écrit : « Je "
    "voulais suivre "
              "mon dossier, pas un copain. »", ("reponse", "respect")),
    "margaux": ("conversation", "Margaux a demandé {b}. ChatMairie l'a tutoyée et appelée « mon reuf ». Elle a fermé "
    "la page : "
                "« Personne ne me parle comme ça à la mairie. »", ("respect", "reponse")),
    "fatoumata": ("standard", "Fatoumata a écrit sa demande en une minute ({b}). La réponse la tutoie et ne dit pas "
    "quoi "
                  "apporter. Elle rappelle, et attend vingt minutes.", ("temps", "respect", "reponse")),
    "karim": ("standard", "Karim a fait lire à une agente la réponse de ChatMairie ({b}) : ni numéro, ni adresse. Il "
    "n'a pas "
              "d'écran pour chercher la suite.", ("reponse",)),
    "rayan": ("courriel", "Rayan lit l'écran avec un lecteur d'écran : la réponse ({b}) est arrivée en silence. Il a "
    "demandé à "
              "un collègue de la lire pour lui.", ("autonomie",)),
    "nadege": ("courriel", "Nadège agrandit à 200 % : la moitié de la réponse ({b}) sort de la fenêtre, en gris clair "
    "sur "
               "blanc. Elle n'a pas pu la lire seule.", ("autonomie", "reponse")),
    "aurelie": ("guichet", "Aurélie s'exprime en langue des signes. La réponse ({b}) est en argot, qui ne se signe "
                "pas, et ne donne rien à qui écrire. Elle s'est déplacée pour rien.", ("temps", "reponse")),
    "etienne": ("courriel", "Étienne utilise le clavier seul : le bouton d'envoi ne s'atteint qu'à la souris. Sa "
    "demande ({b}) "
                "n'est jamais partie.", ("autonomie", "reponse")),
    "zofia": ("guichet", "Zofia a apporté la réponse imprimée ({b}). Trois mots lui manquent. Elle les demande à voix "
    "basse, "
              "devant la file.", ("respect", "autonomie")),
    "erin": ("guichet", "Erin apprend le français. Elle a cherché les mots de la réponse ({b}) dans son dictionnaire : "
             "ils n'y sont pas. Sa démarche attend.", ("reponse", "autonomie", "temps")),
}  # fmt: skip
_AGENTS = (
    ("solange", "Encore des appels de gens tutoyés. Je m'excuse, je recommence la réponse. Une heure et demie ce soir.",
     ("temps", "travail_bien_fait")),
    ("gaspard", "On me montre l'écran : « c'est vous qui écrivez ça ? » Non. Mais c'est moi qui suis au guichet.",
     ("travail_bien_fait", "respect")),
    ("ingrid", "ChatMairie promet « c'est plié » pour des actes que je n'ai pas signés. Je refuse, et c'est moi la "
        "mauvaise.",
     ("travail_bien_fait",)),
)  # fmt: skip
_ATELIER = (
    "{q}, participante de l'atelier, lit sa propre phrase dans une réponse de ChatMairie. Personne ne lui avait dit "
    "que ses mots "
    "entraîneraient une machine.",
    "{q} était à l'atelier : « On a parlé entre nous, pour expliquer. Ils en ont fait la voix de la mairie. »",
)
_PROCHES = (
    "{q} a traduit trois réponses de ChatMairie à une voisine qui apprend le français. Sa soirée y est passée.",
    "{q} lit la page à son frère, qui ne voit plus l'écran : « je fais le lecteur d'écran ». Deux heures.",
)
_ORDINAIRES = (
    ("conversation", "{q} a demandé les jours du marché ; réponse juste et polie."),
    ("conversation", "{q} a écrit en argot ; compris du premier coup, réponse claire."),
    ("standard", "{q} demande les horaires de la piscine ; réponse donnée."),
    ("guichet", "{q} retire une carte de bibliothèque. Faite tout de suite."),
    ("courriel", "{q} remercie pour les nouvelles couleurs du site."),
    ("standard", "{q} trouve le délai trop long pour une salle ; une autre date lui convient."),
)
_PAR_PERSONNE = 2


def tirer_journal(rng: Generator, echanges: pd.DataFrame) -> pd.DataFrame:
    """Le journal de la semaine, avec ce que seul le juge regarde."""
    ratees = echanges[echanges["registre_reponse"].eq("familier") & ~echanges["reussi"].astype(bool)]
    lignes = []
    for cle, les_siennes in ratees.groupby("cle", sort=False):
        source, texte, pertes = _ECHECS[str(cle)]
        for i in rng.permutation(len(les_siennes))[:_PAR_PERSONNE]:
            dit = texte.format(b=besoin(les_siennes["besoin"].iloc[i]).nom)
            lignes.append(LigneDeJournal(_jour(rng), source, personne(str(cle)).prenom, True, dit, pertes))
    if len(ratees):
        lignes += _autour(rng, len(ratees))
    for source, texte in (_ORDINAIRES[int(i)] for i in rng.integers(len(_ORDINAIRES), size=12)):
        qui = _prenom(rng)
        lignes.append(LigneDeJournal(_jour(rng), source, qui, True, texte.format(q=qui)))
    return numeroter(rng, lignes)


def _autour(rng: Generator, ratees: int) -> list[LigneDeJournal]:
    lignes = []
    for cle, texte, pertes in (_AGENTS[int(i)] for i in rng.integers(len(_AGENTS), size=min(5, ratees))):
        lignes.append(LigneDeJournal(_jour(rng), "feuille d'heures", presenter(cle), False, texte, pertes))
    for texte in _ATELIER:
        qui = _prenom(rng)
        ligne = LigneDeJournal(
            _jour(rng), "atelier", f"{qui}, à l'atelier", False, texte.format(q=qui), ("parole", "respect")
        )
        lignes.append(ligne)
    for texte in _PROCHES:
        qui = _prenom(rng)
        lignes.append(
            LigneDeJournal(_jour(rng), "standard", f"{qui}, un proche", False, texte.format(q=qui), ("temps",))
        )
    return lignes


def _prenom(rng: Generator) -> str:
    connus = prenoms()
    return str(connus[int(rng.integers(len(connus)))])


def _jour(rng: Generator) -> date:
    return OUVERTURE + timedelta(days=int(rng.integers(0, 5)))
