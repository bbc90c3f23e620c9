package org.tocsin.enrich.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary of phrases, looked up token by token: {@code "saudi arabia"} leads from {@code
 * saudi} to {@code arabia}. Spelling differences that {@link Token#folded} levels do not matter,
 * nor whether words are parted by a blank, a line break or a hyphen. Built once, then only read.
 *
 * @param <V> what a phrase means
 */
public final class PhraseTrie<V> {
  private static final int WIDEST_GAP = 4;

  /** Arabic "and", "so", "in", "for", "like", written together with the name that follows. */
  private static final String CLITICS = "\u0648\u0641\u0628\u0644\u0643";

  private final Node<V> root = new Node<>();

  /** The longest phrase found at a place: tokens {@code from} to {@code to}, exclusive. */
  public record Match<V>(V value, int from, int to) {}

  private static final class Node<V> {
    private final Map<String, Node<V>> next = new HashMap<>(2);
    private @Nullable V value;
  }

  /** Puts a phrase in; {@code change} gets what the phrase meant so far, or null. */
  public void put(String phrase, UnaryOperator<@Nullable V> change) {
    Node<V> node = root;
    for (Token token : Tokens.parts(phrase)) {
      node = node.next.computeIfAbsent(CyrillicEndings.cut(token.folded()), key -> new Node<>());
    }
    if (node != root) {
      node.value = change.apply(node.value);
    }
  }

  /** The longest phrase that starts with token {@code from} of {@code text}'s parts. */
  public @Nullable Match<V> longest(String text, List<Token> parts, int from) {
    Node<V> node = first(parts.get(from).folded());
    Match<V> best = null;
    for (int at = from; node != null; at++) {
      if (node.value != null) {
        best = new Match<>(node.value, from, at + 1);
      }
      if (node.next.isEmpty()
          || at + 1 == parts.size()
          || !joined(text, parts.get(at), parts.get(at + 1))) {
        break;
      }
      node = node.next.get(CyrillicEndings.cut(parts.get(at + 1).folded()));
    }
    return best;
  }

  private @Nullable Node<V> first(String folded) {
    Node<V> node = root.next.get(CyrillicEndings.cut(folded));
    boolean clitic = node == null && folded.length() > 3 && CLITICS.indexOf(folded.charAt(0)) >= 0;
    return clitic ? root.next.get(folded.substring(1)) : node;
  }

  /** Whether two neighbours may belong to one phrase: no sentence or paragraph ends in between. */
  public static boolean joined(String text, Token left, Token right) {
    return right.start() - left.end() <= WIDEST_GAP
        && joined(text, left.end() - left.start(), left.end(), right.start());
  }

  static boolean joined(String text, int lengthOfLeft, int from, int to) {
    int blanksOnLine = 0;
    boolean newLine = false;
    for (int i = from; i < to; i++) {
      char unit = text.charAt(i);
      if (unit == '\n' || unit == '\r') {
        if (newLine && unit == '\n' && text.charAt(i - 1) != '\r') {
          return false;
        }
        newLine = true;
        blanksOnLine = 0;
      } else if (Character.isWhitespace(unit) || unit == '\u00a0') {
        blanksOnLine++;
      } else if (!joiner(unit) && !(unit == '.' && lengthOfLeft <= 3)) {
        return false;
      }
    }
    return !newLine || blanksOnLine < 2;
  }

  private static boolean joiner(char unit) {
    return unit == '&' || Letters.hyphen(unit) || Letters.apostrophe(unit);
  }
}
