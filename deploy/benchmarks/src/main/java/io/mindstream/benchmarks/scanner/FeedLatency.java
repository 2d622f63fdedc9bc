package io.mindstream.benchmarks.scanner;

import io.mindstream.benchmarks.Quantiles;
import io.mindstream.benchmarks.scanner.FeedPipeline.Played;
import io.mindstream.bridge.dimse.StoreSender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From a mosaic's last byte to the acknowledgement of its record, at a steady rate. */
final class FeedLatency {

  private static final int WARM_UP_SECONDS = 10;

  private final FeedPipeline pipeline;
  private final Mosaic mosaic;
  private final double rate;
  private final int warmUp;
  private final int volumes;

  FeedLatency(FeedPipeline pipeline, Mosaic mosaic, double rate, int seconds) {
    this.pipeline = pipeline;
    this.mosaic = mosaic;
    this.rate = rate;
    this.warmUp = (int) Math.round(WARM_UP_SECONDS * rate);
    this.volumes = (int) Math.round(seconds * rate);
  }

  /** By C-STORE, on one association. */
  void byStore() throws IOException, InterruptedException {
    Played run = pipeline.listen(warmUp + volumes, 1 / rate);
    List<Instant> asked = new ArrayList<>();
    try (StoreSender sender = Sending.open(run)) {
      pace(
          (volume, seconds) -> {
            byte[] object = mosaic.dataSet(volume, seconds);
            asked.add(Instant.now());
            Sending.store(sender, volume, object);
          });
    }
    run.finish();
    TimedFeed feed = run.feed();
    report("C-STORE, first byte sent to acknowledged", asked, feed.acknowledged());
    report("C-STORE, last byte there to acknowledged", feed.received(), feed.acknowledged());
    parts(feed);
  }

  /** Written into a folder. */
  void byFolder(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Played run = pipeline.watch(folder, warmUp + volumes, 1 / rate);
    List<Instant> written = new ArrayList<>();
    pace(
        (volume, seconds) -> {
          Path file = folder.resolve("%06d.dcm".formatted(volume));
          Files.write(file, mosaic.file(volume, seconds));
          written.add(Instant.now());
        });
    run.playback().await();
    report("folder, last byte written to acknowledged", written, run.feed().acknowledged());
    parts(run.feed());
  }

  private void parts(TimedFeed feed) {
    report("  of it last byte seen to volume", feed.received(), feed.told());
    report("  of it volume to spool", feed.told(), feed.kept());
    report("  of it spool to acknowledged", feed.kept(), feed.acknowledged());
  }

  @FunctionalInterface
  private interface Volume {
    void send(int volume, double seconds) throws IOException;
  }

  private void pace(Volume each) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    for (int volume = 0; volume < warmUp + volumes; volume++) {
      double seconds = volume / rate;
      long due = begun + Math.round(1e9 * seconds);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      each.send(volume, seconds);
    }
  }

  private void report(String what, List<Instant> from, List<Instant> to) {
    if (to.size() != warmUp + volumes || from.size() != to.size()) {
      throw new IllegalStateException(
          "%s: %d of %d volumes came".formatted(what, to.size(), from.size()));
    }
    List<Double> millis = new ArrayList<>();
    for (int i = warmUp; i < to.size(); i++) {
      millis.add(Duration.between(from.get(i), to.get(i)).toNanos() / 1e6);
    }
    Quantiles times = Quantiles.of(millis);
    System.out.printf(
        "%s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms, %d volumes at %.0f a second%n",
        what, times.at(0.5), times.at(0.99), times.at(1), volumes, rate);
  }
}
