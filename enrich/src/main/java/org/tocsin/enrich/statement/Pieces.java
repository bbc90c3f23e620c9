package org.tocsin.enrich.statement;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;

/**
 * The pieces of a paragraph in order. What rules ask of them stands in flat arrays beside them,
 * into which the sentences of the paragraph look: {@code traits()[3]} for those of the fourth.
 */
final class Pieces extends AbstractList<Piece> {
  private Piece[] all;
  private int[] traits;
  private long[] low;
  private long[] high;
  private int size;

  Pieces(int expected) {
    all = new Piece[expected];
    traits = new int[expected];
    low = new long[expected];
    high = new long[expected];
  }

  /** The same pieces, to be changed on their own. */
  static Pieces of(Collection<Piece> others) {
    Pieces pieces = new Pieces(others.size());
    others.forEach(pieces::append);
    return pieces;
  }

  void append(Piece piece) {
    if (size == all.length) {
      grow();
    }
    put(size++, piece);
  }

  private void put(int at, Piece piece) {
    all[at] = piece;
    traits[at] = piece.traits();
    low[at] = piece.written().low();
    high[at] = piece.written().high();
  }

  private void grow() {
    int room = size * 2 + 1;
    all = Arrays.copyOf(all, room);
    traits = Arrays.copyOf(traits, room);
    low = Arrays.copyOf(low, room);
    high = Arrays.copyOf(high, room);
  }

  void removeLast() {
    size--;
  }

  @Override
  public Piece get(int at) {
    return all[at];
  }

  @Override
  public Piece set(int at, Piece piece) {
    Piece before = all[at];
    put(at, piece);
    return before;
  }

  @Override
  public int size() {
    return size;
  }

  /** The {@link Traits} of each; there may be room behind the last, here and in the others. */
  int[] traits() {
    return traits;
  }

  /** The word classes of each, see {@link WordClass}. */
  long[] low() {
    return low;
  }

  long[] high() {
    return high;
  }

  Piece[] all() {
    return all;
  }
}
