package io.mindstream.preprocess.intake;

/** Takes the encoded records that the stream sends. */
public interface StreamSinks {

  /**
   * A voxel vector.
   *
   * @param timestamp the record's, ms
   */
  void vector(String key, byte[] value, long timestamp);

  /**
   * What is measured of a volume, or of a run.
   *
   * @param timestamp the record's, ms
   */
  void quality(String key, byte[] value, long timestamp);

  /**
   * A dead letter.
   *
   * @param timestamp the record's, ms
   */
  void deadLetter(String key, byte[] value, long timestamp);
}
