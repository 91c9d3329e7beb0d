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
