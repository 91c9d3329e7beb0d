REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "numero_tape",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}
