package org.tocsin.enrich.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.StoryRef.Relation;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.Tally;

/**
 * Which remembered articles are like one: found generously by prints, believed only when measured.
 */
final class Likeness {
  /** Holders of a print that are looked at. */
  private static final int MOST_HOLDERS = 512;

  /** Candidates that are compared in full: so many that lead, and so many of any. */
  private static final int MOST_COMPARED = 256;

  /** Two texts of more shingles are no candidates by one print alone. */
  private static final int SHORT = 64;

  private final Shelf shelf;
  private final Orders orders;
  private final long windowMinutes;
  private final FurnitureFinder furniture;
  private final Tally tally = new Tally();

  Likeness(Shelf shelf, Orders orders, long windowMinutes) {
    this.shelf = shelf;
    this.orders = orders;
    this.windowMinutes = windowMinutes;
    this.furniture = new FurnitureFinder(shelf.prints, shelf.places);
  }

  /**
   * Articles that share prints with one: the leads of those that share most, however little they
   * share themselves, and those that share most. Of a text with a thousand copies the one that
   * leads them would else be lost among them.
   *
   * @param leads whether others may join an article
   */
  Set<Integer> candidates(int place, IntPredicate leads) {
    int[] own = shelf.sketch(place).text().prints();
    for (int print : own) {
      shelf.prints.visit(print, MOST_HOLDERS, tally::hit);
    }
    int[] size = shelf.places.size;
    List<Integer> found =
        tally.finish(
            other -> Math.min(size[place], size[other]) < SHORT ? 1 : 2,
            Integer.MAX_VALUE,
            other -> shelf.places.sequence[other]);
    Set<Integer> candidates = new LinkedHashSet<>();
    found.stream()
        .map(other -> shelf.places.lead[other])
        .filter(leads::test)
        .distinct()
        .limit(MOST_COMPARED)
        .forEach(candidates::add);
    found.stream().limit(MOST_COMPARED).forEach(candidates::add);
    candidates.remove(place);
    return candidates;
  }

  /** What one article is to another; null where they are strangers. */
  @Nullable Kin compare(int a, int b) {
    Places places = shelf.places;
    long minutes = places.minutesBetween(a, b);
    if (minutes > windowMinutes || orders.areParted(places.id[a], places.id[b])) {
      return null;
    }
    ArticleSketch sketchA = shelf.sketch(a);
    ArticleSketch sketchB = shelf.sketch(b);
    int[] printsA = sketchA.text().prints();
    int[] printsB = sketchB.text().prints();
    int sourceA = places.source[a];
    int sourceB = places.source[b];
    double furnitureShared = furniture.sharedShare(printsA, printsB, sourceA, sourceB);
    if (furnitureShared == 1) {
      return null;
    }
    Overlap overlap =
        Overlap.of(
            sketchA.text(),
            sketchB.text(),
            furnitureShared,
            furniture.share(printsA, sourceA),
            furniture.share(printsB, sourceB));
    boolean home = sourceA == sourceB;
    Relation relation = Kinship.of(overlap, home, minutes);
    return relation == null ? null : new Kin(relation, overlap, home);
  }

  /** The holders of prints that this article has made furniture by its coming, or no longer so. */
  List<Integer> holdersOfNewFurniture(int place) {
    List<Integer> holders = new ArrayList<>();
    int source = shelf.places.source[place];
    for (int print : shelf.sketch(place).text().prints()) {
      if (furniture.isFurniture(print, source) != furniture.wasFurniture(print, source, place)) {
        shelf.prints.visit(print, MOST_HOLDERS, holders::add);
      }
    }
    return holders;
  }
}
