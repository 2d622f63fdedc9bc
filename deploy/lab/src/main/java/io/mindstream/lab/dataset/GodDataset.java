package io.mindstream.lab.dataset;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FmriPreprocessing;
import java.nio.file.Path;
import java.util.List;

/**
 * Generic Object Decoding (Horikawa and Kamitani 2017), as MinD-Vis packs it: {@code sbj_K.npz}
 * with training trials ({@code arr_0}), test images averaged over repetitions ({@code arr_2}) and a
 * boolean mask of the columns for each ROI.
 *
 * @param source folder with the files, at any depth up to three
 * @param roi name of the mask, VC for the published models
 */
public record GodDataset(Path source, String roi) implements FmriDataset {

  private static final String TRAIN = "arr_0";
  private static final String TEST = "arr_2";
  private static final String FILE = "sbj_%s.npz";

  @Override
  public DoubleArray raw(String subject, DatasetSplit split) {
    return read(subject).of(split);
  }

  /**
   * Training trials are normalised by their own padded matrix. Test images are then normalised by
   * the statistics of the matrix that already is normalised, 0 and 1 up to rounding, as the public
   * code does: in effect they are only padded.
   */
  @Override
  public DoubleArray preprocessed(String subject, DatasetSplit split, int patchSize) {
    SubjectVectors raw = read(subject);
    DoubleArray train = FmriPreprocessing.padAndNormalise(raw.train(), patchSize);
    return split == DatasetSplit.TRAIN
        ? train
        : FmriPreprocessing.normalise(
            FmriPreprocessing.pad(raw.test(), patchSize), FmriPreprocessing.statistics(train));
  }

  private SubjectVectors read(String subject) {
    Path file = DatasetFiles.find(source, FILE.formatted(number(subject)));
    try (NpzFile npz = NpzFile.open(file)) {
      boolean[] mask = npz.mask(roi);
      return new SubjectVectors(masked(npz, TRAIN, mask, file), masked(npz, TEST, mask, file));
    }
  }

  private static DoubleArray masked(NpzFile npz, String name, boolean[] mask, Path file) {
    DoubleArray matrix = npz.read(name).matrix(file + ":" + name);
    if (mask.length != matrix.columns()) {
      throw new DatasetException(
          file
              + ": the mask has "
              + mask.length
              + " elements, "
              + name
              + " "
              + matrix.columns()
              + " columns");
    }
    return matrix.selectColumns(column -> mask[column]);
  }

  private static String number(String subject) {
    return subject.startsWith("sbj_") ? subject.substring("sbj_".length()) : subject;
  }

  @Override
  public List<String> subjects() {
    return DatasetFiles.all(source, "sbj_*.npz").stream()
        .map(file -> DatasetFiles.name(file).replace(".npz", ""))
        .toList();
  }
}
