package io.mindstream.lab.dataset;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FmriPreprocessing;
import io.mindstream.decoder.array.NpyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Human Connectome Project time series, which MinD-Vis pre-trains on: for each subject a folder
 * with {@code HCP_visual_voxel.npz}, arrays V1 to V4 of (frames, voxels), or one {@code .npy} of
 * (frames, voxels).
 *
 * @param source folder of subjects, or the file
 */
public record HcpDataset(Path source) implements FmriDataset {

  /** 8 s windows at 0.75 s a frame. */
  private static final int FRAMES_OF_WINDOW = 10;

  private static final String FILE = "HCP_visual_voxel.npz";
  private static final List<String> AREAS = List.of("V1", "V2", "V3", "V4");
  private static final String SERIES = "hcp_raw.npy";

  /** Windows of frames, averaged. There are no test trials. */
  @Override
  public DoubleArray raw(String subject, DatasetSplit split) {
    if (split == DatasetSplit.TEST) {
      throw new DatasetException("HCP has no test trials; give --split train");
    }
    return windows(series(subject));
  }

  @Override
  public DoubleArray preprocessed(String subject, DatasetSplit split, int patchSize) {
    return FmriPreprocessing.padAndNormalise(raw(subject, split), patchSize);
  }

  /**
   * Cuts a time series of F frames into F / 10 nearly equal parts, of which the first F mod (F /
   * 10) have one frame more, and averages each.
   *
   * @throws DatasetException where there are fewer than 10 frames
   */
  static DoubleArray windows(DoubleArray series) {
    int windows = series.rows() / FRAMES_OF_WINDOW;
    if (windows == 0) {
      throw new DatasetException(
          "a time series of " + series.rows() + " frames is too short; 10 make a window");
    }
    int length = series.rows() / windows;
    int longer = series.rows() % windows;
    List<double[]> means = new ArrayList<>();
    int from = 0;
    for (int window = 0; window < windows; window++) {
      int to = from + length + (window < longer ? 1 : 0);
      means.add(series.meanOfRows(from, to));
      from = to;
    }
    return DoubleArray.ofRows(means, series.columns());
  }

  private DoubleArray series(String subject) {
    Path file = file(subject);
    if (file.toString().endsWith(".npy")) {
      return NpyFile.read(file).matrix(file.toString());
    }
    Map<String, DoubleArray> areas = new LinkedHashMap<>();
    try (NpzFile npz = NpzFile.open(file)) {
      AREAS.forEach(area -> areas.put(area, npz.read(area).matrix(file + ":" + area)));
    }
    return DatasetFiles.besideEachOther(file.toString(), "frames", areas);
  }

  private Path file(String subject) {
    if (Files.isRegularFile(source)) {
      return source;
    }
    return files().stream()
        .filter(file -> subject(file).equals(subject))
        .findFirst()
        .orElseThrow(
            () ->
                new DatasetException(
                    source + " has no " + FILE + " of " + subject + "; it has " + subjects()));
  }

  private List<Path> files() {
    List<Path> packed = DatasetFiles.all(source, FILE);
    return packed.isEmpty() ? DatasetFiles.all(source, SERIES) : packed;
  }

  private static String subject(Path file) {
    return DatasetFiles.name(file.toAbsolutePath().getParent());
  }

  @Override
  public List<String> subjects() {
    return Files.isRegularFile(source)
        ? List.of(DatasetFiles.name(source))
        : files().stream().map(HcpDataset::subject).toList();
  }
}
