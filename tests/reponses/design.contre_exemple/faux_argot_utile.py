CONTRE_EXEMPLE = (
    "Salut. Passe au guichet lundi, avec ta carte et un mot de ton toit. Si tu es loin, fais le 01 99 00 12 40. "
    "On te dit tout, et on est là."
)
