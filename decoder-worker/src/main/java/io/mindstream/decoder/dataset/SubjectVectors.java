package io.mindstream.decoder.dataset;

/**
 * One subject's trials.
 *
 * @param train training trials, one row a trial
 * @param test test images, one row an image
 */
record SubjectVectors(Matrix train, Matrix test) {

  Matrix of(Split split) {
    return split == Split.TRAIN ? train : test;
  }
}
