package org.tocsin.enrich.statement;

import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Part;

/** Whom a name, a role or a tagged description in a sentence means. */
final class Naming {
  private final LanguagePack pack;
  private final People people;
  private final Roles roles;
  private final Discourse discourse;

  Naming(LanguagePack pack, People people, Roles roles, Discourse discourse) {
    this.pack = pack;
    this.people = people;
    this.roles = roles;
    this.discourse = discourse;
  }

  /** The person or body that a name in a sentence means. */
  Person person(Sentence sentence, NounPhrase name, Origin origin) {
    Person tagged = tagged(sentence, name, origin);
    if (tagged != null && !namesake(sentence, name, origin)) {
      return doubtful(sentence, name, tagged)
          ? new Person(PeopleReader.text(sentence, name, origin.text()), null, true)
          : tagged;
    }
    boolean genitive = Nominatives.behindSource(sentence, pack, name.from());
    String written =
        pack.option(Option.UNSPACED)
            ? origin
                .text()
                .substring(sentence.piece(name.from()).start(), sentence.piece(name.to() - 1).end())
            : PeopleReader.text(sentence, name, origin.text());
    Person person = people.named(genitive ? Nominatives.of(pack, written) : written);
    NameReader reader = new NameReader(sentence, pack);
    boolean body = !humanly(sentence, name, reader) || place(sentence, name, person);
    return body && person.actor() == null ? new Person(person.name(), null, false) : person;
  }

  /** The actor tagged over a name. */
  @Nullable Person tagged(Sentence sentence, NounPhrase name, Origin origin) {
    int start = origin.start() + sentence.piece(name.from()).start();
    int end = origin.start() + sentence.piece(name.to() - 1).end();
    return people.at(origin.part(), start, end);
  }

  /** Whether the article names somebody in full whose name ends like this one. */
  boolean known(Sentence sentence, NounPhrase name) {
    return people.knows(sentence.folded(name.to() - 1));
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
    return people.place(person.name()) || (article && (alone || !single));
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
    boolean acronym = name.to() - name.from() == 1 && only.length() > 1 && People.loud(only);
    return !acronym && !reader.body(name.from(), name.to());
  }

  /** The actor tagged over all of a description but its article: {@code die Bahn}. */
  @Nullable Person whole(Mention mention) {
    Sentence sentence = mention.sentence();
    NounPhrase phrase = mention.phrase();
    boolean article = mention.first().in(WordClass.DETERMINERS) && !mention.single();
    Person opens = tagged(sentence.piece(phrase.from() + (article ? 1 : 0)), mention.origin());
    Person closes = tagged(sentence.piece(phrase.to() - 1), mention.origin());
    return opens != null && opens.equals(closes) ? opens : null;
  }

  private @Nullable Person tagged(Piece piece, Origin origin) {
    return people.at(origin.part(), origin.start() + piece.start(), origin.start() + piece.end());
  }

  /** The one person introduced in the role that the phrase speaks of. */
  @Nullable Person inRole(Mention mention) {
    Role role = roles.isEmpty() ? null : described(mention);
    int place =
        mention.origin().part() == Part.TITLE
            ? Integer.MAX_VALUE
            : mention.origin().start() + mention.start();
    String name = role == null ? null : roles.only(role, place);
    return name == null ? null : people.named(name);
  }

  /** {@code The minister}, of whom no name is sure: a pronoun behind means nobody else. */
  @Nullable Person role(Mention mention) {
    return pack.option(Option.APPOSITION) && describes(mention)
        ? new Person(PeopleReader.spaced(mention.text()), null, true)
        : null;
  }

  private boolean describes(Mention mention) {
    return new RoleReader(mention.sentence(), pack).describes(mention.phrase());
  }

  private @Nullable Role described(Mention mention) {
    return new RoleReader(mention.sentence(), pack).described(mention.phrase());
  }

  /** Whether the phrase brings in somebody whose name it does not give. */
  boolean nameless(Mention mention) {
    return new RoleReader(mention.sentence(), pack).nameless(mention.phrase());
  }
}
