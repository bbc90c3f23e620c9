package org.tocsin.alert.query;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a query asks of one word of a text. */
sealed interface Shape {
  /** Whether a word is what was asked for, in a text of a language that is stemmed, or in none. */
  boolean fits(Word word, @Nullable Stemming language);

  /** The letters by which it is likely to be rare. */
  String letters();

  /**
   * A word in whatever form it takes in the language of the text.
   *
   * @param stems by {@link Stemming#ordinal}; empty where only the form as written will do
   */
  record Form(String plain, List<String> stems) implements Shape {
    private static final Stemming[] LANGUAGES = Stemming.values();

    public Form {
      stems = List.copyOf(stems);
    }

    /** A word that is stemmed as the text is. */
    static Form inflected(String lower, String plain) {
      return new Form(
          plain, Arrays.stream(LANGUAGES).map(language -> language.stem(lower, plain)).toList());
    }

    /** A word in the form written. */
    static Form exact(String plain) {
      return new Form(plain, List.of());
    }

    @Override
    public boolean fits(Word word, @Nullable Stemming language) {
      return word.plain().equals(plain)
          || (language != null && !stems.isEmpty() && word.stem().equals(stem(language)));
    }

    /** Its stem in a language; only where it has stems. */
    @SuppressWarnings("EnumOrdinal") // A map for each of a million words would be dear.
    String stem(Stemming language) {
      return stems.get(language.ordinal());
    }

    /** Its stems in all languages, without those that are the word itself. */
    Set<String> distinctStems() {
      return new LinkedHashSet<>(stems);
    }

    @Override
    public String letters() {
      return plain;
    }
  }

  /**
   * A word of which some letters are open: {@code harbo*}, {@code organi?ation}.
   *
   * @param mask letters, and {@value #ANY} where one may be any
   * @param open whether more may follow
   */
  record Pattern(String mask, boolean open) implements Shape {
    static final char ANY = '?';

    @Override
    public boolean fits(Word word, @Nullable Stemming language) {
      String plain = word.plain();
      if (open ? plain.length() < mask.length() : plain.length() != mask.length()) {
        return false;
      }
      for (int i = 0; i < mask.length(); i++) {
        if (mask.charAt(i) != ANY && mask.charAt(i) != plain.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String letters() {
      int any = mask.indexOf(ANY);
      return any < 0 ? mask : mask.substring(0, any);
    }
  }
}
