# %% [markdown] corrige=juste_estimation
# Sous la moitié de l'estimation
#
# On compare chaque prix à ce que la mairie pensait payer : une référence qu'aucune offre ne peut tirer vers le bas.

# %% [markdown] corrige=juste_choisir
# La même décision, sans code
#
# Deux décisions suffisent : à quoi l'on compare, et à partir de quand l'on s'inquiète.

# %% [markdown] idee_recue=faux_moyenne
# Comparer chaque prix à la moyenne des offres reçues.
#
# Vous gardez 0,25 point sur 1. Deux offres très basses tirent la moyenne vers elles, et se cachent l'une l'autre.

# %% faux_affiche tient=rien famille=forme mot="justifier"
def offres_a_justifier(offres, estimation):
    print(offres.loc[offres["prix_k_eur"] < 0.5 * estimation, "nom"].tolist())

# %% faux_choisir_dix_pour_cent tient=forme,prix_tres_bas_signales famille=question_de_trop mot="entreprise"
offres_a_justifier = choisir("choix_ia.alerter", comparer_a="estimation", ecart="dix_pour_cent")

# %% faux_choisir_moyenne tient=forme famille=deux_basses_se_cachent mot="découvriront"
offres_a_justifier = choisir("choix_ia.alerter", comparer_a="moyenne", ecart="moitie")

# %% faux_choisir_vingt_fois tient=forme famille=prix_tres_bas_sans_question mot="personne"
offres_a_justifier = choisir("choix_ia.alerter", comparer_a="estimation", ecart="vingt_fois")

# %% faux_le_moins_cher tient=forme famille=deux_basses_se_cachent mot="découvriront"
def offres_a_justifier(offres, estimation):
    return [offres.loc[offres["prix_k_eur"].idxmin(), "nom"]]

# %% faux_moyenne tient=forme famille=deux_basses_se_cachent mot="découvriront"
def offres_a_justifier(offres, estimation):
    return offres.loc[offres["prix_k_eur"] < 0.5 * offres["prix_k_eur"].mean(), "nom"].tolist()

# %% faux_personne tient=forme famille=prix_tres_bas_sans_question mot="personne"
def offres_a_justifier(offres, estimation):
    return []

# %% faux_positions tient=rien famille=forme mot="justifier"
def offres_a_justifier(offres, estimation):
    return [0, 1]

# %% faux_seuil_fixe tient=forme famille=seuil_fixe mot="ville"
def offres_a_justifier(offres, estimation):
    return offres.loc[offres["prix_k_eur"] < 25, "nom"].tolist()

# %% faux_sous_l_estimation tient=forme,prix_tres_bas_signales famille=question_de_trop mot="entreprise"
def offres_a_justifier(offres, estimation):
    return offres.loc[offres["prix_k_eur"] < estimation, "nom"].tolist()

# %% faux_tableau tient=rien famille=forme mot="justifier"
def offres_a_justifier(offres, estimation):
    return offres[offres["prix_k_eur"] < 0.5 * estimation]

# %% faux_tout_le_monde tient=forme famille=question_sans_objet mot="pensait payer"
def offres_a_justifier(offres, estimation):
    return offres["nom"].tolist()

# %% juste_boucle tient=tout mot="Réussi"
def offres_a_justifier(offres, estimation):
    return [offre["nom"] for _, offre in offres.iterrows() if offre["prix_k_eur"] <= 0.65 * estimation]

# %% juste_choisir tient=tout mot="Réussi"
offres_a_justifier = choisir("choix_ia.alerter", comparer_a="estimation", ecart="moitie")

# %% juste_estimation tient=tout mot="Réussi"
def offres_a_justifier(offres, estimation):
    return offres.loc[offres["prix_k_eur"] < 0.5 * estimation, "nom"].tolist()

# %% juste_mediane tient=tout mot="Réussi"
def offres_a_justifier(offres, estimation):
    reference = offres["prix_k_eur"].median()
    for nom, prix in offres[["nom", "prix_k_eur"]].itertuples(index=False):
        if prix < reference / 2:
            yield nom

# %% juste_quarante_pour_cent tient=tout mot="Réussi"
def offres_a_justifier(offres, estimation):
    prix = offres.set_index("nom")["prix_k_eur"]
    return prix[prix < 0.4 * estimation].index

# %% triche_nom_en_dur tient=rien visibles=forme famille=forme mot="justifier"
def offres_a_justifier(offres, estimation):
    return ["Chat'GPT Studio"]

# %% faux_les_deux_moins_cheres tient=forme,prix_tres_bas_signales famille=question_de_trop mot="un petit écart"
def offres_a_justifier(offres, estimation):
    return list(offres.sort_values("prix_k_eur")["nom"][:2])

# %% juste_sept_dixiemes tient=tout mot="Réussi"
def offres_a_justifier(offres, estimation):
    noms = []
    for nom, prix in zip(offres["nom"], offres["prix_k_eur"], strict=True):
        if prix / estimation < 0.7:
            noms.append(nom)
    return noms
