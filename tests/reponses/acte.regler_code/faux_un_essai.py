REGLAGE_CODE = {
    "longueur": 8,
    "essais": 1,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}
