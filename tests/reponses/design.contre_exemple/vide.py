CONTRE_EXEMPLE = (
    # VOTRE CODE ICI
    ...
)
# La forme attendue (retirez le #, puis complétez) :
# CONTRE_EXEMPLE = "Votre texte, entre guillemets."
