#!/bin/sh
# Installe les paquets du système dont les essais ont besoin et qui manquent (Debian ou Ubuntu, avec
# les droits) ; sinon dit lesquels et sort en erreur. Ne fait rien quand tout est là.
set -eu
ici=$(CDPATH= cd "$(dirname "$0")" && pwd)
paquets=""
manque() { command -v "$1" >/dev/null 2>&1 || paquets="$paquets $2"; }
manque git git
manque make make
# l'enclos des copies
manque bwrap bubblewrap
# la grammaire des formulaires
manque node nodejs
# le mandataire d'un JupyterHub
manque npm npm
# le carnet de notes sur un serveur
[ -n "$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || paquets="$paquets postgresql"
[ -n "${CHATMAIRIE_CHROMIUM:-}" ] || [ -x /usr/bin/chromium ] || manque chromium chromium
if ! command -v hunspell >/dev/null 2>&1 || ! hunspell -d fr -l </dev/null >/dev/null 2>&1; then
    paquets="$paquets hunspell hunspell-fr"
fi
python=$(sh "$ici/python_convenable.sh" 2>/dev/null || true)
if [ -z "$python" ] || ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
    paquets="$paquets python3 python3-venv"
fi
# le Python de Debian, que chaque compte peut lire : celui du JupyterHub de l'essai
if ! /usr/bin/python3 -c 'import venv, ensurepip' >/dev/null 2>&1; then
    paquets="$paquets python3 python3-venv"
fi
[ -n "$paquets" ] || exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "Les essais ont besoin de :$paquets. Installez-les, puis relancez la commande." >&2
    echo "  Debian, Ubuntu : sudo apt-get install$paquets" >&2
    exit 1
fi
echo "Installation de :$paquets"
apt-get update -qq
# shellcheck disable=SC2086 - une liste de paquets
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $paquets >/dev/null
