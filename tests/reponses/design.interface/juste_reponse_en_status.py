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
