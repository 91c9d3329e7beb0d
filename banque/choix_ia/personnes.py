# %% [markdown] corrige=juste_corrige
# Trois personnes que l'on connaît
#
# Un habitant qui n'arrive pas à se servir du service, un habitant sans écran, une agente qui refait le travail. Les
# numéros dépendent de GRAINE : on les lit dans son propre journal, ou on les cherche comme ici.

# %% [markdown] corrige=juste_corrige_autrement
# Partir de ceux qui n'avaient rien demandé
#
# On commence par un proche et par la feuille d'heures des agents : ce sont les personnes que l'on oublie. Puis une
# habitante, avec ce qu'elle perd pour de bon.

# %% [markdown] idee_recue=faux_seulement_des_usagers
# Ne citer que des habitants qui utilisaient le service.
#
# Vous gardez 1,5 point sur 2 : l'agente qui refait le travail le soir et le proche qui a aidé à la place du service
# disparaissent. Ils n'avaient rien demandé, et aucun compteur ne les compte.

# %% faux_autre_perte tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=autre_perte mot="mauvaise"
lignes = rejeu.journal.set_index("personne")["ligne"]
agente = rejeu.journal.loc[rejeu.journal["source"].eq("feuille d'heures"), ["personne", "ligne"]].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": "Rayan", "perd": "argent", "preuve": lignes["Rayan"]},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": agente["personne"], "perd": "travail_bien_fait", "preuve": agente["ligne"]},
]}

# %% faux_deux_personnes tient=forme,preuves_existantes,preuves_qui_montrent,au_dela_des_usagers famille=pas_assez mot="différentes"
lignes = rejeu.journal.set_index("personne")["ligne"]
agente = rejeu.journal.loc[rejeu.journal["source"].eq("feuille d'heures"), ["personne", "ligne"]].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [

    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": agente["personne"], "perd": "travail_bien_fait", "preuve": agente["ligne"]},
]}

# %% faux_image_de_la_mairie tient=forme,preuves_existantes,au_dela_des_usagers famille=trop_vague mot="exactement"
lignes = rejeu.journal.set_index("personne")["ligne"]
agente = rejeu.journal.loc[rejeu.journal["source"].eq("feuille d'heures"), ["personne", "ligne"]].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": "l'image de la mairie", "perd": "autonomie", "preuve": lignes["Rayan"]},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": agente["personne"], "perd": "travail_bien_fait", "preuve": agente["ligne"]},
]}

# %% faux_ligne_ordinaire tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=ligne_sans_tort mot="justifiée"
lignes = rejeu.journal.set_index("personne")["ligne"]
ordinaire = rejeu.journal[rejeu.journal["texte"].str.contains("marché|fleurs|sac de tri")].iloc[0]
agente = rejeu.journal.loc[rejeu.journal["source"].eq("feuille d'heures"), ["personne", "ligne"]].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": ordinaire["personne"], "perd": "temps", "preuve": ordinaire["ligne"]},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": agente["personne"], "perd": "travail_bien_fait", "preuve": agente["ligne"]},
]}

# %% faux_liste tient=rien famille=forme mot="dictionnaire"
PERSONNES = ["Rayan", "Karim", "Solange"]

# %% faux_numeros_du_voisin tient=forme,assez_de_personnes,preuves_qui_montrent,au_dela_des_usagers famille=preuve_introuvable mot="personne"
lignes = rejeu.journal.set_index("personne")["ligne"]
agente = rejeu.journal.loc[rejeu.journal["source"].eq("feuille d'heures"), ["personne", "ligne"]].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": "Rayan", "perd": "autonomie", "preuve": "J-0001"},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": agente["personne"], "perd": "travail_bien_fait", "preuve": agente["ligne"]},
]}

# %% faux_personne_confondue tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=autre_personne mot="disparaît"
lignes = rejeu.journal.set_index("personne")["ligne"]
agente = rejeu.journal.loc[rejeu.journal["source"].eq("feuille d'heures"), ["personne", "ligne"]].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": "Manuel", "perd": "autonomie", "preuve": lignes["Rayan"]},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": agente["personne"], "perd": "travail_bien_fait", "preuve": agente["ligne"]},
]}

# %% faux_seulement_des_usagers tient=forme,assez_de_personnes,preuves_existantes,preuves_qui_montrent famille=seulement_les_usagers mot="personne"
lignes = rejeu.journal.set_index("personne")["ligne"]
agente = rejeu.journal.loc[rejeu.journal["source"].eq("feuille d'heures"), ["personne", "ligne"]].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": "Rayan", "perd": "autonomie", "preuve": lignes["Rayan"]},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": "Erin", "perd": "droit", "preuve": lignes["Erin"]},
]}

# %% faux_tout_le_monde tient=forme,preuves_existantes,au_dela_des_usagers famille=trop_vague mot="exactement"
lignes = rejeu.journal.set_index("personne")["ligne"]
agente = rejeu.journal.loc[rejeu.journal["source"].eq("feuille d'heures"), ["personne", "ligne"]].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": "tout le monde", "perd": "autonomie", "preuve": lignes["Rayan"]},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": agente["personne"], "perd": "travail_bien_fait", "preuve": agente["ligne"]},
]}

# %% juste_journal tient=tout mot="Réussi"
lignes = rejeu.journal.set_index("personne")["ligne"]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": "Rayan", "perd": "autonomie", "preuve": lignes["Rayan"]},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": "Thérèse, agente", "perd": "travail_bien_fait",
     "preuve": rejeu.journal.loc[rejeu.journal["personne"].str.startswith("Thérèse"), "ligne"].iloc[0]},
]}

# %% juste_tableau tient=tout mot="Réussi"
journal = rejeu.journal
prises = pd.concat([journal[journal["personne"].eq(n)].head(1) for n in ("Rayan", "Karim", "Gaspard, agent d'accueil du service périscolaire")])
PERSONNES = {
    "graine": GRAINE,
    "personnes": pd.DataFrame({"qui": prises["personne"], "perd": "temps", "preuve": prises["ligne"]}),
}

# %% juste_un_proche tient=tout mot="Réussi"
proches = rejeu.journal[rejeu.journal["personne"].str.contains("proche")]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": proches["personne"].iloc[0], "perd": "temps", "preuve": proches["ligne"].iloc[0]},
    {"qui": "Erin", "perd": "droit", "preuve": rejeu.journal.loc[rejeu.journal["personne"].eq("Erin"), "ligne"].iloc[0]},
    {"qui": "une agente du standard, Solange", "perd": "temps",
     "preuve": rejeu.journal.loc[rejeu.journal["personne"].str.startswith("Solange"), "ligne"].iloc[0]},
]}

# %% triche_tous_les_noms tient=forme,preuves_existantes famille=trop_vague mot="tout le monde"
journal = rejeu.journal
TOUS = " ".join(journal["personne"])
torts = journal[journal["texte"].str.contains("bouton|formés|suivi")]
PERSONNES = {
    "graine": GRAINE,
    "personnes": [{"qui": f"{TOUS} {ligne}", "perd": "temps", "preuve": ligne} for ligne in torts["ligne"]],
}

# %% triche_toutes_les_lignes tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=ligne_sans_tort mot="justifiée"
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": ligne["personne"], "perd": "temps", "preuve": ligne["ligne"]} for ligne in rejeu.journal.to_dict("records")
]}

# %% faux_une_agente_trois_fois tient=forme,preuves_existantes famille=pas_assez mot="une seule personne"
agente = rejeu.journal[rejeu.journal["source"].eq("feuille d'heures")]
une = agente[agente["personne"].eq(agente["personne"].iloc[0])]["ligne"].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": agente["personne"].iloc[0], "perd": "travail_bien_fait", "preuve": une},
    {"qui": agente["personne"].iloc[0].split(",")[0], "perd": "travail_bien_fait", "preuve": une},
    {"qui": "encore " + agente["personne"].iloc[0].split(",")[0], "perd": "travail_bien_fait", "preuve": une},
]}

# %% juste_corrige tient=tout
def preuve(debut):
    """Le numéro de la première ligne de mon journal qui parle de cette personne."""
    journal = rejeu.journal
    return journal.loc[journal["personne"].str.startswith(debut), "ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Rayan", "perd": "autonomie", "preuve": preuve("Rayan")},
        {"qui": "Karim", "perd": "temps", "preuve": preuve("Karim")},
        {"qui": "Solange, du standard", "perd": "temps", "preuve": preuve("Solange")},
    ],
}

# %% juste_corrige_autrement tient=tout
journal = rejeu.journal
proche = journal[journal["personne"].str.contains("proche")].iloc[0]
heures = journal[journal["source"] == "feuille d'heures"].iloc[0]
habitante = journal[journal["personne"] == "Erin"].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": []}
for ligne, perte in [(proche, "temps"), (heures, "travail_bien_fait"), (habitante, "droit")]:
    PERSONNES["personnes"].append({"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]})
