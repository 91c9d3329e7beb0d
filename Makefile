# Les commandes de ChatMairie. « make » ou « make aide » les montre.
#
# Réglages : VENV=dossier de l'environnement, PYTHON=interpréteur à utiliser, OUVRIR=non pour ne pas
# lancer JupyterLab, OPTIONS=options ajoutées à pytest.

VENV ?= .venv
OUVRIR ?= oui
OPTIONS ?=
PY := $(VENV)/bin/python
# La machine peut interdire à Python d'écrire son bytecode : les imports durent alors trois fois plus.
unexport PYTHONDONTWRITEBYTECODE
# Ce que make lance utilise le paquet installé, jamais autre chose.
unexport PYTHONPATH
unexport PYTHONHOME
export PYTHON

# nbgrader appelle « alembic » par son nom : le dossier de l'environnement doit être dans le chemin de recherche.
NBGRADER := PATH="$(abspath $(VENV))/bin:$$PATH" $(PY) -m nbgrader
PYTEST := env -u CHATMAIRIE_SECRET $(PY) -m pytest
# Deux essais à la fois ; un fichier reste entier dans son processus (un navigateur, une classe par fichier).
DEUX := -n 2 --dist loadfile
COMPLET := attaque or complet or navigateur
COURANT := not attaque and not complet and not navigateur
RAPIDE := $(COURANT) and not lent and not classe and not installation

.DEFAULT_GOAL := aide
.PHONY: aide environnement environnement-essais cours notebooks classe corriger notes tableau-de-bord classe-neuve paquet paquets roue test test-complet test-rapide mesures mesures-correction lint propre

aide: ## montre cette aide
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-21s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

environnement: ## prépare l'environnement Python du cours (une à trois minutes la première fois)
	@python=$$(sh outils/python_convenable.sh) && "$$python" outils/environnement.py --venv "$(VENV)"

environnement-essais: ## y ajoute de quoi lancer les essais du projet
	@python=$$(sh outils/python_convenable.sh) && "$$python" outils/environnement.py --venv "$(VENV)" --essais

cours: environnement ## prépare travail/ et ouvre le cours dans JupyterLab (OUVRIR=non : sans l'ouvrir)
	@$(PY) -m chatmairie cours --ouvrir "$(OUVRIR)"

notebooks: environnement ## refait les carnets (.ipynb) à partir de leur source (.py)
	@$(PY) -m chatmairie.carnets construire
	@$(PY) -m outils.resultats_bilan
	@$(MAKE) --no-print-directory environnement
	@$(PY) -m chatmairie.carnets construire 05_bilan

classe: environnement ## joue une classe miniature avec nbgrader, du devoir distribué aux notes
	@$(PY) -m outils.classe

corriger: environnement ## corrige toutes les copies de classe/submitted et dit quoi regarder (DEVOIRS=02_donnees : ce devoir seul)
	@$(PY) -m chatmairie.correction corriger $(DEVOIRS) || [ $$? -eq 1 ]

notes: environnement ## sort les notes : classe/notes.csv (tableur) et classe/moodle.csv
	@$(NBGRADER) export --exporter=chatmairie.correction.exports.NotesPourTableur
	@$(NBGRADER) export --exporter=chatmairie.correction.exports.NotesPourMoodle

tableau-de-bord: environnement ## fait classe/tableau-de-bord.html : ce que la classe a compris
	@$(PY) -m chatmairie.correction tableau-de-bord

classe-neuve: environnement ## fait un dossier de classe à part (NOM=bts-2027 [ELEVES=liste.csv] [REPONSES=code])
	@$(PY) -m chatmairie.correction classe-neuve "$(NOM)" $(if $(ELEVES),--eleves "$(ELEVES)") $(if $(REPONSES),--reponses "$(REPONSES)")

roue: environnement ## fait la roue du cours, carnets compris : pip install, puis chatmairie cours
	@$(PY) -m outils.paquet --roue $(OPTIONS)

paquet: environnement ## fait une archive du cours pour une salle sans internet (OPTIONS="--plateforme win_amd64")
	@$(PY) -m outils.paquet $(OPTIONS)

paquets: ## installe les paquets du système qui manquent aux essais (Debian, avec les droits)
	@sh outils/paquets_systeme.sh

test: paquets environnement-essais lint ## tous les essais, hors attaques, services et navigateur (dérive des carnets et nbval compris)
	@env CHATMAIRIE_SANS_SAUT=oui $(PYTEST) $(DEUX) -m "$(COURANT)" tests $(OPTIONS)

test-complet: paquets environnement-essais ## ce qui est plus long : attaques, services, navigateur
	@env CHATMAIRIE_SANS_SAUT=oui $(PYTEST) $(DEUX) -m "$(COMPLET)" tests $(OPTIONS)

test-rapide: environnement-essais ## les essais rapides (moins de deux minutes)
	@$(PYTEST) $(DEUX) -m "$(RAPIDE)" tests $(OPTIONS)

mesures: environnement-essais ## mesure temps, mémoire et remèdes, et refait guide/mesures.md
	@env -u CHATMAIRIE_SECRET $(PY) -m outils.mesures

mesures-correction: environnement-essais ## mesure la correction d'une classe, et nbgrader seul à côté (une heure)
	@env -u CHATMAIRIE_SECRET $(PY) -m outils.mesures_correction

lint: environnement-essais ## relit le code (règles, forme, flèches entre pièces, types) et les carnets
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check --quiet .
	@$(VENV)/bin/lint-imports
	@$(PY) -m mypy
	@$(PY) -m chatmairie.carnets linter
	@$(PY) -m outils.mesures_correction --verifier

propre: ## retire ce qui se refabrique (ni travail/, ni classe/, ni l'environnement)
	@rm -rf build dist src/*.egg-info .pytest_cache .ruff_cache .mypy_cache .import_linter_cache
	@find . -name __pycache__ -type d -not -path './$(VENV)/*' -not -path './.venv*' -prune -exec rm -rf {} +
	@echo "C'est propre. travail/, classe/ et l'environnement sont gardés."
