# %% [markdown] corrige=juste_deux_conditions
# Deux conditions à la fois
#
# Marquée « public », et validée par quelqu'un. Tout le reste est refusé, quel que soit le mot ou l'absence de mot.

# %% [markdown] corrige=juste_boucle
# Ligne à ligne
#
# La même règle, lue une entrée après l'autre : on garde ce qui a les deux marques.

# %% [markdown] idee_recue=faux_marque_public
# Garder ce qui est marqué « public ».
#
# Vous gardez 1,5 point sur 4 : le logiciel des agents écrit « public » tout seul, et une réunion syndicale part avec
# les noms.

# %% juste_deux_conditions tient=tout
def evenements_publiables(evenements):
    return evenements[(evenements["visibilite"] == "public") & (evenements["valide_par"] != "")]

# %% juste_query_index_neuf tient=tout
def evenements_publiables(evenements):
    garde = evenements.query("visibilite == 'public' and valide_par != ''")
    return garde.reset_index(drop=True)[["id", "titre"]]

# %% juste_boucle tient=tout
def evenements_publiables(evenements):
    lignes = []
    for ligne in evenements.to_dict("records"):
        if ligne["visibilite"].strip().lower() == "public" and ligne["valide_par"]:
            lignes.append(ligne)
    return pd.DataFrame(lignes).set_index("id")

# %% juste_choisir tient=tout
evenements_publiables = choisir("campagne.publier", regle="public_et_valide")

# %% faux_marque_public tient=forme,quelque_chose,aucun_brouillon grave famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
def evenements_publiables(evenements):
    return evenements[evenements["visibilite"] == "public"]

# %% faux_type_culture tient=forme,quelque_chose grave famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
def evenements_publiables(evenements):
    return evenements[evenements["type"] == "culture"]

# %% faux_pas_jean_mi tient=forme,quelque_chose grave famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
def evenements_publiables(evenements):
    prive = evenements["titre"].str.contains("Jean-Mi|Billard", case=False)
    return evenements[~prive]

# %% faux_sans_les_prenoms tient=forme,quelque_chose grave famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
def evenements_publiables(evenements):
    from chatmairie.echecs.commun.distribution import agents

    noms = "|".join(a.prenom for a in agents())
    return evenements[~evenements["titre"].str.contains(noms)]

# %% faux_choisir_sans_noms tient=forme,quelque_chose grave famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
evenements_publiables = choisir("campagne.publier", regle="sans_noms")

# %% faux_vide_vaut_public tient=forme,quelque_chose,aucun_brouillon grave famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
def evenements_publiables(evenements):
    return evenements[evenements["visibilite"].isin(["public", ""])]

# %% faux_pas_interne tient=forme,quelque_chose visibles=forme,quelque_chose,aucun_brouillon grave famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
def evenements_publiables(evenements):
    return evenements[~evenements["visibilite"].isin(["interne", "brouillon"])]

# %% faux_valide tient=forme,quelque_chose,aucun_brouillon grave famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
def evenements_publiables(evenements):
    return evenements[evenements["valide_par"] != ""]

# %% faux_choisir_valide tient=forme,quelque_chose,aucun_brouillon grave famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
evenements_publiables = choisir("campagne.publier", regle="valide")

# %% faux_valide_sans_les_entretiens tient=forme,quelque_chose,vie_privee,aucun_brouillon grave famille=interne_envoye mot="ou sauront quand une porte est"
def evenements_publiables(evenements):
    delicat = evenements["titre"].str.contains("Entretien|Visite|Conseil|Médiation")
    decidees = (evenements["valide_par"] != "") & (evenements["visibilite"] != "")
    return evenements[decidees & ~delicat]

# %% faux_calendrier_des_agents tient=forme,quelque_chose visibles=forme,quelque_chose,vie_privee,rien_d_interne,sorties_gardees grave=ailleurs famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
def evenements_publiables(evenements):
    return evenements[evenements["calendrier"] != "agenda des agents"]

# %% faux_culture_et_valide tient=forme,quelque_chose,vie_privee,rien_d_interne,aucun_brouillon famille=sorties_perdues mot="la salle sera"
def evenements_publiables(evenements):
    bon = (evenements["visibilite"] == "public") & (evenements["valide_par"] != "")
    return evenements[bon & (evenements["type"] == "culture")]

# %% faux_sans_le_valider tient=forme,quelque_chose visibles=forme,quelque_chose,vie_privee,rien_d_interne,sorties_gardees grave=ailleurs famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
def evenements_publiables(evenements):
    agents = evenements["calendrier"] == evenements["calendrier"].iloc[0]
    brouillons = evenements["valide_par"] == ""
    public = evenements["visibilite"] == "public"
    return evenements[(public & ~brouillons) | (~agents & brouillons)]

# %% faux_rien tient=forme famille=rien_publie mot="et des gens qui ne sauront"
def evenements_publiables(evenements):
    return evenements.head(0)

# %% faux_choisir_rien tient=forme famille=rien_publie mot="et des gens qui ne sauront"
evenements_publiables = choisir("campagne.publier", regle="rien")

# %% faux_un_seul tient=forme famille=presque_rien_publie mot="et des gens qui ne sauront"
def evenements_publiables(evenements):
    bon = (evenements["visibilite"] == "public") & (evenements["valide_par"] != "")
    return evenements[bon].head(5)

# %% faux_tout tient=forme,quelque_chose grave famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
def evenements_publiables(evenements):
    return evenements

# %% faux_affiche tient=rien famille=forme mot="suivi de ce"
def evenements_publiables(evenements):
    print(evenements[evenements["visibilite"] == "public"])

# %% faux_masque tient=rien famille=forme mot="elle renvoie une colonne"
def evenements_publiables(evenements):
    return (evenements["visibilite"] == "public") & (evenements["valide_par"] != "")

# %% faux_numeros_inventes tient=rien famille=forme mot="sans changer leur"
def evenements_publiables(evenements):
    return evenements.assign(id=[f"EV-{i}" for i in range(len(evenements))])

# %% faux_valideurs_connus tient=forme visibles=forme,quelque_chose,aucun_brouillon grave famille=rien_publie mot="n'en annonce aucune"
def evenements_publiables(evenements):
    return evenements[evenements["valide_par"].isin(["service culture", "responsable de la salle"])]

# %% faux_lieux_connus tient=forme visibles=tout famille=rien_publie mot="n'en annonce aucune"
LIEUX = ["théâtre municipal", "médiathèque", "kiosque du parc", "salle des fêtes", "musée", "halle du marché"]


def evenements_publiables(evenements):
    return evenements[evenements["lieu"].isin(LIEUX) & (evenements["visibilite"] == "public")]

# %% faux_une_de_moins tient=forme,quelque_chose,vie_privee,rien_d_interne,aucun_brouillon famille=sorties_perdues mot="1 sortie perdue"
def evenements_publiables(evenements):
    return evenements[(evenements["visibilite"] == "public") & (evenements["valide_par"] != "")].iloc[1:]

# %% triche_noter_redefini tient=forme,quelque_chose grave famille=vie_privee_envoyee mot="On ne peut pas reprendre un message"
def evenements_publiables(evenements):
    return evenements


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 2.0
