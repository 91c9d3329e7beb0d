class CodeUnique:
    def emettre(self, contact):
        return "123456"
