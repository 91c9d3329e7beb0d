"""Ce qui se dit autour des échecs : les souhaits, « qu'est-ce qui pourrait échouer ? », ailleurs, et le dernier écran.

Les craintes ne sont jamais notées ; elles sont gardées pour le bilan. Les textes communs sont dans `recit.yaml`,
ceux d'un module dans le sien.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

from chatmairie.affichage.cartes import CarteTexte
from chatmairie.affichage.montrer import montrer, montrer_les_avis
from chatmairie.affichage.scenes import ASSISTANT, Conversation, milliers
from chatmairie.affichage.tableaux import Tableau
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.phrases import lire as lire_yaml
from chatmairie.parcours import progres

F = Fiche(__file__)
SOUHAITS: dict[str, str] = F.contenu["souhaits"]
"""Les cinq souhaits de la mairie, dans l'ordre de l'histoire."""
MOTS: dict[str, str] = F.contenu["craintes"]
"""Des craintes toutes faites, pour qui préfère un mot."""

CLE = "accueil.craintes"
LONGUEUR_MAX = 600
MAIRE = "Le maire"


# --- la recommandation, appliquée --------------------------------------------------------------------


def criteres_appliques(module: str, reprise: Any) -> CarteTexte:
    """Le critère qu'applique chaque correctif noté, et ce qu'ils ont changé ensemble pour des gens, d'après ce rejeu.

    reprise : ce que rend `rejouer_avec` de ce module. Lève `ValueError` pour un module sans rejeu.
    """
    from chatmairie.echecs import catalogue
    from chatmairie.juge.exercice import Exercice

    if reprise.leses is None:
        return CarteTexte(F.dire("criteres_appliques"), reprise.manque or F.dire("rien_a_compter"))
    avant, apres, sur = map(milliers, reprise.leses)
    a_part = (f"{module}.personnes", f"{module}.ria31")
    correctifs = [
        F.dire("un_critere", critere=e.criteres[0], correctif=e.titre)
        for i, e in catalogue.notes().items()
        if i.startswith(f"{module}.") and i not in a_part and isinstance(e, Exercice)
    ]
    quoi = recit_de(module)["leses"]
    lignes = [*correctifs, "", F.dire("ce_qui_a_change", quoi=quoi, avant=avant, apres=apres, sur=sur)]
    return CarteTexte(F.dire("criteres_appliques"), "\n".join(lignes))


# --- les craintes -----------------------------------------------------------------------------------


def craindre(**craintes: Any) -> None:
    """Garde une crainte par souhait (`specialiste`, `inscriptions`, `interface`, `acte`, `campagne`).

    Une crainte est une phrase à vous, ou un mot de la liste. `...` laisse la précédente ; on peut revenir.
    """
    refus = [phrase for nom, texte in craintes.items() if (phrase := _refus(nom, texte))]
    neuves = {n: _propre(t) for n, t in craintes.items() if t is not ... and not _refus(n, t)}
    suivi = progres.courant()
    gardees = lire(suivi) | neuves
    if neuves:
        suivi.ecrire("notes", CLE, gardees)
    lignes = [_une_crainte(nom, gardees) for nom in SOUHAITS] if gardees else _mode_d_emploi()
    if refus:
        lignes += ["", F.dire("pas_garde"), *(F.dire("refus", refus=r) for r in refus)]
    titre = F.dire("craintes") if gardees else F.dire("pas_de_crainte")
    montrer(CarteTexte(titre, "\n".join(lignes), F.dire("note")))
    montrer_les_avis(suivi)


def _une_crainte(nom: str, gardees: dict[str, str]) -> str:
    if nom not in gardees:
        return F.dire("sans_crainte", souhait=SOUHAITS[nom])
    return F.dire("une_crainte", souhait=SOUHAITS[nom], crainte=en_phrase(gardees[nom]))


def _mode_d_emploi() -> list[str]:
    return [F.dire("mode_d_emploi"), *(F.dire("un_mot", mot=mot, phrase=phrase) for mot, phrase in MOTS.items())]


def montrer_souhaits() -> Any:
    """Le tableau des cinq souhaits, avec le nom à écrire dans `craindre`."""
    lignes = [{"Souhait": nom, "Ce qu'on voulait": texte} for nom, texte in F.contenu["mot_pour_mot"].items()]
    return Tableau(lignes, legende="Ce qu'on voulait : cinq souhaits.")


def lire(suivi: progres.Progres | None = None) -> dict[str, str]:
    """Les craintes gardées : souhait -> texte (seulement celles qui se lisent)."""
    lu = (progres.courant() if suivi is None else suivi).lire("notes", CLE)
    if not isinstance(lu, dict):
        return {}
    return {n: t for n, t in lu.items() if n in SOUHAITS and isinstance(t, str) and t.strip()}


def en_phrase(crainte: str) -> str:
    """La phrase d'un mot de la liste, ou le texte lui-même."""
    return MOTS.get(crainte.strip().lower(), crainte)


def _propre(texte: str) -> str:
    return " ".join(texte.split())[:LONGUEUR_MAX]


def _refus(nom: str, texte: Any) -> str:
    if nom not in SOUHAITS:
        souhaits = ", ".join(SOUHAITS)
        if proches := difflib.get_close_matches(nom, SOUHAITS, n=1, cutoff=0.5):
            return F.dire("souhait_proche", nom=nom, proche=proches[0], souhaits=souhaits)
        return F.dire("souhait_inconnu", nom=nom, souhaits=souhaits)
    if texte is ... or (isinstance(texte, str) and texte.strip()):
        return ""
    return F.dire("pas_une_phrase", nom=nom)


# --- au début et à la fin d'un carnet ---------------------------------------------------------------


def le_maire_demande(module: str) -> Conversation:
    """Le court échange qui ouvre ce module (« choix_ia », « donnees »…). Lève `ValueError` s'il n'y en a pas."""
    dit = recit_de(module)["le_maire_demande"]
    return Conversation([(MAIRE, dit["maire"]), (ASSISTANT, dit["assistant"])])


def purement_fortuite(module: str) -> CarteTexte:
    """Ce qui est vraiment arrivé ailleurs. Lève `ValueError` pour un module qui n'en a pas."""
    histoires = "\n".join(F.dire("histoire", **h) for h in recit_de(module)["ailleurs"])
    return CarteTexte("Purement fortuite ?", histoires, F.dire("sources"))


def recit_de(module: str) -> dict[str, Any]:
    """Le `recit.yaml` de ce module. Lève `ValueError` s'il n'en a pas."""
    echecs = Path(__file__).parents[1]
    if not (echecs / module / "recit.yaml").is_file():
        connus = ", ".join(sorted(f.parent.name for f in echecs.glob("*/recit.yaml") if f.parent.name != "commun"))
        raise ValueError(F.dire("module_inconnu", module=module, modules=connus))
    return lire_yaml(echecs / module / "recit.yaml")


def merci(souhait: str, manque: str, epargnee: str = "", lesee: str = "") -> CarteTexte:
    """Le dernier écran : qui votre réponse épargne, qui elle n'épargne pas, et votre crainte du début.

    souhait : la crainte à rappeler (une clé de `SOUHAITS`). manque : pourquoi le rejeu n'a pas eu lieu.
    epargnee, lesee : une phrase sur une personne, ou rien s'il n'y en a pas.
    """
    epargne = F.dire("epargne", qui=epargnee) if epargnee else F.dire("n_epargne_personne")
    lese = F.dire("lese", qui=lesee) if lesee else F.dire("ne_lese_personne")
    dite = lire().get(souhait, "")
    rappel = F.dire("crainte_du_debut", crainte=en_phrase(dite)) if dite else F.dire("aucune_crainte_au_debut")
    gens = manque or f"{epargne}\n\n{lese}"
    return CarteTexte("Merci", f"{gens}\n\n{rappel}")
