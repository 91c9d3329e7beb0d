# %% [markdown] corrige=juste_corrige
# L'arrêt, le coût complet, l'autre voie
#
# Trois phrases du récit, trois personnes qui en paient le prix, et pour chacune ce que l'on exigerait de voir avant
# de signer. D'autres réponses valent autant : le juge en accepte plusieurs.

# %% [markdown] corrige=juste_corrige_autrement
# La formation, les essais, le départ
#
# On regarde ici ce qui reste à la mairie : des agents qui comprennent, un service essayé avec de vraies personnes, et
# le moyen de partir.

# %% [markdown] idee_recue=faux_declaration
# Demander au prestataire une déclaration qui dit que son outil est inclusif.
#
# Vous gardez 2 points sur 3 : la déclaration affirme ce qu'il faudrait prouver. Rayan, lui, ne pourra toujours pas se
# servir de l'outil.

# %% faux_abonnes tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="construire"
RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-UX-03", "phrase": "R7", "personne": "sans_ecran", "preuve": "autre_voie"},
    {"critere": "CM-STR-06", "phrase": "R2", "personne": "contribuable", "preuve": "abonnes"},
]

# %% faux_aucun_lien tient=forme,trois_criteres_distincts,preuves_recevables famille=0_sur_trois mot="enfreint"
RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R1", "personne": "agente", "preuve": "condition"},
    {"critere": "CM-STR-06", "phrase": "R7", "personne": "agente", "preuve": "condition"},
    {"critere": "CM-UX-03", "phrase": "R1", "personne": "agente", "preuve": "autre_voie"},
]

# %% faux_declaration tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="déclaration"
RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-STR-06", "phrase": "R2", "personne": "petite_entreprise", "preuve": "grille_offres"},
    {"critere": "CM-UX-02", "phrase": "R4", "personne": "lecteur_ecran", "preuve": "declaration"},
]

# %% faux_deux_liens tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient,deux_liens_tiennent famille=2_sur_trois mot="tiennent"
RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-STR-06", "phrase": "R2", "personne": "petite_entreprise", "preuve": "grille_offres"},
    {"critere": "CM-UX-03", "phrase": "R1", "personne": "agente", "preuve": "autre_voie"},
]

# %% faux_deux_lignes tient=rien famille=forme mot="dictionnaires"
RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-STR-06", "phrase": "R2", "personne": "petite_entreprise", "preuve": "grille_offres"},
]

# %% faux_hors_sujet tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient,deux_liens_tiennent famille=2_sur_trois mot="tiennent"
RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-STR-06", "phrase": "R2", "personne": "petite_entreprise", "preuve": "grille_offres"},
    {"critere": "CM-UI-05", "phrase": "R7", "personne": "sans_ecran", "preuve": "autre_voie"},
]

# %% faux_image tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=personne_abstraite mot="exactement"
RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-STR-06", "phrase": "R2", "personne": "petite_entreprise", "preuve": "grille_offres"},
    {"critere": "CM-UX-03", "phrase": "R7", "personne": "image", "preuve": "autre_voie"},
]

# %% faux_satisfaction tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="questionnaire"
RIA31 = [
    {"critere": "CM-STR-06", "phrase": "R2", "personne": "petite_entreprise", "preuve": "grille_offres"},
    {"critere": "CM-UX-03", "phrase": "R7", "personne": "sans_ecran", "preuve": "autre_voie"},
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "satisfaction"},
]

# %% faux_trois_fois_le_meme tient=forme,preuves_recevables,un_lien_tient famille=critere_repete mot="attendront"
RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
]

# %% faux_un_lien tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient famille=1_sur_trois mot="enfreint"
RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-STR-06", "phrase": "R7", "personne": "agente", "preuve": "condition"},
    {"critere": "CM-UX-03", "phrase": "R1", "personne": "agente", "preuve": "autre_voie"},
]

# %% juste_trois tient=tout mot="Réussi"
RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-STR-06", "phrase": "R2", "personne": "petite_entreprise", "preuve": "grille_offres"},
    {"critere": "CM-UX-03", "phrase": "R7", "personne": "sans_ecran", "preuve": "autre_voie"},
]

# %% juste_trois_autres tient=tout mot="Réussi"
RIA31 = [
    {"critere": "CM-STR-07", "phrase": "R3", "personne": "agente", "preuve": "formation"},
    {"critere": "CM-UX-02", "phrase": "R4", "personne": "lecteur_ecran", "preuve": "essais_reels"},
    {"critere": "CM-CAD-01", "phrase": "R5", "personne": "apprenante", "preuve": "cadrage"},
]

# %% juste_un_tableau tient=tout mot="Réussi"
RIA31 = pd.DataFrame(
    [
        ("CM-CAD-02", "R7", "sans_ecran", "echecs_par_public"),
        ("CM-CAD-01", "R1", "contribuable", "cadrage"),
        ("CM-STR-07", "R2", "contribuable", "formation"),
    ],
    columns=["critere", "phrase", "personne", "preuve"],
)

# %% triche_texte tient=rien famille=forme mot="revoir"
RIA31 = "CM-CAD-02 CM-STR-06 CM-UX-03"

# %% juste_corrige tient=tout
RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-STR-06", "phrase": "R1", "personne": "contribuable", "preuve": "cout_complet"},
    {"critere": "CM-UX-03", "phrase": "R7", "personne": "sans_ecran", "preuve": "autre_voie"},
]

# %% juste_corrige_autrement tient=tout
liens = [
    ("CM-STR-07", "R3", "agente", "formation"),
    ("CM-UX-02", "R4", "lecteur_ecran", "essais_reels"),
    ("CM-SOC-12", "R3", "contribuable", "reversibilite"),
]
cles = ["critere", "phrase", "personne", "preuve"]
RIA31 = [dict(zip(cles, lien)) for lien in liens]
