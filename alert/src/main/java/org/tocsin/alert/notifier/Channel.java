package org.tocsin.alert.notifier;

import java.util.List;
import org.tocsin.contract.Alert;

/** One way to people. Called by several threads; bounded in time. */
public interface Channel extends AutoCloseable {
  /**
   * Tries once to deliver.
   *
   * @param alerts one, or for a digest all that it is about; at least one
   * @return how it went; faults of the receiver are answers, not exceptions
   */
  Answer send(List<Alert> alerts);

  /** How many of these, from the first, one message holds; at least one. */
  default int fits(List<Alert> alerts) {
    return alerts.size();
  }

  /**
   * Says a sentence that is no alert, so that somebody can see whether it arrives.
   *
   * @return how it went
   */
  Answer test(String sentence);

  /** Where it leads, for operators: a host or mailboxes, nothing secret. */
  String target();

  @Override
  default void close() {}
}
