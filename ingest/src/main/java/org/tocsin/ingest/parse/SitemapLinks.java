package org.tocsin.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The sitemaps that an index names. */
public final class SitemapLinks {
  private SitemapLinks() {}

  /** Addresses of the sitemaps of an index, newest first as it lists them; none in a sitemap. */
  public static List<String> children(InputStream in, @Nullable String type, Limits limits)
      throws IOException {
    byte[] bytes = BoundedBytes.read(in, limits.documentBytes());
    Element root = Xml.parse(TextDecoder.decode(bytes, type).value());
    List<String> found = new ArrayList<>();
    root.stream()
        .filter(e -> Xml.name(e).equals("sitemap"))
        .forEach(
            sitemap -> {
              String address = Xml.text(sitemap, "loc");
              if (Links.absolute(address)) {
                found.add(String.valueOf(address));
              }
            });
    return found;
  }
}
