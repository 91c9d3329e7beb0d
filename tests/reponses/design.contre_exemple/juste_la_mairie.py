CONTRE_EXEMPLE = """La mairie est là pour vous. Merci de votre mot. On l'a bien lu.
Soyez sans peur : tout va bien. Vous pouvez compter sur nous. Le temps fait le reste."""
