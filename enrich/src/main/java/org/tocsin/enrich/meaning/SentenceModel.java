package org.tocsin.enrich.meaning;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Turns an English sentence into 384 numbers; sentences of like meaning point in like directions.
 * Immutable, to be used from several threads. Holds 54 MB; a sentence of 20 words costs some ten
 * milliseconds.
 */
public final class SentenceModel {
  /** Where the jar with the model keeps it. */
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";

  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  /** Pieces looked at: statements are short, and cost grows with them. */
  private static final int MOST_PIECES = 64;

  private static final int LAYERS = 6;
  private static final int MAPS = 6;

  private final WordPieces pieces;
  private final Table words;
  private final Table places;
  private final Table types;
  private final Norm norm;
  private final List<Layer> layers = new ArrayList<>();

  private SentenceModel(WordPieces pieces, OnnxTensors tensors) {
    this.pieces = pieces;
    this.words = Table.of(tensors, "embeddings.word_embeddings.weight");
    this.places = Table.of(tensors, "embeddings.position_embeddings.weight");
    this.types = Table.of(tensors, "embeddings.token_type_embeddings.weight");
    this.norm = norm(tensors, "embeddings.LayerNorm");
    List<String> maps = maps(tensors);
    for (int i = 0; i < LAYERS; i++) {
      layers.add(
          layer(tensors, "encoder.layer." + i, maps.subList(i * MAPS, (i + 1) * MAPS).iterator()));
    }
  }

  /** Reads the model from the class path; takes about half a second. */
  public static SentenceModel load() throws IOException {
    try (InputStream model = open(MODEL);
        InputStream tokenizer = open(TOKENIZER)) {
      WordPieces pieces = new WordPieces(new ObjectMapper().readTree(tokenizer));
      return new SentenceModel(pieces, OnnxTensors.read(model.readAllBytes()));
    }
  }

  private static InputStream open(String name) throws FileNotFoundException {
    InputStream in = SentenceModel.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("not on the class path: " + name);
    }
    return in;
  }

  /** The meaning of a sentence, a vector of length 1. */
  public float[] meaning(String sentence) {
    float[][] rows = embed(pieces.of(sentence, MOST_PIECES));
    for (Layer layer : layers) {
      rows = layer.apply(rows);
    }
    return mean(rows);
  }

  private float[][] embed(int[] numbers) {
    float[][] rows = new float[numbers.length][];
    for (int i = 0; i < numbers.length; i++) {
      rows[i] = words.row(numbers[i]);
      float[] place = places.row(i);
      float[] type = types.row(0);
      for (int k = 0; k < place.length; k++) {
        rows[i][k] += type[k];
      }
      norm.addTo(rows[i], place);
    }
    return rows;
  }

  /** The mean of all rows, brought to length 1. */
  private static float[] mean(float[][] rows) {
    float[] mean = new float[rows[0].length];
    double squares = 0;
    for (int k = 0; k < mean.length; k++) {
      for (float[] row : rows) {
        mean[k] += row[k];
      }
      squares += mean[k] * mean[k];
    }
    for (int k = 0; k < mean.length; k++) {
      mean[k] /= (float) Math.sqrt(squares);
    }
    return mean;
  }

  /** The names of the maps, six a layer: exporters number them in the order of their use. */
  private static List<String> maps(OnnxTensors tensors) {
    return StreamSupport.stream(tensors.names().spliterator(), false)
        .filter(name -> name.startsWith("onnx::MatMul_") && name.endsWith("_quantized"))
        .map(name -> name.substring(0, name.length() - "_quantized".length()))
        .sorted()
        .toList();
  }

  private static Layer layer(OnnxTensors tensors, String prefix, Iterator<String> maps) {
    return new Layer(
        dense(tensors, maps.next(), prefix + ".attention.self.query.bias"),
        dense(tensors, maps.next(), prefix + ".attention.self.key.bias"),
        dense(tensors, maps.next(), prefix + ".attention.self.value.bias"),
        dense(tensors, maps.next(), prefix + ".attention.output.dense.bias"),
        norm(tensors, prefix + ".attention.output.LayerNorm"),
        dense(tensors, maps.next(), prefix + ".intermediate.dense.bias"),
        dense(tensors, maps.next(), prefix + ".output.dense.bias"),
        norm(tensors, prefix + ".output.LayerNorm"));
  }

  private static Dense dense(OnnxTensors tensors, String name, String bias) {
    return Dense.of(
        tensors.bytes(name + "_quantized"),
        tensors.floats(name + "_scale"),
        tensors.bytes(name + "_zero_point"),
        tensors.floats(bias));
  }

  private static Norm norm(OnnxTensors tensors, String name) {
    return new Norm(tensors.floats(name + ".weight"), tensors.floats(name + ".bias"));
  }

  /** Rows of numbers kept in unsigned bytes, with one scale and one zero. */
  private record Table(byte[] bytes, float scale, int zero) {
    private static final int ROW = 384;

    static Table of(OnnxTensors tensors, String name) {
      return new Table(
          tensors.bytes(name + "_quantized"),
          tensors.floats(name + "_scale")[0],
          tensors.bytes(name + "_zero_point")[0] & 0xFF);
    }

    float[] row(int number) {
      float[] row = new float[ROW];
      for (int k = 0; k < ROW; k++) {
        row[k] = ((bytes[number * ROW + k] & 0xFF) - zero) * scale;
      }
      return row;
    }
  }
}
