def interface_html(reponse):
    return "<html>" + "<p>" * 100000
