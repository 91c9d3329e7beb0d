FILIATION = {"copie intégrale": True, "extrait avec filiation": True, "extrait sans filiation": False}


def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return
    if (demande["identification"], demande["lien"]) != ("FranceConnect+", "la personne elle-même"):
        yield from ("nom", "prenoms", "date_naissance")
    if FILIATION[demande["acte"]]:
        yield "parents"
    yield {"courrier": "adresse"}.get(demande["remise"], demande["contact"])
