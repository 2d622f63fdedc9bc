package io.mindstream.lab.dataset;

/** Which trials of a data set. */
public enum DatasetSplit {
  /** Trials to train on. */
  TRAIN,
  /** Trials to decode: one row an image, averaged over its repetitions. */
  TEST
}
