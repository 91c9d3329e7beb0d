#!/bin/sh
# Écrit le chemin d'un Python 3.11 ou plus récent ; sinon dit ce qui manque et sort en erreur.
# PYTHON=/chemin/vers/python impose un interpréteur. 3.11 est essayé en premier : c'est avec lui
# que les résultats publiés ont été obtenus, au bit près.

convient() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

if [ -n "${PYTHON:-}" ]; then
    if convient "$PYTHON"; then
        echo "$PYTHON"
        exit 0
    fi
    echo "PYTHON=$PYTHON n'est pas un Python 3.11 ou plus récent (ou il ne démarre pas)." >&2
    exit 1
fi

for candidat in python3.11 python3 python3.12 python3.13 python3.14 python; do
    if command -v "$candidat" >/dev/null 2>&1 && convient "$candidat"; then
        echo "$candidat"
        exit 0
    fi
done

{
    echo "Python 3.11 ou plus récent est introuvable sur cette machine."
    echo "  Debian, Ubuntu : sudo apt install python3 python3-venv"
    echo "  macOS, Windows : installez-le depuis https://www.python.org/downloads/"
    echo "S'il est installé ailleurs, dites où : make environnement PYTHON=/chemin/vers/python3.11"
} >&2
exit 1
