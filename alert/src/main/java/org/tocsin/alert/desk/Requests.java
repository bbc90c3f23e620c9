package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import org.tocsin.contract.Json;

/** Reads the parts of a request, and refuses those that are not what they should be. */
final class Requests {
  private static final int LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  private Requests() {}

  /** A JSON object; its size is bounded by the server. */
  static ObjectNode body(Context ctx) {
    String type = ctx.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw new HttpResponseException(415, "send Content-Type: application/json");
    }
    try {
      if (Json.mapper().readTree(ctx.bodyAsBytes()) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new BadRequestResponse("the body is not JSON");
    }
    throw new BadRequestResponse("the body is not a JSON object");
  }

  /** How many entries the caller wants. */
  static int limit(Context ctx) {
    String written = ctx.queryParam("limit");
    try {
      int limit = written == null ? LIMIT : Integer.parseInt(written);
      if (limit >= 1) {
        return Math.min(limit, MAX_LIMIT);
      }
    } catch (NumberFormatException e) {
      throw new BadRequestResponse("limit is a number");
    }
    throw new BadRequestResponse("limit is at least 1");
  }

  static String required(Context ctx, String parameter) {
    String value = ctx.queryParam(parameter);
    if (value == null || value.isBlank()) {
      throw new BadRequestResponse("the parameter " + parameter + " is missing");
    }
    return value;
  }
}
