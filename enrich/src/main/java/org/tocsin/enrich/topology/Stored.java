package org.tocsin.enrich.topology;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.contract.Lane;
import org.tocsin.contract.Story;
import org.tocsin.enrich.ArticleState;
import org.tocsin.enrich.Draft;
import org.tocsin.enrich.Remembered;
import org.tocsin.enrich.Standing;
import org.tocsin.enrich.story.StoryOrder;

/**
 * A state store as a typed constant: what is kept, under which key, until when. All are on disk and
 * logged; their changelogs are named after them.
 *
 * @param until when entries go
 */
record Stored<K, V>(String name, Serde<K> keySerde, Class<V> type, String until) {
  /** By article id: content hash and revision. */
  static final Stored<String, ArticleState> ARTICLE_STATES =
      new Stored<>(
          "article-states",
          Serdes.String(),
          ArticleState.class,
          "enrich.duplicate.window has passed");

  /** By article id, revision and lane: the analysed article, without its text. */
  static final Stored<String, Draft> PENDING =
      new Stored<>("pending", Serdes.String(), Draft.class, "the decision has come");

  /** By number of arrival: sketch and decision of each article. */
  static final Stored<Long, Remembered> SKETCH_LOG =
      new Stored<>(
          "sketch-log", Serdes.Long(), Remembered.class, "both windows of the lane have passed");

  /** By article id: what the revision that stands says. */
  static final Stored<String, Standing> STANDINGS =
      new Stored<>(
          "standings", Serdes.String(), Standing.class, "enrich.duplicate.window has passed");

  /** By story id: the story as it was last published. */
  static final Stored<String, Story> STORY_STATES =
      new Stored<>(
          "story-states", Serdes.String(), Story.class, "the last of its articles is forgotten");

  /** By command id: what people said about stories. */
  static final Stored<String, StoryOrder> STORY_ORDERS =
      new Stored<>("story-orders", Serdes.String(), StoryOrder.class, "never: people say little");

  StoreBuilder<KeyValueStore<K, V>> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), keySerde, new SmileSerde<>(type));
  }

  /** The key of an article that waits for its decision: one text may wait in both lanes. */
  static String pendingKey(String article, int revision, Lane lane) {
    String key = article + "#" + revision;
    return lane == Lane.LIVE ? key : key + "#" + lane.label();
  }
}
