package org.tocsin.enrich.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * Counts how often places of an index are hit in one search, and names the places hit most. Kept
 * and cleared between searches, because a search hits thousands.
 */
public final class Tally {
  private int[] counts = new int[1024];
  private int[] touched = new int[1024];
  private int size;

  /** Counts a hit. */
  public void hit(int place) {
    if (place >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(place + 1, counts.length * 2));
    }
    if (counts[place] == 0) {
      if (size == touched.length) {
        touched = Arrays.copyOf(touched, size * 2);
      }
      touched[size] = place;
      size++;
    }
    counts[place]++;
  }

  /** The places hit most, at least so often, and starts anew. */
  public List<Integer> finish(int least, int most, IntToLongFunction arrival) {
    return finish(place -> least, most, arrival);
  }

  /**
   * The places hit most, and starts anew.
   *
   * @param least hits that a place must have, by place
   * @param most number of places
   * @param arrival decides between places hit equally often: the smaller first
   */
  public List<Integer> finish(IntUnaryOperator least, int most, IntToLongFunction arrival) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (counts[touched[i]] >= least.applyAsInt(touched[i])) {
        places.add(touched[i]);
      }
    }
    Comparator<Integer> byHits = Comparator.comparingInt(place -> -counts[place]);
    places.sort(byHits.thenComparingLong(arrival::applyAsLong));
    for (int i = 0; i < size; i++) {
      counts[touched[i]] = 0;
    }
    size = 0;
    return places.size() <= most ? places : List.copyOf(places.subList(0, most));
  }
}
