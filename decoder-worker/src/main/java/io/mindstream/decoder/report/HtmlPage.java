package io.mindstream.decoder.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of its own, with tables and pictures. */
public final class HtmlPage {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto;
             padding: 0 1rem; }
      table { border-collapse: collapse; margin: 1rem 0; }
      td, th { padding: .25rem .8rem; text-align: right; font-variant-numeric: tabular-nums; }
      td:first-child, th:first-child { text-align: left; }
      tr + tr { border-top: 1px solid #ddd; }
      .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(28rem, 1fr));
                 gap: 0 2rem; }
      img { max-width: 100%%; }
      </style></head><body>
      <h1>%1$s</h1>
      %2$s</body></html>
      """;

  private HtmlPage() {}

  /**
   * Writes a page.
   *
   * @param title as text; it is also the heading
   * @param body as HTML
   */
  public static void write(Path file, String title, String body) throws IOException {
    Files.writeString(file, PAGE.formatted(escaped(title), body));
  }

  /** Text as HTML. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
