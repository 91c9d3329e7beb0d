class CodeUnique:
    def __init__(self, horloge):
        self.n = 0

    def emettre(self, contact):
        self.n += 1
        return f"{self.n:06d}"

    def verifier(self, contact, code, session):
        return False
