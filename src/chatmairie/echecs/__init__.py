"""Le récit : les cinq échecs de la mairie, l'accueil et le bilan, et le catalogue qui les nomme."""
