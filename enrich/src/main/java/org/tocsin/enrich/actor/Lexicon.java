package org.tocsin.enrich.actor;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.NameList;
import org.tocsin.enrich.text.Token;

/** What single words say about the names beside them: {@code words.tsv}, nations, given names. */
final class Lexicon {
  /** Kinds of words, as in {@code words.tsv}. */
  enum Kind {
    TITLE,
    SPEECH,
    START,
    NEVER,
    PARTICLE,
    LINK,
    HEAD,
    END,
    PLACE,
    ACT,
    BESIDE
  }

  /** What the noun of a name makes of the body. */
  record Head(ActorTag.Type type, String role) {}

  private final Map<Kind, Map<String, String>> words = new EnumMap<>(Kind.class);
  private final Map<String, String> nations = new HashMap<>();
  private final Map<String, Head> heads = new HashMap<>();
  private final Set<String> places = new HashSet<>();
  private final NameList firstNames = NameList.firstNames();

  Lexicon() {
    for (DataFile.Row row : DataFile.of(Lexicon.class, "words.tsv")) {
      Kind kind = Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT));
      Map<String, String> known = words.computeIfAbsent(kind, key -> new HashMap<>());
      row.list("words").forEach(word -> known.putIfAbsent(Folding.fold(word), row.get("code")));
    }
    for (Kind kind : new Kind[] {Kind.HEAD, Kind.END}) {
      of(kind).forEach((word, code) -> heads.put(word, head(code)));
    }
    places.addAll(Nations.places());
    for (Nations.Nation nation : Nations.all()) {
      nation.words().forEach(word -> nations.putIfAbsent(Folding.fold(word), nation.code()));
    }
  }

  private static Head head(String code) {
    String[] parts = code.split(":");
    return new Head(ActorTag.Type.parse(parts[0]), parts[1]);
  }

  private Map<String, String> of(Kind kind) {
    return words.getOrDefault(kind, Map.of());
  }

  boolean is(Kind kind, Token token) {
    return of(kind).containsKey(token.folded());
  }

  /** The sector of a title, for example {@code MIL} of {@code General}. */
  @Nullable String sector(Token title) {
    return of(Kind.TITLE).get(title.folded());
  }

  @Nullable Head head(Token token) {
    return heads.get(token.folded());
  }

  /** The country of a nation's name or adjective. */
  @Nullable String nation(Token token) {
    return nations.get(token.folded());
  }

  /** Whether the gazetteer has these words as a place. */
  boolean place(String name) {
    return places.contains(Folding.fold(name));
  }

  boolean firstName(Token token) {
    return firstNames.contains(token);
  }
}
