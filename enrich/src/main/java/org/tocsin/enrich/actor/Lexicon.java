package org.tocsin.enrich.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.Sieve;
import org.tocsin.enrich.text.WordMap;
import org.tocsin.enrich.text.Words;

/**
 * What single words say about the names they stand in or beside: {@code words.tsv}, nations, towns,
 * given names, surnames, ordinary words. All that is known of a word is one number, a {@linkplain
 * #signs bit for each kind}.
 */
final class Lexicon {
  /**
   * Kinds of words, most of them as in {@code words.tsv}. By the first eight the words of a text
   * are {@linkplain Reading#ofKinds gathered}, by those from {@code MODIFIER} to {@code
   * PLACE_FIRST} names are {@linkplain Weights weighed}.
   */
  enum Kind {
    CROWD(0),
    PARTICLE(1),
    LEADER(2),
    END(3),
    PRONOUN(4),
    MODIFIER(5),
    HEAD(6),
    NATION(7),
    TOWN(8),
    COMMON(9),
    GIVEN(10),
    SURNAME(11),
    NAME(12),
    PLACE(13),
    THING(14),
    PLACE_FIRST(15),
    TITLE(16),
    BROAD(17),
    SPEECH(18),
    START(19),
    NEVER(20),
    LINK(21),
    ACT(22),
    PLAIN(23),
    BODY_BEFORE(24),
    BODY_AFTER(25),
    WORK_BEFORE(26),
    LOCATIVE(27),
    ROLE(28),
    OPENING(29),
    CALENDAR(30);

    private final int bit;

    Kind(int place) {
      this.bit = 1 << place;
    }

    int bit() {
      return bit;
    }
  }

  /** What the noun of a name makes of the body. */
  record Head(ActorTag.Type type, String role) {}

  private final SignTable signs = new SignTable();
  private final WordMap<String> titles = new WordMap<>();
  private final WordMap<String> nations = new WordMap<>();
  private final WordMap<Head> heads = new WordMap<>();
  private final WordMap<Head> crowds = new WordMap<>();
  private final NumberTable places = new NumberTable(1);
  private final Sieve placeSieve = Sieve.ofOrder(20);

  /** Names of countries that have several words: El Salvador, Hong Kong. */
  private final KeySet lands = KeySet.ofAtMost(256);

  Lexicon() {
    DataFile.of(Lexicon.class, "words.tsv").forEach(this::learn);
    Nations.places().forEach(this::learnPlace);
    words("place-names.txt", "\\|", this::learnPlace);
    for (Nations.Nation nation : Nations.all()) {
      nation.words().forEach(word -> learnNation(Folding.fold(word), nation.code()));
      nation.names().forEach(this::learnLand);
    }
    words("given-names.txt", " ", word -> sign(Folding.fold(word), Kind.GIVEN));
    words("surnames.txt", " ", word -> sign(Folding.fold(word), Kind.SURNAME));
    words("other-names.txt", " ", word -> sign(Folding.fold(word), Kind.NAME));
    words("common-words.txt", " ", word -> sign(word, Kind.COMMON));
    signs.close();
    places.close();
  }

  private void learn(DataFile.Row row) {
    Kind kind = Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
    for (String listed : row.list("words")) {
      String word = Folding.fold(listed);
      sign(word, kind);
      switch (kind) {
        case TITLE -> titles.putIfAbsent(Words.folded(word), row.get("code"));
        case HEAD, END, LEADER -> heads.putIfAbsent(Words.folded(word), head(row.get("code")));
        case CROWD -> crowds.putIfAbsent(Words.folded(word), head(row.get("code")));
        default -> {
          // the sign alone
        }
      }
    }
  }

  private void learnPlace(String name) {
    Words words = Words.of(name);
    if (words.size() > 1) {
      places.put(words.phrase(0, words.size()), 0);
      placeSieve.add(words.phrase(0, words.size()));
    }
    if (name.indexOf(' ') < 0) {
      sign(Folding.fold(name), Kind.TOWN);
    }
  }

  private void learnLand(String name) {
    Words words = Words.of(name);
    if (words.size() > 1) {
      lands.add(words.phrase(0, words.size()));
    }
  }

  private void learnNation(String word, String code) {
    nations.putIfAbsent(Words.folded(word), code);
    sign(word, Kind.NATION);
  }

  private void sign(String word, Kind kind) {
    signs.add(Words.folded(word), kind.bit());
  }

  private static Head head(String code) {
    String[] parts = code.split(":");
    return new Head(ActorTag.Type.parse(parts[0]), parts[1]);
  }

  private static void words(String file, String separator, Consumer<String> each) {
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          for (String word : line.split(separator)) {
            each.accept(word);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** All kinds a word is of, as {@link Kind#bit}s, by its {@linkplain Words#whole key}. */
  int signs(long word) {
    return signs.get(word);
  }

  /** Bytes of the table of words. */
  long bytes() {
    return signs.bytes() + places.bytes() + placeSieve.bytes();
  }

  // Words are known by their keys, see Words.whole.

  /** The sector of a title, for example {@code MIL} of {@code General}. */
  @Nullable String sector(long word) {
    return titles.get(word);
  }

  @Nullable Head head(long word) {
    return heads.get(word);
  }

  /** What a crowd word such as {@code rebels} makes of those it names. */
  @Nullable Head crowd(long word) {
    return crowds.get(word);
  }

  /** The country of a nation's name or adjective. */
  @Nullable String nation(long word) {
    return nations.get(word);
  }

  /** Whether these words are the name of a country, by {@link Words#phrase}. */
  boolean land(long phrase) {
    return lands.contains(phrase);
  }

  /** Whether the gazetteer has these words, several, as a place, by {@link Words#phrase}. */
  boolean place(long phrase) {
    return placeSieve.passes(phrase) != 0 && places.get(phrase) != NumberTable.ABSENT;
  }
}
