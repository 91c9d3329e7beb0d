# %% [markdown] corrige=juste_en_cherchant
# Trois personnes que l'on connaît
#
# Une personne qui n'a rien demandé, une personne restée dehors, une agente : trois lignes, trois pertes. Les numéros
# dépendent de GRAINE : on les cherche dans son propre journal.

# %% [markdown] corrige=juste_du_journal
# Partir de ce qui est écrit
#
# On cherche dans le journal des mots qui disent une perte, on relit chaque ligne, puis on recopie le nom qu'elle
# porte.

# %% [markdown] idee_recue=faux_seulement_les_usagers
# Ne citer que des usagers du service, puisque ce sont eux qui s'en servent.
#
# Vous gardez 1,5 point sur 2 : Camille, dont l'acte est parti, le parent cité dedans et l'officière d'état civil
# disparaissent. Ils n'avaient rien demandé, et personne ne leur écrira.

# %% juste_du_journal tient=tout
journal = rejeu.journal
dehors = journal[journal["texte"].str.contains("lecteur d'écran")].iloc[0]
parent = journal[journal["texte"].str.contains("cité comme parent")].iloc[0]
agente = journal[journal["source"] == "feuille d'heures"].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": dehors["personne"], "perd": "Autonomie", "preuve": dehors["ligne"]},
    {"qui": parent["personne"], "perd": "intimité", "preuve": parent["ligne"]},
    {"qui": "une agente", "perd": "travail bien fait", "preuve": agente["ligne"]},
]}

# %% juste_en_cherchant tient=tout
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Camille", "perd": "papiers", "preuve": preuve("Camille")},
        {"qui": "Karim", "perd": "temps", "preuve": preuve("Karim")},
        {"qui": "Ingrid, officière d'état civil", "perd": "travail_bien_fait", "preuve": preuve("Ingrid")},
    ],
}

# %% juste_quatre_personnes tient=tout
PERSONNES = {"graine": GRAINE, "personnes": []}
for mot, perte in [("Trop tard", "acte"), ("adresse qui n'est pas la sienne|À qui|crédit", "papiers"), ("pas de téléphone", "temps"), ("prestataire", "intimite")]:
    ligne = rejeu.journal[rejeu.journal["texte"].str.contains(mot)].iloc[0]
    PERSONNES["personnes"].append({"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]})

# %% faux_autre_personne tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=autre_personne mot="quelqu'un d'autre y est lésé"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Rayan", "perd": "papiers", "preuve": preuve("Camille")},
        {"qui": "Karim", "perd": "temps", "preuve": preuve("Karim")},
        {"qui": "Ingrid, officière d'état civil", "perd": "travail_bien_fait", "preuve": preuve("Ingrid")},
    ],
}

# %% faux_autre_perte tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=autre_perte mot="ne montre pas la perte"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Camille", "perd": "autonomie", "preuve": preuve("Camille")},
        {"qui": "Karim", "perd": "temps", "preuve": preuve("Karim")},
        {"qui": "Ingrid, officière d'état civil", "perd": "travail_bien_fait", "preuve": preuve("Ingrid")},
    ],
}

# %% faux_deux_personnes tient=forme,preuves_existantes,preuves_qui_montrent,au_dela_des_usagers famille=pas_assez mot="personnes"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Camille", "perd": "papiers", "preuve": preuve("Camille")},
        {"qui": "Ingrid, officière d'état civil", "perd": "travail_bien_fait", "preuve": preuve("Ingrid")},
    ],
}

# %% faux_image_de_la_mairie tient=forme,preuves_existantes,au_dela_des_usagers famille=trop_vague mot="demain matin"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "l'image de la mairie", "perd": "travail_bien_fait", "preuve": preuve("Ingrid")},
        {"qui": "Camille", "perd": "papiers", "preuve": preuve("Camille")},
        {"qui": "Karim", "perd": "temps", "preuve": preuve("Karim")},
    ],
}

# %% faux_ligne_ordinaire tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=ligne_sans_tort mot="ne montre aucun tort"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


ordinaire = rejeu.journal[rejeu.journal["texte"].str.contains("remercie|ouvert l'acte")].iloc[0]
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Camille", "perd": "papiers", "preuve": preuve("Camille")},
        {"qui": "Ingrid", "perd": "travail_bien_fait", "preuve": preuve("Ingrid")},
        {"qui": ordinaire["personne"], "perd": "papiers", "preuve": ordinaire["ligne"]},
    ],
}

# %% faux_liste tient=rien famille=forme mot="liste"
PERSONNES = [{"qui": "Camille", "perd": "papiers", "preuve": "J-0839"}]

# %% faux_numeros_du_voisin tient=forme,assez_de_personnes famille=preuve_introuvable mot="votre propre journal"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Camille", "perd": "papiers", "preuve": "J-1001"},
        {"qui": "Karim", "perd": "temps", "preuve": "J-1002"},
        {"qui": "Ingrid", "perd": "temps", "preuve": "J-1003"},
    ],
}

# %% faux_personne tient=forme famille=pas_assez mot="reste un chiffre"
PERSONNES = {"graine": GRAINE, "personnes": []}

# %% faux_perte_inventee tient=rien famille=forme mot="liste des pertes"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Camille", "perd": "argent", "preuve": preuve("Camille")},
        {"qui": "Karim", "perd": "temps", "preuve": preuve("Karim")},
        {"qui": "Ingrid, officière d'état civil", "perd": "travail_bien_fait", "preuve": preuve("Ingrid")},
    ],
}

# %% faux_seulement_les_usagers tient=forme,assez_de_personnes,preuves_existantes,preuves_qui_montrent famille=seulement_les_usagers mot="rien demandé"
journal = rejeu.journal
PERSONNES = {"graine": GRAINE, "personnes": []}
for mot, perte in [("pas de smartphone", "temps"), ("pas de téléphone", "temps"), ("Trop tard", "acte")]:
    ligne = journal[journal["texte"].str.contains(mot)].iloc[0]
    PERSONNES["personnes"].append({"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]})

# %% faux_tout_le_monde tient=forme,preuves_existantes famille=trop_vague mot="demain matin"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "tous les usagers", "perd": "papiers", "preuve": preuve("Camille")},
        {"qui": "tout le monde", "perd": "temps", "preuve": preuve("Karim")},
        {"qui": "la mairie", "perd": "travail_bien_fait", "preuve": preuve("Ingrid")},
    ],
}

# %% triche_toutes_les_lignes tient=forme,preuves_existantes famille=journal_recopie mot="ne montre aucun tort"
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": x.personne, "perd": "temps", "preuve": x.ligne} for x in rejeu.journal.itertuples()
]}

# %% faux_une_agente_trois_fois tient=forme,preuves_existantes famille=pas_assez mot="une seule personne"
agente = rejeu.journal[rejeu.journal["source"].eq("feuille d'heures")]
une = agente[agente["personne"].eq(agente["personne"].iloc[0])]["ligne"].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": agente["personne"].iloc[0], "perd": "travail_bien_fait", "preuve": une},
    {"qui": agente["personne"].iloc[0].split(",")[0], "perd": "travail_bien_fait", "preuve": une},
    {"qui": "encore " + agente["personne"].iloc[0].split(",")[0], "perd": "travail_bien_fait", "preuve": une},
]}
