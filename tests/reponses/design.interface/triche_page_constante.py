def interface_html(reponse):
    return """<!DOCTYPE html><html lang="fr"><head><title>ChatMairie</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>ChatMairie</h1><p>Une IA vous répond.</p>
<div role="log"></div><form><label for="q">Votre message</label><textarea id="q"></textarea><button>Envoyer</button></form></main></body></html>"""
