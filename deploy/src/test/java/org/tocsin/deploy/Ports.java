package org.tocsin.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tocsin.service.Settings;

/**
 * Free loopback ports for one installation, and the settings and options that name them.
 *
 * @param kafka of the broker
 * @param ingest of push
 * @param enrich of health and metrics
 * @param alert of the desk
 */
record Ports(int kafka, int ingest, int enrich, int alert) {
  static Ports free() throws IOException {
    return new Ports(one(), one(), one(), one());
  }

  static int one() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("kafka.bootstrap.servers", "127.0.0.1:" + kafka);
    values.put("ingest.http.port", String.valueOf(ingest));
    values.put("enrich.http.port", String.valueOf(enrich));
    values.put("alert.http.port", String.valueOf(alert));
    return values;
  }

  Settings settings() {
    return Settings.of(values());
  }

  /** A command with these ports, and more settings as key=value. */
  String[] command(String name, String... more) {
    java.util.List<String> args = new java.util.ArrayList<>(java.util.List.of(name));
    values().forEach((key, value) -> args.addAll(java.util.List.of("--set", key + "=" + value)));
    for (String setting : more) {
      args.addAll(java.util.List.of("--set", setting));
    }
    return args.toArray(String[]::new);
  }

  String[] up(Path data, String... more) {
    String[] all = java.util.Arrays.copyOf(more, more.length + 1);
    all[more.length] = "data.dir=" + data;
    return command("up", all);
  }
}
