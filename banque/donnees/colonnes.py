# %% [markdown] corrige=juste_corrige
# Une colonne par règle
#
# Cinq règles, cinq colonnes, cinq phrases que l'on pourrait dire à un parent.

# %% [markdown] corrige=juste_corrige_choisir
# Sans écrire de phrases
#
# Les mêmes cinq colonnes, choisies dans la liste.

# %% [markdown] idee_recue=faux_tout_garder
# Tout donner à la machine, qui saura bien trier.
#
# Vous gardez 1 point sur 2 : le jour revient par la file et le ticket, et la machine sait ce que la mairie n'a pas à
# savoir pour répondre (revenus, santé, travail des parents).

# %% juste_cinq_regles tient=tout
COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
        "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
        "dans_les_delais": "vérifier que la demande est arrivée à temps",
        "pieces_fournies": "vérifier que le dossier a assez de pièces",
        "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
    }
)

# %% juste_avec_l_activite tient=tout
utiles = ["age", "scolarise_commune", "pieces_fournies", "assurance_valide", "dans_les_delais"]
COLONNES = {c: "appliquer la règle sur " + c for c in utiles}
COLONNES["activite"] = "L'activité demandée"

# %% juste_choisir tient=tout
COLONNES = (
    # VOTRE CODE ICI
    ...
)
# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("donnees.colonnes").
COLONNES = choisir(
    "donnees.colonnes",
    garder=["age", "scolarise_commune", "pieces_fournies", "assurance_valide", "dans_les_delais"],
)

# %% faux_tout_garder tient=forme,finalites_dites,colonnes_suffisantes grave famille=le_jour_revient mot="devine le jour"
# plus la machine en sait, mieux elle décide
COLONNES = {colonne: "connaître le dossier, colonne " + colonne for colonne in archives.columns}

# %% faux_avec_le_jour tient=forme,finalites_dites,colonnes_suffisantes,connu_au_depot grave famille=le_jour_revient mot="devine le jour"
COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
        "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
        "dans_les_delais": "vérifier que la demande est arrivée à temps",
        "pieces_fournies": "vérifier que le dossier a assez de pièces",
        "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
        "jour_depot": "savoir quel jour la famille est venue",
    }
)

# %% faux_avec_la_file tient=forme,finalites_dites,colonnes_suffisantes,connu_au_depot grave famille=le_jour_revient mot="devine le jour"
COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
        "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
        "dans_les_delais": "vérifier que la demande est arrivée à temps",
        "pieces_fournies": "vérifier que le dossier a assez de pièces",
        "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
        "code_file": "savoir par quelle file elle est passée",
        "num_ticket": "retrouver son ticket",
    }
)

# %% faux_choisir_la_file tient=forme,finalites_dites,colonnes_suffisantes,connu_au_depot grave famille=le_jour_revient mot="devine le jour"
COLONNES = choisir(
    "donnees.colonnes",
    garder=["age", "scolarise_commune", "pieces_fournies", "assurance_valide", "dans_les_delais", "code_file"],
)

# %% faux_au_cas_ou tient=forme,finalites_dites,colonnes_suffisantes,jour_introuvable,connu_au_depot grave famille=donnees_sensibles mot="les revenus de la famille"
COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
        "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
        "dans_les_delais": "vérifier que la demande est arrivée à temps",
        "pieces_fournies": "vérifier que le dossier a assez de pièces",
        "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
        "quotient_familial": "au cas où, pour les tarifs",
        "pai_allergie": "prévoir les repas de l'enfant",
    }
)

# %% faux_priorite_au_travail tient=forme,finalites_dites,colonnes_suffisantes,jour_introuvable,connu_au_depot grave famille=donnees_sensibles mot="critère illégal"
COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
        "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
        "dans_les_delais": "vérifier que la demande est arrivée à temps",
        "pieces_fournies": "vérifier que le dossier a assez de pièces",
        "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
        "parents_actifs": "servir d'abord les parents qui travaillent",
    }
)

# %% faux_sans_les_delais tient=forme,finalites_dites,jour_introuvable,rien_de_sensible,connu_au_depot grave famille=colonne_necessaire_absente mot="hors du règlement"
COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
        "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
        "pieces_fournies": "vérifier que le dossier a assez de pièces",
        "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
    }
)

# %% faux_seulement_l_age tient=forme,finalites_dites,jour_introuvable,rien_de_sensible,connu_au_depot grave famille=colonne_necessaire_absente mot="hors du règlement"
COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
    }
)

# %% faux_rien_d_utile tient=forme,finalites_dites,jour_introuvable,rien_de_sensible grave famille=recevables_refuses mot="ce serait un refus"
COLONNES = (
    {
        "prenom": "saluer la famille par son prénom",
        "num_dossier": "retrouver le dossier papier",
    }
)

# %% faux_le_motif tient=forme,finalites_dites,colonnes_suffisantes,jour_introuvable,rien_de_sensible grave famille=connue_apres_coup mot="aveugle au guichet"
COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
        "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
        "dans_les_delais": "vérifier que la demande est arrivée à temps",
        "pieces_fournies": "vérifier que le dossier a assez de pièces",
        "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
        "motif": "apprendre des motifs de refus",
    }
)

# %% faux_la_fratrie tient=forme,finalites_dites,colonnes_suffisantes,jour_introuvable,rien_de_sensible grave famille=identite mot="désigne une personne"
COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
        "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
        "dans_les_delais": "vérifier que la demande est arrivée à temps",
        "pieces_fournies": "vérifier que le dossier a assez de pièces",
        "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
        "id_famille": "retrouver les frères et sœurs",
    }
)

# %% faux_finalite_muette tient=forme,colonnes_suffisantes,jour_introuvable,rien_de_sensible,connu_au_depot famille=finalite_muette mot="à un parent qui le demande"
COLONNES = (
    {
        "age": "utile",
        "scolarise_commune": "utile",
        "dans_les_delais": "utile",
        "pieces_fournies": "utile",
        "assurance_valide": "utile",
    }
)

# %% faux_finalite_recopiee tient=forme,colonnes_suffisantes,jour_introuvable,rien_de_sensible,connu_au_depot famille=finalite_recopiee mot="La même phrase"
COLONNES = (
    {
        "age": "instruire le dossier de l'enfant",
        "scolarise_commune": "instruire le dossier de l'enfant",
        "dans_les_delais": "instruire le dossier de l'enfant",
        "pieces_fournies": "instruire le dossier de l'enfant",
        "assurance_valide": "instruire le dossier de l'enfant",
    }
)

# %% faux_liste tient=rien famille=forme mot="dictionnaire"
COLONNES = ["age", "scolarise_commune", "pieces_fournies", "assurance_valide", "dans_les_delais"]

# %% faux_colonne_inconnue tient=rien famille=forme mot="n'est pas une colonne"
COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
        "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
        "dans_les_delais": "vérifier que la demande est arrivée à temps",
        "pieces_fournies": "vérifier que le dossier a assez de pièces",
        "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
        "naissance": "calculer l'âge de l'enfant",
    }
)

# %% faux_dictionnaire_vide tient=rien famille=forme mot="à tout le monde"
COLONNES = {}

# %% triche_noter_redefini tient=forme,finalites_dites,colonnes_suffisantes grave famille=le_jour_revient mot="devine le jour"
COLONNES = {colonne: "connaître le dossier, colonne " + colonne for colonne in archives.columns}


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 2.0

# %% triche_dictionnaire_menteur tient=forme,colonnes_suffisantes grave famille=finalite_recopiee mot="La même phrase"
class Colonnes(dict):
    """Montre cinq colonnes au juge et toutes à la machine."""

    def items(self):
        return [("age", "vérifier l'âge de l'enfant")]


COLONNES = Colonnes({c: "connaître le dossier" for c in archives.columns})

# %% faux_heure tient=forme,finalites_dites,colonnes_suffisantes,jour_introuvable,connu_au_depot famille=colonne_inutile mot="aucune des cinq règles"
COLONNES = {
    "age": "vérifier l'âge, de 3 à 11 ans", "scolarise_commune": "vérifier l'école de la commune",
    "dans_les_delais": "vérifier la date limite", "pieces_fournies": "vérifier les quatre pièces", "assurance_valide": "vérifier l'assurance",
    "heure": "savoir si le dossier a été déposé pendant l'ouverture",
}

# %% juste_corrige tient=tout
COLONNES = {
    "age": "vérifier que l'enfant a l'âge de l'activité",
    "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
    "dans_les_delais": "vérifier que la demande est arrivée à temps",
    "pieces_fournies": "vérifier que le dossier a assez de pièces",
    "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
}

# %% juste_corrige_choisir tient=tout
COLONNES = choisir(
    "donnees.colonnes",
    garder=["age", "scolarise_commune", "pieces_fournies", "assurance_valide", "dans_les_delais"],
)
