package io.mindstream.preprocess.signal;

/** What is done with a volume that is flagged as a spike. */
public enum Spikes {
  /** It counts as any other. */
  KEEP,
  /** It counts as missing. */
  CENSOR,
  /** Its values are clipped to mean plus or minus 4 standard deviations of the volumes before. */
  LIMIT
}
