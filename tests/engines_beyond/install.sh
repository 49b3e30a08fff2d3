#!/bin/sh
# Installs the PostgreSQL server and Java 17 where a machine has none. Needs root for that, and Debian's packages.
set -eu

missing=""
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || missing="postgresql"
command -v java >/dev/null 2>&1 || missing="$missing openjdk-17-jre-headless"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
  echo "not installed: $missing; install it as root: apt-get install $missing" >&2
  # The tests that need it are skipped, or fail where CI is set.
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 - several names
apt-get install -y -qq --no-install-recommends $missing >/dev/null
