"""La configuration de nbgrader pour ce cours (les commandes `nbgrader …` se lancent d'ici).

Les énoncés sont dans course/, un dossier par devoir ; tout ce qui appartient à une classe (énoncés
distribués, copies, corrections, carnet de notes) est dans classe/, que git ignore.

Vos mondes cachés, ceux d'une classe et d'elle seule : écrivez une phrase à vous dans le fichier
classe/secret.txt (ou dans la variable d'environnement CHATMAIRIE_SECRET, qui l'emporte). Sans elle,
les mondes cachés sont tirés d'une valeur publique : la note reste juste, mais un élève pourrait
retrouver ces mondes chez lui. Gardez la même phrase d'une correction à l'autre.
"""

import os
from pathlib import Path

try:
    from chatmairie.carnets.reglages import DOSSIER_CLASSE, config_nbgrader
    from chatmairie.juge.classe_en_cours import lire_le_fichier
except ImportError as erreur:
    # Une erreur ordinaire serait écrite au journal, puis nbgrader travaillerait ailleurs, avec d'autres réglages.
    raise SystemExit(
        f"nbgrader n'est pas lancé dans l'environnement du cours ({erreur}).\n"
        "Préparez-le par « make environnement », puis lancez .venv/bin/nbgrader."
    ) from erreur

RACINE = Path(__file__).resolve().parent
# Sans ce dossier, la première commande échouerait : le carnet de notes y est.
(RACINE / DOSSIER_CLASSE).mkdir(exist_ok=True)

c = get_config()  # noqa: F821 - fourni par nbgrader
c.merge(config_nbgrader(RACINE))

# Une classe faite par « make classe-neuve » : le nombre de la classe vient d'ici, jamais de la copie d'un élève.
for _fichier in sorted((RACINE / "course").glob("*/classe.json")):
    if (_monde := lire_le_fichier(_fichier)) is not None:
        os.environ.setdefault("CHATMAIRIE_CLASSE", str(_monde))

_secret = RACINE / DOSSIER_CLASSE / "secret.txt"
if _secret.is_file() and _secret.read_text(encoding="utf-8").strip():
    os.environ.setdefault("CHATMAIRIE_SECRET", _secret.read_text(encoding="utf-8").strip())
