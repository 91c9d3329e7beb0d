"""Les commandes de la chaîne des carnets : `python -m chatmairie.carnets --help`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from chatmairie.carnets.reglages import DOSSIER_COURS
from chatmairie.carnets.source import SourceIllisible, choisir_les_carnets
from chatmairie.langue.terminal import sortie_sure
from chatmairie.parcours.fichiers import pourquoi


def main(arguments: list[str] | None = None) -> int:
    """Exécute une commande. Rend 0 si tout va bien, 1 sinon (les raisons sont écrites)."""
    from chatmairie.carnets.construction import ConstructionImpossible
    from chatmairie.carnets.copie import CopieImpossible
    from chatmairie.carnets.livraison import LivraisonImpossible

    sortie_sure()
    options = _analyseur().parse_args(arguments)
    try:
        return options.faire(options)
    except (SourceIllisible, ConstructionImpossible, CopieImpossible, LivraisonImpossible) as erreur:
        print(erreur, file=sys.stderr)
    except OSError as erreur:
        print(f"« {erreur.filename} » : {pourquoi(erreur)}.", file=sys.stderr)
    return 1


def _analyseur() -> argparse.ArgumentParser:
    analyseur = argparse.ArgumentParser(prog="python -m chatmairie.carnets", description="La chaîne des carnets.")
    commandes = analyseur.add_subparsers(required=True, metavar="commande")

    def ajouter(nom: str, aide: str, faire, carnets: bool = True) -> argparse.ArgumentParser:
        commande = commandes.add_parser(nom, help=aide, description=aide)
        commande.add_argument("--cours", type=Path, default=Path(DOSSIER_COURS), help="dossier du cours")
        if carnets:
            commande.add_argument("carnets", nargs="*", metavar="carnet", help="par exemple 02_donnees (défaut : tous)")
        commande.set_defaults(faire=faire)
        return commande

    construire = ajouter("construire", "Construit les .ipynb à côté de leurs sources.", _construire)
    construire.add_argument("--verifier", action="store_true", help="n'écrit rien : échoue si un .ipynb a dérivé")
    ajouter("verifier", "Échoue si un .ipynb déposé n'est plus ce que donne sa source.", _verifier)
    ajouter("linter", "Passe les règles d'un carnet sur les sources.", _linter)
    preparer = ajouter(
        "preparer", "Pose les copies de l'apprenant, sans jamais rien écraser.", _preparer, carnets=False
    )
    preparer.add_argument("--destination", type=Path, required=True, help="par exemple travail")
    preparer.add_argument("--avec-corriges", action="store_true", help="pour qui apprend sans formateur")
    preparer.add_argument("--en-texte", action="store_true", help="pose aussi un .py à remplir et une page à lire")
    preparer.add_argument("--deja-prets", action="store_true", help="--cours est une copie déjà livrée (archive)")
    aide = "Écrit guide/tracabilite.md : critères, exercices, droit."
    tracer = ajouter("tracabilite", aide, _tracabilite, carnets=False)
    tracer.add_argument("--verifier", action="store_true", help="n'écrit rien : échoue si une trace manque ou date")
    return analyseur


def _construire(options: argparse.Namespace) -> int:
    if options.verifier:
        return _verifier(options)
    from chatmairie.carnets.construction import ConstructionImpossible, deposer
    from chatmairie.carnets.metadonnees import catalogue_du_cours

    rates = 0
    for source in choisir_les_carnets(options.cours, options.carnets):
        try:
            print(f"{deposer(source, catalogue_du_cours())} : construit.")
        except (ConstructionImpossible, SourceIllisible) as erreur:
            print(erreur, file=sys.stderr)
            rates += 1
    return min(rates, 1)


def _verifier(options: argparse.Namespace) -> int:
    from chatmairie.carnets.construction import ConstructionImpossible, verifier
    from chatmairie.carnets.metadonnees import catalogue_du_cours

    rates = 0
    for source in choisir_les_carnets(options.cours, options.carnets):
        try:
            phrases = verifier(source, catalogue_du_cours())
        except (ConstructionImpossible, SourceIllisible) as erreur:
            phrases = [str(erreur)]
        for phrase in phrases:
            print(phrase, file=sys.stderr)
        rates += bool(phrases)
        if not phrases:
            print(f"{source.with_suffix('.ipynb')} : à jour.")
    if rates:
        print("Reconstruisez les carnets (make notebooks), relisez ce qui change, et déposez-les.", file=sys.stderr)
    return min(rates, 1)


def _linter(options: argparse.Namespace) -> int:
    from chatmairie.carnets.linter import examiner
    from chatmairie.carnets.metadonnees import catalogue_du_cours
    from chatmairie.carnets.regles import fiches
    from chatmairie.echecs import catalogue

    problemes_des_fiches = fiches.verifier(Path(catalogue.__file__).parent)
    print(*problemes_des_fiches, sep="\n", end="\n" if problemes_des_fiches else "")
    total = len(problemes_des_fiches)
    sources = choisir_les_carnets(options.cours, options.carnets)
    for source in sources:
        try:
            problemes = [str(p) for p in examiner(source, catalogue_du_cours())]
        except SourceIllisible as erreur:
            problemes = [str(erreur)]
        for probleme in problemes:
            print(probleme)
        total += len(problemes)
    print(f"{len(sources)} carnet(s) lu(s), {total} règle(s) enfreinte(s).")
    return min(total, 1)


def _preparer(options: argparse.Namespace) -> int:
    from chatmairie.carnets.livraison import livrer

    bilan = livrer(
        options.cours,
        options.destination,
        avec_corriges=options.avec_corriges,
        en_texte=options.en_texte,
        deja_prets=options.deja_prets,
    )
    bilan.dire(options.destination)
    return 0


def _tracabilite(options: argparse.Namespace) -> int:
    from chatmairie.carnets import trace

    fautes = trace.fautes_de_trace(None, trace.citations_des_carnets(options.cours))
    table, chemin = trace.en_markdown(), options.cours.parent / "guide" / "tracabilite.md"
    if not options.verifier:
        chemin.parent.mkdir(exist_ok=True)
        chemin.write_text(table, encoding="utf-8")
        print(f"Écrit : {chemin}.")
    elif not chemin.is_file() or chemin.read_text(encoding="utf-8") != table:
        fautes.append(f"{chemin} n'est pas à jour : relancez {trace.COMMANDE}.")
    for faute in fautes:
        print(faute, file=sys.stderr)
    return min(len(fautes), 1)


if __name__ == "__main__":
    sys.exit(main())
