REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet",
}
