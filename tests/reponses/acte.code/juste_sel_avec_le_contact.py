import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", f"{contact} {secrets.randbits(64)}"
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True
