package io.mindstream.decoder.network;

import ai.djl.Device;
import io.mindstream.decoder.bundle.Weights;
import io.mindstream.decoder.model.Architecture;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * The TorchScript archive of one network, for whoever wants the file itself: the same bytes that
 * {@link ArchiveCache} keeps for a worker. Making it needs neither PyTorch nor the device.
 */
public final class NetworkArchive {

  /** The devices that archives differ by. */
  public enum Target {
    /** Convolution weights are packed for the CPU at the first call, where PyTorch can. */
    CPU,
    /** PyTorch's own convolutions: runs anywhere. */
    GPU;

    private Device device() {
      return this == GPU ? Device.gpu() : Device.cpu();
    }
  }

  private final NetworkSource source;
  private final Weights weights;
  private final WeightFormat format;

  private NetworkArchive(NetworkSource source, Weights weights, WeightFormat format) {
    this.source = source;
    this.weights = weights;
    this.format = format;
  }

  /**
   * Puts the network together.
   *
   * @param architecture the sizes that the tensors' names do not tell
   * @param weights the tensors; open until the archive is written
   * @param format what the tensors become
   * @param target where it is going to run
   * @throws IllegalArgumentException where a tensor is missing; the message names it
   */
  public static NetworkArchive of(
      Architecture architecture, Weights weights, WeightFormat format, Target target) {
    ConvolutionKind convolutions = ConvolutionKind.forDecoding(target.device());
    return new NetworkArchive(
        NetworkSource.of(architecture, weights, convolutions), weights, format);
  }

  /**
   * Writes the archive, one tensor at a time.
   *
   * @param out stays the caller's to close
   * @throws IOException where {@code out} fails
   */
  public void write(OutputStream out) throws IOException {
    ArchiveWriter.stream(out, source, weights, format);
  }

  /** Name of each tensor in the archive (attributes joined by dots) to its name in the bundle. */
  public Map<String, String> tensorNames() {
    return source.root().parameterKeys();
  }
}
