"""La simulation du module 03 : la porte d'entrée.

Le corpus est dans `corpus.py`, le moteur qui répond dans `modele.py`, les dix personnes et leurs constantes dans
`public.py`, la première semaine dans `rejeu.py`. Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from chatmairie.echecs.design.corpus import tirer_corpus
from chatmairie.echecs.design.modele import entrainer
from chatmairie.echecs.design.monde import MONDE_DU_COURS, Monde, monde_mute
from chatmairie.echecs.design.rejeu import Rejeu, rejouer

__all__ = ["MONDE_DU_COURS", "Monde", "Rejeu", "entrainer", "monde_mute", "rejouer", "tirer_corpus"]
