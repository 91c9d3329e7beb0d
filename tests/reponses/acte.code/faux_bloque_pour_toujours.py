import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes, self.essais = horloge, {}, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge()]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes or self.essais.get(contact, 0) >= 5:
            return False
        sel, empreinte, depart = self.codes[contact]
        if self.horloge() - depart > 600:
            return False
        self.essais[contact] = self.essais.get(contact, 0) + 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True
