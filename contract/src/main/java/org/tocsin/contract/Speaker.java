package org.tocsin.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who made a statement.
 *
 * @param name resolved full name
 * @param actor id of the {@link ActorTag}, where the speaker is one
 * @param in part of the article where the mention stands
 * @param start first code unit of the mention
 * @param end one past the last code unit of the mention
 * @param surface the mention as written: {@code he}, {@code the minister}, {@code Morgulov}
 * @param path how the mention led to the name: he, the minister, Igor Morgulov
 */
public record Speaker(
    String name,
    @Nullable String actor,
    Part in,
    int start,
    int end,
    String surface,
    List<String> path) {
  public Speaker {
    Checks.notBlank(name, "speaker name");
    Checks.span(start, end);
    path = List.copyOf(path);
  }
}
