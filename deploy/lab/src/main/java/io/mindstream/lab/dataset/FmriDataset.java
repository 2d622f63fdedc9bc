package io.mindstream.lab.dataset;

import io.mindstream.decoder.array.DoubleArray;
import io.mindstream.decoder.array.FmriPreprocessing;
import java.util.List;

/** A public data set on this disk. */
public sealed interface FmriDataset permits GodDataset, Bold5000Dataset, HcpDataset {

  /**
   * One subject's ROI vectors as the files hold them.
   *
   * @return (trials, V0)
   * @throws DatasetException where files are missing or unsound
   */
  DoubleArray raw(String subject, DatasetSplit split);

  /**
   * One subject's vectors as the encoder takes them: padded to whole patches and normalised.
   *
   * @param patchSize P
   * @return (trials, V)
   * @throws DatasetException where files are missing or unsound
   */
  DoubleArray preprocessed(String subject, DatasetSplit split, int patchSize);

  /** The subjects that are there, in order. */
  List<String> subjects();

  /** Subjects one below the other; shorter rows are lengthened by their own beginning. */
  static DoubleArray stack(List<DoubleArray> subjects) {
    int columns = subjects.stream().mapToInt(DoubleArray::columns).max().orElse(0);
    return DoubleArray.belowEachOther(
        subjects.stream().map(matrix -> FmriPreprocessing.wrapTo(matrix, columns)).toList());
  }
}
