ARRET = []
