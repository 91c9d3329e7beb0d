import secrets


class CodeUnique:
    """Un code à usage unique par contact."""

    def __init__(self, horloge):
        """horloge() donne l'heure, en secondes."""
        # VOTRE CODE ICI
        ...

    def emettre(self, contact):
        """Un code neuf pour ce contact : un texte de six chiffres au moins."""
        # VOTRE CODE ICI
        ...

    def verifier(self, contact, code, session):
        """True une fois, à temps, pour ce contact et ce code ; False sinon."""
        # VOTRE CODE ICI
        ...
