"""Lit et vérifie `referential/` ; une erreur nomme le fichier, l'entrée et le champ.

Où : le dossier `donnees/` du paquet installé, sinon `referential/` à la racine du dépôt.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from . import modeles as m

_Forme = TypeVar("_Forme", bound=BaseModel)
_ICI = Path(__file__).resolve().parent
_IDENTIFIANT_COURS = re.compile(r"CM-(STR|CAD|UX|UI|SOC)-\d{2}")
IDENTIFIANT_OFFICIEL = re.compile(r"[A-Z]{2,4}-\d{1,2}_\d{2}")
_ORDRE = ("strategie", "cadrage", "ux", "ui", "socle")


class ReferentielInvalide(ValueError):
    """Le référentiel se contredit ; le message dit où, champ par champ."""


_LePlusVif: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Chargeur(_LePlusVif):
    """Le chargeur sûr de PyYAML, qui refuse aussi deux fois la même clé."""


def _sans_doublon(chargeur: Any, noeud: Any, deep: bool = False) -> dict:
    cles = [chargeur.construct_object(cle, deep=True) for cle, _ in noeud.value]
    for cle, compte in Counter(map(str, cles)).items():
        if compte > 1:
            raise yaml.YAMLError(f"la clé « {cle} » est écrite {compte} fois (ligne {noeud.start_mark.line + 1})")
    return yaml.SafeLoader.construct_mapping(chargeur, noeud, deep=True)


_Chargeur.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _sans_doublon)


def dossier() -> Path:
    """Le dossier des données. Lève `FileNotFoundError` s'il manque."""
    embarque, depot = _ICI / "donnees", _ICI.parents[2] / "referential"
    for candidat in (embarque, depot):
        if (candidat / "ria31.yaml").is_file():
            return candidat
    raise FileNotFoundError(f"Référentiel introuvable : ni « {embarque} », ni « {depot} ». Réinstallez le paquet.")


def _brut(chemin: Path) -> Any:
    try:
        return yaml.load(chemin.read_text(encoding="utf-8"), Loader=_Chargeur)
    except FileNotFoundError:
        raise ReferentielInvalide(f"{chemin.name} : fichier absent de « {chemin.parent} ».") from None
    except UnicodeDecodeError:
        raise ReferentielInvalide(f"{chemin.name} : ce fichier n'est pas en UTF-8.") from None
    except yaml.YAMLError as erreur:
        raise ReferentielInvalide(f"{chemin.name} : YAML illisible : {' '.join(str(erreur).split())}.") from None


_MOTIFS = {
    "missing": "champ absent",
    "extra_forbidden": "champ inconnu",
    "string_too_short": "champ vide ou trop court",
    "too_short": "liste vide ou trop courte",
    "literal_error": "valeur inconnue (attendu : {expected})",
    "string_type": "texte attendu",
    "date_from_datetime_parsing": "date attendue (AAAA-MM-JJ)",
    "date_type": "date attendue (AAAA-MM-JJ)",
    "date_parsing": "date attendue (AAAA-MM-JJ)",
    "int_parsing": "nombre entier attendu",
    "int_type": "nombre entier attendu",
    "dict_type": "suite de « clé : valeur » attendue",
    "tuple_type": "liste attendue",
    "model_type": "suite de champs attendue",
}


def _entree_et_champ(brut: Any, lieu: tuple) -> str:
    """Le nom lisible du lieu d'une erreur : l'identifiant rencontré le plus loin, puis le champ."""
    entree, ici = "", brut
    reste: list[str] = []
    for pas in lieu:
        if isinstance(ici, Mapping) and pas in ici and isinstance(ici[pas], Mapping) and not isinstance(pas, int):
            entree, reste = str(pas), []
        else:
            reste.append(str(pas + 1) if isinstance(pas, int) and isinstance(ici, list) else str(pas))
        try:
            ici = ici[pas]
        except (KeyError, IndexError, TypeError):
            ici = None
        if isinstance(ici, Mapping) and ici.get("identifiant"):
            entree, reste = str(ici["identifiant"]), []
    champ = ".".join(reste) or "entrée entière"
    return f"entrée « {entree} », champ « {champ} »" if entree else f"champ « {champ} »"


def _valider(forme: type[_Forme], chemin: Path) -> _Forme:
    brut = _brut(chemin)
    try:
        return forme.model_validate(brut)
    except ValidationError as erreurs:
        lignes = []
        for e in erreurs.errors():
            motif = _MOTIFS.get(e["type"], "valeur refusée ({type})").format(
                type=e["type"], expected=str(e.get("ctx", {}).get("expected", "")).replace(" or ", " ou ")
            )
            lignes.append(f"{chemin.name} : {_entree_et_champ(brut, e['loc'])} : {motif}.")
        raise ReferentielInvalide("\n".join(lignes)) from None


def _inconnus(fichier: str, entree: str, champ: str, cites: Iterable, connus: Iterable) -> list[str]:
    manquants = [c for c in cites if c not in connus]
    return [f"{fichier} : entrée « {entree} », champ « {champ} » : « {c} » n'existe pas." for c in manquants]


def _doublons(fichier: str, quoi: str, valeurs: Iterable[str]) -> list[str]:
    comptes = Counter(v for v in valeurs if v)
    return [f"{fichier} : {quoi} « {v} » est employé {n} fois." for v, n in comptes.items() if n > 1]


def _poser_textes_officiels(criteres: dict[str, m.Critere], textes: m.FichierTextesOfficiels) -> list[str]:
    fautes = _doublons("textes_officiels.yaml", "l'identifiant", (t.identifiant for t in textes.textes))
    for t in textes.textes:
        if t.identifiant not in criteres:
            fautes += _inconnus("textes_officiels.yaml", t.identifiant, "identifiant", [t.identifiant], criteres)
            continue
        ancien = criteres[t.identifiant]
        criteres[t.identifiant] = ancien.model_copy(
            update={
                "enonce": t.enonce,
                "identifiant_officiel": t.identifiant_officiel,
                "formulation_du_cours": ancien.enonce,
                "provenance": m.Provenance(
                    statut="cité",
                    source="inr-site-ria31",
                    date=t.date,
                    adresse=t.adresse,
                    note="Énoncé recopié du site officiel par une personne ; le reste de la fiche est du cours.",
                ),
            }
        )
    return fautes


_NATURES = {"cité": "officiel", "rapporté": "tiers", "formulation du cours": "cours"}


def _verifier_provenance(r: m.Referentiel, fichier: str, ident: str, p: m.Provenance) -> list[str]:
    """La source existe, et sa nature est celle que le statut demande."""
    if p.source not in r.sources:
        return _inconnus(fichier, ident, "provenance.source", [p.source], r.sources)
    attendue = _NATURES[p.statut]
    if r.sources[p.source].nature == attendue:
        return []
    return [
        f"{fichier} : entrée « {ident} », champ « provenance » : le statut « {p.statut} » demande une source "
        f"« {attendue} »."
    ]


def _verifier_critere(r: m.Referentiel, c: m.Critere) -> list[str]:
    fichier, g = f"criteres/{c.famille}.yaml", r.grille
    fautes: list[str] = []
    for champ, cites, connus in (
        ("metiers", c.metiers, g.metiers),
        ("odd", c.odd, r.odd),
        ("preuves", c.preuves, g.preuves),
        ("echecs", c.echecs, g.echecs),
        ("themes", c.themes, g.themes),
    ):
        fautes += _inconnus(fichier, c.identifiant, champ, cites, connus)
        fautes += [
            f"{fichier} : entrée « {c.identifiant} », {f}"
            for f in _doublons(f"champ « {champ} »", "la valeur", map(str, cites))
        ]
    for a in c.ancrages:
        if a.ref in r.droit:
            if a.partie:
                fautes.append(
                    f"{fichier} : entrée « {c.identifiant} », champ « ancrages » : "
                    f"« {a.ref} » est un article, il n'a pas de partie."
                )
        elif a.ref in r.sources and r.sources[a.ref].nature == "public":
            fautes += _inconnus(fichier, c.identifiant, f"ancrages.{a.ref}", [a.partie], r.sources[a.ref].parties)
        else:
            fautes += [
                f"{fichier} : entrée « {c.identifiant} », champ « ancrages » : "
                f"« {a.ref} » n'est ni un texte de droit ni un texte public connu."
            ]
    if "?" not in c.enonce:
        fautes.append(f"{fichier} : entrée « {c.identifiant} », champ « enonce » : un critère est une question.")
    prefixe = f"CM-{g.familles[c.famille].prefixe}-"
    officiel = bool(IDENTIFIANT_OFFICIEL.fullmatch(c.identifiant))
    if not officiel and not (_IDENTIFIANT_COURS.fullmatch(c.identifiant) and c.identifiant.startswith(prefixe)):
        fautes.append(f"{fichier} : entrée « {c.identifiant} », champ « identifiant » : attendu « {prefixe}01 ».")
    if (officiel or c.identifiant_officiel) and c.provenance.statut != "cité":
        fautes.append(
            f"{fichier} : entrée « {c.identifiant} », champ « statut » : "
            "un identifiant officiel ne se porte qu'avec un énoncé cité."
        )
    if c.officiel and not c.identifiant_officiel:
        fautes.append(f"{fichier} : entrée « {c.identifiant} », champ « identifiant_officiel » : absent.")
    fautes += _verifier_provenance(r, fichier, c.identifiant, c.provenance)
    return fautes


def paires_a_ancrage_commun(criteres: Iterable[m.Critere]) -> dict[frozenset[str], list[str]]:
    """Les paires de critères qui citent le même article, ou la même partie d'un texte : paire -> ancrages."""
    communs: dict[frozenset[str], list[str]] = {}
    for a, b in itertools.combinations(list(criteres), 2):
        partages = {x.cle for x in a.ancrages} & {x.cle for x in b.ancrages}
        if partages:
            noms = [" ".join(filter(None, cle)) for cle in sorted(partages)]
            communs[frozenset((a.identifiant, b.identifiant))] = noms
    return communs


def _verifier_ensemble(r: m.Referentiel) -> list[str]:
    g, cs = r.grille, r.criteres
    fautes: list[str] = []
    obtenus = {"familles": len(g.familles), "recommandations": len(r.recommandations), "criteres": len(cs)}
    for quoi, attendu in g.ria31.comptes.items():
        if obtenus[quoi] != attendu:
            fautes.append(f"ria31.yaml : champ « comptes.{quoi} » : {attendu} annoncés, {obtenus[quoi]} trouvés.")
    if sorted(r.odd) != list(range(1, 18)):
        fautes.append("odd.yaml : les 17 objectifs sont attendus, de 1 à 17.")
    for fait in g.ria31.faits:
        fautes += _inconnus("ria31.yaml", fait.texte[:30], "source", [fait.source], r.sources)
    for sorte, cites in (
        ("themes", {t for c in cs.values() for t in c.themes}),
        ("echecs", {e for c in cs.values() for e in c.echecs}),
    ):
        fautes += [
            f"ria31.yaml : « {v} » ({sorte}) n'est couvert par aucun critère."
            for v in getattr(g, sorte)
            if v not in cites
        ]
    for ident, texte in r.droit.items():
        fautes += _inconnus("droit.yaml", ident, "criteres", texte.criteres, cs)
        if texte.certitude == "S" and not texte.sources:
            fautes.append(f"droit.yaml : entrée « {ident} », champ « sources » : la certitude S demande une adresse.")
        if not texte.criteres and not any(a.ref == ident for c in cs.values() for a in c.ancrages):
            fautes.append(f"droit.yaml : entrée « {ident} » : relié à aucun critère.")
    revues = [frozenset(p.paire) for p in r.revue]
    for p in r.revue:
        fautes += _inconnus("revue.yaml", " / ".join(p.paire), "paire", p.paire, cs)
    fautes += _doublons("revue.yaml", "la paire", (" / ".join(sorted(p)) for p in revues))
    for paire, ancrages in paires_a_ancrage_commun(cs.values()).items():
        if paire not in revues:
            fautes.append(
                f"revue.yaml : la paire {' / '.join(sorted(paire))} partage {', '.join(ancrages)} : "
                "dites ce qui la distingue."
            )
    ch = r.choix
    fautes += _inconnus("choix.yaml", "accueil", "critere", [ch.accueil.critere], cs)
    fautes += _inconnus("choix.yaml", "accueil", "recommandation", [ch.accueil.recommandation], r.recommandations)
    fautes += _inconnus("choix.yaml", "audit_bilan", "échec", ch.audit_bilan, g.echecs)
    for echec, ids in ch.audit_bilan.items():
        fautes += _inconnus("choix.yaml", echec, "audit_bilan", ids, cs)
        fautes += [
            f"choix.yaml : entrée « {echec} » : « {i} » ne concerne pas cet échec."
            for i in ids
            if i in cs and echec not in cs[i].echecs
        ]
    choisis = [i for ids in ch.audit_bilan.values() for i in ids]
    if len(choisis) != 12 or len(set(choisis)) != 12 or any(len(ch.audit_bilan.get(e, ())) < 2 for e in g.echecs):
        fautes.append("choix.yaml : champ « audit_bilan » : douze critères différents, au moins deux par échec.")
    fautes += _inconnus("choix.yaml", "non_travailles", "identifiant", ch.non_travailles, cs)
    return fautes


def lire(racine: Path | str | None = None) -> m.Referentiel:
    """Lit et vérifie un dossier de référentiel (par défaut, celui du paquet).

    Lève `ReferentielInvalide` (une ligne par faute : fichier, entrée, champ), `FileNotFoundError` si rien n'est là.
    """
    racine = dossier() if racine is None else Path(racine)
    grille = _valider(m.FichierGrille, racine / "ria31.yaml")
    fautes: list[str] = []
    recommandations: dict[str, m.Recommandation] = {}
    criteres: dict[str, m.Critere] = {}
    identifiants: list[str] = []
    if sorted(grille.familles) != sorted(_ORDRE):
        raise ReferentielInvalide(f"ria31.yaml : champ « familles » : attendu {', '.join(_ORDRE)}.")
    for famille in _ORDRE:
        chemin = racine / "criteres" / f"{famille}.yaml"
        fichier = _valider(m.FichierFamille, chemin)
        if fichier.famille != famille:
            fautes.append(f"{chemin.name} : champ « famille » : « {famille} » attendu.")
        for reco in fichier.recommandations:
            poses = tuple(
                c.model_copy(update={"famille": famille, "recommandation": reco.identifiant}) for c in reco.criteres
            )
            identifiants += [reco.identifiant, *(c.identifiant for c in poses)]
            recommandations[reco.identifiant] = reco.model_copy(update={"famille": famille, "criteres": poses})
            criteres |= {c.identifiant: c for c in poses}
    fautes += _doublons("criteres/", "l'identifiant", identifiants)
    fautes += _poser_textes_officiels(criteres, _valider(m.FichierTextesOfficiels, racine / "textes_officiels.yaml"))
    recommandations = {
        i: reco.model_copy(update={"criteres": tuple(criteres[c.identifiant] for c in reco.criteres)})
        for i, reco in recommandations.items()
    }
    droit = _valider(m.FichierDroit, racine / "droit.yaml")
    odd = _valider(m.FichierOdd, racine / "odd.yaml")
    r = m.Referentiel(
        grille=grille,
        recommandations=recommandations,
        criteres=criteres,
        odd=odd.odd,
        sources=_valider(m.FichierSources, racine / "sources.yaml").sources,
        droit=droit.textes,
        certitudes=droit.certitudes,
        revue=_valider(m.FichierRevue, racine / "revue.yaml").paires,
        choix=_valider(m.FichierChoix, racine / "choix.yaml"),
    )
    fautes += _inconnus("odd.yaml", "odd", "source", [odd.source], r.sources)
    for reco in recommandations.values():
        source = f"criteres/{reco.famille}.yaml"
        fautes += _verifier_provenance(r, source, reco.identifiant, reco.provenance)
        if not reco.identifiant.startswith(f"CM-R-{grille.familles[reco.famille].prefixe}-"):
            fautes.append(f"{source} : entrée « {reco.identifiant} », champ « identifiant » : attendu « CM-R-… ».")
    for c in criteres.values():
        fautes += _verifier_critere(r, c)
    fautes += _doublons("criteres/", "l'identifiant officiel", (c.identifiant_officiel for c in criteres.values()))
    fautes += _verifier_ensemble(r)
    if fautes:
        raise ReferentielInvalide("\n".join(fautes))
    return r


@functools.cache
def charger() -> m.Referentiel:
    """Le référentiel du cours, vérifié, lu une seule fois."""
    return lire()
