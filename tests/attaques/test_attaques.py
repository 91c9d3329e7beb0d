"""Des copies hostiles au milieu d'une classe : aucune n'y gagne, aucune ne nuit à une autre, la correction finit.

Trois classes : les témoins seuls, les témoins et toutes les attaques, les mêmes en utilisateur ordinaire. Le carnet de
notes de la deuxième, sans les attaquants, est celui de la première, ligne à ligne.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import socket
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import psutil
import pytest

from tests.attaques.attaque import ATTEINT
from tests.attaques.liste import TOUTES, VITES
from tests.correction.court import DEVOIR, EXERCICES, Classe, Copie

TEMOINS = {"aaa-temoin": Copie(), "mmm-temoin": Copie(), "zzz-temoin": Copie()}
SECRET = "la phrase de la classe, que personne ne devine"
pytestmark = pytest.mark.timeout(3600)
REGLAGES = """
c.Executer.calcul_cellule = 4.0
c.Executer.calcul_carnet = 40.0
c.Executer.limite = 4.0
c.Executer.attente = 120.0
c.Executer.limites = {"memoire": 1_500_000_000, "processus": 64, "fichier": 60_000_000,
                       "somme_des_fichiers": 90_000_000}
"""


class Guet:
    """De quoi être joint : TCP, UDP, une prise nommée et une abstraite ; `recus` : ce qui est arrivé."""

    def __init__(self, dossier: Path, pile: contextlib.ExitStack) -> None:
        self.recus: list[str] = []
        self.prise = str(dossier / "prise")
        self.tcp = pile.enter_context(socket.create_server(("0.0.0.0", 0)))
        udp = pile.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        udp.bind(("0.0.0.0", 0))
        self.port, self.udp = self.tcp.getsockname()[1], udp.getsockname()[1]
        self._suivre("udp", lambda: udp.recv(1))
        self._suivre("tcp", self.tcp.accept)
        for adresse in (self.prise, "\0" + self.prise):
            locale = pile.enter_context(socket.socket(socket.AF_UNIX))
            locale.bind(adresse)
            locale.listen()
            self._suivre(adresse, locale.accept)
        os.chmod(self.prise, 0o777)

    def _suivre(self, nom: str, attendre: Any) -> None:
        def guetter() -> None:
            with contextlib.suppress(OSError):
                while True:
                    attendre()
                    self.recus.append(nom)

        threading.Thread(target=guetter, daemon=True).start()


@dataclass
class Corrigee:
    """Une classe corrigée, et ce qui en a été vu avant et après."""

    classe: Classe
    fini: Any
    guet: Guet
    avant: dict[str, str]
    processus: set[int]
    notes: dict[Any, Any] = field(default_factory=dict)
    lignes: dict[str, Any] = field(default_factory=dict)


def empreintes(classe: Classe) -> dict[str, str]:
    """Tout ce que des copies ne doivent pas changer : contenu et droits."""
    vues = {}
    lieux = [
        classe.racine / "course",
        classe.racine / "jupyter",
        classe.classe / "submitted",
        classe.classe / "release",
    ]
    for chemin in [*(f for lieu in lieux for f in lieu.rglob("*")), classe.classe / "secret.txt", classe.classe]:
        mode = oct(stat.S_IMODE(chemin.lstat().st_mode))
        corps = hashlib.sha256(chemin.read_bytes()).hexdigest() if chemin.is_file() and not chemin.is_symlink() else ""
        vues[str(chemin.relative_to(classe.racine))] = mode + corps
    return vues


def deposer(classe: Classe, guet: Guet, eleve: str, copie: Copie) -> None:
    classe.deposer(eleve, copie)
    mots = {"@CLASSE@": str(classe.classe), "@PORT@": str(guet.port), "@UDP@": str(guet.udp), "@PRISE@": guet.prise}
    mots["@IP@"] = next((a.address for n in psutil.net_if_addrs().values() for a in n if a.family == socket.AF_INET
                         and not a.address.startswith("127.")), "127.0.0.2")  # fmt: skip
    for chemin in classe.dossier(eleve).rglob("*"):
        if chemin.suffix == ".ipynb" and not chemin.is_symlink():
            texte = chemin.read_text(encoding="utf-8")
            for mot, valeur in mots.items():
                texte = texte.replace(mot, valeur)
            chemin.write_text(texte, encoding="utf-8")


def preparer(racine: Path, copies: dict[str, Copie], pile: contextlib.ExitStack, reglages: str = REGLAGES) -> Corrigee:
    """La classe distribuée, son secret, un JupyterLab qui tourne, les copies déposées."""
    classe = Classe(racine, reglages=reglages)
    (classe.classe / "secret.txt").write_text(SECRET, encoding="utf-8")
    os.chmod(classe.classe / "secret.txt", 0o600)
    guet = Guet(racine, pile)
    (racine / "jupyter").mkdir()
    jeton = {"url": f"http://127.0.0.1:{guet.port}/", "token": "jeton"}
    (racine / "jupyter" / "jpserver-1.json").write_text(json.dumps(jeton), encoding="utf-8")
    for eleve, copie in sorted({**TEMOINS, **copies}.items()):
        deposer(classe, guet, eleve, copie)
    return Corrigee(classe, None, guet, empreintes(classe), {p.pid for p in psutil.process_iter()})


def corriger(corrigee: Corrigee, *arguments: str) -> Corrigee:
    classe = corrigee.classe
    corrigee.fini = classe.corriger(*arguments)
    (classe.racine / "sortie.txt").write_text(corrigee.fini.stdout + corrigee.fini.stderr, encoding="utf-8")
    corrigee.notes, corrigee.lignes = classe.notes(), classe.lignes()
    return corrigee


@pytest.fixture(scope="module")
def pile() -> Iterator[contextlib.ExitStack]:
    with contextlib.ExitStack() as ouverte:
        yield ouverte


@pytest.fixture(scope="module")
def sans_attaquants(tmp_path_factory: pytest.TempPathFactory, pile: contextlib.ExitStack) -> Corrigee:
    return corriger(preparer(tmp_path_factory.mktemp("classe tranquille"), {}, pile))


@pytest.fixture(scope="module", params=[pytest.param("vites", marks=pytest.mark.classe),
                                        pytest.param("toutes", marks=pytest.mark.attaque)])  # fmt: skip
def attaquee(request: Any, tmp_path_factory: pytest.TempPathFactory, pile: contextlib.ExitStack) -> Corrigee:
    copies = VITES if request.param == "vites" else TOUTES
    corrigee = preparer(tmp_path_factory.mktemp("classe attaquée"), copies, pile)
    corriger(corrigee, "--processus", "6")
    corrigee.retours = corrigee.classe.nbgrader("generate_feedback", DEVOIR, "--force", reussite=False)
    return corrigee


def ecarts(corrigee: Corrigee, copies: dict[str, Copie]) -> dict[str, Any]:
    """Élève -> ce qui n'est pas ce qu'il fallait."""
    trouves = {}
    for eleve, copie in copies.items():
        obtenues = {e: corrigee.notes.get((eleve, e)) for e in EXERCICES}
        ligne = corrigee.lignes[eleve]
        bon_etat = ligne.etat == copie.etat if copie.etat else ligne.etat != "en_panne"
        juste = obtenues == copie.attendus() if copie.attendus() is not None else None not in obtenues.values()
        if not (bon_etat and juste):
            trouves[eleve] = (obtenues, ligne.etat, ligne.remarques)
    return trouves


def _copies(corrigee: Corrigee) -> dict[str, Copie]:
    return {e: c for e, c in {**TEMOINS, **TOUTES}.items() if e in corrigee.lignes}


def test_chaque_attaque_obtient_l_etat_et_la_note_attendus(attaquee: Corrigee) -> None:
    assert ecarts(attaquee, _copies(attaquee)) == {}
    assert "panne" not in attaquee.fini.stdout


def test_les_autres_ont_le_meme_carnet_de_notes_ligne_a_ligne(attaquee: Corrigee, sans_attaquants: Corrigee) -> None:
    assert lignes_du_carnet(attaquee) == lignes_du_carnet(sans_attaquants)


def lignes_du_carnet(corrigee: Corrigee) -> list[tuple]:
    """Le schéma, et chaque note et commentaire des témoins."""
    with closing(sqlite3.connect(corrigee.classe.classe / "gradebook.db")) as base:
        schema = base.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
        notes = base.execute(
            "SELECT s.student_id, b.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade "
            "FROM grade g JOIN base_cell b ON g.cell_id = b.id JOIN submitted_notebook n ON g.notebook_id = n.id "
            "JOIN submitted_assignment s ON n.assignment_id = s.id WHERE s.student_id LIKE '%temoin' ORDER BY 1, 2"
        ).fetchall()
    return [*schema, *notes]


def test_enonces_copies_et_secret_sont_intacts(attaquee: Corrigee) -> None:
    apres = empreintes(attaquee.classe)
    changes = {c for c in attaquee.avant.keys() | apres.keys() if attaquee.avant.get(c) != apres.get(c)}
    # la préparation met de côté, avant d'exécuter, ce qui bloquerait la classe
    dossiers = ("liens-rendus", "noms-hostiles", "date-absurde")
    assert {c for c in changes if not any(f"submitted/{d}/" in c for d in dossiers)} == set()
    assert oct((attaquee.classe.classe / "gradebook.db").stat().st_mode & 0o777) in ("0o644", "0o664")


def test_rien_n_a_ete_atteint(attaquee: Corrigee) -> None:
    assert attaquee.guet.recus == []
    fautives = [
        chemin.parts[-3]
        for chemin in (attaquee.classe.classe / "autograded").rglob("*.ipynb")
        for cellule in nbformat.read(chemin, as_version=4).cells
        if any(ATTEINT in str(s) for s in cellule.get("outputs", ()) if s.output_type != "error")
    ]
    assert fautives == []


def test_rien_ne_survit_ni_ne_traine(attaquee: Corrigee) -> None:
    classe = attaquee.classe
    assert [f for f in classe.racine.rglob("*") if f.name.startswith(("temoin-", "00-piege", "piege"))] == []
    restes = []
    for processus in psutil.process_iter(["pid", "cmdline"]):
        commande = " ".join(processus.info["cmdline"] or [])
        nouveau = processus.pid not in attaquee.processus
        if nouveau and (str(classe.racine) in commande or "temoin-" in commande):
            restes.append(commande)
    assert restes == []


def test_les_retours_ne_portent_que_des_pages_sans_script(attaquee: Corrigee) -> None:
    pages = [f for f in (attaquee.classe.classe / "feedback").rglob("*") if f.is_file() or f.is_symlink()]
    eleves = {f.relative_to(attaquee.classe.classe / "feedback").parts[0] for f in pages}
    assert attaquee.retours.returncode == 0, attaquee.retours.stderr[-2000:]
    assert eleves == set(attaquee.lignes)
    for page in pages:
        assert not page.is_symlink() and page.suffix not in (".ipynb", ".db"), page
        texte = page.read_text(encoding="utf-8", errors="replace")
        assert SECRET not in texte and "<script>piege" not in texte and "SQLite format" not in texte, page


def test_le_tableau_n_envoie_rien_au_terminal_et_le_flot_est_coupe(attaquee: Corrigee) -> None:
    assert "\x1b" not in attaquee.fini.stdout and "\x07" not in attaquee.fini.stdout
    gros = {f.parts[-3]: f.stat().st_size for f in (attaquee.classe.classe / "autograded").rglob("*.ipynb")}
    assert {e for e, poids in gros.items() if poids > 70_000_000} == set()
    assert gros["flot"] < 30_000_000
