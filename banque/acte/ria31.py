# %% [markdown] corrige=juste_trois
# La preuve, la collecte, l'autre voie
#
# Une preuve d'identité qu'un proche passe, des données qui ne servent pas, une voie fermée à qui n'a pas de
# smartphone : trois critères, trois personnes, trois documents à demander.

# %% [markdown] corrige=juste_les_traces
# Ce qui reste derrière
#
# On peut aussi partir des traces : le journal technique, la boîte d'envoi, le registre sans signature.

# %% [markdown] idee_recue=faux_declaration
# Demander une déclaration du prestataire : « nos échanges sont chiffrés ».
#
# Vous gardez 2 points sur 3 : chiffrer l'échange ne dit pas avec qui l'on échange. Camille a été volée par un échange
# chiffré.

# %% juste_le_portable_obligatoire tient=tout
RIA31 = [
    {"critere": "CM-CAD-05", "phrase": "R7", "personne": "sans_smartphone", "preuve": "table_champs"},
    {"critere": "CM-CAD-09", "phrase": "R2", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-SOC-07", "phrase": "R6", "personne": "officiere", "preuve": "signature"},
]

# %% juste_les_essais tient=tout
RIA31 = [
    {"critere": "CM-SOC-06", "phrase": "R7", "personne": "lecteur_ecran", "preuve": "honnetes"},
    {"critere": "CM-CAD-03", "phrase": "R5", "personne": "parent", "preuve": "risques"},
    {"critere": "CM-CAD-05", "phrase": "R5", "personne": "visee", "preuve": "duree"},
]

# %% juste_les_traces tient=tout
RIA31 = [
    {"critere": "CM-SOC-07", "phrase": "R1", "personne": "visee", "preuve": "journaux"},
    {"critere": "CM-UI-05", "phrase": "R3", "personne": "visee", "preuve": "envois"},
    {"critere": "CM-CAD-08", "phrase": "R6", "personne": "officiere", "preuve": "signature"},
]

# %% juste_trois tient=tout
RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "table_champs"},
    {"critere": "CM-UX-03", "phrase": "R7", "personne": "sans_smartphone", "preuve": "autre_voie"},
]

# %% faux_aucun_lien tient=forme,trois_criteres_distincts,preuves_recevables famille=0_sur_trois mot="Aucun des trois"
RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R7", "personne": "standard", "preuve": "duree"},
    {"critere": "CM-CAD-05", "phrase": "R7", "personne": "officiere", "preuve": "signature"},
    {"critere": "CM-UX-03", "phrase": "R2", "personne": "visee", "preuve": "envois"},
]

# %% faux_case_cochee tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="case cochée"
RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "case_cochee"},
    {"critere": "CM-UX-03", "phrase": "R7", "personne": "sans_smartphone", "preuve": "autre_voie"},
]

# %% faux_declaration tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="chiffré"
RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "table_champs"},
    {"critere": "CM-SOC-06", "phrase": "R1", "personne": "visee", "preuve": "declaration"},
]

# %% faux_deux_liens tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient,deux_liens_tiennent famille=2_sur_trois mot="Deux liens sur trois"
RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "table_champs"},
    {"critere": "CM-UX-03", "phrase": "R2", "personne": "visee", "preuve": "envois"},
]

# %% faux_deux_lignes tient=rien famille=forme mot="trois dictionnaires"
RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "table_champs"},
]

# %% faux_hors_sujet tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient,deux_liens_tiennent famille=2_sur_trois mot="Deux liens sur trois"
RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "table_champs"},
    {"critere": "CM-UI-01", "phrase": "R3", "personne": "visee", "preuve": "envois"},
]

# %% faux_securite tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=personne_abstraite mot="qui, exactement"
RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "securite", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "table_champs"},
    {"critere": "CM-UX-03", "phrase": "R7", "personne": "sans_smartphone", "preuve": "autre_voie"},
]

# %% faux_succes tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="compte aussi"
RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R4", "personne": "visee", "preuve": "succes"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "table_champs"},
    {"critere": "CM-UX-03", "phrase": "R7", "personne": "sans_smartphone", "preuve": "autre_voie"},
]

# %% faux_trois_fois_le_meme tient=forme,preuves_recevables,un_lien_tient famille=critere_repete mot="trois fois"
RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
]

# %% faux_un_lien tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient famille=1_sur_trois mot="Un lien sur trois"
RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R7", "personne": "officiere", "preuve": "signature"},
    {"critere": "CM-UX-03", "phrase": "R2", "personne": "visee", "preuve": "envois"},
]

# %% triche_texte tient=rien famille=forme mot="un texte"
RIA31 = "CM-CAD-09, CM-CAD-05, CM-UX-03"
