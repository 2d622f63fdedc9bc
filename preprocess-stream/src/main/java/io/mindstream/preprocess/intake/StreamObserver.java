package io.mindstream.preprocess.intake;

import io.mindstream.schemas.failure.FailureCode;

/** Is told what the stream does, for metrics and health. Called on the stream's threads. */
public interface StreamObserver {

  /** A voxel vector was sent. */
  void vectorEmitted();

  /** A record was given up. */
  void deadLetter(FailureCode code);

  /** A record was given up, and no dead letter of it could be written. */
  void letterLost(FailureCode code);

  /** A record was processed, well or badly. */
  void recordProcessed();

  /** Does nothing. */
  StreamObserver NONE =
      new StreamObserver() {
        @Override
        public void vectorEmitted() {}

        @Override
        public void deadLetter(FailureCode code) {}

        @Override
        public void letterLost(FailureCode code) {}

        @Override
        public void recordProcessed() {}
      };
}
