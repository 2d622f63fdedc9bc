package io.mindstream.decoder.network;

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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network that runs: one archive on one device. Its methods are those of {@code network.py},
 * whose letters hold here: B batch, V voxels, L patches, E encoder width, T context tokens, D
 * context width, Z latent channels, h x w latent, H x W picture. All arrays are float32 and belong
 * to the manager of the method's first array. Not thread-safe.
 */
public final class TorchNetwork implements AutoCloseable {

  private final Model model;
  private final PtSymbolBlock block;

  private TorchNetwork(Model model) {
    this.model = model;
    this.block = (PtSymbolBlock) model.getBlock();
  }

  /**
   * Loads an archive.
   *
   * @param archive as {@link ArchiveCache} gives it
   * @param device where to run
   * @throws UnusableArchiveException where PyTorch cannot read it
   */
  public static TorchNetwork load(Path archive, Device device) {
    Model model = Model.newInstance("mindstream", device, "PyTorch");
    try {
      String file = archive.getFileName().toString();
      model.load(archive.toAbsolutePath().getParent(), file.substring(0, file.lastIndexOf('.')));
      return new TorchNetwork(model);
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      throw new UnusableArchiveException(archive, e);
    }
  }

  /** Where the arrays of one call may live; close it to free them. */
  public NDManager newScope() {
    return model.getNDManager().newSubManager();
  }

  /** The model's own manager, in which nothing may be left behind. */
  public NDManager manager() {
    return model.getNDManager();
  }

  /** fmri (B, 1, V) to [encoder output (B, L or 1, E), context (B, T, D)]. */
  public NDList encode(NDArray fmri) {
    return list("encode", fmri);
  }

  /**
   * What the denoiser needs of a context (B, T, D); to be closed.
   *
   * <p>It stays native, since DJL has no arrays of bfloat16 to hold it.
   */
  public Condition condition(NDArray context) {
    return new Condition(run("condition", context));
  }

  /** What is added to the time embedding: (B, 1, its width). */
  public NDArray timeCondition(NDManager scope, Condition condition) {
    try (IValue result = IValueUtils.runMethod(block, "time_condition", condition.value)) {
      return result.toTensor((PtNDManager) scope);
    }
  }

  /** x (B, Z, h, w), timesteps (B), condition of batch 1 or B, to eps (B, Z, h, w). */
  public NDArray denoise(NDArray x, NDArray timesteps, Condition condition) {
    try (IValue result = run("denoise", condition, x, timesteps)) {
      return result.toTensor((PtNDManager) x.getManager());
    }
  }

  /** Latent (B, Z, h, w) to the index of each pixel's code (B, h, w), int64. */
  public NDArray indices(NDArray latent) {
    return array("indices", latent);
  }

  /** Latent (B, Z, h, w) to each pixel's code (B, Z, h, w). */
  public NDArray quantise(NDArray latent) {
    return array("quantise", latent);
  }

  /** Latent (B, Z, h, w) to picture (B, 3, H, W), about -1 to 1, without quantisation. */
  public NDArray picture(NDArray latent) {
    return array("picture", latent);
  }

  /** Latent (B, Z, h, w) to picture (B, 3, H, W), about -1 to 1, quantised first. */
  public NDArray decode(NDArray latent) {
    return array("decode", latent);
  }

  /** fmri (B, 1, V) to patches, each block's output, output, tokens of the context, context. */
  public NDList traceEncoder(NDArray fmri) {
    return list("trace_encoder", fmri);
  }

  /** Timesteps (B) to sinusoid, time embedding, time embedding with the condition. */
  public NDList traceTime(NDArray timesteps, Condition condition) {
    try (IValue result = run("trace_time", condition, timesteps)) {
      return result.toNDList((PtNDManager) timesteps.getManager());
    }
  }

  /** Like {@link #denoise}: each input block's output, the middle's, each output block's, eps. */
  public NDList traceUnet(NDArray x, NDArray timesteps, Condition condition) {
    try (IValue result = run("trace_unet", condition, x, timesteps)) {
      return result.toNDList((PtNDManager) x.getManager());
    }
  }

  private NDArray array(String method, NDArray argument) {
    try (IValue result = run(method, argument)) {
      return result.toTensor((PtNDManager) argument.getManager());
    }
  }

  private NDList list(String method, NDArray argument) {
    try (IValue result = run(method, argument)) {
      return result.toNDList((PtNDManager) argument.getManager());
    }
  }

  private IValue run(String method, NDArray argument) {
    try (IValue value = IValue.from((PtNDArray) argument)) {
      return IValueUtils.runMethod(block, method, value);
    }
  }

  private IValue run(String method, Condition condition, NDArray... arguments) {
    List<IValue> values =
        Stream.of(arguments).map(array -> IValue.from((PtNDArray) array)).toList();
    try {
      return IValueUtils.runMethod(
          block,
          method,
          Stream.concat(values.stream(), Stream.of(condition.value)).toArray(IValue[]::new));
    } finally {
      values.forEach(IValue::close);
    }
  }

  @Override
  public void close() {
    model.close();
  }

  /** The context's part of every denoising step, computed once a trial. */
  public static final class Condition implements AutoCloseable {

    private final IValue value;

    private Condition(IValue value) {
      this.value = value;
    }

    @Override
    public void close() {
      value.close();
    }
  }
}
