package io.mindstream.lab.training;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.mindstream.decoder.bundle.Weights;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.network.ArchiveWriter;
import io.mindstream.decoder.network.UnusableArchiveException;
import io.mindstream.decoder.network.WeightFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One stage of training on DJL. A step is one call: loss, gradient, clipping by the global norm,
 * AdamW and the moving average run inside the archive ({@code optimizer.py}), since DJL's
 * optimizers clip value by value, decay weights through the gradient, and cannot save their state.
 *
 * <p>N is the number of trainable numbers; they lie end to end in the order of {@link #parameters}.
 * Not thread-safe.
 */
public final class TrainableNetwork implements AutoCloseable {

  private final Model model;
  private final PtSymbolBlock block;
  private final List<String> parameters;

  private TrainableNetwork(Model model, List<String> parameters) {
    this.model = model;
    this.block = (PtSymbolBlock) model.getBlock();
    this.parameters = parameters;
  }

  /**
   * Writes a stage's archive to a temporary file, loads it, and removes the file.
   *
   * @param stage what is trained
   * @param architecture the sizes that the tensors' names do not tell
   * @param weights where training starts; holds every tensor of the stage
   * @param still beginnings of the names of tensors that take part and do not learn
   */
  public static TrainableNetwork load(
      TrainingStage stage, Architecture architecture, Weights weights, List<String> still) {
    TrainingSource source = TrainingSource.of(stage, architecture, weights, still);
    try {
      Path folder = Files.createTempDirectory("mindstream-training");
      Path archive = folder.resolve("stage.pt");
      try {
        new ArchiveWriter(archive).write(source.source(), weights, WeightFormat.FLOAT32);
        return new TrainableNetwork(open(archive), source.parameters());
      } finally {
        Files.deleteIfExists(archive);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the network cannot be written to a temporary file", e);
    }
  }

  private static Model open(Path archive) throws IOException {
    Model model = Model.newInstance("mindstream-training", Device.cpu(), "PyTorch");
    try {
      // Profiling costs more than fusing gains on networks of this size.
      JniUtils.setGraphExecutorOptimize(false);
      model.load(archive.getParent(), "stage", Map.of("trainParam", "true"));
      return model;
    } catch (MalformedModelException | RuntimeException e) {
      model.close();
      throw new UnusableArchiveException(archive, e);
    }
  }

  /** Names of the trainable tensors. */
  public List<String> parameters() {
    return parameters;
  }

  /** Where the arrays of one step may live; close it to free them. */
  public NDManager newScope() {
    return model.getNDManager().newSubManager();
  }

  /**
   * One step of training.
   *
   * @param arguments values, first and second moment, average (N, changed in place), where weight
   *     decay acts (N), eight rates as {@code optimizer.py} lists them, and the stage's inputs
   */
  public StepResult step(NDList arguments) {
    JniUtils.setGradMode(true); // of this thread
    try (NDList result = IValueUtils.forward(block, arguments, true)) {
      return new StepResult(result.get(0).getFloat(), result.get(1).getFloat());
    } finally {
      JniUtils.setGradMode(false);
    }
  }

  /** Makes values (N) the parameters. */
  public void store(NDArray values) {
    try (IValue argument = IValue.from((PtNDArray) values);
        IValue result = IValueUtils.runMethod(block, "store", argument)) {
      if (result.toLong() != values.size()) {
        throw new IllegalArgumentException(
            "the stage has %d numbers, not %d".formatted(result.toLong(), values.size()));
      }
    }
  }

  /** Runs a method of the stage without gradient; the result belongs to the input's manager. */
  public NDArray run(String method, NDArray input) {
    try (IValue argument = IValue.from((PtNDArray) input);
        IValue result = IValueUtils.runMethod(block, method, argument)) {
      return result.toTensor((PtNDManager) input.getManager());
    }
  }

  @Override
  public void close() {
    model.close();
  }

  /**
   * What a step tells.
   *
   * @param loss before the update
   * @param gradientNorm before clipping
   */
  public record StepResult(float loss, float gradientNorm) {}
}
