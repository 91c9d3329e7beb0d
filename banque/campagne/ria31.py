# %% [markdown] corrige=juste_les_accords
# Les accords, l'agenda, le but
#
# Un critère sur le oui et le non, un sur ce qui peut sortir, un sur ce à quoi sert une donnée.

# %% [markdown] corrige=juste_l_envoi
# L'envoi, l'arrêt, le message
#
# Qui a relu avant l'envoi, qui pouvait l'arrêter, et ce que le message aurait dû dire.

# %% [markdown] idee_recue=faux_declaration
# Demander au prestataire une déclaration de conformité.
#
# Vous gardez 2 points sur 3 : une déclaration est justement ce qu'il faudrait prouver, et celui qui avait dit non
# reçoit toujours les messages.

# %% juste_les_accords tient=tout
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "calendriers"},
    {"critere": "CM-CAD-04", "phrase": "R2", "personne": "demarche", "preuve": "finalites"},
]

# %% juste_l_envoi tient=tout
RIA31 = [
    {"critere": "CM-SOC-08", "phrase": "R3", "personne": "standard", "preuve": "essai_a_blanc"},
    {"critere": "CM-SOC-10", "phrase": "R6", "personne": "agent", "preuve": "registre"},
    {"critere": "CM-UX-07", "phrase": "R3", "personne": "demarche", "preuve": "message"},
]

# %% juste_la_gouvernance tient=tout
RIA31 = [
    {"critere": "STR-2_01", "phrase": "R1", "personne": "demarche", "preuve": "responsables"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demarche", "preuve": "champs"},
    {"critere": "CM-SOC-05", "phrase": "R4", "personne": "adresse", "preuve": "calendriers"},
]

# %% juste_a_quoi_sert_chaque_case tient=tout
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "calendriers"},
    {"critere": "CM-CAD-04", "phrase": "R1", "personne": "demarche", "preuve": "champs"},
]

# %% faux_declaration tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="c'est justement ce qu'il faudrait"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "declaration"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "calendriers"},
    {"critere": "CM-CAD-04", "phrase": "R2", "personne": "demarche", "preuve": "finalites"},
]

# %% faux_ouverture tient=forme,trois_criteres_distincts,un_lien_tient famille=preuve_vaine mot="plus on"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "ouverture"},
    {"critere": "CM-CAD-04", "phrase": "R2", "personne": "demarche", "preuve": "ouverture"},
]

# %% faux_sondage tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="ce sondage ne dit l'accord de"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "calendriers"},
    {"critere": "CM-CAD-04", "phrase": "R2", "personne": "demarche", "preuve": "sondage"},
]

# %% faux_image tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=personne_abstraite mot="ne reçoit pas de messages la"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "image", "preuve": "calendriers"},
    {"critere": "CM-CAD-04", "phrase": "R2", "personne": "demarche", "preuve": "finalites"},
]

# %% faux_hors_sujet tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient,deux_liens_tiennent famille=2_sur_trois mot="et la preuve que l'on irait"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "calendriers"},
    {"critere": "CM-STR-06", "phrase": "R1", "personne": "demarche", "preuve": "finalites"},
]

# %% faux_trois_fois_le_meme tient=forme,preuves_recevables,un_lien_tient famille=critere_repete mot="et les personnes lésées par les autres"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
]

# %% faux_preuves_croisees tient=forme,trois_criteres_distincts,preuves_recevables famille=0_sur_trois mot="et la preuve que l'on irait"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "calendriers"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "accords"},
    {"critere": "CM-CAD-04", "phrase": "R2", "personne": "demarche", "preuve": "registre"},
]

# %% faux_une_preuve_pour_tout tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient famille=1_sur_trois mot="et la preuve que l'on irait"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "accords"},
    {"critere": "CM-CAD-04", "phrase": "R2", "personne": "demarche", "preuve": "accords"},
]

# %% faux_deux_lignes tient=rien famille=forme mot="elle contient 2"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "calendriers"},
]

# %% faux_phrase_recopiee tient=rien famille=forme mot="n'est pas un code"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "n'avaient rien demandé", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "calendriers"},
    {"critere": "CM-CAD-04", "phrase": "R2", "personne": "demarche", "preuve": "finalites"},
]

# %% faux_preuve_oubliee tient=rien famille=forme mot="(un code entre"
RIA31 = [{"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus"}] * 3

# %% faux_une_partie_fausse tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient,deux_liens_tiennent famille=2_sur_trois mot="Ligne n° 3 (CM-CAD-04) : suivre ce critère n'aurait pas évité"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "calendriers"},
    {"critere": "CM-CAD-04", "phrase": "R2", "personne": "sans_telephone", "preuve": "finalites"},
]

# %% triche_lit_le_paquet tient=tout
# Le paquet installé tient les liens acceptables : qui les y cherche a lu la grille, et la réponse est juste.
from chatmairie.echecs.campagne.exercices.ria31 import LIENS

RIA31 = [
    {"critere": c, "phrase": min(lien.phrases), "personne": min(lien.personnes), "preuve": min(lien.preuves)}
    for c, lien in list(LIENS.items())[:3]
]
