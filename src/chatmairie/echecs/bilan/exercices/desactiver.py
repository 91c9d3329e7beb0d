"""`bilan.desactiver` : éteindre ChatMairie ce soir, sans laisser personne dehors ni perdre la trace de qui a été lésé.

Le plan est rejoué sur trente jours, dans cette ville et dans d'autres ; rien n'est jugé sur des mots.
"""

from __future__ import annotations

from typing import Any

from numpy.random import Generator

from chatmairie.echecs.bilan.arret import ETAPES, FONCTIONS, JAMAIS, ROLES, Etape, Suite, allumee, derouler
from chatmairie.echecs.bilan.ville import (
    DEMANDES,
    HEURES,
    JOURS,
    OUVERTES,
    PUBLICS,
    VILLE_DU_COURS,
    Ville,
    autre_ville,
    torts_par_heure,
    une_annee,
)
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
from chatmairie.langue.mots import accorder, sans_accents

JOURS_DE_TORTS_MAX = 0.5
"""Nouveaux torts tolérés, en journées ordinaires, fonction par fonction : un acte donné à un inconnu ne se perd pas
dans le nombre des réponses inutiles. 0 en éteignant le soir même, 0,5 au plus demain à 8 h, 1 le lendemain soir ; un
envoi, un réemploi de la liste ou un second SMS se compte en journées de torts de toute la ville (12 et plus)."""

JOURS_SANS_SERVICE_MAX = 0.75
"""Personnes sans service, en journées ordinaires de demandes. Mesuré : 0 avec deux voies ouvertes au matin et
annoncées,
0,53 au plus si on l'annonce le lendemain soir, 0,99 au moins si l'on ouvre un jour plus tard ; 10 avec une seule
voie."""

PART_DE_FRAUDES_MAX = 0.20
"""Part des titulaires dont l'acte a servi contre eux. Mesuré : 0,14 au plus si on les alerte en trois jours, 0,31 au
moins
en dix jours, 0,67 au moins si on ne les alerte pas."""

PART_OUBLIEE_MAX = 0.05
ARRET_TARDIF_H = 10 * 24
"""Au-delà, rien n'est éteint : avoir laissé la machine répondre ne compte pas comme une autre porte."""
ETAPES_PAR_NUIT = 6
"""Ce qu'une même personne peut mener dans les douze premières heures (hypothèse du cours)."""
NUIT_H = 12

A_PREVENIR = {
    "notifier_cnil": (
        72, "la CNIL", "cnil_non_notifiee",
        "La violation de données n'est pas notifiée à temps à la CNIL : personne, hors de la mairie, ne veille à ce "
        "que l'on dise tout aux personnes touchées.",
    ),
    "prevenir_dpo": (
        24, "la personne déléguée à la protection des données (DPO)", "dpo_oublie",
        "La personne déléguée à la protection des données l'apprend trop tard : c'est elle que les personnes touchées "
        "appellent, et elle n'a rien à leur dire.",
    ),
    "prevenir_elus": (
        24, "les élus", "elus_oublies",
        "Les élus l'apprennent par une capture d'écran, et promettent autre chose que ce que vous faites : les "
        "habitants reçoivent deux consignes.",
    ),
    "prevenir_prestataire": (
        24, "le prestataire", "prestataire_oublie",
        "Le prestataire n'a reçu aucune consigne à temps : il garde ses accès, et les données des habitants avec.",
    ),
}  # fmt: skip
"""Étape -> (heures au plus, qui, famille, phrase). La CNIL : 72 heures après avoir pris connaissance de la violation
(RGPD, article 33, rappelé dans l'énoncé) ; les autres, un jour (hypothèse du cours, dite par l'énoncé)."""

ABSTRAITS = {"chatmairie", "tout_le_monde"}
JUGE_ET_PARTIE = {"copier_preuves", "alerter_titulaires", "notifier_cnil", "prevenir_habitants", "rappeler_refusees"}
"""Ce que le prestataire ne peut pas mener : il y serait juge et partie."""

MONDES = Mondes(public=VILLE_DU_COURS, mute=autre_ville)


def _sujet(hasard: Generator, ville: Ville) -> Sujet:
    return Sujet(entrees={}, verite={"ville": une_annee(hasard, ville)})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    return {"plan": [[e.code, e.heure, e.qui] for e in lire_plan(productions["ARRET"])]}


def lire_plan(arret: Any) -> list[Etape]:
    """Le plan écrit par l'apprenant. Lève `FormeInattendue` (une phrase) s'il ne se lit pas."""
    lignes = formes.liste(formes.lignes_de_table(arret), "ARRET", 1)
    return [_lire_etape(rang, ligne) for rang, ligne in enumerate(lignes, 1)]


def _lire_etape(rang: int, ligne: Any) -> Etape:
    if isinstance(ligne, list) and len(ligne) == 3:
        ligne = dict(zip(("etape", "heure", "qui"), ligne, strict=True))
    if not isinstance(ligne, dict):
        raise FormeInattendue(f'Étape n° {rang} : attendu {{"etape": "…", "heure": 0, "qui": "…"}}.')
    manques = [c for c in ("etape", "heure", "qui") if c not in ligne or ligne[c] is None]
    if manques:
        raise FormeInattendue(f"Étape n° {rang} : il manque {', '.join(f'« {c} »' for c in manques)}.")
    heure = ligne["heure"]
    if not est_nombre(heure) or not 0 <= heure <= HEURES:
        raise FormeInattendue(
            f"Étape n° {rang} : « heure » est un nombre d'heures depuis ce soir 20 h, entre 0 et {HEURES} (demain 8 h "
            f": 12)."
        )
    return Etape(_code(ligne["etape"], ETAPES, rang, "etape"), float(heure), _code(ligne["qui"], ROLES, rang, "qui"))


def _code(valeur: Any, connus: Any, rang: int, cle: str) -> str:
    trouve = {sans_accents(c): c for c in connus}.get(sans_accents(valeur).replace(" ", "_"))
    if not isinstance(valeur, str) or trouve is None:
        raise FormeInattendue(
            f"Étape n° {rang} : « {str(valeur)[:40]} » n'est pas un code de « {cle} ». Les codes : "
            f"{', '.join(sorted(connus))}."
        )
    return trouve


def _suite(sujet: Sujet, reponse: Reponse) -> Suite:
    return derouler(sujet.verite["ville"], _plan(reponse))


def _plan(reponse: Reponse) -> list[Etape]:
    return [Etape(*e) for e in reponse["plan"]]


def torts_en_jours(ville: Ville, suite: Suite) -> dict[str, float]:
    """Cause -> nouveaux torts du mois (actes déjà partis non compris), en journées ordinaires de cette cause."""
    jours = {}
    for fonction, torts in torts_par_heure(ville).items():
        reste = torts[allumee(suite.heures[FONCTIONS[fonction]], suite.heures["relancer_v2"])].sum()
        jours[fonction] = round(JOURS * float(reste / torts.sum()), 6)
    return jours | {c: suite.leses[c] / ville.torts_par_jour for c in ("envois", "reemploi", "second_sms")}


def jours_de_torts(sujet: Sujet, reponse: Reponse) -> float:
    """La pire des causes, en journées ordinaires."""
    return max(torts_en_jours(sujet.verite["ville"], _suite(sujet, reponse)).values())


def jours_sans_service(sujet: Sujet, reponse: Reponse) -> float:
    """Personnes restées sans service, en journées ordinaires de demandes."""
    return _suite(sujet, reponse).dehors / sujet.verite["ville"].demandes_par_jour


def part_de_fraudes(sujet: Sujet, reponse: Reponse) -> float:
    """Part des titulaires d'un acte parti dont l'acte a servi contre eux."""
    return _suite(sujet, reponse).leses["fraudes"] / sujet.verite["ville"].actes_partis


# --- les contrôles ------------------------------------------------------------------------------------

_CAUSES = {
    "envois": "des personnes qui n'avaient rien demandé reçoivent encore un envoi groupé",
    "reemploi": "un autre service se sert des numéros recueillis, et écrit à des gens qui n'ont rien demandé",
    "second_sms": "des gens qui n'avaient pas demandé le premier SMS en reçoivent un second, d'excuses",
    "conversation": "des habitants continuent de recevoir une réponse qui ne les aide pas",
    "decisions": "des familles continuent d'être refusées à tort",
    "actes": "des actes continuent de partir chez quelqu'un d'autre",
}
_PISTES = {
    "envois": "Quand part le prochain envoi déjà programmé ?",
    "reemploi": "Arrêter les envois de ChatMairie n'empêche pas un autre service de prendre la liste.",
    "second_sms": "Par quelle voie, déjà choisie par la personne, peut-on lui écrire ?",
    "conversation": "Qu'est-ce qui est encore allumé, et depuis combien de jours ?",
    "decisions": "Qu'est-ce qui est encore allumé, et depuis combien de jours ?",
    "actes": "Qu'est-ce qui est encore allumé, et depuis combien de jours ?",
}


def _plus_de_torts(sujet: Sujet, reponse: Reponse) -> Constat | None:
    suite = _suite(sujet, reponse)
    if jours_de_torts(sujet, reponse) <= JOURS_DE_TORTS_MAX:
        return _rouverte_a_la_fin(sujet, suite)
    causes = {c: n for c, n in suite.leses.items() if c != "fraudes"}
    jours = torts_en_jours(sujet.verite["ville"], suite)
    pire = max(jours, key=lambda c: (jours[c], causes[c]))
    if suite.heures["relancer_v2"] < HEURES and pire in FONCTIONS:
        return Constat(
            "rouvrir_sans_condition",
            f"La nouvelle version rouvre, et personne n'a vérifié qu'elle était meilleure : en trente jours, "
            f"{_CAUSES[pire]}.",
            observe=_compte(suite),
            essayer="À quelles conditions rouvre-t-on ? C'est l'exercice suivant, pas ce soir.",
            leses=sum(causes.values()),
            grave=True,
        )
    return Constat(
        f"encore_des_torts_{pire}",
        f"Après votre décision, {_CAUSES[pire]} : {accorder(causes[pire], 'personne', 'personnes')} en trente jours.",
        observe=_compte(suite),
        essayer=_PISTES[pire],
        leses=sum(causes.values()),
        grave=True,
    )


def _rouverte_a_la_fin(sujet: Sujet, suite: Suite) -> Constat | None:
    """Une réouverture si tardive que les trente jours la montrent à peine : les torts recommencent quand même."""
    relance = suite.heures["relancer_v2"]
    if relance == JAMAIS or relance < min(suite.heures[code] for code in FONCTIONS.values()):
        return None
    par_jour = max(1, round(sujet.verite["ville"].torts_par_jour))
    return Constat(
        "rouvrir_sans_condition",
        f"La nouvelle version rouvre, et personne n'a vérifié qu'elle était meilleure : à partir du jour "
        f"{int(relance // 24) + 1}, {accorder(par_jour, 'personne est lésée', 'personnes sont lésées')} par jour, "
        "comme avant, et les envois repartent.",
        observe="Les trente jours s'arrêtent avant que cela se voie ; les torts, non.",
        essayer="À quelles conditions rouvre-t-on ? C'est l'exercice suivant, pas ce soir.",
        leses=par_jour,
        grave=True,
    )


def _compte(suite: Suite) -> str:
    total = suite.nouveaux - suite.leses["fraudes"]
    return f"{accorder(total, 'personne lésée', 'personnes lésées')} après la décision."


def _jamais_eteinte(suite: Suite) -> bool:
    """Vrai si rien n'est éteint avant dix jours, ou si tout est rallumé avant que quelqu'un ait trouvé porte close."""
    arrets = [suite.heures[FONCTIONS[f]] for f in DEMANDES]
    eteintes = (OUVERTES & ~allumee(a, suite.heures["relancer_v2"]) for a in arrets)
    return min(arrets) > ARRET_TARDIF_H or not any(e.any() for e in eteintes)


def _personne_dehors(sujet: Sujet, reponse: Reponse) -> Constat | None:
    if _jamais_eteinte(_suite(sujet, reponse)):
        return Constat(
            "rien_n_est_eteint",
            "Personne n'est dehors parce que rien n'est éteint : ChatMairie répond encore, et lèse encore, jour après "
            "jour.",
            essayer="Quelles fonctions s'arrêtent, à quelle heure, et lesquelles restent arrêtées ?",
            grave=True,
        )
    if jours_sans_service(sujet, reponse) <= JOURS_SANS_SERVICE_MAX:
        return None
    suite = _suite(sujet, reponse)
    par_jour = sujet.verite["ville"].demandes_par_jour
    observe = (
        f"{accorder(suite.dehors, 'personne', 'personnes')} sans service en trente jours ; "
        f"un jour ordinaire, {par_jour:.0f} font une demande."
    )
    voies = [e for e in ("ouvrir_guichet", "ouvrir_telephone", "ouvrir_ecrit") if suite.heures[e] < HEURES]
    if not voies:
        return Constat(
            "eteindre_sans_autre_porte",
            "Vous éteignez, et il n'y a pas d'autre porte : une famille vient demander où en est son dossier, et il "
            "n'y a "
            "plus personne pour lui répondre.",
            observe=observe,
            essayer="Avant de fermer une porte, laquelle ouvre-t-on, avec qui, et à partir de quelle heure ?",
            leses=suite.dehors,
            grave=True,
        )
    if min(suite.heures["prevenir_habitants"], suite.heures["bulletin"] + 24 * 28) > 48:
        return Constat(
            "porte_que_personne_ne_trouve",
            "Des agents attendent, et la moitié des habitants ne savent pas où s'adresser : ils reviennent devant une "
            "page "
            "éteinte, puis renoncent.",
            observe=observe,
            essayer="Qui leur dit où aller, quand, et par un moyen qui ne demande pas d'écran ?",
            leses=suite.dehors,
            grave=True,
        )
    if len(voies) == 1:
        pire = max(suite.sans_service, key=lambda p: suite.sans_service[p])
        return Constat(
            "une_seule_voie",
            f"Une seule voie reste, et elle ne suffit pas : {PUBLICS[pire]} restent dehors "
            f"({accorder(suite.sans_service[pire], 'personne', 'personnes')}).",
            observe=observe,
            essayer="Qui ne téléphone pas ? Qui ne peut pas venir ? Qui n'a pas d'écran ?",
            leses=suite.dehors,
            grave=True,
        )
    return Constat(
        "porte_ouverte_trop_tard",
        "Entre l'extinction et l'ouverture d'une autre voie, des gens ont trouvé porte close : ils avaient une date, "
        "un "
        "papier à rendre, un enfant à inscrire.",
        observe=observe,
        essayer="À quelle heure la mairie ouvre-t-elle demain ? (Ce soir 20 h est l'heure 0.)",
        leses=suite.dehors,
        grave=True,
    )


def _retrouver(sujet: Sujet, reponse: Reponse) -> Constat | None:
    suite, ville = _suite(sujet, reponse), sujet.verite["ville"]
    perdues = suite.refusees + suite.non_prevenus
    fraudes = part_de_fraudes(sujet, reponse)
    oubliees = (
        suite.refusees > PART_OUBLIEE_MAX * ville.refusees or suite.non_prevenus > PART_OUBLIEE_MAX * ville.actes_partis
    )
    if not oubliees and fraudes <= PART_DE_FRAUDES_MAX:
        return None
    observe = (
        f"Familles qui n'ont pas retrouvé leur place : {suite.refusees} sur {ville.refusees}. "
        f"Titulaires jamais prévenus : {suite.non_prevenus} sur {ville.actes_partis}. "
        f"Titulaires contre qui l'acte a servi : {suite.leses['fraudes']}."
    )
    if suite.efface and oubliees:
        return Constat(
            "tout_effacer_d_abord",
            "Tout est effacé, les preuves comprises : on ne peut plus prévenir personne. La personne dont l'acte est "
            "parti "
            "ne saura jamais pourquoi on lui réclame un crédit.",
            observe=observe,
            essayer="De quoi aura-t-on besoin pour retrouver chaque personne lésée ? On efface après, pas avant.",
            leses=perdues,
            grave=True,
        )
    if suite.refusees > PART_OUBLIEE_MAX * ville.refusees:
        return Constat(
            "refusees_oubliees",
            "Éteindre ne rend pas une place : les parents de Léa ont toujours leur lettre de refus, et la rentrée "
            "passe.",
            observe=observe,
            essayer="Qui les rappelle, et avant quelle date ?",
            leses=perdues,
            grave=True,
        )
    return Constat(
        "titulaires_non_prevenus",
        "Des actes de naissance sont chez quelqu'un d'autre que leur titulaire. Camille l'apprendra le jour où l'on "
        "s'en "
        "sera servi.",
        observe=observe,
        essayer="Qui alerte ces personnes, et en combien de jours ? Chaque jour d'attente compte.",
        leses=perdues,
        grave=True,
    )


def _en_cours(sujet: Sujet, reponse: Reponse) -> Constat | None:
    suite = _suite(sujet, reponse)
    if not suite.dossiers_perdus and not suite.sans_preuve:
        return None
    if suite.dossiers_perdus:
        return Constat(
            "dossiers_en_attente",
            "Des demandes étaient déposées et n'avaient pas de réponse. ChatMairie s'éteint, et elles avec : ces "
            "familles "
            "croient leur dossier en route.",
            observe=f"Dossiers en attente restés sans réponse : {suite.dossiers_perdus}.",
            essayer="Qui reprend ce qui est en cours, et en combien de jours ? (Un dossier effacé ne se reprend pas.)",
            leses=suite.dossiers_perdus,
            grave=True,
        )
    return Constat(
        "sans_preuves",
        "Le prestataire efface ses journaux au bout de quelques jours. Une famille qui conteste, un titulaire qui "
        "porte "
        "plainte n'auront plus rien à montrer.",
        observe=f"Personnes lésées sans preuve de ce qui leur est arrivé : {suite.sans_preuve}.",
        essayer="Que faut-il copier, et avant quand ?",
        leses=suite.sans_preuve,
        grave=True,
    )


def _agents(sujet: Sujet, reponse: Reponse) -> Constat | None:
    suite = _suite(sujet, reponse)
    if not suite.agents_surpris:
        return None
    return Constat(
        "agents_prevenus_apres",
        f"{suite.agents_surpris} agents l'apprennent des habitants, au guichet : ils ne savent ni ce qui s'arrête, ni "
        f"quoi "
        "répondre, et c'est sur eux que tombe la colère.",
        essayer="Qui doit le savoir en premier, avant l'affiche et le répondeur ?",
        leses=suite.agents_surpris,
    )


def _prevenus(sujet: Sujet, reponse: Reponse) -> Constat | None:
    heures = _suite(sujet, reponse).heures
    tard = {etape: x for etape, x in A_PREVENIR.items() if heures[etape] > x[0]}
    if not tard:
        return None
    _, _, famille, phrase = next(iter(tard.values()))
    dits = (
        f"{qui} ({'jamais' if heures[etape] == JAMAIS else f'heure {heures[etape]:g}'} ; {au_plus} au plus)"
        for etape, (au_plus, qui, *_) in tard.items()
    )
    return Constat(
        famille,
        phrase,
        observe=f"Pas prévenus à temps : {', '.join(dits)}.",
        essayer="L'énoncé dit qui doit le savoir, et en combien d'heures.",
        grave="notifier_cnil" in tard,
    )


def _responsables(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    plan = _plan(reponse)
    a_personne = sum(etape.qui in ABSTRAITS for etape in plan)
    for etape in plan:
        if etape.qui in ABSTRAITS:
            return Constat(
                "personne_ne_repond",
                f"« {ETAPES[etape.code]} » est confié à {ROLES[etape.qui]} : si cela n'est pas fait, les habitants "
                f"n'ont "
                "personne à qui le demander.",
                essayer="Un nom, ou une fonction, par étape : quelqu'un qui peut dire « c'est fait ».",
                grave=2 * a_personne > len(plan),  # un plan que personne ne mène n'en est pas un
            )
    for etape in plan:
        if etape.qui == "prestataire" and etape.code in JUGE_ET_PARTIE:
            return Constat(
                "juge_et_partie",
                f"« {ETAPES[etape.code]} » est confié au prestataire : il mènerait lui-même ce qui le met en cause, et "
                "les personnes lésées n'auraient que ce qu'il choisit de montrer.",
                essayer="Quelqu'un de la mairie, qui n'a rien à y perdre.",
                grave=True,
            )
    charges = {r: sum(e.qui == r and e.heure < NUIT_H for e in plan) for r in ROLES}
    pire = max(charges, key=charges.__getitem__)
    if charges[pire] > ETAPES_PAR_NUIT:
        return Constat(
            "une_personne_pour_tout",
            f"{accorder(charges[pire], 'étape', 'étapes')} cette nuit pour {ROLES[pire]} : la moitié ne sera pas "
            "faite, et personne ne "
            f"saura laquelle "
            "au moment où des gens en dépendront.",
            essayer="Qui d'autre peut en prendre une part ?",
        )
    return None


EXERCICE = Exercice(
    identifiant="bilan.desactiver",
    titre="Éteindre ce soir, sans laisser personne dehors",
    niveau=1,
    duree_min=15,
    criteres=("CM-SOC-12", "CM-UX-03", "CM-STR-05"),
    indices=(
        "Éteindre une machine ne rend ni une place, ni un acte de naissance, ni une file d'attente : demain à 8 h, "
        "quelqu'un "
        "pousse la porte de la mairie.",
        "Recommandation : une voie sans IA avant la coupure, les preuves avant l'effacement, les agents avant "
        "l'affiche, et une "
        "personne par étape.",
        'ARRET = [{"etape": "…", "heure": 0, "qui": "…"}, …] : quatre arrêts ce soir, au moins deux voies ouvertes '
        "demain à "
        "8 h (heure 12), qui prévenir et dans quel ordre, puis ce que deviennent les dossiers, les familles, les "
        "actes et les "
        "numéros.",
    ),
    productions=("ARRET",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("plus_de_nouveaux_torts", 1.5, _plus_de_torts, ("forme",), "plus personne n'est lésé ensuite"),
        Controle("personne_sans_service", 1.5, _personne_dehors, ("forme",), "chacun a une autre porte"),
        Controle("retrouver_les_gens", 1.0, _retrouver, ("forme",), "les personnes déjà lésées sont retrouvées"),
        Controle("dossiers_et_preuves", 0.5, _en_cours, ("forme",), "dossiers en cours et preuves sont gardés"),
        Controle("agents_d_abord", 0.5, _agents, ("forme",), "les agents le savent avant le public"),
        Controle("qui_doit_savoir", 0.5, _prevenus, ("forme",), "DPO, CNIL, élus et prestataire sont prévenus"),
        Controle("une_personne_par_etape", 0.25, _responsables, ("forme",), "chaque étape a quelqu'un pour la mener"),
    ),
)
