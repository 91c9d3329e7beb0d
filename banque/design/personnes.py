# %% [markdown] corrige=juste_journal
# Trois lignes que l'on cherche
#
# Une personne qui écoute l'écran, une participante de l'atelier, une agente : trois sources, trois pertes. Les
# numéros dépendent de GRAINE ; on les lit, ou on les cherche comme ici.

# %% [markdown] corrige=juste_un_proche
# Margaux, un proche, Étienne
#
# On choisit une personne, on relit sa ligne, et l'on dit ce qu'elle y perd : Margaux n'a pas été respectée, un proche
# y a passé sa soirée, Étienne n'a pas pu le faire seul.

# %% [markdown] idee_recue=faux_seulement_des_usagers
# Ne citer que des gens qui ont écrit à ChatMairie.
#
# Vous gardez 1,5 point sur 2 : l'agente qui s'excuse au guichet, le proche qui traduit le soir et la participante de
# l'atelier n'avaient rien demandé, et disparaissent.

# %% juste_journal tient=tout
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]}
        for ligne, perte in (
            (rejeu.journal[rejeu.journal["personne"].eq("Rayan")].iloc[0], "autonomie"),
            (rejeu.journal[rejeu.journal["source"].eq("atelier")].iloc[0], "parole"),
            (rejeu.journal[rejeu.journal["source"].eq("feuille d'heures")].iloc[0], "travail_bien_fait"),
        )
    ],
}

# %% juste_un_proche tient=tout
def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {
            "qui": ligne(j["personne"].eq("Margaux"))["personne"],
            "perd": "respect",
            "preuve": ligne(j["personne"].eq("Margaux"))["ligne"],
        },
        {
            "qui": ligne(j["personne"].str.contains("un proche"))["personne"],
            "perd": "temps",
            "preuve": ligne(j["personne"].str.contains("un proche"))["ligne"],
        },
        {
            "qui": ligne(j["personne"].eq("Étienne"))["personne"],
            "perd": "autonomie",
            "preuve": ligne(j["personne"].eq("Étienne"))["ligne"],
        },
    ],
}

# %% faux_autre_perte tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=autre_perte mot="ne répare rien"
def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {
            "qui": ligne(j["personne"].eq("Rayan"))["personne"],
            "perd": "parole",
            "preuve": ligne(j["personne"].eq("Rayan"))["ligne"],
        },
        {
            "qui": ligne(j["source"].eq("atelier"))["personne"],
            "perd": "parole",
            "preuve": ligne(j["source"].eq("atelier"))["ligne"],
        },
        {
            "qui": ligne(j["source"].eq("feuille d'heures"))["personne"],
            "perd": "travail_bien_fait",
            "preuve": ligne(j["source"].eq("feuille d'heures"))["ligne"],
        },
    ],
}

# %% faux_deux_personnes tient=forme,preuves_existantes,preuves_qui_montrent,au_dela_des_usagers famille=pas_assez mot="au moins 3"
def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {
            "qui": ligne(j["personne"].eq("Rayan"))["personne"],
            "perd": "autonomie",
            "preuve": ligne(j["personne"].eq("Rayan"))["ligne"],
        },
        {
            "qui": ligne(j["source"].eq("atelier"))["personne"],
            "perd": "parole",
            "preuve": ligne(j["source"].eq("atelier"))["ligne"],
        },
    ],
}

# %% faux_image_de_la_mairie tient=forme,preuves_existantes,au_dela_des_usagers famille=trop_vague mot="demain matin"
def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {
            "qui": "l'image de la mairie",
            "perd": "travail_bien_fait",
            "preuve": ligne(j["source"].eq("feuille d'heures"))["ligne"],
        },
        {
            "qui": ligne(j["source"].eq("atelier"))["personne"],
            "perd": "parole",
            "preuve": ligne(j["source"].eq("atelier"))["ligne"],
        },
        {
            "qui": ligne(j["personne"].eq("Rayan"))["personne"],
            "perd": "autonomie",
            "preuve": ligne(j["personne"].eq("Rayan"))["ligne"],
        },
    ],
}

# %% faux_les_jeunes tient=forme,preuves_existantes,au_dela_des_usagers famille=trop_vague mot="les jeunes"
def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "les jeunes", "perd": "respect", "preuve": ligne(j["personne"].eq("Margaux"))["ligne"]},
        {
            "qui": ligne(j["source"].eq("atelier"))["personne"],
            "perd": "parole",
            "preuve": ligne(j["source"].eq("atelier"))["ligne"],
        },
        {
            "qui": ligne(j["source"].eq("feuille d'heures"))["personne"],
            "perd": "travail_bien_fait",
            "preuve": ligne(j["source"].eq("feuille d'heures"))["ligne"],
        },
    ],
}

# %% faux_ligne_ordinaire tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=ligne_sans_tort mot="aucun tort"
def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {
            "qui": ligne(j["texte"].str.contains("piscine ;|retire une carte|jours du marché|remercie|trop long"))[
                "personne"
            ],
            "perd": "reponse",
            "preuve": ligne(j["texte"].str.contains("piscine ;|retire une carte|jours du marché|remercie|trop long"))[
                "ligne"
            ],
        },
        {
            "qui": ligne(j["source"].eq("atelier"))["personne"],
            "perd": "parole",
            "preuve": ligne(j["source"].eq("atelier"))["ligne"],
        },
        {
            "qui": ligne(j["source"].eq("feuille d'heures"))["personne"],
            "perd": "travail_bien_fait",
            "preuve": ligne(j["source"].eq("feuille d'heures"))["ligne"],
        },
    ],
}

# %% faux_liste tient=rien famille=forme mot="dictionnaire"
PERSONNES = ["Rayan", "Solange", "une participante de l'atelier"]

# %% faux_numeros_du_voisin tient=forme,assez_de_personnes famille=preuve_introuvable mot="n'existe pas"
PERSONNES = {
    "graine": 7,
    "personnes": [
        {"qui": ligne["personne"], "perd": "autonomie", "preuve": ligne["ligne"]}
        for ligne in rejeu.journal[rejeu.journal["personne"].isin(["Rayan", "Étienne", "Zofia"])].to_dict("records")
    ],
}

# %% faux_personne_confondue tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=autre_personne mot="ne parle pas de"
def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Karim", "perd": "autonomie", "preuve": ligne(j["personne"].eq("Rayan"))["ligne"]},
        {
            "qui": ligne(j["source"].eq("atelier"))["personne"],
            "perd": "parole",
            "preuve": ligne(j["source"].eq("atelier"))["ligne"],
        },
        {
            "qui": ligne(j["source"].eq("feuille d'heures"))["personne"],
            "perd": "travail_bien_fait",
            "preuve": ligne(j["source"].eq("feuille d'heures"))["ligne"],
        },
    ],
}

# %% faux_seulement_des_usagers tient=forme,assez_de_personnes,preuves_existantes,preuves_qui_montrent famille=seulement_les_usagers mot="n'avait rien demandé"
def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {
            "qui": ligne(j["personne"].eq("Rayan"))["personne"],
            "perd": "autonomie",
            "preuve": ligne(j["personne"].eq("Rayan"))["ligne"],
        },
        {
            "qui": ligne(j["personne"].eq("Margaux"))["personne"],
            "perd": "respect",
            "preuve": ligne(j["personne"].eq("Margaux"))["ligne"],
        },
        {
            "qui": ligne(j["personne"].eq("Étienne"))["personne"],
            "perd": "autonomie",
            "preuve": ligne(j["personne"].eq("Étienne"))["ligne"],
        },
    ],
}

# %% faux_tout_le_monde tient=forme,preuves_existantes,au_dela_des_usagers famille=trop_vague mot="tout le monde"
def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "tout le monde", "perd": "autonomie", "preuve": ligne(j["personne"].eq("Rayan"))["ligne"]},
        {
            "qui": ligne(j["source"].eq("atelier"))["personne"],
            "perd": "parole",
            "preuve": ligne(j["source"].eq("atelier"))["ligne"],
        },
        {
            "qui": ligne(j["source"].eq("feuille d'heures"))["personne"],
            "perd": "travail_bien_fait",
            "preuve": ligne(j["source"].eq("feuille d'heures"))["ligne"],
        },
    ],
}

# %% triche_toutes_les_lignes tient=forme,preuves_existantes famille=journal_recopie mot="ne montre"
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": x["personne"], "perd": "temps", "preuve": x["ligne"]} for x in rejeu.journal.to_dict("records")
    ],
}
