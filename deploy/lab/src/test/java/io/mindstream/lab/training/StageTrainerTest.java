package io.mindstream.lab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.model.StateDictShapes;
import io.mindstream.lab.training.TrainableNetwork.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTrainerTest {

  private static final int BATCH = 4;
  private static final Architecture SMALL =
      new Architecture(
          new Architecture.Encoder(4, 8, 16, 1, 2, 16, false, 4, 16),
          new Architecture.Unet(3, 3, 32, List.of(1, 1), 1, Set.of(2), 2, 1, true, 4, 4),
          new Architecture.LatentDecoder(3, 3, 16, 32, List.of(1, 1, 1), 0, Set.of(), 3));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TrainingStage.class)
  void shouldReduceTheLossOfEveryStage(TrainingStage stage) throws IOException {
    float[] losses = train(stage, weights(), 200, "a");

    assertTrue(
        mean(losses, 190, 200) < 0.9 * mean(losses, 0, 10),
        () -> "losses of " + stage + ": " + Arrays.toString(losses));
  }

  @Test
  void shouldEndWithTheSameWeightsAfterAnInterruption() throws IOException {
    NamedTensors whole = weights();
    train(TrainingStage.CONDITION, whole, 120, "whole");
    NamedTensors resumed = weights();
    interrupted(TrainingStage.CONDITION, weights(), 120, "cut");
    train(TrainingStage.CONDITION, resumed, 120, "cut");

    String name = "cond_stage_model.dim_mapper.weight";
    assertArrayEquals(whole.values(name), resumed.values(name));
  }

  @Test
  void shouldKeepTheCodesWhileTheDecodingHalfLearnsAlone() throws IOException {
    String codes = "first_stage_model.quantize.embedding.weight";
    NamedTensors weights = weights();
    float[] before = weights.values(codes).clone();
    train(TrainingStage.PICTURES, weights, 20, "a");

    assertArrayEquals(before, weights.values(codes), 1e-6f);
  }

  @Test
  void shouldTakeTheFirstStepOfAdamWWithWeightDecayAndAverage() {
    NamedTensors weights = weights();
    try (TrainableNetwork network =
            TrainableNetwork.load(TrainingStage.CONDITION, SMALL, weights, List.of());
        NDManager scope = network.newScope()) {
      float[] before = weights.flat(network.parameters());
      StageState state = StageState.fresh(scope, before, 1);
      NDList arguments = state.arrays();
      arguments.add(scope.ones(new Shape(before.length)));
      // Rate 0.1, decay 0.5; the largest norm is tiny, which AdamW's first step does not feel.
      arguments.add(scope.create(new float[] {0.1f, 0.5f, 0.9f, 0.95f, 0.1f, 0.05f, 1f, 0.75f}));
      arguments.addAll(batch(TrainingStage.CONDITION, scope, new SplittableRandom(1)));
      network.step(arguments);

      float[] after = state.values().toFloatArray();
      float[] average = state.averageWeights();
      int head = headAt(network.parameters(), weights);
      double moved = after[head] - before[head] * (1 - 0.1 * 0.5);
      assertEquals(0.1, Math.abs(moved), 1e-3);
      assertEquals(0.75 * before[head] + 0.25 * after[head], average[head], 1e-6);
    }
  }

  @Test
  void shouldClipTheGradientByItsGlobalNorm() {
    NamedTensors weights = weights();
    try (TrainableNetwork network =
            TrainableNetwork.load(TrainingStage.CONDITION, SMALL, weights, List.of());
        NDManager scope = network.newScope()) {
      StageState state = StageState.fresh(scope, weights.flat(network.parameters()), 1);
      NDList arguments = state.arrays();
      arguments.add(scope.zeros(new Shape(state.values().size())));
      arguments.add(scope.create(new float[] {0, 0, 0, 0, 1, 1, 1e-3f, 0}));
      arguments.addAll(batch(TrainingStage.CONDITION, scope, new SplittableRandom(1)));
      StepResult result = network.step(arguments);

      // With beta1 0 the first moment is the clipped gradient.
      double norm = arguments.get(1).norm().getFloat();
      assertTrue(result.gradientNorm() > 1e-3);
      assertEquals(1e-3, norm, 1e-6);
    }
  }

  @Test
  void shouldLeaveTensorsThatThePlanKeepsAsTheyAre() throws IOException {
    String kept = "cond_stage_model.dim_mapper.weight";
    NamedTensors weights = weights();
    float[] before = weights.values(kept).clone();
    List<String> still = List.of(StateDictShapes.CONDITION);
    try (TrainableNetwork network =
        TrainableNetwork.load(TrainingStage.DIFFUSION, SMALL, weights, still)) {
      trainer(TrainingStage.DIFFUSION, 5, "a")
          .train(
              network,
              weights,
              source(TrainingStage.DIFFUSION),
              StageTrainer.NO_CARE,
              new Silent());
    }

    assertArrayEquals(before, weights.values(kept));
  }

  @Test
  void shouldRefuseToKeepStillWhatTheStageDoesNotHave() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TrainableNetwork.load(TrainingStage.DIFFUSION, SMALL, weights(), List.of("other.")));
  }

  @Test
  void shouldNameACheckpointThatIsOfOtherSizes() throws IOException {
    train(TrainingStage.CONDITION, weights(), 2, "a");

    TrainingException refusal =
        assertThrows(TrainingException.class, () -> train(TrainingStage.MASKED, weights(), 4, "a"));

    assertTrue(refusal.getMessage().contains("a.state"), refusal::getMessage);
  }

  private static int headAt(List<String> names, NamedTensors weights) {
    return weights.flat(names.subList(0, names.indexOf(TrainingShapes.HEAD + ".weight"))).length;
  }

  private float[] train(TrainingStage stage, NamedTensors weights, int steps, String name)
      throws IOException {
    try (TrainableNetwork network = TrainableNetwork.load(stage, SMALL, weights, List.of())) {
      return trainer(stage, steps, name)
          .train(network, weights, source(stage), StageTrainer.NO_CARE, new Silent());
    }
  }

  /** Calls a training off before its step 33. */
  private void interrupted(TrainingStage stage, NamedTensors weights, int steps, String name)
      throws IOException {
    int[] left = {33};
    StageListener impatient =
        new Silent() {
          @Override
          public void check() {
            if (left[0]-- == 0) {
              throw new CancellationException("enough");
            }
          }
        };
    try (TrainableNetwork network = TrainableNetwork.load(stage, SMALL, weights, List.of())) {
      StageTrainer trainer = trainer(stage, steps, name);
      assertThrows(
          CancellationException.class,
          () -> trainer.train(network, weights, source(stage), StageTrainer.NO_CARE, impatient));
    }
    assertTrue(Files.exists(folder.resolve(name + ".state")));
  }

  private StageTrainer trainer(TrainingStage stage, int steps, String name) {
    StagePlan plan = StagePlan.of(steps, BATCH, 3e-3);
    return new StageTrainer(stage, plan, 1, folder.resolve(name + ".state"));
  }

  private static BatchSource source(TrainingStage stage) {
    return (scope, random) -> batch(stage, scope, new SplittableRandom(random.nextInt(3)));
  }

  private static NDList batch(TrainingStage stage, NDManager scope, SplittableRandom random) {
    NDList batch = new NDList();
    for (String input : stage.inputs()) {
      switch (input) {
        case "fmri" -> batch.add(normal(scope, random, new Shape(BATCH, 1, 32)));
        case "x" -> batch.add(normal(scope, random, new Shape(BATCH, 3, 16, 16)));
        case "latent", "noise" -> batch.add(normal(scope, random, new Shape(BATCH, 3, 4, 4)));
        case "visible" ->
            batch.add(scope.create(new long[] {0, 5, 1, 6, 2, 7, 3, 4}, new Shape(BATCH, 2)));
        case "category" ->
            batch.add(scope.create(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 0}}));
        case "t" -> batch.add(scope.create(new long[] {10, 300, 600, 990}));
        default -> batch.add(scope.full(new Shape(BATCH, 1, 1, 1), 0.7f));
      }
    }
    return batch;
  }

  private static ai.djl.ndarray.NDArray normal(
      NDManager scope, SplittableRandom random, Shape shape) {
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return scope.create(values, shape);
  }

  private static NamedTensors weights() {
    NamedTensors weights = new NamedTensors();
    Initialisation.add(weights, StateDictShapes.of(SMALL), 1);
    Initialisation.add(weights, TrainingShapes.masked(SMALL.encoder(), 16, 1), 1);
    Initialisation.add(weights, TrainingShapes.latentEncoder(SMALL.latentDecoder()), 1);
    Initialisation.add(weights, TrainingShapes.heads(SMALL, 3), 1);
    return weights;
  }

  private static double mean(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  /** Hears nothing. */
  private static class Silent implements StageListener {
    @Override
    public void check() {
      // Nobody stops it.
    }

    @Override
    public void begin(TrainingStage stage, int done, int steps) {
      // Nobody watches.
    }

    @Override
    public void step(int done, float loss, float gradientNorm) {
      // Nobody watches.
    }

    @Override
    public void end() {
      // Nobody watches.
    }
  }
}
