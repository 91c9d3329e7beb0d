class Guichet:
    def __call__(self, avis, dossiers):
        return dossiers.assign(avis=avis, **appliquer_reglement(dossiers)).apply(self.un, axis=1)

    def un(self, d):
        if not d["complet"]:
            return "a_completer"
        return "accepter" if d["avis"] >= 0.5 else "agent"


decider = Guichet()
