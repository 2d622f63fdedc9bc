package io.mindstream.bridge.web;

import io.micronaut.json.tree.JsonNode;
import io.mindstream.bridge.stimulus.PostedEvent;
import io.mindstream.bridge.stimulus.PostedEvent.Moment;
import io.mindstream.imaging.bids.StimulusPictures;
import io.mindstream.schemas.fmri.EventWindow;
import io.mindstream.service.web.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A post of events: one object, an array of them, or {@code {"events": [..], "sent_at_seconds":
 * ..}}.
 *
 * @param events in the order of the post
 * @param sentAt the client's clock at sending, seconds since 1970-01-01 UTC
 */
record EventRequest(List<PostedEvent> events, OptionalDouble sentAt) {

  private static final String SENT_AT = "sent_at_seconds";
  private static final String PNG = "stim_file_png_base64";
  private static final String DELAY = "window_delay";
  private static final String LENGTH = "window_length";
  private static final byte[] PNG_MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int MAX_EVENTS = 10_000;
  private static final Set<String> FIELDS =
      Set.of(
          "onset",
          "at",
          "at_seconds",
          "duration",
          "trial_type",
          "stim_id",
          PNG,
          DELAY,
          LENGTH,
          "trial",
          "id",
          SENT_AT);

  static EventRequest of(JsonNode body) {
    if (body.isArray()) {
      return of(PostedJson.all(body), OptionalDouble.empty());
    }
    PostedJson post = new PostedJson(body);
    if (!post.has("events")) {
      return of(List.of(post), OptionalDouble.empty());
    }
    post.knowingOnly(Set.of("events", SENT_AT));
    JsonNode events = Objects.requireNonNull(body.get("events"));
    if (!events.isArray()) {
      throw RefusedException.field("events", "must be an array of events");
    }
    return of(PostedJson.all(events), post.number(SENT_AT));
  }

  private static EventRequest of(List<PostedJson> items, OptionalDouble sentAt) {
    if (items.isEmpty() || items.size() > MAX_EVENTS) {
      throw RefusedException.of(400, "send 1 to " + MAX_EVENTS + " events, got " + items.size());
    }
    List<PostedEvent> events = new ArrayList<>();
    OptionalDouble sent = sentAt;
    for (int item = 0; item < items.size(); item++) {
      try {
        events.add(event(items.get(item).knowingOnly(FIELDS)));
        sent = sent.isPresent() ? sent : items.get(item).number(SENT_AT);
      } catch (RefusedException e) {
        throw items.size() == 1 ? e : e.with("item", item);
      }
    }
    return new EventRequest(events, sent);
  }

  private static PostedEvent event(PostedJson json) {
    Optional<Integer> trial = json.count("trial");
    return new PostedEvent(
        moment(json),
        json.amount("duration").orElse(0),
        json.name("trial_type").orElse("n/a"),
        json.name("stim_id"),
        json.text(PNG).map(EventRequest::png),
        window(json),
        trial.isPresent() ? OptionalInt.of(trial.get()) : OptionalInt.empty(),
        json.name("id"));
  }

  private static Moment moment(PostedJson json) {
    OptionalDouble onset = json.number("onset");
    OptionalDouble at = json.time("at");
    OptionalDouble atSeconds = json.number("at_seconds");
    long told = List.of(onset, at, atSeconds).stream().filter(OptionalDouble::isPresent).count();
    if (told != 1) {
      throw RefusedException.field(
          "onset",
          "give one of onset (seconds from the start of volume 0), at (ISO 8601 time) and at_seconds"
              + " (seconds since 1970), got "
              + told
              + " of them");
    }
    return onset.isPresent()
        ? new Moment.Onset(onset.getAsDouble())
        : new Moment.At(at.isPresent() ? at.getAsDouble() : atSeconds.getAsDouble());
  }

  private static EventWindow window(PostedJson json) {
    Optional<Double> delay = json.seconds(DELAY);
    Optional<Double> length = json.seconds(LENGTH);
    if (delay.isPresent() && !EventWindow.isDelay(delay.get())) {
      throw RefusedException.field(DELAY, EventWindow.DELAYS + ", got " + delay.get());
    }
    if (length.isPresent() && !EventWindow.isLength(length.get())) {
      throw RefusedException.field(LENGTH, EventWindow.LENGTHS + ", got " + length.get());
    }
    return new EventWindow(delay, length);
  }

  private static byte[] png(String base64) {
    byte[] png;
    try {
      png = Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw RefusedException.field(PNG, "is no base64: " + e.getMessage());
    }
    if (png.length < PNG_MAGIC.length
        || !Arrays.equals(png, 0, PNG_MAGIC.length, PNG_MAGIC, 0, PNG_MAGIC.length)) {
      throw RefusedException.field(PNG, "is no PNG; encode the picture as PNG, then as base64");
    }
    if (png.length > StimulusPictures.MAX_BYTES) {
      throw RefusedException.field(
          PNG,
          "may have %d bytes as PNG, it has %d; make the picture smaller"
              .formatted(StimulusPictures.MAX_BYTES, png.length));
    }
    return png;
  }
}
