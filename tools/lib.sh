# lib.sh: what the scripts of this folder share. Sourced, never run.
# SPDX-License-Identifier: GPL-3.0-or-later

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)

say () { printf '%s\n' "$*" >&2; }

# packages KIND: names in packages.txt; KIND is "run" (what building and running needs) or "all".
packages ()
{
  sed -e 's/#.*//' "$here/tools/packages.txt" | while read -r name kind; do
    [ -n "$name" ] || continue
    [ "$kind" = test ] && [ "$1" = run ] && continue
    printf '%s\n' "$name"
  done
}

# install_missing KIND: installs what lacks, or says in a sentence what is to be installed and gives up.
# On other systems than Debian it does nothing: Meson then names what is missing.
install_missing ()
{
  command -v dpkg-query > /dev/null && command -v apt-get > /dev/null || return 0
  missing=
  for name in $(packages "$1"); do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2> /dev/null)" = installed ] || missing="$missing $name"
  done
  [ -n "$missing" ] || return 0

  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif command -v sudo > /dev/null && { [ -t 0 ] || sudo -n true 2> /dev/null; }; then
    as_root=sudo
  else
    say "Branchline needs packages that are not installed, and installing them needs the administrator's rights."
    say "Please have this run, then try again:"
    say "  apt-get install --no-install-recommends$missing"
    exit 1
  fi
  say "Installing:$missing"
  if ! { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update \
         && $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $missing; } >&2; then
    say "The packages could not be installed: see the messages above. Is there a connection to the package server?"
    exit 1
  fi
}

# configure DIR OPTION…: makes a build folder once; Ninja itself sees to later changes. A folder that
# Meson cannot use any more (the clone has moved, or Meson is another version) is made anew.
configure ()
{
  dir=$1
  shift
  if [ -f "$dir/build.ninja" ] && ninja -C "$dir" build.ninja > /dev/null 2>&1; then
    return 0
  fi
  rm -rf "$dir"
  meson setup "$dir" "$here" "$@" > "$dir.log" 2>&1 || { cat "$dir.log" >&2; return 1; }
  mv "$dir.log" "$dir/setup.log"
}

# compile DIR TARGET…: quiet where all is well.
compile ()
{
  dir=$1
  shift
  ninja -C "$dir" "$@" > "$dir/compile.log" 2>&1 || { tail -n 200 "$dir/compile.log" >&2; return 1; }
}

# Runs programs of a build folder without installing them: data, settings and icons are found in place.
uninstalled ()
{
  export BRANCHLINE_DATADIR="${BRANCHLINE_DATADIR:-$here/data}"
  export GSETTINGS_SCHEMA_DIR="$1/data"
  export XDG_DATA_DIRS="$here/data:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
}
