"""Traverser un carnet comme une personne qui ne code pas : « Continuer », des formulaires, aucun Python tapé.

Les réponses viennent du cours (les solutions de sa source, et celles de la banque qui se font sans code) : l'essai les
choisit dans les formulaires, à la souris ou au clavier.
"""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd
from playwright.sync_api import Locator, expect

from chatmairie.carnets.source import lire_source, trouver_les_carnets
from chatmairie.echecs import catalogue
from chatmairie.echecs.commun.journal import PERTES
from chatmairie.juge.exercice import QuestionOuverte
from chatmairie.langue.texte import typographier
from chatmairie.parcours.numero import PAR_DEFAUT
from outils import banque
from tests.navigateur.laboratoire import RACINE, Carnet
from tests.navigateur.seance import lisible

TEXTE = "Monsieur le Maire, je vous propose de retirer ce service, et de garder le guichet et le téléphone."


def reponse_du_cours(identifiant: str) -> Any:
    """Une bonne réponse, en données : les décisions d'un `choisir`, ou la donnée que l'énoncé demande."""
    for reponse in sorted(banque.justes(identifiant), key=lambda r: r.nom):
        derniere = ast.parse(reponse.texte).body[-1]
        appel = getattr(derniere, "value", None)
        if isinstance(appel, ast.Call) and ast.unparse(appel.func) == "choisir":
            return {c.arg: ast.literal_eval(c.value) for c in appel.keywords}
    for chemin in trouver_les_carnets(RACINE / "course"):
        for cellule in lire_source(chemin).cellules:
            if (cellule.exercice, cellule.role) == (identifiant, "reponse"):
                solution = re.search(r"BEGIN SOLUTION\n(.*?) *### END", cellule.texte, re.S)[1]
                return ast.literal_eval(solution.strip())
    raise AssertionError(identifiant)


class Parcours:
    """Un carnet ouvert en vue formulaire, et la main qui le traverse."""

    def __init__(self, carnet: Carnet) -> None:
        self.carnet, self.page = carnet, carnet.page
        self.barre = self.page.get_by_role("region", name="Avancer dans le carnet")
        self.barre.wait_for()

    def continuer(self) -> int | None:
        """« Continuer », une fois ; rend le rang de la chose à faire où l'on est mené, ou None au bout du carnet."""
        self.barre.get_by_role("button", name="Continuer", exact=True).click()
        return self._ou_l_on_est()

    def _ou_l_on_est(self) -> int | None:
        self.attendre()
        rang = self.carnet._js("return cellules.findIndex(c => c.node.contains(document.activeElement));")
        return None if "au bout" in self.barre.inner_text() else rang

    def attendre(self) -> None:
        expect(self.barre.locator(".cmf-premier:not([aria-disabled])")).to_be_visible()
        self.carnet.attendre_le_noyau()

    def description(self, rang: int) -> dict[str, Any]:
        return self.carnet._js(
            "return cellules[args[0]].model.sharedModel.getMetadata('chatmairie_formulaire') ?? null;", rang
        )

    def formulaire(self, rang: int) -> Locator:
        return self.carnet.aller(rang).locator(".cmf")

    def source(self, rang: int) -> str:
        return self.carnet._js("return cellules[args[0]].model.sharedModel.getSource();", rang)

    def valider(self, rang: int) -> None:
        bouton = self.formulaire(rang).locator(".cmf-outils .cmf-premier")
        if bouton.is_visible():
            bouton.click()
        expect(self.formulaire(rang).locator(".cmf-outils .cmf-premier")).to_be_enabled()
        self.attendre()

    def verdict(self, rang: int) -> str:
        """Ce que montre la cellule qui juge, sous la réponse."""
        suivant = self.carnet._js("return cellules.findIndex((c, i) => i > args[0] && c.model.type === 'code');", rang)
        return lisible(self.carnet.sortie(suivant))

    def repondre(self, rang: int) -> str:
        """Remplit le formulaire de cette cellule avec une bonne réponse, et le valide. Rend l'identifiant."""
        d = self.description(rang)
        noeud, exercice = d["noeud"], d["exercice"]
        if noeud.get("mots"):
            self.formulaire(rang).locator("textarea").fill(TEXTE)
        elif exercice.endswith(".personnes"):
            self.retenir(rang, exercice.split(".")[0])
        elif exercice:
            self.remplir(self.formulaire(rang), noeud, reponse_du_cours(exercice))
        else:
            self.remplir(self.formulaire(rang), noeud, None)
        self.valider(rang)
        return exercice

    def torts_montres(self, module: str) -> list[tuple[str, str, str]]:
        """Trois torts montrés par le journal (ligne, personne, perte), dont celui d'un agent ou d'un proche."""
        journal = import_module(f"chatmairie.echecs.{module}.rejeu").rejouer.journal_du_juge(PAR_DEFAUT)
        montrees = {
            b.get_attribute("aria-label").split()[-1] for b in self.page.locator(".cmf-retenir").element_handles()
        }
        torts = journal[journal["ligne"].isin(montrees) & journal["tort"]].drop_duplicates("personne")
        agents = torts[torts["agent"]] if "agent" in torts else torts[~torts["usager"]]
        choisis = pd.concat([agents[:1], torts.drop(agents.index)[:2]])
        return [(t.ligne, t.personne, t.pertes[0]) for t in choisis.itertuples()]

    def retenir(self, rang: int, module: str) -> None:
        """Choisit des lignes du journal avec « Retenir », puis dit ce que chaque personne perd."""
        choisis = self.torts_montres(module)
        for ligne, _, _ in choisis:
            self.page.get_by_role("button", name=f"Retenir la ligne {ligne}").first.click()
            expect(self.barre).to_contain_text(ligne)
        for i, (_, _, perte) in enumerate(choisis):
            champ = self.formulaire(rang).locator(f'[data-cmf="personnes/{i}/perd"]')
            champ.select_option(label=typographier(PERTES[perte]))

    def remplir(self, dans: Locator, noeud: dict[str, Any], valeur: Any, chemin: tuple = ()) -> None:
        """Donne `valeur` au champ de ce chemin (sans valeur : la première réponse proposée)."""
        ici = "/".join(map(str, chemin))
        champ, liste = dans.locator(f'[data-cmf="{ici}"]').first, dans.locator(f'fieldset[data-champ="{ici}"] label')
        match noeud["genre"]:
            case "un":
                rang = 0 if valeur is None else [c[0] for c in noeud["choix"]].index(valeur)
                if noeud.get("clic"):
                    dans.locator(".cmf-choix button").nth(rang).click()
                elif liste.count():
                    liste.nth(rang).click()
                else:
                    champ.select_option(index=rang + 1)
            case "plusieurs":
                for voulue in valeur:
                    liste.nth([c[0] for c in noeud["choix"]].index(voulue)).click()
            case "texte":
                champ.fill("Une réponse." if valeur is None else valeur)
            case "nombre":
                champ.fill("30" if valeur is None else str(valeur))
            case "dict" | "appel":
                for i, c in enumerate(noeud["champs"]):
                    cle = i if c["cle"] is None else c["cle"]
                    if valeur is None or cle in valeur:
                        suite = None if valeur is None else valeur[cle]
                        self.remplir(dans, c.get("noeud") or noeud["chacun"], suite, (*chemin, cle))
            case "lignes":
                for i, ligne in enumerate(valeur):
                    if i >= dans.locator(".cmf-ligne").count():
                        dans.get_by_role("button", name="Ajouter", exact=False).last.click()
                    self.remplir(dans, noeud["ligne"], ligne, (*chemin, i))
            case "paires":
                ((cle, v),) = valeur.items()
                self.remplir(dans, noeud["cle"], cle, chemin)
                self.remplir(dans, noeud["valeur"], v, (*chemin, 0, "valeur"))


class AuClavier(Parcours):
    """La même personne, sans souris : Tab, les flèches, Espace, Entrée, et Alt+Maj+C pour « Continuer »."""

    def continuer(self) -> int | None:
        self.page.keyboard.press("Alt+Shift+KeyC")
        return self._ou_l_on_est()

    def valider(self, rang: int) -> None:
        bouton = self.formulaire(rang).locator(".cmf-outils .cmf-premier")
        if bouton.is_visible():
            self._tabuler("e => e.matches('.cmf-outils .cmf-premier')")
            self.page.keyboard.press("Enter")
        expect(bouton).to_be_enabled()
        self.attendre()

    def retenir(self, rang: int, module: str) -> None:
        """Recopie trois lignes du journal, champ par champ."""
        lignes = [{"qui": qui, "perd": perte, "preuve": ligne} for ligne, qui, perte in self.torts_montres(module)]
        noeud = self.description(rang)["noeud"]["champs"][1]["noeud"]
        self.remplir(self.formulaire(rang), noeud, lignes, ("personnes",))

    def _tabuler(self, condition: str) -> None:
        """Appuie sur Tab jusqu'à l'élément voulu : il est à moins de cent pas."""
        for _ in range(100):
            if self.page.evaluate(f"() => ({condition})(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab ne mène jamais à : {condition}")

    def _aller_au_champ(self, ici: str) -> None:
        self._tabuler(f"e => e.dataset.cmf === {ici!r} || e.closest('[data-champ]')?.dataset.champ === {ici!r}")

    def remplir(self, dans: Locator, noeud: dict[str, Any], valeur: Any, chemin: tuple = ()) -> None:
        ici, touche = "/".join(map(str, chemin)), self.page.keyboard.press
        match noeud["genre"]:
            case "un":
                rang = 0 if valeur is None else [c[0] for c in noeud["choix"]].index(valeur)
                if noeud.get("clic"):
                    self._aller_au_champ(f"{ici}/{rang}")
                    touche("Enter")
                    return
                self._aller_au_champ(ici)
                ronds = self.page.evaluate("() => document.activeElement.type === 'radio'")
                touche("Space" if ronds else "Home")
                for _ in range(rang if ronds else rang + 1):
                    touche("ArrowDown")
            case "plusieurs":
                for voulue in sorted([c[0] for c in noeud["choix"]].index(v) for v in valeur):
                    self._aller_au_champ(f"{ici}/{voulue}" if voulue else ici)
                    touche("Space")
            case "texte" | "nombre":
                self._aller_au_champ(ici)
                touche("Control+a")
                self.page.keyboard.type(str(valeur) if valeur is not None else "30")
            case _:
                super().remplir(dans, noeud, valeur, chemin)


def traverser(parcours: Parcours, photos: Path | None = None) -> dict[str, str]:
    """Traverse tout le carnet. Rend le verdict montré pour chaque exercice jugé par le code."""
    carnet, verdicts, passees = parcours.carnet, {}, set()
    while (rang := parcours.continuer()) is not None:
        assert rang >= 0 and rang not in passees, f"« Continuer » mène deux fois à la cellule de rang {rang}"
        passees.add(rang)
        if photos is not None:
            carnet.photo(photos / f"{carnet.chemin.split('/')[-1][:2]}_{rang:02}.png")
        if parcours.description(rang) is None:
            continue  # un programme à écrire : cette personne le laisse
        identifiant = parcours.repondre(rang)
        if identifiant and not isinstance(catalogue.exercice(identifiant), QuestionOuverte):
            verdicts[identifiant] = parcours.verdict(rang)
            if photos is not None:
                carnet.photo(photos / f"{carnet.chemin.split('/')[-1][:2]}_{rang:02}_verdict.png")
    return verdicts
