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

from playwright.sync_api import Locator, expect

from chatmairie import catalogue
from chatmairie.carnets.source import lire_source, trouver_les_carnets
from chatmairie.exercice import QuestionOuverte
from chatmairie.numero import PAR_DEFAUT
from tests.navigateur.laboratoire import RACINE, Carnet
from tests.navigateur.seance import lisible

TEXTE = "Monsieur le Maire, je vous propose de retirer ce service, et de garder le guichet et le téléphone."


def reponse_du_cours(identifiant: str) -> Any:
    """Une bonne réponse, en données : les décisions d'un `choisir`, ou la donnée que l'énoncé demande."""
    for fichier in sorted((RACINE / "tests" / "reponses" / identifiant).glob("juste_choisir*.py")):
        appel = ast.parse(fichier.read_text(encoding="utf-8")).body[-1].value
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
        suivant = self.carnet._js(
            "return cellules.findIndex((c, i) => i > args[0] && c.model.type === 'code');", rang
        )
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

    def retenir(self, rang: int, module: str) -> None:
        """Choisit des lignes du journal avec « Retenir », puis dit ce que chaque personne perd."""
        journal = import_module(f"chatmairie.{module}.rejeu").journal_du_juge(PAR_DEFAUT)
        montrees = {
            b.get_attribute("aria-label").split()[-1] for b in self.page.locator(".cmf-retenir").element_handles()
        }
        torts = journal[journal["ligne"].isin(montrees) & journal["tort"]].drop_duplicates("personne")
        agents = torts[torts["agent"]] if "agent" in torts else torts[~torts["usager"]]
        choisies = list(agents["ligne"][:1]) + [x for x in torts["ligne"] if x not in set(agents["ligne"])][:2]
        for ligne in choisies:
            self.page.get_by_role("button", name=f"Retenir la ligne {ligne}").first.click()
            expect(self.barre).to_contain_text(ligne)
        pertes = torts.set_index("ligne")["pertes"]
        for i, ligne in enumerate(choisies):
            champ = self.formulaire(rang).locator(f'[data-cmf="personnes/{i}/perd"]')
            noms = [c[0] for c in self.description(rang)["noeud"]["champs"][1]["noeud"]["ligne"]["champs"][1]["noeud"]["choix"]]
            champ.select_option(index=1 + noms.index(pertes[ligne][0]))

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


def traverser(carnet: Carnet, photos: Path | None = None) -> dict[str, str]:
    """Traverse tout le carnet. Rend le verdict montré pour chaque exercice jugé par le code."""
    parcours, verdicts, passees = Parcours(carnet), {}, set()
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
