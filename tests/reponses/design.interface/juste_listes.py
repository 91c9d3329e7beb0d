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
