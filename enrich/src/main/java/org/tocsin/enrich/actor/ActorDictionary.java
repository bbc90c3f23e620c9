package org.tocsin.enrich.actor;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.text.DataFile;
import org.tocsin.enrich.text.PhraseTrie;
import org.tocsin.enrich.text.Token;

/**
 * The actors known beforehand by every name they go by: {@code "UN"} and {@code "ООН"} lead to
 * {@code igo:united-nations}. Where two share a name the line that stands first has it.
 */
final class ActorDictionary {
  private static final int LONGEST_ACRONYM = 6;

  /** Acronyms from this length on are also written as words: {@code Nato}, {@code Unicef}. */
  private static final int SPOKEN = 4;

  /** A known actor under one of its names; {@code exact} if only capitals count. */
  record Entry(KnownActor actor, boolean exact) {}

  private final PhraseTrie<Entry> phrases = new PhraseTrie<>();

  ActorDictionary() {
    load("organisations.tsv");
    load("people.tsv");
    List<DataFile.Row> bodies = DataFile.of(ActorDictionary.class, "bodies.tsv");
    for (Nations.Nation nation : Nations.all()) {
      bodies.forEach(body -> generate(nation, body));
    }
  }

  PhraseTrie.@Nullable Match<Entry> longest(String text, List<Token> parts, int from) {
    PhraseTrie.Match<Entry> match = phrases.longest(text, parts, from);
    return match != null && written(match, parts) ? match : null;
  }

  private void load(String file) {
    for (DataFile.Row row : DataFile.of(ActorDictionary.class, file)) {
      KnownActor actor =
          new KnownActor(
              row.get("id"),
              row.get("name"),
              ActorTag.Type.parse(row.get("type")),
              orNull(row.get("country")),
              orNull(row.get("role")));
      put(actor.name(), actor);
      row.list("aliases").forEach(alias -> put(alias, actor));
    }
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  private void generate(Nations.Nation nation, DataFile.Row body) {
    if (nation.adjectives().isEmpty()) {
      return;
    }
    List<String> forms = body.list("forms");
    String id = "government:" + nation.code().toLowerCase(Locale.ROOT) + "-" + body.get("slug");
    KnownActor actor =
        new KnownActor(
            id,
            nation.adjectives().get(0) + " " + forms.get(0),
            ActorTag.Type.parse(body.get("type")),
            nation.code(),
            body.get("role"));
    for (String form : forms) {
      nation.adjectives().forEach(adjective -> put(adjective + " " + form, actor));
      for (String name : nation.names()) {
        put(name + "'s " + form, actor);
        put(form + " of " + name, actor);
        put(form + " of the " + name, actor);
      }
    }
  }

  private void put(String name, KnownActor actor) {
    boolean exact =
        name.length() <= LONGEST_ACRONYM
            && name.chars().filter(Character::isUpperCase).count() > 1
            && name.chars().noneMatch(Character::isWhitespace);
    phrases.put(name, known -> known == null ? new Entry(actor, exact) : known);
  }

  /** Whether a name is written as one: every long word has a capital, an acronym all. */
  private static boolean written(PhraseTrie.Match<Entry> match, List<Token> parts) {
    boolean capital = false;
    for (Token token : parts.subList(match.from(), match.to())) {
      boolean cased = Character.isLowerCase(token.text().codePointAt(0));
      if (match.value().exact()
          && !token.allCapitals()
          && (cased || token.text().length() < SPOKEN)) {
        return false;
      }
      capital |= !cased;
    }
    return capital;
  }
}
