package org.tocsin.alert.watch;

import java.util.List;
import org.tocsin.contract.Watch;

/** The versions of watches, of removed ones too. */
public interface WatchHistory {
  /** The versions of a watch, the newest first; empty where there never was such a watch. */
  List<Watch> versions(String id);
}
