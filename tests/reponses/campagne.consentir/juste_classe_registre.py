class Registre:
    """Le dernier mot de chacun, pour cette campagne."""

    def __init__(self, consentements, campagne):
        self.campagne, self.mots = campagne, {}
        utiles = consentements.query("finalite == @campagne['finalite'] and canal == @campagne['canal']")
        for e in utiles.sort_values("date").itertuples():
            if e.date <= campagne["date"]:
                self.mots[e.id_personne] = e

    def dit_oui(self, numero):
        mot = self.mots.get(numero)
        return mot is not None and bool(mot.accord) and mot.preuve in self.campagne["preuves_valables"]


def destinataires(personnes, consentements, campagne):
    registre, contact = Registre(consentements, campagne), campagne["contact"]
    en_age = ages(personnes, campagne["date"]).ge(campagne["age_minimum"])
    joignable = personnes[contact].ne("") & personnes[f"{contact}_verifie"] & ~personnes["parti_ou_decede"]
    oui = personnes["id_personne"].map(registre.dit_oui)
    return personnes[en_age & joignable & oui].drop_duplicates(subset=contact, keep="last")
