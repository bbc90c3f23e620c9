package org.tocsin.enrich.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Story;

/**
 * What one arrival, or one command, sets in motion. Articles whose part may change wait on an
 * agenda in the order of fullness; each is looked at when all before it have their part. What it
 * becomes can only concern articles after it.
 */
final class Change {
  private final Places places;
  private final Groups groups;
  private final Orders orders;
  private final Likeness likeness;
  private final TreeSet<Integer> agenda;

  /** On the agenda and without a part until it is their turn. */
  private final Set<Integer> open = new HashSet<>();

  /** Leads whose likeness to those after them may be another than before. */
  private final Set<Integer> doubtful = new HashSet<>();

  /** Leads whose stories have been noted. */
  private final Set<Integer> touched = new HashSet<>();

  private final Set<Integer> moved = new LinkedHashSet<>();

  /** Stories that were touched, as they were: an article of each, by the story's id. */
  private final Map<String, Integer> before = new LinkedHashMap<>();

  Change(Shelf shelf, Groups groups, Orders orders, Likeness likeness) {
    this.places = shelf.places;
    this.groups = groups;
    this.orders = orders;
    this.likeness = likeness;
    this.agenda = new TreeSet<>(places::byFullness);
  }

  /**
   * Notes the story of an article as it is before the change. What has moved already was noted
   * then, and what has come only now had none.
   */
  void touch(int place) {
    if (!open.contains(place) && !moved.contains(place) && touched.add(places.lead[place])) {
      List<Integer> story = groups.story(place);
      before.putIfAbsent(groups.id(story), story.get(0));
    }
  }

  /** Puts an article without a part on the agenda. */
  void place(int place) {
    open.add(place);
    agenda.add(place);
    moved.add(place);
  }

  /** Puts an article on the agenda that may keep its part. */
  void doubt(int place) {
    agenda.add(place);
    doubtful.add(place);
  }

  /** Takes the members of a chain out of it and puts them on the agenda. */
  void dissolve(int lead) {
    touch(lead);
    groups.dissolve(lead).forEach(this::place);
  }

  /** One place stands for another from here on. */
  void replace(int old, int by) {
    before.replaceAll((story, place) -> place == old ? by : place);
  }

  void run() {
    while (!agenda.isEmpty()) {
      reconsider(agenda.pollFirst());
    }
  }

  private void reconsider(int place) {
    Set<Integer> candidates = likeness.candidates(place, this::isJoined);
    int lead = closestLead(place, candidates);
    boolean hadPart = !open.remove(place);
    int old = places.lead[place];
    if (lead == Places.NONE) {
      boolean led = hadPart && old == place;
      if (!led) {
        move(place, place, hadPart);
      }
      if (!led || doubtful.contains(place)) {
        followers(place, candidates);
      }
    } else if (!hadPart || lead != old) {
      if (old == place && hadPart) {
        dissolve(place);
      }
      move(place, lead, hadPart);
    }
  }

  private void move(int place, int lead, boolean hadPart) {
    if (hadPart) {
      touch(place);
    }
    moved.add(place);
    groups.unlink(place);
    if (lead != place) {
      touch(lead);
      groups.link(place, lead);
    }
  }

  /** Whether others may join an article: it leads, and has its part. */
  private boolean isJoined(int place) {
    return groups.leads(place) && !open.contains(place);
  }

  /** Of those before it that lead, the one that an article is closest to. */
  private int closestLead(int place, Set<Integer> candidates) {
    int closest = Places.NONE;
    Kin closestKin = null;
    for (int other : candidates) {
      if (isJoined(other) && places.precedes(other, place) && !isPartedFromAny(place, other)) {
        Kin kin = likeness.compare(place, other);
        if (kin != null && isBetter(kin, other, closestKin, closest)) {
          closest = other;
          closestKin = kin;
        }
      }
    }
    return closest;
  }

  private boolean isBetter(Kin kin, int place, @Nullable Kin best, int bestPlace) {
    return best == null
        || kin.isCloserThan(best)
        || (!best.isCloserThan(kin) && places.precedes(place, bestPlace));
  }

  private boolean isPartedFromAny(int place, int lead) {
    return orders.isParted(places.id[place])
        && groups.chain(lead).stream()
            .anyMatch(member -> orders.areParted(places.id[place], places.id[member]));
  }

  /** Those after a lead that are kin to it may join it. */
  private void followers(int lead, Set<Integer> candidates) {
    for (int other : candidates) {
      if (places.precedes(lead, other)
          && !agenda.contains(other)
          && likeness.compare(lead, other) != null) {
        agenda.add(other);
      }
    }
  }

  /** The articles whose part is another now. */
  Set<Integer> moved() {
    return moved;
  }

  /**
   * All stories that changed, as they are now; then those that have gone.
   *
   * @param known what was told of a story last
   */
  List<Story> stories(StoryTeller teller, Function<String, @Nullable Story> known) {
    Set<Integer> told = new HashSet<>();
    Map<String, Story> now = new LinkedHashMap<>();
    for (int place : concerned()) {
      if (!told.contains(place)) {
        List<Integer> story = groups.story(place);
        told.addAll(story);
        String id = groups.id(story);
        now.put(id, tell(story, id, teller, known));
      }
    }
    List<Story> all = new ArrayList<>(now.values());
    before.forEach(
        (id, place) -> {
          if (!now.containsKey(id)) {
            all.add(teller.gone(id, place, groups.id(groups.story(place))));
          }
        });
    return all;
  }

  /** An article of each story that may have changed. */
  Set<Integer> concerned() {
    Set<Integer> concerned = new LinkedHashSet<>(moved);
    concerned.addAll(before.values());
    return concerned;
  }

  /** Only the newcomer is told where nothing else has changed: a story may be large. */
  private Story tell(
      List<Integer> story, String id, StoryTeller teller, Function<String, @Nullable Story> known) {
    if (moved.size() == 1 && before.size() == 1 && before.containsKey(id)) {
      int place = moved.iterator().next();
      Story last = known.apply(id);
      if (last != null && last.size() + 1 == story.size() && !groups.leads(place)) {
        return teller.grow(last, place);
      }
    }
    return teller.tell(story);
  }
}
