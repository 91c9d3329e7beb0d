plan_incident = choisir(
    "campagne.incident",
    etapes=[
        "arreter_l_envoi",
        "garder_les_preuves",
        "compter",
        "inscrire_au_registre",
        "prevenir_les_personnes",
        "notifier_la_cnil",
        "message_public_sans_nom",
        "chercher_la_cause",
    ],
    cnil="apres_l_enquete",
    qui_prevenir="tous_les_exposes",
)
