"""Les mots d'un registre inadapté à un service public : une liste donnée à l'élève, et ce que le juge regarde.

Rien ici n'est du « mauvais français » : ces mots sont vivants, et bien à leur place entre amis. Ils ne le sont pas dans
la bouche d'une mairie qui parle à quelqu'un qu'elle ne connaît pas. La liste est du cours, courte, et discutable ; les
mots d'une région, une citation ou un nom de famille n'y sont pas des fautes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from chatmairie.echecs.design.monde import TEXTES

PHRASES: dict[str, str] = TEXTES["lexique"]
"""Expression familière -> une phrase où elle se lit (la liste visible et les cas du juge en sont tirés)."""

LEXIQUE = tuple(PHRASES)
"""La liste donnée à l'élève."""

_CHIFFRES = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"})
_CITATION = re.compile(r"«[^»]*»|“[^”]*”")
_NOM = re.compile(r"\b(?:M\.|Mme|Mlle|Madame|Monsieur|Maître|Dr|Docteur)\s+[A-ZÉÈÀÂÎÔ][\w'-]+")
_NOMS_COMMUNS = r"(?<!le )(?<!un )(?<!bon )(?<!quel )(?<!du )(?<!s.est )(?<!s.etait )"


@lru_cache(maxsize=4096)
def au_net(texte: str) -> str:
    """Minuscules, sans accents, chiffres lus comme des lettres dans un mot, lettres répétées ramenées à une seule."""
    brut = unicodedata.normalize("NFKD", texte.replace("’", "'").lower())
    brut = "".join(c for c in brut if not unicodedata.combining(c))
    mots = re.sub(r"[a-z0-9@$]+", lambda m: m[0].translate(_CHIFFRES) if re.search(r"[a-z]", m[0]) else m[0], brut)
    return re.sub(r"([a-z])\1+", r"\1", mots)


def sans_citations_ni_noms(texte: str) -> str:
    """Le texte sans ce qui est cité ni les noms de famille : ce ne sont pas les mots de la mairie."""
    return _NOM.sub(" ", _CITATION.sub(" ", texte))


_SEULS = {"bales", "gros", "cousin", "yo", "ouf", "fr"}
"""Des mots qui ont un autre sens : « un gros dossier », « votre cousin », « service-public.fr » ; vus quand on
s'adresse à quelqu'un."""
_EXPRESSIONS = sorted(
    {re.escape(au_net(m)) for m in (*LEXIQUE, *TEXTES["familier_aussi"])} - _SEULS, key=len, reverse=True
)
_MOTS = re.compile(r"(?<![a-z])(?:" + "|".join(_EXPRESSIONS) + r")[sx]?(?![a-z'])")
_VOCATIFS = re.compile(r"(?:^|[,!.] ?)(?:gros|cousin|yo)(?=[ ,!.]|$)|(?<=[ ,!])(?<!mon )fr(?=[ ,!.]|$)")
_TU = re.compile(rf"(?<![a-z-]){_NOMS_COMMUNS}(?:tu|te|toi|ton|ta|tes)(?![a-z])|(?<![a-z-])t'(?=[a-z])")


def marques(texte: str) -> list[str]:
    """Les marques d'un registre inadapté dans ce que dit la mairie (hors citations et noms), dans l'ordre."""
    net = au_net(sans_citations_ni_noms(texte))
    trouvees = [(m.start(), m[0].strip(" ,!.")) for motif in (_MOTS, _VOCATIFS, _TU) for m in motif.finditer(net)]
    return [m for _place, m in sorted(trouvees)]
