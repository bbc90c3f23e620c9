package org.tocsin.ingest.parse;

import java.io.IOException;

/** An input is larger than a limit allows. The message says which one, in words. */
public final class TooLargeException extends IOException {
  public TooLargeException(String message) {
    super(message);
  }
}
