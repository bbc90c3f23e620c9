package org.tocsin.service;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.javalin.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import org.tocsin.contract.Json;

/** Lets the HTTP server speak the same JSON as the topics. */
final class ContractJson implements JsonMapper {
  @Override
  public String toJsonString(Object value, Type type) {
    return Json.write(value);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // Javalin's signature.
  public <T> T fromJsonString(String json, Type type) {
    JavaType target = TypeFactory.defaultInstance().constructType(type);
    try {
      return Json.mapper().readValue(json, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
