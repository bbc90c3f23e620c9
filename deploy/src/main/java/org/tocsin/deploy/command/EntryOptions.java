package org.tocsin.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Json;
import org.tocsin.service.OperatorException;
import picocli.CommandLine.Option;

/** An entry of the dictionary as options; what no option names stays as it is. */
final class EntryOptions {
  private static final Pattern TERM =
      Pattern.compile("([A-Z]{3}):(\\d{1,4})-(\\d{1,4})?(?:/([A-Z]{2}))?(?::(.*))?");

  @Option(names = "--name", description = "The name that is shown and looked for.")
  private @Nullable String name;

  @Option(
      names = "--alias",
      paramLabel = "NAME",
      description = "A further name; given, they replace all there were. Once for each.")
  private @Nullable List<String> aliases;

  @Option(
      names = "--add-alias",
      paramLabel = "NAME",
      description = "A name beside those there are. Once for each.")
  private List<String> more = List.of();

  @Option(names = "--type", description = "person, organisation, government, armed-group or party.")
  private @Nullable String type;

  @Option(names = "--country", paramLabel = "CODE", description = "ISO 3166-1 alpha-2: NO.")
  private @Nullable String country;

  @Option(
      names = "--role",
      paramLabel = "CODE",
      description = "CAMEO-style sector outside the terms: GOV, MIL, REB, NGO, BUS …")
  private @Nullable String role;

  @Option(
      names = "--term",
      paramLabel = "TERM",
      description =
          "What an actor was when: 'GOV:2019-2023/NO:Minister of Ports', the last year left out"
              + " while it lasts. Given, they replace all there were. Once for each.")
  private @Nullable List<String> terms;

  @Option(names = "--note", description = "Why.")
  private @Nullable String note;

  @Option(
      names = "--kind",
      description = "actor, or country: the names then stand for the country. Default: actor.")
  private @Nullable String kind;

  /** The entry with these options over what there is. */
  ObjectNode over(@Nullable JsonNode known) {
    ObjectNode entry =
        known instanceof ObjectNode there ? there.deepCopy() : Json.mapper().createObjectNode();
    set(entry, "name", name);
    set(entry, "type", type);
    set(entry, "country", country);
    set(entry, "role", role);
    set(entry, "kind", kind);
    entry.put("note", note);
    if (aliases != null) {
      ArrayNode all = entry.putArray("aliases");
      aliases.forEach(all::add);
    }
    ArrayNode all = entry.withArray("aliases");
    more.forEach(all::add);
    if (terms != null) {
      ArrayNode written = entry.putArray("terms");
      terms.forEach(term -> written.add(term(term)));
    }
    return entry;
  }

  private static void set(ObjectNode entry, String field, @Nullable String value) {
    if (value != null) {
      entry.put(field, value);
    }
  }

  private static ObjectNode term(String written) {
    Matcher m = TERM.matcher(written);
    if (!m.matches()) {
      throw new OperatorException(
          "not a term in office: '" + written + "'",
          "Write ROLE:FROM-TO/COUNTRY:OFFICE, for example GOV:2019-2023/NO:Minister of Ports.");
    }
    ObjectNode term = Json.mapper().createObjectNode();
    term.put("role", m.group(1)).put("from", Integer.parseInt(m.group(2)));
    term.put("to", m.group(3) == null ? null : Integer.valueOf(m.group(3)));
    term.put("country", m.group(4));
    return term.put("office", m.group(5) == null ? "" : m.group(5));
  }
}
