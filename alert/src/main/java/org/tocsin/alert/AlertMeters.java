package org.tocsin.alert;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.tocsin.alert.calm.CalmCounts;
import org.tocsin.alert.desk.DeskApi;
import org.tocsin.alert.desk.DeskView;
import org.tocsin.alert.topology.WatchBook;

/** What an operator can see of alert, beside Kafka's own meters. */
final class AlertMeters {
  private AlertMeters() {}

  static void register(
      MeterRegistry registry, DeskView view, WatchBook book, CalmCounts counts, DeskApi api) {
    Gauge.builder("tocsin.watches", book, b -> b.index().size())
        .description("Watches in force.")
        .register(registry);
    FunctionCounter.builder("tocsin.watches.refused", book, WatchBook::refused)
        .description("Records of the watch topic that could not be read.")
        .register(registry);
    for (String outcome : CalmCounts.outcomes()) {
      FunctionCounter.builder("tocsin.alerts", counts, c -> c.of(outcome))
          .description(
              "Alerts raised, by whether they rang, were held back or joined another; what was held"
                  + " back is counted again as digested when it is told.")
          .tag("outcome", outcome)
          .register(registry);
    }
    FunctionCounter.builder("tocsin.desk.unreadable", view, DeskView::unreadable)
        .description("Records that the desk passed over.")
        .register(registry);
    Gauge.builder("tocsin.desk.streams", api, DeskApi::streams)
        .description("Clients that follow the alerts.")
        .register(registry);
    FunctionCounter.builder("tocsin.desk.streams.dropped", api, DeskApi::droppedStreams)
        .description("Clients that were too slow to follow the alerts.")
        .register(registry);
  }
}
