# %% [markdown] corrige=juste_corrige
# Une moyenne de vrai et de faux
#
# La moyenne d'une colonne de vrai ou faux est une part ; on la prend groupe par groupe.

# %% [markdown] corrige=juste_corrige_autrement
# Un tableau croisé
#
# Le même calcul, avec toutes les décisions d'un coup ; chaque ligne fait 1.

# %% [markdown] idee_recue=faux_compter_les_refus
# Compter les refus de chaque groupe.
#
# Vous gardez 0,25 point sur 1 : le groupe le plus nombreux paraît le plus maltraité, et un petit groupe refusé
# presque en entier passe inaperçu.

# %% faux_acceptations tient=forme famille=acceptations mot="acceptations"
def taux_de_refus(archives, par):
    return (archives["decision"] == "accepte").groupby(archives[par]).mean()

# %% faux_affiche tient=rien famille=forme mot="print"
def taux_de_refus(archives, par):
    for groupe, lignes in archives.groupby(par):
        print(groupe, (lignes["decision"] == "refuse").mean())

# %% faux_colonne_inexistante tient=rien famille=erreur mot="refus"
def taux_de_refus(archives, par):
    return archives.groupby(par)["refus"].mean()

# %% faux_compter_les_refus tient=forme famille=compter_au_lieu_de_rapporter mot="comptez"
def taux_de_refus(archives, par):
    refuses = archives[archives["decision"] == "refuse"]
    return refuses.groupby(par).size()

# %% faux_moyenne_de_la_ville tient=forme famille=taux_faux mot="Prenez ce groupe à la main"
def taux_de_refus(archives, par):
    moyenne = (archives["decision"] == "refuse").mean()
    return pd.Series(moyenne, index=archives[par].unique())

# %% faux_oublie_return tient=rien famille=forme mot="return"
def taux_de_refus(archives, par):
    # la dernière ligne s'affiche, comme dans une cellule
    (archives["decision"] == "refuse").groupby(archives[par]).mean()

# %% faux_part_de_tous_les_refus tient=forme famille=part_de_tous_les_refus mot="pas celui de la ville"
def taux_de_refus(archives, par):
    refuses = archives[archives["decision"] == "refuse"]
    return refuses[par].value_counts(normalize=True)

# %% faux_pourcentages tient=forme famille=pourcentages mot="sans multiplier"
def taux_de_refus(archives, par):
    return round((archives["decision"] == "refuse").groupby(archives[par]).mean() * 100, 1)

# %% faux_refus_pour_un_accepte tient=forme famille=taux_faux mot="Prenez ce groupe à la main"
def taux_de_refus(archives, par):
    refuses = archives[archives["decision"] == "refuse"].groupby(par).size()
    acceptes = archives[archives["decision"] == "accepte"].groupby(par).size()
    return refuses / acceptes

# %% faux_tableau tient=rien famille=forme mot="DataFrame"
def taux_de_refus(archives, par):
    archives["refus"] = archives["decision"] == "refuse"
    return archives.groupby(par).agg({"refus": "mean"})

# %% faux_toujours_par_jour tient=forme,par_jour famille=groupes_absents mot="groupes"
def taux_de_refus(archives, par):
    return (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean()

# %% faux_un_seul_argument tient=rien famille=erreur mot="reçoit plus de valeurs"
def taux_de_refus(archives):
    return (archives.decision == "refuse").groupby(archives["jour_depot"]).mean()

# %% juste_boucle_arrondie tient=tout
def taux_de_refus(archives, par):
    taux = {}
    for groupe in archives[par].unique():
        dossiers = archives[archives[par] == groupe]
        refus = len(dossiers[dossiers["decision"] == "refuse"])
        taux[groupe] = round(refus / len(dossiers), 2)
    return pd.Series(taux)

# %% juste_crosstab tient=tout
def taux_de_refus(archives, par):
    """Part des dossiers refusés dans chaque groupe, avec un tableau croisé."""
    tableau = pd.crosstab(archives[par], archives["decision"], normalize="index")
    return tableau["refuse"].sort_values(ascending=False)

# %% juste_groupby tient=tout
def taux_de_refus(archives, par):
    """Part des dossiers refusés dans chaque groupe de la colonne `par` : une Series de nombres entre 0 et 1."""
    return (archives["decision"] == "refuse").groupby(archives[par]).mean()

# %% juste_query_en_place tient=tout
def taux_de_refus(archives, par):
    archives["compte"] = 1
    refus = archives.query("decision == 'refuse'").groupby(par)["compte"].sum()
    tous = archives.groupby(par)["compte"].sum()
    return (refus / tous).fillna(0)

# %% triche_egal_a_tout tient=rien famille=forme mot="Series"
class ToujoursJuste:
    """Égal à tout, plus petit que tout, différent de rien."""

    def __eq__(self, autre):
        return True

    def __lt__(self, autre):
        return True

    __le__ = __gt__ = __ge__ = __lt__
    __hash__ = object.__hash__

    def __getattr__(self, nom):
        return lambda *a, **k: self

    def __sub__(self, autre):
        return 0


def taux_de_refus(archives, par):
    return ToujoursJuste()

# %% triche_noter_redefini tient=forme famille=compter_au_lieu_de_rapporter mot="comptez"
def taux_de_refus(archives, par):
    return (archives["decision"] == "refuse").groupby(archives[par]).sum()


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 1.0

# %% triche_sous_classe tient=rien famille=forme mot="Serie"
class Serie(pd.Series):
    def items(self):
        return []

    def __eq__(self, autre):
        return True


def taux_de_refus(archives, par):
    return Serie([0.5], index=["tout"])

# %% juste_corrige tient=tout
def taux_de_refus(archives, par):
    return (archives["decision"] == "refuse").groupby(archives[par]).mean()

# %% juste_corrige_autrement tient=tout
def taux_de_refus(archives, par):
    tableau = pd.crosstab(archives[par], archives["decision"], normalize="index")
    return tableau["refuse"]
