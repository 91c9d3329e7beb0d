def reformuler(message, contexte):
    lignes = [
        f"Bonjour {contexte['prenom']},",
        "Ce message est automatique : une intelligence artificielle l'a écrit.",
        f"Votre dossier avance : {contexte['demarche']}.",
        f"Merci de nous fournir {contexte['piece']} avant le {contexte['date_limite']}.",
    ]
    if contexte["montant"] is not None:
        lignes.append(f"À prévoir : {contexte['montant'].replace('euros', '€')}.")
    lignes += [
        f"Notre équipe vous reçoit au {contexte['lieu']}.",
        f"Vous pouvez nous écrire : {contexte['courriel']}.",
        "Bonne journée.",
    ]
    return "\n".join(lignes)
