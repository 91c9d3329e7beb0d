import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes, self.ferme_jusqu_a = horloge, {}, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = {"sel": sel, "empreinte": hacher(code, sel), "depart": self.horloge(), "essais": 0}
        return code

    def verifier(self, contact, code, session):
        etat, maintenant = self.codes.get(contact), self.horloge()
        if etat is None or maintenant < self.ferme_jusqu_a.get(contact, 0) or maintenant - etat["depart"] > 600:
            return False
        etat["essais"] += 1
        if comparer(hacher(code, etat["sel"]), etat["empreinte"]):
            del self.codes[contact]
            return True
        if etat["essais"] == 5:
            del self.codes[contact]
            self.ferme_jusqu_a[contact] = maintenant + 15 * 60
        return False
