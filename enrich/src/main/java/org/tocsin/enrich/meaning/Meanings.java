package org.tocsin.enrich.meaning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How near sentences are in meaning; remembers those it has read, for a sentence is compared with
 * many. The model is read when the first is asked for. For one thread.
 */
public final class Meanings {
  /** Sentences remembered, 1.5 kB each. */
  private static final int MOST = 4096;

  private final Map<String, float[]> known = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable SentenceModel model;

  /** The cosine of two sentences' meanings; 0 where they have nothing to do with one another. */
  public double nearness(String a, String b) {
    float[] left = meaning(a);
    float[] right = meaning(b);
    double product = 0;
    for (int i = 0; i < left.length; i++) {
      product += left[i] * right[i];
    }
    return Math.max(0, Math.min(1, product));
  }

  private float[] meaning(String sentence) {
    float[] meaning = known.get(sentence);
    if (meaning == null) {
      meaning = model().meaning(sentence);
      known.put(sentence, meaning);
      forgetOldest();
    }
    return meaning;
  }

  private void forgetOldest() {
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }

  private SentenceModel model() {
    SentenceModel loaded = model;
    if (loaded == null) {
      try {
        loaded = SentenceModel.load();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      model = loaded;
    }
    return loaded;
  }
}
