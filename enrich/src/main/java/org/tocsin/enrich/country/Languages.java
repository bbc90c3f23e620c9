package org.tocsin.enrich.country;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The languages that CLDR has country names in. */
final class Languages {
  static final Set<String> KNOWN =
      Arrays.stream(ULocale.getAvailableLocales())
          .map(ULocale::getLanguage)
          .filter(language -> language.length() == 2)
          .collect(Collectors.toUnmodifiableSet());

  private Languages() {}
}
