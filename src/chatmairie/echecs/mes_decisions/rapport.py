"""`auditer_mes_decisions` : le rapport d'une table de décisions, qui commence par ce qu'il ne peut pas dire."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.html import Affichage, page_entiere
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Choix, Manette
from chatmairie.echecs.mes_decisions import lecture
from chatmairie.echecs.mes_decisions.constats import ECART_MIN, GROUPE_MIN, Constats, constater
from chatmairie.langue.texte import compte, enumerer, nombre, part_entre
from chatmairie.referentiel.cartes import loi
from chatmairie.referentiel.fichiers import ecrire

EXEMPLE = "exemple"
"""L'archive inventée du cours, à la place d'une table à soi."""
AILLEURS = "Ici, votre fichier partirait sur une machine qui n'est pas la vôtre. Ouvrez le cours chez vous."
DROIT = ("loi-2008-496", "rgpd-5-1-d", "crpa-l211-5", "crpa-l311-3-1", "lil-47")
ECARTS_MONTRES = 12
CALENDRIER = "Un jour, une heure ou une semaine ne devraient rien changer à un droit."
_A_DISTANCE = (
    "BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST", "JUPYTERHUB_USER", "JUPYTERHUB_API_URL", "COLAB_RELEASE_TAG",
    "KAGGLE_KERNEL_RUN_TYPE", "CODESPACES", "GITPOD_WORKSPACE_ID", "DEEPNOTE_PROJECT_ID",
)  # fmt: skip
_NOMS_DE_DECISION = ("decision", "avis", "resultat", "statut", "reponse", "issue", "etat", "suite")
LETTRE = "\n\n".join((
    "Objet : votre demande du ____________",
    "Madame, Monsieur,",
    "Votre demande n° ____________ a reçu un refus le ____________. En relisant nos décisions, nous avons vu que des "
    "refus de cette période ont pu tenir à ____________ et non à votre dossier.",
    "Une personne du service, ____________, relit le vôtre. Elle vous répondra avant le ____________. Vous n'avez "
    "rien à refaire. Si votre situation presse, appelez le ____________ ou venez au ____________.",
    "Si le refus est confirmé, la lettre en dira les raisons de droit et de fait, et comment le contester.",
    "____________ (nom et fonction de la personne qui signe)",
))  # fmt: skip


class Rapport(Ensemble):
    """Ce qu'une table a montré. `enregistrer` en fait une page à imprimer ; `constats` garde les nombres."""

    def __init__(self, constats: Constats, decision: str, regles: Sequence[str], nom: str) -> None:
        self.constats, self.titre = constats, f"Mes décisions : {nom}"
        self.parties: dict[str, list[Affichage]] = {
            "Ce que cette page ne peut pas dire": [_limites(constats, decision, regles)],
            "Qui est refusé plus souvent": _ecarts(constats, regles),
            "Ce que les colonnes se répètent, et ce qui n'est pas une décision": [_colonnes(constats)],
            "Le droit, et qui relit avec vous": [_qui_relit(), *map(loi, DROIT)],
            "Un modèle de lettre": [CarteTexte("À relire par une personne avant tout envoi", LETTRE)],
        }
        super().__init__(*(o for partie in self.parties.values() for o in partie), nom=self.titre)

    def enregistrer(self, fichier: str | Path = "mes_decisions.html", remplacer: bool = False) -> CarteTexte:
        """Écrit la page. N'écrase rien, sauf `remplacer=True`."""
        corps = "".join(
            f"<section><h2>{titre}</h2>{''.join(o.cadre() for o in objets)}</section>"
            for titre, objets in self.parties.items()
        )
        try:
            ecrit = ecrire(fichier, page_entiere(self.titre, corps), remplacer=remplacer)
        except (OSError, TypeError) as probleme:
            return CarteTexte("Rien n'a été écrit", f"{probleme}")
        return CarteTexte("Votre rapport est prêt", f"Le fichier « {Path(ecrit).name} » s'ouvre et s'imprime.")


def auditer_mes_decisions(
    table: Any = None, decision: Any = None, groupes: Any = None, regles: Any = (), refus: Any = None
) -> Affichage:
    """Le rapport d'une table de décisions : un fichier CSV (son nom), ou un `DataFrame`. Rien ne sort de la machine.

    decision : la colonne du oui et du non (devinée sinon). groupes : les colonnes à regarder (toutes sinon). regles :
    les colonnes que votre règlement lit ; on ne compare alors que des dossiers qui y ont les mêmes réponses. refus :
    les valeurs qui sont des refus, si elles ne se devinent pas. Sans table, montre un formulaire ; "exemple" prend
    l'archive inventée du cours. Sur la machine d'un autre, ne prend qu'elle.
    """
    if table is None:
        return _formulaire()
    if isinstance(table, str) and not table:
        return CarteTexte("Choisissez une table", "Le rapport viendra ici.")
    exemple = isinstance(table, str) and table == EXEMPLE
    if a_distance() and not exemple:
        return CarteTexte("Pas ici", f"{AILLEURS} L'exemple du cours, lui, s'ouvre : `\"{EXEMPLE}\"`.")
    try:
        ou = (_archive_du_cours(), "l'archive inventée du cours") if exemple else (table, "")
        return rapport(ou[0], decision, groupes, regles, refus, ou[1])
    except lecture.TableRefusee as refusee:
        return CarteTexte("Cette table ne se lit pas encore", str(refusee))


def rapport(
    table: Any, decision: Any = None, groupes: Any = None, regles: Any = (), refus: Any = None, nom: str = ""
) -> Rapport:
    """Le rapport. Lève `TableRefusee`."""
    lue = lecture.lire(table)
    decision = _la_decision(lue, refus) if decision is None else lecture.colonne(lue, decision)
    demandees, lues = ([x] if isinstance(x, str) else x for x in (groupes, regles))
    demandees = None if demandees is None else [lecture.colonne(lue, g) for g in demandees]
    lues = [lecture.colonne(lue, r) for r in lues]
    faits = constater(lue, decision, lecture.refusees(lue, decision, refus), demandees, lues)
    if faits.total < 2 * GROUPE_MIN:
        raise lecture.TableRefusee(f"La table n'a que {faits.total} décisions : trop peu pour rien en dire.")
    nom = nom or (Path(table).name if isinstance(table, (str, Path)) else "la table donnée")
    return Rapport(faits, decision, lues, nom)


def a_distance() -> bool:
    """Vrai si ce noyau tourne sur la machine d'un autre (Binder, JupyterHub, Colab…) ; faux dans un navigateur."""
    return sys.platform != "emscripten" and any(os.environ.get(nom) for nom in _A_DISTANCE)


def _archive_du_cours() -> Any:
    from chatmairie.echecs.donnees.rejeu import rejouer
    from chatmairie.parcours.numero import PAR_DEFAUT

    return rejouer(PAR_DEFAUT).archives


def _la_decision(table: Any, refus: Any) -> str:
    """La première colonne qui porte un nom de décision et contient des refus et des accords. Lève `TableRefusee`."""
    for debut in _NOMS_DE_DECISION:
        for nom in (c for c in table.columns if lecture.nu(c).startswith(debut)):
            try:
                lecture.refusees(table, nom, refus)
            except lecture.TableRefusee:
                continue
            return nom
    raise lecture.TableRefusee(
        f'Quelle colonne dit oui ou non ? Écrivez decision="…". Celles de la table : {enumerer(table.columns)}.'
    )


def _formulaire() -> Affichage:
    fichiers = {} if a_distance() else {str(f): f.name for f in sorted(Path.cwd().glob("*.[cCtT][sSxX][vVtT]"))}
    choix = {"": "choisissez…", EXEMPLE: "l'exemple : l'archive inventée du cours"} | fichiers
    dit = AILLEURS if a_distance() else "Posez votre fichier CSV à côté de ce carnet, puis relancez cette cellule."
    return Ensemble(
        CarteTexte("Regarder mes propres décisions", f"Rien ne sort de cette machine, et rien n'est gardé. {dit}"),
        Manette({"table": Choix("La table", choix)}, auditer_mes_decisions, "Qui est refusé ?"),
        nom="Regarder mes propres décisions",
    )  # fmt: skip


# --- les parties ----------------------------------------------------------------------------------


def _limites(faits: Constats, decision: str, regles: Sequence[str]) -> CarteTexte:
    regle = (
        f"Les dossiers ne sont comparés qu'à réponses égales aux colonnes que lit votre règlement : {enumerer(regles)}."
        if regles
        else "Elle ne connaît pas votre règlement. Une colonne qu'il lit (une pièce, un délai) y paraîtra comme un "
        "écart. Nommez ces colonnes dans `regles=[…]` : elle ne comparera plus que des dossiers égaux devant la règle."
    )
    return CarteTexte(
        f"{compte(faits.total, 'décision lue', 'décisions lues')}, dont {nombre(faits.refuses)} refus",
        f"- Elle ne dit ni pourquoi une personne est refusée, ni si un refus était juste.\n- {regle}\n"
        "- Ne rien y voir ne prouve rien : un tort rare, ou fait à un petit groupe, n'y paraît pas.\n"
        "- Elle ne voit pas qui n'a pas pu déposer de demande.\n"
        f"- Elle ne dit un écart que s'il dépasse {nombre(100 * ECART_MIN)} refus sur 100, et que le hasard ne "
        "l'explique pas.\n"
        "- Ce n'est pas un avis juridique.",
        f"Colonne lue : {decision}."
        + (f" {compte(faits.sans_decision, 'ligne')} sans oui ni non, mises de côté." if faits.sans_decision else ""),
    )


def _ecarts(faits: Constats, regles: Sequence[str]) -> list[Affichage]:
    if not faits.ecarts:
        return [
            CarteTexte("Aucun écart que le hasard n'explique", "Relisez la première page : ce n'est pas une preuve.")
        ]
    phrases = [
        f"- {e.critere}, « {e.valeur} » : {nombre(e.refuses)} refus sur {nombre(e.total)}"
        for e in faits.ecarts
        if e.calendrier
    ]
    autres = "Les autres, à dossier égal" if regles else "Les autres"
    lignes = [
        {"Colonne": e.critere, "Groupe": e.valeur, "Refusés sur 100": part_entre(e.refuses, e.total),
         autres: round(100 * e.reste), "Refus de plus": round(e.en_trop)}
        for e in faits.ecarts[:ECARTS_MONTRES]
    ]  # fmt: skip
    montre: list[Affichage] = [
        Tableau(lignes, "Du plus au moins de refus en trop. Entre parenthèses : l'intervalle à 95 %", decimales=0)
    ]
    if phrases:
        montre.insert(0, CarteTexte("D'abord, le calendrier", f"{CALENDRIER}\n" + "\n".join(phrases[:4])))
    return montre


def _colonnes(faits: Constats) -> CarteTexte:
    dites = [
        f"Les dossiers « {a.valeur} » ({a.critere}) et « {b.valeur} » ({b.critere}) sont presque les mêmes : retirer "
        "une de ces colonnes d'un modèle, et garder l'autre, ne change rien."
        for a, b in faits.redites
    ]
    dites += [
        f"« {c} » est vide sur {compte(n, 'ligne')}, dont {nombre(r)} refus. Quelqu'un a-t-il vraiment décidé ? Une "
        "fermeture automatique n'est pas une décision, et un modèle ne doit pas l'apprendre."
        for c, n, r in faits.fermetures
    ]
    dites += [f"« {c} » dit déjà la décision : elle a été mise de côté." for c in faits.motifs]
    if faits.doubles:
        dites.append(f"{compte(faits.doubles, 'ligne')} se répètent, avec la même décision : comptées plusieurs fois.")
    if faits.contraires:
        dites.append(
            f"{compte(faits.contraires, 'ligne')} se répètent avec la décision contraire : laquelle a été envoyée ?"
        )
    if faits.petits:
        petits = enumerer(f"{c} « {v} » ({n})" for c, v, n in faits.petits[:8])
        suite = f", et {len(faits.petits) - 8} autres" if len(faits.petits) > 8 else ""
        dites.append(
            f"Trop petits pour être jugés (moins de {GROUPE_MIN}) : {petits}{suite}. Lisez ces dossiers un par un."
        )
    return CarteTexte("Dans la table", "\n".join(f"- {d}" for d in dites) or "Rien à signaler.")


def _qui_relit() -> CarteTexte:
    return CarteTexte(
        "Avant d'en parler dehors",
        "- Avec les agents qui instruisent : que s'est-il passé ces jours-là ?\n"
        "- Avec le délégué à la protection des données : pouvait-on lire ces colonnes, et combien de temps ?\n"
        "- Avec le service juridique : quelle règle explique quel écart, et laquelle ne l'explique pas ?\n"
        "- Avec des personnes refusées : qu'ont-elles reçu, et qu'ont-elles compris ?",
    )
