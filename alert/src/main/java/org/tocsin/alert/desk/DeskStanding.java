package org.tocsin.alert.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tocsin.alert.system.SystemWatch;

/** What the desk knows of how it stands, and of the sources. */
public final class DeskStanding implements SystemWatch.Desk {
  private final DeskView view;
  private final DeskReader reader;
  private final Clock clock;

  public DeskStanding(DeskView view, DeskReader reader, Clock clock) {
    this.view = view;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public long overdueSources() {
    return view.sources().overdue(clock.instant()).count();
  }

  @Override
  public double overdueSeconds() {
    Instant now = clock.instant();
    return Duration.between(view.sources().overdue(now).since(), now).toMillis() / 1e3;
  }

  @Override
  public long lag() {
    return reader.lag();
  }

  @Override
  public long read() {
    return reader.taken();
  }

  @Override
  public double behind() {
    return reader.behind();
  }
}
