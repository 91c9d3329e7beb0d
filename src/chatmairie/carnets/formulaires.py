"""Le formulaire d'une cellule : ce qu'une personne qui ne code pas y choisit, décrit en données simples.

La description va dans la métadonnée `chatmairie_formulaire` de la cellule, quand le carnet est fait. L'extension de
`labextension/` la lit et montre un formulaire ; la réponse reste du texte Python, dans la cellule. Les valeurs
proposées sont celles de l'exercice, dans l'ordre où le carnet les montre ; rien ne dit laquelle est juste.

Un nœud est un dictionnaire `{"genre": …}` : `un` et `plusieurs` (un choix dans une liste), `texte`, `nombre`, `nom`
(une variable du carnet, que l'on ne change pas), `dict`, `paires` (un dictionnaire dont on choisit les clés), `lignes`
(une liste de dictionnaires) et `appel` (un appel de fonction).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from typing import Any

from chatmairie.carnets.reglages import BOUCHON_CODE, BOUCHON_TEXTE
from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import Exercice, Option, QuestionOuverte
from chatmairie.juge.sans_code import melees
from chatmairie.langue.texte import typographier

CLE = "chatmairie_formulaire"
VERSION = 1
_SOLUTION = re.compile(r"^(?P<marge>[ \t]*)#+ BEGIN SOLUTION.*?^[ \t]*#+ END SOLUTION[^\n]*$", re.M | re.S)

Noeud = dict[str, Any]


def formulaire_de_l_exercice(exercice: Exercice | QuestionOuverte, source: str) -> Noeud | None:
    """La description du formulaire d'une cellule de réponse, ou None si cet exercice se répond en Python.

    source : le texte de la cellule, avec ou sans la solution (elle n'est pas lue).
    """
    if isinstance(exercice, QuestionOuverte):
        long: Noeud = {"genre": "texte", "long": True, "mots": exercice.mots_max}
        return _description(exercice.identifiant, exercice.titre, "", BOUCHON_TEXTE, long, "Me relire", juge=True)
    noeud = _noeud(exercice)
    if noeud is None:
        return None
    cible = ", ".join(exercice.productions)
    return _description(
        exercice.identifiant, exercice.titre, cible, sans_solution(source), noeud, "Voir ce que cela donne", juge=True
    )


def formulaire_de_l_appel(source: str) -> Noeud | None:
    """La description du formulaire d'une cellule qui n'est qu'un appel (`prevoir("…")`, `craindre(…)`…), ou None.

    La cellule qui donne le numéro (`GRAINE = 2026`, suivi d'autres lignes) a aussi le sien.
    """
    try:
        lignes = ast.parse(source).body
    except SyntaxError:
        return None
    if any(isinstance(x, ast.Assign) and ast.unparse(x.targets[0]) == "GRAINE" for x in lignes):
        return _description("", "Votre numéro", "GRAINE", "", _numero(), "Garder ce numéro", suite=True)
    appel = lignes[0].value if len(lignes) == 1 and isinstance(lignes[0], ast.Expr) else None
    if not isinstance(appel, ast.Call) or not isinstance(appel.func, ast.Name):
        return None
    decrire = _APPELS.get(appel.func.id)
    return None if decrire is None else decrire(source, [a.value for a in appel.args if isinstance(a, ast.Constant)])


def sans_solution(source: str) -> str:
    """La cellule telle qu'elle est distribuée : la solution y est remplacée comme le fait nbgrader."""
    return _SOLUTION.sub(lambda m: "\n".join(m["marge"] + x for x in BOUCHON_CODE.split("\n")), source)


def _description(exercice: str, titre: str, cible: str, depart: str, noeud: Noeud, bouton: str, **reste: Any) -> Noeud:
    sens = "\n".join(ligne for ligne in depart.strip().split("\n") if not ligne.lstrip().startswith("#"))
    dite = {"version": VERSION, "exercice": exercice, "titre": typographier(titre), "cible": cible}
    return {**dite, "depart": sens.rstrip(), "noeud": noeud, "bouton": bouton, **reste}


# --- les nœuds ------------------------------------------------------------------------------------


def _un(choix: Mapping[Any, str] | Iterable[Any], **reste: Any) -> Noeud:
    paires = choix.items() if isinstance(choix, Mapping) else ((c, str(c)) for c in choix)
    return {"genre": "un", "choix": [[valeur, typographier(phrase)] for valeur, phrase in paires], **reste}


def _texte(**reste: Any) -> Noeud:
    return {"genre": "texte", **reste}


def _nombre(mini: float | None = 0, maxi: float | None = None, pas: float | str = 1, **reste: Any) -> Noeud:
    bornes = {c: v for c, v in (("mini", mini), ("maxi", maxi), ("pas", pas)) if v is not None}
    return {"genre": "nombre", **bornes, **reste}


def _champ(cle: str | None, question: str, noeud: Noeud | None, **reste: Any) -> Noeud:
    """Un champ ; sans nœud, il a celui que son dictionnaire donne à chacun (`chacun`)."""
    dit = {} if noeud is None else {"noeud": noeud}
    return {"cle": cle, "question": typographier(question.replace("`", "")), **dit, **reste}


def _dict(*champs: Noeud, **reste: Any) -> Noeud:
    return {"genre": "dict", "champs": list(champs), **reste}


def _lignes(nom: str, depart: int, *champs: Noeud) -> Noeud:
    return {"genre": "lignes", "nom": nom, "depart": depart, "ligne": _dict(*champs)}


def _appel(fonction: str, fixes: Iterable[str], *champs: Noeud) -> Noeud:
    return {"genre": "appel", "fonction": fonction, "fixes": list(fixes), "champs": list(champs)}


def _noeud(exercice: Exercice) -> Noeud | None:
    """Ce que l'on remplit pour cet exercice : ses décisions, ou la donnée de son énoncé."""
    identifiant = exercice.identifiant
    if exercice.choix is not None:
        champs = (_champ(nom, o.question, _option(identifiant, o)) for nom, o in exercice.choix.options.items())
        return _appel("choisir", [identifiant], *champs)
    module, _, nom = identifiant.partition(".")
    decrire = _GABARITS.get(nom)
    return _de_la_fiche(module, nom) if decrire is None else decrire(module)


def _option(identifiant: str, option: Option) -> Noeud:
    noeud = _un(dict(melees(identifiant, option)))
    if option.plusieurs:
        noeud |= {"genre": "plusieurs", "ordre": True} if option.ordonnees else {"genre": "plusieurs"}
    return noeud


# --- les données à remplir ------------------------------------------------------------------------


def _personnes(module: str) -> Noeud:
    pertes = catalogue.attribut(module, "exercices.personnes", "PERTES")
    ligne = (
        _champ("qui", "Qui ?", _texte(retenir="personne")),
        _champ("perd", "Ce qui est perdu", _un(pertes)),
        _champ("preuve", "La preuve (J-0000)", _texte(retenir="ligne")),
    )
    graine = _champ("graine", "", {"genre": "nom", "nom": "GRAINE"})
    return _dict(graine, _champ("personnes", "", _lignes("Personne", 3, *ligne)))


def _ria31(module: str) -> Noeud:
    from chatmairie.echecs.commun.ria31 import CODES
    from chatmairie.referentiel.lecture import charger

    codes, grille = CODES[f"{module}.ria31"], charger().criteres
    return _lignes(
        "Critère",
        3,
        _champ("critere", "Le critère", _un({c: grille[c].enonce for c in codes.criteres})),
        _champ("phrase", "La phrase du récit qui l'enfreint", _un(codes.phrases)),
        _champ("personne", "La personne lésée", _un(codes.personnes)),
        _champ("preuve", "La preuve à demander", _un(codes.preuves)),
    )


def _de_la_fiche(module: str, nom: str) -> Noeud | None:
    """Ce que décrit la rubrique `formulaire` de la fiche : des nœuds, où `choix` dit où sont les valeurs (une liste de
    `mots` de la fiche, ou `module.NOM` dans le paquet de l'échec)."""
    if module not in catalogue.PAQUETS:
        return None
    fiche = catalogue.attribut(module, f"exercices.{nom}", "F")

    def mots(ou: str) -> Mapping[Any, str]:
        fichier, _, constante = ou.rpartition(".")
        return catalogue.attribut(module, fichier, constante) if fichier else fiche.mots[ou]

    def lire(noeud: Any) -> Any:
        if isinstance(noeud, list):
            return [lire(n) for n in noeud]
        if not isinstance(noeud, dict):
            return noeud
        lu = {cle: lire(valeur) for cle, valeur in noeud.items()}
        if "question" in lu:
            lu["question"] = typographier(lu["question"])
        return {**lu, "choix": _un(mots(lu["choix"]))["choix"]} if "choix" in lu else lu

    return lire(fiche.contenu.get("formulaire"))


def _auditer(_module: str) -> Noeud:
    from chatmairie.echecs.bilan.exercices.auditer import ATTENDUS, MANQUES, PREUVES, REPONSES
    from chatmairie.referentiel.lecture import charger

    grille = charger().criteres
    ligne = _dict(
        _champ("reponse", "Votre réponse", _un(REPONSES)),
        _champ("preuve", "La preuve", _un(PREUVES)),
        _champ("manque", "Ce qui manque", _un(MANQUES), si=["reponse", "partiel"]),
    )
    return _dict(*(_champ(c, f"{c} : {grille[c].enonce}", None) for c in ATTENDUS), chacun=ligne)


_GABARITS = {"personnes": _personnes, "ria31": _ria31, "auditer": _auditer}
"""Ce que plusieurs modules posent, ou qui se lit dans la grille ; les autres sont décrits par leur fiche."""


# --- les appels : parier, craindre, garder… ---------------------------------------------------------


def _numero(**reste: Any) -> Noeud:
    from chatmairie.parcours.numero import DERNIER, PREMIER

    return _nombre(PREMIER, DERNIER, question="Un nombre entier", **reste)


def _parier(source: str, arguments: list[Any]) -> Noeud:
    pari = catalogue.pari(arguments[0])
    if pari.reponses is None:
        noeud = _nombre(0, 100, "any", unite="sur 100")
    else:
        noeud = _un(pari.reponses, clic=True)
    appel = _appel("prevoir", arguments[:1], _champ(None, pari.question, noeud))
    return _description("", "Votre pari", "", source, appel, "Parier")


def _craindre(source: str, _arguments: list[Any]) -> Noeud:
    from chatmairie.echecs.commun.recit import MOTS, SOUHAITS

    souhaits = (_champ(c, s[:1].upper() + s[1:], _un(MOTS, libre=True), facultatif=True) for c, s in SOUHAITS.items())
    return _description("", "Vos craintes", "", source, _appel("craindre", [], *souhaits), "Garder mes craintes")


def _choisir_numero(source: str, _arguments: list[Any]) -> Noeud:
    from chatmairie.parcours.numero import AU_HASARD

    appel = _appel("choisir_numero", [], _champ(None, "", _numero(ou=AU_HASARD)))
    return _description("", "Votre numéro", "", source, appel, "Garder ce numéro")


def _projet(source: str, arguments: list[Any]) -> Noeud:
    questions = (
        "Où ce risque existe-t-il chez vous ?",
        "Qui le saurait en premier ?",
        "Que lui demanderez-vous demain ?",
    )
    appel = _appel("pour_votre_projet", arguments[:1], *(_champ(None, q, _texte(), facultatif=True) for q in questions))
    return _description("", "Et pour votre projet ?", "", source, appel, "Garder pour le bilan")


def _completer(source: str, arguments: list[Any]) -> Noeud:
    cles = re.findall(r'"([^"]+)":', source)
    preuves = _dict(*(_champ(c, c[:1].upper() + c[1:], _texte()) for c in cles))
    appel = _appel("completer", arguments[:1], _champ(None, "", preuves))
    return _description("", "Quel résultat sert maintenant de preuve ?", "", source, appel, "Garder mes preuves")


def _attestation(source: str, _arguments: list[Any]) -> Noeud:
    appel = _appel("attestation", [], _champ(None, "Votre nom, tel qu'il sera imprimé", _texte()))
    return _description("", "Votre attestation", "", source, appel, "Écrire mon attestation")


_APPELS = {
    "prevoir": _parier,
    "craindre": _craindre,
    "choisir_numero": _choisir_numero,
    "pour_votre_projet": _projet,
    "completer": _completer,
    "attestation": _attestation,
}
