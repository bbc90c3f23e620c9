package org.tocsin.alert.notifier;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Alert;

/** Hands alerts to a printer in this process. */
final class PrintedChannel implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(PrintedChannel.class);

  private final Consumer<Alert> printer;

  PrintedChannel(Consumer<Alert> printer) {
    this.printer = printer;
  }

  @Override
  public Answer send(List<Alert> alerts) {
    alerts.forEach(printer);
    return Answer.delivered("printed");
  }

  @Override
  public Answer test(String sentence) {
    LOG.info("{}", sentence);
    return Answer.delivered("printed");
  }

  @Override
  public String target() {
    return "log";
  }
}
