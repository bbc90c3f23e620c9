package org.tocsin.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The lower-case, hyphenated names that enum constants carry on the wire: {@code armed-group}. */
final class Labels {
  private Labels() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E parse(Class<E> type, String label) {
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(label)) {
        return constant;
      }
    }
    List<String> known = Arrays.stream(type.getEnumConstants()).map(Labels::of).toList();
    throw new IllegalArgumentException("'" + label + "' is not one of " + String.join(", ", known));
  }
}
