package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.contract.Mention;
import org.tocsin.contract.Part;
import org.tocsin.enrich.actor.Nations;
import org.tocsin.enrich.text.Folding;
import org.tocsin.enrich.text.KeySet;
import org.tocsin.enrich.text.Words;

/**
 * Everybody named in an article: the actors tagged before, and full names found by their capitals.
 * Leads {@code Roe} to {@code Ann Roe}, unless two people of that name are in the article.
 */
final class People {
  private static final KeySet GAZETTEER = KeySet.of(Nations.places());

  /** Hardly ever do more people share a name. */
  private static final int FEW = 2;

  private final Map<Part, TreeMap<Integer, Place>> places = new HashMap<>();
  private final Map<String, Map<String, String>> byLast = new HashMap<>();
  private final Map<String, Map<String, String>> byFirst = new HashMap<>();
  private final Map<String, Person> tagged = new HashMap<>();

  private final Set<String> learned = new HashSet<>();

  /** Whom a name as written means, once all names are learned. */
  private final Map<String, Person> named = new HashMap<>();

  private final Map<String, Boolean> gazetted = new HashMap<>();

  private record Place(int end, Person person) {}

  People(List<ActorTag> actors) {
    for (ActorTag actor : actors) {
      Person person = new Person(actor.name(), actor.id(), actor.type() == ActorTag.Type.PERSON);
      tagged.put(Folding.fold(actor.name()), person);
      for (Mention mention : actor.mentions()) {
        places
            .computeIfAbsent(mention.in(), any -> new TreeMap<>())
            .put(mention.start(), new Place(mention.end(), person));
      }
      if (person.human()) {
        learn(actor.name());
      }
    }
  }

  /** Takes a full name into account. */
  void learn(String name) {
    if (!learned.add(name)) {
      return;
    }
    named.clear();
    String folded = Folding.fold(name).stripTrailing();
    int first = folded.indexOf(' ');
    if (first >= 0) {
      String given = folded.substring(0, first);
      String last = folded.substring(folded.lastIndexOf(' ') + 1);
      byLast.computeIfAbsent(last, any -> new LinkedHashMap<>(FEW)).putIfAbsent(given, name);
      byFirst.computeIfAbsent(given, any -> new LinkedHashMap<>(FEW)).putIfAbsent(last, name);
    }
  }

  /** The actor tagged over the last word of a mention. */
  @Nullable Person at(Part part, int start, int end) {
    TreeMap<Integer, Place> marked = places.get(part);
    Map.Entry<Integer, Place> entry = marked == null ? null : marked.floorEntry(end - 1);
    if (entry == null
        || entry.getValue().end() < end
        || entry.getKey() > Math.max(start, end - 1)) {
      return null;
    }
    return entry.getValue().person();
  }

  /** Where the actor tagged over the last word of a mention begins; −1 where none is. */
  int startOfTag(Part part, int end) {
    TreeMap<Integer, Place> marked = places.get(part);
    Map.Entry<Integer, Place> entry = marked == null ? null : marked.floorEntry(end - 1);
    return entry == null ? -1 : entry.getKey();
  }

  /** Whether two people here share a surname. */
  boolean shared(String surname) {
    Map<String, String> names = byLast.get(surname);
    return names != null && names.size() > 1;
  }

  /** Whether a full name ending in this word was seen. */
  boolean knows(String folded) {
    return byLast.containsKey(folded);
  }

  /** Whether the gazetteer has a name as a place and nobody here is called so. */
  boolean place(String name) {
    return gazetted.computeIfAbsent(
        name, each -> GAZETTEER.contains(Words.folded(Folding.fold(each))));
  }

  /** The person of that name: the full name where one word is given and only one fits. */
  Person named(String name) {
    Person known = named.get(name);
    if (known == null) {
      known = meant(name);
      named.put(name, known);
    }
    return known;
  }

  private Person meant(String name) {
    String folded = Folding.fold(name);
    Person known = tagged.get(folded);
    if (known != null) {
      return known;
    }
    if (folded.indexOf(' ') >= 0) {
      return new Person(name, null, true);
    }
    boolean acronym = name.length() > 1 && loud(name);
    if (acronym && !byLast.containsKey(folded) && Character.isLowerCase(folded.charAt(0))) {
      return new Person(name, null, true);
    }
    String full = single(byLast.get(folded));
    String resolved =
        full == null && !byLast.containsKey(folded) ? single(byFirst.get(folded)) : full;
    if (resolved == null) {
      return new Person(name, null, true);
    }
    Person person = tagged.get(Folding.fold(resolved));
    return person == null ? new Person(resolved, null, true) : person;
  }

  /** Whether a word of two letters or more is in capitals throughout. */
  static boolean loud(String word) {
    char second = word.charAt(1);
    return (second < 'a' || second > 'z') && word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static @Nullable String single(@Nullable Map<String, String> names) {
    List<String> all = names == null ? List.of() : new ArrayList<>(names.values());
    return all.size() == 1 ? all.get(0) : null;
  }
}
