package org.tocsin.enrich.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The roles in which an article introduces people, to lead {@code the chief} to {@code Ann Roe} if
 * she is the only one it can mean.
 */
final class Roles {
  private static final int MOST = 200;

  private final LanguagePack pack;
  private final List<Held> all = new ArrayList<>();

  /** Somebody in a role, introduced at an offset of the text. */
  private record Held(Role role, String name, int place) {}

  Roles(LanguagePack pack) {
    this.pack = pack;
  }

  void learn(Sentence sentence, NounPhrase name, String person, int place) {
    RoleReader reader = new RoleReader(sentence, pack);
    for (Role role : new Role[] {reader.before(name), reader.behind(name)}) {
      if (role != null && all.size() < MOST) {
        all.add(new Held(role, person, place));
      }
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** The one person introduced before an offset whom the description fits. */
  @Nullable String only(Role described, int place) {
    Set<String> names = new HashSet<>();
    boolean before = false;
    for (Held held : all) {
      if (fits(described, held.role())) {
        names.add(held.name());
        before |= held.place() <= place;
      }
    }
    return before && names.size() == 1 ? names.iterator().next() : null;
  }

  private boolean fits(Role described, Role held) {
    boolean compound = pack.option(Option.NOUN_CAPITALS) && held.head().endsWith(described.head());
    if (!compound && !held.head().equals(described.head())) {
      return false;
    }
    for (String word : described.words()) {
      if (!held.words().contains(word) && !word.equals(described.head())) {
        return false;
      }
    }
    for (String word : held.words()) {
      if (pack.in(WordClass.LIMITS, word) && !described.words().contains(word)) {
        return false;
      }
    }
    return true;
  }
}
