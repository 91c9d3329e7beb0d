# %% [markdown] corrige=juste_corrige
# Trois personnes que l'on connaît
#
# Un enfant et ses parents, un voisin, une agente : trois personnes, trois lignes, trois pertes. Les numéros dépendent
# de GRAINE : on les lit dans son propre journal, ou on les cherche comme ici.

# %% [markdown] corrige=juste_du_journal
# Trois sources, une ligne de chacune
#
# On choisit une source, on y cherche des mots qui disent une perte, on relit la ligne avant de la citer.

# %% [markdown] idee_recue=faux_seulement_les_usagers
# Ne citer que des familles, puisque ce sont elles qui ont reçu la lettre.
#
# Vous gardez 1,5 point sur 2 : l'agente qui reprend les dossiers le soir, le voisin qui garde l'enfant et
# l'animatrice qui perd son groupe disparaissent. Ils n'avaient rien demandé, et personne ne leur écrira.

# %% juste_en_cherchant tient=tout
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "les parents de Léa", "perd": "place", "preuve": preuve("les parents de Léa")},
            {"qui": "Karim, voisin de Léa", "perd": "temps", "preuve": preuve("Karim")},
            {"qui": "Thérèse, responsable du service", "perd": "temps", "preuve": preuve("Thérèse", "soirée|repos")},
        ],
    }
)

# %% juste_du_journal tient=tout
journal = rejeu.journal
lettres = journal[(journal["source"] == "courrier") & journal["texte"].str.contains("aucun")]
heures = journal[(journal["source"] == "feuille d'heures") & journal["texte"].str.contains("en moins|prises")]
groupes = journal[(journal["source"] == "animations") & journal["texte"].str.contains("en moins|de moins")]
PERSONNES = {"graine": GRAINE, "personnes": []}
for table, perte in [(lettres, "place"), (heures, "temps"), (groupes, "revenu")]:
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
        {"qui": "les agents d'accueil", "perd": "travail bien fait", "preuve": preuve("Gaspard", "en règle").lower()},
        {"qui": "les animateurs vacataires", "perd": "Revenu", "preuve": int(preuve("Sofiane", "moins")[2:])},
        {"qui": "Léa (3 ans)", "perd": "place", "preuve": preuve("parents de Léa").replace("-0", "-")},
        {"qui": "le voisin de Léa", "perd": "temps", "preuve": preuve("voisin")},
    ),
}

# %% faux_tout_le_monde tient=forme,preuves_existantes famille=trop_vague mot="demain matin"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "tout le monde", "perd": "place", "preuve": preuve("parents de Léa")},
            {"qui": "les familles", "perd": "explication", "preuve": preuve("parents de Léa")},
            {"qui": "l'image de la mairie", "perd": "place", "preuve": preuve("parents de Léa")},
        ],
    }
)

# %% faux_seulement_les_usagers tient=forme,assez_de_personnes,preuves_existantes,preuves_qui_montrent famille=seulement_les_usagers mot="rien demandé"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "les parents de Léa", "perd": "place", "preuve": preuve("les parents de Léa")},
            {"qui": "les parents de Félix (7 ans)", "perd": "explication", "preuve": preuve("les parents de Félix")},
            {"qui": "des parents, ceux de Mathis", "perd": "place", "preuve": preuve("parents de Mathis")},
        ],
    }
)

# %% faux_deux_personnes tient=forme,preuves_existantes,preuves_qui_montrent,au_dela_des_usagers famille=pas_assez mot="2 personnes"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "les parents de Léa", "perd": "place", "preuve": preuve("les parents de Léa")},
            {"qui": "Karim, voisin de Léa", "perd": "temps", "preuve": preuve("Karim")},
        ],
    }
)

# %% faux_refus_justifie tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=ligne_sans_tort mot="ne montre aucun tort"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "les parents refusés", "perd": "place", "preuve": preuve("parents", "Règle non remplie")},
            {"qui": "Karim, voisin de Léa", "perd": "temps", "preuve": preuve("Karim")},
            {"qui": "Thérèse, responsable du service", "perd": "temps", "preuve": preuve("Thérèse", "soirée|repos")},
        ],
    }
)

# %% faux_numeros_du_voisin tient=forme,assez_de_personnes famille=preuve_introuvable mot="votre propre journal"
# recopié sur la feuille du voisin
le_sien = rejouer(7).journal
le_sien = le_sien[~le_sien["ligne"].isin(rejeu.journal["ligne"])]
PERSONNES = {"graine": GRAINE, "personnes": []}
for _, ligne in le_sien.head(3).iterrows():
    PERSONNES["personnes"].append({"qui": ligne["personne"], "perd": "temps", "preuve": ligne["ligne"]})

# %% faux_autre_perte tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=autre_perte mot="ne montre pas la perte"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "les parents de Léa", "perd": "place", "preuve": preuve("les parents de Léa")},
            {"qui": "Karim, voisin de Léa", "perd": "temps", "preuve": preuve("Karim")},
            {"qui": "Sofiane", "perd": "place", "preuve": preuve("Sofiane", "de moins|en moins")},
        ],
    }
)

# %% faux_autre_personne tient=forme,assez_de_personnes,preuves_existantes,au_dela_des_usagers famille=autre_personne mot="quelqu'un d'autre y est lésé"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "les parents de Léa", "perd": "place", "preuve": preuve("les parents de Léa")},
            {"qui": "Karim, voisin de Léa", "perd": "temps", "preuve": preuve("Thérèse", "soirée|repos")},
            {"qui": "Thérèse, responsable du service", "perd": "temps", "preuve": preuve("Thérèse", "soirée|repos")},
        ],
    }
)

# %% faux_personne tient=forme famille=pas_assez mot="reste un chiffre"
PERSONNES = {"graine": GRAINE, "personnes": []}

# %% faux_perte_inventee tient=rien famille=forme mot="liste des pertes"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "la mairie", "perd": "son image", "preuve": preuve("Thérèse")},
            {"qui": "Karim, voisin de Léa", "perd": "temps", "preuve": preuve("Karim")},
            {"qui": "Thérèse, responsable du service", "perd": "temps", "preuve": preuve("Thérèse", "soirée|repos")},
        ],
    }
)

# %% faux_liste tient=rien famille=forme mot="dictionnaire"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = [
    {"qui": "les parents de Léa", "perd": "place", "preuve": preuve("les parents de Léa")},
    {"qui": "Karim, voisin de Léa", "perd": "temps", "preuve": preuve("Karim")},
    {"qui": "Thérèse, responsable du service", "perd": "temps", "preuve": preuve("Thérèse", "soirée|repos")},
]

# %% triche_texte_egal_a_tout tient=forme famille=pas_assez mot="votre propre journal"
class Tout(str):
    """Un texte qui se dit égal à tous les autres, et qui les contient tous."""

    def __eq__(self, autre):
        return True

    def __contains__(self, autre):
        return True

    __hash__ = str.__hash__


PERSONNES = {
    "graine": GRAINE,
    "personnes": [{"qui": Tout("n'importe qui"), "perd": Tout("temps"), "preuve": Tout("J-12345")}] * 3,
}

# %% triche_noter_redefini tient=forme,assez_de_personnes,preuves_existantes,preuves_qui_montrent famille=seulement_les_usagers mot="rien demandé"
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "les parents de Léa", "perd": "place", "preuve": preuve("les parents de Léa")},
            {"qui": "les parents de Félix (7 ans)", "perd": "explication", "preuve": preuve("les parents de Félix")},
            {"qui": "des parents, ceux de Mathis", "perd": "place", "preuve": preuve("parents de Mathis")},
        ],
    }
)


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 2.0

# %% juste_corrige tient=tout
def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "les parents de Léa", "perd": "place", "preuve": preuve("les parents de Léa")},
        {"qui": "Karim, voisin de Léa", "perd": "temps", "preuve": preuve("Karim")},
        {"qui": "Thérèse, responsable du service", "perd": "temps", "preuve": preuve("Thérèse", "soirée|repos")},
    ],
}
