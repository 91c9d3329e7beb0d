REGLAGE_CODE = {
    "longueur": 7,
    "essais": 4,
    "duree_min": 5.0,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}
