package io.mindstream.lab.cli;

import io.mindstream.decoder.array.NpyFile;
import io.mindstream.lab.examples.RecordedVector;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes vectors as NumPy file, and a table of their trials beside it. */
final class VectorFiles {

  private static final String COLUMNS =
      "run\ttrial_index\tonset\tduration\ttrial_type\tfirst_volume\tlast_volume\tvolumes_used\n";

  private VectorFiles() {}

  /**
   * Writes both; row n of the array is row n of the table.
   *
   * @param npy the array: (trials, voxels), float32
   * @param vectors at least one, all of one length
   * @return the table: onset and duration in seconds, volumes with origin 0, both inclusive
   * @throws IOException where a file cannot be written
   */
  static Path write(Path npy, List<RecordedVector> vectors) throws IOException {
    int voxels = vectors.get(0).values().length;
    float[] all = new float[Math.multiplyExact(vectors.size(), voxels)];
    for (int row = 0; row < vectors.size(); row++) {
      System.arraycopy(vectors.get(row).values(), 0, all, row * voxels, voxels);
    }
    NpyFile.write(npy, all, vectors.size(), voxels);
    Path table =
        npy.resolveSibling(String.valueOf(npy.getFileName()).replaceFirst("\\.npy$", "") + ".tsv");
    try (Writer out = Files.newBufferedWriter(table, StandardCharsets.UTF_8)) {
      out.write(COLUMNS);
      for (RecordedVector vector : vectors) {
        out.write(line(vector));
      }
    }
    return table;
  }

  private static String line(RecordedVector vector) {
    return String.format(
        Locale.ROOT,
        "%s\t%d\t%s\t%s\t%s\t%d\t%d\t%d\n",
        vector.run(),
        vector.event().trialIndex(),
        vector.event().onsetSeconds(),
        vector.event().durationSeconds(),
        vector.event().trialType(),
        vector.window().first(),
        vector.window().last(),
        vector.volumesUsed());
  }
}
