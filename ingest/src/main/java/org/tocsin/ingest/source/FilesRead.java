package org.tocsin.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The files of a folder that were read, by their stamps; those that are gone are forgotten. */
final class FilesRead {
  private final Set<String> stamps;

  FilesRead(List<String> before, Supplier<Set<String>> present, int most) {
    this.stamps = new LinkedHashSet<>(before);
    if (stamps.size() > most) {
      stamps.retainAll(present.get());
    }
  }

  boolean contains(String stamp) {
    return stamps.contains(stamp);
  }

  void add(String stamp) {
    stamps.add(stamp);
  }

  List<String> all() {
    return new ArrayList<>(stamps);
  }
}
