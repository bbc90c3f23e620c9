package org.tocsin.ingest.source;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.tocsin.ingest.state.SourceStore.LostSourceException;

/**
 * {@code GET /api/sources} tells how each source is, {@code GET /api/sources.opml} lists the feeds
 * for other readers, {@code POST /api/sources/{name}/acknowledge} ends an alarm.
 */
public final class SourcesApi {
  private final Sources sources;

  public SourcesApi(Sources sources) {
    this.sources = sources;
  }

  /** Adds the routes to a server. */
  public void routes(JavalinConfig config) {
    config.routes.get("/api/sources", ctx -> ctx.json(sources.states()));
    config.routes.get(
        "/api/sources.opml",
        ctx ->
            ctx.contentType("text/x-opml; charset=utf-8").result(Opml.write(sources.configured())));
    config.routes.post("/api/sources/{name}/acknowledge", this::acknowledge);
  }

  private void acknowledge(Context ctx) throws InterruptedException {
    String name = ctx.pathParam("name");
    try {
      SourceView view = sources.acknowledge(name);
      if (view == null) {
        ctx.status(404).json(Map.of("error", "there is no source " + name));
      } else {
        ctx.json(view);
      }
    } catch (LostSourceException e) {
      ctx.status(409).json(Map.of("error", String.valueOf(e.getMessage())));
    }
  }
}
