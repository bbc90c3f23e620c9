package org.tocsin.contract;

import org.jspecify.annotations.Nullable;

/** What the records' constructors insist on. */
final class Checks {
  private Checks() {}

  static void notBlank(String value, String name) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is empty");
    }
  }

  /** For what JSON may have left out. */
  static void present(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name);
    }
  }

  static void span(int start, int end) {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  static void fraction(double value, String name) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is not between 0 and 1: " + value);
    }
  }
}
