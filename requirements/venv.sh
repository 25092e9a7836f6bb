#!/usr/bin/env bash
# Makes a virtual environment: venv.sh FOLDER. Takes the first Python 3.11 or newer that is there; installs
# Debian's python3-venv where that is missing and the user may, else says which command does.
set -euo pipefail

folder=$1
candidates=("${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11)

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

python=""
for candidate in "${candidates[@]}"; do
    if fits "$candidate"; then python=$candidate && break; fi
done
if [ -z "$python" ]; then
    echo "vanban needs Python 3.11 or newer, and none is on the path." >&2
    echo "Debian 12 and Ubuntu 24.04 or later have it: sudo apt-get install python3 python3-venv" >&2
    echo "If it is elsewhere, name it: make PYTHON=/path/to/python3.12 …" >&2
    exit 1
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    package=python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv
    if [ "$(id -u)" = 0 ]; then as_root=(); else as_root=(sudo -n); fi
    if command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null; then
        echo "Installing the system package $package"
        "${as_root[@]}" apt-get update -qq
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$package"
    else
        echo "Python's venv module is not complete on this machine. Install it, then run make again:" >&2
        echo "    sudo apt-get install $package" >&2
        exit 1
    fi
fi

"$python" -m venv --clear "$folder"
