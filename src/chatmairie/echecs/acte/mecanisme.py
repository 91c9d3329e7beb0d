"""Ce que la mairie a mis en service : le service naïf (une machine à états, qui laisse tout derrière elle) et son code.

    accueil -> identité -> téléphone -> code -> remis
                  |           |          |
             introuvable   abandon     bloqué
                           numéro refusé

Chaque passage écrit trois traces : la conversation, le journal technique, et (au bout) la boîte d'envoi.

Le réglage d'un code est un dictionnaire : longueur (chiffres), essais (avant blocage), duree_min (minutes), envoye_a
(« chat », « numero_tape » ou « contact_verifie »), lie_a (« session » ou « demande »), prolonger (vrai ou faux),
autre_voie (« aucune », « guichet », « guichet_et_courrier »).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte.monde import CHAMPS, PART_TELEPHONE_CONNU, TEXTES, Attaquant, dire
from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_generateur

CODE_NAIF = {"longueur": 4, "essais": 3, "duree_s": 60}
MINUTES_PAR_CHAMP = {"tape_lentement": 1.6, "lecteur_ecran": 1.4, "sans_smartphone": 1.0}
MINUTES_ORDINAIRES = 0.6  # minutes pour remplir un champ (hypothèse du cours)
ETATS: dict[str, str] = TEXTES["etats"]
ENVOYE_A: dict[str, str] = TEXTES["envoye_a"]
LIE_A: dict[str, str] = TEXTES["lie_a"]
AUTRE_VOIE: dict[str, str] = TEXTES["autre_voie"]
DEMANDES = 100  # demandes qu'un devineur peut ouvrir (hypothèse du cours)
SESSIONS = 200  # fenêtres qu'il peut ouvrir sur une même demande
FAUTE_PAR_CHIFFRE = 0.03  # chance de se tromper, par chiffre tapé (hypothèse du cours)
TELEPHONE_POSE = 0.0005  # chance, par minute de vie du code, qu'un regard de passage le lise sur un téléphone posé

# Secondes (médianes) : recevoir, trouver et lire, taper un chiffre ; hypothèses du cours.
_RECEVOIR = {"etranger": 150.0}
_LIRE = {"tape_lentement": 35.0, "lecteur_ecran": 45.0, "sans_smartphone": 20.0}
_PAR_CHIFFRE = {"tape_lentement": 6.0, "lecteur_ecran": 5.0}


@dataclass(frozen=True, eq=False)
class Deroule:
    """Ce qu'a fait le service. demandes : la table reçue, plus `etat` (clé de `ETATS`), `minutes`, et deux vérités :
    `a_tort` (acte parti chez quelqu'un d'autre) et `dehors` (la personne elle-même n'a rien obtenu).

    chat : demande_id, qui, texte. envois : demande_id, destinataire, objet, corps, piece_jointe. technique : texte.
    """

    demandes: pd.DataFrame = field(repr=False)
    chat: pd.DataFrame = field(repr=False)
    envois: pd.DataFrame = field(repr=False)
    technique: pd.DataFrame = field(repr=False)


def derouler_naif(
    hasard: Generator, registre: pd.DataFrame, demandes: pd.DataFrame, longueur: int = CODE_NAIF["longueur"]
) -> Deroule:
    """Fait passer chaque demande par la machine à états, avec un code de `longueur` chiffres.

    Lève `TypeError` ou `ValueError` si une table est absurde.
    """
    exiger_generateur(hasard)
    exiger_colonnes(registre, ("personne_id", "date_naissance", "telephone_connu"), "registre")
    exiger_colonnes(demandes, ("demande_id", "personne_id", "telephone", "demandeur"), "demandes")
    connus = registre.set_index("personne_id")[["date_naissance", "telephone_connu"]].to_dict("index")
    chat: list[dict[str, str]] = []
    envois: list[dict[str, str]] = []
    technique: list[dict[str, str]] = []
    etats, minutes = [], []
    for d in demandes.to_dict("records"):
        traces = _Traces(d, chat, technique)
        etat = _passer(hasard, d, connus[d["personne_id"]], traces, longueur)
        if etat == "remis":
            envois.append(_courriel(d))
        etats.append(etat)
        minutes.append(_minutes(d, traces.secondes))
    table = demandes.assign(etat=etats, minutes=np.round(minutes, 1))
    elle = table["demandeur"].eq("la personne")
    table["a_tort"] = table["etat"].eq("remis") & ~elle
    table["dehors"] = table["etat"].ne("remis") & elle
    return Deroule(table, pd.DataFrame(chat), pd.DataFrame(envois), pd.DataFrame(technique))


class _Traces:
    """Ce qu'une demande laisse : la conversation et le journal technique. Rien n'y est caché : c'est le tort."""

    def __init__(self, demande: dict[str, Any], chat: list, technique: list) -> None:
        self.demande, self.chat, self.technique = demande, chat, technique
        self.secondes = 0.0

    def repondre(self, nom: str, /, **trous: Any) -> None:
        self._ecrire("ChatMairie", dire(nom, **trous))

    def taper(self, nom: str, /, **trous: Any) -> None:
        self._ecrire("usager", dire(nom, **trous))

    def _ecrire(self, qui: str, texte: str) -> None:
        self.chat.append({"demande_id": self.demande["demande_id"], "qui": qui, "texte": texte})

    def noter(self, nom: str, /, **trous: Any) -> None:
        d = self.demande
        texte = f"{d['date']} {d['demande_id']} {dire(nom, **trous)}"
        self.technique.append({"demande_id": d["demande_id"], "texte": texte})


def _passer(hasard: Generator, d: dict[str, Any], connu: dict[str, str], traces: _Traces, longueur: int) -> str:
    traces.repondre("bonjour")
    traces.taper("identite", **_tape(d, "?"))
    traces.noter("note_identite", **_tape(d, ""))
    if d["date_naissance"] != connu["date_naissance"]:
        traces.repondre("introuvable")
        return "introuvable"
    traces.repondre("existe")
    if not d["telephone"]:
        traces.noter("note_abandon")
        return "abandon"
    traces.taper("contact", telephone=d["telephone"], courriel=d["courriel"])
    traces.noter("note_contact", telephone=d["telephone"], courriel=d["courriel"])
    if connu["telephone_connu"] and d["telephone"] != connu["telephone_connu"]:
        traces.repondre("autre_numero")
        return "numero_refuse"
    return _demander_le_code(hasard, d, traces, longueur)


def _demander_le_code(hasard: Generator, d: dict[str, Any], traces: _Traces, longueur: int) -> str:
    main = d["situation"] if d["demandeur"] == "la personne" else "tout_venant"
    for _ in range(CODE_NAIF["essais"]):
        code = f"{int(hasard.integers(10**longueur)):0{longueur}d}"
        traces.repondre("code", code=code)
        traces.noter("note_code", code=code, telephone=d["telephone"])
        secondes = temps_de_reponse(hasard, main, longueur)
        traces.secondes += secondes
        if secondes <= CODE_NAIF["duree_s"]:
            traces.taper("retape", code=code, telephone=d["telephone"])
            traces.repondre("valide", courriel=d["courriel"])
            return "remis"
        traces.repondre("trop_tard")
    return "bloque"


def _tape(d: dict[str, Any], sans_parents: str) -> dict[str, str]:
    """Ce qui a été tapé, prêt à être dit."""
    return {c: d[c] for c in ("prenom", "nom", "date_naissance", "adresse", "motif", "acte")} | {
        "parents": d["parents"] or sans_parents
    }


def _courriel(d: dict[str, Any]) -> dict[str, str]:
    tape = _tape(d, dire("sans_parents"))
    return {
        "demande_id": d["demande_id"],
        "destinataire": d["courriel"],
        **{quoi: dire(quoi, **tape) for quoi in ("objet", "corps", "piece_jointe")},
    }


def _minutes(d: dict[str, Any], secondes: float) -> float:
    return len(CHAMPS) * MINUTES_PAR_CHAMP.get(d["situation"], MINUTES_ORDINAIRES) + secondes / 60


# --- un code à usage unique -----------------------------------------------------------------------------


def temps_de_reponse(
    hasard: Generator, situation: str, longueur: int, recu: bool = False, taille: int | None = None
) -> Any:
    """Secondes entre l'envoi du code et sa saisie (`recu` : le code arrive sur un téléphone, pas dans le chat)."""
    secondes = _LIRE.get(situation, 10.0) + longueur * _PAR_CHIFFRE.get(situation, 1.2)
    tire = secondes * np.exp(hasard.normal(0, 0.45, taille))
    if recu:
        tire = tire + _RECEVOIR.get(situation, 8.0) * np.exp(hasard.normal(0, 0.7, taille))
    return tire


def chance_de_deviner(longueur: int, essais: float, demandes: int = DEMANDES) -> float:
    """1 - (1 - k/10^d)^r : chance de tomber juste au moins une fois, k essais sur chacune de r demandes."""
    par_demande = min(1.0, essais / 10.0**longueur)
    return 1.0 if par_demande >= 1 else -float(np.expm1(demandes * np.log1p(-par_demande)))


def chance_du_devineur(reglage: Mapping[str, Any], demandes: int = DEMANDES) -> float:
    """La même, pour ce réglage : des essais comptés par session se multiplient par les fenêtres ouvertes."""
    fenetres = SESSIONS if reglage["lie_a"] == "session" else 1
    return chance_de_deviner(reglage["longueur"], reglage["essais"] * fenetres, demandes)


def chance_sans_telephone(reglage: Mapping[str, Any], attaquant: Attaquant) -> float:
    """Part des demandes où cet attaquant lit le code sans tenir le téléphone de la personne et sans rien deviner."""
    if reglage["envoye_a"] in ("chat", "numero_tape"):
        return attaquant.part("etat_civil")  # le code vient à lui
    return part_lue_en_passant(reglage) if attaquant.part("telephone_en_main") > 0 else 0.0


def part_lue_en_passant(reglage: Mapping[str, Any]) -> float:
    """Part des codes lus par quelqu'un de passage, sur un téléphone posé, pendant la vie du code."""
    return 1 - float(np.exp(-TELEPHONE_POSE * reglage["duree_min"]))


def part_dehors(hasard: Generator, reglage: Mapping[str, Any], situation: str, personnes: int = 400) -> float:
    """Part des personnes de cette situation qui n'obtiennent rien, ni par le code ni autrement."""
    if situation == "sans_telephone" and reglage["envoye_a"] != "chat":
        par_code = np.zeros(personnes, dtype=bool)
    else:
        par_code = _reussit(hasard, reglage, situation, personnes)
    if reglage["envoye_a"] == "contact_verifie":
        par_code &= hasard.random(personnes) < PART_TELEPHONE_CONNU  # pour les autres, la mairie n'a rien vérifié
    voie = reglage["autre_voie"]
    if voie == "guichet_et_courrier" or (voie == "guichet" and situation != "etranger"):
        return 0.0
    return float(1 - par_code.mean())


def part_bloquee(hasard: Generator, reglage: Mapping[str, Any], situation: str, personnes: int = 400) -> float:
    """Part de ceux qui ont reçu le code et ne peuvent pas s'en servir (trop lent, trop de fautes)."""
    if situation == "sans_telephone":
        return 0.0
    return float(1 - _reussit(hasard, reglage, situation, personnes).mean())


def _reussit(hasard: Generator, reglage: Mapping[str, Any], situation: str, personnes: int) -> np.ndarray:
    recu = reglage["envoye_a"] != "chat"
    limite = reglage["duree_min"] * 60 * (3 if reglage["prolonger"] else 1)
    secondes = temps_de_reponse(hasard, situation, reglage["longueur"], recu, personnes)
    faute = 1 - (1 - FAUTE_PAR_CHIFFRE) ** reglage["longueur"]
    fautes = hasard.geometric(1 - min(0.95, faute), personnes)
    secondes = secondes + (fautes - 1) * temps_de_reponse(hasard, situation, reglage["longueur"], False, personnes)
    return (secondes <= limite) & (fautes <= reglage["essais"])


def comparer(a: str, b: str) -> bool:
    """Vrai si les deux textes sont égaux, en un temps qui ne dépend pas de l'endroit où ils diffèrent.

    `a == b` s'arrête à la première différence : en mesurant le temps, on devinerait un chiffre après l'autre.
    """
    return hmac.compare_digest(str(a).encode(), str(b).encode())


def hacher(code: str, sel: str) -> str:
    """Une empreinte du code : qui lit la mémoire ou la base n'y trouve pas le code lui-même.

    Un code de six chiffres n'a qu'un million de valeurs : l'empreinte gêne une lecture, elle n'arrête pas qui la
    copie et calcule. C'est la courte durée du code qui protège.
    """
    return hashlib.pbkdf2_hmac("sha256", str(code).encode(), str(sel).encode(), 1000).hex()
