package org.tocsin.enrich.meaning;

import java.util.Arrays;

/**
 * One layer of the encoder (Vaswani et al., 2017; Devlin et al., 2019): each word looks at all
 * others, then is worked on alone.
 *
 * @param mixed applied to what the heads found
 * @param widened and {@code narrowed} are the two maps that work on each word
 */
record Layer(
    Dense query,
    Dense key,
    Dense value,
    Dense mixed,
    Norm attended,
    Dense widened,
    Dense narrowed,
    Norm worked) {
  /** Numbers of a row that one head looks at. */
  private static final int HEAD = 32;

  /** What the rows, one a word, become. */
  float[][] apply(float[][] rows) {
    float[][] seen = mixed.apply(attend(query.apply(rows), key.apply(rows), value.apply(rows)));
    for (int i = 0; i < rows.length; i++) {
      attended.addTo(seen[i], rows[i]);
    }
    float[][] wide = widened.apply(seen);
    Arrays.stream(wide).forEach(Gelu::apply);
    float[][] result = narrowed.apply(wide);
    for (int i = 0; i < rows.length; i++) {
      worked.addTo(result[i], seen[i]);
    }
    return result;
  }

  private static float[][] attend(float[][] queries, float[][] keys, float[][] values) {
    float[][] result = new float[queries.length][queries[0].length];
    for (int head = 0; head < queries[0].length; head += HEAD) {
      for (int i = 0; i < queries.length; i++) {
        double[] weights = weights(queries[i], keys, head);
        for (int j = 0; j < values.length; j++) {
          for (int k = head; k < head + HEAD; k++) {
            result[i][k] += (float) weights[j] * values[j][k];
          }
        }
      }
    }
    return result;
  }

  /** How much a word looks at each: the softmax of its query with their keys. */
  private static double[] weights(float[] query, float[][] keys, int head) {
    double[] weights = new double[keys.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < keys.length; j++) {
      float product = 0;
      for (int k = head; k < head + HEAD; k++) {
        product += query[k] * keys[j][k];
      }
      weights[j] = product / Math.sqrt(HEAD);
      most = Math.max(most, weights[j]);
    }
    double sum = 0;
    for (int j = 0; j < keys.length; j++) {
      weights[j] = StrictMath.exp(weights[j] - most);
      sum += weights[j];
    }
    for (int j = 0; j < keys.length; j++) {
      weights[j] /= sum;
    }
    return weights;
  }
}
