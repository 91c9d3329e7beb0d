CONTRE_EXEMPLE = (
    "Bonjour. La carte est gratuite. Venez à l'accueil avec une pièce et une facture. On la fait sur place, tout de suite. "
    "Un agent répond aussi au 01 99 00 12 40. À bientôt."
)
