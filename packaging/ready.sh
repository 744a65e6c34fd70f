# shellcheck shell=sh
# Sourced by open.sh and test.sh. `make_ready LOCKFILE` leaves a working .venv in the project, or says in a sentence
# what is missing and exits 1. When nothing has changed since the last time, it only compares a checksum.

ROOT=$(cd "$(dirname "$0")/.." && pwd) || exit 1
VENV=$ROOT/.venv
PYTHON_IN_VENV=$VENV/bin/python
OLDEST_PYTHON="3, 11"
TOO_NEW_PYTHON="3, 15" # what PySide6-Essentials 6.11 is built for

# What Qt loads and PySide6 does not bring: LIBRARY:DEBIAN-PACKAGE. Found with `ldd` on its offscreen, xcb and wayland
# plugins in an empty Debian 12. Ubuntu 24.04 knows the same package names.
QT_LIBRARIES="
  libEGL.so.1:libegl1 libGL.so.1:libgl1 libbrotlidec.so.1:libbrotli1 libdbus-1.so.3:libdbus-1-3
  libfontconfig.so.1:libfontconfig1 libfreetype.so.6:libfreetype6 libglib-2.0.so.0:libglib2.0-0
  libgssapi_krb5.so.2:libgssapi-krb5-2 libxkbcommon.so.0:libxkbcommon0 libX11.so.6:libx11-6
  libX11-xcb.so.1:libx11-xcb1 libxcb.so.1:libxcb1 libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4
  libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0
  libxcb-render-util.so.0:libxcb-render-util0 libxcb-render.so.0:libxcb-render0 libxcb-shape.so.0:libxcb-shape0
  libxcb-shm.so.0:libxcb-shm0 libxcb-sync.so.1:libxcb-sync1 libxcb-util.so.1:libxcb-util1
  libxcb-xfixes.so.0:libxcb-xfixes0 libxcb-xkb.so.1:libxcb-xkb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0
  libwayland-client.so.0:libwayland-client0 libwayland-cursor.so.0:libwayland-cursor0
  libwayland-egl.so.1:libwayland-egl1"
NICE_FONTS="fonts-inter fonts-vollkorn" # a UI face and a reading serif; the app does without

say() { printf '%s\n' "$*" >&2; }
give_up() {
  for line in "$@"; do say "$line"; done
  exit 1
}

make_ready() {
  stamp=$VENV/ready-${1%.lock}
  key=$(cat "$ROOT/$1" "$ROOT/packaging/ready.sh" | cksum) || exit 1
  if [ -x "$PYTHON_IN_VENV" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$key" ]; then return 0; fi
  check_folder
  one_at_a_time
  LOG=$(mktemp) || give_up "There is no room for temporary files: mktemp failed."
  trap 'rm -f "$LOG"' EXIT
  need_from_the_system
  say "Installing the Python packages into .venv (once, about 100 MB; it can take a few minutes)."
  make_venv
  install_locked "$1"
  printf '%s\n' "$key" >"$stamp"
  exec 9>&-
  rm -f "$LOG"
  trap - EXIT
}

# The folder must be writable, and programs in it must be allowed to run: on a noexec disk Qt's libraries don't load.
check_folder() {
  if [ -e "$VENV" ] && [ ! -d "$VENV" ]; then give_up "$VENV is in the way: a folder of that name is needed."; fi
  probe=$VENV/may-run
  if ! { mkdir -p "$VENV" && printf '#!/bin/sh\nexit 0\n' >"$probe" && chmod +x "$probe"; } 2>/dev/null; then
    give_up "Nothing can be written in $ROOT (read-only, or somebody else's folder, or the disk is full)." \
      "Copy the project to a folder of your own and start it there."
  fi
  may_run=0
  "$probe" 2>/dev/null || may_run=$?
  rm -f "$probe"
  [ "$may_run" = 0 ] || give_up "Programs may not run from the disk that holds $ROOT (it is mounted noexec)." \
    "Copy the project to another folder, in your home for example, and start it there."
}

# Two starts at the same time must not install into one folder. (macOS has no flock: there it is left to luck.)
one_at_a_time() {
  exec 9>"$VENV/.lock"
  if command -v flock >/dev/null; then flock 9; fi
}

suits() { # suits PYTHON: is it new enough, and can it make virtual environments?
  "$1" -c "import sys, venv, ensurepip; sys.exit(not ($OLDEST_PYTHON) <= sys.version_info < ($TOO_NEW_PYTHON))" \
    2>/dev/null
}

find_python() {
  for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
    if suits "$candidate"; then
      FOUND_PYTHON=$candidate
      return 0
    fi
  done
  FOUND_PYTHON=
}

# Sets MISSING_LIBRARIES and MISSING_PACKAGES, as far as Qt's libraries go.
find_missing_libraries() {
  MISSING_LIBRARIES='' MISSING_PACKAGES=''
  [ "$(uname -s)" = Linux ] || return 0
  known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0
  for pair in $QT_LIBRARIES; do
    case $known in
      *"${pair%%:*} "*) ;;
      *)
        MISSING_LIBRARIES="$MISSING_LIBRARIES ${pair%%:*}"
        MISSING_PACKAGES="$MISSING_PACKAGES ${pair#*:}"
        ;;
    esac
  done
}

need_from_the_system() {
  find_python
  find_missing_libraries
  [ -n "$FOUND_PYTHON" ] || MISSING_PACKAGES="python3 python3-venv$MISSING_PACKAGES"
  if ! command -v apt-get >/dev/null; then
    say_what_is_missing
  elif [ "$(id -u)" = 0 ]; then
    install_with_apt
  elif [ -n "$MISSING_PACKAGES" ]; then
    give_up "These Debian packages are missing. Install them with the line below, then start again:" "" \
      "  sudo apt-get install --no-install-recommends ${MISSING_PACKAGES# }" ""
  fi
  find_python
  [ -n "$FOUND_PYTHON" ] || give_up "This needs Python 3.11, 3.12, 3.13 or 3.14; found: $(python3 --version 2>&1)." \
    "Install one of them (with venv), or name it: PYTHON=/path/to/python3.12 sh $0"
}

say_what_is_missing() { # where there is no apt-get
  [ -n "$MISSING_PACKAGES" ] || return 0
  [ -n "$FOUND_PYTHON" ] || say "This needs Python 3.11, 3.12, 3.13 or 3.14, with its venv module."
  [ -z "$MISSING_LIBRARIES" ] || say "This needs these libraries from your system's packages:$MISSING_LIBRARIES"
  exit 1
}

apt() {
  DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$LOG" 2>&1
}

install_with_apt() {
  fonts=
  for font in $NICE_FONTS; do dpkg -s "$font" >/dev/null 2>&1 || fonts="$fonts $font"; done
  [ -n "$MISSING_PACKAGES$fonts" ] || return 0
  say "Installing with apt-get: ${MISSING_PACKAGES# }$fonts"
  apt update || say "(apt-get update had trouble; trying with what is known.)"
  if [ -n "$MISSING_PACKAGES" ]; then
    # shellcheck disable=SC2086 # a list of names
    apt install -y --no-install-recommends $MISSING_PACKAGES || apt_failed
  fi
  for font in $fonts; do
    apt install -y --no-install-recommends "$font" || say "(The font package $font could not be had; never mind.)"
  done
}

apt_failed() {
  tail -n 5 "$LOG" >&2
  if grep -q "No space left" "$LOG"; then give_up "The disk is full. About 700 MB are needed."; fi
  give_up "apt-get could not install what is missing:$MISSING_PACKAGES" \
    "Is this computer on the internet? Then try: apt-get install --no-install-recommends$MISSING_PACKAGES"
}

make_venv() {
  if suits "$PYTHON_IN_VENV" && "$PYTHON_IN_VENV" -m pip --version >/dev/null 2>&1; then return 0; fi
  # A half-made environment, or one whose Python has gone. Never empties a folder that is something else.
  if [ -e "$VENV/bin" ] && [ ! -e "$VENV/pyvenv.cfg" ]; then
    give_up "$VENV is not a Python environment. Move it away and start again."
  fi
  "$FOUND_PYTHON" -m venv --clear "$VENV" >"$LOG" 2>&1 || {
    tail -n 5 "$LOG" >&2
    give_up "$FOUND_PYTHON could not make a virtual environment in $VENV."
  }
}

install_locked() { # install_locked LOCKFILE
  "$PYTHON_IN_VENV" -m pip install --quiet --no-user --disable-pip-version-check --no-input --retries 2 \
    --only-binary :all: --require-hashes -r "$ROOT/$1" </dev/null >"$LOG" 2>&1 || pip_failed
  # Without compiled files every start is slower; PYTHONDONTWRITEBYTECODE would prevent them for ever.
  (cd "$ROOT" && PYTHONDONTWRITEBYTECODE='' "$PYTHON_IN_VENV" -m compileall -q desktop ui main.py) >/dev/null 2>&1 || :
}

pip_failed() {
  tail -n 5 "$LOG" >&2
  if grep -q "No space left" "$LOG"; then give_up "The disk is full. About 700 MB are needed."; fi
  if grep -q "DO NOT MATCH THE HASHES" "$LOG"; then
    give_up "A download is not what the lock file names, so it was not installed."
  fi
  if grep -qE 'NewConnection|NameResolution|ConnectTimeout|ReadTimeout|ProxyError|SSLError|Max retries' "$LOG"; then
    give_up "The Python packages could not be downloaded. Connect this computer to the internet and start again."
  fi
  if grep -q "No matching distribution" "$LOG"; then
    give_up "One of the Python packages has no build for this computer ($(uname -sm), $("$PYTHON_IN_VENV" --version))." \
      "Linux needs x86-64 with glibc 2.34 or newer (Debian 12, Ubuntu 22.04), or arm64 with glibc 2.39 (Ubuntu 24.04)."
  fi
  give_up "The Python packages could not be installed; pip's last words are above."
}
