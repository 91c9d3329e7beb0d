"""Combien de code dans le paquet, pièce par pièce.

    python -m outils.lignes [dossier]

Une ligne de code n'est ni blanche, ni un commentaire, ni une docstring, ni un import, ni de la prose. Une ligne est de
la prose quand des textes de plusieurs mots en occupent au moins la moitié.
"""

from __future__ import annotations

import ast
import io
import sys
import tokenize
from collections import Counter
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
PAQUET = RACINE / "src" / "chatmairie"
SORTES = ("code", "prose", "docstrings", "imports")
_MUETS = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


def compter(source: str) -> Counter[str]:
    """Les lignes de ce programme, par sorte."""
    sortes: dict[int, str] = {}
    for noeud in ast.walk(ast.parse(source)):
        match noeud:
            case ast.Expr(value=ast.Constant(value=str())):
                sorte = "docstrings"
            case ast.Import() | ast.ImportFrom():
                sorte = "imports"
            case _:
                continue
        sortes |= dict.fromkeys(range(noeud.lineno, (noeud.end_lineno or noeud.lineno) + 1), sorte)
    lignes, textes = source.split("\n"), Counter[int]()
    for jeton in tokenize.generate_tokens(io.StringIO(source).readline):
        if jeton.type in _MUETS:
            continue
        for rang in range(jeton.start[0], jeton.end[0] + 1):
            sortes.setdefault(rang, "code")
            debut = jeton.start[1] if rang == jeton.start[0] else 0
            morceau = lignes[rang - 1][debut : jeton.end[1] if rang == jeton.end[0] else None]
            if jeton.type == tokenize.STRING and " " in morceau:
                textes[rang] += len(morceau)
    for rang, longueur in textes.items():
        if sortes[rang] == "code" and 2 * longueur >= len(lignes[rang - 1].strip()):
            sortes[rang] = "prose"
    return Counter(sortes.values())


def du_paquet(paquet: Path = PAQUET) -> dict[str, Counter[str]]:
    """Pièce -> ses lignes par sorte, et ses modules."""
    pieces: dict[str, Counter[str]] = {}
    for fichier in sorted(paquet.rglob("*.py")):
        relatif = fichier.relative_to(paquet)
        piece = relatif.parts[0] if len(relatif.parts) > 1 else "(racine)"
        pieces.setdefault(piece, Counter()).update(compter(fichier.read_text(encoding="utf-8")) + Counter(modules=1))
    return pieces


def en_table(pieces: dict[str, Counter[str]]) -> str:
    """La table, en Markdown, et son total."""
    colonnes = ("modules", *SORTES)
    lignes = [f"| pièce | {' | '.join(colonnes)} |", "|---" * (len(colonnes) + 1) + "|"]
    total: Counter[str] = sum(pieces.values(), Counter())
    for piece, comptes in [*pieces.items(), ("**ensemble**", total)]:
        lignes.append(f"| {piece} | {' | '.join(str(comptes[c]) for c in colonnes)} |")
    return "\n".join(lignes)


if __name__ == "__main__":
    print(en_table(du_paquet(Path(sys.argv[1]) if len(sys.argv) > 1 else PAQUET)))
