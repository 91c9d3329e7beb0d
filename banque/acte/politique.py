# %% [markdown] corrige=juste_dans_l_ordre
# Quatre questions, dans l'ordre
#
# L'usage a-t-il besoin d'un acte ? L'extrait est-il ouvert à tous ? Le lien ouvre-t-il un droit ? Sinon, le premier
# moyen sûr que la personne peut prendre. Les listes viennent de la fiche : elles changent d'une mairie à l'autre.

# %% [markdown] corrige=juste_par_courrier
# FranceConnect+ ou le courrier
#
# Deux preuves suffisent, si l'une est ouverte à tout le monde. Le guichet reste possible pour qui préfère ; il n'est
# imposé à personne.

# %% [markdown] idee_recue=faux_franceconnect_faible
# Accepter FranceConnect, puisque c'est un service de l'État.
#
# Vous gardez 1,5 point sur 5 : FranceConnect seul est de niveau faible. Qui connaît le mot de passe d'un proche
# obtient son acte, une fois sur trois.

# %% faux_acte_par_courriel tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation grave famille=remise_ouverte mot="pour toujours"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courriel", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_acte_pour_tout tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,refus_explique,simple,main_humaine famille=acte_inutile mot="interroge elle-même"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if False:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_chatmairie_signe tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,refus_explique,pas_besoin,simple grave famille=sans_officier mot="délivré par ChatMairie"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "chatmairie"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_choisir_chatmairie tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,refus_explique,pas_besoin,simple grave famille=sans_officier mot="délivré par ChatMairie"
politique = choisir(
    "acte.politique",
    usage_sans_acte="pas_besoin",
    extrait_sans_filiation="sans_preuve",
    lien_sans_droit="refus",
    preuves_acceptees=["franceconnect_plus", "piece_au_guichet", "courrier_justifie"],
    remise="espace_securise",
    signe="chatmairie",
    prevenir="personne",
)

# %% faux_choisir_comme_les_autres tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,refus_explique,pas_besoin,main_humaine famille=preuve_inutile mot="sans se justifier"
politique = choisir(
    "acte.politique",
    usage_sans_acte="pas_besoin",
    extrait_sans_filiation="comme_les_autres",
    lien_sans_droit="refus",
    preuves_acceptees=["franceconnect_plus", "piece_au_guichet", "courrier_justifie"],
    remise="espace_securise",
    signe="officier",
    prevenir="moyen_verifie",
)

# %% faux_choisir_courriel tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation grave famille=remise_ouverte mot="pour toujours"
politique = choisir(
    "acte.politique",
    usage_sans_acte="pas_besoin",
    extrait_sans_filiation="sans_preuve",
    lien_sans_droit="refus",
    preuves_acceptees=["franceconnect_plus", "piece_au_guichet", "courrier_justifie"],
    remise="courriel",
    signe="officier",
    prevenir="moyen_verifie",
)

# %% faux_choisir_delivrer tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,refus_explique,simple,main_humaine famille=acte_inutile mot="interroge elle-même"
politique = choisir(
    "acte.politique",
    usage_sans_acte="delivrer",
    extrait_sans_filiation="sans_preuve",
    lien_sans_droit="refus",
    preuves_acceptees=["franceconnect_plus", "piece_au_guichet", "courrier_justifie"],
    remise="espace_securise",
    signe="officier",
    prevenir="moyen_verifie",
)

# %% faux_choisir_franceconnect tient=forme,presque_tous,sans_droit,remise_fermee grave famille=acte_vole mot="cette personne la passe aussi"
politique = choisir(
    "acte.politique",
    usage_sans_acte="pas_besoin",
    extrait_sans_filiation="sans_preuve",
    lien_sans_droit="refus",
    preuves_acceptees=["franceconnect", "franceconnect_plus", "piece_au_guichet", "courrier_justifie"],
    remise="espace_securise",
    signe="officier",
    prevenir="moyen_verifie",
)

# %% faux_choisir_guichet tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,pas_besoin,simple,main_humaine famille=deplace_pour_rien mot="dès la première question"
politique = choisir(
    "acte.politique",
    usage_sans_acte="pas_besoin",
    extrait_sans_filiation="sans_preuve",
    lien_sans_droit="guichet",
    preuves_acceptees=["franceconnect_plus", "piece_au_guichet", "courrier_justifie"],
    remise="espace_securise",
    signe="officier",
    prevenir="moyen_verifie",
)

# %% faux_choisir_sans_courrier tient=forme,presque_tous,attaques_arretees,sans_droit,remise_fermee grave famille=situation_dehors mot="ne l'aura pas"
politique = choisir(
    "acte.politique",
    usage_sans_acte="pas_besoin",
    extrait_sans_filiation="sans_preuve",
    lien_sans_droit="refus",
    preuves_acceptees=["franceconnect_plus", "piece_au_guichet"],
    remise="espace_securise",
    signe="officier",
    prevenir="moyen_verifie",
)

# %% faux_choisir_servir tient=forme,presque_tous,attaques_arretees,chaque_situation,remise_fermee grave famille=servi_sans_droit mot="n'y a pas droit"
politique = choisir(
    "acte.politique",
    usage_sans_acte="pas_besoin",
    extrait_sans_filiation="sans_preuve",
    lien_sans_droit="servir",
    preuves_acceptees=["franceconnect_plus", "piece_au_guichet", "courrier_justifie"],
    remise="espace_securise",
    signe="officier",
    prevenir="moyen_verifie",
)

# %% faux_code_au_numero_verifie tient=forme,presque_tous,sans_droit,remise_fermee grave famille=acte_vole mot="cette personne la passe aussi"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "code_numero_verifie" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "code_numero_verifie", "remise": "courrier"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_dans_le_chat tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation grave famille=remise_ouverte mot="pour toujours"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "chat"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_deplacer_tout_le_monde tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,refus_explique,pas_besoin,main_humaine famille=moins_simple mot="six minutes"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_en_ligne_partout tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,refus_explique,pas_besoin,main_humaine famille=voie_contradictoire mot="contredisent"
def politique(demande):
    r = {
        "voie": "en_ligne",
        "identification": "aucune",
        "remise": "courrier",
        "signe": "officier",
        "prevenir": "moyen_verifie",
        "motif": "Votre demande est transmise.",
    }
    f, m = demande["fiche"], demande["moyens"]
    if demande["usage"] in f["sans_acte"]:
        return r | {"voie": "pas_besoin", "remise": "aucune", "motif": "L'administration le demandera."}
    if demande["acte"] == "extrait sans filiation":
        return r
    if demande["lien"] not in f["ayants_droit"]:
        return r | {"voie": "refus", "remise": "aucune", "motif": "Réservé à la famille proche."}
    if "franceconnect_plus" in m:
        return r | {"identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in m:
        return r | {"identification": "piece_au_guichet", "remise": "guichet"}
    return r | {"identification": "courrier_justifie"}

# %% faux_espace_pour_tous tient=forme,presque_tous,attaques_arretees,sans_droit,remise_fermee grave famille=situation_dehors mot="ne l'aura pas"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie", "remise": "espace_securise"}

# %% faux_extrait_au_guichet tient=forme,presque_tous,attaques_arretees,sans_droit,remise_fermee grave famille=extrait_pas_remis mot="ouvert à toute personne"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse | {"voie": "guichet", "remise": "guichet"}
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_extrait_dans_l_espace tient=forme,presque_tous,attaques_arretees,sans_droit,remise_fermee grave famille=extrait_pas_remis mot="ouvert à toute personne"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse | {"voie": "en_ligne", "remise": "espace_securise"}
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_franceconnect_faible tient=forme,presque_tous,sans_droit,remise_fermee grave famille=acte_vole mot="cette personne la passe aussi"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "franceconnect" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect", "remise": "courrier"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_franceconnect_plus_seulement tient=forme,presque_tous,attaques_arretees,sans_droit,remise_fermee grave famille=situation_dehors mot="ne l'aura pas"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    return reponse | {"voie": "refus", "remise": "aucune", "motif": "Créez un compte FranceConnect+."}

# %% faux_guichet_seulement tient=forme,presque_tous,attaques_arretees,sans_droit,remise_fermee grave famille=situation_dehors mot="ne l'aura pas"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}

# %% faux_la_soeur_a_le_droit tient=forme,presque_tous,attaques_arretees,chaque_situation,remise_fermee grave famille=servi_sans_droit mot="n'y a pas droit"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"] and demande["lien"] == "voisin":
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_le_service_naif tient=forme famille=une_seule_reponse mot="ce qu'ils ont dit"
def politique(demande):
    return {
        "voie": "en_ligne", "identification": "code_numero_tape", "remise": "courriel", "signe": "chatmairie",
        "prevenir": "contact_tape", "motif": "Votre acte part tout de suite.",
    }

# %% faux_liens_en_dur tient=forme,presque_tous,attaques_arretees,sans_droit,remise_fermee visibles=tout grave=ailleurs famille=situation_dehors mot="ne l'aura pas"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in ("la personne elle-même", "père ou mère", "grand-parent", "enfant", "conjoint"):
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_ne_prevenir_personne tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,refus_explique,pas_besoin,simple famille=personne_pas_prevenue mot="Quelqu'un demande"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "personne", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_pas_besoin_pour_le_frere tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,pas_besoin,simple,main_humaine famille=refus_sans_raison mot="ne lui a dit non"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_photo_de_la_piece tient=forme,presque_tous,sans_droit,remise_fermee grave famille=acte_vole mot="cette personne la passe aussi"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "photo_piece" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "photo_piece", "remise": "courrier"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_plus_de_questions tient=forme,presque_tous,sans_droit,remise_fermee grave famille=acte_vole mot="cette personne la passe aussi"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "questions" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "questions", "remise": "courrier"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_preuve_pour_un_extrait tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,refus_explique,pas_besoin,main_humaine famille=preuve_inutile mot="sans se justifier"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse | {"identification": "courrier_justifie"}
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_prevenir_le_demandeur tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,refus_explique,pas_besoin,simple famille=personne_pas_prevenue mot="Quelqu'un demande"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "contact_tape", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_refus_au_guichet tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,pas_besoin,simple,main_humaine famille=deplace_pour_rien mot="dès la première question"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_refus_muet tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,pas_besoin,simple,main_humaine famille=refus_sans_raison mot="ni pourquoi"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Non."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_refuser_tout tient=forme grave famille=presque_personne mot="n'obtient rien"
def politique(demande):
    return {
        "voie": "refus", "identification": "aucune", "remise": "aucune", "signe": "officier",
        "prevenir": "moyen_verifie", "motif": "Ce service est fermé, par prudence.",
    }

# %% faux_rend_un_texte tient=rien famille=forme mot="un texte"
def politique(demande):
    return "guichet"

# %% faux_sans_motif tient=rien famille=forme mot="motif"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie"}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_servir_les_proches tient=forme,presque_tous,attaques_arretees,chaque_situation,remise_fermee grave famille=servi_sans_droit mot="n'y a pas droit"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"] and False:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_suspect_a_l_oeil tient=forme,presque_tous,sans_droit,remise_fermee grave famille=acte_vole mot="cette personne la passe aussi"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "code_numero_tape" in moyens and "photo_piece" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "code_numero_tape", "remise": "courrier"}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_usages_en_dur tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,refus_explique,simple,main_humaine visibles=tout famille=acte_inutile mot="interroge elle-même"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in ("passeport ou carte d'identité", "succession chez un notaire", "démarche de la mairie"):
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_voie_inconnue tient=rien famille=forme mot="n'est pas dans la liste"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "rien", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% juste_choisir tient=tout
politique = choisir(
    "acte.politique",
    usage_sans_acte="pas_besoin",
    extrait_sans_filiation="sans_preuve",
    lien_sans_droit="refus",
    preuves_acceptees=["franceconnect_plus", "piece_au_guichet", "courrier_justifie"],
    remise="espace_securise",
    signe="officier",
    prevenir="moyen_verifie",
)

# %% juste_dans_l_ordre tient=tout
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        motif = "Aucun acte n'est nécessaire : l'administration le demandera elle-même."
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": motif}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        motif = "Cet acte est réservé à la famille proche ; vous pouvez avoir l'extrait sans filiation."
        return reponse | {"voie": "refus", "remise": "aucune", "motif": motif}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% juste_par_courrier tient=tout
def repondre(voie, preuve, remise, motif="Votre demande est reçue, un officier d'état civil la signera."):
    return dict(voie=voie, identification=preuve, remise=remise, signe="Officier", prevenir="moyen vérifié", motif=motif)


def politique(demande):
    usage, lien, acte = demande["usage"], demande["lien"], demande["acte"]
    if usage in demande["fiche"]["sans_acte"]:
        return repondre("pas besoin", "aucune", "aucune", "Vous n'avez rien à fournir : on nous interrogera.")
    if "sans filiation" in acte:
        return repondre("courrier", "aucune", "courrier")
    if lien in demande["fiche"]["ayants_droit"]:
        if "franceconnect_plus" in demande["moyens"]:
            return repondre("en ligne", "FranceConnect+", "courrier")
        return repondre("courrier", "courrier_justifie", "courrier")
    return repondre("refus", "aucune", "aucune", f"Un {lien} ne peut pas avoir cet acte.")

# %% triche_change_les_moyens tient=forme grave famille=presque_personne mot="n'obtient rien"
def politique(demande):
    demande["moyens"].append("franceconnect_plus")
    demande["fiche"]["ayants_droit"].append(demande["lien"])
    return {
        "voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise", "signe": "officier",
        "prevenir": "moyen_verifie", "motif": "Tout le monde a FranceConnect+ maintenant.",
    }

# %% triche_voie_egale_a_tout tient=rien famille=forme mot="n'est pas dans la liste"
class Tout(str):
    def __eq__(self, autre):
        return True

    def __ne__(self, autre):
        return False

    def __hash__(self):
        return hash("en_ligne")


def politique(demande):
    return {cle: Tout("x") for cle in ("voie", "identification", "remise", "signe", "prevenir", "motif")}

# %% faux_courrier_pour_tout tient=forme famille=une_seule_reponse mot="une seule décision"
def politique(demande):
    return {
        "voie": "courrier",
        "identification": "courrier_justifie",
        "remise": "courrier",
        "signe": "officier",
        "prevenir": "moyen_verifie",
        "motif": "Écrivez-nous, avec vos justificatifs.",
    }

# %% faux_une_phrase_pour_tous tient=forme,presque_tous,attaques_arretees,sans_droit,chaque_situation,remise_fermee,pas_besoin,simple,main_humaine famille=refus_sans_raison mot="lit la même phrase"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": "Aucun acte n'est nécessaire."}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        return reponse | {"voie": "refus", "remise": "aucune", "motif": reponse["motif"]}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}

# %% faux_extrait_refuse_aux_enfants tient=forme,presque_tous,attaques_arretees,sans_droit,remise_fermee grave famille=situation_dehors mot="ne l'aura pas"
def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": "Aucun acte n'est nécessaire."}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"] or (
        demande["lien"] == "enfant" and demande["acte"] == "extrait avec filiation"
    ):
        return reponse | {"voie": "refus", "remise": "aucune", "motif": "Cet acte est réservé à la famille proche."}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}
