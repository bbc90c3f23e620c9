package org.tocsin.ingest.push;

import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.IngestSettings;
import org.tocsin.ingest.parse.ArticleReader;
import org.tocsin.ingest.parse.Origin;
import org.tocsin.ingest.parse.Unpacked;
import org.tocsin.ingest.publish.ArticlePublisher;
import org.tocsin.ingest.state.Notes;
import org.tocsin.service.Setting;
import org.tocsin.service.Settings;
import org.tocsin.service.access.Role;

/**
 * {@code POST /api/articles} takes one article, an array or JSON lines; {@code POST /api/files}
 * takes the bytes of any file that {@link ArticleReader} reads, as {@code
 * application/octet-stream}. Both take {@code lane} and answer with a {@link PushAnswer} once Kafka
 * has everything. Neither takes anything from a web page of others.
 */
public final class PushApi {
  private static final Logger LOG = LoggerFactory.getLogger(PushApi.class);
  private static final String RETRY_SECONDS = "2";
  private static final int MAX_NAME = 512;

  private final ArticleReader reader;
  private final ArticlePublisher publisher;
  private final Semaphore places;
  private final long maxBody;
  private final long maxFile;
  private final int named;
  private final SentBefore sentBefore;

  public PushApi(
      ArticleReader reader,
      ArticlePublisher publisher,
      Notes notes,
      Settings settings,
      Clock clock) {
    this.reader = reader;
    this.publisher = publisher;
    this.places = new Semaphore(settings.get(IngestSettings.CONCURRENCY));
    this.maxBody = settings.get(IngestSettings.MAX_BODY);
    this.maxFile = settings.get(IngestSettings.MAX_FILE);
    this.named = settings.get(IngestSettings.RECEIPTS);
    this.sentBefore = new SentBefore(settings.get(IngestSettings.IDEMPOTENCY_KEYS), notes, clock);
  }

  /** Adds the routes to a server. */
  public void routes(JavalinConfig config) {
    config.routes.post("/api/articles", guarded(ctx -> once(ctx, this::articles)), Role.PUSHER);
    config.routes.post("/api/files", guarded(ctx -> once(ctx, this::file)), Role.PUSHER);
  }

  /** When one may push; what can go wrong with any push. */
  private Handler guarded(Handler push) {
    return ctx -> {
      if (publisher.full() || !places.tryAcquire()) {
        later(ctx, 429, "too much is on its way to Kafka");
      } else {
        try {
          push.handle(ctx);
        } catch (BoundedBody.TooLarge e) {
          refuse(ctx, 413, e.getMessage());
        } catch (CompletionException e) {
          LOG.warn("A push failed because Kafka did not take it", e);
          later(ctx, 503, "Kafka does not take articles now; send all of it again");
        } finally {
          places.release();
        }
      }
    };
  }

  /** Works on a push; one that was answered before gets its answer again. */
  private void once(Context ctx, Push push) {
    Sent sent =
        new Sent(
            ctx.bodyInputStream(),
            type(ctx),
            String.valueOf(ctx.queryParam("lane")),
            String.valueOf(ctx.queryParam("name")));
    String given = ctx.header("Idempotency-Key");
    if (given == null || given.isBlank()) {
      answer(ctx, push.work(ctx, sent));
    } else if (given.length() > MAX_NAME) {
      refuse(ctx, 400, "Idempotency-Key has more than " + MAX_NAME + " letters");
    } else if (!sentBefore.ready()) {
      later(ctx, 503, "what was pushed before is being read");
    } else {
      keyed(ctx, ctx.path() + " " + given, push, sent);
    }
  }

  private void keyed(Context ctx, String key, Push push, Sent sent) {
    SentBefore.Known before = sentBefore.begin(key);
    if (before == null) {
      answer(ctx, first(ctx, key, push, sent));
      return;
    }
    PushAnswer known = before.answer();
    if (known == null) {
      later(ctx, 409, "a push with this Idempotency-Key is being worked on");
    } else if (!digest(sent).equals(before.digest())) {
      refuse(ctx, 422, "this Idempotency-Key stands for another push; give each its own");
    } else {
      ctx.header("Idempotent-Replayed", "true");
      answer(ctx, known);
    }
  }

  private @Nullable PushAnswer first(Context ctx, String key, Push push, Sent sent) {
    boolean kept = false;
    try {
      PushAnswer answer = push.work(ctx, sent);
      if (answer != null) {
        sentBefore.end(key, answer, digest(sent));
        kept = true;
      }
      return answer;
    } finally {
      if (!kept) {
        sentBefore.forget(key);
      }
    }
  }

  /** Of a body that a parser left behind no more is read than of any other. */
  private String digest(Sent sent) {
    return sent.digest(maxFile, IngestSettings.MAX_FILE.key());
  }

  private static void answer(Context ctx, @Nullable PushAnswer answer) {
    if (answer != null) {
      ctx.json(answer);
    }
  }

  /** Work on one push; null where it was refused. */
  private interface Push {
    @Nullable PushAnswer work(Context ctx, InputStream sent);
  }

  private @Nullable PushAnswer articles(Context ctx, InputStream sent) {
    Lane lane = lane(ctx);
    String type = type(ctx);
    boolean lines = type.matches("application/(x-)?(ndjson|jsonl|jsonlines)");
    if (lane == null) {
      return null;
    }
    if (!lines && !type.equals("application/json")) {
      refuse(ctx, 415, "send application/json or application/x-ndjson, not '" + type + "'");
      return null;
    }
    Origin origin = Origin.of("push");
    PushBatch batch = new PushBatch(publisher, lane, named);
    if (lines) {
      reader.readJsonLines(body(ctx, sent, maxBody, IngestSettings.MAX_BODY), origin, batch);
    } else {
      JsonBody json = JsonBody.read(reader, document(ctx, sent), origin);
      if (json.fault() != null) {
        refuse(ctx, 400, json.fault());
        return null;
      }
      json.inputs().forEach(batch);
    }
    return batch.await();
  }

  private @Nullable PushAnswer file(Context ctx, InputStream sent) {
    Lane lane = lane(ctx);
    String name = ctx.queryParam("name");
    String type = type(ctx);
    if (lane == null) {
      return null;
    }
    // A page elsewhere may send a text or a form without asking first, but not this type.
    if (!type.equals("application/octet-stream")) {
      refuse(ctx, 415, "send application/octet-stream, not '" + type + "'");
      return null;
    }
    if (name == null || name.isBlank() || name.length() > MAX_NAME) {
      refuse(ctx, 400, "?name= says what the file is called, in at most " + MAX_NAME + " letters");
      return null;
    }
    PushBatch batch = new PushBatch(publisher, lane, named);
    reader.read(body(ctx, sent, maxFile, IngestSettings.MAX_FILE), Origin.of(name), batch);
    return batch.await();
  }

  /** One JSON document is read whole, within two limits; the smaller one counts. */
  private InputStream document(Context ctx, InputStream sent) {
    long most = reader.limits().documentBytes();
    return most < maxBody
        ? body(ctx, sent, most, IngestSettings.MAX_DOCUMENT)
        : body(ctx, sent, maxBody, IngestSettings.MAX_BODY);
  }

  private InputStream body(Context ctx, InputStream sent, long limit, Setting<Long> setting) {
    String limitedBy = setting.key() + ", " + limit + " bytes";
    if (ctx.req().getContentLengthLong() > limit) {
      throw new BoundedBody.TooLarge(limitedBy);
    }
    return new BoundedBody(unpacked(ctx, sent, limit, limitedBy), limit, limitedBy);
  }

  /** What a client packed for the way is unpacked within the limits for files. */
  private InputStream unpacked(Context ctx, InputStream raw, long limit, String limitedBy) {
    boolean packed = "gzip".equalsIgnoreCase(ctx.header("Content-Encoding"));
    try {
      return packed ? Unpacked.of(new BoundedBody(raw, limit, limitedBy), reader.limits()) : raw;
    } catch (IOException e) {
      throw new BadRequestResponse("the body is not gzip: " + e.getMessage());
    }
  }

  private static String type(Context ctx) {
    String declared = ctx.contentType();
    String type = declared == null ? "" : declared;
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Lane lane(Context ctx) {
    String label = ctx.queryParam("lane");
    try {
      return label == null ? Lane.LIVE : Lane.parse(label);
    } catch (IllegalArgumentException e) {
      refuse(ctx, 400, "lane: " + e.getMessage());
      return null;
    }
  }

  private static void later(Context ctx, int status, String why) {
    ctx.header("Retry-After", RETRY_SECONDS);
    refuse(ctx, status, why);
  }

  private static void refuse(Context ctx, int status, @Nullable String why) {
    ctx.status(status).json(Map.of("error", String.valueOf(why)));
  }
}
