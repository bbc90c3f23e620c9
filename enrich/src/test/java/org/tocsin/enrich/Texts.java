package org.tocsin.enrich;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Article;
import org.tocsin.contract.Lane;

/** Articles made up for tests. */
public final class Texts {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** A report with one statement. */
  public static final String HARBOUR =
      """
      The harbour of Freedonia was closed on Tuesday after divers had found three mines near the \
      eastern pier, the port authority announced in the evening.

      "We will not open the harbour before every single mine has been removed," Rufus Firefly said \
      at a press conference in the town hall.

      Ships bound for the islands were sent to the old fishing port, where passengers waited for \
      buses in heavy rain. Two ferries turned round at sea and went back to the mainland.

      It is the second time this year that old mines have washed up on the coast. In January a \
      fisherman caught one in his net and towed it to the beach, where soldiers blew it up.
      """;

  /** The middle of {@link #HARBOUR}. */
  public static final String HARBOUR_EXCERPT =
      """
      "We will not open the harbour before every single mine has been removed," Rufus Firefly said \
      at a press conference in the town hall.

      Ships bound for the islands were sent to the old fishing port, where passengers waited for \
      buses in heavy rain. Two ferries turned round at sea and went back to the mainland.
      """;

  /** Something else. */
  public static final String ORCHARD =
      """
      Apple growers in the valley expect the smallest harvest for twenty years because frost killed \
      most of the blossom in April, their association reported.

      "Nobody here remembers a spring as cold as this one was for our orchards," Vera Marcal said \
      while she walked between her trees.

      The ministry of agriculture has promised help but has not named a sum. Prices in the markets \
      of the capital have already doubled since the summer.
      """;

  private Texts() {}

  /** An article published at noon; those whose ids come later in the alphabet, minutes later. */
  public static Article article(String id, String text) {
    int minutes = Math.max(0, id.charAt(0) - 'a');
    return article(id, text, NOON.plusSeconds(minutes * 60L), Lane.LIVE);
  }

  public static Article article(String id, String text, @Nullable Instant published, Lane lane) {
    return new Article(
        id,
        "https://example.org/" + id,
        "source-of-" + id,
        "Title of " + id,
        text,
        null,
        published,
        NOON,
        null,
        lane);
  }
}
