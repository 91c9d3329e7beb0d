"""La page de ChatMairie écoutée, puis vue en petit et en grand. La page et la réponse sont celles du module."""

from __future__ import annotations

from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.html import Affichage
from chatmairie.affichage.jouer import Jeu, Pas
from chatmairie.affichage.scenes import ASSISTANT, MOI, Conversation, Ecran, Page
from chatmairie.echecs.commun.distribution import presenter
from chatmairie.echecs.commun.merci import merci
from chatmairie.echecs.commun.rejouons import rejouer_avec_les_reponses
from chatmairie.echecs.design.mecanisme import EXEMPLE, page_naive
from chatmairie.echecs.design.page.lecture import CHAMPS, lire
from chatmairie.echecs.design.rejeu import Rejeu
from chatmairie.echecs.design.remedes import Reprise

QUESTION = "Je suis en deuil, comment déclarer un décès ?"


def ce_qu_on_entend(html: str) -> list[str]:
    """Ce qu'annonce un lecteur d'écran, élément par élément, quand on parcourt cette page (en plus court)."""
    page = lire(html)
    dits = []
    for e in page.elements("h1", "h2", "p", "button", "label", "a", *CHAMPS, "div"):
        if page.muet(e) or e.find_parent(["p", "button", "label"]) or (e.name == "div" and e.find(True)):
            continue
        nom = page.nom(e)
        if e.name in CHAMPS:
            dits.append(f"Champ de texte, {nom or 'sans nom'}.")
        elif e.name == "button":
            dits.append(f"Bouton, {nom or 'sans nom'}.")
        elif nom and e.name in ("h1", "h2"):
            dits.append(f"Titre, {nom}.")
        elif nom and e.name != "label":
            dits.append(nom if nom[-1] in ".?!:" else f"{nom}.")
    return dits


def _formulaire_entendu(html: str) -> str:
    """Le bas de la page, là où il faut écrire : ce qui vient à partir du champ, avec ses silences."""
    dits = ce_qu_on_entend(html)
    depart = next((i for i, d in enumerate(dits) if d.startswith("Champ")), 0)
    return " ".join(f"« {d} »" for d in dits[depart:])


def ecouter_la_page(rejeu: Rejeu) -> Jeu:
    """Écran noir, clavier seul ; puis une vraie question, la réponse du moteur, et la page que les autres voyaient."""
    page = page_naive(EXEMPLE)
    entendu = _formulaire_entendu(page)
    pas = {
        "noir": Pas(
            Ecran(
                "L'écran est noir, la souris est débranchée",
                phrase=f"Vous avancez au clavier, et vous écoutez. On entend :\n\n{entendu}\n\nOù écrit-on ? "
                "Où envoie-t-on ? Rien ne le dit.",
                eteint=True,
            ),
            {"Écrire quand même": "reponse"},
        ),
        "reponse": Pas(
            Conversation([(MOI, QUESTION), (ASSISTANT, rejeu.assistant.repondre(QUESTION).texte)]),
            {"Allumer l'écran": "page"},
        ),
        "page": Pas(
            Page("La même page, sur un téléphone (320 pixels)", page, entendu="Faites-la défiler : elle déborde."),
            {"Grossir les lettres (200 %)": "grossie"},
        ),
        "grossie": Pas(
            Page(
                "La même page, lettres à 200 %",
                page,
                grossir=200,
                entendu=f"Au clavier, une flèche dessinée ne s'atteint pas. À l'oreille : {entendu}",
            )
        ),
    }
    return Jeu("La page, sans la voir", pas, list(pas))


def avant_apres(interface_html: Any) -> Affichage:
    """La page de la mairie et la vôtre, vues et entendues côte à côte."""
    rendue, manque = rejouer_avec_les_reponses({"interface_html": interface_html}, lambda: str(interface_html(EXEMPLE)))
    if rendue is None or not rendue.strip():
        return CarteTexte("Votre page", manque or "Votre page est vide.")
    qui = presenter("rayan").split(",")[0]
    return Ensemble(
        *(
            Page(nom, html, largeur=420, entendu=f"Ce qu'entend {qui} : {_formulaire_entendu(html)}")
            for nom, html in (("Avant : la page de la mairie", page_naive(EXEMPLE)), ("Après : votre page", rendue))
        ),
        nom="La page, avant et après",
    )


def le_dernier_ecran(reprise: Reprise) -> CarteTexte:
    """La personne qui gagne le plus à vos réponses, et la moins bien servie ensuite."""
    if reprise.personnes is None:
        return merci("interface", reprise.manque)
    table = reprise.personnes.assign(gagne=reprise.personnes["apres"] - reprise.personnes["avant"])
    mieux, pire = table.loc[table["gagne"].idxmax()], table.loc[table["apres"].idxmin()]
    phrases = [
        f"{x['prenom']} ({x['situation']}), démarches réussies : {x['avant']} sur 100 avant, {x['apres']} après."
        for x in (mieux, pire)
    ]
    return merci("interface", "", phrases[0] if mieux["gagne"] > 0 else "", phrases[1])
