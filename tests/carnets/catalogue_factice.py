"""Le catalogue de l'échantillon : deux exercices et une question ouverte, sans simulation."""

from chatmairie.juge.exercice import Controle, Exercice, Mondes, QuestionOuverte, Sujet


def exercice_factice(identifiant, points, productions, optionnel=False):
    """Un `Exercice` valable dont rien n'est joué."""
    return Exercice(
        identifiant=identifiant,
        titre=identifiant,
        niveau=1,
        duree_min=5,
        criteres=(),
        indices=("le tort", "la recommandation", "la forme"),
        productions=productions,
        mondes=Mondes(public=None, mute=lambda hasard: None),
        sujet=lambda hasard, monde: Sujet({}, {}),
        repondre=lambda productions, entrees: {},
        controles=(Controle("tout", points, lambda sujet, reponse: None),),
        optionnel=optionnel,
    )


OUVERTE = QuestionOuverte(
    identifiant="essai.ouverte",
    titre="Lettre aux parents de Léa",
    mots_max=120,
    duree_min=10,
    criteres=(),
    indicateurs=tuple((f"Indicateur de correction numéro {n}", f"Vous avez pensé au point {n}") for n in range(1, 7)),
)

EXERCICES = {
    e.identifiant: e
    for e in (
        exercice_factice("essai.compter", 9.0, ("compter",)),
        exercice_factice("essai.seuils", 8.0, ("SEUILS",)),
        exercice_factice("essai.optionnel", 2.0, ("extra",), optionnel=True),
        OUVERTE,
    )
}


def catalogue(identifiant):
    """L'exercice de ce nom, ou `KeyError` avec une phrase."""
    if identifiant not in EXERCICES:
        raise KeyError(f"Aucun exercice ne s'appelle « {identifiant} ».")
    return EXERCICES[identifiant]
