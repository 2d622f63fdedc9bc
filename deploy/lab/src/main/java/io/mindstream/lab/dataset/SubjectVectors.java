package io.mindstream.lab.dataset;

import io.mindstream.decoder.array.DoubleArray;

/**
 * One subject's trials.
 *
 * @param train training trials, one row a trial
 * @param test test images, one row an image
 */
record SubjectVectors(DoubleArray train, DoubleArray test) {

  DoubleArray of(DatasetSplit split) {
    return split == DatasetSplit.TRAIN ? train : test;
  }
}
