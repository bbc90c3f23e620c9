package org.tocsin.enrich.actor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.actor.ActorEntry.Term;
import org.tocsin.enrich.text.DataFile;

/**
 * Reads the actors that lie beside this class: bodies, people, holders of offices with their years,
 * and the ministries and armed forces that every country has.
 */
final class ActorFiles {
  /** Edition of the files; raised when they change. */
  static final String VERSION = "3";

  private final Map<String, ActorEntry> entries = new LinkedHashMap<>();

  private ActorFiles() {}

  static List<ActorEntry> entries() {
    ActorFiles files = new ActorFiles();
    files.read("organisations.tsv");
    files.read("people.tsv");
    DataFile.of(ActorFiles.class, "offices.tsv").forEach(files::readOffice);
    DataFile.of(ActorFiles.class, "officials.tsv").forEach(files::readOffice);
    files.readParties();
    List<DataFile.Row> bodies = DataFile.of(ActorFiles.class, "bodies.tsv");
    for (Nations.Nation nation : Nations.all()) {
      bodies.forEach(body -> files.generate(nation, body));
    }
    Spellings spellings = Spellings.shipped();
    return files.entries.values().stream().map(spellings::widen).toList();
  }

  private void read(String file) {
    for (DataFile.Row row : DataFile.of(ActorFiles.class, file)) {
      put(
          new ActorEntry(
              row.get("id"),
              row.get("name"),
              ActorTag.Type.parse(row.get("type")),
              orNull(row.get("country")),
              orNull(row.get("role")),
              row.list("aliases"),
              List.of()));
    }
  }

  private void put(ActorEntry entry) {
    entries.merge(entry.id(), entry, ActorFiles::together);
  }

  /** One actor from two lines: the first line's name and role, the names and terms of both. */
  private static ActorEntry together(ActorEntry first, ActorEntry second) {
    List<String> aliases = new ArrayList<>(first.aliases());
    if (!second.name().equals(first.name())) {
      aliases.add(second.name());
    }
    aliases.addAll(second.aliases());
    List<Term> terms = new ArrayList<>(first.terms());
    terms.addAll(second.terms());
    return new ActorEntry(
        first.id(), first.name(), first.type(), first.country(), first.role(), aliases, terms);
  }

  /** {@code PE, President of Peru, GOV, Ana Roe 1990-1994,2001-|Bo Venn 1994-2001}. */
  private void readOffice(DataFile.Row row) {
    for (String holder : row.list("holders")) {
      int years = holder.length();
      while (years > 0 && "0123456789-,".indexOf(holder.charAt(years - 1)) >= 0) {
        years--;
      }
      String name = holder.substring(0, years).strip();
      List<Term> terms = new ArrayList<>();
      for (String term : holder.substring(years).split(",")) {
        if (!term.isBlank()) {
          terms.add(term(row, term));
        }
      }
      put(
          new ActorEntry(
              Slug.id("person:", name),
              name,
              ActorTag.Type.PERSON,
              orNull(row.get("country")),
              row.get("role"),
              List.of(),
              terms));
    }
  }

  private static Term term(DataFile.Row row, String years) {
    int dash = years.indexOf('-');
    int from = Integer.parseInt(dash < 0 ? years : years.substring(0, dash));
    String end = dash < 0 ? years : years.substring(dash + 1);
    int to = end.isEmpty() ? Term.OPEN : Integer.parseInt(end);
    return new Term(row.get("role"), row.get("office"), orNull(row.get("country")), from, to);
  }

  /** {@code PE, party, PTY, Lake Party=LP|Hill Union}. */
  private void readParties() {
    for (DataFile.Row row : DataFile.of(ActorFiles.class, "parties.tsv")) {
      for (String party : row.list("names")) {
        String[] names = party.split("=");
        String kind = row.get("kind");
        put(
            new ActorEntry(
                Slug.id(kind + ":" + row.get("country").toLowerCase(Locale.ROOT) + "-", names[0]),
                names[0],
                ActorTag.Type.parse(row.get("type")),
                orNull(row.get("country")),
                row.get("role"),
                List.of(names).subList(1, names.length),
                List.of()));
      }
    }
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  private void generate(Nations.Nation nation, DataFile.Row body) {
    if (nation.adjectives().isEmpty()) {
      return;
    }
    List<String> aliases = new ArrayList<>();
    List<String> forms = body.list("forms");
    for (String form : forms) {
      nation.adjectives().forEach(adjective -> aliases.add(adjective + " " + form));
      for (String name : nation.names()) {
        aliases.add(name + "'s " + form);
        aliases.add(form + " of " + name);
        aliases.add(form + " of the " + name);
      }
    }
    put(
        new ActorEntry(
            "government:" + nation.code().toLowerCase(Locale.ROOT) + "-" + body.get("slug"),
            nation.adjectives().get(0) + " " + forms.get(0),
            ActorTag.Type.parse(body.get("type")),
            nation.code(),
            body.get("role"),
            aliases,
            List.of()));
  }
}
