package io.mindstream.benchmarks.cuda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.mindstream.decoder.bundle.BundleDescription;
import io.mindstream.decoder.bundle.ModelBundle;
import io.mindstream.decoder.bundle.Weights;
import io.mindstream.decoder.bundle.ZeroWeights;
import io.mindstream.decoder.decoding.Precision;
import io.mindstream.decoder.model.Architecture;
import io.mindstream.decoder.model.ModelSize;
import io.mindstream.decoder.model.StateDictShapes;
import io.mindstream.decoder.network.NetworkArchive;
import io.mindstream.decoder.network.NetworkArchive.Target;
import io.mindstream.decoder.network.WeightFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * One network for GPUs, as files: {@code NAME-PRECISION.pt.xz} in every precision, and {@code
 * NAME.json} with what the archives do not say of themselves.
 *
 * @param name of the files
 * @param architecture its sizes
 * @param weights its tensors; the caller's to close
 * @param schedule of the noise
 */
record PackedNetwork(String name, Architecture architecture, Weights weights, Schedule schedule) {

  /** For zeros a larger dictionary gains nothing and costs time. */
  private static final int PRESET = 1;

  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  /** T, and the first and the last beta. */
  record Schedule(int timesteps, double betaStart, double betaEnd) {

    List<Number> numbers() {
      return List.of(timesteps, betaStart, betaEnd);
    }
  }

  /** A bundle's network, with its weights. */
  static PackedNetwork of(String name, ModelBundle bundle) {
    BundleDescription description = bundle.description();
    Schedule schedule =
        new Schedule(description.T(), description.betaStart(), description.betaEnd());
    return new PackedNetwork(name, description.architecture(), bundle.weights(), schedule);
  }

  /** The released size with zero weights: 2.3 GB that pack to some 100 kB. */
  static PackedNetwork releasedZeros() {
    ModelSize size = ModelSize.RELEASED;
    Architecture architecture = size.architecture(size.usualVoxels());
    Weights zeros = ZeroWeights.of(StateDictShapes.of(architecture));
    Schedule schedule =
        new Schedule(
            BundleDescription.RELEASED_T,
            BundleDescription.RELEASED_BETA_START,
            BundleDescription.RELEASED_BETA_END);
    return new PackedNetwork("released", architecture, zeros, schedule);
  }

  /** Writes the files into a folder that is there. */
  void write(Path folder) throws IOException {
    for (Precision precision : Precision.values()) {
      String file = name + "-" + precision.name().toLowerCase(Locale.ROOT) + ".pt.xz";
      try (OutputStream out = Files.newOutputStream(folder.resolve(file));
          XZOutputStream xz = new XZOutputStream(out, new LZMA2Options(PRESET));
          OutputStream buffered = new BufferedOutputStream(xz, 1 << 20)) {
        archive(precision).write(buffered);
      }
    }
    JSON.writeValue(
        folder.resolve(name + ".json").toFile(),
        Map.of(
            "architecture", architecture,
            "schedule", schedule.numbers(),
            "tensors", archive(Precision.FP32).tensorNames()));
  }

  private NetworkArchive archive(Precision precision) {
    return NetworkArchive.of(architecture, weights, WeightFormat.of(precision), Target.GPU);
  }
}
