# %% [markdown] corrige=juste_map
# Une réponse claire par besoin
#
# On garde toutes les questions, et l'on donne à chacune la réponse claire du même besoin : elle est déjà dans le
# corpus.

# %% [markdown] corrige=juste_boucle
# Avec un dictionnaire et une boucle
#
# La même chose, ligne par ligne : un dictionnaire retient la réponse claire de chaque besoin.

# %% [markdown] idee_recue=faux_choisir_sans_argot
# Retirer l'argot du corpus, puis répondre clairement.
#
# Vous gardez 2 points sur 4 : plus aucune réponse ne tutoie, mais une question en argot sur trois n'est plus comprise.
# On a retiré des gens, pas un ton.

# %% juste_boucle tient=tout
def equilibrer(corpus):
    claire = {}
    for ligne in corpus.to_dict("records"):
        if ligne["registre_reponse"] == "clair":
            claire[ligne["besoin"]] = ligne["reponse"]
    rendu = corpus.copy()
    rendu["reponse"] = [claire[b] for b in rendu["besoin"]]
    return rendu[["question", "besoin", "reponse"]]

# %% juste_choisir tient=tout
equilibrer = choisir(
    "design.equilibrer",
    questions="toutes",
    reponses="claire_du_besoin",
)

# %% juste_fusion tient=tout
def equilibrer(corpus):
    claires = corpus.loc[corpus["registre_reponse"] == "clair", ["besoin", "reponse"]].drop_duplicates("besoin")
    questions = corpus.drop(columns=["reponse", "registre_reponse"])
    return questions.merge(claires, on="besoin").sort_values("question")

# %% juste_map tient=tout
def equilibrer(corpus):
    """Le corpus à donner à l'assistant (un DataFrame, mêmes colonnes)."""
    claires = corpus[corpus["registre_reponse"] == "clair"].drop_duplicates("besoin").set_index("besoin")["reponse"]
    return corpus.assign(reponse=corpus["besoin"].map(claires), registre_reponse="clair")

# %% faux_choisir_courantes tient=forme,reponses_du_besoin,aucune_familiarite grave famille=une_facon_d_ecrire_oubliee mot="ne comprend pas"
equilibrer = choisir(
    "design.equilibrer",
    questions="courantes",
    reponses="claire_du_besoin",
)

# %% faux_choisir_douze tient=forme,reponses_du_besoin,aucune_familiarite grave famille=plus_personne_compris mot="ne comprend pas"
equilibrer = choisir(
    "design.equilibrer",
    questions="douze_par_facon",
    reponses="claire_du_besoin",
)

# %% faux_choisir_retirer_familieres tient=forme,reponses_du_besoin,aucune_familiarite grave famille=plus_personne_compris mot="ne comprend pas"
equilibrer = choisir(
    "design.equilibrer",
    questions="toutes",
    reponses="retirer_familieres",
)

# %% faux_choisir_sans_argot tient=forme,reponses_du_besoin,aucune_familiarite grave famille=une_facon_d_ecrire_oubliee mot="argot"
equilibrer = choisir(
    "design.equilibrer",
    questions="sans_argot",
    reponses="claire_du_besoin",
)

# %% faux_choisir_sans_argot_du_corpus tient=forme,reponses_du_besoin grave famille=une_facon_d_ecrire_oubliee mot="argot"
equilibrer = choisir(
    "design.equilibrer",
    questions="sans_argot",
    reponses="du_corpus",
)

# %% faux_choisir_une_seule tient=forme,tous_compris grave famille=reponse_d_ailleurs mot="avance pas"
equilibrer = choisir(
    "design.equilibrer",
    questions="toutes",
    reponses="une_seule",
)

# %% faux_etiquette_changee tient=forme,tous_compris,reponses_du_besoin grave famille=encore_familier mot="connaît pas"
def equilibrer(corpus):
    return corpus.assign(registre_reponse="clair")

# %% faux_filtre_vide tient=rien famille=forme mot="vide"
def equilibrer(corpus):
    return corpus[corpus["registre_reponse"] == "claire"]

# %% faux_moitie_moitie tient=forme,reponses_du_besoin grave famille=plus_personne_compris mot="ne comprend pas"
def equilibrer(corpus):
    claires = corpus[corpus["registre_reponse"] == "clair"]
    return corpus.groupby("registre_reponse").head(len(claires))

# %% faux_rien_changer tient=forme,tous_compris,reponses_du_besoin grave famille=encore_familier mot="connaît pas"
def equilibrer(corpus):
    return corpus

# %% faux_sans_argot tient=forme,reponses_du_besoin,aucune_familiarite grave famille=une_facon_d_ecrire_oubliee mot="argot"
def equilibrer(corpus):
    sans = corpus[corpus["registre_question"] != "familier"]
    claires = corpus[corpus["registre_reponse"] == "clair"].drop_duplicates("besoin").set_index("besoin")["reponse"]
    return sans.assign(reponse=sans["besoin"].map(claires))

# %% faux_sans_reuf tient=forme,reponses_du_besoin grave famille=plus_personne_compris mot="ne comprend pas"
def equilibrer(corpus):
    return corpus[~corpus["reponse"].str.contains("mon reuf|frérot|gros")]

# %% triche_reponse_polie tient=forme,tous_compris grave famille=reponse_d_ailleurs mot="corpus"
def equilibrer(corpus):
    return corpus.assign(reponse="Bonjour, nous vous répondrons. Cordialement.", registre_reponse="clair")
