#!/usr/bin/env bash
# Says what this machine lacks for the build and the local plane, and which package brings it.
. "$(dirname "$0")/lib.sh"

MISSING=0
ok() { printf '  %sok%s       %s\n' "$GREEN" "$PLAIN" "$1"; }
warn() {
  printf '  %snote%s     %s\n' "$BOLD" "$PLAIN" "$1"
  printf '           %s\n' "$2"
}
missing() {
  MISSING=$((MISSING + 1))
  printf '  %smissing%s  %s\n' "$RED" "$PLAIN" "$1"
  printf '           get it: %s\n' "$2"
}

# The command that installs, by the package names of this system: Debian, Fedora, Arch, Homebrew.
install_hint() {
  if have apt-get; then
    printf 'sudo apt-get install %s' "$1"
  elif have dnf; then
    printf 'sudo dnf install %s' "$2"
  elif have pacman; then
    printf 'sudo pacman -S %s' "$3"
  elif have brew; then
    printf 'brew install %s' "$4"
  else
    printf 'package %s (Debian, Ubuntu), %s (Fedora), %s (Arch), %s (Homebrew)' "$@"
  fi
}

check_jdk() {
  local home version
  if home="$("$ROOT/scripts/jdk.sh" 2>/dev/null)"; then
    version="$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/release")"
    ok "JDK $version in $home"
    case "$version" in
      25 | 25.*) ;;
      *) warn "JDK 25 starts the operator and kubectl ecp faster (AOT cache)" \
        "$(install_hint openjdk-25-jdk-headless java-25-openjdk-devel jdk25-openjdk openjdk@25)" ;;
    esac
  else
    missing "a JDK 21 or later (25 preferred); a JRE is not enough" \
      "$(install_hint openjdk-21-jdk-headless java-21-openjdk-devel jdk21-openjdk openjdk@21)"
    note "       or a folder from https://adoptium.net with JAVA_HOME pointing to it"
  fi
}

# Go is needed once, to build the control plane; not with binaries that are there, nor on a cluster.
check_go() {
  local wanted found
  wanted="$(sed -n 's/^go //p' "$ROOT"/localplane/tools/*/go.mod | sort -V | tail -1)"
  if [ "${PLANE:-}" = existing ]; then
    ok "no Go needed: PLANE=existing uses the cluster of KUBECONFIG"
  elif [ -n "${KUBE_BIN:-}" ]; then
    ok "no Go needed: KUBE_BIN=$KUBE_BIN"
  elif have go && found="$(GOTOOLCHAIN=local go env GOVERSION 2>/dev/null)"; then
    if [ "$(printf '%s\n%s\n' "$wanted" "${found#go}" | sort -V | head -1)" = "$wanted" ]; then
      ok "Go ${found#go} (builds the control plane once)"
    else
      warn "Go ${found#go} is older than $wanted" "it fetches the right one by itself when GOTOOLCHAIN=auto and it is 1.21 or later"
    fi
  elif cached_plane; then
    ok "no Go needed: the control plane is built already, in $CACHE"
  else
    missing "Go $wanted or later, which builds the control plane once" \
      "$(install_hint golang-go golang go go)  or https://go.dev/dl"
    note "       or KUBE_BIN=<folder with kube-apiserver, etcd, ...>, or PLANE=existing with a KUBECONFIG"
  fi
}

cached_plane() { [ -n "$(find "$CACHE" -name etcd -type f 2>/dev/null | head -1)" ]; }

# Python runs the AWS emulator of the local plane, in an environment of its own.
check_python() {
  local python version
  python="${ECP_PYTHON:-python3}"
  if [ "${PLANE_AWS:-}" = none ]; then
    ok "no Python needed: PLANE_AWS=none starts no AWS emulator"
  elif ! have "$python"; then
    missing "Python 3.10 or later, which runs the AWS emulator" \
      "$(install_hint 'python3 python3-venv' 'python3 python3-pip' python python)"
    note "       or PLANE_AWS=none for a plane without it"
  else
    version="$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
    if [ "$(printf '3.10\n%s\n' "$version" | sort -V | head -1)" != 3.10 ]; then
      missing "Python 3.10 or later (there is $version), which runs the AWS emulator" \
        "$(install_hint 'python3 python3-venv' 'python3 python3-pip' python python)"
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
      missing "Python's venv, which holds the packages of the AWS emulator" \
        "$(install_hint python3-venv python3 python python)"
    else
      ok "Python $version with venv (runs the AWS emulator)"
    fi
  fi
}

check_tools() {
  if have git; then ok "git"; else missing git "$(install_hint git git git git)"; fi
  if have make; then ok "make"; else missing make "$(install_hint make make make make)"; fi
  if have curl || have wget; then
    ok "curl or wget (the Maven wrapper fetches Maven with it)"
  else
    warn "neither curl nor wget: the Maven wrapper falls back to java" "$(install_hint curl curl curl curl)"
  fi
  if have unzip || have jar || have "$(jdk_tool jar)"; then ok "unzip or jar"; else
    missing unzip "$(install_hint unzip unzip unzip unzip)"
  fi
  if have redis-sentinel && have redis-cli; then ok "redis-server, redis-sentinel and redis-cli"; else
    warn "no redis-sentinel: make test skips the failover of a real cache" \
      "$(install_hint 'redis-server redis-sentinel' redis redis redis)"
  fi
  if have initdb || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then ok "PostgreSQL's server"; else
    warn "no PostgreSQL server: make test skips the restore of a real dump" \
      "$(install_hint postgresql postgresql-server postgresql postgresql)"
  fi
  if have shellcheck; then ok "shellcheck"; else
    warn "no shellcheck: make check skips the shell scripts" "$(install_hint shellcheck ShellCheck shellcheck shellcheck)"
  fi
}

jdk_tool() { printf '%s/bin/%s' "$("$ROOT/scripts/jdk.sh" 2>/dev/null || true)" "$1"; }

check_room() {
  local disk memory=''
  disk="$(df -Pk "$ROOT" | awk 'NR==2 {print int($4 / 1024 / 1024)}')"
  if [ "$disk" -ge 6 ]; then ok "$disk GiB free on disk"; else
    missing "6 GiB of free disk (there are $disk)" "make clean frees what this folder built"
  fi
  if [ -r /proc/meminfo ]; then
    memory="$(awk '/^MemAvailable/ {print int($2 / 1024)}' /proc/meminfo)"
  elif have sysctl; then
    memory="$(($(sysctl -n hw.memsize 2>/dev/null || echo 0) / 1024 / 1024))"
  fi
  if [ "${memory:-0}" -ge 3000 ]; then ok "$memory MiB of memory"; else
    warn "${memory:-0} MiB of memory" "the first build of the control plane wants 3000, running it 1200"
  fi
}

say "What the build and the local plane need"
check_jdk
check_go
check_python
check_tools
check_room
if [ "$MISSING" -gt 0 ]; then
  fail "$MISSING missing" "install what is listed above, then run: make doctor"
fi
say "Ready. Next: make demo"
