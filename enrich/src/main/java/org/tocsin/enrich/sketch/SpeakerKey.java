package org.tocsin.enrich.sketch;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A speaker's name as far as it tells people apart when their words agree as well: the last name
 * and the initial of the first. {@code Sergei Lavrov}, {@code Sergey Lavrov} and {@code Lavrov}
 * agree, {@code Igor Lavrov} does not agree with the first two.
 *
 * @param last hash of the last name
 * @param initial first letter of the first name; 0 where only one name is known
 */
public record SpeakerKey(int last, char initial) {
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
  private static final Set<String> NOT_A_NAME = Set.of("the", "jr", "sr", "ii", "iii");

  /** The key of a name; null for no name and for one without a letter. */
  public static @Nullable SpeakerKey of(@Nullable String name) {
    if (name == null) {
      return null;
    }
    List<String> parts =
        NOT_A_LETTER
            .splitAsStream(fold(name))
            .filter(part -> !part.isEmpty() && !NOT_A_NAME.contains(part))
            .toList();
    if (parts.isEmpty()) {
      return null;
    }
    String last = parts.get(parts.size() - 1);
    char initial = parts.size() == 1 ? 0 : parts.get(0).charAt(0);
    return new SpeakerKey((int) (Hashes.of(last) >>> 32), initial);
  }

  /** Whether the two can be the same speaker. */
  public boolean agrees(SpeakerKey other) {
    return last == other.last && (initial == other.initial || initial == 0 || other.initial == 0);
  }

  /** Lower case without accents and possessives. */
  private static String fold(String name) {
    String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT).replaceAll("['’]s\\b", "").replaceAll("['’]", "");
  }
}
