#!/bin/bash
# Runs a command with a Docker engine of its own, and ends the engine with it.
#
#   deploy/container/with-engine.sh COMMAND...       (root; needs Debian's docker.io and iproute2)
#
# The engine lives in mount and network namespaces made for this run: loopback and bridge exist
# only inside, no port can clash, nothing leaves the machine, and everything but the images is
# gone afterwards. So COMMAND has no network either: Maven must run offline.
# Images stay in ENGINE_DIR (deploy/target/engine) for the next run.
#
# Exit status: the command's, or 69 if no engine could start.
set -uo pipefail
readonly UNAVAILABLE=69

fail() {
  echo "with-engine: $*" >&2
  exit $UNAVAILABLE
}

own_namespaces() {
  [ "$(readlink /proc/self/ns/net)" != "$(readlink /proc/1/ns/net)" ] &&
    [ "$(readlink /proc/self/ns/mnt)" != "$(readlink /proc/1/ns/mnt)" ]
}

[ $# -gt 0 ] || fail "usage: with-engine.sh COMMAND..."
[ "$(id -u)" -eq 0 ] || fail "a namespace and an engine need root"
for tool in unshare ip dockerd docker; do
  command -v "$tool" >/dev/null || fail "$tool is not installed"
done
if ! own_namespaces; then
  unshare -m -n true || fail "this machine gives no namespaces"
  exec unshare -m -n bash "${BASH_SOURCE[0]}" "$@"
fi

ENGINE_DIR=${ENGINE_DIR:-$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")/target/engine}
# Paths of Unix sockets may be 107 characters long, a build folder's name may not leave that much.
RUN=$(mktemp -d /tmp/engine.XXXXXX)
CGROUP=tocsin-engine-$$
LOG=$ENGINE_DIR/dockerd.log
engine=

end_engine() {
  if [ -n "$engine" ]; then
    kill "$engine" 2>/dev/null
    wait "$engine" 2>/dev/null
  fi
  umount -R "$RUN" 2>/dev/null
  rm -rf "$RUN"
  rmdir /sys/fs/cgroup/*/"$CGROUP" /sys/fs/cgroup/"$CGROUP" 2>/dev/null
}
trap end_engine EXIT
trap 'exit 130' INT TERM

start_engine() {
  mkdir -p "$ENGINE_DIR/images" "$RUN/exec"
  ip link set lo up || return 1
  # The machine may lack the capability to raise limits, so containers get what is there.
  dockerd --data-root "$ENGINE_DIR/images" --exec-root "$RUN/exec" --pidfile "$RUN/dockerd.pid" \
    --host "unix://$RUN/docker.sock" --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "/$CGROUP" \
    --default-ulimit nofile=20000:20000 >"$LOG" 2>&1 </dev/null &
  engine=$!
}

engine_answers() {
  local deadline=$((SECONDS + 30))
  until docker version >/dev/null 2>&1; do
    kill -0 "$engine" 2>/dev/null && [ $SECONDS -lt $deadline ] || return 1
    sleep 0.2
  done
}

export DOCKER_HOST=unix://$RUN/docker.sock
# Testcontainers: its reaper image cannot be pulled here, and the engine ends with this run anyway;
# published ports are on this namespace's loopback, even where the machine is itself a container.
export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=localhost

if ! start_engine || ! engine_answers; then
  tail -n 15 "$LOG" >&2
  fail "the engine did not start"
fi
docker container prune --force >/dev/null # left over from a run that was killed

status=0
"$@" || status=$?
exit $status
