composer = choisir("campagne.composer", pour="premiere", dire=["expediteur", "raison", "stop"])
