REGLAGE_CODE = {
    "longueur": 20,
    "essais": 10000,
    "duree_min": 100000,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}
