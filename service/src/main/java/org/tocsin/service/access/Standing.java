package org.tocsin.service.access;

import io.javalin.http.Context;
import java.util.function.BooleanSupplier;

/**
 * Whether somebody who was let in may still be here: for answers that go on for hours, such as
 * streams. Asks what the door asked, of the same token or session, as they stand now.
 */
public final class Standing {
  private static final String KEY = "tocsin.standing";

  private Standing() {}

  /**
   * To be asked now and then, also when the request itself has long been answered.
   *
   * @throws IllegalStateException where the endpoint is open to anyone
   */
  public static BooleanSupplier of(Context ctx) {
    BooleanSupplier standing = ctx.attribute(KEY);
    if (standing == null) {
      throw new IllegalStateException("nobody was let in to " + ctx.path());
    }
    return standing;
  }

  static void attach(Context ctx, BooleanSupplier standing) {
    ctx.attribute(KEY, standing);
  }
}
