"""Les verrous et environment.yml : à jour, sains, lisibles par repo2docker. Sans réseau."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from outils import verrous

RACINE = Path(__file__).resolve().parents[2]
SAIN = (
    "numpy==2.4.6 ; python_full_version < '3.12' \\\n"
    f"    --hash=sha256:{'a' * 64}\n"
    "yaml-x==1.0 \\\n"
    f"    --hash=sha256:{'b' * 64}\n"
)


def test_les_verrous_du_depot_sont_a_jour_et_sains() -> None:
    assert verrous.verifier() == []


def test_les_verrous_ont_bien_ete_lus() -> None:
    for nom in verrous.VERROUS:
        paquets = verrous.paquets((RACINE / nom).read_text(encoding="utf-8"))
        assert len(paquets) > 100
        assert sum(empreintes for _, empreintes in paquets) > 1000


@pytest.mark.parametrize(
    ("texte", "directes", "phrase"),
    [
        (SAIN + f"x @ file:///home/moi/x --hash=sha256:{'c' * 64}\n", [], "une adresse ou un chemin"),
        ("--index-url miroir.exemple\n" + SAIN, [], "illisible"),
        ("--extra-index-url https://miroir.exemple/simple\n" + SAIN, [], "une adresse ou un chemin"),
        (SAIN + "# via -r /home/moi/pyproject.toml\n", [], "une adresse ou un chemin"),
        (SAIN + "c\\:essai==1\n", [], "une adresse ou un chemin"),
        (SAIN + f"pandas>=3 --hash=sha256:{'c' * 64}\n", [], "n'est pas fixée"),
        (SAIN + "pandas==3.0\n", [], "aucune empreinte"),
        (SAIN, ["numpy>=3"], "2.4.6 ne satisfait pas « >=3 »"),
        (SAIN, ["pandas>=3"], "pas dans le verrou"),
    ],
)
def test_un_verrou_abime_est_reconnu(texte: str, directes: list[str], phrase: str) -> None:
    fautes = verrous.defauts(texte, [Requirement(d) for d in directes])
    assert any(phrase in faute for faute in fautes), fautes


def test_un_verrou_sain_n_a_pas_de_defaut() -> None:
    assert verrous.defauts(SAIN, [Requirement("numpy>=2"), Requirement("YAML_x")]) == []


def test_les_deux_verrous_doivent_s_accorder() -> None:
    assert verrous.desaccords(SAIN, SAIN) == []
    assert verrous.desaccords(SAIN, SAIN.replace("2.4.6", "2.5.0")) == [
        "numpy : 2.4.6 pour le cours, 2.5.0 pour les essais"
    ]


def test_sans_uv_la_regeneration_le_dit_et_ne_touche_a_rien(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "requirements.lock").write_text(SAIN, encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert verrous.regenerer(tmp_path) == 1
    assert "Il faut uv" in capsys.readouterr().err
    assert (tmp_path / "requirements.lock").read_text(encoding="utf-8") == SAIN


def test_une_regeneration_ratee_garde_les_verrous(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Le faux uv réussit le premier verrou et rate le second : aucun des deux n'est remplacé."""
    for nom in verrous.VERROUS:
        (tmp_path / nom).write_text(SAIN, encoding="utf-8")
    faux_uv = tmp_path / "bin" / "uv"
    faux_uv.parent.mkdir()
    faux_uv.write_text('#!/bin/sh\ncase "$*" in *essais*) exit 1 ;; *) echo neuf > requirements.lock.neuf ;; esac\n')
    faux_uv.chmod(0o755)
    monkeypatch.setenv("PATH", str(faux_uv.parent), prepend=":")
    assert verrous.regenerer(tmp_path) == 1
    assert "inchangés" in capsys.readouterr().err
    assert sorted(f.name for f in tmp_path.iterdir()) == ["bin", *sorted(verrous.VERROUS)]
    assert {(tmp_path / nom).read_text(encoding="utf-8") for nom in verrous.VERROUS} == {SAIN}


def test_environment_yml_est_exactement_python_pip_et_le_verrou() -> None:
    lu = yaml.safe_load((RACINE / "environment.yml").read_text(encoding="utf-8"))
    assert lu == {
        "name": "chatmairie",
        "channels": ["conda-forge"],
        "dependencies": ["python=3.11", "pip", {"pip": ["-r requirements.lock"]}],
    }


def test_repo2docker_reconnait_python_3_11_et_copie_le_depot_avant_d_installer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from repo2docker.buildpacks import CondaBuildPack

    monkeypatch.chdir(RACINE)
    recette = CondaBuildPack("image-de-base")
    recette.platform = "linux/amd64"
    assert recette.detect()
    assert recette.python_version == "3.11"
    assert recette._should_preassemble_env is False  # sinon requirements.lock ne serait pas encore là
    dockerfile = recette.render()
    copie = dockerfile.index("COPY --chown=1000:1000 src/ ${REPO_DIR}")
    assert copie < dockerfile.index('--file "environment.yml"') < dockerfile.index("RUN ./postBuild")


def test_la_commande_de_repo2docker_va_jusqu_a_la_recette(tmp_path: Path) -> None:
    """Tout ce que repo2docker fait sans Docker : lire le dépôt, choisir, écrire la recette de l'image."""
    depot = tmp_path / "depot"
    depot.mkdir()
    for nom in ("environment.yml", "requirements.lock", "postBuild"):
        shutil.copy2(RACINE / nom, depot / nom)
    options = ["--no-build", "--debug", "--user-id", "1000", "--user-name", "eleve"]
    variables = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    fini = subprocess.run(
        [sys.executable, "-m", "repo2docker", *options, str(depot)],
        cwd=tmp_path, env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert fini.returncode == 0, fini.stderr[-2000:]
    recette = fini.stdout + fini.stderr
    assert "FROM docker.io/library/buildpack-deps" in recette and "RUN ./postBuild" in recette
    assert 'env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"' in recette
    assert (RACINE / "postBuild").stat().st_mode & 0o111, "postBuild est exécutable"


def test_post_build_refuse_de_tourner_hors_d_une_image(tmp_path: Path) -> None:
    """Il retire course/ et l'historique : lancé chez quelqu'un, il ne doit rien faire."""
    for variables in ({}, {"REPO_DIR": str(tmp_path / "ailleurs")}):
        (tmp_path / "course").mkdir(exist_ok=True)
        fini = subprocess.run(
            [str(RACINE / "postBuild")],
            cwd=tmp_path, env={"PATH": "/usr/bin:/bin", **variables}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert fini.returncode == 1
        assert (tmp_path / "course").is_dir()
