class Code(str):
    def __eq__(self, autre):
        return True

    def __hash__(self):
        return hash("CM-SOC-01")

    def __str__(self):
        return "CM-SOC-01"


RIA31 = [{"critere": Code("x"), "phrase": Code("x"), "personne": Code("x"), "preuve": Code("x")}] * 3
