# %% [markdown] corrige=juste_par_contact
# Une fiche par contact
#
# Sel, empreinte, heure, essais : émettre remplace la fiche, réussir l'efface, et les essais sont comptés dessus,
# quelle que soit la session.

# %% [markdown] corrige=juste_huit_chiffres
# Huit chiffres, et SystemRandom
#
# `random.SystemRandom` tire le même hasard imprévisible que `secrets` ; le reste de la classe garde ce qui reste
# d'essais et l'heure de fin.

# %% [markdown] idee_recue=faux_essais_par_session
# Compter les essais par session.
#
# Vous gardez 1,5 point sur 3 : cent fenêtres donnent cinq cents essais, et rien n'arrête qui recommence.

# %% faux_accepte_toujours tient=forme,honnete_accepte famille=porte_sans_code mot="n'a pas le code"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        return True
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_affiche tient=rien famille=forme mot="affiche un résultat"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        print(code)

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_base64 tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,hasard famille=code_en_clair mot="tel quel"
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

# %% faux_bloque_pour_toujours tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,une_seule_clef,hasard,empreinte grave famille=bloque_pour_toujours mot="bloquée pour toujours"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes, self.essais = horloge, {}, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge()]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes or self.essais.get(contact, 0) >= 5:
            return False
        sel, empreinte, depart = self.codes[contact]
        if self.horloge() - depart > 600:
            return False
        self.essais[contact] = self.essais.get(contact, 0) + 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_code_fixe tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef grave famille=hasard_previsible mot="prochain code"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = "123456", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_coffre_global tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,hasard famille=code_en_clair mot="tel quel"
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

# %% faux_deux_cles tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,hasard,empreinte grave famille=deux_clefs mot="deux clés"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes.setdefault(contact, []).append([sel, hacher(code, sel), self.horloge(), 0])
        return code

    def verifier(self, contact, code, session):
        for fiche in self.codes.get(contact, []):
            if fiche[3] >= 5 or self.horloge() - fiche[2] > 600:
                continue
            fiche[3] += 1
            if comparer(hacher(code, fiche[0]), fiche[1]):
                self.codes[contact].remove(fiche)
                return True
        return False

# %% faux_en_clair tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,hasard famille=code_en_clair mot="tel quel"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code = f"{secrets.randbelow(10**6):06d}"
        self.codes[contact] = [code, code, self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        _, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(code, empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_en_clair_dans_la_classe tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,hasard famille=code_en_clair mot="tel quel"
import secrets


class CodeUnique:
    codes = {}

    def __init__(self, horloge):
        self.horloge = horloge

    def emettre(self, contact):
        code = f"{secrets.randbelow(10**6):06d}"
        self.codes[contact] = [code, code, self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        _, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(code, empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_entier tient=rien famille=forme mot="un nombre"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return int(code)

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_essais_par_session tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,une_seule_clef,hasard,empreinte grave famille=force_brute mot="Rien n'arrête"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), {}]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais.get(session, 0) >= 5 or self.horloge() - depart > 600:
            return False
        essais[session] = essais.get(session, 0) + 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_numpy tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,empreinte grave famille=hasard_previsible mot="prochain code"
import secrets

import numpy as np


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{np.random.randint(0, 10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_objet tient=rien famille=forme mot="une classe"
import secrets


class Code:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True


CodeUnique = Code(lambda: 0)

# %% faux_quatre_chiffres tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,empreinte grave famille=code_pauvre mot="trop courts"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**4):04d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_random tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,empreinte grave famille=hasard_previsible mot="prochain code"
import random
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{random.randint(0, 999_999):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_refuse_toujours tient=forme famille=honnete_bloque mot="C'était son acte"
class CodeUnique:
    def __init__(self, horloge):
        self.n = 0

    def emettre(self, contact):
        self.n += 1
        return f"{self.n:06d}"

    def verifier(self, contact, code, session):
        return False

# %% faux_rejouable tient=forme,honnete_accepte,porte_fermee,expire,force_brute,une_seule_clef,hasard,empreinte grave famille=code_rejoue mot="sert encore"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        return True

# %% faux_sans_horloge tient=forme,honnete_accepte,porte_fermee,usage_unique,force_brute,une_seule_clef,hasard,empreinte grave famille=code_sans_fin mot="Une heure plus tard"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_sans_verifier tient=rien famille=forme mot="verifier"
class CodeUnique:
    def emettre(self, contact):
        return "123456"

# %% faux_un_essai tient=forme famille=honnete_bloque mot="C'était son acte"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 1 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_un_seul_code_pour_tous tient=forme famille=honnete_bloque mot="C'était son acte"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, []

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes.append([sel, hacher(code, sel), self.horloge(), 0])
        return code

    def verifier(self, contact, code, session):
        for fiche in list(self.codes):
            if fiche[3] < 5 and self.horloge() - fiche[2] <= 600:
                fiche[3] += 1
                if comparer(hacher(code, fiche[0]), fiche[1]):
                    self.codes.remove(fiche)
                    return True
        return False

# %% faux_une_minute tient=forme famille=honnete_bloque mot="C'était son acte"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 60:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% juste_blocage_qui_finit tient=tout
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes, self.ferme_jusqu_a = horloge, {}, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = {"sel": sel, "empreinte": hacher(code, sel), "depart": self.horloge(), "essais": 0}
        return code

    def verifier(self, contact, code, session):
        etat, maintenant = self.codes.get(contact), self.horloge()
        if etat is None or maintenant < self.ferme_jusqu_a.get(contact, 0) or maintenant - etat["depart"] > 600:
            return False
        etat["essais"] += 1
        if comparer(hacher(code, etat["sel"]), etat["empreinte"]):
            del self.codes[contact]
            return True
        if etat["essais"] == 5:
            del self.codes[contact]
            self.ferme_jusqu_a[contact] = maintenant + 15 * 60
        return False

# %% juste_huit_chiffres tient=tout
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

# %% juste_par_contact tient=tout
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% triche_cache_dans_une_fermeture tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,empreinte grave famille=hasard_previsible mot="prochain code"
import random
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{random.Random(int(self.horloge())).randrange(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_code_vide tient=forme,honnete_accepte famille=porte_sans_code mot="Accepté à la place du code"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if code and not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_essais_de_tous tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,une_seule_clef,hasard,empreinte grave famille=bloque_les_autres mot="qui n'y est pour rien"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if getattr(self,'n',0)>= 12 or self.horloge() - depart > 600:
            return False
        self.n=getattr(self,'n',0)+1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_cinquante_essais tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,une_seule_clef,hasard,empreinte grave famille=force_brute mot="Rien n'arrête"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 50 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_depart_partage tient=forme,honnete_accepte,porte_fermee,usage_unique,force_brute,une_seule_clef,hasard,empreinte grave famille=code_sans_fin mot="Une heure plus tard"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), 0, 0]
        self.depart = self.horloge()
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - self.depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_code_suivant tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef grave famille=hasard_previsible mot="connaît le suivant"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        self.k = (getattr(self, "k", secrets.randbelow(10**6)) + 1) % 10**6
        code, sel = f"{self.k:06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_trois_chiffres_et_des_zeros tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,empreinte grave famille=code_pauvre mot="trop peu"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(1000):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_md5 tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,hasard famille=empreinte_sans_sel mot="sans sel"
import hashlib
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hashlib.md5(code.encode()).hexdigest(), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hashlib.md5(code.encode()).hexdigest(), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_lie_a_la_fenetre tient=forme famille=honnete_bloque mot="fenêtre rouverte"
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.s = getattr(self, "s", {})
        if self.s.setdefault(contact, session) != session:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% juste_vingt_essais_une_demi_heure tient=tout
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", secrets.token_hex(8)
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 20 or self.horloge() - depart > 1800:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_sel_constant tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,hasard famille=sel_commun mot="un autre code"
import secrets

SEL = "sel de la mairie"


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code = f"{secrets.randbelow(10**6):06d}"
        self.codes[contact] = [hacher(code, SEL), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][2] += 1
        if not comparer(hacher(code, SEL), empreinte):
            return False
        del self.codes[contact]
        return True

# %% faux_poivre_seul tient=forme,honnete_accepte,porte_fermee,usage_unique,expire,force_brute,une_seule_clef,hasard famille=sel_commun mot="un autre code"
import hashlib
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code = f"{secrets.randbelow(10**6):06d}"
        self.codes[contact] = [hashlib.sha256(("poivre" + code).encode()).hexdigest(), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][2] += 1
        if not comparer(hashlib.sha256(("poivre" + code).encode()).hexdigest(), empreinte):
            return False
        del self.codes[contact]
        return True

# %% juste_sel_avec_le_contact tient=tout
import secrets


class CodeUnique:
    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        code, sel = f"{secrets.randbelow(10**6):06d}", f"{contact} {secrets.randbits(64)}"
        self.codes[contact] = [sel, hacher(code, sel), self.horloge(), 0]
        return code

    def verifier(self, contact, code, session):
        if contact not in self.codes:
            return False
        sel, empreinte, depart, essais = self.codes[contact]
        if essais >= 5 or self.horloge() - depart > 600:
            return False
        self.codes[contact][3] += 1
        if not comparer(hacher(code, sel), empreinte):
            return False
        del self.codes[contact]
        return True

# %% juste_quatre_tables tient=tout
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
