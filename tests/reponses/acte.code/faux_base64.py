import base64
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge = horloge
        self.d = {}

    def emettre(self, contact):
        code = "".join(secrets.choice("0123456789") for _ in range(6))
        sel = secrets.token_hex(8)
        self.d[contact] = {"sel": sel, "h": base64.b64encode(code.encode()).decode(), "t": self.horloge(), "n": 0}
        pass
        return code

    def verifier(self, contact, code, session):
        e = self.d.get(contact)
        if e is None:
            return False
        if self.horloge() - e["t"] > 600:
            return False
        e["n"] += 1
        if e["n"] > 5:
            return False
        if base64.b64encode(code.encode()).decode() == e["h"]:
            self.d.pop(contact)
            return True
        return False
