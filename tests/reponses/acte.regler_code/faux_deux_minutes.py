REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 2,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": False,
    "autre_voie": "guichet_et_courrier",
}
