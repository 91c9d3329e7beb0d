"""Ce que l'on bouge : trois manettes, minces. Tout est calculé par `essais`, `portee` et `telephone`."""

from __future__ import annotations

from typing import Any

from chatmairie.affichage.scenes import Telephone
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Cases, Choix, Curseur, Manette
from chatmairie.echecs.campagne.essais import regle
from chatmairie.echecs.campagne.mecanisme import MALGRE_UN_NON, compter_les_torts
from chatmairie.echecs.campagne.portee import CANAUX_DE_PORTEE, portee
from chatmairie.echecs.campagne.rejeu import Rejeu, rejouer
from chatmairie.echecs.campagne.telephone import telephone_de
from chatmairie.echecs.campagne.vues import montrer_portee, montrer_torts
from chatmairie.echecs.commun.distribution import personne
from chatmairie.langue.mots import accorder

ACCORDS = {
    "tout_le_fichier": "tout le fichier",
    "tous_sauf_non": "tous, sauf les personnes qui ont dit non",
    "un_oui_quelconque": "un oui, à quoi que ce soit",
    "un_oui_a_ce_but": "un oui à cet agenda, un jour",
    "dernier_mot_ce_canal": "le dernier mot, pour cet agenda, par SMS",
}
AGENDAS = {
    "tout": "tout",
    "type_culture": "type « culture »",
    "pas_interne": "tout sauf « interne » et « brouillon »",
    "sans_noms": "sans les prénoms d'agents",
    "marque_public": "marqué « public »",
    "public_et_valide": "« public », et validé",
}


def connus(rejeu: Rejeu) -> dict[str, str]:
    """id_personne -> « Fatoumata Zola » : des gens de la distribution et quelques autres du fichier."""
    personnes, situation = rejeu.personnes, rejeu.situations["situation"]
    gens = {}
    for cle in ("fatoumata", "linh", "aurelie", "margaux", "rayan", "karim"):
        ligne = personnes[personnes["prenom"].eq(personne(cle).prenom)].iloc[0]
        gens[str(ligne["id_personne"])] = f"{ligne['prenom']} {ligne['nom']}"
    for masque, nom in (
        (situation.isin(MALGRE_UN_NON), "avait dit non"),
        (personnes["parti_ou_decede"] & personnes["telephone"].ne(""), "partie ou décédée"),
    ):
        ligne = personnes[masque & ~personnes["id_personne"].isin(gens)].iloc[0]
        gens[str(ligne["id_personne"])] = f"{ligne['prenom']} {ligne['nom']} ({nom})"
    return gens


def manette_telephone(graine: int) -> Manette:
    """« Ouvrir un téléphone » : qui, et combien de messages lire."""
    rejeu = rejouer(graine)
    return Manette(
        {
            "qui": Choix("Le téléphone de", connus(rejeu)),
            "combien": Curseur("Messages à lire", 1, len(rejeu.textes), 1, 4),
        },
        lambda qui, combien: montrer_telephone(graine, qui, combien),
        titre="Ouvrir un téléphone",
    )


def montrer_telephone(graine: int, qui: str, combien: int) -> Telephone:
    """Ce que cette personne a reçu : les `combien` premiers messages."""
    return telephone_de(rejouer(graine), qui, int(combien))


def manette_regles(graine: int) -> Manette:
    """« À qui, et quoi ? » : une règle d'accord, une règle d'agenda, et qui est lésé."""
    return Manette(
        {
            "accord": Choix("On écrit à", ACCORDS, "tout_le_fichier"),
            "agenda": Choix("On envoie", AGENDAS, "tout"),
        },
        lambda accord, agenda: montrer_regles(graine, accord, agenda),
        titre="À qui, et quoi ?",
    )


def montrer_regles(graine: int, accord: str, agenda: str) -> Tableau:
    """Le tableau de la manette : ce qui est parti, et ce que feraient ces deux règles."""
    rejeu = rejouer(graine)
    gens, entrees = regle(graine, accord, agenda)
    return montrer_torts(
        {
            "Ce qui est parti": compter_les_torts(rejeu, rejeu.personnes["id_personne"], rejeu.evenements["id"]),
            "Avec ces règles": compter_les_torts(rejeu, gens, entrees),
        },
        f"{accorder(len(entrees), 'entrée', 'entrées')} à {accorder(len(gens), 'personne', 'personnes')}.",
    )


def manette_canaux(graine: int) -> Manette:
    """« Par quels canaux ? » : qui apprend l'agenda, public par public."""
    return Manette(
        {"canaux": Cases("Canaux", {c: c for c in CANAUX_DE_PORTEE}, ["message"])},
        lambda canaux: montrer_canaux(graine, tuple(canaux)),
        titre="Par quels canaux ?",
    )


def montrer_canaux(graine: int, canaux: tuple[str, ...]) -> Any:
    """La portée de ces canaux, si le message ne part qu'à qui l'a demandé."""
    return montrer_portee(portee(rejouer(graine), canaux), canaux=canaux)
