package io.mindstream.sink.web;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.webjars.WebJarVersionLocator;

/**
 * The page and what it is made of, from this jar and from those of the libraries it uses: it works
 * without internet. What a view shows comes from {@code /api/v1}.
 */
@Controller
@Hidden
final class PageController {

  private static final Map<String, MediaType> TYPES =
      Map.of(
          "html", MediaType.of("text/html; charset=utf-8"),
          "js", MediaType.of("text/javascript; charset=utf-8"),
          "css", MediaType.of("text/css; charset=utf-8"),
          "svg", MediaType.of("image/svg+xml"),
          "woff2", MediaType.of("font/woff2"));

  private static final Set<String> LIBRARIES = Set.of("lit-html", "uplot");

  /** Names with no way up and no hidden file; the last part is the ending. */
  private static final Pattern PATH =
      Pattern.compile("(?:[A-Za-z0-9-]+/)*[A-Za-z0-9-]+(?:\\.[A-Za-z0-9]+)*\\.([a-z0-9]+)");

  private final ResourceLoader resources;
  private final WebJarVersionLocator webjars = new WebJarVersionLocator();

  PageController(ResourceLoader resources) {
    this.resources = resources;
  }

  @Get("/")
  HttpResponse<StreamedFile> index() {
    return file("index.html", "dashboard/index.html");
  }

  @Get("/assets/{+path}")
  HttpResponse<StreamedFile> asset(String path) {
    return file(path, "dashboard/" + path);
  }

  /** A file of a library, of whichever version is on the class path. */
  @Get("/assets/vendor/{library}/{+path}")
  HttpResponse<StreamedFile> library(String library, String path) {
    String found = LIBRARIES.contains(library) ? webjars.fullPath(library, path) : null;
    return found == null ? HttpResponse.notFound() : file(path, found);
  }

  /** A browser asks each time whether it changed, and is mostly told that it did not. */
  private HttpResponse<StreamedFile> file(String asked, String resource) {
    Matcher matcher = PATH.matcher(asked);
    MediaType type = matcher.matches() ? TYPES.get(matcher.group(1)) : null;
    if (type == null) {
      return HttpResponse.notFound();
    }
    return resources
        .getResource("classpath:" + resource)
        .map(
            url ->
                HttpResponse.ok(new StreamedFile(url))
                    .contentType(type)
                    .header("Cache-Control", "no-cache"))
        .orElseGet(HttpResponse::notFound);
  }
}
