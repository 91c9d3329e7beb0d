# %% [markdown] corrige=juste_du_journal
# Trois personnes que l'on connaît
#
# Un agent, une agente, quelqu'un à qui l'on rend visite : trois personnes, trois lignes, trois pertes. Les numéros
# dépendent de GRAINE : on les lit dans son propre journal, ou on les cherche comme ici.

# %% [markdown] corrige=juste_en_cherchant
# Trois sources, une ligne de chacune
#
# On choisit une source, on y cherche des mots qui disent une perte, on relit la ligne avant de la citer.

# %% [markdown] idee_recue=faux_aucun_agent
# Ne citer que des habitants, puisque ce sont eux qui ont reçu les messages.
#
# Vous gardez 1,5 point sur 2 : Jean-Mi, dont le départ est connu de tous, et Solange, au téléphone jusqu'à 20 h,
# disparaissent. Ce sont des personnes, et personne ne leur écrira.

# %% juste_du_journal tient=tout
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Jean-Mi", "perd": "vie_privee", "preuve": preuve("Jean-Mi")},
        {"qui": "Solange, agente du standard", "perd": "temps", "preuve": preuve("Solange", "appels")},
        {"qui": "la personne à qui l'on rend visite", "perd": "securite", "preuve": preuve("à qui l'on rend visite", "adresse")},
    ],
}

# %% juste_en_cherchant tient=tout
journal = rejeu.journal
services = journal[(journal["source"] == "réunion de service") & journal["texte"].str.contains("numéros")]
appels = journal[(journal["source"] == "standard") & journal["texte"].str.contains("N'avait donné|N'avait rien")]
courriers = journal[(journal["source"] == "courrier") & journal["texte"].str.contains("serrure")]
PERSONNES = {"graine": GRAINE, "personnes": []}
for table, perte in [(services, "vie_privee"), (appels, "choix"), (courriers, "securite")]:
    ligne = table.iloc[0]
    PERSONNES["personnes"].append({"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]})

# %% juste_des_groupes tient=tout
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": (
        {"qui": "les agentes du standard", "perd": "Temps", "preuve": preuve("Solange", "appels").lower()},
        {"qui": "l'équipe de la voirie", "perd": "temps", "preuve": int(preuve("voirie", "billard")[2:])},
        {"qui": "Karim, sans téléphone portable", "perd": "information", "preuve": preuve("Karim", "affiche").replace("-0", "-")},
        {"qui": "Fatoumata", "perd": "tranquillité", "preuve": preuve("Fatoumata", "acte")},
    ),
}

# %% faux_tout_le_monde tient=forme,preuves_existantes,un_agent famille=trop_vague mot="tout le monde à la fois"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "tout le monde", "perd": "choix", "preuve": preuve("Fatoumata", "acte")},
        {"qui": "les agents", "perd": "vie_privee", "preuve": preuve("Jean-Mi")},
        {"qui": "les habitants", "perd": "securite", "preuve": preuve("à qui l'on rend visite", "adresse")},
    ],
}

# %% faux_aucun_agent tient=forme,assez_de_personnes,preuves_existantes,preuves_qui_montrent famille=aucun_agent mot="c'est ne rien réparer pour"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Fatoumata Zola", "perd": "choix", "preuve": preuve("Fatoumata", "acte")},
        {"qui": "la personne à qui l'on rend visite", "perd": "securite", "preuve": preuve("à qui l'on rend visite", "adresse")},
        {"qui": "Karim Lambert", "perd": "information", "preuve": preuve("Karim", "affiche")},
    ],
}

# %% faux_l_image tient=forme,preuves_existantes,un_agent famille=trop_vague mot="tout le monde à la fois"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "l'image de la mairie", "perd": "vie_privee", "preuve": preuve("Jean-Mi")},
        {"qui": "Solange, agente du standard", "perd": "temps", "preuve": preuve("Solange", "appels")},
        {"qui": "Fatoumata Zola", "perd": "choix", "preuve": preuve("Fatoumata", "acte")},
    ],
}

# %% faux_autre_perte tient=forme,assez_de_personnes,preuves_existantes,un_agent famille=autre_perte mot="Réparer la mauvaise perte ne répare"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Jean-Mi", "perd": "temps", "preuve": preuve("Jean-Mi")},
        {"qui": "Solange, agente du standard", "perd": "temps", "preuve": preuve("Solange", "appels")},
        {"qui": "la personne à qui l'on rend visite", "perd": "securite", "preuve": preuve("à qui l'on rend visite", "adresse")},
    ],
}

# %% faux_autre_personne tient=forme,assez_de_personnes,preuves_existantes,un_agent famille=autre_personne mot="et il disparaît derrière ce"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Margaux", "perd": "vie_privee", "preuve": preuve("Jean-Mi")},
        {"qui": "Solange, agente du standard", "perd": "temps", "preuve": preuve("Solange", "appels")},
        {"qui": "la personne à qui l'on rend visite", "perd": "securite", "preuve": preuve("à qui l'on rend visite", "adresse")},
    ],
}

# %% faux_deux_personnes tient=forme,preuves_existantes,preuves_qui_montrent,un_agent famille=pas_assez mot="Il en faut au moins"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Jean-Mi", "perd": "vie_privee", "preuve": preuve("Jean-Mi")},
        {"qui": "Solange, agente du standard", "perd": "temps", "preuve": preuve("Solange", "appels")},
    ],
}

# %% faux_demande_ordinaire tient=forme,assez_de_personnes,preuves_existantes,un_agent famille=ligne_sans_tort mot="et en citer un affaiblit les"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Gaspard, agent d'accueil", "perd": "temps", "preuve": preuve("Gaspard", "Formation|Inventaire")},
        {"qui": "Solange, agente du standard", "perd": "temps", "preuve": preuve("Solange", "appels")},
        {"qui": "la personne à qui l'on rend visite", "perd": "securite", "preuve": preuve("à qui l'on rend visite", "adresse")},
    ],
}

# %% faux_numeros_du_voisin tient=forme,assez_de_personnes famille=preuve_introuvable mot="on ne pourra rien réparer pour cette"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Jean-Mi", "perd": "vie_privee", "preuve": "J-0001"},
        {"qui": "Solange", "perd": "temps", "preuve": "J-0002"},
        {"qui": "Karim", "perd": "information", "preuve": "J-0003"},
    ],
}

# %% faux_personne tient=forme famille=pas_assez mot="Il en faut au moins"
PERSONNES = {"graine": GRAINE, "personnes": []}

# %% faux_perte_inventee tient=rien famille=forme mot="n'est pas dans la liste des"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Jean-Mi", "perd": "humour", "preuve": preuve("Jean-Mi")},
        {"qui": "Solange, agente du standard", "perd": "temps", "preuve": preuve("Solange", "appels")},
        {"qui": "la personne à qui l'on rend visite", "perd": "securite", "preuve": preuve("à qui l'on rend visite", "adresse")},
    ],
}

# %% faux_liste tient=rien famille=forme mot="c'est une"
PERSONNES = ["Jean-Mi", "Solange", "Fatoumata"]

# %% triche_texte_egal_a_tout tient=forme famille=pas_assez mot="Il en faut au moins"
class Tout(str):
    """Un texte qui se dit égal à tous les autres."""

    def __eq__(self, autre):
        return True

    __hash__ = str.__hash__


PERSONNES = {
    "graine": GRAINE,
    "personnes": [{"qui": Tout("n'importe qui"), "perd": Tout("temps"), "preuve": Tout("J-12345")}] * 3,
}
