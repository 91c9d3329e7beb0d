# %% [markdown] corrige=juste_corrige
# Ligne par ligne, avec `.loc`
#
# Une ligne sans agent n'est pas une décision ; un refus du critère abandonné en est une, mais illégale. Le reste est
# gardé, et le dernier passage d'une demande est celui que l'agent a décidé.

# %% [markdown] corrige=juste_corrige_autrement
# Par les motifs du règlement
#
# Le règlement ne connaît que quatre motifs de refus. Tout autre motif vient d'ailleurs : on l'écarte, en le recopiant
# dans la raison.

# %% [markdown] idee_recue=faux_motif_en_dur
# Reconnaître les clôtures à leur motif, « CLOTURE AUTO HORS PERMANENCE ».
#
# Tout paraît juste ici, et vous gardez 2 points sur 4 : dans une autre mairie le logiciel écrit autre chose, et des
# centaines de dossiers que personne n'a lus restent dans l'archive comme des refus.

# %% faux_cases_vides tient=forme_ecarter,raisons_lisibles,forme_rapprocher,decision_retenue grave famille=cause_en_partie_la mot="personne n'a lu leur dossier"
def ecarter(archives):
    table = archives.assign(raison_ecart="")
    table.loc[archives.isna().any(axis=1), "raison_ecart"] = "ligne incomplète"
    return table


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_choisir_tout_le_jour tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,raisons_lisibles,forme_rapprocher,decision_retenue grave famille=jour_entier_perdu mot="avec tout le jour"
ecarter, rapprocher = choisir(
    "donnees.ecarter", lignes=["tout_le_jour", "critere_abandonne"], doubles="derniere_vraie_decision"
)

# %% faux_deux_dernieres_annees tient=forme_ecarter,regle_abrogee_ecartee,raisons_lisibles,forme_rapprocher,decision_retenue grave famille=cause_en_partie_la mot="personne n'a lu leur dossier"
def ecarter(archives):
    # les vieilles lignes sont les mauvaises
    archives["raison_ecart"] = ""
    archives.loc[archives["annee"] < 2023, "raison_ecart"] = "trop ancien"
    return archives


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_dossiers_incomplets tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,raisons_lisibles,forme_rapprocher,decision_retenue grave famille=vraies_decisions_perdues mot="un agent a lu leur dossier et décidé"
def ecarter(archives):
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["motif"] == "DOSSIER INCOMPLET", "raison_ecart"] = "il manquait des pièces"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_doubles_gardes tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,vraies_decisions_gardees,raisons_lisibles,forme_rapprocher grave famille=encore_en_double mot="deux lignes pour la même demande"
def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    return table[table["raison_ecart"] == ""]

# %% faux_enfants_de_trois_ans tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,raisons_lisibles,forme_rapprocher,decision_retenue grave famille=groupe_perdu mot="âge"
def ecarter(archives):
    t = archives.assign(raison_ecart="")
    t.loc[t.instruit_par == "", "raison_ecart"] = "personne n'a lu"
    t.loc[t.motif == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal"
    t.loc[t.age == 3, "raison_ecart"] = "trop jeune pour juger"
    return t


def rapprocher(table):
    return table[table.raison_ecart == ""].drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_mercredi_en_dur tient=forme_ecarter,regle_abrogee_ecartee,raisons_lisibles,forme_rapprocher,decision_retenue visibles=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,raisons_lisibles,forme_rapprocher,decision_retenue grave famille=cause_encore_la mot="personne n'a lu leur dossier"
def ecarter(archives):
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["jour_depot"] == "mercredi", "raison_ecart"] = "déposé un mercredi"
    return table


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_motif_en_dur tient=forme_ecarter,regle_abrogee_ecartee,vraies_decisions_gardees,raisons_lisibles,forme_rapprocher,decision_retenue visibles=tout grave=ailleurs famille=cause_encore_la mot="personne n'a lu leur dossier"
def ecarter(archives):
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["motif"] == "CLOTURE AUTO HORS PERMANENCE", "raison_ecart"] = "clos par le logiciel"
    return table


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_oublie_le_critere tient=forme_ecarter,clotures_ecartees,vraies_decisions_gardees,raisons_lisibles,forme_rapprocher,decision_retenue grave famille=critere_illegal_encore_la mot="ne travaillaient pas"
def ecarter(archives):
    table = archives.assign(raison_ecart="")
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_premiere_ligne tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,vraies_decisions_gardees,raisons_lisibles,forme_rapprocher grave famille=enfants_perdus mot="Elle est oubliée"
def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    return table.drop_duplicates(["id_enfant", "activite", "annee"], keep="first")

# %% faux_premiere_ligne_sans_raison tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,vraies_decisions_gardees,raisons_lisibles,forme_rapprocher grave famille=ligne_ecartee_retenue mot="vous retenez une ligne"
def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    uniques = table.drop_duplicates(["id_enfant", "activite", "annee"])
    return uniques.drop(columns="raison_ecart")

# %% faux_raison_en_code tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,vraies_decisions_gardees,forme_rapprocher,decision_retenue famille=raison_muette mot="ne dira rien à la famille"
def ecarter(archives):
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "R2"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "R1"
    return table


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_raison_vrai_faux tient=forme_rapprocher,decision_retenue famille=forme mot="autre chose que du texte"
def ecarter(archives):
    archives["raison_ecart"] = (archives["instruit_par"] == "") | (archives["motif"] == "PARENTS SANS ACTIVITE")
    return archives


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_rapprocher_en_vrai_faux tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,vraies_decisions_gardees,raisons_lisibles famille=forme mot="ne sont plus du texte"
def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    vraies = table[table["raison_ecart"] == ""].drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    return vraies.assign(decision=vraies["decision"] == "accepte")

# %% faux_rapprocher_pas_ecrite tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,vraies_decisions_gardees,raisons_lisibles famille=forme mot="n'est pas encore écrite"
def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    # VOTRE CODE ICI
    ...

# %% faux_supprimer_les_lignes tient=forme_rapprocher,decision_retenue famille=forme mot="sans dire pourquoi"
def ecarter(archives):
    return archives[(archives["instruit_par"] != "") & (archives["motif"] != "PARENTS SANS ACTIVITE")]


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_tout_accepter tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,vraies_decisions_gardees,raisons_lisibles grave famille=decision_changee mot="n'est pas celle que l'agent a prise"
def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    # on répare : tous ces enfants méritaient une place
    vraies = table[table["raison_ecart"] == ""].drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    return vraies.assign(decision="accepte")

# %% faux_tout_garder tient=forme_ecarter,forme_rapprocher,decision_retenue grave famille=cause_encore_la mot="l'archive entière est prise pour vraie"
def ecarter(archives):
    # ce sont de vraies archives : rien à écarter
    return archives.assign(raison_ecart="")


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_une_ligne_par_enfant tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,vraies_decisions_gardees,raisons_lisibles,forme_rapprocher grave famille=enfants_perdus mot="deux activités"
def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    return table[table["raison_ecart"] == ""].drop_duplicates("id_enfant", keep="last")

# %% juste_choisir tient=tout
def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    # VOTRE CODE ICI
    ...


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    # VOTRE CODE ICI
    ...


# Sans code : exécutez options("donnees.ecarter"), puis retirez le # de la ligne suivante et complétez-la.
ecarter, rapprocher = choisir(
    "donnees.ecarter", lignes=["personne_n_a_instruit", "critere_abandonne"], doubles="derniere_vraie_decision"
)

# %% juste_depuis_2021 tient=tout
def ecarter(archives):
    raisons = []
    for ligne in archives.itertuples():
        if ligne.instruit_par == "":
            raisons.append("aucun agent n'a instruit")
        elif ligne.annee <= 2020:
            raisons.append("décidé avec l'ancien critère")
        else:
            raisons.append("")
    archives["raison_ecart"] = raisons
    return archives


def rapprocher(table):
    # les lignes écartées restent, avec leur raison ; parmi les autres, une par demande
    gardee = table["raison_ecart"] == ""
    uniques = table[gardee].drop_duplicates(subset=["annee", "id_enfant", "activite"])
    return pd.concat([uniques, table[~gardee]])

# %% juste_loc tient=tout
def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% juste_np_select_en_place tient=tout
import numpy as np


def ecarter(archives):
    archives["raison_ecart"] = np.select(
        [archives["instruit_par"].str.strip() == "", archives["motif"].str.contains("PARENTS")],
        ["personne n'a lu ce dossier", "règle illégale"],
        default="",
    )
    return archives.sort_values("jour_depot").reset_index(drop=True)


def rapprocher(table):
    table = table.query("raison_ecart == ''").sort_values("num_dossier")
    return table.groupby(["id_enfant", "activite", "annee"]).tail(1)

# %% juste_par_les_motifs tient=tout
MOTIFS_DU_REGLEMENT = ["", "AGE", "HORS COMMUNE", "HORS DELAI", "DOSSIER INCOMPLET"]


def ecarter(archives):
    raison = archives["motif"].apply(
        lambda m: None if m in MOTIFS_DU_REGLEMENT else f"motif absent du règlement : {m.lower()}"
    )
    return archives.assign(raison_ecart=raison, vu_le="22/11")


def rapprocher(table):
    vraies = table[table["raison_ecart"] == ""]
    return vraies.groupby(["id_enfant", "activite", "annee"]).last()

# %% triche_noter_redefini tient=forme_ecarter,forme_rapprocher,decision_retenue grave famille=cause_encore_la mot="personne n'a lu leur dossier"
def ecarter(archives):
    return archives.assign(raison_ecart="")


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 3.0

# %% triche_table_menteuse tient=rien famille=forme mot="DataFrame"
class Table(pd.DataFrame):
    """Une table qui dit contenir tout ce qu'on lui demande."""

    def __len__(self):
        return 2000

    def __contains__(self, colonne):
        return True


def ecarter(archives):
    return Table(archives)


def rapprocher(table):
    return Table(table)

# %% faux_inverse_tout tient=forme_rapprocher,decision_retenue grave famille=decision_changee mot="n'est pas celle que l'agent a prise"
def ecarter(archives):
    t = archives.copy()
    t["raison_ecart"] = ""
    t.loc[t["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère abandonné"
    t.loc[t["instruit_par"] == "", "raison_ecart"] = "fermé par le logiciel"
    t["decision"] = t["decision"].map({"accepte": "refuse", "refuse": "accepte"})
    return t


def rapprocher(table):
    return table[table["raison_ecart"] == ""].drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% faux_rapprocher_inverse tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,vraies_decisions_gardees,raisons_lisibles grave famille=decision_changee mot="n'est pas celle que l'agent a prise"
def ecarter(archives):
    t = archives.assign(raison_ecart="")
    t.loc[t["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné"
    t.loc[t["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel, sans agent"
    return t


def rapprocher(table):
    v = table[table["raison_ecart"] == ""]
    v = v.assign(decision=v["decision"].map({"accepte":"refuse","refuse":"accepte"}))
    v = v.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    return v

# %% faux_trois_ans_refuses tient=forme_rapprocher,decision_retenue grave famille=decision_changee mot="n'est pas celle"
def ecarter(archives):
    t = archives.assign(raison_ecart="")
    t.loc[t["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné"
    t.loc[t["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel, sans agent"
    t.loc[t["age"] == 3, "decision"] = "refuse"
    return t


def rapprocher(table):
    v = table[table["raison_ecart"] == ""]
    v = v.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    return v

# %% faux_age_melange tient=forme_rapprocher,decision_retenue grave famille=archive_changee mot="son sort n'est plus le même"
def ecarter(archives):
    t = archives.assign(raison_ecart="")
    t.loc[t["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné"
    t.loc[t["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel, sans agent"
    t["age"] = t["age"].sample(frac=1, random_state=0).to_numpy()
    return t


def rapprocher(table):
    v = table[table["raison_ecart"] == ""]
    v = v.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    return v

# %% faux_rapprocher_trois_ans_perdus tient=forme_ecarter,clotures_ecartees,regle_abrogee_ecartee,vraies_decisions_gardees,raisons_lisibles,forme_rapprocher grave famille=enfants_perdus mot="Elle est oubliée"
def ecarter(archives):
    t = archives.assign(raison_ecart="")
    t.loc[t["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné"
    t.loc[t["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel, sans agent"
    return t


def rapprocher(table):
    v = table[table["raison_ecart"] == ""]
    v = v[v["age"] != 3]
    v = v.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    return v

# %% faux_deux_colonnes tient=forme_rapprocher,decision_retenue famille=forme mot="il manque"
def ecarter(archives):
    t = archives.assign(raison_ecart="")
    t.loc[t["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné"
    t.loc[t["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel, sans agent"
    t = t[["num_dossier", "raison_ecart"]]
    return t


def rapprocher(table):
    v = table[table["raison_ecart"] == ""]
    v = v.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    return v

# %% juste_dictionnaires tient=tout
def ecarter(archives):
    """Une classe de raisons, ligne par ligne, sans condition de pandas."""
    raisons = {}
    for numero, agent, motif in zip(archives["num_dossier"], archives["instruit_par"], archives["motif"], strict=True):
        if not agent:
            raisons[numero] = "fermé le soir par le logiciel"
        elif motif == "PARENTS SANS ACTIVITE":
            raisons[numero] = "critère illégal, abandonné en 2021"
    return archives.assign(raison_ecart=archives["num_dossier"].map(raisons).fillna(""))


def rapprocher(table):
    vues = {}
    for ligne in table.to_dict("records"):
        if not ligne["raison_ecart"]:
            vues[ligne["id_enfant"], ligne["activite"], ligne["annee"]] = ligne
    return pd.DataFrame(list(vues.values()))

# %% faux_ecriture_muette tient=forme_ecarter,forme_rapprocher,decision_retenue grave famille=cause_encore_la mot="n'a rien changé"
def ecarter(archives):
    t = archives.copy()
    t["raison_ecart"] = ""
    t["raison_ecart"][t["instruit_par"] == ""] = "clos par le logiciel, sans agent"
    t["raison_ecart"][t["motif"] == "PARENTS SANS ACTIVITE"] = "critère illégal abandonné"
    return t


def rapprocher(table):
    v = table[table["raison_ecart"] == ""]
    v = v.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    return v

# %% juste_corrige tient=tout
def ecarter(archives):
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")

# %% juste_corrige_autrement tient=tout
MOTIFS_DU_REGLEMENT = ["", "AGE", "HORS COMMUNE", "HORS DELAI", "DOSSIER INCOMPLET"]


def ecarter(archives):
    ailleurs = ~archives["motif"].isin(MOTIFS_DU_REGLEMENT)
    raison = ("motif absent du règlement : " + archives["motif"]).where(ailleurs, "")
    return archives.assign(raison_ecart=raison)


def rapprocher(table):
    vraies = table[table["raison_ecart"] == ""].sort_values("num_dossier")
    return vraies.groupby(["id_enfant", "activite", "annee"]).tail(1)
