package io.mindstream.imaging.dicom.series;

/** What a {@link VolumeAssembler} has to tell. Texts hold nothing that identifies a person. */
public sealed interface AssemblyEvent {

  /**
   * The first slice of a series came.
   *
   * @param series told apart from others of the same assembler, from 0 in order of coming
   */
  record SeriesFound(int series, SeriesFacts facts) implements AssemblyEvent {}

  /** A volume is whole. */
  record VolumeWhole(WholeVolume volume) implements AssemblyEvent {}

  /**
   * A volume will not be whole: it is never told as {@link VolumeWhole}.
   *
   * @param index as in {@link WholeVolume#index}
   * @param slices that came
   * @param reason what lacks, for people
   */
  record VolumeGap(int series, int index, int slices, String reason) implements AssemblyEvent {}

  /**
   * An object was left out.
   *
   * @param object its name
   * @param reason ends a sentence that begins with the name
   */
  record ObjectIgnored(String object, String series, String reason) implements AssemblyEvent {}
}
