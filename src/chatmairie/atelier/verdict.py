"""La carte d'un verdict, et celle d'une erreur du code : le statut en mots, une phrase, puis les détails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from chatmairie.affichage.cartes import titres
from chatmairie.affichage.html import Affichage, code, corps, echapper, en_ligne, entete, exiger_texte
from chatmairie.langue.texte import compte, propre, score, typographier

if TYPE_CHECKING:
    from chatmairie.affichage.erreurs import Explication
    from chatmairie.juge.exercice import Echec, Verdict

STATUTS = {"non traité": "Non traité", "à revoir": "À revoir", "réussi": "Réussi"}
_CLASSES = {"non traité": "cm-nontraite", "à revoir": "cm-revoir", "réussi": "cm-reussi"}


def _fin_du_mode(mode: str, caches: bool) -> str:
    return "C'est le résultat des tests visibles, pas la note finale." if mode == "noter" and not caches else ""


class CarteVerdict(Affichage):
    """Le jugement d'une réponse, dit à la personne qui l'a écrite.

    verdict : voir `chatmairie.juge.exercice.Verdict`. total_tests : nombre de contrôles de l'exercice.
    mode : "verifier" ou "noter" (une phrase dit alors que ce n'est pas la note finale).
    indice_suivant : phrase qui dit comment demander de l'aide. criteres : noms des critères touchés.
    libelles : code d'un contrôle -> quelques mots clairs. caches : vrai si des données que la personne ne voit
    pas ont aussi servi. Lève `TypeError`/`ValueError` si ces valeurs se contredisent.
    """

    def __init__(
        self,
        verdict: Verdict,
        titre: str,
        total_tests: int,
        mode: Literal["verifier", "noter"] = "verifier",
        indice_suivant: str | None = None,
        criteres: Sequence[str] | Mapping[str, str] | None = None,
        *,
        libelles: Mapping[str, str] | None = None,
        caches: bool = False,
    ) -> None:
        if getattr(verdict, "statut", None) not in STATUTS:
            raise TypeError("On attend un `Verdict`, dont le statut est « non traité », « à revoir » ou « réussi ».")
        if mode not in ("verifier", "noter"):
            raise ValueError('`mode` vaut "verifier" ou "noter".')
        if type(total_tests) is not int or total_tests < len(verdict.reussis):
            raise ValueError(f"`total_tests` est un nombre entier, au moins {len(verdict.reussis)} ici.")
        self.verdict, self.titre, self.total_tests = verdict, exiger_texte(titre, "titre"), total_tests
        self.mode, self.indice_suivant, self.caches = mode, indice_suivant, caches
        self.criteres = list(criteres.values()) if isinstance(criteres, Mapping) else titres(criteres)
        self.libelles = dict(libelles or {})
        self.classes = _CLASSES[verdict.statut]

    @property
    def statut(self) -> str:
        return STATUTS[self.verdict.statut]

    def nom_accessible(self) -> str:
        return f"{self.statut} : {self.titre}"

    # --- les phrases, communes au texte et au HTML

    def _resume(self) -> str:
        v = self.verdict
        if v.message:
            return v.message
        if v.statut == "non traité":
            return "Rien n'est encore écrit ici."
        if v.statut == "réussi":
            suite = "" if self.caches else " D'autres données existent : qui pourrait encore être lésé ?"
            return f"Votre réponse tient sur {'toutes ces données' if self.caches else 'les données du cours'}.{suite}"
        n, reste = len(self._vus()), len(self._non_examines())
        phrase = f"{compte(n, 'contrôle')} sur {self.total_tests} ne {'tient' if n < 2 else 'tiennent'} pas encore."
        if reste:
            phrase += f" {'Un autre sera jugé' if reste < 2 else f'{reste} autres seront jugés'} ensuite."
        return phrase

    def _score(self) -> str:
        quels = "Tests réussis, données cachées comprises" if self.caches else "Tests visibles réussis"
        v = self.verdict
        return f"{quels} ({len(v.reussis)}/{self.total_tests}) · {score(v.points, v.points_max)}"

    def _nom(self, controle: str) -> str:
        return self.libelles.get(controle) or controle.replace("_", " ")

    def _vus(self) -> list[Echec]:
        return [e for e in self.verdict.echecs if e.constat.phrase]

    def _non_examines(self) -> list[str]:
        return [self._nom(e.controle) for e in self.verdict.echecs if not e.constat.phrase]

    @staticmethod
    def _details(echec: Echec) -> list[tuple[str, str]]:
        couples = [
            ("Ce qui a été observé", echec.constat.observe),
            ("Où regarder", echec.constat.essayer),
            ("Dans quelles données", echec.monde),
        ]
        return [(nom, valeur) for nom, valeur in couples if valeur]

    def _suites(self) -> list[tuple[str, list[str]]]:
        v = self.verdict
        return [
            ("Pas encore examiné (cela dépend de ce qui précède)", self._non_examines()),
            (
                "Ce qui tient déjà" if v.statut != "réussi" else "Ce qui a été contrôlé",
                [self._nom(c) for c in v.reussis],
            ),
            ("Critères touchés", self.criteres),
            ("Pour information", list(v.avis)),
        ]

    def corps_texte(self) -> str:
        lignes = [self.nom_accessible(), self._resume(), self._score()]
        for echec in self._vus():
            lignes.append(f"\n* {echec.constat.phrase}")
            lignes += [f"  {nom} : {valeur}" for nom, valeur in self._details(echec)]
        for titre, elements in self._suites():
            if elements:
                lignes.append(f"\n{titre} : {' ; '.join(elements)}")
        pied = [p for p in (self.indice_suivant, _fin_du_mode(self.mode, self.caches)) if p]
        return typographier("\n".join(lignes + ([""] + pied if pied else [])))

    def corps_html(self) -> str:
        html = (
            entete(self.titre, self.statut) + f'{corps(self._resume())}<p class="cm-doux">{en_ligne(self._score())}</p>'
        )
        for echec in self._vus():
            html += f'<div class="cm-bloc"><p><strong>{en_ligne(echec.constat.phrase)}</strong></p>'
            paires = "".join(f"<dt>{nom}</dt><dd>{en_ligne(valeur)}</dd>" for nom, valeur in self._details(echec))
            html += (f"<dl>{paires}</dl>" if paires else "") + "</div>"
        suites = "".join(
            f"<p><strong>{titre}&nbsp;:</strong> {en_ligne(' ; '.join(elements))}</p>"
            for titre, elements in self._suites()
            if elements
        )
        html += f'<div class="cm-bloc cm-doux">{suites}</div>' if suites else ""
        if self.indice_suivant:
            html += f'<div class="cm-bloc">{corps(self.indice_suivant)}</div>'
        fin = _fin_du_mode(self.mode, self.caches)
        return html + (f'<p class="cm-doux">{en_ligne(fin)}</p>' if fin else "")


class CarteErreur(Affichage):
    """L'erreur du code de la personne : sa ligne, ce que cela veut dire, où chercher. Sans trace Python.

    explication : voir `erreurs.expliquer_erreur`. monde : les données où l'erreur est survenue.
    """

    classes = "cm-revoir"

    def __init__(self, titre: str, explication: Explication, monde: str = "", points_max: float | None = None) -> None:
        self.titre, self.explication, self.monde = exiger_texte(titre, "titre"), explication, monde
        if not getattr(explication, "phrase", ""):
            raise TypeError("On attend une `Explication` (voir `expliquer_erreur`).")
        self.points_max = points_max

    def nom_accessible(self) -> str:
        return f"À revoir : {self.titre}"

    def _ou(self) -> str:
        e = self.explication
        if e.ligne is None:
            return ""
        lieu = (
            f"la fonction `{e.fonction}`, ligne {e.ligne} de sa cellule"
            if e.fonction
            else f"la ligne {e.ligne} de la cellule"
        )
        return f"C'est arrivé à {lieu} :" if e.code else f"C'est arrivé à {lieu}."

    def _fin(self) -> list[str]:
        e, lignes = self.explication, []
        if self.monde:
            lignes.append(f"Données en cours : {self.monde}.")
        if self.points_max is not None:
            lignes.append(f"{score(0.0, self.points_max)} tant que le code s'arrête là.")
        dit = f"{e.nom} : {e.message}" if e.message else e.nom
        return [*lignes, f"Le nom de l'erreur, en anglais : {dit}" if e.message else f"Erreur : {dit}"]

    def corps_texte(self) -> str:
        e = self.explication
        lignes = [typographier(f"{self.nom_accessible()}\nVotre code s'est arrêté en route. {e.phrase}")]
        if self._ou():
            lignes.append(typographier(self._ou()))
        if e.code:
            lignes.append("    " + propre(e.code).strip())
        if e.essayer:
            lignes.append(typographier(f"Où regarder : {e.essayer}"))
        return "\n".join([*lignes, *(typographier(f) for f in self._fin())])

    def corps_html(self) -> str:
        e = self.explication
        html = (
            entete(self.titre, "À revoir")
            + f"<p>Votre code s'est arrêté en route. <strong>{en_ligne(e.phrase)}</strong></p>"
        )
        html += f"<p>{en_ligne(self._ou())}</p>" if self._ou() else ""
        html += code(e.code.strip()) if e.code else ""
        html += f"<dl><dt>Où regarder</dt><dd>{en_ligne(e.essayer)}</dd></dl>" if e.essayer else ""
        return html + '<p class="cm-doux">' + "<br>".join(echapper(typographier(f)) for f in self._fin()) + "</p>"
