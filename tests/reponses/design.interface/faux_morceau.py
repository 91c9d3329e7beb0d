def interface_html(reponse):
    return "<p>" + reponse["historique"][-1]["texte"] + "</p>"
