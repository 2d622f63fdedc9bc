package io.mindstream.imaging.dicom.series;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an object gives to its series.
 *
 * @param key its series
 * @param instance SOP instance UID: the same one twice counts once
 * @param facts of the series
 * @param grid of its slices
 * @param frames its slices
 * @param slices how many a volume has, where the object tells
 * @param timing slice times that a header states without measuring them
 */
record ImageFacts(
    SeriesKey key,
    String instance,
    SeriesFacts facts,
    SliceGrid grid,
    List<SliceFrame> frames,
    OptionalInt slices,
    Optional<StatedTiming> timing) {

  /** The same of an echo that its object does not number, origin 1. */
  ImageFacts asEcho(int echo) {
    return new ImageFacts(key, instance, facts.asEcho(echo), grid, frames, slices, timing);
  }

  /** What holds for the whole series: nothing of it holds on to the object. */
  ImageFacts withoutFrames() {
    return new ImageFacts(key, instance, facts, grid, List.of(), slices, timing);
  }
}
