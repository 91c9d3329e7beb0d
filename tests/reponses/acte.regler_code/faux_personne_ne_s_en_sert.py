REGLAGE_CODE = {
    "longueur": 20,
    "essais": 1,
    "duree_min": 0.1,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": False,
    "autre_voie": "guichet_et_courrier",
}
