package org.tocsin.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.contract.Story;
import org.tocsin.contract.StoryRef;
import org.tocsin.contract.StoryRef.Relation;
import org.tocsin.enrich.sketch.ArticleSketch;

/** Tells stories and the parts of articles in them as they are published. */
final class StoryTeller {
  private final Shelf shelf;
  private final Groups groups;
  private final Likeness likeness;

  StoryTeller(Shelf shelf, Groups groups, Likeness likeness) {
    this.shelf = shelf;
    this.groups = groups;
    this.likeness = likeness;
  }

  /** The part of an article in its story. */
  StoryRef ref(int place) {
    List<Integer> story = groups.story(place);
    return ref(place, story.get(0), groups.id(story));
  }

  private StoryRef ref(int place, int first, String story) {
    if (place == first) {
      return StoryRef.first(story);
    }
    int other = groups.leads(place) ? first : shelf.places.lead[place];
    Kin kin = likeness.compare(place, other);
    String of = shelf.sketch(other).article();
    return kin == null
        ? new StoryRef(story, Relation.REWRITE, of, 0, 0, "joined by hand")
        : kin.ref(story, of);
  }

  /** A story as it is now. */
  Story tell(List<Integer> story) {
    String id = groups.id(story);
    int first = story.get(0);
    List<Story.Member> members = new ArrayList<>();
    Set<String> languages = new TreeSet<>();
    Set<String> countries = new TreeSet<>();
    for (int place : story.subList(0, Math.min(Story.LISTED, story.size()))) {
      ArticleSketch sketch = shelf.sketch(place);
      members.add(member(sketch, ref(place, first, id)));
      languages.add(sketch.language());
      countries.addAll(sketch.countries());
    }
    return new Story(
        id,
        shelf.sketch(first).article(),
        shelf.sketch(fullest(story)).article(),
        story.size(),
        members,
        outlets(members),
        List.copyOf(languages),
        List.copyOf(countries),
        shelf.sketch(first).time(),
        shelf.sketch(story.get(story.size() - 1)).time(),
        null);
  }

  /** A story with one more article that is neither its first nor its fullest. */
  Story grow(Story story, int place) {
    ArticleSketch sketch = shelf.sketch(place);
    List<Story.Member> members = new ArrayList<>(story.members());
    members.add(member(sketch, ref(place)));
    members.sort(Comparator.comparing(m -> shelf.find(m.article()), shelf.places::byTime));
    if (members.size() > Story.LISTED) {
      members.remove(Story.LISTED);
    }
    Set<String> languages = new TreeSet<>(story.languages());
    languages.add(sketch.language());
    Set<String> countries = new TreeSet<>(story.countries());
    countries.addAll(sketch.countries());
    return new Story(
        story.id(),
        story.first(),
        story.fullest(),
        story.size() + 1,
        members,
        outlets(members),
        List.copyOf(languages),
        List.copyOf(countries),
        story.from(),
        sketch.time().isAfter(story.until()) ? sketch.time() : story.until(),
        null);
  }

  private static List<String> outlets(List<Story.Member> members) {
    return members.stream().map(Story.Member::source).distinct().toList();
  }

  private int fullest(List<Integer> story) {
    int fullest = story.get(0);
    for (int place : story) {
      fullest = shelf.places.precedes(place, fullest) ? place : fullest;
    }
    return fullest;
  }

  private static Story.Member member(ArticleSketch sketch, StoryRef ref) {
    return new Story.Member(
        sketch.article(),
        sketch.url(),
        sketch.source(),
        sketch.time(),
        ref.relation(),
        ref.of(),
        ref.similarity(),
        ref.shared(),
        ref.reason());
  }

  /** What is said of a story that has gone into another. */
  Story gone(String id, int first, String to) {
    ArticleSketch sketch = shelf.sketch(first);
    return new Story(
        id,
        sketch.article(),
        sketch.article(),
        0,
        List.of(),
        List.of(sketch.source()),
        List.of(sketch.language()),
        sketch.countries(),
        sketch.time(),
        sketch.time(),
        to);
  }
}
