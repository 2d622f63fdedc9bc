package io.mindstream.bridge.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.mindstream.bridge.stimulus.PlannedTrial;
import io.mindstream.bridge.stimulus.RunTable;
import io.mindstream.service.web.RefusedException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The runs, their events and the scanner's triggers; see deploy/docs/stimulus-computer.md. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunController {

  private final RunTable table;
  private final EventDesk desk;
  private final ObjectMapper json;

  RunController(RunTable table, EventDesk desk, ObjectMapper json) {
    this.table = table;
    this.desk = desk;
    this.json = json;
  }

  /** Our time. */
  @Get(uris = {"/v1/clock", "/clock"})
  Map<String, Object> clock() {
    Instant now = Instant.now();
    return Map.of("now", now.toString(), "seconds", RunTable.seconds(now));
  }

  /** The runs that are known, the newest first. */
  @Get("/runs")
  Map<String, Object> runs() {
    return Map.of("runs", table.all().stream().map(RunJson::run).toList());
  }

  /** One run with its clocks. */
  @Get("/runs/{run}")
  Map<String, Object> run(String run) {
    return RunJson.detailed(table.status(run));
  }

  /** Publishes one event or several: 201, or 200 where all were known by their ids. */
  @Post(uris = {"/v1/runs/{run}/events", "/runs/{run}/events"})
  HttpResponse<Map<String, Object>> events(String run, @Body byte[] body) {
    double received = RunTable.seconds(Instant.now());
    EventRequest request = EventRequest.of(read(body));
    desk.requireKafka();
    String id = table.require(run).getRunId();
    List<PlannedTrial> trials = desk.post(id, request.events(), request.sentAt(), received);
    boolean known = trials.stream().allMatch(PlannedTrial::known);
    return HttpResponse.<Map<String, Object>>status(known ? HttpStatus.OK : HttpStatus.CREATED)
        .body(RunJson.trials(id, trials));
  }

  /** Takes trigger times; answers with the run's clocks. */
  @Post(uris = {"/v1/runs/{run}/triggers", "/runs/{run}/triggers"})
  Map<String, Object> triggers(String run, @Body byte[] body) {
    JsonNode request = read(body);
    desk.requireKafka();
    var header = table.require(run);
    TriggerRequest triggers = TriggerRequest.of(request, header.getRepetitionTimeSeconds());
    return RunJson.detailed(
        table.triggers(header.getRunId(), triggers.seconds(), triggers.dummies()));
  }

  private JsonNode read(byte[] body) {
    try {
      return json.readValue(body, JsonNode.class);
    } catch (IOException e) {
      throw RefusedException.of(400, "the body is no JSON: " + e.getMessage());
    }
  }
}
