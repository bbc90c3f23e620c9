package org.tocsin.enrich.meaning;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The tensors of an ONNX file by name. Reads of the format (a Protocol Buffers message) no more
 * than the weights: a graph's initializers with their names and their numbers.
 */
final class OnnxTensors {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int TENSOR_FLOATS = 4;
  private static final int TENSOR_INTS = 5;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_RAW = 9;

  private final Map<String, ByteBuffer> numbers = new HashMap<>();

  private OnnxTensors() {}

  /** Reads a file's content; refuses what is no ONNX model. */
  static OnnxTensors read(byte[] content) {
    OnnxTensors tensors = new OnnxTensors();
    Fields model = new Fields(ByteBuffer.wrap(content));
    while (model.next()) {
      if (model.is(MODEL_GRAPH)) {
        tensors.readGraph(new Fields(model.value()));
      }
    }
    if (tensors.numbers.isEmpty()) {
      throw new IllegalArgumentException("no ONNX model: it has no weights");
    }
    return tensors;
  }

  private void readGraph(Fields graph) {
    while (graph.next()) {
      if (graph.is(GRAPH_INITIALIZER)) {
        readTensor(new Fields(graph.value()));
      }
    }
  }

  private void readTensor(Fields tensor) {
    String name = "";
    ByteBuffer content = ByteBuffer.allocate(0);
    while (tensor.next()) {
      if (tensor.is(TENSOR_NAME)) {
        name = StandardCharsets.UTF_8.decode(tensor.value()).toString();
      } else if (tensor.is(TENSOR_RAW) || tensor.is(TENSOR_FLOATS)) {
        content = tensor.value();
      } else if (tensor.is(TENSOR_INTS)) {
        content = new Fields(tensor.value()).varints();
      }
    }
    numbers.put(name, content.order(ByteOrder.LITTLE_ENDIAN));
  }

  /** The names of all tensors. */
  Iterable<String> names() {
    return numbers.keySet();
  }

  /** The bytes of a tensor. */
  byte[] bytes(String name) {
    ByteBuffer content = get(name).duplicate();
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }

  /** The floats of a tensor. */
  float[] floats(String name) {
    ByteBuffer content = get(name);
    float[] floats = new float[content.remaining() / Float.BYTES];
    content.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }

  private ByteBuffer get(String name) {
    return Objects.requireNonNull(numbers.get(name), () -> "the model has no tensor " + name);
  }

  /** Walks over the fields of one message; of numbers it only takes notice where they end. */
  private static final class Fields {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteBuffer message;
    private int field;
    private ByteBuffer value = ByteBuffer.allocate(0);

    Fields(ByteBuffer message) {
      this.message = message.duplicate();
    }

    boolean next() {
      if (!message.hasRemaining()) {
        return false;
      }
      int key = (int) varint();
      field = key >>> 3;
      int size =
          switch (key & 7) {
            case VARINT -> sizeOfVarint();
            case EIGHT_BYTES -> Long.BYTES;
            case FOUR_BYTES -> Integer.BYTES;
            case LENGTH -> (int) varint();
            default -> throw new IllegalArgumentException("no ONNX model: wire type " + (key & 7));
          };
      value = message.slice(message.position(), size);
      message.position(message.position() + size);
      return true;
    }

    boolean is(int number) {
      return field == number;
    }

    ByteBuffer value() {
      return value;
    }

    /** The small numbers that the message is made of, a byte each. */
    ByteBuffer varints() {
      ByteBuffer bytes = ByteBuffer.allocate(message.remaining());
      while (message.hasRemaining()) {
        bytes.put((byte) varint());
      }
      return bytes.flip();
    }

    private int sizeOfVarint() {
      int start = message.position();
      varint();
      int size = message.position() - start;
      message.position(start);
      return size;
    }

    private long varint() {
      long result = 0;
      for (int shift = 0; shift < Long.SIZE; shift += 7) {
        byte part = message.get();
        result |= (part & 0x7FL) << shift;
        if (part >= 0) {
          break;
        }
      }
      return result;
    }
  }
}
