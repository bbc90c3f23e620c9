package org.tocsin.enrich.country;

import java.util.List;

/**
 * Which sightings of an article have one name: each name is a number from 0 on, in order of first
 * sighting, so that what is known of a name stands in plain arrays.
 */
final class SightedNames {
  private final int[] names;
  private final int[] firsts;
  private final double[] chances;
  private int size;

  SightedNames(List<Sighting> sightings) {
    names = new int[sightings.size()];
    firsts = new int[names.length];
    chances = new double[names.length];
    int slots = Integer.highestOneBit(Math.max(4, names.length)) * 4;
    int[] numbers = new int[slots];
    for (int i = 0; i < names.length; i++) {
      long key = sightings.get(i).key();
      int slot = (int) (key ^ key >>> 32) & slots - 1;
      while (numbers[slot] != 0 && sightings.get(firsts[numbers[slot] - 1]).key() != key) {
        slot = slot + 1 & slots - 1;
      }
      if (numbers[slot] == 0) {
        firsts[size] = i;
        numbers[slot] = ++size;
      }
      int name = numbers[slot] - 1;
      names[i] = name;
      chances[name] = Math.max(chances[name], sightings.get(i).chance());
    }
  }

  /** The number of a sighting's name. */
  int name(int sighting) {
    return names[sighting];
  }

  /** The first sighting of a name. */
  int first(int name) {
    return firsts[name];
  }

  /** The highest {@linkplain Sighting#chance chance} of its sightings. */
  double chance(int name) {
    return chances[name];
  }

  /** How many names there are. */
  int size() {
    return size;
  }
}
