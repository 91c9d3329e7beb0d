# %% [markdown] corrige=juste_corrige
# Trois demandes sur dix, trois jours
#
# On lit les échecs, sur le public le moins bien servi. Trois jours de suite évitent d'éteindre un service sain pour
# un mauvais lundi.

# %% [markdown] corrige=juste_corrige_autrement
# Un seuil plus haut, une semaine
#
# Plus patient, et encore à temps : on attend quatre demandes sur dix, cinq jours de suite. Deux indicateurs valent
# mieux qu'un, si l'un au moins distingue le service malade du service sain.

# %% [markdown] idee_recue=faux_moyenne
# Arrêter quand trop de demandes échouent, en moyenne, tous publics mélangés.
#
# Vous gardez 2 points sur 4 : la condition arrête bien ChatMairie, mais un service qui n'oublie qu'un seul public ne
# la fait pas bouger. Ces personnes resteraient dehors trois semaines, et la moyenne serait bonne.

# %% faux_alerte_apres_l_arret tient=forme,besoin_et_publics,arret_a_temps,pas_d_arret_a_tort,aucun_public_cache famille=alerte_apres_l_arret mot="déjà éteint"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.9},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}

# %% faux_besoin_image tient=forme,indicateur_utile,arret_a_temps,pas_d_arret_a_tort famille=besoin_vide mot="fermeture"
CADRAGE = {
    "besoin": "moderniser",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}

# %% faux_indicateur_inconnu tient=rien famille=forme mot="satisfaction"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"bonheur": 7},
    "arret": {"indicateur": "bonheur", "sur": "moyenne", "seuil": 7, "jours": 3},
}

# %% faux_indicateur_sourd tient=forme,besoin_et_publics,arret_a_temps,pas_d_arret_a_tort,aucun_public_cache famille=alerte_apres_l_arret mot="déjà éteint"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"satisfaction": 2},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}

# %% faux_jamais tient=forme,besoin_et_publics,indicateur_utile famille=jamais_arrete mot="condition"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.99, "jours": 30},
}

# %% faux_jours_negatifs tient=rien famille=forme mot="pendant"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": -3},
}

# %% faux_moyenne tient=forme,besoin_et_publics,indicateur_utile,arret_a_temps,pas_d_arret_a_tort famille=public_cache mot="parents"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "moyenne", "seuil": 0.2, "jours": 3},
}

# %% faux_moyenne_serree tient=forme,besoin_et_publics,indicateur_utile,arret_a_temps,pas_d_arret_a_tort famille=public_cache mot="laissés dehors trois semaines"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "moyenne", "seuil": 0.1, "jours": 3},
}

# %% faux_plaintes tient=forme,besoin_et_publics,indicateur_utile famille=trop_tard mot="condition"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"plaintes": 1},
    "arret": {"indicateur": "plaintes", "sur": "moyenne", "seuil": 1, "jours": 3},
}

# %% faux_pour_cent tient=forme,besoin_et_publics famille=indicateur_sourd mot="entre 0 et 1"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 30},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 30, "jours": 3},
}

# %% faux_sans_arret tient=rien famille=forme mot="manque"
CADRAGE = {"besoin": "repondre", "publics": ["parents", "lecteur_ecran", "sans_ecran"], "indicateurs": {"echecs": 0.3}}

# %% faux_satisfaction_moyenne tient=forme,besoin_et_publics,indicateur_utile famille=jamais_arrete mot="condition"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"satisfaction": 6},
    "arret": {"indicateur": "satisfaction", "sur": "moyenne", "seuil": 6, "jours": 3},
}

# %% faux_satisfaction_pire_public tient=forme,besoin_et_publics,indicateur_utile famille=trop_tard mot="condition"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "satisfaction", "sur": "pire_public", "seuil": 7, "jours": 3},
}

# %% faux_tous_avec_ecran tient=forme,indicateur_utile,arret_a_temps,pas_d_arret_a_tort famille=sans_ecran_oublies mot="smartphone"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "jeunes", "nouveaux"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}

# %% faux_trop_nerveux tient=forme,besoin_et_publics,indicateur_utile,arret_a_temps famille=arret_a_tort mot="retournent"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.1, "jours": 1},
}

# %% faux_a_la_moindre_hausse tient=forme,besoin_et_publics,indicateur_utile,arret_a_temps famille=arret_a_tort mot="retournent"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.17, "jours": 3},
}

# %% faux_un_mois tient=forme,besoin_et_publics,indicateur_utile famille=trop_tard mot="condition"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 30},
}

# %% faux_un_public tient=forme,indicateur_utile,arret_a_temps,pas_d_arret_a_tort famille=trop_peu_de_publics mot="personne"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}

# %% faux_visites tient=forme,besoin_et_publics famille=indicateur_sourd mot="indicateurs"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"visites": 20},
    "arret": {"indicateur": "visites", "sur": "moyenne", "seuil": 20, "jours": 3},
}

# %% juste_cinq_jours tient=tout mot="Réussi"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["retraites", "apprenants", "sans_ecran", "jeunes"],
    "indicateurs": {"echecs": 0.4},
    "arret": {"indicateur": "Échecs", "sur": "pire public", "seuil": 0.4, "jours": 5},
}

# %% juste_deux_jours tient=tout mot="Réussi"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.35, "jours": 2},
}

# %% juste_trois_jours tient=tout mot="Réussi"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}

# %% triche_arrete_tout tient=forme,besoin_et_publics,arret_a_temps famille=indicateur_sourd mot="indicateurs"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"visites": 100000},
    "arret": {"indicateur": "visites", "sur": "moyenne", "seuil": 100000, "jours": 1},
}

# %% faux_six_demandes_sur_dix tient=forme,besoin_et_publics,indicateur_utile,arret_a_temps,pas_d_arret_a_tort famille=public_cache mot="une sur deux"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.25},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.6, "jours": 2},
}

# %% faux_fermer_le_guichet tient=forme,indicateur_utile,arret_a_temps,pas_d_arret_a_tort famille=besoin_vide mot="fermeture"
CADRAGE = {
    "besoin": "remplacer",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.25},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}

# %% faux_alerte_par_les_plaintes tient=forme,besoin_et_publics,arret_a_temps,pas_d_arret_a_tort,aucun_public_cache famille=alerte_apres_l_arret mot="avant l'arrêt"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"plaintes": 1},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}

# %% juste_un_quart_trois_jours tient=tout mot="Réussi"
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.2, "plaintes": 2},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.25, "jours": 3},
}

# %% juste_corrige tient=tout
CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "apprenants", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}

# %% juste_corrige_autrement tient=tout
arret = dict(indicateur="echecs", sur="pire_public", seuil=0.4, jours=5)
CADRAGE = dict(
    besoin="repondre",
    publics=["sans_ecran", "retraites", "jeunes"],
    indicateurs={"echecs": 0.4, "plaintes": 1},
    arret=arret,
)
