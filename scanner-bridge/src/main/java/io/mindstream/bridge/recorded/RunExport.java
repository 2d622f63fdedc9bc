package io.mindstream.bridge.recorded;

import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.fmri.RunId;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.storage.ObjectStore;
import io.mindstream.storage.RunKeys;
import io.mindstream.storage.document.Documents;
import io.mindstream.storage.recording.RecordStream;
import io.mindstream.storage.recording.Recording;
import io.mindstream.storage.recording.RecordingIndex.Play;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes a recorded run as files: a BIDS folder, or the series alone. */
public final class RunExport {

  private final ObjectStore store;
  private final Topics topics;
  private final Recording recording;
  private final Play play;
  private final RunHeader header;
  private final RunId run;

  /**
   * An export of a recording.
   *
   * @param number of the play, origin 1; empty for the longest
   * @throws io.mindstream.storage.recording.RecordingException where there is no such recording
   */
  public RunExport(ObjectStore store, Topics topics, RunId run, Optional<Integer> number) {
    this.store = store;
    this.topics = topics;
    this.run = run;
    this.recording = Recording.of(store, run);
    this.play = recording.play(number);
    this.header = recording.header(topics, play);
  }

  /**
   * What was written.
   *
   * @param series the NIfTI file
   * @param missing volumes that are zeros in it
   * @param events rows of the events
   * @param results files that were copied from the results
   */
  public record Written(Path series, int missing, int events, int results) {}

  /**
   * Writes series and sidecar into a folder, and nothing else.
   *
   * @throws BidsException where a file cannot be written, or is there already
   */
  public Written nifti(Path folder) {
    return write(folder, () -> series(folder, ""));
  }

  /**
   * Writes a BIDS folder, or adds the run to one that an export made.
   *
   * @throws BidsException where the folder is another's or cannot be written
   */
  public Written bids(Path folder) {
    BidsFiles files = new BidsFiles(folder);
    return write(
        folder,
        () -> {
          files.requireOwn();
          files.describe(run);
          Written series = series(files.func(run), folder.relativize(files.func(run)) + "/");
          int events = 0;
          try (var records = recording.events(play, topics)) {
            Path table = files.func(run).resolve(run + "_events.tsv");
            events = new EventsExport(files).write(records, table);
          }
          mask(folder);
          return new Written(series.series(), series.missing(), events, results(folder));
        });
  }

  private Written series(Path folder, String shown) throws IOException {
    Path file = folder.resolve(run + "_bold.nii.gz");
    if (Files.exists(file)) {
      throw new BidsException(
          folder, "holds " + shown + file.getFileName() + " already; choose another folder");
    }
    Files.createDirectories(folder);
    Path partial = folder.resolve("." + run + "_bold.nii.gz");
    int missing =
        new SeriesExport(header, () -> recording.of(play, topics.volumes())).write(partial);
    Files.move(partial, file);
    Files.write(folder.resolve(run + "_bold.json"), Documents.write(sidecar(missing)));
    return new Written(file, missing, 0, 0);
  }

  private Map<String, Object> sidecar(int missing) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("TaskName", run.task());
    fields.put("RepetitionTime", header.getRepetitionTimeSeconds());
    header.getSliceTimingSeconds().ifPresent(seconds -> fields.put("SliceTiming", seconds));
    if (missing > 0) {
      fields.put("MindstreamMissingVolumes", missing);
    }
    return fields;
  }

  /** Among the derivatives, where whoever plays the folder again finds it. */
  private void mask(Path folder) throws IOException {
    try (RecordStream<RoiMask> masks = recording.all(topics.rois())) {
      while (masks.hasNext()) {
        RoiMask mask = masks.next().value();
        if (mask.getRoiId().equals(header.getRoiId())) {
          write(mask, folder.resolve(RunKeys.DERIVATIVES + "sub-" + run.subject()));
        }
      }
    }
  }

  private void write(RoiMask mask, Path folder) throws IOException {
    Files.createDirectories(folder);
    NiftiHeader grid =
        NiftiHeader.of(mask.getGeometry(), 1, NiftiType.UINT8, OptionalDouble.empty());
    ByteBuffer voxels = ByteBuffer.allocate((int) grid.volumeBytes());
    mask.getIndices().forEach(voxel -> voxels.put(voxel, (byte) 1));
    // A checksum in the id comes back by itself when the mask is read.
    String kind =
        mask.getRoiId()
            .replaceFirst("^sub-[A-Za-z0-9]+_desc-", "")
            .replaceFirst("(?<=.)[0-9a-f]{8}$", "")
            .replaceAll("[^A-Za-z0-9]", "");
    Path file = folder.resolve("sub-%s_desc-%s_mask.nii.gz".formatted(run.subject(), kind));
    try (NiftiWriter writer = NiftiWriter.create(file, grid)) {
      writer.write(voxels);
    }
  }

  private int results(Path folder) throws IOException {
    String own = new RunKeys(run).results();
    int copied = 0;
    for (String key : store.list(own)) {
      if (!key.startsWith(own + "run-")) {
        copied += copy(key, folder);
      }
    }
    copy(RunKeys.DATASET_DESCRIPTION, folder);
    return copied;
  }

  private int copy(String key, Path folder) throws IOException {
    Optional<byte[]> content = store.get(key);
    if (content.isEmpty()) {
      return 0;
    }
    Path file = folder.resolve(key);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, content.get());
    return 1;
  }

  private static Written write(Path folder, Writing writing) {
    try {
      return writing.write();
    } catch (IOException e) {
      throw new BidsException(folder, "cannot be written (" + e + "); check folder and disk");
    }
  }

  @FunctionalInterface
  private interface Writing {
    Written write() throws IOException;
  }
}
