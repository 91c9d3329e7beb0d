"""Le guide de qui apprend seul : il est écrit ; ses commandes, ses fonctions et ses liens existent."""

from __future__ import annotations

import re
from pathlib import Path

import chatmairie
from chatmairie.__main__ import COMMANDES

GUIDES = Path(__file__).resolve().parents[2] / "guide"
TEXTE = (GUIDES / "autodidacte.md").read_text(encoding="utf-8").replace("\xa0", " ")


def test_aucun_guide_n_est_vide() -> None:
    courts = [g.name for g in sorted(GUIDES.glob("*.md")) if len(g.read_text(encoding="utf-8").split()) < 300]
    assert courts == []


def test_ses_commandes_et_ses_fonctions_existent() -> None:
    commandes = set(re.findall(r"-m chatmairie ([\w-]+)", TEXTE))
    assert commandes <= set(COMMANDES) and commandes >= {"verifier", "indice", "options", "corrige", "deposer"}
    fonctions = set(re.findall(r"`(\w+)\(", TEXTE)) - {"attestation", "ecrire_grille"}
    assert fonctions <= set(chatmairie.__all__) and fonctions >= {"indice", "eprouver", "corrige", "relire"}


def test_ses_minutes_sont_celles_des_carnets_et_ses_liens_menent_quelque_part() -> None:
    for carnet in (GUIDES.parent / "course").glob("*/[0-9][0-9]_*.py"):
        annoncees = re.search(r"Environ (\d+) minutes", carnet.read_text(encoding="utf-8"))
        assert annoncees and re.search(rf"^\| {carnet.stem[:2]} [^|]+\| {annoncees[1]} \|", TEXTE, re.M), carnet.stem
    for lien in re.findall(r"\]\(([^)#]+)\)", TEXTE):
        assert (GUIDES / lien).is_file(), lien
    for ancre in re.findall(r"\]\(#([^)]+)\)", TEXTE):
        assert f'id="{ancre}"' in TEXTE, ancre
