package org.tocsin.service;

/**
 * Something that only a person can put right: a bad setting, a port in use, a broker that is not
 * there. The message says what is wrong and where, the remedy what to do; the command line prints
 * both and ends with a non-zero status.
 */
public final class OperatorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  public OperatorException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  public OperatorException(String message, String remedy, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  /** What to do about it, as a sentence. */
  public String remedy() {
    return remedy;
  }
}
