# %% [markdown] corrige=juste_groupby
# Deux messages de chaque genre
#
# On montre chaque genre de message ; rien ne part sans une personne habilitée, pour ce nombre-là, au bon moment.

# %% [markdown] corrige=juste_boucle
# Ligne à ligne
#
# La même chose sans `groupby` : on compte les messages de chaque genre déjà choisis.

# %% [markdown] idee_recue=faux_dix_premiers
# Relire les dix premiers messages.
#
# Vous gardez 0,5 point sur 1 : les dix premiers se ressemblent tous ; trente personnes reçoivent un message que nul
# n'a relu.

# %% juste_groupby tient=tout
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% juste_boucle tient=tout
def plan_denvoi(messages, contexte):
    vus, a_lire = {}, []
    for i, genre in zip(messages["id_personne"], messages["genre"], strict=True):
        vus[genre] = vus.get(genre, 0) + 1
        if vus[genre] <= 3:
            a_lire.append(i)
    envoyer = False
    if contexte["approbation"] and bon_moment(contexte):
        if contexte["approbation"]["par"] == "une personne habilitée":
            envoyer = contexte["approbation"]["nombre"] == messages.shape[0]
    return {"combien": messages.shape[0], "echantillon": tuple(a_lire), "envoyer": envoyer, "autres_canaux": {"Appel", "site"}}

# %% juste_et_en_chaine tient=tout
def plan_denvoi(messages, contexte):
    oui = contexte["approbation"]
    return {
        "combien": messages["id_personne"].count(),
        "echantillon": messages.drop_duplicates("genre")["id_personne"].unique(),
        "envoyer": oui
        and oui["par"] == "une personne habilitée"
        and oui["nombre"] == len(messages)
        and bon_moment(contexte),
        "autres_canaux": ["site", "guichet"],
    }

# %% juste_une_colonne tient=tout
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": messages.drop_duplicates("genre")["id_personne"],
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% juste_choisir tient=tout
plan_denvoi = choisir("campagne.valider", echantillon="un_de_chaque_genre", depart="personne_habilitee_et_horaires", autres_canaux=["guichet", "appel"])

# %% juste_un_par_genre_au_hasard tient=tout
def plan_denvoi(messages, contexte):
    oui = contexte["approbation"]
    approuve = bool(oui) and oui["par"] == "une personne habilitée" and oui["nombre"] == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.sample(frac=1, random_state=7).drop_duplicates("genre")["id_personne"]),
        "envoyer": approuve and bon_moment(contexte),
        "autres_canaux": ["guichet", "appel"],
    }

# %% faux_dix_premiers tient=forme,depart,autres_canaux grave famille=echantillon_tout_pareil mot="et 30 personnes reçoivent un message"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages["id_personne"].head(10)),
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_choisir_dix_premiers tient=forme,depart,autres_canaux grave famille=echantillon_tout_pareil mot="et 30 personnes reçoivent un message"
plan_denvoi = choisir("campagne.valider", echantillon="dix_premiers", depart="personne_habilitee_et_horaires", autres_canaux=["guichet", "appel"])

# %% faux_tout_relire tient=forme,depart,autres_canaux famille=echantillon_trop_gros mot="la personne qui approuve lira les trois"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages["id_personne"]),
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_mauvais_compte tient=forme,depart,autres_canaux famille=mauvais_compte mot="Qui approuve ne sait pas combien de"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": messages["genre"].nunique(),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_s_approuve_seul tient=forme,autres_canaux grave famille=approuve_par_lui_meme mot="personne ne pouvait dire"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = bool(accord) and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_choisir_une_approbation tient=forme,autres_canaux grave famille=approuve_par_lui_meme mot="personne ne pouvait dire"
plan_denvoi = choisir("campagne.valider", echantillon="un_de_chaque_genre", depart="une_approbation", autres_canaux=["guichet", "appel"])

# %% faux_sans_accord tient=forme,autres_canaux grave famille=personne_n_a_dit_oui mot="c'est ainsi que l'agenda des agents est"
def plan_denvoi(messages, contexte):
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": bon_moment(contexte),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_autre_nombre tient=forme,autres_canaux grave famille=approbation_d_autre_chose mot="il en part que personne"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée"
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_a_toute_heure tient=forme,autres_canaux grave famille=la_nuit mot="d'autres ont"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": humain,
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_le_dimanche tient=forme,autres_canaux grave famille=le_dimanche mot="la règle de la maison dit"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": humain and 8 <= int(contexte["date"][11:13]) < 20,
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_trop_souvent tient=forme,autres_canaux grave famille=trop_souvent mot="et ne sauront plus"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": humain and bon_moment({**contexte, "dernier_envoi": "2026-01-01"}),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_jamais tient=forme,autres_canaux grave famille=jamais_envoye mot="280 personnes qui attendaient l'agenda"
def plan_denvoi(messages, contexte):
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": False,
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_choisir_jamais tient=forme,autres_canaux grave famille=jamais_envoye mot="280 personnes qui attendaient l'agenda"
plan_denvoi = choisir("campagne.valider", echantillon="un_de_chaque_genre", depart="jamais", autres_canaux=["guichet", "appel"])

# %% faux_affiche_seule tient=forme,depart,echantillon grave famille=oublies_aveugles mot="Un agenda public réservé aux bons appareils"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": ["affiche"],
    }

# %% faux_choisir_affiche_seule tient=forme,depart,echantillon grave famille=oublies_aveugles mot="Un agenda public réservé aux bons appareils"
plan_denvoi = choisir("campagne.valider", echantillon="un_de_chaque_genre", depart="personne_habilitee_et_horaires", autres_canaux=["affiche"])

# %% faux_site_seul tient=forme,depart,echantillon grave famille=oublies_sans_telephone mot="Un agenda public réservé aux bons appareils"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": ["site"],
    }

# %% faux_aucun_canal tient=forme,depart,echantillon grave famille=oublies_sans_telephone mot="Un agenda public réservé aux bons appareils"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": [],
    }

# %% faux_envoyer_en_texte tient=rien famille=forme mot="ce message"
def plan_denvoi(messages, contexte):
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": "oui",
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_cle_oubliee tient=rien famille=forme mot="Dans"
def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }

# %% faux_au_moins_ce_nombre tient=forme,autres_canaux grave famille=approbation_d_un_autre_envoi mot="oui à plus de messages"
def plan_denvoi(messages, contexte):
    ok = contexte["approbation"]
    return {
        "combien": len(messages), "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": bool(ok and ok["par"] == "une personne habilitée" and ok["nombre"] >= len(messages) and bon_moment(contexte)),
        "autres_canaux": ["affiche", "site", "guichet", "appel"],
    }

# %% faux_tout_sauf_le_programme tient=forme,autres_canaux grave famille=approuve_par_un_autre mot="quelqu'un qui n'est pas habilité"
def plan_denvoi(messages, contexte):
    oui = contexte["approbation"]
    approuve = bool(oui) and oui["par"] != "le programme" and oui["nombre"] == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": approuve and bon_moment(contexte),
        "autres_canaux": ["guichet", "appel"],
    }

# %% faux_genres_en_dur tient=forme,depart,autres_canaux visibles=tout grave=ailleurs famille=echantillon_tout_pareil mot="ne montre aucun message du genre"
def plan_denvoi(messages, contexte):
    oui = contexte["approbation"]
    approuve = bool(oui) and oui["par"] == "une personne habilitée" and oui["nombre"] == len(messages)
    return {
        "combien": len(messages),
        "echantillon": [
            i
            for genre in ("goûts déclarés", "agenda général", "sans sortie de ce goût")
            for i in messages.loc[messages["genre"] == genre, "id_personne"].head(2)
        ],
        "envoyer": approuve and bon_moment(contexte),
        "autres_canaux": ["guichet", "appel"],
    }

# %% faux_tete_et_queue tient=forme,depart,autres_canaux grave famille=echantillon_tout_pareil mot="ne montre aucun message du genre"
def plan_denvoi(messages, contexte):
    oui = contexte["approbation"]
    approuve = bool(oui) and oui["par"] == "une personne habilitée" and oui["nombre"] == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages["id_personne"].head(10)) + list(messages["id_personne"].tail(10)),
        "envoyer": approuve and bon_moment(contexte),
        "autres_canaux": ["guichet", "appel"],
    }

# %% triche_noter_redefini tient=forme grave famille=personne_n_a_dit_oui mot="sans que personne ait dit oui"
def plan_denvoi(messages, contexte):
    return {"combien": 1, "echantillon": [], "envoyer": True, "autres_canaux": []}


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 1.0
