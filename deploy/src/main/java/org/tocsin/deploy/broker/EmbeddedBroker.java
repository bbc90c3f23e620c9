package org.tocsin.deploy.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Readiness;
import org.tocsin.service.Service;

/**
 * One KRaft node, broker and controller in one, on loopback and inside this process. Its data stays
 * in a folder and is found again at the next start.
 */
public final class EmbeddedBroker implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Written into the data folder by the first start; a folder of another cluster is refused. */
  private static final String CLUSTER_ID = "tocsin-embedded-000001";

  /** Why a broker of this process gave up; it can be only one at a time. */
  private static volatile @Nullable String failure;

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker; returns when it serves.
   *
   * @param folder for its log, formatted where it is new
   * @param port for clients
   * @throws OperatorException where the port is in use or the folder cannot be used
   */
  public static EmbeddedBroker start(Path folder, int port) {
    refuseTakenPort(port);
    failure = null;
    keepProcessAlive();
    try {
      boolean killed = FormerSelf.wasKilled(folder);
      format(folder);
      NodeProperties node = new NodeProperties(folder, port, freePort());
      if (killed) {
        FormerSelf.retire(node);
      }
      KafkaRaftServer server =
          new KafkaRaftServer(new KafkaConfig(node.brokerAndController(), false), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, port);
    } catch (Exception e) {
      throw new OperatorException(
          "the embedded broker does not start on " + folder + ": " + e.getMessage(),
          "See the cause above; an empty folder always works: set data.dir.",
          e);
    }
  }

  private static void refuseTakenPort(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(NodeProperties.HOST, port));
    } catch (IOException e) {
      throw new OperatorException(
          "port "
              + port
              + " on "
              + NodeProperties.HOST
              + " is in use, the embedded broker needs it",
          "Stop the other program (another Tocsin?) or set kafka.bootstrap.servers to another"
              + " loopback port.",
          e);
    }
  }

  /** A broker whose controller fails halts the whole process; inside ours it must not. */
  private static void keepProcessAlive() {
    Exit.setExitProcedure((code, message) -> refuseToEnd("exit", code, message));
    Exit.setHaltProcedure((code, message) -> refuseToEnd("halt", code, message));
  }

  private static void refuseToEnd(String how, int code, String message) {
    LOG.error("The embedded broker failed ({} {}): {}", how, code, message);
    failure = "the embedded broker gave up: " + message;
    throw new IllegalStateException("the embedded broker failed: " + message);
  }

  private static void format(Path folder) throws Exception {
    new Formatter()
        .setClusterId(CLUSTER_ID)
        .setNodeId(NodeProperties.NODE_ID)
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName(NodeProperties.CONTROLLER)
        .setIgnoreFormatted(true)
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where clients connect: {@code 127.0.0.1:9092}. */
  public String bootstrapServers() {
    return NodeProperties.HOST + ":" + port;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public void start() {
    LOG.debug("Serves since it was made");
  }

  @Override
  public Readiness readiness() {
    String fault = failure;
    return fault == null ? Readiness.READY : Readiness.failed(fault);
  }

  @Override
  public void close() {
    Thread end =
        new Thread(
            () -> {
              server.shutdown();
              server.awaitShutdown();
            },
            "kafka-end");
    end.setDaemon(true);
    end.start();
    try {
      end.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (end.isAlive()) {
      LOG.warn("The embedded broker does not end; it will find its data as after a crash");
    }
  }
}
