package org.tocsin.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.tocsin.contract.Topic;
import org.tocsin.contract.Topics;
import org.tocsin.service.KafkaSettings;
import org.tocsin.service.OperatorException;
import org.tocsin.service.Settings;

/**
 * Makes the topics that are missing and finds those that are not as Tocsin needs them: partitions
 * that would split what belongs together, a compaction that would lose records or keep them for
 * ever, records too small for an article.
 */
public final class TopicKeeper implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final int LOOKS = 6;

  private final Settings settings;
  private final Admin admin;

  private TopicKeeper(Settings settings, Admin admin) {
    this.settings = settings;
    this.admin = admin;
  }

  /**
   * Connects to the cluster.
   *
   * @throws OperatorException where no broker answers
   */
  public static TopicKeeper connect(Settings settings) {
    String servers = settings.get(KafkaSettings.BOOTSTRAP_SERVERS);
    Admin admin = null;
    try {
      admin = Admin.create(KafkaSettings.client(settings));
      await(admin.describeCluster().nodes());
      return new TopicKeeper(settings, admin);
    } catch (TimeoutException | ExecutionException | RuntimeException e) {
      if (admin != null) {
        admin.close(Duration.ZERO);
      }
      throw new OperatorException(
          "no Kafka broker answers at " + servers + ": " + cause(e).getMessage(),
          "Start Kafka, or put the right address into kafka.bootstrap.servers. 'deploy/tocsin up'"
              + " brings its own broker.",
          e);
    }
  }

  /**
   * Makes what is missing and checks what is there.
   *
   * @throws OperatorException where a topic is not as it must be
   */
  public void ensure() {
    create();
    List<String> faults = afterAMoment();
    if (!faults.isEmpty()) {
      throw new OperatorException(
          String.join("; ", faults),
          "Change the settings to fit the topics, or the topics to fit the settings; 'deploy/tocsin"
              + " doctor' shows all of it.");
    }
  }

  /**
   * Gives the topics of an earlier version what this one needs; for a broker that is ours alone.
   * Partitions stay as they are.
   */
  public void align() {
    try {
      Set<String> present = await(admin.listTopics().names());
      Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
      for (Topic<?, ?> topic : Topics.all()) {
        if (present.contains(name(topic))) {
          changes.put(resource(name(topic)), shape(topic).settings());
        }
      }
      await(admin.incrementalAlterConfigs(changes).all());
    } catch (ExecutionException | TimeoutException e) {
      throw cannot("change topics", e);
    }
  }

  /** What is wrong; of several brokers one may not know yet what another has just made. */
  private List<String> afterAMoment() {
    List<String> faults = faults();
    for (int i = 0; i < LOOKS && !faults.isEmpty(); i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return faults;
      }
      faults = faults();
    }
    return faults;
  }

  private void create() {
    try {
      Set<String> present = await(admin.listTopics().names());
      List<NewTopic> missing =
          Topics.all().stream()
              .filter(t -> !present.contains(name(t)))
              .map(t -> shape(t).fresh())
              .toList();
      await(admin.createTopics(missing).all());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw cannot("create topics", e);
      }
    } catch (TimeoutException e) {
      throw cannot("create topics", e);
    }
  }

  /** What is wrong with the topics, one sentence each; empty where all is well. */
  public List<String> faults() {
    try {
      List<String> names = Topics.all().stream().map(this::name).toList();
      Set<String> present = await(admin.listTopics().names());
      List<String> there = names.stream().filter(present::contains).toList();
      Map<String, TopicDescription> descriptions =
          await(admin.describeTopics(there).allTopicNames());
      Map<ConfigResource, Config> configs =
          await(admin.describeConfigs(there.stream().map(TopicKeeper::resource).toList()).all());
      List<String> faults = new ArrayList<>();
      for (Topic<?, ?> topic : Topics.all()) {
        TopicDescription description = descriptions.get(name(topic));
        Config config = configs.get(resource(name(topic)));
        if (description == null || config == null) {
          faults.add("there is no topic " + name(topic));
        } else {
          faults.addAll(shape(topic).faults(description, config));
        }
      }
      return faults;
    } catch (ExecutionException | TimeoutException e) {
      throw cannot("describe topics", e);
    }
  }

  private TopicShape shape(Topic<?, ?> topic) {
    return new TopicShape(topic, settings);
  }

  private String name(Topic<?, ?> topic) {
    return topic.in(settings.get(KafkaSettings.PREFIX));
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static <T> T await(KafkaFuture<T> future) throws ExecutionException, TimeoutException {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperatorException("interrupted while waiting for Kafka", "Start again.", e);
    }
  }

  private static OperatorException cannot(String what, Exception e) {
    return new OperatorException(
        "cannot " + what + ": " + cause(e).getMessage(),
        "Check the rights of this client and the state of the cluster.",
        e);
  }

  private static Throwable cause(Throwable e) {
    return e.getCause() == null ? e : e.getCause();
  }

  @Override
  public void close() {
    admin.close(PATIENCE);
  }
}
