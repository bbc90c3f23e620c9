package org.tocsin.ingest.parse;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tocsin.contract.Article;
import org.tocsin.contract.ArticleId;
import org.tocsin.contract.Lane;
import org.tocsin.ingest.url.CanonicalUrl;

/**
 * What a parser found of an article, before anybody decided whether it is one: a sitemap's entry
 * has an address and no text. Becomes an {@link Article} where {@link #fault} finds nothing.
 *
 * @param id as given by the sender; null where it follows from the address or the text
 * @param url as given, resolved against the document's address; canonical only in the article
 * @param source name of the outlet, feed or configured source
 * @param title plain text
 * @param text plain text; null where there is none
 * @param language ISO 639-1 code as declared
 * @param origin the file, feed or client it came from
 * @param credits who wrote it where
 */
public record ArticleDraft(
    @Nullable String id,
    @Nullable String url,
    @Nullable String source,
    @Nullable String title,
    @Nullable String text,
    @Nullable String language,
    @Nullable OffsetDateTime published,
    String origin,
    Credits credits)
    implements Parsed {
  private static final int MAX_NAME = 512;
  private static final int MAX_TITLE = 4_096;

  public ArticleDraft {
    id = blankToNull(id);
    url = blankToNull(url);
    source = blankToNull(source);
    title = blankToNull(title);
    text = blankToNull(text);
  }

  /** A draft without credits. */
  public ArticleDraft(
      @Nullable String id,
      @Nullable String url,
      @Nullable String source,
      @Nullable String title,
      @Nullable String text,
      @Nullable String language,
      @Nullable OffsetDateTime published,
      String origin) {
    this(id, url, source, title, text, language, published, origin, Credits.NONE);
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  @Override
  public ArticleDraft from(String outlet) {
    return source != null
        ? this
        : new ArticleDraft(id, url, outlet, title, text, language, published, origin, credits);
  }

  /**
   * The article's identity: the id it was given, else the one of its canonical address, else that
   * of its words.
   */
  public String stableId() {
    if (id != null) {
      return id;
    }
    URI canonical = CanonicalUrl.of(url).uri();
    if (canonical != null) {
      return ArticleId.ofUrl(canonical);
    }
    return ArticleId.ofText(title, text == null ? origin : text);
  }

  /** Why this is no article; null where it is one. */
  public @Nullable String fault(Limits limits) {
    if (text == null) {
      return "no text";
    }
    if (text.length() > limits.textChars()) {
      return "text of " + text.length() + " characters, over the limit of " + limits.textChars();
    }
    if (longerThan(id, MAX_NAME) || longerThan(source, MAX_NAME)) {
      return "id or source longer than " + MAX_NAME + " characters";
    }
    // Title and address travel with every statement of the article.
    if (longerThan(title, MAX_TITLE) || longerThan(url, MAX_TITLE)) {
      return "title or url longer than " + MAX_TITLE + " characters";
    }
    return null;
  }

  private static boolean longerThan(@Nullable String value, int limit) {
    return value != null && value.length() > limit;
  }

  /** The article, received now; only where there is no {@link #fault}. */
  public Article toArticle(Lane lane, Instant received) {
    CanonicalUrl canonical = CanonicalUrl.of(url);
    return new Article(
        stableId(),
        canonical.uri() == null ? null : canonical.uri().toString(),
        source(canonical),
        title,
        text == null ? "" : text,
        language,
        published == null ? null : published.toInstant(),
        received,
        origin,
        lane,
        credits.imprint(published, received));
  }

  /** The outlet's name; the host stands in for it. */
  private String source(CanonicalUrl canonical) {
    String host = canonical.host();
    String site = host != null && host.startsWith("www.") ? host.substring("www.".length()) : host;
    return source != null ? source : site != null ? site : "unknown";
  }
}
