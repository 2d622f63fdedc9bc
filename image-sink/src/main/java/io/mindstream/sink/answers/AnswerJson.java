package io.mindstream.sink.answers;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.StageTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An answer as JSON. */
public final class AnswerJson {

  private static final double NANOS_A_MILLI = 1e6;

  private AnswerJson() {}

  /** Without the pictures' bytes. */
  public static Map<String, Object> of(Answer answer) {
    return of(answer, sample -> Optional.empty());
  }

  /**
   * With those pictures' bytes that are found, as base64.
   *
   * @param png of a sample
   */
  public static Map<String, Object> of(
      Answer answer, Function<DecodedImage, Optional<byte[]>> png) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", answer.trial().runId());
    json.put("trial", answer.trial().trialIndex());
    json.put("status", answer.status().name().toLowerCase(Locale.ROOT));
    answer.occurredAt().ifPresent(at -> json.put("occurredAt", at.toString()));
    answer
        .failure()
        .ifPresent(
            failure -> {
              json.put("code", failure.code());
              json.put("message", failure.message());
            });
    if (!answer.finished()) {
      json.put("eventSeen", answer.occurredAt().isPresent());
      json.put("volumes", answer.volumes());
    }
    answer.samples().stream().findFirst().ifPresent(image -> picture(json, answer, image));
    json.put("samples", answer.samples().stream().map(image -> sample(image, png)).toList());
    return json;
  }

  /** The same under another status, such as {@code late}. */
  public static Map<String, Object> as(String status, Answer answer, Duration deadline) {
    Map<String, Object> json = of(answer);
    json.put("status", status);
    json.put("deadlineSeconds", deadline.toMillis() / 1e3);
    return json;
  }

  /** What the samples share. */
  private static void picture(Map<String, Object> json, Answer answer, DecodedImage image) {
    StageTimes times = image.getTimes();
    json.put("trialType", image.getTrialType());
    json.put("onset", image.getOnsetSeconds());
    json.put("model", image.getModelId());
    json.put("trained", image.getModelTrained());
    image.getNormalisation().ifPresent(name -> json.put("normalisation", name));
    json.put("revision", image.getRevision());
    json.put("lastRevision", image.getLastRevision());
    image.getNewestVolume().ifPresent(volume -> json.put("newestVolume", volume));
    if (image.getTrialsAveraged() > 1) {
      json.put("trialsAveraged", image.getTrialsAveraged());
    }
    json.put("quality", image.getQualityFlags());
    json.put("volumesUsed", image.getVolumesUsed());
    json.put("volumesExpected", image.getVolumesExpected());
    json.put("lastVolume", image.getLastVolume());
    json.put("lastVolumeAt", times.getLastVolumeAcquiredAt().toString());
    answer
        .finishedAt()
        .filter(at -> answer.finished())
        .ifPresent(
            at -> {
              json.put("decodedAt", at.toString());
              json.put("latencyMs", millis(times.getLastVolumeReceivedAt(), at));
              answer.occurredAt().ifPresent(shown -> json.put("sinceEventMs", millis(shown, at)));
            });
  }

  private static Map<String, Object> sample(
      DecodedImage image, Function<DecodedImage, Optional<byte[]>> png) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sample", image.getSampleIndex());
    json.put(
        "url",
        String.format(
            Locale.ROOT,
            "/api/trials/%s/trial-%04d/sample-%d.png",
            image.getRunId(),
            image.getTrialIndex(),
            image.getSampleIndex()));
    png.apply(image).ifPresent(bytes -> json.put("png", Base64.getEncoder().encodeToString(bytes)));
    return json;
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / NANOS_A_MILLI;
  }
}
