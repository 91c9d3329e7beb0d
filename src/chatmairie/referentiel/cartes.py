"""Les cartes : un critère, une recommandation ou une règle de droit, avec sa provenance bien en vue.

Les mêmes champs sont montrés en HTML et en texte ; l'habit vient de `chatmairie.affichage`.
"""

from __future__ import annotations

import datetime as dt

from chatmairie.affichage.cartes import CarteLoi
from chatmairie.affichage.html import Affichage, attribut, en_ligne
from chatmairie.langue.texte import enumerer, typographier

from . import modeles as m
from .acces import critere, texte_de_droit, une_recommandation
from .lecture import charger

Champ = tuple[str, str | list[str]]
_STATUT = {
    "cité": "Énoncé de l'INR, mot pour mot",
    "rapporté": "Rapporté par un tiers",
    "formulation du cours": "Formulation du cours",
}
_MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def en_date(jour: dt.date) -> str:
    """« 1er juillet 2025 »."""
    return f"{'1er' if jour.day == 1 else jour.day} {_MOIS[jour.month - 1]} {jour.year}"


def nom_ancrage(ancrage: m.Ancrage) -> str:
    """« RGPD, art. 5(1)(c) », « ALTAI…, 5 biais : éviter les biais injustes »."""
    r = charger()
    if ancrage.ref in r.droit:
        texte = r.droit[ancrage.ref]
        return f"{texte.texte}, {texte.article}"
    source = r.sources[ancrage.ref]
    titre = source.titre.split(",")[0].split(" (")[0]
    return f"{titre}, {ancrage.partie} ({source.parties[ancrage.partie]})"


def en_provenance(p: m.Provenance) -> list[str]:
    """Les phrases qui disent d'où vient un énoncé."""
    r = charger()
    source = r.sources[p.source]
    adresse = p.adresse or source.adresse
    verbe = {"cours-chatmairie": "écrit", "inr-site-ria31": "recopié"}.get(p.source, "publié" if source.date else "lu")
    titre = "" if p.source == "cours-chatmairie" else f"{source.titre}, {source.auteur}, "
    lieu = f" ({adresse})" if adresse else ""
    lignes = [r.grille.statuts[p.statut], f"Source : {titre or 'ce cours, '}{verbe} le {en_date(p.date)}{lieu}."]
    return lignes + ([p.note] if p.note else [])


class _Fiche(Affichage):
    """Un statut, un titre, des champs (une phrase ou une liste), un pied de provenance."""

    classes = "cm-info cm-large"

    def __init__(self, statut: str, titre: str, champs: list[Champ], pied: list[str]) -> None:
        self.statut, self.titre, self.champs, self.pied = statut, titre, champs, pied

    def nom_accessible(self) -> str:
        return self.titre

    def corps_texte(self) -> str:
        lignes = [f"[{self.statut}] {self.titre}"]
        for nom, valeur in self.champs:
            if isinstance(valeur, str):
                lignes.append(f"{nom} : {valeur}")
            else:
                lignes += [f"{nom} :", *(f"  - {v}" for v in valeur)]
        return typographier("\n".join(lignes + ["Provenance :", *(f"  {p}" for p in self.pied)]))

    def corps_html(self) -> str:
        blocs = []
        for nom, valeur in self.champs:
            if isinstance(valeur, str):
                dedans = en_ligne(valeur)
            else:
                dedans = "<ul>" + "".join(f"<li>{en_ligne(v)}</li>" for v in valeur) + "</ul>"
            blocs.append(f"<dt>{en_ligne(nom)}</dt><dd>{dedans}</dd>")
        adresse = charger().grille.ria31.adresse
        pied = "<br>".join(en_ligne(p) for p in self.pied)
        return (
            f'<p class="cm-titre"><span class="cm-statut">{en_ligne(self.statut)}</span> '
            f"<strong>{en_ligne(self.titre)}</strong></p><dl>{''.join(blocs)}</dl>"
            f'<div class="cm-bloc"><p><strong>Provenance</strong></p><p class="cm-doux">{pied}<br>'
            f'<a href="{attribut(adresse)}" rel="noreferrer">Le site officiel de RIA31</a></p></div>'
        )


def carte(identifiant: str) -> Affichage:
    """La carte d'un critère, provenance comprise. Lève `ValueError` si l'identifiant n'existe pas."""
    r, c = charger(), critere(identifiant)
    g = r.grille
    seul = (
        []
        if c.provenance.statut == "formulation du cours"
        else [("À savoir", "Seul l'énoncé vient de RIA31 ; tout ce qui suit est du cours.")]
    )
    champs: list[Champ] = [
        *seul,
        ("Famille", g.familles[c.famille].nom),
        ("Recommandation", f"{r.recommandations[c.recommandation].titre} ({c.recommandation})"),
        ("Difficulté", c.difficulte),
        ("Récurrence", c.recurrence),
        ("Tests", list(c.tests)),
        ("Argumentaire", c.argumentaire),
        ("Cas d'usage", c.cas_usage),
        ("Limites", c.limites),
        ("Métiers et acteurs", enumerer(g.metiers[x] for x in c.metiers)),
        ("Preuves acceptables", [g.preuves[x] for x in c.preuves]),
        (
            "ODD",
            [f"{n}. {r.odd[n].titre} : {pourquoi}" for n, pourquoi in c.odd.items()]
            or "Aucun objectif n'est directement adressé.",
        ),
        ("La même exigence ailleurs", [nom_ancrage(a) for a in c.ancrages]),
    ]
    if c.formulation_du_cours:
        champs.append(("Formulation du cours, remplacée", c.formulation_du_cours))
    officiel = c.identifiant_officiel
    nom = f"RIA31 | {officiel}" if officiel else c.identifiant
    if officiel and officiel != c.identifiant:
        nom += f" (ici {c.identifiant})"
    return _Fiche(
        _STATUT[c.provenance.statut], f"{nom} : {c.enonce}", champs, [*en_provenance(c.provenance), g.avertissement]
    )


def recommandation(identifiant: str) -> Affichage:
    """La carte d'une recommandation et de ses critères. Lève `ValueError` si l'identifiant n'existe pas."""
    r, reco = charger(), une_recommandation(identifiant)
    odd = sorted({n for c in reco.criteres for n in c.odd})
    champs: list[Champ] = [
        ("Famille", r.grille.familles[reco.famille].nom),
        ("Ce qu'elle protège", reco.but),
        ("Critères", [f"{c.identifiant} ({_STATUT[c.provenance.statut].lower()}) : {c.enonce}" for c in reco.criteres]),
        ("Métiers et acteurs", enumerer(dict.fromkeys(r.grille.metiers[x] for c in reco.criteres for x in c.metiers))),
        ("ODD", [f"{n}. {r.odd[n].titre}" for n in odd] or "Aucun objectif n'est directement adressé."),
    ]
    statut = "Thème rapporté par un tiers" if reco.provenance.statut == "rapporté" else _STATUT[reco.provenance.statut]
    pied = [p for p in en_provenance(reco.provenance) if p != r.grille.statuts["rapporté"]]
    return _Fiche(statut, f"{reco.identifiant} : {reco.titre}", champs, [*pied, r.grille.avertissement])


def loi(identifiant: str) -> Affichage:
    """« La règle », « Pour vous », la source et la certitude d'un texte de `droit.yaml`."""
    t = texte_de_droit(identifiant)
    certitude = charger().certitudes[t.certitude]
    point = f"le {en_date(t.verifie_le)}"
    if t.certitude != "S":  # pas relu : on ne dit pas « vérifié »
        certitude, point = f"{certitude} (point fait {point})", ""
    return CarteLoi(
        f"{t.exige} ({t.texte}, {t.article}.) {t.etat}",
        t.pour_vous,
        lien=t.sources[0] if t.sources else "",
        source=f"{t.texte}, {t.article}. {certitude}",
        verifie_le=point,
    )
