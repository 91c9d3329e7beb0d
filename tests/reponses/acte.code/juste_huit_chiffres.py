import hashlib
import random


class CodeUnique:
    """Une fiche par contact, effacée quand elle a servi."""

    def __init__(self, horloge):
        self._maintenant = horloge
        self._fiches = {}
        self._hasard = random.SystemRandom()

    def _empreinte(self, contact, code):
        return hashlib.sha256(f"{contact}/{code}".encode()).hexdigest()

    def emettre(self, contact):
        code = "".join(str(self._hasard.randint(0, 9)) for _ in range(8))
        self._fiches[contact] = {"h": self._empreinte(contact, code), "fin": self._maintenant() + 900, "reste": 4}
        return code

    def verifier(self, contact, code, session):
        fiche = self._fiches.get(contact)
        if fiche is None or self._maintenant() > fiche["fin"] or fiche["reste"] == 0:
            return False
        fiche["reste"] -= 1
        bon = fiche["h"] == self._empreinte(contact, code)
        if bon:
            self._fiches.pop(contact)
        return bon
