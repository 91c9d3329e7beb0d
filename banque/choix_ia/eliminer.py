# %% [markdown] corrige=juste_corrige_choisir
# Une décision par ligne, sans code
#
# Chaque note a son plancher, une case vide est une question, le souhait de la mairie (former, pouvoir partir) est une
# exigence, et « sans suite » est une réponse.

# %% [markdown] corrige=juste_corrige
# Un masque par exigence
#
# On part de « admise » partout, puis chaque exigence écrit son statut et sa raison. Une case vide n'est jamais plus
# petite qu'un plancher (`NaN < 40` est faux) : elle garde sa question.

# %% [markdown] idee_recue=faux_moyenne
# Comparer au plancher la moyenne des deux notes.
#
# Vous gardez 1,75 point sur 4 : une offre excellente en protection des données et inaccessible est admise. Rayan, qui
# lit l'écran avec un lecteur d'écran, ne pourra pas s'en servir.

# %% faux_case_vide_passe tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=inconnue_admise mot="protégées"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    return table

# %% faux_case_vide_zero tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger,raisons_lisibles grave famille=case_vide_zero mot="structure"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    table[["rgpd_ethique", "accessibilite"]] = table[["rgpd_ethique", "accessibilite"]].fillna(0)
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    return table

# %% faux_choisir_formation_seule tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=prisonniers mot="réversibilité"
eliminer = choisir("choix_ia.eliminer", planchers="chacune", piece_manquante="demander", transfert="formation_seule", si_personne="sans_suite")

# %% faux_choisir_moyenne tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=inaccessible_admise mot="excellente"
eliminer = choisir("choix_ia.eliminer", planchers="moyenne", piece_manquante="demander", transfert="exiger", si_personne="sans_suite")

# %% faux_choisir_moyenne_des_autres tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=inconnue_admise mot="protégées"
eliminer = choisir("choix_ia.eliminer", planchers="chacune", piece_manquante="moyenne_des_autres", transfert="exiger", si_personne="sans_suite")

# %% faux_choisir_plus_de tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger,raisons_lisibles grave famille=au_plancher_eliminee mot="exactement"
eliminer = choisir("choix_ia.eliminer", planchers="plus_de", piece_manquante="demander", transfert="exiger", si_personne="sans_suite")

# %% faux_choisir_repecher tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=repechage mot="règlement"
eliminer = choisir("choix_ia.eliminer", planchers="chacune", piece_manquante="demander", transfert="exiger", si_personne="repecher")

# %% faux_choisir_sans_transfert tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=prisonniers mot="réversibilité"
eliminer = choisir("choix_ia.eliminer", planchers="chacune", piece_manquante="demander", transfert="ignorer", si_personne="sans_suite")

# %% faux_choisir_zero tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger,raisons_lisibles grave famille=case_vide_zero mot="structure"
eliminer = choisir("choix_ia.eliminer", planchers="chacune", piece_manquante="zero", transfert="exiger", si_personne="sans_suite")

# %% faux_en_double tient=forme,bonnes_offres_admises,admises_sans_danger,ni_trop_severe,raisons_lisibles famille=offre_en_double mot="entreprise"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return pd.concat([table, table.head(1)])

# %% faux_exigence_ajoutee tient=forme,toutes_les_offres grave famille=exigence_ajoutee mot="publiées"
def eliminer(offres):
    t = offres.assign(statut="admise", raison="")
    e = (
        (t.rgpd_ethique < 40)
        | (t.accessibilite < 40)
        | (t.environnement < 40)
        | ~t.plan_reversibilite
        | (t.agents_formes_jours < 3)
    )
    m = t[["rgpd_ethique", "accessibilite"]].isna().any(axis=1) & ~e
    t.loc[e, ["statut", "raison"]] = ["eliminee", "plancher non atteint"]
    t.loc[m, ["statut", "raison"]] = ["a_completer", "note manquante"]
    return t

# %% faux_filtre tient=forme,bonnes_offres_admises,admises_sans_danger,ni_trop_severe,raisons_lisibles grave famille=offre_disparue mot="entreprise"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return table[table["statut"] == "admise"]

# %% faux_meme_raison tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger,ni_trop_severe famille=meme_raison mot="entreprises"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", "offre non retenue"]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "offre non retenue"]
    return table

# %% faux_moyenne tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=inaccessible_admise mot="excellente"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "notes trop basses en moyenne": table[["rgpd_ethique", "accessibilite"]].mean(axis=1) < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return table

# %% faux_oublie_return tient=rien famille=forme mot="eliminer"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    table.loc[table["accessibilite"] < PLANCHER, "statut"] = "eliminee"

# %% faux_prix_rejete tient=forme,toutes_les_offres grave famille=bonnes_offres_ecartees mot="entreprise"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    ecarts["prix trop bas"] = table["prix_k_eur"] < 0.8 * table["prix_k_eur"].median()
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return table

# %% faux_raison_fausse tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger,ni_trop_severe famille=meme_raison mot="lisent la même raison"
def eliminer(offres):
    t = offres.assign(statut="admise", raison="")
    e = (t.rgpd_ethique < 40) | (t.accessibilite < 40) | ~t.plan_reversibilite | (t.agents_formes_jours < 3)
    m = t[["rgpd_ethique", "accessibilite"]].isna().any(axis=1) & ~e
    t.loc[e, ["statut", "raison"]] = ["eliminee", "votre note d'accessibilité est insuffisante"]
    t.loc[m, ["statut", "raison"]] = ["a_completer", "note manquante"]
    return t

# %% faux_references_exigees tient=forme,toutes_les_offres grave famille=exigence_ajoutee mot="consultation"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    ecarts["pas assez de références"] = table["references"] < PLANCHER
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return table

# %% faux_repeche tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=repechage mot="règlement"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    if not table["statut"].eq("admise").any():
        table.loc[table["methodo"].idxmax(), ["statut", "raison"]] = ["admise", ""]
    return table

# %% faux_sans_formation tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=agents_non_formes mot="répondre"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return table

# %% faux_sans_raison tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger,ni_trop_severe famille=sans_raison mot="pourquoi"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", ""]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return table

# %% faux_sans_reversibilite tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=prisonniers mot="réversibilité"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return table

# %% faux_statut_inconnu tient=rien famille=forme mot="completer"
def eliminer(offres):
    return offres.assign(statut="peut-être", raison="à voir")

# %% faux_strictement tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger,raisons_lisibles grave famille=au_plancher_eliminee mot="exactement"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] <= PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] <= PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return table

# %% faux_tout_admettre tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=inconnue_admise mot="sans savoir"
def eliminer(offres):
    return offres.assign(statut="admise", raison="")

# %% faux_tout_eliminer tient=forme,toutes_les_offres grave famille=bonnes_offres_ecartees mot="entreprise"
def eliminer(offres):
    return offres.assign(statut="eliminee", raison="aucune offre ne nous convient")

# %% juste_choisir tient=tout mot="Réussi"
eliminer = choisir("choix_ia.eliminer", planchers="chacune", piece_manquante="demander", transfert="exiger", si_personne="sans_suite")

# %% juste_ligne_a_ligne tient=tout mot="Réussi"
def _juger(offre):
    if pd.isna(offre["rgpd_ethique"]) or pd.isna(offre["accessibilite"]):
        return "À compléter", "merci d'envoyer la pièce manquante"
    if offre["rgpd_ethique"] < 40:
        return "Éliminée", "vos garanties sur les données sont insuffisantes"
    if offre["accessibilite"] < 40:
        return "Éliminée", "votre outil n'est pas assez accessible"
    if not offre["plan_reversibilite"]:
        return "Éliminée", "vous ne prévoyez pas notre départ"
    if offre["agents_formes_jours"] < 3:
        return "Éliminée", "vous ne formez pas assez nos agents"
    return "Admise", ""


def eliminer(offres):
    decisions = [_juger(offre) for _, offre in offres.iterrows()]
    return offres.assign(statut=[d[0] for d in decisions], raison=[d[1] for d in decisions])

# %% juste_masques tient=tout mot="Réussi"
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "aucun plan de réversibilité": ~table["plan_reversibilite"].astype(bool),
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return table

# %% triche_noms_en_dur tient=forme,toutes_les_offres grave famille=bonnes_offres_ecartees mot="entreprise"
def eliminer(offres):
    table = offres.assign(statut="eliminee", raison="ce n'est pas ScopIA")
    table.loc[table["nom"].isin(["ScopIA", "MegaConseil"]), ["statut", "raison"]] = ["admise", ""]
    return table

# %% juste_ce_qui_manque_a_chacune tient=tout mot="Réussi"
RAISONS = {
    "rgpd_ethique": "protection des données : {rgpd_ethique} sur 100, il en faut 40",
    "accessibilite": "accessibilité : {accessibilite} sur 100, il en faut 40",
    "plan_reversibilite": "rien n’est prévu pour reprendre nos données à la fin du contrat",
    "agents_formes_jours": "moins de trois jours de formation",
}


def eliminer(offres):
    lignes = []
    for offre in offres.to_dict("records"):
        manque = [c for c in ("rgpd_ethique", "accessibilite") if offre[c] < 40]
        manque += [] if offre["plan_reversibilite"] else ["plan_reversibilite"]
        manque += ["agents_formes_jours"] if offre["agents_formes_jours"] < 3 else []
        vides = [c for c in ("rgpd_ethique", "accessibilite") if pd.isna(offre[c])]
        statut = "eliminee" if manque else "a_completer" if vides else "admise"
        raison = " ; ".join(RAISONS[c] for c in manque) if manque else "Il manque : " + ", ".join(vides) if vides else ""
        lignes.append({**offre, "statut": statut, "raison": raison.format(**offre)})
    return pd.DataFrame(lignes)

# %% faux_lettre_type tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger,ni_trop_severe famille=meme_raison mot="lisent la même raison"
RAISONS = {
    "rgpd_ethique": "Nous avons le regret de ne pas retenir votre offre.",
    "accessibilite": "Nous avons le regret de ne pas retenir votre offre.",
    "plan_reversibilite": "Nous avons le regret de ne pas retenir votre offre.",
    "agents_formes_jours": "Nous avons le regret de ne pas retenir votre offre.",
}


def eliminer(offres):
    lignes = []
    for offre in offres.to_dict("records"):
        manque = [c for c in ("rgpd_ethique", "accessibilite") if offre[c] < 40]
        manque += [] if offre["plan_reversibilite"] else ["plan_reversibilite"]
        manque += ["agents_formes_jours"] if offre["agents_formes_jours"] < 3 else []
        vides = [c for c in ("rgpd_ethique", "accessibilite") if pd.isna(offre[c])]
        statut = "eliminee" if manque else "a_completer" if vides else "admise"
        raison = " ; ".join(RAISONS[c] for c in manque) if manque else "Il manque : " + ", ".join(vides) if vides else ""
        lignes.append({**offre, "statut": statut, "raison": raison.format(**offre)})
    return pd.DataFrame(lignes)

# %% faux_les_quatre_a_toutes tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger,ni_trop_severe famille=meme_raison mot="lisent la même raison"
RAISONS = {
    "rgpd_ethique": "{nom} : données, accessibilité, retour ou formation insuffisants",
    "accessibilite": "{nom} : données, accessibilité, retour ou formation insuffisants",
    "plan_reversibilite": "{nom} : données, accessibilité, retour ou formation insuffisants",
    "agents_formes_jours": "{nom} : données, accessibilité, retour ou formation insuffisants",
}


def eliminer(offres):
    lignes = []
    for offre in offres.to_dict("records"):
        manque = [c for c in ("rgpd_ethique", "accessibilite") if offre[c] < 40]
        manque += [] if offre["plan_reversibilite"] else ["plan_reversibilite"]
        manque += ["agents_formes_jours"] if offre["agents_formes_jours"] < 3 else []
        vides = [c for c in ("rgpd_ethique", "accessibilite") if pd.isna(offre[c])]
        statut = "eliminee" if manque else "a_completer" if vides else "admise"
        raison = " ; ".join(RAISONS[c] for c in manque) if manque else "Il manque : " + ", ".join(vides) if vides else ""
        lignes.append({**offre, "statut": statut, "raison": raison.format(**offre)})
    return pd.DataFrame(lignes)

# %% faux_raisons_aimables tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger,ni_trop_severe famille=sans_raison mot="laquelle des quatre exigences"
RAISONS = {
    "rgpd_ethique": "Votre offre n’a pas convaincu",
    "accessibilite": "La concurrence était rude",
    "plan_reversibilite": "Nous avons trouvé mieux ailleurs",
    "agents_formes_jours": "Le budget ne le permet pas",
}


def eliminer(offres):
    lignes = []
    for offre in offres.to_dict("records"):
        manque = [c for c in ("rgpd_ethique", "accessibilite") if offre[c] < 40]
        manque += [] if offre["plan_reversibilite"] else ["plan_reversibilite"]
        manque += ["agents_formes_jours"] if offre["agents_formes_jours"] < 3 else []
        vides = [c for c in ("rgpd_ethique", "accessibilite") if pd.isna(offre[c])]
        statut = "eliminee" if manque else "a_completer" if vides else "admise"
        raison = " ; ".join(RAISONS[c] for c in manque) if manque else "Il manque : " + ", ".join(vides) if vides else ""
        lignes.append({**offre, "statut": statut, "raison": raison.format(**offre)})
    return pd.DataFrame(lignes)

# %% faux_raisons_echangees tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger,ni_trop_severe famille=fausse_raison mot="corrigera"
RAISONS = {
    "rgpd_ethique": "accessibilité : {accessibilite} sur 100, il en faut 40",
    "accessibilite": "protection des données : {rgpd_ethique} sur 100, il en faut 40",
    "plan_reversibilite": "rien n’est prévu pour reprendre nos données à la fin du contrat",
    "agents_formes_jours": "moins de trois jours de formation",
}


def eliminer(offres):
    lignes = []
    for offre in offres.to_dict("records"):
        manque = [c for c in ("rgpd_ethique", "accessibilite") if offre[c] < 40]
        manque += [] if offre["plan_reversibilite"] else ["plan_reversibilite"]
        manque += ["agents_formes_jours"] if offre["agents_formes_jours"] < 3 else []
        vides = [c for c in ("rgpd_ethique", "accessibilite") if pd.isna(offre[c])]
        statut = "eliminee" if manque else "a_completer" if vides else "admise"
        raison = " ; ".join(RAISONS[c] for c in manque) if manque else "Il manque : " + ", ".join(vides) if vides else ""
        lignes.append({**offre, "statut": statut, "raison": raison.format(**offre)})
    return pd.DataFrame(lignes)

# %% faux_plancher_a_trente tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=inaccessible_admise mot="ne pourra pas s'en servir"
RAISONS = {
    "rgpd_ethique": "protection des données : {rgpd_ethique} sur 100, il en faut 40",
    "accessibilite": "accessibilité : {accessibilite} sur 100, il en faut 40",
    "plan_reversibilite": "rien n’est prévu pour reprendre nos données à la fin du contrat",
    "agents_formes_jours": "moins de trois jours de formation",
}


def eliminer(offres):
    lignes = []
    for offre in offres.to_dict("records"):
        manque = [c for c in ("rgpd_ethique", "accessibilite") if offre[c] < 30]
        manque += [] if offre["plan_reversibilite"] else ["plan_reversibilite"]
        manque += ["agents_formes_jours"] if offre["agents_formes_jours"] < 3 else []
        vides = [c for c in ("rgpd_ethique", "accessibilite") if pd.isna(offre[c])]
        statut = "eliminee" if manque else "a_completer" if vides else "admise"
        raison = " ; ".join(RAISONS[c] for c in manque) if manque else "Il manque : " + ", ".join(vides) if vides else ""
        lignes.append({**offre, "statut": statut, "raison": raison.format(**offre)})
    return pd.DataFrame(lignes)

# %% faux_deux_jours tient=forme,toutes_les_offres,bonnes_offres_admises,ni_trop_severe grave famille=agents_non_formes mot="Gaspard"
RAISONS = {
    "rgpd_ethique": "protection des données : {rgpd_ethique} sur 100, il en faut 40",
    "accessibilite": "accessibilité : {accessibilite} sur 100, il en faut 40",
    "plan_reversibilite": "rien n’est prévu pour reprendre nos données à la fin du contrat",
    "agents_formes_jours": "moins de trois jours de formation",
}


def eliminer(offres):
    lignes = []
    for offre in offres.to_dict("records"):
        manque = [c for c in ("rgpd_ethique", "accessibilite") if offre[c] < 40]
        manque += [] if offre["plan_reversibilite"] else ["plan_reversibilite"]
        manque += ["agents_formes_jours"] if offre["agents_formes_jours"] < 2 else []
        vides = [c for c in ("rgpd_ethique", "accessibilite") if pd.isna(offre[c])]
        statut = "eliminee" if manque else "a_completer" if vides else "admise"
        raison = " ; ".join(RAISONS[c] for c in manque) if manque else "Il manque : " + ", ".join(vides) if vides else ""
        lignes.append({**offre, "statut": statut, "raison": raison.format(**offre)})
    return pd.DataFrame(lignes)

# %% faux_tout_a_completer tient=forme,toutes_les_offres,bonnes_offres_admises,admises_sans_danger famille=piece_deja_fournie mot="a fourni toutes ses pièces"
RAISONS = {
    "rgpd_ethique": "protection des données : {rgpd_ethique} sur 100, il en faut 40",
    "accessibilite": "accessibilité : {accessibilite} sur 100, il en faut 40",
    "plan_reversibilite": "rien n’est prévu pour reprendre nos données à la fin du contrat",
    "agents_formes_jours": "moins de trois jours de formation",
}


def eliminer(offres):
    lignes = []
    for offre in offres.to_dict("records"):
        manque = [c for c in ("rgpd_ethique", "accessibilite") if offre[c] < 40]
        manque += [] if offre["plan_reversibilite"] else ["plan_reversibilite"]
        manque += ["agents_formes_jours"] if offre["agents_formes_jours"] < 3 else []
        vides = [c for c in ("rgpd_ethique", "accessibilite") if pd.isna(offre[c])]
        statut = "a_completer" if manque else "a_completer" if vides else "admise"
        raison = " ; ".join(RAISONS[c] for c in manque) if manque else "Il manque : " + ", ".join(vides) if vides else ""
        lignes.append({**offre, "statut": statut, "raison": raison.format(**offre)})
    return pd.DataFrame(lignes)

# %% juste_corrige_choisir tient=tout
eliminer = choisir(
    "choix_ia.eliminer",
    planchers="chacune",
    piece_manquante="demander",
    transfert="exiger",
    si_personne="sans_suite",
)

# %% juste_corrige tient=tout
def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    for colonne, quoi in [("rgpd_ethique", "protection des données"), ("accessibilite", "accessibilité")]:
        table.loc[table[colonne] < PLANCHER, ["statut", "raison"]] = ["eliminee", f"{quoi} insuffisante"]
        table.loc[table[colonne].isna(), ["statut", "raison"]] = ["a_completer", f"{quoi} : pièce manquante"]
    table.loc[~table["plan_reversibilite"].astype(bool), ["statut", "raison"]] = ["eliminee", "pas de départ prévu"]
    table.loc[table["agents_formes_jours"] < 3, ["statut", "raison"]] = ["eliminee", "formation trop courte"]
    return table
