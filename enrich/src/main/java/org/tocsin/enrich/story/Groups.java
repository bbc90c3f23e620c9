package org.tocsin.enrich.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.contract.ArticleId;

/**
 * Who is compared with whom: chains of articles behind the one that leads them. A story is one
 * chain, or several where a person joined them.
 */
final class Groups {
  private final Shelf shelf;
  private final Places places;
  private final Orders orders;

  Groups(Shelf shelf, Orders orders) {
    this.shelf = shelf;
    this.places = shelf.places;
    this.orders = orders;
  }

  boolean leads(int place) {
    return places.lead[place] == place;
  }

  /** Whether nobody stands before or behind an article. */
  boolean alone(int place) {
    return leads(place) && places.next[place] == Places.NONE;
  }

  /** A leading article and, behind it, those that are compared with it. */
  List<Integer> chain(int lead) {
    List<Integer> chain = new ArrayList<>();
    for (int place = lead; place != Places.NONE; place = places.next[place]) {
      chain.add(place);
    }
    return chain;
  }

  /** Puts an article that leads nobody behind another. */
  void link(int place, int lead) {
    places.lead[place] = lead;
    places.next[place] = places.next[lead];
    places.next[lead] = place;
  }

  /** Takes an article out of its chain; one that leads stays where it is. */
  void unlink(int place) {
    int before = places.lead[place];
    if (before != place) {
      while (places.next[before] != place) {
        before = places.next[before];
      }
      places.next[before] = places.next[place];
      free(place);
    }
  }

  /** Takes all articles out of a chain; returns them without the lead. */
  List<Integer> dissolve(int lead) {
    List<Integer> members = chain(lead);
    members.forEach(this::free);
    return members.subList(1, members.size());
  }

  private void free(int place) {
    places.lead[place] = place;
    places.next[place] = Places.NONE;
  }

  /** The articles of the story that an article belongs to, by time. */
  List<Integer> story(int place) {
    List<Integer> members = new ArrayList<>();
    leads(places.lead[place], new LinkedHashSet<>()).forEach(lead -> members.addAll(chain(lead)));
    members.sort(places::byTime);
    return members;
  }

  private Set<Integer> leads(int lead, Set<Integer> known) {
    if (known.add(lead) && orders.anyBonds()) {
      for (int member : chain(lead)) {
        for (long bond : orders.bonds(places.id[member])) {
          int other = places.of(bond);
          if (other != Places.NONE) {
            leads(places.lead[other], known);
          }
        }
      }
    }
    return known;
  }

  /** The id of a story, made from its earliest article. */
  String id(List<Integer> story) {
    return ArticleId.hash("story", shelf.sketch(story.get(0)).article());
  }
}
