# %% [markdown] corrige=juste_trois
# L'atelier, le tutoiement, la page
#
# Trois faiblesses différentes, trois personnes, trois preuves que l'on peut aller lire.

# %% [markdown] corrige=juste_trois_autres
# Comprendre, essayer, dire que c'est une IA
#
# Trois autres critères : la compréhension mesurée par façon d'écrire, des essais réels, le premier message.

# %% [markdown] idee_recue=faux_lisibilite
# Demander un score de lisibilité.
#
# Vous gardez 2 points sur 3 : l'argot a un meilleur score qu'une réponse claire ; le score ne prouve pas que Zofia a
# trouvé quoi faire.

# %% juste_jeune tient=tout
RIA31 = [
    {"critere": "CM-UI-01", "phrase": "R1", "personne": "jeune", "preuve": "echantillon"},
    {"critere": "CM-UI-02", "phrase": "R4", "personne": "phrases_courtes", "preuve": "faits_gardes"},
    {"critere": "CM-CAD-01", "phrase": "R3", "personne": "atelier", "preuve": "cadrage"},
]

# %% juste_trois tient=tout
RIA31 = [
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UI-01", "phrase": "R4", "personne": "agee", "preuve": "echantillon"},
    {"critere": "CM-UI-04", "phrase": "R5", "personne": "lecteur_ecran", "preuve": "audit_rgaa"},
]

# %% juste_trois_autres tient=tout
RIA31 = [
    {"critere": "CM-UI-03", "phrase": "R2", "personne": "apprenante", "preuve": "comprehension"},
    {"critere": "CM-UX-02", "phrase": "R5", "personne": "zoom", "preuve": "essais_reels"},
    {"critere": "CM-UX-04", "phrase": "R7", "personne": "agente", "preuve": "premier_message"},
]

# %% faux_aucun_lien tient=forme,trois_criteres_distincts,preuves_recevables famille=0_sur_trois mot="Aucun des trois"
RIA31 = [
    {"critere": "CM-UX-01", "phrase": "R4", "personne": "clavier", "preuve": "audit_rgaa"},
    {"critere": "CM-UI-01", "phrase": "R5", "personne": "zoom", "preuve": "audit_rgaa"},
    {"critere": "CM-UI-04", "phrase": "R4", "personne": "agente", "preuve": "cadrage"},
]

# %% faux_declaration tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="prestataire"
RIA31 = [
    {"critere": "CM-UI-04", "phrase": "R5", "personne": "clavier", "preuve": "declaration"},
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UI-01", "phrase": "R4", "personne": "agee", "preuve": "echantillon"},
]

# %% faux_deux_liens tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient,deux_liens_tiennent famille=2_sur_trois mot="Deux liens"
RIA31 = [
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UI-01", "phrase": "R4", "personne": "agee", "preuve": "echantillon"},
    {"critere": "CM-UI-04", "phrase": "R6", "personne": "atelier", "preuve": "audit_rgaa"},
]

# %% faux_deux_lignes tient=rien famille=forme mot="trois dictionnaires"
RIA31 = [
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UI-01", "phrase": "R4", "personne": "agee", "preuve": "echantillon"},
]

# %% faux_hors_sujet tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient,deux_liens_tiennent famille=2_sur_trois mot="Deux liens"
RIA31 = [
    {"critere": "CM-STR-06", "phrase": "R5", "personne": "zoom", "preuve": "audit_rgaa"},
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UI-01", "phrase": "R4", "personne": "agee", "preuve": "echantillon"},
]

# %% faux_image tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=personne_abstraite mot="démarche à finir"
RIA31 = [
    {"critere": "CM-UI-01", "phrase": "R4", "personne": "image", "preuve": "echantillon"},
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UI-04", "phrase": "R5", "personne": "lecteur_ecran", "preuve": "audit_rgaa"},
]

# %% faux_lisibilite tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="syllabes"
RIA31 = [
    {"critere": "CM-UI-02", "phrase": "R4", "personne": "phrases_courtes", "preuve": "lisibilite"},
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UI-04", "phrase": "R5", "personne": "lecteur_ecran", "preuve": "audit_rgaa"},
]

# %% faux_trois_fois_le_meme tient=forme,preuves_recevables,un_lien_tient famille=critere_repete mot="revient"
RIA31 = [
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
]

# %% faux_un_lien tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient famille=1_sur_trois mot="Un lien"
RIA31 = [
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UI-01", "phrase": "R5", "personne": "zoom", "preuve": "audit_rgaa"},
    {"critere": "CM-UI-04", "phrase": "R4", "personne": "agente", "preuve": "cadrage"},
]

# %% triche_texte tient=rien famille=forme mot="liste"
RIA31 = "tous les critères"
