package io.mindstream.schemas.serde;

import java.net.URI;

/** Checks addresses of servers before anything is sent to them. */
public final class HttpUrl {

  private HttpUrl() {}

  /**
   * An address of a server: http or https, and a host.
   *
   * @param setting the option or property that gave it, for the message
   * @throws IllegalArgumentException where it is none; the message shows the right form
   */
  public static String require(String setting, String url) {
    if (!isHttp(url)) {
      throw new IllegalArgumentException(
          setting + " must be a URL such as http://HOST:PORT or https://HOST, got '" + url + "'");
    }
    return url;
  }

  /** True where the text is an http or https URL with a host. */
  public static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      boolean scheme = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return scheme && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
