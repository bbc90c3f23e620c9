package org.tocsin.enrich.statement;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The packs of the languages this program reads; others are read with the English one. */
final class LanguagePacks {
  private static final Set<String> FILES = Set.of("en", "de", "fr", "es", "ru", "ar", "zh");
  private static final Map<String, LanguagePack> READ = new ConcurrentHashMap<>();

  private LanguagePacks() {}

  static LanguagePack of(String language) {
    Function<String, LanguagePack> reader = LanguagePack::read;
    return READ.computeIfAbsent(FILES.contains(language) ? language : "en", reader);
  }
}
