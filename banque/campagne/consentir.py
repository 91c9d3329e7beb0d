# %% [markdown] corrige=juste_dernier_mot
# Le dernier mot, puis les personnes
#
# On garde ce but, ce canal, avant l'envoi ; on trie par date, on garde le dernier mot ; puis l'âge, le contact, et un
# message par contact.

# %% [markdown] corrige=juste_boucle
# Tenir un état, événement par événement
#
# Un dictionnaire retient le dernier mot de chacun ; on passe ensuite les personnes une à une.

# %% [markdown] idee_recue=faux_un_oui_suffit
# Écrire à qui a dit oui un jour.
#
# Vous gardez 2 points sur 4 : des gens qui avaient retiré leur accord reçoivent le message quand même. À quoi sert de
# dire non ?

# %% juste_dernier_mot tient=tout
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% juste_idxmax_index_neuf tient=tout
def destinataires(personnes, consentements, campagne):
    c = consentements.assign(quand=pd.to_datetime(consentements["date"]))
    c = c[c["finalite"].eq(campagne["finalite"]) & c["canal"].eq(campagne["canal"])]
    c = c[c["quand"] <= pd.Timestamp(campagne["date"])]
    derniers = c.loc[c.groupby("id_personne")["quand"].idxmax()]
    valables = set(campagne["preuves_valables"])
    oui = {e.id_personne for e in derniers.itertuples() if e.accord and e.preuve in valables}
    contact = campagne["contact"]
    table = personnes.assign(age=ages(personnes, campagne["date"]))
    table = table.query("age >= @campagne['age_minimum'] and not parti_ou_decede")
    table = table[table["id_personne"].isin(oui) & table[contact].ne("") & table[f"{contact}_verifie"]]
    return table.groupby(contact, as_index=False).first()[["id_personne", contact]]

# %% juste_boucle tient=tout
def destinataires(personnes, consentements, campagne):
    etat = {}
    for e in consentements.sort_values("date").to_dict("records"):
        if e["finalite"] == campagne["finalite"] and e["canal"] == campagne["canal"] and e["date"] <= campagne["date"]:
            etat[e["id_personne"]] = e["accord"] and e["preuve"] in campagne["preuves_valables"]
    vus, lignes = set(), []
    for p, age in zip(personnes.to_dict("records"), ages(personnes, campagne["date"]), strict=True):
        numero = p[campagne["contact"]]
        if not etat.get(p["id_personne"]) or not numero or numero in vus or p["parti_ou_decede"]:
            continue
        if not p[campagne["contact"] + "_verifie"] or age < campagne["age_minimum"]:
            continue
        vus.add(numero)
        lignes.append(p)
    return pd.DataFrame(lignes).set_index("id_personne")

# %% juste_merge tient=tout
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").groupby("id_personne").tail(1)
    dernier = dernier[dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes.merge(dernier[dernier["accord"]][["id_personne"]], on="id_personne")
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens[~gens[contact].duplicated(keep="last")].sample(frac=1, random_state=0)

# %% juste_choisir tient=tout
destinataires = choisir(
    "campagne.consentir",
    accord="dernier_mot_ce_canal",
    ordre="date_de_l_evenement",
    preuve="preuves_valables",
    ecarter=["trop_jeunes", "partis_ou_decedes", "contacts_non_verifies", "contacts_en_double"],
)

# %% juste_classe_registre tient=tout
class Registre:
    """Le dernier mot de chacun, pour cette campagne."""

    def __init__(self, consentements, campagne):
        self.campagne, self.mots = campagne, {}
        utiles = consentements.query("finalite == @campagne['finalite'] and canal == @campagne['canal']")
        for e in utiles.sort_values("date").itertuples():
            if e.date <= campagne["date"]:
                self.mots[e.id_personne] = e

    def dit_oui(self, numero):
        mot = self.mots.get(numero)
        return mot is not None and bool(mot.accord) and mot.preuve in self.campagne["preuves_valables"]


def destinataires(personnes, consentements, campagne):
    registre, contact = Registre(consentements, campagne), campagne["contact"]
    en_age = ages(personnes, campagne["date"]).ge(campagne["age_minimum"])
    joignable = personnes[contact].ne("") & personnes[f"{contact}_verifie"] & ~personnes["parti_ou_decede"]
    oui = personnes["id_personne"].map(registre.dit_oui)
    return personnes[en_age & joignable & oui].drop_duplicates(subset=contact, keep="last")

# %% faux_tout_le_monde tient=forme,quelqu_un grave famille=autre_finalite mot="ce sera non à"
def destinataires(personnes, consentements, campagne):
    return personnes[personnes[campagne["contact"]] != ""]

# %% faux_choisir_tout_le_fichier tient=forme,quelqu_un grave famille=autre_finalite mot="ce sera non à"
destinataires = choisir("campagne.consentir", accord="tout_le_fichier", ordre="ordre_de_saisie", preuve="sans_regarder", ecarter=[])

# %% faux_personne tient=forme grave famille=personne mot="celles qui ont dit oui ne sauront"
def destinataires(personnes, consentements, campagne):
    return personnes.head(0)

# %% faux_un_seul tient=forme grave famille=presque_personne mot="celles qui ont dit oui ne sauront"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact).head(3)

# %% faux_sauf_les_non tient=forme,quelqu_un,dernier_mot,bonne_personne grave famille=autre_finalite mot="ce sera non à"
def destinataires(personnes, consentements, campagne):
    non = consentements[~consentements["accord"]]
    gens = personnes[~personnes["id_personne"].isin(non["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_choisir_sauf_non tient=forme,quelqu_un,dernier_mot,bonne_personne grave famille=autre_finalite mot="ce sera non à"
destinataires = choisir("campagne.consentir", accord="tous_sauf_non", ordre="date_de_l_evenement", preuve="preuves_valables", ecarter=["trop_jeunes", "partis_ou_decedes", "contacts_non_verifies", "contacts_en_double"])

# %% faux_un_oui_suffit tient=forme,quelqu_un,cette_finalite,ce_canal,bonne_personne,personne_oublie,un_par_contact,rien_d_autre grave famille=retrait_ignore mot="À quoi sert de dire"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    oui = avant[avant["accord"] & avant["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_choisir_un_oui tient=forme,quelqu_un,cette_finalite,ce_canal,bonne_personne,personne_oublie,un_par_contact,rien_d_autre grave famille=retrait_ignore mot="À quoi sert de dire"
destinataires = choisir("campagne.consentir", accord="un_oui_a_ce_but", ordre="date_de_l_evenement", preuve="preuves_valables", ecarter=["trop_jeunes", "partis_ou_decedes", "contacts_non_verifies", "contacts_en_double"])

# %% faux_toutes_finalites tient=forme,quelqu_un,bonne_personne grave famille=autre_finalite mot="ce sera non à"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[c["canal"] == campagne["canal"]]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_tous_canaux tient=forme,quelqu_un,cette_finalite,dernier_mot,bonne_personne,un_par_contact,rien_d_autre grave famille=autre_canal mot="et c'est pourtant par là qu'on lui"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_choisir_tous_canaux tient=forme,quelqu_un,cette_finalite,dernier_mot,bonne_personne,un_par_contact,rien_d_autre grave famille=autre_canal mot="et c'est pourtant par là qu'on lui"
destinataires = choisir("campagne.consentir", accord="dernier_mot_tous_canaux", ordre="date_de_l_evenement", preuve="preuves_valables", ecarter=["trop_jeunes", "partis_ou_decedes", "contacts_non_verifies", "contacts_en_double"])

# %% faux_sms_en_dur tient=forme visibles=tout grave=ailleurs famille=personne mot="celles qui ont dit oui ne sauront"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == "agenda culturel") & (c["canal"] == "sms")]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_ordre_de_saisie tient=forme,quelqu_un,cette_finalite,ce_canal,bonne_personne,un_par_contact,rien_d_autre grave famille=retrait_ignore mot="À quoi sert de dire"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_sans_preuve tient=forme,quelqu_un,cette_finalite,dernier_mot,bonne_personne,personne_oublie,un_par_contact,rien_d_autre grave famille=sans_preuve mot="personne ne saura"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"]]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_preuve_non_vide tient=forme,quelqu_un,cette_finalite,dernier_mot,bonne_personne,personne_oublie,un_par_contact,rien_d_autre grave famille=sans_preuve mot="personne ne saura"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & (dernier["preuve"] != "")]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_preuve_avant_le_dernier_mot tient=forme,quelqu_un,cette_finalite,ce_canal,bonne_personne,personne_oublie,un_par_contact,rien_d_autre grave famille=retrait_ignore mot="À quoi sert de dire"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    prouves = avant[avant["preuve"].isin(campagne["preuves_valables"])]
    dernier = prouves.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"]]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_sans_la_date tient=forme,quelqu_un,cette_finalite,dernier_mot,bonne_personne,personne_oublie,un_par_contact,rien_d_autre grave famille=pas_encore mot="son accord est venu"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_un_non_pour_toujours tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,bonne_personne,un_par_contact,rien_d_autre famille=oublies mot="et ne reçoit"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    gens = gens[~gens["id_personne"].isin(ici[~ici["accord"]]["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_mineurs tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,personne_oublie,un_par_contact,rien_d_autre grave famille=mineur mot="et reçoit le"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    return gens.drop_duplicates(contact)

# %% faux_partis tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,personne_oublie,un_par_contact,rien_d_autre grave famille=parti_ou_decede mot="quelqu'un de sa famille lit ce message"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_numeros_non_verifies tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,personne_oublie,un_par_contact,rien_d_autre grave famille=faux_numero mot="et apprend quelque chose d'elle ou de"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_contact_vide tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,personne_oublie,un_par_contact,rien_d_autre famille=sans_contact mot="le message part dans le"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[((gens[contact] == "") | gens[contact + "_verifie"]) & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_doublons tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,bonne_personne,personne_oublie,rien_d_autre famille=doublons mot="deux personnes du fichier ont ce"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens

# %% faux_majeurs_en_dur tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,bonne_personne,un_par_contact,rien_d_autre famille=oublies mot="et ne reçoit"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= 18]
    return gens.drop_duplicates(contact)

# %% faux_sans_l_aide_sociale tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,bonne_personne,un_par_contact grave famille=oublies mot="et ne reçoit"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[~gens["base_origine"].isin(["aide sociale", "état civil"])]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_priorite_aux_familles tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,bonne_personne,un_par_contact grave famille=oublies mot="et ne reçoit"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[gens["base_origine"].str.startswith("ChatMairie")]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_liste_de_numeros tient=rien famille=forme mot="elle renvoie une"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return list(gens[contact])

# %% faux_sans_identifiant tient=rien famille=forme mot="`id_personne`"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens[[contact]]

# %% faux_affiche tient=rien famille=forme mot="suivi de ce"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    print(gens)

# %% faux_dedoublonner_d_abord tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,bonne_personne,un_par_contact,rien_d_autre visibles=tout famille=oublies mot="et ne reçoit"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens.drop_duplicates(contact)
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens

# %% faux_le_jour_de_l_envoi tient=forme,quelqu_un,cette_finalite,dernier_mot,bonne_personne,personne_oublie,un_par_contact,rien_d_autre grave famille=pas_encore mot="son accord est venu"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"].str[:10] <= campagne["date"][:10]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_quinze_ans_en_dur tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,personne_oublie,un_par_contact,rien_d_autre visibles=tout grave=ailleurs famille=mineur mot="et reçoit le"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= 15]
    return gens.drop_duplicates(contact)

# %% faux_plus_que_l_age tient=forme,quelqu_un,cette_finalite,ce_canal,dernier_mot,bonne_personne,un_par_contact,rien_d_autre famille=oublies mot="et ne reçoit"
def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) > campagne["age_minimum"]]
    return gens.drop_duplicates(contact)

# %% faux_sms_et_telephone tient=forme visibles=tout grave=ailleurs famille=presque_personne mot="celles qui ont dit oui ne sauront"
def destinataires(personnes, consentements, campagne):
    c = consentements[(consentements.finalite == campagne["finalite"]) & (consentements.canal == "sms") & (consentements.date <= campagne["date"])]
    dernier = c.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier.accord & dernier.preuve.isin(campagne["preuves_valables"])]
    k = "telephone"
    p = personnes[personnes.id_personne.isin(oui.id_personne)]
    p = p[(ages(p, campagne["date"]) >= campagne["age_minimum"]) & ~p.parti_ou_decede & (p[k] != "") & p[k + "_verifie"]]
    return p.drop_duplicates(k)

# %% triche_une_vue_menteuse tient=rien famille=forme mot="elle renvoie un"
def destinataires(personnes, consentements, campagne):
    class Menteuse(pd.DataFrame):
        """Une table qui se dit vide de toute faute."""

        def __getitem__(self, cle):
            return super().__getitem__(cle).head(0)


    return Menteuse(personnes)
