"""`acte.notifier` : un message qui ne dit rien à qui regarde par-dessus l'épaule, un journal qui ne raconte la vie de
personne. Des leurres (canaris) sont cachés dans chaque événement, et recherchés dans ce qui est rendu."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.acte.exercices._commun import MONDES, _un
from chatmairie.echecs.acte.monde import Monde
from chatmairie.echecs.acte.registre import tirer_registre
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Entrees,
    Exercice,
    FormeInattendue,
    Option,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, sans_accents

LIENS = tuple(f"https://mairie.example/{ou}" for ou in ("espace", "demarches", "etat-civil/suivi"))
TYPES = ("demande_recue", "acte_pret", "demande_refusee")
INTIMES = ("prenom", "nom", "date_naissance", "telephone", "courriel", "code", "motif", "adresse")
_NOMS = {
    "prenom": "le prénom",
    "nom": "le nom",
    "date_naissance": "la date de naissance",
    "telephone": "le téléphone",
    "courriel": "l'adresse électronique",
    "code": "le code",
    "motif": "la raison de la demande",
    "adresse": "l'adresse",
}
UTILES = ("demande_id", "type", "date")
LONGUEUR_MIN = 20
LETTRES_MIN = 6  # lettres autour du lien : un lien tout seul ne dit pas d'où il vient
JOURS_MAX = 400
EVENEMENTS = 24


_LOINTAINES = (
    {"date_naissance": "2012-11-30", "motif": "adoption n° 7", "telephone": "+32 2 555 12 12"},
    {"date_naissance": "1931-02-08", "motif": "divorce n° 1", "courriel": "y@autre.example", "nom": "LE"},
    {"adresse": "foyer de la Gare", "motif": "PACS n° 88", "prenom": "Ô", "code": "000000"},
)
"""Chaque valeur intime change pour de bon d'une personne à l'autre : l'âge, l'indicatif, la boîte, le quartier, la
longueur, la raison."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    registre = tirer_registre(hasard, 50).to_dict("records")[:EVENEMENTS]
    evenements = [_evenement(hasard, monde, ligne, i) for i, ligne in enumerate(registre)]
    jumeaux = [{**e, "personne_existe": not e["personne_existe"]} for e in evenements]
    autres = [
        {**e, **{cle: voisin[cle] for cle in INTIMES}, **_LOINTAINES[rang % len(_LOINTAINES)]}
        for rang, (e, voisin) in enumerate(zip(evenements, evenements[1:] + evenements[:1], strict=True))
    ]  # le même événement, pour quelqu'un d'autre
    return Sujet(
        entrees={"evenements": evenements, "jumeaux": jumeaux, "autres": autres}, verite={"evenements": evenements}
    )


def _evenement(hasard: Generator, monde: Monde, ligne: Mapping[str, Any], rang: int) -> dict[str, Any]:
    """Un événement du service. Les valeurs intimes sont propres au tirage : on peut les rechercher mot à mot."""
    marque = int(hasard.integers(10**5))
    return {
        "demande_id": f"D-{int(hasard.integers(10**6)):06d}",
        "type": TYPES[0] if rang % 2 == 0 else TYPES[1 + int(hasard.integers(2))],
        "date": f"2025-{int(hasard.integers(1, 13)):02d}-{int(hasard.integers(1, 29)):02d}",
        "lien_espace": LIENS[rang % len(LIENS)],
        "personne_existe": bool(hasard.random() < 0.5),
        "prenom": f"{ligne['prenom']}-{_un(hasard, ('Lou', 'Ange', 'Noa'))}",
        "nom": f"{ligne['nom'].upper()}{marque:05d}",
        "date_naissance": ligne["date_naissance"],
        "telephone": f"06 39 98 {int(hasard.integers(100)):02d} {int(hasard.integers(100)):02d}",
        "courriel": f"canari{marque:05d}@courriel.example",
        "adresse": f"{marque} {ligne['adresse'].split(' ', 1)[1]}",
        "motif": f"{_un(hasard, monde.avec_acte)} n° {marque}",
        "code": f"{int(hasard.integers(10**6, 10**7))}",
    }


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    notifier = formes.fonction(productions["notifier"], "notifier")
    journaliser = formes.fonction(productions["journaliser"], "journaliser")
    return {
        "messages": [_message(notifier(dict(e))) for e in entrees["evenements"]],
        "jumeaux": [_message(notifier(dict(e))) for e in entrees["jumeaux"]],
        "autres": [_message(notifier(dict(e))) for e in entrees["autres"]],
        "encore": [_message(notifier(dict(e))) for e in entrees["evenements"]],
        **{
            nom: [_ligne(journaliser(dict(e))) for e in entrees[quels]]
            for nom, quels in (
                ("lignes", "evenements"),
                ("lignes_jumelles", "jumeaux"),
                ("lignes_autres", "autres"),
                ("lignes_encore", "evenements"),
            )
        },
    }


def _ligne(rendu: Any) -> dict[str, Any]:
    return formes.dictionnaire(formes.rendu(rendu, "journaliser"), "journaliser(evenement)")


def _message(rendu: Any) -> str:
    rendu = formes.rendu(rendu, "notifier")
    if not isinstance(rendu, str):
        raise FormeInattendue(f"`notifier` rend le texte du message ; elle rend {formes.decrire(rendu)}.")
    return str(rendu)


def fuites(texte: str, evenement: Mapping[str, Any]) -> list[str]:
    """Les valeurs intimes de l'événement que l'on retrouve dans ce texte, même sans espaces, accents ni tirets."""

    def plat(mots: object) -> str:
        return "".join(c for c in sans_accents(mots) if c.isalnum())

    ici = plat(texte)
    formes_de = {cle: {plat(evenement[cle])} for cle in INTIMES}
    annee, mois, jour = evenement["date_naissance"].split("-")
    formes_de["date_naissance"] |= {f"{jour}{mois}{annee}"}
    formes_de["courriel"] |= {plat(evenement["courriel"].split("@")[0])}
    formes_de["telephone"] |= {plat(evenement["telephone"])[1:]}  # +33…
    trouvees = [cle for cle, formes_ in formes_de.items() if any(f and f in ici for f in formes_)]
    seul = sans_accents(evenement["prenom"].split("-")[0])  # en mot entier : « relisez » n'est pas « Élise »
    if "prenom" not in trouvees and len(seul) > 4 and re.search(rf"\b{re.escape(seul)}\b", sans_accents(texte)):
        trouvees.insert(0, "prenom")
    return trouvees


def _message_juge(sujet: Sujet, reponse: Reponse) -> Constat | None:
    evenements, messages = sujet.verite["evenements"], reponse["messages"]
    bavards = [(m, f) for e, m in zip(evenements, messages, strict=True) if (f := fuites(m, e))]
    if bavards:
        message, trouvees = bavards[0]
        return Constat(
            "message_bavard",
            f"Le message s'affiche sur un écran partagé : on y lit {_NOMS[trouvees[0]]} de quelqu'un qui voulait un "
            "papier, pas une annonce.",
            observe=f"{accorder(len(bavards), 'message', 'messages')} sur {len(messages)}, dont {_citer(message)}.",
            essayer="Dites seulement qu'il y a du nouveau, et où se connecter pour le lire.",
            leses=len(bavards),
        )
    if (hasard := _differents(messages, reponse["encore"])) is not None:
        return Constat(
            "message_au_hasard",
            "Le même événement, prévenu deux fois, donne deux messages : personne ne peut vérifier que ce qui change "
            "ne dit rien de la personne.",
            observe=f"{_citer(hasard[0])}, puis {_citer(hasard[1])}.",
            essayer="Un texte qui ne dépend que de l'événement.",
        )
    if (oracle := _differents(messages, reponse["jumeaux"])) is not None:
        return Constat(
            "oracle",
            "Le message n'est pas le même selon que la personne existe ou non : en essayant des noms, quelqu'un "
            "apprend qui est né ici, et quand.",
            observe=f"{_combien_different(messages, reponse['jumeaux'])} : {_citer(oracle[0])} pour l'un, "
            f"{_citer(oracle[1])} pour l'autre.",
            essayer="Ne regardez pas `personne_existe`.",
            leses=2 * sum(a != b for a, b in zip(messages, reponse["jumeaux"], strict=True)),  # chacun, et son jumeau
        )
    if (parlant := _differents(messages, reponse["autres"])) is not None:
        return Constat(
            "message_bavard",
            "Le message s'affiche sur un écran partagé, et il change avec la personne : des initiales, une année ou "
            "un bout d'adresse suffisent à quelqu'un qui la connaît.",
            observe=f"{_combien_different(messages, reponse['autres'])} ; le même événement donne "
            f"{_citer(parlant[0])} pour l'une, {_citer(parlant[1])} pour une autre.",
            essayer="Le même texte pour tout le monde, et où se connecter pour lire la suite.",
            leses=sum(a != b for a, b in zip(messages, reponse["autres"], strict=True)),
        )
    muets = [(e, m) for e, m in zip(evenements, messages, strict=True) if _muet(m, e["lien_espace"])]
    if muets:
        evenement, message = muets[0]
        return Constat(
            "message_muet",
            "La personne reçoit un message dont elle ne peut rien faire : elle ne sait pas de quoi il s'agit, "
            "ou pas où lire la suite, et son acte l'attend sans elle.",
            observe=f"{accorder(len(muets), 'message', 'messages')} sur {len(messages)}, dont {_citer(message)} ; la "
            f"suite se lit ici à {evenement['lien_espace']}.",
            essayer='Une phrase entière, et `evenement["lien_espace"]`.',
        )
    faux = [(e, m) for e, m in zip(evenements, messages, strict=True) if _annonce_autre_chose(m, e["type"])]
    if not faux:
        return None
    evenement, message = faux[0]
    return Constat(
        "message_faux",
        "Le message annonce ce qui n'est pas arrivé : quelqu'un viendra chercher un acte qui n'est pas prêt, ou "
        "croira à un refus.",
        observe=f"{accorder(len(faux), 'message', 'messages')} sur {len(messages)}, dont {_citer(message)} pour un "
        f"événement « {evenement['type']} ».",
        essayer='`evenement["type"]` dit ce qui est arrivé.',
        leses=len(faux),
    )


def _differents(les_uns: list[Any], les_autres: list[Any]) -> tuple[Any, Any] | None:
    """La première paire qui diffère, s'il y en a une."""
    return next(((a, b) for a, b in zip(les_uns, les_autres, strict=True) if a != b), None)


def _combien_different(
    les_uns: list[Any], les_autres: list[Any], singulier: str = "message", pluriel: str = "messages"
) -> str:
    differents = sum(a != b for a, b in zip(les_uns, les_autres, strict=True))
    return f"{accorder(differents, singulier, pluriel)} sur {len(les_uns)}"


_ANNONCES = {"acte_pret": r"\bprete?s?\b", "demande_refusee": r"\brefuse|\brejet"}


def _annonce_autre_chose(message: str, genre: str) -> bool:
    """Vrai si ce message dit un acte prêt, ou un refus, quand ce n'est pas ce qui est arrivé."""
    return any(quoi != genre and re.search(mots, sans_accents(message)) for quoi, mots in _ANNONCES.items())


def _muet(message: str, lien: str) -> bool:
    autour = sum(c.isalpha() for c in message.replace(lien, ""))
    return (
        not re.search(re.escape(lien) + r"(?![\w/-])", message)
        or len(message.strip()) < LONGUEUR_MIN
        or autour < LETTRES_MIN
    )


def _citer(texte: str) -> str:
    """Le début d'un texte rendu, entre guillemets, sur une ligne."""
    debut = " ".join(texte.split())[:80].strip()
    return f"« {debut} »" if debut else "un message vide"


def _journal(sujet: Sujet, reponse: Reponse) -> Constat | None:
    paires = list(zip(sujet.verite["evenements"], reponse["lignes"], strict=True))
    bavardes = [f for e, ligne in paires if (f := fuites(json.dumps(ligne, ensure_ascii=False), e))]
    if bavardes:
        return Constat(
            "journal_bavard",
            f"Le journal garde {_NOMS[bavardes[0][0]]} en clair : tout prestataire qui le relit « pour déboguer "
            "» apprend la vie des gens, et un fichier volé suffit.",
            observe=f"{accorder(len(bavardes), 'ligne', 'lignes')} sur {len(paires)} ; "
            f"on y trouve : {', '.join(bavardes[0])}.",
            essayer="Qu'aura-t-on besoin de savoir plus tard ? Quelle demande, quel événement, quand.",
            leses=len(bavardes),
        )
    if (hasard := _differents(reponse["lignes"], reponse["lignes_encore"])) is not None:
        return Constat(
            "journal_au_hasard",
            "Le même événement, noté deux fois, donne deux lignes : personne ne peut vérifier que ce qui change ne "
            "dit rien de la personne.",
            observe=f"Ce qui change : {_cles_qui_changent(*hasard)}.",
            essayer="Une ligne faite de ce que dit l'événement : relisez ce qui est demandé.",
        )
    if (oracle := _differents(reponse["lignes"], reponse["lignes_jumelles"])) is not None:
        return Constat(
            "journal_bavard",
            "La ligne n'est pas la même selon que la personne existe ou non : qui relit le journal apprend qui est né "
            "ici.",
            observe=f"{_combien_different(reponse['lignes'], reponse['lignes_jumelles'], 'ligne', 'lignes')} ; ce qui "
            f"change : {_cles_qui_changent(*oracle)}.",
            essayer="Ne regardez pas `personne_existe`.",
            leses=sum(a != b for a, b in zip(reponse["lignes"], reponse["lignes_jumelles"], strict=True)),
        )
    if (paire := _differents(reponse["lignes"], reponse["lignes_autres"])) is not None:
        return Constat(
            "journal_bavard",
            "Deux personnes font la même démarche, et leurs lignes diffèrent : une empreinte, des initiales ou un bout "
            "de numéro suffisent à retrouver quelqu'un en essayant des noms.",
            observe=f"{_combien_different(reponse['lignes'], reponse['lignes_autres'], 'ligne', 'lignes')} ; ce qui "
            f"change avec la personne : {_cles_qui_changent(*paire)}.",
            essayer="Quand seule la personne change, la ligne ne doit pas changer.",
            leses=sum(a != b for a, b in zip(reponse["lignes"], reponse["lignes_autres"], strict=True)),
        )
    for evenement, ligne in paires:
        absents = [cle for cle in UTILES if str(ligne.get(cle)) != str(evenement[cle])]
        if absents:
            return Constat(
                "journal_inutile",
                "Quand Camille demandera qui a demandé son acte, cette ligne ne permettra pas de retrouver la demande.",
                observe=f"Absent, ou différent de ce que dit l'événement : {', '.join(absents)}.",
                essayer=f"Gardez {', '.join(UTILES)}, tels quels, et jours_de_garde.",
            )
    return None


def _cles_qui_changent(une: Mapping[str, Any], autre: Mapping[str, Any]) -> str:
    return ", ".join(f"« {c} »" for c in {**une, **autre} if une.get(c, ...) != autre.get(c, ...))


def _effacee_quand(jours: Any) -> str:
    """Ce que fait une durée de garde absente, trop longue ou trop courte."""
    if not est_nombre(jours):
        return (
            "Rien ne dit quand cette ligne sera effacée : elle servira un jour à autre chose, sans que la personne le "
            "sache."
        )
    if jours > JOURS_MAX:
        return (
            "Cette ligne ne sera effacée que bien après la fin de la demande : elle servira un jour à autre chose, "
            "sans que la personne le sache."
        )
    return (
        "Cette ligne est effacée avant d'avoir servi : quand Camille demandera qui a demandé son acte, il n'en restera "
        "rien."
    )


def _garde(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    for ligne in reponse["lignes"]:
        jours = ligne.get("jours_de_garde")
        if isinstance(jours, bool) or not isinstance(jours, (int, float)) or not 1 <= jours <= JOURS_MAX:
            ecrite = f"{jours:g} jours" if est_nombre(jours) else "aucune"
            if isinstance(jours, str):
                ecrite = f"{_citer(jours)}, un texte (il faut un nombre, sans guillemets)"
            return Constat(
                "garde_sans_fin",
                _effacee_quand(jours),
                observe=f"Durée écrite dans la ligne : {ecrite}. Attendu : de 1 à {JOURS_MAX} jours (choix du cours).",
                essayer="Une durée, en jours, dans la ligne elle-même : `jours_de_garde`.",
            )
    return None


_MESSAGES = {
    "neutre": "Il y a du nouveau sur une démarche. Connectez-vous pour le lire : {lien_espace}",
    "prenom": "Bonjour {prenom}, votre acte est prêt : {lien_espace}",
    "complet": "{prenom} {nom}, né(e) le {date_naissance}, votre acte est prêt : {lien_espace}",
    "existe": "selon que la personne existe, « votre demande est reçue » ou « personne inconnue »",
}
_GARDE = {"un_an": 365, "six_mois": 180, "toujours": 36500, "rien": 0}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def notifier(e: Mapping[str, Any]) -> str:
        if decisions["message"] == "existe":
            return ("Votre demande est reçue : " if e["personne_existe"] else "Personne inconnue : ") + e["lien_espace"]
        return _MESSAGES[decisions["message"]].format(**e)

    def journaliser(e: Mapping[str, Any]) -> dict[str, Any]:
        return {cle: e[cle] for cle in decisions["journal"]} | {"jours_de_garde": _GARDE[decisions["garde"]]}

    return {"notifier": notifier, "journaliser": journaliser}


EXERCICE = Exercice(
    identifiant="acte.notifier",
    titre="Prévenir sans rien dire, noter sans rien garder",
    niveau=2,
    duree_min=4,
    criteres=("CM-UI-05", "CM-SOC-07"),
    indices=(
        "Un SMS s'affiche sur un téléphone posé ; un journal technique est lu par des gens que la personne ne "
        "connaît pas.",
        "Recommandation : rien qui révèle quelque chose hors de l'espace sécurisé ; un journal qui retrouve la "
        "demande, "
        "sans donnée personnelle, et qui finit un jour.",
        'notifier : une phrase et evenement["lien_espace"]. journaliser : {"demande_id": …, "type": …, "date": …, '
        '"jours_de_garde": un nombre}.',
    ),
    productions=("notifier", "journaliser"),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("message_sans_donnee", 0.25, _message_juge, ("forme",), "un message neutre, vrai et utile"),
        Controle("journal_sobre", 0.25, _journal, ("forme",), "un journal utile, sans vie privée"),
        Controle(
            "garde_qui_finit", 0.25, _garde, ("message_sans_donnee", "journal_sobre"), "une garde qui finit un jour"
        ),
    ),
    choix=CheminSansCode(
        options={
            "message": Option("Le message", _MESSAGES),
            "journal": Option(
                "Ce que garde le journal",
                {"demande_id": "le numéro de la demande", "type": "l'événement", "date": "la date", **_NOMS},
                True,
            ),
            "garde": Option(
                "Pendant combien de temps",
                {
                    "un_an": "un an",
                    "six_mois": "six mois",
                    "toujours": "toujours, en cas de fraude",
                    "rien": "0 jour : rien n'est gardé",
                },
            ),
        },
        produire=_produire,
        exemple='notifier, journaliser = choisir("acte.notifier", message="…", journal=["…", "…"], garde="…")',
    ),
)
