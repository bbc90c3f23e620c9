package org.tocsin.service;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;

/** How many entries of a list a caller wants: the parameter {@code limit}. */
public final class Limit {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  private Limit() {}

  /**
   * What a request says; {@value #USUAL} where it says nothing, never more than {@value #MOST}.
   *
   * @throws BadRequestResponse where it is no number from 1 on
   */
  public static int of(Context ctx) {
    String written = ctx.queryParam("limit");
    try {
      int limit = written == null ? USUAL : Integer.parseInt(written);
      if (limit >= 1) {
        return Math.min(limit, MOST);
      }
    } catch (NumberFormatException e) {
      throw new BadRequestResponse("limit is a number");
    }
    throw new BadRequestResponse("limit is at least 1");
  }
}
