package org.tocsin.enrich.topology;

import org.tocsin.contract.DeadLetter;
import org.tocsin.enrich.Completed;

/** How a decision ended. */
sealed interface Completion {
  /** Its draft was there. */
  record Done(Completed completed) implements Completion {}

  /** It had no draft to complete: cannot happen under exactly-once, and must not stop the rest. */
  record Orphan(DeadLetter letter) implements Completion {}
}
