package org.tocsin.enrich.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.enrich.text.Folding;

/**
 * Who the article talks about at the moment, so that {@code he} can be led to a name: people in the
 * order of their last mention as a subject or speaker.
 */
final class Discourse {
  /** What a pronoun tells of its person. */
  enum Gender {
    HE,
    SHE
  }

  private static final Person NOBODY = new Person("", null, true);
  private static final int REMEMBERED = 6;
  private static final int MOST_CANDIDATES = 3;

  private final LanguagePack pack;
  private final Deque<Person> recent = new ArrayDeque<>();
  private final Map<String, Gender> genders = new HashMap<>();

  /** Names whose gender was looked for. */
  private final Set<String> known = new HashSet<>();

  private @Nullable Person body;

  Discourse(LanguagePack pack) {
    this.pack = pack;
  }

  /** Somebody acts or speaks. */
  void focus(Person person) {
    if (!person.human()) {
      byGivenName(person);
      body = person;
      return;
    }
    if (!forgotten(person.name())) {
      byGivenName(person);
    }
    recent.addFirst(person);
    if (recent.size() > REMEMBERED) {
      recent.removeLast();
    }
  }

  /** Takes a person of that name out; whether one was there. */
  private boolean forgotten(String name) {
    Person last = recent.peekFirst();
    if (last != null && last.name().equals(name)) {
      recent.removeFirst();
      return true;
    }
    return recent.removeIf(other -> other.name().equals(name));
  }

  /** Something without a name acts: {@code it} may mean that. */
  void forgetBody() {
    body = null;
  }

  /** Somebody acts or speaks who has no name yet: a pronoun behind may mean whom nobody knows. */
  void focusNobody() {
    recent.removeIf(Discourse::nobody);
    recent.addFirst(NOBODY);
  }

  /** A title or pronoun told a person's gender. */
  void gender(Person person, Gender gender) {
    genders.putIfAbsent(person.name(), gender);
  }

  private static boolean nobody(Person person) {
    return person.name().isEmpty();
  }

  private void byGivenName(Person person) {
    if (!known.add(person.name())) {
      return;
    }
    int space = person.name().indexOf(' ');
    String given = space < 0 ? "" : Folding.fold(person.name().substring(0, space));
    Lexeme name = pack.lexeme(given);
    boolean he = name.in(WordClass.MALE_NAMES);
    if (he != name.in(WordClass.FEMALE_NAMES)) {
      gender(person, he ? Gender.HE : Gender.SHE);
    }
  }

  /** The person of a surname who was talked of last. */
  @Nullable Person last(String surname) {
    for (Person person : recent) {
      String folded = Folding.fold(person.name());
      if (folded.endsWith(" " + surname)) {
        return person;
      }
    }
    return null;
  }

  /** The person a pronoun of that gender means. */
  @Nullable Person meant(Gender gender) {
    for (Person person : recent) {
      if (nobody(person)) {
        return null;
      }
      Gender known = genders.get(person.name());
      if (known == null || known == gender) {
        return person;
      }
    }
    return null;
  }

  /**
   * Names of the people an unresolved mention may mean, the last mentioned first.
   *
   * @param gender null where the mention tells none
   */
  List<String> candidates(@Nullable Gender gender) {
    List<String> names = new ArrayList<>();
    for (Person person : recent) {
      Gender known = genders.get(person.name());
      boolean fits = gender == null || known == null || known == gender;
      if (!nobody(person) && fits && names.size() < MOST_CANDIDATES) {
        names.add(person.name());
      }
    }
    return names;
  }

  @Nullable Person body() {
    return body;
  }
}
