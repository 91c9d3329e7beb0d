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
