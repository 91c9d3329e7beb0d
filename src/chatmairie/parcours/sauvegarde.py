"""Garder son travail dans un seul fichier, et le reprendre ailleurs sans jamais écraser plus récent.

Le fichier est du JSON lisible : les carnets que la personne a changés (ce qu'elle y a écrit, sans les résultats), ses
propres petits fichiers de texte, ses paris, ses notes et sa progression. Il ne part nulle part : elle le télécharge.

Reprise, fichier par fichier :

- absent, ou resté tel que livré : il prend le texte sauvegardé ;
- le même texte : rien à faire ;
- changé depuis la sauvegarde : il n'est pas touché, la version sauvegardée est posée à côté ;
- changé avant la sauvegarde : il prend le texte sauvegardé, et l'ancien est gardé à côté ;
- le cours a changé entre-temps : les réponses vont dans le nouveau carnet, l'ancien est posé à côté.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from chatmairie.parcours import progres, travail
from chatmairie.parcours.fichiers import ecrire_atomiquement, pourquoi

FORMAT = "sauvegarde ChatMairie"
VERSION = 1
MODELE = "sauvegarde-chatmairie"
SUFFIXES = (".py", ".txt", ".md", ".csv", ".json", ".html")
TAILLE_MAX = 300_000
"""Octets d'un petit fichier de la personne (au-delà, il n'est pas pris, et c'est dit)."""
TAILLE_MAX_LUE = 50_000_000
TOLERANCE_S = 2.0
"""Deux disques n'arrondissent pas pareil l'heure d'un fichier."""


class SauvegardeIllisible(ValueError):
    """Le fichier n'est pas une sauvegarde du cours, ou il est abîmé ; le message dit quoi faire."""


# --- sauvegarder ----------------------------------------------------------------------------------


def rassembler(racine: Path, suivi: progres.Progres) -> tuple[dict[str, Any], list[str]]:
    """Le contenu de la sauvegarde, et les phrases sur ce qui n'a pas pu être pris."""
    manifeste, avis = travail.manifeste(racine), []
    carnets: dict[str, Any] = {}
    autres: dict[str, Any] = {}
    for chemin in travail.fichiers(racine, (".ipynb", *SUFFIXES)):
        relatif = chemin.relative_to(racine).as_posix()
        if chemin.name.startswith(MODELE) or travail.est_intact(chemin, manifeste.get(relatif, {})):
            continue
        modifie = chemin.stat().st_mtime
        if chemin.suffix == ".ipynb":
            try:
                carnets[relatif] = {"modifie": modifie, "carnet": travail.sans_sorties(travail.lire_carnet(chemin))}
            except travail.CarnetIllisible as erreur:
                avis.append(f"{erreur} Il n'est pas dans la sauvegarde : téléchargez-le à part.")
            continue
        try:
            ecrit = chemin.read_text(encoding="utf-8")
        except OSError as erreur:
            avis.append(f"« {relatif} » ne s'ouvre pas ({pourquoi(erreur)}) : il n'est pas sauvegardé.")
            continue
        except UnicodeDecodeError:
            ecrit = None
        if ecrit is None or len(ecrit) > TAILLE_MAX:
            avis.append(f"« {relatif} » est trop gros ou n'est pas du texte : téléchargez-le à part.")
        else:
            autres[relatif] = {"modifie": modifie, "texte": ecrit}
    return {
        "format": FORMAT,
        "version": VERSION,
        "lisez-moi": 'Votre travail dans le cours ChatMairie. Pour le reprendre : reprendre("le nom de ce fichier").',
        "le": datetime.now().isoformat(timespec="seconds"),
        "carnets": carnets,
        "fichiers": autres,
        "progression": {s: suivi.tout(s) for s in progres.SECTIONS},
    }, avis


def ecrire(racine: Path, contenu: Mapping[str, Any]) -> Path:
    """Pose la sauvegarde sous un nom daté et libre, à la racine du travail. Lève `OSError` si le disque refuse."""
    base = f"{MODELE}-{datetime.now():%Y-%m-%d-%Hh%M}"
    cible = _libre(racine / f"{base}.json")
    ecrire_atomiquement(cible, (json.dumps(contenu, ensure_ascii=False, indent=1) + "\n").encode())
    return cible


def carte_de_sauvegarde() -> Any:
    """Sauvegarde, et dit ce qui est dedans et comment l'emporter."""
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.langue.texte import compte

    if os.environ.get("NBGRADER_EXECUTION"):
        return CarteTexte("Sauvegarde", "Pendant une correction, rien n'est sauvegardé.")
    racine, suivi = travail.racine(), progres.courant()
    contenu, avis = rassembler(racine, suivi)
    if not contenu["carnets"] and not contenu["fichiers"] and not any(contenu["progression"].values()):
        return CarteTexte(
            "Rien à sauvegarder",
            "Aucun carnet enregistré n'a changé, et aucun pari n'est fait. Si vous venez d'écrire, enregistrez le "
            "carnet (Ctrl+S), puis recommencez.",
        )
    try:
        fichier = ecrire(racine, contenu)
    except OSError as erreur:
        return CarteTexte(
            "La sauvegarde n'a pas pu être écrite",
            f"Le disque a refusé ({pourquoi(erreur)}). Vos carnets ne sont pas touchés : téléchargez-les un "
            "par un, depuis le panneau de gauche.",
        )
    lignes = [_ligne(relatif, note) for relatif, note in contenu["carnets"].items()]
    lignes += [f"- `{relatif}`" for relatif in contenu["fichiers"]]
    lignes.append(f"- {compte(len(contenu['progression']['paris']), 'pari')}, vos notes et votre progression")
    return CarteTexte(
        f"Votre travail est dans « {fichier.name} »",
        "Pour l'emporter : dans le panneau de gauche, remontez tout en haut (le petit dossier gris au-dessus de la "
        "liste) ; clic droit sur ce fichier, puis « Télécharger ». Il contient :\n"
        + "\n".join([*lignes, *(f"- {a}" for a in avis)]),
        "Seul ce qui est enregistré est sauvegardé : Ctrl+S d'abord. Pour le reprendre, ici ou ailleurs : déposez le "
        "fichier en haut de ce même panneau, puis exécutez `reprendre()`.",
    )


def _ligne(relatif: str, note: Mapping[str, Any]) -> str:
    from chatmairie.langue.texte import compte

    cellules = travail.reponses(note["carnet"]).values()
    remplies = sum(travail.est_remplie(c) for c in cellules)
    quand = datetime.fromtimestamp(note["modifie"])
    ecrites = f"{compte(remplies, 'réponse écrite', 'réponses écrites')} sur {len(cellules)}, " if cellules else ""
    return f"- `{relatif}` : {ecrites}enregistré à {quand:%H:%M} le {quand:%d/%m}"


# --- reprendre ------------------------------------------------------------------------------------


def carte_de_reprise(fichier: Any) -> Any:
    """Reprend une sauvegarde, et dit ce qui a été fait de chaque fichier."""
    from chatmairie.affichage.cartes import CarteTexte

    if os.environ.get("NBGRADER_EXECUTION"):
        return CarteTexte("Reprise", "Pendant une correction, rien n'est repris.")
    racine = travail.racine()
    try:
        chemin = trouver(racine, fichier)
        contenu = lire(chemin)
        phrases = reprendre_dans(racine, contenu, progres.courant())
    except SauvegardeIllisible as probleme:
        return CarteTexte("Rien n'a été repris", str(probleme))
    except OSError as erreur:
        return CarteTexte(
            "La reprise s'est arrêtée",
            f"Le disque a refusé « {erreur.filename or racine} » ({pourquoi(erreur)}). Ce qui a été repris "
            "l'est, le reste n'a pas bougé : vous pouvez recommencer sans risque.",
        )
    return CarteTexte(
        f"Reprise de « {chemin.name} »",
        "\n".join(f"- {p}" for p in phrases),
        "Un carnet déjà ouvert montre encore son ancien texte : fermez-le sans l'enregistrer, puis rouvrez-le.",
    )


def trouver(racine: Path, fichier: Any) -> Path:
    """Le fichier demandé ; sans nom, la seule sauvegarde présente. Lève `SauvegardeIllisible`, noms possibles dits."""
    presentes = sorted(p.name for p in racine.glob(f"{MODELE}*.json"))
    if fichier in (None, ...):
        if len(presentes) == 1:
            return racine / presentes[0]
        if not presentes:
            raise SauvegardeIllisible(
                f"Aucune sauvegarde dans « {racine.name} ». Déposez le fichier « {MODELE}-….json » en haut du panneau "
                "de gauche (la flèche vers le haut), puis recommencez."
            )
        raise SauvegardeIllisible(
            "Il y a plusieurs sauvegardes ; dites laquelle :\n" + "\n".join(f'`reprendre("{n}")`' for n in presentes)
        )
    if not isinstance(fichier, (str, os.PathLike)) or not str(fichier).strip():
        raise SauvegardeIllisible('Donnez le nom du fichier entre guillemets : reprendre("sauvegarde-….json").')
    for candidat in (Path(fichier), racine / fichier, racine / Path(fichier).name):
        if candidat.is_file():
            return candidat
    autres = f" Ici, il y a : {', '.join(f'« {n} »' for n in presentes)}." if presentes else ""
    raise SauvegardeIllisible(f"« {fichier} » est introuvable.{autres}")


def lire(chemin: Path) -> dict[str, Any]:
    """Le contenu d'une sauvegarde, vérifié. Lève `SauvegardeIllisible`."""
    try:
        if chemin.stat().st_size > TAILLE_MAX_LUE:
            raise SauvegardeIllisible(f"« {chemin.name} » est bien trop gros pour une sauvegarde du cours.")
        lu = json.loads(chemin.read_text(encoding="utf-8"))
    except SauvegardeIllisible:
        raise
    except OSError as erreur:
        raise SauvegardeIllisible(
            f"« {chemin.name} » ne s'ouvre pas ({pourquoi(erreur)}). Rien n'a été touché ici."
        ) from erreur
    except (ValueError, RecursionError) as erreur:
        raise SauvegardeIllisible(
            f"« {chemin.name} » est abîmé, ou n'est pas une sauvegarde. Téléchargez-la à nouveau si vous l'avez encore "
            "ailleurs. Rien n'a été touché ici."
        ) from erreur
    if not isinstance(lu, dict) or lu.get("format") != FORMAT:
        raise SauvegardeIllisible(f"« {chemin.name} » n'est pas une sauvegarde de ce cours. Rien n'a été touché.")
    if lu.get("version") != VERSION:
        raise SauvegardeIllisible(
            f"« {chemin.name} » vient d'une autre version du cours (format {lu.get('version')}) : mettez le cours à "
            "jour (make cours), puis recommencez."
        )
    try:
        for relatif, note in lu["carnets"].items():
            _exiger_un_chemin(relatif, (".ipynb",))
            travail.exiger_un_carnet(note["carnet"])
            float(note["modifie"])
        for relatif, note in lu["fichiers"].items():
            _exiger_un_chemin(relatif, SUFFIXES)
            if not isinstance(note["texte"], str):
                raise TypeError
            float(note["modifie"])
        if not all(isinstance(lu["progression"].get(s, {}), dict) for s in progres.SECTIONS):
            raise TypeError
    except (KeyError, TypeError, ValueError, AttributeError) as erreur:
        raise SauvegardeIllisible(f"« {chemin.name} » est abîmé ou a été modifié. Rien n'a été touché.") from erreur
    return lu


def _exiger_un_chemin(relatif: str, suffixes: tuple[str, ...]) -> None:
    chemin = PurePosixPath(relatif)
    caches = any(p.startswith(".") or "\\" in p or ":" in p for p in chemin.parts)
    if chemin.is_absolute() or caches or chemin.suffix not in suffixes or len(chemin.parts) > travail.PROFONDEUR:
        raise ValueError(relatif)


def reprendre_dans(racine: Path, contenu: Mapping[str, Any], suivi: progres.Progres) -> list[str]:
    """Reprend tout dans `racine`. Rend une phrase par fichier, puis une sur la progression."""
    manifeste = travail.manifeste(racine)
    phrases = []
    for relatif, note in contenu["carnets"].items():
        phrases.append(_reprendre_un_carnet(racine, relatif, note, manifeste.get(relatif, {})))
    for relatif, note in contenu["fichiers"].items():
        phrases.append(_reprendre_un_fichier(racine, relatif, note, manifeste.get(relatif, {})))
    phrases.append(_reprendre_la_progression(contenu["progression"], suivi))
    return phrases


def _reprendre_un_carnet(racine: Path, relatif: str, note: Mapping[str, Any], livre: Mapping[str, str]) -> str:
    cible, garde = _dans(racine, relatif), note["carnet"]
    if not cible.exists():
        _poser(cible, garde)
        return f"`{relatif}` : repris."
    intact = travail.est_intact(cible, livre)
    try:
        actuel = travail.lire_carnet(cible)
    except travail.CarnetIllisible:
        return _a_cote(cible, garde, relatif, "ne se lit plus comme un carnet : il n'est pas touché")
    if travail.textes(actuel) == travail.textes(garde):
        return f"`{relatif}` : déjà le même."
    if not intact and cible.stat().st_mtime > float(note["modifie"]) + TOLERANCE_S:
        return _a_cote(cible, garde, relatif, "contient un travail plus récent que la sauvegarde : il n'est pas touché")
    suite = "" if intact else _mettre_de_cote(cible)
    if _verrouillees(actuel) == _verrouillees(garde):
        _poser(cible, garde)
        return f"`{relatif}` : repris.{suite}"
    remises = _remettre_les_reponses(actuel, garde)
    _poser(cible, actuel)
    dite = f"le cours a changé depuis ; vos réponses ({remises}) sont dans le nouveau carnet.{suite}"
    return _a_cote(cible, garde, relatif, f"{dite} L'ancien est entier")


def _reprendre_un_fichier(racine: Path, relatif: str, note: Mapping[str, Any], livre: Mapping[str, str]) -> str:
    cible, octets = _dans(racine, relatif), note["texte"].encode()
    if cible.exists() and cible.read_bytes() == octets:
        return f"`{relatif}` : déjà le même."
    suite = ""
    if cible.exists() and not travail.est_intact(cible, livre):
        if cible.stat().st_mtime > float(note["modifie"]) + TOLERANCE_S:
            a_cote = _libre(cible.with_name(f"{cible.stem}.sauvegarde{cible.suffix}"))
            ecrire_atomiquement(a_cote, octets)
            return f"`{relatif}` : plus récent ici, pas touché ; la version sauvegardée est dans `{a_cote.name}`."
        suite = _mettre_de_cote(cible)
    cible.parent.mkdir(parents=True, exist_ok=True)
    ecrire_atomiquement(cible, octets)
    return f"`{relatif}` : repris.{suite}"


def _reprendre_la_progression(lue: Mapping[str, Any], suivi: progres.Progres) -> str:
    """Ajoute ce qui manque ici ; ce qui y est déjà l'emporte, sauf les réussites et les indices, qui se cumulent."""
    repris = 0
    for section in ("paris", "notes"):
        deja = suivi.tout(section)
        for cle, valeur in lue.get(section, {}).items():
            if cle not in deja:
                suivi.ecrire(section, cle, valeur)
                repris += section == "paris"
    garde = progres.Progres(None)
    for identifiant, valeur in lue.get("exercices", {}).items():
        garde.ecrire("exercices", identifiant, valeur)
        la, ici = garde.etat(identifiant), suivi.etat(identifiant)
        base = ici if ici["essais"] else la
        mele = {
            **base,
            "indices": max(la["indices"], ici["indices"]),
            "reussi_une_fois": la["reussi_une_fois"] or ici["reussi_une_fois"],
        }
        if mele != ici:
            suivi.ecrire("exercices", identifiant, mele)
    return f"Progression reprise ; paris ajoutés : {repris}. Ce que vous aviez déjà fait ici est gardé."


# --- aides ----------------------------------------------------------------------------------------


def _dans(racine: Path, relatif: str) -> Path:
    """La cible, dont aucun dossier n'est un lien symbolique qui mènerait ailleurs."""
    cible = racine / relatif
    if racine.resolve() not in cible.resolve().parents:
        raise SauvegardeIllisible(f"« {relatif} » sortirait du dossier de travail. Rien n'a été écrit à cet endroit.")
    return cible


def _poser(cible: Path, carnet: Mapping[str, Any]) -> None:
    cible.parent.mkdir(parents=True, exist_ok=True)
    ecrire_atomiquement(cible, (json.dumps(carnet, ensure_ascii=False, indent=1) + "\n").encode())


def _a_cote(cible: Path, carnet: Mapping[str, Any], relatif: str, raison: str) -> str:
    a_cote = _libre(cible.with_name(f"{cible.stem}.sauvegarde{cible.suffix}"))
    _poser(a_cote, carnet)
    return f"`{relatif}` : {raison} ; la version sauvegardée est dans `{a_cote.name}`."


def _mettre_de_cote(cible: Path) -> str:
    ancien = _libre(cible.with_name(f"{cible.stem}.avant-reprise{cible.suffix}"))
    ecrire_atomiquement(ancien, cible.read_bytes())
    return f" Ce qui était ici est gardé dans `{ancien.name}`."


def _verrouillees(carnet: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Ce que le cours a écrit dans les cellules d'exercice : s'il diffère, le cours a changé."""
    return [
        (str(travail.nbgrader(c).get("grade_id")), "" if travail.nbgrader(c).get("solution") else travail.texte(c))
        for c in carnet["cells"]
        if travail.nbgrader(c)
    ]


def _remettre_les_reponses(carnet: dict[str, Any], garde: Mapping[str, Any]) -> int:
    anciennes, remises = travail.reponses(garde), 0
    for identifiant, cellule in travail.reponses(carnet).items():
        ancienne = anciennes.get(identifiant)
        if ancienne and ancienne["cell_type"] == cellule["cell_type"] and travail.est_remplie(ancienne):
            cellule["source"] = travail.texte(ancienne)
            remises += 1
    return remises


def _libre(cible: Path) -> Path:
    rang, candidat = 1, cible
    while candidat.exists() or candidat.is_symlink():
        rang += 1
        candidat = cible.with_name(f"{cible.stem}-{rang}{cible.suffix}")
    return candidat
