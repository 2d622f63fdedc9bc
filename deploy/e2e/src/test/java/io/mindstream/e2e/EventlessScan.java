package io.mindstream.e2e;

import io.mindstream.bridge.source.FeedMessage;
import io.mindstream.bridge.source.FeedRun;
import io.mindstream.bridge.source.SimulatedScanner;
import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.avro.RunState;
import io.mindstream.schemas.avro.ScanQuality;
import io.mindstream.schemas.avro.VolumeQuality;
import io.mindstream.schemas.avro.VoxelType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A simulated scanner's volumes, half a second each, without the events of its own. */
final class EventlessScan implements AutoCloseable {

  private static final double TR = 0.5;
  private static final long LIMIT_SECONDS = 60;

  private final LivePipeline live;
  private final String run;
  private final SimulatedScanner scanner;
  private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private int volumes;

  /** Announces the run. */
  EventlessScan(LivePipeline live, String run) {
    this.live = live;
    this.run = run;
    this.scanner = new SimulatedScanner(LivePipeline.simulation().withRepetitionTime(TR));
    live.send(live.pipeline().topics().rois(), scanner.roi().getRoiId(), scanner.roi());
    live.send(live.pipeline().topics().runs(), run, header(RunState.STARTED));
  }

  /** Scans until a program ends; true where it did. */
  boolean whileAlive(Process program) throws InterruptedException {
    try (FeedRun.Messages messages = scanner.runs().get(0).open()) {
      while (program.isAlive() && messages.hasNext()) {
        FeedMessage message = messages.next();
        if (message instanceof FeedMessage.Volume volume
            && !program.waitFor(millisUntil(at(volume.index() + 1)), TimeUnit.MILLISECONDS)) {
          live.send(live.pipeline().topics().volumes(), run, volume(volume));
          volumes++;
        }
      }
    }
    return program.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  /** Tells, as the stream would, that the head moved before a volume, by so many millimetres. */
  void move(double millimetres) {
    VolumeQuality volume =
        VolumeQuality.newBuilder()
            .setIndex(100)
            .setAcquiredAt(startedAt)
            .setReceivedAt(startedAt)
            .setMotion(List.of(0.0, millimetres, 0.0, 0.0, 0.0, 0.0))
            .setFramewiseDisplacement(millimetres)
            .setFlags(List.of("MOTION"))
            .build();
    live.send(
        live.pipeline().topics().quality(),
        run,
        ScanQuality.newBuilder().setRunId(run).setStartedAt(startedAt).setVolume(volume).build());
  }

  @Override
  public void close() {
    live.send(live.pipeline().topics().runs(), run, header(RunState.ENDED));
  }

  private Instant at(int volume) {
    return startedAt.plusMillis((long) (volume * TR * 1000));
  }

  private static long millisUntil(Instant at) {
    return Math.max(0, Duration.between(Instant.now(), at).toMillis());
  }

  private RunHeader header(RunState state) {
    return RunHeader.newBuilder()
        .setRunId(run)
        .setState(state)
        .setRepetitionTimeSeconds(TR)
        .setGeometry(geometry())
        .setRoiId(scanner.roi().getRoiId())
        .setPublishedVolumes(state == RunState.ENDED ? volumes : null)
        .setSource("test")
        .setSimulated(true)
        .setStartedAt(startedAt)
        .build();
  }

  private Geometry geometry() {
    return scanner.runs().get(0).description().geometry();
  }

  private BoldVolume volume(FeedMessage.Volume volume) {
    return BoldVolume.newBuilder()
        .setRunId(run)
        .setIndex(volume.index())
        .setAcquiredAt(at(volume.index()))
        .setReceivedAt(Instant.now())
        .setNx(geometry().getNx())
        .setNy(geometry().getNy())
        .setNz(geometry().getNz())
        .setType(VoxelType.valueOf(volume.data().type().name()))
        .setSlope(volume.data().slope())
        .setIntercept(volume.data().intercept())
        .setVoxels(volume.data().bytes().duplicate())
        .build();
  }
}
