package io.mindstream.imaging.roi;

import io.mindstream.schemas.fmri.VolumeShape;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Voxels of a text file: one linear index a line, origin 0; empty lines and # are passed over. */
final class IndexList {

  private IndexList() {}

  /**
   * Reads one.
   *
   * @param grid that the indices count: x + nx * (y + ny * z)
   * @throws RoiException where a line is no index of the grid, or the file cannot be read
   */
  static List<Integer> read(Path file, VolumeShape grid) {
    List<Integer> indices = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        indices.add(index(text, grid, file + ":" + number));
      }
    }
    if (indices.isEmpty()) {
      throw new RoiException(file + ": has no index; write one voxel's index a line");
    }
    return indices;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      throw new RoiException(file + ": is no text; write one voxel's index a line");
    } catch (IOException e) {
      throw new RoiException(file + ": cannot be read (" + e.getMessage() + "); check the path");
    }
  }

  private static int index(String text, VolumeShape grid, String where) {
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) < grid.voxels()) {
      return Integer.parseInt(text);
    }
    throw new RoiException(
        "%s: '%s' is no index of the %d voxels of %s; write x + nx * (y + ny * z), from 0"
            .formatted(where, text, grid.voxels(), grid));
  }
}
