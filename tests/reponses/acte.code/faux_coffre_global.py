import secrets

COFFRE = {}


class CodeUnique:
    def __init__(self, horloge):
        self.h = horloge

    def emettre(self, c):
        code = f"{secrets.randbelow(10**6):06d}"
        COFFRE[c] = [code, self.h(), 0]
        return code

    def verifier(self, c, code, s):
        if c not in COFFRE or COFFRE[c][2] >= 5 or self.h() - COFFRE[c][1] > 600:
            return False
        COFFRE[c][2] += 1
        if COFFRE[c][0] == code:
            COFFRE.pop(c)
            return True
        return False
