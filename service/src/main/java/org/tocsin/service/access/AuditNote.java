package org.tocsin.service.access;

import io.javalin.http.Context;

/** What an endpoint adds to the entry of a change, in words: {@code version 3}. */
public final class AuditNote {
  static final String KEY = "tocsin.audit.note";

  private static final int LONGEST = 500;

  private AuditNote() {}

  /** Says what was changed; nothing secret. */
  public static void say(Context ctx, String what) {
    ctx.attribute(KEY, what.length() > LONGEST ? what.substring(0, LONGEST) + "…" : what);
  }
}
