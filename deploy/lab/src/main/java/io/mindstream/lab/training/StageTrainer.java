package io.mindstream.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.mindstream.lab.training.TrainableNetwork.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/**
 * Runs the steps of one stage. A stage that was interrupted goes on from its last checkpoint and
 * ends with the same weights as one that was not: every step draws from a generator of its own.
 */
final class StageTrainer {

  private static final int CHECKPOINT_EVERY = 100;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  /** Leaves the weights alone. */
  static final Care NO_CARE = (done, state, random) -> {};

  private final TrainingStage stage;
  private final StagePlan plan;
  private final long seed;
  private final Path checkpoint;

  /** Something done now and then to the weights between two steps. */
  @FunctionalInterface
  interface Care {
    void after(int done, StageState state, SplittableRandom random);
  }

  /**
   * A trainer of one stage.
   *
   * @param checkpoint the stage's file; read if it is there
   */
  StageTrainer(TrainingStage stage, StagePlan plan, long seed, Path checkpoint) {
    this.stage = stage;
    this.plan = plan;
    this.seed = seed;
    this.checkpoint = checkpoint;
  }

  /**
   * Trains to the plan's end, and leaves the averaged weights in {@code weights}.
   *
   * @return loss of each step
   * @throws CancellationException where the listener called it off; the checkpoint is written
   */
  float[] train(
      TrainableNetwork network,
      NamedTensors weights,
      BatchSource batches,
      Care care,
      StageListener listener)
      throws IOException {
    try (NDManager manager = network.newScope()) {
      List<String> names = network.parameters();
      StageState state = state(manager, weights.flat(names));
      network.store(state.values());
      listener.begin(stage, state.step(), plan.steps());
      NDArray decayed = manager.create(decayed(weights, names));
      try {
        run(network, state, decayed, batches, care, listener);
      } catch (CancellationException e) {
        state.save(checkpoint);
        throw e;
      }
      listener.end();
      weights.setFlat(names, state.averageWeights());
      return state.losses();
    }
  }

  private void run(
      TrainableNetwork network,
      StageState state,
      NDArray decayed,
      BatchSource batches,
      Care care,
      StageListener listener)
      throws IOException {
    while (state.step() < plan.steps()) {
      listener.check();
      step(network, state, decayed, batches, listener);
      care.after(state.step(), state, random(-state.step()));
      if (state.step() % CHECKPOINT_EVERY == 0 || state.step() == plan.steps()) {
        state.save(checkpoint);
      }
    }
  }

  private void step(
      TrainableNetwork network,
      StageState state,
      NDArray decayed,
      BatchSource batches,
      StageListener listener) {
    try (NDManager scope = network.newScope()) {
      NDList arguments = state.arrays();
      arguments.add(decayed);
      arguments.add(scope.create(plan.rates(state.step())));
      arguments.addAll(batches.batch(scope, random(state.step())));
      StepResult result = network.step(arguments);
      if (!Float.isFinite(result.loss())) {
        throw new TrainingException(
            "the loss is no longer a number at step %d; try another seed".formatted(state.step()));
      }
      state.record(result.loss());
      listener.step(state.step(), result.loss(), result.gradientNorm());
    }
  }

  private StageState state(NDManager manager, float[] initial) throws IOException {
    if (!Files.exists(checkpoint)) {
      return StageState.fresh(manager, initial, plan.steps());
    }
    StageState state = StageState.load(manager, checkpoint, plan.steps());
    if (state.values().size() != initial.length) {
      throw new TrainingException(
          """
          %s holds %d numbers, the stage now has %d: it was made with other sizes or by an earlier \
          version; train the stage anew with --stage %s"""
              .formatted(checkpoint, state.values().size(), initial.length, stage.label()));
    }
    return state;
  }

  private SplittableRandom random(int step) {
    return new SplittableRandom(seed ^ (step * STEP));
  }

  /** 1 for each number of a tensor with more than one axis that is no embedding, else 0. */
  private static float[] decayed(NamedTensors weights, List<String> names) {
    NamedTensors marks = new NamedTensors();
    for (String name : names) {
      float[] mark = new float[weights.values(name).length];
      if (weights.spec(name).shape().length > 1 && name.endsWith(".weight")) {
        java.util.Arrays.fill(mark, name.endsWith(".embedding.weight") ? 0 : 1);
      }
      marks.put(name, mark, mark.length);
    }
    return marks.flat(names);
  }
}
