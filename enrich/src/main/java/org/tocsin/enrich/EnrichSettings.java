package org.tocsin.enrich;

import java.time.Duration;
import java.util.List;
import org.tocsin.service.Setting;

/** The settings of enrich. */
public final class EnrichSettings {
  /** Name of the module, its consumer group and its dead letters. */
  public static final String STAGE = "enrich";

  public static final Setting<Integer> THREADS =
      Setting.integer(
          "enrich.threads", 2, 1, 64, "Stream threads of one instance; one for each core.");

  public static final Setting<Duration> STORY_WINDOW =
      Setting.duration(
          "enrich.story.window", "14d", "How long an article waits for its copies, in event time.");

  public static final Setting<Integer> STORY_CAPACITY =
      Setting.integer(
          "enrich.story.capacity",
          2_000_000,
          100,
          100_000_000,
          "Articles compared with at most, for each lane; the oldest go first. About 400 bytes of"
              + " memory each.");

  public static final Setting<Duration> NOVELTY_WINDOW =
      Setting.duration(
          "enrich.novelty.window",
          "30d",
          "How long a statement counts as already seen, in event time.");

  public static final Setting<Integer> NOVELTY_CAPACITY =
      Setting.integer(
          "enrich.novelty.capacity",
          1_000_000,
          100,
          100_000_000,
          "Statements compared with at most, for each lane; the oldest go first. About 1 KiB of"
              + " memory each.");

  public static final Setting<Duration> DUPLICATE_WINDOW =
      Setting.duration(
          "enrich.duplicate.window",
          "60d",
          "How long an article is known by its id, so that the same text under it is a duplicate and"
              + " another a revision.");

  public static final Setting<Integer> MAX_STATEMENTS =
      Setting.integer(
          "enrich.statements.max",
          200,
          1,
          2_000,
          "Statements taken from one article; what comes after is left out.");

  public static final Setting<String> HTTP_HOST =
      Setting.text(
          "enrich.http.host",
          "127.0.0.1",
          "Address that health, metrics and the API of the dictionaries listen on. Any other than"
              + " the loopback answers only those who sign in; its health answers everybody.");

  public static final Setting<Integer> HTTP_PORT =
      Setting.integer(
          "enrich.http.port",
          8082,
          0,
          65_535,
          "Port of health, metrics and API; 0 for any free one.");

  public static final Setting<String> TOKEN =
      Setting.secret(
          "enrich.api.token",
          "An operator's token, presented as 'Authorization: Bearer …'; for people of their own see"
              + " access.users.file. Where there is no token at all, the API is open on the loopback"
              + " address and closed on any other.");

  public static final Setting<String> DICTIONARY_FILE =
      Setting.text(
          "enrich.dictionary.file",
          "",
          "YAML or JSON file of actors and names of countries, watched: what is new or changed in it"
              + " is in use two seconds later on every instance, what leaves it is taken back. Empty"
              + " for none.");

  private EnrichSettings() {}

  /** All settings declared here. */
  public static List<Setting<?>> all() {
    return List.of(
        THREADS,
        STORY_WINDOW,
        STORY_CAPACITY,
        NOVELTY_WINDOW,
        NOVELTY_CAPACITY,
        DUPLICATE_WINDOW,
        MAX_STATEMENTS,
        HTTP_HOST,
        HTTP_PORT,
        TOKEN,
        DICTIONARY_FILE);
  }
}
