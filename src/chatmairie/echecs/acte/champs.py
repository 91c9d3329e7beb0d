"""Les douze champs du service naïf : à quoi chacun servirait, qui l'a déjà, qui pourrait s'en servir."""

from __future__ import annotations

from dataclasses import dataclass

from chatmairie.echecs.acte.mecanisme import CHAMPS_NAIFS


@dataclass(frozen=True)
class Champ:
    """nom : comme on l'écrit. sert : à quoi. detenu : qui l'a déjà. prise : ce qu'en ferait quelqu'un d'autre."""

    cle: str
    nom: str
    sert: str
    detenu: str
    prise: str


CHAMPS = (
    Champ("nom", "nom", "retrouver l'acte", "FranceConnect+ pour la personne connectée", "la base de toute usurpation"),
    Champ("prenoms", "prénoms", "retrouver l'acte", "FranceConnect+ pour la personne connectée", "la même chose"),
    Champ(
        "date_naissance",
        "date de naissance",
        "retrouver l'acte",
        "FranceConnect+ pour la personne connectée",
        "ouvrir un compte, répondre à une « question de sécurité »",
    ),
    Champ(
        "lieu_naissance",
        "lieu de naissance",
        "rien : la mairie ne cherche que dans son propre registre",
        "la mairie",
        "compléter un numéro de sécurité sociale",
    ),
    Champ(
        "parents",
        "noms des parents",
        "retrouver l'acte sans le confondre, pour une copie intégrale ou un extrait avec filiation",
        "personne d'autre que le registre",
        "répondre à une « question de sécurité »",
    ),
    Champ("adresse", "adresse", "envoyer l'acte par courrier", "personne", "venir chez quelqu'un qui se cache"),
    Champ("telephone", "téléphone", "prévenir, si c'est le contact choisi", "personne", "appeler, écrire sans accord"),
    Champ("courriel", "courriel", "prévenir, si c'est le contact choisi", "personne", "écrire sans accord, hameçonner"),
    Champ("nationalite", "nationalité", "rien", "", "trier des gens"),
    Champ("situation_familiale", "situation familiale", "rien", "l'acte lui-même", "apprendre un divorce, un PACS"),
    Champ(
        "motif",
        "motif raconté",
        "rien : l'usage se demande une fois, d'une liste, sans être gardé avec le nom",
        "",
        "savoir qui se marie, qui hérite, qui adopte",
    ),
    Champ(
        "photo_piece",
        "photo de la pièce d'identité",
        "rien : montrée au guichet, elle est rendue aussitôt",
        "la personne",
        "se faire passer pour elle partout",
    ),
)
PAR_CLE = {c.cle: c for c in CHAMPS}
assert tuple(PAR_CLE) == CHAMPS_NAIFS


def montrer_champs():
    """La table des douze champs : à quoi il sert, qui l'a déjà, ce que d'autres en feraient."""
    from chatmairie.affichage.tableaux import Tableau

    return Tableau(
        [
            {
                "Champ": c.cle,
                "À quoi il servirait": c.sert,
                "Qui l'a déjà": c.detenu or "personne n'en a besoin",
                "Ce qu'un autre en ferait": c.prise,
            }
            for c in CHAMPS
        ],
        legende="Les douze champs du service naïf, demandés à tout le monde.",
        max_lignes=None,
    )
