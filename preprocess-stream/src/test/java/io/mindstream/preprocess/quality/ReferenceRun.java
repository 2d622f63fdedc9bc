package io.mindstream.preprocess.quality;

import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import io.mindstream.testing.SharedData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A recorded run with motion made up, and its quality as NumPy computes it (quality.py). */
final class ReferenceRun {

  static final double TR = 0.8; // a multiband run's, so that breathing can be taken out
  static final VolumeShape SHAPE = new VolumeShape(40, 20, 1);

  private static final int REFUSED = 20;
  private static final String RUN = "data/haxby/sub-1_task-objectviewing_run-01_";
  private static final Instant START = Instant.ofEpochSecond(1_000_000);

  private final Path folder;
  private final ByteBuffer volumes;
  private final ByteBuffer motion;
  private final ByteBuffer trials;
  private final int[] roi;
  private final int[] outside;
  private final GhostRatio ghosts;

  private ReferenceRun(Path folder) throws IOException {
    this.folder = folder;
    this.volumes = bytes("volumes.i16");
    this.motion = bytes("motion.f64");
    this.trials = bytes("trial.i32");
    this.roi = indices("roi.i32");
    this.outside = indices("outside.i32");
    this.ghosts = GhostRatio.chosenIn(volume(0), SHAPE, ClipLevel.of(volume(0)));
  }

  /** Computes it into a folder; where Python, NumPy or the recording lacks the test is skipped. */
  static ReferenceRun computedInto(Path folder) throws Exception {
    Path bold = SharedData.of(RUN + "bold.nii.gz");
    Path events = SharedData.of(RUN + "events.tsv");
    Path script = Path.of(ReferenceRun.class.getResource("/quality/quality.py").toURI());
    String python =
        List.of("/usr/bin/python3", "python3").stream()
            .filter(command -> run(command, "-c", "import numpy"))
            .findFirst()
            .orElse("");
    SharedData.requireOrSkip(
        !python.isEmpty(), "python3 with numpy not found (Debian: apt install python3-numpy)");
    if (!run(python, script + "", bold + "", events + "", TR + "", folder + "")) {
      throw new IllegalStateException("quality.py failed, see above");
    }
    return new ReferenceRun(folder);
  }

  /** Volumes in order, without those that are missing; the refused one without values. */
  List<QualityRow> rows() {
    return IntStream.range(0, volumes.capacity() / (2 * SHAPE.voxels()))
        .filter(index -> index < 9 || index > 11)
        .mapToObj(this::row)
        .toList();
  }

  private QualityRow row(int index) {
    StoredVoxels volume = volume(index);
    boolean refused = index == REFUSED;
    double[] moved = new double[6];
    motion.slice(index * 48, 48).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(moved);
    Instant at = START.plusMillis((long) (1000 * TR * index));
    return new QualityRow(
        index,
        at,
        at.plusMillis(300),
        refused ? new float[0] : volume.gather(roi),
        refused ? new float[0] : volume.gather(outside),
        moved,
        ghosts.of(volume),
        refused,
        trials.getInt(4 * index) != 0);
  }

  final StoredVoxels volume(int index) {
    int size = 2 * SHAPE.voxels();
    return new StoredVoxels(
        SHAPE, StoredVoxels.Type.INT16, 1, 0, volumes.slice(index * size, size));
  }

  int[] roi() {
    return roi.clone();
  }

  int[] outside() {
    return outside.clone();
  }

  /** What NumPy found: by volume, then by the name of the measure; NaN where it isn't known. */
  Map<Integer, Map<String, Double>> expected() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("expected.csv"));
    String[] names = lines.get(0).split(",", -1);
    Map<Integer, Map<String, Double>> all = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, Double> row = new TreeMap<>();
      IntStream.range(0, names.length)
          .forEach(i -> row.put(names[i], Double.parseDouble(cells[i])));
      all.put(row.get("index").intValue(), row);
    }
    return all;
  }

  private int[] indices(String name) throws IOException {
    ByteBuffer buffer = bytes(name);
    int[] values = new int[buffer.capacity() / 4];
    buffer.asIntBuffer().get(values);
    return values;
  }

  private ByteBuffer bytes(String name) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
