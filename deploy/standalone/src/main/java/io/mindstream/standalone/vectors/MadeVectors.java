package io.mindstream.standalone.vectors;

import io.mindstream.preprocess.config.PreprocessConfig;
import io.mindstream.preprocess.offline.OfflineRun;
import io.mindstream.preprocess.offline.OfflineRun.Refused;
import io.mindstream.preprocess.trial.WindowMode;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.VoxelVector;
import io.mindstream.schemas.checksum.Sha256;
import io.mindstream.schemas.fmri.RoiChecksum;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.Software;
import io.mindstream.storage.document.VectorsDocument;
import io.mindstream.storage.document.VectorsDocument.Recipe;
import io.mindstream.storage.document.VectorsDocument.Refusal;
import io.mindstream.storage.document.VectorsDocument.Result;
import io.mindstream.storage.document.VectorsDocument.Source;
import io.mindstream.storage.recording.RecordingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A run's vectors, made again, before they are written anywhere.
 *
 * @param file vectors.avro, owned by this record
 * @param document vectors.json, without a version
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MadeVectors(byte[] file, VectorsDocument document) {

  /**
   * Makes them.
   *
   * @param play origin 1; empty for the longest
   * @param config per-event windows
   * @param now the time that they say
   * @throws RecordingException where the run isn't recorded, or no trial of it has a vector
   */
  public static MadeVectors of(
      ObjectStore store, RunId run, Optional<Integer> play, PreprocessConfig config, Instant now) {
    RecordedPlay recorded = RecordedPlay.open(store, Topics.standard(), run, play);
    OfflineRun made = recorded.preprocess(config, () -> now);
    if (made.vectors().isEmpty()) {
      throw new RecordingException(
          "no trial of " + run + " has a vector: " + firstReason(made.trials()));
    }
    byte[] file = VectorsFile.write(run.toString(), made.vectors());
    return new MadeVectors(
        file,
        new VectorsDocument(
            VectorsDocument.FORMAT,
            run.toString(),
            null,
            now,
            Source.of(new RunKeys(run).recording(), recorded.number(), recorded.play()),
            recipe(config, recorded.mask()),
            result(made, file),
            Software.THIS));
  }

  private static String firstReason(List<Refused> trials) {
    return trials.stream()
        .findFirst()
        .map(Refused::message)
        .orElse("its recording has no event; mindstream sessions shows how many trials a run has");
  }

  private static Recipe recipe(PreprocessConfig config, RoiMask mask) {
    WindowMode.PerEvent windows = (WindowMode.PerEvent) config.windows();
    return new Recipe(
        config.method().settingName(),
        orNull(config.method().steadyVolumes()),
        seconds(windows.delay()),
        windows.length().map(MadeVectors::seconds).orElse(null),
        config.revisions().delays().stream().map(MadeVectors::seconds).toList(),
        config.revisions().atRunEnd(),
        config.realign().name().toLowerCase(Locale.ROOT),
        config.minShare(),
        mask.getRoiId(),
        RoiChecksum.of(mask),
        mask.getIndices().size());
  }

  private static @Nullable Integer orNull(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static Result result(OfflineRun made, byte[] file) {
    return new Result(
        (int) made.vectors().stream().map(VoxelVector::getTrialIndex).distinct().count(),
        made.vectors().size(),
        Sha256.hex(file),
        refusals(made.trials()),
        refusals(made.volumes()));
  }

  private static List<Refusal> refusals(List<Refused> refused) {
    return refused.stream()
        .map(each -> new Refusal(each.index(), each.code(), each.message()))
        .toList();
  }
}
