package io.mindstream.imaging.dicom.series;

/** Slice times that follow from a protocol, for scanners that measure none. */
@FunctionalInterface
interface StatedTiming {

  /**
   * Times in the order in which the scanner numbers its slices.
   *
   * @param slices of a volume
   * @param repetitionTimeSeconds TR
   * @return seconds from the volume's start, one a slice; none where they do not follow
   */
  double[] seconds(int slices, double repetitionTimeSeconds);
}
