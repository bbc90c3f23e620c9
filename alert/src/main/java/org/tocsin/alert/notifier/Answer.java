package org.tocsin.alert.notifier;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt went.
 *
 * @param result of three
 * @param detail the receiver's words or the fault, for people
 * @param retryAfter how long the receiver wants to be left alone; null where it does not say
 */
public record Answer(Result result, String detail, @Nullable Duration retryAfter) {
  private static final int LONGEST = 300;

  /** Of an attempt. */
  public enum Result {
    DELIVERED,
    /** It did not arrive now; it may later. */
    FAILED,
    /** The receiver will never take this message; of several alerts in it fewer may pass. */
    REFUSED,
    /** As things are set up, nothing will ever arrive. */
    BARRED
  }

  public Answer {
    detail = Plain.text(detail, LONGEST);
  }

  public static Answer delivered(String detail) {
    return new Answer(Result.DELIVERED, detail, null);
  }

  public static Answer failed(String detail) {
    return new Answer(Result.FAILED, detail, null);
  }

  public static Answer refused(String detail) {
    return new Answer(Result.REFUSED, detail, null);
  }

  public static Answer barred(String detail) {
    return new Answer(Result.BARRED, detail, null);
  }

  public boolean delivered() {
    return result == Result.DELIVERED;
  }
}
