"""Une page qui montre tous les objets d'affichage, avec des textes hostiles au milieu (pour les essais)."""

from __future__ import annotations

import pandas as pd

from chatmairie.affichage.cartes import CarteCorrige, CarteIndice, CarteLoi, CartePari, CarteTexte, Encadre
from chatmairie.affichage.erreurs import expliquer_erreur
from chatmairie.affichage.figures import barres, courbe
from chatmairie.affichage.jouer import Jeu, Pas, Saisie
from chatmairie.affichage.scenes import Conversation, Ecran, Groupe, Guichet, Lettre, Page, Personnes, Telephone
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Cases, Choix, Curseur, Manette
from chatmairie.atelier.verdict import CarteErreur, CarteVerdict
from chatmairie.juge.exercice import Constat, Echec, Verdict

HOSTILE = (
    '<script>window.intrus=1</script><img src=x onerror="window.intrus=1"> & "guillemets" \'simples\' $x^2$ \x1b[31m'
)


def verdict(statut: str = "à revoir", **autres) -> Verdict:
    if statut == "réussi":
        return Verdict("donnees.decider", "réussi", 3.0, 3.0, ("forme", "eligibles"), **autres)
    if statut == "non traité":
        return Verdict(
            "donnees.decider", "non traité", 0.0, 3.0, message="Rien n'est encore écrit pour `decider`.", **autres
        )
    echecs = (
        Echec(
            "eligibles",
            1.5,
            "le monde du cours",
            Constat(
                "cause_encore_la",
                "Léa, 3 ans, dossier complet, est refusée parce qu'elle a déposé un mercredi.",
                "93 familles sur 100 sont refusées à tort le mercredi, 2 sur 100 les autres jours.",
                "Quelle colonne permet encore de deviner le jour ? Essayez `predire_le_jour`.",
                93,
            ),
        ),
        Echec("incomplets", 0.5, "le monde du cours", Constat("cause_encore_la", "")),
    )
    return Verdict("donnees.decider", "à revoir", 1.0, 3.0, ("forme",), echecs, **autres)


def erreur_de_cle() -> KeyError:
    espace: dict = {}
    exec(compile(CELLULE, "<cellule>", "exec"), espace)
    try:
        espace["taux_de_refus"](pd.DataFrame({"jour": ["lundi"]}), "jour_depot")
    except KeyError as erreur:
        return erreur
    raise AssertionError("une erreur était attendue")


def manette() -> Manette:
    return Manette(
        {
            "seuil": Curseur("Avis minimal pour accepter", 0, 100, 5, 50, "sur 100"),
            "jour": Choix("Jour de dépôt", ["lundi", "mardi", "mercredi"], "mercredi"),
            "retirees": Cases("Colonnes retirées", {"jour_depot": "le jour", "code_file": "le code de la file"}),
        },
        lambda seuil, jour, retirees: barres(
            {jour: float(seuil), "les autres jours": 3.0 * len(retirees)},
            titre="Refus à tort",
            resume=f"Le {jour}, {seuil} familles sur 100 sont refusées à tort.",
        ),
        "Quelles colonnes retirer ?",
    )


JOURS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi"]
CELLULE = "def taux_de_refus(archives, par):\n    return archives[par].mean()\n"
ARCHIVES = pd.DataFrame(
    {
        "num_dossier": range(30),
        "prénom": [HOSTILE] + ["Léa"] * 29,
        "note": 1.5,
        "garderie": True,
        "motif": "CLOTURE AUTO HORS PERMANENCE",
        "jour": "mercredi",
    }
)
REFUS = [{"Jour": "lundi", "Dossiers": 1234, "Refus": 0.031}, {"Jour": "mercredi", "Dossiers": 87, "Refus": 0.97}]


def cartes() -> list:
    return [
        CarteTexte("Ce qu'on voulait", f"Répondre plus vite.\n\n- `archives` : huit ans\n- une décision\n\n{HOSTILE}"),
        CartePari("Retirer la colonne `jour_depot` suffira-t-il ?", {"oui": "le jour a disparu", "non": "non"}),
        CartePari("Combien de familles refusées à tort ?", None, 30),
        CarteVerdict(verdict("non traité"), "Décider sans refuser", 3),
        CarteVerdict(
            verdict(avis=(f"Votre code a affiché : « {HOSTILE} ».",)),
            "Décider sans refuser",
            3,
            "noter",
            'Coincé ? `indice("donnees.decider")` donne l\'indice 1 sur 3, sans coûter de points.',
            ("Équité de traitement", "Explicabilité"),
            libelles={"forme": "la forme de la réponse", "incomplets": "un dossier incomplet n'est pas refusé"},
        ),
        CarteVerdict(verdict("réussi"), "Décider sans refuser", 2, "noter", caches=True),
        CarteErreur("Taux de refus", expliquer_erreur(erreur_de_cle(), CELLULE), "le monde du cours", 1.0),
        CarteIndice(2, "Quelles lignes ne sont pas des décisions ?", 1),
        CarteCorrige(
            "Taux de refus",
            ["def f(x):\n    return x < 3", {"titre": "sans pandas", "code": "a = 1", "commentaire": "Plus long."}],
            "Retirer le jour : rien ne change.",
        ),
        CarteLoi(
            "Une décision défavorable est motivée.",
            "Dites la raison, et à qui s'adresser.",
            "https://example.org/loi",
            "Une source d'exemple",
            "le 3 novembre 2026",
        ),
        Encadre("Données synthétiques", "Personnes fictives.", CarteIndice(1, "Regardez le mercredi.", 2)),
    ]


def scenes() -> list:
    """Une scène de chaque sorte."""
    page = "<html lang='fr'><head><title>Page</title></head><body><main><h1>Page</h1></main></body></html>"
    return [
        Conversation(
            [("Vous", "Bonjour ?"), ("ChatMairie", HOSTILE), ("", "On attend.")], attend="Personne ne répond."
        ),
        Ecran("Tableau de bord", {"Satisfaction": "bonne", "Plaintes reçues": "0"}, "Aucun souci.", visage=True),
        Ecran("Écran noir", phrase="On entend : « Bouton. »", eteint=True),
        Telephone("Le téléphone de Léa", "n'avait rien demandé.", ["Pot de départ", HOSTILE], 58, 3),
        Lettre("la mairie", "les parents de Léa", "Dossier refusé", "Madame, Monsieur,", "Signé : personne."),
        Guichet("Thérèse", "Tout le monde sait, maintenant."),
        Page("La page", page, entendu="Titre, Page."),
        Personnes(
            "Qui reste dehors",
            "Sept personnes sur dix.",
            [Groupe("Dehors", 7, "plein"), Groupe("Servies", 3)],
            [Groupe("Dehors", 1, "barre"), Groupe("Ailleurs", 1, "carre"), Groupe("Servies", 8)],
            [("Rayan", "n'entend pas la réponse")],
        ),
        Jeu(
            "Un jeu",
            {
                "a": Pas(CarteTexte("Avant", "Tapez."), {"Envoyer": "b"}, Saisie("Code", "12")),
                "b": Pas(CarteTexte("Après", "Parti.")),
            },
            ["a", "b"],
            "Scène dure.",
            "Le résumé.",
        ),
    ]


def figures() -> list:
    return [
        barres(
            {"avant": dict.fromkeys(JOURS, 3.0) | {"mercredi": 97.0}, "après": dict.fromkeys(JOURS, 2.0)},
            titre="Familles refusées à tort, par jour de dépôt",
            resume="Avant, 97 familles sur 100 le mercredi ; après, 2 sur 100 tous les jours.",
            prevision={"mercredi": 30},
        ),
        courbe(
            [2018, 2019, 2020, 2021],
            {"mercredi": [95, 97, 96, 97], "autres jours": [3, 4, None, 3], "samedi": [3, 3, 4, 4]},
            titre="Refus par année",
            resume="Le mercredi reste près de 97 sur 100.",
            etiquette_x="Année",
            etiquette_y="refus sur 100",
        ),
    ]


def objets() -> list:
    """Tous les objets, dans l'ordre où un carnet les montre."""
    return [
        *cartes(),
        Tableau(REFUS, "Refus par jour", formats={"Refus": "sur_cent"}),
        Tableau(ARCHIVES, "Les archives", max_lignes=3),
        *figures(),
        manette(),
        *scenes(),
    ]


def page(theme: str = "clair", contenus: list | None = None) -> str:
    """La page entière ; « sombre » porte l'attribut que pose JupyterLab."""
    sombre = theme == "sombre"
    fond = "#111111" if sombre else "#ffffff"
    corps = "".join(o._repr_html_() for o in (contenus or objets()))
    return (
        f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Galerie</title>'
        f'<meta name="viewport" content="width=device-width"></head>'
        f'<body data-jp-theme-light="{"false" if sombre else "true"}" style="background:{fond};margin:8px">'
        f"<main><h1 style='color:{'#fff' if sombre else '#000'}'>Galerie</h1>{corps}</main></body></html>"
    )
