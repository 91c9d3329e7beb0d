REGLAGE_CODE = {
    "longueur": 8,
    "essais": 10,
    "duree_min": 30,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}
