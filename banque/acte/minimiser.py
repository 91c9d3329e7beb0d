# %% [markdown] corrige=juste_ensembles
# Des ensembles, dans l'ordre
#
# D'abord rien, si aucun acte n'est nécessaire ; puis ce qui retrouve l'acte, moins ce que FranceConnect+ a transmis ;
# puis ce qui permet de le remettre.

# %% [markdown] corrige=juste_choisir
# Des décisions, sans code
#
# Les mêmes décisions, prises une par une. « pas_pour_soi » : FranceConnect+ transmet l'identité de la personne
# connectée, pas celle de son enfant.

# %% [markdown] idee_recue=faux_deux_contacts
# Demander le téléphone et le courriel à tous, « pour sécuriser ».
#
# Vous gardez 3,5 points sur 4 : chaque contact demandé sans raison laisse dehors qui n'en a pas, et sera réutilisé un
# jour. Le carnet 42 commence là.

# %% juste_champ_par_champ tient=tout
FILIATION = {"copie intégrale": True, "extrait avec filiation": True, "extrait sans filiation": False}


def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return
    if (demande["identification"], demande["lien"]) != ("FranceConnect+", "la personne elle-même"):
        yield from ("nom", "prenoms", "date_naissance")
    if FILIATION[demande["acte"]]:
        yield "parents"
    yield {"courrier": "adresse"}.get(demande["remise"], demande["contact"])

# %% juste_choisir tient=tout
champs_necessaires = choisir(
    "acte.minimiser",
    pas_besoin="ne_rien_demander",
    toujours=["nom", "prenoms", "date_naissance"],
    avec_filiation=["parents"],
    par_courrier=["adresse"],
    en_ligne=["contact_choisi"],
    franceconnect_plus="pas_pour_soi",
)

# %% juste_ensembles tient=tout
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% juste_liste_pas_a_pas tient=tout
def champs_necessaires(demande):
    champs = []
    if demande["besoin_d_un_acte"] is False:
        return champs
    if "sans" not in demande["acte"]:
        champs.append("Parents")
    deja_transmis = demande["identification"].startswith("FranceConnect") and "elle-même" in demande["lien"]
    if not deja_transmis:
        for champ in ("nom", "prénoms", "date_naissance"):
            champs.append(champ)
    if demande["remise"] == "espace sécurisé":
        champs.append(demande["contact"])
    else:
        champs.append("adresse")
    return champs

# %% faux_accolades_vides tient=forme famille=personne_servi mot="plus un service"
def champs_necessaires(demande):
    return {}

# %% faux_adresse_toujours tient=forme,presque_tous_servis,acte_retrouve,acte_remis famille=en_trop mot="reste dans un fichier"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    champs = champs | {"adresse"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_affiche tient=rien famille=forme mot="affiche un résultat"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    print(champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]}))

# %% faux_au_cas_ou tient=forme,presque_tous_servis,acte_retrouve,acte_remis famille=en_trop mot="reste dans un fichier"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance", "lieu_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_champ_inconnu tient=rien famille=forme mot="ddn"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "ddn"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_choisir_au_cas_ou tient=forme,presque_tous_servis,acte_retrouve,acte_remis,rien_de_trop,un_seul_contact famille=collecte_inutile mot="aucun acte n"
champs_necessaires = choisir(
    "acte.minimiser",
    pas_besoin="demander_quand_meme",
    toujours=["nom", "prenoms", "date_naissance"],
    avec_filiation=["parents"],
    par_courrier=["adresse"],
    en_ligne=["contact_choisi"],
    franceconnect_plus="pas_pour_soi",
)

# %% faux_choisir_deux_contacts tient=forme,presque_tous_servis,acte_retrouve,acte_remis,rien_de_trop,rien_si_pas_besoin famille=contacts_en_trop mot="doit donner"
champs_necessaires = choisir(
    "acte.minimiser",
    pas_besoin="ne_rien_demander",
    toujours=["nom", "prenoms", "date_naissance"],
    avec_filiation=["parents"],
    par_courrier=["adresse"],
    en_ligne=["telephone", "courriel"],
    franceconnect_plus="pas_pour_soi",
)

# %% faux_choisir_jamais tient=forme,presque_tous_servis,rien_de_trop famille=acte_introuvable mot="n'aura rien"
champs_necessaires = choisir(
    "acte.minimiser",
    pas_besoin="ne_rien_demander",
    toujours=["nom", "prenoms", "date_naissance"],
    avec_filiation=["parents"],
    par_courrier=["adresse"],
    en_ligne=["contact_choisi"],
    franceconnect_plus="jamais",
)

# %% faux_choisir_photo tient=forme,presque_tous_servis,acte_retrouve,acte_remis famille=en_trop mot="reste dans un fichier"
champs_necessaires = choisir(
    "acte.minimiser",
    pas_besoin="ne_rien_demander",
    toujours=["nom", "prenoms", "date_naissance"],
    avec_filiation=["parents", "photo_piece"],
    par_courrier=["adresse"],
    en_ligne=["contact_choisi"],
    franceconnect_plus="pas_pour_soi",
)

# %% faux_choisir_redemander tient=forme,presque_tous_servis,acte_retrouve,acte_remis famille=en_trop mot="reste dans un fichier"
champs_necessaires = choisir(
    "acte.minimiser",
    pas_besoin="ne_rien_demander",
    toujours=["nom", "prenoms", "date_naissance"],
    avec_filiation=["parents"],
    par_courrier=["adresse"],
    en_ligne=["contact_choisi"],
    franceconnect_plus="redemander",
)

# %% faux_constante tient=forme,presque_tous_servis famille=acte_introuvable mot="n'aura rien"
def champs_necessaires(demande):
    return {"nom", "prenoms", "date_naissance", "adresse"}

# %% faux_courriel_pour_tous tient=forme,presque_tous_servis,acte_retrouve,rien_de_trop famille=acte_pas_remis mot="n'arrivera pas"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {"courriel"})

# %% faux_deux_contacts tient=forme,presque_tous_servis,acte_retrouve,acte_remis,rien_de_trop,rien_si_pas_besoin famille=contacts_en_trop mot="doit donner"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {"telephone", "courriel"})

# %% faux_dictionnaire tient=rien famille=forme mot="pas un dictionnaire"
def champs_necessaires(demande):
    besoin = demande["besoin_d_un_acte"]
    return {"nom": besoin, "prenoms": besoin, "date_naissance": besoin, "adresse": demande["remise"] == "courrier"}

# %% faux_franceconnect_pour_tous tient=forme,presque_tous_servis,rien_de_trop famille=acte_introuvable mot="n'aura rien"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_le_motif tient=forme,presque_tous_servis,acte_retrouve,acte_remis famille=en_trop mot="reste dans un fichier"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    champs = champs | {"motif"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_nationalite tient=forme,presque_tous_servis,acte_retrouve,acte_remis famille=en_trop mot="reste dans un fichier"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents", "nationalite"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_oublie_return tient=rien famille=forme mot="return"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    champs = champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_parents_toujours tient=forme,presque_tous_servis,acte_retrouve,acte_remis famille=en_trop mot="reste dans un fichier"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    champs = champs | {"parents"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_photo_pour_etre_sur tient=forme,presque_tous_servis,acte_retrouve,acte_remis famille=en_trop mot="reste dans un fichier"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents", "photo_piece"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_redemander tient=forme,presque_tous_servis,acte_retrouve,acte_remis famille=en_trop mot="reste dans un fichier"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        pass
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_rien tient=forme famille=personne_servi mot="plus un service"
def champs_necessaires(demande):
    return set()

# %% faux_sans_adresse tient=forme,presque_tous_servis,acte_retrouve,rien_de_trop famille=acte_pas_remis mot="n'arrivera pas"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    return champs | (set() if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_sans_parents tient=forme,presque_tous_servis,rien_de_trop famille=acte_introuvable mot="n'aura rien"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_sans_regarder_le_besoin tient=forme,presque_tous_servis,acte_retrouve,acte_remis,rien_de_trop,un_seul_contact famille=collecte_inutile mot="aucun acte n"
def champs_necessaires(demande):
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_telephone_toujours tient=forme,presque_tous_servis,acte_retrouve,acte_remis,rien_de_trop,rien_si_pas_besoin famille=contacts_en_trop mot="doit donner"
def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    champs = champs | {"telephone"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})

# %% faux_texte tient=rien famille=forme mot="pas un seul texte"
def champs_necessaires(demande):
    return "nom"

# %% faux_tout_demander tient=forme,presque_tous_servis,acte_retrouve,acte_remis famille=en_trop mot="reste dans un fichier"
TOUT = {
    "nom", "prenoms", "date_naissance", "lieu_naissance", "parents", "adresse", "telephone", "courriel",
    "nationalite", "situation_familiale", "motif", "photo_piece",
}


def champs_necessaires(demande):
    return TOUT

# %% triche_change_la_demande tient=forme famille=personne_servi mot="plus un service"
def champs_necessaires(demande):
    demande["besoin_d_un_acte"] = False
    demande["remise"] = "aucune"
    return set()

# %% triche_ensemble_menteur tient=rien famille=forme mot="Menteur"
class Menteur(set):
    def __iter__(self):
        return iter(["nom", "prenoms", "date_naissance", "adresse"])

    def __contains__(self, x):
        return True

    def __sub__(self, autre):
        return set()


def champs_necessaires(demande):
    return Menteur()
