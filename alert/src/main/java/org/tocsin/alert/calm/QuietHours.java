package org.tocsin.alert.calm;

import java.time.Instant;
import java.time.LocalTime;
import org.tocsin.contract.Calm;

/** Which moments are quiet. Hours are those of the wall in their zone, also when clocks change. */
final class QuietHours {
  private QuietHours() {}

  static boolean include(Calm.Quiet quiet, Instant moment) {
    LocalTime time = moment.atZone(quiet.zone()).toLocalTime();
    boolean begun = !time.isBefore(quiet.from());
    boolean over = !time.isBefore(quiet.to());
    return quiet.from().isBefore(quiet.to()) ? begun && !over : begun || !over;
  }
}
