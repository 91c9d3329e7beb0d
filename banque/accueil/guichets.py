# %% [markdown] corrige=juste_groupby
# Une moyenne de vrai et de faux
#
# La comparaison donne vrai ou faux à chaque ligne ; regroupée par guichet, sa moyenne est une part.

# %% [markdown] corrige=juste_sans_code
# Sans code, la même chose
#
# On divise les refus d'un guichet par les demandes de ce guichet, et de lui seul.

# %% [markdown] idee_recue=faux_compter_les_refus
# Compter les refus de chaque guichet.
#
# Vous gardez 0,5 point sur 1 : le guichet le plus fréquenté paraît le pire, et les deux personnes refusées par un
# petit guichet, sur deux venues, disparaissent.

# %% juste_boucle_arrondie tient=tout
def part_de_refus(demandes):
    parts = {}
    for guichet in demandes["guichet"].unique():
        d = demandes[demandes["guichet"] == guichet]
        parts[guichet] = round(len(d[d["decision"] == "refuse"]) / len(d), 2)
    return parts

# %% juste_groupby tient=tout
def part_de_refus(demandes):
    return (demandes["decision"] == "refuse").groupby(demandes["guichet"]).mean()

# %% juste_sans_code tient=tout
part_de_refus = choisir("accueil.guichets", calcul="part_du_guichet")

# %% juste_tableau_remis_a_plat tient=tout
def part_de_refus(demandes):
    demandes["refus"] = demandes["decision"] == "refuse"
    return demandes.groupby("guichet")["refus"].mean().reset_index()

# %% faux_acceptations tient=forme,aucun_guichet_oublie famille=acceptations mot='La colonne `decision` vaut "accepte" ou'
def part_de_refus(demandes):
    return (demandes["decision"] == "accepte").groupby(demandes["guichet"]).mean()

# %% faux_affiche tient=rien famille=forme mot="`part_de_refus` affiche un résultat, mai"
def part_de_refus(demandes):
    print((demandes["decision"] == "refuse").groupby(demandes["guichet"]).mean())

# %% faux_compter_les_refus tient=forme,aucun_guichet_oublie famille=compter_au_lieu_de_rapporter mot="Rapportez les refus de chaque guichet à"
def part_de_refus(demandes):
    return (demandes["decision"] == "refuse").groupby(demandes["guichet"]).sum()

# %% faux_deux_lignes_par_guichet tient=rien famille=forme mot="`part_de_refus` renvoie plusieurs lignes"
def part_de_refus(demandes):
    return demandes.groupby("guichet")["decision"].value_counts(normalize=True)

# %% faux_en_dur tient=forme visibles=tout famille=guichet_oublie mot="lisez leurs noms dans la colonne"
def part_de_refus(demandes):
    return {"hôtel de ville": 0.5, "marché": 0.0, "médiathèque": 1.0}

# %% faux_guichet_sans_refus_oublie tient=forme,part_du_guichet famille=guichet_oublie mot="Un guichet sans aucun refus a aussi sa p"
def part_de_refus(demandes):
    refus = demandes[demandes["decision"] == "refuse"].groupby("guichet").size()
    return refus / demandes.groupby("guichet").size()

# %% faux_moyenne_de_la_ville tient=forme,aucun_guichet_oublie famille=part_fausse mot="Prenez ce guichet à la main, sur les dix"
def part_de_refus(demandes):
    moyenne = (demandes["decision"] == "refuse").mean()
    return {guichet: moyenne for guichet in demandes["guichet"].unique()}

# %% faux_part_de_la_liste tient=forme famille=guichet_oublie mot="Un guichet sans aucun refus a aussi sa p"
def part_de_refus(demandes):
    return demandes[demandes["decision"] == "refuse"]["guichet"].value_counts(normalize=True)

# %% faux_part_de_la_ville tient=forme,aucun_guichet_oublie famille=part_de_tous_les_refus mot="Le total à diviser est celui du guichet"
def part_de_refus(demandes):
    refus = (demandes["decision"] == "refuse").groupby(demandes["guichet"]).sum()
    return refus / refus.sum()

# %% faux_pourcentages tient=forme,aucun_guichet_oublie famille=pourcentages mot="La même chose, sans multiplier par 100."
def part_de_refus(demandes):
    return 100 * (demandes["decision"] == "refuse").groupby(demandes["guichet"]).mean()

# %% faux_sans_code_nombre tient=forme,aucun_guichet_oublie famille=compter_au_lieu_de_rapporter mot="Rapportez les refus de chaque guichet à"
part_de_refus = choisir("accueil.guichets", calcul="nombre")

# %% faux_refuse_avec_accent tient=forme famille=guichet_oublie mot="un refus s'écrit « refuse », sans accent"
def part_de_refus(demandes):
    refus = demandes[demandes["decision"] == "refusé"]
    return refus.groupby("guichet").size() / len(demandes)

# %% faux_tableau_croise tient=rien famille=forme mot="`part_de_refus` renvoie un tableau de 2"
def part_de_refus(demandes):
    return demandes.groupby(["guichet", "decision"]).size().unstack(fill_value=0)

# %% triche_nan tient=forme famille=guichet_oublie mot="a sa part, un nombre"
def part_de_refus(demandes):
    return {guichet: float("nan") for guichet in demandes["guichet"]}

# %% triche_vide tient=forme famille=guichet_oublie mot="ne compte aucun guichet"
def part_de_refus(demandes):
    return {}
