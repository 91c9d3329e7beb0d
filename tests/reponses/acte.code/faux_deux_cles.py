import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes.setdefault(contact, []).append([sel, hacher(code, sel), self.horloge(), 0])
        return code

    def verifier(self, contact, code, session):
        for fiche in self.codes.get(contact, []):
            if fiche[3] >= 5 or self.horloge() - fiche[2] > 600:
                continue
            fiche[3] += 1
            if comparer(hacher(code, fiche[0]), fiche[1]):
                self.codes[contact].remove(fiche)
                return True
        return False
