#!/bin/sh
# Tries the README's two commands in an empty Debian made for it: what a new user's bare machine would do.
#   packaging/try_in_debian.sh [bookworm | trixie] [FOLDER]        (as root; needs debootstrap and git)
# Takes the last commit, not the work tree. FOLDER (default: /var/tmp/said-and-done-RELEASE) is kept as it is at the
# end, with the window's picture in FOLDER/root/window.png; remove it yourself. A FOLDER that is there is used again:
# its Debian stays as it is, the project in it is fetched anew.
set -eu
release=${1:-bookworm}
debian=${2:-/var/tmp/said-and-done-$release}
cd "$(dirname "$0")/.."

step() {
  echo "== $*"
  began=$(date +%s)
}
took() { echo "   ($(($(date +%s) - began)) s)"; }

inside() { # inside COMMAND: in the empty Debian, with nothing of this shell's environment but the way to the network
  chroot "$debian" /usr/bin/env -i HOME=/root TERM=dumb LANG=C.UTF-8 PIP_CERT=/root/certificates.crt \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin sh -c "$1" </dev/null
}

if [ ! -e "$debian/usr/bin/env" ]; then
  step "an empty Debian $release in $debian"
  debootstrap --variant=minbase "$release" "$debian" >"${TMPDIR:-/tmp}/debootstrap.log"
  took
fi
cp /etc/resolv.conf /etc/hosts "$debian/etc/"
cp -L /etc/ssl/certs/ca-certificates.crt "$debian/root/certificates.crt"
mountpoint -q "$debian/proc" || mount -t proc proc "$debian/proc"
trap 'umount "$debian/proc"' EXIT

rm -rf "$debian/root/said-and-done"
git clone -q . "$debian/root/said-and-done"

step "sh packaging/test.sh"
worked=0
inside 'cd /root/said-and-done && sh packaging/test.sh -q' || worked=1
took
step "sh packaging/test.sh, everything there: one test"
inside 'cd /root/said-and-done && sh packaging/test.sh -q tests/test_qt_version.py'
took
step "a screen for the next step (not part of the try)"
inside 'DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends xvfb xauth imagemagick' >/dev/null 2>&1
took
step "sh packaging/open.sh check, without a .venv (it ends with trouble: a bare machine has no password store)"
inside 'cd /root/said-and-done && rm -rf .venv && sh packaging/open.sh check' || :
took
step "sh packaging/open.sh --practice, looked at after 8 seconds"
# shellcheck disable=SC2016 # expanded inside
inside 'cd /root/said-and-done && xvfb-run -s "-screen 0 1366x768x24" sh -c "
  sh packaging/open.sh --practice & app=\$!
  sleep 8
  import -window root /root/window.png
  kill \$app; wait \$app || true"'
took
du -sh "$debian/root/said-and-done/.venv"
echo "The window's picture: $debian/root/window.png"
exit $worked
