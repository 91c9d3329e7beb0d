composer = choisir("campagne.composer", pour="gouts_declares", dire=["expediteur", "raison"])
