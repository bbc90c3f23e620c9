package org.tocsin.ingest.parse;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the kind of a document from its first bytes, and only where these leave it open from its
 * extension and declared type: servers send feeds as {@code text/html} and pages as {@code
 * text/plain}.
 */
final class KindSniffer {
  /** Share of control characters above which bytes are no text. */
  private static final double BINARY = 0.05;

  private static final Pattern TAG =
      Pattern.compile("<([a-zA-Z][a-zA-Z0-9]{0,30}:)?([a-zA-Z][a-zA-Z0-9]{0,30})");
  private static final Pattern COMMENT = Pattern.compile("<!--[^>]*>");

  /** A feed that some proxy wrapped into a page. */
  private static final Pattern WRAPPED =
      Pattern.compile(
          "<body[^>]{0,200}>\\s{0,200}<(rss\\s|feed\\s[^>]{0,200}Atom|rdf:RDF\\s)",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, DocumentKind> ROOTS =
      Map.of(
          "rss", DocumentKind.FEED,
          "rdf", DocumentKind.FEED,
          "feed", DocumentKind.FEED,
          "channel", DocumentKind.FEED,
          "entry", DocumentKind.FEED,
          "item", DocumentKind.FEED,
          "urlset", DocumentKind.SITEMAP,
          "sitemapindex", DocumentKind.SITEMAP,
          "html", DocumentKind.PAGE);

  private static final Set<String> PAGE_TAGS =
      Set.of(
          "head", "body", "div", "p", "meta", "article", "script", "link", "title", "table", "h1");

  private static final Map<String, DocumentKind> EXTENSIONS =
      Map.ofEntries(
          Map.entry("jsonl", DocumentKind.JSON_LINES),
          Map.entry("ndjson", DocumentKind.JSON_LINES),
          Map.entry("json", DocumentKind.JSON),
          Map.entry("html", DocumentKind.PAGE),
          Map.entry("htm", DocumentKind.PAGE),
          Map.entry("xhtml", DocumentKind.PAGE),
          Map.entry("xml", DocumentKind.FEED),
          Map.entry("rss", DocumentKind.FEED),
          Map.entry("atom", DocumentKind.FEED),
          Map.entry("rdf", DocumentKind.FEED));

  private KindSniffer() {}

  /** The kind of a document that begins with these bytes. */
  static DocumentKind kind(byte[] begin, Origin origin) {
    String head = TextDecoder.head(begin);
    String text = head.stripLeading();
    if (text.startsWith("WARC/") || text.startsWith("filedesc://")) {
      return DocumentKind.ARCHIVE;
    }
    if (binary(head)) {
      return DocumentKind.UNKNOWN;
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return json(text, origin);
    }
    DocumentKind marked = markup(text, origin);
    return marked != DocumentKind.UNKNOWN ? marked : byName(origin);
  }

  private static boolean binary(String head) {
    long control =
        head.chars().filter(c -> c < ' ' && !Character.isWhitespace(c) && c != 0x1b).count();
    return control > 2 + head.length() * BINARY;
  }

  private static DocumentKind json(String text, Origin origin) {
    DocumentKind named = byName(origin);
    if (text.contains("//jsonfeed.org/version") || text.contains("\\/\\/jsonfeed.org\\/version")) {
      return DocumentKind.JSON_FEED;
    }
    boolean textFile = origin.extension().equals("txt") && !text.startsWith("{\"");
    if (named == DocumentKind.JSON_LINES || textFile) {
      return textFile ? DocumentKind.PLAIN_TEXT : named;
    }
    int end = text.indexOf('\n');
    boolean wholeLine = end < 0 || text.substring(0, end).strip().endsWith("}");
    return text.startsWith("{") && wholeLine ? DocumentKind.JSON_LINES : DocumentKind.JSON;
  }

  /** The first tag that a kind is known by decides; whatever stands before it is forgiven. */
  private static DocumentKind markup(String text, Origin origin) {
    boolean strict = origin.extension().equals("txt") || !text.contains("<");
    if (strict && !text.startsWith("<")) {
      return DocumentKind.UNKNOWN;
    }
    String bare = COMMENT.matcher(text).replaceAll(" ");
    if (WRAPPED.matcher(bare).find()) {
      return DocumentKind.FEED;
    }
    if (bare.toLowerCase(Locale.ROOT).startsWith("<!doctype html")) {
      return DocumentKind.PAGE;
    }
    Matcher tags = TAG.matcher(bare);
    while (tags.find()) {
      String name = tags.group(2).toLowerCase(Locale.ROOT);
      DocumentKind known = ROOTS.get(name);
      if (known != null) {
        return known;
      }
      if (PAGE_TAGS.contains(name) && !bare.startsWith("<?xml")) {
        return DocumentKind.PAGE;
      }
    }
    return DocumentKind.UNKNOWN;
  }

  private static DocumentKind byName(Origin origin) {
    String type = origin.contentType() == null ? "" : origin.contentType();
    if (type.startsWith("text/html")) {
      return DocumentKind.PAGE;
    }
    return EXTENSIONS.getOrDefault(origin.extension(), DocumentKind.PLAIN_TEXT);
  }
}
