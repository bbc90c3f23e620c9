#!/bin/bash
# Makes an apache/kafka image from Maven's jars, where the real one cannot be pulled.
#
#   deploy/container/kafka-image.sh assemble   puts the file system together; needs Maven's network
#   deploy/container/kafka-image.sh load       gives it to the engine of DOCKER_HOST; needs no network
#   deploy/container/kafka-image.sh            both
#
# The image keeps the contract of the published one, as far as Testcontainers and our own
# deployment use it: the same name and version, KAFKA_* variables become server.properties,
# /etc/kafka/docker/run starts a broker that logs to standard output, bash and sh are there.
# Inside: a cut-down JDK, the shared libraries it needs, busybox, bash, the broker's jars.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
OUT=$HERE/../target/kafka-image
ROOTFS=$OUT/rootfs
# java.desktop: Log4j's configuration uses java.beans. The rest is what jdeps finds, and ciphers.
JDK_MODULES=java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,java.net.http
JDK_MODULES+=,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.xml
JDK_MODULES+=,jdk.crypto.ec,jdk.management,jdk.unsupported,jdk.zipfs

jdk_tool() { if [ -n "${JAVA_HOME:-}" ]; then echo "$JAVA_HOME/bin/$1"; else command -v "$1"; fi; }

kafka_version() { sed -n 's:.*<kafka.version>\(.*\)</kafka.version>.*:\1:p' "$HERE/../../pom.xml"; }

copy_jars() {
  mvn -B -q -f "$HERE/kafka-image-pom.xml" \
    org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$ROOTFS/opt/kafka/libs"
}

copy_jdk() {
  "$(jdk_tool jlink)" --add-modules "$JDK_MODULES" --no-header-files --no-man-pages \
    --strip-java-debug-attributes --output "$ROOTFS/opt/java"
}

copy_programs() {
  local applet
  mkdir -p "$ROOTFS/bin"
  for applet in $(busybox --list); do ln -s busybox "$ROOTFS/bin/$applet"; done
  cp --remove-destination "$(command -v busybox)" /bin/bash "$ROOTFS/bin/"
}

# Only what a server loads: drawing and sound would bring in half a desktop.
programs_and_libraries() {
  find "$ROOTFS/bin/bash" "$ROOTFS/opt/java/bin/java" "$ROOTFS/opt/java/lib" -type f \
    \( -name bash -o -name java -o -name '*.so' \) \
    ! -name 'libawt*' ! -name 'libfontmanager*' ! -name 'libfreetype*' ! -name 'libjavajpeg*' \
    ! -name 'libjawt*' ! -name 'libjsound*' ! -name 'liblcms*' ! -name 'libmlib_image*' ! -name 'libsplashscreen*'
}

copy_shared_libraries() {
  local library
  programs_and_libraries | xargs ldd 2>/dev/null | grep -o '/[^ :]*' | grep -v "^$ROOTFS" | sort -u |
    while read -r library; do
      if [ -f "$library" ]; then cp --parents --dereference "$library" "$ROOTFS"; fi
    done
}

copy_contract() {
  mkdir -p "$ROOTFS/etc/kafka/docker" "$ROOTFS/opt/kafka/config" "$ROOTFS/mnt/shared/config" \
    "$ROOTFS/var/lib/kafka/data" "$ROOTFS/tmp" "$ROOTFS/root"
  cp "$HERE"/kafka-image/* "$ROOTFS/etc/kafka/docker/"
  chmod 755 "$ROOTFS/etc/kafka/docker/run"
  chmod 1777 "$ROOTFS/tmp"
  echo 'root:x:0:0:root:/root:/bin/bash' >"$ROOTFS/etc/passwd"
}

assemble() {
  rm -rf "$OUT"
  mkdir -p "$OUT"
  copy_jdk
  copy_jars
  copy_programs
  copy_shared_libraries
  copy_contract
  echo "kafka-image: assembled $(du -sh "$ROOTFS" | cut -f1) for apache/kafka:$(kafka_version)"
}

load() {
  local name
  name=apache/kafka:$(kafka_version)
  tar -C "$ROOTFS" --numeric-owner --owner=0 --group=0 -c . | docker import \
    --change 'ENV PATH=/opt/java/bin:/bin' --change 'EXPOSE 9092' --change 'CMD ["/etc/kafka/docker/run"]' \
    - "$name" >/dev/null
  docker image ls "$name"
}

case "${1:-both}" in
  assemble) assemble ;;
  load) load ;;
  both) assemble && load ;;
  *) echo "usage: kafka-image.sh [assemble|load]" >&2 && exit 64 ;;
esac
