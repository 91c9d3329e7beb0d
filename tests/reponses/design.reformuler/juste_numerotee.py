def reformuler(message, contexte):
    c = contexte
    lignes = ["Réponse écrite par une IA.", f"{c['prenom']}, bonjour.", f"Il manque {c['piece']} pour {c['demarche']}."]
    lignes.append(f"La date limite est le {c['date_limite']}.")
    if c["montant"] is not None:
        lignes.append("Le montant est de " + c["montant"].replace(" euros", ",00 €") + ".")
    lignes += ["Vous avez 2 moyens de la donner :", f"1. Apportez-la ici : {c['lieu']}."]
    lignes += [f"2. Envoyez-la à {c['courriel']}."]
    lignes.append(f"Au {c['telephone']}, {c['agent']} vous répond : c'est une personne, pas une machine.")
    lignes.append("Je ne peux pas dire si votre demande sera acceptée.")
    return "\n".join([*lignes, "Belle journée à vous."])
