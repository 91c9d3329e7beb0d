def surveiller(decisions):
    """Les alertes : un DataFrame avec les colonnes `semaine` et `jour_depot`."""
    # VOTRE CODE ICI
    ...
