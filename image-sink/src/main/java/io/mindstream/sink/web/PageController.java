package io.mindstream.sink.web;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import java.util.Map;

/** The page and what it is made of, from this jar: it works without internet. */
@Controller
final class PageController {

  private static final Map<String, MediaType> FILES =
      Map.of(
          "index.html", MediaType.TEXT_HTML_TYPE,
          "app.js", MediaType.of("text/javascript"),
          "style.css", MediaType.of("text/css"),
          "icon.svg", MediaType.of("image/svg+xml"));

  private final ResourceLoader resources;

  PageController(ResourceLoader resources) {
    this.resources = resources;
  }

  @Get("/")
  HttpResponse<StreamedFile> index() {
    return file("index.html");
  }

  @Get("/assets/{name}")
  HttpResponse<StreamedFile> file(String name) {
    MediaType type = FILES.get(name);
    if (type == null) {
      return HttpResponse.notFound();
    }
    return resources
        .getResourceAsStream("classpath:dashboard/" + name)
        .map(
            content ->
                HttpResponse.ok(new StreamedFile(content, type))
                    .header("Cache-Control", "no-cache"))
        .orElseGet(HttpResponse::notFound);
  }
}
