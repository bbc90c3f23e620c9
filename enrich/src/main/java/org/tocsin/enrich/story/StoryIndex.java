package org.tocsin.enrich.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Story;
import org.tocsin.contract.StoryCommand;
import org.tocsin.contract.StoryRef;
import org.tocsin.contract.StoryRef.Relation;
import org.tocsin.enrich.sketch.ArticleSketch;

/**
 * The articles of the last days, and the stories they form. Which stories there are depends only on
 * which articles are remembered, not on the order in which they came:
 *
 * <p>Of all articles the fullest comes first, of equally full ones the earliest. Taken in that
 * order, each article joins the closest of those before it that lead a story and that it is kin to;
 * if there is none, it leads a story itself. So every article has been compared with the one that
 * leads its story, and nothing is joined over a chain. When an article arrives that would have come
 * before others, only those are looked at again that it can concern: its kin, and the kin of those
 * whose part changed by it ({@link Change}).
 */
public final class StoryIndex {
  private final Shelf shelf;
  private final Orders orders = new Orders();
  private final Groups groups;
  private final Likeness likeness;
  private final StoryTeller teller;
  private final Function<String, @Nullable Story> known;

  /** Places of articles that were let go and wait for the rest of their story. */
  private final BitSet expired = new BitSet();

  /** Those of them whose story has changed. */
  private final List<Integer> left = new ArrayList<>();

  /**
   * An empty index.
   *
   * @param window articles further apart in event time belong to different stories
   * @param sketches of the articles that were placed and not forgotten
   * @param known what was told of a story last, by its id; null where nothing was kept
   */
  public StoryIndex(Duration window, Sketches sketches, Function<String, @Nullable Story> known) {
    this.shelf = new Shelf(sketches);
    this.groups = new Groups(shelf, orders);
    this.likeness = new Likeness(shelf, orders, window.toMinutes());
    this.teller = new StoryTeller(shelf, groups, likeness);
    this.known = known;
  }

  /** A story that is forgotten, and its articles by number of arrival. */
  public record Gone(String story, List<Long> sequences) {}

  /** Number of articles remembered. */
  public int size() {
    return shelf.places.count();
  }

  /** Bytes of memory taken. */
  public long bytes() {
    return shelf.prints.bytes() + shelf.places.bytes();
  }

  /** Whether an article is remembered under this number of arrival. */
  public boolean holds(String article, long sequence) {
    int place = shelf.find(article);
    return place != Places.NONE && shelf.places.sequence[place] == sequence;
  }

  /** The number of arrival of a remembered article's latest text; null where it is forgotten. */
  public @Nullable Long sequence(String article) {
    int place = shelf.find(article);
    return place == Places.NONE ? null : shelf.places.sequence[place];
  }

  /** The part of a remembered article as it is now; null where it is not remembered. */
  public @Nullable StoryRef ref(String article) {
    int place = shelf.find(article);
    StoryRef ref = place == Places.NONE ? null : teller.ref(place);
    shelf.release();
    return ref;
  }

  /**
   * Places an article among those remembered and remembers it; a revision takes the place of the
   * text before, and so does the same text when it comes again.
   *
   * @param sequence its number of arrival, larger than all before
   */
  public Placement place(ArticleSketch sketch, long sequence) {
    Change change = new Change(shelf, groups, orders, likeness);
    int old = shelf.find(sketch.article());
    if (old != Places.NONE) {
      takeOut(old, change);
    }
    int place = shelf.add(sketch, sequence);
    shelf.hold(place, sketch);
    change.replace(old, place);
    change.place(place);
    likeness.holdersOfNewFurniture(place).forEach(change::doubt);
    change.run();
    StoryRef ref = teller.ref(place);
    StoryChange changed = changed(change);
    shelf.release();
    return new Placement(sketch.revision() == 0 ? ref : revision(ref, sketch), changed);
  }

  /** The part of another text of a remembered article, which takes no place of its own. */
  public Placement beside(ArticleSketch sketch) {
    StoryRef ref = teller.ref(shelf.find(sketch.article()));
    shelf.release();
    return new Placement(revision(ref, sketch), new StoryChange(List.of(), List.of()));
  }

  private void takeOut(int place, Change change) {
    change.touch(place);
    if (groups.leads(place)) {
      change.dissolve(place);
    } else {
      groups.unlink(place);
    }
    remove(place);
  }

  private static StoryRef revision(StoryRef ref, ArticleSketch sketch) {
    return new StoryRef(
        ref.id(),
        Relation.REVISION,
        sketch.article(),
        ref.similarity(),
        ref.shared(),
        "another text at the same address; " + ref.reason());
  }

  private StoryChange changed(Change change) {
    List<StoryChange.Move> moves = new ArrayList<>();
    for (int place : change.moved()) {
      String lead = shelf.sketch(shelf.places.lead[place]).article();
      moves.add(new StoryChange.Move(shelf.places.sequence[place], lead));
    }
    change.concerned().stream().filter(expired::get).forEach(left::add);
    return new StoryChange(moves, change.stories(teller, known));
  }

  /** What a command means now: which articles a split leaves behind. */
  public StoryOrder order(StoryCommand command) {
    List<Long> rest = new ArrayList<>();
    for (int place : named(command)) {
      groups.story(place).forEach(member -> rest.add(shelf.places.id[member]));
    }
    shelf.release();
    return new StoryOrder(command, rest.stream().distinct().toList());
  }

  /** Does what a person said, now and for what is yet to come. */
  public StoryChange obey(StoryOrder order) {
    Change change = new Change(shelf, groups, orders, likeness);
    named(order.command()).forEach(change::touch);
    orders.add(order.command(), order.rest());
    for (long article : order.rest()) {
      int place = shelf.places.of(article);
      if (place != Places.NONE) {
        change.doubt(place);
      }
    }
    change.run();
    StoryChange changed = changed(change);
    shelf.release();
    return changed;
  }

  private List<Integer> named(StoryCommand command) {
    return command.articles().stream()
        .map(shelf::find)
        .filter(place -> place != Places.NONE)
        .toList();
  }

  /**
   * Remembers an article that was placed before a restart. When all have been handed over, {@link
   * #restoreLead} follows for each, and then {@link #restore(StoryOrder)}.
   */
  public void restore(ArticleSketch sketch, long sequence) {
    int old = shelf.find(sketch.article());
    if (old != Places.NONE) {
      shelf.remove(old);
    }
    shelf.add(sketch, sequence);
    shelf.release();
  }

  /** Puts a restored article behind the one it was compared with. */
  public void restoreLead(String article, String lead) {
    int place = shelf.find(article);
    int leading = shelf.find(lead);
    if (place != Places.NONE && leading != Places.NONE && place != leading) {
      if (!groups.alone(place) || !groups.leads(leading)) {
        throw new IllegalStateException(article + " cannot stand behind " + lead);
      }
      groups.link(place, leading);
    }
  }

  /** Remembers a command that was obeyed before a restart. */
  public void restore(StoryOrder order) {
    orders.add(order.command(), order.rest());
  }

  /**
   * Lets an article go. It is forgotten when all articles of its story have been let go, so that a
   * story keeps its id and its fullest text to its end.
   *
   * @return what is forgotten now; null for nothing
   */
  public @Nullable Gone expire(String article, long sequence) {
    int place = shelf.find(article);
    if (place == Places.NONE || shelf.places.sequence[place] != sequence) {
      return null;
    }
    expired.set(place);
    return gone(place);
  }

  /** Stories of which only articles that were let go are left, since others have moved away. */
  public List<Gone> leftovers() {
    List<Gone> all = new ArrayList<>();
    for (int place : left) {
      Gone gone = expired.get(place) ? gone(place) : null;
      if (gone != null) {
        all.add(gone);
      }
    }
    left.clear();
    return all;
  }

  private @Nullable Gone gone(int place) {
    List<Integer> story = groups.story(place);
    if (!story.stream().allMatch(expired::get)) {
      return null;
    }
    String id = groups.id(story);
    List<Long> sequences = story.stream().map(member -> shelf.places.sequence[member]).toList();
    story.forEach(this::remove);
    shelf.release();
    return new Gone(id, sequences);
  }

  private void remove(int place) {
    expired.clear(place);
    shelf.remove(place);
  }
}
