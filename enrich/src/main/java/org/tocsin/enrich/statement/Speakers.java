package org.tocsin.enrich.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Part;
import org.tocsin.contract.Speaker;

/**
 * Leads the mention of a speaker to a name: {@code he} to {@code Ann Roe}'s colleague, or nowhere.
 */
final class Speakers {
  private final LanguagePack pack;
  private final People people;
  private final Discourse discourse;

  Speakers(LanguagePack pack, People people, Discourse discourse) {
    this.pack = pack;
    this.people = people;
    this.discourse = discourse;
  }

  /** A place in the article: part and where the paragraph begins. */
  record Origin(Part part, int start, String text) {}

  /** The speaker a phrase means; null where that is not sure. */
  @Nullable Speaker of(Sentence sentence, NounPhrase phrase, Origin origin) {
    String word = sentence.folded(phrase.from());
    if (phrase.to() - phrase.from() == 1 && (pack.pronoun(word) || pack.in("first", word))) {
      return pronoun(sentence, phrase, origin, word);
    }
    NounPhrase name = new NameReader(sentence, pack).name(phrase);
    return name == null ? described(sentence, phrase, origin) : named(sentence, name, origin);
  }

  private @Nullable Speaker pronoun(
      Sentence sentence, NounPhrase phrase, Origin origin, String word) {
    Person person =
        pack.in("he", word)
            ? discourse.meant(Discourse.Gender.HE)
            : pack.in("she", word)
                ? discourse.meant(Discourse.Gender.SHE)
                : pack.in("it", word) ? discourse.body() : null;
    return person == null ? null : speaker(sentence, phrase, origin, person);
  }

  private Speaker named(Sentence sentence, NounPhrase name, Origin origin) {
    return speaker(sentence, name, origin, person(sentence, name, origin));
  }

  /** The person or body that a name in a sentence means. */
  Person person(Sentence sentence, NounPhrase name, Origin origin) {
    int start = origin.start() + sentence.piece(name.from()).start();
    int end = origin.start() + sentence.piece(name.to() - 1).end();
    Person tagged = people.at(origin.part(), start, end);
    if (tagged != null) {
      return tagged;
    }
    Person person = people.named(PeopleReader.text(sentence, name));
    NameReader reader = new NameReader(sentence, pack);
    boolean body =
        reader.body(name.from(), name.to()) || pack.in("places", sentence.folded(name.from()));
    return body && person.actor() == null ? new Person(person.name(), null, false) : person;
  }

  private @Nullable Speaker described(Sentence sentence, NounPhrase phrase, Origin origin) {
    String text =
        origin
            .text()
            .substring(
                sentence.piece(phrase.from()).start(), sentence.piece(phrase.to() - 1).end());
    return speaker(sentence, phrase, origin, new Person(text.replaceAll("\\s+", " "), null, false));
  }

  private static Speaker speaker(
      Sentence sentence, NounPhrase phrase, Origin origin, Person person) {
    int from = sentence.piece(phrase.from()).start();
    int to = sentence.piece(phrase.to() - 1).end();
    String surface = origin.text().substring(from, to);
    if (surface.endsWith("'s") || surface.endsWith("’s")) {
      to -= 2;
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
