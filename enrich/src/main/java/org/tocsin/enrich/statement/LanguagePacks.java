package org.tocsin.enrich.statement;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The packs of the languages this program reads; others are read with the English one. */
final class LanguagePacks {
  private static final Map<String, String> FILES = Map.of("en", "en");
  private static final Map<String, LanguagePack> READ = new ConcurrentHashMap<>();

  private LanguagePacks() {}

  static LanguagePack of(String language) {
    Function<String, LanguagePack> reader = LanguagePack::read;
    return READ.computeIfAbsent(FILES.getOrDefault(language, "en"), reader);
  }
}
