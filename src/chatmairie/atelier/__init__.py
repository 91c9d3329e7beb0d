"""Ce qu'un carnet appelle : parier, répondre, être jugé, demander de l'aide, garder."""
