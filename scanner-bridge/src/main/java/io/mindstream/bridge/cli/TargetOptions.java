package io.mindstream.bridge.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mindstream.bridge.kafka.RoiPublication;
import io.mindstream.bridge.service.BridgeService;
import io.mindstream.bridge.service.PlaybackOptions;
import io.mindstream.bridge.source.Speed;
import io.mindstream.bridge.spool.SpoolSettings;
import io.mindstream.imaging.roi.RegionFile;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.topic.Topics;
import io.mindstream.service.cli.ConnectionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where any source is played to. */
final class TargetOptions {

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--model",
      paramLabel = "ID",
      description =
          "The model to ask the decoder for, by its id (default: its own); with replay --run also a"
              + " bundle's folder.")
  private @Nullable String model;

  @Option(
      names = "--roi",
      paramLabel = "ID|BUNDLE",
      description =
          "The region to decode, by the id that mindstream roi publish gave it, or by the folder of"
              + " the model that was trained on it (default: the source's own, by mask or"
              + " threshold).")
  private @Nullable String roi;

  /** A bridge with the spool for live feeds. */
  BridgeService bridge(SpoolSettings spool) {
    return new BridgeService(
        connection.kafka(),
        connection.registry(),
        Topics.standard(),
        new SimpleMeterRegistry(),
        spool);
  }

  /** Kafka and the registry. */
  ConnectionOptions connection() {
    return connection;
  }

  Optional<String> model() {
    return Optional.ofNullable(model);
  }

  /**
   * The id of the region to decode; that of a bundle is published first.
   *
   * @throws io.mindstream.imaging.roi.RoiException where the bundle says none
   */
  Optional<String> roi(FeedPlayer player) {
    Optional<Path> bundle = Optional.ofNullable(roi).map(Path::of).filter(Files::isDirectory);
    return bundle.isEmpty()
        ? Optional.ofNullable(roi)
        : Optional.of(publish(RegionFile.read(bundle.get()), player));
  }

  /** How a live feed is played; publishes as {@link #roi} does. */
  PlaybackOptions live(FeedPlayer player) {
    return new PlaybackOptions(Speed.REAL_TIME, Optional.empty(), model(), roi(player));
  }

  private String publish(RoiMask region, FeedPlayer player) {
    new RoiPublication(connection.kafka(), connection.registry(), Topics.standard())
        .publish(region, player::note);
    player.note("published the model's region " + region.getRoiId());
    return region.getRoiId();
  }
}
