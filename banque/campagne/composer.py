# %% [markdown] corrige=juste_une_sortie
# Une sortie, pour un goût déclaré
#
# La première sortie dont le thème est dans les goûts déclarés ; sinon la première de l'agenda.

# %% [markdown] corrige=juste_corrige
# Deux sorties, et les goûts comme raison
#
# Deux sorties au plus tiennent en deux SMS ; « vous avez dit aimer » ne se dit qu'à qui a déclaré quelque chose.

# %% [markdown] idee_recue=faux_nom_et_age
# Saluer par le nom et l'âge, pour faire personnel.
#
# Vous gardez 1 point sur 2 : l'âge et le nom ont été donnés pour un acte, et quiconque lit l'écran par-dessus une
# épaule les apprend.

# %% juste_boucle tient=tout
def composer(personne, evenements):
    message = ["ville", "bonjour"]
    for rang in range(len(evenements)):
        if evenements.iloc[rang]["theme"] in personne["interets"]:
            message.append(evenements.iloc[rang]["id"])
            break
    else:
        message.append(evenements.iloc[-1]["id"])
    message += ["ailleurs", "accord", "stop"]
    return tuple(message)

# %% juste_choisir tient=tout
composer = choisir("campagne.composer", pour="gouts_declares", dire=["expediteur", "raison", "stop"])

# %% juste_deux_sorties tient=tout
def composer(personne, evenements):
    aimes = set(personne["interets"].replace(" ", "").split(","))
    fiches = evenements.to_dict("records")
    retenues = [f["id"] for f in fiches if f["theme"] in aimes][:2] or [fiches[0]["id"]]
    return ["bonjour", "ville"] + retenues + ["accord", "stop"]

# %% juste_generateur tient=tout
def composer(personne, evenements):
    yield "Mairie"
    aimees = evenements[[t in personne["interets"].split(", ") for t in evenements["theme"]]]
    yield from (aimees if len(aimees) else evenements)["id"].head(1)
    yield "Accord"
    yield "Stop"

# %% juste_les_gouts_pour_raison tient=tout
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "gouts" if personne["interets"] else "accord", "stop"]

# %% juste_lettre_polie tient=tout
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["bonjour_prenom", "ville", sortie["id"], "accord", "stop", "merci", "belle_sortie"]

# %% juste_tiree_au_sort tient=tout
import random


def composer(personne, evenements):
    gouts = personne["interets"].split(", ")
    possibles = list(evenements.loc[evenements["theme"].isin(gouts), "id"]) or list(evenements["id"])
    return ["mairie", random.choice(possibles), "accord", "stop"]

# %% juste_une_sortie tient=tout
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "stop"]

# %% faux_accord_suivi tient=forme,annonce,gouts,rien_d_autre,longueur grave famille=raison_fausse mot="suivi de votre dossier"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "suivi", "stop"]

# %% faux_affiche tient=rien famille=forme mot="print"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    print(["mairie", sortie["id"], "accord", "stop"])

# %% faux_agenda_general tient=forme,annonce,pourquoi,longueur famille=gouts_ignores mot="On a demandé à cette personne ce"
def composer(personne, evenements):
    sortie = evenements.iloc[0]
    return ["mairie", sortie["id"], "accord", "stop"]

# %% faux_autre_mois tient=rien famille=forme mot="n'est pas une phrase"
def composer(personne, evenements):
    return ["mairie", "EV-0000", "accord", "stop"]

# %% faux_choisir_nom_et_age tient=forme,annonce,gouts,pourquoi,longueur grave famille=donnee_d_ailleurs mot="et quiconque lit cet écran par-dessus"
composer = choisir("campagne.composer", pour="gouts_declares", dire=["expediteur", "raison", "stop", "nom_et_age"])

# %% faux_choisir_premiere tient=forme,annonce,pourquoi,longueur famille=gouts_ignores mot="On a demandé à cette personne ce"
composer = choisir("campagne.composer", pour="premiere", dire=["expediteur", "raison", "stop"])

# %% faux_choisir_sans_stop tient=forme,annonce,gouts,rien_d_autre,longueur grave famille=sans_stop mot="Dire non doit être aussi facile que"
composer = choisir("campagne.composer", pour="gouts_declares", dire=["expediteur", "raison"])

# %% faux_choisir_tout tient=forme,annonce,gouts,rien_d_autre,pourquoi famille=trop_long mot="Un lecteur d'écran le lira jusqu'au"
composer = choisir("campagne.composer", pour="tout", dire=["expediteur", "raison", "stop"])

# %% faux_dernier_choix_selon_le_handicap tient=forme,annonce,gouts,pourquoi,longueur grave famille=donnee_d_ailleurs mot="et quiconque lit cet écran par-dessus"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[-1 if personne["handicap"] else 0]
    return ["mairie", sortie["id"], "accord", "stop"]

# %% faux_dernieres_places tient=forme,annonce,gouts,pourquoi,longueur grave famille=sans_source mot="qui pourra le tenir"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "dernieres_places", "stop"]

# %% faux_ecrire_au_maire tient=forme,annonce,gouts,rien_d_autre,longueur grave famille=sans_stop mot="Dire non doit être aussi facile que"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "ecrire_au_maire"]

# %% faux_gouts_jamais_dits tient=forme,annonce,gouts,rien_d_autre,longueur grave famille=raison_fausse mot="Vous avez dit aimer"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "gouts", "stop"]

# %% faux_gratuit tient=forme,annonce,gouts,pourquoi,longueur grave famille=sans_source mot="qui pourra le tenir"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "gratuit", "stop"]

# %% faux_les_deux_accords tient=forme,annonce,gouts,rien_d_autre,longueur grave famille=raison_fausse mot="C'est une raison inventée"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "suivi", "stop"]

# %% faux_message_vide tient=rien famille=forme mot="au moins"
def composer(personne, evenements):
    return []

# %% faux_nom_et_age tient=forme,annonce,gouts,pourquoi,longueur grave famille=donnee_d_ailleurs mot="et quiconque lit cet écran par-dessus"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", "nom_et_naissance", sortie["id"], "accord", "stop"]

# %% faux_numero_en_plus tient=forme,annonce,gouts,pourquoi,longueur grave famille=donnee_d_ailleurs mot="et quiconque lit cet écran par-dessus"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "numero_donne", "stop"]

# %% faux_parce_que_garderie tient=forme,annonce,gouts,longueur grave famille=donnee_d_ailleurs mot="et quiconque lit cet écran par-dessus"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "numero_donne", "stop"]

# %% faux_place_reservee tient=forme,annonce,gouts,pourquoi,longueur grave famille=sans_source mot="Votre place est réservée"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "reservee", "stop"]

# %% faux_quotient tient=forme,annonce,gouts,pourquoi,longueur grave famille=donnee_d_ailleurs mot="et quiconque lit cet écran par-dessus"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "quotient", "stop"]

# %% faux_repondez_oui tient=forme,annonce,gouts,pourquoi,longueur grave famille=sans_source mot="Répondez OUI pour venir"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "repondez_oui", "stop"]

# %% faux_rien_sans_gout tient=forme famille=rien_d_annonce mot="Son téléphone a sonné pour"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    if len(choisies) == 0:
        return ["mairie", "accord", "stop"]
    sortie = choisies.iloc[0]
    return ["mairie", sortie["id"], "accord", "stop"]

# %% faux_sans_expediteur tient=forme,annonce,gouts,rien_d_autre,longueur famille=sans_expediteur mot="ou on y voit une"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return [sortie["id"], "accord", "stop"]

# %% faux_sans_raison tient=forme,annonce,gouts,rien_d_autre,longueur famille=sans_raison mot="rien ne rappelle ce que cette personne"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "stop"]

# %% faux_sans_reponse tient=forme,annonce,gouts,pourquoi,longueur grave famille=sans_source mot="qui pourra le tenir"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "sans_reponse", "stop"]

# %% faux_sans_sortie tient=forme famille=rien_d_annonce mot="Son téléphone a sonné pour"
def composer(personne, evenements):
    return ["mairie", "bonjour", "accord", "stop"]

# %% faux_sans_stop tient=forme,annonce,gouts,rien_d_autre,longueur grave famille=sans_stop mot="Dire non doit être aussi facile que"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord"]

# %% faux_sans_strip tient=forme,annonce,rien_d_autre,pourquoi,longueur famille=gouts_ignores mot="avait déclaré ses goûts"
def composer(personne, evenements):
    gouts = personne["interets"].split(",")
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "stop"]

# %% faux_selon_l_age tient=forme,annonce,pourquoi,longueur grave famille=gouts_ignores mot="On a demandé à cette personne ce"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    if personne["naissance"] > "1995":
        choisies = evenements.iloc[::-1]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "stop"]

# %% faux_selon_le_dossier tient=forme,annonce,pourquoi,longueur grave famille=gouts_ignores mot="On a demandé à cette personne ce"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    if "périscolaire" in personne["base_origine"]:
        gouts = ["atelier"]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "stop"]

# %% faux_texte tient=rien famille=forme mot="renvoie un texte"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return f"Mairie : {sortie['titre']}. Vous avez accepté l'agenda culturel. STOP"

# %% faux_titre_au_lieu_de_l_id tient=rien famille=forme mot="n'est pas une phrase"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["titre"], "accord", "stop"]

# %% faux_tout_l_agenda tient=forme,annonce,gouts,rien_d_autre,pourquoi famille=trop_long mot="Un lecteur d'écran le lira jusqu'au"
def composer(personne, evenements):
    return ["mairie", *evenements["id"], "accord", "stop"]

# %% faux_trop_poli tient=forme,annonce,gouts,rien_d_autre,pourquoi famille=trop_long mot="Un lecteur d'écran le lira jusqu'au"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    return ["mairie", *(choisies if len(choisies) else evenements)["id"].head(4), "accord", "stop", "merci", "ailleurs"]

# %% faux_vos_enfants tient=forme,annonce,gouts,pourquoi,longueur grave famille=sans_source mot="qui pourra le tenir"
def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "venez_avec", "stop"]

# %% triche_premier_message_pour_tous tient=forme,annonce,pourquoi,longueur famille=gouts_ignores mot="On a demandé à cette personne ce"
def composer(personne, evenements):
    return ["mairie", evenements["id"].iloc[0], "accord", "stop"]

# %% triche_selon_l_appel tient=forme,annonce,gouts,pourquoi,longueur famille=message_au_hasard mot="et le message n'est pas deux fois le"
def composer(personne, evenements):
    composer.appels = getattr(composer, "appels", 0) + 1
    suite = [] if composer.appels < 19 else ["merci"]
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "stop", *suite]

# %% triche_toutes_les_phrases tient=forme,annonce,gouts grave famille=donnee_d_ailleurs mot="et quiconque lit cet écran par-dessus"
from chatmairie.echecs.campagne.mecanisme import PHRASES


def composer(personne, evenements):
    return [*PHRASES, *evenements["id"]]

# %% juste_corrige tient=tout
def composer(personne, evenements):
    aimes = set(personne["interets"].replace(" ", "").split(","))
    fiches = evenements.to_dict("records")
    retenues = [f["id"] for f in fiches if f["theme"] in aimes][:2] or [fiches[0]["id"]]
    pourquoi = "gouts" if personne["interets"] else "accord"
    return ["bonjour", "ville"] + retenues + [pourquoi, "stop", "belle_sortie"]
