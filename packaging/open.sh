#!/bin/sh
# Opens Said & Done; installs what it needs first. All arguments go to the program: sh packaging/open.sh --practice
set -u
# shellcheck source=packaging/ready.sh
. "$(dirname "$0")/ready.sh"

opens_a_window() {
  for word in "$@"; do
    case $word in
      -h | --help | --version | check | connect | collect | backup | restore) return 1 ;;
    esac
  done
}

if opens_a_window "$@" && [ "$(uname -s)" = Linux ] &&
  [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
  give_up "There is no screen to open a window on (DISPLAY and WAYLAND_DISPLAY are not set)." \
    "Start this from a desktop session, or with xvfb-run on a machine without a screen."
fi
make_ready requirements.lock
exec "$PYTHON_IN_VENV" "$ROOT/main.py" "$@"
