package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.DecodedImage;
import io.mindstream.schemas.avro.Preview;
import io.mindstream.schemas.avro.StageTimes;
import io.mindstream.schemas.avro.StimulusEvent;
import io.mindstream.schemas.fmri.TrialKey;
import io.mindstream.schemas.latency.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one trial. Not for several threads. */
final class TrialCard {

  private final TrialKey key;
  private final Map<Integer, Picture> samples = new TreeMap<>();
  private final Set<Integer> storedSamples = new HashSet<>();
  private @Nullable Picture stimulus;
  private @Nullable Picture preview;
  private @Nullable StageTimes times;
  private @Nullable Double totalMillis;
  private BoardState.@Nullable Failure failure;
  private boolean known;
  private String trialType = "";
  private double onsetSeconds;
  private int expected = 1;
  private int previewStep;
  private int previewSteps;
  private int volumesUsed;
  private int volumesExpected;

  TrialCard(TrialKey key) {
    this.key = key;
  }

  /** False where the trial was shown before. */
  boolean shown(StimulusEvent event) {
    boolean first = !known;
    known = true;
    trialType = event.getTrialType();
    onsetSeconds = event.getOnsetSeconds();
    event.getStimulusPng().ifPresent(png -> stimulus = Picture.of(png));
    return first;
  }

  /** Something of it could not be used; pictures that come all the same make up for it. */
  void failed(BoardState.Failure why) {
    failure = why;
    preview = null;
  }

  void sampling(Preview step) {
    if (samples.isEmpty()) {
      preview = Picture.of(step.getPng());
      previewStep = step.getStep();
      previewSteps = step.getSteps();
    }
  }

  /** False where this very picture was there already. */
  boolean decoded(DecodedImage image) {
    trialType = image.getTrialType();
    onsetSeconds = image.getOnsetSeconds();
    expected = image.getSamples();
    volumesUsed = image.getVolumesUsed();
    volumesExpected = image.getVolumesExpected();
    times = image.getTimes();
    preview = null;
    Picture picture = Picture.of(image.getPng());
    return !picture.equals(samples.put(image.getSampleIndex(), picture));
  }

  /** The times of the trial's pictures, if this sample was not known to be stored. */
  Optional<StageTimes> stored(int sample, Instant at) {
    if (times == null || !storedSamples.add(sample)) {
      return Optional.empty();
    }
    Stage.TOTAL.duration(times, at).ifPresent(took -> totalMillis = StageLatencies.millis(took));
    return Optional.of(times);
  }

  int images() {
    return samples.size();
  }

  Optional<Picture> picture(String name) {
    if (name.equals("stimulus")) {
      return Optional.ofNullable(stimulus);
    }
    if (name.equals("preview")) {
      return Optional.ofNullable(preview);
    }
    return samples.entrySet().stream()
        .filter(sample -> name.equals("sample-" + sample.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  BoardState.Trial state() {
    List<@Nullable String> addresses = new ArrayList<>();
    for (int sample = 0; sample < Math.max(expected, 1); sample++) {
      addresses.add(address("sample-" + sample, samples.get(sample)));
    }
    return new BoardState.Trial(
        key.toString(),
        key.runId(),
        key.trialIndex(),
        trialType,
        onsetSeconds,
        address("stimulus", stimulus),
        addresses,
        address("preview", preview),
        previewStep,
        previewSteps,
        totalMillis,
        volumesUsed,
        volumesExpected,
        storedSamples.size(),
        samples.size() < expected ? failure : null);
  }

  private @Nullable String address(String name, @Nullable Picture picture) {
    return picture == null
        ? null
        : "/api/trials/" + key + "/" + name + ".png?v=" + picture.version();
  }
}
