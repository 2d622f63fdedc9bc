package io.mindstream.imaging.dicom.series;

import io.mindstream.imaging.nifti.VolumeData;
import io.mindstream.schemas.avro.Geometry;
import io.mindstream.schemas.fmri.StoredVoxels;
import io.mindstream.schemas.fmri.VolumeShape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A volume that has all its slices. Its voxels are read when {@link #data} is called: until then it
 * holds on to its objects' bytes, or the files must stay where they are.
 */
public final class WholeVolume {

  private final int series;
  private final int index;
  private final SeriesFacts facts;
  private final SliceGrid grid;
  private final List<SliceFrame> slices;
  private final Optional<Instant> acquiredAt;
  private final Optional<StatedTiming> stated;

  WholeVolume(
      int series,
      int index,
      SeriesFacts facts,
      SliceGrid grid,
      List<SliceFrame> slices,
      Optional<Instant> acquiredAt,
      Optional<StatedTiming> stated) {
    this.series = series;
    this.index = index;
    this.facts = facts;
    this.grid = grid;
    this.slices = List.copyOf(slices);
    this.acquiredAt = acquiredAt;
    this.stated = stated;
  }

  /** Which series of its assembler, origin 0. */
  public int series() {
    return series;
  }

  /** Position in its series by the scanner's own count, origin 0; a lost volume leaves a hole. */
  public int index() {
    return index;
  }

  /** What is told of its series. */
  public SeriesFacts facts() {
    return facts;
  }

  /** When its acquisition began, to the microsecond where the scanner tells it. */
  public Optional<Instant> acquiredAt() {
    return acquiredAt;
  }

  /** Its grid. */
  public VolumeShape shape() {
    return new VolumeShape(grid.columns(), grid.rows(), slices.size());
  }

  /** Grid and place: x along DICOM's rows, y against DICOM's columns, z along the slices. */
  public Geometry geometry() {
    return VolumePlacement.geometry(grid, slices, facts.sliceSpacing());
  }

  /** How its voxels are stored. */
  public StoredVoxels.Type type() {
    return VolumeVoxels.type(slices);
  }

  /**
   * The voxels, read and decoded now.
   *
   * @throws io.mindstream.imaging.dicom.DicomException where the pixels of an object are damaged
   */
  public VolumeData data() {
    return VolumeVoxels.read(grid, slices);
  }

  /** True where its stored voxels have the type and the scaling of another volume's. */
  public boolean scaledLike(VolumeData other) {
    SliceFrame first = slices.get(0);
    boolean same = first.slope() == other.slope() && first.intercept() == other.intercept();
    return type() == other.type() && (same || type() == StoredVoxels.Type.FLOAT32);
  }

  /**
   * True where another volume lies beside this one: no slice of it is between this one's. Parts of
   * one volume lie so, and no two volumes of a run.
   */
  public boolean beside(WholeVolume other) {
    return slices.size() > 1 && (lowest() > other.highest() || other.lowest() > highest());
  }

  private double lowest() {
    return places().min().orElse(0);
  }

  private double highest() {
    return places().max().orElse(0);
  }

  private DoubleStream places() {
    return slices.stream().mapToDouble(slice -> slice.position().dot(grid.normal()));
  }

  List<SliceFrame> slices() {
    return slices;
  }

  Optional<StatedTiming> stated() {
    return stated;
  }
}
