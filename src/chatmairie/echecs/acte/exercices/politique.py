"""`acte.politique` : par quelle voie, sous quelle preuve, remis comment. Jugée en la suivant, demande par demande."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.acte.defenses import IDENTIFICATIONS
from chatmairie.echecs.acte.delivrance import (
    PREVENIR,
    REMISES,
    REMISES_OUVERTES,
    SANS_REMISE,
    SIGNATAIRES,
    VOIE_DE_LA_PREUVE,
    VOIES,
    suivre,
)
from chatmairie.echecs.acte.exercices._commun import AVEC_FILIATION, MONDES, demandes_a_juger, un_parmi
from chatmairie.echecs.acte.monde import NOMS_DES_SITUATIONS, Monde
from chatmairie.juge import formes
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
from chatmairie.langue.mots import accorder, combien_sur, de

CLES = {
    "voie": VOIES,
    "identification": IDENTIFICATIONS,
    "remise": REMISES,
    "signe": SIGNATAIRES,
    "prevenir": PREVENIR,
}
PRESQUE_PERSONNE = 1 / 4
"""En dessous, un service est fermé. Des liens écrits d'avance servent encore de 38 à 71 ayants droit sur 100 dans la
mairie qui en a d'autres (dix secrets)."""

MOTIF_MIN = 10  # lettres d'une raison qui dit quelque chose à quelqu'un


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    demandes = demandes_a_juger(hasard, monde)
    entrees = {
        "demandes": [{**d["vue"], "fiche": fiche_de(monde)} for d in demandes],
    }
    return Sujet(entrees=entrees, verite={"demandes": demandes})


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    politique = formes.fonction(productions["politique"], "politique")
    rendus = [lire_la_decision(politique(copie_de(vue))) for vue in entrees["demandes"]]
    return {"decisions": rendus}


def fiche_de(monde: Monde) -> dict[str, list[str]]:
    """Ce que la fiche de cette mairie dit : usages sans acte, liens qui ouvrent un droit."""
    return {"sans_acte": list(monde.sans_acte), "ayants_droit": list(monde.ayants_droit)}


def copie_de(vue: Mapping[str, Any]) -> dict[str, Any]:
    """La demande donnée au code de l'apprenant : y toucher ne change rien pour les autres."""
    return {**vue, "moyens": list(vue["moyens"]), "fiche": {c: list(v) for c, v in vue["fiche"].items()}}


def lire_la_decision(rendu: Any) -> dict[str, str]:
    """Une décision, en données simples. Lève `FormeInattendue` (clé absente, valeur inconnue)."""
    lu = formes.dictionnaire(formes.rendu(rendu, "politique"), "politique(demande)", (*CLES, "motif"))
    if not isinstance(lu["motif"], str):
        raise FormeInattendue("« motif » est une phrase : ce que l'on dit à la personne.")
    return {cle: un_parmi(lu[cle], connus, cle) for cle, connus in CLES.items()} | {"motif": lu["motif"].strip()}


def _cas(sujet: Sujet, reponse: Reponse, *genres: str):
    for demande, decision in zip(sujet.verite["demandes"], reponse["decisions"], strict=True):
        if demande["genre"] in genres:
            yield demande, decision, suivre(demande, decision)


def _presque_tous(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = list(_cas(sujet, reponse, "ayant_droit", "sans_filiation"))
    servis = sum(issue.servi for _, _, issue in cas)
    if servis >= PRESQUE_PERSONNE * len(cas):
        return _une_seule_reponse(reponse)
    qui, decision, issue = next(c for c in cas if not c[2].servi)
    return Constat(
        "presque_personne",
        f"{qui['personne']} y a droit, et n'obtient rien ({_pourquoi(issue, decision)}). Un service qui ne sert "
        "presque personne n'est pas sûr : il est fermé.",
        observe=f"{accorder(servis, 'ayant droit servi', 'ayants droit servis')} sur {len(cas)}.",
        essayer='`demande["moyens"]` dit par quoi la personne peut passer ; choisissez parmi eux.',
        leses=len(cas) - servis,
        grave=True,
    )


def _une_seule_reponse(reponse: Reponse) -> Constat | None:
    differentes = {tuple(d.values()) for d in reponse["decisions"]}
    if len(differentes) > 1:
        return None
    return Constat(
        "une_seule_reponse",
        "Le voisin curieux, l'enfant qui y a droit et la personne qui n'a besoin d'aucun acte reçoivent la même "
        "réponse : rien de ce qu'ils ont dit n'a été lu.",
        observe=f"{len(reponse['decisions'])} demandes, une seule décision.",
        essayer="Que dit chaque demande de l'usage, de l'acte, du lien, des moyens ?",
        leses=len(reponse["decisions"]),
    )


def _attaques(sujet: Sujet, reponse: Reponse) -> Constat | None:
    par_attaquant: dict[str, list[bool]] = {}
    exemple: dict[str, tuple] = {}
    for demande, decision, issue in _cas(sujet, reponse, "attaque"):
        par_attaquant.setdefault(demande["attaquant"], []).append(issue.servi)
        if issue.servi:
            exemple.setdefault(demande["attaquant"], (demande, decision))
    pire = max(par_attaquant, key=lambda a: sum(par_attaquant[a]) / len(par_attaquant[a]))
    obtenus, total = sum(par_attaquant[pire]), len(par_attaquant[pire])
    if not obtenus:
        return None
    demande, decision = exemple[pire]
    return Constat(
        "acte_vole",
        f"L'acte {de(demande['personne'])} part chez quelqu'un qui « {pire} » : la preuve demandée "
        f"({IDENTIFICATIONS[decision['identification']].nom}), cette personne la passe aussi.",
        observe=f"{accorder(obtenus, 'acte obtenu', 'actes obtenus')} sur {accorder(total, 'demande', 'demandes')} "
        f"de cet attaquant ({demande['vue']['acte']}, lien annoncé : {demande['vue']['lien']}).",
        essayer="Cherchez une preuve qui ne repose pas sur ce qu'un autre peut savoir, lire ou tenir.",
        leses=obtenus,
        grave=True,
    )


def _sans_droit(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = list(_cas(sujet, reponse, "sans_droit"))
    servis = [c for c in cas if c[2].servi]
    if servis:
        demande, _, _ = servis[0]
        return Constat(
            "servi_sans_droit",
            f"La filiation et les secrets de quelqu'un partent chez « {demande['vue']['lien']} », qui n'y a pas droit, "
            "même en disant vrai.",
            observe=f"{accorder(len(servis), 'acte remis', 'actes remis')} sur {len(cas)} demandes sans droit "
            f"({demande['vue']['acte']}).",
            essayer="La fiche dit qui peut avoir quel acte. Être de la famille ne suffit pas.",
            leses=len(servis),
            grave=True,
        )
    return None


def _refus(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = list(_cas(sujet, reponse, "sans_droit"))
    traines = [c for c in cas if c[2].pourquoi == "refuse_plus_tard"]
    if traines:
        return Constat(
            "deplace_pour_rien",
            f"{traines[0][0]['personne']} ({traines[0][0]['vue']['lien']}) se déplace ou écrit, attend, et "
            "s'entend dire "
            "non par l'officier d'état civil : la règle était connue dès la première question.",
            observe=f"{accorder(len(traines), 'personne déplacée', 'personnes déplacées')} pour rien, sur {len(cas)}.",
            essayer="Dites-le tout de suite, avec une raison.",
            leses=len(traines),
        )
    flous = [c for c in cas if c[1]["voie"] != "refus"]
    if flous:
        demande, decision, _ = flous[0]
        return Constat(
            "refus_sans_raison",
            f"{demande['personne']} ({demande['vue']['lien']}) n'a pas droit à cet acte, et s'entend répondre "
            f"« {VOIES[decision['voie']]} ». Rien ne viendra, et personne ne lui a dit non, ni ce qu'il "
            "reste possible de demander.",
            observe=combien_sur(len(flous), len(cas), "personne {} attend", "personnes {} attendent")
            + " une suite qui n'existe pas.",
            essayer="Un refus se dit : une voie qui l'annonce, et une raison.",
            leses=len(flous),
        )
    muets = [c for c in cas if len(c[1]["motif"]) < MOTIF_MIN]
    if muets:
        return Constat(
            "refus_sans_raison",
            f"{muets[0][0]['personne']} reçoit un refus sans raison, et ne sait ni pourquoi, ni quoi faire d'autre.",
            observe=f"{len(muets)} refus sans motif.",
            essayer="« motif » est une phrase que la personne lira.",
            leses=len(muets),
        )
    promis = {c[1]["motif"] for c in _cas(sujet, reponse, "ayant_droit", "sans_filiation") if c[2].servi}
    trompes = [c for c in cas if c[1]["motif"] in promis]
    if trompes:
        demande, decision, _ = trompes[0]
        return Constat(
            "refus_sans_raison",
            f"{demande['personne']} n'a pas droit à cet acte, et lit la même phrase que les personnes servies : "
            f"« {decision['motif'][:60]} ». Rien ne viendra.",
            observe=f"{accorder(len(trompes), 'refus dit', 'refus disent')} la phrase d'une demande acceptée.",
            essayer="Que dire à qui est refusé, que l'on ne dit pas aux autres ?",
            leses=len(trompes),
        )
    return None


def parts_par_situation(sujet: Sujet, reponse: Reponse) -> dict[str, float]:
    """Situation -> part des ayants droit servis."""
    comptes: dict[str, list[bool]] = {}
    for demande, _, issue in _cas(sujet, reponse, "ayant_droit"):
        comptes.setdefault(demande["situation"], []).append(issue.servi)
    return {s: sum(v) / len(v) for s, v in comptes.items()}


def _situations(sujet: Sujet, reponse: Reponse) -> Constat | None:
    parts = parts_par_situation(sujet, reponse)
    pire = min(parts, key=lambda s: parts[s])
    if parts[pire] == 1:
        return _extraits_remis(sujet, reponse)
    dehors = [c for c in _cas(sujet, reponse, "ayant_droit") if c[0]["situation"] == pire and not c[2].servi]
    demande, decision, issue = dehors[0]
    total = sum(c[0]["situation"] == pire for c in _cas(sujet, reponse, "ayant_droit"))
    return Constat(
        "situation_dehors",
        f"{demande['personne']} ({demande['vue']['lien']}) a droit à cet acte et ne l'aura pas : "
        f"{_pourquoi(issue, decision)}. Le voleur est arrêté, et {NOMS_DES_SITUATIONS[pire]} aussi.",
        observe=f"{len(dehors)} dehors sur {total}, pour {NOMS_DES_SITUATIONS[pire]}.",
        essayer="Quelle voie reste à une personne qui ne peut ni venir, ni se connecter ?",
        leses=len(dehors),
        grave=True,
    )


def _extraits_remis(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """L'extrait sans filiation arrive à toute personne : un refus la prive d'un droit, quel que soit son lien."""
    cas = list(_cas(sujet, reponse, "sans_filiation"))
    perdus = [c for c in cas if not c[2].servi]
    if not perdus:
        return None
    demande, decision, issue = perdus[0]
    return Constat(
        "extrait_pas_remis",
        f"{demande['personne']} demande un extrait sans filiation, ouvert à toute personne, et ne l'aura pas : "
        f"{_pourquoi(issue, decision)}.",
        observe=combien_sur(len(perdus), len(cas), "extrait {} n'arrive pas.", "extraits {} n'arrivent pas."),
        essayer="Relisez, sur la fiche, qui peut avoir un extrait sans filiation."
        if decision["voie"] in SANS_REMISE
        else "Sans preuve d'identité, par où ce papier peut-il arriver à une personne qui ne peut ni venir, ni se "
        "connecter ?",
        leses=len(perdus),
        grave=True,
    )


def _pourquoi(issue: Any, decision: Mapping[str, str]) -> str:
    return {
        "refus": "un refus",
        "pas_besoin": "on lui dit qu'aucun acte n'est nécessaire, et il l'est",
        "rien_remis": "rien n'est remis",
        "moyen_absent": f"on exige « {IDENTIFICATIONS[decision['identification']].nom} », qui ne lui est pas ouvert",
        "guichet_trop_loin": "il faudrait venir au guichet, et ce n'est pas possible",
        "espace_ferme": "l'espace sécurisé ne s'ouvre qu'après FranceConnect+",
        "refuse_plus_tard": "un refus, après déplacement",
    }.get(issue.pourquoi, issue.pourquoi)


def _pas_besoin(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cas = list(_cas(sujet, reponse, "pas_besoin"))
    inutiles = [c for c in cas if c[1]["voie"] != "pas_besoin"]
    if not inutiles:
        return None
    demande, decision, _ = inutiles[0]
    return Constat(
        "acte_inutile",
        f"{demande['personne']} venait pour « {demande['vue']['usage']} » : l'administration interroge elle-même la "
        "mairie de naissance. Une démarche, un papier et un fichier de plus, pour rien.",
        observe=f"{accorder(len(inutiles), 'personne', 'personnes')} sur {len(cas)} ; réponse donnée : "
        f"{VOIES[decision['voie']]}.",
        essayer='`demande["fiche"]["sans_acte"]` donne les usages de cette mairie.',
        leses=len(inutiles),
    )


def _simple(sujet: Sujet, reponse: Reponse) -> Constat | None:
    forces = [c for c in _cas(sujet, reponse, "sans_filiation") if c[1]["identification"] != "aucune"]
    if forces:
        demande, decision, _ = forces[0]
        return Constat(
            "preuve_inutile",
            f"{demande['personne']} demande un extrait sans filiation, que toute personne peut avoir sans se "
            "justifier, "
            f"et se voit répondre : {VOIES[decision['voie']]}, {IDENTIFICATIONS[decision['identification']].nom}.",
            observe=f"{accorder(len(forces), 'personne gênée', 'personnes gênées')} sans raison.",
            essayer="Relisez la première ligne de la fiche sur les extraits.",
            leses=len(forces),
        )
    en_ligne = [c for c in _cas(sujet, reponse, "ayant_droit") if "franceconnect_plus" in c[0]["vue"]["moyens"]]
    deplaces = [c for c in en_ligne if c[1]["identification"] != "franceconnect_plus"]
    if not deplaces:
        return _voie_contradictoire(sujet, reponse)
    demandee = deplaces[0][1]["identification"]
    ailleurs = (
        "on l'envoie ailleurs" if demandee == "aucune" else f"on lui demande plutôt : {IDENTIFICATIONS[demandee].nom}"
    )
    return Constat(
        "moins_simple",
        f"{deplaces[0][0]['personne']} a FranceConnect+ et pouvait finir en six minutes ; {ailleurs}. "
        "La mairie voulait une démarche simplifiée.",
        observe=f"{accorder(len(deplaces), 'personne', 'personnes')} sur les {len(en_ligne)} qui ont FranceConnect+.",
        essayer="Quand plusieurs moyens sûrs sont possibles, prenez le plus court pour la personne.",
        leses=len(deplaces),
    )


def _voie_contradictoire(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """La voie annoncée mène à la preuve demandée, et à la remise d'un extrait sans preuve."""
    cas = [c for c in _cas(sujet, reponse, "ayant_droit", "sans_filiation") if c[1]["voie"] not in SANS_REMISE]
    perdus = [c for c in cas if not _mene_a(c[1])]
    if not perdus:
        return None
    demande, decision, _ = perdus[0]
    preuve = decision["identification"]
    if preuve == "aucune":
        suite = "et le papier part par courrier, sans rien à montrer à personne : un déplacement pour rien"
    else:
        suite = f"et la preuve demandée est : {IDENTIFICATIONS[preuve].nom}. Impossible de savoir où aller"
    return Constat(
        "voie_contradictoire",
        f"{demande['personne']} s'entend répondre « {VOIES[decision['voie']]} », {suite}.",
        observe=f"{accorder(len(perdus), 'personne reçoit', 'personnes reçoivent')} deux consignes qui se "
        "contredisent, "
        f"sur {len(cas)}.",
        essayer="« voie » est l'endroit où l'on va, en ligne, au guichet ou au bureau de poste, pour donner la preuve "
        "demandée : lisez les deux ensemble, comme la personne les lira.",
        leses=len(perdus),
    )


def _mene_a(decision: Mapping[str, str]) -> bool:
    preuve, voie, remise = decision["identification"], decision["voie"], decision["remise"]
    if preuve != "aucune":
        return VOIE_DE_LA_PREUVE[preuve] == voie
    return not (voie == "guichet" and remise == "courrier")  # venir au guichet, et ne rien y recevoir


def _remise(sujet: Sujet, reponse: Reponse) -> Constat | None:
    tous = [c for c in _cas(sujet, reponse, "ayant_droit", "sans_filiation") if c[2].servi]
    ouverts = [c for c in tous if c[1]["remise"] in REMISES_OUVERTES]
    if not ouverts:
        return None
    demande, decision, _ = ouverts[0]
    return Constat(
        "remise_ouverte",
        f"L'acte {de(demande['personne'])} part {REMISES[decision['remise']]} : qui ouvre la boîte, relit la "
        "conversation ou passe derrière l'écran l'a aussi, pour toujours.",
        observe=f"{accorder(len(ouverts), 'acte', 'actes')} sur {len(tous)}.",
        essayer="Un message peut dire « votre document est prêt », sans rien contenir.",
        leses=len(ouverts),
        grave=True,
    )


def _humain(sujet: Sujet, reponse: Reponse) -> Constat | None:
    remis = [c for c in _cas(sujet, reponse, "ayant_droit", "sans_filiation") if c[1]["voie"] not in SANS_REMISE]
    seule = [c for c in remis if c[1]["signe"] != "officier"]
    if seule:
        return Constat(
            "sans_officier",
            f"L'acte {de(seule[0][0]['personne'])} est délivré par ChatMairie. Ingrid, officière d'état civil, "
            "en répond "
            "et ne l'a pas vu passer ; personne ne saura dire non.",
            observe=f"{accorder(len(seule), 'acte', 'actes')} sans signature d'une personne.",
            essayer="La fiche dit qui signe.",
            leses=len(seule),
            grave=True,
        )
    filiation = [c for c in remis if c[0]["vue"]["acte"] in AVEC_FILIATION]
    muets = [c for c in filiation if c[1]["prevenir"] != "moyen_verifie"]
    if muets:
        suite = (
            "le message part au contact que l'on vient de taper : celui du voleur, s'il y en a un"
            if muets[0][1]["prevenir"] == "contact_tape"
            else "personne ne le lui dit"
        )
        return Constat(
            "personne_pas_prevenue",
            f"Quelqu'un demande l'acte {de(muets[0][0]['personne'])}, et {suite}.",
            observe=f"{accorder(len(muets), 'demande', 'demandes')} sans avertir la personne de l'acte.",
            essayer="« Vous n'êtes pas à l'origine de cette demande ? » n'est utile que par un moyen déjà vérifié.",
            leses=len(muets),
        )
    return None


# --- sans code ----------------------------------------------------------------------------------------

_MOYENS = {cle: i.nom for cle, i in IDENTIFICATIONS.items() if cle != "aucune"}
_CONFORT = (
    "code_numero_tape", "questions", "photo_piece", "code_numero_verifie", "franceconnect", "franceconnect_plus",
    "piece_au_guichet", "courrier_justifie",
)  # fmt: skip


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def repondre(voie: str, identification: str, remise: str, motif: str) -> dict[str, str]:
        return {
            "voie": voie,
            "identification": identification,
            "remise": remise,
            "signe": decisions["signe"],
            "prevenir": decisions["prevenir"],
            "motif": motif,
        }

    def politique(demande: Mapping[str, Any]) -> dict[str, str]:
        fiche = demande["fiche"]
        if demande["usage"] in fiche["sans_acte"] and decisions["usage_sans_acte"] == "pas_besoin":
            return repondre("pas_besoin", "aucune", "aucune", "L'administration demandera elle-même.")
        remise = decisions["remise"]
        if demande["acte"] == "extrait sans filiation" and decisions["extrait_sans_filiation"] == "sans_preuve":
            remise = "courrier" if remise == "espace_securise" else remise
            return repondre("courrier", "aucune", remise, "Ouvert à toute personne.")
        if demande["lien"] not in fiche["ayants_droit"] and demande["acte"] != "extrait sans filiation":
            if decisions["lien_sans_droit"] == "refus":
                return repondre(
                    "refus", "aucune", "aucune", "Cet acte est réservé ; demandez l'extrait sans filiation."
                )
            if decisions["lien_sans_droit"] == "guichet":
                return repondre("guichet", "piece_au_guichet", "guichet", "Venez au guichet.")
        acceptes = [m for m in _CONFORT if m in decisions["preuves_acceptees"] and m in demande["moyens"]]
        if not acceptes:
            return repondre("refus", "aucune", "aucune", "Nous ne pouvons pas vérifier votre identité.")
        preuve = acceptes[0]
        voie = {"piece_au_guichet": "guichet", "courrier_justifie": "courrier"}.get(preuve, "en_ligne")
        if remise == "espace_securise" and preuve != "franceconnect_plus":
            remise = "guichet" if voie == "guichet" else "courrier"
        return repondre(voie, preuve, remise, "Votre demande est reçue.")

    return {"politique": politique}


_SANS_DOMMAGE = ("attaques_arretees", "sans_droit", "chaque_situation", "remise_fermee")
"""Un acte parti chez un autre, ou quelqu'un laissé dehors : le reste ne se gagne pas."""

EXERCICE = Exercice(
    identifiant="acte.politique",
    titre="Qui peut avoir quoi, et comment",
    niveau=3,
    duree_min=10,
    criteres=("CM-CAD-08", "CM-CAD-09", "CM-UX-03"),
    indices=(
        "Quelqu'un qui connaît vos proches sait tout ce que vous savez. Et quelqu'un sans téléphone a les mêmes droits "
        "que vous.",
        "Recommandation : un niveau de preuve proportionné au dommage, une autre voie pour chacun, et une personne qui "
        "signe.",
        'Dans l\'ordre : l\'usage est-il dans demande["fiche"]["sans_acte"] ? L\'extrait est-il sans filiation '
        "? Le lien "
        "est-il dans "
        'fiche["ayants_droit"] ? Sinon, le premier moyen sûr de demande["moyens"], du plus court au plus long.',
    ),
    productions=("politique",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("presque_tous", 0.25, _presque_tous, ("forme",), "le service reste ouvert"),
        Controle("attaques_arretees", 0.5, _attaques, ("presque_tous",), "aucun attaquant n'obtient l'acte"),
        Controle("sans_droit", 0.5, _sans_droit, ("presque_tous",), "aucun acte à qui n'y a pas droit"),
        Controle("chaque_situation", 0.5, _situations, ("attaques_arretees",), "chaque situation a une voie"),
        Controle("remise_fermee", 0.5, _remise, ("presque_tous",), "rien dans un message ni dans le chat"),
        Controle("refus_explique", 0.25, _refus, _SANS_DOMMAGE, "un refus immédiat et expliqué"),
        Controle("pas_besoin", 0.5, _pas_besoin, _SANS_DOMMAGE, "aucun acte quand l'administration peut demander"),
        Controle("simple", 0.25, _simple, _SANS_DOMMAGE, "le plus court chemin sûr"),
        Controle("main_humaine", 0.5, _humain, _SANS_DOMMAGE, "l'officier signe, la personne est prévenue"),
    ),
    choix=CheminSansCode(
        options={
            "usage_sans_acte": Option(
                "L'usage n'a pas besoin d'acte. Que répondre ?",
                {
                    "pas_besoin": "« pas besoin d'acte » : l'administration demande elle-même",
                    "delivrer": "le délivrer quand même, c'est plus rapide que d'expliquer",
                },
            ),
            "extrait_sans_filiation": Option(
                "Un extrait sans filiation",
                {
                    "sans_preuve": "sans preuve d'identité, par courrier",
                    "comme_les_autres": "les mêmes preuves que le reste",
                },
            ),
            "lien_sans_droit": Option(
                "Le lien n'ouvre pas de droit (frère, voisin…)",
                {
                    "refus": "le dire tout de suite, avec une raison",
                    "guichet": "l'envoyer au guichet, l'agent verra",
                    "servir": "le servir s'il prouve qui il est",
                },
            ),
            "preuves_acceptees": Option("Les preuves d'identité acceptées", _MOYENS, True),
            "remise": Option(
                "L'acte est remis",
                {
                    "espace_securise": "dans l'espace sécurisé après FranceConnect+, sinon par courrier ou au guichet",
                    "courrier": "toujours par courrier",
                    "courriel": "par courriel, en pièce jointe",
                    "chat": "dans le chat",
                },
            ),
            "signe": Option("Qui délivre ?", SIGNATAIRES),
            "prevenir": Option("Qui prévenir de la demande ?", PREVENIR),
        },
        produire=_produire,
        exemple='politique = choisir("acte.politique", usage_sans_acte="…", extrait_sans_filiation="…", '
        'lien_sans_droit="…", preuves_acceptees=["…", "…"], remise="…", signe="…", prevenir="…")',
    ),
)
