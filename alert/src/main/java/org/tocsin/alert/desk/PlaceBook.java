package org.tocsin.alert.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.trace.Trace;

/** Where the latest record of each key of a topic lies; bounded, the one longest untouched goes. */
final class PlaceBook {
  private final int capacity;
  private final Map<String, Trace.Place> places = new LinkedHashMap<>();

  PlaceBook(int capacity) {
    this.capacity = capacity;
  }

  synchronized void take(@Nullable String key, int partition, long offset) {
    if (key != null) {
      places.remove(key);
      places.put(key, new Trace.Place(partition, offset));
      if (places.size() > capacity) {
        places.remove(places.keySet().iterator().next());
      }
    }
  }

  synchronized Trace.@Nullable Place place(String key) {
    return places.get(key);
  }
}
