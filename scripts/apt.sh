# shellcheck shell=bash
# Sourced by the set-up scripts: Debian's packages, as root or through sudo, the lists fetched at most once.

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@" # nobody is there to type a password
  fi
}

require_debian() {
  if ! command -v apt-get >/dev/null; then
    say "This is no Debian or Ubuntu machine. Install by its own means: $*"
    exit 1
  fi
}

apt_updated=no

# A third-party list that cannot be fetched is no reason to stop: what is missing shows at the install.
apt_update() {
  [ "$apt_updated" = no ] || return 0
  apt_updated=yes
  as_root apt-get -qq update || say "apt-get update had errors; going on with the lists that are there"
}

apt_install() {
  require_debian "$@"
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    say "Debian packages are missing, and there is no sudo to install them with. Run as root, then try again:"
    say "  apt-get update && apt-get install --no-install-recommends $*"
    exit 1
  fi
  say "Installing Debian packages: $*"
  apt_update
  local log
  log=$(mktemp)
  # what dpkg tells of its work matters only when it fails
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install "$@" >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
  }
  rm -f "$log"
}
