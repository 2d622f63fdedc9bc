package io.mindstream.sink.web;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.mindstream.sink.changes.ChangeStream;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The page and what it is made of, from this jar: it works without internet. */
@Controller
@Hidden
final class PageController {

  private static final Map<String, MediaType> FILES =
      Map.of(
          "app.js", MediaType.of("text/javascript"),
          "style.css", MediaType.of("text/css"),
          "icon.svg", MediaType.of("image/svg+xml"));

  /** Stands in the page where its first state goes. */
  private static final String STATE = "\"STATE\"";

  private final ResourceLoader resources;
  private final ChangeStream stream;

  PageController(ResourceLoader resources, ChangeStream stream) {
    this.resources = resources;
    this.stream = stream;
  }

  /** The page with its first state inside, so that its first picture is already the right one. */
  @Get("/")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> index() throws IOException {
    String state = stream.state().replace("<", "\\u003c");
    try (InputStream page =
        resources.getResourceAsStream("classpath:dashboard/index.html").orElseThrow()) {
      String html = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      return HttpResponse.ok(html.replace(STATE, state)).header("Cache-Control", "no-store");
    }
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
