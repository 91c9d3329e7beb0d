# %% [markdown] corrige=juste_huit_etapes
# Huit étapes, dans l'ordre
#
# Arrêter, garder, compter, inscrire, prévenir chaque personne, notifier, dire en public sans nom, traiter la cause.

# %% [markdown] corrige=juste_desordre_avec_heures
# Une étape par personne à prévenir
#
# L'ordre vient des heures. Chaque personne exposée a sa ligne : on peut vérifier que nul n'est oublié.

# %% [markdown] idee_recue=faux_effacer
# Effacer les journaux et la boîte d'envoi, pour limiter les dégâts.
#
# Vous gardez 2 points sur 4 : effacer ne rappelle aucun message, et l'on ne pourra plus dire à personne ce qui est
# parti, ni à qui.

# %% faux_agents_seulement tient=forme,arret,preuves,compte,autorites,cause grave famille=habitants_oublies mot="personne ne"
def plan_incident(incident):
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": [p["nom"] for p in incident["exposes"] if p["agent"]]},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_arret_jamais tient=forme,preuves,compte,autorites,personnes,pas_de_second_tort,cause grave famille=envoi_jamais_arrete mot="d'autres gens apprennent ce que"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_cause_d_abord tient=forme,arret,preuves,compte,autorites,personnes,pas_de_second_tort famille=cause_avant_les_preuves mot="la cause disparaît avec les"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 0.25},
    ]

# %% faux_choisir_arret_en_dernier tient=forme,preuves,compte,autorites,personnes,pas_de_second_tort,cause grave famille=envoi_arrete_tard mot="d'autres gens apprennent ce que"
plan_incident = choisir(
    "campagne.incident",
    etapes=[
        "garder_les_preuves",
        "compter",
        "inscrire_au_registre",
        "prevenir_les_personnes",
        "notifier_la_cnil",
        "message_public_sans_nom",
        "chercher_la_cause",
        "arreter_l_envoi",
    ],
    cnil="apres_avoir_su",
    qui_prevenir="tous_les_exposes",
)

# %% faux_choisir_cnil_apres tient=forme,arret,preuves,compte,personnes,pas_de_second_tort,cause grave famille=cnil_trop_tard mot="personne n'a vérifié que les agents"
plan_incident = choisir(
    "campagne.incident",
    etapes=[
        "arreter_l_envoi",
        "garder_les_preuves",
        "compter",
        "inscrire_au_registre",
        "prevenir_les_personnes",
        "notifier_la_cnil",
        "message_public_sans_nom",
        "chercher_la_cause",
    ],
    cnil="apres_l_enquete",
    qui_prevenir="tous_les_exposes",
)

# %% faux_choisir_effacer tient=forme,arret,autorites,cause grave famille=preuves_effacees mot="et l'on ne pourra dire à aucune des"
plan_incident = choisir(
    "campagne.incident",
    etapes=[
        "arreter_l_envoi",
        "effacer_les_journaux",
        "compter",
        "inscrire_au_registre",
        "prevenir_les_personnes",
        "notifier_la_cnil",
        "message_public_sans_nom",
        "chercher_la_cause",
    ],
    cnil="apres_avoir_su",
    qui_prevenir="tous_les_exposes",
)

# %% faux_choisir_habitants tient=forme,arret,preuves,compte,autorites,cause grave famille=agents_oublies mot="personne ne"
plan_incident = choisir(
    "campagne.incident",
    etapes=[
        "arreter_l_envoi",
        "garder_les_preuves",
        "compter",
        "inscrire_au_registre",
        "prevenir_les_personnes",
        "notifier_la_cnil",
        "message_public_sans_nom",
        "chercher_la_cause",
    ],
    cnil="apres_avoir_su",
    qui_prevenir="habitants",
)

# %% faux_choisir_personne tient=forme,arret,preuves,compte,autorites,cause grave famille=agents_oublies mot="personne ne"
plan_incident = choisir(
    "campagne.incident",
    etapes=[
        "arreter_l_envoi",
        "garder_les_preuves",
        "compter",
        "inscrire_au_registre",
        "prevenir_les_personnes",
        "notifier_la_cnil",
        "message_public_sans_nom",
        "chercher_la_cause",
    ],
    cnil="apres_avoir_su",
    qui_prevenir="personne",
)

# %% faux_choisir_second_sms tient=forme,arret,preuves,compte,autorites,personnes,cause grave famille=second_sms mot="Et beaucoup vont relire les"
plan_incident = choisir(
    "campagne.incident",
    etapes=[
        "arreter_l_envoi",
        "garder_les_preuves",
        "compter",
        "inscrire_au_registre",
        "prevenir_les_personnes",
        "notifier_la_cnil",
        "message_public_sans_nom",
        "chercher_la_cause",
        "sms_d_excuses_a_tous",
    ],
    cnil="apres_avoir_su",
    qui_prevenir="tous_les_exposes",
)

# %% faux_cnil_apres_l_enquete tient=forme,arret,preuves,compte,personnes,pas_de_second_tort,cause grave famille=cnil_trop_tard mot="personne n'a vérifié que les agents"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": incident["duree_de_l_enquete_heures"] + 72},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_comprendre_d_abord tient=forme,preuves,compte,autorites,personnes,pas_de_second_tort,cause grave famille=envoi_arrete_tard mot="d'autres gens apprennent ce que"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 36},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_compter_avant tient=forme,arret,preuves,autorites,personnes,pas_de_second_tort,cause famille=compte_sans_preuves mot="l'agenda continue de changer pendant"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 0.5},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_effacer tient=forme,arret,autorites,cause grave famille=preuves_effacees mot="et l'on ne pourra dire à aucune des"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "effacer_les_journaux", "heures": 0},
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_etape_inventee tient=rien famille=forme mot="sms_d_excuses_"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
        {"etape": "faire_le_dos_rond", "heures": 2},
    ]

# %% faux_habitants_seulement tient=forme,arret,preuves,compte,autorites,cause grave famille=agents_oublies mot="personne ne"
def plan_incident(incident):
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": [p["nom"] for p in incident["exposes"] if not p["agent"]]},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_jean_mi_en_dur tient=forme,arret,preuves,compte,autorites,cause grave famille=agents_oublies mot="personne ne"
def plan_incident(incident):
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": ["Jean-Mi"]},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_noms_publies tient=forme,arret,preuves,compte,autorites,personnes,cause grave famille=noms_publies mot="et les moteurs de recherche"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
        {"etape": "message_public_avec_les_noms", "heures": 30},
    ]

# %% faux_personne_prevenu tient=forme,arret,preuves,compte,autorites,cause grave famille=agents_oublies mot="personne ne"
def plan_incident(incident):
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_preuves_apres_l_enquete tient=forme,arret,autorites,cause grave famille=preuves_trop_tard mot="et l'on ne pourra plus dire aux"
def plan_incident(incident):
    exposes = [p["nom"] for p in incident["exposes"]]
    fin = incident["duree_de_l_enquete_heures"]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "inscrire_au_registre", "heures": 6},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": exposes},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "garder_les_preuves", "heures": fin},
        {"etape": "compter", "heures": fin + 1},
        {"etape": "chercher_la_cause", "heures": fin + 2},
    ]

# %% faux_prevenir_tard tient=forme,arret,preuves,compte,autorites,cause grave famille=agents_oublies mot="on ne l'avertit qu'après plus de trois"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 240, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_rien tient=forme grave famille=envoi_jamais_arrete mot="d'autres gens apprennent ce que"
def plan_incident(incident):
    return [
    ]

# %% faux_sans_cnil tient=forme,arret,preuves,compte,personnes,pas_de_second_tort,cause grave famille=cnil_jamais mot="et les personnes exposées n'ont"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_sans_compter tient=forme,arret,preuves,autorites,personnes,pas_de_second_tort,cause famille=personne_ne_compte mot="et ce sera"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_sans_heures tient=rien famille=forme mot="attendu"
def plan_incident(incident):
    return ["arreter_l_envoi", "garder_les_preuves", "compter"]

# %% faux_sans_la_cause tient=forme,arret,preuves,compte,autorites,personnes,pas_de_second_tort grave famille=cause_encore_la mot="ce sera quelqu'un"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
    ]

# %% faux_sans_preuves tient=forme,arret,autorites,cause grave famille=sans_preuves mot="Les personnes exposées attendent une"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_sans_registre tient=forme,arret,preuves,compte,personnes,pas_de_second_tort,cause famille=pas_au_registre mot="ni ce qui avait été promis aux"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% faux_second_sms tient=forme,arret,preuves,compte,autorites,personnes,cause grave famille=second_sms mot="Et beaucoup vont relire les"
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
        {"etape": "sms_d_excuses_a_tous", "heures": 6},
    ]

# %% juste_choisir tient=tout
plan_incident = choisir(
    "campagne.incident",
    etapes=[
        "arreter_l_envoi",
        "garder_les_preuves",
        "compter",
        "inscrire_au_registre",
        "prevenir_les_personnes",
        "notifier_la_cnil",
        "message_public_sans_nom",
        "chercher_la_cause",
    ],
    cnil="apres_avoir_su",
    qui_prevenir="tous_les_exposes",
)

# %% juste_desordre_avec_heures tient=tout
def plan_incident(incident):
    plan = [("chercher_la_cause", 60), ("notifier_la_cnil", 70.5), ("compter", 6), ("garder_les_preuves", 0.5)]
    plan += [("inscrire_au_registre", 20), ("arreter_l_envoi", 0.25)]
    etapes = [{"etape": e, "heures": h} for e, h in plan]
    for personne in incident["exposes"]:
        etapes.append({"etape": "prévenir les personnes", "heures": 12, "personnes": [personne]})
    return tuple(etapes)

# %% juste_generateur tient=tout mot="Réussi"
def plan_incident(incident):
    yield {"etape": "arreter_l_envoi", "heures": 0}
    yield {"etape": "garder_les_preuves", "heures": 1}
    yield {"etape": "compter", "heures": 2}
    yield {"etape": "inscrire_au_registre", "heures": 3}
    yield {"etape": "prevenir_les_personnes", "heures": 5, "personnes": [p["nom"] for p in incident["exposes"]]}
    yield {"etape": "notifier_la_cnil", "heures": 20}
    yield {"etape": "chercher_la_cause", "heures": 48}

# %% juste_huit_etapes tient=tout
def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]

# %% juste_noms_en_colonne tient=tout
def plan_incident(incident):
    noms = pd.DataFrame(incident["exposes"])["nom"]
    heures = {
        "arreter_l_envoi": 0,
        "garder_les_preuves": 0.5,
        "inscrire_au_registre": 2,
        "compter": 3,
        "prevenir_les_personnes": 24,
        "notifier_la_cnil": 72,
        "chercher_la_cause": 96,
    }
    return [{"etape": etape, "heures": quand, "personnes": noms} for etape, quand in heures.items()]

# %% juste_tableau tient=tout mot="Réussi"
def plan_incident(incident):
    plan = [
        {"etape": e, "heures": h}
        for e, h in [
            ("arreter_l_envoi", 0),
            ("garder_les_preuves", 1),
            ("compter", 2),
            ("inscrire_au_registre", 3),
            ("notifier_la_cnil", 20),
            ("chercher_la_cause", 100),
        ]
    ] + [{"etape": "prevenir_les_personnes", "heures": 5, "personnes": [p["nom"] for p in incident["exposes"]]}]
    return pd.DataFrame(plan).sort_values("heures")

# %% triche_toutes_les_etapes tient=forme,arret,autorites,cause grave famille=preuves_effacees mot="et l'on ne pourra dire à aucune des"
from chatmairie.echecs.campagne.exercices.incident import ETAPES


def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [{"etape": e, "heures": 0, "personnes": noms} for e in ETAPES]
