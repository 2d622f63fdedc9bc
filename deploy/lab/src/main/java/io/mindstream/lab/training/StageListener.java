package io.mindstream.lab.training;

/** Hears how training goes. */
public interface StageListener {

  /** A stage begins, or goes on after {@code done} of its steps. */
  void begin(TrainingStage stage, int done, int steps);

  /**
   * Is called before each step.
   *
   * @throws java.util.concurrent.CancellationException to end the training here, with a checkpoint
   */
  void check();

  /** A step is done; {@code done} counts from 1. */
  void step(int done, float loss, float gradientNorm);

  /** The stage is at its end. */
  void end();
}
