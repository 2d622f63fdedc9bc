package io.mindstream.bridge.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.mindstream.service.web.RefusedException;
import java.io.IOException;
import java.util.Map;

/** Plays a recorded run again. */
@Controller("/api/v1/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReplayController {

  private static final byte[] NOTHING = {'{', '}'};

  private final ReplayDesk desk;
  private final ObjectMapper json;

  ReplayController(ReplayDesk desk, ObjectMapper json) {
    this.desk = desk;
    this.json = json;
  }

  /** Begins to play: 202 with the id that it is published under. */
  @Post("/{run}/replay")
  HttpResponse<Map<String, Object>> replay(String run, @Body byte[] body) {
    ReplayRequest request = ReplayRequest.of(run, read(body));
    return HttpResponse.<Map<String, Object>>accepted()
        .body(Map.of("run", desk.play(request).toString()));
  }

  private PostedJson read(byte[] body) {
    try {
      return new PostedJson(json.readValue(body.length == 0 ? NOTHING : body, JsonNode.class));
    } catch (IOException e) {
      throw RefusedException.of(400, "the body is no JSON: " + e.getMessage());
    }
  }
}
