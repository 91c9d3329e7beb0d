"""Ce que dit un retour, exercice par exercice : points, ce qui a été observé, qui est lésé, et la suite.

Tout vient du catalogue, du carnet de notes et du compte rendu joint à la cellule de note. Ce compte rendu a
été produit à côté du code de l'élève : il est relu champ par champ, raccourci, et ne donne jamais de points.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markupsafe import Markup

from chatmairie.atelier.ouvertes import compter_les_mots
from chatmairie.correction.etats import CLE, PAR_UNE_PERSONNE
from chatmairie.correction.reconstruction_lecture import champ
from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import Exercice, QuestionOuverte, depuis_grade_id
from chatmairie.langue.sens_des_erreurs import sens
from chatmairie.langue.texte import propre

SANS_REPONSE = "Pas de réponse : la cellule est telle qu'elle a été distribuée."
_TRADUCTIONS = {"No response.": SANS_REPONSE, "Sans réponse.": SANS_REPONSE}
NOTE_CHANGEE = (
    "Le juge n'a rien trouvé à redire, mais les points comptés sont moindres : la note a été changée à la main, ou n'a "
    "pas pu être lue. Demandez à la personne qui corrige."
)
NOTE_RELEVEE = "La personne qui corrige vous a donné tous les points ; voici quand même ce que le juge a observé."
NON_EXAMINE = "Non examiné"
_DEJA_DITES = ("CelluleSautee", "TempsDepasse", PAR_UNE_PERSONNE)
"""Les erreurs que la correction écrit elle-même, déjà en français."""
_ARRETS = {
    "StdinNotImplementedError": (
        "`input()` ne peut pas servir ici : personne n'est là pour répondre.", "",
        "Écrivez la valeur dans la cellule, à la place de la question.",
    ),
    "SystemExit": ("Votre cellule demande à Python de s'arrêter.", "", "Retirez `exit()`, `quit()` ou `sys.exit()`."),
    "KeyboardInterrupt": ("Votre cellule a été arrêtée avant la fin.", "", "Une boucle s'arrête-t-elle toujours ?"),
}  # fmt: skip
_LONGUEUR_PHRASE, _LONGUEUR_SORTIE, _NOMBRE_MAX = 1200, 4000, 30


@dataclass(frozen=True)
class Manque:
    """Un contrôle manqué : qui est lésé (phrase), ce qui a été observé, où regarder, dans quelles données."""

    phrase: str
    observe: str = ""
    essayer: str = ""
    monde: str = ""


@dataclass
class Partie:
    """Un exercice ou une question du retour. `points` vaut `None` tant qu'une personne doit encore lire.

    arret : les `manques` disent ce qui a arrêté le code, pas qui est lésé.
    """

    identifiant: str
    titre: str
    ancre: str
    sur: float
    points: float | None
    etat: str = ""
    resume: str = ""
    manques: list[Manque] = field(default_factory=list)
    non_examines: list[str] = field(default_factory=list)
    tient: list[str] = field(default_factory=list)
    avis: list[str] = field(default_factory=list)
    arret: bool = False
    criteres: list[dict[str, Any]] = field(default_factory=list)
    indice: str = ""
    ligne_fautive: str = ""
    code: str = ""
    texte: Markup | None = None
    longueur: str = ""
    cases: list[tuple[bool | None, str]] = field(default_factory=list)
    commentaire: Markup | None = None
    sortie: str = ""


def lire_le_compte_rendu(cellule: Any, identifiant: str) -> dict[str, Any] | None:
    """Le compte rendu joint à une cellule de note (le dernier), ou `None` s'il manque ou n'est pas de cet exercice."""
    trouve = None
    for sortie in cellule.get("outputs") or []:
        donnees = champ(sortie, "metadata", CLE)
        if champ(donnees, "exercice") == identifiant:
            trouve = donnees
    return _relire(trouve) if trouve is not None else None


def _relire(brut: Mapping[str, Any]) -> dict[str, Any]:
    echecs = [
        {nom: _phrase(e.get(nom)) for nom in ("controle", "famille", "phrase", "observe", "essayer", "monde")}
        for e in _liste(brut.get("echecs"))
        if isinstance(e, Mapping)
    ]
    erreur = brut.get("erreur")
    return {
        "statut": brut.get("statut") if brut.get("statut") in ("réussi", "à revoir", "non traité") else "à revoir",
        "message": _phrase(brut.get("message")),
        "reussis": [_phrase(c) for c in _liste(brut.get("reussis"))],
        "avis": [_phrase(a) for a in _liste(brut.get("avis"))],
        "echecs": echecs,
        "erreur": {n: _phrase(erreur.get(n)) for n in ("nom", "phrase", "essayer", "ligne", "code", "monde")}
        if isinstance(erreur, Mapping)
        else None,
    }


def _liste(valeur: Any) -> list[Any]:
    return list(valeur)[:_NOMBRE_MAX] if isinstance(valeur, (list, tuple)) else []


def _phrase(valeur: Any) -> str:
    return couper(propre(valeur), _LONGUEUR_PHRASE) if isinstance(valeur, (str, int, float)) else ""


# --- le texte d'un élève ou d'un formateur : du Markdown, jamais de balises, d'images ni de scripts ---

LONGUEUR_MAX = 20_000
"""Au-delà, le texte est coupé dans le retour (il reste entier dans la copie)."""


@cache
def _lecteur() -> Any:
    from markdown_it import MarkdownIt

    # « js-default » : les balises sont montrées telles quelles, les liens « javascript: » refusés.
    lecteur = MarkdownIt("js-default", {"html": False, "linkify": False, "breaks": True}).disable("image")
    # Un titre de l'élève ne doit pas s'inviter dans le plan de la page : il devient un paragraphe en gras.
    lecteur.add_render_rule("heading_open", lambda *_a, **_o: "<p><strong>")
    lecteur.add_render_rule("heading_close", lambda *_a, **_o: "</strong></p>\n")
    lecteur.add_render_rule("table_open", lambda *_a, **_o: '<div class="defile" tabindex="0"><table>\n')
    lecteur.add_render_rule("table_close", lambda *_a, **_o: "</table></div>\n")
    return lecteur


def markdown_sur(texte: Any) -> Markup:
    """Le Markdown de quelqu'un, en HTML sans danger : balises échappées, images en texte, liens http(s) et mailto."""
    return Markup(_lecteur().render(couper(propre(texte))))


def couper(texte: str, longueur: int = LONGUEUR_MAX) -> str:
    """Le début d'un texte trop long, et une phrase qui le dit."""
    if len(texte) <= longueur:
        return texte
    return texte[:longueur] + "\n\n[… la suite est dans la copie rendue.]"


_LIGNE_DES_CASES = re.compile(
    r"\A\s*cases?\s*:\s*(aucune|[1-6](?:\s*(?:,|;|et|\s)\s*[1-6])*)\s*\.?\s*(?:\n|\Z)", re.IGNORECASE
)


def lire_les_cases(commentaire: str) -> tuple[frozenset[int] | None, str]:
    """Les cases cochées par le formateur (première ligne : « Cases : 1, 2, 4 » ou « Cases : aucune ») et le reste.

    Rend `None` à la place des cases quand cette ligne n'y est pas.
    """
    trouve = _LIGNE_DES_CASES.match(commentaire)
    if not trouve:
        return None, commentaire.strip()
    return frozenset(int(c) for c in re.findall(r"[1-6]", trouve.group(1))), commentaire[trouve.end() :].strip()


# --- construire les parties ------------------------------------------------------------------------


def parties_du_retour(cellules: list[Any]) -> list[Partie]:
    """Une partie par cellule notée, dans l'ordre du carnet. Les cellules portent leurs notes (`page_de_retour`)."""
    par_id = {c.metadata["nbgrader"]["grade_id"]: c for c in cellules if _nbgrader(c).get("grade_id")}
    return [_partie(c, par_id) for c in cellules if _nbgrader(c).get("grade")]


def _nbgrader(cellule: Any) -> Mapping[str, Any]:
    return cellule.metadata.get("nbgrader", {})


def _partie(cellule: Any, par_id: Mapping[str, Any]) -> Partie:
    meta = _nbgrader(cellule)
    identifiant = depuis_grade_id(meta["grade_id"])
    connu = catalogue.tous().get(identifiant)
    partie = Partie(
        identifiant=identifiant,
        titre=connu.titre if connu else identifiant,
        ancre=meta["grade_id"],
        sur=float(meta.get("points") or 0.0),
        points=None if meta.get("a_lire") else float(meta.get("score") or 0.0),
        criteres=_criteres(connu.criteres if connu else ()),
    )
    if meta.get("solution"):
        _remplir_la_reponse_ouverte(partie, cellule, connu)
    else:
        reponse = par_id.get(meta["grade_id"].removesuffix("-note"))
        _remplir_l_exercice(partie, cellule, reponse, connu)
    return partie


def _commentaire(cellule: Any) -> str:
    brut = str(_nbgrader(cellule).get("comment") or "") if cellule is not None else ""
    return _TRADUCTIONS.get(brut.strip(), brut)


def _remplir_la_reponse_ouverte(partie: Partie, cellule: Any, connu: Any) -> None:
    commentaire = _commentaire(cellule)
    vide = commentaire == SANS_REPONSE
    cases, reste = lire_les_cases(commentaire)
    if vide:
        partie.etat, partie.resume, reste = "Non traité", SANS_REPONSE, ""
    elif partie.points is None:
        partie.etat = "À lire"
        partie.resume = "Une personne lira cette réponse : ses points ne sont pas encore comptés."
    else:
        partie.etat = "Lu"
    if not vide:
        if cellule.cell_type == "markdown":
            partie.texte = markdown_sur(cellule.source)
        else:
            partie.code = couper(propre(cellule.source))
    if isinstance(connu, QuestionOuverte):
        # tant que la note n'est pas donnée, rien n'est coché : une case vide ne doit pas se lire comme un « non »
        lues = None if partie.points is None or vide else cases
        partie.cases = [
            (None if lues is None else rang in lues, phrase) for rang, (phrase, _) in enumerate(connu.indicateurs, 1)
        ]
        if not vide:
            mots = compter_les_mots(cellule.source)
            trop = f" : la lecture s'arrête au {connu.mots_max}ᵉ" if mots > connu.mots_max else ""
            partie.longueur = f"{mots} mot{'s' if mots > 1 else ''}, sur {connu.mots_max} au plus{trop}."
    partie.commentaire = markdown_sur(reste) if reste else None


def _remplir_l_exercice(partie: Partie, cellule: Any, reponse: Any, connu: Any) -> None:
    rendu = lire_le_compte_rendu(cellule, partie.identifiant)
    if reponse is not None:
        partie.code = couper(propre(reponse.source)) if reponse.cell_type == "code" else ""
        commentaire = _commentaire(reponse)
        partie.commentaire = markdown_sur(commentaire) if commentaire and commentaire != SANS_REPONSE else None
    plein = partie.points is not None and partie.points >= partie.sur
    if rendu is None:
        _sans_compte_rendu(partie, cellule, reponse, plein)
    else:
        _raconter(partie, rendu, connu)
        _accorder_avec_la_note(partie, rendu, cellule, plein)
    if partie.points is None:
        partie.etat = "À lire"
    if isinstance(connu, Exercice) and not plein and partie.etat != NON_EXAMINE:
        partie.indice = _indice(connu, rendu)


def _raconter(partie: Partie, rendu: dict[str, Any], connu: Any) -> None:
    libelles = (
        {c.code: c.libelle or c.code.replace("_", " ") for c in connu.controles} if isinstance(connu, Exercice) else {}
    )
    partie.etat = {"réussi": "Réussi", "à revoir": "À revoir", "non traité": "Non traité"}[rendu["statut"]]
    partie.resume = rendu["message"]
    if rendu["statut"] == "réussi":
        partie.resume = "Votre réponse tient sur toutes les données, y compris celles que vous ne voyez pas."
    elif erreur := rendu["erreur"]:
        partie.resume, partie.arret = "Votre code s'est arrêté en route.", True
        partie.manques.append(Manque(erreur["phrase"] or erreur["nom"], "", erreur["essayer"], erreur["monde"]))
        partie.ligne_fautive = erreur["code"]
    partie.manques += [
        Manque(e["phrase"], e["observe"], e["essayer"], e["monde"]) for e in rendu["echecs"] if e["phrase"]
    ]
    partie.non_examines = [libelles.get(e["controle"], e["controle"]) for e in rendu["echecs"] if not e["phrase"]]
    partie.tient = [libelles.get(c, c) for c in rendu["reussis"]]
    partie.avis = rendu["avis"]


def _accorder_avec_la_note(partie: Partie, rendu: dict[str, Any], cellule: Any, plein: bool) -> None:
    """La note fait foi : un compte rendu qui dit autre chose le dit sans la contredire."""
    if plein and rendu["statut"] != "réussi":
        partie.etat, partie.resume = "Réussi", NOTE_RELEVEE
    elif not plein and rendu["statut"] == "réussi" and partie.points is not None:
        partie.etat, partie.resume = "À revoir", NOTE_CHANGEE
        for sortie in cellule.get("outputs", []):
            if sortie.output_type == "error":
                partie.manques.append(Manque(_phrase(sortie.get("evalue", ""))))


def _sans_compte_rendu(partie: Partie, cellule: Any, reponse: Any, plein: bool) -> None:
    """Une cellule qui n'a pas été jugée par le cours (erreur avant le juge, ou autre bibliothèque)."""
    partie.etat = "Réussi" if plein else "À revoir"
    erreur = _erreur(cellule)
    if erreur is not None and erreur[0] == "NonExecutee":
        # rien n'a pu être lu dans le fichier rendu : le texte distribué n'est pas la réponse de l'élève
        partie.etat, partie.resume, partie.code = NON_EXAMINE, _phrase(erreur[1]), ""
        return
    if erreur is not None:
        partie.resume, partie.arret = "La cellule s'est arrêtée avant d'être jugée.", True
        cause = _erreur(reponse) if reponse is not None and erreur[0] == "NameError" else None
        if cause is not None:
            partie.resume = "Votre cellule de réponse s'est arrêtée avant la fin : le juge n'a rien reçu."
        partie.manques.append(_expliquer(*(cause or erreur)))
        return
    textes = [
        s.get("text", "") if s.output_type == "stream" else s.get("data", {}).get("text/plain", "")
        for s in cellule.get("outputs", [])
        if s.output_type in ("stream", "display_data")
    ]
    partie.sortie = couper(propre("\n".join(str(t) for t in textes).strip()), _LONGUEUR_SORTIE)


def _erreur(cellule: Any) -> tuple[str, str] | None:
    """(nom, message) de l'erreur sur laquelle cette cellule s'est arrêtée. Jamais la trace : elle cite les tests."""
    for sortie in cellule.get("outputs", []):
        if sortie.output_type == "error":
            return str(sortie.get("ename", "")), str(sortie.get("evalue", ""))
    return None


def _expliquer(nom: str, message: str) -> Manque:
    """Une erreur de Python, en français quand on la connaît."""
    if nom in _DEJA_DITES:
        return Manque(_phrase(message))
    if nom in _ARRETS:
        return Manque(*_ARRETS[nom])
    genre = getattr(builtins, nom, None)
    if isinstance(genre, type) and issubclass(genre, Exception) and genre not in (Exception, AssertionError):
        phrase, essayer = sens(genre.__new__(genre), message)
        return Manque(_phrase(phrase), _phrase(f"{nom} : {message}"), _phrase(essayer))
    return Manque(_phrase(f"{nom} : {message}"))


def _indice(exercice: Exercice, rendu: dict[str, Any] | None) -> str:
    """L'indice qui aide ensuite : le tort si rien n'est écrit, la forme si elle manque, sinon la recommandation."""
    tort, recommandation, forme = exercice.indices
    if rendu is None or rendu["erreur"]:
        return forme
    if rendu["statut"] == "non traité":
        return tort
    return forme if any(e["famille"] == "forme" for e in rendu["echecs"]) else recommandation


def _criteres(codes: tuple[str, ...]) -> list[dict[str, Any]]:
    """La carte courte de ces critères du référentiel."""
    if not codes:
        return []
    from chatmairie.referentiel.lecture import charger

    try:
        r = charger()
    except (OSError, ValueError):  # un référentiel absent prive de la carte, pas du retour
        return []
    return [
        {
            "code": code, "enonce": c.enonce, "recommandation": r.recommandations[c.recommandation].titre,
            "tests": c.tests, "statut": c.provenance.statut,
        }
        for code in codes
        if (c := r.criteres.get(code)) is not None
    ]  # fmt: skip
