composer = choisir("campagne.composer", pour="tout", dire=["expediteur", "raison", "stop"])
