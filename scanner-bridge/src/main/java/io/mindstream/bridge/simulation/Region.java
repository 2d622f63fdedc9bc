package io.mindstream.bridge.simulation;

/**
 * The visual regions of the simulated subject, in the order of the ROI's voxels. Each sees the
 * picture in its own way.
 */
public enum Region {
  /** Oriented fine edges, small receptive fields: Gabor energy, 6 px of 64, on an 8 x 8 grid. */
  V1(0.25),
  /** Oriented coarse edges: Gabor energy, 12 px of 64, on an 8 x 8 grid. */
  V2(0.12),
  /** Colour: luminance, red-green, blue-yellow on a 6 x 6 grid. */
  V4(0.22),
  /** Shape: where the figure is, on an 8 x 8 grid. */
  LO(0.20),
  /**
   * Category and the figure's hue, wherever it is (ventral temporal cortex: FFA, PPA and so on).
   */
  VT(0.14),
  /** Place, size and tilt of the figure (intraparietal sulcus). */
  IPS(0.07);

  private final double share;

  Region(double share) {
    this.share = share;
  }

  /** Which share of the visual voxels belongs to the region. */
  double share() {
    return share;
  }
}
