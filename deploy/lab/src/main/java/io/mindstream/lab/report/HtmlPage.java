package io.mindstream.lab.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.style;

import j2html.TagCreator;
import j2html.tags.DomContent;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of its own, with tables and pictures. */
final class HtmlPage {

  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto;
             padding: 0 1.5rem 2rem; color: #1f2937; }
      h1 { margin-bottom: .25rem; }
      h2 { margin: 2.5rem 0 .5rem; font-size: 1.25rem; }
      .lead { font-size: 1.3rem; }
      .lead strong { font-size: 2.2rem; color: #1d4ed8; }
      .facts { color: #6b7280; }
      table { border-collapse: collapse; margin: 1rem 0; }
      td, th { padding: .3rem .9rem; text-align: right; font-variant-numeric: tabular-nums; }
      th { font-weight: 500; color: #6b7280; }
      td:first-child, th:first-child { text-align: left; }
      tr + tr { border-top: 1px solid #e5e7eb; }
      .bars { width: 100%; }
      .bars td, .bars th { white-space: nowrap; }
      .bars th:nth-child(2) { text-align: left; width: 50%; }
      .bar { position: relative; }
      .bar i, .bar b, .bar s { position: absolute; display: block; left: 0; }
      .bar i { top: 20%; height: 60%; background: #93b4f8; border-radius: 3px; }
      .bar b { top: 50%; border-top: 2px solid #1e3a8a; }
      .bar s { top: 0; height: 100%; border-left: 2px dashed #dc2626; }
      .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(28rem, 1fr));
                 gap: 0 2rem; }
      img { max-width: 100%; }
      """;

  private HtmlPage() {}

  /**
   * Writes a page.
   *
   * @param title as text; it is also the heading
   */
  static void write(Path file, String title, DomContent... content) throws IOException {
    Files.writeString(
        file,
        document(
            html(
                    head(
                        meta().withCharset("utf-8"),
                        meta().withName("viewport").withContent("width=device-width"),
                        TagCreator.title(title),
                        style(rawHtml(STYLE))),
                    body(h1(title), each(content)))
                .withLang("en")));
  }

  /** The address of a file as seen from a page; characters that mean something in one are coded. */
  static String address(Path page, Path file) {
    Path folder = page.toAbsolutePath().resolveSibling("");
    String path = folder.relativize(file.toAbsolutePath()).toString();
    try {
      // The dot keeps a colon in a name from being read as a scheme.
      return new URI(null, null, "./" + path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(file + " has no address", e);
    }
  }
}
