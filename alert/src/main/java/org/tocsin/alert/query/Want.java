package org.tocsin.alert.query;

import java.util.List;

/**
 * One thing that a watch wants of a statement: a trace that shows under one of these keys, such as
 * a word as it stands or by its stem.
 */
record Want(List<Key> keys) {
  Want {
    keys = List.copyOf(keys);
  }

  static Want of(Key key) {
    return new Want(List.of(key));
  }
}
