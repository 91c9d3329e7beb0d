"""`campagne.consentir` : à qui écrire. Jugé sur qui reçoit, et sur qui avait dit oui et ne reçoit rien."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne.agenda import elider
from chatmairie.echecs.campagne.exercices._commun import MONDES, PERSONNES, identifiants, qui
from chatmairie.echecs.campagne.exercices.consentir_sans_code import CHEMIN
from chatmairie.echecs.campagne.fichier import ages, tirer_fichier
from chatmairie.echecs.campagne.monde import BASES, Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Controle, Entrees, Exercice, Productions, Reponse, Sujet
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder

PART_QUELQU_UN = 0.5
"""En dessous, la campagne n'a pas lieu (hypothèse du cours) : ne déranger personne ne suffit pas."""

PART_LAISSEE = 0.25
"""Au-delà, oublier n'est plus une étourderie (hypothèse du cours) : ces gens avaient demandé l'agenda."""

INTERDITES = ("base_origine", "quotient_familial", "handicap", "nom")
"""Des colonnes recueillies pour autre chose : les échanger entre les gens ne doit rien changer à qui reçoit."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    fichier = tirer_fichier(hasard, monde, PERSONNES)
    personnes, situations = fichier.personnes, fichier.situations
    contact = personnes[monde.contact]
    # de deux personnes qui ont dit oui au même contact, la première part : l'autre doit recevoir quand même
    partages = situations["droit"] & contact.duplicated(keep=False)
    for partie in partages.index[partages & partages.shift(-1, fill_value=False) & contact.eq(contact.shift(-1))][:1]:
        personnes.loc[partie, "parti_ou_decede"] = True
        situations.loc[partie, ["situation", "droit"]] = ["parti_ou_decede", False]
    # et deux autres, toujours là, partagent un contact : sans elles, un message envoyé deux fois ne se verrait pas
    if not contact[situations["droit"]].duplicated().any():
        une, autre = personnes.index[situations["droit"]][:2]
        personnes.loc[autre, monde.contact] = contact[une]
        contact = personnes[monde.contact]
    return Sujet(
        entrees={
            "personnes": personnes,
            "consentements": fichier.consentements,
            "campagne": fichier.campagne,
            "echangees": _echanger(hasard, personnes),
        },
        verite={
            "personnes": personnes.assign(
                situation=situations["situation"],
                contact=contact,
                age=ages(personnes, monde.date),
            ).set_index("id_personne"),
            "droit": set(contact[situations["droit"]]),
            "finalite": monde.finalite,
            "canal": monde.canal,
            "age_minimum": monde.age_minimum,
        },
    )


def _echanger(hasard: Generator, personnes: pd.DataFrame) -> pd.DataFrame:
    """Les mêmes gens, mais ce que les autres fichiers disaient d'eux est tiré autrement."""
    rendu = personnes.copy()
    for colonne in INTERDITES:
        rendu[colonne] = personnes[colonne].to_numpy()[hasard.permutation(len(personnes))]
    rendu["base_origine"] = hasard.choice(list(BASES), len(personnes))
    return rendu


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    destinataires = formes.fonction(productions["destinataires"], "destinataires")
    connus = set(entrees["personnes"]["id_personne"])

    def lire(table: str) -> list[str]:
        campagne = {**entrees["campagne"], "preuves_valables": list(entrees["campagne"]["preuves_valables"])}
        rendu = destinataires(entrees[table].copy(), entrees["consentements"].copy(), campagne)
        return identifiants(rendu, "destinataires", "id_personne", connus, "personne dans le fichier")

    return {"recoivent": lire("personnes"), "echangees": lire("echangees")}


# --- qui reçoit -------------------------------------------------------------------------------------


def recus(sujet: Sujet, reponse: Reponse) -> pd.DataFrame:
    """Les lignes du fichier à qui l'on écrit (une par ligne rendue)."""
    return sujet.verite["personnes"].loc[reponse["recoivent"]]


def part_jointe(sujet: Sujet, reponse: Reponse) -> float:
    """Part (0 à 1) des contacts de gens qui ont dit oui, et à qui l'on écrit."""
    droit = sujet.verite["droit"]
    return len(droit & set(recus(sujet, reponse)["contact"])) / len(droit)


def _quelqu_un(sujet: Sujet, reponse: Reponse) -> Constat | None:
    part = part_jointe(sujet, reponse)
    if part >= PART_QUELQU_UN:
        return None
    droit = len(sujet.verite["droit"])
    joints = round(part * droit)
    return Constat(
        "presque_personne" if reponse["recoivent"] else "personne",
        f"{droit} personnes ont demandé cet agenda, et {'presque aucune' if joints else 'aucune'} ne le reçoit. Ne "
        "déranger personne en ne servant personne, ce n'est pas respecter un accord : celles qui ont dit oui ne "
        "sauront rien.",
        observe=f"{accorder(joints, 'contact joint', 'contacts joints')} sur {droit}.",
        essayer="Quels événements de `consentements` disent oui à cette campagne, par ce canal ?",
        leses=droit - joints,
        grave=True,
    )


def _sans_les(situations: dict[str, tuple[str, str]], essayer: str) -> Callable[[Sujet, Reponse], Constat | None]:
    """situations : situation -> (famille, phrase avec {qui} et {combien})."""

    def examiner(sujet: Sujet, reponse: Reponse) -> Constat | None:
        ecrits = recus(sujet, reponse)
        par_situation = {s: ecrits[ecrits["situation"].eq(s)] for s in situations}
        # un message qui n'arrive à personne ne cache pas celui qu'un autre lit
        lus = [s for s in situations if s != "sans_contact" and len(par_situation[s])]
        pire = max(lus or situations, key=lambda s: len(par_situation[s]))
        leses = sum(map(len, par_situation.values()))
        if not leses:
            return None
        famille, phrase = situations[pire]
        lese = qui(par_situation[pire].iloc[0])
        return Constat(
            famille,
            elider(phrase.format(qui=lese, finalite=sujet.verite["finalite"], canal=sujet.verite["canal"]), lese),
            observe=f"{accorder(leses, 'personne reçoit', 'personnes reçoivent')} ce message à tort"
            + (f", dont {len(par_situation[pire])} pour cette raison-là." if len(par_situation[pire]) < leses else "."),
            essayer=essayer,
            leses=leses,
            grave=famille != "sans_contact",  # ce message-là n'arrive à personne
        )

    return examiner


_CETTE_FINALITE = _sans_les(
    {
        "rien": (
            "sans_accord",
            "{qui} n'a jamais rien dit de l'agenda, et le reçoit : son numéro était là, pour autre chose. Le silence "
            "n'est pas un oui.",
        ),
        "autre_finalite": (
            "autre_finalite",
            "{qui} avait dit oui à autre chose, pas à « {finalite} ». Un oui ne se prête pas d'un but à l'autre : la "
            "prochaine fois, ce sera non à tout.",
        ),
    },
    "Un accord vaut pour un but. Quelle colonne dit lequel, et que veut cette campagne ?",
)
_CE_CANAL = _sans_les(
    {
        "autre_canal": (
            "autre_canal",
            "{qui} avait choisi un autre canal que « {canal} », et c'est pourtant par là qu'on lui écrit.",
        ),
        "sans_preuve": (
            "sans_preuve",
            "{qui} : rien ne prouve son oui (case cochée d'avance, conditions générales, rien du tout). Si cette "
            "personne demande qui l'a inscrite, personne ne saura répondre.",
        ),
        "trop_tard": (
            "pas_encore",
            "{qui} n'avait pas encore dit oui le jour de l'envoi : son accord est venu après.",
        ),
    },
    "Regardez le canal, la preuve et la date de l'accord, et ce que `campagne` en dit.",
)
_DERNIER_MOT = _sans_les(
    {
        "retire": (
            "retrait_ignore",
            "{qui} avait retiré son accord, et le reçoit quand même. À quoi sert de dire non ?",
        ),
        "refus": ("refus_ignore", "{qui} avait répondu non, et le reçoit quand même. À quoi sert de répondre ?"),
    },
    "Le dernier mot l'emporte, et l'ordre des lignes est celui de la saisie : certains papiers sont saisis un mois "
    "plus tard.",
)
_LA_BONNE_PERSONNE = _sans_les(
    {
        "mineur": (
            "mineur",
            "{qui} n'a pas l'âge de donner cet accord sans ses parents, et reçoit le message.",
        ),
        "parti_ou_decede": (
            "parti_ou_decede",
            "{qui} n'habite plus la commune, ou n'est plus en vie : quelqu'un de sa famille lit ce message à sa place.",
        ),
        "faux_numero": (
            "faux_numero",
            "Ce contact n'est plus celui de {qui} : quelqu'un d'autre lit le message, et apprend quelque chose d'elle "
            "ou de lui.",
        ),
        "sans_contact": (
            "sans_contact",
            "{qui} n'a donné aucun contact pour ce canal : le message part dans le vide.",
        ),
    },
    "Relisez les colonnes `naissance`, `parti_ou_decede`, `telephone_verifie` et `courriel_verifie`, et l'âge minimum "
    "dans `campagne`.",
)


def _oublies(sujet: Sujet, reponse: Reponse) -> Constat | None:
    servis = set(recus(sujet, reponse)["contact"])
    if sujet.verite["droit"] <= servis:
        return None
    table = sujet.verite["personnes"]
    oublies = table[table["situation"].eq("droit") & ~table["contact"].isin(servis)]
    contacts, droit = oublies["contact"].nunique(), len(sujet.verite["droit"])
    return Constat(
        "oublies",
        f"{qui(oublies.iloc[0])} avait dit oui à cet agenda, par ce canal, et ne reçoit rien.",
        observe=f"{accorder(contacts, 'contact oublié', 'contacts oubliés')} sur {droit}.",
        essayer="Laquelle de vos conditions écarte cette personne, et l'énoncé la demande-t-il ? Certaines ont dit "
        "non, puis oui de nouveau. D'autres ont dit non sur un autre canal seulement. Et un contact partagé se "
        "dédoublonne en dernier.",
        leses=len(oublies),
        grave=contacts > PART_LAISSEE * droit,
    )


def _doublons(sujet: Sujet, reponse: Reponse) -> Constat | None:
    ecrits = recus(sujet, reponse)
    doubles = ecrits[ecrits["contact"].duplicated() & ecrits["contact"].ne("")]
    if doubles.empty:
        return None
    return Constat(
        "doublons",
        f"Le téléphone ou la boîte de {qui(doubles.iloc[0])} reçoit le même message deux fois : deux personnes du "
        "fichier ont ce contact.",
        observe=f"{accorder(len(doubles), 'message', 'messages')} en trop.",
        essayer="Une seule ligne par contact, une fois que l'on sait à qui l'on a le droit d'écrire.",
        leses=len(doubles),
    )


def _rien_d_autre(sujet: Sujet, reponse: Reponse) -> Constat | None:
    table = sujet.verite["personnes"]
    avant, apres = (set(table.loc[reponse[cle], "contact"]) for cle in ("recoivent", "echangees"))
    change = avant ^ apres
    if not change:
        return None
    lese = table[table["contact"].isin(change)].iloc[0]
    return Constat(
        "autre_fichier",
        f"{qui(lese)} : changer ce que d'autres fichiers disent (l'origine du numéro, le quotient familial, une "
        "situation de handicap) change qui reçoit. Ces informations ont été données pour une démarche, pas "
        "pour trier des invités.",
        observe=f"{accorder(len(change), 'contact change', 'contacts changent')} de camp.",
        essayer="De quoi a-t-on besoin, en plus de l'accord et du contact ?",
        leses=len(change),
        grave=True,
    )


EXERCICE = Exercice(
    identifiant="campagne.consentir",
    titre="À qui écrire",
    niveau=3,
    duree_min=10,
    criteres=("CM-CAD-06", "CM-CAD-04"),
    indices=(
        "Des gens qui voulaient un acte de naissance ont reçu soixante messages ; d'autres avaient dit non, et les ont "
        "reçus aussi. Et qui avait dit oui doit recevoir.",
        "Recommandation : un accord vaut pour un but et un canal, se prouve, et le dernier mot l'emporte.",
        "Gardez les événements de cette finalité et de ce canal, jusqu'à la date de l'envoi ; triez par date ; gardez "
        'le dernier de chaque personne (`drop_duplicates("id_personne", keep="last")`) ; puis ceux qui disent oui avec '
        "une preuve valable. Côté personnes : âge, contact, contact vérifié, toujours là. Une ligne par contact.",
    ),
    productions=("destinataires",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    choix=CHEMIN,
    controles=(
        controle_de_forme(0.25),
        Controle("quelqu_un", 0.25, _quelqu_un, ("forme",), "la campagne a lieu"),
        Controle("cette_finalite", 0.5, _CETTE_FINALITE, ("quelqu_un",), "personne sans accord pour ce but"),
        Controle("ce_canal", 0.5, _CE_CANAL, ("quelqu_un",), "ce canal, prouvé, à temps"),
        Controle("dernier_mot", 0.75, _DERNIER_MOT, ("quelqu_un",), "le dernier mot l'emporte"),
        Controle("bonne_personne", 0.5, _LA_BONNE_PERSONNE, ("quelqu_un",), "la bonne personne, en âge de dire oui"),
        Controle("personne_oublie", 0.75, _oublies, ("cette_finalite",), "toute personne qui a dit oui reçoit"),
        Controle("un_par_contact", 0.25, _doublons, ("cette_finalite",), "un message par contact"),
        Controle("rien_d_autre", 0.25, _rien_d_autre, ("cette_finalite",), "les autres fichiers ne trient personne"),
    ),
)
