"""Les commandes : python -m chatmairie.referentiel --help."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, NoReturn

from chatmairie.langue.terminal import sortie_sure

from .lecture import ReferentielInvalide, charger, lire


class _Aide(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # signature d'argparse
        super().add_usage(usage, actions, groups, "Emploi : ")


class _Analyseur(argparse.ArgumentParser):
    """Un analyseur dont l'aide et les refus sont en français."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Aide, **options)
        self._positionals.title, self._optionals.title = "À donner", "Options"

    def error(self, message: str) -> NoReturn:
        traductions = {
            "the following arguments are required": "il manque",
            "unrecognized arguments": "option inconnue",
            "invalid choice": "choix inconnu",
            "choose from": "choisissez parmi",
            "argument": "argument",
            "expected one argument": "attend une valeur",
        }
        for anglais, francais in traductions.items():
            message = message.replace(anglais, francais)
        self.exit(2, f"{message[:1].upper()}{message[1:]}\nPour l'aide : python -m chatmairie.referentiel --help\n")


def _analyseur() -> argparse.ArgumentParser:
    a = _Analyseur(
        prog="python -m chatmairie.referentiel",
        add_help=False,
        description="Le référentiel du cours (grille en forme de RIA31 ; ce n'est pas le texte officiel).",
    )
    a.add_argument("-h", "--help", "--aide", action="help", help="montre cette aide")
    sous = a.add_subparsers(dest="commande", metavar="commande", required=True)

    def commande(nom: str, aide: str) -> argparse.ArgumentParser:
        s = sous.add_parser(nom, help=aide, description=aide, add_help=False)
        s.add_argument("-h", "--help", "--aide", action="help", help="montre cette aide")
        return s

    s = commande("valider", "vérifie tous les fichiers du référentiel")
    s.add_argument("--dossier", type=Path, help="un autre dossier que celui du cours")
    s = commande("carte", "montre un critère ou une recommandation")
    s.add_argument("identifiant", help="par exemple STR-2_01 ou CM-R-SOC-1")
    s = commande("chercher", "liste les critères qui contiennent des mots")
    s.add_argument("mots", nargs="*", help="aucun mot : toute la grille")
    s = commande("grille", "écrit la grille vide, à remplir dans un tableur")
    s.add_argument("--sortie", type=Path, required=True, help="le fichier CSV à écrire (jamais écrasé)")
    s = commande("auditer", "relit une grille remplie, montre le bilan et écrit un rapport")
    s.add_argument("grille", type=Path, help="la grille remplie (CSV)")
    s.add_argument("--nom", default="", help="le nom du projet (sinon, celui du fichier)")
    s.add_argument("--html", type=Path, help="le rapport (sinon, à côté de la grille, en .bilan.html)")
    s.add_argument("--csv", type=Path, help="écrit aussi le bilan en CSV")
    s.add_argument("--remplacer", action="store_true", help="remplace un rapport ou un bilan déjà écrit")
    s = commande("importer", "pose des énoncés officiels recopiés du site, tout ou rien")
    s.add_argument("fichier", type=Path, help="CSV : identifiant;identifiant_officiel;enonce;adresse;date")
    s.add_argument("--dossier", type=Path, help="un autre dossier que celui du cours")
    return a


def _carte(ident: str) -> int:
    from .cartes import carte, recommandation

    print(recommandation(ident) if ident.strip().upper().startswith("CM-R-") else carte(ident))
    return 0


def _grille(sortie: Path) -> int:
    from .grille import ecrire_grille

    ecrire_grille(sortie)
    print(
        f"Grille vide écrite : {sortie}. Remplissez les cinq dernières colonnes dans un tableur, puis :\n"
        f"python -m chatmairie.referentiel auditer {sortie}"
    )
    return 0


def _auditer(o: argparse.Namespace) -> int:
    from .audit import auditer
    from .fichiers import exiger_libre
    from .grille import lire_grille

    lecture = lire_grille(o.grille)
    page = o.html or o.grille.with_name(f"{o.grille.stem}.bilan.html")
    sorties = [s for s in (page, o.csv) if s]
    for sortie in sorties:
        exiger_libre(sortie, o.grille, o.remplacer)
    bilan = auditer(lecture.reponses, o.nom or o.grille.stem, lecture.anomalies)
    bilan.exporter_html(page, remplacer=o.remplacer)
    if o.csv:
        bilan.exporter_csv(o.csv, remplacer=o.remplacer)
    print(bilan)
    print(f"\nÉcrit : {', '.join(map(str, sorties))}.")
    if lecture.anomalies:
        print(
            f"{len(lecture.anomalies)} point(s) à vérifier dans {o.grille} :",
            *lecture.anomalies,
            sep="\n- ",
            file=sys.stderr,
        )
        return 1
    return 0


def _importer(fichier: Path, dossier: Path | None) -> int:
    from .importation import importer
    from .lecture import dossier as defaut

    changes = importer(fichier, dossier)
    print(
        f"Texte officiel posé pour : {', '.join(changes)}. "
        f"Écrit dans {(dossier or defaut()) / 'textes_officiels.yaml'}."
    )
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Lance une commande ; rend 0 (tout va bien), 1 (des points à vérifier) ou 2 (refus, dit en une phrase)."""
    sortie_sure()
    o = _analyseur().parse_args(arguments)
    try:
        match o.commande:
            case "valider":
                r = lire(o.dossier) if o.dossier else charger()
                print(
                    f"Référentiel lisible : {len(r.recommandations)} recommandations, {len(r.criteres)} critères, "
                    f"{len(r.droit)} textes de droit, {len(r.sources)} sources."
                )
                return 0
            case "carte":
                return _carte(o.identifiant)
            case "chercher":
                from .explorateur import tableau

                print(tableau(mot=" ".join(o.mots)))
                return 0
            case "grille":
                return _grille(o.sortie)
            case "auditer":
                return _auditer(o)
            case _:
                return _importer(o.fichier, o.dossier)
    except BrokenPipeError:  # « | head » : la suite n'intéresse plus personne
        sys.stderr.close()
        return 0
    except (ReferentielInvalide, ValueError, OSError) as erreur:
        print(erreur, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
