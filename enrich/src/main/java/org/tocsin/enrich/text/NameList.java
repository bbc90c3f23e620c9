package org.tocsin.enrich.text;

import java.util.HashSet;
import java.util.Set;

/** A set of words from a one-column data file, compared as {@link Token#folded}. */
public final class NameList {
  private final Set<String> folded = new HashSet<>();

  /** The words of the resource {@code name} beside {@code owner}. */
  public NameList(Class<?> owner, String name) {
    for (DataFile.Row row : DataFile.of(owner, name)) {
      row.values().values().forEach(word -> folded.add(Folding.fold(word)));
    }
  }

  /** Given names common in the news. */
  public static NameList firstNames() {
    return new NameList(NameList.class, "first-names.tsv");
  }

  public boolean contains(Token token) {
    return folded.contains(token.folded());
  }
}
