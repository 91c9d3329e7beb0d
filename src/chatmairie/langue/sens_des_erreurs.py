"""Le catalogue des erreurs : ce que chacune veut dire, et où regarder.

Ce fichier change quand on rencontre une erreur de plus, et seulement alors.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_TYPES = {
    "int": "un nombre entier",
    "float": "un nombre à virgule",
    "str": "un texte",
    "list": "une liste",
    "tuple": "un tuple",
    "dict": "un dictionnaire",
    "set": "un ensemble",
    "bool": "un booléen (True ou False)",
    "NoneType": "None (rien)",
    "Series": "une colonne (Series)",
    "DataFrame": "une table (DataFrame)",
    "function": "une fonction",
    "method": "une fonction",
    "builtin_function_or_method": "une fonction",
    "ellipsis": "« ... » (rien d'écrit)",
    "ndarray": "un tableau NumPy",
}
_BIBLIOTHEQUES = {"np": "numpy as np", "pd": "pandas as pd"}


def _un(type_python: str) -> str:
    return _TYPES.get(type_python, f"un objet `{type_python}`")


Fait = tuple[str, str]
Regle = tuple[type, str, Callable[[re.Match], Fait]]

_REGLES: list[Regle] = [
    (
        KeyError,
        r"(\[.*\]) not in index|None of .*\[(.*?)\]",
        lambda m: (
            f"Une ou plusieurs colonnes demandées n'existent pas : {m[1] or m[2]}.",
            "Affichez `list(table.columns)` et comparez lettre à lettre.",
        ),
    ),
    (
        KeyError,
        r"Column(?:\(s\))? not found:? (.+?)[\"']?$",
        lambda m: (
            f"La colonne {_entre_guillemets(m[1])} n'existe pas.",
            "Vérifiez l'orthographe (accents, majuscules) ; `list(table.columns)` donne les noms des colonnes.",
        ),
    ),
    (
        KeyError,
        r"(.+)",
        lambda m: (
            f"La colonne ou la clé {_entre_guillemets(m[1])} n'existe pas.",
            "Vérifiez l'orthographe (accents, majuscules) ; `list(…)` donne les noms : les colonnes d'une table, "
            "les clés d'un dictionnaire.",
        ),
    ),
    (
        UnboundLocalError,
        r"variable '(\w+)'",
        lambda m: (
            f"Dans votre fonction, « {m[1]} » est utilisé avant d'avoir reçu une valeur.",
            "Donnez-lui une valeur avant cette ligne, dans tous les cas du `if`.",
        ),
    ),
    (
        NameError,
        r"name '(np|pd|re|html|math|random)'",
        lambda m: (
            f"Le nom « {m[1]} » n'existe pas ici : la bibliothèque n'est pas importée.",
            f"Ajoutez au-dessus de votre fonction : `import {_BIBLIOTHEQUES.get(m[1], m[1])}`.",
        ),
    ),
    (
        NameError,
        r"name '(\w+)'",
        lambda m: (
            f"Le nom « {m[1]} » n'existe pas ici.",
            "Vérifiez l'orthographe, exécutez la cellule qui le définit ; un texte se met entre guillemets.",
        ),
    ),
    (
        TypeError,
        r"(\w+)\(\) missing (\d+) required .*?argument",
        lambda m: (
            f"La fonction « {m[1]} » est appelée avec {m[2]} valeur(s) de moins qu'elle n'en demande.",
            "Comparez l'appel et la ligne `def` : chaque nom sans valeur par défaut doit être donné.",
        ),
    ),
    (
        TypeError,
        r"(\w+)\(\) takes .* (\d+) (?:was|were) given",
        lambda m: (
            f"La fonction « {m[1]} » reçoit plus de valeurs qu'elle n'en accepte ({m[2]} données).",
            "Comparez l'appel et la ligne `def` ; gardez les noms d'arguments de l'énoncé.",
        ),
    ),
    (
        TypeError,
        r"(\w+)\(\) got an unexpected keyword argument '(\w+)'",
        lambda m: (
            f"La fonction « {m[1]} » ne connaît pas l'argument « {m[2]} ».",
            "Gardez les noms d'arguments de l'énoncé ; vérifiez l'orthographe.",
        ),
    ),
    (
        TypeError,
        r"[Ee]llipsis",
        lambda m: (
            "Il reste des « ... » là où une valeur est attendue.",
            "Remplacez-les par votre réponse, puis exécutez la cellule.",
        ),
    ),
    (
        TypeError,
        r"'NoneType' object (?:is not|does not)",
        lambda m: (
            "Cette ligne utilise une valeur qui est None (rien).",
            "Une fonction d'avant ne renvoie rien : il manque peut-être `return` (ou elle modifie sans rendre).",
        ),
    ),
    (
        TypeError,
        r"'(\w+)' object is not callable",
        lambda m: (
            f"Des parenthèses suivent {_un(m[1])}, qui n'est pas une fonction.",
            "Crochets pour lire une colonne, parenthèses pour appeler ; un nom à vous cache-t-il une fonction ?",
        ),
    ),
    (
        TypeError,
        r"'(\w+)' object is not (?:subscriptable|iterable)",
        lambda m: (
            f"On ne peut pas parcourir ni lire entre crochets {_un(m[1])}.",
            "Affichez `type(...)` de cette valeur : est-ce bien la table ou la liste que vous pensez ?",
        ),
    ),
    (
        TypeError,
        r"operand type\(s\) for (\S+): '(\w+)' and '(\w+)'",
        lambda m: (
            f"L'opération « {m[1].rstrip(':')} » ne marche pas entre {_un(m[2])} et {_un(m[3])}.",
            "Convertissez l'une des deux valeurs (`int(...)`, `str(...)`), ou cherchez laquelle surprend.",
        ),
    ),
    (
        TypeError,
        r"'(\S+)' not supported between instances of '(\w+)' and '(\w+)'",
        lambda m: (
            f"On ne peut pas comparer (« {m[1]} ») {_un(m[2])} et {_un(m[3])}.",
            "Un nombre lu comme un texte, ou une valeur manquante ? Convertissez avant de comparer.",
        ),
    ),
    (
        TypeError,
        r"can only concatenate str|must be str, not (\w+)",
        lambda m: (
            "Un texte ne s'ajoute qu'à un texte.",
            'Écrivez `str(valeur)`, ou un texte à trous : `f"... {valeur}"`.',
        ),
    ),
    (
        TypeError,
        r"indices must be integers",
        lambda m: (
            "Les crochets reçoivent ici un nom, alors que la valeur est une liste ou un texte.",
            "Est-ce bien le dictionnaire ou la table que vous pensez ? Affichez `type(...)`.",
        ),
    ),
    (
        TypeError,
        r"unhashable type: '(\w+)'",
        lambda m: (
            f"{_un(m[1])[0].upper()}{_un(m[1])[1:]} ne peut pas servir de clé ni entrer dans un ensemble.",
            "Utilisez un texte, un nombre ou un tuple.",
        ),
    ),
    (
        ValueError,
        r"truth value of an? \S+(?: with more than one element)? is ambiguous",
        lambda m: (
            "Un `if`, `and`, `or` ou `not` porte sur une colonne entière, qui n'est ni vraie ni fausse.",
            "Entre colonnes, utilisez `&`, `|` et `~`, avec des parenthèses ; sinon `.any()` ou `.all()`.",
        ),
    ),
    (
        ValueError,
        r"could not convert string to float: (.+)|invalid literal for int\(\).*: (.+)",
        lambda m: (
            f"Le texte {_entre_guillemets(m[1] or m[2])} ne peut pas devenir un nombre.",
            "Une valeur comme « NC » est restée dans la colonne, ou une colonne de texte est donnée à un modèle.",
        ),
    ),
    (
        ValueError,
        r"contains? NaN|cannot convert float NaN|non-finite values",
        lambda m: (
            "Il reste des valeurs manquantes là où il faut des nombres.",
            "Décidez quoi en faire, et demandez-vous qui disparaît si vous supprimez ces lignes.",
        ),
    ),
    (
        ValueError,
        r"inconsistent numbers of samples",
        lambda m: (
            "Les tables données au modèle n'ont pas le même nombre de lignes.",
            "Filtrez les deux de la même façon, avant de les séparer.",
        ),
    ),
    (
        ValueError,
        r"(not enough|too many) values to unpack",
        lambda m: (
            "Le nombre de noms à gauche du « = » n'est pas le nombre de valeurs à droite.",
            "Comptez-les ; affichez la valeur de droite.",
        ),
    ),
    (
        ValueError,
        r"Length of values|All arrays must be of the same length|Columns must be same length",
        lambda m: (
            "La longueur de ce que vous posez dans la table n'est pas celle de la table.",
            "Il faut une valeur par ligne ; partez d'une colonne de la même table.",
        ),
    ),
    (
        ValueError,
        r"identically-labeled",
        lambda m: (
            "Les deux colonnes comparées n'ont pas les mêmes lignes.",
            "Partez de la même table, ou alignez les index.",
        ),
    ),
    (
        ValueError,
        r"time data|does ?n[o']t match format",
        lambda m: (
            "Une date n'a pas la forme annoncée.",
            "Plusieurs formes de dates se mêlent : regardez quelques valeurs de la colonne.",
        ),
    ),
    (
        ValueError,
        r"read-only",
        lambda m: ("Cette donnée est en lecture seule.", "Travaillez sur une copie : `table = table.copy()`."),
    ),
    (
        ZeroDivisionError,
        r"",
        lambda m: (
            "Votre code divise par zéro.",
            "Quel groupe est vide ? Décidez ce que vaut un taux quand il n'y a personne.",
        ),
    ),
    (
        IndexError,
        r"",
        lambda m: (
            "Cette ligne demande un élément qui n'existe pas : la liste ou la table est plus courte, peut-être vide.",
            "Le premier rang est 0 ; affichez `len(...)` avant cette ligne.",
        ),
    ),
    (
        AttributeError,
        r"'NoneType' object has no attribute '(\w+)'",
        lambda m: (
            f"Cette ligne demande « .{m[1]} » à une valeur qui est None (rien).",
            "Une fonction d'avant ne renvoie rien : il manque peut-être `return`.",
        ),
    ),
    (
        AttributeError,
        r"'(\w+)' object has no attribute '(\w+)'",
        lambda m: (
            f"« .{m[2]} » n'existe pas pour {_un(m[1])}.",
            "Vérifiez l'orthographe et le type ; pour une colonne, les crochets sont plus sûrs que le point.",
        ),
    ),
    (
        AttributeError,
        r"module '([\w.]+)' has no attribute '(\w+)'",
        lambda m: (
            f"Le module « {m[1]} » ne contient pas « {m[2]} ».",
            "Vérifiez l'orthographe dans sa documentation.",
        ),
    ),
    (
        ImportError,
        r"No module named '([\w.]+)'",
        lambda m: (
            f"Le module « {m[1]} » n'est pas installé ici.",
            "L'exercice se fait avec ce qui est importé en haut du carnet.",
        ),
    ),
    (
        RecursionError,
        r"",
        lambda m: (
            "Votre fonction s'appelle elle-même sans s'arrêter.",
            "Il manque un cas où elle répond sans se rappeler.",
        ),
    ),
    (
        FileNotFoundError,
        r"",
        lambda m: (
            "Le fichier demandé n'existe pas à cet endroit.",
            "L'exercice se fait avec les données que la fonction reçoit.",
        ),
    ),
    (
        MemoryError,
        r"",
        lambda m: (
            "Votre code demande trop de mémoire.",
            "Une table est sans doute multipliée par elle-même (jointure, liste sans fin).",
        ),
    ),
    (
        AssertionError,
        r"",
        lambda m: ("Un `assert` écrit dans votre code n'est pas vérifié.", "Affichez les deux valeurs qu'il compare."),
    ),
    (
        IndentationError,
        r"unexpected indent|unindent does not match",
        lambda m: (
            "Une ligne ne commence pas à la bonne hauteur.",
            "Si elle n'est pas dans une fonction, elle commence tout à gauche : effacez l'espace qui la précède "
            "(il en reste souvent un après un # retiré).",
        ),
    ),
    (
        IndentationError,
        r"",
        lambda m: (
            "Le décalage des lignes (l'indentation) n'est pas régulier.",
            "Quatre espaces par niveau, après chaque ligne qui finit par « : ».",
        ),
    ),
    (
        SyntaxError,
        r"invalid character '[“”«»‘’„]",
        lambda m: (
            "Ces guillemets ne sont pas ceux que Python connaît (ils viennent d'un traitement de texte).",
            'Effacez-les et tapez des guillemets droits au clavier : ".',
        ),
    ),
    (
        SyntaxError,
        r"invalid (non-printable )?character",
        lambda m: (
            "Un caractère de cette ligne n'a pas de sens pour Python (un « … » recopié, une espace spéciale).",
            "Effacez-le et retapez la ligne au clavier.",
        ),
    ),
    (
        SyntaxError,
        r"unterminated (triple-quoted )?(f-)?string",
        lambda m: (
            "Un guillemet ouvert n'est pas refermé.",
            "Chaque texte commence et finit par le même guillemet ; un texte qui contient une apostrophe "
            'se met entre guillemets doubles : "l\'enfant".',
        ),
    ),
    (
        SyntaxError,
        r"was never closed|incomplete input|unexpected EOF|does not match opening|unmatched",
        lambda m: (
            "Une parenthèse, un crochet ou une accolade n'a pas son pendant.",
            "Comptez-les : autant de ( que de ), de [ que de ], de { que de }. Comparez avec la ligne d'exemple.",
        ),
    ),
    (
        SyntaxError,
        r"positional argument follows keyword|positional patterns",
        lambda m: (
            "Une décision a plusieurs réponses, mais elles ne sont pas entre crochets.",
            'Mettez-les entre crochets, séparées par des virgules : ["…", "…"].',
        ),
    ),
    (
        SyntaxError,
        r"leading zeros|invalid decimal literal",
        lambda m: (
            "Un nombre est mal écrit, ou un texte qui commence par un chiffre n'a pas de guillemets.",
            "Un nombre s'écrit sans zéro devant (412, pas 0412), avec un point pour la virgule ; un texte, entre "
            "guillemets droits.",
        ),
    ),
    (
        SyntaxError,
        r"forgot a comma|invalid syntax|expected ':'|cannot assign|expected",
        lambda m: (
            "Il manque sans doute une virgule, un guillemet, un signe « = » ou « : », sur cette ligne ou juste avant.",
            "Comparez avec la ligne d'exemple, signe par signe. Deux instructions ne tiennent pas sur une même ligne.",
        ),
    ),
    (
        SyntaxError,
        r"",
        lambda m: (
            "Python ne comprend pas l'écriture de cette ligne.",
            "Parenthèse, guillemet ou « : » oublié, ici ou sur la ligne d'avant.",
        ),
    ),
    (
        NotImplementedError,
        r"",
        lambda m: ("Cette partie n'est pas encore écrite.", "Remplacez les « ... » par votre réponse."),
    ),
]


def _entre_guillemets(mot: str) -> str:
    return f"« {mot.strip().strip(chr(39) + chr(34))} »"


def sens(exc: BaseException, message: str) -> Fait:
    for genre, motif, dire in _REGLES:
        if isinstance(exc, genre):
            trouve = re.search(motif, message)
            if trouve:
                return dire(trouve)
    if isinstance(exc, TypeError):
        return (
            "Une opération reçoit une valeur qui n'est pas du bon type.",
            "Affichez `type(...)` des valeurs de cette ligne.",
        )
    if isinstance(exc, ValueError):
        return "Une fonction reçoit une valeur qu'elle ne peut pas traiter.", "Affichez les valeurs de cette ligne."
    return "Python n'a pas pu continuer.", "Affichez les valeurs utilisées sur cette ligne, une par une."
