package org.tocsin.enrich.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.actor.ActorEntry.Term;

/**
 * Reads the JSON of a Wikidata query: one result a name, joined by {@code item}.
 *
 * <p>Variables: {@code item} (the entity) and {@code itemLabel} are needed; {@code alias}, {@code
 * country} (ISO 3166-1 alpha-2), {@code type} (person, organisation, government, armed-group,
 * party; person by default), {@code role} (CAMEO-style sector), {@code office}, {@code start} and
 * {@code end} (dates) may be there. Results are also understood as the plain list of objects that
 * the query page downloads.
 */
public final class WikidataImporter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_NAME = 200;

  private final Map<String, ActorEntry> actors = new LinkedHashMap<>();
  private final List<Import.Refusal> refusals = new ArrayList<>();

  private WikidataImporter() {}

  /** Reads a whole result. */
  public static Import read(Reader reader) throws IOException {
    WikidataImporter importer = new WikidataImporter();
    JsonNode root = JSON.readTree(reader);
    JsonNode results = root.isArray() ? root : root.path("results").path("bindings");
    if (!results.isArray()) {
      importer.refusals.add(
          new Import.Refusal(1, root.toString(), "neither a query result nor a list"));
    }
    int number = 0;
    for (JsonNode result : results) {
      importer.take(++number, result);
    }
    return new Import(List.copyOf(importer.actors.values()), importer.refusals);
  }

  private void take(int number, JsonNode result) {
    String entity = value(result, "item");
    String name = value(result, "itemLabel");
    if (entity == null || name == null) {
      refuse(number, result, "no item or itemLabel");
      return;
    }
    String number1 = entity.substring(entity.lastIndexOf('/') + 1);
    if (!wikidata(number1)) {
      refuse(number, result, "not a Wikidata entity");
    } else if (name.equals(number1) || name.length() > LONGEST_NAME) {
      refuse(number, result, "no usable label");
    } else {
      join(number, result, "wikidata:" + number1.toLowerCase(Locale.ROOT), name);
    }
  }

  private void join(int number, JsonNode result, String id, String name) {
    ActorTag.Type type;
    List<Term> terms;
    try {
      String label = value(result, "type");
      type = label == null ? ActorTag.Type.PERSON : ActorTag.Type.parse(label);
      terms = terms(result);
    } catch (IllegalArgumentException e) {
      refuse(number, result, String.valueOf(e.getMessage()));
      return;
    }
    String alias = value(result, "alias");
    ActorEntry entry =
        new ActorEntry(
            id,
            name,
            type,
            country(result),
            value(result, "role"),
            alias == null || alias.length() > LONGEST_NAME ? List.of() : List.of(alias),
            terms);
    actors.merge(id, entry, WikidataImporter::together);
  }

  private static ActorEntry together(ActorEntry known, ActorEntry more) {
    List<String> aliases = new ArrayList<>(known.aliases());
    more.aliases().stream().filter(alias -> !aliases.contains(alias)).forEach(aliases::add);
    List<Term> terms = new ArrayList<>(known.terms());
    more.terms().stream().filter(term -> !terms.contains(term)).forEach(terms::add);
    return new ActorEntry(
        known.id(), known.name(), known.type(), known.country(), known.role(), aliases, terms);
  }

  private static List<Term> terms(JsonNode result) {
    String start = value(result, "start");
    String role = value(result, "role");
    if (start == null || role == null) {
      return List.of();
    }
    String end = value(result, "end");
    String office = value(result, "office");
    int to = end == null ? Term.OPEN : year(end);
    return List.of(new Term(role, office == null ? "" : office, country(result), year(start), to));
  }

  private static int year(String date) {
    int dash = date.indexOf('-', 1);
    String year = dash < 0 ? date : date.substring(0, dash);
    try {
      return Integer.parseInt(year.startsWith("+") ? year.substring(1) : year);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a date: " + date, e);
    }
  }

  private static @Nullable String country(JsonNode result) {
    String code = value(result, "country");
    return code == null || code.length() != 2 ? null : code.toUpperCase(Locale.ROOT);
  }

  private static boolean wikidata(String number) {
    return number.length() > 1
        && number.charAt(0) == 'Q'
        && number.chars().skip(1).allMatch(Character::isDigit);
  }

  /** A variable's value, in the long form ({@code {"value": ..}}) or the short one. */
  private static @Nullable String value(JsonNode result, String variable) {
    JsonNode node = result.path(variable);
    JsonNode value = node.isObject() ? node.path("value") : node;
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }

  private void refuse(int number, JsonNode result, String reason) {
    refusals.add(new Import.Refusal(number, result.toString(), reason));
  }
}
