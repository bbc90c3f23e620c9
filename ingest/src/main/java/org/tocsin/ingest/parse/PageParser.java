package org.tocsin.ingest.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.tocsin.ingest.page.Page;
import org.tocsin.ingest.page.PageReader;

/**
 * A page of HTML is one article, always: a page without any text gives a draft without text, so
 * that whoever reads many pages gets one line for each. A page that names no address is known by
 * its file name.
 */
final class PageParser implements Parser {
  private final Limits limits;

  PageParser(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void parse(InputStream in, Origin origin, Consumer<Parsed> sink) throws IOException {
    byte[] bytes = BoundedBytes.read(in, limits.documentBytes());
    String html = TextDecoder.decode(bytes, origin.contentType()).value();
    Page page = PageReader.read(html, origin.url());
    String url = page.url() == null ? origin.url() : page.url();
    sink.accept(
        new ArticleDraft(
            url == null ? origin.stem() : null,
            url,
            origin.source() == null ? page.site() : origin.source(),
            page.title(),
            page.text(),
            page.language(),
            page.published(),
            origin.name(),
            new Credits(page.authors(), page.site(), page.modified())));
  }
}
