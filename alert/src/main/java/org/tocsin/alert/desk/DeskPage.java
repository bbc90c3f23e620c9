package org.tocsin.alert.desk;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.access.Role;

/**
 * Serves the page: the files that lie in {@code desk/}, the modules of lit-html that it uses, and
 * flags, all from the class path. Nothing else can be named. They are open to anyone, for they say
 * nothing: what they show they ask for with the reader's own session. A browser keeps what it has
 * and asks whether it is still the same.
 */
final class DeskPage {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");
  private static final Pattern OWN = Pattern.compile("(?:(?:pages|css)/)?[a-z]{1,20}\\.[a-z]{2,4}");
  private static final Pattern FLAG = Pattern.compile("flags/([a-z]{2})\\.svg");

  /** Without the directives that make markup of what they are given. */
  private static final Pattern LIT =
      Pattern.compile(
          "lib/lit-html/(lit-html|directive|directive-helpers|directives/(?:repeat|live))\\.js");

  private static final String LIT_FOLDER = "/META-INF/resources/_static/lit-html/";
  private static final String FLAGS_FOLDER = "/META-INF/resources/webjars/flag-icons/";

  private final String lit = LIT_FOLDER + version("org.mvnpm", "lit-html") + "/";
  private final String flags =
      FLAGS_FOLDER + version("org.webjars.npm", "flag-icons") + "/flags/4x3/";

  /** A file, and a name for its very content. */
  private record Asset(byte[] content, String type, String etag) {}

  private DeskPage() {}

  static void install(RoutesConfig routes) {
    DeskPage page = new DeskPage();
    routes.get("/", ctx -> page.serve(ctx, "index.html"), Role.ANYONE);
    routes.get("/desk/<file>", ctx -> page.serve(ctx, ctx.pathParam("file")), Role.ANYONE);
  }

  private void serve(Context ctx, String file) {
    Asset asset = read(resource(file));
    if (asset == null) {
      throw new NotFoundResponse("there is no such page");
    }
    ctx.header("Cache-Control", "no-cache").header("ETag", asset.etag());
    if (asset.etag().equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
    } else {
      ctx.contentType(asset.type()).result(asset.content());
    }
  }

  private String resource(String file) {
    if (OWN.matcher(file).matches()) {
      return "/desk/" + file;
    }
    var flag = FLAG.matcher(file);
    if (flag.matches()) {
      return flags + flag.group(1) + ".svg";
    }
    if (LIT.matcher(file).matches()) {
      return lit + file.substring("lib/lit-html/".length());
    }
    throw new NotFoundResponse("there is no such page");
  }

  private static @Nullable Asset read(String resource) {
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    try (InputStream stream = DeskPage.class.getResourceAsStream(resource)) {
      if (type == null || stream == null) {
        return null;
      }
      byte[] content = stream.readAllBytes();
      CRC32 sum = new CRC32();
      sum.update(content);
      // Weak, because the server may compress it on its way.
      return new Asset(content, type, "W/\"%x-%x\"".formatted(sum.getValue(), content.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of a library that lies on the class path, as it says itself. */
  private static String version(String group, String artifact) {
    String resource = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (InputStream stream = DeskPage.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the class path has no " + artifact);
      }
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
