import secrets

SEL = "sel de la mairie"


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code = f"{secrets.randbelow(10**6):06d}"
        self.codes[contact] = [hacher(code, SEL), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][2] += 1
        if not comparer(hacher(code, SEL), empreinte):
            return False
        del self.codes[contact]
        return True
