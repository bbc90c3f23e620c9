package org.tocsin.alert.watch;

import org.tocsin.contract.Watch;

/** Puts watches into force, or out of it; returns when that is certain. */
public interface WatchWriter extends AutoCloseable {
  /** Puts a version of a watch into force. */
  void put(Watch watch);

  /** Takes a watch out of force. */
  void remove(String id);

  @Override
  void close();
}
