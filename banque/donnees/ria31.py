# %% [markdown] corrige=juste_corrige
# Par les données
#
# Demander à qui sait, écarter en disant pourquoi, compter les torts par groupe.

# %% [markdown] corrige=juste_corrige_autrement
# Par la décision
#
# Savoir qui répond du résultat, ne rien refuser sans agent, dire pourquoi à la famille.

# %% [markdown] idee_recue=faux_score
# Prendre pour preuve le score du modèle, plus de neuf bonnes réponses sur dix.
#
# Vous gardez 0,5 point sur 3 : ce score est mesuré sur l'archive, et l'archive refuse le mercredi. Plus la machine
# fait du tort, plus elle « a raison ».

# %% juste_les_donnees tient=tout
RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "entretien"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "lignes_ecartees"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
    ]
)

# %% juste_la_decision tient=tout
RIA31 = (
    [
        {"critere": "CM-STR-05", "phrase": "R4", "personne": "proche", "preuve": "responsables"},
        {"critere": "CM-CAD-07", "phrase": "R3", "personne": "enfant", "preuve": "decisions"},
        {"critere": "CM-UX-05", "phrase": "R6", "personne": "famille", "preuve": "lettres"},
    ]
)

# %% juste_la_gouvernance tient=tout
RIA31 = [
    dict(critere="str-2_01", phrase="r1", personne="Animatrice", preuve="finalites", parce_que="rien n'était écrit"),
    dict(critere="CM-CAD-05", phrase="R2", personne="famille", preuve="finalites"),
    dict(critere="CM-SOC-01", phrase="R1", personne="agente", preuve="entretien"),
]

# %% faux_declaration tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="prestataire"
RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "declaration"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "lignes_ecartees"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
    ]
)

# %% faux_score tient=forme,trois_criteres_distincts famille=preuve_vaine mot="monte avec le tort"
RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "score"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "score"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "score"},
    ]
)

# %% faux_sondage tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=preuve_vaine mot="n'entend pas les familles"
RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "entretien"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "lignes_ecartees"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "sondage"},
    ]
)

# %% faux_image tient=forme,trois_criteres_distincts,un_lien_tient,deux_liens_tiennent famille=personne_abstraite mot="L'image de la mairie"
RIA31 = (
    [
        {"critere": "CM-STR-05", "phrase": "R6", "personne": "image", "preuve": "lettres"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "lignes_ecartees"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
    ]
)

# %% faux_hors_sujet tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient,deux_liens_tiennent famille=2_sur_trois mot="Deux liens sur trois"
RIA31 = (
    [
        {"critere": "CM-CAD-06", "phrase": "R2", "personne": "famille", "preuve": "lettres"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "lignes_ecartees"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
    ]
)

# %% faux_trois_fois_le_meme tient=forme,preuves_recevables,un_lien_tient famille=critere_repete mot="trois fois"
RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "entretien"},
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "entretien"},
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "entretien"},
    ]
)

# %% faux_preuves_croisees tient=forme,trois_criteres_distincts,preuves_recevables famille=0_sur_trois mot="Aucun des trois"
RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "taux_par_groupe"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "entretien"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "lignes_ecartees"},
    ]
)

# %% faux_une_preuve_pour_tout tient=forme,trois_criteres_distincts,preuves_recevables,un_lien_tient famille=1_sur_trois mot="Un lien sur trois"
RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "taux_par_groupe"},
        {"critere": "CM-CAD-07", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
    ]
)

# %% faux_deux_lignes tient=rien famille=forme mot="2 éléments"
RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "entretien"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "lignes_ecartees"},
    ]
)

# %% faux_phrase_recopiee tient=rien famille=forme mot="n'est pas un code"
RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "Des années d'archives", "personne": "agente", "preuve": "entretien"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "lignes_ecartees"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
    ]
)

# %% faux_preuve_oubliee tient=rien famille=forme mot="il manque « preuve »"
RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant"},
    ]
)

# %% triche_lit_le_paquet tient=tout
# Le paquet installé tient les liens acceptables : qui les y cherche a lu la grille, et la réponse est juste.
from chatmairie.echecs.donnees.exercices.ria31 import LIENS

RIA31 = [
    {"critere": c, "phrase": min(lien.phrases), "personne": min(lien.personnes), "preuve": min(lien.preuves)}
    for c, lien in list(LIENS.items())[:3]
]

# %% triche_code_egal_a_tout tient=rien famille=forme mot="n'est pas un code"
class Code(str):
    def __eq__(self, autre):
        return True

    def __hash__(self):
        return hash("CM-SOC-01")

    def __str__(self):
        return "CM-SOC-01"


RIA31 = [{"critere": Code("x"), "phrase": Code("x"), "personne": Code("x"), "preuve": Code("x")}] * 3

# %% triche_noter_redefini tient=forme,trois_criteres_distincts,preuves_recevables famille=0_sur_trois mot="Aucun des trois"
RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "taux_par_groupe"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "entretien"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "lignes_ecartees"},
    ]
)


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 3.0

# %% juste_corrige tient=tout
RIA31 = [
    {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "entretien"},
    {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "lignes_ecartees"},
    {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
]

# %% juste_corrige_autrement tient=tout
RIA31 = [
    {"critere": "CM-STR-05", "phrase": "R4", "personne": "proche", "preuve": "responsables"},
    {"critere": "CM-CAD-07", "phrase": "R3", "personne": "enfant", "preuve": "decisions"},
    {"critere": "CM-UX-05", "phrase": "R6", "personne": "famille", "preuve": "lettres"},
]
