"""Un faux juge, pour que l'échantillon s'exécute sans dépendre d'un vrai exercice."""

import chatmairie


class Carte:
    """Un objet d'affichage comme ceux du cours : un texte, et son équivalent HTML."""

    def __init__(self, texte):
        self.texte = texte

    def __repr__(self):
        return self.texte

    def _repr_html_(self):
        return f'<p lang="fr">{self.texte}</p>'


def noter(identifiant, *, sujets, **productions):
    """Zéro quand rien n'est écrit, le maximum sinon."""
    attendus = {"essai.compter": 9.0, "essai.seuils": 8.0}
    for objet in productions.values():
        if objet is ... or (callable(objet) and objet([True, False]) is None):
            print(f"Non traité : écrivez d'abord {', '.join(productions)}.")
            return 0.0
    print(f"Tests visibles réussis ({sujets}).")
    return attendus[identifiant]


chatmairie.noter = noter
