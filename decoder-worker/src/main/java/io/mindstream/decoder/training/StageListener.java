package io.mindstream.decoder.training;

import io.mindstream.decoder.network.TrainingStage;

/** Hears how training goes. */
public interface StageListener {

  /** A stage begins, or goes on after {@code done} of its steps. */
  void begin(TrainingStage stage, int done, int steps);

  /** A step is done; {@code done} counts from 1. */
  void step(int done, float loss, float gradientNorm);

  /** The stage is at its end. */
  void end();
}
