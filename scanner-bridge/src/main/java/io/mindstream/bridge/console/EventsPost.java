package io.mindstream.bridge.console;

import io.micronaut.serde.ObjectMapper;
import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.schemas.fmri.RunId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Posts each stimulus as JSON, as a stimulus program does. What is refused is said; scanning goes
 * on. Posts do not hold up the console.
 */
final class EventsPost implements StimulusLog {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final int HTTP_REFUSED = 300;

  private final URI url;
  private final Consumer<String> notes;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final ObjectMapper json = ObjectMapper.getDefault();

  EventsPost(URI url, Consumer<String> notes) {
    this.url = url;
    this.notes = notes;
  }

  @Override
  public void begin(RunId run, int number) {
    // The receiver knows its run by the volumes.
  }

  @Override
  public void shown(FeedMessage.Event event) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url)
              .timeout(LIMIT)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body(event))))
              .build();
      var unused =
          client
              .sendAsync(request, HttpResponse.BodyHandlers.ofString())
              .whenComplete((response, failure) -> answered(event, response, failure));
    } catch (IOException e) {
      notes.accept("the stimulus at %s s is no JSON: %s".formatted(event.onsetSeconds(), e));
    }
  }

  private void answered(
      FeedMessage.Event event,
      @Nullable HttpResponse<String> response,
      @Nullable Throwable failure) {
    if (failure != null) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      notes.accept("%s takes no stimuli: %s".formatted(url, cause));
    } else if (response != null && response.statusCode() >= HTTP_REFUSED) {
      notes.accept(
          "the stimulus at %.1f s is refused with %d: %s"
              .formatted(event.onsetSeconds(), response.statusCode(), response.body()));
    }
  }

  private static Map<String, Object> body(FeedMessage.Event event) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("onset", event.onsetSeconds());
    body.put("duration", event.durationSeconds());
    body.put("trial_type", event.trialType());
    event.window().delaySeconds().ifPresent(delay -> body.put("window_delay", delay));
    event.window().lengthSeconds().ifPresent(length -> body.put("window_length", length));
    event.stimulusId().ifPresent(id -> body.put("stim_id", id));
    event
        .stimulusPng()
        .ifPresent(
            png -> body.put("stim_file_png_base64", Base64.getEncoder().encodeToString(png)));
    return body;
  }
}
