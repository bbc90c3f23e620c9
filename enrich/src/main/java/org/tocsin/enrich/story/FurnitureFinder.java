package org.tocsin.enrich.story;

import org.tocsin.enrich.sketch.Traits;

/**
 * Learns what is page furniture: captions, share bars, subscription notes, disclaimers, forms. A
 * print is furniture of a source if so many of its articles hold it that are different texts
 * otherwise, and furniture everywhere if articles of any sources do. Copies and versions of one
 * text count once.
 *
 * <p>Nothing is counted beforehand: the table of prints itself tells who holds one. So the answer
 * depends only on which articles are remembered, not on the order they came in.
 */
final class FurnitureFinder {
  /** Different texts of one source. */
  static final int TEXTS_OF_A_SOURCE = 5;

  /** Different texts of any sources. */
  static final int TEXTS_OF_ALL = 8;

  /** Holders looked at. */
  private static final int MOST_HOLDERS = 128;

  /** Two texts are different if no more of their sixteen traits agree. */
  private static final int STRANGERS_AGREE = 5;

  private final PrintTable prints;
  private final Places places;
  private final int[] holders = new int[MOST_HOLDERS];
  private final int[] texts = new int[TEXTS_OF_ALL];
  private int found;

  FurnitureFinder(PrintTable prints, Places places) {
    this.prints = prints;
    this.places = places;
  }

  /** Whether a print says nothing about articles of a source. */
  boolean isFurniture(int print, int source) {
    return wasFurniture(print, source, Places.NONE);
  }

  /** Whether it would, were it not for one article. */
  boolean wasFurniture(int print, int source, int without) {
    found = 0;
    prints.visit(print, MOST_HOLDERS, place -> hold(place, without));
    if (found < TEXTS_OF_A_SOURCE) {
      return false;
    }
    sortHolders();
    return texts(true, source, TEXTS_OF_A_SOURCE) || texts(false, source, TEXTS_OF_ALL);
  }

  /** The share of prints that are furniture. */
  double share(int[] some, int source) {
    int count = 0;
    for (int print : some) {
      count += isFurniture(print, source) ? 1 : 0;
    }
    return some.length == 0 ? 0 : (double) count / some.length;
  }

  /**
   * The share of the prints in both that are furniture of either source; 1 where both share none.
   */
  double sharedShare(int[] a, int[] b, int sourceA, int sourceB) {
    int shared = 0;
    int empty = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        shared++;
        empty += isFurnitureOfEither(a[i], sourceA, sourceB) ? 1 : 0;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared == 0 ? 1 : (double) empty / shared;
  }

  private boolean isFurnitureOfEither(int print, int sourceA, int sourceB) {
    return isFurniture(print, sourceA) || (sourceA != sourceB && isFurniture(print, sourceB));
  }

  private void hold(int place, int without) {
    if (place != without) {
      holders[found] = place;
      found++;
    }
  }

  /** By time, for the same answer whatever the order in the table. */
  private void sortHolders() {
    for (int i = 1; i < found; i++) {
      int place = holders[i];
      int j = i;
      while (j > 0 && places.isEarlier(place, holders[j - 1])) {
        holders[j] = holders[j - 1];
        j--;
      }
      holders[j] = place;
    }
  }

  private boolean texts(boolean oneSource, int source, int enough) {
    int count = 0;
    for (int i = 0; i < found && count < enough; i++) {
      int place = holders[i];
      if ((!oneSource || places.source[place] == source) && isNew(place, count)) {
        texts[count] = place;
        count++;
      }
    }
    return count == enough;
  }

  private boolean isNew(int place, int count) {
    for (int i = 0; i < count; i++) {
      int other = texts[i];
      int agreement =
          Traits.agreement(
              places.traits0[place],
              places.traits1[place],
              places.traits0[other],
              places.traits1[other]);
      if (agreement > STRANGERS_AGREE) {
        return false;
      }
    }
    return true;
  }
}
