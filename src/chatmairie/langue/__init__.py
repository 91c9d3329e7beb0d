"""Le français : mots, nombres, typographie, et le sens des erreurs de Python. N'utilise rien d'autre du cours."""
