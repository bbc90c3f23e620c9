package org.tocsin.alert.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.tocsin.service.access.Role;

/**
 * Serves the page: the few files that lie in {@code desk/}, by name, and nothing else. They are
 * open to anyone, for they say nothing; what they show they ask for with the reader's own session.
 */
final class DeskPage {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private DeskPage() {}

  static void install(RoutesConfig routes) {
    routes.get("/", ctx -> serve(ctx, "index.html"), Role.ANYONE);
    routes.get("/desk/{file}", ctx -> serve(ctx, ctx.pathParam("file")), Role.ANYONE);
  }

  private static void serve(Context ctx, String file) {
    String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    if (type == null || !file.matches("[a-z]{1,20}\\.[a-z]{2,4}")) {
      throw new NotFoundResponse("there is no such page");
    }
    try (InputStream stream = DeskPage.class.getResourceAsStream("/desk/" + file)) {
      if (stream == null) {
        throw new NotFoundResponse("there is no such page");
      }
      ctx.contentType(type).header("Cache-Control", "no-cache").result(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
