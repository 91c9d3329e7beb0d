import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.heure = horloge
        self.sels, self.empreintes, self.departs, self.restants = {}, {}, {}, {}

    def emettre(self, contact):
        code = "".join(secrets.choice("0123456789") for _ in range(7))
        self.sels[contact] = secrets.token_bytes(12).hex()
        self.empreintes[contact] = hacher(code, self.sels[contact])
        self.departs[contact], self.restants[contact] = self.heure(), 6
        return code

    def oublier(self, contact):
        for table in (self.sels, self.empreintes, self.departs, self.restants):
            table.pop(contact, None)

    def verifier(self, contact, code, session):
        if self.restants.get(contact, 0) <= 0 or self.heure() > self.departs[contact] + 15 * 60:
            self.oublier(contact)
            return False
        self.restants[contact] -= 1
        bon = comparer(hacher(code, self.sels[contact]), self.empreintes[contact])
        if bon:
            self.oublier(contact)
        return bon
