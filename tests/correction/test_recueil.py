"""Recueillir ce qu'un formateur reçoit : dix formes d'envois faites ici, aucune correction."""

from __future__ import annotations

import json
import os
import shutil
import time
import unicodedata
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest

from chatmairie.correction import lot, recueil, recueil_sources
from chatmairie.correction.liste_d_eleves import Annuaire, Inscrit
from chatmairie.correction.recueil_sources import nom_sur
from tests.correction.court import DEVOIR, EXERCICES, Classe, cellule, remplir

ELEVES = (
    ("zoe-petit", "Zoé", "Petit", "zoe.petit@exemple.fr"),
    ("ana-maria-le-goff", "Ana-Maria", "Le Goff", "ana@exemple.fr"),
    ("leo-d-arc", "Léo", "D'Arc", ""),
)
MOODLE = "Petit Zoé_12345_assignsubmission_file"
"""Depuis Moodle 4.1 ; avant, le nom finissait par « _ »."""

HIER, AVANT_HIER = (2026, 3, 12, 8, 30, 0), (2026, 3, 11, 8, 30, 0)


@pytest.fixture(scope="module")
def distribuee(tmp_path_factory: pytest.TempPathFactory) -> Classe:
    classe = Classe(tmp_path_factory.mktemp("classe"))
    lignes = ["id,first_name,last_name,email", *(",".join(e) for e in ELEVES)]
    (classe.classe / "eleves.csv").write_text("\n".join(lignes) + "\n", encoding="utf-8")
    return classe


@pytest.fixture
def classe(distribuee: Classe, monkeypatch: pytest.MonkeyPatch) -> Classe:
    """La classe distribuée, sans aucune copie."""
    monkeypatch.chdir(distribuee.racine)
    for nom in ("submitted", "mis_de_cote"):
        shutil.rmtree(distribuee.classe / nom, ignore_errors=True)
    (distribuee.classe / recueil.REGISTRE).unlink(missing_ok=True)
    return distribuee


def _carnet(classe: Classe, marque: str = "", vide: bool = False) -> bytes:
    fait = classe.distribue if vide else remplir(classe.distribue)
    fait = nbformat.from_dict(json.loads(json.dumps(fait)))
    if marque:
        cellule(fait, EXERCICES[0].replace(".", "-")).source += f"\n# {marque}"
    return nbformat.writes(fait).encode()


def _zip(chemin: Path, membres: dict[str, bytes], quand: tuple[int, ...] | dict[str, tuple[int, ...]] = HIER) -> Path:
    with zipfile.ZipFile(chemin, "w", zipfile.ZIP_DEFLATED) as archive:
        for nom, contenu in membres.items():
            date = quand.get(nom, HIER) if isinstance(quand, dict) else quand
            archive.writestr(zipfile.ZipInfo(nom, date), contenu, zipfile.ZIP_DEFLATED)
    return chemin


def _dossier(racine: Path, fichiers: dict[str, bytes]) -> Path:
    for nom, contenu in fichiers.items():
        (racine / nom).parent.mkdir(parents=True, exist_ok=True)
        (racine / nom).write_bytes(contenu)
    return racine


def _recueillir(classe: Classe, *sources: Path, oui: bool = True, options: tuple[str, ...] = ()) -> int:
    return recueil.principal(
        [f"--racine={classe.racine}", *(["--oui"] if oui else []), *options, *(str(s) for s in sources)]
    )


def _rendus(classe: Classe) -> dict[str, bytes]:
    racine = classe.classe / "submitted"
    return {f.relative_to(racine).as_posix(): f.read_bytes() for f in sorted(racine.rglob("*")) if f.is_file()}


def _sauvegarde(contenu: bytes) -> bytes:
    from chatmairie.parcours.sauvegarde import FORMAT

    carnet = {"modifie": 1.7e9, "carnet": json.loads(contenu)}
    return json.dumps({"format": FORMAT, "version": 1, "carnets": {"02/02.ipynb": carnet}}).encode()


def _forme_texte(_contenu: bytes) -> bytes:
    return (
        b'# %% role="reponse" exercice="donnees.taux"\ndef taux_de_refus(archives, par):\n    return {}\n\n'
        b'# %% role="reponse" exercice="donnees.colonnes"\nCOLONNES = []\n'
    )


NOM = f"zoe-petit/{DEVOIR}/{DEVOIR}.ipynb"
Faire = Callable[[Path, bytes], Path]
ENVOIS: dict[str, tuple[Faire, str]] = {
    "moodle": (lambda d, c: _zip(d / "travaux.zip", {f"{MOODLE}/{DEVOIR}.ipynb": c}), NOM),
    "moodle-a-plat": (lambda d, c: _zip(d / "travaux.zip", {f"{MOODLE}_{DEVOIR}.ipynb": c}), NOM),
    "moodle-decompresse": (lambda d, c: _dossier(d / "x", {f"{MOODLE}/carnet (1).ipynb": c}), NOM),
    "courriels": (lambda d, c: _dossier(d / "x", {"PETIT_90_court_v2.ipynb": c}), NOM),
    "courriels-colles": (lambda d, c: _dossier(d / "x", {"02_donnees_ZoePetit.ipynb": c}), NOM),
    "teams": (lambda d, c: _dossier(d / "x", {"Zoé Petit/Devoir 2/Version 1/carnet.ipynb": c}), NOM),
    "accents-decomposes": (
        lambda d, c: _dossier(d / "x", {unicodedata.normalize("NFD", "PETIT zoé - copie.ipynb"): c}), NOM,
    ),
    "zip-dans-un-zip": (
        lambda d, c: _zip(d / "t.zip", {"zoe.petit.zip": _zip(d / "i.zip", {"travail/x.ipynb": c}).read_bytes()}), NOM,
    ),
    "zip-renomme-en-carnet": (
        lambda d, c: _dossier(d / "x", {"Zoe Petit.ipynb": _zip(d / "i.zip", {"x.ipynb": c}).read_bytes()}), NOM,
    ),
    "sauvegarde": (
        lambda d, c: _dossier(d / "x", {"Zoé PETIT/sauvegarde.json": _sauvegarde(c)}),
        f"zoe-petit/{DEVOIR}/sauvegarde.json",
    ),
    "forme-texte": (
        lambda d, c: _dossier(d / "x", {"zoe-petit/90_court.py": _forme_texte(c)}),
        f"zoe-petit/{DEVOIR}/90_court.py",
    ),
    "dossier-de-nbgrader": (lambda d, c: _dossier(d / "x", {f"zoe-petit/{DEVOIR}/{DEVOIR}.ipynb": c}), NOM),
}  # fmt: skip


@pytest.mark.parametrize("forme", ENVOIS)
def test_chaque_forme_d_envoi_est_rangee_a_sa_place(
    classe: Classe, forme: str, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    faire, attendu = ENVOIS[forme]
    source = faire(tmp_path, _carnet(classe))
    assert _recueillir(classe, source) in (0, 1)
    ranges = _rendus(classe)
    assert attendu in ranges, capsys.readouterr()
    if attendu == NOM:
        assert ranges[NOM] == _carnet(classe)
    dit = capsys.readouterr().out
    assert "Zoé Petit, " in dit and DEVOIR in dit and f"corriger {DEVOIR}" in dit
    assert source.exists(), "ce qui a été reçu n'est pas touché"
    assert _recueillir(classe, source) in (0, 1) and _rendus(classe) == ranges, "une seconde fois ne change rien"


def test_sans_accord_tout_est_montre_et_rien_n_est_range(
    classe: Classe, tmp_path: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _zip(tmp_path / "t.zip", {f"{MOODLE}/{DEVOIR}.ipynb": _carnet(classe)})
    monkeypatch.setattr("sys.stdin", open(os.devnull, encoding="utf-8"))
    assert _recueillir(classe, source, oui=False) == 1
    dit = capsys.readouterr().out
    assert "Zoé Petit, retenu" in dit and "--oui" in dit and "Rien dans cet envoi pour" in dit and "Léo D'Arc" in dit
    for reponse, ranges in (("non", 0), ("oui", 1)):
        monkeypatch.setattr(recueil.sys, "stdin", type("Terminal", (), {"isatty": staticmethod(lambda: True)}))
        monkeypatch.setattr("builtins.input", lambda _question, r=reponse: r)
        _recueillir(classe, source, oui=False)
        assert sum(nom.endswith(".ipynb") for nom in _rendus(classe)) == ranges


def test_ce_qui_n_est_pas_reconnu_est_montre_et_le_reste_est_range(
    classe: Classe, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    autre = nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")])).encode()
    source = _dossier(
        tmp_path / "recu",
        {
            "Zoé Petit/carnet.ipynb": _carnet(classe), "Inconnue Personne.ipynb": _carnet(classe, "x"),
            "Petit Julien/carnet.ipynb": _carnet(classe, "y"), "Léo D'Arc/Untitled.ipynb": autre,
            "Le Goff Ana Maria/rapport.pdf": b"%PDF-1.4", "Ana-Maria LE GOFF/vide.ipynb": b"",
            "Ana-Maria LE GOFF/travail.rar": b"Rar!",
        },
    )  # fmt: skip
    assert _recueillir(classe, source) == 1
    dit = capsys.readouterr().out
    perdus = dit[dit.index("Pas reconnu") :]
    assert "Inconnue Personne.ipynb" in perdus and "Petit Julien" in perdus and "Untitled.ipynb" in perdus
    assert set(_rendus(classe)) == {
        NOM, f"ana-maria-le-goff/{DEVOIR}/rapport.pdf", f"ana-maria-le-goff/{DEVOIR}/{DEVOIR}.ipynb",
        f"ana-maria-le-goff/{DEVOIR}/travail.rar",
    }  # fmt: skip
    assert "sortez-en le carnet" in dit and "vide ou illisible" in dit


def test_v2_remplace_v1_qui_est_gardee_et_les_dates_sont_celles_de_l_archive(classe: Classe, tmp_path: Path) -> None:
    v1, v2, vide = _carnet(classe, "v1"), _carnet(classe, "v2"), _carnet(classe, vide=True)
    dossier = classe.dossier("zoe-petit")
    _recueillir(classe, _zip(tmp_path / "un.zip", {f"{MOODLE}/{DEVOIR}.ipynb": v1}, AVANT_HIER))
    (dossier / f"{DEVOIR}.ipynb").touch()  # ouvert et enregistré depuis : la date de nbgrader fait foi
    _recueillir(classe, _zip(tmp_path / "deux.zip", {f"{MOODLE}/{DEVOIR}.ipynb": v2}))
    assert (dossier / f"{DEVOIR}.ipynb").read_bytes() == v2
    assert (dossier / f"{DEVOIR} (écarté).ipynb").read_bytes() == v1
    ecrite = datetime.strptime((dossier / "timestamp.txt").read_text().strip(), "%Y-%m-%d %H:%M:%S.%f UTC")
    assert ecrite.replace(tzinfo=UTC).timestamp() == time.mktime((*HIER, 0, 0, -1))
    assert (dossier / f"{DEVOIR}.ipynb").stat().st_mtime == time.mktime((*HIER, 0, 0, -1))
    # une version plus ancienne, ou une version vide plus récente, ne prend pas la place
    _recueillir(classe, _zip(tmp_path / "t.zip", {f"{MOODLE}/x.ipynb": _carnet(classe, "v0")}, (2026, 3, 1, 8, 0, 0)))
    _recueillir(classe, _zip(tmp_path / "q.zip", {f"{MOODLE}/x.ipynb": vide}, (2026, 3, 20, 8, 0, 0)))
    assert (dossier / f"{DEVOIR}.ipynb").read_bytes() == v2
    assert len(list(dossier.glob("*(écarté)*.ipynb"))) == 3, "rien n'est perdu"


def test_entre_pieces_de_courriels_la_version_du_nom_l_emporte_sur_la_date_du_fichier(
    classe: Classe, tmp_path: Path
) -> None:
    source = _dossier(tmp_path / "x", {f"PETIT_v{n}.ipynb": _carnet(classe, f"v{n}") for n in (1, 2)})
    os.utime(source / "PETIT_v2.ipynb", (1e9, 1e9))
    _recueillir(classe, source)
    assert _rendus(classe)[NOM] == _carnet(classe, "v2")
    assert f"zoe-petit/{DEVOIR}/timestamp.txt" not in _rendus(classe), "la date d'un fichier enregistré ne prouve rien"


def test_les_pieces_restent_aupres_de_leur_carnet(classe: Classe, tmp_path: Path) -> None:
    source = _zip(
        tmp_path / "t.zip",
        {f"{MOODLE}/rendu/{DEVOIR}.ipynb": _carnet(classe), f"{MOODLE}/rendu/donnees/a.csv": b"a;b\n"},
    )
    assert _recueillir(classe, source) == 0
    assert f"zoe-petit/{DEVOIR}/donnees/a.csv" in _rendus(classe)
    registre = json.loads((classe.classe / recueil.REGISTRE).read_text(encoding="utf-8"))
    assert registre == {DEVOIR: {"zoe-petit": MOODLE}}


def test_la_date_de_nbgrader_suit_sa_copie(classe: Classe, tmp_path: Path) -> None:
    envoi = {f"{DEVOIR}.ipynb": _carnet(classe), "timestamp.txt": b"2026-03-10 10:00:00.000000 UTC"}
    _recueillir(classe, _dossier(tmp_path / "x", {f"zoe-petit/{DEVOIR}/{n}": c for n, c in envoi.items()}))
    assert (classe.dossier("zoe-petit") / "timestamp.txt").read_text().startswith("2026-03-10 10:00:00")


def test_un_zip_decompresse_dans_submitted_est_dit_par_corriger_et_range_par_recueillir(
    classe: Classe, capsys: pytest.CaptureFixture
) -> None:
    rendus = _dossier(classe.classe / "submitted", {f"{MOODLE}/{DEVOIR}.ipynb": _carnet(classe)})
    assert lot.principal([f"--racine={classe.racine}"]) == lot.IMPOSSIBLE
    assert "recueillir" in capsys.readouterr().err
    assert _recueillir(classe, rendus) == 0 and NOM in _rendus(classe)


def test_une_sauvegarde_de_deux_devoirs_va_dans_les_deux(classe: Classe, tmp_path: Path) -> None:
    fait = recueil.Recueil(None, {}, [Inscrit("zoe-petit", "Zoé", "Petit")])
    fait.dossier = lambda eleve, devoir: tmp_path / eleve / devoir  # type: ignore[method-assign]
    source = _dossier(tmp_path / "x", {"zoe-petit.json": b"{}"}) / "zoe-petit.json"
    _dossier(tmp_path / "zoe-petit", {"02/zoe-petit.json": b"{}"})
    recu = recueil_sources.Recu(source, (source.name,))
    fait.envois.append(recueil.Envoi(recu, fait.inscrits[0], ["02", "03"]))
    fait.decider()
    assert fait.envois[0].gestes == {"02": recueil.DEJA_LA, "03": recueil.JOINT} and fait.ranger() == 1
    assert (tmp_path / "zoe-petit" / "03" / "zoe-petit.json").is_file()


# --- ce qui protège la machine ---------------------------------------------------------------------


def test_une_archive_ne_sort_jamais_de_son_brouillon(
    classe: Classe, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    lien = zipfile.ZipInfo("Zoé Petit/lien.ipynb", HIER)
    lien.external_attr = 0o120777 << 16
    source = tmp_path / "t.zip"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr(zipfile.ZipInfo("../../../Zoé Petit/../dehors.ipynb", HIER), _carnet(classe))
        archive.writestr(zipfile.ZipInfo("/Zoé Petit/absolu.csv", HIER), b"a")
        archive.writestr(zipfile.ZipInfo("Zoé Petit\\CON.csv", HIER), b"b")
        archive.writestr(lien, "/etc/passwd")
    dehors = {f for f in tmp_path.rglob("*")}
    assert _recueillir(classe, source) == 1
    assert {f for f in tmp_path.rglob("*")} == dehors
    assert {n.rpartition("/")[2] for n in _rendus(classe)} == {
        f"{DEVOIR}.ipynb", "absolu.csv", "_CON.csv", "timestamp.txt",
    }  # fmt: skip
    assert "lien vers un autre endroit" in capsys.readouterr().out
    assert not list((classe.classe / ".correction").glob("recueil-*"))


def test_une_bombe_est_arretee_et_les_autres_copies_sont_lues(
    classe: Classe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(recueil_sources, "FICHIER_MAX", 3_000_000)
    bombe = _zip(tmp_path / "b.zip", {"bombe.ipynb": b"0" * 30_000_000}).read_bytes()
    trois = _zip(tmp_path / "c.zip", {"d.zip": _zip(tmp_path / "d.zip", {"e.zip": bombe}).read_bytes()}).read_bytes()
    source = _zip(
        tmp_path / "t.zip",
        {"Léo D'Arc.zip": bombe, "Ana-Maria Le Goff.zip": trois, "Zoé Petit.zip": b"PK\x03\x04abime",
         "Zoé Petit/x.ipynb": _carnet(classe)},
    )  # fmt: skip
    assert _recueillir(classe, source) == 1
    dit = capsys.readouterr().out
    assert "dépasse 3 Mo" in dit and "archive abîmée" in dit and "dans une archive" in dit
    assert NOM in _rendus(classe) and not any("leo" in n for n in _rendus(classe))


def test_un_lien_dans_un_dossier_n_est_pas_suivi(classe: Classe, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    source = _dossier(tmp_path / "x", {"Zoé Petit/carnet.ipynb": _carnet(classe)})
    (source / "Zoé Petit" / "lien.csv").symlink_to("/etc/passwd")
    assert _recueillir(classe, source) == 1 and "lien" in capsys.readouterr().out
    assert not any("lien" in nom for nom in _rendus(classe))


def test_ce_qui_ne_s_ouvre_pas_est_dit(classe: Classe, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "abime.zip").write_bytes(b"PK\x03\x04rien")
    for source in (tmp_path / "absent.zip", tmp_path / "abime.zip"):
        assert _recueillir(classe, source) == 2 and source.name in capsys.readouterr().err
    assert _recueillir(classe, tmp_path, options=("--devoir=99",)) == 2


@pytest.mark.parametrize(
    ("nom", "sur"),
    [("con.ipynb", "_con.ipynb"), ("a:b?.csv", "a_b_.csv"), ("..", "_"), ("fin. ", "fin"), ("a/b\\c", "a_b_c"),
     ("x\x00\u202ey", "x__y"), ("e\u0301.py", "é.py")],
)  # fmt: skip
def test_un_nom_convient_a_tous_les_systemes(nom: str, sur: str) -> None:
    assert nom_sur(nom) == sur
    assert len(nom_sur("é" * 300 + ".ipynb").encode()) <= 120 and nom_sur("é" * 300 + ".ipynb").endswith(".ipynb")


# --- de qui est-ce ? -------------------------------------------------------------------------------

CLASSE = [*(Inscrit(*e) for e in ELEVES), Inscrit("ana-roux", "Ana", "Roux"), Inscrit("ana-roux-2", "Ana", "Roux"),
          Inscrit("ana-roux-martin", "Ana", "Roux Martin"), Inscrit("wei", "", "Wei")]  # fmt: skip


@pytest.mark.parametrize(
    ("chemin", "attendu", "doute"),
    [
        ("Petit Zoé_12345_assignsubmission_file_/x.ipynb", "zoe-petit", False),
        ("ZOE PETIT (1).ipynb", "zoe-petit", False),
        ("zoe.petit@exemple.fr/x.ipynb", "zoe-petit", False),
        ("D’ARC Léo/x.ipynb", "leo-d-arc", False),
        ("LeGoff_AnaMaria_02_donnees.ipynb", "ana-maria-le-goff", False),
        ("Ana Roux Martin/x.ipynb", "ana-roux-martin", False),
        ("ana-roux-2.ipynb", "ana-roux-2", False),
        ("wei.ipynb", "wei", False),
        ("z.petit_v3.ipynb", "zoe-petit", True),
        ("Zoé.ipynb", "zoe-petit", True),
        ("Zoé Petit/copie de Léo D'Arc.ipynb", "zoe-petit", True),
        ("Ana Roux/x.ipynb", None, True),
        ("Zoé Petit et Léo D'Arc.ipynb", None, True),
        ("Petit Julien.ipynb", None, True),
        ("02_donnees (1).ipynb", None, True),
        ("Participant_12_assignsubmission_file_/zoe-petit.ipynb", "zoe-petit", False),
        ("Participant 12_12_assignsubmission_file_/x.ipynb", None, True),
    ],
)
def test_le_nom_dit_l_eleve_ou_le_doute(chemin: str, attendu: str | None, doute: bool) -> None:
    eleve, pourquoi = Annuaire(CLASSE, ["02_donnees"]).reconnaitre(chemin.split("/"))
    assert (eleve.identifiant if eleve else None, bool(pourquoi)) == (attendu, doute), pourquoi


def test_recueillir_est_une_commande_et_son_aide_est_en_francais(capsys: pytest.CaptureFixture) -> None:
    from chatmairie.correction.__main__ import main

    with pytest.raises(SystemExit) as fin:
        main(["recueillir", "--help"])
    assert fin.value.code == 0 and "--oui" in capsys.readouterr().out
