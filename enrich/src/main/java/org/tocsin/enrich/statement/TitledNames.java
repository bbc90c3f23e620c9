package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds names where capitals do not tell them: behind a title and what describes it. {@code سامي
 * الحداد} in {@code وزير النقل سامي الحداد}.
 */
final class TitledNames {
  private static final int LONGEST = 4;
  private static final String ARTICLE = "\u0627\u0644";

  private final Sentence sentence;
  private final LanguagePack pack;

  TitledNames(Sentence sentence, LanguagePack pack) {
    this.sentence = sentence;
    this.pack = pack;
  }

  /** The name in a group that opens with a title; null where it only describes. */
  @Nullable NounPhrase name(NounPhrase group) {
    if (pack.option(Option.UNSPACED)) {
      return new UnspacedText(sentence, pack).name(group);
    }
    if (!title(group.from())) {
      return null;
    }
    int from = group.from();
    while (from < group.to() && describes(from)) {
      from++;
    }
    int to = end(from, group.to());
    return to > from ? new NounPhrase(from, to) : null;
  }

  /** The names behind all titles of the sentence. */
  List<NounPhrase> all() {
    List<NounPhrase> names = new ArrayList<>();
    if (pack.option(Option.UNSPACED)) {
      return names;
    }
    NominalGroups groups = new NominalGroups(sentence, pack);
    for (int at = 0; at < sentence.size(); at++) {
      NounPhrase group = title(at) ? groups.after(at) : null;
      NounPhrase name = group == null ? null : name(group);
      if (name != null && group != null) {
        names.add(name);
        at = group.to() - 1;
      }
    }
    return names;
  }

  /** The first name with its title. */
  @Nullable NounPhrase first() {
    List<NounPhrase> names = all();
    if (names.isEmpty()) {
      return null;
    }
    int from = names.get(0).from() - 1;
    while (from > 0 && !title(from)) {
      from--;
    }
    return new NounPhrase(from, names.get(0).to());
  }

  private boolean title(int at) {
    String word = bare(at);
    boolean definite = word.startsWith(ARTICLE) && word.length() > 4;
    return pack.in(WordClass.TITLES, word)
        || (definite && pack.in(WordClass.TITLES, word.substring(2)))
        || (!definite && !word.isEmpty() && pack.in(WordClass.TITLES, ARTICLE + word));
  }

  private boolean describes(int at) {
    String word = sentence.folded(at);
    return title(at)
        || definite(word)
        || pack.in(WordClass.LINKS, word)
        || pack.in(WordClass.BODIES, bare(at))
        || pack.in(WordClass.PLACES, word);
  }

  private boolean definite(String word) {
    return pack.startsWith("definite-prefixes", word);
  }

  /** A second definite word behind a given and a family name belongs to what follows. */
  private int end(int from, int limit) {
    int at = from;
    int names = 0;
    while (at < limit && at - from < LONGEST) {
      boolean particle = sentence.in(at, WordClass.PARTICLES);
      if (names >= 2 && (definite(sentence.folded(at)) || !particle)) {
        break;
      }
      names += particle ? 0 : 1;
      at++;
    }
    return at;
  }

  /** The word without a preposition that is written as one word with it: {@code لوزير}. */
  private String bare(int at) {
    String word = sentence.folded(at);
    boolean bound = sentence.in(at - 1, WordClass.LAM_SOURCES) && word.length() > 2;
    boolean article = bound && word.startsWith("\u0644\u0644");
    return article ? "\u0627" + word.substring(1) : bound ? word.substring(1) : word;
  }

  /** A description without that preposition: {@code التقرير} for {@code للتقرير}. */
  String unbound(NounPhrase group, String text) {
    boolean bound = sentence.in(group.from() - 1, WordClass.LAM_SOURCES);
    if (!bound || text.length() < 3) {
      return text;
    }
    return text.startsWith("لل") ? "ا" + text.substring(1) : text.substring(1);
  }
}
