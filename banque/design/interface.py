# %% [markdown] corrige=juste_gabarit
# La page mise en ligne, réparée
#
# De vrais éléments (`main`, `h1`, `label`, `button`), la conversation dans un `role="log"`, l'erreur reliée au champ,
# des largeurs qui suivent l'écran. `escape` garde entier ce que les gens écrivent, signes compris.

# %% [markdown] corrige=juste_listes
# Une liste, et l'erreur dans l'étiquette
#
# Une autre page, aussi bonne : l'étiquette entoure le champ et contient l'erreur, la liste est annoncée par
# `aria-live="polite"`.

# %% [markdown] idee_recue=faux_choisir_placeholder
# Un texte gris dans le champ suffit pour dire quoi y écrire, et c'est plus épuré.
#
# Vous gardez 2 points sur 4 : le texte s'efface dès que l'on écrit. Rayan, qui lit l'écran avec un lecteur d'écran,
# entend « zone d'édition » ; Zofia ne retrouve plus ce qu'on lui demandait.

# %% juste_choisir tient=tout
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="polie",
    erreur="reliee",
    couleurs="sombres",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% juste_gabarit tient=tout
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% juste_listes tient=tout
import html


def interface_html(reponse):
    sur = html.escape
    lignes = ["<!doctype html>", '<html lang="fr-FR">', "<head>", "<title>Assistant de la mairie</title>"]
    lignes += ['<meta name="viewport" content="width=device-width">', "</head>", "<body>"]
    lignes += ["<header><p>Attention : vous parlez à un robot, qui peut se tromper.</p></header>", "<main>"]
    lignes += ["<h1>Poser une question à la mairie</h1>", "<h2>Conversation</h2>", '<ul aria-live="polite">']
    for message in reponse["historique"]:
        lignes.append("<li>" + sur(message["qui"]) + " : " + sur(message["texte"]) + "</li>")
    lignes += ["</ul>", "<form>", "<label>Votre question"]
    if reponse["erreur"]:
        lignes.append("<strong>" + sur(reponse["erreur"]) + "</strong>")
    lignes += ['<input type="text" name="q">', "</label>", '<input type="submit" value="Envoyer">', "</form>"]
    lignes += ["<h2>Parler à quelqu'un</h2>", "<ul>"]
    lignes += ["<li>" + sur(valeur) + "</li>" for valeur in reponse["contact"].values()]
    return "\n".join([*lignes, "</ul>", "</main>", "</body>", "</html>"])

# %% juste_sans_telephone tient=tout
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_affiche tient=rien famille=forme mot="print"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    print(f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>""")

# %% faux_aria_label_vide tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous grave famille=champ_sans_etiquette mot="étiquette"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="question">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_choisir_au_survol tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous grave famille=champ_sans_etiquette mot="étiquette"
interface_html = choisir(
    "design.interface",
    champ="title",
    envoyer="bouton",
    annonce="polie",
    erreur="reliee",
    couleurs="sombres",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% faux_choisir_belle_fleche tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous grave famille=souris_seule mot="souris"
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="image",
    annonce="polie",
    erreur="reliee",
    couleurs="sombres",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% faux_choisir_bouton_muet tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous grave famille=commande_sans_nom mot="dessin ne se prononce"
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton_muet",
    annonce="polie",
    erreur="reliee",
    couleurs="sombres",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% faux_choisir_erreur_en_haut tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,commandes_au_clavier,page_pour_tous famille=erreur_sans_champ mot="loin du champ"
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="polie",
    erreur="en_haut",
    couleurs="sombres",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% faux_choisir_erreur_en_rouge tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,commandes_au_clavier,page_pour_tous grave famille=erreur_non_dite mot="bordure rouge"
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="polie",
    erreur="en_rouge",
    couleurs="sombres",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% faux_choisir_gris_tendance tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier grave famille=contraste mot="trop pâle"
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="polie",
    erreur="reliee",
    couleurs="tendance",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% faux_choisir_ia_en_pied tient=forme,reponse_lue,signes_gardes,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous grave famille=ia_dite_trop_tard mot="raconté sa vie"
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="polie",
    erreur="reliee",
    couleurs="sombres",
    mesures="souples",
    dire_ia="pied",
    contact="plusieurs",
)

# %% faux_choisir_largeur_fixe tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier grave famille=deborde mot="320 pixels"
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="polie",
    erreur="reliee",
    couleurs="sombres",
    mesures="fixes",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% faux_choisir_placeholder tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous grave famille=champ_sans_etiquette mot="étiquette"
interface_html = choisir(
    "design.interface",
    champ="placeholder",
    envoyer="bouton",
    annonce="polie",
    erreur="reliee",
    couleurs="sombres",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% faux_choisir_sans_annonce tient=forme,reponse_lue,signes_gardes,tout_y_est,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous grave famille=reponse_non_annoncee mot="en silence"
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="aucune",
    erreur="reliee",
    couleurs="sombres",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% faux_choisir_telephone_seul tient=forme,reponse_lue,signes_gardes,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous grave famille=contact_absent mot="Aurélie"
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="polie",
    erreur="reliee",
    couleurs="sombres",
    mesures="souples",
    dire_ia="en_tete",
    contact="telephone",
)

# %% faux_choisir_tout_de_suite tient=forme,reponse_lue,signes_gardes,tout_y_est,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous famille=coupe_la_parole mot="coupe la parole"
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="insistante",
    erreur="reliee",
    couleurs="sombres",
    mesures="souples",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% faux_choisir_zoom_interdit tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier grave famille=zoom_interdit mot="agrandissement"
interface_html = choisir(
    "design.interface",
    champ="etiquette",
    envoyer="bouton",
    annonce="polie",
    erreur="reliee",
    couleurs="sombres",
    mesures="verrouillees",
    dire_ia="en_tete",
    contact="plusieurs",
)

# %% faux_couche_d_accessibilite tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier famille=exterieur mot="venu d'ailleurs"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style><script src="https://acces.example/couche.js"></script></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_curseur_qui_saute tient=forme,reponse_lue,signes_gardes,tout_y_est,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous famille=curseur_deplace mot="saute"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log" tabindex="-1" autofocus>{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_derniere_reponse_seule tient=forme,reponse_lue,signes_gardes,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous famille=historique_perdu mot="Zofia"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"][-2:])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_hauteur_fixe tient=forme famille=style_inconnu mot="height: 120px"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log" style="height: 120px; overflow: hidden">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_morceau tient=rien famille=forme mot="page entière"
def interface_html(reponse):
    return "<p>" + reponse["historique"][-1]["texte"] + "</p>"

# %% faux_ordre_force tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous famille=ordre_force mot="tabindex"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button tabindex="2">Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_sans_champ tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,page_pour_tous grave famille=erreur_sans_champ mot="loin du champ"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_sans_contour tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous grave famille=focus_invisible mot="contour"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }} * {{ outline: none; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_sans_langue tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier famille=langue mot="prononciation"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_sans_proteger_les_signes tient=forme,reponse_lue,tout_y_est,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous famille=signes_avales mot="html.escape"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {m['texte']}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_titres_en_gras tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier famille=titres mot="titre en titre"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><p><b>ChatMairie</b></p><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_toujours_en_erreur tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,commandes_au_clavier,page_pour_tous famille=erreur_sans_raison mot="n'existe pas"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"'
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_div_cliquable tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous grave famille=souris_seule mot="souris"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p>{escape(m['qui'])} : {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><div onclick="envoyer()">Envoyer</div></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_bouton_image tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous grave famille=commande_sans_nom mot="prononce"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p>{escape(m['qui'])} : {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button><img src="data:," alt=""></button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_bord_rouge tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,commandes_au_clavier,page_pour_tous grave famille=erreur_non_dite mot="bordure rouge"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p>{escape(m['qui'])} : {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' style="border-color: #b30000"' if erreur else ""
    erreur = ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_gris_clair tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier grave famille=contraste mot="trop pâle"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p>{escape(m['qui'])} : {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #bbbbbb; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_ia_apres tient=forme,reponse_lue,signes_gardes,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous grave famille=ia_dite_trop_tard mot="raconté sa vie"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p>{escape(m['qui'])} : {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><div role="log">{messages}</div>
<p>Une IA vous répond.</p>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_neuf_cents_pixels tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier grave famille=deborde mot="320 pixels"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p>{escape(m['qui'])} : {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; width: 900px; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_silence tient=forme,reponse_lue,signes_gardes,tout_y_est,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous grave famille=reponse_non_annoncee mot="en silence"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p>{escape(m['qui'])} : {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div>{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_telephone_seul tient=forme,reponse_lue,signes_gardes,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous grave famille=contact_absent mot="Aurélie"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p>{escape(m['qui'])} : {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}.</p></main></body></html>"""

# %% faux_assertive tient=forme,reponse_lue,signes_gardes,tout_y_est,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous famille=coupe_la_parole mot="coupe la parole"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p>{escape(m['qui'])} : {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log" aria-live="assertive">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_sans_zoom tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier grave famille=zoom_interdit mot="agrandissement"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p>{escape(m['qui'])} : {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1, user-scalable=no">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% triche_enorme tient=rien famille=forme mot="caractères"
def interface_html(reponse):
    return "<html>" + "<p>" * 100000

# %% triche_page_constante tient=forme famille=message_absent mot="tel quel"
def interface_html(reponse):
    return """<!DOCTYPE html><html lang="fr"><head><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log"></div><form><label for="q">Votre message</label><textarea id="q"></textarea><button>Envoyer</button></form></main></body></html>"""

# %% triche_texte_escamote tient=forme famille=style_inconnu mot="il le refuse"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log" style="position: absolute; left: -9999px">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% juste_reponse_en_status tient=tout
def interface_html(reponse):
    *avant, derniere = reponse["historique"]
    messages = "".join(f"<li>{m['qui']} : {html.escape(m['texte'])}</li>" for m in avant)
    erreur = html.escape(reponse["erreur"])
    lie = ' aria-invalid="true" aria-describedby="souci"' if erreur else ""
    contact = "".join(f"<dt>{nom}</dt><dd>{html.escape(c)}</dd>" for nom, c in reponse["contact"].items())
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"></head>
    <body><main><h1>ChatMairie</h1><p>Vous parlez à une IA.</p>
    <h2>Votre conversation</h2><ul>{messages}</ul>
    <p role="status"><span class="a-l-oreille">Nouvelle réponse :</span> {html.escape(derniere["texte"])}</p>
    <form><fieldset><legend>Écrire à la mairie</legend><label class="a-l-oreille" for="q">Votre question</label>
    <textarea id="q" name="q" rows="3"{lie}></textarea>
    <p id="souci" aria-live="assertive">{erreur}</p><button>Envoyer</button></fieldset></form>
    <details><summary>Parler à une personne</summary><dl>{contact}</dl></details></main></body></html>"""

# %% faux_bouton_inerte tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous grave famille=commande_inerte mot="Étienne"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button tabindex="-1">Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_erreur_hors_ecran tient=forme famille=style_inconnu mot="il le refuse"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur" style="opacity: 0">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_texte_preformate tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier famille=element_inconnu mot="<pre>"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<pre><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</pre>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% triche_ia_niee tient=forme,reponse_lue,signes_gardes,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous grave famille=ia_dite_trop_tard mot="raconté sa vie"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Ici, pas de robot ni d'IA : une personne vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% triche_contact_hors_ecran tient=forme famille=style_inconnu mot="il le refuse"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p style="position: absolute; left: -9999px">Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% triche_lettres_de_taille_zero tient=forme famille=style_inconnu mot="font-size"
from html import escape


def interface_html(reponse):
    messages = "".join(f"<p><b>{escape(m['qui'])} :</b> {escape(m['texte'])}</p>" for m in reponse["historique"])
    erreur = escape(reponse["erreur"])
    relie = ' aria-invalid="true" aria-describedby="erreur"' if erreur else ""
    contact = reponse["contact"]
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #222222; background: #ffffff; max-width: 40em; }}</style></head>
<body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log" style="font-size: 0">{messages}</div>
<form><p><label for="q">Votre message</label> <textarea id="q"{relie}></textarea></p><p id="erreur">{erreur}</p>
<p><button>Envoyer</button></p></form>
<p>Une personne vous répond : {contact["telephone"]}, {contact["courriel"]}, {contact["guichet"]}.</p></main></body></html>"""

# %% faux_opacite tient=forme famille=style_inconnu mot="opacity: 0.3"
def interface_html(reponse):
    e = html.escape
    lignes = "\n".join(f"<li><strong>{e(m['qui'])} :</strong> {e(m['texte'])}</li>" for m in reponse["historique"])
    erreur = reponse["erreur"]
    c = reponse["contact"]
    bloc_erreur = f'<p id="err" class="erreur">Erreur : {e(erreur)}</p>' if erreur else ""
    lien = ' aria-invalid="true" aria-describedby="err"' if erreur else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ChatMairie, l'assistant de la mairie</title>
<style>
body {{ color: #1a1a1a; background: #ffffff; font-family: sans-serif; }}
main {{ max-width: 40rem; margin: 0 auto; padding: 0 1rem; }}
li {{ opacity: 0.3; }}
.erreur {{ color: #a00000; }}
</style>
</head>
<body>
<main>
<h1>ChatMairie</h1>
<p>Un assistant automatique (une IA) vous répond.</p>
<ul aria-live="polite">
{lignes}
</ul>
<form method="post">
<label for="message">Votre message</label>
<input id="message" name="message" type="text"{lien}>
{bloc_erreur}
<button type="submit">Envoyer</button>
</form>
<p>Joindre une personne : téléphone {e(c['telephone'])}, courriel {e(c['courriel'])}, guichet {e(c['guichet'])}.</p>
</main>
</body>
</html>"""

# %% faux_2_couleur_qui tient=forme,reponse_lue,signes_gardes,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous famille=auteur_inconnu mot="qui parle"
def interface_html(reponse):
    e = html.escape
    lignes = "\n".join(f"<li style='background:{'#e8f0fe' if m['qui'] == 'Vous' else '#e6f4ea'}'>{e(m['texte'])}</li>" for m in reponse["historique"])
    erreur = reponse["erreur"]
    c = reponse["contact"]
    bloc_erreur = f'<p id="err" class="erreur">Erreur : {e(erreur)}</p>' if erreur else ""
    lien = ' aria-invalid="true" aria-describedby="err"' if erreur else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ChatMairie, l'assistant de la mairie</title>
<style>
body {{ color: #1a1a1a; background: #ffffff; font-family: sans-serif; }}
main {{ max-width: 40rem; margin: 0 auto; padding: 0 1rem; }}
.erreur {{ color: #a00000; }}
</style>
</head>
<body>
<main>
<h1>ChatMairie</h1>
<p>Un assistant automatique (une IA) vous répond.</p>
<ul aria-live="polite">
{lignes}
</ul>
<form method="post">
<label for="message">Votre message</label>
<input id="message" name="message" type="text"{lien}>
{bloc_erreur}
<button type="submit">Envoyer</button>
</form>
<p>Joindre une personne : téléphone {e(c['telephone'])}, courriel {e(c['courriel'])}, guichet {e(c['guichet'])}.</p>
</main>
</body>
</html>"""

# %% faux_2_bouton_type_button tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous grave famille=rien_ne_part mot="n'envoie rien"
def interface_html(reponse):
    e = html.escape
    lignes = "\n".join(f"<li><strong>{e(m['qui'])} :</strong> {e(m['texte'])}</li>" for m in reponse["historique"])
    erreur = reponse["erreur"]
    c = reponse["contact"]
    bloc_erreur = f'<p id="err" class="erreur">Erreur : {e(erreur)}</p>' if erreur else ""
    lien = ' aria-invalid="true" aria-describedby="err"' if erreur else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ChatMairie, l'assistant de la mairie</title>
<style>
body {{ color: #1a1a1a; background: #ffffff; font-family: sans-serif; }}
main {{ max-width: 40rem; margin: 0 auto; padding: 0 1rem; }}
.erreur {{ color: #a00000; }}
</style>
</head>
<body>
<main>
<h1>ChatMairie</h1>
<p>Un assistant automatique (une IA) vous répond.</p>
<ul aria-live="polite">
{lignes}
</ul>
<form method="post">
<label for="message">Votre message</label>
<input id="message" name="message" type="text"{lien}>
{bloc_erreur}
<button type="button">Envoyer</button>
</form>
<p>Joindre une personne : téléphone {e(c['telephone'])}, courriel {e(c['courriel'])}, guichet {e(c['guichet'])}.</p>
</main>
</body>
</html>"""

# %% juste_erreur_dans_label tient=tout
def interface_html(reponse):
    e = html.escape
    lignes = "\n".join(f"<li><strong>{e(m['qui'])} :</strong> {e(m['texte'])}</li>" for m in reponse["historique"])
    erreur = reponse["erreur"]
    c = reponse["contact"]
    bloc_erreur = ""
    lien = ' aria-invalid="true"' if erreur else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ChatMairie, l'assistant de la mairie</title>
<style>
body {{ color: #1a1a1a; background: #ffffff; font-family: sans-serif; }}
main {{ max-width: 40rem; margin: 0 auto; padding: 0 1rem; }}
.erreur {{ color: #a00000; }}
</style>
</head>
<body>
<main>
<h1>ChatMairie</h1>
<p>Un assistant automatique (une IA) vous répond.</p>
<ul aria-live="polite">
{lignes}
</ul>
<form method="post">
<label for="message">Votre message{" (erreur : " + e(erreur) + ")" if erreur else ""}</label>
<input id="message" name="message" type="text"{lien}>
{bloc_erreur}
<button type="submit">Envoyer</button>
</form>
<p>Joindre une personne : téléphone {e(c['telephone'])}, courriel {e(c['courriel'])}, guichet {e(c['guichet'])}.</p>
</main>
</body>
</html>"""

# %% faux_aria_hidden tient=forme famille=texte_muet mot="rendue muette"
def interface_html(reponse):
    e = html.escape
    lignes = "\n".join(f"<li><strong>{e(m['qui'])} :</strong> {e(m['texte'])}</li>" for m in reponse["historique"])
    erreur = reponse["erreur"]
    c = reponse["contact"]
    bloc_erreur = f'<p id="err" class="erreur">Erreur : {e(erreur)}</p>' if erreur else ""
    lien = ' aria-invalid="true" aria-describedby="err"' if erreur else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ChatMairie, l'assistant de la mairie</title>
<style>
body {{ color: #1a1a1a; background: #ffffff; font-family: sans-serif; }}
main {{ max-width: 40rem; margin: 0 auto; padding: 0 1rem; }}
.erreur {{ color: #a00000; }}
</style>
</head>
<body>
<main>
<h1>ChatMairie</h1>
<p>Un assistant automatique (une IA) vous répond.</p>
<ul aria-live="polite" aria-hidden="true">
{lignes}
</ul>
<form method="post">
<label for="message">Votre message</label>
<input id="message" name="message" type="text"{lien}>
{bloc_erreur}
<button type="submit">Envoyer</button>
</form>
<p>Joindre une personne : téléphone {e(c['telephone'])}, courriel {e(c['courriel'])}, guichet {e(c['guichet'])}.</p>
</main>
</body>
</html>"""

# %% faux_onload tient=forme famille=attribut_inconnu mot="onload"
def interface_html(reponse):
    e = html.escape
    lignes = "\n".join(f"<li><strong>{e(m['qui'])} :</strong> {e(m['texte'])}</li>" for m in reponse["historique"])
    erreur = reponse["erreur"]
    c = reponse["contact"]
    bloc_erreur = f'<p id="err" class="erreur">Erreur : {e(erreur)}</p>' if erreur else ""
    lien = ' aria-invalid="true" aria-describedby="err"' if erreur else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ChatMairie, l'assistant de la mairie</title>
<style>
body {{ color: #1a1a1a; background: #ffffff; font-family: sans-serif; }}
main {{ max-width: 40rem; margin: 0 auto; padding: 0 1rem; }}
.erreur {{ color: #a00000; }}
</style>
</head>
<body onload="this.innerHTML=1">
<main>
<h1>ChatMairie</h1>
<p>Un assistant automatique (une IA) vous répond.</p>
<ul aria-live="polite">
{lignes}
</ul>
<form method="post">
<label for="message">Votre message</label>
<input id="message" name="message" type="text"{lien}>
{bloc_erreur}
<button type="submit">Envoyer</button>
</form>
<p>Joindre une personne : téléphone {e(c['telephone'])}, courriel {e(c['courriel'])}, guichet {e(c['guichet'])}.</p>
</main>
</body>
</html>"""

# %% faux_image_texte tient=forme famille=texte_escamote mot="écran vide"
def interface_html(reponse):
    e = html.escape
    lignes = "\n".join(f"<li><strong>{e(m['qui'])} :</strong> <img src='x' alt='{e(m['texte'])}'></li>" for m in reponse["historique"])
    erreur = reponse["erreur"]
    c = reponse["contact"]
    bloc_erreur = f'<p id="err" class="erreur">Erreur : {e(erreur)}</p>' if erreur else ""
    lien = ' aria-invalid="true" aria-describedby="err"' if erreur else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ChatMairie, l'assistant de la mairie</title>
<style>
body {{ color: #1a1a1a; background: #ffffff; font-family: sans-serif; }}
main {{ max-width: 40rem; margin: 0 auto; padding: 0 1rem; }}
.erreur {{ color: #a00000; }}
</style>
</head>
<body>
<main>
<h1>ChatMairie</h1>
<p>Un assistant automatique (une IA) vous répond.</p>
<ul aria-live="polite">
{lignes}
</ul>
<form method="post">
<label for="message">Votre message</label>
<input id="message" name="message" type="text"{lien}>
{bloc_erreur}
<button type="submit">Envoyer</button>
</form>
<p>Joindre une personne : téléphone {e(c['telephone'])}, courriel {e(c['courriel'])}, guichet {e(c['guichet'])}.</p>
</main>
</body>
</html>"""

# %% faux_ordre_inverse tient=forme,reponse_lue,signes_gardes,reponse_annoncee,erreur_avec_son_champ,commandes_au_clavier,page_pour_tous famille=ordre_perdu mot="dans l'ordre"
def interface_html(reponse):
    e = html.escape
    lignes = "\n".join(f"<li><strong>{e(m['qui'])} :</strong> {e(m['texte'])}</li>" for m in reponse["historique"][::-1])
    erreur = reponse["erreur"]
    c = reponse["contact"]
    bloc_erreur = f'<p id="err" class="erreur">Erreur : {e(erreur)}</p>' if erreur else ""
    lien = ' aria-invalid="true" aria-describedby="err"' if erreur else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ChatMairie, l'assistant de la mairie</title>
<style>
body {{ color: #1a1a1a; background: #ffffff; font-family: sans-serif; }}
main {{ max-width: 40rem; margin: 0 auto; padding: 0 1rem; }}
.erreur {{ color: #a00000; }}
</style>
</head>
<body>
<main>
<h1>ChatMairie</h1>
<p>Un assistant automatique (une IA) vous répond.</p>
<ul aria-live="polite">
{lignes}
</ul>
<form method="post">
<label for="message">Votre message</label>
<input id="message" name="message" type="text"{lien}>
{bloc_erreur}
<button type="submit">Envoyer</button>
</form>
<p>Joindre une personne : téléphone {e(c['telephone'])}, courriel {e(c['courriel'])}, guichet {e(c['guichet'])}.</p>
</main>
</body>
</html>"""

# %% faux_form_hors tient=forme,reponse_lue,signes_gardes,tout_y_est,reponse_annoncee,erreur_avec_son_champ,page_pour_tous grave famille=rien_ne_part mot="n'envoie rien"
def interface_html(reponse):
    e = html.escape
    lignes = "\n".join(f"<li><strong>{e(m['qui'])} :</strong> {e(m['texte'])}</li>" for m in reponse["historique"])
    erreur = reponse["erreur"]
    c = reponse["contact"]
    bloc_erreur = f'<p id="err" class="erreur">Erreur : {e(erreur)}</p>' if erreur else ""
    lien = ' aria-invalid="true" aria-describedby="err"' if erreur else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ChatMairie, l'assistant de la mairie</title>
<style>
body {{ color: #1a1a1a; background: #ffffff; font-family: sans-serif; }}
main {{ max-width: 40rem; margin: 0 auto; padding: 0 1rem; }}
.erreur {{ color: #a00000; }}
</style>
</head>
<body>
<main>
<h1>ChatMairie</h1>
<p>Un assistant automatique (une IA) vous répond.</p>
<ul aria-live="polite">
{lignes}
</ul>
<label for="message">Votre message</label>
<input id="message" name="message" type="text"{lien}>
{bloc_erreur}
<button type="submit">Envoyer</button>
<p>Joindre une personne : téléphone {e(c['telephone'])}, courriel {e(c['courriel'])}, guichet {e(c['guichet'])}.</p>
</main>
</body>
</html>"""

# %% juste_feuille tient=tout
from chatmairie.echecs.design.page import FEUILLE


def interface_html(reponse):
    e = html.escape
    lignes = "\n".join(f"<li><strong>{e(m['qui'])} :</strong> {e(m['texte'])}</li>" for m in reponse["historique"])
    erreur = reponse["erreur"]
    c = reponse["contact"]
    bloc_erreur = f'<p id="err" class="erreur">Erreur : {e(erreur)}</p>' if erreur else ""
    lien = ' aria-invalid="true" aria-describedby="err"' if erreur else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ChatMairie, l'assistant de la mairie</title>
<style>
{FEUILLE}</style>
</head>
<body>
<main>
<h1>ChatMairie</h1>
<p>Un assistant automatique (une IA) vous répond.</p>
<ul aria-live="polite">
{lignes}
</ul>
<form method="post">
<label for="message">Votre message</label>
<input id="message" name="message" type="text"{lien}>
{bloc_erreur}
<button type="submit">Envoyer</button>
</form>
<p>Joindre une personne : téléphone {e(c['telephone'])}, courriel {e(c['courriel'])}, guichet {e(c['guichet'])}.</p>
</main>
</body>
</html>"""

# %% juste_auteur_apres tient=tout
def interface_html(reponse):
    e = html.escape
    lignes = "\n".join(f"<li>{e(m['texte'])} (dit par {e(m['qui'])})</li>" for m in reponse["historique"])
    erreur = reponse["erreur"]
    c = reponse["contact"]
    bloc_erreur = f'<p id="err" class="erreur">Erreur : {e(erreur)}</p>' if erreur else ""
    lien = ' aria-invalid="true" aria-describedby="err"' if erreur else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ChatMairie, l'assistant de la mairie</title>
<style>
body {{ color: #1a1a1a; background: #ffffff; font-family: sans-serif; }}
main {{ max-width: 40rem; margin: 0 auto; padding: 0 1rem; }}
.erreur {{ color: #a00000; }}
</style>
</head>
<body>
<main>
<h1>ChatMairie</h1>
<p>Un assistant automatique (une IA) vous répond.</p>
<ul aria-live="polite">
{lignes}
</ul>
<form method="post">
<label for="message">Votre message</label>
<input id="message" name="message" type="text"{lien}>
{bloc_erreur}
<button type="submit">Envoyer</button>
</form>
<p>Joindre une personne : téléphone {e(c['telephone'])}, courriel {e(c['courriel'])}, guichet {e(c['guichet'])}.</p>
</main>
</body>
</html>"""
