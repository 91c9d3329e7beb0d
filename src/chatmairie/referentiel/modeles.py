"""Les formes du référentiel : ce qu'une fiche doit contenir pour être montrée, citée ou jugée.

Tout est gelé, typé, et refuse un champ vide ou inconnu. Aucun fichier n'est lu ici : voir `lecture.py`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Texte = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=12)]
Statut = Literal["cité", "rapporté", "formulation du cours"]
Difficulte = Literal["simple", "moyen", "difficile"]
Certitude = Literal["S", "K", "V"]


class Forme(BaseModel):
    """Socle : gelé, sans champ inconnu."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Provenance(Forme):
    """D'où vient un énoncé : statut, source (clé de sources.yaml), date, et ce qu'il faut en savoir."""

    statut: Statut
    source: Texte
    date: dt.date
    note: str = ""
    adresse: str = ""


class Ancrage(Forme):
    """Un texte public qui porte la même exigence : clé de droit.yaml ou de sources.yaml, et la partie visée."""

    ref: Texte
    partie: str = ""

    @property
    def cle(self) -> tuple[str, str]:
        return (self.ref, self.partie)


class Critere(Forme):
    """Une fiche. `odd` : numéro -> en quoi cet objectif est vraiment adressé (vide si aucun ne l'est)."""

    identifiant: Texte
    identifiant_officiel: str = ""
    enonce: Phrase
    provenance: Provenance
    difficulte: Difficulte
    recurrence: Phrase
    tests: Annotated[tuple[Phrase, ...], Field(min_length=2)]
    argumentaire: Phrase
    cas_usage: Phrase
    limites: Phrase
    metiers: Annotated[tuple[Texte, ...], Field(min_length=1)]
    odd: dict[int, Phrase]
    ancrages: Annotated[tuple[Ancrage, ...], Field(min_length=1)]
    preuves: Annotated[tuple[Texte, ...], Field(min_length=1)]
    echecs: Annotated[tuple[Texte, ...], Field(min_length=1)]
    themes: Annotated[tuple[Texte, ...], Field(min_length=1)]
    # posés à la lecture
    famille: str = ""
    recommandation: str = ""
    formulation_du_cours: str = ""

    @property
    def officiel(self) -> bool:
        """Vrai si l'énoncé est repris de l'INR, mot pour mot."""
        return self.provenance.statut == "cité"


class Recommandation(Forme):
    """Une recommandation et ses critères, dans l'ordre."""

    identifiant: Texte
    titre: Phrase
    but: Phrase
    provenance: Provenance
    criteres: Annotated[tuple[Critere, ...], Field(min_length=1)]
    famille: str = ""


class FichierFamille(Forme):
    """Un fichier de `criteres/`."""

    famille: Texte
    recommandations: Annotated[tuple[Recommandation, ...], Field(min_length=1)]


class Famille(Forme):
    nom: Texte
    prefixe: Texte
    question: Phrase


class Fait(Forme):
    """Un fait sur RIA31, avec sa source."""

    texte: Phrase
    source: Texte
    nature: Literal["officiel", "rapporté"]


class Ria31(Forme):
    """Ce que l'on sait de RIA31, et les comptes de la grille du cours."""

    nom: Phrase
    adresse: Texte
    faits: Annotated[tuple[Fait, ...], Field(min_length=1)]
    comptes: dict[Literal["familles", "recommandations", "criteres"], int]
    pourquoi_31_et_41: Phrase


class NonPreuve(Forme):
    nom: Texte
    pourquoi: Phrase


class FichierGrille(Forme):
    """`ria31.yaml` : l'identité, et les vocabulaires de la grille."""

    version: int
    date: dt.date
    ria31: Ria31
    avertissement: Phrase
    familles: dict[str, Famille]
    statuts: dict[Statut, Phrase]
    echecs: dict[str, Texte]
    themes: dict[str, Texte]
    metiers: dict[str, Texte]
    preuves: dict[str, Phrase]
    non_preuves: dict[str, NonPreuve]


class Odd(Forme):
    """Un objectif de développement durable : nom court et énoncé (Nations unies, en français)."""

    titre: Texte
    objectif: Phrase


class FichierOdd(Forme):
    source: Texte
    date: dt.date
    odd: dict[int, Odd]


class Source(Forme):
    """Une source. nature : officiel (INR), tiers, public (texte public, pas RIA31), cours."""

    titre: Texte
    auteur: Texte
    nature: Literal["officiel", "tiers", "public", "cours"]
    lu: Texte
    droits: Texte
    date: str = ""
    adresse: str = ""
    parties: dict[str, Texte] = {}


class FichierSources(Forme):
    consulte_le: dt.date
    sources: dict[str, Source]


class TexteDroit(Forme):
    """Un texte de droit : ce qu'il exige (une phrase), ce que cela change (`pour_vous`), et à quel point c'est sûr."""

    texte: Texte
    article: Texte
    exige: Phrase
    pour_vous: Phrase
    etat: Texte
    certitude: Certitude
    verifie_le: dt.date
    sources: tuple[str, ...] = ()
    criteres: tuple[str, ...] = ()
    valeurs: dict[str, int | dt.date] = {}


class FichierDroit(Forme):
    date: dt.date
    certitudes: dict[Certitude, Phrase]
    textes: dict[str, TexteDroit]


class Paire(Forme):
    """Deux critères voisins, et ce qui les distingue."""

    paire: tuple[str, str]
    difference: Phrase


class FichierRevue(Forme):
    date: dt.date
    paires: tuple[Paire, ...]


class Accueil(Forme):
    critere: Texte
    recommandation: Texte
    pourquoi: Phrase


class FichierChoix(Forme):
    """Ce que montre l'accueil, ce que juge l'audit du bilan (échec -> critères), ce que rien ne travaille."""

    accueil: Accueil
    audit_bilan: dict[str, tuple[str, ...]]
    non_travailles: dict[str, Phrase]


class TexteOfficiel(Forme):
    """Un énoncé recopié du site officiel par une personne, à la place de celui du cours."""

    identifiant: Texte
    identifiant_officiel: Texte
    enonce: Phrase
    adresse: Texte
    date: dt.date


class FichierTextesOfficiels(Forme):
    textes: tuple[TexteOfficiel, ...]


class Referentiel(Forme):
    """Le référentiel entier, vérifié. Se lit avec `chatmairie.referentiel.charger()`."""

    grille: FichierGrille
    recommandations: dict[str, Recommandation]
    criteres: dict[str, Critere]
    odd: dict[int, Odd]
    sources: dict[str, Source]
    droit: dict[str, TexteDroit]
    certitudes: dict[Certitude, str]
    revue: tuple[Paire, ...]
    choix: FichierChoix

    def de_famille(self, famille: str) -> tuple[Critere, ...]:
        """Les critères d'une famille, dans l'ordre."""
        return tuple(c for c in self.criteres.values() if c.famille == famille)
