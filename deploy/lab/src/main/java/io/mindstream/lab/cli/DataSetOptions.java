package io.mindstream.lab.cli;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.lab.dataset.Bold5000Dataset;
import io.mindstream.lab.dataset.DatasetException;
import io.mindstream.lab.dataset.DatasetSplit;
import io.mindstream.lab.dataset.FmriDataset;
import io.mindstream.lab.dataset.GodDataset;
import io.mindstream.lab.dataset.HcpDataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which vectors of a public data set, and how they are prepared. */
final class DataSetOptions {

  @Option(
      names = "--subject",
      split = ",",
      paramLabel = "NAME",
      description = "Subject, or several with commas between; without it, all that are there.")
  private @Nullable List<String> subjects;

  @Option(
      names = "--split",
      paramLabel = "test|train",
      description =
          "test: one row an image, averaged; train: one row a trial (default: test; hcp"
              + " has train alone).")
  private @Nullable DatasetSplit split;

  @Option(
      names = "--roi",
      paramLabel = "NAME",
      defaultValue = "VC",
      description = "god: mask to take voxels by (default: ${DEFAULT-VALUE}).")
  private String roi = "VC";

  @Option(
      names = "--patch-size",
      paramLabel = "P",
      defaultValue = "16",
      description = "Voxels of one token, which rows are padded to (default: ${DEFAULT-VALUE}).")
  private int patchSize = 16;

  @Option(names = "--raw", description = "Neither pad nor normalise.")
  private boolean raw;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /**
   * Checks what picocli can't.
   *
   * @throws ParameterException where a number is out of bounds
   */
  void check() {
    if (patchSize < 1) {
      throw new ParameterException(spec.commandLine(), "--patch-size begins at 1");
    }
  }

  /**
   * The vectors: (trials, voxels), one subject after the other.
   *
   * @throws DatasetException where they can't be had of that folder
   */
  DoubleArray vectors(VectorSource dataset, Path source) {
    FmriDataset read = open(dataset, source);
    DatasetSplit usual = dataset == VectorSource.HCP ? DatasetSplit.TRAIN : DatasetSplit.TEST;
    DatasetSplit which = split != null ? split : usual;
    return FmriDataset.stack(
        wanted(read, source).stream().map(subject -> vectors(read, subject, which)).toList());
  }

  /** What decoding must be told of them; empty where nothing. */
  String decodingOption() {
    return raw ? "" : " --normalised";
  }

  private DoubleArray vectors(FmriDataset read, String subject, DatasetSplit which) {
    return raw ? read.raw(subject, which) : read.preprocessed(subject, which, patchSize);
  }

  private FmriDataset open(VectorSource dataset, Path source) {
    if (!Files.exists(source)) {
      throw new DatasetException(source + " does not exist (--source)");
    }
    return switch (dataset) {
      case GOD -> new GodDataset(source, roi);
      case BOLD5000 -> new Bold5000Dataset(source);
      case HCP -> new HcpDataset(source);
      case BIDS -> throw new IllegalStateException("recorded runs are no data set");
    };
  }

  private List<String> wanted(FmriDataset read, Path source) {
    List<String> names = subjects != null ? subjects : read.subjects();
    if (names.isEmpty()) {
      throw new DatasetException(source + " holds no subject of this data set (--source)");
    }
    return names;
  }
}
