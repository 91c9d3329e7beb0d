# %% [markdown] corrige=juste_toutes_les_voies
# Toutes les voies, dans l'ordre de la nuit
#
# Les arrêts d'abord, les preuves avant tout effacement, les agents avant l'affiche, trois voies ouvertes au matin ;
# puis ce que deviennent les dossiers, les familles, les actes et les numéros.

# %% [markdown] corrige=juste_corrige
# Trois temps, cette nuit, demain, cette semaine
#
# Le même plan rangé par moment ; deux voies seulement, que tous les publics peuvent utiliser à elles deux ; on efface
# à la fin du mois, quand chacun a été prévenu.

# %% [markdown] idee_recue=faux_eteindre_sans_porte
# Tout couper ce soir, sans ouvrir d'autre porte.
#
# Vous gardez 3 points sur 6 : plus personne n'est lésé par la machine, et pendant trente jours plus personne
# n'obtient de réponse. Une famille attend sans personne.

# %% juste_deux_voies tient=tout
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
    {"etape": "tout_effacer", "heure": 700, "qui": "informatique"},
]

# %% juste_en_tableau tient=tout
import pandas as pd

codes = "arreter_envois arreter_actes arreter_decisions arreter_conversation copier_preuves prevenir_agents prevenir_elus"
codes += " prevenir_dpo prevenir_prestataire geler_numeros prevenir_habitants ouvrir_guichet ouvrir_telephone"
codes += " alerter_titulaires rappeler_refusees reprendre_dossiers notifier_cnil"
qui = ["informatique"] * 5 + ["direction"] * 4 + ["dpo", "communication", "accueil", "solange", "ingrid", "therese", "therese", "maire"]
heures = [0, 0, 0, 0, 1, 1, 2, 2, 2, 3, 11, 12, 12, 20, 20, 60, 71]
ARRET = pd.DataFrame({"etape": codes.split(), "heure": heures, "qui": qui})

# %% juste_en_triplets tient=tout
# une table de triplets, dans le désordre, codes écrits avec des accents et des espaces
nuit = [("Arrêter envois", 0), ("arreter_actes", 0.5), ("arrêter décisions", 12), ("arreter_conversation", 12), ("copier preuves", 3)]
jour = [("ouvrir téléphone", 12, "solange"), ("ouvrir_ecrit", 12, "accueil"), ("reprendre dossiers", 100, "therese")]
direction = ["prevenir_agents", "prevenir_elus", "prevenir_prestataire", "prevenir_dpo"]
ARRET = tuple(
    [("prévenir habitants", 8, "communication"), ("rappeler_refusees", 48, "therese"), ("alerter_titulaires", 40, "ingrid")]
    + jour
    + [(etape, heure, "informatique") for etape, heure in nuit]
    + [(etape, 3, "direction") for etape in direction]
    + [("notifier_cnil", 72, "maire"), ("geler_numeros", 1, "dpo")]
)

# %% juste_toutes_les_voies tient=tout
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_dpo_oubliee tient=forme,plus_de_nouveaux_torts,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,une_personne_par_etape famille=dpo_oublie mot="la personne déléguée à la protection des données (DPO) (jamais"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "ingrid"},
    {"etape": "arreter_decisions", "heure": 0, "qui": "therese"},
    {"etape": "copier_preuves", "heure": 1, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 1, "qui": "dpo"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 10, "qui": "direction"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "prevenir_habitants", "heure": 12, "qui": "communication"},
    {"etape": "arreter_conversation", "heure": 12, "qui": "informatique"},
    {"etape": "reprendre_dossiers", "heure": 14, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 20, "qui": "dpo"},
    {"etape": "alerter_titulaires", "heure": 20, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 24, "qui": "therese"},
]

# %% faux_actes_continuent tient=forme,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=encore_des_torts_actes mot="15 personnes en trente jours"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 0, "qui": "therese"},
    {"etape": "prevenir_dpo", "heure": 0, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 1, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 1, "qui": "dpo"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 10, "qui": "direction"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "prevenir_habitants", "heure": 12, "qui": "communication"},
    {"etape": "arreter_conversation", "heure": 12, "qui": "informatique"},
    {"etape": "reprendre_dossiers", "heure": 14, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 20, "qui": "dpo"},
    {"etape": "alerter_titulaires", "heure": 20, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 24, "qui": "therese"},
]

# %% faux_a_la_derniere_heure tient=forme,plus_de_nouveaux_torts,personne_sans_service,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape visibles=tout grave=ailleurs famille=refusees_oubliees mot="Qui les rappelle, et avant quelle date ?"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 200, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_alerter_au_bout_de_dix_jours tient=forme,plus_de_nouveaux_torts,personne_sans_service,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=titulaires_non_prevenus mot="Qui alerte ces personnes, et en combien"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 240, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_apprendre_par_les_habitants tient=forme,plus_de_nouveaux_torts,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,qui_doit_savoir,une_personne_par_etape famille=agents_prevenus_apres mot="Qui doit le savoir en premier, avant l'a"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 36, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_bulletin_du_mois tient=forme,plus_de_nouveaux_torts,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=porte_que_personne_ne_trouve mot="Qui leur dit où aller, quand, et par un"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
    {"etape": "bulletin", "heure": 2, "qui": "communication"},
]

# %% faux_cnil_apres_l_enquete tient=forme,plus_de_nouveaux_torts,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,une_personne_par_etape grave famille=cnil_non_notifiee mot="Pas prévenus à temps : la CNIL (heure"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 400, "qui": "dpo"},
]

# %% faux_conversation_allumee tient=forme,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=encore_des_torts_conversation mot="Qu'est-ce qui est encore allumé, et depu"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_dans_un_mois tient=forme,une_personne_par_etape grave famille=encore_des_torts_envois mot="Quand part le prochain envoi déjà progra"
etapes = [
    ("arreter_envois", "informatique"), ("arreter_actes", "informatique"), ("arreter_decisions", "informatique"),
    ("arreter_conversation", "informatique"), ("ouvrir_guichet", "accueil"), ("ouvrir_telephone", "solange"),
]
ARRET = [{"etape": etape, "heure": 720, "qui": qui} for etape, qui in etapes]

# %% faux_dossiers_en_attente tient=forme,plus_de_nouveaux_torts,personne_sans_service,retrouver_les_gens,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=dossiers_en_attente mot="Qui reprend ce qui est en cours, et en c"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_elus_par_la_presse tient=forme,plus_de_nouveaux_torts,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,une_personne_par_etape famille=elus_oublies mot="Pas prévenus à temps : les élus"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_envoi_deja_programme tient=forme,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=encore_des_torts_envois mot="Quand part le prochain envoi déjà progra"
ARRET = [
    {"etape": "arreter_envois", "heure": 14, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_etape_inventee tient=rien famille=forme mot="Étape n° 1 : « debrancher_le_serveur » n"
ARRET = [{"etape": "debrancher_le_serveur", "heure": 0, "qui": "informatique"}]

# %% faux_eteindre_et_rien tient=forme,une_personne_par_etape grave famille=encore_des_torts_reemploi mot="Arrêter les envois de ChatMairie n'empêc"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 0, "qui": "informatique"},
]

# %% faux_eteindre_sans_porte tient=forme,plus_de_nouveaux_torts,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=eteindre_sans_autre_porte mot="Avant de fermer une porte, laquelle ouvr"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_eteindre_vendredi tient=forme,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=encore_des_torts_envois mot="Quand part le prochain envoi déjà progra"
ARRET = [
    {"etape": "arreter_envois", "heure": 96, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 96, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 96, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 96, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_heure_en_toutes_lettres tient=rien famille=forme mot="Étape n° 1 : « heure » est un nombre d'h"
ARRET = [{"etape": "arreter_envois", "heure": "ce soir", "qui": "informatique"}]

# %% faux_la_liste_reste tient=forme,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=encore_des_torts_reemploi mot="Arrêter les envois de ChatMairie n'empêc"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_le_maire_fait_tout tient=forme,plus_de_nouveaux_torts,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir famille=une_personne_pour_tout mot="Qui d'autre peut en prendre une part ?"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "maire"},
    {"etape": "arreter_actes", "heure": 0, "qui": "maire"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "maire"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "maire"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "maire"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "maire"},
    {"etape": "copier_preuves", "heure": 2, "qui": "maire"},
    {"etape": "geler_numeros", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "maire"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "maire"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "maire"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "maire"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "maire"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "maire"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "maire"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "maire"},
]

# %% faux_oublier_les_refusees tient=forme,plus_de_nouveaux_torts,personne_sans_service,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=refusees_oubliees mot="Qui les rappelle, et avant quelle date ?"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_oublier_les_titulaires tient=forme,plus_de_nouveaux_torts,personne_sans_service,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=titulaires_non_prevenus mot="Qui alerte ces personnes, et en combien"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_ouvrir_lundi tient=forme,plus_de_nouveaux_torts,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=porte_ouverte_trop_tard mot="À quelle heure la mairie ouvre-t-elle de"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 60, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 60, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 60, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_prestataire_juge tient=forme,plus_de_nouveaux_torts,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir grave famille=juge_et_partie mot="Quelqu'un de la mairie, qui n'a rien à y"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "prestataire"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_prestataire_pas_prevenu tient=forme,plus_de_nouveaux_torts,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,une_personne_par_etape famille=prestataire_oublie mot="Pas prévenus à temps : le prestataire"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_preuves_dans_six_jours tient=forme,plus_de_nouveaux_torts,personne_sans_service,retrouver_les_gens,agents_d_abord,qui_doit_savoir,une_personne_par_etape visibles=tout grave=ailleurs famille=sans_preuves mot="Que faut-il copier, et avant quand ?"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 150, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_sans_preuves tient=forme,plus_de_nouveaux_torts,personne_sans_service,retrouver_les_gens,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=sans_preuves mot="Que faut-il copier, et avant quand ?"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_sms_d_excuses tient=forme,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=encore_des_torts_second_sms mot="Par quelle voie, déjà choisie par la per"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
    {"etape": "second_sms", "heure": 1, "qui": "communication"},
]

# %% faux_sms_d_excuses_apres_le_gel tient=forme,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=encore_des_torts_second_sms mot="Par quelle voie, déjà choisie par la per"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
    {"etape": "second_sms", "heure": 24, "qui": "communication"},
]

# %% faux_tout_effacer tient=forme,plus_de_nouveaux_torts,personne_sans_service,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=tout_effacer_d_abord mot="De quoi aura-t-on besoin pour retrouver"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
    {"etape": "tout_effacer", "heure": 1, "qui": "informatique"},
]

# %% faux_tout_le_monde tient=forme,plus_de_nouveaux_torts,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir famille=personne_ne_repond mot="Un nom, ou une fonction, par étape : que"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "tout_le_monde"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_un_seul_guichet tient=forme,plus_de_nouveaux_torts,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=une_seule_voie mot="Qui ne téléphone pas ? Qui ne peut pas v"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
]

# %% faux_version_2 tient=forme,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=rouvrir_sans_condition mot="À quelles conditions rouvre-t-on ? C'est"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
    {"etape": "relancer_v2", "heure": 168, "qui": "prestataire"},
]

# %% faux_version_2_le_dernier_jour tient=forme,personne_sans_service,retrouver_les_gens,dossiers_et_preuves,agents_d_abord,qui_doit_savoir,une_personne_par_etape grave famille=rouvrir_sans_condition mot="comme avant, et les envois repartent"
ARRET = [
    {"etape": "arreter_envois", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_actes", "heure": 0, "qui": "informatique"},
    {"etape": "arreter_decisions", "heure": 1, "qui": "informatique"},
    {"etape": "arreter_conversation", "heure": 1, "qui": "informatique"},
    {"etape": "prevenir_prestataire", "heure": 1, "qui": "direction"},
    {"etape": "prevenir_dpo", "heure": 1, "qui": "direction"},
    {"etape": "copier_preuves", "heure": 2, "qui": "informatique"},
    {"etape": "geler_numeros", "heure": 2, "qui": "dpo"},
    {"etape": "prevenir_elus", "heure": 2, "qui": "maire"},
    {"etape": "prevenir_agents", "heure": 2, "qui": "direction"},
    {"etape": "prevenir_habitants", "heure": 10, "qui": "communication"},
    {"etape": "ouvrir_guichet", "heure": 12, "qui": "accueil"},
    {"etape": "ouvrir_telephone", "heure": 12, "qui": "solange"},
    {"etape": "ouvrir_ecrit", "heure": 12, "qui": "accueil"},
    {"etape": "alerter_titulaires", "heure": 14, "qui": "ingrid"},
    {"etape": "rappeler_refusees", "heure": 14, "qui": "therese"},
    {"etape": "reprendre_dossiers", "heure": 36, "qui": "therese"},
    {"etape": "notifier_cnil", "heure": 40, "qui": "dpo"},
    {"etape": "relancer_v2", "heure": 718, "qui": "prestataire"},
]

# %% triche_heure_infinie tient=rien famille=forme mot="Étape n° 1 : « heure » est un nombre d'h"
ARRET = [{"etape": "tout_effacer", "heure": float("nan"), "qui": "dpo"}]

# %% triche_tout_cocher tient=forme,agents_d_abord,qui_doit_savoir grave famille=rouvrir_sans_condition mot="Qui d'autre peut en prendre une part ?"
from chatmairie.echecs.bilan.arret import ETAPES

ARRET = [{"etape": etape, "heure": 0, "qui": "direction"} for etape in ETAPES]

# %% triche_vide tient=rien famille=forme mot="`ARRET` doit contenir au moins 1 élément"
ARRET = []

# %% juste_corrige tient=tout
cette_nuit = {
    "informatique": ["arreter_envois", "arreter_actes", "arreter_decisions", "arreter_conversation", "copier_preuves"],
    "direction": ["prevenir_agents", "prevenir_elus", "prevenir_dpo", "prevenir_prestataire"],
    "dpo": ["geler_numeros"],
}
demain = {"accueil": ["ouvrir_ecrit"], "solange": ["ouvrir_telephone"], "communication": ["prevenir_habitants"]}
cette_semaine = {"therese": ["rappeler_refusees", "reprendre_dossiers"], "ingrid": ["alerter_titulaires"], "maire": ["notifier_cnil"]}
ARRET = []
for heure, moment in [(1, cette_nuit), (12, demain), (30, cette_semaine), (700, {"informatique": ["tout_effacer"]})]:
    for qui, etapes in moment.items():
        ARRET += [{"etape": etape, "heure": heure, "qui": qui} for etape in etapes]
