import secrets


class CodeUnique:
    codes = {}

    def __init__(self, horloge):
        self.horloge = horloge

    def emettre(self, contact):
        code = f"{secrets.randbelow(10**6):06d}"
        self.codes[contact] = [code, code, self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        _, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(code, empreinte):
            return False
        del self.codes[contact]
        return True
