#!/usr/bin/env bash
# Brings an installation that runs from a clone of the repository to a newer version, and back again.
#
#   deploy/update.sh [VERSION]       to VERSION, a tag or a branch; without one to the newest of the main branch
#   deploy/update.sh back            to the version and the database before the last update
#
# With docker-compose.yml it works on the containers. With LABMAPPER_VENV=/opt/labmapper it works on that Python environment and
# the LABMAPPER_* settings; LABMAPPER_STOP and LABMAPPER_START are then the commands that stop and start the server.
# Copies of the database are kept in backups/ (LABMAPPER_BACKUPS). It stops where a step fails, and says what to do.
set -eEuo pipefail
cd "$(dirname "$0")/.."

backups=${LABMAPPER_BACKUPS:-backups}
state=$backups/before-update
step=start

say() { printf '%s\n' "$*" >&2; }

# --- what differs between the two kinds of installation -----------------------------------------------------------------

if [ -n "${LABMAPPER_VENV:-}" ]; then
  labmapper=$LABMAPPER_VENV/bin/labmapper
  : "${LABMAPPER_STOP:?name the command that stops the server, as in: systemctl stop labmapper}"
  : "${LABMAPPER_START:?name the command that starts the server, as in: systemctl start labmapper}"
  pip() { "$LABMAPPER_VENV/bin/python" -m pip --quiet --disable-pip-version-check "$@"; }
  build() {
    rm -rf "$backups/wheel"
    pip wheel ${LABMAPPER_PIP_OPTIONS:-} --constraint constraints.txt --wheel-dir "$backups/wheel" .
  }
  drop_build() { :; }
  build_before() { build; }
  install() { pip install --no-index --find-links "$backups/wheel" --force-reinstall ${LABMAPPER_PIP_OPTIONS:+--no-deps} labmapper; }
  back_up() { "$labmapper" db backup "$1"; }
  restore() { "$labmapper" db restore --yes "$1"; }
  migrate() { "$labmapper" db upgrade; }
  stop() { bash -c "$LABMAPPER_STOP"; }
  start() { bash -c "$LABMAPPER_START"; }
else
  in_database() { docker compose exec -T database "$@"; }
  # The image of before is kept: going back needs no registry and no index of packages.
  build() {
    docker image tag labmapper labmapper:before-update
    docker compose build --pull web
    docker compose pull --quiet proxy database
  }
  drop_build() { docker image tag labmapper:before-update labmapper; }
  # An update by an older script kept none.
  build_before() { drop_build || docker compose build web; }
  install() { :; }
  back_up() { in_database pg_dump --format=custom --username=labmapper labmapper > "$1.part" && mv "$1.part" "$1"; }
  # Everything goes first: what a newer version added would be in the way of its next start.
  restore() {
    in_database psql --quiet --username=labmapper --dbname=labmapper \
      --command='SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public'
    in_database pg_restore --no-owner --exit-on-error --single-transaction --username=labmapper --dbname=labmapper < "$1"
  }
  migrate() { docker compose run --rm migrate; }
  stop() { docker compose stop web; }
  start() {
    docker compose up --detach --wait
    # A container keeps seeing the file that it was started with.
    docker compose exec -T proxy cat /etc/caddy/Caddyfile | cmp --silent - deploy/Caddyfile || docker compose restart proxy
  }
fi

# --- the two ways ---------------------------------------------------------------------------------------------------------

failed() {
  trap - ERR
  [ "$BASH_SUBSHELL" -eq 0 ] || exit 1  # the shell around this one says it
  say "The update broke off, at this step: $step."
  case $step in
    "stop the server" | "install it" | "bring the database up to date" | "start the server")
      say "Go back with: $0 back" ;;
    *)
      [ -z "${before:-}" ] || git checkout --quiet --detach "$before"
      case $step in "build it" | "copy the database") drop_build || true ;; esac
      say "The server still runs as it did. Mend what is said above, then run this again." ;;
  esac
  exit 1
}

find_version() {
  git rev-parse --quiet --verify "origin/${1:-HEAD}^{commit}" || git rev-parse --quiet --verify "${1:-}^{commit}" ||
    { say "There is no version called ${1:-HEAD}."; return 1; }
}

update() {
  trap failed ERR
  step="look at the clone"
  git diff --quiet HEAD -- || { say "The clone has changes of its own: commit or undo them first."; false; }
  before=$(git rev-parse HEAD)
  mkdir -p "$backups" && chmod 700 "$backups"
  step="get the new version"
  git fetch --quiet --tags origin
  target=$(find_version "$@")
  if [ "$target" = "$before" ]; then say "This is that version already."; return; fi
  git checkout --quiet --detach "$target"
  step="build it"
  build
  step="copy the database"
  file=$backups/labmapper-$(date -u +%Y%m%d-%H%M%S).backup
  # While the server runs: should this fail, nothing has happened yet.
  (umask 077 && back_up "$file.first")
  printf '%s\n%s\n' "$before" "$file" > "$state"
  step="stop the server"
  stop
  (umask 077 && back_up "$file")
  rm "$file.first"
  step="install it"
  install
  step="bring the database up to date"
  migrate
  step="start the server"
  start
  say "Updated to $(git describe --always --tags). The way back: $0 back"
}

go_back() {
  [ -f "$state" ] || { say "There is no update to go back from: $state is missing."; exit 1; }
  { read -r before; read -r file; } < "$state"
  say "Back to $before with the database of $file: what was saved since is lost, but for a copy in $backups."
  stop || true
  (umask 077 && back_up "$backups/after-update-$(date -u +%Y%m%d-%H%M%S).backup") || say "What was saved since cannot be copied."
  git checkout --quiet --detach "$before"
  build_before
  install
  [ ! -f "$file" ] || restore "$file"
  start
  rm "$state"
  say "This is $(git describe --always --tags) again."
}

if [ "${1:-}" = back ]; then go_back; else update "$@"; fi
