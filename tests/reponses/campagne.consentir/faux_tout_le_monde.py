def destinataires(personnes, consentements, campagne):
    return personnes[personnes[campagne["contact"]] != ""]
