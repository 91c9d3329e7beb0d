def destinataires(personnes, consentements, campagne):
    return personnes.head(0)
