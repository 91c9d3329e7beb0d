CONTRE_EXEMPLE = (
    "Nous avons l'honneur de vous informer que votre sollicitation a été régulièrement enregistrée et fera "
    "ultérieurement l'objet d'un traitement approprié par les collaborateurs compétents de la collectivité."
)
