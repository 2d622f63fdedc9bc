package io.mindstream.benchmarks.scanner;

import io.mindstream.benchmarks.scanner.FeedPipeline.Played;
import io.mindstream.bridge.console.Vendor;
import io.mindstream.bridge.dimse.StoreSender;
import io.mindstream.imaging.dicom.Tag;
import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Volumes that come as slices, one an object: each slice is on the disk before its sender is
 * answered, and only then the next one is sent.
 */
final class SliceLatency {

  private static final MeasuredVolumes VOLUMES = new MeasuredVolumes(8, 30, 1);

  private final FeedPipeline pipeline;
  private final VolumeShape shape;

  SliceLatency(FeedPipeline pipeline, VolumeShape shape) {
    this.pipeline = pipeline;
    this.shape = shape;
  }

  /** By C-STORE, on one association. */
  void run(Path folder) throws IOException, InterruptedException {
    Mosaic.play(Vendor.GE, shape, VOLUMES.all(), Files.createDirectories(folder));
    List<Path> slices;
    try (Stream<Path> all = Files.walk(folder)) {
      slices = all.filter(Files::isRegularFile).sorted().toList();
    }
    Played run = pipeline.listen(VOLUMES.all(), 1 / VOLUMES.rate());
    List<Instant> begun = new ArrayList<>();
    List<Instant> answered = new ArrayList<>();
    try (StoreSender sender = Sending.open(run)) {
      VOLUMES.pace(
          (volume, seconds) -> {
            List<byte[]> files = new ArrayList<>();
            for (Path slice : slices.subList(volume * shape.nz(), (volume + 1) * shape.nz())) {
              files.add(Files.readAllBytes(slice));
            }
            begun.add(Instant.now());
            for (byte[] file : files) {
              send(sender, file);
            }
            answered.add(Instant.now());
          });
    }
    run.finish();
    String what = "%d slices of a volume, ".formatted(shape.nz());
    VOLUMES.report(what + "first byte sent to last answer", begun, answered);
    VOLUMES.report(what + "first byte sent to acknowledged", begun, run.feed().acknowledged());
  }

  private static void send(StoreSender sender, byte[] file) throws IOException {
    int begin = Mosaic.begin(file);
    ElementSpan uid = ElementSpan.of(file, begin, Tag.SOP_INSTANCE, "UI");
    String instance =
        new String(file, uid.start(), uid.length(), StandardCharsets.US_ASCII).replace("\0", "");
    Sending.store(sender, instance, Arrays.copyOfRange(file, begin, file.length));
  }
}
