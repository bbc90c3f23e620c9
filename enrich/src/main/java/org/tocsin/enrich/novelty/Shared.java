package org.tocsin.enrich.novelty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What two statements' words have in common, order aside.
 *
 * @param score weight of the shared words, as a cosine: 1 where the two have the same words
 * @param content number of shared content words
 * @param inOrder whether the shared names and terms stand in the same order
 */
record Shared(double score, int content, boolean inOrder) {
  /** Statements shorter than this prove little by sharing words. */
  private static final double SHORT = 1.5;

  static Shared of(int[] a, int[] b) {
    Map<Integer, Integer> left = distinct(a);
    Map<Integer, Integer> right = distinct(b);
    double shared = 0;
    int content = 0;
    List<Integer> common = new ArrayList<>();
    for (Map.Entry<Integer, Integer> word : left.entrySet()) {
      Integer other = right.get(word.getKey());
      if (other != null) {
        WordClass kind = WordClass.of(word.getValue());
        shared += (kind.weight + WordClass.of(other).weight) / 2;
        content += kind.isContent() ? 1 : 0;
        if (kind == WordClass.TELLING) {
          common.add(word.getKey());
        }
      }
    }
    double score = shared / Math.sqrt((weight(left) + SHORT / 2) * (weight(right) + SHORT / 2));
    boolean inOrder = order(a, common).equals(order(b, common));
    return new Shared(Math.min(1, score), content, inOrder);
  }

  /** Each word once, without and with its class. */
  private static Map<Integer, Integer> distinct(int[] words) {
    Map<Integer, Integer> distinct = new HashMap<>();
    for (int word : words) {
      distinct.putIfAbsent(word >>> 3, word);
    }
    return distinct;
  }

  private static double weight(Map<Integer, Integer> words) {
    return words.values().stream().mapToDouble(w -> WordClass.of(w).weight).sum();
  }

  private static List<Integer> order(int[] words, List<Integer> common) {
    List<Integer> order = new ArrayList<>();
    for (int word : words) {
      if (common.contains(word >>> 3) && !order.contains(word >>> 3)) {
        order.add(word >>> 3);
      }
    }
    return order;
  }
}
