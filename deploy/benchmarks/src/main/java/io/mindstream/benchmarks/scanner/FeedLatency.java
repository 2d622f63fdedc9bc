package io.mindstream.benchmarks.scanner;

import io.mindstream.benchmarks.scanner.FeedPipeline.Played;
import io.mindstream.bridge.dimse.StoreSender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** From a mosaic's last byte to the acknowledgement of its record, at a steady rate. */
final class FeedLatency {

  private static final int WARM_UP_SECONDS = 10;

  private final FeedPipeline pipeline;
  private final Mosaic mosaic;
  private final MeasuredVolumes volumes;

  FeedLatency(FeedPipeline pipeline, Mosaic mosaic, double rate, int seconds) {
    this.pipeline = pipeline;
    this.mosaic = mosaic;
    this.volumes =
        new MeasuredVolumes(
            (int) Math.round(WARM_UP_SECONDS * rate), (int) Math.round(seconds * rate), rate);
  }

  /** By C-STORE, on one association. */
  void byStore() throws IOException, InterruptedException {
    Played run = pipeline.listen(volumes.all(), 1 / volumes.rate());
    List<Instant> asked = new ArrayList<>();
    try (StoreSender sender = Sending.open(run)) {
      volumes.pace(
          (volume, seconds) -> {
            byte[] object = mosaic.dataSet(volume, seconds);
            asked.add(Instant.now());
            Sending.store(sender, volume, object);
          });
    }
    run.finish();
    TimedFeed feed = run.feed();
    volumes.report("C-STORE, first byte sent to acknowledged", asked, feed.acknowledged());
    volumes.report("C-STORE, last byte there to acknowledged", feed.received(), feed.acknowledged());
    parts(feed);
  }

  /** Written into a folder. */
  void byFolder(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Played run = pipeline.watch(folder, volumes.all(), 1 / volumes.rate());
    List<Instant> written = new ArrayList<>();
    volumes.pace(
        (volume, seconds) -> {
          Path file = folder.resolve("%06d.dcm".formatted(volume));
          Files.write(file, mosaic.file(volume, seconds));
          written.add(Instant.now());
        });
    run.playback().await();
    volumes.report("folder, last byte written to acknowledged", written, run.feed().acknowledged());
    parts(run.feed());
  }

  private void parts(TimedFeed feed) {
    volumes.report("  of it last byte seen to volume", feed.received(), feed.told());
    volumes.report("  of it volume to spool", feed.told(), feed.kept());
    volumes.report("  of it spool to acknowledged", feed.kept(), feed.acknowledged());
  }
}
