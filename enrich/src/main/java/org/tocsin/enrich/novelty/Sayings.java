package org.tocsin.enrich.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.FirstSeen;
import org.tocsin.enrich.sketch.ArticleSketch;
import org.tocsin.enrich.sketch.StatementSketch;

/**
 * The statements kept, each at a place, and which of them say one thing: each of those names the
 * place of the first.
 */
final class Sayings {
  private static final int FIRST_SIZE = 256;

  private int[][] kept = new int[FIRST_SIZE][];
  private @Nullable String[] articles = new String[FIRST_SIZE];
  private int used;
  private int arrivals;
  private int size;
  private final List<Integer> free = new ArrayList<>();
  private final Map<String, int[]> byArticle = new HashMap<>();
  private final Map<Integer, String> oddIds = new HashMap<>();

  /** Places of those that say what another said before them; few, since copies are not kept. */
  private final Map<Integer, Integer> firsts = new HashMap<>();

  private final Map<Integer, List<Integer>> others = new HashMap<>();

  int size() {
    return size;
  }

  int[] at(int place) {
    return kept[place];
  }

  /** The article and id of a statement kept. */
  FirstSeen name(int place) {
    String odd = oddIds.get(place);
    String article = articles[place];
    return new FirstSeen(
        odd == null ? Ids.of(Kept.id(kept[place])) : odd, article == null ? "" : article);
  }

  /** The place of the first that says what this one says: its own where it is the first. */
  int first(int place) {
    return firsts.getOrDefault(place, place);
  }

  /** How many other wordings of a first are kept. */
  int others(int first) {
    return others.getOrDefault(first, List.of()).size();
  }

  /** The place of a statement by its name; null where it is not kept. */
  @Nullable Integer find(FirstSeen name) {
    long id = Ids.number(name.statement());
    for (int place : byArticle.getOrDefault(name.article(), new int[0])) {
      if (Kept.id(kept[place]) == id) {
        return place;
      }
    }
    return null;
  }

  /** Keeps a new statement, or a repeat for its wording, and names its place. */
  int add(ArticleSketch article, StatementSketch statement, boolean wording) {
    int place = newPlace();
    kept[place] = Kept.pack(statement, article.time(), arrivals, wording);
    articles[place] = article.article();
    arrivals++;
    size++;
    if (!Ids.isPlain(statement.id())) {
      oddIds.put(place, statement.id());
    }
    byArticle.merge(article.article(), new int[] {place}, Sayings::joined);
    return place;
  }

  private static int[] joined(int[] left, int[] right) {
    int[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private int newPlace() {
    if (!free.isEmpty()) {
      return free.remove(free.size() - 1);
    }
    if (used == kept.length) {
      kept = Arrays.copyOf(kept, used + used / 4);
      articles = Arrays.copyOf(articles, kept.length);
    }
    used++;
    return used - 1;
  }

  /** From now on the one says what the other said first. */
  void join(int first, int other) {
    List<Integer> joining = new ArrayList<>(List.of(other));
    List<Integer> known = others.remove(other);
    joining.addAll(known == null ? List.of() : known);
    for (int place : joining) {
      firsts.put(place, first);
    }
    others.computeIfAbsent(first, p -> new ArrayList<>()).addAll(joining);
  }

  /**
   * The places of what an article said first, by these ids; of one that it said first twice, since
   * the window had passed in between, the older.
   */
  List<Integer> places(String article, Set<String> ids) {
    Set<String> wanted = new HashSet<>(ids);
    return Arrays.stream(byArticle.getOrDefault(article, new int[0]))
        .boxed()
        .filter(place -> !Kept.isWording(kept[place]) && wanted.remove(name(place).statement()))
        .toList();
  }

  /** The wordings that go when a first goes: those of its repeats. */
  List<Integer> wordingsOf(int first) {
    return others.getOrDefault(first, List.of()).stream()
        .filter(place -> Kept.isWording(kept[place]))
        .toList();
  }

  /** Forgets what stands at a place. Those that said the same after it say it first now. */
  void remove(int place) {
    leave(place);
    String article = name(place).article();
    int[] rest =
        Arrays.stream(byArticle.getOrDefault(article, new int[0]))
            .filter(p -> p != place)
            .toArray();
    if (rest.length == 0) {
      byArticle.remove(article);
    } else {
      byArticle.put(article, rest);
    }
    oddIds.remove(place);
    articles[place] = null;
    kept[place] = new int[0];
    free.add(place);
    size--;
  }

  private void leave(int place) {
    Integer first = firsts.remove(place);
    if (first != null) {
      List<Integer> siblings = others.get(first);
      if (siblings != null) {
        siblings.remove((Integer) place);
        others.computeIfPresent(first, (p, list) -> list.isEmpty() ? null : list);
      }
      return;
    }
    List<Integer> heirs = others.remove(place);
    if (heirs != null) {
      heirs.forEach(firsts::remove);
      int heir = heirs.get(0);
      heirs.stream().skip(1).forEach(other -> join(heir, other));
    }
  }
}
