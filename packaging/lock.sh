#!/bin/sh
# Writes requirements.lock and requirements-dev.lock from pyproject.toml: exact versions for every system, with hashes.
# Needs `uv` (pip install uv). Versions that still fit stay; `packaging/lock.sh --upgrade` takes the newest.
set -eu
cd "$(dirname "$0")/.."
command -v uv >/dev/null || { echo "This needs uv: pip install uv" >&2; exit 1; }

lock() {
  file=$1
  shift
  uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --no-annotate --no-header --output-file "$file" "$@" pyproject.toml
}

lock requirements.lock "$@"
lock requirements-dev.lock --group dev --constraint requirements.lock "$@"
