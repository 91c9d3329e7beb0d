def repondre(voie, preuve, remise, motif="Votre demande est reçue, un officier d'état civil la signera."):
    return dict(voie=voie, identification=preuve, remise=remise, signe="Officier", prevenir="moyen vérifié", motif=motif)


def politique(demande):
    usage, lien, acte = demande["usage"], demande["lien"], demande["acte"]
    if usage in demande["fiche"]["sans_acte"]:
        return repondre("pas besoin", "aucune", "aucune", "Vous n'avez rien à fournir : on nous interrogera.")
    if "sans filiation" in acte:
        return repondre("courrier", "aucune", "courrier")
    if lien in demande["fiche"]["ayants_droit"]:
        if "franceconnect_plus" in demande["moyens"]:
            return repondre("en ligne", "FranceConnect+", "courrier")
        return repondre("courrier", "courrier_justifie", "courrier")
    return repondre("refus", "aucune", "aucune", f"Un {lien} ne peut pas avoir cet acte.")
