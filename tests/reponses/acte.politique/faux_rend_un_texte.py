def politique(demande):
    return "guichet"
