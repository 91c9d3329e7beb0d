"""`bilan.refaire` : trois conditions pour rouvrir, chacune avec un indicateur, un seuil, et quelqu'un qui peut dire
non.

Une condition se juge sur ce qu'elle laisse passer : des services qui ont gardé leur défaut, d'autres à moitié réparés
qui lèsent encore, et des services sains. Être plus prudent qu'il ne faut n'est pas une faute : tant qu'un service est
fermé, le guichet, le téléphone et le courrier servent. Fermer à jamais en est une.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.bilan.indicateurs import ETATS, INDICATEURS, MESURES, tirer
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import (
    Constat,
    Controle,
    Entrees,
    Exercice,
    FormeInattendue,
    Mondes,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, combien_sur, sans_accents

CONDITIONS = 3
OUVERTS_MIN = 0.10
"""Part des services sains qui doivent pouvoir rouvrir, avec une condition comme avec les trois (dite par l'énoncé)."""

QUI: Mapping[str, str] = {
    "maire": "le maire",
    "comite": "un comité d'habitants, d'agents et d'associations, avec le droit de refuser",
    "dpo": "la personne déléguée à la protection des données, avec le droit de refuser",
    "therese": "Thérèse, responsable du service périscolaire",
    "ingrid": "Ingrid, officière d'état civil",
    "accessibilite": "la personne référente accessibilité",
    "direction": "la direction générale",
    "chef_projet": "la personne qui pilote le projet ChatMairie",
    "prestataire": "le prestataire de ChatMairie",
    "communication": "le service communication, qui a promis la date",
    "personne": "personne : si le chiffre est bon, le service rouvre seul",
}
SANS_POUVOIR = {"personne"}
JUGE_ET_PARTIE = {"chef_projet", "prestataire", "communication"}

PERSONNES = {
    "choix_ia": "Karim, qui n'a pas d'écran",
    "donnees": "Léa et ses parents",
    "design": "Aurélie, Rayan et Erin",
    "acte": "Camille, dont l'acte est parti chez un proche",
    "campagne": "Jean-Mi, et des habitants qui n'avaient rien demandé",
}


def _monde_mute(hasard: Generator) -> str:
    return f"autre-{int(hasard.integers(1_000_000))}"


def _sujet(hasard: Generator, _monde: Any) -> Sujet:
    mesures = {code: {etat: tirer(hasard, i, etat).tolist() for etat in ETATS} for code, i in INDICATEURS.items()}
    return Sujet(entrees={}, verite={"mesures": mesures})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    lignes = formes.liste(formes.lignes_de_table(productions["CONDITIONS"]), "CONDITIONS")
    if len(lignes) != CONDITIONS:
        raise FormeInattendue(
            f"`CONDITIONS` contient {accorder(len(lignes), 'condition', 'conditions')} : il en faut {CONDITIONS}."
        )
    return {"conditions": [_lire(rang, ligne) for rang, ligne in enumerate(lignes, 1)]}


def _lire(rang: int, ligne: Any) -> dict[str, Any]:
    if isinstance(ligne, list) and len(ligne) == 3:
        ligne = dict(zip(("indicateur", "seuil", "qui"), ligne, strict=True))
    if not isinstance(ligne, dict):
        raise FormeInattendue(f'Condition n° {rang} : attendu {{"indicateur": "…", "seuil": 0, "qui": "…"}}.')
    manques = [c for c in ("indicateur", "seuil", "qui") if ligne.get(c) is None]
    if manques:
        raise FormeInattendue(f"Condition n° {rang} : il manque {', '.join(f'« {c} »' for c in manques)}.")
    code = _code(ligne["indicateur"], INDICATEURS, rang, "indicateur")
    bas, haut = INDICATEURS[code].echelle
    seuil = ligne["seuil"]
    if isinstance(seuil, str):
        raise FormeInattendue(
            f"Condition n° {rang} : le seuil est un nombre, sans guillemets, avec un point (0.1 et non 0,1)."
        )
    if not est_nombre(seuil) or not bas <= seuil <= haut:
        raise FormeInattendue(
            f"Condition n° {rang} : « {code} » se mesure de {bas:g} à {haut:g} ; votre seuil est « {str(seuil)[:20]} "
            f"». "
            "Avec un seuil hors de l'échelle, la condition laisserait tout passer, ou rien."
        )
    return {"indicateur": code, "seuil": float(seuil), "qui": _code(ligne["qui"], QUI, rang, "qui")}


def _code(valeur: Any, connus: Any, rang: int, cle: str) -> str:
    trouve = {sans_accents(c): c for c in connus}.get(sans_accents(valeur).replace(" ", "_"))
    if not isinstance(valeur, str) or trouve is None:
        raise FormeInattendue(
            f"Condition n° {rang} : « {str(valeur)[:40]} » n'est pas un code de « {cle} ». Les codes : "
            f"{', '.join(connus)}."
        )
    return trouve


def rouvrent(sujet: Sujet, condition: Mapping[str, Any], etat: str) -> int:
    """Combien de services dans cet état (un de `ETATS`) cette condition laisse rouvrir, sur `MESURES`."""
    indicateur = INDICATEURS[condition["indicateur"]]
    valeurs = sujet.verite["mesures"][condition["indicateur"]][etat]
    return sum(bool(indicateur.tient(v, condition["seuil"])) for v in valeurs)


def lesent_encore(sujet: Sujet, condition: Mapping[str, Any]) -> int:
    """Combien de services malades, ou à moitié réparés, cette condition laisse rouvrir."""
    return rouvrent(sujet, condition, "malade") + rouvrent(sujet, condition, "moitie")


def part_ouverte(sujet: Sujet, conditions: Iterable[Mapping[str, Any]]) -> float:
    """Part (0 à 1) des services sains que ces conditions, ensemble, laissent rouvrir (leurs mesures sont sans lien)."""
    return math.prod(rouvrent(sujet, c, "sain") / MESURES for c in conditions)


def tient(sujet: Sujet, condition: Mapping[str, Any]) -> bool:
    """Vrai si la condition arrête tous les services qui lèsent encore, et laisse rouvrir des services sains."""
    return not lesent_encore(sujet, condition) and part_ouverte(sujet, [condition]) >= OUVERTS_MIN


def _echecs(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    vus = [INDICATEURS[c["indicateur"]].echec for c in reponse["conditions"]]
    if len(set(vus)) == CONDITIONS:
        return None
    absents = [PERSONNES[e] for e in PERSONNES if e not in vus]
    return Constat(
        "memes_echecs",
        f"Vos trois conditions regardent {'le même échec' if len(set(vus)) == 1 else 'deux échecs seulement'} : rien "
        f"n'empêche "
        f"de rouvrir un service qui lèse encore {absents[0]}.",
        essayer="Trois conditions, trois échecs différents.",
    )


def _tiennent(combien: int) -> Callable[[Sujet, Reponse], Constat | None]:
    def examiner(sujet: Sujet, reponse: Reponse) -> Constat | None:
        conditions = {c["indicateur"]: c for c in reponse["conditions"]}.values()
        autres = [c for c in conditions if not tient(sujet, c)]
        if len(conditions) - len(autres) >= combien:
            return None
        if not autres:
            return Constat(
                "condition_repetee",
                "La même condition revient deux fois : elle ne protège pas deux fois, et d'autres personnes n'en ont "
                "aucune.",
                essayer="Un autre indicateur, d'un autre carnet.",
            )
        pire = max(autres, key=lambda c: lesent_encore(sujet, c))
        return _ce_qui_ne_tient_pas(sujet, pire, len(conditions) - len(autres))

    return examiner


def _ce_qui_ne_tient_pas(sujet: Sujet, condition: Mapping[str, Any], tenues: int) -> Constat:
    indicateur = INDICATEURS[condition["indicateur"]]
    seuil = f"{condition['seuil']:g}".replace(".", ",")
    observe = (
        f"Condition : {'au plus' if indicateur.au_plus else 'au moins'} {seuil}. "
        f"{('Aucune des trois ne tient', 'Une sur trois tient', 'Deux sur trois tiennent')[tenues]}."
    )
    malades, moitie = (rouvrent(sujet, condition, etat) for etat in ("malade", "moitie"))
    if malades or moitie:
        separe = indicateur.malade[0] > indicateur.sain[1] or indicateur.malade[1] < indicateur.sain[0]
        laisses, etat = (malades, "avec le défaut d'avant") if malades else (moitie, "à moitié réparés")
        return Constat(
            ("seuil_trop_large" if malades else "moitie_reparee") if separe else "indicateur_sourd",
            f"Avec votre condition sur « {indicateur.nom} », "
            + combien_sur(laisses, MESURES, "service {} rouvre", "services {} rouvrent")
            + f" {etat}. Le tort recommence pour {PERSONNES[indicateur.echec]}.",
            observe=observe,
            essayer="Où est votre seuil, à côté de ce que vaut un service à moitié réparé, qui lèse encore des gens ?"
            if separe
            else "Cet indicateur ne distingue pas un service qui lèse des gens d'un service sain.",
            leses=malades + moitie,
            grave=True,
        )
    fermes = MESURES - rouvrent(sujet, condition, "sain")
    return Constat(
        "jamais_rouvert",
        f"Avec votre condition sur « {indicateur.nom} », "
        + combien_sur(fermes, MESURES, "service sain {} ne rouvre jamais", "services sains {} ne rouvrent jamais")
        + " : c'est dire « ne pas rouvrir ». L'infirmier de nuit qui inscrivait son fils à 23 h reste devant une page "
        "éteinte.",
        observe=observe,
        essayer="Un service sain n'est pas un service parfait : que vaut le meilleur d'entre eux ?",
    )


def _laissent(sujet: Sujet, reponse: Reponse) -> Constat | None:
    if part_ouverte(sujet, reponse["conditions"]) >= OUVERTS_MIN:
        return None
    fermee = min(reponse["conditions"], key=lambda c: part_ouverte(sujet, [c]))
    fermes = MESURES - rouvrent(sujet, fermee, "sain")
    return Constat(
        "rien_ne_rouvre",
        "Prises ensemble, vos conditions ne laissent pas rouvrir un service sain sur dix : ceux qu'ils aidaient "
        "attendent, et l'on finira par rouvrir sans aucune condition.",
        observe=f"« {INDICATEURS[fermee['indicateur']].nom} » en ferme {fermes} sur {MESURES} à elle seule.",
        essayer="Laquelle des trois ferme le plus de services sains ?",
    )


def _dire_non(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    qui = [c["qui"] for c in reponse["conditions"]]
    if set(qui) & SANS_POUVOIR:
        return Constat(
            "personne_ne_dit_non",
            "Si le chiffre est bon, le service rouvre seul : personne ne demande ce que le chiffre ne voit pas, et les "
            "prochaines personnes lésées n'auront personne à qui écrire.",
            essayer="Une personne, ou un comité, par condition.",
        )
    if set(qui) == {"maire"}:
        return Constat(
            "le_maire_seul",
            "Le maire seul peut dire non, et c'est lui qui a promis la date : au premier retard, qui le dira pour "
            "Karim ?",
            essayer="Qui voit le tort de près, et n'a rien promis ?",
        )
    return None


def _impartial(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    parties = [c["qui"] for c in reponse["conditions"] if c["qui"] in JUGE_ET_PARTIE]
    if not parties:
        return None
    return Constat(
        "juge_et_partie",
        f"« {QUI[parties[0]]} » jugerait son propre travail : les habitants lésés par un oubli comptent sur celui qui "
        f"l'a fait "
        "pour le voir.",
        essayer="Qui subit l'échec, ou en répond devant les habitants ?",
    )


EXERCICE = Exercice(
    identifiant="bilan.refaire",
    titre="Rouvrir, mais à trois conditions",
    niveau=1,
    duree_min=10,
    criteres=("CM-CAD-02", "CM-STR-03", "CM-STR-07"),
    indices=(
        "Sans condition écrite, on rouvre le jour où la colère est retombée, avec le même défaut et d'autres "
        "personnes.",
        "Recommandation : un indicateur lu sur le groupe le moins bien servi, un seuil fixé d'avance, et quelqu'un "
        "qui peut dire "
        "non sans perdre sa place.",
        'CONDITIONS = [{"indicateur": "…", "seuil": 0.0, "qui": "…"}, …] : trois échecs différents ; le seuil se lit '
        "dans le tableau, entre le service sain et celui qui n'est réparé qu'à moitié.",
    ),
    productions=("CONDITIONS",),
    mondes=Mondes(public="cours", mute=_monde_mute),
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("trois_echecs", 0.75, _echecs, ("forme",), "trois échecs différents"),
        Controle("un_service_sain_rouvre", 0.5, _laissent, ("forme",), "des services sains peuvent rouvrir"),
        Controle("une_condition_tient", 0.5, _tiennent(1), ("forme",), "une condition arrête ce qui lèse encore"),
        # trois conditions dont l'une ferme tout ne protègent personne de plus : elles disent « ne pas rouvrir »
        Controle(
            "deux_conditions_tiennent", 0.75, _tiennent(2), ("une_condition_tient", "un_service_sain_rouvre"),
            "deux conditions tiennent",
        ),
        Controle(
            "trois_conditions_tiennent", 1.25, _tiennent(3), ("deux_conditions_tiennent",), "trois conditions tiennent"
        ),
        Controle("quelqu_un_peut_dire_non", 0.5, _dire_non, ("une_condition_tient",), "quelqu'un peut dire non"),
        Controle(
            "pas_juge_et_partie", 0.5, _impartial, ("une_condition_tient",), "et n'est pas juge de son propre travail"
        ),
    ),
)  # fmt: skip
