package io.mindstream.sink.dashboard;

import io.mindstream.schemas.avro.BoldVolume;
import io.mindstream.schemas.avro.RoiMask;
import io.mindstream.schemas.avro.RunHeader;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.sink.api.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The trace of each of the newest runs, volume by volume. May be used by several threads. */
public final class SignalBoard {

  private static final int RUNS = 8;
  private static final int VOLUMES = 3000;
  private static final int MASKS = 8;
  private static final double NANOS_PER_MILLI = 1e6;

  private final RunBoard runs;
  private final Touched touched;
  private final Map<String, Mask> masks = new LinkedHashMap<>();
  private final Map<String, TreeMap<Integer, Point>> traces = new LinkedHashMap<>();

  SignalBoard(RunBoard runs, Touched touched) {
    this.runs = runs;
    this.touched = touched;
  }

  synchronized void roi(RoiMask mask) {
    masks.remove(mask.getRoiId());
    masks.put(mask.getRoiId(), Mask.of(mask));
    forgetOldest(masks, MASKS);
  }

  /** A header came: of a run that is played again the trace begins anew. */
  synchronized void run(RunHeader header) {
    TreeMap<Integer, Point> trace = traces.get(header.getRunId());
    if (trace != null) {
      trace.values().removeIf(point -> point.acquiredAt().isBefore(header.getStartedAt()));
    }
  }

  synchronized void volume(BoldVolume volume) {
    String run = volume.getRunId();
    Optional<RunHeader> header = runs.header(run);
    if (header.isEmpty()) {
      return;
    }
    TreeMap<Integer, Point> trace = traces.computeIfAbsent(run, any -> new TreeMap<>());
    Signal point =
        new Signal(
            run,
            volume.getIndex(),
            volume.getReceivedAt(),
            mean(volume, header.get()),
            jitter(volume, trace.lowerEntry(volume.getIndex())));
    trace.put(volume.getIndex(), new Point(point, volume.getAcquiredAt()));
    if (trace.size() > VOLUMES) {
      trace.pollFirstEntry();
    }
    forgetOldest(traces, RUNS);
    touched.now(new Thing.OfVolume(run, volume.getIndex()));
  }

  /** One point of a run's trace. */
  public synchronized Optional<Signal> point(String run, int volume) {
    return Optional.ofNullable(traces.get(run)).map(trace -> trace.get(volume)).map(Point::signal);
  }

  /** A run's trace behind a volume, in order. */
  public synchronized List<Signal> after(String run, int volume) {
    return Optional.ofNullable(traces.get(run))
        .map(trace -> trace.tailMap(volume, false).values().stream().map(Point::signal).toList())
        .orElse(List.of());
  }

  private @Nullable Double mean(BoldVolume volume, RunHeader header) {
    @Nullable Mask mask = masks.get(header.getRoiId());
    VolumeShape shape = new VolumeShape(volume.getNx(), volume.getNy(), volume.getNz());
    if (mask == null || !mask.fits(shape)) {
      return null;
    }
    StoredVoxels voxels =
        new StoredVoxels(
            shape,
            StoredVoxels.Type.valueOf(volume.getType().name()),
            volume.getSlope(),
            volume.getIntercept(),
            volume.getVoxels());
    return Arrays.stream(mask.indices()).mapToDouble(voxels::value).average().orElseThrow();
  }

  /**
   * Against the times of acquisition, which are a TR apart, or less where a run is replayed fast.
   */
  private static @Nullable Double jitter(
      BoldVolume volume, Map.@Nullable Entry<Integer, Point> before) {
    if (before == null) {
      return null;
    }
    Point last = before.getValue();
    Duration received = Duration.between(last.signal().at(), volume.getReceivedAt());
    Duration acquired = Duration.between(last.acquiredAt(), volume.getAcquiredAt());
    return received.minus(acquired).toNanos() / NANOS_PER_MILLI;
  }

  private static void forgetOldest(Map<String, ?> map, int kept) {
    if (map.size() > kept) {
      map.remove(map.keySet().iterator().next());
    }
  }

  private record Point(Signal signal, Instant acquiredAt) {}

  /** Linear voxel indices, at least one. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Mask(int[] indices, int lowest, int highest) {

    static Mask of(RoiMask mask) {
      int[] indices = mask.getIndices().stream().mapToInt(Integer::intValue).toArray();
      IntSummaryStatistics range = Arrays.stream(indices).summaryStatistics();
      return new Mask(indices, range.getMin(), range.getMax());
    }

    boolean fits(VolumeShape shape) {
      return indices.length > 0 && lowest >= 0 && highest < shape.voxels();
    }
  }
}
