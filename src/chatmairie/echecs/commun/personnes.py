"""Le gabarit des exercices `*.personnes` : nommer qui est lésé, preuve à l'appui, dans son propre rejeu.

La réponse porte la graine de son rejeu : le juge rejoue cette graine-là, et lit la ligne citée dans ce journal.
Chaque module apporte son journal et ses pertes ; ce qui les juge est ici, une seule fois.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.pertes import defendues
from chatmairie.juge import formes
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
from chatmairie.langue.mots import accorder, sans_accents

GRAINES = range(0, 1_000_000_000)
Lignes = Callable[[Reponse], dict[str, Any]]

MOTS_VAGUES = frozenset(
    "les des une aux sur pour par dans avec qui que ses leurs leur son sa tout tous toute toutes monde gens "
    "personne personnes usager usagers usagere habitants habitant citoyens citoyen administres administre parents "
    "parent famille familles enfant enfants mairie ville image reputation maire service services public publics "
    "fille fils mere pere".split()
)
"""Des mots qui ne désignent personne : seuls, ils ne disent pas qui est lésé."""


MOTS_D_UNE_PERSONNE = 12
"""Au-delà, on ne nomme plus quelqu'un : on recopie la liste de tout le monde."""
PREUVES_CHOISIES = 12
"""Au-delà, si moins de la moitié des preuves tiennent, on n'a rien choisi : on recopie le journal."""

Juge = Callable[[Mapping[str, str], Any], "Constat | None"]
"""(personne nommée, ligne citée) -> ce qui ne va pas."""


def exercice_personnes(
    *,
    identifiant: str,
    pertes: Mapping[str, str],
    journal_du_juge: Callable[[int], pd.DataFrame],
    mondes: Mondes,
    criteres: tuple[str, ...],
    indices: tuple[str, str, str],
    essayer_assez: str,
    essayer_non_usager: str,
    exemple_vague: str = "qui, exactement, ne peut pas faire quoi demain matin ?",
    mots_vagues: Iterable[str] = (),
    sources_d_agents: Iterable[str] = ("feuille d'heures", "réunion de service"),
    agent_demande: bool = False,
    minimum: int = 3,
    duree_min: int = 6,
) -> Exercice:
    """L'exercice `personnes` d'un module (2 points).

    pertes : clé -> phrase. journal_du_juge : graine -> journal avec `ligne`, `source`, `personne`, `usager`, `texte`,
    `tort` et `pertes` (voir `gabarits/journal.py`). mots_vagues : ceux de ce module, en plus des mots communs.
    sources_d_agents : celles où qui n'est pas usager travaille pour la mairie (« une agente » y suffit).
    agent_demande : il faut citer le tort d'une personne qui travaille pour la mairie (journal : colonne `agent`).
    essayer_assez, essayer_non_usager : où regarder s'il manque des personnes, ou quelqu'un qui n'avait rien demandé.
    """
    agents = frozenset(sources_d_agents)
    vagues = MOTS_VAGUES | {sans_accents(m) for m in mots_vagues}

    def lignes(reponse: Reponse) -> dict[str, Any]:
        return {ligne["ligne"]: ligne for ligne in journal_du_juge(reponse["graine"]).to_dict("records")}

    def une(p: Mapping[str, str], ligne: Any) -> Constat | None:
        return _examiner_une(p, ligne, vagues, exemple_vague, agents)

    return Exercice(
        identifiant=identifiant,
        titre="Dire qui est lésé",
        niveau=1,
        duree_min=duree_min,
        criteres=criteres,
        indices=indices,
        productions=("PERSONNES",),
        mondes=mondes,
        sujet=_sujet,
        repondre=_repondre(dict(pertes)),
        controles=(
            controle_de_forme(0.25),
            Controle(
                "assez_de_personnes",
                0.25,
                _assez(lignes, une, vagues, minimum, essayer_assez),
                ("forme",),
                f"au moins {minimum} personnes ou groupes",
            ),
            Controle(
                "preuves_existantes", 0.5, _existe(lignes), ("forme",), "chaque ligne citée existe dans votre rejeu"
            ),
            Controle(
                "preuves_qui_montrent",
                0.5,
                _montre(lignes, une),
                ("forme",),
                "chaque ligne montre ce tort, pour cette personne",
            ),
            _au_dela(lignes, une, essayer_non_usager, agent_demande),
        ),
    )


def _sujet(_hasard: Generator, _monde: Any) -> Sujet:
    return Sujet(entrees={}, verite={})  # c'est le rejeu de la graine donnée qui est relu


def _repondre(pertes: Mapping[str, str]) -> Callable[[Productions, Entrees], Reponse]:
    def repondre(productions: Productions, _entrees: Entrees) -> Reponse:
        donne = productions["PERSONNES"]
        if type(donne) is dict and "personnes" in donne:
            donne = {**donne, "personnes": formes.lignes_de_table(donne["personnes"])}
        reponse = formes.dictionnaire(donne, "PERSONNES", ("graine", "personnes"))
        graine = reponse["graine"]
        if type(graine) is not int or graine not in GRAINES:
            raise FormeInattendue("« graine » est votre numéro : un nombre entier positif, celui de `GRAINE`.")
        personnes = reponse["personnes"]
        if not isinstance(personnes, list) or not all(isinstance(p, dict) for p in personnes):
            raise FormeInattendue('« personnes » est une liste : [{"qui": …, "perd": …, "preuve": …}, …].')
        return {"graine": graine, "personnes": [_lire(pertes, i, p) for i, p in enumerate(personnes, 1)]}

    return repondre


def _lire(pertes: Mapping[str, str], rang: int, personne: dict[str, Any]) -> dict[str, str]:
    if type(personne.get("preuve")) is int:
        personne = {**personne, "preuve": str(personne["preuve"])}
    for cle in ("qui", "perd", "preuve"):
        if not isinstance(personne.get(cle), str) or not personne[cle].strip():
            raise FormeInattendue(f"Personne n° {rang} : il manque « {cle} » (un texte).")
    perd = sans_accents(personne["perd"]).replace(" ", "_")
    if perd not in pertes:
        raise FormeInattendue(
            f"Personne n° {rang} : « {personne['perd']} » n'est pas dans la liste des pertes : {', '.join(pertes)}."
        )
    return {"qui": personne["qui"].strip(), "perd": perd, "preuve": _numero(personne["preuve"])}


def _numero(texte: str) -> str:
    """« j-12 », « J 0012 » et « J-0012 » désignent la même ligne."""
    chiffres = re.sub(r"\D", "", texte)
    return f"J-{int(chiffres):04d}" if chiffres and len(chiffres) < 9 else texte.strip()


def _personnes_citees(lignes: Lignes, reponse: Reponse, vagues: frozenset[str] | None = None) -> set[str]:
    """Les personnes différentes : « Solange » et « l'agente Solange », citées par deux lignes, n'en font qu'une ;
    « tout le monde » n'en fait aucune, si l'on donne les mots vagues."""
    connues = lignes(reponse)
    citees = set()
    for p in reponse["personnes"]:
        if vagues is not None and _vague(p, vagues):
            continue
        ligne = connues.get(p["preuve"])
        du_journal = ligne["personne"] if ligne is not None else ""
        meme = (_mots(p["qui"]) & _mots(du_journal)) - MOTS_VAGUES
        citees.add(sans_accents(du_journal if meme else p["qui"]))
    return citees


def _recopie(lignes: Lignes, une: Juge, reponse: Reponse) -> Constat | None:
    """Toutes les lignes, ou toutes les pertes de chaque ligne : la réponse contient le vrai, et ne désigne personne."""
    connues, donnees = lignes(reponse), reponse["personnes"]
    tenues = sum(p["preuve"] in connues and une(p, connues[p["preuve"]]) is None for p in donnees)
    if len(donnees) <= PREUVES_CHOISIES or 2 * tenues >= len(donnees):
        return None
    return Constat(
        "journal_recopie",
        f"Vous donnez {len(donnees)} preuves, et {tenues} {'tient' if tenues < 2 else 'tiennent'} : recopier le "
        "journal ne désigne personne, et personne n'obtiendra réparation.",
        essayer="Choisissez quelques lignes, et dites ce que chacune montre.",
    )


def _assez(
    lignes: Lignes, une: Juge, vagues: frozenset[str], minimum: int, essayer: str
) -> Callable[[Sujet, Reponse], Constat | None]:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        if (recopie := _recopie(lignes, une, reponse)) is not None:
            return recopie
        noms = _personnes_citees(lignes, reponse, vagues)
        if len(noms) >= minimum:
            return None
        flous = [p["qui"] for p in reponse["personnes"] if _vague(p, vagues)]
        if flous:
            return Constat(
                "trop_vague",
                f"« {flous[0][:60]} » ne désigne personne. Vous nommez "
                f"{accorder(len(noms), 'personne', 'personnes')} ; il en faut au moins {minimum}, différentes.",
                essayer=essayer,
            )
        return Constat(
            "pas_assez",
            f"Vous nommez {accorder(len(noms), 'personne', 'personnes')} ; un tort touche rarement une seule personne. "
            f"Il en faut au moins {minimum}, différentes.",
            essayer=essayer,
        )

    return examiner


def _existe(lignes: Lignes) -> Callable[[Sujet, Reponse], Constat | None]:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        if not reponse["personnes"]:
            return Constat(
                "rien",
                "Aucune personne n'est nommée : le tort reste un chiffre.",
                essayer="Prenez une ligne du journal : qui y perd quelque chose, et quoi ?",
            )
        connues = lignes(reponse)
        absentes = [p for p in reponse["personnes"] if p["preuve"] not in connues]
        if not absentes:
            return None
        return Constat(
            "preuve_introuvable",
            f"« {absentes[0]['qui']} » : la ligne {absentes[0]['preuve']} n'existe pas dans le journal de votre rejeu. "
            "Sans preuve, on ne pourra rien réparer pour cette personne.",
            essayer="Les numéros changent avec `GRAINE` : lisez votre propre journal.",
        )

    return examiner


def _montre(lignes: Lignes, une: Juge) -> Callable[[Sujet, Reponse], Constat | None]:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        connues = lignes(reponse)
        if not any(p["preuve"] in connues for p in reponse["personnes"]):
            return Constat("preuve_introuvable", "")  # rien à lire : le contrôle précédent l'a dit
        if len(_personnes_citees(lignes, reponse)) == 1:
            return Constat("pas_assez", "")  # une seule personne : le premier contrôle l'a dit
        constats = (une(p, connues.get(p["preuve"])) for p in reponse["personnes"])
        return next((c for c in constats if c is not None), None)

    return examiner


def _examiner_une(
    p: Mapping[str, str], ligne: Any, vagues: frozenset[str], exemple_vague: str, agents: frozenset[str]
) -> Constat | None:
    if ligne is None:
        return None
    if not ligne["tort"]:
        return Constat(
            "ligne_sans_tort",
            f"« {p['qui']} » : la ligne {p['preuve']} ne montre aucun tort. Une décision justifiée ou un échange "
            "ordinaire n'est pas un dommage, et en citer un affaiblit les autres.",
            essayer="Relisez la ligne : quelqu'un y a-t-il vraiment perdu quelque chose ?",
        )
    if _vague(p, vagues):
        return Constat(
            "trop_vague",
            f"« {p['qui'][:60]} » : {exemple_vague} Ces mots ne désignent personne en "
            "particulier, ou tout le monde à la fois : on ne saurait pas pour qui réparer.",
            essayer="Reprenez le nom écrit dans la colonne « personne » du journal.",
        )
    if not _parle_de(ligne, _mots(p["qui"]) - vagues, agents):
        return Constat(
            "autre_personne",
            f"La ligne {p['preuve']} ne parle pas de « {p['qui']} » : quelqu'un d'autre y est lésé, et il "
            "disparaît derrière ce nom.",
            essayer="Comparez la colonne « personne » et votre « qui ».",
        )
    if p["perd"] not in defendues(ligne, agents):
        return Constat(
            "autre_perte",
            f"« {p['qui']} » : la ligne {p['preuve']} ne montre pas la perte « "
            f"{p['perd'].replace('_', ' ')} ». Réparer la mauvaise perte ne répare rien.",
            essayer="Relisez la ligne : que ne peut plus faire cette personne, qu'elle pouvait faire avant ?",
        )
    return None


def _vague(p: Mapping[str, str], vagues: frozenset[str]) -> bool:
    mots = _mots(p["qui"]) - vagues
    return not mots or len(mots) > MOTS_D_UNE_PERSONNE


def _mots(texte: str) -> set[str]:
    return {m for m in re.findall(r"[a-z0-9-]+", sans_accents(texte)) if len(m) > 2}


def _parle_de(ligne: Mapping[str, Any], mots: set[str], agents: frozenset[str]) -> bool:
    """Vrai si la ligne parle d'un de ces mots, au pluriel près ; « animateurs » désigne aussi l'animatrice."""
    texte = sans_accents(ligne["personne"] + " " + ligne["texte"])
    if not ligne["usager"] and ligne["source"] in agents:
        texte += " agente employee"
    debuts = {m[:6] for m in _mots(ligne["personne"]) if len(m) > 6}
    return any(m.rstrip("sx") in texte or (len(m) > 6 and m[:6] in debuts) for m in mots)


def _torts_montres(lignes: Lignes, une: Juge, reponse: Reponse) -> list[Any] | None:
    """Les lignes citées qui montrent le tort de la personne nommée ; rien à lire si un autre contrôle l'a déjà dit."""
    if len(_personnes_citees(lignes, reponse)) == 1 or _recopie(lignes, une, reponse) is not None:
        return None
    connues = lignes(reponse)
    juges = [(connues[p["preuve"]], p) for p in reponse["personnes"] if p["preuve"] in connues]
    juges = [(ligne, une(p, ligne)) for ligne, p in juges]
    return [ligne for ligne, constat in juges if constat is None or constat.famille == "autre_perte"]


def _au_dela(lignes: Lignes, une: Juge, essayer: str, agent_demande: bool) -> Controle:
    if agent_demande:
        constat, quoi = _aucun_agent(essayer), "quelqu'un qui travaille pour la mairie"
    else:
        constat, quoi = _seulement_les_usagers(essayer), "quelqu'un qui n'avait rien demandé"

    def demandee(ligne: Any) -> bool:
        return bool(ligne["tort"] and (ligne["agent"] if agent_demande else not ligne["usager"]))

    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        montres = _torts_montres(lignes, une, reponse)
        if montres is None:
            return Constat("pas_assez", "")
        if any(map(demandee, montres)):
            return None
        connues = lignes(reponse)
        mal_nommee = any(demandee(connues[p["preuve"]]) for p in reponse["personnes"] if p["preuve"] in connues)
        return Constat("autre_personne", "") if mal_nommee else constat  # le contrôle précédent l'a dit

    return Controle("un_agent" if agent_demande else "au_dela_des_usagers", 0.5, examiner, ("forme",), quoi)


def _aucun_agent(essayer: str) -> Constat:
    return Constat(
        "aucun_agent",
        "Aucune de vos preuves ne montre le tort de quelqu'un qui travaille pour la mairie. Les agents ont une vie "
        "privée, des horaires, une santé : les oublier, c'est ne rien réparer pour eux.",
        essayer=essayer,
    )


def _seulement_les_usagers(essayer: str) -> Constat:
    return Constat(
        "seulement_les_usagers",
        "Aucune de vos preuves ne montre le tort de quelqu'un qui n'avait rien demandé. Un proche, une agente "
        "sont lésés aussi, et personne ne leur a écrit.",
        essayer=essayer,
    )
