#!/bin/sh
# Runs the tests; installs what they need first. All arguments go to pytest: sh packaging/test.sh tests/test_outbox.py
# The whole suite runs in two processes, named parts of it in one.
set -u
# shellcheck source=packaging/ready.sh
. "$(dirname "$0")/ready.sh"

make_ready requirements-dev.lock
cd "$ROOT" || exit 1
case "$*" in
  *tests/* | *tests\\*) exec "$PYTHON_IN_VENV" -m pytest "$@" ;;
  *) exec "$PYTHON_IN_VENV" -m pytest --numprocesses=2 "$@" ;;
esac
