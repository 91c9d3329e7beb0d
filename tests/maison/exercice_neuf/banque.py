# %% [markdown] corrige=juste_masque
# Recevable, et refusé
#
# Deux conditions sur la même ligne, puis les numéros de dossier : la mairie appelle ceux qu'elle a lésés.

# %% [markdown] corrige=juste_choisir
# Sans code, la même règle
#
# Ni le jour ni l'ordre des dossiers n'y changent rien.

# %% [markdown] idee_recue=faux_tous_les_refus
# Rappeler toutes les familles refusées.
#
# Vous gardez 1 point sur 2 : on promet une place à des familles dont le refus était juste.

# %% juste_masque tient=tout
def rappeler(decisions):
    return decisions.loc[decisions["recevable"] & (decisions["decision"] == "refuser"), "num_dossier"]

# %% juste_choisir tient=tout
rappeler = choisir("donnees.rappeler", qui="recevables_refuses")

# %% faux_tous_les_refus tient=forme,personne_oublie grave famille=famille_derangee mot="promet par téléphone"
def rappeler(decisions):
    return list(decisions.loc[decisions["decision"] == "refuser", "num_dossier"])

# %% faux_choisir_le_mercredi tient=forme,personne_derange visibles=tout grave=ailleurs famille=famille_oubliee mot="n'appelle sa famille"
rappeler = choisir("donnees.rappeler", qui="le_mercredi")

# %% faux_personne tient=forme,personne_derange grave famille=famille_oubliee mot="n'appelle sa famille"
def rappeler(decisions):
    return []

# %% faux_affiche tient=rien famille=forme mot="affiche"
def rappeler(decisions):
    print(decisions.loc[decisions["recevable"] & (decisions["decision"] == "refuser"), "num_dossier"])

# %% triche_rien tient=rien famille=forme mot="rappeler"
rappeler = None
