# %% [markdown] corrige=juste_corrige
# L'avis de la machine, puis les règles
#
# On part de l'agent, on accepte quand l'avis est favorable, on demande ce qui manque quand le dossier est incomplet.
# Personne n'est refusé par une machine.

# %% [markdown] corrige=juste_corrige_autrement
# Cinq règles, pas d'IA
#
# Le règlement tient en cinq lignes que tout le monde peut lire. Cette réponse vaut l'autre : une machine n'y ajoute
# rien.

# %% [markdown] idee_recue=faux_mercredi_a_l_agent
# Par prudence, envoyer tous les dossiers du mercredi à un agent.
#
# Vous gardez 2 points sur 4 : les mêmes familles attendent encore, cette fois dans la pile de l'agent. Le tort a
# changé de place, et le même dossier n'a pas la même réponse un autre jour.

# %% juste_avec_l_avis tient=tout
def decider(avis, dossiers):
    """Une décision par dossier : "accepter", "a_completer" ou "agent" (une Series, index des dossiers)."""
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    return decisions

# %% juste_cinq_regles_sans_ia tient=tout
def decider(avis, dossiers):
    """Pas d'IA : les cinq règles du règlement, ligne par ligne. L'avis ne sert à rien."""
    assez_de_pieces = dossiers["pieces_fournies"] >= 4
    complet = assez_de_pieces & dossiers["assurance_valide"]
    dans_la_regle = dossiers["age"].between(3, 11) & dossiers["scolarise_commune"] & dossiers["dans_les_delais"]
    decisions = pd.Series("agent", index=dossiers.index)
    decisions.loc[dans_la_regle & ~complet] = "a_completer"
    decisions.loc[dans_la_regle & complet] = "accepter"
    return decisions

# %% juste_ligne_a_ligne tient=tout
def decider(avis, dossiers):
    regles = appliquer_reglement(dossiers)

    def une_decision(ligne):
        if not ligne["complet"]:
            return "À compléter"
        return "Accepter" if ligne["recevable"] else "Agent"

    return regles.apply(une_decision, axis=1).sort_index(ascending=False).astype("category")

# %% juste_np_select tient=tout
import numpy as np


def decider(avis, dossiers):
    dossiers["avis"] = avis
    regles = appliquer_reglement(dossiers)
    choix = np.select([~regles["complet"], dossiers["avis"] > 0.5], ["a_completer", "accepter"], default="agent")
    return pd.Series(choix, index=dossiers.index)

# %% juste_choisir tient=tout
def decider(avis, dossiers):
    """Une décision par dossier : "accepter", "a_completer" ou "agent" (une Series, index des dossiers)."""
    # VOTRE CODE ICI
    ...


# Sans code : exécutez options("donnees.decider"), puis retirez le # de la ligne suivante et complétez-la.
decider = choisir(
    "donnees.decider",
    dossier_incomplet="a_completer",
    avis_favorable="accepter",
    avis_defavorable="agent",
    jour="aucune_regle",
)

# %% faux_accepter_ou_refuser tient=forme,recevables_acceptes grave famille=refus_automatique mot="sans que personne n'ait lu"
def decider(avis, dossiers):
    decisions = pd.Series("refuser", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    return decisions

# %% faux_refuser_le_reste tient=forme,recevables_acceptes grave famille=refus_automatique mot="sans que personne n'ait lu"
def decider(avis, dossiers):
    decisions = pd.Series("Refusé", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    return decisions

# %% faux_tout_a_l_agent tient=forme,jamais_de_refus,irrecevables_non_admis grave famille=recevables_qui_attendent mot="Sa famille attend"
def decider(avis, dossiers):
    # aucun risque : une personne lit tout
    return pd.Series("agent", index=dossiers.index)

# %% faux_mercredi_a_l_agent tient=forme,jamais_de_refus,irrecevables_non_admis grave famille=recevables_qui_attendent mot="Sa famille attend"
def decider(avis, dossiers):
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    decisions[dossiers["jour_depot"] == "mercredi"] = "agent"
    return decisions

# %% faux_choisir_le_mercredi tient=forme,jamais_de_refus,irrecevables_non_admis grave famille=recevables_qui_attendent mot="Sa famille attend"
decider = choisir(
    "donnees.decider",
    dossier_incomplet="a_completer",
    avis_favorable="accepter",
    avis_defavorable="agent",
    jour="jour_a_l_agent",
)

# %% faux_accepter_le_mercredi tient=forme,jamais_de_refus,recevables_acceptes grave famille=incomplet_sans_reponse mot="hors du règlement"
def decider(avis, dossiers):
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    # on leur doit bien cela
    decisions[dossiers["jour_depot"] == "mercredi"] = "accepter"
    return decisions

# %% faux_tout_accepter tient=forme,jamais_de_refus,recevables_acceptes grave famille=incomplet_sans_reponse mot="hors du règlement"
def decider(avis, dossiers):
    return pd.Series("accepter", index=dossiers.index)

# %% faux_choisir_tres_sur tient=forme,jamais_de_refus,incomplets_prevenus,irrecevables_non_admis grave famille=recevables_qui_attendent mot="Sa famille attend"
decider = choisir(
    "donnees.decider",
    dossier_incomplet="a_completer",
    avis_favorable="accepter_si_tres_sur",
    avis_defavorable="agent",
    jour="aucune_regle",
)

# %% faux_redemander_tout tient=forme,jamais_de_refus,recevables_acceptes,irrecevables_non_admis,meme_dossier_meme_decision grave famille=complet_renvoye mot="une pièce qui ne manque pas"
def decider(avis, dossiers):
    decisions = pd.Series("a_completer", index=dossiers.index)
    decisions[appliquer_reglement(dossiers)["recevable"]] = "accepter"
    return decisions

# %% faux_parents_actifs tient=forme,jamais_de_refus,incomplets_prevenus,irrecevables_non_admis grave famille=recevables_qui_attendent mot="Sa famille attend"
def decider(avis, dossiers):
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[(avis >= 0.5) & dossiers["parents_actifs"]] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    return decisions

# %% faux_les_grands_attendront tient=forme,jamais_de_refus,incomplets_prevenus,irrecevables_non_admis grave famille=recevables_qui_attendent mot="Ne changez que l'âge"
def decider(avis, dossiers):
    regles = appliquer_reglement(dossiers)
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[regles["recevable"] & (dossiers["age"] < 11)] = "accepter"
    decisions[~regles["complet"]] = "a_completer"
    return decisions

# %% faux_incomplets_a_l_agent tient=forme,jamais_de_refus,recevables_acceptes,irrecevables_non_admis,meme_dossier_meme_decision famille=incomplet_sans_reponse mot="il manque quelque chose"
def decider(avis, dossiers):
    decisions = pd.Series("a_completer", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[avis < 0.5] = "agent"
    return decisions

# %% faux_incomplets_du_mercredi tient=forme,jamais_de_refus,recevables_acceptes,irrecevables_non_admis grave famille=incomplet_sans_reponse mot="avec le même dossier, obtient"
def decider(avis, dossiers):
    regles = appliquer_reglement(dossiers)
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[regles["recevable"]] = "accepter"
    decisions[~regles["complet"]] = "a_completer"
    # le mercredi, personne n'est là pour répondre aux familles
    decisions[~regles["complet"] & (dossiers["jour_depot"] == "mercredi")] = "agent"
    return decisions

# %% faux_oui_non tient=forme grave famille=decision_inconnue mot="n'existe pas au guichet"
def decider(avis, dossiers):
    decisions = pd.Series("non", index=dossiers.index)
    decisions[avis >= 0.5] = "oui"
    return decisions

# %% faux_seulement_les_acceptes tient=rien famille=forme mot="une par dossier"
def decider(avis, dossiers):
    recevables = dossiers[appliquer_reglement(dossiers)["recevable"]]
    return pd.Series("accepter", index=recevables.index)

# %% faux_cases_vides tient=rien famille=forme mot="n'ont pas de décision"
def decider(avis, dossiers):
    decisions = pd.Series(index=dossiers.index, dtype=object)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    return decisions

# %% faux_liste tient=rien famille=forme mot="une liste"
def decider(avis, dossiers):
    return ["accepter" if a >= 0.5 else "agent" for a in avis]

# %% faux_comparaison_de_series tient=rien famille=erreur mot="arrêté en route"
def decider(avis, dossiers):
    if avis >= 0.5:
        return "accepter"
    return "agent"

# %% triche_noter_redefini tient=forme,jamais_de_refus,irrecevables_non_admis grave famille=recevables_qui_attendent mot="Sa famille attend"
def decider(avis, dossiers):
    return pd.Series("agent", index=dossiers.index)


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 3.0

# %% triche_decision_egale_a_tout tient=forme grave famille=decision_inconnue mot="n'existe pas au guichet"
class Decision(str):
    """Égale à "accepter", à "agent", et au reste."""

    def __eq__(self, autre):
        return True

    def __ne__(self, autre):
        return False

    __hash__ = str.__hash__


def decider(avis, dossiers):
    return pd.Series([Decision("peu importe")] * len(dossiers), index=dossiers.index, dtype=object)

# %% faux_hors_regle_quotient tient=forme,jamais_de_refus,recevables_acceptes,incomplets_prevenus grave famille=admis_a_tort mot="Ne changez que le quotient familial"
def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    d = pd.Series("agent", index=dossiers.index)
    d[~r["complet"]] = "a_completer"
    faveur = ~dossiers["dans_les_delais"] & (dossiers["quotient_familial"] > 1500) & r["complet"]
    d[r["recevable"] | faveur] = "accepter"
    return d

# %% faux_par_prenom tient=forme,jamais_de_refus,incomplets_prevenus,irrecevables_non_admis grave famille=recevables_qui_attendent mot="Ne changez que le prénom"
def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    d = pd.Series("agent", index=dossiers.index)
    d[~r["complet"]] = "a_completer"
    d[r["recevable"]] = "accepter"
    d[r["recevable"] & (dossiers["prenom"] > "S")] = "agent"
    return d

# %% faux_une_allergie tient=forme,jamais_de_refus,incomplets_prevenus,irrecevables_non_admis grave famille=recevables_qui_attendent mot="Ne changez que l'allergie"
def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    d = pd.Series("agent", index=dossiers.index)
    d[~r["complet"]] = "a_completer"
    d[r["recevable"]] = "accepter"
    d[r["recevable"] & dossiers["pai_allergie"] & (dossiers["age"] == 5)] = "agent"
    return d

# %% faux_au_hasard tient=forme,jamais_de_refus,incomplets_prevenus,irrecevables_non_admis grave famille=recevables_qui_attendent mot="ne décide pas la même chose"
import numpy as np


def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    d = pd.Series("agent", index=dossiers.index)
    d[~r["complet"]] = "a_completer"
    d[r["recevable"]] = "accepter"
    d[r["recevable"] & (np.random.rand(len(d)) < 0.04)] = "agent"
    return d

# %% faux_douze_ans tient=forme,jamais_de_refus,recevables_acceptes,incomplets_prevenus grave famille=admis_a_tort mot="hors du règlement"
def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    d = pd.Series("agent", index=dossiers.index)
    d[~r["complet"]] = "a_completer"
    d[r["recevable"]] = "accepter"
    d[(dossiers["age"] == 12) & r["complet"] & dossiers["scolarise_commune"] & dossiers["dans_les_delais"]] = "accepter"
    return d

# %% faux_prenom_alma tient=forme,jamais_de_refus,recevables_acceptes,incomplets_prevenus grave famille=admis_a_tort mot="Ne changez que le prénom"
def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    d = pd.Series("agent", index=dossiers.index)
    d[~r["complet"]] = "a_completer"
    d[r["recevable"]] = "accepter"
    d[(dossiers["prenom"] == "Alma") & r["complet"]] = "accepter"
    return d

# %% juste_classe tient=tout
class Guichet:
    def __call__(self, avis, dossiers):
        return dossiers.assign(avis=avis, **appliquer_reglement(dossiers)).apply(self.un, axis=1)

    def un(self, d):
        if not d["complet"]:
            return "a_completer"
        return "accepter" if d["avis"] >= 0.5 else "agent"


decider = Guichet()

# %% faux_ecriture_silencieuse tient=forme,jamais_de_refus,irrecevables_non_admis grave famille=recevables_qui_attendent mot="n'a rien changé"
def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    dossiers["d"] = "agent"
    dossiers["d"][r["recevable"]] = "accepter"
    dossiers["d"][~r["complet"]] = "a_completer"
    return dossiers["d"]

# %% juste_corrige tient=tout
def decider(avis, dossiers):
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    return decisions

# %% juste_corrige_autrement tient=tout
def decider(avis, dossiers):
    regles = appliquer_reglement(dossiers)
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[regles["eligible"] & ~regles["complet"]] = "a_completer"
    decisions[regles["recevable"]] = "accepter"
    return decisions
