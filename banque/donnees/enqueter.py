# %% [markdown] corrige=juste_corrige
# Par les taux
#
# Le jour où la part de refus est la plus forte, puis le motif le plus fréquent de ses refus.

# %% [markdown] corrige=juste_corrige_autrement
# En partant de ce qu'a dit Gaspard
#
# Ce que personne n'a ouvert, le logiciel le ferme : on cherche d'abord les lignes sans agent. La file et le ticket
# redonnent le jour parce que le logiciel les donne selon le jour.

# %% [markdown] idee_recue=faux_mercredi_en_dur
# Écrire « mercredi » dans la fonction, puisque c'est le mercredi.
#
# Tout paraît juste ici, et vous gardez 2 points sur 4 : dans une autre mairie, la panne tombe un autre jour, et la
# fonction y désigne des familles à qui il n'est rien arrivé.

# %% faux_accuser_les_familles tient=forme,jour grave famille=mauvais_motif mot="L'accuser détourne"
def enqueter(archives):
    # les familles du mercredi déposent mal : il manque toujours quelque chose
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    return {"jour": jour, "motif": "DOSSIER INCOMPLET", "substituts": ["type_famille", "parents_actifs"]}

# %% faux_choisir_les_familles tient=forme,jour grave famille=mauvais_motif mot="L'accuser détourne"
enqueter = choisir(
    "donnees.enqueter",
    jour="plus_fort_taux",
    motif="dossier_incomplet",
    substituts=["type_famille", "assurance_valide"],
)

# %% faux_colonne_mal_ecrite tient=forme,jour,motif grave famille=substitut_oublie mot="vérifiez son nom"
def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[(archives["jour_depot"] == jour) & (archives["decision"] == "refuse")]["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code de file", "num_ticket"]}

# %% faux_jour_depot_seulement tient=forme,jour,motif,personne_accuse_a_tort grave famille=substitut_oublie mot="Il reste des colonnes"
def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[(archives["jour_depot"] == jour) & (archives["decision"] == "refuse")]["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["jour_depot"]}

# %% faux_jour_le_moins_charge tient=forme,substituts_trouves,personne_accuse_a_tort grave famille=mauvais_jour mot="restent hors de l'enquête"
def enqueter(archives):
    # le jour où il n'y a presque personne
    jour = archives["jour_depot"].value_counts().idxmin()
    refus_du_jour = archives[(archives["jour_depot"] == jour) & (archives["decision"] == "refuse")]
    motif = refus_du_jour["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket"]}

# %% faux_mercredi_en_dur tient=forme,substituts_trouves,personne_accuse_a_tort visibles=tout grave=ailleurs famille=mauvais_jour mot="restent hors de l'enquête"
def enqueter(archives):
    motif = archives[archives["instruit_par"] == ""]["motif"].mode()[0]
    return {"jour": "mercredi", "motif": motif, "substituts": ["code_file", "num_ticket"]}

# %% faux_motif_inconnu tient=forme,jour,substituts_trouves,personne_accuse_a_tort grave famille=mauvais_motif mot="Aucun refus de l'archive ne porte le motif"
def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    return {"jour": jour, "motif": "FERMETURE AUTO", "substituts": ["code_file", "num_ticket"]}

# %% faux_motif_d_ailleurs tient=forme,jour,substituts_trouves,personne_accuse_a_tort grave famille=mauvais_motif mot="dès que quelqu'un ouvre leur dossier"
def enqueter(archives):
    refus = archives[archives["decision"] == "refuse"]
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    motif = refus[refus["jour_depot"] != jour]["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket"]}

# %% faux_motif_en_colonne tient=rien famille=forme mot="Series"
def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[archives["jour_depot"] == jour]["motif"].mode()
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket"]}

# %% faux_motif_en_dur tient=forme,jour,substituts_trouves,personne_accuse_a_tort visibles=tout grave=ailleurs famille=mauvais_motif mot="CLOTURE AUTO HORS PERMANENCE"
def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    return {"jour": jour, "motif": "CLOTURE AUTO HORS PERMANENCE", "substituts": ["code_file", "num_ticket"]}

# %% faux_motif_vide tient=forme,jour,substituts_trouves,personne_accuse_a_tort grave famille=mauvais_motif mot="acceptés"
def enqueter(archives):
    jour = archives.decision.eq("refuse").groupby(archives.jour_depot).mean().idxmax()
    return {"jour": jour, "motif": "", "substituts": ["code_file", "num_ticket"]}

# %% faux_predire_le_mercredi tient=forme,jour,motif,personne_accuse_a_tort visibles=tout grave=ailleurs famille=substitut_oublie mot="les mêmes familles"
def enqueter(archives):
    sans_agent = archives[archives["instruit_par"] == ""]
    colonnes = ["canal", "code_file", "num_ticket", "heure", "age"]
    substituts = [c for c in colonnes if predire_le_jour(archives, [c]) > 0.9]
    return {
        "jour": sans_agent["jour_depot"].mode()[0],
        "motif": sans_agent["motif"].mode()[0],
        "substituts": substituts,
    }

# %% faux_situation_de_famille tient=forme,jour,motif,substituts_trouves grave famille=colonne_accusee_a_tort mot="du côté des familles"
def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[(archives["jour_depot"] == jour) & (archives["decision"] == "refuse")]["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket", "type_famille"]}

# %% faux_toutes_les_colonnes tient=forme,jour,motif,substituts_trouves grave famille=colonne_accusee_a_tort mot="ne redonne pas le jour"
def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[(archives["jour_depot"] == jour) & (archives["decision"] == "refuse")]["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": list(archives.columns)}

# %% faux_trois_valeurs tient=rien famille=forme mot="dictionnaire"
def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[archives["jour_depot"] == jour]["motif"].mode()[0]
    return jour, motif, ["code_file", "num_ticket"]

# %% faux_un_seul_substitut tient=forme,jour,motif,personne_accuse_a_tort grave famille=substitut_oublie mot="Il reste une colonne"
def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[(archives["jour_depot"] == jour) & (archives["decision"] == "refuse")]["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code_file"]}

# %% juste_choisir tient=tout
def enqueter(archives):
    """{"jour": "…", "motif": "…", "substituts": ["…", …]}"""
    # VOTRE CODE ICI
    ...


# Sans code : exécutez options("donnees.enqueter"), puis retirez le # de la ligne suivante et complétez-la.
enqueter = choisir(
    "donnees.enqueter",
    jour="plus_fort_taux",
    motif="personne_n_a_instruit",
    substituts=["code_file", "num_ticket"],
)

# %% juste_personne_n_a_instruit tient=tout
def enqueter(archives):
    # Gaspard l'a dit : le logiciel ferme ce que personne n'a ouvert
    sans_agent = archives.query("instruit_par == ''")
    return {
        "motif": sans_agent["motif"].value_counts().idxmax(),
        "jour": sans_agent["jour_depot"].value_counts().idxmax(),
        "substituts": {"num_ticket", "code_file", "motif", "instruit_par"},
    }

# %% juste_predire tient=tout
def enqueter(archives):
    taux = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean()
    jour = taux.sort_values().index[-1]
    ce_jour = archives.loc[archives["jour_depot"].eq(jour) & archives["decision"].eq("refuse")]
    candidates = ["heure", "canal", "code_file", "num_ticket", "age", "activite", "type_famille", "quotient_familial"]
    trahison = pd.Series({c: predire_le_jour(archives, [c], jour=jour) for c in candidates})
    motif = ce_jour["motif"].value_counts().index[0]
    return {"jour": jour, "motif": motif, "substituts": trahison[trahison > 0.9].index}

# %% juste_taux_et_mode tient=tout
def enqueter(archives):
    """{"jour": "…", "motif": "…", "substituts": ["…", …]}"""
    refuse = archives["decision"] == "refuse"
    jour = refuse.groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[refuse & (archives["jour_depot"] == jour)]["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket"]}

# %% triche_dictionnaire_menteur tient=rien famille=forme mot="il manque"
class Constats(dict):
    """Répond ce que l'on veut entendre, quelle que soit la question."""

    def __getitem__(self, cle):
        return self

    def __eq__(self, autre):
        return True

    def __contains__(self, cle):
        return True


def enqueter(archives):
    return Constats()

# %% triche_noter_redefini tient=forme,substituts_trouves,personne_accuse_a_tort visibles=tout grave=ailleurs famille=mauvais_jour mot="restent hors de l'enquête"
def enqueter(archives):
    motif = archives[archives["instruit_par"] == ""]["motif"].mode()[0]
    return {"jour": "mercredi", "motif": motif, "substituts": ["code_file", "num_ticket"]}


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 2.0

# %% faux_canal_en_plus tient=forme,jour,motif,substituts_trouves grave famille=colonne_accusee_a_tort mot="presque à coup sûr"
def enqueter(archives):
    jour = archives.groupby("jour_depot")["decision"].apply(lambda d: (d == "refuse").mean()).idxmax()
    motif = archives[(archives["jour_depot"] == jour) & (archives["instruit_par"] == "")]["motif"].mode().iloc[0]
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket", "canal"]}

# %% juste_corrige tient=tout
def enqueter(archives):
    refuse = archives["decision"] == "refuse"
    jour = refuse.groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[refuse & (archives["jour_depot"] == jour)]["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket"]}

# %% juste_corrige_autrement tient=tout
def enqueter(archives):
    sans_agent = archives[archives["instruit_par"] == ""]
    jour = sans_agent["jour_depot"].mode()[0]
    colonnes = ["canal", "heure", "age", "activite", "code_file", "num_ticket", "type_famille"]
    return {
        "jour": jour,
        "motif": sans_agent["motif"].mode()[0],
        "substituts": [c for c in colonnes if predire_le_jour(archives, [c], jour=jour) > 0.9],
    }
