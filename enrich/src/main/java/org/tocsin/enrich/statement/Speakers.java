package org.tocsin.enrich.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Speaker;

/**
 * Leads the mention of a speaker to a name: {@code he} to {@code Ann Roe}'s colleague, or nowhere.
 */
final class Speakers {
  private static final WordClasses PRONOMINAL =
      WordClasses.of(
          WordClass.HE,
          WordClass.SHE,
          WordClass.THEY,
          WordClass.IT,
          WordClass.FIRST,
          WordClass.HE_OBLIQUE,
          WordClass.SHE_OBLIQUE,
          WordClass.OWNING);
  private static final WordClasses HE =
      WordClasses.of(WordClass.HE, WordClass.HE_OBLIQUE, WordClass.OWNER_HE);
  private static final WordClasses SHE =
      WordClasses.of(WordClass.SHE, WordClass.SHE_OBLIQUE, WordClass.OWNER_SHE);
  private static final WordClasses THING = WordClasses.of(WordClass.IT, WordClass.OWNER_IT);
  private static final WordClasses UNNAMED =
      WordClasses.of(WordClass.RELATIVES, WordClass.CUE_NOUNS);
  private static final WordClasses UNCERTAIN = WordClasses.of(WordClass.NOBODY, WordClass.ANYBODY);

  private final LanguagePack pack;
  private final Naming naming;
  private final Discourse discourse;

  Speakers(LanguagePack pack, Naming naming, Discourse discourse) {
    this.pack = pack;
    this.naming = naming;
    this.discourse = discourse;
  }

  /** The speaker a phrase means; null where that is not sure. */
  @Nullable Speaker of(Sentence sentence, NounPhrase phrase, Origin origin) {
    return of(new Mention(sentence, phrase, origin));
  }

  /** The same. */
  @Nullable Speaker of(Mention mention) {
    if (unnamed(mention) || indefinite(mention)) {
      return null;
    }
    if (pronominal(mention)) {
      return pronoun(mention);
    }
    boolean several = !pack.option(Option.NO_CAPITALS) && several(mention);
    NounPhrase name = several ? null : mention.name(pack);
    Person person = several ? null : mention.named(pack, naming);
    return name == null || person == null
        ? described(mention)
        : speaker(mention.sentence(), name, mention.origin(), person);
  }

  /** Who may be meant where {@link #of} gives nobody; no one where nobody in particular is. */
  List<String> candidates(@Nullable Mention mention) {
    if (mention == null) {
      return discourse.candidates(null);
    }
    Lexeme word = mention.first();
    if (indefinite(mention) || word.in(THING) || word.in(WordClass.THEY)) {
      return List.of();
    }
    return discourse.candidates(pronominal(mention) ? gender(word) : null);
  }

  private static Discourse.@Nullable Gender gender(Lexeme word) {
    if (word.in(HE)) {
      return Discourse.Gender.HE;
    }
    return word.in(SHE) ? Discourse.Gender.SHE : null;
  }

  /** A relative pronoun or a noun that reports: nobody is named. */
  private static boolean unnamed(Mention mention) {
    return mention.single() && mention.first().in(UNNAMED);
  }

  private static boolean pronominal(Mention mention) {
    return mention.single() && mention.first().in(PRONOMINAL);
  }

  /** {@code Nobody}, {@code everyone in Tarn}: no one in particular. */
  static boolean indefinite(Mention mention) {
    Sentence sentence = mention.sentence();
    NounPhrase phrase = mention.phrase();
    for (int at = phrase.from(); at < phrase.to(); at++) {
      if (sentence.in(at, WordClass.PREPOSITIONS)) {
        return false;
      }
      if (sentence.in(at, UNCERTAIN) && !sentence.in(at - 1, WordClass.DEFINITE)) {
        return true;
      }
    }
    return sentence.no(phrase.from());
  }

  private static boolean several(Mention mention) {
    for (int at = mention.phrase().from(); at < mention.phrase().to(); at++) {
      if (mention.sentence().in(at, WordClass.CONJUNCTIONS)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Speaker pronoun(Mention mention) {
    Lexeme word = mention.first();
    Discourse.Gender gender = gender(word);
    Person person = gender == null ? null : discourse.meant(gender);
    if (gender == null && word.in(THING)) {
      person = discourse.body();
    }
    return person == null
        ? null
        : speaker(mention.sentence(), mention.phrase(), mention.origin(), person);
  }

  private Speaker described(Mention mention) {
    Person role = pack.option(Option.NO_CAPITALS) ? null : naming.inRole(mention);
    Person known = role == null ? tagged(mention) : role;
    Person person = known == null ? new Person(plain(mention), null, false) : known;
    return speaker(mention.sentence(), mention.phrase(), mention.origin(), person);
  }

  /** The body that a description is tagged as; what no dictionary names is called as it is here. */
  private @Nullable Person tagged(Mention mention) {
    Person body = naming.whole(mention);
    if (body == null || pack.option(Option.NO_CAPITALS) || pack.option(Option.FRAMES)) {
      return body;
    }
    boolean discovered = String.valueOf(body.actor()).startsWith("x:");
    return discovered ? new Person(plain(mention), body.actor(), false) : body;
  }

  private String plain(Mention mention) {
    String text = PeopleReader.spaced(mention.text());
    return new TitledNames(mention.sentence(), pack).unbound(mention.phrase(), text);
  }

  /** How much of a mention is left without {@code 's} or, of a pronoun, {@code 'd} and the like. */
  private static int uncontracted(Sentence sentence, NounPhrase phrase, String surface) {
    if (surface.endsWith("'s") || surface.endsWith("’s")) {
      return surface.length() - 2;
    }
    if (!sentence.in(phrase.from(), WordClass.CONTRACTED)) {
      return surface.length();
    }
    int mark = Math.max(surface.indexOf('\''), surface.indexOf('’'));
    return mark > 0 ? mark : surface.length();
  }

  private static Speaker speaker(
      Sentence sentence, NounPhrase phrase, Origin origin, Person person) {
    int from = sentence.piece(phrase.from()).start();
    int to = sentence.piece(phrase.to() - 1).end();
    String surface = origin.text().substring(from, to);
    int written = uncontracted(sentence, phrase, surface);
    if (written < surface.length()) {
      to = from + written;
      surface = origin.text().substring(from, to);
    }
    List<String> path =
        surface.equals(person.name()) ? List.of(surface) : List.of(surface, person.name());
    return new Speaker(
        person.name(),
        person.actor(),
        origin.part(),
        origin.start() + from,
        origin.start() + to,
        surface,
        path);
  }
}
