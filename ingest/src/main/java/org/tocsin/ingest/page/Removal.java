package org.tocsin.ingest.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Takes elements out of a page, all of one parent at once: one by one, each would move those behind
 * it, and a hundred thousand scripts in a row would take minutes.
 */
final class Removal {
  private Removal() {}

  static void of(Collection<Element> elements) {
    IdentityHashMap<Element, Set<Node>> byParent = new IdentityHashMap<>();
    for (Element element : elements) {
      Element parent = element.parent();
      if (parent != null) {
        byParent.computeIfAbsent(parent, p -> identities()).add(element);
      }
    }
    byParent.forEach(Removal::of);
  }

  private static Set<Node> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static void of(Element parent, Set<Node> gone) {
    List<Node> kept = new ArrayList<>(parent.childNodes());
    kept.removeIf(gone::contains);
    parent.empty();
    parent.insertChildren(0, kept);
  }
}
