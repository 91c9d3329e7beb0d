"""Un carnet rebâti, exécuté dans l'enclos et jugé ici : aucun accident ne coûte plus que la cellule où il arrive.

Les cellules de l'élève et du cours tournent dans le processus de la copie ; les cellules de note n'y tournent pas : le
juge d'ici demande les productions, joue les mondes (les cachés aussi), et écrit lui-même la carte et les points.
"""

from __future__ import annotations

import hashlib
import marshal
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nbformat.v4 import new_output

from chatmairie.affichage.cartes import CarteTexte
from chatmairie.affichage.montrer import phrases_des_reponses_perimees, phrases_du_nom_absent
from chatmairie.atelier.cartes_de_jugement import carte_du_jugement, expliquer_l_execution
from chatmairie.correction import etats
from chatmairie.correction.devoir import Pieces
from chatmairie.correction.enclos import Enclos
from chatmairie.correction.reconstruction import MOT, qui_servent
from chatmairie.correction.seances import ATTENTE_COPIE_S, ArretBrutal, Copie, CopieArretee, PorteAilleurs
from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from chatmairie.juge.exercice import Echec, Exercice, Reponse, Sujet, depuis_grade_id

CALCUL_CELLULE_S, CALCUL_CARNET_S = 60.0, 600.0
"""Secondes de processeur d'une cellule, et de toutes celles d'un carnet (mondes non compris)."""

SORTIES_MAX = 12_000_000
"""Caractères des résultats gardés pour une cellule."""

SORTIES_DU_CARNET_MAX = 4 * SORTIES_MAX
NOMBRE_MAX = 2000
SANS_CARNET_LISIBLE = ("vide", "illisible", "etrangere", "lien", "trop_grosse")
SANS_REJOUER = "Résultat du carnet du cours : cette cellule ne fait que montrer, la correction ne l'a pas rejouée.\n"
_LIT_TOUT = re.compile(r"\b(?:globals|locals|vars|eval|exec|get_ipython|In|Out|_+\d*)\b|^\s*[%!]", re.MULTILINE)
"""Ce par quoi une cellule peut se servir d'un nom sans l'écrire, ou d'un résultat montré."""

_COULEURS = re.compile(r"\x1b\[[0-9;]*m")
_MIMES = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+")


@dataclass(frozen=True)
class Reglages:
    """calcul_cellule, calcul_carnet : secondes de processeur. attente : d'horloge, pour tout le carnet. sorties :
    caractères gardés par cellule. tout_rejouer : rejouer aussi ce qui ne fait que montrer."""

    calcul_cellule: float = CALCUL_CELLULE_S
    calcul_carnet: float = CALCUL_CARNET_S
    sorties: int = SORTIES_MAX
    limite: float = jugement.LIMITE_S
    attente: float = ATTENTE_COPIE_S
    tout_rejouer: bool = False


class Deroulement:
    """L'exécution d'un carnet. `nb` reçoit les résultats, l'état et les remarques.

    points : `grade_id` -> points de chaque cellule de note, `None` si c'est à une personne de la noter.
    secondes : de processeur, des cellules exécutées, des fonctions de l'élève dans les mondes, du juge.
    du_cours : les cellules du carnet distribué qu'il exécute (voir `Enclos.ouvrir`).

    en_panne : dit si une cellule du cours échoue aussi dans le carnet distribué, tel quel (par son `id`).
    """

    def __init__(
        self, nb: Any, enclos: Enclos, pieces: Pieces, reglages: Reglages, du_cours: tuple[str, ...] = ()
    ) -> None:
        self.nb, self.enclos, self.pieces, self.reglages, self.du_cours = nb, enclos, pieces, reglages, du_cours
        self.reste, self.place = reglages.calcul_carnet, SORTIES_DU_CARNET_MAX
        self.points: dict[str, float | None] = {}
        self.secondes = {"cellules": 0.0, "mondes": 0.0, "juge": 0.0}

    def tout(self, en_panne: Callable[[str], bool] = lambda _identifiant: False) -> None:
        """Exécute et juge tout le carnet ; ne lève rien de ce que fait la copie."""
        etat, _ = etats.lire(self.nb)
        self.points = {_nom(c): 0.0 for c in self.nb.cells if est_une_note(c)}
        if etat in SANS_CARNET_LISIBLE:
            ne_rien_executer(self.nb, etats.ETATS[etat].phrase)
            return
        deplacees = bool(self.nb.metadata.get(etats.CLE, {}).get("ordre"))
        d_avance = self.enclos.calcul
        self.copie = Copie(self.enclos, self.pieces, self.reglages.attente, self.du_cours)
        self.secondes["cellules"] += self.enclos.calcul - d_avance
        try:
            sautees = set() if self.reglages.tout_rejouer else _qui_ne_font_que_montrer(self.nb)
            for cellule in self.nb.cells:
                if cellule["id"] in sautees:
                    cellule.outputs = [new_output("stream", name="stdout", text=SANS_REJOUER), *cellule.outputs]
                elif cellule.cell_type == "code" and cellule.source.strip():
                    self._une(cellule)
            if deplacees:
                self._rejuger_a_la_fin()
        except CopieArretee:
            self._abandonner()
            return
        finally:
            self.copie.fermer()
        self._dire_les_cellules_du_cours(en_panne)

    def _une(self, cellule: Any) -> None:
        if est_une_note(cellule):
            cellule.outputs, self.points[_nom(cellule)] = self._noter(cellule)
            return
        if self.reste <= 0 or time.monotonic() > self.copie.fin:
            phrase = "Le carnet a pris tout son temps (de calcul ou d'attente) : la suite est sautée."
            cellule.outputs = [_erreur("TempsDepasse", phrase)]
            etats.ecrire(self.nb, "delai", [phrase])
            return
        recueil = Recueil(min(self.reglages.sorties, self.place))
        calcul = min(self.reglages.calcul_cellule, self.reste)
        etat = self.copie.cellule(cellule.source, calcul, recueil.ajouter, not _est_au_cours(cellule))
        self.secondes["cellules"] += recueil.calcul
        self.reste -= recueil.calcul if not etat else calcul if etat == "delai" else 0.0
        self.place -= recueil.maximum - max(0, recueil.reste)
        cellule.outputs, cellule.execution_count = recueil.sorties, recueil.numero
        nom = nom_de_la_cellule(cellule)
        if etat:
            phrase = {
                "plantee": f"{nom} a arrêté Python : elle compte comme une erreur, la suite a été exécutée.",
                "delai": f"{nom} n'a pas rendu la main à temps, même après une demande d'arrêt : elle a été sautée.",
            }[etat]
            cellule.outputs.append(_erreur("CelluleSautee", phrase))
            etats.ecrire(self.nb, etat, [phrase])
        elif any(s.output_type == "error" and s.ename == "TempsDepasse" for s in cellule.outputs):
            etats.ecrire(self.nb, "delai", [f"{nom} a été arrêtée : elle avait pris tout son temps de calcul."])

    # --- juger ---

    def _noter(self, cellule: Any) -> tuple[list[Any], float | None]:
        """Les résultats de la cellule, et ses points."""
        exercice = catalogue.tous().get(depuis_grade_id(cellule.metadata["nbgrader"]["grade_id"]))
        if not isinstance(exercice, Exercice):
            phrase = "Cette cellule de note n'est pas de ce cours : une personne la lit et la note."
            return [_erreur(etats.PAR_UNE_PERSONNE, phrase)], None
        with PorteAilleurs(self.copie, exercice.productions, self.reglages.limite) as porte:
            if porte.absentes:
                titre, corps = phrases_du_nom_absent(porte.absentes[0])
                return [_montrer(CarteTexte(titre, corps)), _erreur("NameError", f"{titre}.")], 0.0
            debut = time.process_time()
            rendu = jugement.juger(exercice, porte, jugement.sujets_de_notation(exercice), examen=_examiner)
            self.secondes["juge"] += time.process_time() - debut
            self.secondes["mondes"] += porte.calcul
        if rendu.execution is not None and isinstance(rendu.execution.erreur, ArretBrutal):
            etats.ecrire(self.nb, "plantee", [f"La fonction de {exercice.identifiant} a arrêté Python."])
        sorties = []
        if porte.perimees:
            sorties.append(_montrer(CarteTexte(*phrases_des_reponses_perimees(porte.perimees))))
        carte = carte_du_jugement(exercice, rendu, mode="noter", sujets="notation", indices_lus=0)
        sorties.append(_montrer(carte, {etats.CLE: compte_rendu(exercice, rendu)}))
        points = float(rendu.verdict.points)
        return [*sorties, new_output("execute_result", data={"text/plain": repr(points)})], points

    def _rejuger_a_la_fin(self) -> None:
        """Des cellules avaient changé de place : ce qui manquait à une note est peut-être écrit plus bas."""
        changees = 0
        for cellule in (c for c in self.nb.cells if est_une_note(c)):
            avant = self.points[_nom(cellule)]
            if avant is None or avant >= float(cellule.metadata["nbgrader"]["points"]):
                continue
            sorties, points = self._noter(cellule)
            if points is not None and points > avant:
                changees += 1
                cellule.outputs, self.points[_nom(cellule)] = sorties, points
        if changees:
            notes = f"{changees} notes viennent" if changees > 1 else "une note vient"
            phrase = f"L'élève avait ses cellules dans un autre ordre : {notes} de là."
            etats.ecrire(self.nb, "remise_en_ordre", [phrase])

    # --- ce qui s'arrête ---

    def _abandonner(self) -> None:
        """Plus aucun processus ne répond, ceux qui gardaient l'état d'avant compris : c'est le fait de la copie."""
        phrase = "La copie a empêché la suite de sa propre correction : ce qui n'a pas pu être jugé compte 0."
        for cellule in self.nb.cells:
            if cellule.cell_type == "code" and cellule.source.strip() and not cellule.outputs and _a_un_effet(cellule):
                cellule.outputs = [_erreur("CelluleSautee", phrase)]
        etats.ecrire(self.nb, "arretee", [phrase])

    def _dire_les_cellules_du_cours(self, en_panne: Callable[[str], bool]) -> None:
        """Une cellule du cours qui échoue : une panne si elle échoue aussi dans le carnet distribué, sinon la copie."""
        echouees = [c for c in self.nb.cells if _est_au_cours(c) and en_erreur(c)]
        pannes = [c for c in echouees if en_panne(c["id"])]
        for etat, cellules, phrase in (
            ("en_panne", pannes, "Une cellule du cours échoue aussi dans le carnet distribué, tel quel : {}."),
            ("cours_abime", [c for c in echouees if c not in pannes],
             "Une cellule du cours échoue dans cette copie, et dans elle seule : {}. Le reste a été jugé."),
        ):  # fmt: skip
            if cellules:
                etats.ecrire(self.nb, etat, [phrase.format(nom_de_la_cellule(c)) for c in cellules[:3]])


_EXAMENS_GARDES = 2000
_examens: dict[tuple[int, bytes], tuple[Sujet, list[Echec]]] = {}


def _examiner(exercice: Exercice, sujet: Sujet, reponse: Reponse) -> list[Echec]:
    """`jugement.examiner` : la même réponse, dans le même monde, a les mêmes échecs d'une copie à l'autre."""
    cle = id(sujet), hashlib.sha256(marshal.dumps(dict(reponse), 2)).digest()
    if cle not in _examens:
        if len(_examens) >= _EXAMENS_GARDES:
            _examens.pop(next(iter(_examens)))
        _examens[cle] = sujet, jugement.examiner(exercice, sujet, reponse)
    return _examens[cle][1]


def compte_rendu(exercice: Exercice, rendu: jugement.Jugement) -> dict[str, Any]:
    """Le jugement en données JSON, pour le retour à l'élève et le tableau de bord de la classe.

    Il accompagne la carte dans la sortie de la cellule notée (métadonnées « chatmairie »). Il cite ce que l'élève a
    écrit (ses lignes, ses messages d'erreur) : on le lit comme un texte de sa main, jamais comme une note.
    """
    v, erreur = rendu.verdict, None
    if rendu.execution is not None:
        dite = expliquer_l_execution(rendu.execution)
        erreur = {n: getattr(dite, n) for n in ("nom", "phrase", "essayer", "ligne")}
        erreur |= {"code": dite.code.strip(), "monde": rendu.monde}
    echecs = [
        {"controle": e.controle, "monde": e.monde}
        | {n: getattr(e.constat, n) for n in ("famille", "phrase", "observe", "essayer")}
        for e in v.echecs
    ]
    return {
        "version": 1, "exercice": exercice.identifiant, "statut": v.statut, "points": float(v.points),
        "message": v.message, "reussis": list(v.reussis), "echecs": echecs, "avis": list(v.avis), "erreur": erreur,
        "calcul": {"utilise": round(rendu.calcul, 2), "limite": jugement.LIMITE_S},
    }  # fmt: skip


class Recueil:
    """Les résultats d'une cellule, tels qu'ils arrivent de la copie : relus champ par champ, et bornés."""

    def __init__(self, maximum: int) -> None:
        self.sorties: list[Any] = []
        self.maximum = self.reste = maximum
        self.calcul = 0.0
        self.numero: int | None = None
        self._effacer = False

    def ajouter(self, recu: dict[str, Any]) -> None:
        """Garde ce message s'il a la forme attendue et s'il reste de la place."""
        if "fini" in recu:
            calcul, numero = recu.get("calcul"), recu.get("numero")
            self.calcul = calcul if type(calcul) is float and calcul > 0 else 0.0
            self.numero = numero if type(numero) is int and 0 <= numero < 10**9 else None
            return
        if recu.get("sortie") == "effacer":
            self._effacer = True
            if recu.get("attendre") is not True:
                self.sorties.clear()
            return
        try:
            sortie, poids = self._lire(recu)
        except Exception:  # un message que notre code n'envoie pas
            return
        if self.reste < 0 or len(self.sorties) > NOMBRE_MAX:
            return
        self.reste -= poids
        if self._effacer:
            self.sorties.clear()
            self._effacer = False
        if self.reste < 0:
            sortie = new_output("stream", name="stdout", text="\n… la suite, trop longue, n'est pas gardée.\n")
        derniere = self.sorties[-1] if self.sorties else None
        if sortie.output_type == "stream" and derniere is not None and derniere.get("name") == sortie.name:
            derniere.text += sortie.text
            return
        self.sorties.append(sortie)

    def _lire(self, recu: dict[str, Any]) -> tuple[Any, int]:
        genre = recu["sortie"]
        if genre == "stream":
            nom = "stderr" if recu["name"] == "stderr" else "stdout"
            return new_output("stream", name=nom, text=_propre(recu["text"])), len(recu["text"])
        if genre == "error":
            trace = [_propre(ligne) for ligne in recu["traceback"][:200]]
            sortie = new_output("error", ename=_propre(recu["ename"])[:200], evalue=_propre(recu["evalue"])[:4000])
            sortie.traceback = trace
            return sortie, sum(map(len, trace))
        if genre not in ("display_data", "execute_result"):
            raise ValueError(genre)
        data = {m: _en_json(v) for m, v in recu["data"].items() if _MIMES.fullmatch(m) and _du_genre_de(m, v)}
        meta = {m: _en_json(v) for m, v in recu["metadata"].items() if isinstance(m, str) and m != etats.CLE}
        return new_output(genre, data=data, metadata=meta), len(str(data))


def _du_genre_de(mime: str, valeur: Any) -> bool:
    """Un texte, ou, là où nbformat l'admet, du JSON : autre chose arrêterait les pages faites à partir du carnet."""
    return isinstance(valeur, str) or mime.endswith("json")


def _propre(texte: Any) -> str:
    if not isinstance(texte, str):
        raise TypeError("texte")
    return str.__str__(texte).encode("utf-8", "replace").decode("utf-8")


def _en_json(valeur: Any, profondeur: int = 20) -> Any:
    """Une valeur de résultat, en JSON ordinaire. Lève `ValueError` si elle n'en est pas."""
    if profondeur < 0:
        raise ValueError("profondeur")
    if valeur is None or type(valeur) in (bool, int):
        return valeur
    if type(valeur) is float:
        return valeur if abs(valeur) < float("inf") else None
    if isinstance(valeur, str):
        return _propre(valeur)
    if isinstance(valeur, (list, tuple)):
        return [_en_json(v, profondeur - 1) for v in valeur]
    if isinstance(valeur, dict):
        return {_propre(c): _en_json(v, profondeur - 1) for c, v in valeur.items()}
    raise ValueError(type(valeur).__name__)


def ne_rien_executer(nb: Any, phrase: str) -> None:
    """Toutes les cellules de code en erreur, avec cette phrase : 0 à ce qui est jugé."""
    for cellule in nb.cells:
        if cellule.cell_type == "code":
            cellule.outputs = [_erreur("NonExecutee", phrase)]


def _montrer(objet: Any, metadonnees: dict[str, Any] | None = None) -> Any:
    return new_output(
        "display_data", data={"text/plain": repr(objet), "text/html": objet._repr_html_()}, metadata=metadonnees or {}
    )


def _erreur(nom: str, phrase: str) -> Any:
    return new_output("error", ename=nom, evalue=phrase, traceback=[phrase])


def est_une_note(cellule: Any) -> bool:
    """Vrai pour une cellule que la machine note."""
    meta = cellule.metadata.get("nbgrader", {})
    return cellule.cell_type == "code" and bool(meta.get("grade")) and not meta.get("solution")


def en_erreur(cellule: Any) -> bool:
    """Vrai si cette cellule s'est arrêtée sur une erreur."""
    return any(s.output_type == "error" for s in cellule.get("outputs", ()))


def _est_au_cours(cellule: Any) -> bool:
    au_cours = cellule.metadata.get(etats.CLE, {}).get("origine") == "cours"
    return au_cours and cellule.cell_type == "code" and not est_une_note(cellule)


def _a_un_effet(cellule: Any) -> bool:
    """Vrai si une cellule sans résultat n'a pas pu être exécutée, et non si elle n'a rien à montrer."""
    return est_une_note(cellule) or cellule.execution_count is None


def _nom(cellule: Any) -> str:
    return cellule.metadata["nbgrader"]["grade_id"]


def _qui_ne_font_que_montrer(nb: Any) -> set[str]:
    cellules = [c for c in nb.cells if c.cell_type == "code"]
    montrees = {c["id"]: c.source for c in cellules if c.metadata.get(etats.CLE, {}).get("montre")}
    return inutiles(montrees, [c.source for c in cellules if c["id"] not in montrees and not est_une_note(c)])


def inutiles(montrees: Mapping[str, str], executees: list[str]) -> set[str]:
    """Les `id` des cellules du cours qui ne font que montrer, et dont rien de ce qui s'exécute n'a besoin."""
    if any(_LIT_TOUT.search(source) for source in executees):
        return set()
    utiles = {mot for source in executees for mot in MOT.findall(source)}
    return montrees.keys() - qui_servent(montrees, utiles)


def nom_de_la_cellule(cellule: Any) -> str:
    """Comment parler d'une cellule à une personne."""
    grade_id = cellule.metadata.get("nbgrader", {}).get("grade_id", "")
    if est_une_note(cellule):
        return f"La notation de {depuis_grade_id(grade_id)}"
    if grade_id:
        return f"La réponse de {depuis_grade_id(grade_id)}"
    debut = _COULEURS.sub("", cellule.source.strip().split("\n")[0])[:40]
    return f"Une cellule (« {debut} »)"
