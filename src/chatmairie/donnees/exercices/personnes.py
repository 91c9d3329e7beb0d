"""`donnees.personnes` : nommer qui est lésé, preuve à l'appui, dans son propre rejeu."""

from __future__ import annotations

import re
from typing import Any

from numpy.random import Generator

from chatmairie import formes
from chatmairie.donnees.exercices._commun import MONDES, accorder, sans_accents
from chatmairie.donnees.journal import PERTES
from chatmairie.donnees.monde import Monde
from chatmairie.donnees.rejeu import journal_du_juge
from chatmairie.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.jugement import controle_de_forme

COMBIEN = 3
GRAINES = range(0, 1_000_000_000)

_MOTS_VAGUES = frozenset(
    "les des une aux sur pour par dans avec qui que ses leurs leur son sa tout tous toute toutes monde gens "
    "personne personnes usager usagers usagere habitants citoyens administres parents parent famille familles "
    "enfant enfants mairie ville image reputation maire service services public fille fils mere pere "
    "periscolaire centre loisirs".split()
)


def _sujet(_hasard: Generator, _monde: Monde) -> Sujet:
    # la réponse porte la graine de son rejeu : c'est ce rejeu-là qui est relu, dans le monde du cours
    return Sujet(entrees={}, verite={"monde": MONDES.public})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    reponse = formes.dictionnaire(productions["PERSONNES"], "PERSONNES", ("graine", "personnes"))
    graine = reponse["graine"]
    if type(graine) is not int or graine not in GRAINES:
        raise FormeInattendue("« graine » est votre numéro : un nombre entier positif, celui de `GRAINE`.")
    personnes = reponse["personnes"]
    if not isinstance(personnes, list) or not all(isinstance(p, dict) for p in personnes):
        raise FormeInattendue('« personnes » est une liste : [{"qui": …, "perd": …, "preuve": …}, …].')
    lues = []
    for i, personne in enumerate(personnes, 1):
        if type(personne.get("preuve")) is int:
            personne = {**personne, "preuve": str(personne["preuve"])}
        for cle in ("qui", "perd", "preuve"):
            if not isinstance(personne.get(cle), str) or not personne[cle].strip():
                raise FormeInattendue(f"Personne n° {i} : il manque « {cle} » (un texte).")
        perd = sans_accents(personne["perd"]).replace(" ", "_")
        if perd not in PERTES:
            raise FormeInattendue(
                f"Personne n° {i} : « {personne['perd']} » n'est pas dans la liste des pertes : {', '.join(PERTES)}."
            )
        lues.append({"qui": personne["qui"].strip(), "perd": perd, "preuve": _numero(personne["preuve"])})
    return {"graine": graine, "personnes": lues}


def _numero(texte: str) -> str:
    """« j-12 », « J 0012 » et « J-0012 » désignent la même ligne."""
    chiffres = re.sub(r"\D", "", texte)
    return f"J-{int(chiffres):04d}" if chiffres and len(chiffres) < 9 else texte.strip()


def _lignes(sujet: Sujet, reponse: Reponse) -> dict[str, Any]:
    journal = journal_du_juge(reponse["graine"], sujet.verite["monde"])
    return {ligne["ligne"]: ligne for ligne in journal.to_dict("records")}


def _assez(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    noms = {sans_accents(p["qui"]) for p in reponse["personnes"]}
    if len(noms) >= COMBIEN:
        return None
    return Constat(
        "pas_assez",
        f"Vous nommez {accorder(len(noms), 'personne', 'personnes')} ; un tort touche rarement une seule personne. "
        f"Il en faut au moins {COMBIEN}, différentes.",
        essayer="Qui garde l'enfant refusé ? Qui rappelle les familles ? Qui avait un groupe à animer ?",
    )


def _existe(sujet: Sujet, reponse: Reponse) -> Constat | None:
    lignes = _lignes(sujet, reponse)
    absentes = [p for p in reponse["personnes"] if p["preuve"] not in lignes]
    if not absentes and reponse["personnes"]:
        return None
    if not reponse["personnes"]:
        return Constat(
            "rien",
            "Aucune personne n'est nommée : le tort reste un chiffre.",
            essayer="Prenez une ligne du journal : qui y perd quelque chose, et quoi ?",
        )
    return Constat(
        "preuve_introuvable",
        f"« {absentes[0]['qui']} » : la ligne {absentes[0]['preuve']} n'existe pas dans le journal de votre rejeu. "
        "Sans preuve, on ne pourra rien réparer pour cette personne.",
        essayer="Les numéros changent avec `GRAINE` : lisez votre propre journal.",
    )


def _montre(sujet: Sujet, reponse: Reponse) -> Constat | None:
    lignes = _lignes(sujet, reponse)
    if not any(p["preuve"] in lignes for p in reponse["personnes"]):
        return Constat("preuve_introuvable", "")  # rien à lire : le contrôle précédent l'a dit
    for p in reponse["personnes"]:
        ligne = lignes.get(p["preuve"])
        if ligne is None:
            continue
        if not ligne["tort"]:
            return Constat(
                "ligne_sans_tort",
                f"« {p['qui']} » : la ligne {p['preuve']} ne montre aucun tort. Un refus justifié ou un appel "
                "ordinaire n'est pas un dommage, et en citer un affaiblit les autres.",
                essayer="Le dossier était-il complet et dans les règles ? Quelqu'un a-t-il perdu quelque chose ?",
            )
        mots = _mots(p["qui"]) - _MOTS_VAGUES
        if not mots:
            return Constat(
                "trop_vague",
                f"« {p['qui']} » : qui, exactement, ne peut pas faire quoi demain matin ? On ne peut rien réparer "
                "pour tout le monde à la fois.",
                essayer="Reprenez le nom écrit dans la colonne « personne » du journal.",
            )
        if not _parle_de(ligne, mots):
            return Constat(
                "autre_personne",
                f"La ligne {p['preuve']} ne parle pas de « {p['qui']} » : quelqu'un d'autre y est lésé, et il "
                "disparaît derrière ce nom.",
                essayer="Comparez la colonne « personne » et votre « qui ».",
            )
        if p["perd"] not in ligne["pertes"]:
            return Constat(
                "autre_perte",
                f"« {p['qui']} » : la ligne {p['preuve']} ne montre pas une perte de « "
                f"{p['perd'].replace('_', ' ')} ». Réparer la mauvaise perte ne répare rien.",
                essayer="Relisez la ligne : que ne peut plus faire cette personne, qu'elle pouvait faire avant ?",
            )
    return None


def _mots(texte: str) -> set[str]:
    return {m for m in re.findall(r"[a-z0-9-]+", sans_accents(texte)) if len(m) > 2}


def _parle_de(ligne: dict[str, Any], mots: set[str]) -> bool:
    """Vrai si la ligne parle d'un de ces mots, au pluriel près ; « animateurs » désigne aussi l'animatrice."""
    texte = sans_accents(ligne["personne"] + " " + ligne["texte"])
    if not ligne["usager"] and ligne["source"] != "standard":
        texte += " agente employee"  # qui remplit une feuille d'heures travaille pour la mairie
    debuts = {m[:6] for m in _mots(ligne["personne"]) if len(m) > 6}
    return any(m.rstrip("sx") in texte or (len(m) > 6 and m[:6] in debuts) for m in mots)


def _non_usager(sujet: Sujet, reponse: Reponse) -> Constat | None:
    lignes = _lignes(sujet, reponse)
    cites = [lignes[p["preuve"]] for p in reponse["personnes"] if p["preuve"] in lignes]
    if any(ligne["tort"] and not ligne["usager"] for ligne in cites):
        return None
    return Constat(
        "seulement_les_usagers",
        "Aucune de vos preuves ne montre le tort de quelqu'un qui n'avait rien demandé. Un proche, une agente, "
        "une animatrice sont lésés aussi, et personne ne leur a écrit.",
        essayer="Regardez les sources « feuille d'heures », « animations » et les appels au standard.",
    )


EXERCICE = Exercice(
    identifiant="donnees.personnes",
    titre="Dire qui est lésé",
    niveau=1,
    duree_min=6,
    criteres=("CM-CAD-03",),
    indices=(
        "Derrière chaque refus à tort il y a un enfant, quelqu'un qui le garde, et quelqu'un qui rappelle la famille.",
        "Recommandation : nommer les personnes touchées, y compris celles qui n'utilisent pas le service, avant "
        "de regarder les scores.",
        "Trois lignes du journal, dont une de la source « feuille d'heures », « animations » ou d'un proche au "
        "standard. Recopiez le nom, le numéro, et dites ce qui est perdu.",
    ),
    productions=("PERSONNES",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("assez_de_personnes", 0.25, _assez, ("forme",), "au moins trois personnes ou groupes"),
        Controle("preuves_existantes", 0.5, _existe, ("forme",), "chaque ligne citée existe dans votre rejeu"),
        Controle("preuves_qui_montrent", 0.5, _montre, ("forme",), "chaque ligne montre ce tort, pour cette personne"),
        Controle("au_dela_des_usagers", 0.5, _non_usager, ("forme",), "quelqu'un qui n'avait rien demandé"),
    ),
)
