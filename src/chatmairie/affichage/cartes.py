"""Les cartes de texte : consigne, indice, pari, corrigé, règle de droit, et de quoi les assembler."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from chatmairie.affichage.html import Affichage, attribut, code, corps, echapper, en_ligne, entete, exiger_texte
from chatmairie.langue.texte import compte, en_mots, est_nombre, nombre, propre, typographier


class CarteTexte(Affichage):
    """Un titre et un texte (paragraphes, listes « - » et « 1. », `code`). Rien d'autre n'est interprété."""

    def __init__(self, titre: str, corps: str, note: str = "") -> None:
        self.titre = exiger_texte(titre, "titre")
        if not isinstance(corps, str):
            raise TypeError(f"`corps` est un texte, pas {type(corps).__name__}.")
        self.corps, self.note = corps, note

    def nom_accessible(self) -> str:
        return self.titre

    def corps_texte(self) -> str:
        return "\n".join(typographier(t) for t in (self.titre, self.corps, self.note) if t)

    def corps_html(self) -> str:
        note = f'<p class="cm-doux">{en_ligne(self.note)}</p>' if self.note else ""
        return entete(self.titre) + corps(self.corps) + note


class CarteIndice(CarteTexte):
    """Un indice, son rang, et combien il en reste. Lève `ValueError` si les nombres sont absurdes."""

    def __init__(self, n: int, texte: str, restants: int) -> None:
        if type(n) is not int or type(restants) is not int or n < 1 or restants < 0:
            raise ValueError("Un indice a un rang (1 ou plus) et un nombre d'indices restants (0 ou plus).")
        suite = f"Il reste {compte(restants, 'indice')}." if restants else "C'était le dernier indice."
        super().__init__(
            f"Indice {n} sur {n + restants}", exiger_texte(texte, "texte"), f"{suite} Un indice ne coûte pas de points."
        )


class CartePari(Affichage):
    """Un pari : la question, les réponses possibles, et la vôtre si elle est donnée.

    reponses : valeur -> phrase, ou `None` quand on demande un nombre sur 100.
    reponse : la valeur choisie, ou `None`.
    """

    def __init__(self, question: str, reponses: Mapping[str, str] | None, reponse: Any = None) -> None:
        self.question = exiger_texte(question, "question")
        if reponses is not None and not isinstance(reponses, Mapping):
            raise TypeError("`reponses` associe chaque réponse possible à sa phrase, ou vaut None pour un nombre.")
        self.reponses, self.reponse = reponses, reponse

    def nom_accessible(self) -> str:
        return f"Votre pari : {self.question}"

    def _choisie(self) -> str:
        if self.reponse is None:
            return ""
        if self.reponses is None:
            ecrit = nombre(self.reponse) if est_nombre(self.reponse) else propre(self.reponse)
            return f"{ecrit} sur 100"
        return self.reponses.get(self.reponse, str(self.reponse))

    def _suite(self) -> str:
        if self.reponse is not None:
            return "Pari gardé. Il n'est pas noté ; vous le retrouverez à côté de ce qui s'est passé."
        if self.reponses is None:
            return "Répondez par un nombre entre 0 et 100. Un pari n'est jamais noté."
        return "Répondez par l'un des mots entre guillemets. Un pari n'est jamais noté."

    def corps_texte(self) -> str:
        lignes = [f"Votre pari : {self.question}"]
        if self.reponse is not None:
            lignes.append(f"Votre prévision : {self._choisie()}")
        else:
            lignes += [f'- "{valeur}" : {phrase}' for valeur, phrase in (self.reponses or {}).items()]
        return typographier("\n".join([*lignes, self._suite()]))

    def corps_html(self) -> str:
        if self.reponse is not None:
            milieu = f"<p>Votre prévision&nbsp;: <strong>{en_ligne(self._choisie())}</strong></p>"
        elif self.reponses:
            choix = (
                f"<li><code>{echapper(repr_double(v))}</code>&nbsp;: {en_ligne(p)}</li>"
                for v, p in self.reponses.items()
            )
            milieu = "<ul>" + "".join(choix) + "</ul>"
        else:
            milieu = ""
        return entete(self.question, "Votre pari") + f'{milieu}<p class="cm-doux">{en_ligne(self._suite())}</p>'


def repr_double(valeur: Any) -> str:
    """Une valeur à recopier dans du code : un texte entre guillemets droits doubles."""
    return f'"{valeur}"' if isinstance(valeur, str) else repr(valeur)


class CarteCorrige(Affichage):
    """Le corrigé d'un exercice, pour qui travaille seul.

    solutions : suite de textes (du code) ou de tables {"titre", "code", "commentaire"} ; un seul texte convient.
    idee_recue : l'erreur la plus courante et ce qu'elle provoque (texte, ou table dont les phrases se suivent).
    """

    def __init__(self, titre: str, solutions: Any, idee_recue: Any = "") -> None:
        self.titre = exiger_texte(titre, "titre")
        liste = [solutions] if isinstance(solutions, (str, Mapping)) else list(solutions or ())
        if not liste:
            raise ValueError(f"Le corrigé de « {titre} » est vide : il faut au moins une solution.")
        self.solutions = [_solution(s, i, len(liste)) for i, s in enumerate(liste, 1)]
        self.idee_recue = _phrases(idee_recue)

    def nom_accessible(self) -> str:
        return f"Corrigé : {self.titre}"

    def corps_texte(self) -> str:
        parties = [typographier(self.nom_accessible())]
        for titre, source, commentaire in self.solutions:
            parties.append(typographier(f"{titre} :"))
            if commentaire:
                parties.append(typographier(commentaire))
            parties.append("\n".join("    " + ligne for ligne in propre(source).rstrip().splitlines()))
        if self.idee_recue:
            parties.append(typographier(f"L'erreur la plus courante :\n{self.idee_recue}"))
        return "\n".join(parties)

    def corps_html(self) -> str:
        html = entete(self.nom_accessible())
        for titre, source, commentaire in self.solutions:
            html += f'<div class="cm-bloc"><p><strong>{en_ligne(titre)}</strong></p>'
            html += corps(commentaire) + code(source.rstrip()) + "</div>"
        if self.idee_recue:
            html += (
                f'<div class="cm-bloc"><p><strong>L\'erreur la plus courante</strong></p>{corps(self.idee_recue)}</div>'
            )
        return html


def _solution(solution: Any, rang: int, total: int) -> tuple[str, str, str]:
    defaut = f"Solution {rang}" if total > 1 else "Une solution"
    if isinstance(solution, Mapping):
        source = solution.get("code", "")
        titre, commentaire = solution.get("titre", ""), _phrases(solution.get("commentaire", ""))
        return (f"{defaut} : {titre}" if titre else defaut, exiger_texte(source, "code"), commentaire)
    return defaut, exiger_texte(solution, "solution"), ""


def _phrases(valeur: Any) -> str:
    if isinstance(valeur, Mapping):
        return "\n".join(en_mots(v) for v in valeur.values())
    if isinstance(valeur, (list, tuple)):
        return "\n".join(f"- {en_mots(v)}" for v in valeur)
    return "" if valeur is None else str(valeur)


class CarteLoi(Affichage):
    """Une règle de droit en trois temps : « La règle », « Pour vous », et la source.

    lien : adresse http(s) de la source (affichée en texte aussi) ; verifie_le : « le 3 novembre 2026 »…
    Lève `ValueError` si le lien n'est ni http ni https.
    """

    def __init__(self, regle: str, pour_vous: str, lien: str = "", source: str = "", verifie_le: str = "") -> None:
        self.regle, self.pour_vous = exiger_texte(regle, "regle"), exiger_texte(pour_vous, "pour_vous")
        if lien and not lien.startswith(("https://", "http://")):
            raise ValueError(f"Lien « {lien} » : on attend une adresse http ou https.")
        self.lien, self.source, self.verifie_le = lien, source or ("Lire la règle" if lien else ""), verifie_le

    def nom_accessible(self) -> str:
        return "La règle"

    def corps_texte(self) -> str:
        lignes = [f"La règle : {self.regle}", f"Pour vous : {self.pour_vous}"]
        if self.source:
            lignes.append(f"Source : {self.source}" + (f" ({self.lien})" if self.lien else ""))
        if self.verifie_le:
            lignes.append(f"Droit vérifié {self.verifie_le}.")
        return typographier("\n".join(lignes))

    def corps_html(self) -> str:
        html = f"<p><strong>La règle&nbsp;:</strong> {en_ligne(self.regle)}</p>"
        html += f"<p><strong>Pour vous&nbsp;:</strong> {en_ligne(self.pour_vous)}</p>"
        fin = []
        if self.source:
            nom = en_ligne(self.source)
            fin.append(
                "Source&nbsp;: " + (f'<a href="{attribut(self.lien)}" rel="noreferrer">{nom}</a>' if self.lien else nom)
            )
        if self.verifie_le:
            fin.append(f"Droit vérifié {en_ligne(self.verifie_le)}.")
        return html + (f'<p class="cm-doux">{"<br>".join(fin)}</p>' if fin else "")


class Ensemble(Affichage):
    """Plusieurs objets l'un sous l'autre, sans cadre autour."""

    def __init__(self, *objets: Affichage, nom: str = "Résultats") -> None:
        for objet in objets:
            if not isinstance(objet, Affichage):
                raise TypeError(
                    f"On assemble des objets d'affichage (cartes, tableaux, figures), pas {type(objet).__name__}."
                )
        if not objets:
            raise ValueError("Il faut au moins un objet à montrer.")
        self.objets, self.nom = objets, nom
        self.avec_tableau = any(o.avec_tableau for o in objets)
        self.avec_figure = any(o.avec_figure for o in objets)
        self.avec_scene = any(o.avec_scene for o in objets)

    def nom_accessible(self) -> str:
        return self.nom

    def corps_texte(self) -> str:
        return "\n\n".join(o.corps_texte() for o in self.objets)

    def corps_html(self) -> str:
        return "".join(o.cadre() for o in self.objets)

    def cadre(self) -> str:
        return f'<div lang="fr">{self.corps_html()}</div>'


class Encadre(Ensemble):
    """Un cadre titré autour de textes ou d'autres objets."""

    def __init__(self, titre: str, *contenus: str | Affichage) -> None:
        self.titre = exiger_texte(titre, "titre")
        super().__init__(*(_Paragraphes(c) if isinstance(c, str) else c for c in contenus), nom=titre)
        if any("cm-large" in o.classes for o in self.objets):
            self.classes = "cm-info cm-large"

    def corps_texte(self) -> str:
        return typographier(self.titre) + "\n" + super().corps_texte()

    def corps_html(self) -> str:
        return entete(self.titre) + super().corps_html()

    def cadre(self) -> str:
        return Affichage.cadre(self)


class _Paragraphes(Affichage):
    def __init__(self, texte: str) -> None:
        self.texte = texte

    def nom_accessible(self) -> str:
        return self.texte

    def corps_texte(self) -> str:
        return typographier(self.texte)

    def corps_html(self) -> str:
        return corps(self.texte)

    def cadre(self) -> str:
        return self.corps_html()


def titres(sequence: Sequence[str] | str | None) -> list[str]:
    """Une suite de textes, même si l'on n'en donne qu'un (ou aucun)."""
    if sequence is None:
        return []
    return [sequence] if isinstance(sequence, str) else [str(s) for s in sequence]
