#!/bin/sh
# run-headless.sh PROGRAM [ARGUMENT…]: runs a program in an X server, a session
# bus and a home folder of its own, so that any number can run side by side.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Exit code: the program's; 77 (skipped) where Xvfb or dbus-run-session lacks.
set -eu

for need in Xvfb dbus-run-session; do
  command -v "$need" > /dev/null || { echo "1..0 # SKIP $need is not installed"; exit 77; }
done

tmp=$(mktemp -d)
xpid=
cleanup ()
{
  [ -z "$xpid" ] || kill "$xpid" 2> /dev/null || true
  rm -rf "$tmp"
}
trap cleanup EXIT
trap 'exit 143' INT TERM

# The server picks a free number itself: looking for one first is a race. It
# must not reset when its last client leaves (-noreset), or the next may fail.
Xvfb -displayfd 3 -screen 0 "${BRANCHLINE_SCREEN:-1280x900x24}" -noreset -nolisten tcp +extension Composite \
  3> "$tmp/display" > "$tmp/xvfb.log" 2>&1 &
xpid=$!
n=0
while [ ! -s "$tmp/display" ]; do
  n=$((n + 1))
  if [ $n -gt 1000 ] || ! kill -0 "$xpid" 2> /dev/null; then
    cat "$tmp/xvfb.log" >&2
    echo "Bail out! the X server did not start"
    exit 99
  fi
  sleep 0.02
done

mkdir -m 700 "$tmp/run" "$tmp/home"
mkdir -p "$tmp/home/.config/gtk-4.0"
cat > "$tmp/home/.config/gtk-4.0/settings.ini" << END
[Settings]
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-font-name=${BRANCHLINE_FONT:-Cantarell 11}
END
# The size of text, 96 being the usual: what is in settings.ini is not looked at, this is.
printf 'Xft.dpi: %s\n' "${BRANCHLINE_DPI:-96}" > "$tmp/home/.Xdefaults"

# What the session's services say goes to a log, so that standard output and error are the program's alone.
status=0
env -u WAYLAND_DISPLAY -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_CACHE_HOME -u XDG_STATE_HOME \
  DISPLAY=":$(tr -d '[:space:]' < "$tmp/display")" XDG_RUNTIME_DIR="$tmp/run" HOME="$tmp/home" \
  GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG="${GDK_DEBUG:-gl-disable}" GTK_A11Y="${GTK_A11Y:-atspi}" \
  GSETTINGS_BACKEND=memory GIO_USE_VFS=local ADW_DISABLE_PORTAL=1 NO_AT_BRIDGE=0 \
  LC_ALL="${LC_ALL:-C.UTF-8}" \
  dbus-run-session -- sh -c 'exec "$@" >&3 2>&4 3>&- 4>&-' sh "$@" 3>&1 4>&2 > "$tmp/session.log" 2>&1 || status=$?
exit $status
