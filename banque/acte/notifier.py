# %% [markdown] corrige=juste_neutre
# Une phrase et un lien
#
# Le message dit qu'il y a du nouveau ; la suite se lit après s'être identifié. Le journal garde de quoi retrouver la
# demande, et une fin.

# %% [markdown] corrige=juste_avec_le_type
# Un message par événement
#
# Le type de l'événement peut changer la phrase, jamais l'existence de la personne.

# %% [markdown] idee_recue=faux_prenom_pour_rester_humain
# Mettre le prénom dans le message, pour rester humain.
#
# Vous gardez 0,5 point sur 1 : le message s'affiche sur un écran que d'autres regardent, et il dit qui attend un
# acte.

# %% juste_avec_le_type tient=tout
def notifier(evenement):
    textes = {
        "demande_recue": "Une demande a été reçue. Vous n'en êtes pas à l'origine ?",
        "acte_pret": "Un document vous attend.",
        "demande_refusee": "Une réponse vous attend.",
    }
    return textes[evenement["type"]] + " Connectez-vous : " + evenement["lien_espace"]


def journaliser(evenement):
    ligne = {}
    ligne["demande_id"] = evenement["demande_id"]
    ligne["type"] = evenement["type"]
    ligne["date"] = evenement["date"]
    ligne["version"] = "regles-3"
    ligne["jours_de_garde"] = 90.0
    return ligne

# %% juste_choisir tient=tout
notifier, journaliser = choisir(
    "acte.notifier",
    message="neutre",
    journal=["demande_id", "type", "date"],
    garde="un_an",
)

# %% juste_neutre tient=tout
def notifier(evenement):
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% juste_relisez tient=tout
def notifier(evenement):
    return f"Relisez votre dossier, il y a du nouveau : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_affiche tient=rien famille=forme mot="affiche un résultat"
def notifier(evenement):
    print(f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}")


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_choisir_deboguer tient=forme,message_sans_donnee famille=journal_bavard mot="en clair"
notifier, journaliser = choisir(
    "acte.notifier",
    message="neutre",
    journal=["demande_id", "type", "date", "courriel"],
    garde="un_an",
)

# %% faux_choisir_existe tient=forme,journal_sobre famille=oracle mot="n'est pas le même"
notifier, journaliser = choisir(
    "acte.notifier",
    message="existe",
    journal=["demande_id", "type", "date"],
    garde="un_an",
)

# %% faux_choisir_prenom tient=forme,journal_sobre famille=message_bavard mot="écran partagé"
notifier, journaliser = choisir(
    "acte.notifier",
    message="prenom",
    journal=["demande_id", "type", "date"],
    garde="un_an",
)

# %% faux_choisir_toujours tient=forme,message_sans_donnee,journal_sobre famille=garde_sans_fin mot="sera effacée"
notifier, journaliser = choisir(
    "acte.notifier",
    message="neutre",
    journal=["demande_id", "type", "date"],
    garde="toujours",
)

# %% faux_date_a_la_francaise tient=forme,message_sans_donnee famille=journal_bavard mot="en clair"
def notifier(evenement):
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    annee, mois, jour = evenement["date_naissance"].split("-")
    ligne = {cle: evenement[cle] for cle in ("demande_id", "type", "date")}
    return ligne | {"jours_de_garde": 365, "qui": f"né le {jour}/{mois}/{annee}"}

# %% faux_garder_toujours tient=forme,message_sans_donnee,journal_sobre famille=garde_sans_fin mot="sera effacée"
def notifier(evenement):
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 36500}

# %% faux_initiales tient=forme,journal_sobre famille=message_bavard mot="change avec la personne"
def notifier(evenement):
    initiales = evenement["prenom"][0] + evenement["nom"][0]
    return f"{initiales}, du nouveau sur une démarche. Connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_journal_debut_du_courriel tient=forme,message_sans_donnee famille=journal_bavard mot="en clair"
def notifier(evenement):
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {
        "qui": evenement["courriel"].split("@")[0],
        "jours_de_garde": 365,
    }

# %% faux_journal_texte tient=rien famille=forme mot="dictionnaire"
def notifier(evenement):
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return f"{evenement['demande_id']} {evenement['type']}"

# %% faux_journal_vide tient=forme,message_sans_donnee famille=journal_inutile mot="retrouver la demande"
def notifier(evenement):
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {"jours_de_garde": 365}

# %% faux_le_code tient=forme,journal_sobre famille=message_bavard mot="écran partagé"
def notifier(evenement):
    return f"Votre code : {evenement['code']}. Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_lien_seul tient=forme,journal_sobre famille=message_muet mot="ne peut rien faire"
def notifier(evenement):
    return evenement["lien_espace"]


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_message_vide tient=forme,journal_sobre famille=message_muet mot="ne peut rien faire"
def notifier(evenement):
    return ""


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_oracle tient=forme,journal_sobre famille=oracle mot="n'est pas le même"
def notifier(evenement):
    if not evenement["personne_existe"]:
        return "Aucun acte à ce nom. Vérifiez sur " + evenement["lien_espace"]
    return "Il y a du nouveau sur une démarche : " + evenement["lien_espace"]


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_prenom_pour_rester_humain tient=forme,journal_sobre famille=message_bavard mot="écran partagé"
def notifier(evenement):
    return f"Bonjour {evenement['prenom']}, il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_sans_duree tient=forme,message_sans_donnee,journal_sobre famille=garde_sans_fin mot="sera effacée"
def notifier(evenement):
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")}

# %% faux_sans_lien tient=forme,journal_sobre famille=message_muet mot="ne peut rien faire"
def notifier(evenement):
    return "Il y a du nouveau sur une démarche. Passez nous voir."


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_tout_dans_l_objet tient=forme,journal_sobre famille=message_bavard mot="écran partagé"
def notifier(evenement):
    return f"Acte de {evenement['prenom']} {evenement['nom']}, {evenement['date_naissance']}. Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_tout_le_journal tient=forme,message_sans_donnee famille=journal_bavard mot="en clair"
def notifier(evenement):
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return dict(evenement) | {"jours_de_garde": 365}

# %% triche_lettres_espacees tient=forme,journal_sobre famille=message_bavard mot="écran partagé"
def notifier(evenement):
    return " ".join(evenement["nom"]) + f" : il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_empreinte_du_telephone tient=forme,message_sans_donnee famille=journal_bavard mot="leurs lignes diffèrent"
import hashlib


def notifier(evenement):
    return f"Il y a du nouveau dans votre espace : {evenement['lien_espace']}"


def journaliser(evenement):
    ligne = {cle: evenement[cle] for cle in ("demande_id", "type", "date")}
    return ligne | {"jours_de_garde": 365, "qui": hashlib.sha256(evenement["telephone"].encode()).hexdigest()}

# %% faux_empreinte_salee tient=forme,message_sans_donnee famille=journal_au_hasard mot="noté deux fois"
import hashlib
import secrets


def notifier(evenement):
    return f"Il y a du nouveau dans votre espace : {evenement['lien_espace']}"


def journaliser(evenement):
    ligne = {cle: evenement[cle] for cle in ("demande_id", "type", "date")}
    return ligne | {"jours_de_garde": 365, "qui": hashlib.sha256((secrets.token_hex(2) + evenement["nom"]).encode()).hexdigest()}

# %% faux_mineur_au_journal tient=forme,message_sans_donnee famille=journal_bavard mot="leurs lignes diffèrent"
def notifier(evenement):
    return f"Il y a du nouveau dans votre espace : {evenement['lien_espace']}"


def journaliser(evenement):
    ligne = {cle: evenement[cle] for cle in ("demande_id", "type", "date")}
    return ligne | {"jours_de_garde": 365, "mineur": evenement["date_naissance"] > "2007"}

# %% faux_usage_sans_numero tient=forme,message_sans_donnee famille=journal_bavard mot="leurs lignes diffèrent"
def notifier(evenement):
    return f"Il y a du nouveau dans votre espace : {evenement['lien_espace']}"


def journaliser(evenement):
    ligne = {cle: evenement[cle] for cle in ("demande_id", "type", "date")}
    return ligne | {"jours_de_garde": 365, "usage": evenement["motif"].split(" n°")[0]}

# %% faux_garde_selon_l_age tient=forme,message_sans_donnee famille=journal_bavard mot="leurs lignes diffèrent"
def notifier(evenement):
    return f"Il y a du nouveau dans votre espace : {evenement['lien_espace']}"


def journaliser(evenement):
    ligne = {cle: evenement[cle] for cle in ("demande_id", "type", "date")}
    return ligne | {"jours_de_garde": 30 if evenement["date_naissance"] < "1950" else 365}

# %% faux_pret_pour_tous tient=forme,journal_sobre famille=message_faux mot="n'est pas arrivé"
def notifier(evenement):
    return f"Votre acte est prêt : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_lien_en_dur tient=forme,journal_sobre famille=message_muet mot="ne peut rien faire"
def notifier(evenement):
    return "Il y a du nouveau sur une démarche. Connectez-vous : https://mairie.example/espace"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% faux_formule_au_hasard tient=forme,journal_sobre famille=message_au_hasard mot="prévenu deux fois"
import random


def notifier(evenement):
    bonjour = random.choice(["Bonjour", "Madame, Monsieur", "Chère habitante, cher habitant"])
    return f"{bonjour}, du nouveau dans votre espace : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}

# %% juste_selon_l_evenement tient=tout
PHRASES = {
    "demande_recue": "Votre demande a été reçue",
    "acte_pret": "Votre document est prêt",
    "demande_refusee": "Une réponse vous attend",
}


def notifier(evenement):
    return PHRASES[evenement["type"]] + ". La suite dans votre espace : " + evenement["lien_espace"]


def journaliser(evenement):
    ligne = dict(service="état civil", jours_de_garde=90)
    for cle in ["demande_id", "type", "date"]:
        ligne[cle] = evenement[cle]
    return ligne
