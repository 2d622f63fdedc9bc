package io.mindstream.sink.web;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What the API is, as it was built. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Mindstream",
            version = "v1",
            description =
                "Runs, trials, pictures and what changes, of one pipeline. Times are ISO 8601 in"
                    + " UTC; an error is an object whose message says what to do."))
@Controller("/api/v1")
@Tag(name = "system")
final class OpenApiController {

  private static final MediaType YAML = MediaType.of("application/yaml");

  private final ResourceLoader resources;

  OpenApiController(ResourceLoader resources) {
    this.resources = resources;
  }

  @Get("/openapi.yml")
  @Produces("application/yaml")
  @Operation(summary = "This API as an OpenAPI document")
  HttpResponse<StreamedFile> document() {
    return resources
        .getResourceAsStream("classpath:META-INF/swagger/mindstream-v1.yml")
        .map(content -> HttpResponse.ok(new StreamedFile(content, YAML)))
        .orElseThrow(() -> Asked.unknown("the document of the API"));
  }
}
