"""Corriger une classe : tout est nbgrader, étendu par ses propres points de branchement.

Les commandes : `python -m chatmairie.correction` ; les branchements : `chatmairie.carnets.reglages.config_nbgrader`.
"""

import sys

# L'import de jsonschema bâtit une grammaire des adresses, qu'aucun carnet n'emploie : deux secondes par processus.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
