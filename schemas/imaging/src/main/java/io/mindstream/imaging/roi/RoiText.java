package io.mindstream.imaging.roi;

import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.avro.RoiMask;
import java.util.Locale;
import java.util.stream.Collectors;

/** A region of interest in a line. */
public final class RoiText {

  private RoiText() {}

  /** Its voxels and grid, what it was put together from, its checksum's beginning. */
  public static String of(RoiMask roi) {
    Geometry grid = roi.getGeometry();
    String parts =
        roi.getParts().stream()
            .map(part -> part.getName() + " " + part.getVoxels())
            .collect(Collectors.joining(", ", " (", ")"));
    return String.format(
        Locale.ROOT,
        "%d voxels of %dx%dx%d%s%s%s",
        roi.getIndices().size(),
        grid.getNx(),
        grid.getNy(),
        grid.getNz(),
        roi.getParts().isEmpty() ? "" : parts,
        roi.getChecksum().map(", checksum %.12s"::formatted).orElse(""),
        roi.getReference().isPresent() ? ", with its reference image" : "");
  }
}
