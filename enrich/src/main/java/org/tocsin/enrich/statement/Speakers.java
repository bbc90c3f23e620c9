package org.tocsin.enrich.statement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Part;
import org.tocsin.contract.Speaker;

/**
 * Leads the mention of a speaker to a name: {@code he} to {@code Ann Roe}'s colleague, or nowhere.
 */
final class Speakers {
  private final LanguagePack pack;
  private final People people;
  private final Roles roles;
  private final Discourse discourse;

  Speakers(LanguagePack pack, People people, Roles roles, Discourse discourse) {
    this.pack = pack;
    this.people = people;
    this.roles = roles;
    this.discourse = discourse;
  }

  /** A place in the article: part and where the paragraph begins. */
  record Origin(Part part, int start, String text) {}

  /** The speaker a phrase means; null where that is not sure. */
  @Nullable Speaker of(Sentence sentence, NounPhrase phrase, Origin origin) {
    if (unnamed(sentence, phrase) || indefinite(sentence, phrase)) {
      return null;
    }
    if (pronominal(sentence, phrase)) {
      return pronoun(sentence, phrase, origin);
    }
    boolean capitals = !pack.option(Option.NO_CAPITALS);
    NounPhrase titled = capitals ? null : new TitledNames(sentence, pack).name(phrase);
    boolean plain = !capitals || several(sentence, phrase);
    NounPhrase name = plain ? titled : new NameReader(sentence, pack).name(phrase);
    return name == null ? described(sentence, phrase, origin) : named(sentence, name, origin);
  }

  /** Who may be meant where {@link #of} gives nobody; no one where nobody in particular is. */
  List<String> candidates(Sentence sentence, @Nullable NounPhrase phrase) {
    if (phrase == null) {
      return discourse.candidates(null);
    }
    Lexeme word = sentence.lexeme(phrase.from());
    boolean thing = word.in(WordClass.IT) || word.in(WordClass.OWNER_IT);
    if (indefinite(sentence, phrase) || thing || word.in(WordClass.THEY)) {
      return List.of();
    }
    boolean pronoun = pronominal(sentence, phrase);
    return discourse.candidates(pronoun ? gender(word) : null);
  }

  private static Discourse.@Nullable Gender gender(Lexeme word) {
    if (word.in(WordClass.HE) || word.in(WordClass.HE_OBLIQUE) || word.in(WordClass.OWNER_HE)) {
      return Discourse.Gender.HE;
    }
    boolean she =
        word.in(WordClass.SHE) || word.in(WordClass.SHE_OBLIQUE) || word.in(WordClass.OWNER_SHE);
    return she ? Discourse.Gender.SHE : null;
  }

  /** A relative pronoun or a noun that reports: nobody is named. */
  private static boolean unnamed(Sentence sentence, NounPhrase phrase) {
    return phrase.to() - phrase.from() == 1
        && (sentence.in(phrase.from(), WordClass.RELATIVES)
            || sentence.in(phrase.from(), WordClass.CUE_NOUNS));
  }

  private static boolean pronominal(Sentence sentence, NounPhrase phrase) {
    return phrase.to() - phrase.from() == 1
        && (sentence.pronoun(phrase.from())
            || sentence.in(phrase.from(), WordClass.FIRST)
            || sentence.in(phrase.from(), WordClass.HE_OBLIQUE)
            || sentence.in(phrase.from(), WordClass.SHE_OBLIQUE)
            || sentence.in(phrase.from(), WordClass.OWNING));
  }

  /** {@code Nobody}, {@code everyone in Tarn}: no one in particular. */
  boolean indefinite(Sentence sentence, NounPhrase phrase) {
    for (int at = phrase.from(); at < phrase.to(); at++) {
      if (sentence.in(at, WordClass.PREPOSITIONS)) {
        return false;
      }
      boolean known = sentence.in(at - 1, WordClass.DEFINITE);
      if (!known && (sentence.in(at, WordClass.NOBODY) || sentence.in(at, WordClass.ANYBODY))) {
        return true;
      }
    }
    return sentence.folded(phrase.from()).equals("no");
  }

  private boolean several(Sentence sentence, NounPhrase phrase) {
    for (int at = phrase.from(); at < phrase.to(); at++) {
      if (sentence.in(at, WordClass.CONJUNCTIONS)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Speaker pronoun(Sentence sentence, NounPhrase phrase, Origin origin) {
    Lexeme word = sentence.lexeme(phrase.from());
    Discourse.Gender gender = gender(word);
    Person person = gender == null ? null : discourse.meant(gender);
    if (gender == null && (word.in(WordClass.IT) || word.in(WordClass.OWNER_IT))) {
      person = discourse.body();
    }
    return person == null ? null : speaker(sentence, phrase, origin, person);
  }

  /** Whether the name is that of a person whom the article names in full. */
  boolean introduced(Sentence sentence, NounPhrase phrase, Origin origin) {
    NounPhrase name = new NameReader(sentence, pack).name(phrase);
    return name != null
        && people.knows(sentence.folded(name.to() - 1))
        && person(sentence, name, origin).human();
  }

  private Speaker named(Sentence sentence, NounPhrase name, Origin origin) {
    return speaker(sentence, name, origin, person(sentence, name, origin));
  }

  /** The person or body that a name in a sentence means. */
  Person person(Sentence sentence, NounPhrase name, Origin origin) {
    int start = origin.start() + sentence.piece(name.from()).start();
    int end = origin.start() + sentence.piece(name.to() - 1).end();
    Person tagged = people.at(origin.part(), start, end);
    if (tagged != null && !namesake(sentence, name, origin)) {
      return doubtful(sentence, name, tagged)
          ? new Person(PeopleReader.text(sentence, name), null, true)
          : tagged;
    }
    boolean genitive = Nominatives.behindSource(sentence, pack, name.from());
    String written =
        pack.option(Option.UNSPACED)
            ? origin
                .text()
                .substring(sentence.piece(name.from()).start(), sentence.piece(name.to() - 1).end())
            : PeopleReader.text(sentence, name);
    Person person = people.named(genitive ? Nominatives.of(pack, written) : written);
    NameReader reader = new NameReader(sentence, pack);
    boolean body = !humanly(sentence, name, reader) || place(sentence, name, person);
    return body && person.actor() == null ? new Person(person.name(), null, false) : person;
  }

  /** {@code Sean Roe} where only {@code Roe} is tagged: the tag means another Roe. */
  private boolean namesake(Sentence sentence, NounPhrase name, Origin origin) {
    int end = origin.start() + sentence.piece(name.to() - 1).end();
    int tag = people.startOfTag(origin.part(), end);
    for (int at = name.from(); at < name.to() - 1; at++) {
      boolean before = origin.start() + sentence.piece(at).start() < tag;
      boolean given =
          sentence.in(at, WordClass.MALE_NAMES) || sentence.in(at, WordClass.FEMALE_NAMES);
      if (before && given && !sentence.in(at, WordClass.TITLES)) {
        return true;
      }
    }
    return false;
  }

  /** {@code Roe} where two are called so and the article spoke last of the one not tagged. */
  private boolean doubtful(Sentence sentence, NounPhrase name, Person tagged) {
    String surname = sentence.folded(name.from());
    if (name.to() - name.from() > 1 || !tagged.human() || !people.shared(surname)) {
      return false;
    }
    Person last = discourse.last(surname);
    return last != null && !last.name().equals(tagged.name());
  }

  /** {@code Kenya} and {@code le Kenya}, unless somebody here is called so. */
  private boolean place(Sentence sentence, NounPhrase name, Person person) {
    boolean single = name.to() - name.from() == 1;
    boolean alone = single && person.name().indexOf(' ') < 0;
    boolean article = sentence.in(name.from() - (single ? 1 : 0), WordClass.DEFINITE);
    return People.place(person.name()) || (article && (alone || !single));
  }

  private boolean humanly(Sentence sentence, NounPhrase name, NameReader reader) {
    for (int at = name.from(); at < name.to(); at++) {
      if (sentence.in(at, WordClass.PLACES) || sentence.in(at, WordClass.MEDIA)) {
        return false;
      }
    }
    String only = sentence.piece(name.from()).text();
    boolean noun = pack.option(Option.NOUN_CAPITALS) && name.to() - name.from() == 1;
    if (noun && !people.knows(sentence.folded(name.from()))) {
      return false;
    }
    boolean acronym =
        name.to() - name.from() == 1
            && only.length() > 1
            && only.equals(only.toUpperCase(Locale.ROOT));
    return !acronym && !reader.body(name.from(), name.to());
  }

  private Speaker described(Sentence sentence, NounPhrase phrase, Origin origin) {
    int from = sentence.piece(phrase.from()).start();
    int to = sentence.piece(phrase.to() - 1).end();
    Person role = pack.option(Option.NO_CAPITALS) ? null : inRole(sentence, phrase, origin);
    Person known = role == null && foreign() ? whole(sentence, phrase, origin) : role;
    String text = PeopleReader.spaced(origin.text().substring(from, to));
    String plain = new TitledNames(sentence, pack).unbound(phrase, text);
    return speaker(
        sentence, phrase, origin, known == null ? new Person(plain, null, false) : known);
  }

  private boolean foreign() {
    return pack.option(Option.NO_CAPITALS) || pack.option(Option.FRAMES);
  }

  /** The actor tagged over all of a description but its article: {@code die Bahn}. */
  private @Nullable Person whole(Sentence sentence, NounPhrase phrase, Origin origin) {
    boolean article = sentence.in(phrase.from(), WordClass.DETERMINERS);
    int first = article && phrase.to() - phrase.from() > 1 ? phrase.from() + 1 : phrase.from();
    Person opens = tagged(sentence.piece(first), origin);
    Person closes = tagged(sentence.piece(phrase.to() - 1), origin);
    return opens != null && opens.equals(closes) ? opens : null;
  }

  private @Nullable Person tagged(Piece piece, Origin origin) {
    return people.at(origin.part(), origin.start() + piece.start(), origin.start() + piece.end());
  }

  /** The one person introduced in the role that the phrase speaks of. */
  @Nullable Person inRole(Sentence sentence, NounPhrase phrase, Origin origin) {
    Role role = new RoleReader(sentence, pack).described(phrase);
    int place =
        origin.part() == Part.TITLE
            ? Integer.MAX_VALUE
            : origin.start() + sentence.piece(phrase.from()).start();
    String name = role == null ? null : roles.only(role, place);
    return name == null ? null : people.named(name);
  }

  /** {@code The minister}, of whom no name is sure: a pronoun behind means nobody else. */
  @Nullable Person role(Sentence sentence, NounPhrase phrase, Origin origin) {
    if (!pack.option(Option.APPOSITION)
        || new RoleReader(sentence, pack).described(phrase) == null) {
      return null;
    }
    int from = sentence.piece(phrase.from()).start();
    int to = sentence.piece(phrase.to() - 1).end();
    return new Person(PeopleReader.spaced(origin.text().substring(from, to)), null, true);
  }

  /** Whether the phrase brings in somebody whose name it does not give. */
  boolean nameless(Sentence sentence, NounPhrase phrase) {
    return new RoleReader(sentence, pack).nameless(phrase);
  }

  /** How much of a mention is left without {@code 's} or, of a pronoun, {@code 'd} and the like. */
  private static int uncontracted(Sentence sentence, NounPhrase phrase, String surface) {
    if (surface.endsWith("'s") || surface.endsWith("’s")) {
      return surface.length() - 2;
    }
    int mark = Math.max(surface.indexOf('\''), surface.indexOf('’'));
    boolean contracted = sentence.in(phrase.from(), WordClass.CONTRACTED);
    return contracted && mark > 0 ? mark : surface.length();
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
