package org.tocsin.deploy.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.utils.Time;
import org.tocsin.service.OperatorException;

/**
 * The broker that a killed process left behind in the metadata, where it still leads all
 * partitions. It has to be given up before the node starts again.
 *
 * <p>Were it given up while the node is starting, all partitions would be without a leader for a
 * moment, and Kafka 4.3 takes a partition without a leader for a deleted one when it finishes the
 * transactions it finds half committed: it notes them as committed and never writes their markers.
 * Such a transaction stays open for ever, and so do all who wait behind it. This way a restart is
 * also faster than the session of the former self would last.
 */
final class FormerSelf {
  /** Kafka writes it when it closes in order and deletes it when it starts. */
  private static final String CLEAN = ".kafka_cleanshutdown";

  /** Kafka writes it into a folder that it formats. */
  private static final String FORMATTED = "meta.properties";

  private FormerSelf() {}

  /** Whether a node has run in a folder and did not close in order. */
  static boolean wasKilled(Path folder) {
    return Files.exists(folder.resolve(FORMATTED)) && !Files.exists(folder.resolve(CLEAN));
  }

  /** Starts the controller alone and makes it forget the broker. */
  static void retire(NodeProperties node) throws InterruptedException {
    KafkaRaftServer controller =
        new KafkaRaftServer(new KafkaConfig(node.controllerAlone(), false), Time.SYSTEM);
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, node.controller()))) {
      controller.startup();
      admin.unregisterBroker(NodeProperties.NODE_ID).all().get();
    } catch (ExecutionException e) {
      refuseUnlessGone(e, node);
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static void refuseUnlessGone(ExecutionException e, NodeProperties node) {
    if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
      throw new OperatorException(
          "the broker that was killed in " + node.folder() + " cannot be given up",
          "Start again; an empty folder always works: set data.dir.",
          e);
    }
  }
}
