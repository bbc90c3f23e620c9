package org.tocsin.deploy.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * How the one node is set up.
 *
 * @param folder of its log
 * @param port for clients
 * @param controllerPort for itself
 */
record NodeProperties(Path folder, int port, int controllerPort) {
  static final int NODE_ID = 1;
  static final String HOST = "127.0.0.1";
  static final String CONTROLLER = "CONTROLLER";

  /** Where the controller listens. */
  String controller() {
    return HOST + ":" + controllerPort;
  }

  /** The whole node. */
  Properties brokerAndController() {
    Properties p = controllerAlone();
    String clients = "PLAINTEXT://" + HOST + ":" + port;
    p.setProperty("process.roles", "broker,controller");
    p.setProperty("listeners", clients + "," + p.getProperty("listeners"));
    p.setProperty("advertised.listeners", clients);
    p.setProperty("inter.broker.listener.name", "PLAINTEXT");
    p.setProperty("auto.create.topics.enable", "false");
    p.setProperty("group.initial.rebalance.delay.ms", "0");
    p.setProperty("group.streams.initial.rebalance.delay.ms", "0");
    // There is no other broker to take over, so nothing is gained by giving this one up, not even
    // when the machine slept for a night: see FormerSelf for what would be lost.
    p.setProperty("broker.session.timeout.ms", "86400000");
    p.setProperty("broker.heartbeat.interval.ms", "1000");
    // A producer's first record of a transaction waits here until the transaction before it is
    // ended
    // on the disk. Kafka's 100 ms are over soon on a busy machine; the producer then tries again,
    // but
    // what it sent right behind comes first and is logged as out of sequence.
    p.setProperty("add.partitions.to.txn.retry.backoff.max.ms", "10000");
    p.setProperty("num.network.threads", "2");
    p.setProperty("num.io.threads", "4");
    p.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
    oneOfEverything(p);
    return p;
  }

  /** The node without its broker. */
  Properties controllerAlone() {
    Properties p = new Properties();
    p.setProperty("process.roles", "controller");
    p.setProperty("node.id", String.valueOf(NODE_ID));
    p.setProperty("controller.quorum.voters", NODE_ID + "@" + controller());
    p.setProperty("listeners", CONTROLLER + "://" + controller());
    p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.setProperty("controller.listener.names", CONTROLLER);
    p.setProperty("log.dirs", folder.toString());
    return p;
  }

  /** Kafka's internal topics default to three copies, of which one node has none to give. */
  private static void oneOfEverything(Properties p) {
    p.setProperty("default.replication.factor", "1");
    p.setProperty("min.insync.replicas", "1");
    p.setProperty("offsets.topic.replication.factor", "1");
    p.setProperty("offsets.topic.num.partitions", "4");
    p.setProperty("transaction.state.log.replication.factor", "1");
    p.setProperty("transaction.state.log.min.isr", "1");
    p.setProperty("transaction.state.log.num.partitions", "4");
    p.setProperty("share.coordinator.state.topic.replication.factor", "1");
    p.setProperty("share.coordinator.state.topic.min.isr", "1");
  }
}
