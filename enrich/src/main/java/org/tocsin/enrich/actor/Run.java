package org.tocsin.enrich.actor;

/**
 * A stretch of words written like a name, words {@code from} to {@code to}, exclusive.
 *
 * @param from first word
 * @param to after the last word
 */
record Run(int from, int to) {
  int size() {
    return to - from;
  }

  int last() {
    return to - 1;
  }
}
