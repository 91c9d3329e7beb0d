# %% [markdown] corrige=juste_corrige
# Chaque jour, comparé à la ville
#
# Parmi les dossiers recevables, par semaine et par jour ; un groupe minuscule ne déclenche rien.

# %% [markdown] corrige=juste_corrige_autrement
# Chaque jour, comparé aux autres jours de la semaine
#
# Plus long à écrire, et plus facile à expliquer à la personne qui recevra l'alerte.

# %% [markdown] idee_recue=faux_moyenne_de_la_ville
# Surveiller la moyenne de la ville, semaine après semaine.
#
# Vous gardez 0,25 point sur 1 : un jour perd plus de dix points, la moyenne bouge à peine, et rien ne s'allume. Les
# familles de ce jour-là sont seules à le voir.

# %% juste_ecart_a_la_ville tient=tout
def surveiller(decisions):
    """Les alertes : un DataFrame avec les colonnes `semaine` et `jour_depot`."""
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()

    suspects = (groupes["mean"] <= accepte.mean() - 0.10) & (groupes["size"] >= 20)
    return groupes.loc[suspects, ["semaine", "jour_depot"]]

# %% juste_semaines_d_avant tient=tout
def surveiller(decisions):
    recevables = decisions.query("recevable").assign(ok=lambda t: t["decision"].eq("accepter"))
    parts = recevables.pivot_table(index="semaine", columns="jour_depot", values="ok", aggfunc=["mean", "count"])
    part, effectif = parts["mean"], parts["count"]
    chute = part.expanding().mean().shift() - part
    alertes = (chute >= 0.1) & (effectif > 10)
    return alertes.stack().loc[lambda s: s].reset_index()[["semaine", "jour_depot"]]

# %% juste_autres_jours tient=tout
def surveiller(decisions):
    alertes = []
    bons = decisions[decisions["recevable"]]
    for semaine, lignes in bons.groupby("semaine"):
        for jour, du_jour in lignes.groupby("jour_depot"):
            autres = lignes[lignes["jour_depot"] != jour]
            part = (du_jour["decision"] == "accepter").mean()
            ailleurs = (autres["decision"] == "accepter").mean()
            if len(du_jour) >= 30 and ailleurs - part >= 0.10:
                alertes.append({"semaine": semaine, "jour_depot": jour, "part": part})
    return pd.DataFrame(alertes)

# %% juste_index_du_groupby tient=tout
def surveiller(decisions):
    bons = decisions[decisions["recevable"]]
    table = bons.assign(a=bons["decision"] == "accepter").groupby(["semaine", "jour_depot"])["a"].agg(["mean", "count"])
    grands = table[table["count"] >= 25]
    return grands[grands["mean"] < grands["mean"].median() - 0.1]

# %% faux_moyenne_de_la_ville tient=forme famille=chute_invisible mot="rien ne s'allume"
def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    par_semaine = accepte.groupby(recevables["semaine"]).mean()
    mauvaises = par_semaine[par_semaine <= accepte.mean() - 0.10].index
    alertes = recevables[recevables["semaine"].isin(mauvaises)]
    return alertes[["semaine", "jour_depot"]].drop_duplicates()

# %% faux_seuil_fixe tient=forme,chute_vue,petits_groupes visibles=tout famille=crier_au_loup mot="comparez"
def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()

    return groupes[(groupes["mean"] < 0.90) & (groupes["size"] >= 20)][["semaine", "jour_depot"]]

# %% faux_petits_groupes tient=forme,chute_vue,silence_si_calme famille=petit_groupe mot="un seul de plus ou de moins"
def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()

    return groupes[groupes["mean"] <= accepte.mean() - 0.10]

# %% faux_tous_les_dossiers tient=forme,chute_vue famille=crier_au_loup mot="vérifie tout pour rien"
def surveiller(decisions):
    accepte = decisions["decision"] == "accepter"
    groupes = accepte.groupby([decisions["semaine"], decisions["jour_depot"]]).agg(["mean", "size"]).reset_index()
    suspects = (groupes["mean"] <= accepte.mean() - 0.10) & (groupes["size"] >= 20)
    return groupes.loc[suspects, ["semaine", "jour_depot"]]

# %% juste_moyenne_des_jours tient=tout
def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()

    groupes["moyenne"] = groupes.groupby("semaine")["mean"].transform("mean")
    return groupes[(groupes["mean"] <= groupes["moyenne"] - 0.10) & (groupes["size"] >= 20)]

# %% faux_seulement_le_mercredi tient=forme famille=chute_invisible mot="rien ne s'allume"
def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()

    mercredis = groupes[groupes["jour_depot"] == "mercredi"]
    return mercredis[mercredis["mean"] <= accepte.mean() - 0.10][["semaine", "jour_depot"]]

# %% faux_compter_les_refus tient=forme famille=chute_invisible mot="Aucune alerte rendue"
def surveiller(decisions):
    # plus de dix refus le même jour
    refus = decisions[decisions["decision"] == "refuser"].groupby(["semaine", "jour_depot"]).size()
    return refus[refus > 10].reset_index()

# %% faux_tout_signaler tient=forme,chute_vue famille=crier_au_loup mot="vérifie tout pour rien"
def surveiller(decisions):
    return decisions[["semaine", "jour_depot"]].drop_duplicates()

# %% faux_liste_de_couples tient=rien famille=forme mot="une liste"
def surveiller(decisions):
    part = decisions[decisions["recevable"]].groupby(["semaine", "jour_depot"])["decision"].apply(
        lambda d: (d == "accepter").mean()
    )
    return list(part[part < part.mean() - 0.1].index)

# %% faux_sans_la_semaine tient=rien famille=forme mot="semaine"
def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    part = (recevables["decision"] == "accepter").groupby(recevables["jour_depot"]).mean()
    return part[part <= part.mean() - 0.02].reset_index()

# %% triche_noter_redefini tient=forme,chute_vue famille=crier_au_loup mot="vérifie tout pour rien"
def surveiller(decisions):
    return decisions[["semaine", "jour_depot"]].drop_duplicates()


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 1.0

# %% triche_egal_a_tout tient=rien famille=forme mot="DataFrame"
class Alertes:
    empty = True

    def __eq__(self, autre):
        return True

    def __contains__(self, autre):
        return True

    __hash__ = object.__hash__


def surveiller(decisions):
    return Alertes()

# %% faux_tout_si_chute tient=forme,chute_vue,petits_groupes famille=crier_au_loup mot="vérifie tout pour rien"
def surveiller(decisions):
    r = decisions[decisions["recevable"]]
    g = r["decision"].eq("accepter").groupby([r["semaine"], r["jour_depot"]]).agg(["mean", "size"]).reset_index()
    g = g[g["size"] >= 20]
    chute = (g["mean"] <= g["mean"].median() - 0.10).any()
    return g[["semaine", "jour_depot"]] if chute else g.iloc[:0][["semaine", "jour_depot"]]

# %% faux_vingt_points tient=forme famille=chute_invisible mot="rien ne s'allume"
def surveiller(decisions):
    r = decisions[decisions["recevable"]]
    g = r["decision"].eq("accepter").groupby([r["semaine"], r["jour_depot"]]).agg(["mean", "size"]).reset_index()

    g = g[g["size"] >= 20]
    return g.loc[g["mean"] <= g["mean"].median() - 0.20, ["semaine", "jour_depot"]]

# %% faux_jamais tient=forme famille=chute_invisible mot="Aucune alerte rendue"
def surveiller(decisions):
    r = decisions[decisions["recevable"]]
    ok = r["decision"].eq("accepter")
    g = ok.groupby([r["semaine"], r["jour_depot"]]).agg(["mean", "size"]).reset_index()
    return g.iloc[:0]

# %% faux_cinq_points tient=forme,chute_vue,petits_groupes famille=crier_au_loup mot="niveau habituel"
def surveiller(decisions):
    r = decisions[decisions["recevable"]]
    ok = r["decision"].eq("accepter")
    g = ok.groupby([r["semaine"], r["jour_depot"]]).agg(["mean", "size"]).reset_index()
    return g[(g["size"]>=20)&(g["mean"]<=ok.mean()-0.05)]

# %% faux_pire_jour tient=forme,chute_vue,petits_groupes famille=crier_au_loup mot="vérifie tout pour rien"
def surveiller(decisions):
    r = decisions[decisions["recevable"]]
    ok = r["decision"].eq("accepter")
    g = ok.groupby([r["semaine"], r["jour_depot"]]).agg(["mean", "size"]).reset_index()
    return g[g["size"]>=20].sort_values("mean").head(1)

# %% faux_cent_dossiers tient=forme famille=chute_invisible mot="rien ne s'allume"
def surveiller(decisions):
    r = decisions[decisions["recevable"]]
    ok = r["decision"].eq("accepter")
    g = ok.groupby([r["semaine"], r["jour_depot"]]).agg(["mean", "size"]).reset_index()
    return g[(g["size"]>=100)&(g["mean"]<=ok.mean()-0.10)]

# %% juste_deux_semaines tient=tout
def surveiller(decisions):
    """Une alerte quand le même jour est bas deux semaines de suite : la seconde semaine."""
    bons = decisions[decisions["recevable"]]
    habituel = (bons["decision"] == "accepter").mean()
    bas, alertes = set(), []
    for (semaine, jour), lignes in bons.groupby(["semaine", "jour_depot"]):
        if len(lignes) >= 20 and (lignes["decision"] == "accepter").mean() <= habituel - 0.10:
            bas.add((semaine, jour))
            if (semaine - 1, jour) in bas:
                alertes.append((semaine, jour))
    return pd.DataFrame(alertes, columns=["semaine", "jour_depot"])

# %% juste_intervalle tient=tout
def surveiller(decisions):
    """Dix points sous la médiane, et hors de ce que fait le hasard (deux écarts types)."""
    bons = decisions.query("recevable")
    parts = bons.assign(ok=bons["decision"].eq("accepter")).groupby(["semaine", "jour_depot"])["ok"].agg(["mean", "size"])
    parts = parts[parts["size"] >= 20]
    habituel = parts["mean"].median()
    hasard = (habituel * (1 - habituel) / parts["size"]) ** 0.5
    baisse = habituel - parts["mean"]
    return parts[(baisse >= 0.10) & (baisse > 2 * hasard)].reset_index()[["semaine", "jour_depot"]]

# %% juste_corrige tient=tout
def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()
    suspects = (groupes["mean"] <= accepte.mean() - 0.10) & (groupes["size"] >= 20)
    return groupes.loc[suspects, ["semaine", "jour_depot"]]

# %% juste_corrige_autrement tient=tout
def surveiller(decisions):
    alertes = []
    recevables = decisions[decisions["recevable"]]
    for semaine, lignes in recevables.groupby("semaine"):
        for jour, du_jour in lignes.groupby("jour_depot"):
            autres = lignes[lignes["jour_depot"] != jour]
            part = (du_jour["decision"] == "accepter").mean()
            ailleurs = (autres["decision"] == "accepter").mean()
            if len(du_jour) >= 20 and ailleurs - part >= 0.10:
                alertes.append({"semaine": semaine, "jour_depot": jour})
    return pd.DataFrame(alertes, columns=["semaine", "jour_depot"])
