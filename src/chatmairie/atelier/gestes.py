"""Tout ce qu'un carnet appelle : parier, vérifier, noter, éprouver, demander un indice…

Chaque fonction montre une carte et ne lève pas d'erreur pour une erreur de l'apprenant : elle la
raconte. Le jugement lui-même est dans `jugement.py`, l'aspect dans `affichage/`.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Mapping
from typing import Any, Literal

import chatmairie
from chatmairie.affichage.montrer import (
    Points,
    expliquer_les_noms_absents,
    montrer,
    montrer_les_avis,
    phrases_des_reponses_perimees,
    reponses_perimees,
)
from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from chatmairie.juge.donnee_simple import est_nombre, simplifier
from chatmairie.juge.exercice import Exercice, FormeInattendue, QuestionOuverte, Verdict
from chatmairie.langue.mots import sans_accents
from chatmairie.parcours import progres

_Mode = Literal["verifier", "noter"]

LIMITE_EPREUVE_S = 60.0
MONDES_PAR_DEFAUT = 20


# --- parier ---------------------------------------------------------------------------------------


def prevoir(identifiant: str, reponse: Any = ...) -> None:
    """Note un pari avant de regarder. Jamais noté, jamais bloquant.

    Sans réponse (ou avec `...`), montre la question et les réponses possibles.
    """
    from chatmairie.affichage.cartes import CartePari, CarteTexte

    try:
        pari = catalogue.pari(identifiant)
    except catalogue.IdentifiantInconnu as inconnu:
        return montrer(CarteTexte("Pari introuvable", str(inconnu)))
    if reponse is ...:
        return montrer(CartePari(pari.question, pari.reponses, None))
    reponse, refus = _lire_le_pari(pari.reponses, reponse)
    if refus:
        return montrer(CarteTexte("Ce pari n'a pas été gardé", refus))
    suivi = progres.courant()
    suivi.ecrire("paris", identifiant, reponse)
    montrer(CartePari(pari.question, pari.reponses, reponse))
    montrer_les_avis(suivi)


def devoiler(identifiant: str, *resultats: Any) -> None:
    """Met « votre prévision » à côté de « ce qui s'est passé », lu dans les résultats donnés (un rejeu, un tableau)."""
    from chatmairie.affichage.cartes import CarteTexte

    try:
        pari = catalogue.pari(identifiant)
    except catalogue.IdentifiantInconnu as inconnu:
        return montrer(CarteTexte("Pari introuvable", str(inconnu)))
    if any(r is ... or r is None for r in resultats):
        return montrer(
            CarteTexte(pari.question, "Il manque un résultat : exécutez d'abord la cellule qui le produit, plus haut.")
        )
    suivi = progres.courant()
    donne = suivi.lire("paris", identifiant)
    if donne is None:
        prevision = "Vous n'avez pas encore parié ; vous pouvez regarder quand même."
    else:
        prevision = "Votre prévision : " + _en_phrase(pari.reponses, donne)
    try:
        passe = pari.devoilement(*resultats)
    except Exception:  # ce que l'on a donné peut être n'importe quoi
        return montrer(
            CarteTexte(
                pari.question,
                "Ce n'est pas le résultat que ce pari attend. Reprenez la ligne du carnet, et exécutez d'abord la "
                "cellule qui le produit.",
            )
        )
    suivi.ecrire("notes", progres.cle_du_devoilement(identifiant), passe)
    montrer(CarteTexte(pari.question, f"{prevision}\n\nCe qui s'est passé : {passe}"))


def _lire_le_pari(reponses: Mapping[str, str] | None, reponse: Any) -> tuple[Any, str]:
    """Le pari en donnée simple, et la phrase qui dit pourquoi il ne peut pas être gardé (ou rien)."""
    try:
        reponse = simplifier(reponse)
    except FormeInattendue:
        reponse = None
    if reponses is None:
        if est_nombre(reponse) and 0 <= reponse <= 100:
            return reponse, ""
        return None, "On attend un nombre entre 0 et 100, sans guillemets : combien de personnes sur 100 ?"
    trouve = {sans_accents(r): r for r in reponses}.get(sans_accents(reponse)) if isinstance(reponse, str) else None
    if trouve is not None:
        return trouve, ""
    return None, "Recopiez l'une de ces réponses, guillemets compris : " + ", ".join(f'"{r}"' for r in reponses) + "."


def _en_phrase(reponses: Mapping[str, str] | None, donne: Any) -> str:
    if reponses is None:
        return f"{donne} sur 100".replace(".", ",")
    return reponses.get(str(donne), str(donne))


# --- vérifier, noter, éprouver --------------------------------------------------------------------


def verifier(identifiant: str, **productions: Any) -> None:
    """Juge ce que vous avez écrit sur les données du cours, et montre qui est encore lésé."""
    _juger_et_montrer(identifiant, productions, "publics", "verifier")


def noter(identifiant: str, *, sujets: str = "publics", **productions: Any) -> float:
    """Comme `verifier`, et rend les points : un nombre entre 0 et le maximum de l'exercice.

    sujets : "publics" (les données du cours) ou "notation" (aussi trois mondes cachés).
    Le nombre est un `float` ordinaire pour nbgrader ; un carnet ne le montre pas (voir `Points`).
    Lève `ValueError` si `sujets` est autre chose.
    """
    if sujets not in ("publics", "notation"):
        raise ValueError('`sujets` vaut "publics" ou "notation".')
    verdict = _juger_et_montrer(identifiant, productions, sujets, "noter")
    return Points(verdict.points if verdict else 0.0)


def eprouver(identifiant: str, *, mondes: int = MONDES_PAR_DEFAUT, graine: int = 0, **productions: Any) -> None:
    """Le même juge, sur des mondes frais tirés au hasard, le pire d'abord (60 secondes au plus)."""
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.atelier.eprouve import eprouver_sur

    if type(mondes) is not int or not 1 <= mondes <= 200:
        return montrer(CarteTexte("Nombre de mondes", "`mondes` est un nombre entier entre 1 et 200."))
    exercice = _exercice_ou_carte(identifiant)
    if exercice is None:
        return None
    try:
        with warnings.catch_warnings(action="ignore"):
            montrer(eprouver_sur(exercice, productions, mondes, graine, LIMITE_EPREUVE_S))
    except jugement.ProductionsInattendues as probleme:
        montrer(CarteTexte("Impossible d'éprouver", str(probleme)))
    return None


def _juger_et_montrer(identifiant: str, productions: Mapping[str, Any], sujets: str, mode: _Mode) -> Verdict | None:
    with warnings.catch_warnings(action="ignore"):  # ceux du juge ; ceux du code de la personne sont dans la carte
        exercice = _exercice_ou_carte(identifiant)
        if exercice is None:
            return None
        return _juger_cet_exercice(exercice, productions, sujets, mode)


def _juger_cet_exercice(exercice: Exercice, productions: Mapping[str, Any], sujets: str, mode: _Mode) -> Verdict | None:
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.atelier.cartes_de_jugement import carte_du_jugement

    refus = _REFUSEES.get(exercice.identifiant)
    if refus and all(production is ... for production in productions.values()):
        titre = "Vos décisions n'ont pas été lues"
        montrer(CarteTexte(titre, f"{refus}\n\nCorrigez la cellule de réponse, exécutez-la, puis celle-ci."))
        return None
    try:
        choisis = jugement.sujets_de_notation(exercice) if sujets == "notation" else (jugement.sujet_public(exercice),)
        rendu = jugement.juger(exercice, productions, choisis)
    except jugement.ProductionsInattendues as probleme:
        montrer(CarteTexte("Impossible de juger", str(probleme)))
        return None
    suivi = progres.courant()
    avant = suivi.etat(exercice.identifiant)
    vieilles = reponses_perimees(productions)
    if vieilles:
        montrer(CarteTexte(*phrases_des_reponses_perimees(vieilles)))
    montrer(carte_du_jugement(exercice, rendu, mode=mode, sujets=sujets, indices_lus=avant["indices"]))
    if rendu.verdict.statut != "non traité":
        etat = {
            **avant,
            "statut": rendu.verdict.statut,
            "points": rendu.verdict.points,
            "essais": avant["essais"] + 1,
            "reussi_une_fois": avant["reussi_une_fois"] or rendu.verdict.statut == "réussi",
        }
        suivi.ecrire("exercices", exercice.identifiant, etat)
    montrer_les_avis(suivi)
    return rendu.verdict


def _exercice_ou_carte(identifiant: str) -> Exercice | None:
    from chatmairie.affichage.cartes import CarteTexte

    try:
        trouve = catalogue.exercice(identifiant)
    except catalogue.IdentifiantInconnu as inconnu:
        montrer(CarteTexte("Exercice introuvable", str(inconnu)))
        return None
    if isinstance(trouve, QuestionOuverte):
        montrer(
            CarteTexte(
                "Question ouverte",
                f'« {identifiant} » est lue par une personne. Pour vous relire : relire("{identifiant}").',
            )
        )
        return None
    return trouve


# --- le chemin sans code --------------------------------------------------------------------------


_REFUSEES: dict[str, str] = {}
"""Exercice -> pourquoi ses dernières décisions n'ont pas été lues ; vide si elles l'ont été."""


def choisir(identifiant: str, **decisions: Any) -> Any:
    """Le chemin sans code : vos décisions deviennent la même réponse que du code.

    Rend la production (ou le tuple des productions) de l'exercice ; `...` si une décision manque ou
    n'existe pas, avec une carte qui dit laquelle.
    """
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.juge.sans_code import (
        FonctionChoisie,
        lire_les_decisions,
        refus_des_decisions,
        se_repond_en_code,
    )

    exercice = _exercice_ou_carte(identifiant)
    if exercice is None:
        return ...
    rien = ... if len(exercice.productions) == 1 else (...,) * len(exercice.productions)
    if exercice.choix is None or se_repond_en_code(exercice):
        montrer(_rien_a_choisir(exercice))
        return rien
    refus = _REFUSEES[identifiant] = refus_des_decisions(exercice, decisions)
    if refus:
        montrer(CarteTexte(f"Vos décisions pour « {identifiant} »", refus))
        return rien
    faites = exercice.choix.produire(lire_les_decisions(exercice.choix, decisions))
    valeurs = tuple(FonctionChoisie(faites[p], p) if callable(faites[p]) else faites[p] for p in exercice.productions)
    return valeurs[0] if len(valeurs) == 1 else valeurs


def options(identifiant: str) -> None:
    """Montre les décisions possibles du chemin sans code, et un exemple à recopier."""
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.juge.sans_code import decrire_les_options, se_repond_en_code

    exercice = _exercice_ou_carte(identifiant)
    if exercice is None:
        return
    if exercice.choix is None or se_repond_en_code(exercice):
        montrer(_rien_a_choisir(exercice))
    else:
        montrer(CarteTexte(f"Sans code : {exercice.titre}", decrire_les_options(exercice)))


def _rien_a_choisir(exercice: Exercice) -> Any:
    """Pourquoi `options` et `choisir` ne servent pas ici : la réponse se remplit, ou demande un programme."""
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.atelier.bilan_personnel import sans_code
    from chatmairie.juge.sans_code import se_repond_en_code

    if se_repond_en_code(exercice):
        return CarteTexte(exercice.titre, "Dans cette classe, cet exercice se répond en Python.")
    if sans_code(exercice):
        return CarteTexte(
            f"Sans code : {exercice.titre}",
            "Cette réponse se remplit, sans écrire de programme : la forme attendue est dans la cellule de réponse.",
        )
    return CarteTexte(exercice.titre, f"« {exercice.identifiant} » demande un programme : il se répond en Python.")


# --- aide -----------------------------------------------------------------------------------------


def indice(identifiant: str, numero: int | None = None) -> None:
    """Montre l'indice suivant (ou le n°), de 1 à 3. Un indice ne coûte jamais de points."""
    from chatmairie.affichage.cartes import CarteIndice, CarteTexte

    exercice = _exercice_ou_carte(identifiant)
    if exercice is None:
        return
    suivi = progres.courant()
    etat = suivi.etat(identifiant)
    demande = min(etat["indices"] + 1, 3) if numero is None else numero
    if type(demande) is not int or not 1 <= demande <= 3:
        explication = f'Les indices sont numérotés 1, 2 et 3 : indice("{identifiant}", 1).'
        montrer(CarteTexte("Cet indice n'existe pas", explication))
        return
    suivi.ecrire("exercices", identifiant, {**etat, "indices": max(etat["indices"], demande)})
    montrer(CarteIndice(demande, exercice.indices[demande - 1], 3 - demande))
    montrer_les_avis(suivi)


def corrige(identifiant: str, *, confirmer: bool = False) -> None:
    """Deux solutions et l'erreur la plus courante, pour qui travaille seul.

    Après une réussite, ou après trois indices et `confirmer=True`. N'existe pas dans une classe.
    """
    from chatmairie.atelier.corriges import carte_du_corrige

    exercice = _exercice_ou_carte(identifiant)
    if exercice is None:
        return
    suivi = progres.courant()
    montrer(carte_du_corrige(exercice, suivi.etat(identifiant), confirmer is True))
    montrer_les_avis(suivi)


def relire(identifiant: str, texte: str | None = None) -> None:
    """Pour une question ouverte : les six points à retrouver dans votre texte, et sa longueur.

    Sans `texte`, lit le carnet tel qu'il est enregistré sur le disque, si c'est possible.
    """
    from chatmairie.atelier.ouvertes import carte_de_relecture

    montrer(carte_de_relecture(identifiant, texte))


def verifier_longueur(texte: str, mots_max: int) -> int:
    """Nombre de mots de `texte` ; montre une phrase si la longueur annoncée est dépassée."""
    from chatmairie.atelier.ouvertes import verifier_longueur as compter

    return compter(texte, mots_max)


def completer(identifiant: str, resultats: Mapping[str, str] | Any = ...) -> None:
    """Après les réparations : quel résultat sert maintenant de preuve à chaque critère choisi (non noté, gardé)."""
    from chatmairie.affichage.cartes import CarteTexte

    if resultats is ... or not isinstance(resultats, Mapping) or any(v is ... for v in resultats.values()):
        return montrer(
            CarteTexte(
                "À compléter", "Pour chaque critère choisi, notez le résultat de ce carnet qui le prouve maintenant."
            )
        )
    lignes = {str(c): str(r).strip() for c, r in resultats.items()}
    vides = [c for c, r in lignes.items() if not r]
    if vides:
        return montrer(CarteTexte("Il manque une preuve", "Rien n'est noté pour : " + ", ".join(vides) + "."))
    suivi = progres.courant()
    suivi.ecrire("notes", identifiant, lignes)
    corps = "\n".join(f"- {c} : {r}" for c, r in lignes.items())
    montrer(CarteTexte("Vos preuves, gardées", corps))
    return montrer_les_avis(suivi)


def pour_votre_projet(module: str, *lignes: Any) -> None:
    """Garde vos trois lignes « Et pour votre projet ? » (non noté ; retrouvées au bilan)."""
    from chatmairie.affichage.cartes import CarteTexte

    ecrites = [str(ligne).strip() for ligne in lignes if ligne is not ... and str(ligne).strip()]
    if not ecrites:
        explication = "Écrivez vos phrases dans le formulaire, ou à la place des « ... » ; elles seront gardées."
        return montrer(CarteTexte("Et pour votre projet ?", explication))
    suivi = progres.courant()
    suivi.ecrire("notes", f"{module}.projet", {"lignes": ecrites, "le": time.strftime("%Y-%m-%d")})
    montrer(CarteTexte("Gardé pour votre projet", "\n".join(f"- {ligne}" for ligne in ecrites)))
    return montrer_les_avis(suivi)


def progression(module: str | None = None) -> None:
    """Où vous en êtes : chaque exercice, son statut, ses points visibles, les indices lus. Et comment tout garder.

    module : un seul module (`progression("donnees")`) ; sans rien, tout le cours.
    """
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.atelier.bilan_personnel import carte_pour_garder, tableau_de_progression

    try:
        montrer(tableau_de_progression(progres.courant(), module))
    except ValueError as probleme:
        montrer(CarteTexte("Module introuvable", str(probleme)))
    montrer(carte_pour_garder())


def sauvegarder() -> None:
    """Met tout votre travail (réponses, paris, notes, progression) dans un seul fichier à télécharger."""
    from chatmairie.parcours.sauvegarde import carte_de_sauvegarde

    montrer(carte_de_sauvegarde())


def reprendre(fichier: Any = ...) -> None:
    """Reprend un fichier fait par `sauvegarder()`, ici ou ailleurs, sans jamais écraser un travail plus récent."""
    from chatmairie.parcours.sauvegarde import carte_de_reprise

    montrer(carte_de_reprise(fichier))


def confort_de_lecture(oui: bool = True) -> None:
    """Lettres plus grandes, lignes et mots plus espacés, sans italique. `confort_de_lecture(False)` : comme avant."""
    from chatmairie.affichage.confort import regler

    suivi = progres.courant()
    montrer(regler(oui is True, suivi))
    montrer_les_avis(suivi)


def sommaire(module: str) -> None:
    """Ce que demande un module : exercices, niveaux, minutes, points, chemin sans code. Rappelle aussi votre numéro."""
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.atelier.bilan_personnel import tableau_du_module
    from chatmairie.parcours.numero import rappel

    try:
        montrer(tableau_du_module(module))
    except ValueError as probleme:
        montrer(CarteTexte("Module introuvable", str(probleme)))
    if (carte := rappel()) is not None:
        montrer(carte)


def sujet_public(identifiant: str) -> dict[str, Any]:
    """Les données sur lesquelles `verifier` juge cet exercice : une copie, pour essayer chez soi."""
    import copy

    exercice = _exercice_ou_carte(identifiant)
    return {} if exercice is None else copy.deepcopy(dict(jugement.sujet_public(exercice).entrees))


expliquer_les_noms_absents()
chatmairie._fonctions()
