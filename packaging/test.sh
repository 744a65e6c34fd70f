#!/bin/sh
# Runs the tests; installs what they need first. All arguments go to pytest: sh packaging/test.sh tests/test_outbox.py
set -u
# shellcheck source=packaging/ready.sh
. "$(dirname "$0")/ready.sh"

make_ready requirements-dev.lock
cd "$ROOT" || exit 1
exec "$PYTHON_IN_VENV" -m pytest "$@"
