class Reponse:
    def __init__(self, contexte):
        self.phrases = []
        self.contexte = contexte

    def dire(self, *noms):
        self.phrases.extend(noms)
        return self

    def payer(self):
        return self.dire("montant") if self.contexte["montant"] else self


def reformuler(message, contexte):
    reponse = Reponse(contexte).dire("bonjour", "ia", "manque_avant_le").payer()
    return reponse.dire("envoyer", "apporter", "disposition", "telephone", "cordialement").phrases
