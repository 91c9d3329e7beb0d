REGLAGE_CODE = {
    "longueur": 8,
    "essais": 6,
    "duree_min": 15,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": False,
    "autre_voie": "guichet_et_courrier",
}
