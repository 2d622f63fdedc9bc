package io.mindstream.bridge.source;

import io.mindstream.imaging.bids.BidsException;
import io.mindstream.imaging.bids.EventRow;
import io.mindstream.imaging.bids.EventsTsv;
import io.mindstream.imaging.nifti.NiftiHeader;
import io.mindstream.imaging.nifti.NiftiType;
import io.mindstream.imaging.nifti.NiftiWriter;
import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.avro.RoiMask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a feed as a folder in BIDS form, which {@link BidsReplay} plays again with the same
 * voxels, events and region of interest.
 */
public final class FolderExport {

  private final Feed feed;
  private final Path folder;
  private final Path stimuli;
  private final Runnable volumeWritten;

  /**
   * An export into a folder that is empty or does not exist yet.
   *
   * @param volumeWritten called after each volume
   */
  public FolderExport(Feed feed, Path folder, Runnable volumeWritten) {
    this.feed = feed;
    this.folder = folder;
    this.stimuli = folder.resolve("stimuli");
    this.volumeWritten = volumeWritten;
  }

  /**
   * Writes everything.
   *
   * @throws BidsException where the folder is not empty or cannot be written
   * @throws io.mindstream.imaging.nifti.NiftiException where a series cannot be written
   */
  public void write() {
    try {
      requireEmpty();
      Files.createDirectories(stimuli);
      writeDescriptions();
      writeMask(feed.roi());
      for (FeedRun run : feed.runs()) {
        writeRun(run);
      }
    } catch (IOException e) {
      throw new BidsException(folder, "cannot be written (" + e.getMessage() + ")");
    }
  }

  private void requireEmpty() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new BidsException(folder, "is not empty; choose a new folder");
      }
    }
  }

  private void writeDescriptions() throws IOException {
    Files.writeString(
        folder.resolve("dataset_description.json"),
        """
        {
          "Name": "Mindstream: %s",
          "BIDSVersion": "1.9.0",
          "DatasetType": "raw",
          "GeneratedBy": [{"Name": "mindstream simulate"}]
        }
        """
            .formatted(feed.description()));
    RunDescription first = feed.runs().get(0).description();
    Files.writeString(
        folder.resolve("task-" + first.runId().task() + "_bold.json"),
        """
        {
          "TaskName": "%s",
          "RepetitionTime": %s
        }
        """
            .formatted(first.runId().task(), first.repetitionTimeSeconds()));
  }

  private void writeMask(RoiMask roi) {
    NiftiHeader header =
        NiftiHeader.of(roi.getGeometry(), 1, NiftiType.UINT8, OptionalDouble.empty());
    ByteBuffer mask = ByteBuffer.allocate((int) header.volumeBytes());
    roi.getIndices().forEach(voxel -> mask.put(voxel, (byte) 1));
    // The checksum in the id comes back by itself when the mask is read.
    String name = roi.getRoiId().replaceFirst("[0-9a-f]{8}$", "");
    try (NiftiWriter writer = NiftiWriter.create(folder.resolve(name + "_mask.nii.gz"), header)) {
      writer.write(mask);
    }
  }

  private void writeRun(FeedRun run) throws IOException {
    String name = run.description().runId().toString();
    Path func = folder.resolve("sub-" + run.description().runId().subject()).resolve("func");
    Files.createDirectories(func);
    List<EventRow> events = new ArrayList<>();
    try (FeedRun.Messages messages = run.open();
        Series series = new Series(func.resolve(name + "_bold.nii.gz"), run)) {
      while (messages.hasNext()) {
        FeedMessage message = messages.next();
        if (message instanceof FeedMessage.Volume volume) {
          series.write(volume.data());
          volumeWritten.run();
        } else if (message instanceof FeedMessage.Event event) {
          events.add(writeEvent(event));
        }
      }
    }
    EventsTsv.write(func.resolve(name + "_events.tsv"), events);
  }

  private EventRow writeEvent(FeedMessage.Event event) throws IOException {
    if (event.stimulusId().isPresent() && event.stimulusPng().isPresent()) {
      Files.write(stimuli.resolve(pictureName(event)), event.stimulusPng().get());
    }
    return new EventRow(
        event.onsetSeconds(),
        event.durationSeconds(),
        event.trialType(),
        event.stimulusId().map(id -> pictureName(event)),
        event.window());
  }

  private static String pictureName(FeedMessage.Event event) {
    String id = event.stimulusId().orElse("");
    return id.endsWith(".png") ? id : id + ".png";
  }

  /** A file that takes its voxel type from the first volume. */
  private static final class Series implements AutoCloseable {
    private final Path file;
    private final FeedRun run;
    private @Nullable NiftiWriter writer;

    Series(Path file, FeedRun run) {
      this.file = file;
      this.run = run;
    }

    void write(VolumeData volume) {
      NiftiWriter open = writer;
      if (open == null) {
        open = NiftiWriter.create(file, header(volume));
        writer = open;
      }
      open.write(volume.bytes());
    }

    private NiftiHeader header(VolumeData first) {
      return NiftiHeader.of(
              run.description().geometry(),
              run.length().volumes(),
              NiftiType.valueOf(first.type().name()),
              OptionalDouble.of(run.description().repetitionTimeSeconds()))
          .withScaling(first.slope(), first.intercept());
    }

    @Override
    public void close() {
      if (writer != null) {
        writer.close();
      }
    }
  }
}
