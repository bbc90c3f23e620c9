package org.tocsin.alert.watch;

import org.tocsin.contract.Watch;

/** Puts watches into force, or out of it; returns when that is certain. */
public interface WatchWriter extends AutoCloseable {
  /** How many versions of a watch are kept. */
  int KEPT_VERSIONS = 100;

  /** Keeps a version of a watch without putting it into force. */
  void keep(Watch version);

  /** Puts a version of a watch into force, and keeps it. */
  void put(Watch watch);

  /** Takes a watch out of force. */
  void remove(String id);

  @Override
  void close();
}
