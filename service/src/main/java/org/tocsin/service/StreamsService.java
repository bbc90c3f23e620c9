package org.tocsin.service;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a topology. A thread that dies is replaced, but an application whose threads keep dying
 * stops and says so, because then a person must look.
 */
public final class StreamsService implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  private final String name;
  private final Topology topology;
  private final Properties properties;
  private final Metrics metrics;
  private final FaultGuard guard;
  private volatile @Nullable KafkaStreams streams;
  private volatile @Nullable KafkaStreamsMetrics binder;
  private volatile @Nullable String failure;

  public StreamsService(
      String name, Topology topology, Properties properties, Metrics metrics, Clock clock) {
    this.name = name;
    this.topology = topology;
    this.properties = properties;
    this.metrics = metrics;
    this.guard = new FaultGuard(clock);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized void start() {
    KafkaStreams created = new KafkaStreams(topology, properties);
    created.setUncaughtExceptionHandler(this::afterFault);
    KafkaStreamsMetrics figures = new KafkaStreamsMetrics(created);
    figures.bindTo(metrics.registry());
    binder = figures;
    streams = created;
    created.start();
  }

  private StreamThreadExceptionResponse afterFault(Throwable fault) {
    if (guard.worthAnotherTry(fault)) {
      LOG.warn("{} replaces a thread that failed", name, fault);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    failure = "its threads keep failing, the last by: " + fault;
    LOG.error("{} stops: its threads keep failing", name, fault);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  @Override
  public Readiness readiness() {
    String fault = failure;
    if (fault != null) {
      return Readiness.failed(fault);
    }
    KafkaStreams running = streams;
    if (running == null) {
      return Readiness.notYet("not started");
    }
    KafkaStreams.State state = running.state();
    return Readiness.of(
        state == KafkaStreams.State.RUNNING, state.name().toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public void close() {
    KafkaStreams running = streams;
    if (running == null) {
      return;
    }
    KafkaStreamsMetrics figures = binder;
    if (figures != null) {
      figures.close();
    }
    boolean clean =
        running.close(
            CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    if (!clean) {
      LOG.warn("{} did not stop within {}", name, CLOSE_TIMEOUT);
    }
  }
}
