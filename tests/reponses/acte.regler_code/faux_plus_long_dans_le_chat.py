REGLAGE_CODE = {
    "longueur": 8,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "chat",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}
