package org.tocsin.enrich.topology;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes arrays of hashes as bytes, four for each: as numbers they would take up to six. */
final class IntsModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  IntsModule() {
    addSerializer(int[].class, new Writer());
    addDeserializer(int[].class, new Reader());
  }

  private static final class Writer extends StdSerializer<int[]> {
    private static final long serialVersionUID = 1;

    Writer() {
      super(int[].class);
    }

    @Override
    public void serialize(int[] values, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
      bytes.asIntBuffer().put(values);
      out.writeBinary(bytes.array());
    }
  }

  private static final class Reader extends StdDeserializer<int[]> {
    private static final long serialVersionUID = 1;

    Reader() {
      super(int[].class);
    }

    @Override
    public int[] deserialize(JsonParser in, DeserializationContext context) throws IOException {
      byte[] bytes = in.getBinaryValue();
      int[] values = new int[bytes.length / Integer.BYTES];
      ByteBuffer.wrap(bytes).asIntBuffer().get(values);
      return values;
    }
  }
}
