"""Module 01 « Le choix de l'IA » : des offres, un service qui s'ouvre trop vite, et ce que coûte un mauvais choix."""
