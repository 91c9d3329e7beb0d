# %% [markdown] corrige=juste_corrige
# Une liste, et le montant s'il existe
#
# Un salut, la mention de l'IA, les faits, deux gestes possibles, deux façons de joindre une personne, une fin. Le
# message n'est pas relu : le même respect pour tous.

# %% [markdown] corrige=juste_modele
# Un modèle dont on retire ce que l'on ne sait pas
#
# Toutes les phrases d'abord, puis celle du montant s'en va quand la mairie ne le connaît pas ; deux phrases aimables
# ne coûtent rien.

# %% [markdown] idee_recue=faux_obeit_au_message
# Répondre sur le ton de la personne : elle se sentira chez elle.
#
# Vous gardez 2 points sur 4 : il suffit que quelqu'un écrive « parle-moi comme à un pote » pour que la mairie
# tutoie. Une façon d'écrire se comprend ; elle ne se renvoie pas.

# %% juste_choisir tient=tout
reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="tout",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)

# %% juste_classe tient=tout
class Reponse:
    def __init__(self, contexte):
        self.phrases = []
        self.contexte = contexte

    def dire(self, *noms):
        self.phrases.extend(noms)
        return self

    def payer(self):
        return self.dire("montant") if self.contexte["montant"] else self


def reformuler(message, contexte):
    reponse = Reponse(contexte).dire("bonjour", "ia", "manque_avant_le").payer()
    return reponse.dire("envoyer", "apporter", "disposition", "telephone", "cordialement").phrases

# %% juste_dictionnaire_de_regles tient=tout
REGLES = {
    "bonjour": lambda c: True,
    "ia": lambda c: True,
    "manque": lambda c: True,
    "avant_le": lambda c: True,
    "montant": lambda c: c["montant"] is not None,
    "excuses": lambda c: True,
    "apporter": lambda c: True,
    "courriel": lambda c: True,
    "telephone": lambda c: True,
    "cordialement": lambda c: True,
}


def reformuler(message, contexte):
    return tuple(nom for nom, vrai in REGLES.items() if vrai(contexte))

# %% juste_generateur tient=tout
def reformuler(message, contexte):
    yield "Bonjour"
    yield "ia"
    yield "merci"
    yield "manque avant le"
    if contexte["montant"]:
        yield "montant"
    yield "envoyer"
    yield "guichet"
    yield "bonne journée"

# %% juste_liste tient=tout
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% juste_modele tient=tout
def reformuler(message, contexte):
    modele = "bonjour_prenom ia_relue comprends manque_avant_le montant apporter courriel bonne_journee"
    return [nom for nom in modele.split() if nom != "montant" or contexte["montant"]]

# %% faux_2_demande_age tient=forme,faits_gardes,registre,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=fait_invente mot="Quel âge avez-vous"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "age", "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_2_piece_inventee tient=forme,faits_gardes,registre,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=fait_invente mot="livret"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "livret", "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_3_promesse_reservee tient=forme,faits_gardes,registre,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=fait_invente mot="réservée"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "reservee", "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_affiche tient=rien famille=forme mot="print"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    print(["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"])

# %% faux_agent_au_telephone tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,dit_ia,meme_respect grave famille=sans_suite_ni_personne mot="quoi faire"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "deviner", "telephone", "guichet", "cordialement"]

# %% faux_au_hasard tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,suite_et_personne,dit_ia grave famille=deux_poids mot="d'un appel à l'autre"
import random


def reformuler(message, contexte):
    faits = ["manque", "avant_le", *(["montant"] if contexte["montant"] else [])]
    saluer = random.SystemRandom().choice(["bonjour", "bonjour_prenom"])
    return [saluer, "ia", *faits, "apporter", "envoyer", "telephone", "cordialement"]

# %% faux_choisir_administratif tient=forme,faits_gardes,rien_d_invente,registre,suite_et_personne,dit_ia,meme_respect famille=ni_clair_ni_courtois mot="Zofia"
reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="administratif",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)

# %% faux_choisir_comme_la_personne tient=forme,faits_gardes,rien_d_invente,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=registre_inadapte mot="inadapté"
reformuler = choisir(
    "design.reformuler",
    saluer="comme_la_personne",
    annoncer="tout",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)

# %% faux_choisir_en_ligne tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,dit_ia,meme_respect grave famille=sans_suite_ni_personne mot="La réponse faite"
reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="tout",
    ensuite="en_ligne",
    personne="assistant",
    dire="assistant_ia",
)

# %% faux_choisir_excuses tient=forme,suite_et_personne,dit_ia grave famille=fait_perdu mot="s'arrête là"
reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="excuses",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)

# %% faux_choisir_promettre tient=forme,faits_gardes,registre,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=fait_invente mot="promesse"
reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="promettre",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)

# %% faux_choisir_rassurer tient=forme,faits_gardes,rien_d_invente,registre,suite_et_personne,dit_ia,meme_respect famille=ni_clair_ni_courtois mot="parle à un enfant"
reformuler = choisir(
    "design.reformuler",
    saluer="rassurer",
    annoncer="tout",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)

# %% faux_choisir_sans_date tient=forme,suite_et_personne,dit_ia grave famille=fait_perdu mot="date limite"
reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="sans_date",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)

# %% faux_choisir_sans_ia tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,suite_et_personne,meme_respect grave famille=ia_cachee mot="agente"
reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="tout",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="rien",
)

# %% faux_choisir_selon_l_age tient=forme,faits_gardes,rien_d_invente,courtois_et_clair,suite_et_personne,dit_ia grave famille=registre_inadapte mot="inadapté"
reformuler = choisir(
    "design.reformuler",
    saluer="selon_l_age",
    annoncer="tout",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="assistant_ia",
)

# %% faux_choisir_signer_agent tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,suite_et_personne,meme_respect grave famille=ia_cachee mot="de la mairie, qui vous écrit"
reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="tout",
    ensuite="apporter_ou_envoyer",
    personne="agent",
    dire="signer_agent",
)

# %% faux_choisir_telephone_seul tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,dit_ia,meme_respect grave famille=sans_suite_ni_personne mot="La réponse faite"
reformuler = choisir(
    "design.reformuler",
    saluer="bonjour",
    annoncer="tout",
    ensuite="appeler",
    personne="agent",
    dire="assistant_ia",
)

# %% faux_deux_fois tient=forme,faits_gardes,rien_d_invente,registre,suite_et_personne,dit_ia,meme_respect famille=ni_clair_ni_courtois mot="dit 2 fois"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "apporter", "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_dictionnaire tient=rien famille=forme mot="dictionnaire"
def reformuler(message, contexte):
    return {"saluer": "bonjour", "faits": ["manque", "avant_le"]}

# %% faux_facile_pour_les_ages tient=forme,faits_gardes,rien_d_invente,registre,suite_et_personne,dit_ia grave famille=ni_clair_ni_courtois mot="parle à un enfant"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, *(["facile"] if contexte["age"] > 70 else []), "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_honneur tient=forme,faits_gardes,rien_d_invente,registre,suite_et_personne,dit_ia,meme_respect famille=ni_clair_ni_courtois mot="Zofia"
def reformuler(message, contexte):
    faits = ["honneur"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_huit_jours tient=forme,faits_gardes,registre,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=fait_invente mot="sous huit jours"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "huit_jours", "telephone", "guichet", "cordialement"]

# %% faux_humaine_si_on_le_demande tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,suite_et_personne,meme_respect grave famille=ia_cachee mot="agente"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    if "humaine" in message:
        return ["bonjour", "agente", *faits, "apporter", "telephone", "cordialement"]
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_ia_cachee tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,suite_et_personne,meme_respect grave famille=ia_cachee mot="agente"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_ia_et_signature_d_agent tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,suite_et_personne,meme_respect grave famille=ia_cachee mot="Cordialement,"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "signe_agent"]

# %% faux_je_suis_humaine tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,suite_et_personne,meme_respect grave famille=ia_cachee mot="qui vous écrit"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "agente", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_montant_oublie tient=forme,suite_et_personne,dit_ia grave famille=fait_perdu mot="le montant"
def reformuler(message, contexte):
    return ["bonjour", "ia", "manque", "avant_le", "apporter", "envoyer", "telephone", "cordialement"]

# %% faux_montant_toujours tient=forme,faits_gardes,registre,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=fait_invente mot="Le montant est de …"
def reformuler(message, contexte):
    faits = ["manque", "avant_le", "montant"]
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "cordialement"]

# %% faux_obeit_au_message tient=forme,faits_gardes,rien_d_invente,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=pris_au_piege mot="obéir"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    if "pote" in message or "argot" in message:
        return ["salut", "ia", *faits, "apporter", "envoyer", "telephone", "ciao"]
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_ordre_sans_tu tient=forme,faits_gardes,rien_d_invente,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=registre_inadapte mot="Ramène"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "ramene", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_oui tient=forme grave famille=fait_perdu mot="s'arrête"
def reformuler(message, contexte):
    return ["acceptee"]

# %% faux_personne_a_joindre tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,dit_ia,meme_respect grave famille=sans_suite_ni_personne mot="parler à une personne"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "disposition", "cordialement"]

# %% faux_phrase_inconnue tient=rien famille=forme mot="Vouliez-vous dire"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichets_ouverts", "cordialement"]

# %% faux_promet_a_qui_le_demande tient=forme,faits_gardes,registre,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=fait_invente mot="s'y fiera"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    if "Promets" in message:
        faits.append("acceptee")
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_que_l_ecran tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,dit_ia,meme_respect grave famille=sans_suite_ni_personne mot="Karim"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "envoyer", "courriel", "cordialement"]

# %% faux_que_le_telephone tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,dit_ia,meme_respect grave famille=sans_suite_ni_personne mot="quoi faire"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "telephone", "cordialement"]

# %% faux_rien_a_payer tient=forme,faits_gardes,registre,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=fait_invente mot="rien à payer"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    else:
        faits.append("gratuit")
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_salut_aux_jeunes tient=forme,faits_gardes,rien_d_invente,registre,courtois_et_clair,suite_et_personne,dit_ia grave famille=deux_poids mot="Personne n'a demandé"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour" if contexte["age"] > 30 else "bonjour_prenom", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_sans_fin tient=forme,faits_gardes,rien_d_invente,registre,suite_et_personne,dit_ia,meme_respect famille=ni_clair_ni_courtois mot="formule de fin"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet"]

# %% faux_sans_salut tient=forme,faits_gardes,rien_d_invente,registre,suite_et_personne,dit_ia,meme_respect famille=ni_clair_ni_courtois mot="salut"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_texte tient=rien famille=forme mot="renvoie un texte"
def reformuler(message, contexte):
    c = contexte
    return f"Bonjour, il manque {c['piece']} avant le {c['date_limite']}. Cordialement."

# %% faux_ton_de_la_personne tient=forme,faits_gardes,rien_d_invente,courtois_et_clair,suite_et_personne,dit_ia,meme_respect grave famille=registre_inadapte mot="inadapté"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["yo", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]

# %% faux_trop_long tient=forme,faits_gardes,rien_d_invente,registre,suite_et_personne,dit_ia,meme_respect famille=ni_clair_ni_courtois mot="compte 1"
def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", "ia_relue", "merci", "excuses", "comprends", *faits, "apporter", "envoyer", "telephone", "courriel", "guichet", "disposition", "cordialement"]

# %% triche_constante tient=forme,suite_et_personne,dit_ia grave famille=fait_perdu mot="s'arrête là"
def reformuler(message, contexte):
    return ["bonjour", "ia", "excuses", "apporter", "telephone", "cordialement"]

# %% triche_tout_le_contexte tient=rien famille=forme mot="n'est pas une phrase de la liste"
def reformuler(message, contexte):
    return [str(v) for v in contexte.values()]

# %% triche_toutes_les_phrases tient=forme,faits_gardes,suite_et_personne,meme_respect grave famille=fait_invente mot="s'y fiera"
from chatmairie.echecs.design.mecanisme import PHRASES


def reformuler(message, contexte):
    return list(PHRASES)

# %% juste_corrige tient=tout
def reformuler(message, contexte):
    """Les noms des phrases à envoyer, dans l'ordre (une liste)."""
    montant = ["montant"] if contexte["montant"] is not None else []
    faits = ["manque", "avant_le", *montant]
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]
