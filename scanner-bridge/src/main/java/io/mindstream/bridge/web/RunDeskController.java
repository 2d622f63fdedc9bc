package io.mindstream.bridge.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.mindstream.bridge.config.ScannerConfig;
import io.mindstream.bridge.push.RunDesk;
import io.mindstream.bridge.push.RunDesks;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.service.web.RefusedException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operator's part of a scanner's runs: what the next one is called, and when one is over. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunDeskController {

  private static final byte[] NOTHING = {'{', '}'};

  private final RunDesks desks;
  private final ScannerConfig scanner;
  private final ObjectMapper json;

  RunDeskController(RunDesks desks, ScannerConfig scanner, ObjectMapper json) {
    this.desks = desks;
    this.scanner = scanner;
    this.json = json;
  }

  /** Names the next run: it begins with the scanner's next series. */
  @Post(uris = {"/v1/runs", "/runs"})
  HttpResponse<Map<String, Object>> name(@Body byte[] body) {
    requireScanner();
    RunId run = run(read(body).knowingOnly(Set.of("run", "subject", "session", "task")));
    desk(Optional.of(run.subject())).next(run);
    return HttpResponse.<Map<String, Object>>accepted()
        .body(Map.of("run", run.toString(), "begins", "with the scanner's next series"));
  }

  /** Ends the present run, of several scanners that of a subject, before its silence does. */
  @Post(uris = {"/v1/runs/current/end", "/runs/current/end"})
  HttpResponse<Map<String, Object>> end(@Body byte[] body) {
    requireScanner();
    PostedJson posted = read(body).knowingOnly(Set.of("aborted", "subject"));
    Optional<String> reason = posted.text("aborted");
    desk(posted.text("subject")).end(new RunDesk.Ending(reason));
    return HttpResponse.<Map<String, Object>>accepted()
        .body(Map.of("state", reason.isPresent() ? "ABORTED" : "ENDED"));
  }

  private RunDesk desk(Optional<String> subject) {
    try {
      return desks.of(subject);
    } catch (IllegalArgumentException e) {
      throw RefusedException.field("subject", String.valueOf(e.getMessage()));
    }
  }

  private void requireScanner() {
    if (scanner.options().isEmpty()) {
      throw RefusedException.of(
          409,
          "no scanner is waited for here; start with --dicom-port or --scanner-folder, or name the"
              + " run with --run where it is played");
    }
  }

  private static RunId run(PostedJson posted) {
    String run = posted.text("run").orElse("01");
    try {
      if (run.startsWith("sub-")) {
        return RunId.parse(run);
      }
      RunId parts =
          new RunId(
              posted.text("subject").orElse("live"),
              posted.text("session"),
              posted.text("task").orElse("live"),
              Optional.of(run));
      return RunId.parse(parts.toString());
    } catch (IllegalArgumentException e) {
      throw RefusedException.field("run", String.valueOf(e.getMessage()));
    }
  }

  private PostedJson read(byte[] body) {
    try {
      return new PostedJson(json.readValue(body.length == 0 ? NOTHING : body, JsonNode.class));
    } catch (IOException e) {
      throw RefusedException.of(400, "the body is no JSON: " + e.getMessage());
    }
  }
}
