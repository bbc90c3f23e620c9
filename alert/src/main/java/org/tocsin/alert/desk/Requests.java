package org.tocsin.alert.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.archive.Cursor;
import org.tocsin.alert.query.Query;
import org.tocsin.contract.Json;

/** Reads the parts of a request, and refuses those that are not what they should be. */
final class Requests {
  private static final int MAX_BODY = 64 * 1024;
  private static final int MOST_VALUES = 50;
  private static final int LONGEST_VALUE = 300;
  private static final int DAYS = 30;
  private static final int MAX_DAYS = 100;

  private Requests() {}

  /** A JSON object of at most {@value #MAX_BODY} bytes. */
  static ObjectNode body(Context ctx) {
    String type = ctx.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw new HttpResponseException(415, "send Content-Type: application/json");
    }
    byte[] bytes = ctx.bodyAsBytes();
    if (bytes.length > MAX_BODY) {
      throw new HttpResponseException(413, "a body has at most " + MAX_BODY + " bytes");
    }
    try {
      if (Json.mapper().readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new BadRequestResponse("the body is not JSON");
    }
    throw new BadRequestResponse("the body is not a JSON object");
  }

  /**
   * The version that a change is made to, from {@code If-Match} or else the field {@code version}.
   *
   * @return null where the caller does not care; 0 for what is not there yet
   */
  static @Nullable Integer version(Context ctx, ObjectNode body) {
    if (ctx.header("If-Match") == null && body.hasNonNull("version")) {
      return version(body.path("version").asText());
    }
    return match(ctx);
  }

  /** The version that a change is made to; null where the caller does not care. */
  static @Nullable Integer match(Context ctx) {
    String match = ctx.header("If-Match");
    if (match == null) {
      return null;
    }
    return version(match.strip().replaceAll("^(W/)?\"|\"$", ""));
  }

  private static int version(String written) {
    if (!written.matches("[0-9]{1,9}")) {
      throw new BadRequestResponse("If-Match and version name a version, such as 3");
    }
    return Integer.parseInt(written);
  }

  static String required(Context ctx, String parameter) {
    String value = ctx.queryParam(parameter);
    if (value == null || value.isBlank()) {
      throw new BadRequestResponse("the parameter " + parameter + " is missing");
    }
    return value;
  }

  /** Where a list goes on. */
  static @Nullable Cursor cursor(Context ctx) {
    String written = ctx.queryParam("cursor");
    return written == null || written.isEmpty() ? null : Cursor.parse(written);
  }

  /** All values of a parameter; each is short, and there are few. */
  static List<String> values(Context ctx, String parameter) {
    List<String> values =
        ctx.queryParams(parameter).stream().filter(v -> !v.isBlank()).map(String::strip).toList();
    if (values.size() > MOST_VALUES) {
      throw new BadRequestResponse(parameter + " is given more than " + MOST_VALUES + " times");
    }
    if (values.stream().anyMatch(v -> v.length() > LONGEST_VALUE)) {
      throw new BadRequestResponse(parameter + " is longer than " + LONGEST_VALUE);
    }
    return values;
  }

  /** Values of a closed list. */
  static List<String> oneOf(Context ctx, String parameter, UnaryOperator<String> reader) {
    return values(ctx, parameter).stream().map(reader).toList();
  }

  /** ISO 3166-1 or 639-1 codes, in the case that they are written in. */
  static List<String> codes(Context ctx, String parameter, UnaryOperator<String> cased) {
    List<String> codes = values(ctx, parameter).stream().map(cased).toList();
    if (codes.stream().anyMatch(code -> !code.matches("[A-Za-z]{2,3}"))) {
      throw new BadRequestResponse(parameter + " is a code of two letters, such as NO or en");
    }
    return codes;
  }

  /** What is searched for; null where nothing is. */
  static @Nullable Query query(Context ctx) {
    String written = ctx.queryParam("q");
    return written == null || written.isBlank() ? null : Query.parse(written);
  }

  /** A moment, or the beginning of a day in UTC; null where none is given. */
  static @Nullable Instant time(Context ctx, String parameter) {
    String written = ctx.queryParam(parameter);
    if (written == null || written.isBlank()) {
      return null;
    }
    try {
      return written.length() == 10
          ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequestResponse(
          parameter + " is a time such as 2026-03-10T12:00:00Z, or a day such as 2026-03-10");
    }
  }

  /** How many days back. */
  static int days(Context ctx) {
    String written = ctx.queryParam("days");
    try {
      int days = written == null ? DAYS : Integer.parseInt(written);
      if (days >= 1 && days <= MAX_DAYS) {
        return days;
      }
    } catch (NumberFormatException e) {
      throw new BadRequestResponse("days is a number");
    }
    throw new BadRequestResponse("days is a number between 1 and " + MAX_DAYS);
  }
}
