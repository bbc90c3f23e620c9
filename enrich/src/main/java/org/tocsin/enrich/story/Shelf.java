package org.tocsin.enrich.story;

import java.util.HashMap;
import java.util.Map;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.Hashes;

/**
 * The remembered articles: where each stands, by which prints it is found, and its sketch when it
 * is asked for. Sketches read during one change are kept until its end.
 */
final class Shelf {
  final PrintTable prints = new PrintTable();
  final Places places = new Places();
  private final Sketches sketches;
  private final Map<Integer, ArticleSketch> read = new HashMap<>();

  Shelf(Sketches sketches) {
    this.sketches = sketches;
  }

  /** The key of an article. */
  static long key(String article) {
    return Hashes.of(article);
  }

  /** The place of an article, or {@link Places#NONE}. */
  int find(String article) {
    return places.of(key(article));
  }

  int add(ArticleSketch sketch, long sequence) {
    int place = places.take(key(sketch.article()));
    places.sequence[place] = sequence;
    places.time[place] = time(sketch);
    places.source[place] = (int) key(sketch.source());
    places.size[place] = sketch.text().size();
    places.traits0[place] = sketch.text().traits()[0];
    places.traits1[place] = sketch.text().traits()[1];
    for (int print : sketch.text().prints()) {
      prints.add(print, place);
    }
    return place;
  }

  private static long time(ArticleSketch sketch) {
    return sketch.time().toEpochMilli() * 2 + (sketch.dated() ? 0 : 1);
  }

  void remove(int place) {
    for (int print : sketch(place).text().prints()) {
      prints.remove(print, place);
    }
    read.remove(place);
    places.give(place);
  }

  ArticleSketch sketch(int place) {
    return read.computeIfAbsent(place, p -> sketches.of(places.sequence[p]));
  }

  /** Hands in the sketch of a place that is new, so that it need not be looked up. */
  void hold(int place, ArticleSketch sketch) {
    read.put(place, sketch);
  }

  /** A change is over. */
  void release() {
    read.clear();
  }
}
