package org.tocsin.enrich.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.ActorTag;
import org.tocsin.enrich.actor.ActorEntry.Term;

/**
 * Reads actor dictionaries in the format of Phoenix and PETRARCH, which code actors after CAMEO: a
 * name, further names with {@code +} before them, then codes in brackets, dated or not.
 *
 * <pre>
 * ANA_ROE_  ; where it comes from
 * +ANA_LENA_ROE
 * 	[PERGOV 900728-950728]
 * 	[PERELI &gt;950728]
 * </pre>
 */
public final class PhoenixImporter {
  private static final int LONGEST_LINE = 2_000;
  private static final int CENTURY = 100;

  /** Two-digit years up to here are of this century. */
  private static final int TURN = 40;

  private final List<ActorEntry> actors = new ArrayList<>();
  private final List<Import.Refusal> refusals = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private @Nullable String country;
  private @Nullable String role;
  private int started;
  private boolean coded;

  private PhoenixImporter() {}

  /** Reads a whole dictionary. */
  public static Import read(Reader reader) throws IOException {
    PhoenixImporter importer = new PhoenixImporter();
    BufferedReader lines = new BufferedReader(reader);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      importer.take(++number, line);
    }
    importer.finish();
    return new Import(importer.actors, importer.refusals);
  }

  private void take(int number, String raw) {
    String line = withoutComment(raw).strip();
    if (line.isEmpty()) {
      return;
    }
    if (line.length() > LONGEST_LINE) {
      refusals.add(new Import.Refusal(number, line, "longer than " + LONGEST_LINE));
    } else if (line.startsWith("[")) {
      code(number, line);
    } else if (line.startsWith("+")) {
      alias(number, line);
    } else {
      finish();
      started = number;
      inlineCode(number, line);
    }
  }

  private static String withoutComment(String line) {
    int end = line.length();
    for (char mark : new char[] {'#', ';'}) {
      int at = line.indexOf(mark);
      end = at >= 0 && at < end ? at : end;
    }
    return line.substring(0, end);
  }

  private void alias(int number, String line) {
    if (names.isEmpty()) {
      refusals.add(new Import.Refusal(number, line, "a further name without a first one"));
    } else {
      names.add(name(line.substring(1)));
    }
  }

  /** {@code NAME [CODE]} on one line. */
  private void inlineCode(int number, String line) {
    int bracket = line.indexOf('[');
    names.add(name(bracket < 0 ? line : line.substring(0, bracket)));
    if (bracket >= 0) {
      code(number, line.substring(bracket));
    }
  }

  private void code(int number, String line) {
    int close = line.indexOf(']');
    String[] parts = close < 0 ? new String[0] : line.substring(1, close).strip().split("\\s+");
    if (names.isEmpty()) {
      refusals.add(new Import.Refusal(number, line, "a code without a name"));
    } else if (parts.length == 0 || parts[0].length() < 3 || parts.length > 2) {
      refusals.add(new Import.Refusal(number, line, "not a code in brackets"));
    } else if (parts.length == 2 && !dated(parts[0], parts[1])) {
      refusals.add(new Import.Refusal(number, line, "not a date"));
    } else {
      learn(parts[0], parts.length == 1);
    }
  }

  private void learn(String code, boolean undated) {
    coded = true;
    country = country == null ? CameoCode.country(code) : country;
    role = role == null || undated ? CameoCode.sector(code) : role;
  }

  /** {@code 900728-950728}, {@code <900728}, {@code >950728}. */
  private boolean dated(String code, String dates) {
    String sector = CameoCode.sector(code);
    int dash = dates.indexOf('-');
    int from = dates.startsWith("<") ? 0 : year(dates.startsWith(">") ? dates.substring(1) : dates);
    int to = Term.OPEN;
    if (dates.startsWith("<")) {
      to = year(dates.substring(1));
    } else if (dash > 0) {
      to = year(dates.substring(dash + 1));
    }
    if (from < 0 || to < 0) {
      return false;
    }
    if (sector != null) {
      terms.add(new Term(sector, code, CameoCode.country(code), from, to));
    }
    return true;
  }

  /** The year of {@code yymmdd} or {@code yyyymmdd}, -1 where it is neither. */
  private static int year(String date) {
    int digits = 0;
    while (digits < date.length() && Character.isDigit(date.charAt(digits))) {
      digits++;
    }
    if (digits == 8) {
      return Integer.parseInt(date.substring(0, 4));
    }
    if (digits != 6) {
      return -1;
    }
    int year = Integer.parseInt(date.substring(0, 2));
    return year <= TURN ? 20 * CENTURY + year : 19 * CENTURY + year;
  }

  /** {@code ANA_ROE_} as people write it. */
  private static String name(String raw) {
    StringBuilder name = new StringBuilder();
    for (String word : raw.replace('_', ' ').strip().split("\\s+")) {
      if (word.isEmpty()) {
        continue;
      }
      name.append(name.length() == 0 ? "" : " ").append(word.charAt(0));
      String rest = word.substring(1);
      boolean acronym = word.indexOf('.') >= 0;
      name.append(acronym ? rest : rest.toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  private void finish() {
    if (!names.isEmpty() && !names.get(0).isBlank()) {
      if (coded && country != null && role == null && terms.isEmpty()) {
        refusals.add(new Import.Refusal(started, names.get(0), "a country, not an actor"));
      } else if (coded) {
        String name = names.get(0);
        actors.add(
            new ActorEntry(Slug.id("cameo:", name), name, type(), country, role, aliases(), terms));
      } else {
        refusals.add(new Import.Refusal(started, names.get(0), "a name without a code"));
      }
    }
    names.clear();
    terms.clear();
    country = null;
    role = null;
    coded = false;
  }

  private List<String> aliases() {
    return names.subList(1, names.size()).stream().filter(name -> !name.isBlank()).toList();
  }

  /** Only dated actors are surely people; else the sector says what kind it is. */
  private ActorTag.Type type() {
    if (!terms.isEmpty()) {
      return ActorTag.Type.PERSON;
    }
    return switch (role == null ? "" : role) {
      case "REB", "SEP", "UAF", "INS" -> ActorTag.Type.ARMED_GROUP;
      case "GOV", "MIL", "COP", "SPY", "LEG", "JUD" -> ActorTag.Type.GOVERNMENT;
      case "PTY", "OPP" -> ActorTag.Type.PARTY;
      default -> ActorTag.Type.ORGANISATION;
    };
  }
}
